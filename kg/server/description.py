"""What the endpoint says about itself: SPARQL 1.1 Service Description, and VoID's counts."""

from __future__ import annotations

import pyoxigraph as ox

from kg.graph import KnowledgeGraph
from kg.queries.formats import GRAPHS, RDF_FORMATS
from kg.views.rdf.terms import LABEL, RDF, A

SD, VOID, FORMATS = (
    "http://www.w3.org/ns/sparql-service-description#",
    "http://rdfs.org/ns/void#",
    "http://www.w3.org/ns/formats/",
)
WRITTEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD", "N-Quads", "TriG",
)  # fmt: skip


def describe_service(graph: KnowledgeGraph, endpoint: str, kind: str) -> bytes:
    """The description in an RDF media type; its nodes are named after the endpoint's address."""
    me, data, default = (ox.NamedNode(endpoint + tail) for tail in ("", "#dataset", "#graph"))
    label = ox.Literal(f"Knowledge graph of {len(graph.documents):,} articles", language="en")
    rows: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (me, A, _sd("Service")), (me, SD + "endpoint", me), (me, SD + "supportedLanguage", _sd("SPARQL11Query")),
        (me, SD + "defaultDataset", data), (me, LABEL, label),
        *((me, SD + "resultFormat", ox.NamedNode(FORMATS + name)) for name in WRITTEN),
        (data, A, _sd("Dataset")), (data, SD + "defaultGraph", default), (data, LABEL, label),
        (default, A, _sd("Graph")), (default, A, ox.NamedNode(VOID + "Dataset")), (default, LABEL, label),
        *((default, VOID + name, ox.Literal(count)) for name, count in _counts(graph)),
    ]  # fmt: skip
    triples = [ox.Triple(s, ox.NamedNode(p), o) for s, p, o in rows]
    names = {"sd": SD, "void": VOID, "formats": FORMATS, "rdf": RDF}
    form = RDF_FORMATS[GRAPHS[kind]]
    return ox.serialize(triples, format=form, prefixes=names if form != ox.RdfFormat.N_TRIPLES else None) or b""


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)


def _counts(graph: KnowledgeGraph) -> list[tuple[str, int]]:
    return [("entities", len(graph.entities) + len(graph.events)), ("documents", len(graph.documents))]
