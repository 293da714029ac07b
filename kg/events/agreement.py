"""How well two tellings agree: what speaks for one event, in points.

A telling is what one document says of one event.  What forbids that two are one is in `profiles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.events.profiles import Profile, are_all, are_lasting
from kg.events.units import AS, Count, Key, Unit
from kg.model import Time
from kg.ontology import Ontology

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

ACT, THING = 4, 2
"""Points for the same done by the same within both ("laid a wreath"), and for the same noun in a role of both.

The noun counts only beside two participants: a group may attack a village twice.
"""

KIND, STRANGERS = 8, 4
"""Points against two that are arranged: other words before the noun ("graduation ceremony"), nobody in common.

A town has many ceremonies in a day, but hardly two floods.
"""

ARRANGED = ("kgo:Ceremony", "kgo:Meeting", "kgo:Negotiation", "kgo:Trial", "kgo:Performance", "kgo:Competition",
            "kgo:Training", "kgo:Visit", "kgo:AgreementSigning", "kgo:Announcement", "kgo:AwardGiving", "kgo:Launch",
            "kgo:Broadcast", "kgo:Order", "kgo:Arrest", "kgo:Appointment", "kgo:Conviction")  # fmt: skip

ENOUGH = 8
UNSURE, FAR = 2, 6
"""More points needed where nobody says when or the tellings lie days apart, and where they lie a MONTH apart."""

SAME_DAYS = timedelta(days=3)
MONTH = timedelta(days=30)
SMALL = 10

SCENES = frozenset({"beside", "kgo:location"})


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
    enough = ENOUGH + (_against(one, other) if are_all(ARRANGED, one.profile, other.profile, ontology) else 0)
    lasting = are_lasting(one.profile, other.profile, ontology)
    if lasting or one.key[0] == other.key[0] or _same_times(one, other):
        return enough
    gap = _gap(one, other)
    if gap is not None and gap <= SAME_DAYS:
        return enough
    return enough + (UNSURE if gap is None or gap <= MONTH else FAR)


def _against(one: Telling, other: Telling) -> int:
    """Points more that two arranged events need: of another kind by their words, or of other people."""
    kinds, other_kinds = _wordings(one, "kinds"), _wordings(other, "kinds")
    people, others = _people(one), _people(other)
    differ = bool(kinds and other_kinds and not kinds & other_kinds)
    return KIND * differ + STRANGERS * bool(people and others and not people & others)


def _people(telling: Telling) -> set[str]:
    """Who takes part that is no place or country."""
    return telling.acting.keys() - {place for unit in telling.units for place in unit.around}


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
    found += [(ACT, f"both {actor} with {thing}") for actor, thing in sorted(_acts(one) & _acts(other))][:1]
    things = sorted(_nouns(one) & _nouns(other)) if len(found) > 1 else []
    found += [(THING, f"{role} {noun}") for role, noun in things][:1]
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


def _acts(telling: Telling) -> set[tuple[str, str]]:
    return {act for unit in telling.units for act in unit.acts}


def _nouns(telling: Telling) -> set[tuple[str, str]]:
    """The nouns of what fills roles."""
    things = ((role, t) for unit in telling.units for role, found in unit.things.items() for t in found)
    return {(role.removeprefix("kgo:"), head) for role, thing in things for head in thing.heads}


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
