"""The graph in RDF 1.2 Turtle: a plain triple names the statements that tell it, with source and certainty.

    kge:north_korea kgo:deployedTroopsTo kge:kursk_region ~ kgs:9f2c {| kgo:confidence 0.93 ;
        prov:wasDerivedFrom kgd:002 |} .

What is denied, planned or only claimed is no plain triple: its statement `rdf:reifies` a triple term, which says
nothing about the world.  All that the RDF 1.1 Turtle holds is there too, so it rebuilds the graph as that one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import KnowledgeGraph, expand, is_asserted
from kg.model import Node, Statement, Value
from kg.views.rdf.blocks import Pairs, sorted_blocks
from kg.views.rdf.describing import Describer
from kg.views.rdf.terms import PROV, RDF, Literal, Term, Triple
from kg.views.rdf.turtle import Shortener, joined_block, literal, prefix_lines

VERSION = 'VERSION "1.2"\n'


def annotated_lines(triples: Iterable[Triple], graph: KnowledgeGraph, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the version, prefixes, and a block a subject in the order of IRIs."""
    yield VERSION
    yield from prefix_lines(prefixes)
    writer = _Writer(graph, Shortener(prefixes))
    for subject, pairs in sorted_blocks(triples):
        yield "\n" + writer.block(subject, pairs)


class _Writer:
    """Blocks with annotations; holds the ids of asserted statements by the triple that they tell."""

    def __init__(self, graph: KnowledgeGraph, shorten: Shortener) -> None:
        self.graph, self.shorten, self.describer = graph, shorten, Describer(graph)
        self.statements, self.reifies = f"{graph.base}statement/", RDF + "reifies"
        self.inside = (f"{graph.base}ontology#confidence", PROV + "wasDerivedFrom")
        self.telling: dict[Triple, list[str]] = {}
        for key in sorted(graph.statements):
            told = self._triple(graph.statements[key])
            if told and is_asserted(graph.statements[key]):
                self.telling.setdefault(told, []).append(key)

    def _triple(self, s: Statement) -> Triple | None:
        """What it says as one triple; None where the object is missing or another statement."""
        if not isinstance(s.subject, Node) or not isinstance(s.object, Node | Value):
            return None
        base = self.graph.base
        return expand(s.subject.id, base), expand(s.relation.id, base), self.describer.term_of(s.object)

    def block(self, subject: str, pairs: Pairs) -> str:
        objects: dict[str, list[str]] = {}
        statement = self._statement(subject)
        annotated = statement is not None and is_asserted(statement) and self._triple(statement) is not None
        for predicate, term in pairs:
            if not (annotated and predicate in self.inside):
                objects.setdefault(predicate, []).append(self._object(subject, predicate, term))
        told = self._triple(statement) if statement and not annotated else None
        if told:
            objects[self.reifies] = [self._triple_term(told)]
        return joined_block(subject, objects, self.shorten)

    def _statement(self, subject: str) -> Statement | None:
        if not subject.startswith(self.statements):
            return None
        return self.graph.statements.get(subject[len(self.statements) :])

    def _object(self, subject: str, predicate: str, term: Term) -> str:
        told = self.telling.get((subject, predicate, term), ())
        return self._term(term) + "".join(self._annotation(self.graph.statements[key]) for key in told)

    def _annotation(self, s: Statement) -> str:
        me = expand(f"kgs:{s.id}", self.graph.base)
        pairs: dict[str, set[str]] = {}
        for subject, predicate, term in self.describer.statement(s):
            if subject == me and predicate in self.inside:
                pairs.setdefault(predicate, set()).add(self._term(term))
        inner = " ; ".join(f"{self.shorten(p)} {', '.join(sorted(pairs[p]))}" for p in sorted(pairs))
        return f" ~ {self.shorten(me)} {{| {inner} |}}"

    def _triple_term(self, triple: Triple) -> str:
        subject, predicate, term = triple
        return f"<<( {self.shorten(subject)} {self.shorten(predicate)} {self._term(term)} )>>"

    def _term(self, term: Term) -> str:
        return literal(term, self.shorten) if isinstance(term, Literal) else self.shorten(term)
