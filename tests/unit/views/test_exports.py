"""Formats of other trades: followthemoney, Cypher, Parquet; and what every format has in common."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.graph import KnowledgeGraph, expand, is_asserted
from kg.model import Document, Entity, Node, Relation, Statement
from kg.ontology import load
from kg.views.cypher import named, quoted, write_cypher
from kg.views.exports import FOLDERS, FORMATS, SUFFIXES, export, export_to
from kg.views.followthemoney import write_followthemoney
from kg.views.parquet import write_parquet
from tests.samples import DEPLOYMENT, KIM, KURSK, sample_graph, told


def _written(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else [*path.iterdir()]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_whole_twice_the_same_and_leaves_nothing_else(form, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        key = next(iter(sample_graph().statements)) if form == "nanopub" else None
        export(sample_graph(), tmp_path / folder / "g", form, claims=True, ontology=load(), statement=key)
    first, second = (_written(tmp_path / folder / "g") for folder in ("a", "b"))
    assert first == second and all(first.values())
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["g"]
    assert (form in FOLDERS) is (tmp_path / "a" / "g").is_dir()


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"nanopub"}))
def test_an_empty_graph_is_no_fault(form, tmp_path):
    export(KnowledgeGraph(), tmp_path / "g", form)
    assert _written(tmp_path / "g")


def test_every_ending_stands_for_a_format():
    assert {*SUFFIXES.values()} == {*FORMATS} - {"nanopub", "turtle12"}


@pytest.mark.parametrize(
    ("form", "statement", "message"),
    [
        ("xml", None, "unknown format 'xml', expected one of turtle,"),
        ("nanopub", None, "format 'nanopub' writes one statement: name its id"),
        ("turtle", "9f2c", "format 'turtle' takes no statement"),
        ("nanopub", "nothing", "no statement 'nothing'"),
    ],
)
def test_what_cannot_be_written_is_one_line(form, statement, message, tmp_path):
    with pytest.raises(InputError) as caught:
        export(sample_graph(), tmp_path / "g", form, statement=statement)
    assert str(caught.value).startswith(message) and "\n" not in str(caught.value)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"nanopub", *FOLDERS}))
def test_a_stream_gets_what_a_file_gets(form, tmp_path):
    export(sample_graph(), tmp_path / "g", form)
    stream = io.BytesIO()
    export_to(stream, sample_graph(), form)
    assert stream.getvalue() == (tmp_path / "g").read_bytes()


def test_parquet_is_no_stream():
    with pytest.raises(InputError, match="makes a folder of files"):
        export_to(io.BytesIO(), sample_graph(), "parquet")


def test_half_a_surrogate_pair_stops_no_format(tmp_path):
    graph = KnowledgeGraph()
    node = Node("kge:x", "\ud83d", "Person")
    graph.add(Document("1-ceremony", "\ud83d", title="\ud83d"), Entity(node.id, "Person", "kgo:Person", "\ud83d"))
    graph.add(Statement(node, Relation("kgr:x", "\ud83d"), node, evidence=(told("1-ceremony", "Kim"),)))
    for form in sorted({*FORMATS} - {"nanopub"}):
        export(graph, tmp_path / form, form, claims=True)
        assert all(_written(tmp_path / form).values())


# ---------------------------------------------------------------- followthemoney


def _entities(tmp_path: Path, *, claims: bool = False) -> dict[str, dict]:
    write_followthemoney(sample_graph(), tmp_path / "g.ftm", claims=claims, ontology=load())
    lines = (tmp_path / "g.ftm").read_text("utf-8").splitlines()
    return {entity["id"]: entity for entity in map(json.loads, lines)}


def test_people_places_posts_and_articles_have_their_schemas(tmp_path):
    schemas = {(e["schema"], *e["properties"].get("name", e["properties"].get("title", ()))) for e in
               _entities(tmp_path).values()}  # fmt: skip
    assert {
        ("Person", "Kim Jong Un"), ("PublicBody", "North Korea"), ("Address", "Kursk Region"),
        ("LegalEntity", "troops"), ("Event", "ceremony in Pyongyang"), ("Article", "Kim attends ceremony"),
    } <= schemas  # fmt: skip


def test_links_join_entities_that_are_there_and_carry_the_quote(tmp_path):
    entities = _entities(tmp_path)
    links = [e["properties"] for e in entities.values() if e["schema"] == "UnknownLink"]
    attended = next(link for link in links if link["role"] == ["attended"])
    assert [entities[attended[end][0]]["properties"]["name"] for end in ("subject", "object")] == [
        ["Kim Jong Un"], ["ceremony in Pyongyang"],
    ]  # fmt: skip
    assert attended["summary"][0].startswith("Kim Jong Un attended")
    for link in links:
        assert link["subject"][0] in entities and link["object"][0] in entities
        assert all(entities[proof]["schema"] == "Article" for proof in link["proof"])


def test_claims_come_on_request_with_their_status(tmp_path):
    facts, all_told = _entities(tmp_path), _entities(tmp_path, claims=True)
    assert not [e for e in facts.values() if "status" in e["properties"]]
    status = {
        e["properties"]["role"][0]: e["properties"]["status"] for e in all_told.values() if "status" in e["properties"]
    }
    assert status == {"deployed troops to": ["planned"], "see": ["denied"]}
    names = [e["properties"].get("name") for e in facts.values()]
    assert [DEPLOYMENT.label] not in names and [KIM.label] in names


def test_followthemoney_itself_takes_every_entity(tmp_path):
    followthemoney = pytest.importorskip("followthemoney")
    for entity in _entities(tmp_path, claims=True).values():
        schema = followthemoney.model.get(entity["schema"])
        assert not schema.abstract
        assert {*entity["properties"]} <= {*schema.properties}
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        assert proxy.id == entity["id"]
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
        schema.validate(proxy.to_dict())


# ---------------------------------------------------------------- Cypher

HOSTILE = (
    "'", '"', "\\", "\\'", "\\\\'", "\\u0027", "\\\\u0027", "\\U0027", "`", "``", "a\nb\r\tc", "\x00\x1f\x7f\x85\u2028",
    "'}) MATCH (n) DETACH DELETE n //", "\\u0027}) DETACH DELETE n //", "`) DELETE n //", "😀é", "", "/* */ // ;",
)  # fmt: skip


def unescaped(script: str) -> str:
    """As readers do that look for `\\uXXXX` before they look for strings."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), script)


