"""What words mean beside others, and what is told once: labelled by reading, counter-sentences beside each rule."""

from __future__ import annotations

import pytest

from kg.build import build
from kg.reading import read_text
from tests.unit.statements.drafted import Row, drafts, missing

SENSES: list[Row] = [
    # a verb with a particle is another verb
    (
        "The coastguard picked up the distress call.",
        ["! ? | kgo:chose | ?", "* coastguard | kgr:pick_up | distress call"],
    ),
    ("The coach picked the goalkeeper.", ["* coach | kgo:chose | goalkeeper"]),
    ("The minister had built up a large room for talks.", ["! ? | kgo:owns | ?"]),
    ("The town founded a museum.", ["* town | ? | museum"]),
    # verbs whose object tells another sense
    ("The singer applied for a passport.", ["! ? | kgo:bidFor | ?", "* singer | kgr:apply_for | passport"]),
    ("Lockheed Martin bid for the contract.", ["* Lockheed Martin | kgo:bidFor | contract"]),
    ("Mette Berg formed a cabinet.", ["! ? | kgo:founded | ?", "* Mette Berg | kgr:form | cabinet"]),
    ("Three pilots formed a union.", ["* pilots | kgo:founded | union"]),
    ("The shops cut jobs.", ["! ? | kgo:laidOff | ?", "* shops | kgr:cut | jobs"]),
    ("The shops laid off 300 workers.", ["* shops | kgo:laidOff | workers"]),
    ("France extradited the banker to Belgium.", ["! ? | kgo:expelled | ?", "* France | kgr:extradite | banker"]),
    ("France expelled the banker.", ["* France | kgo:expelled | banker"]),
    ("The company disputes these accusations.", ["! ? | kgo:opposes | ?", "* company | kgr:dispute | accusations"]),
    ("Students staged a rally.", ["! ? | kgo:hosted | ?", "* Students | kgr:stage | rally"]),
    ("Qatar staged the World Cup.", ["* Qatar | kgo:hosted | World Cup"]),
    ("The charity sent medicines to the area.", ["! ? | kgo:gave | ?", "* charity | kgr:send | medicines"]),
    ("Denmark sent tanks to Ukraine.", ["* Denmark | kgo:gave | tanks", "* Denmark | kgo:gaveTo | Ukraine"]),
    ("Mette Berg ruled out joining Lars Holm.", ["! ? | kgo:accompanied | ?"]),
    # beside a place is not at it
    ("The ambush happened near Dounkoun.", ["! ? | kgo:occurredIn | ?", "! ? | kgr:occur_near | ?"]),
    ("The ambush happened in Dounkoun.", ["* ambush | kgo:occurredIn | Dounkoun"]),
    ("The general died near Lyon.", ["! ? | kgo:diedIn | ?"]),
    # ages
    ("Anna Berg is 31.", ["* Anna Berg | kgo:age | 31"]),
    ("Yoweri Museveni, who is 73, was elected.", ["* Yoweri Museveni | kgo:age | 73"]),
    ("The score was 31.", ["! ? | kgo:age | ?"]),
    ("Anna Berg is 310.", ["! ? | kgo:age | ?"]),
    # how long, or which one
    ("The bank lowered the one-week repo rate.", ["! ? | kgr:last | ?"]),
    ("Inflation reached a 15-year high.", ["! ? | kgr:last | ?"]),
    ("The plan seeks to end the two-year strike.", ["* two-year strike | kgr:last | -"]),
    # kin
    ("Anna Berg's husband, John Bell, died in 2010.", ["* John Bell | kgo:spouseOf | Anna Berg"]),
    ("She had a son, Stuart, who died in 2019.", ["! Stuart | kgr:be | ?"]),
]

