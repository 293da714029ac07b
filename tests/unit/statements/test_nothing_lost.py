"""Objects, complements and restrictions that a clause must not be told without, and phrases that are none of these."""

from __future__ import annotations

import pytest

from kg.clauses.syntax import children
from kg.model import Document
from kg.ontology import load
from kg.parsing import load_model, parse
from kg.statements import drafting
from kg.statements.clause_statements import ClauseWriter
from kg.statements.extraction import extract_statements
from tests.unit.statements.drafted import Row, missing

OBJECTS_KEPT: list[Row] = [
    (
        "The council will give residents of its oldest estate a free bus pass.",
        ["council | kgr:give | free bus pass", "! ? | kgr:give | residents of its oldest estate"],
    ),
    (
        "The school gave pupils who passed the exam a medal.",
        ["* school | kgr:give | medal", "* pupils | kgr:pass | exam", "! ? | kgr:pass | medal"],
    ),
    ("The school gave pupils a medal.", ["* school | kgr:give | medal"]),
    ("Google is the largest search engine in the world.", ["* Google | kgr:be | largest search engine in the world"]),
    ("Acme is the biggest bank in Spain.", ["* Acme | kgr:be | biggest bank in Spain"]),
    ("The new valve ensures that water stays in the tank.", ["* new valve | kgr:ensure | ...", "* water | ? | tank"]),
    (
        "The tram comes in two sizes, capable of carrying 50 and 90 passengers respectively.",
        ["two sizes | kgr:carry | 50 and 90 passengers"],
    ),
    ("The tram can carry 90 passengers.", ["tram | ? | 90 passengers | quantity=90 passengers"]),
    ("The firm paid US$7.2 bn for the mine.", ["* firm | kgr:pay | US$7.2 bn | quantity=7.2e+09 USD | for=mine"]),
    ("The government will spend 15 bn on roads.", ["government | kgr:spend | 15 bn | on=roads"]),
]

ATTACHED: list[Row] = [
    ("The cheese is made by monks and sold alongside honey.", ["* cheese | kgr:be_sold_alongside | honey"]),
    ("The boy was hit by a car and cried for an hour.", ["! ? | kgr:be_cried | ?", "! ? | kgr:be_cried_for | ?"]),
    ("Acme Ltd. has signed a contract to supply 40 buses converted for the route.", ["! Acme Ltd. | ? | route"]),
    (
        "The fair included a preview of the museum's new wing, to be opened in May.",
        ["museum's new wing | kgr:be_opened | -", "! preview of the museum's new wing | kgr:be_opened | -"],
    ),
    (
        "The minister announced the plan at a farmers' conference.",
        ["* minister | kgo:announced | plan | at=conference", "! ? | ? | plan at a farmers' conference"],
    ),
    ("The minister announced the closure of the plant at Rouen.", ["* minister | ? | closure of the plant at Rouen"]),
    (
        "She wrote a letter to the board of governors stating that she would leave.",
        ["* letter to the board of governors | kgr:state | ..."],
    ),
    (
        "The hall has been renamed the Freedom Hall by the city to honour the poet.",
        ["* city | kgr:rename | hall | complement=Freedom Hall", "! city | kgr:rename | ..."],
    ),
]

NAMELESS: list[Row] = [
    (
        "In addition, Norway has the lowest tax in Europe.",
        ["* Norway | kgr:have | lowest tax in Europe", "! ? | ? | addition"],
    ),
    ("The curfew is still in place.", ["* curfew | kgr:be_in_place | -", "! ? | ? | ? | place=place"]),
    (
        "The prize was awarded for the first time on Wednesday.",
        ["! ? | ? | first time", "* prize | kgr:be_awarded | -"],
    ),
    ("The strike began as a result of the vote.", ["* strike | ? | ? "]),
    (
        "The 2011 version of the law was repealed.",
        ["! ? | kgr:date | ?", "* 2011 version of the law | kgr:be_repealed | -"],
    ),
    ("The 1991 agreement bans mining.", ["* 1991 agreement | kgr:date | - | time=1991"]),
    ('The letter reads, "Two more nights".', ["! ? | ? | ? | quantity=2 nights"]),
    ("The ship sank two more boats.", ["* ship | ? | two more boats | quantity=2 boats"]),
]


