"""Where each node stands: whole numbers, a function of the graph alone.

Springs (Fruchterman and Reingold 1991) started from places that the ids' hashes give, so that a node keeps its
neighbourhood when the graph grows.  Only sums in a fixed order, products, quotients and square roots are used: those
are rounded alike on every processor, so the same graph gives the same coordinates everywhere.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Floats: TypeAlias = NDArray[np.float64]
Indexes: TypeAlias = NDArray[np.int64]

SPACING = 135.0
"""Pixels between two neighbours at rest."""
REACH = 2 * SPACING
"""Pixels beyond which nodes outside the opening part no longer repel each other."""
STRETCH = 1.35
"""How much wider than high the picture is: screens are."""
OPENING = 40
"""How many nodes a page opens with."""
CROWDING = 4.0
"""How many times the room that nodes and labels fill the picture may take: less is crowded, more is small type."""
STRIDE = 25.0
"""How far overlapping neighbours may push a node in one round, in pixels."""
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
    """The most connected part, sorted: grown from the node with most neighbours, the best connected one at a time.

    A secondary node is taken only where it joins two nodes that are already there.  Where the part ends before
    `limit`, the next part's best node starts again; nodes without an edge come never, unless there is no edge at all.
    """
    neighbours = _neighbours(ids, edges)
    if not any(neighbours.values()):
        return sorted(ids)[:limit]
    chosen: set[str] = set()
    links: Counter[str] = Counter()
    while len(chosen) < limit:
        ready = [n for n in ids if n not in chosen and neighbours[n] and (n not in secondary or links[n] > 1)]
        if not ready:
            break
        best = min(ready, key=lambda n: (not links[n], -min(links[n], 2), -len(neighbours[n]), n))
        chosen.add(best)
        links.update(neighbours[best])
    return sorted(chosen)


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
    inner = sorted(core)
    places = _settle(inner, edges, boxes, {})
    outer = _settle(sorted(boxes), edges, boxes, places) if len(inner) < len(boxes) else places
    return {n: (round(x), round(y)) for n, (x, y) in outer.items()}


def _settle(
    ids: list[str],
    edges: Collection[tuple[str, str]],
    boxes: Mapping[str, Box],
    fixed: Mapping[str, tuple[float, float]],
) -> dict[str, tuple[float, float]]:
    if not ids:
        return {}
    index = {n: i for i, n in enumerate(ids)}
    pairs = sorted({(min(index[s], index[t]), max(index[s], index[t])) for s, t in edges if s in index and t in index})
    joined = np.array([pair for pair in pairs if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)
    free = np.array([n not in fixed for n in ids])
    places = _spring(_start(ids, joined, fixed), joined, free)
    room = np.array([(boxes[n].side, boxes[n].above, boxes[n].below) for n in ids])
    if not fixed:
        places = _fitted(places, room)
    _separate(places, room, free)
    return {n: (float(places[i, 0]), float(places[i, 1])) for n, i in index.items()}


def _fitted(places: Floats, room: Floats) -> Floats:
    """The same picture in the shape of a screen, no larger than CROWDING times what the boxes fill."""
    places = (places - places.mean(axis=0)) * np.array([STRETCH, 1.0])
    size = np.maximum(places.max(axis=0) - places.min(axis=0), 1.0)
    filled = float(np.bincount(np.zeros(len(room), np.int64), 2 * room[:, 0] * (room[:, 1] + room[:, 2]))[0])
    scale: float = (CROWDING * filled / float(size[0] * size[1])) ** 0.5
    return places * min(1.0, scale)


def _start(ids: list[str], joined: Indexes, fixed: Mapping[str, tuple[float, float]]) -> Floats:
    """Places from the ids; next to a fixed neighbour where there is one."""
    places = np.array([fixed.get(n) or hashed_place(n, SPACING * max(len(ids), 4) ** 0.5) for n in ids])
    anchored: dict[int, list[int]] = {}
    for a, b in joined.tolist():
        for free, held in ((a, b), (b, a)):
            if ids[free] not in fixed and ids[held] in fixed:
                anchored.setdefault(free, []).append(held)
    for free, held in anchored.items():
        middle = [sum(places[h, axis] for h in held) / len(held) for axis in (0, 1)]
        places[free] = np.array(middle) * 1.3 + np.array(hashed_place(ids[free], SPACING))
    return places


def hashed_place(node_id: str, radius: float) -> tuple[float, float]:
    """A point of the square of half-width `radius` that is a function of the id alone."""
    code = hashlib.sha256(node_id.encode("utf-8", "surrogatepass")).digest()
    across, down = int.from_bytes(code[:4], "big") / 2**31 - 1, int.from_bytes(code[4:8], "big") / 2**31 - 1
    return across * radius, down * radius


def _spring(places: Floats, joined: Indexes, free: NDArray[np.bool_]) -> Floats:
    rounds = 240 if len(places) <= 300 else 80
    homeward = _homeward(places, joined, free)
    for turn in range(rounds):
        push = _repulsion(places, everywhere=bool(free.all())) + _attraction(places, joined) + homeward(places)
        length = _length(push) + 1e-9
        reach = SPACING * 0.3 * (1 - turn / rounds) + 1
        places = places + (push * (np.minimum(length, reach) / length)[:, None]) * free[:, None]
    return places


def _homeward(places: Floats, joined: Indexes, free: NDArray[np.bool_]) -> Callable[[Floats], Floats]:
    """A pull to the middle or, for what no edge leads to from the fixed nodes, to a ring around them."""
    degree = np.bincount(joined.ravel(), minlength=len(places))
    # What nothing holds is drawn to the middle all the more, or the others would drive it out of the picture.
    inward = np.maximum(0.12, 1 / (1.0 + degree))[:, None]
    if free.all():
        return lambda now: -now * inward
    apart = ~_reached(joined, ~free)[:, None]
    ring = float(_length(places[~free]).max()) + SPACING
    return lambda now: np.where(apart, now * (ring / (_length(now)[:, None] + 1.0) - 1.0), -now * inward)


def _reached(joined: Indexes, start: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which nodes edges lead to from the start."""
    reached, count = start.copy(), -1
    while count < (found := int(reached.sum())):
        count = found
        near = reached[joined].any(axis=1)
        reached[joined[near].ravel()] = True
    return reached


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
    """Push boxes apart until none overlaps, or for at most 200 rounds (40 in a large graph)."""
    reach = float(2 * room[:, 0].max() + room[:, 1].max() + room[:, 2].max())
    for _ in range(200 if len(places) <= LARGE else 40):
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
