"""Where things are, and what a participle bound to a name says; labelled by reading before any rule was run on them."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

ROWS: list[Row] = [
    # a noun with its place
    ("Troops in Mali mourned the general.", ["* Troops | kgo:presentIn | Mali"]),
    ("The plant near Oslo makes paper.", ["* plant | kgr:be_near | Oslo", "! ? | kgo:locatedIn | ?"]),
    ("The plant in Oslo makes paper.", ["* plant | kgo:locatedIn | Oslo"]),
    ("The general feared troops in Mali.", ["* troops | kgo:presentIn | Mali"]),
    ("The pact between Joe Biden and Xi Jinping in Bali failed.", ["! ? | kgo:presentIn | ?"]),
    ("The king lost interest in Oslo.", ["! interest | ? | Oslo"]),
    ("The factory in ruins makes paper.", ["! factory | kgo:locatedIn | ?"]),
    # what is denied, possible or yet to come is nowhere
    ("There are no troops in Mali.", ["! * ? | ? | Mali"]),
    ("The general denied that troops in Mali had fled.", ["! ? | kgo:presentIn | ?"]),
    # an event happens where its clause says, and so is what it harms
    ("In Chile, two storms destroyed a school.", ["* storms | kgo:occurredIn | Chile", "* school | ? | Chile"]),
    ("Near Mosul, an airstrike destroyed a bridge.", ["* airstrike | kgr:occur_near | Mosul"]),
    ("Near Mosul, an airstrike destroyed a bridge.", ["* bridge | kgr:be_near | Mosul"]),
    ("In Mali, rebels burned a farm and killed three soldiers.", ["* soldiers | kgo:presentIn | Mali"]),
    ("In Peru, police conducted a raid.", ["* raid | kgo:occurredIn | Peru"]),
    ("The storm may destroy a school in Chile.", ["! ? | kgo:occurredIn | ?"]),
    ("The ministry relies on Norway.", ["! ? | kgr:be_on | ?"]),
    # with all that is coordinated, and of the name that a predicate or apposition describes
    ("Troops in Mali and Chad sang.", ["* troops | kgo:presentIn | Mali", "* troops | kgo:presentIn | Chad"]),
    ("Sergei Ivanov, a gang leader in Perm, was shot.", ["* Sergei Ivanov | kgo:presentIn | Perm"]),
    ("The soldiers in the village slept.", ["* soldiers | kgo:presentIn | village"]),
    ("The foreign ministry in Lima objected.", ["! ? | kgo:presentIn | ?"]),
    ("The soldiers in the know slept.", ["! ? | kgo:presentIn | ?"]),
    # who is struck by an event, or meets at it, is where it takes place; whoever shells a town may be far
    ("A bombing in Kabul killed ten people.", ["* ten people | kgo:presentIn | Kabul"]),
    ("Angela Merkel met Boris Johnson in Rome.", ["* Boris Johnson | kgo:presentIn | Rome"]),
    ("Israeli troops shelled a village in Lebanon.", ["! Israeli troops | kgo:presentIn | ?"]),
    ("Airstrikes against rebels in Chad went on.", ["* airstrikes | kgo:occurredIn | Chad"]),
    # whose people and arms they are
    ("Taliban fighters shot at a car.", ["* Taliban fighters | kgo:memberOf | Taliban"]),
    ("The anti-Taliban fighters shot at a car.", ["! ? | kgo:memberOf | ?"]),
    ("Students from Oxford University sang.", ["* students | kgr:be_from | Oxford University"]),
    ("Observers from the European Union sang.",
     ["* Observers | kgr:be_from | European Union", "! ? | kgo:memberOf | ?"]),
    ("Soldiers from the Turkish army sang.", ["* Soldiers | kgo:memberOf | Turkish army"]),
    ("Refugees from Syria sang.", ["! ? | kgo:memberOf | ?"]),
    ("Iran's missiles hit a bridge.", ["* missiles | kgo:belongsTo | Iran"]),
    ("The country's airport was closed.", ["* country's airport | kgo:locatedIn | country"]),
    ("Russia's airbase was shelled.", ["! ? | kgo:locatedIn | ?"]),
    ("Boeing's planes landed in Oslo.", ["! ? | kgo:belongsTo | ?"]),
    # how many there are
    ("Police freed 139 hostages.", ["* 139 hostages | kgo:count | 139"]),
    ("At least ten guards fled.", ["* ten guards | kgo:countAtLeast | 10"]),
    ("Seoul said 600 soldiers had been wounded.", ["600 soldiers | kgo:count | 600"]),
    ("Officials first reported 15 deaths.", ["deaths | kgo:count | 15"]),
    ("Officials first reported 15 deaths.", ["! * deaths | kgo:count | ?"]),
    ("The army claimed 300 prisoners.", ["! * ? | kgo:count | ?"]),
    ("Britain could send 300 soldiers.", ["! ? | kgo:count | ?"]),
    ("No 30 hostages were freed.", ["! ? | kgo:count | ?"]),
    ("The lake covers 20 square miles.", ["! ? | kgo:count | ?"]),
    ("One striking image showed a tank.", ["! ? | kgo:count | ?"]),
    ("The pamphlet is one of two books on the Berber faith.", ["! ? | kgo:count | ?"]),
    ("The lake stores 121,607 acre·ft of water.", ["! ? | kgo:count | ?"]),
    ("The case holds nine or ten bottles.", ["! ? | kgo:count | ?"]),
    ("The king declared an emergency in three regions.", ["! ? | kgo:count | ?"]),
    ("The phone comes in two colors.", ["! ? | kgo:count | ?"]),
    ("The two leaders met in Rome.", ["! ? | kgo:count | ?"]),
    ("Two officials said that the plane had landed.", ["! ? | kgo:count | ?"]),
    ("The team has 41 points from 16 games.", ["! ? | kgo:count | ?"]),
    ("The two captured soldiers were released.", ["* soldiers | kgo:count | 2"]),
    # what is called otherwise, and what an apposition or a predicate of the same says
    ("The Northern Rescue Force (NRF) left.", ["* Northern Rescue Force | kgo:alsoKnownAs | NRF"]),
    ("Ali Hassan, also known as Abu Omar, left.", ["* Ali Hassan | kgo:alsoKnownAs | Abu Omar"]),
    ("Ali Hassan, Abu Omar and a friend left.", ["! ? | kgo:alsoKnownAs | ?"]),
    ("Lima, the country's largest city, was flooded.", ["* Lima | kgo:identifiedAs | country's largest city"]),
    ("The venture, Primearth, was sold.", ["! ? | kgo:identifiedAs | ?"]),
    ("Her successor, Teresa Ribera, sang.", ["! ? | kgo:identifiedAs | ?"]),
    ("The British novelist, a former teacher, moved to Oslo.", ["* novelist | kgr:be | former teacher"]),
    ("They bought apples, a knife, the old table and two chairs.", ["! ? | kgo:identifiedAs | ?", "! ? | kgr:be | ?"]),
    # who acts, where the noun of the event leaves it to the clause
    ("French forces conducted raids in support of the Malian government.",
     ["* French forces | kgo:supports | Malian government"]),
    ("Two officers took part in the trial of Sergei Ivanov.", ["! officers | kgo:charged | ?"]),
    # a list of things told by number or article
    ("The army destroyed a truck, a tunnel and two huts.",
     ["* army | kgo:destroyed | tunnel", "* army | kgo:destroyed | two huts"]),
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


@pytest.mark.parametrize("text, wanted", [
    ("Police freed 139 hostages.", "hostages number 139"),
    ("At least ten guards fled.", "guards number, at least 10"),
    ("About 4,000 nurses sang.", "nurses number, about 4000"),
    ("The army's two tanks broke down.", "army's tanks number 2"),
    ("Police freed 139 hostages.", "Police released 139 hostages"),
])  # fmt: skip
def test_a_count_says_its_number_once(text: str, wanted: str) -> None:
    assert wanted in {draft.statement.label for draft in drafts(text)}
