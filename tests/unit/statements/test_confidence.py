"""A confidence falls with each sign against a statement; all of them are seen in sentences."""

from __future__ import annotations

import pytest

from kg.statements import confidence
from kg.statements.confidence import LEAST, MOST, WEIGHTS, Sign, rate
from tests.unit.statements.drafted import drafts, fits

PLAIN = ("Israel bombed Damascus.", "* Israel | kgo:attacked | Damascus")

DOUBTFUL = [
    ("She bombed Damascus.", "* ? | kgo:attacked | Damascus"),
    ("Israel, Turkey and Iran bombed Damascus.", "* Iran | kgo:attacked | Damascus"),
    ("Washington was angry because Israel bombed Damascus.", "* ? | kgo:attacked | Damascus"),
    ("Israel bombed Damascus", "* Israel | kgo:attacked | Damascus"),
    ("The storm flooded the harbor.", "* storm | kgr:flood | harbor"),
]


def test_every_sign_has_a_weight() -> None:
    assert set(WEIGHTS) == set(Sign)


@pytest.mark.parametrize(("sentence", "row"), DOUBTFUL, ids=[sentence for sentence, _ in DOUBTFUL])
def test_a_doubtful_statement_is_less_sure(sentence: str, row: str) -> None:
    assert _confidence(sentence, row) < _confidence(*PLAIN)


def test_an_office_is_surer_than_a_clause() -> None:
    office = _confidence(
        "Angela Merkel, chancellor of Germany, spoke on Monday.", "* Angela Merkel | kgo:holdsOffice | ?"
    )
    assert office > _confidence(*PLAIN)


def test_a_share_stays_between_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "WEIGHTS", {Sign.CLAUSE: 99.0, Sign.NOUN: -99.0})
    assert (rate([Sign.CLAUSE]), rate([Sign.NOUN]), rate([])) == (MOST, LEAST, 0.5)


def _confidence(sentence: str, row: str) -> float:
    [found, *_] = [d.statement.confidence for d in drafts(sentence) if fits(row, d)]
    return found
