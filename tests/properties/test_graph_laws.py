"""The laws of DESIGN section 3: merging, reading back, order of input."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph import KnowledgeGraph
from kg.model import Document
from kg.views import rdf, tables
from tests.strategies import TEXTS, graphs

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@st.composite
def families(draw: st.DrawFn) -> list[KnowledgeGraph]:
    """Three graphs over the same documents, as parts of one corpus are."""
    texts: st.SearchStrategy[dict[str, Document]] = st.just(draw(TEXTS))
    return [draw(graphs(texts)) for _ in range(3)]


@SETTINGS
@given(families())
def test_merging_is_commutative_associative_and_idempotent(family: list[KnowledgeGraph]):
    first = family[0].merge(family[1]).merge(family[2])
    for a, b, c in permutations(family):
        assert a.merge(b).merge(c) == first == a.merge(b.merge(c))
    assert first.merge(first) == first
    assert family[0].merge(family[0]).diff(first.merge(family[0])).removed == ()


@SETTINGS
@given(graphs())
def test_tables_read_back_are_the_graph_written(graph: KnowledgeGraph):
    with TemporaryDirectory() as folder:
        tables.write(graph, folder)
        assert tables.load(folder) == graph


@SETTINGS
@given(graphs())
def test_rdf_rebuilds_the_graph(graph: KnowledgeGraph):
    assert rdf.from_rdf(rdf.to_rdf(graph)) == graph


@SETTINGS
@given(graphs())
def test_turtle_rebuilds_the_graph_and_both_libraries_read_as_many_triples(graph: KnowledgeGraph):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        rdf.write_turtle(graph, path)
        assert rdf.from_rdf(path) == graph
        written = {*rdf.to_triples(graph)}
        assert len(written) == len({*pyoxigraph.parse(path=str(path))}) == len(rdflib.Graph().parse(path))


@SETTINGS
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_in_which_values_come_leaves_no_trace(graph: KnowledgeGraph, random):
    shuffled = KnowledgeGraph()
    items = [*graph.documents.values(), *graph.entities.values(), *graph.statements.values(), *graph.events.values()]
    random.shuffle(items)
    shuffled.add(*items)
    with TemporaryDirectory() as folder:
        for name, one in (("a", graph), ("b", shuffled)):
            tables.write(one, Path(folder, name))
            rdf.write_turtle(one, Path(folder, name, "graph.ttl"))
        for path in Path(folder, "a").iterdir():
            assert path.read_bytes() == Path(folder, "b", path.name).read_bytes()


@SETTINGS
@given(families())
def test_adding_a_graph_twice_or_by_values_is_merging(family: list[KnowledgeGraph]):
    whole = family[0].merge(family[1])
    difference = family[0].diff(whole)
    assert not difference.removed
    assert {key for kind, key in difference.added if kind == "statement"} == (
        family[1].statements.keys() - family[0].statements.keys()
    )


@SETTINGS
@given(graphs())
def test_removing_a_document_leaves_no_trace_of_it(graph: KnowledgeGraph):
    graph.remove("d")
    assert "d" not in graph.documents
    places = [e.document for s in graph.statements.values() for e in s.evidence]
    places += [m.anchor.document for one in (*graph.entities.values(), *graph.events.values()) for m in one.mentions]
    assert "d" not in places
    assert not [fault for fault in graph.check() if "not there" in fault or "does not exist" in fault]
    assert not [fault for fault in graph.check() if "no evidence" in fault or "is no e" in fault]
