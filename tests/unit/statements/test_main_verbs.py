"""Who does what, and what to, where a small parser hangs a word on the wrong neighbour: each row a sentence."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

NOUNS_IN_ING: list[Row] = [
    ("There was no tsunami warning.", ["tsunami warning | kgr:exist | - | not", "! tsunami | kgr:warn | ?"]),
    (
        "He developed carbon dating and won the Nobel Prize.",
        ["* He | kgr:develop | carbon dating", "! He | kgr:date | ?"],
    ),
    ("He pioneered the use of carbon dating in Africa.", ["! carbon | kgr:date_in | ?"]),
    ("A gunman hunting deer found the body.", ["* gunman | kgr:hunt | deer", "* gunman | ? | body"]),
]

ITEMS: list[Row] = [
    (
        "Protesters marched through the city, waving flags and chanting slogans.",
        ["* Protesters | kgr:wave | flags", "* Protesters | kgr:chant | slogans", "! ? | kgr:wave | chanting slogans"],
    ),
    ("The firm faces mounting costs and growing debts.", ["* firm | kgr:face | growing debts"]),
    (
        "The storm uprooted trees, damaged roofs and killed two people.",
        ["* storm | kgr:uproot | trees", "* storm | kgo:damaged | roofs", "! storm | kgr:uproot | roofs"],
    ),
    ("The company sells used cars and recycled paper.", ["* company | ? | recycled paper"]),
    (
        "The site has pages for teachers and geared to children.",
        ["* pages for teachers | kgr:be_geared_to | children", "! site | kgr:gear_to | ?"],
    ),
    ("He owns a boat and lived in Peru.", ["* He | ? | Peru"]),
    (
        "She credited contact tracing and a lockdown of Lima and Cusco, the two districts at the center of the outbreak.",
        ["* She | kgr:credit | contact tracing", "! She | kgr:credit | districts"],
    ),
]

MAIN_VERBS: list[Row] = [
    (
        "The museum, which opened in 1954, burned in May and was rebuilt.",
        ["* museum | kgr:burn | -", "* museum | kgr:be_rebuilt | -", "! museum | kgr:be_burned | ?"],
    ),
    (
        "The bridge, which carries 4,000 cars a day, collapsed on Monday.",
        ["* bridge | kgr:collapse | - | time=2025-05-12"],
    ),
    (
        "Chemist who helped explain ozone hole dies at 91",
        ["* Chemist | kgr:die_at | ?", "! ozone hole | kgr:die_at | ?"],
    ),
    ("Author who says AI kills jobs", ["! * Author | kgr:kill | ?"]),
    ("The match ended with England winning 2-1.", ["* England | kgr:win | -", "! match | kgr:win | ?"]),
    ("She met with students protesting the law.", ["* students | kgr:protest | law", "* She | kgo:met | students"]),
    (
        'Clark told a paper that after traveling back from Lima, Hall "walked into the bank".',
        ["Hall | kgr:walk_into | bank | by=Clark", "! Clark | kgr:walk_into | ?"],
    ),
    (
        "Trials of three vaccines, one of them developed by the University of Oxford, have begun.",
        ["* Trials | kgr:begin | -", "! ? | kgr:develop | Trials"],
    ),
    (
        "She spoke at a ceremony in Lima attended by donors.",
        ["* donors | kgo:attended | ceremony", "! donors | ? | She"],
    ),
]

RELATIVES: list[Row] = [
    ("Police are checking whether Hall took money from China, which he denies.", ["! Hall | kgo:denied | China"]),
    ("Norway refused the offer, which it called an insult.", ["! Norway | kgr:call | insult"]),
    ("The senator said the bill, which he opposes, would fail.", ["* senator | kgo:opposes | bill"]),
    ("Clark retires after a decade in which she fined two banks.", ["! Clark | ? | ? | in=Clark"]),
    (
        "The country had no case for 42 days, twice the incubation period of the strain, for which there is no vaccine.",
        ["! vaccine | kgr:be_for | period"],
    ),
    (
        "Two of the five men who were arrested escaped.",
        ["! Two of the five men | kgr:be_arrested | ?", "* Two | ? | -"],
    ),
    (
        '"We won," said Eric Clark, one of the four farmers who brought the case.',
        ["! Eric Clark | kgr:bring | case | quantity=4 farmers", "* Eric Clark | kgr:bring | case"],
    ),
    (
        "Talks that the two countries had hoped to restart this spring have yet to take place.",
        ["two countries | kgr:restart | Talks", "! two countries | kgr:restart | -"],
    ),
]

COMPLEMENTS: list[Row] = [
    ("Clark fined Google a total of 8 billion euros.", ["* Clark | kgo:fined | Google", "! Clark | kgr:fine | total"]),
    (
        "The firm hopes that sales will grow, citing demand in Asia.",
        ["* firm | kgr:hope | ...", "* firm | kgr:cite | demand", "! sales | kgr:cite | ?"],
    ),
    ("The sea in which he was hurt and in which he died is cold.", ["! he | kgr:be_died_in | ?"]),
    (
        "They doubt that the venture will reach its target, arguing the carmaker was late to invest.",
        ["* They | kgr:argue | ...", "! venture | kgr:argue | ?"],
    ),
    (
        "A court ordered the firm to pay farmers, rejecting the argument that thieves were to blame.",
        ["! firm | kgr:reject | ?", "! firm | kgo:rejected | ?"],
    ),
    ("The general ordered the troops to withdraw, leaving their weapons behind.", ["! general | kgr:leave | ?"]),
    ("The league regards the rule as necessary.", ["* league | kgr:regard | rule | complement=necessary"]),
    ("They sued with the environmental group Friends of the Earth.", ["* They | ? | Friends of the Earth"]),
]

ALL = [*NOUNS_IN_ING, *ITEMS, *MAIN_VERBS, *RELATIVES, *COMPLEMENTS]


@pytest.mark.parametrize("text, wanted", ALL, ids=[text for text, _ in ALL])
def test_who_does_what(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_a_number_sign_is_no_denial() -> None:
    labels = {getattr(d.statement.object, "label", "") for d in drafts("It became the No. 1 music seller in Peru.")}
    assert not any(label.startswith(".") for label in labels)
