"""Statements -> events: each event with its roles, time, place and quantity, from asserted statements alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.events.clustering import Reason, cluster
from kg.events.settling import EventName, Settled, slots_of
from kg.events.units import Key, Known, Unit, find_units
from kg.model import Entity, Event, Mention, MentionKind, Quantity, Role, Statement, Time, digest
from kg.ontology import Ontology
from kg.statements.draft import Extract
from kg.statements.wording import slug

HASH = 6
LABEL_ROLES = (("kgo:agent", "by"), ("kgo:patient", "of"), ("kgo:destination", "to"), ("kgo:location", "in"))


def resolve_events(
    extracts: Sequence[Extract], known: Known, ontology: Ontology
) -> tuple[dict[Key, EventName], list[Reason]]:
    """Return the event of each unit of all documents, and why units were taken for one."""
    units = find_units(extracts, known, ontology)
    leader, reasons = cluster(units, ontology)
    groups: defaultdict[Key, list[Unit]] = defaultdict(list)
    for unit in units:
        groups[leader[unit.key]].append(unit)
    names = {first: _name(group, ontology) for first, group in groups.items()}
    return {unit.key: names[leader[unit.key]] for unit in units}, reasons


def _name(group: Sequence[Unit], ontology: Ontology) -> EventName:
    """The name of an event: the finest class told, and the first noun phrase that names it."""
    cls = max((u.cls for u in group), key=lambda c: (_depth(c, ontology), c))
    first = min(u.key for u in group)
    nouns = [u.label for u in group if u.key[1] == "chain"]
    label = _without_possessor(nouns[0]) if nouns else ontology.classes[cls].label if cls in ontology.classes else cls
    kind = ontology.top_type(cls)
    return EventName(f"kge:{slug(cls.rpartition(':')[2])}-{digest([cls, *first], HASH)}", cls, label, kind)


POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def _without_possessor(label: str) -> str:
    """A label that stands alone: "their treaty" says nothing outside its sentence."""
    first, _, rest = label.partition(" ")
    return rest if first.lower() in POSSESSIVES and rest else label


def _depth(cls: str, ontology: Ontology) -> int:
    return sum(ontology.is_a(cls, other) for other in ontology.classes)


def _mentions(names: Mapping[Key, EventName], extracts: Sequence[Extract]) -> defaultdict[str, list[Mention]]:
    """Event -> the noun phrases that name it."""
    chains = {(e.document.id, "chain", c.number): c for e in extracts for c in e.chains}
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for key, name in names.items():
        if key in chains:
            mentions[name.id].extend(chains[key].mentions)
    return mentions


def assemble_agreements(names: Mapping[Key, EventName], extracts: Sequence[Extract]) -> list[Entity]:
    """Return the agreements that units were: told apart and joined as events are, but entities themselves."""
    mentions = _mentions(names, extracts)
    found = {name.id: name for name in names.values() if name.type != "Event"}
    return [
        Entity(
            i,
            found[i].type,
            found[i].cls,
            found[i].label,
            _aliases(found[i], mentions[i]),
            mentions=tuple(sorted(set(mentions[i]))),
        )
        for i in sorted(found)
    ]


def _aliases(name: EventName, mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(
        sorted({" ".join(m.anchor.text.split()) for m in mentions if m.kind is not MentionKind.PRONOUN} - {name.label})
    )


def assemble_events(
    names: Mapping[Key, EventName], settled: Settled, extracts: Sequence[Extract], ontology: Ontology
) -> list[Event]:
    """Return the events that some statement tells of or names, sorted by id."""
    mentions = _mentions(names, extracts)
    by_id = {name.id: name for name in names.values() if name.type == "Event"}
    told, named = _statements_by_event(settled.statements.values(), set(by_id))
    found = [
        _event(
            by_id[event],
            told.get(event, []),
            named.get(event, []),
            settled.roles.get(event, set()),
            mentions[event],
            ontology,
        )
        for event in sorted({*told, *named})
    ]
    return found


def _statements_by_event(
    statements: Iterable[Statement], events: set[str]
) -> tuple[dict[str, list[Statement]], dict[str, list[Statement]]]:
    """Event -> the statements that tell of it, and those that have it in a slot."""
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    named: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.event in events and statement.event is not None:
            told[statement.event].append(statement)
        for node in slots_of(statement):
            if node.id in events:
                named[node.id].append(statement)
    return dict(told), dict(named)


def _event(
    name: EventName,
    told: Sequence[Statement],
    named: Sequence[Statement],
    roles: set[Role],
    mentions: Sequence[Mention],
    ontology: Ontology,
) -> Event:
    sure = [s for s in told if s.asserted]
    about = [s for s in named if s.asserted and getattr(s.subject, "id", None) == name.id]
    asserted = bool(sure) or any(s.asserted for s in named)
    place = next((r.filler for r in sorted(roles) if r.role == "kgo:location"), None)
    place = place or next((s.place for s in sure if s.place is not None), None)
    return Event(
        id=name.id,
        cls=name.cls,
        label=name.label if mentions else _label(name, roles, told),
        asserted=asserted,
        roles=tuple(sorted(roles)) if asserted else (),
        time=narrowest([s.time for s in (*sure, *about) if s.time is not None]) if asserted else None,
        place=place if asserted else None,
        quantity=_quantity(sure) if asserted else None,
        statements=tuple(sorted({s.id for s in (*told, *named)})),
        mentions=tuple(sorted(set(mentions))),
    )


def _label(name: EventName, roles: set[Role], told: Sequence[Statement]) -> str:
    """ "deployment by North Korea": the class and its first two roles; a denied or planned event by its statement."""
    if not roles:
        return told[0].label if told else name.label
    words = [name.label]
    for role, preposition in LABEL_ROLES:
        filler = next((r.filler for r in sorted(roles) if r.role == role), None)
        if filler is not None and len(words) < 3:
            words.append(f"{preposition} {filler.label}")
    return " ".join(words)


def narrowest(times: Sequence[Time]) -> Time | None:
    """The time that says most: the shortest known interval, the earliest of equals."""
    if not times:
        return None
    return min(times, key=lambda t: (_days(t), t.earliest or date.max, t.value or "", t.timex or ""))


def _days(time: Time) -> int:
    if time.earliest is None or time.latest is None:
        return 10**6
    return (time.latest - time.earliest).days


def _quantity(statements: Sequence[Statement]) -> Quantity | None:
    found = [s.quantity for s in statements if s.quantity is not None]
    return found[0] if found else None
