"""Where nodes would stand if no edge pulled at them: by the hash of their ids, those around the opening part by their
neighbours' homes.  Nothing else enters, so that a home outlasts new documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

Place: TypeAlias = tuple[float, float]

ROUNDS, FOLLOWING = 8, 4.0
"""How often a node's direction is drawn to its neighbours', and with how many neighbours half of it stays its own."""
MOAT = 1.2
"""How much larger than the opening part's disc the hole of the ring around it is."""
KIN = 60.0
"""Pixels between nodes of a small part that no edge joins to the opening one."""

Neighbours: TypeAlias = Mapping[str, AbstractSet[str]]


@dataclass(frozen=True, slots=True)
class Ring:
    """Room around the opening part's disc: radii of the disc and of the whole, in pixels."""

    inner: float
    outer: float

    def place(self, towards: Place, share: float) -> Place:
        """The point in that direction within which `share` of the ring's room lies."""
        across, down = towards
        length = (across * across + down * down) ** 0.5 or 1.0
        hole = self.inner * self.inner * MOAT
        radius: float = (hole + share * max(0.0, self.outer * self.outer - hole)) ** 0.5
        return across / length * radius, down / length * radius


def hashed_place(node_id: str, radius: float) -> Place:
    """A point of the square of half-width `radius` that is a function of the id alone."""
    across, down, _ = _fractions(node_id)
    return (2 * across - 1) * radius, (2 * down - 1) * radius


def _fractions(node_id: str) -> tuple[float, float, float]:
    """Three numbers from 0 to 1 by the id's hash."""
    code = hashlib.sha256(node_id.encode("utf-8", "surrogatepass")).digest()
    across, down, share = (int.from_bytes(code[at : at + 4], "big") / 2**32 for at in (0, 4, 8))
    return across, down, share


def in_disc(place: Place) -> Place:
    """A point of a square moved straight towards the middle, so that the square becomes its inner disc."""
    across, down = place
    length = (across * across + down * down) ** 0.5 or 1.0
    part = max(abs(across), abs(down)) / length
    return across * part, down * part


def outer_homes(ids: Sequence[str], neighbours: Neighbours, homes: Mapping[str, Place], ring: Ring) -> dict[str, Place]:
    """Homes of the nodes that have none: on the side of their neighbours', farther out the more edges lie between.

    Parts that no edge joins to the others stand together, outermost.
    """
    ways = _ways(ids, neighbours)
    outside = len(ids) - len(homes)
    found: dict[str, Place] = {}
    for layer in _layers(neighbours, homes):
        done = len(found)
        found |= {n: ring.place(ways[n], (done + _fractions(n)[2] * len(layer)) / outside) for n in layer}
    done = len(found)
    for part in _parts([n for n in ids if n not in homes and n not in found], neighbours):
        first = part[0]
        middle = ring.place(hashed_place(first, 1.0), (done + _fractions(first)[2] * (outside - done)) / outside)
        spread = KIN * (len(part) - 1) ** 0.5
        found |= {n: _moved(middle, hashed_place(n, spread)) for n in part}
    return found


def _ways(ids: Sequence[str], neighbours: Neighbours) -> dict[str, Place]:
    """The direction of each node from the middle: its own hash's, drawn again and again to its neighbours'.

    Each round is a mean, so that communities come to lie on one side and a new edge moves little; the more neighbours a
    node has, the more it keeps to its own.  Which nodes a page opens with does not enter.
    """
    index = {n: i for i, n in enumerate(ids)}
    own = np.array([in_disc(hashed_place(n, 1.0)) for n in ids])
    pairs = np.array([(index[n], index[m]) for n in ids for m in sorted(neighbours[n])], dtype=np.int64).reshape(-1, 2)
    degree = np.bincount(pairs[:, 0], minlength=len(ids))[:, None]
    keeps = np.where(degree > 0, degree / (degree + FOLLOWING), 1.0)
    now = own
    for _ in range(ROUNDS):
        near = [np.bincount(pairs[:, 0], now[pairs[:, 1], axis], len(ids)) for axis in (0, 1)]
        now = keeps * own + (1 - keeps) * np.stack(near, axis=1) / np.maximum(degree, 1)
    return {n: (float(now[i, 0]), float(now[i, 1])) for n, i in index.items()}


def _layers(neighbours: Neighbours, start: Mapping[str, Place]) -> Iterator[list[str]]:
    """Nodes one edge away from the start, then those two edges away, and so on; each sorted."""
    known, layer = set(start), list(start)
    while layer := sorted({near for n in layer for near in neighbours[n]} - known):
        known |= set(layer)
        yield layer


def _moved(place: Place, by: Place) -> Place:
    return place[0] + by[0], place[1] + by[1]


def _parts(ids: Sequence[str], neighbours: Neighbours) -> Iterator[list[str]]:
    """Parts that hang together, each from its first node on."""
    seen: set[str] = set()
    for first in ids:
        if first in seen:
            continue
        seen.add(first)
        part = [first]
        for n in part:
            new = sorted(neighbours[n] - seen)
            seen.update(new)
            part.extend(new)
        yield part
