"""What the network shows: who stands in the middle, who belongs together, what joins two, who agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.errors import GraphError
from kg.graph import KnowledgeGraph, is_asserted
from kg.model import Polarity, Statement
from kg.views.network import to_networkx


def simple_network(graph: KnowledgeGraph, *, claims: bool = False) -> nx.Graph[str]:
    """Return the undirected network with one edge a pair; `weight` counts the statements and roles behind it.

    Nodes that no edge touches are left out.
    """
    net: nx.Graph[str] = nx.Graph()
    many = to_networkx(graph, claims=claims)
    for source, target in sorted(edge for edge in many.edges() if edge[0] != edge[1]):
        weight = net.get_edge_data(source, target, {"weight": 0})["weight"]
        net.add_edge(source, target, weight=weight + 1)
    for node in net:
        net.nodes[node].update(many.nodes[node])
    return net


def rank(graph: KnowledgeGraph, *, claims: bool = False) -> list[tuple[str, str, float]]:
    """Return (id, label, PageRank) from the most central node down; equal ranks in the order of ids."""
    net = simple_network(graph, claims=claims)
    if not net:
        return []
    ranks = nx.pagerank(net, weight="weight")
    ordered = sorted(ranks, key=lambda node: (-round(ranks[node], 9), node))
    return [(node, net.nodes[node].get("label", node), ranks[node]) for node in ordered]


def communities(graph: KnowledgeGraph, *, claims: bool = False) -> list[list[str]]:
    """Return groups of ids that are closely joined (greedy modularity), the largest first, each sorted."""
    net = simple_network(graph, claims=claims)
    if not net.number_of_edges():
        return []
    groups = nx.community.greedy_modularity_communities(net, weight="weight")
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def paths(
    graph: KnowledgeGraph, first: str, second: str, *, limit: int = 5, claims: bool = False
) -> list[list[tuple[str, str, str, str]]]:
    """Return the shortest ways from one name to another, at most `limit`: (id, relation, id, statement) a step.

    A relation read against its direction has "^" before it, as in SPARQL.  Raises GraphError for an unknown name.
    """
    net = to_networkx(graph, claims=claims)
    start, end = _only(graph, first), _only(graph, second)
    undirected = nx.Graph(net.to_undirected(as_view=True))
    if start not in undirected or end not in undirected or not nx.has_path(undirected, start, end):
        return []
    ways = sorted(islice(nx.all_shortest_paths(undirected, start, end), 1000))
    return [[_step(net, a, b) for a, b in pairwise(way)] for way in ways[:limit]]


def _only(graph: KnowledgeGraph, name: str) -> str:
    graph.about(name)  # raises with the nearest name where there is none
    found = graph.find(name)
    if len(found) > 1:
        raise GraphError(f"'{name}' is the name of {', '.join(one.id for one in found)}: say which")
    return found[0].id


def _step(net: nx.MultiDiGraph[str], source: str, target: str) -> tuple[str, str, str, str]:
    if net.has_edge(source, target):
        key, edge = min(net[source][target].items(), key=lambda item: item[0])
        return (source, edge["relation"], target, key)
    key, edge = min(net[target][source].items(), key=lambda item: item[0])
    return (source, "^" + edge["relation"], target, key)


# ---------------------------------------------------------------- who agrees with whom


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements of one proposition from different sources.

    `verdict` is "agree", "deny" (one affirms what the other denies) or "differ" (another quantity, time or certainty).
    """

    verdict: str
    first: Statement
    second: Statement


def compare_sources(graph: KnowledgeGraph) -> list[Comparison]:
    """Return every pair of statements that speak of one proposition and come from different documents or holders.

    A statement that two documents tell word for word is one value with two evidences: `corroborated` lists those.
    """
    groups: dict[str, list[Statement]] = {}
    for key in sorted(graph.statements):
        statement = graph.statements[key]
        if statement.inferred_by is None:
            groups.setdefault(statement.proposition, []).append(statement)
    return [comparison for key in sorted(groups) for comparison in _compare(groups[key])]


def corroborated(graph: KnowledgeGraph) -> list[Statement]:
    """Return the asserted statements that at least two documents tell, those with most sources first."""
    told = [s for s in graph.statements.values() if is_asserted(s) and len(_documents(s)) > 1]
    return sorted(told, key=lambda s: (-len(_documents(s)), s.id))


def _compare(group: list[Statement]) -> Iterator[Comparison]:
    for position, first in enumerate(group):
        for second in group[position + 1 :]:
            if first.holders != second.holders or _documents(first) != _documents(second):
                yield Comparison(_verdict(first, second), first, second)


def _documents(statement: Statement) -> set[str]:
    return {evidence.document for evidence in statement.evidence}


def _verdict(first: Statement, second: Statement) -> str:
    if first.polarity is not second.polarity:
        affirmed = first if first.polarity is Polarity.POSITIVE else second
        return "deny" if affirmed.time is None or first.time == second.time or second.time is None else "differ"
    if _contradict(first.quantity, second.quantity) or _contradict(first.time, second.time):
        return "differ"
    return "agree" if first.certainty is second.certainty and first.tense is second.tense else "differ"


def _contradict(first: object, second: object) -> bool:
    return first is not None and second is not None and first != second
