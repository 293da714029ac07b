"""Whatever a graph holds, each RDF format gives it back, in the same bytes however much memory there is."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from kg.graph import KnowledgeGraph
from kg.views import rdf
from kg.views.rdf.blocks import sorted_blocks
from kg.views.rdf.terms import Literal, Triple
from tests.strategies import graphs

SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
ENDINGS = {"turtle12": "ttl", "trig": "trig", "nt": "nt", "nq": "nq", "jsonld": "jsonld"}


@pytest.mark.parametrize("form", ENDINGS)
@SETTINGS
@given(graphs())
def test_each_format_rebuilds_the_graph(form: str, graph: KnowledgeGraph):
    with TemporaryDirectory() as folder:
        path = Path(folder, f"g.{ENDINGS[form]}")
        rdf.write_rdf(graph, path, form)
        assert rdf.from_rdf(path) == graph


@SETTINGS
@given(graphs())
def test_rdf_xml_holds_the_same_triples_but_for_what_xml_cannot_hold(graph: KnowledgeGraph):
    with TemporaryDirectory() as folder:
        rdf.write_rdf(graph, Path(folder, "g.rdf"), "rdfxml")
        assert {*rdf.parse_file(Path(folder, "g.rdf"))} == {_as_xml_has_it(t) for t in rdf.to_triples(graph)}


def _as_xml_has_it(triple: Triple) -> Triple:
    subject, predicate, term = triple
    if isinstance(term, Literal):
        odd = re.compile("[^\t\n\r\x20-\ufffd\U00010000-\U0010ffff]")
        term = term._replace(lexical=odd.sub("\ufffd", term.lexical))
    return subject, predicate, term


@SETTINGS
@given(graphs())
def test_no_node_is_blank_and_each_subject_has_one_block(graph: KnowledgeGraph):
    triples = [*rdf.to_triples(graph)]
    assert not [t for t in triples if any(isinstance(x, str) and x.startswith("_:") for x in t)]
    few = [*sorted_blocks(iter(triples), most=7)]
    assert few == [*sorted_blocks(iter(triples))]
    subjects = [subject for subject, _ in few]
    assert subjects == sorted({*subjects})
    assert sum(len(pairs) for _, pairs in few) == len({*triples})
