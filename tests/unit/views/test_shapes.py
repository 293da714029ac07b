"""SHACL shapes from the ontology: the native check and pyshacl find the same."""

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from kg.graph import BASE
from kg.ontology import Ontology, default_folder, load
from kg.views.rdf import from_rdf, to_rdf, to_triples
from kg.views.rdf.shapes import find_violations, shapes_of, to_shacl, validate
from kg.views.rdf.terms import from_rdflib
from tests.samples import sample_graph

KGO = f"{BASE}ontology#"
KGE = f"{BASE}id/"


@pytest.fixture(scope="module")
def own() -> Ontology:
    return load()


def _graph(*triples: tuple[str, str, str]) -> rdflib.Graph:
    graph = to_rdf(sample_graph(), load())
    for subject, predicate, target in triples:
        name = rdflib.RDF.type if predicate == "a" else rdflib.URIRef(KGO + predicate)
        graph.add((rdflib.URIRef(KGE + subject), name, rdflib.URIRef((KGO if predicate == "a" else KGE) + target)))
    return graph


@pytest.mark.parametrize(
    ("triples", "expected"),
    [
        ((), []),
        ((("kursk", "a", "Region"), ("ada", "a", "Person"), ("kursk", "attended", "ada")), ["attended-range"]),
        ((("stone", "a", "Product"), ("stone", "attended", "stone")), ["attended-domain", "attended-range"]),
        ((("nobody", "attended", "nothing"),), ["attended-domain", "attended-range"]),
        ((("gala", "a", "Ceremony"), ("ada", "a", "Person"), ("ada", "attended", "gala")), []),
    ],
)
def test_both_checks_find_what_does_not_fit(
    triples: tuple[tuple[str, str, str], ...], expected: list[str], own: Ontology
) -> None:
    graph = _graph(*triples)
    native = find_violations(from_rdflib(graph), own)
    by_engine = validate(graph, own)
    assert [(v.node, v.shape) for v in native] == [(v.node, v.shape) for v in by_engine]
    assert sorted(v.shape.removeprefix(KGO) for v in native) == expected


def test_a_finding_tells_readers_what_was_said_and_where(own: Ontology) -> None:
    graph = sample_graph()
    place = next(e for e in graph.entities.values() if e.label == "Kim Jong Un")
    graph.entities[place.id] = replace(place, cls="kgo:Product", type="Product")
    told = [v.told for v in find_violations(to_triples(graph, own), own, graph)]
    assert any("Kim Jong Un – attended – " in line and "expected from Actor" in line and "“" in line for line in told)


def test_every_property_of_the_world_has_a_shape(own: Ontology) -> None:
    shapes = {(shape.property, shape.side) for shape in shapes_of(own)}
    assert {("kgo:attended", "domain"), ("kgo:attended", "range"), ("kgo:agent", "domain")} <= shapes
    assert ("kgo:holder", "domain") not in shapes


def test_the_shapes_are_valid_shacl_and_as_committed(own: Ontology) -> None:
    text = to_shacl(own)
    assert len(rdflib.Graph().parse(data=text, format="turtle")) > len(shapes_of(own))
    assert (default_folder() / "shapes.ttl").read_text("utf-8") == text, "run: python docs/write_reference.py"


def test_a_graph_read_back_fits_as_before(own: Ontology, tmp_path: Path) -> None:
    graph = from_rdf(to_rdf(sample_graph(), own))
    assert find_violations(to_triples(graph, own), own, graph) == []
