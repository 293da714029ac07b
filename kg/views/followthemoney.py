"""A graph as entities of followthemoney (Aleph, OpenSanctions), one JSON object a line.

Who and what becomes an entity, a statement between two of them a link: Occupancy, Membership or UnknownLink with the
relation as its role.  Things that followthemoney has no schema for (troops' morale, a salute) are left out, and what is
said of them with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from kg.graph import KnowledgeGraph, is_asserted
from kg.model import Document, Entity, Event, Node, Polarity, Statement, Tense, Time, digest
from kg.ontology import Ontology
from kg.views.rdf.blocks import replacing
from kg.views.rdf.terms import text

Properties: TypeAlias = dict[str, list[str]]

_OF_CLASS = {
    "kgo:Post": "Position", "kgo:Company": "Company", "kgo:GovernmentBody": "PublicBody",
    "kgo:ArmedForce": "PublicBody", "kgo:Vehicle": "Vehicle",
}  # fmt: skip
_OF_TYPE = {
    "Person": "Person", "Organization": "Organization", "Country": "PublicBody", "Region": "Address", "City": "Address",
    "Place": "Address", "Facility": "Address", "Group": "LegalEntity", "Document": "Document", "Agreement": "Document",
    "Event": "Event", "Product": "Asset",
}  # fmt: skip
_ORGANIZATIONS = frozenset(("Organization", "Company", "PublicBody"))
_ACTORS = _ORGANIZATIONS | {"Person", "LegalEntity"}
_OFFICE = frozenset(("kgo:holdsOffice", "kgo:heldOffice"))
_MEMBER = frozenset(("kgo:affiliatedWith", "kgo:memberOf", "kgo:worksFor", "kgo:employedBy"))


def write_followthemoney(
    graph: KnowledgeGraph, path: str | Path, *, claims: bool = False, ontology: Ontology | None = None
) -> None:
    """Write documents, entities, events and links, each sorted by id.

    `claims` adds what is denied, planned or only claimed; the link's `status` says which.
    """
    with replacing(path) as stream:
        for entity in _Exporter(graph, claims, ontology).entities():
            stream.write(json.dumps(entity, ensure_ascii=False) + "\n")


class _Exporter:
    """Turns values into {"id", "schema", "properties"}."""

    def __init__(self, graph: KnowledgeGraph, claims: bool, ontology: Ontology | None) -> None:
        self.graph, self.claims, self.ontology = graph, claims, ontology
        self.schemas = {e.id: schema for e in graph.entities.values() if (schema := self.schema(e))}
        self.schemas |= {e.id: "Event" for e in graph.events.values() if e.asserted or claims}

    def schema(self, entity: Entity) -> str | None:
        """The schema of the nearest class above the entity's that has one, else that of its type."""
        above = [entity.cls]
        if self.ontology and entity.cls in self.ontology.classes:
            above += [cls for cls in _OF_CLASS if self.ontology.is_a(entity.cls, cls)]
        return next((_OF_CLASS[cls] for cls in above if cls in _OF_CLASS), _OF_TYPE.get(entity.type))

    def entities(self) -> Iterator[dict[str, object]]:
        graph = self.graph
        for key in sorted(graph.documents):
            yield _entity(_document_id(key), "Article", _article(graph.documents[key]))
        for key in sorted(graph.entities):
            if key in self.schemas:
                yield _entity(_id(key), self.schemas[key], _thing(graph.entities[key], self.schemas[key]))
        for key in sorted(graph.events):
            if key in self.schemas and key not in graph.entities:
                yield _entity(_id(key), "Event", self.event(graph.events[key]))
        for key in sorted(graph.statements):
            yield from self.link(graph.statements[key])

    def event(self, event: Event) -> Properties:
        involved = [role.filler.id for role in event.roles if self.schemas.get(role.filler.id) in _ACTORS]
        told = [self.graph.statements[key] for key in event.statements if key in self.graph.statements]
        return {
            "name": [event.label],
            "involved": sorted({_id(one) for one in involved}),
            "location": [event.place.label] if event.place else [],
            "keywords": [event.cls.removeprefix("kgo:")],
            "notes": [] if event.asserted else ["only reported, planned or denied"],
            "proof": sorted({_document_id(e.document) for s in told for e in s.evidence}),
            **_days(event.time),
        }

    def link(self, s: Statement) -> Iterator[dict[str, object]]:
        if not isinstance(s.subject, Node) or not isinstance(s.object, Node):
            return
        ends = self.schemas.get(s.subject.id), self.schemas.get(s.object.id)
        if not all(ends) or not (self.claims or is_asserted(s)):
            return
        schema, source, target = _kind(s.relation.id, *ends)
        properties: Properties = {source: [_id(s.subject.id)], target: [_id(s.object.id)]}
        if schema != "Occupancy":
            properties["role"] = [s.relation.label]
        yield _entity(_id(f"kgs:{s.id}"), schema, {**properties, **self._told(s), **_days(s.time)})

    def _told(self, s: Statement) -> Properties:
        documents = sorted({evidence.document for evidence in s.evidence})
        known = [self.graph.documents[key] for key in documents if key in self.graph.documents]
        return {
            "recordId": [s.id],
            "summary": [s.evidence[0].quote] if s.evidence else [],
            "description": [s.label],
            "status": [] if is_asserted(s) else [_status(s)],
            "proof": [_document_id(document.id) for document in known],
            "sourceUrl": sorted({document.url for document in known if document.url}),
            "publisher": sorted({document.publisher for document in known if document.publisher}),
        }


