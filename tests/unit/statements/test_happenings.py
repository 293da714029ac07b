"""Whether and when what a noun names takes place; times and ranges told beside the clause's own."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

HAPPENINGS: list[Row] = [
    ("The cancelled meeting cost the bank money.", ["meeting | kgr:take_place | - | not"]),
    ("The bank postponed the meeting.", ["! meeting | kgr:take_place | -"]),
    ("The test flight was delayed on Monday.", ["! ? | kgr:take_place | - | not", "! * ? | kgr:take_place | -"]),
    ("The firms agreed a merger.", ["merger | kgr:take_place | -", "! * merger | kgr:take_place | -"]),
    ("The firm announced a merger.", ["merger | kgr:take_place | -", "! * merger | ? | ?"]),
    ("The firm announced the merger.", ["! merger | kgr:take_place | -"]),
    ("The union called for an election.", ["! election | ? | ?"]),
    ("The king was criticized for not asking for a vote.", ["! vote | kgr:take_place | -"]),
    ("The bank pledged to double production by 2031.", ["! ? | kgr:take_place | -"]),
    ("The judge ordered a retrial.", ["! retrial | kgr:take_place | -"]),
    ("The upcoming election worries the bank.", ["election | kgr:take_place | -", "! * election | kgr:take_place | -"]),
    ("The election worries the bank.", ["! election | kgr:take_place | -"]),
    ("The now-cancelled deal cost the bank money.", ["deal | kgr:take_effect | - | not"]),
    ("The bank may bid for space contracts.", ["! ? | kgr:take_effect | ?"]),
    ("The flights are scheduled to be in time for the fair.", ["! flights | kgr:take_place | -"]),
    ("Oslo sees no signs of imminent deployments.", ["! ? | kgr:take_place | ?"]),
    ("The army planned the \u201cliberation of Narvik\u201d.", ["! ? | kgr:take_place | ?"]),
    ("The unions called for a strike in May.", ["! strike | kgr:take_place | -"]),
    ("The firm may face daily penalties.", ["! ? | kgr:recur | ?"]),
    ("The delay in the delivery of the ship cost the bank money.", ["! ? | ? | ship | not"]),
    ("The annual training period ended.", ["! ? | kgr:recur | ?"]),
    ("The annual conference ended.", ["* conference | kgr:recur | -"]),
    ("The deal cost the bank money.", ["! deal | kgr:take_effect | -"]),
    ("The bank opposed the war in Mali.", ["! war | ? | ? | not"]),
    ("The firm stopped deliveries in May.", ["deliveries | kgr:take_place | - | not"]),
    ("The airline brought flights to Oslo to an end.", ["flights | kgr:take_place | - | not"]),
    ("The bank ended the war.", ["! war | ? | ? | not"]),
    ("The end of the ceremony in Oslo moved the king.", ["! ceremony | ? | ? | not"]),
]

TIMES: list[Row] = [
    ("They signed a 27-year contract.", ["* contract | kgr:last | -"]),
    ("The 1991 agreement was replaced.", ["* 1991 agreement | kgr:date | - | time=1991"]),
    ("The 2011 version sold well.", ["! ? | kgr:date | ?"]),
    ("Anna Berg, the 2009 champion, resigned.", ["! ? | kgr:date | ?"]),
    ("An April 2nd report in Ars Technica was wrong.", ["* report | kgr:date | - | time=2025-04-02"]),
    ("According to an April 2 report, sales fell.", ["* report | kgr:date | - | time=2025-04-02 | by="]),
    ("The WWDC 2005 conference opened.", ["! ? | kgr:date | -"]),
    ("The plane landed on Tuesday in Oslo at 18:00 UTC.", ["* plane | ? | ? | time=2025-05-13 | time=2025-05-13"]),
    ("Five years after its launch, the store closed.", ["* store | ? | ? | interval=P5Y"]),
    ("The backup failed after thirty minutes.", ["* backup | kgr:fail | - | interval=PT30M"]),
    ("The store closed in May.", ["! store | ? | ? | interval=P5Y"]),
]

RANGES: list[Row] = [
    ("The army lost between 10 and 20 tanks.", ["* army | ? | ? | quantity=10 tanks | up to=20"]),
    ("The army lost 10 to 20 tanks.", ["* army | ? | ? | quantity=10 tanks | up to=20"]),
    ("The army lost 10 tanks.", ["* army | ? | ? | quantity=10 tanks", "! army | ? | ? | up to=20"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*HAPPENINGS, *TIMES, *RANGES])
def test_is_told(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_a_second_time_is_an_argument() -> None:
    told = [d.statement for d in drafts("The plane landed on Tuesday in Oslo at 18:00 UTC.")]
    values = [getattr(a.filler, "value", "") for s in told for a in s.arguments if a.role == "time"]
    assert "2025-05-13T18:00Z" in values


HOLDERS: list[Row] = [
    ("The winter clothing indicates that the minister resigned.", ["minister | kgr:resign | - | by="]),
    ("The decline shows that the minister resigned.", ["* minister | kgr:resign | - | by="]),
    ("The fighting saw the minister resign.", ["! minister | kgr:resign | - | by=fighting"]),
    ("The figures indicate that the minister resigned.", ["minister | kgr:resign | - | by=figures"]),
    ("The ministry announced a recount, and that observers will come.", ["observers | kgr:come | - | by=ministry"]),
]


@pytest.mark.parametrize(("text", "wanted"), HOLDERS)
def test_a_thing_that_shows_says_nothing(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_what_bounds_a_length_is_in_its_phrase() -> None:
    told = [d.statement for d in drafts("The phones have been shipping for more than a week.")]
    times = [s.evidence[0].mentions.time for s in told if s.time is not None]
    assert [(t.text, t.phrase_start, t.phrase_end) for t in times if t is not None] == [("a week", 30, 50)]
