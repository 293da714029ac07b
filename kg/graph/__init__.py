"""The one mutable container of the toolkit, and the two forms of an id."""

from kg.graph.container import Difference, KnowledgeGraph
from kg.graph.iris import BASE, PREFIXES, contract, expand, namespaces
from kg.graph.references import GAZETTEER, is_asserted, node_ids, nodes, statement_ids

__all__ = [
    "BASE",
    "GAZETTEER",
    "PREFIXES",
    "Difference",
    "KnowledgeGraph",
    "contract",
    "expand",
    "is_asserted",
    "namespaces",
    "node_ids",
    "nodes",
    "statement_ids",
]
