"""A graph as a notebook shows it: its figures and the entities of which most is said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.graph.references import is_asserted, node_ids
from kg.markup import card, network_picture
from kg.model import Node

if TYPE_CHECKING:
    from kg.graph.container import KnowledgeGraph

SHOWN = 12
"""Entities in the picture."""
ONE = {"articles": "article", "entities": "entity", "statements": "statement", "events": "event"}


def graph_html(graph: KnowledgeGraph) -> str:
    """A box with a picture of the most connected entities: solid lines where something is asserted, else dashed."""
    joined = _joined(graph)
    degree = Counter(node for pair in joined for node in pair)
    central = sorted(degree, key=lambda key: (-degree[key], key))[:SHOWN]
    edges = [(*pair, joined[pair]) for pair in sorted(joined) if {*pair} <= {*central}]
    labels = {key: graph.entities[key].label for key in central if any(key in edge for edge in edges)}
    picture = network_picture(labels, edges) if edges else ""
    return card("Knowledge graph", _figures(graph), _rows(graph), picture=picture)


def _figures(graph: KnowledgeGraph) -> str:
    kinds = [("articles", len(graph.documents)), ("entities", len(graph.entities))]
    kinds += [("statements", len(graph.statements)), ("events", len(graph.events))]
    return ", ".join(f"{count:,} {name if count != 1 else ONE[name]}" for name, count in kinds)


def _rows(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    asserted = sum(map(is_asserted, graph.statements.values()))
    named = Counter(node for s in graph.statements.values() for node in set(node_ids(s)) & graph.entities.keys())
    most = sorted(named, key=lambda key: (-named[key], key))[:6]
    days = sorted(document.published for document in graph.documents.values() if document.published)
    return [
        ("Asserted", f"{asserted:,} of {len(graph.statements):,} statements"),
        ("Published", f"{days[0]} to {days[-1]}" if days else ""),
        ("Most is said of", ", ".join(f"{graph.entities[key].label} ({named[key]:,})" for key in most)),
    ]


def _joined(graph: KnowledgeGraph) -> dict[tuple[str, str], bool]:
    """Pairs of entities that a statement joins -> whether one of them is asserted."""
    joined: dict[tuple[str, str], bool] = {}
    for s in graph.statements.values():
        if isinstance(s.subject, Node) and isinstance(s.object, Node) and s.subject.id != s.object.id:
            pair = (min(s.subject.id, s.object.id), max(s.subject.id, s.object.id))
            if pair[0] in graph.entities and pair[1] in graph.entities:
                joined[pair] = joined.get(pair, False) or is_asserted(s)
    return joined