def _string_at(script: str) -> tuple[str, str]:
    """The value of the string literal that a text begins with, and what follows it."""
    out, at = [], 1
    plain = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"'}
    while script[at] != "'":
        if script[at] == "\\" and script[at + 1] == "u":
            out.append(chr(int(script[at + 2 : at + 6], 16)))
            at += 6
        elif script[at] == "\\":
            out.append(plain[script[at + 1]])
            at += 2
        else:
            out.append(script[at])
            at += 1
    return "".join(out), script[at + 1 :]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_inside_their_quotes(words):
    assert _string_at(quoted(words)) == (words, "")


@pytest.mark.parametrize("words", ["\\u0027", "\\\\u0027}) DELETE n //", "\\U0027", "a\\u"])
def test_a_reader_that_unescapes_first_finds_the_same_end(words):
    assert not re.search(r"\\u00(27|22|5[cC])", quoted(words))
    value, rest = _string_at(unescaped(quoted(words)))
    assert (value, rest) == (words, "")


@pytest.mark.parametrize("words", HOSTILE)
def test_names_stay_inside_their_backticks(words):
    inner = named(words)[1:-1]
    assert "`" not in inner.replace("``", "") and "\\" not in inner and "\n" not in inner


def test_the_script_has_a_line_for_each_node_and_edge(tmp_path):
    graph = sample_graph()
    for claims, edges in ((False, 6), (True, 8)):
        write_cypher(graph, tmp_path / "g.cypher", claims=claims)
        lines = (tmp_path / "g.cypher").read_text("utf-8").splitlines()
        assert lines[0].startswith("CREATE CONSTRAINT")
        assert sum(line.startswith("MERGE (n:Thing {id: ") for line in lines) == 16
        assert sum(line.startswith("MATCH (a:Thing {id: ") for line in lines) == edges
        assert all(line.endswith(";") for line in lines)
    key = next(s.id for s in graph.statements.values() if s.relation.id == "kgo:borders")
    (line,) = [line for line in lines if key in line]
    assert f"MERGE (a)-[r:`BORDERS` {{id: '{key}'}}]->(b) SET r += {{`asserted`: true" in line
    assert f"(a:Thing {{id: '{KURSK.id}'}})" in line


# ---------------------------------------------------------------- Parquet


def test_parquet_reads_back_with_types(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    graph = sample_graph()
    write_parquet(graph, tmp_path)
    tables = {path.stem: parquet.read_table(path).to_pylist() for path in tmp_path.iterdir()}
    assert {*tables} == {"nodes", "statements", "evidence"}
    statements = {row["id"]: row for row in tables["statements"]}
    assert [*statements] == sorted(graph.statements)
    for key, s in graph.statements.items():
        row = statements[key]
        assert (row["asserted"], row["confidence"]) == (is_asserted(s), s.confidence)
        assert row["subject"] == (expand(s.subject.id) if isinstance(s.subject, Node) else row["subject"])
        assert row["holders"] == [holder.label for holder in s.holders]
    (kim,) = [row for row in tables["nodes"] if row["id"] == expand(KIM.id)]
    assert (kim["label"], kim["type"], kim["class"]) == ("Kim Jong Un", "Person", expand("kgo:Person"))
    texts = {document.id: document.text for document in graph.documents.values()}
    assert all(texts[row["document"]][row["start"] : row["end"]] == row["quote"] for row in tables["evidence"])


def test_a_missing_extra_is_told_with_its_remedy(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"^Parquet needs pyarrow: pip install 'newskg\[parquet\]'$"):
        export(sample_graph(), tmp_path / "g", "parquet")
    assert not [*tmp_path.iterdir()]
