"""Slots -> a frame of the ontology with its roles filled, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.ontology import Frame, Ontology
from kg.statements.slots import Accepts, Filled, Slots

POSSESSOR = "possessor"
"""The slot of a possessor that undergoes what a noun tells ("her arrest"): it is no agent besides."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame and the fillers of its roles; only roles that are filled are listed."""

    frame: Frame
    roles: Mapping[str, tuple[Filled, ...]]

    def edges(self) -> list[tuple[str, str, str]]:
        """The direct edges (role, property, role) whose two ends are filled."""
        return [edge for edge in self.frame.edges if edge[0] in self.roles and edge[2] in self.roles]


class Frames:
    """The frames of an ontology by the words that bring them up."""

    def __init__(self, ontology: Ontology) -> None:
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        for frame in ontology.frames:
            for verb in frame.verbs:
                self._verbs.setdefault(verb.lower(), []).append(frame)
            for noun in frame.nouns:
                self._nouns.setdefault(noun.lower(), []).append(frame)

    def match_verb(self, slots: Slots, accepts: Accepts) -> Match | None:
        """The first frame, of the most specific key, whose required roles are filled by the right classes."""
        return _first(self._verbs, slots, accepts, verb=True)

    def match_noun(self, slots: Slots, accepts: Accepts) -> Match | None:
        """The same for a noun."""
        return _first(self._nouns, slots, accepts, verb=False)

    def of_verb(self, *keys: str) -> list[Frame]:
        """The frames that one of these verbs may bring up, whatever its slots."""
        return [frame for key in keys for frame in self._verbs.get(key, ())]

    def nominal(self, *words: str) -> Frame | None:
        """A frame that one of these nouns may bring up, whatever its slots."""
        return next((frame for word in words for frame in self._nouns.get(word, ())), None)


def is_told_by(edges: Iterable[tuple[int, int]], subject: Filled, target: Filled | None, slots: Slots) -> bool:
    """Whether a passive says only what an edge of its frame does: "was sentenced" beside "sentenced to a fine"."""
    if target is None or target in slots.of("complement"):
        return any(one == subject.head for one, _ in edges)
    return any({*edge} == {subject.head, target.head} for edge in edges)


def has_slot(frame: Frame, slot: str) -> bool:
    """Whether some role of a frame is filled by a slot, as "object" or "subject"."""
    return any(slot in slots for slots in frame.roles.values())


def _first(table: Mapping[str, list[Frame]], slots: Slots, accepts: Accepts, *, verb: bool) -> Match | None:
    for key in slots.keys:
        given = slots.with_light() if " + " in key else slots
        alone = verb and " + " not in key
        found = [m for f in table.get(key, ()) if (m := _match(f, given, accepts, verb=alone)) is not None]
        if found:
            return max(found, key=lambda m: (len(m.edges()), len(m.frame.require), len(m.roles)))
    return None


def _match(frame: Frame, slots: Slots, accepts: Accepts, *, verb: bool) -> Match | None:
    if any(accepts(f.head, classes) for slot, classes in frame.refuse.items() for f in slots.of(slot)):
        return None
    if frame.needs and not any(slots.has(slot) for slot in frame.needs):
        return None
    roles: dict[str, tuple[Filled, ...]] = {}
    taken: set[int] = set()
    for role in sorted(frame.roles, key=lambda role: POSSESSOR not in frame.roles[role]):
        required = frame.require.get(role, ())
        fillers = _fillers(frame.roles[role], required, slots, accepts, taken)
        if fillers:
            roles[role] = fillers
            taken |= {f.head for f in fillers}
        elif required:
            return None
    if verb and slots.of("object") and not any(f.head in taken for f in slots.of("object")):
        return None  # "demonstrated a phone" is no protest: an object that fills no role tells another sense
    return Match(frame, {role: roles[role] for role in frame.roles if role in roles})


def _fillers(
    candidates: tuple[str, ...], required: tuple[str, ...], slots: Slots, accepts: Accepts, taken: set[int]
) -> tuple[Filled, ...]:
    for slot in candidates:
        free = [f for f in slots.of(slot) if f.head not in taken]
        found = tuple(f for f in free if not required or accepts(f.head, required))
        if found and (found[0] == free[0] or 2 * len(found) >= len(free)):
            return found  # of what is coordinated the first, or most, tell the sense
    return ()
