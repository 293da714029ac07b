"""Which named graph a triple belongs to: what is so, who says what, where it stands, whence it comes.

Whoever wants facts alone reads the graph `asserted`; the four together are the graph of the Turtle, each triple in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kg.graph import KnowledgeGraph, expand
from kg.views.rdf.blocks import Pairs, sorted_blocks
from kg.views.rdf.names import TERMS
from kg.views.rdf.terms import LABEL, PROV, A, Triple

GRAPHS = {
    "asserted": "entities, events that happened, and plain triples of what is asserted",
    "claims": "every statement with its stance and holders; events that are only told of",
    "evidence": "passages, quotes and mentions",
    "provenance": "documents; which statement comes from which, by which rule and how surely",
}
"""Name below `graph/` -> what it holds, in the order of writing."""

Quads: TypeAlias = tuple[str, str, Pairs]
"""The IRI of a graph, a subject, and what that graph says of it."""

_CHILD = re.compile(r"-(?:role-[0-9a-f]{8}|time(?:-earliest|-latest)?|quantity)$")
_NAMES = tuple(GRAPHS)
_ASSERTED, _CLAIMS, _EVIDENCE, _PROVENANCE = range(4)


def graph_iri(name: str, base: str) -> str:
    return f"{base}graph/{name}"


def sorted_quads(triples: Iterable[Triple], graph: KnowledgeGraph) -> Iterator[Quads]:
    """Yield a block for each graph and subject, graphs in the order of GRAPHS."""
    choose = Chooser(graph)
    # No IRI holds a line break, so that the number of the graph can stand before the subject while it is sorted.
    keyed = ((f"{choose(triple)}\n{triple[0]}", triple[1], triple[2]) for triple in triples)
    for key, pairs in sorted_blocks(keyed):
        number, _, subject = key.partition("\n")
        yield graph_iri(_NAMES[int(number)], graph.base), subject, pairs


class Chooser:
    """Triple -> number of its graph, in the order of GRAPHS."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        base = graph.base
        self.base = base
        self.reported = {expand(event.id, base) for event in graph.events.values() if not event.asserted}
        kgo = f"{base}ontology#"
        self.of_predicate = {f"{kgo}{name}": _PROVENANCE for name in ("inferredBy", "premise", "confidence")}
        self.of_predicate |= {PROV + "wasDerivedFrom": _PROVENANCE}
        self.of_predicate |= {f"{kgo}{name}": _EVIDENCE for name in ("evidence", "mention")}
        self.told = {A, LABEL, *(kgo + name for name in TERMS)}
        spaces = {"evidence/": _EVIDENCE, "document/": _PROVENANCE, "ontology#rule-": _PROVENANCE}
        self.of_subject = {base + space: number for space, number in spaces.items()}
        self.statements = f"{base}statement/"

    def __call__(self, triple: Triple) -> int:
        subject, predicate, _ = triple
        for space, number in self.of_subject.items():
            if subject.startswith(space):
                return number
        if predicate in self.of_predicate:
            return self.of_predicate[predicate]
        if subject.startswith(self.statements):
            return _CLAIMS
        owner = _CHILD.sub("", subject)
        reported = owner in self.reported and (predicate in self.told or owner != subject)
        return _CLAIMS if reported else _ASSERTED

    def name(self, triple: Triple) -> str:
        return _NAMES[self(triple)]
