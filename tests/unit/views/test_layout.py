"""Where nodes stand: a function of the graph alone that keeps most of them in place when a document comes."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.html import to_pyvis
from kg.views.page.homes import Ring, hashed_place, in_disc, outer_homes
from kg.views.page.layout import Box, opening_nodes, place_nodes

sys.path.append(str(Path(__file__).parents[2] / "functional"))
from page_graph import sample_graph

ROOM = Box(50, 12, 30)


def places_of(graph):
    return {node["id"]: (node["x"], node["y"]) for node in to_pyvis(graph).nodes}


def moved(before, after):
    """By what part of the picture's width the median of the nodes in both has moved."""
    width = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    both = before.keys() & after.keys()
    return median(((before[n][0] - after[n][0]) ** 2 + (before[n][1] - after[n][1]) ** 2) ** 0.5 for n in both) / width


@pytest.mark.parametrize("document", ["places", "members", "seats", "treaties", "claims"])
def test_one_of_five_documents_moves_the_median_node_by_less_than_a_tenth(document):
    without = sample_graph()
    without.remove(document)
    assert moved(places_of(sample_graph()), places_of(without)) < 0.1


def made_edges(seed, documents=20, skew=2.5):
    """Each document tells of nodes around hubs, of which few are in most documents, as in news."""
    random = Random(seed)
    hubs = [int(12 * random.random() ** skew) for _ in range(10 * documents)]
    edges = [(f"hub{hub:02}", f"n{random.randrange(40) + 40 * (hub % 4):03}") for hub in hubs]
    return [edges[10 * n : 10 * n + 10] for n in range(documents)]


def laid_out(documents):
    edges = [edge for document in documents for edge in document]
    ids = sorted({node for edge in edges for node in edge})
    return place_nodes(dict.fromkeys(ids, ROOM), edges, opening_nodes(ids, edges, ()))


@given(st.integers(0, 10_000))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_a_made_document_moves_the_median_node_by_less_than_a_tenth(seed):
    documents = made_edges(seed)
    assert moved(laid_out(documents), laid_out(documents[:-1])) < 0.1


def test_hubs_all_alike_rarely_change_places():
    graphs = [made_edges(seed, skew=1) for seed in range(1, 40, 3)]
    moves = sorted(moved(laid_out(documents), laid_out(documents[:-1])) for documents in graphs)
    assert moves[len(moves) // 2] < 0.1
    assert sum(move >= 0.1 for move in moves) <= 3


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_places_do_not_depend_on_the_order_of_edges(seed):
    documents = made_edges(seed, 6)
    assert laid_out(documents) == laid_out([document[::-1] for document in documents[::-1]])


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_no_two_boxes_overlap(seed):
    places = list(laid_out(made_edges(seed)).values())
    crossing = [
        (a, b) for i, a in enumerate(places) for b in places[:i] if abs(a[0] - b[0]) < 99 and abs(a[1] - b[1]) < 41
    ]  # fmt: skip
    assert crossing == []


def test_a_home_is_the_ids_own():
    assert hashed_place("kge:france", 100) == hashed_place("kge:france", 100)
    assert hashed_place("kge:france", 100) != hashed_place("kge:spain", 100)
    assert hashed_place("\ud800", 1.0) == hashed_place("\ud800", 1.0)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_a_square_becomes_its_inner_disc(across, down):
    x, y = in_disc((across, down))
    assert x * x + y * y <= 1 + 1e-9
    assert x * across >= 0
    assert y * down >= 0


def test_neighbours_of_one_hub_have_homes_on_its_side():
    hubs = {"kge:france": [f"f{n}" for n in range(20)], "kge:japan": [f"j{n}" for n in range(20)]}
    neighbours = {hub: set(near) for hub, near in hubs.items()} | {n: {h} for h, near in hubs.items() for n in near}
    homes = outer_homes(list(neighbours), neighbours, {h: hashed_place(h, 90.0) for h in hubs}, Ring(100, 300))
    for hub, near in hubs.items():
        x, y = hashed_place(hub, 1.0)
        assert all(homes[n][0] * x + homes[n][1] * y > 0 for n in near)


def test_homes_lie_farther_out_the_more_edges_lie_between():
    chain = [f"n{n}" for n in range(30)]
    neighbours = {n: {m for m in chain if abs(int(m[1:]) - int(n[1:])) == 1} for n in chain}
    homes = outer_homes(chain, neighbours, {"n0": (50.0, 10.0)}, Ring(100, 1000))
    distances = [x * x + y * y for x, y in (homes[n] for n in chain[1:])]
    assert distances == sorted(distances)
    assert 100**2 <= distances[0] <= distances[-1] <= 1000**2 + 1


def test_parts_that_no_edge_joins_stay_together():
    ids = ["a", "b", "x1", "x2", "y1", "y2"]
    neighbours = {"a": {"b"}, "b": {"a"}, "x1": {"x2"}, "x2": {"x1"}, "y1": {"y2"}, "y2": {"y1"}}
    homes = outer_homes(ids, neighbours, {"a": (0.0, 0.0), "b": (10.0, 0.0)}, Ring(100, 900))
    assert homes.keys() == {"x1", "x2", "y1", "y2"}
    for first, second in (("x1", "x2"), ("y1", "y2")):
        assert abs(homes[first][0] - homes[second][0]) <= 240
        assert abs(homes[first][1] - homes[second][1]) <= 240
