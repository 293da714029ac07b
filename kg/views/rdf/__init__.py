"""The graph in RDF, and back: the Turtle alone rebuilds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
import rdflib

from kg.errors import GraphError
from kg.graph import BASE, KnowledgeGraph, expand, namespaces
from kg.ontology import Ontology
from kg.views.rdf.annotated import annotated_lines
from kg.views.rdf.blocks import replacing, sorted_blocks
from kg.views.rdf.describing import describe, named
from kg.views.rdf.jsonld import jsonld_lines
from kg.views.rdf.lines import nquads_lines, ntriples_lines
from kg.views.rdf.nanopub import nanopub_lines
from kg.views.rdf.quads import sorted_quads
from kg.views.rdf.rdfxml import rdfxml_lines
from kg.views.rdf.rebuilding import rebuild
from kg.views.rdf.terms import LANG_STRING, OTHERS, Literal, Term, Triple, from_rdflib, to_rdflib
from kg.views.rdf.trig import trig_lines
from kg.views.rdf.turtle import turtle_lines

__all__ = [
    "RDF_FORMATS", "from_rdf", "parse_file", "prefixes", "rdf_lines", "to_rdf", "to_triples", "write_nanopub",
    "write_rdf", "write_turtle",
]  # fmt: skip


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
    write_rdf(graph, path, "turtle", ontology)


def write_rdf(graph: KnowledgeGraph, path: str | Path, form: str, ontology: Ontology | None = None) -> None:
    """Write the graph in one of RDF_FORMATS, streamed; the same bytes for an equal graph."""
    with replacing(path) as stream:
        stream.writelines(rdf_lines(graph, form, ontology))


def rdf_lines(graph: KnowledgeGraph, form: str, ontology: Ontology | None = None) -> Iterator[str]:
    """Yield the document piece by piece; the triples never stand in memory together."""
    return RDF_FORMATS[form](to_triples(graph, ontology), graph, prefixes(graph.base))


def write_nanopub(graph: KnowledgeGraph, path: str | Path, statement: str) -> None:
    """Write one statement as a nanopublication in TriG.  Raises InputError where there is no such statement."""
    with replacing(path) as stream:
        stream.writelines(nanopub_lines(graph, statement, prefixes(graph.base)))


_Names: TypeAlias = Mapping[str, str]


def _turtle(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return turtle_lines(triples, names)


def _ntriples(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return ntriples_lines(sorted_blocks(triples))


def _nquads(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return nquads_lines(sorted_quads(triples, graph))


def _trig(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return trig_lines(sorted_quads(triples, graph), {**names, "kgg": f"{graph.base}graph/"})


def _jsonld(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return jsonld_lines(sorted_blocks(triples), names)


def _rdfxml(triples: Iterator[Triple], graph: KnowledgeGraph, names: _Names) -> Iterator[str]:
    return rdfxml_lines(sorted_blocks(triples), names)


RDF_FORMATS: Mapping[str, Callable[[Iterator[Triple], KnowledgeGraph, _Names], Iterator[str]]] = {
    "turtle": _turtle, "turtle12": annotated_lines, "nt": _ntriples, "nq": _nquads, "trig": _trig, "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}  # fmt: skip
"""Name of a format -> its writer."""


def from_rdf(source: rdflib.Graph | str | Path, base: str = BASE) -> KnowledgeGraph:
    """Return the graph that an rdflib.Graph or a file of RDF describes: any of RDF_FORMATS, told by its ending.

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
