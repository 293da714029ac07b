"""A graph less one document: what rested on it alone goes, what others tell too stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from kg.graph.references import node_ids, statement_ids
from kg.model import Document, Entity, Event, Mention, Statement

Parts: TypeAlias = tuple[dict[str, Document], dict[str, Entity], dict[str, Statement], dict[str, Event]]


def without_document(
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
    statements: Mapping[str, Statement],
    events: Mapping[str, Event],
    document: str,
) -> Parts:
    """Return the four mappings without `document`, its evidence and what no other evidence carries."""
    told = _told_elsewhere(statements, document)
    used = {identifier for statement in told.values() for identifier in node_ids(statement)}
    left_events = {}
    for key, event in events.items():
        left = _event_without(event, told, document)
        if left.statements or key in used:
            left_events[key] = left
    told = {key: replace(s, event=s.event if s.event in left_events else None) for key, s in told.items()}
    left_documents = {key: value for key, value in documents.items() if key != document}
    return left_documents, _entities_without(entities, told, left_events, document), told, left_events


def _told_elsewhere(statements: Mapping[str, Statement], document: str) -> dict[str, Statement]:
    """Statements that keep evidence, or never had any (gazetteer facts), and whose premises and parts stand."""
    told = {}
    for key, statement in statements.items():
        evidence = tuple(e for e in statement.evidence if e.document != document)
        if evidence or not statement.evidence:
            told[key] = replace(statement, evidence=evidence)
    while fallen := [key for key, s in told.items() if not all(ref in told for ref in statement_ids(s))]:
        for key in fallen:
            del told[key]
    return told


def _event_without(event: Event, told: Mapping[str, Statement], document: str) -> Event:
    """Roles, time, place and quantity stay while an asserted statement of the event still tells them."""
    kept = tuple(key for key in event.statements if key in told)
    asserted = [told[key] for key in kept if told[key].asserted]
    named = {identifier for statement in asserted for identifier in node_ids(statement)}
    return replace(
        event,
        asserted=event.asserted and bool(asserted),
        roles=tuple(role for role in event.roles if role.filler.id in named),
        time=event.time if any(s.time == event.time for s in asserted) else None,
        place=event.place if event.place and event.place.id in named else None,
        quantity=event.quantity if any(s.quantity == event.quantity for s in asserted) else None,
        statements=kept,
        mentions=_mentions_without(event.mentions, document),
    )


def _mentions_without(mentions: tuple[Mention, ...], document: str) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if mention.anchor.document != document)


def _entities_without(
    entities: Mapping[str, Entity],
    statements: Mapping[str, Statement],
    events: Mapping[str, Event],
    document: str,
) -> dict[str, Entity]:
    used = {identifier for statement in statements.values() for identifier in node_ids(statement)}
    used |= {role.filler.id for event in events.values() for role in event.roles}
    used |= {event.place.id for event in events.values() if event.place}
    left = {k: replace(e, mentions=_mentions_without(e.mentions, document)) for k, e in entities.items()}
    queue = [key for key, entity in left.items() if entity.mentions or key in used]
    kept: set[str] = set()
    while queue:
        key = queue.pop()
        if key in left and key not in kept:
            kept.add(key)
            queue.extend(left[key].metonyms)
    return {key: entity for key, entity in left.items() if key in kept}
