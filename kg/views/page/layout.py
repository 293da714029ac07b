"""Where each node stands: whole numbers, a function of the graph alone, and nearly the same when the graph grows.

Every node has a home that its id's hash gives, or, outside the opening part, its neighbours' ids: it changes only when
the node's own neighbours do.  Springs (Fruchterman and Reingold 1991) draw neighbours together, and each node holds to
its home, so that a new document moves what it tells of and leaves the rest where readers know it.  Only sums in a fixed
order, products, quotients and square roots are used: those are rounded alike on every processor, so the same graph
gives the same coordinates everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from kg.views.page.homes import Place, Ring, hashed_place, in_disc, outer_homes

Floats: TypeAlias = NDArray[np.float64]
Indexes: TypeAlias = NDArray[np.int64]

SPACING = 110.0
"""Pixels between two neighbours at rest."""
REACH = 2 * SPACING
"""Pixels beyond which nodes outside the opening part no longer repel each other."""
STRETCH = 1.75
"""How much wider than high the places of dots are spread: labels are wider than high."""
OPENING = 40
"""How many nodes a page opens with."""
HOLD = 1.2
"""How strongly a node holds to its home, against springs.  At 0.3 edges of an opening part cross half as often, and one
document more of five moves the median node by up to a quarter of the width instead of less than a tenth."""
CROWDING, LOOSENESS = 5.0, 3.0
"""How many times the room of their boxes the homes of the opening part, and of all nodes, take."""
CLEARANCE = 1.6
"""How many times as wide as the opening part's homes those of all nodes are at least."""
STRIDE = 25.0
"""How far overlapping neighbours may push a node in one round, in pixels."""
ROUNDS = ((300, 200), (2500, 60))
"""Rounds of the springs for graphs of up to so many nodes; 12 above."""
LARGE = 1200
"""Above so many nodes overlaps are only reduced, not removed: nobody reads so many labels at once."""


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node takes with its label, in pixels: to each side, above and below its centre."""

    side: float
    above: float
    below: float


def opening_nodes(
    ids: Sequence[str], edges: Collection[tuple[str, str]], secondary: Collection[str], limit: int = OPENING
) -> list[str]:
    """The most connected part, sorted: grown from the best connected node, one at a time.

    A node counts by its neighbours and, for each, by up to four of theirs: of hubs nearly alike the same one then comes
    first when a document is added.  A secondary node is taken only where it joins two nodes that are already there.
    Where the part ends before `limit`, the next part's best node starts again; nodes without an edge come never, unless
    there is no edge at all.
    """
    neighbours = _neighbours(ids, edges)
    if not any(neighbours.values()):
        return sorted(ids)[:limit]
    weight = {n: 2 * len(near) + sum(min(4, len(neighbours[m])) for m in near) for n, near in neighbours.items()}
    rank = sorted((n for n in ids if neighbours[n]), key=lambda n: (-weight[n], n))
    order = {n: place for place, n in enumerate(rank)}
    first = (n for n in rank if n not in secondary)
    chosen: set[str] = set()
    links: Counter[str] = Counter()
    while len(chosen) < limit:
        ready = [n for n, count in links.items() if n not in chosen and (n not in secondary or count > 1)]
        best = min(ready, key=lambda n: (-min(links[n], 2), order[n])) if ready else _unchosen(first, chosen)
        if best is None:
            break
        chosen.add(best)
        links.update(neighbours[best])
    return sorted(chosen)


def _unchosen(nodes: Iterator[str], chosen: set[str]) -> str | None:
    return next((n for n in nodes if n not in chosen), None)


def _neighbours(ids: Sequence[str], edges: Collection[tuple[str, str]]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {n: set() for n in ids}
    for source, target in edges:
        if source != target:
            neighbours[source].add(target)
            neighbours[target].add(source)
    return neighbours


def place_nodes(
    boxes: Mapping[str, Box], edges: Collection[tuple[str, str]], core: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Coordinates of each node.  The core is laid out first, as if alone; the others then settle around it."""
    ids, inner = sorted(boxes), sorted(core)
    neighbours = _neighbours(ids, edges)
    radius = _radius([boxes[n] for n in inner], CROWDING)
    homes = {n: in_disc(hashed_place(n, radius)) for n in inner}
    places = _settle(inner, edges, boxes, homes, {})
    if len(inner) < len(boxes):
        ring = Ring(radius, max(_radius(list(boxes.values()), LOOSENESS), CLEARANCE * radius, SPACING))
        homes |= outer_homes(ids, neighbours, homes, ring)
        places = _settle(ids, edges, boxes, homes, places)
    return {n: (round(x), round(y)) for n, (x, y) in places.items()}


def _radius(boxes: Sequence[Box], room: float) -> float:
    """Of a disc, to be stretched, with `room` times the boxes' area."""
    return float((room * sum(2 * b.side * (b.above + b.below) for b in boxes) / (3.14 * STRETCH)) ** 0.5)


