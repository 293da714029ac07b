"""The class of a noun phrase by its head: the longest known form, and what stands behind "of" where the head asks."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import combining, normalize

from kg.mentions.tree import Tree
from kg.mentions.words import ORGANIZATION_ENDINGS, OTHER_ENDINGS
from kg.ontology import Ontology

THING, PERSON, GROUP, ACTOR = "kgo:Thing", "kgo:Person", "kgo:Group", "kgo:Actor"
ORGANIZATION, COMPANY, COUNTRY = "kgo:Organization", "kgo:Company", "kgo:Country"
COMPASS = frozenset({"northern", "southern", "eastern", "western"})
PEOPLE = frozenset({"everyone", "someone", "anyone", "nobody", "everybody", "somebody", "anybody", "other", "people"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})
LONGEST = 3
"""Words of a known phrase."""
DETERMINED = frozenset({"the", "this", "that", "these", "those", "my", "our", "your", "his", "her", "its", "their"})
ENDING_WEIGHT = 5
DOCUMENT = "kgo:Document"
PERSONAL = frozenset({"write", "joke", "think", "believe", "hope", "laugh", "testify", "complain", "reply", "tweet"})
"""Verbs of what only people do; a document says, adds and notes."""
LETTERS = frozenset({"letter", "paper", "newspaper", "newsletter", "minister"})
"""Nouns in -er that are said to write."""
ADDRESSING = {
    "nsubj": frozenset(
        {"say", "announce", "decide", "refuse", "agree", "deny", "hire", "apologize", "apologise", "urge"}
    ),
    "nsubjpass": frozenset({"ask", "urge", "tell", "encourage", "accuse", "fine", "advise", "instruct", "sue"}),
}
"""Verbs of what only somebody or some body does, or what only such is told: "the museum said"."""
PEOPLED = frozenset({"Person", "Group", "Organization", "Country", "Event"})
"""What groups are made of: "a team of lawyers", but "a fleet of ships" is ships."""
SITED = frozenset({"Place", "Region", "City", "Country", "Facility", "Organization", "Group", "Person"})
"""Of what places are: "the base of the rebels", not "the base of the system"."""


Told = tuple[tuple[str, int], ...]
"""Classes and how much speaks for each."""


def nominal_class(tree: Tree, first: int, noun: int, ontology: Ontology, named: Mapping[int, str] | None = None) -> str:
    """The class of a common noun whose compounds start at `first`; kgo:Thing where none is known.

    `named` gives the class of names by the token that heads them.
    """
    told, lemma = named or {}, tree.lemmas[noun]
    cls = _acting(tree, noun, head_class(tree, noun, ontology), ontology)
    if _is_bare_sense(tree, first, noun, ontology) or _is_body_part(tree, noun, told):
        return THING
    read = _by_complement(tree, noun, cls, ontology, told)
    if read is not None:
        return read
    if ontology.typing.is_one("either", lemma):
        same = told.get(_equated(tree, noun), THING)
        return same if ontology.is_a(same, ACTOR) else ACTOR
    forms = (lemma, tree.text(first, noun).lower(), _hyphenated(tree, noun))
    if forms[2] in ontology.offices and ontology.top_type(cls) == "Group":
        return PERSON  # "director-general"
    office = any(form in ontology.offices for form in forms)
    return PERSON if cls == THING and (office or lemma in PEOPLE) else cls


def _is_bare_sense(tree: Tree, first: int, noun: int, ontology: Ontology) -> bool:
    """Whether a noun without an article is none of what it is with one: "in office", "with deadly force"."""
    if first != noun or tree.tags[noun] != "NN" or not ontology.typing.is_one("bare", tree.lemmas[noun]):
        return False
    return not any(tree.deps[c] in ("det", "poss", "nummod", "compound") for c in tree.children[noun])


def _is_body_part(tree: Tree, noun: int, told: Mapping[int, str]) -> bool:
    """Whether a head is somebody's own, and no one's at the head of a body: "his head", "Dimitrov's head"."""
    owners = [c for c in tree.children[noun] if tree.deps[c] == "poss"] if tree.lemmas[noun] == "head" else []
    is_hers = any(tree.words[c].lower() in ("his", "her", "my", "your") or told.get(c) == PERSON for c in owners)
    return is_hers and _behind(tree, noun) is None


def _is_national(tree: Tree, noun: int, told: Mapping[int, str], ontology: Ontology) -> bool:
    """Whether a neighbour is a country's, or called by where it lies, as only countries are: "northern neighbour"."""
    if tree.tags[noun] != "NN":
        return False
    if ontology.top_type(_owner(tree, noun, told) or THING) == "Country":
        return True
    return any(tree.deps[c] == "amod" and tree.words[c].lower() in COMPASS for c in tree.children[noun])


