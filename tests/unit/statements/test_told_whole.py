"""What is told only whole: phrases that are empty, false or several without the words beside them."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

POINTERS: list[Row] = [
    ("The yard repaired the first that was sold.", ["* yard | ? | first that was sold", "! ? | kgr:be_sold | ?"]),
    ("This fact is explained by strong demand.", ["! strong demand | ? | fact"]),
    ("The firm will license some to the bank.", ["! firm | ? | some"]),
    ("Norway has become one of the largest exporters.", ["* Norway | ? | one of the largest exporters"]),
    ("The boat is roughly the same size as a ferry.", ["* boat | kgr:be | roughly the same size as a ferry"]),
    ("The boat is the same size as a ferry.", ["* boat | kgr:be | same size as a ferry"]),
]

SHARES: list[Row] = [
    ("Not all of the claims were upheld.", ["* not all of the claims | ? | -", "! all of the claims | ? | - | not"]),
    ("Not every passenger survived.", ["! every passenger | ? | -"]),
    ("All of the claims were upheld.", ["* all of the claims | ? | -"]),
]

LEFT_OUT: list[Row] = [
    ("The firm sold the mine but not the railway.", ["* firm | kgo:sold | mine", "! firm | ? | railway"]),
    (
        "The firm sold not the mine but the railway.",
        ["firm | kgo:sold | mine | not", "* firm | kgo:sold | railway", "! firm | ? | railway | not"],
    ),
    ("France but not Germany signed the treaty.", ["* France | kgo:signed | treaty", "! Germany | ? | ?"]),
    ("Not France but Germany signed the treaty.", ["France | ? | treaty | not", "* Germany | kgo:signed | treaty"]),
    ("Not only France but also Germany signed the treaty.", ["* France | ? | treaty", "* Germany | ? | treaty"]),
    ("The mayor was a lawyer but not a judge.", ["* mayor | ? | lawyer", "! mayor | ? | judge"]),
    ("The film was long-awaited but not a great success.", ["film | kgr:be | great success | not"]),
    ("The engine was not powerful enough.", ["engine | kgr:be | powerful enough | not"]),
    ("The brakes were strong enough.", ["* brakes | kgr:be | strong enough"]),
]

TOGETHER: list[Row] = [
    (
        "The fleet consists of 30 ships and eight ferries.",
        ["* fleet | kgr:consist_of | 30 ships and eight ferries", "* ferries | kgo:partOf | fleet"],
    ),
    ("The fleet consists of 30 ships.", ["* fleet | kgr:consist_of | 30 ships"]),
    ("The two models cost $10 and $20 respectively.", ["* two models | ? | $10 and $20"]),
    ("The two models cost $10.", ["* two models | kgr:cost | $10"]),
    ("The release includes 40 new maps and new fonts.", ["! new fonts | ? | ? | quantity=40 maps"]),
    ("Oslo, Bergen and Hamar are to be allowed to bid for contracts.", ["Bergen | kgr:be_allowed | ..."]),
    ("The firm will give owners of its old phones a free case.", ["firm | kgr:give | free case"]),
]

CLAUSES: list[Row] = [
    ("The council made the decision to ban the flights.", ["! council | kgr:make | ?", "council | ? | flights"]),
    ("The speech marked the third time that the king has apologised.", ["! ? | kgr:mark | ...", "! ? | kgo:marks | ?"]),
    ("The software was delivered late.", ["* software | kgr:be_delivered | late"]),
    ("The software was delivered.", ["* software | kgr:be_delivered | -"]),
]

MAPPED: list[Row] = [
    ("Several European political leaders attended the ceremony.", ["! ? | kgo:leaderOf | ?"]),
    ("The leader of the rebels fled.", ["! leader | kgo:leaderOf | rebels"]),
    ("The proposed deal with Norway pleased critics.", ["! Norway | kgo:partyTo | ?"]),
    ("The deal with Norway pleased critics.", ["* Norway | kgo:partyTo | deal"]),
    ("Norway welcomed the treaty.", ["! ? | kgo:praised | ?"]),
    ("The departure of the ferry was delayed.", ["! ? | ? | ? | class=kgo:Resignation"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*POINTERS, *SHARES, *LEFT_OUT, *TOGETHER, *CLAUSES, *MAPPED])
def test_is_told_whole(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_each_of_several_is_allowed_to_act_itself() -> None:
    told = [d.statement for d in drafts("Oslo, Bergen and Hamar are to be allowed to bid for contracts.")]
    inner = [s.object.label for s in told if s.subject.label == "Bergen" and s.relation.id == "kgr:be_allowed"]
    assert len(inner) == 1
    assert "Bergen" in inner[0]
