"""Names -> classes: gazetteer, titles, endings and the model's labels, with one vote a document for each name."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.mentions.lexicon import Form, Hit
from kg.mentions.names import NameSpan
from kg.mentions.tree import Tree
from kg.mentions.words import ORGANIZATION_ENDINGS, OTHER_ENDINGS
from kg.ontology import Ontology

LABEL_CLASSES = {
    "PERSON": "kgo:Person", "ORG": "kgo:Organization", "GPE": "kgo:City", "LOC": "kgo:Place", "FAC": "kgo:Facility",
    "NORP": "kgo:Group", "PRODUCT": "kgo:Product", "EVENT": "kgo:Event", "WORK_OF_ART": "kgo:Document",
    "LAW": "kgo:Document",
}  # fmt: skip
NATIONAL = frozenset(
    {"kgo:GovernmentBody", "kgo:Legislature", "kgo:Court", "kgo:LawEnforcement", "kgo:ArmedForce",
     "kgo:PoliticalParty", "kgo:IntelligenceAgency", "kgo:Ministry", "kgo:Agency"}
)  # fmt: skip
"""Bodies that many countries have under one name: an alias counts only where the document names the country."""
DESCRIBED = frozenset({"Person", "Organization", "City", "Country", "Region", "Product", "Facility"})
"""Types that a common noun next to a name tells."""
TITLE_WEIGHT = 8
NOUN_WEIGHT = 4
PRODUCT_WEIGHT = 3
ENDING_WEIGHT = 5
LABEL_LIMIT = 3
"""The model's label counts once a place, but however often it errs it does not outvote a title or an ending."""
FULL_NAME_WEIGHT = 6
ACRONYM_WEIGHT = 1
LONGEST_ACRONYM = 6


def name_classes(tree: Tree, names: list[NameSpan], ontology: Ontology) -> list[tuple[str, str | None]]:
    """The class and, if known, the gazetteer slug of each name, parallel to `names`."""
    countries = _named_rows(names)
    owners = _owners(tree, names, ontology)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    plurals = frozenset(word for word, tag in zip(tree.words, tree.tags, strict=True) if tag == "NNS")
    for name in names:
        text = tree.text(name.first, name.last)
        votes[text].update(_votes(tree, name) + _context_votes(tree, name, ontology))
        labels[text].update(_label_votes(tree, name, plurals))
    for text, found in labels.items():
        votes[text].update({cls: min(count, LABEL_LIMIT) for cls, count in found.items()})
    _support_parts(tree, names, votes)
    named = [countries if owner is None else frozenset({owner}) for owner in owners]
    return [_decide(tree, name, votes, ontology, rows) for name, rows in zip(names, named, strict=True)]


def _owners(tree: Tree, names: list[NameSpan], ontology: Ontology) -> list[str | None]:
    """The country that possesses each name ("Brazil's Congress", "Ukrainian National Guard"), if one does."""
    owners: list[str | None] = []
    before: NameSpan | None = None
    for name in names:
        gap = name.first - before.last - 1 if before else -1
        possesses = gap == 0 or (gap == 1 and tree.tags[name.first - 1] == "POS")
        row = before.hits[0].name if before and before.hits and possesses else None
        owners.append(row.id if row and ontology.top_type(row.cls) == "Country" else None)
        before = name
    return owners


def _named_rows(names: list[NameSpan]) -> frozenset[str]:
    """Slugs of the gazetteer that one name of the document means without doubt, and of what they lie in."""
    sure = [name.hits[0].name for name in names if len(name.hits) == 1]
    around = {row.within for row in sure if row.within and row.cls not in NATIONAL}
    return frozenset({row.id for row in sure} | around)


def _votes(tree: Tree, name: NameSpan) -> Counter[str]:
    """What speaks for each class at one place."""
    votes: Counter[str] = Counter()
    if name.title is not None:
        votes["kgo:Person"] += TITLE_WEIGHT
    ending = _ending(tree, name)
    if ending:
        votes[ending] += ENDING_WEIGHT
    if not name.hits and any(c.isdigit() for i in range(name.first + 1, name.last + 1) for c in tree.words[i]):
        votes["kgo:Product"] += ENDING_WEIGHT
    text = tree.text(name.first, name.last)
    if text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_ACRONYM:
        votes["kgo:Organization"] += ACRONYM_WEIGHT
    return votes


def _label_votes(tree: Tree, name: NameSpan, plurals: frozenset[str]) -> Counter[str]:
    """The model's labels; none in a headline, and no person after an article ("the Worldliner") or in the plural.

    "Warhol Polaroids" are no person in a text that has "Polaroids" as a common noun; `plurals` are all such words.
    """
    labels = {tree.labels[i] for i in range(name.first, name.last + 1)} & LABEL_CLASSES.keys()
    if name.title is None and name.first == name.last and name.first and tree.tags[name.first - 1] == "DT":
        labels -= {"PERSON"}
    if name.title is None and name.first < name.last and tree.tags[name.last] in ("NNS", "NNPS"):
        labels -= {"PERSON"} if tree.words[name.last] in plurals else set()
    return Counter() if tree.headline[name.first] else Counter(LABEL_CLASSES[label] for label in labels)


