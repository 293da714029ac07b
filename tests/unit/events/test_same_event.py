"""Whether two short articles tell of one event: the sentences first, the class of the event, and whether it is one."""

from datetime import date

import pytest

from kg.build import build
from kg.reading import read_text

TUESDAY, WEDNESDAY = date(2024, 10, 29), date(2024, 10, 30)

SAME = [
    ("kgo:NaturalDisaster", "A flood hit Valencia on Monday. It destroyed two bridges.",
     "The flood struck Valencia on Monday, officials said."),
    ("kgo:NaturalDisaster", "An earthquake shook Manila on Monday. It damaged a school.",
     "The earthquake hit Manila on Monday and lasted a minute."),
    ("kgo:Meeting", "Emmanuel Macron attended a climate summit in Nairobi on Monday.",
     "Emmanuel Macron praised farmers during the summit in Nairobi on Monday."),
    ("kgo:Ceremony", "Lula da Silva laid a wreath at a monument during a ceremony in Brasilia on Monday.",
     "During a memorial ceremony for firefighters, Lula da Silva placed a wreath on a stone."),
    ("kgo:Deployment", "Rwanda sent hundreds of soldiers to Mozambique to support Mozambique.",
     "Rwanda confirmed that it had deployed soldiers to support Mozambique."),
    ("kgo:Attack", "Turkey bombed a depot in Qamishli on Monday.",
     "Turkey attacked a depot in Qamishli on Monday, residents said."),
    ("kgo:Acquisition", "Shell acquired BG Group on Monday.", "BG Group was bought by Shell on Monday."),
    ("kgo:Arrest", "Police arrested Nicolas Sarkozy in Nice on Monday.",
     "Nicolas Sarkozy was arrested in Nice on Monday."),
    ("kgo:Visit", "Angela Merkel visited Ankara on Monday.", "Angela Merkel arrived on Monday and visited Ankara."),
    ("kgo:Trial", "The trial of Nicolas Sarkozy began in Paris on Monday.",
     "Nicolas Sarkozy wept at the trial in Paris on Monday."),
    ("kgo:AgreementSigning", "Chile and Peru signed a fishing treaty in Lima on Monday.",
     "The fishing treaty was signed by Chile and Peru in Lima on Monday."),
    ("kgo:Protest", "Farmers protested in Warsaw on Monday against Mercosur.",
     "A protest against Mercosur took place in Warsaw on Monday."),
]  # fmt: skip

DIFFERENT = [
    ("kgo:Deployment", "Rwanda sent soldiers to Mozambique to support Mozambique.",
     "Rwanda sent additional soldiers to Mozambique to support Mozambique."),
    ("kgo:Deployment", "Rwanda sent soldiers to support Mozambique.", "Uganda sent soldiers to support Mozambique."),
    ("kgo:Deployment", "Rwanda deployed soldiers to Mozambique on Monday.",
     "Rwanda deployed soldiers to Benin on Monday."),
    ("kgo:Deployment", "Rwanda deployed soldiers to Mozambique in May 2021 to support Mozambique.",
     "Rwanda deployed soldiers to Mozambique in June 2023 to support Mozambique."),
    ("kgo:Deployment", "Rwanda sent soldiers to support Mozambique.",
     "Rwanda plans to send soldiers to support Mozambique."),
    ("kgo:Deployment", "Rwanda deployed soldiers in Mozambique to support Mozambique.",
     "Rwanda deployed missiles in Mozambique to support Mozambique."),
    ("kgo:Ceremony", "Lula da Silva attended a graduation ceremony in Brasilia on Monday.",
     "Lula da Silva attended a memorial ceremony in Brasilia on Monday."),
    ("kgo:Ceremony", "Lula da Silva spoke at a ceremony in Brasilia on Monday.",
     "Geraldo Alckmin handed out medals during a ceremony in Brasilia on Monday."),
    ("kgo:Ceremony", "Lula da Silva attended the ceremony in Brasilia on Monday.",
     "Lula da Silva marked the anniversary of the ceremony in Brasilia on Monday."),
    ("kgo:Meeting", "Emmanuel Macron attended a climate summit in Nairobi on Monday.",
     "Emmanuel Macron attended the follow-up climate summit in Nairobi on Monday."),
    ("kgo:Meeting", "Emmanuel Macron met Olaf Scholz in Berlin on Monday.",
     "Emmanuel Macron met Donald Tusk in Berlin on Monday."),
    ("kgo:Attack", "Turkey bombed a depot in Qamishli on Monday.", "Turkey bombed a hospital in Qamishli on Monday."),
    ("kgo:Attack", "Turkey bombed a depot in Qamishli on Sunday.", "Turkey bombed a depot in Qamishli on Monday."),
    ("kgo:Arrest", "Police arrested Nicolas Sarkozy in Nice on Monday.",
     "Police arrested Christine Lagarde in Nice on Monday."),
    ("kgo:Trial", "The trial of Nicolas Sarkozy began in Paris on Monday.",
     "The trial of Christine Lagarde began in Paris on Monday."),
    ("kgo:Acquisition", "Shell acquired BG Group on Monday.", "Shell acquired Eneco Group on Monday."),
    ("kgo:NaturalDisaster", "A flood hit Valencia in 1957.", "A flood hit Valencia on Monday."),
    ("kgo:NaturalDisaster", "A flood hit Valencia on Monday.", "A flood hit Turin on Monday."),
    ("kgo:NaturalDisaster", "A flood hit Valencia on Monday.", "A second flood hit Valencia on Monday."),
    ("kgo:Protest", "Farmers protested in Warsaw on Monday against Mercosur.",
     "Farmers protested in Gdansk on Monday against Mercosur."),
    ("kgo:Launch", "Emmanuel Macron opened a hotel in Lyon on Monday.",
     "Emmanuel Macron opened a factory in Lyon on Monday."),
    ("kgo:Visit", "Angela Merkel visited Ankara on Monday.", "Angela Merkel will visit Ankara next Monday."),
    ("kgo:Killing", "A bomb killed 12 soldiers in Mogadishu on Monday.",
     "A bomb killed 40 soldiers in Mogadishu on Monday."),
    ("kgo:AgreementSigning", "Chile and Peru signed a fishing treaty in Lima on Monday.",
     "Chile and Peru will sign a fishing treaty in Lima."),
]  # fmt: skip


def events_of(cls, one, other):
    """The documents of each event of a class that is told by two articles of two days."""
    articles = zip("ab", (one, other), (TUESDAY, WEDNESDAY), strict=True)
    graph = build([read_text(text, id=name, published=day) for name, text, day in articles])
    found = []
    for event in graph.events.values():
        documents = {m.anchor.document for m in event.mentions}
        documents |= {e.document for key in event.statements for e in graph.statements[key].evidence}
        if event.cls == cls:
            found.append("".join(sorted(documents)))
    return sorted(found)


@pytest.mark.parametrize("cls, one, other", SAME, ids=lambda value: value[:40])
def test_two_articles_tell_of_one_event(cls, one, other):
    assert "ab" in events_of(cls, one, other)


@pytest.mark.parametrize("cls, one, other", DIFFERENT, ids=lambda value: value[:40])
def test_two_articles_tell_of_two_events(cls, one, other):
    assert {"a", "b"} == set(events_of(cls, one, other))
