"""Two values of one id -> one value, the same whichever comes first.

Sets are united and sorted; where a slot can hold one thing only, the least of a fixed total order wins.  That makes
every function here commutative, associative and idempotent on settled values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.errors import GraphError
from kg.model import Argument, Document, Entity, Event, Evidence, Filler, Node, Role, Statement, StatementRef, Value

T = TypeVar("T")
Labels = Mapping[str, tuple[str, str]]
"""Node id -> (label, type)."""


def least(first: T | None, second: T | None) -> T | None:
    """The one that is there; of two, the least by representation."""
    if second is None or first == second:
        return first
    if first is None:
        return second
    return min(first, second, key=repr)


def _sure(first: T, second: T) -> T:
    return first if first == second else min(first, second, key=repr)


# ---------------------------------------------------------------- settling: one order for what has none


def settle_document(document: Document) -> Document:
    return replace(document, skipped=tuple(sorted(set(document.skipped))))


def settle_entity(entity: Entity) -> Entity:
    return replace(
        entity,
        aliases=tuple(sorted(set(entity.aliases) - {entity.label})),
        metonyms=tuple(sorted(set(entity.metonyms))),
        same_as=tuple(sorted(set(entity.same_as))),
        mentions=tuple(sorted(set(entity.mentions))),
    )


def settle_event(event: Event) -> Event:
    return replace(
        event,
        roles=_unite_roles(event.roles),
        statements=tuple(sorted(set(event.statements))),
        mentions=tuple(sorted(set(event.mentions))),
    )


def settle_statement(statement: Statement) -> Statement:
    """Sort arguments (with the mentions parallel to them), premises and evidence; compute a missing id."""
    order = sorted(range(len(statement.arguments)), key=lambda i: argument_key(statement.arguments[i]))
    settled = replace(
        statement,
        arguments=tuple(statement.arguments[i] for i in order),
        premises=tuple(sorted(set(statement.premises))),
        evidence=_unite_evidence(_reorder(e, order) for e in statement.evidence),
    )
    return settled if settled.id else settled.identified()


def argument_key(argument: Argument) -> tuple[str, str, str, str]:
    return (argument.role, *filler_key(argument.filler))


def filler_key(filler: Filler) -> tuple[str, str, str]:
    """What a filler is, without its label: comparable over the three kinds."""
    match filler:
        case Node(id=identifier):
            return ("node", identifier, "")
        case StatementRef(statement=identifier):
            return ("statement", identifier, "")
        case Value(value=value, datatype=datatype):
            return ("value", value, datatype)


def _reorder(evidence: Evidence, order: list[int]) -> Evidence:
    given = evidence.mentions.arguments
    arguments = tuple(given[i] if i < len(given) else None for i in order)
    confidence = round(evidence.confidence, 2)
    if arguments == given and confidence == evidence.confidence:
        return evidence
    return replace(evidence, confidence=confidence, mentions=replace(evidence.mentions, arguments=arguments))


def _unite_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    united: dict[str, Evidence] = {}
    for one in evidence:
        identifier = one.id
        known = united.get(identifier, one)
        asserted, confidence = known.asserted or one.asserted, max(known.confidence, one.confidence)
        united[identifier] = replace(_sure(known, one), asserted=asserted, confidence=confidence)
    return tuple(sorted(united.values(), key=lambda e: e.sort_key))


def _unite_roles(roles: Iterable[Role]) -> tuple[Role, ...]:
    united: dict[tuple[str, str], Role] = {}
    for role in roles:
        key = (role.role, role.filler.id)
        united[key] = _sure(united.get(key, role), role)
    return tuple(united[key] for key in sorted(united))


# ---------------------------------------------------------------- merging


def merge_documents(first: Document, second: Document) -> Document:
    """Raises GraphError where one id stands for two texts: offsets into one mean nothing in the other."""
    if first.text != second.text:
        raise GraphError(f"document '{first.id}' has two texts: {len(first.text)} and {len(second.text)} characters")
    return replace(
        first,
        published=least(first.published, second.published),
        title=least(first.title, second.title),
        publisher=least(first.publisher, second.publisher),
        url=least(first.url, second.url),
        sha256=max(first.sha256, second.sha256),
        skipped=tuple(sorted(set(first.skipped) | set(second.skipped))),
    )


def merge_entities(first: Entity, second: Entity) -> Entity:
    """The longest label wins (the full name), the others become aliases; the finer class wins."""
    label = min(first.label, second.label, key=lambda label: (-len(label), label))
    kind, cls = min((first.type, first.cls), (second.type, second.cls), key=_coarseness)
    names = {first.label, second.label, *first.aliases, *second.aliases}
    return settle_entity(
        replace(
            first,
            type=kind,
            cls=cls,
            label=label,
            aliases=tuple(names),
            metonyms=first.metonyms + second.metonyms,
            same_as=first.same_as + second.same_as,
            mentions=first.mentions + second.mentions,
        )
    )


def _coarseness(kind: tuple[str, str]) -> tuple[bool, bool, str, str]:
    top, cls = kind
    return (top == "Thing", cls == f"kgo:{top}", cls, top)


def merge_events(first: Event, second: Event) -> Event:
    return settle_event(
        replace(
            first,
            cls=min(first.cls, second.cls, key=lambda cls: _coarseness(("Event", cls))),
            label=min(first.label, second.label, key=lambda label: (-len(label), label)),
            asserted=first.asserted or second.asserted,
            roles=first.roles + second.roles,
            time=least(first.time, second.time),
            place=least(first.place, second.place),
            quantity=least(first.quantity, second.quantity),
            statements=first.statements + second.statements,
            mentions=first.mentions + second.mentions,
        )
    )


def merge_statements(first: Statement, second: Statement) -> Statement:
    """One statement told twice: what it says is one by its id, so only wording, event and evidence can differ."""
    if len(first.arguments) != len(second.arguments) or len(first.holders) != len(second.holders):
        raise GraphError(f"statement '{first.id}' says two things: '{first.label}' and '{second.label}'")
    pairs = zip(first.arguments, second.arguments, strict=True)
    return replace(
        first,
        subject=_sure(first.subject, second.subject),
        relation=_sure(first.relation, second.relation),
        object=_least_filler(first.object, second.object),
        arguments=tuple(Argument(a.role, _sure(a.filler, b.filler)) for a, b in pairs),
        time=least(first.time, second.time),
        place=least(first.place, second.place),
        quantity=least(first.quantity, second.quantity),
        purpose=least(first.purpose, second.purpose),
        holders=tuple(map(_sure, first.holders, second.holders)),
        event=least(first.event, second.event),
        premises=tuple(sorted({*first.premises, *second.premises})),
        evidence=_unite_evidence(first.evidence + second.evidence),
    )


def _least_filler(first: Filler | None, second: Filler | None) -> Filler | None:
    if first is None or second is None:
        return first or second
    both: tuple[Filler, Filler] = (first, second)
    return min(both, key=repr)


# ---------------------------------------------------------------- labels follow their entity


def relabel_node(node: Node, labels: Labels) -> Node:
    label, kind = labels.get(node.id, (node.label, node.type))
    return node if (label, kind) == (node.label, node.type) else Node(node.id, label, kind)


def _relabel(filler: Filler, labels: Labels) -> Filler:
    return relabel_node(filler, labels) if isinstance(filler, Node) else filler


def relabel_statement(statement: Statement, labels: Labels, relations: Mapping[str, str]) -> Statement:
    """The same statement with the labels and types that its nodes and its relation have now."""
    subject, place = statement.subject, statement.place
    return replace(
        statement,
        subject=relabel_node(subject, labels) if isinstance(subject, Node) else subject,
        relation=replace(statement.relation, label=relations[statement.relation.id]),
        object=_relabel(statement.object, labels) if statement.object else None,
        arguments=tuple(Argument(a.role, _relabel(a.filler, labels)) for a in statement.arguments),
        place=relabel_node(place, labels) if place else None,
        holders=tuple(relabel_node(holder, labels) for holder in statement.holders),
    )


def relabel_event(event: Event, labels: Labels) -> Event:
    roles = _unite_roles(Role(role.role, relabel_node(role.filler, labels)) for role in event.roles)
    return replace(event, roles=roles, place=relabel_node(event.place, labels) if event.place else None)
