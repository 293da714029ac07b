"""Clauses and nouns as slots, on parses made by hand; what is expected was written by reading the tree."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.clauses import find_clauses
from kg.statements.slots import Slots, clause_slots, noun_slots, verb_name
from kg.statements.targets import PAIRS, pairs
from tests.unit.clauses.parsed import parsed

CARS = "Italy/NNP/nsubj/1 sold=sell/VBD/ROOT/1 cars/NNS/dobj/1 and/CC/cc/2 wine/NN/conj/2 to/IN/prep/1 Spain/NNP/pobj/5"
PASSIVE = "Kuwait/NNP/nsubjpass/2 was=be/VBD/auxpass/2 invaded=invade/VBN/ROOT/2 by/IN/agent/2 Iraq/NNP/pobj/3 on/IN/prep/2 Monday/NNP/pobj/5"
PARTS = "Storms/NNS/nsubj/1 hit/VBD/ROOT/1 states/NNS/dobj/1 including=include/VBG/prep/2 Cuba/NNP/pobj/3 and/CC/cc/4 Haiti/NNP/conj/4"
PLACE = "Talks/NNS/nsubj/1 took=take/VBD/ROOT/1 place/NN/dobj/1 in/IN/prep/1 Vilnius/NNP/pobj/3"
HELD = "Greece/NNP/nsubj/1 held=hold/VBD/ROOT/1 talks=talk/NNS/dobj/1 with/IN/prep/2 Turkey/NNP/pobj/3"
INVASION = "Russia_/NNP/poss/2 's/POS/case/0 invasion/NN/ROOT/2 of/IN/prep/2 Ukraine/NNP/pobj/3"
BY = "Invasion/NN/ROOT/0 of/IN/prep/0 Kuwait/NNP/pobj/1 by/IN/prep/0 Iraq/NNP/pobj/3"
BETWEEN = "Talks/NNS/ROOT/0 between/IN/prep/0 Greece/NNP/pobj/1 and/CC/cc/2 Turkey/NNP/conj/2"


def filled(doc: Doc, slots: Slots) -> dict[str, str]:
    return {slot: " ".join(doc[f.head].text for f in found) for slot, found in slots.fillers.items()}


@pytest.mark.parametrize("text, wanted, keys", [
    (CARS, {"subject": "Italy", "object": "cars wine", "to": "Spain"}, ["sell + cars", "sell"]),
    (PASSIVE, {"object": "Kuwait", "subject": "Iraq", "on": "Monday"}, ["invade + kuwait", "invade"]),
    (PARTS, {"subject": "Storms", "object": "states Cuba Haiti"}, ["hit + states", "hit"]),
    (PLACE, {"subject": "Talks", "in": "Vilnius"}, ["take + place", "take place", "take"]),
    (HELD, {"subject": "Greece", "object": "talks"}, ["hold + talks", "hold + talk", "hold"]),
])  # fmt: skip
def test_a_clause_fills_slots(text: str, wanted: dict[str, str], keys: list[str]) -> None:
    doc = parsed(text)
    (clause,) = find_clauses(doc)
    slots = clause_slots(doc, clause, lambda verb, noun: (verb, noun) == ("take", "place"))
    assert filled(doc, slots) == wanted
    assert list(slots.keys) == keys


@pytest.mark.parametrize("text, wanted", [
    ("Chad/NNP/nsubj/1 asked/VBD/ROOT/1 Mali/NNP/nsubj/4 to/TO/aux/4 act/VB/ccomp/1", {"infinitive"}),
    ("Chad/NNP/nsubj/1 asked/VBD/ROOT/1 Mali/NNP/dobj/1", set()),
    ("Chad/NNP/nsubj/1 asked/VBD/ROOT/1 why/WRB/advmod/4 Mali/NNP/nsubj/4 acted/VBD/ccomp/1", set()),
])  # fmt: skip
def test_an_infinitive_is_governed(text: str, wanted: set[str]) -> None:
    doc = parsed(text)
    asked = next(c for c in find_clauses(doc) if doc[c.verb].text == "asked")
    slots = clause_slots(doc, asked, lambda verb, noun: False)
    assert slots.governed == wanted
    assert slots.has("infinitive") is bool(wanted) and slots.has("subject")


def test_what_stands_beside_the_object_fills_slots_of_a_light_verb() -> None:
    doc = parsed(HELD)
    slots = clause_slots(doc, find_clauses(doc)[0], lambda verb, noun: False)
    assert slots.of("with") == ()
    assert [doc[f.head].text for f in slots.with_light().of("with")] == ["Turkey"]


@pytest.mark.parametrize("text, wanted", [(PLACE, "take place"), (HELD, "hold")])
def test_a_verb_is_called_with_its_fixed_noun(text: str, wanted: str) -> None:
    doc = parsed(text)
    assert verb_name(doc, find_clauses(doc)[0], lambda verb, noun: noun == "place") == wanted


@pytest.mark.parametrize("text, head, has_object, has_subject, wanted", [
    (INVASION, 2, True, True, {"subject": "Russia", "possessor": "Russia", "object": "Ukraine"}),
    (INVASION, 2, False, False, {"of": "Russia Ukraine"}),
    (INVASION, 2, False, True, {"subject": "Russia", "of": "Russia Ukraine"}),
    (BY, 0, True, True, {"object": "Kuwait", "subject": "Iraq"}),
    (BETWEEN, 0, False, True, {"between": "Greece Turkey", "subject": "Greece", "with": "Turkey"}),
    (BETWEEN, 0, False, False, {"between": "Greece Turkey"}),
])  # fmt: skip
def test_a_noun_fills_slots(text: str, head: int, has_object: bool, has_subject: bool, wanted: dict[str, str]) -> None:
    doc = parsed(text)
    assert filled(doc, noun_slots(doc, head, has_object=has_object, has_subject=has_subject)) == wanted


def test_a_date_after_a_preposition_fills_no_slot() -> None:
    doc = parsed(PASSIVE)
    slots = clause_slots(doc, find_clauses(doc)[0], lambda verb, noun: False)
    assert filled(doc, slots.without(lambda head: doc[head].text in ("Monday", "Kuwait"))) == {
        "object": "Kuwait",
        "subject": "Iraq",
    }


@pytest.mark.parametrize("ones, others", [(1, 1), (8, 8), (9, 8), (200, 200), (1, 200)])
def test_pairs_name_everything_and_stay_few(ones: int, others: int) -> None:
    found = list(pairs(range(ones), range(others)))
    assert {a for a, _ in found} == set(range(ones)) and {b for _, b in found} == set(range(others))
    assert len(found) <= max(PAIRS, ones + others)
