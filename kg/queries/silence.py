"""Why a query finds nothing: which of its patterns matches nothing, and the nearest name that would."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import pyoxigraph as ox
from rdflib.paths import Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier, Literal, URIRef, Variable

from kg.queries.checking import nearest
from kg.queries.lexing import filters
from kg.views.rdf.terms import A

Pattern: TypeAlias = tuple[Identifier, Identifier | Path, Identifier]
Rows: TypeAlias = Sequence[Mapping[Variable, Identifier]]
MOST_NAMES = 200_000
"""Names that are looked through for the nearest; beyond, a search would take seconds."""


def why_nothing(store: ox.Store, text: str, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """Lines that tell why a checked query is answered with nothing; none where no reason is found."""
    algebra = translateQuery(parseQuery(text), initNs=dict(prefixes)).algebra
    search = Search(store, prefixes, tuple(_given(algebra.p)))
    if algebra.p is None:
        return tuple(search.unknown(term) for term in algebra.PV or () if isinstance(term, URIRef))
    if _has(algebra.p, "Graph"):
        return ("GRAPH names a graph, and there is one alone, without a name: leave GRAPH out",)
    return tuple(dict.fromkeys(search.blame(algebra.p))) or search.together(algebra.p) or search.filtered(text)


@dataclass(frozen=True, slots=True)
class Search:
    """A store that is asked for parts of a query."""

    store: ox.Store
    prefixes: Mapping[str, str]
    given: tuple[Rows, ...] = ()
    """The rows of each VALUES that every answer agrees with."""

    def blame(self, node: object) -> list[str]:
        """What is wrong with each pattern that matches nothing by itself; of alternatives, if none matches."""
        if not isinstance(node, CompValue):
            return []
        match node.name:
            case "BGP":
                return [self.told(triple) for triple in node.triples if not self.matches([triple])]
            case "Union":
                one, two = self.blame(node.p1), self.blame(node.p2)
                return [*one, *two] if one and two else []
            case "LeftJoin" | "Minus":
                return self.blame(node.p1)
            case "Join":
                return [*self.blame(node.p1), *self.blame(node.p2)]
        return self.blame(node.p)

    def together(self, node: object) -> tuple[str, ...]:
        """The pattern at which the patterns, one joined to the other, cease to match."""
        triples = list(_required(node))
        for number in range(2, len(triples) + 1):
            if not self.matches(triples[:number]):
                last = self.shown(triples[number - 1])
                return (f"each pattern matches something, but '{last}' nothing of what those before it match",)
        return ()

    def filtered(self, text: str) -> tuple[str, ...]:
        """The conditions without which there would be an answer."""
        guilty = [text[start:end] for start, end in filters(text) if self.answers(text[:start] + text[end:])]
        return tuple(f"'{' '.join(words.split())}' leaves nothing of what the patterns match" for words in guilty)

    def answers(self, text: str) -> bool:
        try:
            result = self.store.query(text, prefixes=dict(self.prefixes))
        except (SyntaxError, ValueError, OSError, RuntimeError):  # the condition was more than a condition
            return False
        return bool(result) if isinstance(result, ox.QueryBoolean) else next(iter(result), None) is not None

    def matches(self, triples: list[Pattern]) -> bool:
        """Whether something matches them together, with the values that the query gives."""
        used = {term for triple in triples for term in triple}
        given = "".join(_values(rows, used) for rows in self.given)
        return self.answers(f"ASK {{ {given} {' '.join(f'{_n3(t)} .' for t in triples)} }}")

    # ------------------------------------------------------------ words

    def told(self, triple: Pattern) -> str:
        return f"nothing matches '{self.shown(triple)}'{self.guess(triple)}"

    def shown(self, triple: Pattern) -> str:
        """The pattern as people write it: names by prefix, the one value of a variable in its place."""
        terms = (self.value(term) or term if isinstance(term, Variable) else term for term in triple)
        return " ".join("a" if str(term) == A else self.short(term.n3()) for term in terms)

    def short(self, words: str) -> str:
        return re.sub(r"<([^<>]*)>", lambda found: self.name(found[1]), words)

    def name(self, iri: str) -> str:
        fits = [(namespace, prefix) for prefix, namespace in self.prefixes.items() if iri.startswith(namespace)]
        namespace, prefix = max(fits, default=("", ""))
        return f"{prefix}:{iri[len(namespace) :]}" if fits else f"<{iri}>"

    # ------------------------------------------------------------ guesses

    def guess(self, triple: Pattern) -> str:
        """The nearest name to the first of the pattern's that the data do not hold."""
        subject, predicate, object_ = triple
        if isinstance(predicate, URIRef) and not self.holds("?s", predicate.n3(), "?o"):
            return self.guess_predicate(predicate)
        if str(predicate) == A and isinstance(object_, URIRef):
            return nearest(self.name(object_), self.names("SELECT DISTINCT ?x { ?s a ?x }"))
        for term in (subject, object_):
            if isinstance(term, URIRef) and not self.known(term):
                return nearest(self.name(term), self.names("SELECT DISTINCT ?x { ?x rdfs:label ?label }"))
        return self.guess_literal(predicate, object_) if isinstance(predicate, URIRef) else ""

    def guess_predicate(self, predicate: URIRef) -> str:
        """The nearest property; one that is told, though never as a fact, is told apart."""
        if self.holds("?s", "rdf:predicate", predicate.n3()):
            return f": it is told, but nowhere asserted; statements have it as rdf:predicate {self.name(predicate)}"
        return nearest(
            self.name(predicate), self.names("SELECT DISTINCT ?x { { ?s ?x ?o } UNION { ?s rdf:predicate ?x } }")
        )

    def guess_literal(self, predicate: URIRef, object_: Identifier) -> str:
        """The nearest value of the same property, as it would have to be written."""
        wanted = self.value(object_) if isinstance(object_, Variable) else object_
        if not isinstance(wanted, Literal):
            return ""
        return nearest(wanted.n3(), self.literals(f"SELECT DISTINCT ?x {{ ?s {predicate.n3()} ?x }}"))

    def value(self, variable: Variable) -> Identifier | None:
        """What the query says that a variable is, where that is one value, whatever its form."""
        values = [row[variable] for rows in self.given for row in rows if variable in row]
        return values[-1] if len({*map(str, values)}) == 1 else None

    def unknown(self, term: URIRef) -> str:
        near = nearest(self.name(term), self.names("SELECT DISTINCT ?x { ?x rdfs:label ?label }"))
        return f"nothing is said of '{self.name(term)}'{near}"

    def known(self, term: URIRef) -> bool:
        return self.holds(term.n3(), "?p", "?o") or self.holds("?s", "?p", term.n3())

    def holds(self, subject: str, predicate: str, object_: str) -> bool:
        return self.answers(f"ASK {{ {subject} {predicate} {object_} }}")

    def names(self, text: str) -> list[str]:
        return [self.name(term.value) for term in self.column(text) if isinstance(term, ox.NamedNode)]

    def literals(self, text: str) -> list[str]:
        return [str(term) for term in self.column(text) if isinstance(term, ox.Literal) and len(term.value) <= 200]

    def column(self, text: str) -> Iterator[object]:
        result = self.store.query(text, prefixes=dict(self.prefixes))
        assert isinstance(result, ox.QuerySolutions)
        return (row[0] for row in islice(result, MOST_NAMES))


