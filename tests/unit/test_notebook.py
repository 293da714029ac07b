"""What a notebook shows of a graph, an entity, an event or a statement."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import kg
from kg.graph import KnowledgeGraph
from kg.markup import MOST, card, network_picture, words
from kg.model import Document, Entity, Evidence, Node, Polarity, Relation, Statement
from tests.samples import KIM, sample_graph

HOSTILE = [
    "<script>alert(1)</script>", "</div></div><img src=x onerror=alert(1)>", "\"'><b>", "&lt;b&gt;",
    "</bdi><svg onload=alert(1)>",
    "\u202eturned", "\ud800 alone", "\x00\x1b", "Z" * 10_000, "{{ 7 }}", "</text><script>", " ",
]  # fmt: skip


class Tags(HTMLParser):
    """Tags and attributes as a browser would see them, and the text between."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    ("pick", "told"),
    [
        (lambda g: g.entities[KIM.id], ["Kim Jong Un", "Person", "Also called", "Mentions"]),
        (lambda g: next(s for s in g.statements.values() if s.holders), ["Who says so"]),
        (lambda g: next(iter(g.events.values())), ["Event", "ceremony"]),
        (lambda g: g, ["2 articles", "Most is said of", "Kim Jong Un"]),
    ],
)
def test_it_tells(pick, told):
    text = Tags(pick(sample_graph())._repr_html_()).text
    assert [words for words in told if words not in text] == []


def test_a_denied_statement_is_shown_as_denied():
    graph = sample_graph()
    denied = next(s for s in graph.statements.values() if s.polarity is Polarity.NEGATIVE)
    assert "not: " in Tags(denied._repr_html_()).text


def hostile(payload):
    node = Node("kge:a", payload, "Person")
    evidence = Evidence("one", 0, len(payload), payload, payload, payload, True, 0.9)
    statement = Statement(
        node, Relation("kgo:a", payload), Node("kge:b", payload), holders=(node,), evidence=(evidence,)
    )
    statement = replace(statement, id="a" * 16)
    entities = {
        key: Entity(key, "Person", "kgo:Person", payload, (payload,), same_as=(payload,)) for key in ("kge:a", "kge:b")
    }
    graph = KnowledgeGraph({"one": Document("one", payload)}, entities, {statement.id: statement})
    return [graph, statement, entities["kge:a"]]


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_text(payload):
    for value in hostile(payload):
        markup = value._repr_html_()
        page, calm = (
            Tags(markup),
            Tags(type(value)._repr_html_(hostile("calm")[[KnowledgeGraph, Statement, Entity].index(type(value))])),
        )
        assert (page.tags, page.open) == (calm.tags, [])
        assert len(markup) < 20 * MOST
        markup.encode("utf-8")


def test_nothing_is_fetched_and_nothing_runs():
    markup = "".join(value._repr_html_() for value in [sample_graph(), *sample_graph().statements.values()])
    tags = Tags(markup).tags
    assert {name for name, _ in tags} <= {
        "div", "b", "span", "bdi", "table", "tr", "th", "td", "blockquote", "svg", "line", "circle", "text",
    }  # fmt: skip
    assert not [a for _, attributes in tags for a in attributes if a.startswith("on") or a in ("src", "href")]


def test_the_picture_joins_what_is_asserted_with_solid_lines():
    picture = network_picture({"a": "A", "b": "B", "c": "C"}, [("a", "b", True), ("b", "c", False), ("a", "x", True)])
    assert re.findall("stroke-dasharray", picture) == ["stroke-dasharray"]
    assert picture.count("<line") == 2


def test_an_empty_graph_shows_itself():
    assert "0 articles" in KnowledgeGraph()._repr_html_()


def test_one_of_a_kind_is_told_as_one():
    assert "1 article, 2 entities, 1 statement, 0 events" in hostile("calm")[0]._repr_html_()


def test_the_same_graph_gives_the_same_bytes():
    graph = sample_graph()
    turned = kg.KnowledgeGraph(
        *(dict(reversed(part.items())) for part in (graph.documents, graph.entities, graph.statements, graph.events))
    )
    assert turned._repr_html_() == graph._repr_html_()


def test_more_quotes_than_fit_are_counted():
    assert "2 more" in card("A", "b", [], [("quote", "place")] * 7)


def test_a_long_text_is_cut():
    assert words("Z" * 1000) == f"<bdi>{'Z' * MOST}…</bdi>"