def _kind(relation: str, subject: str | None, target: str | None) -> tuple[str, str, str]:
    """Schema of a link, and the properties that hold its two ends."""
    if relation in _OFFICE and (subject, target) == ("Person", "Position"):
        return "Occupancy", "holder", "post"
    if relation in _MEMBER and subject in _ACTORS and target in _ORGANIZATIONS:
        return "Membership", "member", "organization"
    return "UnknownLink", "subject", "object"


def _status(s: Statement) -> str:
    if s.polarity is Polarity.NEGATIVE:
        return "denied"
    return "planned" if s.tense is Tense.FUTURE else "claimed"


def _article(document: Document) -> Properties:
    return {
        "title": [document.title or document.id],
        "bodyText": [document.text],
        "publishedAt": [document.published.isoformat()] if document.published else [],
        "publisher": [document.publisher] if document.publisher else [],
        "sourceUrl": [document.url] if document.url else [],
    }


def _thing(entity: Entity, schema: str) -> Properties:
    properties: Properties = {"name": [entity.label], "alias": list(entity.aliases)}
    wikidata = [code.rpartition("/")[2] for code in entity.same_as if "wikidata.org/entity/Q" in code]
    properties |= {"wikidataId": wikidata}
    if schema == "Address":
        properties["full"] = [entity.label]
    if schema == "Document":
        properties |= {"fileName": [entity.label], "title": [entity.label]}
    if schema == "PublicBody" and entity.type == "Country":
        properties["country"] = [c[4:].lower() for c in entity.same_as if c.startswith("iso:") and len(c) == 6]
    return properties


def _days(time: Time | None) -> Properties:
    if time is None or not (time.earliest or time.latest):
        return {}
    if time.earliest == time.latest and time.earliest:
        return {"date": [time.earliest.isoformat()]}
    ends = {"startDate": time.earliest, "endDate": time.latest}
    return {name: [day.isoformat()] for name, day in ends.items() if day}


def _entity(identifier: str, schema: str, properties: Properties) -> dict[str, object]:
    """Empty values are left out; text is cleaned of half surrogate pairs."""
    kept = {name: [text(v).lexical for v in values if v.strip()] for name, values in sorted(properties.items())}
    return {"id": identifier, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(identifier: str) -> str:
    """Its ids hold letters, digits, hyphens and full stops alone."""
    prefix, _, local = identifier.partition(":")
    return f"newskg-{local}" if prefix == "kgs" else f"newskg-{digest(identifier)}"


def _document_id(identifier: str) -> str:
    return _id(f"kgd:{identifier}")
