"""Lists and nouns that are told only as one, and what came of a clause: sentences first."""

from __future__ import annotations

import pytest

from kg.model import StatementRef, Value
from tests.unit.statements.drafted import Row, drafts, missing

SHARED: list[Row] = [
    ("The museum offers food, wine and garden tours.", ["* museum | ? | food, wine and garden tours"]),
    ("The hospital lacks doctors, nurses and care beds.", ["* hospital | kgr:lack | nurses"]),
    ("Boeing, Airbus and Embraer jets were grounded in Lima.", ["* Boeing, Airbus and Embraer jets | ? | ?"]),
    (
        "France, Spain and EU officials signed the pact.",
        ["* France | kgo:signed | pact", "* Spain | kgo:signed | pact"],
    ),
    ("The report praised the talent and ability of the nurses.", ["* report | ? | talent and ability of the nurses"]),
    ("The report praised the mayor and the head of the bank.", ["* report | ? | mayor"]),
    ("The planning and execution of the strikes took weeks.", ["* planning and execution of the strikes | ? | weeks"]),
    ("The bank will give between $12 million and $20 million.", ["bank | ? | between $12 million and $20 million"]),
    ("The firm runs an oil and gas field.", ["* firm | kgr:run | oil and gas field"]),
    ("Health, transport and education budgets will be cut.", ["Health, transport and education budgets | ? | -"]),
    ("The bus company and the council blamed each other.", ["* bus company and the council | ? | each other"]),
    (
        "The painting was sold for ten times its estimate.",
        ["! ? | kgo:count | 10", "* painting | ? | ten times its estimate"],
    ),
]

LISTED: list[Row] = [
    (
        "The aid will be sent to three towns - Oslo, Bergen and Hamar.",
        [
            "aid | kgr:be_sent_to | three towns | quantity=3 towns",
            "aid | kgr:be_sent_to | Bergen",
            "! ? | ? | Oslo | quantity=3",
        ],
    ),
    (
        "Two ministers, Anna Berg and Lars Dahl, resigned.",
        ["* Anna Berg | kgr:resign | -", "* Lars Dahl | kgr:resign | -"],
    ),
]

RESTRICTED: list[Row] = [
    ("The pact defined the context in which both may act.", ["* pact | kgr:define | context in which both may act"]),
    ("The people working on it were tired.", ["* people working on it | kgr:be | tired"]),
    ("The car he bought was red.", ["* car he bought | kgr:be | red", "* he | kgo:bought | car"]),
    ("The car was red.", ["* car | kgr:be | red"]),
    ("The phone works at double the speed of the one sold in May.", ["! phone | ? | double the speed of the one"]),
    ("The drug was less effective than expected in men.", ["* drug | kgr:be | less effective than expected in men"]),
]

OUTCOMES: list[Row] = [
    (
        "The bridge was closed, leading to long queues.",
        ["! bridge | kgr:lead_to | ?", "* ... | kgr:lead_to | long queues"],
    ),
    ("Sales fell, forcing the firm to close two plants.", ["! Sales | kgr:force | ?"]),
    ("The army shelled the town, causing a fire.", ["* army | kgo:caused | fire"]),
    ("The bridge was not closed, leading to long queues.", ["! ? | kgr:lead_to | ?"]),
]

TAKEN: list[Row] = [
    ("The team was denied visas.", ["* team | kgr:be_denied | visas", "! visas | ? | ?"]),
    ("Each school was sent a set of books.", ["* each school | kgr:be_sent | set of books"]),
    ("The mayor was beaten by ten votes by his rival.", ["! ten votes | ? | mayor"]),
    ("The crew played works by Mozart and Haydn.", ["! Mozart | kgr:play | ?", "* crew | kgr:play | works"]),
    ("The union called on the state to scrap the plan.", ["state | kgr:scrap | plan", "! union | kgr:scrap | ?"]),
    ("The council gave the mayor a week to explain the bill.", ["mayor | kgr:explain | bill"]),
    ("The union requires members to sign a contract.", ["! union | kgr:require | members"]),
    ("The court ordered the bank to repay the clients.", ["! court | kgr:order | bank", "bank | kgr:repay | clients"]),
    ("The course includes reacting to alarms.", ["! course | kgr:react_to | ?"]),
    ("The contract was fought for in Oslo.", ["* contract | kgr:be_fought_for_in | Oslo"]),
    ("The children were cared for by nuns.", ["* nuns | kgr:care_for | children"]),
    ("Talks that both towns had hoped to restart ended.", ["both towns | kgr:restart | talks"]),
]