IDIOMS: list[Row] = [
    ("The champion found his range after an hour.", ["! ? | ? | range"]),
    ("The bank changed its mind in May.", ["* bank | kgr:change_mind | - | time=2025-05"]),
    ("The bank changed its name in May.", ["* bank | ? | name"]),
    ("The truck stood in the way.", ["* truck | kgr:stand_in_way | -"]),
    ("The truck stood in the yard.", ["* truck | kgr:stand_in | yard"]),
    ("The coalition lost in a way.", ["! ? | ? | way"]),
    ("Everything was in hand.", ["! ? | kgr:be_in | hand"]),
    ("The minister had Roger Federer looking on from the box.", ["! ? | kgr:have | ?", "* Roger Federer | ? | box"]),
    ("The minister had a box.", ["* minister | kgr:have | box"]),
    ("There is no majority behind the plan.", ["majority | kgr:exist | - | not"]),
]

ONCE: list[Row] = [
    # a passive beside the property of its frame
    (
        "Anna Berg was sentenced to five years.",
        ["* Anna Berg | kgo:sentencedTo | five years", "! ? | kgr:be_sentenced | ?"],
    ),
    ("Anna Berg was found guilty of fraud.", ["* Anna Berg | kgo:convictedOf | fraud", "! ? | kgr:be_found | ?"]),
    ("Anna Berg was sentenced in May.", ["* Anna Berg | kgr:be_sentenced | - | time=2025-05"]),
    ("Twelve soldiers were killed in an ambush.", ["* ambush | kgo:killed | soldiers", "! ? | kgr:be_killed_in | ?"]),
    # who are named one by one
    ("Two rivals, Deezer and SoundCloud, supported the plan.", ["* Deezer | ? | plan", "! rivals | ? | plan"]),
    (
        "Six rivals, including Deezer and SoundCloud, supported the plan.",
        ["* rivals | ? | plan", "* Deezer | ? | plan"],
    ),
    (
        "The foreign ministers, Nikos Kotzias and Nikola Dimitrov, signed the deal.",
        ["* Nikos Kotzias | kgo:signed | deal", "* Nikola Dimitrov | kgo:signed | deal", "! ministers | ? | deal"],
    ),
    ("The court fined two banks, Barclays and HSBC.", ["* court | kgo:fined | HSBC", "! court | kgo:fined | banks"]),
    # numbers of what the sentence names elsewhere
    ("The opposition won 72, while 16 went to the Moderates.", ["! ? | kgr:win | ?", "! ? | kgr:go_to | ?"]),
    ("The opposition won 72 seats.", ["* opposition | ? | seats"]),
    ("The toll reached 268.", ["* toll | kgr:reach | 268"]),
    ("Two voted against and one abstained.", ["! ? | kgr:vote | ?"]),
    ("Three were arrested on Monday.", ["* ? | kgr:be_arrested | - | time=2025-05-12"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*SENSES, *IDIOMS, *ONCE], ids=[t for t, _ in (*SENSES, *IDIOMS, *ONCE)])
def test_what_words_mean_beside_others(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


@pytest.mark.parametrize(
    ("text", "relation", "count"),
    [
        ("Cleo Laine dies. Cleo Laine died in Wavendon on Monday.", "kgr:die", 0),
        ("Anna Berg dropped the set, and dropped it to Ada Bell.", "kgr:drop", 1),
        ("The bank closed in May. The bank closed.", "kgr:close", 1),
        ("Prices rose in May. Prices rose in June.", "kgr:rise", 2),
        ("Prices rose in May. Prices did not rise.", "kgr:rise", 2),
        ("Prices rose in May. Wages rose.", "kgr:rise", 2),
        ("Prices rose in May. Prices may rise.", "kgr:rise", 2),
    ],
)
def test_the_fuller_telling_stays(text: str, relation: str, count: int) -> None:
    told = [d.statement for d in drafts(text) if d.statement.relation.id == relation]
    assert len(told) == count, "\n".join(str(d.statement) for d in drafts(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Russia denies having meddled in the vote.", "Russia deny Russia meddle in vote"),
        ("Russia said it had not meddled in the vote.", "Russia say not: Russia meddle in vote"),
    ],
)
def test_a_denial_denies_once(text: str, label: str) -> None:
    told = [s.label for s in build([read_text(text)]).statements.values()]
    assert label in told, told
