"""Why mentions are one entity or two, told from what a build stored in its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.entities.explain import explain as explain_entities
from kg.entities.resolution import Decision
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.model import Entity

KEYS = ("entity", "verdict", "mention", "reason", "other")


@dataclass(frozen=True, slots=True)
class Stored:
    """The entities of a graph and the decisions of its report."""

    entities: Sequence[Entity]
    decisions: Sequence[Decision]


def explain(graph: KnowledgeGraph, name: str, other: str | None = None) -> list[str]:
    """Lines that tell why the mentions of `name` are one entity; with `other`, why the two are one or two.

    Names are ids, labels or aliases.  Raises GraphError for one that is unknown, or a report that cannot be read.
    """
    graph.about(name)  # raises with the nearest name where there is none
    if other is not None:
        graph.about(other)
    decisions = tuple(_decisions(graph.report.get("identity", [])))
    entities = [graph.entities[key] for key in sorted(graph.entities)]
    return explain_entities(Stored(entities, decisions), _id(graph, name), _id(graph, other) if other else None)


def _id(graph: KnowledgeGraph, name: str) -> str:
    """The id of the one entity that is called so; the name itself where several are."""
    found = [one.id for one in graph.find(name) if isinstance(one, Entity)]
    if not found:
        raise GraphError(f"'{name}' is an event: only what entities are made of can be explained")
    return found[0] if len(found) == 1 else name


def _decisions(rows: object) -> Iterator[Decision]:
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in KEYS):
            raise GraphError("report.json: expected 'identity' as a build writes it")
        yield Decision(*(row[key] for key in KEYS))
