"""A graph in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.graph import KnowledgeGraph, is_asserted

MOST = 10
"""Relations that are listed."""


def summarize(graph: KnowledgeGraph) -> dict[str, dict[str, int]]:
    """Return heading -> name -> count; within a heading the most frequent first, equal ones by name."""
    statements = list(graph.statements.values())
    return {
        "graph": {
            "documents": len(graph.documents),
            "entities": len(graph.entities),
            "events": len(graph.events),
            "statements": len(statements),
            "evidence": sum(len(s.evidence) for s in statements),
        },
        "entities": _count(entity.type for entity in graph.entities.values()),
        "events": _count(event.cls for event in graph.events.values()),
        "statements": _count("asserted" if is_asserted(s) else "not asserted" for s in statements),
        "polarity": _count(s.polarity.value for s in statements),
        "certainty": _count(s.certainty.value for s in statements),
        "tense": _count(s.tense.value for s in statements),
        "said by": _count((h.label for s in statements for h in s.holders), MOST),
        "relations": _count((s.relation.id for s in statements), MOST),
        "documents": _count(e.document for s in statements for e in s.evidence),
    }


def _count(names: Iterable[str], most: int | None = None) -> dict[str, int]:
    counted = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    return dict(counted[:most])