def _acting(tree: Tree, noun: int, cls: str, ontology: Ontology) -> str:
    """The class of a noun, or of what it must be for what it does: "one poster wrote", "museums were asked".

    "The invitation reads" is a document; "in service" and "into service" is no product.
    """
    verb, dep, top = tree.lemmas[tree.heads[noun]], tree.deps[noun], ontology.top_type(cls)
    if dep == "nsubj" and top == "Event" and verb == "read":
        return DOCUMENT
    is_doer = tree.lemmas[noun].endswith(("er", "or")) and tree.lemmas[noun] not in LETTERS
    if dep == "nsubj" and is_doer and verb in PERSONAL and top in ("Document", "Product", "Facility", "Thing"):
        return PERSON
    if top == "Facility" and verb in ADDRESSING.get(dep, ()):
        return ORGANIZATION
    if dep == "pobj" and top == "Agreement" and _is_site(tree, noun, verb, ontology):
        return ontology.nouns[f"{tree.lemmas[noun]}s"]
    is_state = dep == "pobj" and verb in ("in", "into") and tree.tags[noun] == "NN" and not tree.children[noun]
    return THING if is_state and top == "Product" else cls


def _is_site(tree: Tree, noun: int, preposition: str, ontology: Ontology) -> bool:
    """Whether a noun whose plural is places is one behind a preposition of place: "in one settlement"."""
    is_place = ontology.top_type(ontology.nouns.get(f"{tree.lemmas[noun]}s", THING)) in SITED - PEOPLED
    is_one = any(tree.words[c].lower() in ("a", "an", "one", "each", "every", "another") for c in tree.children[noun])
    return is_place and (
        preposition in ("at", "near", "outside", "around", "inside") or (preposition == "in" and is_one)
    )


def _hyphenated(tree: Tree, noun: int) -> str:
    """A noun with the word that a hyphen puts before it: "director-general"; "" where there is none."""
    return tree.text(noun - 2, noun).lower() if noun > 1 and tree.words[noun - 1] in "-‑" else ""


def _by_complement(tree: Tree, noun: int, cls: str, ontology: Ontology, told: Mapping[int, str]) -> str | None:
    """The class that a head takes from the phrase behind or the name beside it, or None if it keeps its own."""
    lemma, kinds = tree.lemmas[noun], ontology.typing
    owner = _owner(tree, noun, told) if kinds.is_one("corporate", lemma) else ""
    if ontology.is_a(owner, COMPANY) or (ontology.top_type(cls) != "Group" and ontology.is_a(owner, ORGANIZATION)):
        return ORGANIZATION
    if kinds.is_one("national", lemma) and _is_national(tree, noun, told, ontology):
        return COUNTRY
    if kinds.is_one("collective", lemma):
        return _made_of(tree, noun, told, ontology) or None
    behind = _behind(tree, noun)
    if behind is None:
        return None
    if tree.labels[behind] in ("PERCENT", "MONEY") and ontology.top_type(cls) != "Group":
        return THING  # "a commission of 30 per cent", but "a majority of 60 percent"
    within = told.get(behind) or head_class(tree, behind, ontology)
    if behind not in told and kinds.is_one("collective", tree.lemmas[behind]):
        within = _made_of(tree, behind, told, ontology) or within
    top, is_bare = ontology.top_type(within), _is_bare(tree, behind)
    if kinds.is_one("relational", lemma) or (kinds.is_one("partitive", lemma) and is_bare and top != "Event"):
        return within
    if ontology.top_type(cls) == "Group" and is_bare and within != THING:
        return cls if top in PEOPLED else within
    return THING if kinds.is_one("place", lemma) and top not in SITED else None


