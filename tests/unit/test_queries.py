from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

from kg.errors import GraphError, QueryError
from kg.graph import BASE, expand
from kg.ontology import default_folder, load
from kg.queries import named_queries, query
from kg.views import rdf, tables
from tests.conftest import ROOT
from tests.samples import sample_graph

ENGINES = ("oxigraph", "rdflib")
both = pytest.mark.parametrize("engine", ENGINES)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("attendance", ("Kim Jong Un", "ceremony in Pyongyang", "Pyongyang", "2025-06-29")),
        ("denied", ("not: ministry see troops", None, "The ministry has seen no troops in Kursk.")),
        (
            "planned",
            (
                "planned: North Korea deployed troops to Kursk Region",
                "2025-08-31",
                "Sergei Shoigu",
                "North Korea will send 6,000 troops to Kursk by August 2025",
            ),
        ),
        ("who_said_what", ("lawmaker", "said", "spy agency", "possible: soldiers be killed", "possible", "2-ministry")),
        ("casualties", (600, "=", "soldiers", "possible: soldiers be killed", "lawmaker", "possible", "2-ministry")),
        ("offices", ("Kim Jong Un", "Leader of North Korea", "Kim Jong Un is the leader of North Korea.")),
        ("events", ("ceremony in Pyongyang", "ceremony", "participant", "Kim Jong Un", "2025-06-29", "Pyongyang")),
        (
            "evidence",
            ("Kursk Region", "borders", "Ukraine", "1-ceremony", 137, 170, "The Kursk region borders Ukraine."),
        ),
        ("disagreements", ("soldiers be killed", "ministry", 300, "possible: soldiers be killed", "lawmaker", 600)),
        (
            "timeline",
            (
                "2025-06-29",
                "2025-06-29",
                "Kim Jong Un",
                "Kim Jong Un attended ceremony in Pyongyang",
                True,
                "1-ceremony",
            ),
        ),
        ("neighbours", ("Ukraine", "in", "borders", "Kursk Region", "The Kursk region borders Ukraine.")),
        ("uncertain", ("possible", "possible: soldiers be killed", "lawmaker", "600 soldiers may have been killed")),
        ("corroborated", ("Kim Jong Un", "attended", "ceremony in Pyongyang", 2)),
    ],
)
def test_a_named_query_answers_alike_in_both_engines(name, row):
    answer = query(sample_graph(), name)
    assert row in answer.rows
    assert answer == query(sample_graph(), name, engine="rdflib")


def test_every_named_query_begins_with_what_it_asks():
    queries = named_queries()
    assert len(queries) >= 25
    assert all(text.startswith("# ") for text in queries.values())


@both
def test_a_variable_can_be_bound_to_a_label_or_an_id(engine):
    graph = sample_graph()
    by_label = query(graph, "neighbours", bind={"name": "Ukraine"}, engine=engine)
    assert by_label.rows == [("Ukraine", "in", "borders", "Kursk Region", "The Kursk region borders Ukraine.")]
    by_id = query(graph, "SELECT ?who ?what { ?who kgo:borders ?what }", bind={"what": "kge:ukraine"}, engine=engine)
    assert by_id.rows == [("kge:kursk_region", "kge:ukraine")]


@both
@pytest.mark.parametrize("value", ['x"@en) } DROP ALL #', "\\", "\n", "a\u2028", "kge:x> . }", "http://x/> }"])
def test_what_is_bound_stays_a_term(engine, value):
    assert query(sample_graph(), "neighbours", bind={"name": value}, engine=engine).rows == []


@pytest.mark.parametrize("bind", [{"nothing": "x"}, {"x) {": "y"}])
def test_only_a_variable_of_the_query_can_be_bound(bind):
    with pytest.raises(QueryError, match="variable"):
        query(sample_graph(), "neighbours", bind=bind)


@both
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } } }", "SERVICE is"),
        ("SELECT * { { SELECT * { SERVICE ?x { ?s ?p ?o } } } }", "SERVICE is refused"),
        ("SELECT * FROM <http://localhost:1/x.ttl> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", "FROM is refused"),
        ("LOAD <http://localhost:1/>", "LOAD is refused"),
        ("PREFIX a: <http://a/>\n# x\nINSERT DATA { a:b a:c 1 }", "INSERT is refused"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
        ("drop all", "DROP is refused"),
        ("SELECT ?x { ?x ", "cannot be read at line 1, column 13"),
        ("SELECT ?x { ?x foo:bar 1 }", "unknown prefix 'foo:'"),
        ("SELECT ?x { ?x kgoo:bar 1 }", "unknown prefix 'kgoo:'; did you mean 'kgo:'?".replace("kgo:'?", "kgo'?")),
        ("SELECT ?x { ?x kgo:atended ?y }", "nothing is called 'kgo:atended'; did you mean 'kgo:attended'?"),
        ("SELECT (?x AS ?x) { ?x a ?y }", "the SELECT overrides an existing variable"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "cannot be read"),
        ("attendence", "no query is called 'attendence'; did you mean 'attendance'?"),
        ("SELECT * { " + "{" * 3000, "quer"),
        ("SELECT * { ?s ?p ?o } #" + "x" * 100_000, "characters, expected at most"),
        ("", "cannot be read"),
        ("\x00", "cannot be read"),
    ],
)
def test_a_bad_query_is_one_line(engine, text, message):
    with pytest.raises(QueryError) as caught:
        query(sample_graph(), text, engine=engine)
    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_an_unknown_engine_is_named():
    with pytest.raises(QueryError, match="unknown engine 'sesame'"):
        query(sample_graph(), "ASK {}", engine="sesame")


