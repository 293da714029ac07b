"""Kinds that a text tells of a name: "the town of Arua", "retailers such as Vinted", "the Moderates, a party"."""

from __future__ import annotations

import re
from collections import Counter

from kg.mentions.heads import head_class
from kg.mentions.lexicon import Form, lexicon_of
from kg.mentions.names import COMPASS, NameSpan
from kg.mentions.tree import Tree
from kg.ontology import Ontology

PARTY = "kgo:PoliticalParty"
KIND_WEIGHT = 6

NAMED_OF = frozenset(
    {"city", "town", "village", "hamlet", "province", "region", "county", "district", "island", "municipality",
     "governorate", "oblast", "township", "prefecture", "canton", "borough", "commune", "republic", "kingdom",
     "settlement", "peninsula", "archipelago"}
)  # fmt: skip
"""Nouns whose "of" is followed by what they are called: "the town of Arua", but "the suburb of Paris"."""

COUNTY = re.compile(r"^[A-Z][a-z]{3,}shire$")


def kind_of(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What a noun before "of" tells of the name behind it: "the province of Zentrix", "the village of Zentrix"."""
    of = tree.heads[head_of(tree, name)]
    if of != name.first - 1 or tree.words[of] != "of" or name.hits:
        return Counter()
    noun = of - 1
    if noun < 0 or tree.lemmas[noun] not in NAMED_OF or tree.tags[noun] != "NN":
        return Counter()
    return Counter({head_class(tree, noun, ontology): KIND_WEIGHT})


def listing(tree: Tree, name: NameSpan) -> list[int]:
    """The plural that names are listed under: "retailers such as Zentrix", "rivals Kentrox and Zentrix"."""
    head = first = head_of(tree, name)
    while tree.deps[first] == "conj" and tree.heads[first] < first:
        first = tree.heads[first]
    above = tree.heads[first]
    is_example = tree.lemmas[above] == "include" or tree.words[above - 1 : above + 1] == ["such", "as"]
    found = [tree.heads[above]] if tree.deps[first] == "pobj" and is_example else []
    if head != first:
        found += [c for c in tree.children[first] if c < first and tree.deps[c] in ("compound", "nmod")]
        found += [above] if tree.deps[first] == "appos" and above < first else []
    return [noun for noun in found if tree.tags[noun] == "NNS" and tree.pos[noun] == "NOUN"]


def restating(tree: Tree, name: NameSpan) -> list[int]:
    """The noun of an apposition right behind a name that the tree hangs elsewhere: "went to Zentrix, a party"."""
    comma = name.last + 1
    if comma + 2 >= len(tree) or tree.words[comma] != "," or tree.words[comma + 1].lower() not in ("a", "an"):
        return []
    noun = tree.heads[comma + 1]
    is_apposed = tree.deps[noun] == "appos" and tree.heads[noun] < name.first and tree.pos[noun] == "NOUN"
    return [noun] if is_apposed and noun > comma else []


def is_region(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a name is an English county's, or that of a part of a known land: "Berkshire", "West Java"."""
    if name.first == name.last:
        return bool(COUNTY.match(tree.words[name.first]))
    match = lexicon_of(ontology).match(tree, name.first + 1)
    is_land = match is not None and match[0] == name.last and match[1][0].form in (Form.LABEL, Form.ALIAS)
    top = ontology.top_type(match[1][0].name.cls) if match is not None and is_land else ""
    return tree.words[name.first] in COMPASS and top in ("Country", "Region", "Place")


def is_beside_body(tree: Tree, name: NameSpan) -> bool:
    """Whether the model sees an organization in a list that a name is in."""
    head = first = head_of(tree, name)
    while tree.deps[first] == "conj" and tree.heads[first] < first:
        first = tree.heads[first]
    listed = [first]
    for i in listed:
        listed += [c for c in tree.children[i] if tree.deps[c] == "conj"]
    return any(tree.labels[i] == "ORG" or tree.words[i] in tree.shops for i in listed if i != head)


def is_party(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether "the" stands before a plural that ends parties' names too: "the Liberals"."""
    told = dict(ontology.typing.beside.get(("last", tree.words[name.first].lower()), ()))
    return PARTY in told and name.first > 0 and tree.words[name.first - 1].lower() == "the"


def head_of(tree: Tree, name: NameSpan) -> int:
    """The token of a name that the rest depends on."""
    inside = range(name.first, name.last + 1)
    return next((i for i in reversed(inside) if tree.heads[i] not in inside or tree.heads[i] == i), name.last)
