"""What forbids that two tellings are of one event.

Kinds of which neither is the other's, times that cannot meet, numbers, places, agents or things that differ, told as
fact here and as plan, doubt or denial there, a sequel or an anniversary against the event itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from kg.events.things import Thing, may_be_one
from kg.events.units import AIM, Count, Unit
from kg.ontology import Ontology

T = TypeVar("T")

MUTUAL = ("kgo:Meeting",)
SIDES = ("kgo:agent", "kgo:participant")
"""Events of which a verb names all who are in it: who met one person has not therein met another."""

ANY_EVENT = "kgo:Event"
LASTING = ("kgo:Agreement", "kgo:Conflict")
LOOSE = frozenset({"beside", "named", "kgo:participant", AIM})
"""Roles that say little of who does what; where both tellings name fillers of any other role, one must be the same."""

APPROXIMATE = 0.2
"""How far "about 600" may be from 600."""


@dataclass(slots=True)
class Profile:
    """What the units of one or more tellings say, each thing once: compared in place of all pairs of units."""

    classes: set[str] = field(default_factory=set)
    standings: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    named_in: set[str] = field(default_factory=set)
    """Documents in which a noun phrase names it."""
    quantities: set[frozenset[Count]] = field(default_factory=set)
    numbers: set[frozenset[float]] = field(default_factory=set)
    markers: set[frozenset[str]] = field(default_factory=set)
    roles: dict[str, set[tuple[frozenset[str], frozenset[str]]]] = field(default_factory=dict)
    """Role -> named fillers, with the places around them."""
    things: dict[str, set[frozenset[Thing]]] = field(default_factory=dict)
    """Role -> what fills it in common nouns, told together."""
    sides: set[frozenset[str]] = field(default_factory=set)
    """Who meets, as verbs tell."""
    earliest: date | None = None
    latest: date | None = None
    reported: date | None = None
    """The day of the first article that tells it as having happened."""

    def add(self, unit: Unit) -> None:
        """Take in one unit."""
        self.classes.add(unit.cls)
        self.standings.add(unit.standing)
        self.documents.add(unit.key[0])
        if unit.key[1] == "chain":
            self.named_in.add(unit.key[0])
            self.markers.add(unit.wording.markers)
        self.quantities |= {frozenset(unit.quantities)} - {frozenset()}
        self.numbers |= {unit.wording.numbers} - {frozenset()}
        for role, fillers in unit.by_role.items():
            if role not in LOOSE:
                around = frozenset(place for filler in fillers for place in unit.around.get(filler, ()))
                self.roles.setdefault(role, set()).add((frozenset(fillers), around))
        for role, things in unit.things.items():
            self.things.setdefault(role, set()).add(frozenset(things))
        if unit.key[1] == "verb":
            met = frozenset(actor for role in SIDES for actor in unit.by_role.get(role, ()))
            self.sides |= {met} - {frozenset()}
        for time in unit.times:
            self.earliest = _later(self.earliest, time.earliest)
            self.latest = _sooner(self.latest, time.latest)
        if unit.actual:
            self.reported = _sooner(self.reported, unit.published)


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _sooner(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def is_possible(one: Profile, other: Profile, ontology: Ontology) -> bool:
    """Whether nothing that the two say contradicts that they are one event."""
    return (
        one.standings == other.standings
        and _may_meet(one, other)
        and _are_same_kind(one, other, ontology)
        and _all_pairs(one.markers, other.markers, lambda a, b: a == b)
        and _all_pairs(one.numbers, other.numbers, lambda a, b: bool(a & b))
        and _all_pairs(one.quantities, other.quantities, _may_count_the_same)
        and all(
            _all_pairs(one.roles[r], other.roles[r], _may_play_the_same) for r in one.roles.keys() & other.roles.keys()
        )
        and _may_be_of_the_same(one, other, ontology)
        and (not are_all(MUTUAL, one, other, ontology) or _all_pairs(one.sides, other.sides, _are_nested))
    )


def _may_be_of_the_same(one: Profile, other: Profile, ontology: Ontology) -> bool:
    """Whether in each role some thing of one may be some thing of the other."""
    return all(
        any(may_be_one(a, b, ontology) for a in these for b in those)
        for role in one.things.keys() & other.things.keys()
        for these in one.things[role]
        for those in other.things[role]
    )


def _are_nested(one: Set[str], other: Set[str]) -> bool:
    return one <= other or other <= one


def _may_play_the_same(one: tuple[Set[str], Set[str]], other: tuple[Set[str], Set[str]]) -> bool:
    """Whether one filler is of both, or a place of one lies in a place of the other."""
    return bool(one[0] & other[0] or one[0] & other[1] or one[1] & other[0])


def _all_pairs(one: Iterable[T], other: Iterable[T], holds: Callable[[T, T], bool]) -> bool:
    return all(holds(a, b) for a in one for b in other)


def _may_meet(one: Profile, other: Profile) -> bool:
    """Whether the times may be the same; what an article reports as having happened is not of a later day."""
    ends = [(one.earliest, other.latest), (other.earliest, one.latest)]
    tomorrow = timedelta(days=1)  # articles of one night carry two dates
    ends += [(a.earliest, b.reported + tomorrow) for a, b in ((one, other), (other, one)) if b.reported]
    return not any(start and end and start > end for start, end in ends)


def _are_same_kind(one: Profile, other: Profile, ontology: Ontology) -> bool:
    """One class above the other, and across documents not that of all events: "the event" says nothing of its kind."""
    across = one.documents != other.documents or len(one.documents) > 1
    if across and ANY_EVENT in one.classes | other.classes:
        return False
    if one.named_in & other.named_in and not are_lasting(one, other, ontology):
        return False  # coreference has told the noun phrases of a document apart; what lasts goes by many names
    return all(ontology.is_a(a, b) or ontology.is_a(b, a) for a in one.classes for b in other.classes)


def are_lasting(one: Profile, other: Profile, ontology: Ontology) -> bool:
    """Whether both are agreements or both wars."""
    return any(are_all((lasting,), one, other, ontology) for lasting in LASTING)


def are_all(kinds: tuple[str, ...], one: Profile, other: Profile, ontology: Ontology) -> bool:
    """Whether all that either is told to be is one of these classes."""
    return all(any(ontology.is_a(cls, kind) for kind in kinds) for cls in one.classes | other.classes)


def _may_count_the_same(one: Set[Count], other: Set[Count]) -> bool:
    return any(_overlap(_bounds(a), _bounds(b)) for a in one for b in other)


def _bounds(count: Count) -> tuple[float, float]:
    value, comparator, _ = count
    match comparator:
        case "~":
            return value * (1 - APPROXIMATE), value * (1 + APPROXIMATE)
        case ">" | ">=":
            return value, float("inf")
        case "<" | "<=":
            return 0.0, value
        case _:
            return value, value


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
