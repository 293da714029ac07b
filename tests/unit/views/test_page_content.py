"""What the page says of times and of who has a part in an event that is only reported."""

from __future__ import annotations

from datetime import date

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Anchor, Argument, Document, Event, Evidence, Node, Relation, SlotMentions, Statement, Time
from kg.views.html import to_pyvis
from kg.views.page.content import page_content
from kg.views.page.drawing import find_edges

UNION, BORDER = Node("kge:union", "Union", "Organization"), Node("kge:border", "Border", "Place")
TEXT = "The Union will guard the border soon."


def told(time: Time | None, **more: object) -> Statement:
    """That the union guards the border, "soon"."""
    start = TEXT.index("soon")
    mentions = SlotMentions(time=Anchor("one", start, start + 4, start, start + 4, "soon"))
    evidence = Evidence("one", 0, len(TEXT), TEXT, "guard", "guard", False, 0.9, mentions)
    values = {"subject": UNION, "relation": Relation("kgr:guard", "guard"), "object": BORDER, "evidence": (evidence,)}
    return Statement(**{**values, "time": time, **more}).identified()


def graph_of(statement: Statement, **more: dict) -> KnowledgeGraph:
    return KnowledgeGraph(documents={"one": Document("one", TEXT)}, statements={statement.id: statement}, **more)


@pytest.mark.parametrize(
    ("time", "value"),
    [
        (Time("2025-05", "2025-05", "DATE", date(2025, 5, 1), date(2025, 5, 31)), "2025-05"),
        (Time(None, "P4Y", "DURATION"), "4 years"),
        (Time(None, "P1W", "DURATION"), "1 week"),
        (Time(None, "P2M", "DURATION"), "2 months"),
        (Time(None, "PT20M", "DURATION"), "20 minutes"),
        (Time(None, "PT12H", "DURATION"), "12 hours"),
        (Time(None, "PXY", "DURATION"), "soon"),
        (Time(None, "P1Y2M", "DURATION"), "soon"),
        (Time(None, "FUTURE_REF", "DATE"), "soon"),
        (Time(None, "XXXX-WXX-6", "SET"), "soon"),
        (Time(None, None, "DATE"), "soon"),
    ],
)
def test_a_time_is_told_in_words_and_never_as_a_code(time, value):
    (statement,) = page_content(graph_of(told(time)), [])["statements"]
    assert statement["time"]["value"] == value


def test_no_time_is_none():
    (statement,) = page_content(graph_of(told(None)), [])["statements"]
    assert "time" not in statement


def test_roles_of_a_reported_event_have_the_names_that_roles_of_any_event_have():
    statement = told(None, event="kge:guarding", arguments=(Argument("theme", BORDER), Argument("kgo:place", BORDER)))
    event = Event("kge:guarding", "kgo:Guarding", "guarding", False, statements=(statement.id,))
    graph = graph_of(statement, events={event.id: event})
    assert sorted({edge.relation for edge in find_edges(graph) if edge.role}) == [
        "kgo:object", "kgo:place", "kgo:subject", "kgo:theme",
    ]  # fmt: skip


def test_the_page_holds_no_comment_of_its_scripts():
    page = to_pyvis(graph_of(told(None))).generate_html()
    own = page.rpartition("<script>")[2]
    assert [line for line in own.splitlines() if line.lstrip().startswith("//")] == []
    assert "function drawPanel()" in own
