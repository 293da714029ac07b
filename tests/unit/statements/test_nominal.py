"""What noun phrases say: event nouns, possessives, places; labelled by reading before any rule was run on them."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

ROWS: list[Row] = [
    # nouns that name an event
    ("Russia's invasion of Ukraine began in 2022.", ["* Russia | kgo:invaded | Ukraine | class=kgo:Invasion"]),
    ("The Russian invasion of Ukraine shocked Europe.", ["* Russia | kgo:invaded | Ukraine | class=kgo:Invasion"]),
    ("The invasion of Kuwait by Iraq shocked Europe.", ["* Iraq | kgo:invaded | Kuwait"]),
    (
        "Talks between Greece and Turkey in Geneva on Monday failed.",
        [
            "* Talks | kgo:agent | Greece | class=kgo:Negotiation",
            "* Talks | ? | Turkey | class=kgo:Negotiation",
            "* Talks | kgo:location | Geneva",
            "* Greece | kgo:heldTalksWith | Turkey",
        ],
    ),
    (
        "Critics welcomed the acquisition of YouTube by Google.",
        ["* Google | kgo:acquired | YouTube | class=kgo:Acquisition"],
    ),
    ("The ceremony in Oslo moved the king.", ["* ceremony | kgo:location | Oslo"]),
    (
        "The assassination of Indira Gandhi was never solved.",
        ["* assassination | kgo:patient | Indira Gandhi | class=kgo:Killing"],
    ),
    ("Emmanuel Macron's visit to Rabat was short.", ["* Emmanuel Macron | kgo:visited | Rabat | class=kgo:Visit"]),
    (
        "The minister praised the arrest of Radovan Karadzic in Belgrade.",
        ["* arrest | kgo:patient | Radovan Karadzic | class=kgo:Arrest"],
    ),
    (
        "The attack on Jakarta killed 12 people.",
        ["* attack | kgo:patient | Jakarta", "* attack | kgo:killed | people | quantity=12 people"],
    ),
    (
        "The deployment of French troops to Mali was costly.",
        ["* deployment | kgo:destination | Mali | class=kgo:Deployment"],
    ),
    # what may not have taken place
    ("There were no signs of an attack on Jakarta.", ["! * ? | ? | Jakarta"]),
    ("Iran denied an attack on Jakarta.", ["! * attack | ? | ?", "* Iran | kgo:denied | attack"]),
    ("Iran threatened an attack on Jakarta.", ["! * attack | ? | ?", "attack | kgo:patient | Jakarta"]),
    (
        "Iran did not attend the ceremony in Oslo.",
        ["* ceremony | kgo:location | Oslo", "Iran | kgo:attended | ceremony | not"],
    ),
    # relations that a noun names
    ("Malia Obama, the daughter of Barack Obama, moved to London.", ["* Malia Obama | kgo:childOf | Barack Obama"]),
    ("Barack Obama's daughter Malia Obama moved to London.", ["* Malia Obama | kgo:childOf | Barack Obama"]),
    ("Ingvar Kamprad, the founder of Ikea, died in 2018.", ["* Ingvar Kamprad | kgo:founded | Ikea"]),
    ("Ikea's founder, Ingvar Kamprad, died in 2018.", ["* Ingvar Kamprad | kgo:founded | Ikea"]),
    ("Instagram, a subsidiary of Facebook, hired engineers.", ["* Instagram | kgo:subsidiaryOf | Facebook"]),
    ("WhatsApp is a subsidiary of Facebook.", ["* WhatsApp | kgo:subsidiaryOf | Facebook"]),
    ("Ottawa is the capital of Canada.", ["* Ottawa | kgo:capitalOf | Canada"]),
    ("The capital of Canada is Ottawa.", ["* Ottawa | kgo:capitalOf | Canada"]),
    ("The founder of Siemens is not Ada Bell.", ["! * Ada Bell | kgo:founded | Siemens"]),
    (
        "Ottawa is not the capital of Australia.",
        ["! * Ottawa | kgo:capitalOf | Australia", "Ottawa | kgo:capitalOf | Australia | not"],
    ),
    ("Melania Trump, the wife of Donald Trump, spoke.", ["* Melania Trump | kgo:spouseOf | Donald Trump"]),
    ("Hungary, an ally of Russia, vetoed the plan.", ["* Hungary | kgo:allyOf | Russia"]),
    ("Dmitry Peskov, a spokesman for the Kremlin, left.", ["* Dmitry Peskov | kgo:worksFor | Kremlin"]),
    ("Greece's talks with Turkey failed.", ["* Greece | kgo:heldTalksWith | Turkey | class=kgo:Negotiation"]),
    ("A deal between Boeing and Airbus collapsed.", ["* Boeing | kgo:partyTo | deal", "* Airbus | kgo:partyTo | deal"]),
    ("Our partners are allies of our country.", ["* partners | kgo:allyOf | country", "! ? | kgo:allyOf | Our"]),
    ("Vladimir Putin's praise for China surprised Japan.", ["* Vladimir Putin | kgo:praised | China"]),
    ("Donald Trump's praise of supporters angered Japan.", ["! ? | kgo:praised | ?", "! ? | kgo:patient | ?"]),
    # where places lie
    ("The fire began in Lyon, France.", ["* Lyon | kgo:locatedIn | France"]),
    ("Ukraine's Kharkiv region was shelled.", ["* Kharkiv | kgo:locatedIn | Ukraine"]),
    ("Troops left the Kursk region on Monday.", ["! ? | kgo:locatedIn | ?"]),
    ("Leaders met in Paris, Berlin and Rome.", ["! ? | kgo:locatedIn | ?"]),
]


@pytest.mark.parametrize("text, wanted", ROWS, ids=[text for text, _ in ROWS])
def test_a_noun_phrase_is_told(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))
