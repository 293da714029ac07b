"""Why mentions are one entity, or two, in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kg.entities.chains import Chain
from kg.entities.resolution import Decision, Resolution
from kg.errors import GraphError
from kg.model import Entity


class Explained(Protocol):
    """What can be explained: a Resolution, or entities read back with the decisions stored beside them."""

    @property
    def entities(self) -> Sequence[Entity]: ...
    @property
    def decisions(self) -> Sequence[Decision]: ...


def links_of(resolution: Resolution) -> tuple[Decision, ...]:
    """A decision "link" for every mention that coreference joined to one before it, sorted; to be stored by a build."""
    return tuple(sorted(link for chain in resolution.chains for link in _links(resolution, chain)))


def _links(resolution: Resolution, chain: Chain) -> Iterator[Decision]:
    node = resolution.ids[chain.document, chain.number]
    for mention, reason in zip(chain.mentions, chain.reasons, strict=False):
        a = mention.anchor
        if reason:
            yield Decision(node, "link", f"{a.document}:{a.start}-{a.end}", f"'{' '.join(a.text.split())}': {reason}")


def explain(source: Explained, a: str, b: str | None = None) -> list[str]:
    """Lines that tell why the mentions of `a` are one entity; with `b`, why `a` and `b` are one or two.

    `a` and `b` are ids or labels.  A Resolution also tells each link within a document.  Raises GraphError for a name
    that is not known.
    """
    decisions = [*source.decisions, *(links_of(source) if isinstance(source, Resolution) else ())]
    ones = _named(source.entities, a)
    if b is None:
        return [line for entity in ones for line in _about(entity, decisions)]
    others = _named(source.entities, b)
    return [line for one in ones for other in others for line in _between(one, other, decisions)]


def _named(entities: Iterable[Entity], name: str) -> list[Entity]:
    """Entities with this id, else with this label, else with this alias."""
    every = list(entities)
    for found in (
        [e for e in every if name in (e.id, e.id.removeprefix("kge:"))],
        [e for e in every if e.label == name],
        [e for e in every if name in e.aliases],
    ):
        if found:
            return found
    raise GraphError(f"no entity is called '{name}': expected an id or label of entities.jsonl")


def _about(entity: Entity, decisions: Iterable[Decision]) -> list[str]:
    documents = sorted({m.anchor.document for m in entity.mentions})
    lines = [
        f"{entity.id} “{entity.label}” ({entity.type}): {len(entity.mentions)} mentions in {len(documents)} documents"
    ]
    mine = sorted({d for d in decisions if entity.id in (d.entity, d.other)}, key=_order)
    return lines + [f"  {d.mention}  {_verdict(d, entity)}{d.reason}" for d in mine if _tells(d)]


def _tells(decision: Decision) -> bool:
    return decision.verdict != "same" or decision.entity == decision.other or not decision.other


def _order(decision: Decision) -> tuple[str, int, str, str]:
    document, _, place = decision.mention.rpartition(":")
    return (document, int(place.split("-")[0]), decision.verdict, decision.reason)


def _verdict(decision: Decision, entity: Entity) -> str:
    if decision.verdict != "apart":
        return ""
    return f"kept apart from {decision.other if decision.entity == entity.id else decision.entity}: "


def _between(one: Entity, other: Entity, decisions: Iterable[Decision]) -> list[str]:
    if one.id == other.id:
        return [f"{one.id} is one entity", *_about(one, decisions)]
    told = [d for d in decisions if {d.entity, d.other} == {one.id, other.id}]
    lines = [f"{one.id} and {other.id} are two entities"]
    if not told:
        lines.append(f"  {_no_contact(one, other)}")
    return lines + [f"  {d.mention}  {d.reason}" for d in sorted(set(told), key=_order)]


def _called(entity: Entity) -> str:
    """Up to three names of an entity, quoted."""
    return ", ".join(f"'{name}'" for name in (entity.label, *entity.aliases)[:3])


def _no_contact(one: Entity, other: Entity) -> str:
    if not one.mentions or not other.mentions:
        return "no mention joins them"
    if one.same_as and other.same_as and not set(one.same_as) & set(other.same_as):
        return f"known apart: {', '.join(one.same_as)} and {', '.join(other.same_as)}"
    if one.type == other.type:
        return f"no name in common: {_called(one)} and {_called(other)}"
    return f"no name in common, and types {one.type} and {other.type}"
