"""What the words beside a name say of its type: titles of its own, nouns that describe it, verbs, prepositions."""

from __future__ import annotations

import re
from collections import Counter

from kg.mentions.heads import ADDRESSING, ENDING_WEIGHT, Told, ending_classes, head_class, word_class
from kg.mentions.kinds import PARTY, head_of, is_beside_body, is_party, is_region, kind_of, listing, restating
from kg.mentions.lexicon import Form, lexicon_of
from kg.mentions.names import NameSpan
from kg.mentions.runs import is_coined, is_credit
from kg.mentions.spans import ORDINAL, YEAR
from kg.mentions.tree import Tree
from kg.mentions.words import HYPHENS
from kg.ontology import KnownName, Ontology

DESCRIBED = frozenset(
    {"Person", "Organization", "City", "Country", "Region", "Product", "Facility", "Document", "Group", "Place"}
)
"""Types that a common noun next to a name tells."""
NAMED = frozenset({"Organization", "Facility", "Document", "Product", "Region", "Place", "Agreement", "Group", "Event"})
"""Types of common nouns that end names: none of a person, as many a surname is a noun for one."""
PERSON, PRODUCT, ORGANIZATION, EVENT = "kgo:Person", "kgo:Product", "kgo:Organization", "kgo:Event"
DOCUMENT = "kgo:Document"

