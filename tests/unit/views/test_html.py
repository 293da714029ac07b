"""The page as text: what is drawn, where, how it is escaped; tests/functional/test_page.py opens it in a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from pyvis.network import Network

from kg.graph import KnowledgeGraph
from kg.model import (
    Certainty,
    Document,
    Entity,
    Event,
    Evidence,
    Mood,
    Node,
    Polarity,
    Relation,
    Role,
    Statement,
    StatementRef,
    Tense,
    Value,
)
from kg.views.html import canvas_label, script_json, to_pyvis, write_html
from kg.views.page.content import page_content, utf16_length
from kg.views.page.drawing import Status, find_edges, find_nodes, spoken, status_of
from kg.views.page.layout import Box, opening_nodes, place_nodes

TEXT = "Headline\n\nFrance borders Spain. The 🇪🇺 Union said Ukraine will join it.\n\nNothing more."
FRANCE, SPAIN = Node("kge:france", "France", "Country"), Node("kge:spain", "Spain", "Country")
BORDERS = Relation("kgo:borders", "borders")


def told(quote: str, *, asserted: bool = True) -> Evidence:
    start = TEXT.index(quote)
    return Evidence("atlas", start, start + len(quote), quote, "borders", "border", asserted, 0.9)


def statement(**more: object) -> Statement:
    values = {"subject": FRANCE, "relation": BORDERS, "object": SPAIN, "evidence": (told("France borders Spain."),)}
    return Statement(**{**values, **more}).identified()


def graph_of(*statements: Statement, **more: dict) -> KnowledgeGraph:
    document = Document("atlas", TEXT, date(2025, 3, 4), "Atlas", "Atlas Review", "https://news.example/atlas")
    entities = {n.id: Entity(n.id, n.type, f"kgo:{n.type}", n.label) for n in (FRANCE, SPAIN)}
    values = {"documents": {"atlas": document}, "entities": entities, "statements": {s.id: s for s in statements}}
    return KnowledgeGraph(**{**values, **more})


DENIED = {"polarity": Polarity.NEGATIVE}
UNTOLD = {"evidence": (told("France borders Spain.", asserted=False),)}


@pytest.mark.parametrize(
    ("facets", "status"),
    [
        ({}, Status.ASSERTED),
        ({"inferred_by": "neighbours"}, Status.INFERRED),
        ({**DENIED, **UNTOLD}, Status.DENIED),
        ({**DENIED, **UNTOLD, "tense": Tense.FUTURE}, Status.DENIED),
        ({**UNTOLD, "tense": Tense.FUTURE}, Status.PLANNED),
        ({**UNTOLD, "mood": Mood.DEONTIC}, Status.PLANNED),
        ({**UNTOLD, "certainty": Certainty.POSSIBLE}, Status.CLAIMED),
        ({**UNTOLD, "holders": (SPAIN,)}, Status.CLAIMED),
        ({**UNTOLD, "inferred_by": "neighbours"}, Status.CLAIMED),
    ],
)
def test_status(facets, status):
    assert status_of(statement(**facets)) is status


@pytest.mark.parametrize(
    ("object_", "edges"),
    [(SPAIN, 1), (Value("623 km"), 0), (None, 0), (StatementRef("51aa51aa51aa51aa", "Spain borders France"), 0)],
)
def test_an_edge_joins_two_nodes(object_, edges):
    assert len(find_edges(graph_of(statement(object=object_)))) == edges


def test_statements_of_one_relation_and_status_are_one_edge_and_others_are_kept_apart():
    same, later = statement(), statement(tense=Tense.PRESENT)
    denied, other = statement(**DENIED, **UNTOLD), statement(relation=Relation("kgr:trade_with", "trade with"))
    edges = find_edges(graph_of(same, later, denied, other))
    assert [(e.relation, e.status.value, len(e.statements)) for e in edges] == [
        ("kgo:borders", "asserted", 2), ("kgo:borders", "denied", 1), ("kgr:trade_with", "asserted", 1),
    ]  # fmt: skip


def test_without_claims_only_what_is_asserted_is_drawn_or_told():
    graph = graph_of(statement(), statement(**UNTOLD, tense=Tense.FUTURE))
    network = to_pyvis(graph, claims=False)
    assert [edge["status"] for edge in network.edges] == ["asserted"]
    assert len(page_content(graph, find_nodes(graph).values(), claims=False)["statements"]) == 1


def test_an_event_is_joined_to_those_who_have_a_role_in_it():
    s = statement(event="kge:meeting-1")
    event = Event("kge:meeting-1", "kgo:Meeting", "the meeting", True, (Role("kgo:agent", FRANCE),), statements=(s.id,))
    roles = [e for e in find_edges(graph_of(s, events={event.id: event})) if e.role]
    assert [(e.source, e.label, e.target, e.status.value, e.statements) for e in roles] == [
        ("kge:meeting-1", "agent", "kge:france", "asserted", (s.id,))
    ]


def test_a_reported_event_is_joined_by_claims_alone():
    s = statement(**UNTOLD, event="kge:meeting-1")
    event = Event("kge:meeting-1", "kgo:Meeting", "the meeting", False, (), statements=(s.id,))
    roles = [e for e in find_edges(graph_of(s, events={event.id: event})) if e.role]
    assert [(e.target, e.label, e.status.value) for e in roles] == [
        ("kge:france", "subject", "claimed"), ("kge:spain", "object", "claimed"),
    ]  # fmt: skip


def test_a_noun_phrase_of_one_document_is_secondary():
    coffin = Node("kge:atlas/coffin-1a2b", "coffin", "Thing")
    nodes = find_nodes(graph_of(statement(object=coffin)))
    assert {n.id for n in nodes.values() if n.local} == {coffin.id}


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("kgo:startPlace", "start place"),
        ("kgr:fight_alongside", "fight alongside"),
        ("https://x.example/v#hasPart", "has part"),
    ],
)
def test_spoken(iri, words):
    assert spoken(iri) == words


# ---------------------------------------------------------------- passages


@pytest.mark.parametrize(
    "quote", ["France borders Spain.", "The 🇪🇺 Union said Ukraine will join it.", "Headline", "Nothing more."]
)
def test_a_quote_is_found_again_in_its_passage(quote):
    graph = graph_of(statement(evidence=(told(quote),)))
    content = page_content(graph, find_nodes(graph).values())
    number, start, end = content["statements"][0]["evidence"][0]["at"]
    units = content["passages"][number].encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == quote
    assert "\n\n" not in content["passages"][number]


@pytest.mark.parametrize(("text", "units"), [("", 0), ("abc", 3), ("é", 1), ("🇪🇺", 4), ("\ud800", 1)])
def test_utf16_length(text, units):
    assert utf16_length(text) == units


def test_a_paragraph_is_kept_once_however_many_quotes_stand_in_it():
    words = "word " * 500
    quotes = tuple(Evidence("long", at, at + 4, "word", "w", "w", True, 0.9) for at in (0, 1000, 2000))
    graph = graph_of(statement(evidence=quotes), documents={"long": Document("long", words + "\n\n" + words)})
    content = page_content(graph, [])
    assert content["passages"] == [words]
    assert [e["at"] for e in content["statements"][0]["evidence"]] == [(0, at, at + 4) for at in (0, 1000, 2000)]


def test_a_quote_over_a_blank_line_takes_both_paragraphs():
    words = "One two.\n\nThree four.\n\nFive."
    quotes = (Evidence("d", 4, 7, "two", "w", "w", True, 0.9), Evidence("d", 4, 15, words[4:15], "w", "w", True, 0.9))
    graph = graph_of(statement(evidence=quotes), documents={"d": Document("d", words)})
    content = page_content(graph, [])
    assert content["passages"] == ["One two.\n\nThree four."]
    assert [e["at"] for e in content["statements"][0]["evidence"]] == [(0, 4, 7), (0, 4, 15)]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        ("//news.example", False),
        ("file:///etc", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_kept(url, kept):
    graph = graph_of(documents={"atlas": Document("atlas", TEXT, url=url)})
    assert ("url" in page_content(graph, [])["documents"][0]) is kept


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize(
    "text",
    ["</script>", "<!--", "a & b", "\u2028\u2029", "\ud800", "\udc00\ud800", "\x00\x1f", "👩‍👩‍👧", '"\\', "__proto__"],
)
def test_script_json_gives_back_the_text_and_holds_no_markup(text):
    written = script_json({text: [text]})
    assert json.loads(written) == {text: [text]}
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("France", "France"),
        ("International Atomic Energy Agency", "International Atomic\nEnergy Agency"),
        ("one of the many signatories of the treaty of Rome", "one of the many\nsignatories of the…"),
        ("Z" * 10_000, "Z" * 27 + "…"),
        ("\u202eegnahc\u202c \x00\n\tb", "egnahc b"),
        ("\ud800", ""),
    ],
)
def test_canvas_label(label, shown):
    assert canvas_label(label) == shown


def test_the_page_is_one_file_that_names_no_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_html(graph_of(statement()), "graph.html")
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert not re.search(r"<(script|link|img|iframe)[^>]*\b(src|href)=\"(?!data:)", page)
    assert "default-src 'none'" in page
    assert "sourceMappingURL" not in page


@pytest.mark.parametrize("title", ["</title><script>", "{{ 7 * 7 }}", 'a "b" & c'])
def test_a_title_stays_text(tmp_path, title):
    write_html(graph_of(statement()), tmp_path / "graph.html", title=title)
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    assert f"<title>{escaped}</title>" in page


def test_an_empty_graph_has_a_page(tmp_path):
    write_html(KnowledgeGraph(), tmp_path / "graph.html")
    assert "Knowledge graph of 0 articles" in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_the_same_graph_gives_the_same_bytes_whatever_its_order(tmp_path):
    statements = [statement(tense=tense) for tense in Tense]
    one, other = graph_of(*statements), graph_of(*reversed(statements))
    other.entities = dict(reversed(other.entities.items()))
    write_html(one, tmp_path / "one.html")
    write_html(other, tmp_path / "other.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_to_pyvis_hands_out_a_network_with_places():
    network = to_pyvis(graph_of(statement()))
    assert isinstance(network, Network)
    assert network.get_nodes() == ["kge:france", "kge:spain"]
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in network.nodes)


def test_edges_between_the_same_two_nodes_bend_differently():
    relations = [Relation(f"kgr:r{number}", f"r{number}") for number in range(3)]
    there = [statement(relation=relation) for relation in relations]
    back = [statement(relation=relation, subject=SPAIN, object=FRANCE) for relation in relations[:2]]
    network = to_pyvis(graph_of(*there, *back))
    bends = [_side(edge) for edge in network.edges]
    assert len(set(bends)) == 5


def _side(edge):
    """How far an edge bends to the left of the line from France to Spain."""
    if not edge["smooth"]:
        return 0
    sign = 1 if (edge["smooth"]["type"] == "curvedCW") == (edge["from"] < edge["to"]) else -1
    return sign * edge["smooth"]["roundness"]


def test_loops_stand_at_different_angles():
    loops = [statement(object=FRANCE, relation=Relation(f"kgr:r{number}", f"r{number}")) for number in range(3)]
    angles = [edge["selfReference"]["angle"] for edge in to_pyvis(graph_of(*loops)).edges]
    assert len(set(angles)) == 3


# ---------------------------------------------------------------- places

RING = [(f"n{number:02}", f"n{(number + 1) % 60:02}") for number in range(60)]
IDS = sorted({node for edge in RING for node in edge})
ROOM = Box(50, 12, 30)


def test_no_two_boxes_overlap():
    places = place_nodes(dict.fromkeys(IDS, ROOM), RING, IDS[:20])
    crossing = [
        (a, b) for a in IDS for b in IDS
        if a < b and abs(places[a][0] - places[b][0]) < 99 and abs(places[a][1] - places[b][1]) < 41
    ]  # fmt: skip
    assert crossing == []


def test_the_opening_part_stands_where_it_would_stand_alone():
    core = IDS[:20]
    alone = place_nodes({n: ROOM for n in core}, [e for e in RING if set(e) <= set(core)], core)
    among = place_nodes(dict.fromkeys(IDS, ROOM), RING, core)
    assert {n: among[n] for n in core} == alone


def test_a_node_without_edges_stays_near():
    places = place_nodes(dict.fromkeys([*IDS, "alone"], ROOM), RING, IDS[:20])
    assert max(map(abs, places["alone"])) <= 1.5 * max(abs(x) for n in IDS for x in places[n])


@pytest.mark.parametrize(
    ("edges", "secondary", "chosen"),
    [
        ([], [], ["a", "b", "c"]),
        ([("a", "b")], [], ["a", "b"]),
        ([("a", "b"), ("b", "c")], ["c"], ["a", "b"]),
        ([("a", "b"), ("b", "c"), ("a", "c")], ["c"], ["a", "b", "c"]),
        ([("a", "a")], [], ["a", "b", "c"]),
    ],
)
def test_opening_nodes(edges, secondary, chosen):
    assert opening_nodes(["a", "b", "c"], edges, secondary) == chosen


def test_the_opening_part_is_grown_from_the_best_connected_node():
    star = [("hub", f"leaf{number:02}") for number in range(60)]
    chosen = opening_nodes(sorted({n for e in star for n in e}), star, [], limit=10)
    assert len(chosen) == 10
    assert "hub" in chosen


def test_an_entity_with_a_fine_class_and_aliases_is_told():
    graph = graph_of(statement())
    graph.entities["kge:france"] = replace(graph.entities["kge:france"], aliases=("France", "French Republic"))
    told_of = page_content(graph, find_nodes(graph).values())["nodes"]["kge:france"]
    assert told_of["aliases"] == ["French Republic"]
