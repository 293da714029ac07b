"""Where things are, and what a participle bound to a name says; labelled by reading before any rule was run on them."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, missing

ROWS: list[Row] = [
    # a noun with its place
    ("Troops in Mali mourned the general.", ["* Troops | kgr:be_in | Mali"]),
    ("The plant near Oslo makes paper.", ["* plant | kgr:be_near | Oslo", "! ? | kgo:locatedIn | ?"]),
    ("The plant in Oslo makes paper.", ["* plant | kgo:locatedIn | Oslo"]),
    ("The general feared troops in Mali.", ["* troops | kgr:be_in | Mali"]),
    ("The pact between Joe Biden and Xi Jinping in Bali failed.", ["! ? | kgr:be_in | ?"]),
    ("The king lost interest in Oslo.", ["! interest | ? | Oslo"]),
    ("The factory in ruins makes paper.", ["! factory | kgo:locatedIn | ?"]),
    # what is denied, possible or yet to come is nowhere
    ("There are no troops in Mali.", ["! * ? | ? | Mali"]),
    ("The general denied that troops in Mali had fled.", ["! ? | kgr:be_in | ?"]),
    # an event happens where its clause says, and so is what it harms
    ("In Chile, two storms destroyed a school.", ["* storms | kgo:occurredIn | Chile", "* school | ? | Chile"]),
    ("Near Mosul, an airstrike destroyed a bridge.", ["* airstrike | kgr:occur_near | Mosul"]),
    ("Near Mosul, an airstrike destroyed a bridge.", ["* bridge | kgr:be_near | Mosul"]),
    ("In Mali, rebels burned a farm and killed three soldiers.", ["* soldiers | kgr:be_in | Mali"]),
    ("In Peru, police conducted a raid.", ["* raid | kgo:occurredIn | Peru"]),
    ("The storm may destroy a school in Chile.", ["! ? | kgo:occurredIn | ?"]),
    ("The ministry relies on Norway.", ["! ? | kgr:be_on | ?"]),
    # participles bound to a name
    ("The Taliban-held city fell.", ["* Taliban | kgo:controls | city"]),
    ("A Toulouse-based company sued Nokia.", ["* company | kgo:basedIn | Toulouse", "! Toulouse | ? | ?"]),
    ("Iranian-backed militias fled.", ["* Iran | kgo:supports | militias"]),
    ("A well-known company sued Nokia.", ["! well | ? | ?"]),
    # whom something is told
    ("Angela Merkel told reporters that the vote failed.", ["* Angela Merkel | kgr:tell | ... | recipient=reporters"]),
    # whoever leads by a noun
    ("Ulysses Grant, the commander of the garrison, left.", ["* Ulysses Grant | kgo:leaderOf | garrison"]),
]  # fmt: skip


@pytest.mark.parametrize("text, wanted", ROWS)
def test_whereabouts_are_told(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []
