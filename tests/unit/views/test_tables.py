from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity
from kg.views import tables
from tests.samples import KIM, sample_graph


@pytest.fixture
def folder(tmp_path):
    tables.write(sample_graph(), tmp_path)
    return tmp_path


def rows(folder, name):
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def statement(folder, text):
    (found,) = [r for r in rows(folder, "statements.jsonl") if r["evidence"][0]["quote"].startswith(text)]
    return found


def test_reading_gives_the_graph_written(folder):
    graph = tables.load(folder)
    assert graph == sample_graph()
    assert graph.report["versions"] == {"kg": "0.1.0"}


def test_nothing_but_the_tables_is_left_behind(folder):
    assert sorted(path.name for path in folder.iterdir()) == sorted(tables.FILES)


@pytest.mark.parametrize("name", tables.FILES[:4])
def test_lines_are_sorted_by_id(folder, name):
    ids = [row["id"] for row in rows(folder, name)]
    assert len(ids) > 1
    assert ids == sorted(ids)


def test_report_counts_what_is_there(folder):
    counts = json.loads((folder / "report.json").read_text())["counts"]
    assert (counts["documents"], counts["statements"], counts["asserted"]) == (2, 10, 6)


def test_a_statement_says_who_says_it_and_whom_that_one_cites(folder):
    attribution = statement(folder, "600 soldiers")["attribution"]
    assert attribution["source"]["label"] == "lawmaker"
    assert (attribution["cue"], attribution["mention"]["text"]) == ("said", "said")
    assert attribution["citing"]["source"]["label"] == "spy agency"
    assert (attribution["citing"]["cue"], attribution["citing"]["citing"]) == ("citing", None)


def test_ids_are_full_iris_and_slots_have_mentions(folder):
    row = statement(folder, "North Korea will send")
    assert row["subject"]["id"] == "https://w3id.org/newskg/id/north_korea"
    assert row["relation"]["id"] == "https://w3id.org/newskg/ontology#deployedTroopsTo"
    assert row["event"] == "https://w3id.org/newskg/id/deployment-77cd"
    assert row["subject"]["mention"]["text"] == "North Korea"
    assert [(a["role"], a.get("label"), a.get("value")) for a in row["arguments"]] == [
        ("rank", None, "third"),
        ("theme", "troops", None),
    ]
    assert (row["tense"], row["asserted"]) == ("future", False)
    quantity, time = row["qualifiers"]["quantity"], row["qualifiers"]["time"]
    assert (quantity["value"], quantity["comparator"], quantity["text"]) == (6000, "=", "6,000")
    assert (time["value"], time["earliest"], time["latest"], time["text"]) == (
        "../2025-08", None, "2025-08-31", "August 2025",
    )  # fmt: skip


def test_every_mention_is_what_stands_there(folder):
    texts = {row["id"]: row["text"] for row in rows(folder, "documents.jsonl")}
    seen = 0

    def walk(value):
        nonlocal seen
        if isinstance(value, dict):
            if {"document", "start", "end", "text"} <= value.keys():
                assert texts[value["document"]][value["start"] : value["end"]] == value["text"]
                seen += 1
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                walk(one)

    for name in ("statements.jsonl", "entities.jsonl", "events.jsonl"):
        walk(rows(folder, name))
    assert seen > 50


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("statements.jsonl", "{", "statements.jsonl line 1: not JSON"),
        ("statements.jsonl", '{"id": "x"}', "statements.jsonl line 1: key 'subject' is missing"),
        ("entities.jsonl", "[]", "entities.jsonl line 1: "),
        ("documents.jsonl", '{"id": 3, "text": ""}', "documents.jsonl line 1: expected text, found int"),
        ("documents.jsonl", "null", "documents.jsonl line 1: "),
        ("report.json", "[]", "report.json: expected an object, found list"),
        ("report.json", "{", "report.json: "),
    ],
)
def test_a_broken_table_is_named_with_its_line(folder, name, content, message):
    (folder / name).write_text(content)
    with pytest.raises(GraphError) as caught:
        tables.load(folder)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_graph_and_one_that_lacks_a_table_are_named(tmp_path, folder):
    (folder / "events.jsonl").unlink()
    with pytest.raises(GraphError, match=r"events\.jsonl: missing"):
        tables.load(folder)
    with pytest.raises(GraphError, match="no graph here"):
        tables.load(tmp_path / "nowhere")


def test_bytes_that_are_no_utf8_are_named(folder):
    (folder / "entities.jsonl").write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(GraphError, match=r"entities\.jsonl: not UTF-8"):
        tables.load(folder)


@pytest.mark.parametrize("text", ["a\u2028b\x85c\x0bd\re\n", "half a pair \ud83d", "\x00\x1b[31m", "😀" * 3])
def test_any_text_survives(tmp_path, text):
    graph = KnowledgeGraph()
    graph.add(Document("d", text, title=text))
    tables.write(graph, tmp_path)
    assert tables.load(tmp_path) == graph


def test_a_failed_writing_leaves_the_old_tables(folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    graph = sample_graph()
    graph.entities[KIM.id] = replace(graph.entities[KIM.id], aliases=(object(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        tables.write(graph, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("label", ['=HYPERLINK("http://x","y")', "+1", "-1", "@x", "  =1", "\t=1", "a,b\n\"c'"])
def test_no_csv_cell_starts_a_formula(tmp_path, label):
    graph = KnowledgeGraph()
    graph.add(Entity("kge:x", "Thing", "kgo:Thing", label))
    tables.write_csv(graph, tmp_path)
    table = list(csv.reader(io.StringIO((tmp_path / "nodes.csv").read_text("utf-8"), newline="")))
    cell = table[1][1]
    assert cell.lstrip(" ")[0] not in "=+-@\t"
    assert cell.removeprefix("'") == label


def test_csv_holds_every_node_and_every_statement_between_two(tmp_path):
    tables.write_csv(sample_graph(), tmp_path)
    texts = [(tmp_path / name).read_text("utf-8") for name in ("nodes.csv", "edges.csv")]
    nodes, edges = (list(csv.DictReader(io.StringIO(text, newline=""))) for text in texts)
    assert len(nodes) == 16
    assert {edge["source"] for edge in edges} | {edge["target"] for edge in edges} <= {node["id"] for node in nodes}
    assert {(edge["relation_label"], edge["asserted"]) for edge in edges} == {
        ("attended", "true"),
        ("deployed troops to", "false"),
        ("borders", "true"),
        ("see", "false"),
        ("holds office", "true"),
        ("affiliated with", "true"),
    }
