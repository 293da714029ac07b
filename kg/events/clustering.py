"""Units -> events: which tellings are of one and the same event, and why.

Two units are one event when nothing contradicts it and enough agrees.  Contradictions: classes of which neither is the
other's, times that cannot meet, one told as fact and the other only as plan or doubt, different places.  Agreements:
named participants, the time, the place, words of the names, events beside them that are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.events.units import Key, Unit
from kg.model import Time
from kg.ontology import Ontology

ENOUGH = 2
"""Things that must agree.  One shared participant is no evidence: a president attends many ceremonies."""

ROUNDS = 3
"""Neighbours that have become one may make others one; real articles need two rounds."""

ANY_EVENT = "kgo:Event"

LASTING = ("kgo:Agreement", "kgo:Conflict")

SINGLE_PLACE = ("kgo:location", "kgo:destination")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two units are one event, in words; printed by `kg explain`."""

    one: Key
    other: Key
    shared: tuple[str, ...]


def cluster(units: Sequence[Unit], ontology: Ontology) -> tuple[dict[Key, Key], list[Reason]]:
    """Return for each unit the first unit of its event, and the reasons of all merges."""
    leader = {unit.key: unit.key for unit in units}
    members = {unit.key: [unit] for unit in units}
    reasons: list[Reason] = []
    for _ in range(ROUNDS):
        merged = False
        for one, other in _candidates(units, leader):
            first, second = sorted((leader[one.key], leader[other.key]))
            if first == second or not _compatible(members[first], members[second], ontology):
                continue
            shared = _shared(members[first], members[second], leader)
            if len(shared) >= ENOUGH:
                reasons.append(Reason(first, second, tuple(shared)))
                members[first] += members.pop(second)
                for unit in members[first]:
                    leader[unit.key] = first
                merged = True
        if not merged:
            break
    return leader, reasons


def _candidates(units: Sequence[Unit], leader: Mapping[Key, Key]) -> Iterator[tuple[Unit, Unit]]:
    """Pairs that share a participant, or a neighbour by the same relation: blocking keeps it from being all pairs."""
    blocks: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        for participant in sorted(unit.acting):
            blocks["participant", participant].append(unit)
        for relation, key in sorted(unit.neighbours):
            blocks["neighbour", f"{relation} {leader[key]}"].append(unit)
    seen: set[tuple[Key, Key]] = set()
    for block in sorted(blocks):
        members = blocks[block]
        for i, one in enumerate(members):
            for other in members[i + 1 : i + 1 + WINDOW]:
                pair = (min(one.key, other.key), max(one.key, other.key))
                if one.key != other.key and pair not in seen:
                    seen.add(pair)
                    yield one, other


WINDOW = 200
"""Units of one participant compared with each: a name in every article must not cost the square of the archive."""


def _compatible(one: Sequence[Unit], other: Sequence[Unit], ontology: Ontology) -> bool:
    return all(_units_agree(a, b, ontology) for a in one for b in other)


def _units_agree(a: Unit, b: Unit, ontology: Ontology) -> bool:
    if not _same_kind(a, b, ontology) or a.actual is not b.actual:
        return False
    if a.quantities and b.quantities and not a.quantities & b.quantities:
        return False
    for role in SINGLE_PLACE:
        if a.by_role.get(role) and b.by_role.get(role) and not a.by_role[role] & b.by_role[role]:
            return False
    agents_a, agents_b = a.by_role.get("kgo:agent"), b.by_role.get("kgo:agent")
    if agents_a and agents_b and not agents_a & agents_b:
        return False
    return all(_meet(s, t) for s in a.times for t in b.times)


def _same_kind(a: Unit, b: Unit, ontology: Ontology) -> bool:
    """One class above the other, and neither the class of all events: "the event" alone says nothing of its kind."""
    if a.key[0] == b.key[0] and a.key[1] == b.key[1] == "chain" and not _is_lasting(a, b, ontology):
        return False
    if ANY_EVENT in (a.cls, b.cls) and a.key[0] != b.key[0]:
        return False
    return ontology.is_a(a.cls, b.cls) or ontology.is_a(b.cls, a.cls)


def _is_lasting(a: Unit, b: Unit, ontology: Ontology) -> bool:
    """Whether both are agreements or both wars.

    Within a document coreference has told noun phrases apart; only what lasts and goes by many names is tried again.
    """
    return any(ontology.is_a(a.cls, cls) and ontology.is_a(b.cls, cls) for cls in LASTING)


def _meet(s: Time, t: Time) -> bool:
    if s.earliest and t.latest and s.earliest > t.latest:
        return False
    return not (t.earliest and s.latest and t.earliest > s.latest)


def _shared(one: Sequence[Unit], other: Sequence[Unit], leader: Mapping[Key, Key]) -> list[str]:
    """What agrees, in words."""
    shared = [f"participant {entity}" for entity in _shared_participants(one, other)]
    if any(_same_time(s, t) for a in one for s in a.times for b in other for t in b.times):
        shared.append("time")
    words = sorted(_union(u.words for u in one) & _union(u.words for u in other))
    if words:
        shared.append(f"words {', '.join(words)}")
    beside = _beside(one, leader) & _beside(other, leader)
    shared += [f"both {relation} with {key[0]}:{key[2]}" for relation, key in sorted(beside)]
    quantities = sorted(_union(u.quantities for u in one) & _union(u.quantities for u in other))
    return shared + [f"quantity {q}" for q in quantities]


def _shared_participants(one: Sequence[Unit], other: Sequence[Unit]) -> list[str]:
    """Participants of both; a country also where a person who holds its office stands for it in one of them."""
    named = _union(u.named for u in one) & _union(u.named for u in other)
    acting = _acting(one).keys() & _acting(other).keys()
    for country in sorted(acting - named):
        persons = _acting(one)[country] | _acting(other)[country]
        if not persons & named:
            named.add(country)
    return sorted(named)


def _acting(units: Sequence[Unit]) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for unit in units:
        for actor, persons in unit.acting.items():
            table.setdefault(actor, set()).update(persons)
    return table


def _union(sets: Iterator[set[str]] | Iterator[frozenset[str]]) -> set[str]:
    found: set[str] = set()
    for each in sets:
        found |= each
    return found


def _beside(units: Sequence[Unit], leader: Mapping[Key, Key]) -> set[tuple[str, Key]]:
    return {(relation, leader[key]) for unit in units for relation, key in unit.neighbours}


def _same_time(s: Time, t: Time) -> bool:
    return s.value is not None and s.value == t.value
