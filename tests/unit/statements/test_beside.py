"""What stands beside a name or before a list; labelled by reading before any rule was run on them."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

ROWS: list[Row] = [
    # a post between commas, and the body after it
    ("Joseph Votel, commander, U.S. Central Command, said no.", ["* Joseph Votel | kgo:leaderOf | U.S. Central Command",
                                                                 "* commander | kgo:postIn | U.S. Central Command"]),
    ("Tim Cook, chief executive, Apple, said no.", ["* chief executive | kgo:postIn | Apple",
                                                    "! ? | kgo:leaderOf | ?"]),
    ("Tim Cook, tired, Apple and the bank said no.", ["! ? | kgo:postIn | ?"]),
    # where a person lives, after the age
    ("Tim Cook, 61, of Palo Alto, said no.", ["* Tim Cook | kgo:livesIn | Palo Alto"]),
    ("Tim Cook, of Apple, said no.", ["! ? | kgo:livesIn | ?"]),
    # the number of a ship
    ("HMS Ocean (L 12) left Oslo.", ["* HMS Ocean | kgo:alsoKnownAs | L 12"]),
    ("HMS Ocean (2012) left Oslo.", ["! ? | kgo:alsoKnownAs | ?"]),
    # the land of a person or company, by a demonym
    ("Zinedine Zidane, a French footballer, sang.", ["* Zinedine Zidane | kgo:nationality | France"]),
    ("It sued the German company Siemens.", ["* Siemens | kgo:basedIn | Germany"]),
    ("Siemens is a German company.", ["* Siemens | kgo:basedIn | Germany"]),
    ("Siemens is not a German company.", ["! ? | kgo:basedIn | ?"]),
    ("Siemens may become a German company.", ["! ? | kgo:basedIn | ?"]),
    ("A French footballer sang.", ["! ? | kgo:nationality | ?"]),
    ("The French wine is good.", ["! ? | kgo:nationality | ?"]),
    # whose arms, sites and units they are
    ("Troops hit Taliban positions near Herat.", ["* Taliban positions | kgo:belongsTo | Taliban",
                                                  "* positions | kgr:be_near | Herat"]),
    ("The firm missed sales targets.", ["! ? | kgo:belongsTo | ?"]),
    ("They destroyed Taliban rifles, trucks and missiles.", ["* trucks | kgo:belongsTo | Taliban"]),
    ("They destroyed Taliban rifles, two trucks and missiles.", ["! trucks | kgo:belongsTo | ?"]),
    ("They killed Taliban fighters, farmers and monks.", ["! farmers | kgo:memberOf | ?"]),
    ("He joined the 2nd Battalion, 5th Regiment, in May.", ["* 2nd Battalion | kgo:partOf | 5th Regiment"]),
    ("He led the 5th Regiment, 2nd Battalion, in May.", ["! 5th Regiment | kgo:partOf | ?"]),
    # a building stands where it is kept; who is visited is where the visit is
    ("The rebels maintained a safehouse in the village.", ["* safehouse | kgo:locatedIn | village"]),
    ("The rebels discussed a safehouse at the talks.", ["! ? | kgo:locatedIn | ?"]),
    # how many there are of what an abbreviation counts
    ("The queen met four MPs.", ["* MPs | kgo:count | 4"]),
    # who does what a noun names
    ("Basayev was involved in the use of chemical weapons.", ["* Basayev | kgo:usedWeapon | chemical weapons"]),
    ("Basayev spoke in the use of force debate.", ["! ? | kgo:usedWeapon | ?"]),
    # the control of a place, arms used against somebody, who is killed in what
    ("The rebels have control of Aleppo.", ["* rebels | kgo:controls | Aleppo"]),
    ("Turkey used aircraft against the rebels.", ["* Turkey | kgo:attacked | rebels"]),
    ("Ten soldiers were killed in a raid.", ["* raid | kgo:killed | Ten soldiers"]),
    ("A bus crash killed ten people.", ["* bus crash | kgo:killed | ten people"]),
    # parts of events
    ("The concert was held as part of the festival.", ["* concert | kgo:partOfEvent | festival"]),
    ("The talks were held as part of the plan.", ["! ? | kgo:partOfEvent | ?"]),
]  # fmt: skip


@pytest.mark.parametrize("text, wanted", ROWS, ids=[text for text, _ in ROWS])
def test_what_stands_beside_a_name(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


@pytest.mark.parametrize("text, cls", [
    ("A bus crash killed ten people.", "kgo:Death"),
    ("Ten people were killed in an earthquake.", "kgo:Death"),
    ("The rebels killed ten people.", "kgo:Killing"),
    ("Ten people were killed in a raid.", "kgo:Killing"),
])  # fmt: skip
def test_whom_a_mishap_kills_nobody_has_killed(text: str, cls: str) -> None:
    told = {draft.event.cls for draft in drafts(text) if draft.event is not None}
    assert told & {"kgo:Death", "kgo:Killing"} == {cls}