RESTRICTED: list[Row] = [
    ("The firm would not sell music branded with a pear.", ["firm | ? | music branded with a pear | not"]),
    ("The bank does not lend to people convicted of fraud.", ["bank | ? | people convicted of fraud | not"]),
    (
        "The office does not report the number of aircraft employed in a strike.",
        ["office | ? | number of aircraft employed in a strike | not"],
    ),
    ("The office did not report the number of aircraft.", ["office | ? | number of aircraft | not"]),
    ("The company has not sold the ship that it bought in May.", ["company | kgo:sold | ship | not"]),
    ("The firm sold music branded with a pear.", ["* firm | kgo:sold | music"]),
    ("Civilians were killed in the first week of the siege.", ["* Civilians | ? | first week of the siege"]),
]

COMMENTS: list[Row] = [
    ("The raid is not a strike as defined by the command.", ["! command | kgr:define | ?", "! ? | kgr:be_defined | ?"]),
    ("The firm will pay the fine as agreed in May.", ["firm | kgr:pay | fine", "! ? | kgr:be_agreed | ?"]),
    ("The firm paid the fine as it was agreed in May.", ["* firm | kgr:pay | fine"]),
    ("The coalition used fighter and remotely piloted aircraft.", ["* coalition | ? | remotely piloted aircraft"]),
    ("The coalition used a fighter and a guard.", ["* coalition | ? | fighter", "* coalition | ? | guard"]),
]


@pytest.mark.parametrize("text, wanted", [*OBJECTS_KEPT, *ATTACHED, *NAMELESS, *RESTRICTED, *COMMENTS])
def test_what_is_told_is_whole(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == []


OBJECT_LIKE = ("dobj", "obj", "attr", "oprd", "dative", "ccomp")

LOSSES = [
    "The pump ensures that it.",
    "The council gives residents of its oldest estate a free bus pass.",
    "The museum comes in two wings and will cost $40 million and $60 million respectively.",
    "If the day came, I would be the first to tell the players.",
    "The prize was 20 euros, 30 euros and a book.",
    "The yard made the judge chairman of the board.",
    "The rain cost the town a bridge, two schools and its only bank.",
    "He said that what they knew was that it hurt.",
    "Oslo became what it had been.",
    "It gave them what they wanted, and them alone.",
    'The letter reads, "One more thing ...", the slogan of the strikers.',
]


@pytest.mark.parametrize("text", LOSSES)
def test_no_clause_is_told_without_an_object_that_it_has(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lost: list[str] = []

    class Watched(ClauseWriter):
        def statements(self, subjects):  # type: ignore[no-untyped-def]
            for told in super().statements(subjects):
                verb = self.scene.doc[self.clause.verb]
                bare = told.statement.object is None and not self.clause.passive and not self.clause.existential
                if bare and children(verb, *OBJECT_LIKE):
                    lost.append(told.statement.label)
                yield told

    monkeypatch.setattr(drafting, "ClauseWriter", Watched)
    extract_statements(next(parse([Document("row", text)], nlp=load_model())), load())
    assert lost == []


def test_an_object_of_its_own_words_has_a_place_in_the_text() -> None:
    document = Document("row", "The two models cost $10 and $20 respectively.")
    drafts = extract_statements(next(parse([document], nlp=load_model())), load()).drafts
    (told,) = [d.statement for d in drafts if d.statement.relation.id == "kgr:cost"]
    place = told.evidence[0].mentions.object
    assert place is not None
    assert document.text[place.start : place.end] == "$10 and $20"
