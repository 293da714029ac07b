"""What clauses say that leave out their verb, or put their subject behind it; read with the real model."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

GAPS: list[Row] = [
    (
        "Ford closed a plant in Ohio and Fiat a factory in Turin.",
        ["* Ford | ? | plant", "* Fiat | ? | factory", "! * Ford | ? | factory", "! * Ford | ? | Fiat"],
    ),
    ("Berlin wants a deal, Paris a delay.", ["* Germany | kgr:want | deal", "* France | kgr:want | delay"]),
    ("The army controls the north and the rebels the south.", ["* rebels | ? | south", "! * army | ? | south"]),
    (
        "The minister arrived on Monday, and the general on Tuesday.",
        ["* minister | kgr:arrive | - | time=2025-05-12", "* general | kgr:arrive | - | time=2025-05-13"],
    ),
    ("Rome is the capital of Italy and Paris the capital of France.", ["* Paris | kgo:capitalOf | France"]),
    ("The US has sent the fleet, Britain the marines.", ["* United Kingdom | ? | marines"]),
    ("France sent a frigate, and Greece a destroyer.", ["* Greece | ? | destroyer", "! * France | ? | destroyer"]),
    ("BP paid $2 billion, and Total $1 billion.", ["* Total | kgr:pay | $1 billion"]),
    ("One man was found in a cellar, the other in a garden.", ["! * man | ? | garden"]),
    ("Some lost their homes, others their jobs.", ["! * Some | ? | jobs"]),
    ("Apple sued the firm in May and Samsung the store in June.", ["* Samsung | ? | store", "! * Apple | ? | store"]),
    # nothing is left out
    ("The mayor visited the school and the hospital.", ["* mayor | ? | school", "* mayor | ? | hospital"]),
    ("He gave the men and the boys a prize.", ["! * boys | ? | prize", "! * boys | ? | ?"]),
    ("The company opened a plant and half a dozen shops.", ["* company | ? | shops", "! * half | kgr:open | ?"]),
    ("She called the mayor and the governor a disgrace.", ["! * governor | ? | disgrace"]),
    ("Emirates ordered 20 planes and Boeing 737 engines.", ["! * Boeing | ? | ?", "! * Boeing 737 | ? | ?"]),
    ("The bank raised the rate and the fee the same week.", ["* bank | ? | fee", "! * fee | ? | ?"]),
    ("She reads the Times and the daily the Guardian.", ["! * daily | ? | Guardian"]),
    ("Police arrested two men on Monday and a woman on Tuesday.", ["! * woman | ? | ?"]),
    ("The president does not want a war, nor the army a defeat.", ["! * army | ? | ?"]),
]

ELLIPSES: list[Row] = [
    ("Italy signed the treaty, as did Japan.", ["* Japan | kgo:signed | treaty", "! * Japan | kgr:do | ?"]),
    ("Tokyo condemned the launch, and so did Seoul.", ["* South Korea | ? | launch"]),
    (
        "Washington did not sign the accord, nor did Moscow.",
        ["Russia | kgo:signed | accord | not", "! * Russia | ? | ?", "! United States | ? | Russia"],
    ),
    ("Kyiv welcomed the plan, and Warsaw did too.", ["* Poland | kgr:welcome | plan"]),
    ("Seoul has ratified the pact, but Tokyo has not.", ["Japan | kgo:ratified | pact | not", "! * Japan | ? | ?"]),
    ("Turkey voted for the bill, but Hungary did not.", ["Hungary | kgo:votedFor | bill | not", "! * Hungary | ? | ?"]),
    ("The mayor was arrested and so was his deputy.", ["* deputy | kgr:be_arrested | -"]),
    ("The bridge was destroyed, as were several houses.", ["* several houses | kgr:be_destroyed | -"]),
    ("France will attend the talks, as will Germany.", ["Germany | kgo:attended | talks", "! * Germany | ? | ?"]),
    ("Germany can veto the plan, and so can France.", ["France | kgr:veto | plan", "! * France | ? | ?"]),
    ("The pilot survived, but the passengers did not.", ["passengers | kgr:survive | - | not"]),
    ("Oslo opposed the deal; Stockholm did not.", ["* Norway | ? | deal", "Sweden | ? | deal | not"]),
    ("The council approved the plan. The mayor did not.", ["mayor | kgr:approve | plan | not"]),
    ("The prince did not attend the funeral; the princess did.", ["* princess | kgo:attended | funeral"]),
    ("Sales rose last year, as they did in 2011.", ["* Sales | kgr:rise | - | time=2011"]),
    # not certain what is meant, or another object each time
    ("Boeing raised its forecast, as did Airbus.", ["! Airbus | ? | ?"]),
    ("Peru has a president, as does Chile.", ["! Chile | ? | ?"]),
    ("Chile exports more copper than Peru does.", ["! Peru | ? | ?"]),
    ("Airbus sold as many planes as Boeing did.", ["! Boeing | ? | ?"]),
    ("Tokyo said it would sign the pact, but Seoul did not.", ["! South Korea | ? | ?"]),
    ("The Fed said inflation was falling, as did the ECB.", ["! * ECB | kgr:do | ?", "! ECB | kgr:fall | ?"]),
]

INVERSIONS: list[Row] = [
    ("Among the dead were two officers.", ["* two officers | kgr:be_among | dead"]),
    ("In the box was a letter from the king.", ["* letter | kgr:be_in | box"]),
    ("Outside the court stood hundreds of protesters.", ["* protesters | kgr:stand_outside | court"]),
    ("Attached to the letter was a list of names.", ["* list | kgr:be_attached_to | letter"]),
    ("Joining the king were two ministers.", ["* two ministers | ? | king"]),
    ("Also present was the foreign minister.", ["* foreign minister | kgr:be | present"]),
    ("He resigned in May and in June was a candidate.", ["! * candidate | ? | ?"]),
]

FRAGMENTS: list[Row] = [
    ("Two dead in Lima blast", ["* Two | kgr:be_dead_in | Lima blast"]),
    ("Ten arrested after Paris riot", ["* Ten | kgr:be_arrested_after | Paris riot"]),
    ("Apple unhappy with the ruling", ["* Apple | kgr:be_unhappy_with | ruling"]),
    ("Its leader dead, the movement collapsed.", ["* leader | kgr:be_dead | -", "* movement | kgr:collapse | -"]),
    ("His arms folded, the judge listened to the witness.", ["* judge | kgr:listen_to | witness"]),
    # a heading says nothing
    ("Life in Paris", ["! ? | ? | ?"]),
    ("The reason: a lack of money.", ["! ? | ? | ?"]),
    ("The treaty -- signed by Peru in 2011 -- bans mines.", ["* Peru | kgo:signed | treaty | time=2011"]),
    ("The company (founded in 1998) employs 300 people.", ["* company | kgr:be_founded | - | time=1998"]),
]


@pytest.mark.parametrize("text, wanted", [*GAPS, *ELLIPSES, *INVERSIONS, *FRAGMENTS])
def test_what_is_left_out_is_read(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


@pytest.mark.parametrize("text", [text for text, _ in GAPS])
def test_a_restored_clause_quotes_words(text: str) -> None:
    """No relation and no event points at a bare comma or conjunction."""
    for draft in drafts(text):
        anchors = [e.mentions.relation for e in draft.statement.evidence]
        words = [a.text for a in anchors if a is not None] + ([draft.event.trigger.text] if draft.event else [])
        assert not {",", "and", ";"} & set(words)