def _context_votes(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What the words around a name say of it: "German airline Lufthansa", "Uber, a company", "an iPod"."""
    votes: Counter[str] = Counter()
    for noun in _describing(tree, name):
        cls = ontology.nouns.get(tree.lemmas[noun]) or ("kgo:Person" if tree.lemmas[noun] in ontology.offices else None)
        if cls and ontology.top_type(cls) in DESCRIBED:
            votes[cls] += NOUN_WEIGHT
    before = tree.words[name.first - 1].lower() if name.first else ""
    single = name.first == name.last and not name.hits
    if single and before in ("a", "an", "its", "their"):
        votes["kgo:Product"] += PRODUCT_WEIGHT
    if single and tree.words[name.first][0].islower():
        votes["kgo:Product"] += PRODUCT_WEIGHT
    return votes


def _describing(tree: Tree, name: NameSpan) -> list[int]:
    """Common nouns that say what a name is: one right before it, or its apposition."""
    nouns = []
    if name.first and tree.pos[name.first - 1] == "NOUN" and tree.deps[name.first - 1] in ("compound", "nmod"):
        nouns.append(name.first - 1)
    for i in range(name.first, name.last + 1):
        nouns += [c for c in tree.children[i] if c > name.last and tree.deps[c] == "appos" and tree.pos[c] == "NOUN"]
        head = tree.heads[i]
        if tree.deps[i] == "appos" and head < name.first and tree.pos[head] == "NOUN":
            nouns.append(head)
    return nouns


def _ending(tree: Tree, name: NameSpan) -> str | None:
    """The class that the last word of a name tells, or the first of "University of ..."."""
    words = [tree.words[i].lower() for i in range(name.first, name.last + 1)]
    of = words.index("of") if "of" in words else len(words)
    head = words[of - 1] if of else words[-1]
    if len(words) == 1:
        return None
    return ORGANIZATION_ENDINGS.get(head) or OTHER_ENDINGS.get(head) or ORGANIZATION_ENDINGS.get(words[-1])


def _support_parts(tree: Tree, names: list[NameSpan], votes: dict[str, Counter[str]]) -> None:
    """Let a person's full name vote for its first and last word, wherever they stand alone."""
    whole = {text for text, found in votes.items() if found and _best(found) == "kgo:Person"}
    parts = {part for text in whole if " " in text for part in (text.split(" ")[0], text.split(" ")[-1])}
    for text in votes:
        if text in parts:
            votes[text]["kgo:Person"] += FULL_NAME_WEIGHT


def _best(votes: Counter[str]) -> str:
    return min(votes, key=lambda cls: (-votes[cls], cls))


def _decide(
    tree: Tree, name: NameSpan, votes: dict[str, Counter[str]], ontology: Ontology, named: frozenset[str]
) -> tuple[str, str | None]:
    found = votes[tree.text(name.first, name.last)]
    hit = _known(name, named, ontology)
    if name.region is not None:
        known = hit if hit and ontology.top_type(hit.name.cls) in ("Region", "Place") else None
        return (known.name.cls, known.name.id) if known else ("kgo:Region", None)
    if hit and not _is_surname(tree, name, hit, found, ontology):
        return hit.name.cls, hit.name.id
    if name.hits and name.hits[0].name.cls in NATIONAL:
        return name.hits[0].name.cls, None
    return (_best(found), None) if found else ("kgo:Thing", None)


def _is_surname(tree: Tree, name: NameSpan, hit: Hit, found: Counter[str], ontology: Ontology) -> bool:
    """Whether a known name is a person's here: after a title, or part of a full name of the document ("Ford")."""
    if found["kgo:Person"] < FULL_NAME_WEIGHT or ontology.top_type(hit.name.cls) == "Country":
        return False
    return name.title is not None or (name.first == name.last and _best(found) == "kgo:Person")


def _known(name: NameSpan, named: frozenset[str], ontology: Ontology) -> Hit | None:
    """The row that the name means: of several the one in or around a place that the document names."""
    if not name.hits:
        return None
    if name.region is not None:
        regions = [hit for hit in name.hits if ontology.top_type(hit.name.cls) in ("Region", "Place")]
        return regions[0] if regions else name.hits[0]
    best = name.hits[0]
    is_common = best.form is Form.ALIAS or best.name.cls == "kgo:PoliticalParty"
    if is_common and best.name.cls in NATIONAL and best.name.within not in named:
        return None  # "Congress" in an article about Peru, "Democratic Party" in one about Hong Kong
    rivals = [hit for hit in name.hits if hit.form == best.form]
    near = [hit for hit in rivals if hit.name.id in named or hit.name.within in named]
    if best.form is Form.METONYM or best.name.id in named or not near:
        return best
    return near[0] if ontology.top_type(best.name.cls) != "Country" or best.form is Form.DEMONYM else best
