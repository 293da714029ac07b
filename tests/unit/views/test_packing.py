"""What the page holds, packed: each text once, places for ids; base.js unpacks it (tests/functional)."""

from __future__ import annotations

import json

import pytest

from kg.views.page.packing import Packer, Words

NODES = [
    {"id": "kge:a", "label": "Al\nphabet", "x": 1, "y": 2, "size": 8, "opening": True},
    {"id": "kge:b", "label": "B"},
]
SAID = {
    "id": "51", "status": "asserted", "subject": {"id": "kge:a", "label": "Al phabet"}, "facets": ["positive"],
    "relation": {"id": "kgo:met", "label": "met"}, "object": {"id": "kge:b", "label": "Bee"}, "confidence": 0.9,
    "evidence": [{"document": "d", "at": (0, 3, 9), "marks": [["subject", 3, 5]], "told": True, "when": "Monday"}],
}  # fmt: skip
KNOWN = {
    "kge:a": {"label": "Al phabet", "type": "Person", "mentions": [{"document": "d", "at": (0, 3, 5)}]},
    "kge:b": {"label": "B", "type": "City"},
}
CONTENT = {"documents": [{"id": "d"}], "statements": [SAID], "nodes": KNOWN, "passages": ["Hm Alphabet met B."]}


def packer(**said):
    return Packer(NODES, {**CONTENT, "statements": [{**SAID, **said}]})


@pytest.mark.parametrize(
    ("filler", "packed"),
    [
        ({"id": "kge:a", "label": "Al phabet"}, 0),
        ({"id": "kge:b", "label": "Bee"}, [1, "Bee"]),
        ({"id": "kge:gone", "label": "Gone"}, {"id": "kge:gone", "label": "Gone"}),
        ({"statement": "51", "label": "that A met B"}, {"statement": "51", "label": "that A met B"}),
        ({"label": "623 km"}, "623 km"),
        (None, None),
    ],
)
def test_a_filler_is_a_place_where_the_page_knows_it(filler, packed):
    row = packer(object=filler).graph([])["statements"][0]
    assert row[5] == packed


def test_a_label_is_kept_twice_only_where_the_picture_breaks_it():
    nodes = packer().graph([])["nodes"]
    assert (nodes["label"], nodes["drawn"]) == (["Al phabet", "B"], {0: "Al\nphabet"})


def test_edges_are_columns_and_name_statements_by_place():
    edge = {
        "from": "kge:b",
        "to": "kge:a",
        "label": "met",
        "relation": "kgo:met",
        "status": "denied",
        "statements": ["51", "gone"],
        "bend": -0.2,
    }
    packed = packer()
    graph = packed.graph([edge])
    assert (graph["edges"]["from"], graph["edges"]["to"], graph["edges"]["statements"]) == ([1], [0], [[0]])
    assert graph["words"][graph["edges"]["status"][0]] == "denied"
    assert graph["edges"]["bend"] == {0: -0.2}


def test_passages_hold_evidence_and_mentions():
    packed = packer().passages()
    assert packed["evidence"] == [[[0, 0, 3, 9, 1, [0, 3, 5], {"when": "Monday"}]]]
    assert packed["mentions"] == {0: [[0, 0, 3, 5]]}


@pytest.mark.parametrize(("document", "sources"), [("d", [0]), ("elsewhere", ["elsewhere"])])
def test_a_source_that_the_page_does_not_hold_keeps_its_id(document, sources):
    row = packer(evidence=[{"document": document}]).graph([])["statements"][0]
    assert row[8] == sources


def test_words_are_kept_once():
    words = Words()
    assert [words.place(text) for text in ("met", "left", "met")] == [0, 1, 0]
    assert words.texts == ["met", "left"]


def test_packed_is_json():
    packed = packer(
        time={"value": "2024"}, event="kge:a", premises=["51", "x"], holders=[{"id": "kge:b", "label": "B"}]
    )
    more = json.loads(json.dumps(packed.graph([])))["statements"][0][9]
    assert more == {"time": {"value": "2024"}, "event": 0, "premises": [0, "x"], "holders": [1]}
