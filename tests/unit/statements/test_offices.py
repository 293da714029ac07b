"""Who holds which office of what: labelled by reading before any rule was run on them."""

from __future__ import annotations

import pytest

from kg.model import Tense
from tests.unit.statements.drafted import Row, drafts, missing

HOLDS, HELD, POST = "kgo:holdsOffice", "kgo:heldOffice", "kgo:postIn"

ROWS: list[Row] = [
    (
        "A Taliban gang leader, Abdul Rahman, was found in Kabul.",
        [f"* Abdul Rahman | {HOLDS} | gang leader"],
    ),
    ("The leader of the rebel forces, Abdul Rahman, spoke.", [f"! ? | {HOLDS} | ?"]),
    ("Ignacio Lula, minister of transport for Chile, spoke.", [f"* Ignacio Lula | {HOLDS} | ?"]),
    (
        "President Anwar Sadat was shot and killed in Cairo.",
        [f"* Anwar Sadat | {HELD} | president", f"! ? | {HOLDS} | ?"],
    ),
    ("President Anwar Sadat killed the bill.", [f"* Anwar Sadat | {HOLDS} | president"]),
    (
        "French President Emmanuel Macron visited Rabat.",
        [f"* Emmanuel Macron | {HOLDS} | president", f"* president | {POST} | France"],
    ),
    ("President Emmanuel Macron visited Rabat.", [f"* Emmanuel Macron | {HOLDS} | president", f"! ? | {POST} | ?"]),
    (
        "Former Chancellor Angela Merkel visited Rabat.",
        [f"* Angela Merkel | {HELD} | chancellor", f"! ? | {HOLDS} | ?"],
    ),
    (
        "Former German Chancellor Angela Merkel visited Rabat.",
        [f"* Angela Merkel | {HELD} | chancellor", f"* chancellor | {POST} | Germany"],
    ),
    ("Ex-president Nicolas Sarkozy visited Rabat.", [f"* Nicolas Sarkozy | {HELD} | president"]),
    ("Acting Prime Minister Mikhail Mishustin spoke.", [f"* Mikhail Mishustin | {HOLDS} | prime minister"]),
    (
        "Germany's foreign minister, Annalena Baerbock, spoke.",
        [f"* Annalena Baerbock | {HOLDS} | foreign minister", f"* foreign minister | {POST} | Germany"],
    ),
    (
        "Annalena Baerbock, the foreign minister of Germany, spoke.",
        [f"* Annalena Baerbock | {HOLDS} | foreign minister", f"* foreign minister | {POST} | Germany"],
    ),
    (
        "Annalena Baerbock, Germany's foreign minister, spoke.",
        [f"* Annalena Baerbock | {HOLDS} | foreign minister", f"* foreign minister | {POST} | Germany"],
    ),
    ("Annalena Baerbock was the foreign minister of Germany.", [f"* Annalena Baerbock | {HELD} | foreign minister"]),
    (
        "Friedrich Merz is the chancellor of Germany.",
        [f"* Friedrich Merz | {HOLDS} | chancellor", f"* chancellor | {POST} | Germany"],
    ),
    (
        "Friedrich Merz is not the president of Germany.",
        [f"Friedrich Merz | {HOLDS} | president | not", f"! * Friedrich Merz | {HOLDS} | ?"],
    ),
    (
        "The president of Brazil, Lula da Silva, spoke.",
        [f"* Lula da Silva | {HOLDS} | president", f"* president | {POST} | Brazil"],
    ),
    (
        "A spokesman for the ministry, Heorhii Tykhyi, left.",
        [f"* Heorhii Tykhyi | {HOLDS} | spokesman", f"* spokesman | {POST} | ministry"],
    ),
    (
        "Tim Cook, chief executive of Apple, spoke.",
        [f"* Tim Cook | {HOLDS} | chief executive", f"* chief executive | {POST} | Apple"],
    ),
    (
        "Apple chief executive Tim Cook spoke.",
        [f"* Tim Cook | {HOLDS} | chief executive", f"* chief executive | {POST} | Apple"],
    ),
    (
        "Russian Culture Minister Olga Lyubimova spoke.",
        [f"* Olga Lyubimova | {HOLDS} | culture minister", f"* culture minister | {POST} | Russia"],
    ),
    (
        "NATO Secretary General Mark Rutte spoke.",
        [f"* Mark Rutte | {HOLDS} | secretary general", f"* secretary general | {POST} | NATO"],
    ),
    (
        "Russia's then Defense Minister Sergei Shoigu spoke.",
        [f"* Sergei Shoigu | {HELD} | defense minister", f"* defense minister | {POST} | Russia"],
    ),
    ("Paris Mayor Anne Hidalgo swam in the river.", [f"* Anne Hidalgo | {HOLDS} | mayor", f"* mayor | {POST} | Paris"]),
    ("They sent their Africa chief, Matshidiso Moeti.", ["! ? | kgo:postIn | Africa"]),
    ("They sent the outgoing chief, Margrethe Vestager.", [f"! ? | {HELD} | ?", f"! ? | {HOLDS} | ?"]),
    ("King Charles III visited Canada.", [f"* Charles III | {HOLDS} | king"]),
    ("Deputy Prime Minister Matteo Salvini spoke.", [f"* Matteo Salvini | {HOLDS} | deputy prime minister"]),
    (
        "Jose Mujica, a former president of Uruguay, died.",
        [f"* Jose Mujica | {HELD} | president", f"* president | {POST} | Uruguay"],
    ),
    ("The late President Jacques Chirac was honored.", [f"* Jacques Chirac | {HELD} | president"]),
    ("Joseph Stalin, the leader of Russia, opened the bridge in 1931.", [f"! ? | {HOLDS} | ?"]),
    # bonds that are no posts
    ("Tom Cruise is a member of Scientology.", ["* Tom Cruise | kgo:memberOf | Scientology", f"! ? | {HOLDS} | ?"]),
    ("Bill Gates is a founder of Microsoft.", ["* Bill Gates | kgo:founded | Microsoft", f"! ? | {HOLDS} | ?"]),
    ("Microsoft co-founder Bill Gates left.", ["* Bill Gates | kgo:founded | Microsoft", f"! ? | {POST} | ?"]),
    ("Senate member Bernie Sanders left.", ["* Bernie Sanders | kgo:memberOf | Senate", f"! ? | {HOLDS} | ?"]),
    # no office of theirs
    (
        "Angela Merkel met President Emmanuel Macron.",
        [f"* Emmanuel Macron | {HOLDS} | president", f"! Angela Merkel | {HOLDS} | ?", f"! Angela Merkel | {HELD} | ?"],
    ),
    ("Emmanuel Macron left the president's office building.", [f"! ? | {HOLDS} | ?", f"! ? | {HELD} | ?"]),
    ("Emmanuel Macron visited the office building.", [f"! ? | {HOLDS} | ?"]),
    (
        "Anna Berg, head of planning at Hopkins Homes, resigned.",
        [f"* Anna Berg | {HOLDS} | head of planning", f"* head of planning | {POST} | Hopkins Homes"],
    ),
    (
        "Anna Berg, chief economist at the Istanbul brokerage Meridyen, resigned.",
        [f"* Anna Berg | {HOLDS} | chief economist", f"* chief economist | {POST} | Meridyen"],
    ),
    ("Siemens said its chairman, Anna Berg, had resigned.", [f"* chairman | {POST} | Siemens"]),
    ("Anna Berg said her manager, Ada Bell, had resigned.", [f"! ? | {POST} | Anna Berg"]),
    ("Anna Berg, an analyst at home in Paris, resigned.", [f"! ? | {POST} | home"]),
    (
        "Anna Berg, chief of staff at the ministry, resigned.",
        [f"* chief of staff | {POST} | ministry", "! ? | kgo:leaderOf | staff"],
    ),
    (
        "Anna Berg, the EU's foreign policy chief, resigned.",
        ["! ? | kgo:leaderOf | ?", f"* ? | {POST} | European Union"],
    ),
    ("Anna Berg, chief of the navy, resigned.", ["* Anna Berg | kgo:leaderOf | navy"]),
    ("Abdul Rahman, a spiritual leader, was killed.", [f"! ? | {HELD} | ?", f"! ? | {HOLDS} | ?"]),
    ("The ambassador in Moscow resigned.", ["! ? | kgo:presentIn | ?"]),
    ("The presidential palace in Warsaw burned.", [f"! ? | {HOLDS} | ?"]),
    ("Emmanuel Macron wants to become president.", [f"! * ? | {HOLDS} | ?"]),
    (
        "Angela Merkel, who met the president of Brazil, left.",
        [f"! Angela Merkel | {HOLDS} | ?", f"! Angela Merkel | {HELD} | ?"],
    ),
]


@pytest.mark.parametrize("text, wanted", ROWS, ids=[text for text, _ in ROWS])
def test_an_office_is_told(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("A friend, Anwar Sadat, was killed on Monday.", Tense.PAST),
        ("Anwar Sadat, a friend, died on Monday.", Tense.PAST),
        ("The late singer Edith Piaf, a friend of Angela Merkel, wrote the song.", Tense.PAST),
        ("Joseph Stalin, a friend of Angela Merkel, opened the bridge in 1931.", Tense.PAST),
        ("Emmanuel Macron, a friend of Angela Merkel, opened the bridge in 2024.", Tense.PRESENT),
        ("Emmanuel Macron, a friend of Angela Merkel, killed the bill.", Tense.PRESENT),
        ("The late-night host Jimmy Kimmel, a friend of Angela Merkel, laughed.", Tense.PRESENT),
    ],
)
def test_who_is_dead_or_told_of_long_ago_was_it(text: str, tense: Tense) -> None:
    told = [d.statement for d in drafts(text) if d.statement.relation.id in ("kgr:be", "kgo:identifiedAs")]
    assert [s.tense for s in told] == [tense], "\n".join(str(d.statement) for d in drafts(text))
