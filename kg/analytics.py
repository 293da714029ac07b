"""What the network shows: who stands in the middle, who belongs together, what joins two."""

from __future__ import annotations

from itertools import islice, pairwise

import networkx as nx

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
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
