"""The verbs that read a graph or single sentences, as a shell runs them."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.views.exports import SUFFIXES
from tests.conftest import ROOT, Run, lines


def test_query_answers_alike_in_both_engines(built: Path, run: Run):
    first, second = (run("query", built, "attendance", "--engine", engine) for engine in ("oxigraph", "rdflib"))
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert b"Kim Jong Un" in first.stdout


@pytest.mark.parametrize("way", ["argument", "file", "stream"])
def test_a_query_comes_as_an_argument_a_file_or_a_stream(way: str, built: Path, tmp_path: Path, run: Run):
    text = 'SELECT ?who { ?who rdfs:label "Kim Jong Un"@en }'
    (tmp_path / "who.rq").write_text(text, "utf-8")
    given = {"argument": text, "file": tmp_path / "who.rq", "stream": "-"}[way]
    done = run("query", built, given, "--format", "json", input=text.encode())
    assert json.loads(done.stdout)["results"]["bindings"]


def test_a_variable_is_bound(built: Path, run: Run):
    ask = ["query", built, "SELECT ?what { ?who kgo:attended ?what }", "--format", "csv", "--bind"]
    assert len(lines(run(*ask, "who=kge:kim_jong_un").stdout)) > 1
    assert len(lines(run(*ask, "who=kge:russia").stdout)) == 1


def test_without_a_query_the_named_ones_are_listed(built: Path, run: Run):
    names = [line.partition("\t")[0] for line in lines(run("query", built).stdout)]
    assert names == sorted(path.stem for path in (ROOT / "ontology" / "queries").glob("*.rq"))


def test_explain_tells_of_one_and_of_two(built: Path, run: Run):
    assert b"kge:kim_jong_un" in run("explain", built, "Kim Jong Un").stdout
    assert b"are two entities" in run("explain", built, "Kim Jong Un", "Vladimir Putin").stdout


def test_stats_put_the_leader_and_the_country_in_the_middle(built: Path, run: Run):
    figures = json.loads(run("stats", built, "--format", "json").stdout)
    assert set(list(figures["most central"])[:2]) == {"North Korea", "Kim Jong Un"}
    assert figures["graph"]["documents"] == 2
    assert b"most central" in run("stats", built).stdout


@pytest.mark.parametrize("form, name", [("turtle", "g.ttl"), ("csv", "g.csv")])
def test_export_to_a_file_is_export_to_a_stream(form: str, name: str, built: Path, tmp_path: Path, run: Run):
    assert run("export", built, "-o", tmp_path / name).returncode == 0
    written = tmp_path / name / "edges.csv" if form == "csv" else tmp_path / name
    assert run("export", built, "--format", form).stdout == written.read_bytes()
    if form == "turtle":
        assert written.read_bytes() == (built / "graph.ttl").read_bytes()


def test_every_format_holds_the_graph(graph: kg.KnowledgeGraph, tmp_path: Path):
    for name, form in SUFFIXES.items():
        kg.export(graph, tmp_path / f"g{name}", form)
    triples = kg.from_rdf(tmp_path / "g.ttl")
    assert triples == kg.from_rdf(tmp_path / "g.nt") == graph
    drawn = [nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf")]
    assert [net.number_of_edges() for net in drawn] == [kg.to_networkx(graph).number_of_edges()] * 2
    assert len((tmp_path / "g.jsonl").read_text("utf-8").splitlines()) == len(graph.statements)
    with (tmp_path / "g.csv" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == 1 + len(graph.entities) + len(graph.events)


def test_view_writes_the_page_that_the_build_wrote(built: Path, tmp_path: Path, run: Run):
    done = run("view", built, "-o", tmp_path / "page.html")
    assert lines(done.stdout) == [str(tmp_path / "page.html")]
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_diff_tells_what_an_article_adds(good: Path, run: Run):
    more = good.parent / "more.txt"
    more.write_text("Germany withdrew its soldiers from Niger in August.", "utf-8")
    assert run("build", good, "-o", good.parent / "one").returncode == 0
    assert run("build", good, more, "-o", good.parent / "two").returncode == 0
    told = lines(run("diff", good.parent / "one", good.parent / "two").stdout)
    assert "+ document more" in told
    assert not [line for line in told if line.startswith("-")]
    assert run("diff", good.parent / "one", good.parent / "one").stdout == b""


def test_a_judgement_is_noted_and_the_next_build_obeys(tmp_path: Path, run: Run):
    (tmp_path / "a.txt").write_text("Mark Carney visited Berlin on Monday. Carney met Friedrich Merz.", "utf-8")
    (tmp_path / "b.txt").write_text("Mark Carney opened a school in Ottawa on Friday.", "utf-8")
    assert run("build", "a.txt", "b.txt", "-o", "out", cwd=tmp_path).returncode == 0
    carneys = [e for e in kg.load(tmp_path / "out").entities.values() if "Carney" in e.label]
    anchors = [mention.anchor for mention in reversed(carneys[0].mentions)]
    first = {a.document: f"{a.document}:{a.start}-{a.end}" for a in anchors}
    assert (len(carneys), sorted(first)) == (1, ["a", "b"])
    assert run("different", "out", first["a"], first["b"], cwd=tmp_path).returncode == 0
    assert run("build", "a.txt", "b.txt", "-o", "out", "--judgements", "judgements.tsv", cwd=tmp_path).returncode == 0
    assert len([e for e in kg.load(tmp_path / "out").entities.values() if "Carney" in e.label]) == 2
    again = run("same", "out", first["a"], first["b"], cwd=tmp_path)
    assert (again.returncode, len(lines(again.stderr))) == (2, 1)
    assert "different" in again.stderr.decode()


def test_check_of_a_graph_finds_a_quote_that_was_changed(built: Path, tmp_path: Path, run: Run):
    assert run("check", built).returncode == 0
    shutil.copytree(built, tmp_path / "changed")
    documents = tmp_path / "changed" / "documents.jsonl"
    documents.write_text(documents.read_text("utf-8").replace("Kursk", "Kurst", 1), "utf-8")
    done = run("check", tmp_path / "changed")
    assert done.returncode == 1
    assert b"is not what stands there" in done.stdout


@pytest.mark.parametrize("option, status", [("0.5", 0), ("1.01", 1)])
def test_score_fails_below_what_is_asked(option: str, status: int, built: Path, run: Run):
    done = run("score", built, ROOT / "tests" / "golden", "--recall", option)
    assert done.returncode == status, done.stderr.decode()
    assert b"recall" in done.stdout


# ---------------------------------------------------------------- extract


@pytest.mark.parametrize("form", ["full", "minimal"])
def test_extract_echoes_the_sentence_and_prints_slots_of_it(form: str, run: Run):
    sentences = ["France deployed soldiers to Mali on Monday .", "The ministry said that Kim visited Russia ."]
    done = run("extract", "--form", form, input="\n".join(sentences).encode())
    assert done.returncode == 0, done.stderr.decode()
    rows = [line.split("\t") for line in lines(done.stdout)]
    assert {row[0] for row in rows} == set(sentences)
    for sentence, subject, *_, confidence in rows:
        assert subject in sentence
        assert re.fullmatch(r"conf=[01]\.\d\d", confidence)


def test_extract_typed_keeps_the_identifier_and_what_is_asserted(run: Run):
    text = "s1\tFrance deployed soldiers to Mali.\ns2\tFrance did not deploy soldiers to Chad.\n"
    rows = lines(run("extract", "--form", "typed", input=text.encode()).stdout)
    assert "s1\tFrance\tdeployed troops to\tMali" in rows
    assert not [row for row in rows if row.startswith("s2\tFrance\tdeployed troops to")]