ASIDE: list[Row] = [
    ("To the relief of residents, the senate passed the bill.", ["! ? | ? | ? | to=relief"]),
    ("The senate passed the bill to everyone's surprise.", ["! ? | ? | ? | to=surprise"]),
    ("The firm moved the plant to the north of Oslo.", ["* firm | ? | plant | to=north"]),
    ("In addition to the tanks, two huts were destroyed in May.", ["! ? | kgr:be_destroyed_in | addition"]),
    ("The phone has caused problems when held in a certain way.", ["! ? | kgr:be_held_in | ?"]),
    ("He was 20 when arrested in Oslo.", ["* he | ? | Oslo"]),
    ("It is the biggest contract of its kind.", ["! it | ? | ?"]),
    ("Others endured long waits.", ["! others | ? | ?"]),
    ("It was unclear how many people were missing.", ["! ? | kgr:miss | ?", "! how many people | ? | ?"]),
    ("Both teams unbeaten, the Danes won the cup.", ["* Danes | kgo:won | cup", "! both teams | kgo:won | ?"]),
    ("The firm has options on six jets to exercise by May.", ["! firm | kgr:exercise | -"]),
]


@pytest.mark.parametrize("text, wanted", SHARED + LISTED + RESTRICTED)
def test_what_is_one_is_told_as_one(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


ALONE = [
    ("The museum offers food, wine and garden tours.", "wine"),
    ("Boeing, Airbus and Embraer jets were grounded in Lima.", "Airbus"),
    ("The planning and execution of the strikes took weeks.", "planning"),
    ("The bus company and the council blamed each other.", "bus company"),
    ("The pact defined the context in which both may act.", "context"),
]


@pytest.mark.parametrize("text, part", ALONE)
def test_no_part_is_told_alone(text: str, part: str) -> None:
    main = [d.statement for d in drafts(text) if not d.nominal and d.statement.holders == ()]
    fillers = [filler for told in main if told.asserted for filler in (told.subject, told.object)]
    assert main and part not in {getattr(filler, "label", "") for filler in fillers}


EXTENTS = [
    ("Shares fell 3.2% on Monday.", "by", "3.2%"),
    ("The value of the contract could rise as high as 100 billion dollars.", "to", "as high as 100 billion dollars"),
]


@pytest.mark.parametrize("text, role, words", EXTENTS)
def test_how_much_is_told(text: str, role: str, words: str) -> None:
    (told,) = [d.statement for d in drafts(text) if not d.nominal and d.statement.relation.id != "kgo:count"]
    assert [a.filler for a in told.arguments if a.role == role] == [Value(words)]


@pytest.mark.parametrize("text, wanted", OUTCOMES)
def test_what_came_of_it_is_said_of_what_happened(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


def test_an_outcome_names_the_statement_it_came_of() -> None:
    told = drafts("The bridge was closed, leading to long queues.")
    (outcome,) = [d.statement for d in told if d.statement.relation.id == "kgr:lead_to"]
    assert isinstance(outcome.subject, StatementRef)
    assert told[int(outcome.subject.statement[1:])].statement.label.startswith("bridge")


@pytest.mark.parametrize("text, wanted", TAKEN)
def test_who_does_what_to_whom(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


@pytest.mark.parametrize("text, wanted", ASIDE)
def test_what_says_nothing_by_itself_is_not_told(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []
