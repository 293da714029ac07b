"""A graph as a plain networkx.MultiDiGraph, and as GraphML or GEXF."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from kg.graph import KnowledgeGraph, is_asserted
from kg.model import Entity, Event, Node, Statement, digest

Attributes: TypeAlias = dict[str, str | int | float | bool]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not (its production `Char`)."""


def to_networkx(graph: KnowledgeGraph, *, claims: bool = False) -> nx.MultiDiGraph[str]:
    """Return entities and events as nodes, asserted statements between two nodes and event roles as edges.

    Node ids are compact (`kge:north_korea`); an edge's key is its statement's id.  Every attribute is text, a number or
    a truth value, so that any networkx writer takes the graph.  `claims` adds the statements that are denied,
    planned, possible or only claimed; their `asserted` is False.
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="newskg", base=graph.base)
    for key in sorted({**graph.entities, **graph.events}):
        net.add_node(key, **_node_attributes(graph.entities.get(key), graph.events.get(key)))
    for key in sorted(graph.statements):
        statement = graph.statements[key]
        if claims or is_asserted(statement):
            _add_statement(net, statement)
    for key in sorted(graph.events):
        _add_roles(net, graph.events[key], graph)
    return net


def _node_attributes(entity: Entity | None, event: Event | None) -> Attributes:
    if entity:
        found = {mention.anchor.document for mention in entity.mentions}
        return _attributes(entity.label, entity.type, entity.cls, len(entity.mentions), len(found), asserted=True)
    if event:
        found = {mention.anchor.document for mention in event.mentions}
        return _attributes(event.label, "Event", event.cls, len(event.mentions), len(found), asserted=event.asserted)
    return {}


def _attributes(label: str, kind: str, cls: str, mentions: int, sources: int, *, asserted: bool) -> Attributes:
    name = {"label": _clean(label), "type": kind, "cls": cls}
    return {**name, "mentions": mentions, "sources": sources, "asserted": asserted}


def _add_statement(net: nx.MultiDiGraph[str], statement: Statement) -> None:
    s, subject, target = statement, statement.subject, statement.object
    if not isinstance(subject, Node) or not isinstance(target, Node):
        return
    for node in (subject, target):
        if node.id not in net:
            net.add_node(node.id, **_attributes(node.label, node.type, "", 0, 0, asserted=True))
    net.add_edge(subject.id, target.id, key=s.id, **_edge_attributes(s))


def _edge_attributes(s: Statement) -> Attributes:
    documents = sorted({evidence.document for evidence in s.evidence})
    return {
        "relation": s.relation.id,
        "label": _clean(s.relation.label),
        "kind": "statement",
        "polarity": s.polarity.value,
        "certainty": s.certainty.value,
        "tense": s.tense.value,
        "mood": s.mood.value,
        "asserted": is_asserted(s),
        "holder": _clean(" citing ".join(holder.label for holder in s.holders)),
        "time": (s.time.value or "") if s.time else "",
        "event": s.event or "",
        "inferred_by": s.inferred_by or "",
        "documents": _clean("; ".join(documents)),
        "sources": len(documents),
        "quote": _clean(s.evidence[0].quote) if s.evidence else "",
        "confidence": s.confidence,
    }


def _add_roles(net: nx.MultiDiGraph[str], event: Event, graph: KnowledgeGraph) -> None:
    """Edges from an event to those who take part; a role's key is a hash, its quote that of the event's statement."""
    told = [graph.statements[key] for key in event.statements if key in graph.statements]
    asserted = [statement for statement in told if is_asserted(statement) and statement.evidence]
    documents = sorted({evidence.document for statement in asserted for evidence in statement.evidence})
    for role in event.roles:
        if role.filler.id not in net:
            net.add_node(role.filler.id, **_attributes(role.filler.label, role.filler.type, "", 0, 0, asserted=True))
        attributes: Attributes = {
            "relation": role.role,
            "label": role.role.partition(":")[2],
            "kind": "role",
            "polarity": "positive",
            "certainty": "certain",
            "asserted": event.asserted,
            "time": (event.time.value or "") if event.time else "",
            "event": event.id,
            "documents": _clean("; ".join(documents)),
            "sources": len(documents),
            "quote": _clean(asserted[0].evidence[0].quote) if asserted else "",
            "confidence": max((statement.confidence for statement in asserted), default=0.0),
        }
        net.add_edge(event.id, role.filler.id, key=digest([event.id, role.role, role.filler.id]), **attributes)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def write_graphml(graph: KnowledgeGraph, path: str | Path, *, claims: bool = False) -> None:
    """Write GraphML (Gephi, yEd, Cytoscape, igraph); the same bytes for an equal graph."""
    stream = io.BytesIO()
    nx.write_graphml_xml(_writable(to_networkx(graph, claims=claims)), stream)
    _replace(Path(path), stream.getvalue())


def write_gexf(graph: KnowledgeGraph, path: str | Path, *, claims: bool = False) -> None:
    """Write GEXF 1.2 (Gephi); the same bytes for an equal graph."""
    net = _writable(to_networkx(graph, claims=claims))
    lines = "\n".join(nx.generate_gexf(net, version="1.2draft"))
    # networkx dates the file by the clock, and a build has no clock.
    undated = re.sub(r' lastmodifieddate="[^"]*"', "", lines, count=1)
    _replace(Path(path), (undated + "\n").encode("utf-8"))


def _writable(net: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same network with ids that XML can hold."""
    return nx.relabel_nodes(net, {node: _clean(node) for node in net if _clean(node) != node})


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
