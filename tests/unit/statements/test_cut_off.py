"""Clauses that are not told without what they are about, and objects told with all that they are of."""

from __future__ import annotations

from datetime import date

import pytest

from kg.build import build
from kg.reading import read_text
from tests.unit.statements.drafted import Row, drafts, missing

NAMES: list[Row] = [
    ('A writer dubbed the conflict: "The Last War".', ["* ? | kgr:dub | conflict | complement=The Last War"]),
    ("The press dubbed him the Iron Man.", ["* press | kgr:dub | him | complement=Iron Man"]),
    ("Reporters labelled the campaign a failure.", ["* Reporters | kgr:label | campaign", "! ? | ? | failure"]),
    ("The party labelled its rival as a threat.", ["* party | kgr:label | ?"]),
    ("The school was renamed Hill House in 1990.", ["* school | kgr:be_renamed | Hill House | time=1990"]),
    ("The store was renamed to Hill Store in 2006.", ["* store | kgr:be_renamed_to | Hill Store | time=2006"]),
    ("The council renamed the street after the poet.", ["! ? | kgr:rename | ?"]),
    ("The judge called the witness.", ["* judge | kgr:call | witness"]),
    ("The firm fined the driver.", ["* firm | ? | driver"]),
]

WITNESSED: list[Row] = [
    ("The vote saw the mayor lose his seat.", ["* mayor | kgo:lost | ?", "! ? | kgr:see | ?"]),
    ("The deal sees Acme take over the port.", ["* Acme | kgr:take_over | port", "! ? | kgr:see | ?"]),
    ("The treaty would see both armies withdraw.", ["both armies | kgr:withdraw | -", "! ? | kgr:see | ?"]),
    ("The storm saw roads closed.", ["* roads | kgr:be_closed | -", "! ? | kgr:see | ?"]),
    ("The nurse saw the mayor leave the hall.", ["* nurse | kgr:see | ..."]),
    ("Police witnessed a man throw a stone.", ["* Police | kgr:witness | ..."]),
]

WISHED: list[Row] = [
    ("The minister would like to thank the team.", ["* minister | kgo:praised | team", "! ? | kgr:like | ?"]),
    ("The mayor would like to build a bridge.", ["* mayor | kgr:want | ...", "mayor | kgr:build | bridge"]),
    ("The mayor likes to build bridges.", ["! ? | kgr:want | ?"]),
    ("The club used to play at Hill Park.", ["* club | kgr:play_at | Hill Park", "! ? | kgr:use | ?"]),
    ("The nurse used a knife.", ["* nurse | ? | knife"]),
]

BARE: list[Row] = [
    ("The talks ended by agreeing a truce.", ["! ? | kgr:end | ?"]),
    ("The game ended on Sunday.", ["* game | kgr:end | -"]),
    ("The move came after prices rose.", ["! ? | kgr:come | ?"]),
    ("The warning came on Friday.", ["* warning | kgr:come | -"]),
    ("She chose the hashtag #WeStandTogether and left.", ["! ? | kgr:be_westandtogether | ?"]),
    ("It is a crime that we know the causes of.", ["! ? | ? | causes"]),
]

WHOLE: list[Row] = [
    (
        "He announced a seamless integration of podcasting with radio.",
        ["* ? | kgo:announced | seamless integration of podcasting with radio"],
    ),
    ("The board backed the pooling of data with banks.", ["* board | ? | pooling of data with banks"]),
    ("Staff reported problems logging in to the system.", ["* Staff | ? | problems logging in to the system"]),
    ("The bank confirmed a number of loans to Chad.", ["* bank | ? | number of loans to Chad"]),
    ("This jet was the 140th plane built by the plant.", ["* jet | kgr:be | 140th plane built by the plant"]),
    ("The ship is the fourth vessel of its class.", ["* ship | kgr:be | fourth vessel of its class"]),
    ("The airline did not buy European aircraft.", ["airline | kgo:bought | European aircraft | not"]),
    ("The mayor did not buy a house.", ["mayor | kgo:bought | house | not"]),
]

AIMS: list[Row] = [
    ("The aim is to build a port.", ["! ? | kgr:build | ?"]),
    ("The next step is to sign a treaty.", ["! ? | kgo:signed | ?"]),
    ("The plan was to attack the town at dawn.", ["! ? | kgo:attacked | ?"]),
    ("The army's mission is to protect the border.", ["army | kgo:protected | border", "! * ? | kgo:protected | ?"]),
    ("The job of the court is to protect citizens.", ["court | kgo:protected | citizens"]),
    ("The bank is to build a port.", ["bank | kgr:build | port"]),
    ("The summit is to discuss trade.", ["summit | ? | trade"]),
    ("The nurse used a rope to open the box.", ["* nurse | ? | rope", "! ? | kgr:use | ..."]),
    ("The bank asked staff to open the box.", ["* bank | kgr:ask | ..."]),
]

MEANT: list[Row] = [
    (
        "A mistake caused the crash of a passenger plane that killed 72 people.",
        ["* crash of a passenger plane | kgo:killed | 72 people"],
    ),
    ("The report on a man who killed two women was published.", ["* man | kgo:killed | two women"]),
    (
        "Anna Berg, 51, of Leeds, was found guilty of theft.",
        ["* Anna Berg | kgo:convictedOf | theft", "! ? | kgo:convictedOf | Leeds"],
    ),
    ("The firm should deliver annual savings of 5 million euros.", ["! ? | kgo:gave | ?"]),
    ("Denmark delivered grain to Chad.", ["* Denmark | kgo:gaveTo | Chad"]),
    ("The sect imprisoned Anna Berg for a year.", ["* sect | kgr:imprison | ?", "! ? | kgo:arrested | ?"]),
    ("The army, whose chief, General Adam Bell, resigned, lost.", ["! ? | kgo:identifiedAs | whose chief"]),
]


@pytest.mark.parametrize("text, wanted", [*NAMES, *WITNESSED, *WISHED, *BARE, *WHOLE, *AIMS, *MEANT])
def test_what_is_cut_off_is_not_told(text: str, wanted: list[str]) -> None:
    assert not missing(text, wanted), [d.statement.label for d in drafts(text)]


@pytest.mark.parametrize("text, label", [
    ("Turkey will send troops to Mali and Chad.", "planned: Turkey deployed troops to Mali and Chad"),
    ("The company will deliver trucks to Mali, Chad and Niger.", "planned: company gave to Mali and 2 others"),
    ("Turkey sent troops to Mali and Chad.", "deployment by Turkey to Chad and Mali"),
    ("Turkey will send troops to Mali.", "planned: Turkey deployed troops to Mali"),
    ("Turkey sent troops to Mali.", "deployment by Turkey to Mali"),
])  # fmt: skip
def test_label_of_an_event_that_several_share(text: str, label: str) -> None:
    events = build([read_text(text, published=date(2025, 5, 14))]).events.values()
    assert label in {event.label for event in events}
