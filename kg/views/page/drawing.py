"""A graph -> the nodes and edges that the page draws."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.model import Argument, Event, Filler, Mood, Node, Polarity, Statement, StatementRef, Tense

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


class Status(StrEnum):
    """How a statement stands: one word for its facets, in the order in which a legend lists them."""

    ASSERTED = "asserted"
    INFERRED = "inferred"
    CLAIMED = "claimed"
    PLANNED = "planned"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An entity or event of the graph.  `local` marks a noun phrase that belongs to one document alone."""

    id: str
    label: str
    type: str
    local: bool = False


@dataclass(frozen=True, slots=True, order=True)
class DrawnEdge:
    """Statements of one relation and one status between two nodes, or a role of an event (`role` True)."""

    source: str
    target: str
    relation: str
    label: str
    status: Status
    role: bool
    statements: tuple[str, ...]


def status_of(statement: Statement) -> Status:
    """Denied before planned before claimed: what an asserted statement can never be."""
    if statement.polarity is Polarity.NEGATIVE:
        return Status.DENIED
    if statement.asserted:
        return Status.INFERRED if statement.inferred_by else Status.ASSERTED
    if statement.tense is Tense.FUTURE or statement.mood is Mood.DEONTIC:
        return Status.PLANNED
    return Status.CLAIMED


def find_nodes(graph: KnowledgeGraph) -> dict[str, DrawnNode]:
    """Every node by id, sorted: entities, events, and what else fills a slot of a statement."""
    named = {node.id: node for statement in graph.statements.values() for node in nodes_of(statement)}
    found = {n: DrawnNode(n, node.label, node.type, _is_local(n, graph)) for n, node in named.items()}
    for entity in graph.entities.values():
        found[entity.id] = DrawnNode(entity.id, entity.label, entity.type, _is_local(entity.id, graph))
    for event in graph.events.values():
        found[event.id] = DrawnNode(event.id, event.label, "Event")
        for role in event.roles:
            node = role.filler
            found.setdefault(node.id, DrawnNode(node.id, node.label, node.type, _is_local(node.id, graph)))
    return dict(sorted(found.items()))


def nodes_of(statement: Statement) -> Iterator[Node]:
    """The nodes that a statement names: in its slots, as its place, as those who say it."""
    fillers = (statement.subject, statement.object, *(argument.filler for argument in statement.arguments))
    yield from (filler for filler in fillers if isinstance(filler, Node))
    if statement.place:
        yield statement.place
    yield from statement.holders


def _is_local(node_id: str, graph: KnowledgeGraph) -> bool:
    """Whether the id is that of a document's own noun phrase, `kge:<document>/<head>-<hash>`."""
    document, slash, _ = node_id.partition(":")[2].rpartition("/")
    return bool(slash) and document in graph.documents


def find_edges(graph: KnowledgeGraph, *, claims: bool = True) -> list[DrawnEdge]:
    """The edges, sorted; without `claims` only what is asserted or inferred from it."""
    statements = [s for s in sorted(graph.statements.values(), key=lambda s: s.id) if claims or s.asserted]
    edges = [*_statement_edges(statements), *_role_edges(graph, {s.id: s for s in statements})]
    return sorted(
        _joined(edges), key=lambda e: (e.source, e.target, e.relation, e.label, e.status, e.role, e.statements)
    )


def _joined(edges: Iterable[DrawnEdge]) -> Iterator[DrawnEdge]:
    together: dict[tuple[str, str, str, str, Status, bool], set[str]] = defaultdict(set)
    for edge in edges:
        together[edge.source, edge.target, edge.relation, edge.label, edge.status, edge.role] |= {*edge.statements}
    for key, statements in together.items():
        yield DrawnEdge(*key, tuple(sorted(statements)))


def _statement_edges(statements: Iterable[Statement]) -> Iterator[DrawnEdge]:
    for s in statements:
        if isinstance(s.subject, Node) and isinstance(s.object, Node):
            yield DrawnEdge(
                s.subject.id, s.object.id, s.relation.id, s.relation.label, status_of(s), False, (s.id,)
            )  # fmt: skip


def _role_edges(graph: KnowledgeGraph, statements: Mapping[str, Statement]) -> Iterator[DrawnEdge]:
    for event in sorted(graph.events.values(), key=lambda event: event.id):
        told = [statements[s] for s in event.statements if s in statements]
        yield from _told_roles(event, told) if event.roles else _reported_roles(event, told)


def _told_roles(event: Event, told: list[Statement]) -> Iterator[DrawnEdge]:
    asserted = [s for s in told if s.asserted]
    for role in event.roles:
        naming = [s for s in asserted if any(node.id == role.filler.id for node in nodes_of(s))]
        witnesses = tuple(s.id for s in naming or asserted)
        status = Status.INFERRED if naming and all(s.inferred_by for s in naming) else Status.ASSERTED
        yield DrawnEdge(event.id, role.filler.id, role.role, spoken(role.role), status, True, witnesses)


def _reported_roles(event: Event, told: list[Statement]) -> Iterator[DrawnEdge]:
    """An event that is only claimed, planned or denied has no roles; its statements say who would take part."""
    for statement in told:
        for role, filler in _slots(statement):
            if isinstance(filler, Node) and filler.id != event.id:
                relation = role if ":" in role else f"kgo:{role}"
                yield DrawnEdge(
                    event.id, filler.id, relation, spoken(role), status_of(statement), True, (statement.id,)
                )  # fmt: skip


def _slots(statement: Statement) -> Iterator[tuple[str, Filler]]:
    arguments = (Argument("subject", statement.subject), *statement.arguments)
    yield from ((argument.role, argument.filler) for argument in arguments)
    if statement.object and not isinstance(statement.object, StatementRef):
        yield ("object", statement.object)


def spoken(iri: str) -> str:
    """The last part of an id in words: `kgo:startPlace` is "start place"."""
    name = re.split(r"[#/:]", iri)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", name).lower()
