"""Names widened by the numbers that belong to them: ordinals of units, years of events, codes split into tokens."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.mentions.names import NameSpan
from kg.mentions.runs import COINED
from kg.mentions.tree import Tree
from kg.mentions.words import ORGANIZATION_ENDINGS, OTHER_ENDINGS, POSSESSIVES
from kg.ontology import Ontology

ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$", re.IGNORECASE)
YEAR = re.compile(r"^(?:19|20)\d\d$")
OPEN = frozenset({"of", "for", "and", "in", "at", "by", "to", "the", "on", "with"})
"""Words with which no name ends."""
LONGEST_NUMBER = 3
"""Digits of a unit's number."""
SHORTEST_CODE = 3
"""Letters of an acronym that a number may follow."""
UNITS = frozenset({"kgo:MilitaryUnit", "kgo:ArmedForce", "kgo:Organization", "kgo:Facility"})
"""What is numbered: "3rd Battalion", "Terminal 3"."""


def widen(tree: Tree, names: list[NameSpan], ontology: Ontology) -> list[NameSpan]:
    """The names with their numbers: "507th Maintenance Group", "Expo 2016", "3G iPhone", "iPhone 3G".

    Left to right as before; a name never ends in a preposition or "and".
    """
    found: list[NameSpan] = []
    capitals = _capitals(tree)
    for name in map(lambda name: _closed(tree, name), names):
        first = _first(tree, name, ontology)
        before = found[-1] if found else None
        if before is not None and first <= before.last:
            first = name.first
        if before is not None and first < name.first and first == before.last + 1 and tree.words[first].isdigit():
            found[-1] = NameSpan(before.first, name.last, (), before.title)
            continue
        last = _last(tree, name, ontology, capitals)
        is_wider = (first, last) != (name.first, name.last)
        found.append(replace(name, first=first, last=last, hits=(), region=None) if is_wider else name)
    return found


def _closed(tree: Tree, name: NameSpan) -> NameSpan:
    last = name.last
    while last > name.first and tree.words[last] in OPEN:
        last -= 1
    return name if last == name.last else replace(name, last=last, hits=())


def _first(tree: Tree, name: NameSpan, ontology: Ontology) -> int:
    """Where a name starts if the number right before it belongs to it."""
    i = name.first - 1
    if i < 0 or name.title is not None or tree.sentences[i] != tree.sentences[name.first]:
        return name.first
    if tree.words[i].isdigit() and not tree.blanks[i] and tree.words[name.first][0].isupper():
        return i
    is_unit = ORDINAL.match(tree.words[i]) and not name.hits and _is_unit(tree, name.last, ontology)
    return i if is_unit else name.first


def _is_unit(tree: Tree, i: int, ontology: Ontology) -> bool:
    """Whether the last word of a name is one for bodies and units, which are numbered."""
    word = tree.words[i].lower()
    if word in ORGANIZATION_ENDINGS or word in ("street", "avenue"):
        return True
    told = {cls for cls, _ in ontology.typing.beside.get(("last", word), ())}
    told |= {cls for form in (word, word.removesuffix("s")) if (cls := ontology.nouns.get(form))}
    return any(ontology.is_a(cls, unit) for cls in sorted(told) for unit in sorted(UNITS))


def _is_number_of(tree: Tree, name: NameSpan, i: int, ontology: Ontology) -> bool:
    """Whether a number is a unit's or follows its acronym ("CTF 50"), and counts nothing behind it."""
    if len(tree.words[i]) > LONGEST_NUMBER:
        return False
    word = tree.words[name.last]
    counts = tree.heads[i] > i + 1 or (i + 1 < len(tree) and tree.pos[i + 1] in ("NOUN", "PROPN", "NUM", "SYM"))
    if name.first == name.last and word.isupper() and word.isalpha() and len(word) >= SHORTEST_CODE:
        return not counts and not name.hits
    is_part = tree.heads[i] in range(name.first, i) or tree.heads[name.last] == i
    return is_part and _is_unit(tree, name.last, ontology)


def _is_small_part(tree: Tree, name: NameSpan, i: int, capitals: frozenset[str]) -> bool:
    """Whether a coined name goes on in small letters with a word that the text elsewhere writes as a name's.

    "iPod nano" beside "iPod Nano".
    """
    word = tree.words[i]
    if not COINED.match(tree.words[name.last]) or not word.islower() or tree.pos[i] not in ("NOUN", "PROPN", "ADJ"):
        return False
    return word.capitalize() in capitals


def _is_eponym(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a disease is called after a name: "Parkinson's disease"."""
    i = name.last + 2
    if name.first != name.last or name.hits or name.title is not None or i >= len(tree):
        return False
    told = {cls for cls, _ in ontology.typing.beside.get(("last", tree.words[i]), ())}
    return tree.words[i - 1] in POSSESSIVES and "kgo:Disease" in told and tree.sentences[i] == tree.sentences[i - 2]


def _capitals(tree: Tree) -> frozenset[str]:
    """Words that the text writes as a name's, with a capital inside a sentence."""
    inside = (k for k in range(1, len(tree)) if tree.pos[k] == "PROPN" and tree.sentences[k] == tree.sentences[k - 1])
    return frozenset(tree.words[k] for k in inside)


def _last(tree: Tree, name: NameSpan, ontology: Ontology, capitals: frozenset[str]) -> int:
    """Where a name ends if the number right after it belongs to it: an event's year, a unit's ("Task Force 52")."""
    i = name.last + 1
    if _is_eponym(tree, name, ontology):
        return i + 1
    if i < len(tree) and _is_small_part(tree, name, i, capitals):
        return i
    if i >= len(tree) or not tree.words[i].isdigit() or tree.sentences[i] != tree.sentences[name.last]:
        return name.last
    if not YEAR.match(tree.words[i]):
        return i if _is_number_of(tree, name, i, ontology) else name.last
    words = [tree.words[k].lower() for k in range(name.first, i)]
    told = {cls for word in words for cls, _ in ontology.typing.beside.get(("last", word), ())}
    told |= {OTHER_ENDINGS[word] for word in words if word in OTHER_ENDINGS}
    return i if "kgo:Event" in told else name.last
