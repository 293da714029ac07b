"""Statements, entities and events in terms of an ontology of the user's, where one stands upon ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.model import Entity, Event, Node, Relation, Role, Statement
from kg.ontology import Ontology
from kg.ontology.terms import TURNED
from kg.statements.draft import Draft
from kg.statements.wording import slug

ROLE = "kgo:role"
"""What its properties tell of an event stays as it is: the user's may have none."""

_Classed = TypeVar("_Classed", Entity, Event)


def in_own_terms(statement: Statement, draft: Draft, ontology: Ontology) -> Statement:
    """The statement under the property of the user's that says the same, or as an open relation."""
    told = statement.relation.id
    if ontology.adopted is None or not told.startswith(("kgo:", TURNED)):
        return statement
    own, turned = ontology.adopted.mapped.get(told, (told.removeprefix(TURNED), told.startswith(TURNED)))
    if own in ontology.adopted.properties and (not turned or isinstance(statement.object, Node)):
        mapped = replace(statement, relation=Relation(own, ontology.properties[own].label))
        return turned_round(mapped) if turned else mapped
    if ROLE in ontology.ancestors(told):
        return statement
    found = ontology.properties.get(own)
    words = slug(found.label if found is not None else told.rpartition(":")[2])
    return replace(statement, relation=draft.worded or Relation(f"kgr:{words}", words.replace("_", " ")))


def turned_round(statement: Statement) -> Statement:
    """Subject and object changed over, in the evidence too."""
    evidence = tuple(
        replace(e, mentions=replace(e.mentions, subject=e.mentions.object, object=e.mentions.subject))
        for e in statement.evidence
    )
    assert isinstance(statement.object, Node)
    return replace(statement, subject=statement.object, object=statement.subject, evidence=evidence)


def in_own_classes(classed: Iterable[_Classed], statements: Iterable[Statement], ontology: Ontology) -> list[_Classed]:
    """The same, each in the class of the user's that is nearest above its own, or that his properties ask of it.

    What plays for a club is a player, where players are all that may (RDFS domain and range).
    """
    if ontology.adopted is None:
        return list(classed)
    asked = _asked(statements, ontology)
    return [_in_class(one, asked.get(one.id, ()), ontology) for one in classed]


def _in_class(one: _Classed, asked: Iterable[str], ontology: Ontology) -> _Classed:
    found = ontology.own_class(one.cls)
    for wanted in asked:
        if not ontology.is_a(one.cls, wanted) and (found is None or ontology.is_a(wanted, found)):
            found = wanted
    placed = replace(one, cls=found) if found is not None else one
    if isinstance(placed, Event):
        return replace(placed, roles=tuple(sorted(_role(role, ontology) for role in placed.roles)))
    return placed


def _role(role: Role, ontology: Ontology) -> Role:
    assert ontology.adopted is not None
    own, turned = ontology.adopted.mapped.get(role.role, (role.role, False))
    return role if turned else replace(role, role=own)


def _asked(statements: Iterable[Statement], ontology: Ontology) -> Mapping[str, list[str]]:
    """Node -> the classes that properties of the user's ask of it, where each asks for one."""
    assert ontology.adopted is not None
    found: dict[str, list[str]] = {}
    for statement in sorted((s for s in statements if s.asserted), key=lambda s: s.id):
        prop = ontology.properties.get(statement.relation.id)
        if prop is not None and prop.id in ontology.adopted.properties:
            for node, classes in ((statement.subject, prop.domain), (statement.object, prop.range)):
                if isinstance(node, Node) and len(classes) == 1 and classes[0] in ontology.adopted.classes:
                    found.setdefault(node.id, []).extend(classes)
    return found


def describe_mapping(ontology: Ontology) -> dict[str, object]:
    """For a report: what of ours became what of the user's, and which of his properties nothing of ours is."""
    adopted = ontology.adopted
    if adopted is None:
        return {}
    own: dict[str, list[str]] = {name: [] for name in sorted(adopted.properties)}
    for ours, (name, turned) in sorted(adopted.mapped.items()):
        own[name].append(f"{ours} turned" if turned else ours)
    words = sorted({edge[1].removeprefix(TURNED) for frame in ontology.frames for edge in frame.edges})
    return {
        "name": adopted.name,
        "classes": dict(sorted(adopted.classes.items())),
        "properties": own,
        "untold": [name for name, ours in own.items() if not ours and name not in words],
    }
