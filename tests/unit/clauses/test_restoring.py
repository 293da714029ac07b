"""Verbs found before noun phrases are read: gerunds before their object, and clauses that "as" opens in a headline."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.clauses.fragments import restore_verbs
from kg.clauses.gerunds import base_of
from tests.unit.clauses.parsed import parsed

STORES = "Stores/NNS/nsubj/1 spent=spend/VBD/ROOT/1 years=year/NNS/dobj/1 closing/NN/compound/4 branches/NNS/dobj/1 ././punct/1"
GAVE_UP = "It/PRP/nsubj/1 gave=give/VBD/ROOT/1 up/RP/prt/1 selling/NN/compound/4 tickets/NNS/dobj/1 ././punct/1"
STOPPED = "It/PRP/nsubj/1 stopped=stop/VBD/ROOT/1 selling/NN/compound/3 tickets/NNS/dobj/1 ././punct/1"
BREAKING = "It/PRP/nsubj/1 fined=fine/VBD/ROOT/1 them/PRP/dobj/1 for/IN/prep/1 breaking=break/VBG/amod/5 rules/NNS/pobj/3 ././punct/1"
ENVOY = (
    "Moscow/NNP/nsubj/1 summons=summon/VBZ/ROOT/1 envoy/NN/dobj/1 as/IN/prep/2 row/NN/pobj/3 over/IN/prep/4 it/PRP/pobj/5 "
    "deepens=deepen/NNS/dobj/1"
)
TRUCE = "Truce/NNP/compound/1 collapses=collapse/VBZ/nsubj/4 as/IN/prep/1 talks=talk/NNS/pobj/2 fail/VBP/ROOT/4"
SEARCH = "Shocks/NNS/nsubj/5 slow/JJ/amod/2 search/NN/dobj/0 as/IN/prep/2 toll/NN/pobj/3 reaches=reach/VBZ/ROOT/5 268/CD/dobj/5"
SLUMP = "Shop/NN/nsubj/1 closes=close/VBZ/ROOT/1 as/IN/mark/4 sales/NNS/compound/4 slump/VBP/advcl/1"
HELD = "Two/CD/nsubj/4 held=hold/VBN/acl/0 after/IN/prep/1 march/NN/pobj/2 turns=turn/VBZ/ROOT/4 violent/JJ/acomp/4"


def restored(text: str) -> Doc:
    """The parse that a text describes, with its verbs found."""
    doc = parsed(text)
    restore_verbs(doc)
    return doc


@pytest.mark.parametrize("text, wanted", [
    (STORES, "closing <- spent xcomp, branches <- closing dobj, years <- spent npadvmod"),
    (STORES.replace("years=year", "cash=cash"), "closing <- branches compound"),
    (STORES.replace("closing", "training"), "training <- branches compound"),
    (GAVE_UP, "selling <- gave xcomp, tickets <- selling dobj"),
    (GAVE_UP.replace("up/RP", "out/RP"), "selling <- tickets compound"),
    (STOPPED, "selling <- stopped xcomp, tickets <- selling dobj"),
    (STOPPED.replace("stopped=stop", "saw=see"), "selling <- tickets compound"),
    (BREAKING, "breaking <- for pcomp, rules <- breaking dobj"),
    (BREAKING.replace("breaking=break", "rising=rise"), "rising <- rules amod"),
    (BREAKING.replace("fined=fine", "paid=pay"), "breaking <- rules amod"),
    (ENVOY, "row <- deepens nsubj, deepens <- summons advcl, as <- deepens mark"),
    (f"{ENVOY} ././punct/1", "row <- as pobj, deepens <- summons dobj"),
    (ENVOY.replace("as/IN", "in/IN"), "row <- in pobj, deepens <- summons dobj"),
    (TRUCE, "Truce <- collapses nsubj, collapses <- collapses ROOT, talks <- fail nsubj, fail <- collapses advcl"),
    (TRUCE.replace("as/IN", "at/IN"), "talks <- at pobj, fail <- fail ROOT"),
    (SEARCH, "Shocks <- reaches meta, toll <- reaches nsubj"),
    (SEARCH.replace("toll/NN", "tolls/NNS"), "Shocks <- reaches nsubj, tolls <- as pobj"),
    (SLUMP, "sales <- slump nsubj"),
    (SLUMP.replace("sales/NNS", "price/NN"), "price <- slump compound"),
    (HELD, "Two <- turns nsubj, march <- after pobj"),
])  # fmt: skip
def test_verbs_are_found(text: str, wanted: str) -> None:
    doc = restored(text)
    places = {t.text: f"{t.text} <- {t.head.text} {t.dep_}" for t in doc}
    assert ", ".join(places[part.split(" ")[0]] for part in wanted.split(", ")) == wanted


@pytest.mark.parametrize("gerund, verb", [
    ("closing", "close"), ("selling", "sell"), ("stopping", "stop"), ("making", "make"), ("reducing", "reduce"),
    ("creating", "create"), ("paying", "pay"), ("passing", "pass"), ("reading", "read"), ("answering", "answer"),
    ("providing", "provide"), ("manufacturing", "manufacture"), ("fighting", "fight"),
])  # fmt: skip
def test_a_gerund_gives_its_verb(gerund: str, verb: str) -> None:
    assert base_of(gerund) == verb


def test_a_restored_gerund_is_a_verb() -> None:
    word = restored(STORES)[3]
    assert (word.tag_, word.pos_, word.lemma_) == ("VBG", "VERB", "close")
