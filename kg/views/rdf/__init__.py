"""The graph in RDF, and back: the Turtle alone rebuilds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import rdflib

from kg.errors import GraphError
from kg.graph import BASE, KnowledgeGraph, expand, namespaces
from kg.ontology import Ontology
from kg.views.rdf.describing import describe, named
from kg.views.rdf.rebuilding import rebuild
from kg.views.rdf.terms import LANG_STRING, OTHERS, Literal, Term, Triple, from_rdflib, to_rdflib
from kg.views.rdf.turtle import write_turtle_file

__all__ = ["from_rdf", "parse_file", "prefixes", "to_rdf", "to_triples", "write_turtle"]


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix -> namespace: the project's own and those it borrows from."""
    return {**namespaces(base), **OTHERS}


def to_triples(graph: KnowledgeGraph, ontology: Ontology | None = None) -> Iterator[Triple]:
    """Yield the graph as (subject IRI, predicate IRI, IRI or Literal); one may come twice, none is blank.

    Classes and properties carry the labels of `ontology`, or are called after their names.
    """
    labels: dict[str, str] = {}
    if ontology:
        labels |= {expand(key, graph.base): cls.label for key, cls in ontology.classes.items()}
        labels |= {expand(key, graph.base): prop.label for key, prop in ontology.properties.items()}
    yield from named(describe(graph), f"{graph.base}ontology#", labels)


def to_rdf(graph: KnowledgeGraph, ontology: Ontology | None = None) -> rdflib.Graph:
    """Return the graph as an rdflib.Graph with its prefixes bound."""
    rdf = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(graph.base).items():
        rdf.bind(prefix, namespace)
    for subject, predicate, term in to_triples(graph, ontology):
        rdf.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), to_rdflib(term)))
    return rdf


def write_turtle(graph: KnowledgeGraph, path: str | Path, ontology: Ontology | None = None) -> None:
    """Write the graph as Turtle: grouped by subject, sorted, the same bytes for an equal graph."""
    write_turtle_file(to_triples(graph, ontology), path, prefixes(graph.base))


def from_rdf(source: rdflib.Graph | str | Path, base: str = BASE) -> KnowledgeGraph:
    """Return the graph that an rdflib.Graph, a Turtle or an N-Triples file describes.

    Raises GraphError where the file cannot be parsed, or holds something else than `to_rdf` gives.
    """
    triples = from_rdflib(source) if isinstance(source, rdflib.Graph) else parse_file(Path(source))
    return rebuild(triples, base)


def parse_file(path: Path) -> Iterator[Triple]:
    """Yield the triples of an RDF file, its format told by the ending.  Raises GraphError with file and line."""
    try:
        for quad in pyoxigraph.parse(path=str(path)):
            yield _node(quad.subject), quad.predicate.value, _term(quad.object)
    except (SyntaxError, ValueError, OSError) as error:
        raise GraphError(f"{path}: {str(error).splitlines()[0]}") from None


def _node(node: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Triple) -> str:
    return node.value if isinstance(node, pyoxigraph.NamedNode) else str(node)


def _term(node: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> Term:
    if isinstance(node, pyoxigraph.Literal):
        return Literal(node.value, LANG_STRING if node.language else node.datatype.value, node.language or "")
    return _node(node)
