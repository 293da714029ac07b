"""Each RDF format: written as a stream, read by readers of others, nothing lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import tracemalloc
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import InputError
from kg.graph import BASE, KnowledgeGraph, expand, is_asserted
from kg.model import Document, Entity, Node, Relation, Statement, StatementRef, Value
from kg.ontology import default_folder, load
from kg.views import rdf
from kg.views.rdf.blocks import sorted_blocks
from kg.views.rdf.jsonld import context_text
from kg.views.rdf.quads import GRAPHS, graph_iri
from kg.views.rdf.terms import RDF, from_rdflib, text
from tests.samples import KIM, KURSK, sample_graph, told

ENDINGS = {"turtle": "ttl", "trig": "trig", "nt": "nt", "nq": "nq", "jsonld": "jsonld", "rdfxml": "rdf"}
RDFLIB = {"turtle": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
HOSTILE = (
    "\"'\\", "a\\", "\r\n\t", "\u2028\u202e\ufeff", "<b a='1'>&amp;]]>", "😀é\u0301", "\\u0041 \\u0027", "@en^^<x>",
    "{|~ <<( )>>|}", " edges ", "", "http://x/ y", "kge:x", "_:b", "@id", "true", "1.50", "#", "%25%20",
)  # fmt: skip
DATATYPES = ("string", "integer", "decimal", "double", "boolean", "date", "gYear", "dateTime", "duration")


def hostile_graph() -> KnowledgeGraph:
    """Every hostile string in every kind of place, and as a value of every datatype."""
    graph = sample_graph()
    for number, words in enumerate(HOSTILE):
        document = Document(f"d{number}{words}", words + "x", title=words, url=words, publisher=words)
        node = Node(f"kge:x{number}{words}", words, "Thing")
        graph.add(document, Entity(node.id, "Thing", f"https://example.org/o#C{number}", words, (words + "y",)))
        relation = Relation(f"kgr:r{number}", words or "r")
        for name in ("string", DATATYPES[number % len(DATATYPES)]):
            evidence = told("1-ceremony", "The Kursk region")
            graph.add(Statement(node, relation, Value(words, f"xsd:{name}"), evidence=(evidence,)).identified())
        graph.add(Statement(node, relation, node, inferred_by="gazetteer").identified())
    for value in ("-0", "007", "9" * 30, "0", "1", "-12", "1e3", "+5"):
        for name in ("integer", "decimal", "double"):
            evidence = told("1-ceremony", "The Kursk region")
            graph.add(Statement(KIM, Relation("kgr:be", "be"), Value(value, f"xsd:{name}"), evidence=(evidence,)))
    return graph


GRAPHS_MADE = {"sample": sample_graph, "hostile": hostile_graph, "empty": KnowledgeGraph}


@pytest.fixture(params=GRAPHS_MADE)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return GRAPHS_MADE[request.param]()


@pytest.mark.parametrize("form", ENDINGS)
def test_two_other_readers_find_the_same_triples_and_the_graph_comes_back(form, graph, tmp_path):
    path = tmp_path / f"graph.{ENDINGS[form]}"
    rdf.write_rdf(graph, path, form)
    written = {*rdf.to_triples(graph)}
    assert {*rdf.parse_file(path)} == written
    assert _read_by_rdflib(path, RDFLIB[form]) == written
    assert rdf.from_rdf(path) == graph


def _read_by_rdflib(path: Path, form: str) -> set[object]:
    dataset, union = rdflib.Dataset(default_union=True), rdflib.Graph()
    # rdflib would write 1.50 as 1.5 and warn of what is no date; its Dataset warns of its own calls.
    rdflib.NORMALIZE_LITERALS, before = False, rdflib.NORMALIZE_LITERALS
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning), path.open("rb") as stream:
        dataset.parse(stream, format=form)
        for s, p, o, _ in dataset.quads():
            union.add((s, p, o))
    rdflib.NORMALIZE_LITERALS = before
    return {*from_rdflib(union)}


@pytest.mark.parametrize("form", rdf.RDF_FORMATS)
def test_bytes_do_not_depend_on_the_order_of_values_or_on_memory(form, monkeypatch):
    graph, other = hostile_graph(), KnowledgeGraph()
    other.add(*reversed([*graph.statements.values(), *graph.events.values(), *graph.entities.values()]))
    other.add(*reversed(graph.documents.values()))
    expected = "".join(rdf.rdf_lines(graph, form))
    assert "".join(rdf.rdf_lines(other, form)) == expected
    monkeypatch.setattr(sorted_blocks, "__defaults__", (50,))
    assert "".join(rdf.rdf_lines(other, form)) == expected


def test_triples_beyond_the_limit_wait_on_disk():
    def triples():
        for number in range(20_000):
            yield f"https://example.org/{number * 7919 % 20_000:06d}", "https://example.org/p", text("x" * 100)

    tracemalloc.start()
    subjects = [subject for subject, _ in sorted_blocks(triples(), most=700)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert subjects == sorted(subjects) and len(subjects) == 20_000
    assert peak < 4_000_000  # the triples together take more than 8


def test_one_subject_in_many_runs_is_one_block():
    triples = [("a", "p", str(number % 3)) for number in range(20)] + [("b", "p", "x")]
    assert [*sorted_blocks(triples, most=4)] == [("a", {("p", "0"), ("p", "1"), ("p", "2")}), ("b", {("p", "x")})]


# ---------------------------------------------------------------- named graphs


def _graphs(path: Path) -> dict[str, set[ox.Triple]]:
    found: dict[str, set[ox.Triple]] = {}
    for quad in ox.parse(path=str(path)):
        found.setdefault(quad.graph_name.value, set()).add(quad.triple)
    return found


@pytest.mark.parametrize("form", ["trig", "nq"])
def test_each_triple_stands_in_one_of_four_graphs(form, tmp_path):
    graph, path = sample_graph(), tmp_path / f"g.{form}"
    rdf.write_rdf(graph, path, form)
    graphs = _graphs(path)
    assert [*graphs] == [graph_iri(name, BASE) for name in GRAPHS]
    assert sum(map(len, graphs.values())) == len({*rdf.to_triples(graph)})


def test_the_graph_of_facts_holds_no_claim(tmp_path):
    graph, path = sample_graph(), tmp_path / "g.trig"
    rdf.write_rdf(graph, path, "trig")
    asserted = {
        (t.subject.value, t.predicate.value, t.object.value) for t in _graphs(path)[graph_iri("asserted", BASE)]
    }
    told_as_nodes = [s for s in graph.statements.values() if isinstance(s.object, Node)]
    for s in told_as_nodes:
        plain = (expand(s.subject.id), expand(s.relation.id), expand(s.object.id))
        assert (plain in asserted) is is_asserted(s)
    assert {True, False} == {is_asserted(s) for s in told_as_nodes}
    assert not [subject for subject, _, _ in asserted if "/statement/" in subject or "/evidence/" in subject]
    assert not [t for t in asserted if t[0] == expand("kge:deployment-77cd")]
    assert (expand("kge:ceremony-41ab"), RDF + "type", expand("kgo:Ceremony")) in asserted


# ---------------------------------------------------------------- RDF 1.2


def test_rdf_1_2_annotates_what_is_asserted_and_quotes_the_rest(tmp_path):
    graph, path = sample_graph(), tmp_path / "g.ttl"
    rdf.write_rdf(graph, path, "turtle12")
    assert rdf.from_rdf(path) == graph
    triples = {quad.triple for quad in ox.parse(path=str(path))}
    reifying = {t.subject.value: t.object for t in triples if t.predicate.value == RDF + "reifies"}
    one_triple = [s for s in graph.statements.values() if isinstance(s.object, Node | Value)]
    assert {*reifying} == {expand(f"kgs:{s.id}") for s in one_triple}
    for s in one_triple:
        assert (reifying[expand(f"kgs:{s.id}")] in triples) is is_asserted(s)
    plain = {t for t in triples if t.predicate.value != RDF + "reifies"}
    assert len(plain) == len({*rdf.to_triples(graph)})
    assert " ~ kgs:" in path.read_text("utf-8") and "{| prov:wasDerivedFrom kgd:1-ceremony" in path.read_text("utf-8")


def test_rdf_1_2_holds_hostile_values(tmp_path):
    graph = hostile_graph()
    rdf.write_rdf(graph, tmp_path / "g.ttl", "turtle12")
    assert rdf.from_rdf(tmp_path / "g.ttl") == graph


# ---------------------------------------------------------------- JSON-LD, RDF/XML


def test_the_context_file_is_the_one_that_documents_hold():
    shipped = (default_folder() / "context.jsonld").read_text("utf-8")
    assert shipped == context_text(rdf.prefixes()), (
        "write ontology/context.jsonld anew: kg.views.rdf.jsonld.context_text"
    )
    document = json.loads("".join(rdf.rdf_lines(sample_graph(), "jsonld")))
    assert document["@context"] == json.loads(shipped)["@context"]


def test_json_ld_is_short_where_the_context_says_the_rest():
    nodes = {n["@id"]: n for n in json.loads("".join(rdf.rdf_lines(sample_graph(), "jsonld", load())))["@graph"]}
    assert nodes["kge:kim_jong_un"]["label"] == "Kim Jong Un"
    assert nodes["kge:kim_jong_un"]["@type"] == "kgo:Person"
    (planned,) = [n for n in nodes.values() if n.get("predicate") == "kgo:deployedTroopsTo"]
    assert (planned["subject"], planned["tense"], planned["asserted"]) == ("kge:north_korea", "kgo:future", False)
    assert [*nodes] == sorted(nodes, key=expand)


def test_rdf_xml_refuses_a_property_that_it_cannot_name():
    graph = KnowledgeGraph()
    relation = Relation("kgr:1984", "1984")
    graph.add(Statement(KIM, relation, KURSK, inferred_by="gazetteer"))
    with pytest.raises(InputError, match=r"RDF/XML has no way to write the property <.*/relation/1984>"):
        "".join(rdf.rdf_lines(graph, "rdfxml"))


def test_what_xml_cannot_hold_is_replaced(tmp_path):
    graph = KnowledgeGraph()
    graph.add(Document("d", "a\x00b\x0b", title="\ufffe"))
    rdf.write_rdf(graph, tmp_path / "g.rdf", "rdfxml")
    document = rdf.from_rdf(tmp_path / "g.rdf").documents["d"]
    assert (document.text, document.title) == ("a\ufffdb\ufffd", "\ufffd")


# ---------------------------------------------------------------- nanopublication


def _nanopub(statement: Statement, path: Path) -> dict[str, set[ox.Triple]]:
    rdf.write_nanopub(sample_graph(), path, f"kgs:{statement.id}")
    return {name.rpartition("/")[2]: triples for name, triples in _graphs(path).items()}


@pytest.mark.parametrize("number", range(10))
def test_a_nanopublication_has_its_four_parts(number, tmp_path):
    statement = [*sample_graph().statements.values()][number]
    parts, me = _nanopub(statement, tmp_path / "n.trig"), f"{BASE}nanopub/{statement.id}"
    assert {*parts} == {"Head", "assertion", "provenance", "pubinfo"}
    head = {(t.predicate.value.rpartition("#")[2], t.object.value) for t in parts["Head"] if t.subject.value == me}
    assert {("hasAssertion", f"{me}/assertion"), ("hasProvenance", f"{me}/provenance")} < head
    assert ("hasPublicationInfo", f"{me}/pubinfo") in head
    assert f"{me}/assertion" in {t.subject.value for t in parts["provenance"]}
    assert me in {t.subject.value for t in parts["pubinfo"]}
    assert not [t for t in parts["pubinfo"] if t.predicate.value.endswith("created")]


def test_a_denial_is_no_plain_triple_of_its_nanopublication(tmp_path):
    for number, s in enumerate(sample_graph().statements.values()):
        if isinstance(s.object, Node):
            parts = _nanopub(s, tmp_path / f"{number}.trig")
            plain = (expand(s.subject.id), expand(s.relation.id), expand(s.object.id))
            found = {(t.subject.value, t.predicate.value, t.object.value) for t in parts["assertion"]}
            assert (plain in found) is is_asserted(s)


def test_a_nanopublication_is_dated_only_where_told(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    parts = _nanopub(next(iter(sample_graph().statements.values())), tmp_path / "n.trig")
    assert [t.object.value for t in parts["pubinfo"] if t.predicate.value.endswith("created")] == [
        "1970-01-01T00:00:00Z"
    ]


def test_an_unknown_statement_is_answered_with_the_nearest(tmp_path):
    key = next(iter(sample_graph().statements))
    with pytest.raises(InputError, match=f"no statement '{key[:-1]}'; did you mean '{key}'"):
        rdf.write_nanopub(sample_graph(), tmp_path / "n.trig", key[:-1])
    assert not [*tmp_path.iterdir()]


# ---------------------------------------------------------------- Apache Jena

JARS = Path("/usr/share/java")
"""Where Debian's libapache-jena-java and what it depends on are."""
NEEDED = (
    "jena-*", "thrift", "titanium-json-ld", "guava", "failureaccess", "dexx*", "jackson-core", "jackson-databind",
    "jackson-annotations", "jsonld-java", "gson", "commons-*", "httpclient", "httpcore", "jcl-over-slf4j", "slf4j-api",
    "slf4j-nop", "protobuf",
)  # fmt: skip
HAS_JENA = shutil.which("java") is not None and (JARS / "jena-cmds.jar").is_file()