@both
def test_a_property_of_the_ontology_that_the_data_lack_gives_no_row(engine):
    assert query(sample_graph(), "SELECT ?x { ?x kgo:spouseOf ?y }", engine=engine).rows == []


@both
def test_ask_and_construct(engine):
    graph = sample_graph()
    yes = query(graph, "ASK { ?x kgo:attended ?y }", engine=engine)
    no = query(graph, "ASK { ?x kgr:see ?y }", engine=engine)
    assert (bool(yes), str(yes), bool(no), str(no)) == (True, "yes", False, "no")
    built = query(graph, "CONSTRUCT { ?y kgo:borders ?x } WHERE { ?x kgo:borders ?y }", engine=engine)
    assert (built.is_graph, built.rows) == (True, [("kge:ukraine", "kgo:borders", "kge:kursk_region")])


@both
def test_rows_without_order_are_sorted_and_with_order_are_not(engine):
    graph = sample_graph()
    text = "SELECT ?label { ?x a kgo:Person ; rdfs:label ?label }"
    plain = [row[0] for row in query(graph, text, engine=engine)]
    assert plain == ["Kim Jong Un", "Sergei Shoigu", "lawmaker"]
    ordered = query(graph, f"{text} ORDER BY DESC(?label)", engine=engine)
    assert [row[0] for row in ordered] == plain[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?who { ?who a ?type } ORDER BY ?type",
        "SELECT * { ?who a ?type ; ?said ?what } ORDER BY ?type LIMIT 20",
        "SELECT ?type (MIN(?who) AS ?first) { ?who a ?type } GROUP BY ?type ORDER BY (COUNT(?who))",
        "CONSTRUCT { ?who a ?type } { ?who a ?type } ORDER BY ?type LIMIT 3",
    ],
)
def test_ties_come_in_the_same_order_in_every_run(text, built):
    script = f"import kg; print(kg.query({str(built)!r}, {text!r}, engine='rdflib').to_csv())"
    answers = [
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}, capture_output=True
        )
        for seed in "12"
    ]
    assert answers[0].stdout.count(b"\n") > 2
    assert len({answer.stdout for answer in answers}) == 1


@both
def test_sources_are_graphs_files_and_folders(tmp_path, engine):
    graph = sample_graph()
    tables.write(graph, tmp_path)
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    sources = (graph, rdf.to_rdf(graph), tmp_path, str(tmp_path / "graph.ttl"))
    answers = [query(source, "attendance", engine=engine) for source in sources]
    assert len(answers[0]) == 1
    assert all(answer == answers[0] for answer in answers)


def test_a_source_that_is_no_graph_is_named(tmp_path):
    (tmp_path / "x.ttl").write_text("<a> <b>")
    for path in (tmp_path / "x.ttl", tmp_path, tmp_path / "none.ttl"):
        with pytest.raises(GraphError, match=path.name):
            query(path, "ASK { ?s ?p ?o }")


@both
def test_a_query_ends_at_its_time_limit(engine):
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryError, match=r"out of time: limit 0\.5 s"):
        query(sample_graph(), heavy, engine=engine, time_limit=0.5)


def test_a_time_limit_changes_no_answer():
    graph = sample_graph()
    assert query(graph, "timeline", time_limit=60) == query(graph, "timeline")
    with pytest.raises(QueryError, match="kgo:attended"):
        query(graph, "ASK { ?x kgo:atended ?y }", time_limit=60)


def test_an_answer_as_table_csv_and_json():
    answer = query(
        sample_graph(), "SELECT ?x ?n ?none { ?x kgo:borders ?y ; rdfs:label ?n OPTIONAL { ?x kgo:cue ?none } }"
    )
    assert answer.to_table().splitlines() == [
        "x                 n             none",
        "----------------  ------------  ----",
        "kge:kursk_region  Kursk Region",
    ]
    assert list(csv.reader(io.StringIO(answer.to_csv()))) == [
        ["x", "n", "none"],
        [expand("kge:kursk_region"), "Kursk Region", ""],
    ]
    assert json.loads(answer.to_json()) == {
        "head": {"vars": ["x", "n", "none"]},
        "results": {
            "bindings": [
                {
                    "x": {"type": "uri", "value": expand("kge:kursk_region")},
                    "n": {"type": "literal", "value": "Kursk Region", "xml:lang": "en"},
                }
            ]
        },
    }


def test_csv_holds_no_formula_and_a_table_no_control_character():
    answer = query(sample_graph(), 'SELECT ?x { VALUES ?x { "=1+1" "\\u001B[31m\\nred" } }')
    assert answer.to_csv().splitlines()[-1] == "'=1+1"
    assert answer.to_table().isprintable() is False  # the line ends, and nothing else
    assert all(line.isprintable() for line in answer.to_table().splitlines())


@pytest.mark.parametrize("path", sorted((default_folder() / "mappings").glob("*.tsv")), ids=lambda path: path.stem)
def test_a_mapping_translates_relations_that_exist(path):
    known = {expand(key) for key in load().properties}
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert rows == sorted(rows)
    assert {row[0] for row in rows if not row[0].startswith(f"{BASE}relation/")} <= known
    assert {tuple(row[2:]) for row in rows} <= {(), ("reverse",)}
