"""Statements -> events: each event with its roles, time, place and quantity, from asserted statements alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.events.clustering import Reason, cluster
from kg.events.naming import best_label, shortened
from kg.events.presence import implies
from kg.events.settling import EventName, Settled, slots_of
from kg.events.units import Key, Known, Unit, find_units
from kg.model import Entity, Event, Mention, MentionKind, Node, Role, Statement, Time, digest
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
    names = _named(groups, ontology)
    return {unit.key: names[leader[unit.key]] for unit in units}, reasons


def _named(groups: Mapping[Key, Sequence[Unit]], ontology: Ontology) -> dict[Key, EventName]:
    """The names of events by their first units, no two with one id."""
    found: dict[Key, EventName] = {}
    for digits in (HASH, 2 * HASH):
        ids = Counter(name.id for name in found.values())
        for first, group in groups.items():
            if first not in found or ids[found[first].id] > 1:
                found[first] = _name(group, first, ontology, digits=digits)
    return found


def _name(group: Sequence[Unit], first: Key, ontology: Ontology, *, digits: int) -> EventName:
    """The name of an event: the finest class told, its best noun phrase, and an id by what told it first."""
    cls = max((u.cls for u in group), key=lambda c: (_depth(c, ontology), c))
    kind = next(u.cls for u in group if u.key == first)
    nouns = [u.label for u in group if u.key[1] == "chain"]
    label = best_label(nouns) if nouns else ontology.classes[cls].label if cls in ontology.classes else cls
    node_id = f"kge:{slug(kind.rpartition(':')[2])}-{digest([kind, *first], digits)}"
    return EventName(node_id, cls, label, ontology.top_type(cls))


def _depth(cls: str, ontology: Ontology) -> int:
    return sum(ontology.is_a(cls, other) for other in ontology.classes)


def final_names(names: Mapping[Key, EventName], settled: Settled) -> dict[Key, EventName]:
    """The names with a label for each event that no noun phrase names: by its roles, or else by its first statement."""
    nouned = {name.id for key, name in names.items() if key[1] == "chain"}
    told, _ = _statements_by_event(settled.statements.values(), {name.id for name in names.values()})
    labels = {
        name.id: _label(name, settled.roles.get(name.id, set()), told.get(name.id, []))
        for name in names.values()
        if name.id not in nouned
    }
    return {key: replace(name, label=labels.get(name.id, name.label)) for key, name in names.items()}


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


def assemble_events(names: Mapping[Key, EventName], settled: Settled, extracts: Sequence[Extract]) -> list[Event]:
    """Return the events that some statement tells of or names, or that take part in another, sorted by id."""
    mentions = _mentions(names, extracts)
    by_id = {name.id: name for name in names.values() if name.type == "Event"}
    told, named = _statements_by_event(settled.statements.values(), set(by_id))
    found = []
    taking_part = {role.filler.id for roles in settled.roles.values() for role in roles} & by_id.keys()
    for event in sorted({*told, *named, *taking_part}):
        happened = [s for s in named.get(event, []) if s.asserted and implies(s, event)]
        bare = Event(
            id=event,
            cls=by_id[event].cls,
            label=by_id[event].label,
            statements=tuple(sorted({s.id for s in (*told.get(event, []), *named.get(event, []))})),
            mentions=tuple(sorted(set(mentions[event]))),
        )
        found.append(_happened(bare, told.get(event, []), happened, settled.roles.get(event, set())))
    return found


def _statements_by_event(
    statements: Iterable[Statement], events: set[str]
) -> tuple[dict[str, list[Statement]], dict[str, list[Statement]]]:
    """Event -> the statements that tell of it, and those that have it in a slot, in order of their first evidence."""
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    named: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: ([e.sort_key for e in s.evidence[:1]], s.id)):
        if statement.event in events and statement.event is not None:
            told[statement.event].append(statement)
        for node in slots_of(statement):
            if node.id in events:
                named[node.id].append(statement)
    return dict(told), dict(named)


def _happened(event: Event, told: Sequence[Statement], implied: Sequence[Statement], roles: set[Role]) -> Event:
    """The event with what asserted statements say of it: as it is where there is none."""
    sure = [s for s in told if s.asserted]
    if not sure and not implied:
        return event
    about = [s for s in implied if getattr(s.subject, "id", None) == event.id]
    places = [r.filler for r in sorted(roles) if r.role == "kgo:location"]
    places += [s.place for s in sure if s.place is not None]
    quantities = [s.quantity for s in sure if s.quantity is not None]
    return replace(
        event,
        asserted=True,
        roles=tuple(sorted(roles)),
        time=narrowest([s.time for s in (*sure, *about) if s.time is not None]),
        place=next(iter(places), None),
        quantity=next(iter(quantities), None),
    )


def _label(name: EventName, roles: set[Role], told: Sequence[Statement]) -> str:
    """The class and its first two roles ("deployment by North Korea"); a denied or planned event by its statement."""
    if not roles:
        return shortened(_told_label(told)) if told else name.label
    words = [name.label]
    for role, preposition in LABEL_ROLES:
        fillers = list(dict.fromkeys(r.filler.label for r in sorted(roles) if r.role == role))
        if fillers and len(words) < 3:
            words.append(f"{preposition} {_together(fillers)}")
    return shortened(" ".join(words))


def _told_label(told: Sequence[Statement]) -> str:
    """The label of the first statement, with all whom the like of it tell of: "donated computers to York and Hull"."""
    first = told[0]
    like = [s for s in told if (s.subject, s.relation, s.polarity) == (first.subject, first.relation, first.polarity)]
    ends = list(dict.fromkeys(s.object.label for s in like if isinstance(s.object, Node)))
    if len(ends) < 2 or not isinstance(first.object, Node) or not first.label.endswith(first.object.label):
        return first.label
    return first.label.removesuffix(first.object.label) + _together(ends)


def _together(labels: Sequence[str]) -> str:
    """One or two labels; of more the first and how many others there are."""
    return " and ".join(labels) if len(labels) < 3 else f"{labels[0]} and {len(labels) - 1} others"


def narrowest(times: Sequence[Time]) -> Time | None:
    """The time that says most: the shortest known interval, the earliest of equals."""
    if not times:
        return None
    return min(times, key=lambda t: (_days(t), t.earliest or date.max, t.value or "", t.timex or ""))


def _days(time: Time) -> int:
    if time.earliest is None or time.latest is None:
        return 10**6
    return (time.latest - time.earliest).days