def _n3(triple: Pattern) -> str:
    return " ".join(term.n3() for term in triple)


def _required(node: object) -> Iterator[Pattern]:
    """The patterns that each answer must match, in the order of the query; those of alternatives left out."""
    if isinstance(node, CompValue):
        if node.name == "BGP":
            yield from node.triples
        elif node.name in ("LeftJoin", "Minus"):
            yield from _required(node.p1)
        elif node.name == "Join":
            yield from _required(node.p1)
            yield from _required(node.p2)
        elif node.name not in ("Union", "ToMultiSet"):
            yield from _required(node.p)


def _given(node: object) -> Iterator[Rows]:
    """The rows of every VALUES that all answers must agree with."""
    if isinstance(node, CompValue):
        if node.name == "values":
            yield node.res
        for part in (node.p, node.p1, node.p2 if node.name == "Join" else None):
            yield from _given(part)


def _values(rows: Rows, used: Collection[object]) -> str:
    """A VALUES clause, or nothing where a pattern uses none of its variables."""
    names = sorted({name for row in rows for name in row})
    if not any(name in used for name in names):
        return ""
    lines = (" ".join(row[name].n3() if name in row else "UNDEF" for name in names) for row in rows)
    return f"VALUES ({' '.join(name.n3() for name in names)}) {{ {' '.join(f'({line})' for line in lines)} }}"


def _has(node: object, name: str) -> bool:
    if not isinstance(node, CompValue):
        return False
    return node.name == name or any(_has(part, name) for part in (node.p, node.p1, node.p2))