@pytest.fixture(scope="module")
def jena(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A class path.  Debian renames the packages of Jena's own Xerces, but leaves the messages where they were."""
    folder, moved = tmp_path_factory.mktemp("jena"), "org/apache/jena/ext/"
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(f"{moved}xerces/") and name.endswith(".properties"):
                target = folder / name.removeprefix(moved)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return ":".join(map(str, (folder, *(path for name in NEEDED for path in sorted(JARS.glob(f"{name}.jar"))))))


@pytest.mark.skipif(not HAS_JENA, reason="needs Java and Debian's libapache-jena-java")
@pytest.mark.parametrize("form", ["turtle", "trig", "rdfxml"])
def test_jena_reads_the_same_triples(form, jena, tmp_path):
    path = tmp_path / f"graph.{ENDINGS[form]}"
    rdf.write_rdf(hostile_graph(), path, form)
    command = ["java", "-cp", jena, "riotcmd.riot", "--output=nq", str(path)]
    # Its exit status is 1 where it warns, as it does of a date that is none.
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    read = {quad.triple for quad in ox.parse(input=done.stdout, format=ox.RdfFormat.N_QUADS)}
    assert read == {quad.triple for quad in ox.parse(path=str(path))}, done.stderr.decode()[-2000:]


def test_a_statement_about_a_statement_has_no_plain_triple(tmp_path):
    graph = sample_graph()
    key, one = next(iter(graph.statements.items()))
    graph.add(replace(one, object=StatementRef(key, one.label), arguments=(), id="", event=None, inferred_by=None))
    for form in rdf.RDF_FORMATS:
        path = tmp_path / f"g.{ENDINGS.get(form, 'ttl')}"
        rdf.write_rdf(graph, path, form)
        assert rdf.from_rdf(path) == graph