def head_class(tree: Tree, noun: int, ontology: Ontology) -> str:
    """The class of the longest known phrase that ends in the noun, the editor's nouns before the other heads."""
    for start in range(_first_modifier(tree, noun), noun + 1):
        before = tree.words[start:noun]
        forms = [" ".join([*before, last]).lower() for last in (tree.words[noun], tree.lemmas[noun])]
        cls = next((table[form] for table in _tables(ontology) for form in forms if form in table), None)
        if cls:
            return cls
    return THING


def word_class(word: str, lemma: str, ontology: Ontology) -> str | None:
    """The class of a common noun standing alone, or None."""
    return next((t[w] for t in _tables(ontology) for w in (word.lower(), lemma) if w in t), None)


def ending_classes(word: str, ontology: Ontology) -> Told:
    """What the last word of names, in lower case, is known to tell."""
    cls = ORGANIZATION_ENDINGS.get(word) or OTHER_ENDINGS.get(word)
    return ((cls, ENDING_WEIGHT),) if cls else ontology.typing.beside.get(("last", word), ())


def is_given(word: str, ontology: Ontology) -> bool:
    """Whether a word, without its accents, is a given name."""
    if word.isascii():
        return word in ontology.typing.given
    return "".join(c for c in normalize("NFKD", word) if not combining(c)) in ontology.typing.given


def _tables(ontology: Ontology) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return ontology.nouns, ontology.typing.heads


def _first_modifier(tree: Tree, noun: int) -> int:
    """The first of the few words right before a noun that modify it."""
    first = noun
    while first and noun - first < LONGEST and tree.deps[first - 1] in MODIFIERS:
        if not first <= tree.heads[first - 1] <= noun:
            break
        first -= 1
    return first


def _behind(tree: Tree, noun: int) -> int | None:
    """The head of the phrase behind "of" or "to" after a noun, or None."""
    for preposition in tree.children[noun]:
        if preposition > noun and tree.lemmas[preposition] in ("of", "to"):
            return next((c for c in tree.children[preposition] if tree.deps[c] == "pobj"), None)
    return None


def _is_bare(tree: Tree, noun: int) -> bool:
    """Whether a phrase names a kind of things: no article, no pronoun, and not one thing."""
    is_one = tree.tags[noun] == "NNP"
    return not is_one and not any(tree.words[c].lower() in DETERMINED for c in tree.children[noun])


def _equated(tree: Tree, noun: int) -> int:
    """The token of the name that a noun is predicated of ("Apple is the producer") or stands beside; -1 if of none."""
    above = tree.heads[noun]
    if tree.deps[noun] == "appos":
        return above
    if tree.deps[noun] == "attr" and tree.lemmas[above] == "be":
        return next((c for c in tree.children[above] if tree.deps[c] == "nsubj"), -1)
    return next((c for c in tree.children[noun] if tree.deps[c] == "appos"), -1)


def _made_of(tree: Tree, noun: int, told: Mapping[int, str], ontology: Ontology) -> str:
    """The class of the things that a collection of them is named after; "" where it is one of people or of nothing."""
    behind = _behind(tree, noun)
    beside = [c for c in tree.children[noun] if c < noun and tree.deps[c] in ("compound", "nmod")]
    for i in [*([] if behind is None else [behind]), *beside]:
        cls = told.get(i) or head_class(tree, i, ontology)
        if ontology.top_type(cls) in ("Product", "Document"):
            return cls
    return ""


def _owner(tree: Tree, noun: int, told: Mapping[int, str]) -> str:
    """The class of the name beside a noun that is its compound, its possessor or behind "of"; "" where none is."""
    beside = [c for c in tree.children[noun] if tree.deps[c] in ("compound", "poss", "nmod")]
    behind = _behind(tree, noun)
    for i in [*beside, *([behind] if behind is not None else [])]:
        if i in told:
            return told[i]
    return ""
