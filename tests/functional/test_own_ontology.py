"""`--ontology` with an OWL file of one's own, as a shell runs it: build, check, extract, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run, lines

OWL = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
    xmlns:owl="http://www.w3.org/2002/07/owl#" xml:base="http://example.org/football">
  <owl:Class rdf:about="#Person"/>
  <owl:Class rdf:about="#Club"><rdfs:label xml:lang="en">football club</rdfs:label></owl:Class>
  <owl:ObjectProperty rdf:about="#playsFor"><rdfs:label xml:lang="de">spielt für</rdfs:label>
    <rdfs:label xml:lang="en">plays for</rdfs:label>
    <rdfs:domain rdf:resource="#Person"/><rdfs:range rdf:resource="#Club"/></owl:ObjectProperty>
  <owl:ObjectProperty rdf:about="#foundedBy"><rdfs:range rdf:resource="#Person"/></owl:ObjectProperty>
</rdf:RDF>
"""
ARTICLE = "Lionel Messi plays for Arsenal, a football club.\n\nThe club was founded by Ada Bell. She visited Oslo.\n"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "football.owl").write_text(OWL, "utf-8")
    return folder / "football.owl"


@pytest.fixture(scope="module")
def graph(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import run_kg

    folder = tmp_path_factory.mktemp("football")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    done = run_kg("build", folder / "a.txt", "-o", folder / "out", "--ontology", own, "--date", "2025-07-01")
    assert done.returncode == 0, done.stderr.decode()
    return folder / "out"


def test_a_build_tells_in_terms_of_the_file(graph: Path):
    rows = [json.loads(line) for line in (graph / "statements.jsonl").read_text("utf-8").splitlines()]
    told = {(r["subject"]["label"], r["relation"]["id"], (r["object"] or {}).get("label")) for r in rows}
    assert ("Lionel Messi", "http://example.org/football#playsFor", "Arsenal") in told
    assert ("Arsenal", "http://example.org/football#foundedBy", "Ada Bell") in told
    assert not [relation for _, relation, _ in told if relation.startswith("https://w3id.org/newskg/ontology#")]
    assert json.loads((graph / "report.json").read_text("utf-8"))["ontology"]["name"] == "football.owl"


def test_a_query_over_the_build_uses_the_terms_of_the_file(graph: Path, run: Run):
    ask = "SELECT ?label { ?who <http://example.org/football#playsFor>/rdfs:label ?label }"
    assert lines(run("query", graph, ask, "--format", "csv").stdout) == ["label", "Arsenal"]


def test_the_build_fits_the_shapes_of_the_file(graph: Path, own: Path, run: Run):
    done = run("check", graph, "--ontology", own)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()


@pytest.mark.parametrize("given", [["FILE"], ["--ontology", "FILE"]])
def test_check_tells_how_each_property_is_told(given: list[str], own: Path, run: Run):
    done = run("check", *(own if word == "FILE" else word for word in given))
    assert done.returncode == 0
    assert [line.partition("\t")[0] for line in lines(done.stdout)] == ["plays for", "founded by"]
    assert b"2 of 2 properties" in done.stderr


def test_extract_typed_prints_labels_of_the_file(own: Path, run: Run):
    text = "s1\tLionel Messi plays for the football club.\ns2\tLionel Messi plays for Oslo.\ns3\tKim visited Oslo.\n"
    done = run("extract", "--form", "typed", "--ontology", own, input=text.encode())
    assert lines(done.stdout) == ["s1\tLionel Messi\tplays for\tfootball club"]


@pytest.mark.parametrize(
    "name, text, message",
    [
        ("a.ttl", "@prefix ex: <http://example.org/> .\nex:a a", "a.ttl: line 2"),
        ("a.md", "# no", "no ontology here; expected a file that ends in .ttl"),
        ("a.jsonld", '{"@context": "https://schema.org/", "@id": "x"}', "nothing is fetched"),
    ],
)
def test_a_bad_ontology_is_named_before_anything_is_read(name: str, text: str, message: str, tmp_path: Path, run: Run):
    (tmp_path / name).write_text(text, "utf-8")
    done = run("build", "-", "-o", tmp_path / "out", "--ontology", tmp_path, input=ARTICLE.encode())
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_ontology_that_is_not_there_is_named(tmp_path: Path, run: Run):
    done = run("check", "--ontology", tmp_path / "none.ttl")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"none.ttl: no such file or folder; expected an OWL or RDFS file" in done.stderr
