"""How well two tellings agree: what speaks for one event, in points, and what forbids it.

A telling is what one document says of one event.  What forbids: kinds of which neither is the other's, times that
cannot meet, numbers, places or agents that differ, told as fact here and as plan, doubt or denial there, a sequel or an
anniversary against the event itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from kg.events.units import AS, Count, Key, Unit
from kg.model import Time
from kg.ontology import Ontology

T = TypeVar("T")

PARTICIPANT, PLACE, SCENE = 4, 3, 2
"""Points for a shared participant: anybody; a place or country; one that is only where it happened.

One is never enough: a president attends many ceremonies, and much happens in a country.
"""

TIME, QUANTITY, BESIDE, PART = 4, 4, 3, 6
"""Points for the same short time, the same number, an event told beside both, one that has the same part in both."""

HEAD, NEAR, FEW = 2, 2, 2
"""Points for the same noun or verb, for the same days, for a number that is small."""

WORD, MOST_WORDS = 2, 4
"""Points for a special word in common, and for all of them together."""

ENOUGH = 8
UNSURE, FAR = 2, 6
"""More points needed where nobody says when or the tellings lie days apart, and where they lie a MONTH apart."""

SAME_DAYS = timedelta(days=3)
MONTH = timedelta(days=30)
SMALL = 10

ANY_EVENT = "kgo:Event"
LASTING = ("kgo:Agreement", "kgo:Conflict")
LOOSE = frozenset({"beside", "named", "kgo:participant"})
"""Roles that say little of who does what; where both tellings name fillers of any other role, one must be the same."""
SCENES = frozenset({"beside", "kgo:location"})

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
        for time in unit.times:
            self.earliest = _later(self.earliest, time.earliest)
            self.latest = _sooner(self.latest, time.latest)
        if unit.actual:
            self.reported = _sooner(self.reported, unit.published)


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _sooner(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


# ---------------------------------------------------------------- what forbids


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
    )


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
    if one.named_in & other.named_in and not _are_lasting(one, other, ontology):
        return False  # coreference has told the noun phrases of a document apart; what lasts goes by many names
    return all(ontology.is_a(a, b) or ontology.is_a(b, a) for a in one.classes for b in other.classes)


def _are_lasting(one: Profile, other: Profile, ontology: Ontology) -> bool:
    """Whether both are agreements or both wars."""
    return any(all(ontology.is_a(cls, lasting) for cls in one.classes | other.classes) for lasting in LASTING)


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


# ---------------------------------------------------------------- what speaks for it


@dataclass(slots=True)
class Telling:
    """What one document says of one event: units that are one, in order of place."""

    units: list[Unit]
    key: Key = field(init=False)
    published: date | None = field(init=False)
    profile: Profile = field(default_factory=Profile)
    times: list[Time] = field(default_factory=list)
    acting: dict[str, set[str]] = field(default_factory=dict)
    """Who acts in it, with the persons through whom."""

    def __post_init__(self) -> None:
        self.key, self.published = self.units[0].key, self.units[0].published
        for unit in self.units:
            self.profile.add(unit)
            self.times += unit.times
            for actor, persons in unit.acting.items():
                self.acting.setdefault(actor, set()).update(persons)

    def is_scene(self, actor: str) -> bool:
        """Whether an actor is only where it happens, or stands beside it in a statement."""
        return all(actor not in fillers or role in SCENES for u in self.units for role, fillers in u.by_role.items())


def points_needed(one: Telling, other: Telling, ontology: Ontology) -> int:
    """How many points make two tellings one event."""
    lasting = _are_lasting(one.profile, other.profile, ontology)
    if lasting or one.key[0] == other.key[0] or _same_times(one, other):
        return ENOUGH
    gap = _gap(one, other)
    if gap is not None and gap <= SAME_DAYS:
        return ENOUGH
    return ENOUGH + (UNSURE if gap is None or gap <= MONTH else FAR)


def _gap(one: Telling, other: Telling) -> timedelta | None:
    """How far apart the tellings place the event; an article that says nothing of the time places it at its own day."""
    (start, end), (other_start, other_end) = _when(one), _when(other)
    if not start or not end or not other_start or not other_end:
        return None
    return max(other_start - end, start - other_end, timedelta(0))


def _are_near(one: Telling, other: Telling) -> bool:
    """Whether the articles, or the times that they name, are of the same days."""
    if one.published and other.published and abs(one.published - other.published) <= SAME_DAYS:
        return True
    gap = _gap(one, other)
    return gap is not None and gap <= SAME_DAYS and all(_is_brief(*_when(telling)) for telling in (one, other))


def _is_brief(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end - start <= SAME_DAYS


def _when(telling: Telling) -> tuple[date | None, date | None]:
    earliest, latest = telling.profile.earliest, telling.profile.latest
    if earliest and latest:
        return earliest, latest
    return earliest or latest or telling.published, latest or earliest or telling.published


def points(one: Telling, other: Telling, leader: Mapping[Key, Key]) -> tuple[int, list[str]]:
    """What speaks for one event, in points and in words.

    No points where nobody and nothing named is shared, or where one statement names both: "was paid for the delay".
    """
    if _are_told_together(one, other):
        return 0, []
    found = _shared_participants(one, other)
    found += _beside(one, other, leader)
    if not found:
        return 0, []
    if _same_times(one, other):
        found.append((TIME, "time"))
    found += [
        (QUANTITY if q[0] >= SMALL else FEW, f"quantity {q[1]}{q[0]:g} {q[2]}".rstrip()) for q in _counts(one, other)
    ]
    words = sorted(_wordings(one, "special") & _wordings(other, "special"))
    if words:
        found.append((min(WORD * len(words), MOST_WORDS), f"words {', '.join(words)}"))
    heads = sorted(_wordings(one, "heads") & _wordings(other, "heads"))
    if heads:
        found.append((HEAD, f"called {', '.join(heads)}"))
    if one.key[0] != other.key[0] and _are_near(one, other):
        found.append((NEAR, "in the same days"))
    return sum(p for p, _ in found), [reason for _, reason in found]


def _are_told_together(one: Telling, other: Telling) -> bool:
    """Whether one statement tells of the one event by its verb and names the other by a noun: they are two."""
    verbs = {u.key: u for u in (*one.units, *other.units) if u.key[1] == "verb"}
    keys = {u.key for u in one.units}, {u.key for u in other.units}
    return any(
        (key in keys[0]) is (near in keys[1]) and near in keys[0] | keys[1] and near != key
        for key, unit in verbs.items()
        for _, near in unit.neighbours
    )


def _shared_participants(one: Telling, other: Telling) -> list[tuple[int, str]]:
    """Participants of both; a country also where a person who holds its office stands for it in one of them."""
    named = _named(one) & _named(other)
    acting, others = one.acting, other.acting
    for actor in sorted(acting.keys() & others.keys() - named):
        if not (acting[actor] | others[actor]) & named:
            named.add(actor)
    places = {place for unit in (*one.units, *other.units) for place in unit.around}
    return [(_participant_points(actor, places, one, other), f"participant {actor}") for actor in sorted(named)]


def _participant_points(actor: str, places: Set[str], one: Telling, other: Telling) -> int:
    if actor not in places:
        return PARTICIPANT
    return SCENE if one.is_scene(actor) or other.is_scene(actor) else PLACE


def _named(telling: Telling) -> set[str]:
    return {entity for unit in telling.units for entity in unit.named}


def _beside(one: Telling, other: Telling, leader: Mapping[Key, Key]) -> list[tuple[int, str]]:
    """Events that stand beside both by the same relation, each counted once."""
    best: dict[Key, tuple[int, str]] = {}
    for relation, key in sorted(neighbours(one.units, leader) & neighbours(other.units, leader)):
        found = (PART if relation.startswith(AS) else BESIDE, f"both {relation} with {key[0]}:{key[2]}")
        best[key] = max(found, best.get(key, found))
    return [best[key] for key in sorted(best)]


def neighbours(units: Iterable[Unit], leader: Mapping[Key, Key]) -> set[tuple[str, Key]]:
    """The events that statements join with units, by relation."""
    return {(relation, leader[key]) for unit in units for relation, key in unit.neighbours}


def _same_times(one: Telling, other: Telling) -> list[str]:
    """Times of at most a month that both say."""
    values = {t.value for t in one.times if t.value and _is_short(t)} & {t.value for t in other.times}
    return sorted(v for v in values if v is not None)


def _is_short(time: Time) -> bool:
    return time.earliest is not None and time.latest is not None and time.latest - time.earliest <= MONTH + timedelta(1)


def _counts(one: Telling, other: Telling) -> list[Count]:
    return sorted({q for u in one.units for q in u.quantities} & {q for u in other.units for q in u.quantities})


def _wordings(telling: Telling, kind: str) -> set[str]:
    return {word for unit in telling.units for word in getattr(unit.wording, kind)}
