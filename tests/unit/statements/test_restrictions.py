"""What restricts, replaces, bounds or only imagines: told with what it belongs to, or not told."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

GAPS: list[Row] = [
    # the head of a relative clause is the object of the lowest verb without one
    ("The fleet that the airline wants to sell to Peru is old.", ["airline | ? | fleet"]),
    ("The police found the man the ministry wanted to arrest.", ["ministry | ? | man"]),
    ("The museum will display the ship the council wants to sell.", ["council | ? | ship", "museum | ? | ship"]),
    ("The day they plan to leave is near.", ["! they | ? | day"]),
    ("The firm that wants to sell ferries is old.", ["firm | ? | ferries", "! ? | kgr:sell | firm"]),
    ("The maker of the boat (which was sold on Monday) failed.", ["* boat | kgr:be_sold | -"]),
    ("The choir done on the boat sang.", ["! ? | kgr:do_on | ?"]),
]

RANKS: list[Row] = [
    # what is first or most of those that a clause tells of is so of no others
    ("The bridge is the longest structure to be built in Norway.", [
        "* bridge | kgr:be | longest structure to be built in Norway", "! * bridge | kgr:be_built | ?"]),
    ("The Kestrel is the first coastal ferry to be powered mainly with compressed hydrogen and solar energy from the "
     "coast of Norway since May.", [
            "* Kestrel | kgr:be | first coastal ferry to be powered mainly with compressed hydrogen and solar "
            "energy from the coast of Norway since May"]),
    ("The bridge is the longest structure.", ["* bridge | kgr:be | longest structure"]),
    ("The bridge is an old structure.", ["* bridge | kgr:be | old structure"]),
    # "as fast" says nothing without as what
    ("The ferry is twice as fast at half the price.", ["! ferry | kgr:be | ?"]),
    ("The ferry is fast.", ["* ferry | kgr:be | fast"]),
]  # fmt: skip

REPLACED: list[Row] = [
    ("The boat is powered by hydrogen instead of the diesel used before.", [
        "* hydrogen | ? | boat", "! diesel | ? | boat", "! boat | ? | diesel"]),
    ("The bank hired engineers rather than lawyers.", ["* bank | ? | engineers", "! bank | ? | lawyers"]),
    ("The bank hired engineers and lawyers.", ["* bank | ? | engineers", "* bank | ? | lawyers"]),
]  # fmt: skip

IMAGINED: list[Row] = [
    ("If there came a day when the mayor could not pay the staff, the town would close the school.", [
        "! * mayor | ? | staff"]),
    ("The council made the construction of a school a priority.", ["! * construction | ? | ?"]),
    ("The council praised the construction of a school.", ["* council | ? | construction"]),
    ("The ministry selected the firm to build the bridge.", ["firm | kgr:build | bridge", "! * firm | ? | bridge"]),
    # the verb that puts it off tells it already
    ("Storm test flight delayed after crash", ["! ? | kgr:take_place | ?"]),
    ("The bank put off the meeting.", ["! ? | kgr:take_place | ?"]),
    ("The bank announced a merger.", ["merger | kgr:take_place | -"]),
    ("The upcoming meeting worries the bank.", ["meeting | kgr:take_place | -"]),
]  # fmt: skip

BOUNDED: list[Row] = [
    (
        "The leak was not reported when the ship left port.",
        ["leak | kgr:be_reported | - | not | when=the ship left port"],
    ),
    ("The leak was not reported.", ["leak | kgr:be_reported | - | not", "! leak | ? | ? | when=port"]),
    ("The leak was reported when the ship left port.", ["* leak | kgr:be_reported | -", "! leak | ? | ? | when=port"]),
]

SPOKEN: list[Row] = [
    ("The minister agreed that work is hard - “I conclude that the law does not help.”", [
        "! minister | kgr:conclude | work", "law | kgr:help | - | not"]),
    ("The court called for a new trial, citing flaws in the evidence.", ["* court | ? | new trial",
        "! ? | ? | ? | by=flaws"]),
    ("The news comes as the owner starts a reform.", ["! news | kgr:come | -"]),
    ("The news came on Monday.", ["* news | kgr:come | - | time=2025-05-12"]),
    ("The storm came.", ["* storm | kgr:come | -"]),
    ("The shop passed Harrods to become the largest seller.", ["* shop | kgr:become | largest seller"]),
]  # fmt: skip

LABELS: list[Row] = [
    ("Anna Berg obtained a letter and published details of it.", ["! Anna Berg | ? | details of it"]),
    ("Fincantieri secures $11bn of ship deals.", ["* Fincantieri | kgr:secure | $11bn of ship deals"]),
    ("The fleet consists of 30 ships (24 ferries and 6 tugs).", ["* fleet | ? | ships | quantity=30 ships",
                                                               "! ? | kgo:count | 24 | quantity=30 ships"]),
]  # fmt: skip

MODELS: list[Row] = [
    (
        "Toyota unveils new diesel-based Corolla",
        ["* Toyota | ? | new diesel-based Corolla"],
    ),
    ("Toyota unveils Corolla", ["* Toyota | kgo:presented | Corolla"]),
]

ALL = [*MODELS, *GAPS, *RANKS, *REPLACED, *IMAGINED, *BOUNDED, *SPOKEN, *LABELS]


@pytest.mark.parametrize("text, wanted", ALL, ids=[text for text, _ in ALL])
def test_a_restriction_is_kept(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_an_inch_mark_is_no_quotation_mark() -> None:
    labels = {getattr(d.statement.object, "label", "") for d in drafts('The tablet has a 13.3" screen.')}
    assert '13.3" screen' in labels


def test_a_bracket_counts_its_own() -> None:
    told = [d.statement for d in drafts("The army has 30 vehicles (24 tanks and 6 trucks).")]
    counts = {s.subject.label: s.object.value for s in told if s.relation.id == "kgo:count"}  # type: ignore[union-attr]
    assert counts == {"30 vehicles": "30", "24 tanks": "24", "6 trucks": "6"}
