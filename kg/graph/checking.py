"""What is wrong with a graph: places that do not hold the words they claim, ids that name nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph.references import GAZETTEER, nodes, statement_ids
from kg.model import Anchor, Document, Entity, Event, Evidence, Node, Statement

Labels = Mapping[str, tuple[str, str]]


def find_faults(
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
    statements: Mapping[str, Statement],
    events: Mapping[str, Event],
) -> list[str]:
    """One line a fault, in the order of ids; an empty list where the graph holds together."""
    labels = {event.id: (event.label, "Event") for event in events.values()}
    labels |= {entity.id: (entity.label, entity.type) for entity in entities.values()}
    faults = [f"'{key}' is both an entity and an event" for key in sorted(entities.keys() & events.keys())]
    for key in sorted(entities):
        faults += [f"entity {key}: {fault}" for fault in _entity_faults(entities[key], entities, documents)]
    for key in sorted(statements):
        found = _statement_faults(statements[key], statements, events, labels, documents)
        faults += [f"statement {key}: {fault}" for fault in found]
    for key in sorted(events):
        faults += [f"event {key}: {fault}" for fault in _event_faults(events[key], statements, labels, documents)]
    return faults + list(_relation_faults(statements))


def _entity_faults(entity: Entity, entities: Mapping[str, Entity], documents: Mapping[str, Document]) -> Iterator[str]:
    for mention in entity.mentions:
        yield from _anchor_faults(mention.anchor, documents)
    yield from (f"metonym '{other}' is no entity" for other in entity.metonyms if other not in entities)


def _event_faults(
    event: Event, statements: Mapping[str, Statement], labels: Labels, documents: Mapping[str, Document]
) -> Iterator[str]:
    for mention in event.mentions:
        yield from _anchor_faults(mention.anchor, documents)
    for node in (*(role.filler for role in event.roles), event.place):
        if node:
            yield from _node_faults(node, labels)
    yield from (f"its statement '{key}' does not exist" for key in event.statements if key not in statements)
    if event.roles and not event.asserted:
        yield "it has roles, but nothing asserts it"


def _statement_faults(
    statement: Statement,
    statements: Mapping[str, Statement],
    events: Mapping[str, Event],
    labels: Labels,
    documents: Mapping[str, Document],
) -> Iterator[str]:
    for node in nodes(statement):
        yield from _node_faults(node, labels)
    yield from (f"refers to statement '{key}', not there" for key in statement_ids(statement) if key not in statements)
    if statement.event is not None and statement.event not in events:
        yield f"belongs to event '{statement.event}', not there"
    if statement.identified().id != statement.id:
        yield "its id does not follow from what it says"
    if not statement.evidence and statement.inferred_by != GAZETTEER:
        yield "it has no evidence"
    for evidence in statement.evidence:
        yield from _evidence_faults(evidence, statement, documents)


def _node_faults(node: Node, labels: Labels) -> Iterator[str]:
    known = labels.get(node.id)
    if known is None:
        yield f"'{node.id}' is no entity and no event"
    elif known != (node.label, node.type):
        yield f"'{node.id}' is called '{node.label}' ({node.type}) here, '{known[0]}' ({known[1]}) elsewhere"


def _evidence_faults(evidence: Evidence, statement: Statement, documents: Mapping[str, Document]) -> Iterator[str]:
    document = documents.get(evidence.document)
    if document is None:
        yield f"evidence in document '{evidence.document}', not there"
        return
    if not 0 <= evidence.start < evidence.end or document.text[evidence.start : evidence.end] != evidence.quote:
        yield f"quote at {evidence.document} {evidence.start}–{evidence.end} is not what stands there"
    m = evidence.mentions
    slots = (m.subject, m.relation, m.object, *m.arguments, m.time, m.place, m.quantity, *m.attribution)
    for anchor in slots:
        if anchor is not None:
            yield from _anchor_faults(anchor, documents)
    if len(m.arguments) > len(statement.arguments) or len(m.attribution) > len(statement.holders):
        yield f"evidence at {evidence.document} {evidence.start} has more mentions than slots"


def _anchor_faults(anchor: Anchor, documents: Mapping[str, Document]) -> Iterator[str]:
    document = documents.get(anchor.document)
    place = f"'{anchor.text}' at {anchor.document} {anchor.start}–{anchor.end}"
    if document is None:
        yield f"{place}: no such document"
    elif not 0 <= anchor.start < anchor.end or document.text[anchor.start : anchor.end] != anchor.text:
        yield f"{place} is not what stands there"
    elif not 0 <= anchor.phrase_start <= anchor.start < anchor.end <= anchor.phrase_end <= len(document.text):
        yield f"{place} is not inside its phrase {anchor.phrase_start}–{anchor.phrase_end}"


def _relation_faults(statements: Mapping[str, Statement]) -> Iterator[str]:
    labels: dict[str, str] = {}
    for key in sorted(statements):
        relation = statements[key].relation
        if labels.setdefault(relation.id, relation.label) != relation.label:
            two = f"'{labels[relation.id]}' and '{relation.label}'"
            yield f"statement {key}: relation '{relation.id}' is called {two}"
