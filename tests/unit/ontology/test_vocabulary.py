"""Whatever a graph's Turtle says in the project's own terms is declared, and the declarations do not contradict."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, XSD

import kg
from kg.graph import KnowledgeGraph
from kg.ontology import KGO, Ontology, default_folder, load
from kg.views.rdf import to_rdf
from tests.samples import sample_graph

ROOT = Path(__file__).resolve().parents[3]
TOGETHER = ({"Document", "Agreement"}, {"Organization", "Place"})
"""A treaty is a text and a bond; a hospital is a body and a building."""
APART = [
    pair
    for pair in combinations(("Person", "Organization", "Place", "Document", "Event", "Product", "Agreement"), 2)
    if set(pair) not in TOGETHER
]
"""Top types of which nothing is two at once."""


@pytest.fixture(scope="module")
def declared() -> rdflib.Graph:
    return rdflib.Graph().parse(default_folder() / "news.ttl", format="turtle")


@pytest.fixture(scope="module")
def own() -> Ontology:
    return load()


def _sample() -> KnowledgeGraph:
    return sample_graph()


def _seeds() -> KnowledgeGraph:
    return kg.build(kg.read(ROOT / "seeds"))


@pytest.mark.parametrize("make", [_sample, _seeds], ids=["sample", "seeds"])
def test_every_term_that_the_turtle_uses_is_declared(make, declared):
    written = to_rdf(make())
    terms = {term for triple in written for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(KGO)}
    rules = set(written.subjects(RDF.type, rdflib.URIRef(f"{KGO}InferenceRule")))
    assert len(terms) > 40
    assert sorted(terms - rules - set(declared.subjects(RDF.type))) == []


@pytest.mark.parametrize("make", [_sample, _seeds], ids=["sample", "seeds"])
def test_literals_stand_where_literals_are_declared(make, declared):
    literal = {str(p) for p in declared.subjects(RDF.type, OWL.DatatypeProperty)}
    both = {str(p) for p in declared.subjects(RDF.type, RDF.Property)}
    found = defaultdict(set)
    for _, predicate, value in to_rdf(make()):
        if predicate.startswith(KGO):
            found[str(predicate)].add(isinstance(value, rdflib.Literal))
    wrong = {name: kinds for name, kinds in found.items() if name not in both and kinds != {name in literal}}
    assert wrong == {}


@pytest.mark.parametrize("make", [_sample], ids=["sample"])
def test_functional_properties_have_one_value(make, declared):
    written = to_rdf(make())
    functional = sorted(declared.subjects(RDF.type, OWL.FunctionalProperty))
    assert functional
    pairs = [(s, p) for p in functional for s in set(written.subjects(p)) if len(set(written.objects(s, p))) > 1]
    assert pairs == []


def test_an_inverse_turns_domain_and_range_around(own):
    pairs = [(prop, own.properties[prop.inverse]) for prop in own.properties.values() if prop.inverse]
    assert len(pairs) >= 10
    assert [p.id for p, q in pairs if q.inverse != p.id] == []
    assert [p.id for p, q in pairs if p.domain and q.range and set(p.domain) != set(q.range)] == []


def test_a_property_is_no_wider_than_the_one_above(own):
    wider = []
    for prop in own.properties.values():
        for above in (own.properties[name] for name in prop.parents):
            for mine, theirs in ((prop.domain, above.domain), (prop.range, above.range)):
                narrow = not theirs or all(any(own.is_a(cls, other) for other in theirs) for cls in mine)
                wider += [] if narrow else [(prop.id, above.id)]
    assert wider == []


def test_no_class_is_two_kinds_of_things_at_once(own):
    both = [
        (name, one, other)
        for name in own.classes
        for one, other in APART
        if own.is_a(name, f"kgo:{one}") and own.is_a(name, f"kgo:{other}")
    ]
    assert both == []


def test_every_class_of_things_is_below_a_top_type(own):
    about = {"kgo:Statement", "kgo:ReportedEvent"}
    loose = [c.id for c in own.classes.values() if c.parents and not own.is_a(c.id, "kgo:Thing") and c.id not in about]
    meta = {"kgo:Facet", "kgo:Evidence"}
    assert [name for name in loose if not meta & set(own.ancestors(name))] == []


def test_domains_and_ranges_of_literals_are_datatypes(declared):
    ranges = [
        (p, r) for p in declared.subjects(RDF.type, OWL.DatatypeProperty) for r in declared.objects(p, RDFS.range)
    ]
    datatypes = (str(XSD), str(RDF.langString))
    assert [str(p) for p, r in ranges if not str(r).startswith(datatypes)] == []


def _inconsistencies(graph: rdflib.Graph) -> list[str]:
    """What the OWL-RL closure of a graph finds wrong, the top types declared disjoint."""
    for one, other in APART:
        graph.add((rdflib.URIRef(KGO + one), OWL.disjointWith, rdflib.URIRef(KGO + other)))
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False)
    closure.closure()
    return sorted(closure.error_messages)


def test_the_closure_with_a_graph_is_consistent(declared):
    assert _inconsistencies(rdflib.Graph() + declared + to_rdf(sample_graph())) == []


@pytest.mark.parametrize(
    ("subject", "predicate", "target"),
    [
        pytest.param("one", RDF.type, rdflib.URIRef(f"{KGO}Event"), id="a person that is an event"),
        pytest.param("one", rdflib.URIRef(f"{KGO}met"), rdflib.URIRef(f"{KGO}other"), id="a meeting with no actor"),
    ],
)
def test_the_closure_tells_a_contradiction(subject, predicate, target, declared):
    graph = rdflib.Graph() + declared
    graph.add((rdflib.URIRef(KGO + subject), RDF.type, rdflib.URIRef(f"{KGO}Person")))
    graph.add((rdflib.URIRef(f"{KGO}other"), RDF.type, rdflib.URIRef(f"{KGO}Statement")))
    graph.add((rdflib.URIRef(f"{KGO}Statement"), OWL.disjointWith, rdflib.URIRef(f"{KGO}Actor")))
    graph.add((rdflib.URIRef(KGO + subject), predicate, target))
    assert _inconsistencies(graph)