def _settle(
    ids: list[str],
    edges: Collection[tuple[str, str]],
    boxes: Mapping[str, Box],
    homes: Mapping[str, Place],
    fixed: Mapping[str, Place],
) -> dict[str, Place]:
    if not ids:
        return {}
    index = {n: i for i, n in enumerate(ids)}
    pairs = sorted({(min(index[s], index[t]), max(index[s], index[t])) for s, t in edges if s in index and t in index})
    joined = np.array([pair for pair in pairs if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)
    free = np.array([n not in fixed for n in ids])
    wide = np.array([STRETCH, 1.0])
    home = np.array([homes[n] for n in ids])
    start = np.array([fixed.get(n, (0.0, 0.0)) for n in ids]) / wide
    places = _spring(np.where(free[:, None], home, start), home, joined, free) * wide
    _separate(places, np.array([(boxes[n].side, boxes[n].above, boxes[n].below) for n in ids]), free)
    return {n: (float(places[i, 0]), float(places[i, 1])) for n, i in index.items()}


def _spring(places: Floats, home: Floats, joined: Indexes, free: NDArray[np.bool_]) -> Floats:
    rounds = next((rounds for most, rounds in ROUNDS if len(places) <= most), 12)
    everywhere = bool(free.all())
    for turn in range(rounds):
        push = _repulsion(places, everywhere=everywhere) + _attraction(places, joined) + HOLD * (home - places)
        length = _length(push) + 1e-9
        reach = SPACING * 0.3 * (1 - turn / rounds) + 1
        places = places + (push * (np.minimum(length, reach) / length)[:, None]) * free[:, None]
    return places


def _length(vectors: Floats) -> Floats:
    across, down = vectors[:, 0], vectors[:, 1]
    return np.asarray(np.sqrt(across * across + down * down))


def _repulsion(places: Floats, *, everywhere: bool) -> Floats:
    """The first nodes repel each other at any distance, which unfolds them; later ones only those within REACH."""
    if not everywhere:
        return _near_repulsion(places)
    across = places[None, :, 0] - places[:, None, 0]
    down = places[None, :, 1] - places[:, None, 1]
    force = SPACING * SPACING / (across * across + down * down + 1.0)
    # Summed over the first axis: numpy adds whole rows one after the other, in the same order on every processor.
    return np.stack([(across * force).sum(axis=0), (down * force).sum(axis=0)], axis=1)


def _near_repulsion(places: Floats) -> Floats:
    pairs = _near_pairs(places, REACH)
    first, second = pairs[:, 0], pairs[:, 1]
    apart = places[first] - places[second]
    force = SPACING * SPACING / (apart[:, 0] * apart[:, 0] + apart[:, 1] * apart[:, 1] + 1.0)
    return _added(apart * force[:, None], first, second, len(places))


def _attraction(places: Floats, joined: Indexes) -> Floats:
    first, second = joined[:, 0], joined[:, 1]
    apart = places[second] - places[first]
    return _added(apart * (_length(apart) / SPACING)[:, None], first, second, len(places))


def _added(pulls: Floats, first: Indexes, second: Indexes, count: int) -> Floats:
    """What each node feels where `pulls` act on the first of each pair and, reversed, on the second."""
    axes = (pulls[:, 0], pulls[:, 1])
    return np.stack([np.bincount(first, a, count) - np.bincount(second, a, count) for a in axes], axis=1)


def _near_pairs(places: Floats, radius: float) -> Indexes:
    pairs = cKDTree(places).query_pairs(radius, output_type="ndarray")
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))], dtype=np.int64)


def _separate(places: Floats, room: Floats, free: NDArray[np.bool_]) -> None:
    """Push boxes apart until none overlaps, or for at most 200 rounds (15 in a large graph)."""
    reach = float(2 * room[:, 0].max() + room[:, 1].max() + room[:, 2].max())
    rounds = 200 if len(places) <= LARGE else 15
    for turn in range(rounds):
        pairs = _near_pairs(places, reach)
        first, second = pairs[:, 0], pairs[:, 1]
        apart = places[second] - places[first]
        wide = room[first, 0] + room[second, 0] - np.abs(apart[:, 0])
        below = np.where(apart[:, 1] >= 0, room[first, 2] + room[second, 1], room[first, 1] + room[second, 2])
        high = below - np.abs(apart[:, 1])
        hit = (wide > 0) & (high > 0) & (free[first] | free[second])
        if not hit.any():
            return
        places += _parting(apart[hit], wide[hit], high[hit], (first[hit], second[hit]), free)
        if turn >= rounds // 2 and not free.all():
            places += _outward(places, np.concatenate([first[hit], second[hit]]), free)


def _outward(places: Floats, stuck: Indexes, free: NDArray[np.bool_]) -> Floats:
    """A step away from the middle for free nodes that nothing else gets out from between fixed ones."""
    moves = places / (_length(places) + 1.0)[:, None] * STRIDE
    held = np.ones(len(places), dtype=bool)
    held[stuck] = False
    return np.where((held | ~free)[:, None], 0.0, moves)


def _parting(
    apart: Floats, wide: Floats, high: Floats, pair: tuple[Indexes, Indexes], free: NDArray[np.bool_]
) -> Floats:
    """Half the overlap to each of two free boxes, along the axis where it is smaller; all of it where one is fixed."""
    first, second = pair
    sign = np.where(apart >= 0, 1.0, -1.0)
    sideways = wide < high
    move = np.stack([np.where(sideways, wide, 0.0), np.where(sideways, 0.0, high)], axis=1) * sign * 0.52
    share_first = np.where(free[second], 1.0, 2.0) * free[first]
    share_second = np.where(free[first], 1.0, 2.0) * free[second]
    moves = np.zeros((len(free), 2))
    for axis in (0, 1):
        moves[:, axis] = np.bincount(second, move[:, axis] * share_second, len(free))
        moves[:, axis] -= np.bincount(first, move[:, axis] * share_first, len(free))
    # In a crowd every neighbour pushes at once: without a limit a node would be thrown out of the picture.
    return np.clip(moves, -STRIDE, STRIDE)