NOUN_WEIGHT = 4
EITHER_WEIGHT = 4
"""Of a noun for somebody or some body beside what the model takes for a place: "the rival Zentrix" is no town."""
PRODUCT_WEIGHT = 3
OWNED_WEIGHT = 6
COMMON_ENDING_WEIGHT = 3
PRODUCT_ENDING_WEIGHT = 1
"""Of a common noun for products: "Douglas Aircraft" makes them."""
ONE_WEIGHT = 5
"""Of "a" or "an" before a name that nothing else follows: "an iPod", "a VBIED"."""
COINED_WEIGHT = 4
"""Of "the" before a word with a capital within: "the MacBook"."""
PLACE_WEIGHT = 2
COINED_PRODUCT = re.compile(r"^i[A-Z]|\d")
"""Of words that are coined, what mostly names products: "iPod", "A380", but not "eBay", "easyJet"."""
SITE = re.compile(r"^\w[\w-]+\.(?:com|org|net|co\.uk)$", re.IGNORECASE)
"""A body called by its address: "Gawker.com"."""
MADE = frozenset({"WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
"""Labels of what somebody may be in that is no place: "in Batman"."""
CLAN = re.compile(r"^(?:O['’]|Mc)[A-Z][a-z]+$")
SURNAME_WEIGHT = 3
SEAT_WEIGHT = 4
"""Of "Husaybah, Iraq"."""

_BEFORE = {"a": ONE_WEIGHT, "an": ONE_WEIGHT, "its": PRODUCT_WEIGHT, "their": PRODUCT_WEIGHT}

DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_DATELINE = 9
"""Tokens behind the place of a dateline up to its dash: the region, the agency, the day."""
RESTATED = frozenset({"appos", "npadvmod", "dep", "conj"})
"""How the tree hangs what stands behind a comma on what stands before it."""

LINKS = frozenset({"and", "of", "for", "in"})
"""Small words with which the name of a body goes on."""

SUBJECT = ("nsubj",)
OBJECT = ("dobj", "nsubjpass")


def own_words(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What the words of a name say: "University of ...", "Operation ...", "... Dam", "Terminal 3", "iPod nano"."""
    votes: Counter[str] = Counter()
    for cls, weight in _endings(tree, name, ontology):
        votes[cls] += weight
    if name.first < name.last:
        votes.update(_told(ontology, ("first", tree.words[name.first].lower())))
    if not name.hits:
        votes.update(_prefix(tree, name, ontology))
        votes.update(_number(tree, name, ontology))
    if not name.hits and _is_clan(tree, name):
        votes[PERSON] += SURNAME_WEIGHT
    if not name.hits and _is_product_word(tree.words[name.first]):
        votes[PRODUCT] += PRODUCT_WEIGHT if COINED_PRODUCT.match(tree.words[name.first]) else PRODUCT_ENDING_WEIGHT
    if SITE.match(tree.words[name.last]):
        votes[ORGANIZATION] += ENDING_WEIGHT
    if not name.hits and is_region(tree, name, ontology):
        votes["kgo:Region"] += ENDING_WEIGHT
    if tree.text(name.first, name.last) in ontology.typing.places:
        votes["kgo:City"] += PLACE_WEIGHT
    return votes


def _prefix(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What the known body says with which a name opens that goes on: "Islamic State of Iraq and Levant"."""
    match = lexicon_of(ontology).match(tree, name.first)
    if match is None or not name.first < match[0] < name.last or tree.words[match[0] + 1] not in LINKS:
        return Counter()
    cls = match[1][0].name.cls
    return Counter({cls: COMMON_ENDING_WEIGHT} if ontology.top_type(cls) == "Organization" else {})


def _is_clan(tree: Tree, name: NameSpan) -> bool:
    """Whether a name of several words ends in a surname that tells itself: "Michael O' Leary", "John McCain"."""
    before = "".join(tree.words[max(name.first, name.last - 2) : name.last])[-2:]
    is_split = name.last - name.first > 2 and before in ("O'", "O’")
    return is_split or (name.last > name.first and bool(CLAN.match(tree.words[name.last])))


def _is_product_word(word: str) -> bool:
    """Whether a word is written as names of products are: "iPod", "A380", "777s"."""
    is_small = word[0].islower() and any(c.isupper() for c in word)
    return is_small or (is_coined(word) and any(c.isdigit() for c in word))


def _endings(tree: Tree, name: NameSpan, ontology: Ontology) -> Told:
    """The class that the last word of a name tells, or the one before "of", "for" or "in", with its weight."""
    if name.first == name.last:
        return ()
    words = [tree.words[i].lower() for i in range(name.first, name.last + 1)]
    if ":" in words:
        return ((DOCUMENT, PRODUCT_ENDING_WEIGHT),)  # "Dark Harbour: The Last Voyage" is none
    if _is_of_two(tree, name):
        return ((ORGANIZATION, COMMON_ENDING_WEIGHT),)
    of = next((n for n, word in enumerate(words) if n and word in ("of", "for", "in", "on")), len(words))
    for word in dict.fromkeys((words[of - 1], words[-1])):
        told = ending_classes(word, ontology)
        if told:
            is_aimed = of < len(words) and words[of] == "for" and ontology.top_type(told[0][0]) == "Facility"
            return ((ORGANIZATION, ENDING_WEIGHT),) if is_aimed else told  # "Center for the Study of Language"
    # Only an editor's nouns: many a surname is a rare common noun ("silva").
    cls = ontology.nouns.get(words[of - 1]) or ontology.nouns.get(tree.lemmas[name.first + of - 1])
    if not cls or ontology.top_type(cls) not in NAMED:
        return ()
    if ontology.top_type(cls) == "Document" and _is_national(tree, name, ontology):
        return ((ORGANIZATION, PRODUCT_ENDING_WEIGHT),)
    is_product = ontology.top_type(cls) == "Product"
    return ((as_name(cls), PRODUCT_ENDING_WEIGHT if is_product else COMMON_ENDING_WEIGHT),)


def _is_national(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a country opens or ends a name, so that a body bears it: "U.S. Geological Survey"."""
    lexicon = lexicon_of(ontology)
    at = [name.first, *(i + 1 for i in range(name.first, name.last) if tree.words[i] == "of")]
    found = [match for i in at if (match := lexicon.match(tree, i)) and match[0] <= name.last]
    return any(ontology.top_type(hits[0].name.cls) == "Country" for _, hits in found)


def _is_of_two(tree: Tree, name: NameSpan) -> bool:
    """Whether a name ends in "of" with two lands: "Food Standards of Australia and New Zealand"."""
    of = next((i for i in range(name.first + 1, name.last - 2) if tree.words[i] == "of"), None)
    return of is not None and tree.labels[name.last] == "GPE" and "and" in tree.words[of + 2 : name.last]


def as_name(cls: str) -> str:
    """The class of something with a name of its own: a named group is an organization."""
    return ORGANIZATION if cls == "kgo:Group" else cls


def _number(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What a number in a name says: a model's, unless a noun before it says otherwise ("Terminal 3", "Expo 2016")."""
    for i in range(name.first + 1, name.last + 1):
        word, before = tree.words[i], tree.words[i - 1]
        if not any(c.isdigit() for c in word) or ORDINAL.match(word):
            continue
        cls = _numbered(before, tree.lemmas[i - 1], ontology)
        if cls:
            return Counter({cls: ENDING_WEIGHT})
        if YEAR.match(word):
            return Counter({EVENT: COMMON_ENDING_WEIGHT})
        is_code = before.isupper() and len(before) > 2 and name.last - name.first == 1  # "CTF 50", "USS 5"
        return Counter({PRODUCT: PRODUCT_ENDING_WEIGHT if is_code else ENDING_WEIGHT})
    return Counter()


def _numbered(word: str, lemma: str, ontology: Ontology) -> str | None:
    """The class of what a capitalised noun before a number names; None for a product, or where it is no noun."""
    told = ending_classes(word.lower(), ontology)
    if told:
        return told[0][0]
    cls = word_class(word, lemma, ontology) if word[0].isupper() else None
    return as_name(cls) if cls and ontology.top_type(cls) in NAMED - {"Product"} else None


def descriptions(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What nouns say of a name: "German airline Lufthansa", "Uber, a company", "Uber is a company"; and its article."""
    votes: Counter[str] = Counter()
    for noun in _describing(tree, name):
        if ontology.typing.is_one("either", tree.lemmas[noun]):
            is_town = any(tree.labels[i] in ("GPE", "LOC", "FAC") for i in range(name.first, name.last + 1))
            votes[ORGANIZATION] += EITHER_WEIGHT if is_town or is_beside_body(tree, name) else 0
            continue
        cls = head_class(tree, noun, ontology)
        cls = PERSON if cls == "kgo:Thing" and tree.lemmas[noun] in ontology.offices else cls
        if ontology.top_type(cls) in DESCRIBED:
            votes[as_name(cls)] += NOUN_WEIGHT
    votes.update(kind_of(tree, name, ontology))
    votes[ORGANIZATION] += OWNED_WEIGHT if _speaks(tree, name, ontology) else 0
    if any(_is_owned(tree, c) for c in tree.children[head_of(tree, name)] if c < name.first):
        votes[ORGANIZATION] += OWNED_WEIGHT
    votes.update(_article(tree, name, ontology))
    return votes


def _speaks(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a name that ends as those of buildings do says something: "the National Cyber Security Centre said"."""
    head = head_of(tree, name)
    is_subject = tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] in ADDRESSING["nsubj"]
    return is_subject and any(ontology.top_type(cls) == "Facility" for cls, _ in _endings(tree, name, ontology))


def _is_owned(tree: Tree, i: int) -> bool:
    """Whether a modifier says whose a body is, or where its shares are sold: "state-owned", "London-listed"."""
    return tree.words[i] in ("owned", "listed", "run") and tree.tags[i] == "VBN" and tree.words[i - 1] in HYPHENS


def _article(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What an article tells of a single word: "an iPod" is a product, "the Coalition" what the common noun says."""
    if name.first != name.last or name.hits:
        return Counter()
    single = _singular(tree, name.first)
    if is_party(tree, name, ontology):
        return Counter({PARTY: OWNED_WEIGHT})
    cls = word_class(tree.words[name.first], single, ontology)
    plural = single != tree.words[name.first].lower()
    before = tree.words[name.first - 1].lower() if name.first else ""
    is_determined = name.first > 0 and tree.tags[name.first - 1] in ("DT", "PRP$", "POS")
    if cls and (is_determined or plural) and ontology.top_type(cls) in DESCRIBED:
        is_people = plural and ontology.top_type(cls) in ("Person", "Group")
        weight = ONE_WEIGHT if before in ("a", "an") else NOUN_WEIGHT
        return Counter({"kgo:Group" if is_people else as_name(cls): weight})
    if cls is not None or tree.deps[name.first] in ("compound", "poss", "nmod", "amod"):
        return Counter()
    weight = _BEFORE.get(before, 0)
    if before == "the":
        weight = COINED_WEIGHT if is_coined(tree.words[name.first]) else 0
    return Counter({PRODUCT: weight}) if weight else Counter()


def _singular(tree: Tree, i: int) -> str:
    """The singular of a capitalised common noun, which the model often leaves in the plural ("Airmen", "Soldiers")."""
    lower = tree.words[i].lower()
    if lower.endswith("men"):
        return f"{lower[:-3]}man"
    is_plural = tree.tags[i] in ("NNS", "NNPS") and lower.endswith("s")
    return lower[:-1] if is_plural else lower


def _describing(tree: Tree, name: NameSpan) -> list[int]:
    """Common nouns that say what a name is: one right before it, its apposition, what it is said to be."""
    nouns = []
    if name.first and tree.pos[name.first - 1] == "NOUN" and tree.deps[name.first - 1] in ("compound", "nmod"):
        nouns.append(name.first - 1)
    nouns += listing(tree, name)
    is_counted = name.first > 0 and (tree.lemmas[name.first - 1] in ("a", "an") or tree.pos[name.first - 1] == "NUM")
    for i in range(name.first, name.last + 1):
        nouns += _predicated(tree, i)
        if is_counted:  # one of a list, "a tank, a mortar and a pontoon", that the parser takes for an apposition
            continue
        behind = [c for c in tree.children[i] if c > name.last and tree.deps[c] == "appos" and tree.pos[c] == "NOUN"]
        nouns += behind[:1]  # "Jane Roe, a mayor of Yangon, the largest city"
        head = tree.heads[i]
        if tree.deps[i] == "appos" and head < name.first and tree.pos[head] == "NOUN" and not is_credit(tree, head):
            nouns.append(head)
    return nouns if is_counted else [*nouns, *(noun for noun in restating(tree, name) if noun not in nouns)]


def _predicated(tree: Tree, i: int) -> list[int]:
    """The singular nouns that a form of "be" predicates of its subject `i`, not denied."""
    verb = tree.heads[i]
    below = tree.children[verb]
    if tree.deps[i] != "nsubj" or tree.lemmas[verb] != "be" or any(tree.deps[c] == "neg" for c in below):
        return []
    return [c for c in below if tree.deps[c] == "attr" and tree.tags[c] == "NN"]


def surroundings(tree: Tree, name: NameSpan, after: NameSpan | None, ontology: Ontology) -> Counter[str]:
    """What verbs, nouns and prepositions around a name speak for, and a country behind a comma ("Husaybah, Iraq")."""
    votes: Counter[str] = Counter()
    head = head_of(tree, name)
    above, dep = tree.heads[head], tree.deps[head]
    if dep in SUBJECT:
        votes.update(_told(ontology, ("subject", tree.lemmas[above])))
        objects = [tree.lemmas[c] for c in tree.children[above] if tree.deps[c] == "dobj"]
        for lemma in objects:
            votes.update(_told(ontology, ("subject", f"{tree.lemmas[above]} {lemma}")))
    if dep in OBJECT:
        votes.update(_told(ontology, ("object", tree.lemmas[above])))
    if dep in ("compound", "poss", "nmod") and tree.pos[above] == "NOUN":
        votes.update(_told(ontology, ("noun", tree.lemmas[above])))
        votes.update(_told(ontology, ("noun", f"{tree.words[above - 1].lower()} {tree.lemmas[above]}")))
    if dep == "pobj" and tree.deps[above] == "agent":
        votes.update(_told(ontology, ("subject", tree.lemmas[tree.heads[above]])))
    elif dep == "pobj" and tree.lemmas[above] == "in" and tree.pos[tree.heads[above]] == "NOUN":
        held = _told(ontology, ("noun", f"{tree.lemmas[tree.heads[above]]} in"))
        votes.update(held or _told(ontology, ("preposition", "in")))
    elif dep == "pobj" and not (tree.lemmas[above] == "in" and tree.labels[head] in MADE):
        votes.update(_told(ontology, ("preposition", tree.lemmas[above])))
        if tree.lemmas[above] in ("of", "at") and tree.pos[tree.heads[above]] == "NOUN":  # "shareholders of Zentrix"
            votes.update(_told(ontology, ("noun", tree.lemmas[tree.heads[above]])))
    if after is not None and lies_in(tree, name, after, ontology):
        votes["kgo:City"] += SEAT_WEIGHT
    return votes


def is_of_dateline(tree: Tree, name: NameSpan) -> bool:
    """Whether a name in capitals opens a sentence in which a dash follows soon: "THE HAGUE, Netherlands - A court"."""
    first = name.first - 1 if name.first and tree.words[name.first - 1] == "THE" else name.first
    if first and tree.sentences[first - 1] == tree.sentences[first]:
        return False
    behind = tree.words[name.last + 1 : name.last + 2]
    if behind not in ([","], ["("], ["."], *([dash] for dash in DASHES)):
        return False
    until = min(name.last + LONGEST_DATELINE, len(tree) - 1)
    dash = next((i for i in range(name.last + 1, until) if _ends_dateline(tree, i)), None)
    return dash is not None and tree.words[dash + 1][0].isupper()


def _ends_dateline(tree: Tree, i: int) -> bool:
    """Whether a dash stands apart from the word before it, or a stop that is read for one."""
    return tree.words[i] in DASHES | {"."} and (bool(tree.blanks[i - 1]) or tree.words[i] != ".")


def _told(ontology: Ontology, key: tuple[str, str]) -> Counter[str]:
    return Counter(dict(ontology.typing.beside.get(key, ())))


def lies_in(tree: Tree, name: NameSpan, after: NameSpan, ontology: Ontology) -> KnownName | None:
    """The country or region behind a comma that tells where a name lies, or None.

    "Everett, Washington" if nothing more is listed; in "Paris, Washington and London" three places are.
    """
    if after.first != name.last + 2 or tree.words[name.last + 1] != "," or not after.hits:
        return None
    state = lexicon_of(ontology).exact.get(f"{tree.text(after.first, after.last)} State", ())
    hits = [hit for hit in (*after.hits, *state) if hit.form is not Form.METONYM]
    lands = [hit.name for hit in hits if ontology.top_type(hit.name.cls) in ("Country", "Region")]
    head = head_of(tree, after)
    above = tree.heads[head]
    if not lands or not name.first <= above <= name.last:
        return None
    listed = any(tree.deps[c] in ("cc", "conj") and c != head for i in (head, above) for c in tree.children[i])
    is_sure = tree.deps[head] != "conj" and lands[0] == after.hits[0].name
    return lands[0] if tree.deps[head] in RESTATED and (is_sure or not listed) else None
