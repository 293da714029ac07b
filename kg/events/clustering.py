"""Units -> events: which tellings are of one and the same event, and why.

First the units of one document that are one, then the tellings of several.  Two tellings are one event when they agree
in enough by themselves and nothing that anybody tells of either event forbids it; those that agree best come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from kg.events.agreement import Telling, neighbours, points, points_needed
from kg.events.profiles import Profile, is_possible
from kg.events.units import Key, Unit
from kg.ontology import Ontology

ROUNDS = 3
"""Neighbours that have become one may make others one; real articles need two rounds."""

WINDOW = 20
"""Tellings with the same two traits compared with each, nearest in time first: not the square of the archive."""

TRAITS = 16
"""Participants and neighbours of one telling that are looked up; one that names more is a list, not an event."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two tellings are one event, in words."""

    one: Key
    other: Key
    shared: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Tellings that are one event."""

    tellings: list[Telling]
    profile: Profile = field(default_factory=Profile)
    first: Unit = field(init=False)

    def __post_init__(self) -> None:
        self.first = min((unit for telling in self.tellings for unit in telling.units), key=rank)
        self._note(self.tellings)

    def join(self, other: _Group) -> None:
        """Take in the tellings of another."""
        self.tellings += other.tellings
        self.first = min(self.first, other.first, key=rank)
        self._note(other.tellings)

    def _note(self, tellings: Sequence[Telling]) -> None:
        for telling in tellings:
            for unit in telling.units:
                self.profile.add(unit)


def cluster(units: Sequence[Unit], ontology: Ontology) -> tuple[dict[Key, Key], list[Reason]]:
    """Return for each unit the unit that its event is called after, and the reasons of all merges.

    That unit is the one told first: by the oldest article, undated ones last, so that a new article leaves ids as they
    were.
    """
    ordered = sorted(units, key=rank)
    leader = {unit.key: unit.key for unit in ordered}
    reasons: list[Reason] = []
    tellings: list[Telling] = []
    for _, of_document in groupby(sorted(ordered, key=lambda u: u.key), key=lambda u: u.key[0]):
        single = [Telling([unit]) for unit in of_document]
        groups = _merged(single, leader, reasons, ontology)
        tellings += [Telling(sorted((u for t in g.tellings for u in t.units), key=lambda u: u.key)) for g in groups]
    _merged(tellings, leader, reasons, ontology)
    return leader, reasons


def rank(unit: Unit) -> tuple[date, Key]:
    """The order in which units are told."""
    return unit.published or date.max, unit.key


def _merged(
    tellings: Sequence[Telling], leader: dict[Key, Key], reasons: list[Reason], ontology: Ontology
) -> list[_Group]:
    """The tellings as groups of one event each; `leader` and `reasons` are kept."""
    groups = {unit.key: group for t in tellings for group in [_Group([t])] for unit in t.units}
    tried = tellings
    for _ in range(ROUNDS):
        if not _merge_once(tried, groups, leader, reasons, ontology):
            break
        tried = [t for t in tellings if any(unit.neighbours for unit in t.units)]  # all that the last round can change
    seen: dict[int, _Group] = {id(groups[t.key]): groups[t.key] for t in tellings}
    return list(seen.values())


def _merge_once(
    tellings: Sequence[Telling],
    groups: dict[Key, _Group],
    leader: dict[Key, Key],
    reasons: list[Reason],
    ontology: Ontology,
) -> bool:
    found: list[tuple[int, Key, Key, tuple[str, ...]]] = []
    for one, other in _candidates(tellings, leader):
        if groups[one.key] is not groups[other.key] and is_possible(one.profile, other.profile, ontology):
            score, shared = points(one, other, leader)
            if score >= points_needed(one, other, ontology):
                found.append((-score, one.key, other.key, tuple(shared)))
    changed = False
    for _, one_key, other_key, agreed in sorted(found):
        group, other_group = groups[one_key], groups[other_key]
        if group is not other_group and is_possible(group.profile, other_group.profile, ontology):
            _join(group, other_group, groups, leader)
            reasons.append(Reason(one_key, other_key, agreed))
            changed = True
    return changed


def _join(group: _Group, other: _Group, groups: dict[Key, _Group], leader: dict[Key, Key]) -> None:
    if len(group.tellings) < len(other.tellings):
        group, other = other, group
    kept = group.first
    moved = [unit for telling in other.tellings for unit in telling.units]
    group.join(other)
    for unit in moved:
        groups[unit.key] = group
    if group.first is not kept:
        moved = [unit for telling in group.tellings for unit in telling.units]
    for unit in moved:
        leader[unit.key] = group.first.key


def _candidates(tellings: Sequence[Telling], leader: Mapping[Key, Key]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that share two traits, one of them a participant or neighbour: no pair with less has enough points."""
    blocks: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: (t.profile.earliest or t.published or date.max, t.key)):
        for pair in _pairs(telling, leader):
            blocks[pair].append(telling)
    seen: set[tuple[Key, Key]] = set()
    for block in sorted(blocks):
        members = blocks[block]
        for i, one in enumerate(members):
            for other in members[i + 1 : i + 1 + WINDOW]:
                first, second = (one, other) if one.key < other.key else (other, one)
                if (first.key, second.key) not in seen:
                    seen.add((first.key, second.key))
                    yield first, second


def _pairs(telling: Telling, leader: Mapping[Key, Key]) -> set[tuple[str, str]]:
    strong = [f"participant {actor}" for actor in sorted(telling.acting)][:TRAITS]
    strong += [f"{relation} {key}" for relation, key in sorted(neighbours(telling.units, leader))][:TRAITS]
    traits = {*strong}
    for unit in telling.units:
        traits |= {f"word {word}" for word in sorted(unit.wording.special)[:TRAITS]}
        traits |= {f"head {head}" for head in unit.wording.heads}
        traits |= {f"quantity {quantity}" for quantity in unit.quantities}
        traits |= {f"time {time.value}" for time in unit.times if time.value}
    return {(one, other) if one < other else (other, one) for one in strong for other in traits if one != other}
