"""One function an engine: a source and a checked query -> an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal as Choice
from typing import Protocol, TypeAlias, TypeVar

import pyoxigraph as ox
import rdflib
from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query, SPARQLError

from kg.errors import GraphError, LimitError, QueryError
from kg.graph import KnowledgeGraph
from kg.queries.answers import Answer
from kg.queries.checking import has_order, names_graph
from kg.views.rdf import prefixes, to_rdf, to_triples
from kg.views.rdf.terms import LANG_STRING, Literal, Term, from_rdflib, from_rdflib_term, to_rdflib

Engine: TypeAlias = Choice["oxigraph", "rdflib"]
Data: TypeAlias = KnowledgeGraph | rdflib.Graph | Path | ox.Store


@dataclass(frozen=True, slots=True)
class Source:
    """What is asked, and the base of its names."""

    data: Data
    base: str

    def loaded(self, engine: Engine) -> Source:
        """The same source, in the memory of the engine."""
        return replace(self, data=self.store() if engine == "oxigraph" else self.graph())

    def store(self) -> ox.Store:
        """Raises GraphError where a file cannot be parsed."""
        if isinstance(self.data, ox.Store):
            return self.data
        store = ox.Store()
        if isinstance(self.data, Path):
            try:
                store.bulk_load(path=str(self.data), format=_format(self.data))
            except (SyntaxError, ValueError, OSError) as error:
                raise GraphError(f"{self.data}: {' '.join(str(error).split())}") from None
        else:
            triples = to_triples(self.data) if isinstance(self.data, KnowledgeGraph) else from_rdflib(self.data)
            store.bulk_extend(ox.Quad(to_subject(s), ox.NamedNode(p), to_oxigraph(o)) for s, p, o in triples)
        return store

    def graph(self) -> rdflib.Graph:
        """Raises GraphError where a file cannot be parsed."""
        if isinstance(self.data, rdflib.Graph):
            return self.data
        if isinstance(self.data, KnowledgeGraph):
            return to_rdf(self.data)
        rdf = rdflib.Graph(bind_namespaces="none")
        store = self.store()
        for quad in store:
            terms = (_plain(term) for term in (quad.subject, quad.predicate, quad.object))
            rdf.add(tuple(to_rdflib(term) for term in terms))  # type: ignore[arg-type]
        return rdf

    def occurs(self, iri: str) -> bool:
        """Whether the name is a property or an object of what is loaded."""
        if isinstance(self.data, rdflib.Graph):
            name = rdflib.URIRef(iri)
            return (None, name, None) in self.data or (None, None, name) in self.data
        store, node = self.store(), ox.NamedNode(iri)
        found = (store.quads_for_pattern(None, node, None), store.quads_for_pattern(None, None, node))
        return any(next(iter(quads), None) is not None for quads in found)


def _format(path: Path) -> ox.RdfFormat:
    return ox.RdfFormat.from_extension(path.suffix.lstrip(".").lower()) or ox.RdfFormat.TURTLE


# ---------------------------------------------------------------- oxigraph


def ask_oxigraph(source: Source, text: str, most: int | None = None) -> Answer:
    """Raises LimitError for more than `most` rows, QueryError for a failure while it runs."""
    store, names = source.store(), prefixes(source.base)
    try:
        return _oxigraph_answer(store.query(text, prefixes=names), text, source.base, most)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query failed: {' '.join(str(error).split())}") from None


def _oxigraph_answer(result: object, text: str, base: str, most: int | None) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Answer(boolean=bool(result), base=base)
    if isinstance(result, ox.QueryTriples):
        triples = ((_plain(t.subject), _plain(t.predicate), _plain(t.object)) for t in result)
        return _graph_answer(_at_most(triples, most), base)
    assert isinstance(result, ox.QuerySolutions)
    columns = tuple(variable.value for variable in result.variables)
    taken = _at_most(result, most)
    rows = [tuple(_plain(term) if term is not None else None for term in solution) for solution in taken]
    return _select_answer(columns, rows, text, base)


def _plain(term: object) -> Term:
    if isinstance(term, ox.Literal):
        return Literal(term.value, LANG_STRING if term.language else term.datatype.value, term.language or "")
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def to_subject(iri: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(iri[2:]) if iri.startswith("_:") else ox.NamedNode(iri)


def to_oxigraph(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(term, Literal):
        return to_subject(term)
    if term.language:
        return ox.Literal(term.lexical, language=term.language)
    return ox.Literal(term.lexical, datatype=ox.NamedNode(term.datatype))


# ---------------------------------------------------------------- rdflib


def ask_rdflib(source: Source, text: str, most: int | None = None) -> Answer:
    """Raises LimitError for more than `most` rows, QueryError for a failure while it runs."""
    if names_graph(text):
        raise QueryError("rdflib is asked for one graph: leave GRAPH out, or take oxigraph")
    graph, names = source.graph(), prefixes(source.base)
    try:
        return _rdflib_answer(graph.query(_steady(text, names)), text, source.base, most)
    except (ParseException, SPARQLError, ValueError, TypeError, NotImplementedError, RecursionError) as error:
        raise QueryError(f"the query failed: {' '.join(str(error).split())}") from None


def _steady(text: str, names: Mapping[str, str]) -> Query:
    """The query, its ties ordered by every variable and the columns of `SELECT *` by name.

    rdflib leaves both in the order of a set, which changes from run to run.
    """
    parsed = parseQuery(text)
    asked = translateQuery(parsed, initNs=names)
    if parsed[1].name == "SelectQuery" and not parsed[1].projection:
        asked.algebra["PV"] = sorted(asked.algebra.PV)
    node = asked.algebra
    while isinstance(node.p, CompValue) and node.name != "OrderBy":
        node = node.p
    if node.name == "OrderBy":
        node["expr"] = [*node.expr, *(CompValue("OrderCondition", expr=name) for name in sorted(node._vars or ()))]
    return asked


def _rdflib_answer(result: rdflib.query.Result, text: str, base: str, most: int | None) -> Answer:
    if result.type == "ASK":
        return Answer(boolean=bool(result.askAnswer), base=base)
    if result.graph is not None:
        return _graph_answer(_at_most(from_rdflib(result.graph), most), base)
    columns = tuple(str(variable) for variable in result.vars or ())
    rows = [
        tuple(from_rdflib_term(term) if (term := binding.get(name)) is not None else None for name in result.vars or ())
        for binding in _at_most(result.bindings, most)
    ]
    return _select_answer(columns, rows, text, base)


# ---------------------------------------------------------------- both


T = TypeVar("T")


def _at_most(rows: Iterable[T], most: int | None) -> list[T]:
    taken = list(rows if most is None else islice(rows, most + 1))
    if most is not None and len(taken) > most:
        raise LimitError(f"the answer has more than {most:,} rows: narrow the query, or add LIMIT")
    return taken


def _graph_answer(triples: Iterable[tuple[Term, Term, Term]], base: str) -> Answer:
    rows: list[tuple[Term | None, ...]] = [*sorted(set(triples), key=_order)]
    return Answer(("subject", "predicate", "object"), tuple(rows), is_graph=True, base=base)


def _select_answer(columns: tuple[str, ...], rows: list[tuple[Term | None, ...]], text: str, base: str) -> Answer:
    ordered = rows if has_order(text) else sorted(rows, key=_order)
    return Answer(columns, tuple(ordered), base=base)


def _order(row: tuple[Term | None, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(() if term is None else tuple(term) if isinstance(term, Literal) else (term,) for term in row)


class Asking(Protocol):
    """What an engine does."""

    def __call__(self, source: Source, text: str, most: int | None = None) -> Answer: ...


ENGINES: Mapping[str, Asking] = {"oxigraph": ask_oxigraph, "rdflib": ask_rdflib}
