"""Values <-> the JSON records of DESIGN section 4: full IRIs, labels beside ids, null or absent where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from kg.graph import contract, expand, is_asserted
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    MentionKind,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    Role,
    Skipped,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Time,
    Value,
)

Record: TypeAlias = dict[str, Any]


def plain_number(number: float | None) -> float | int | None:
    """4700 rather than 4700.0; the same number either way."""
    return int(number) if number is not None and abs(number) < 1e15 and number == int(number) else number


# ---------------------------------------------------------------- values -> records


@dataclass(frozen=True, slots=True)
class RecordWriter:
    """Turns values into records; ids become IRIs below `base`."""

    base: str

    def document(self, document: Document) -> Record:
        return {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": _day(document.published),
            "url": document.url,
            "sha256": document.sha256,
            "text": document.text,
            "skipped": [{"start": s.start, "end": s.end, "reason": s.reason} for s in document.skipped],
        }

    def entity(self, entity: Entity) -> Record:
        return {
            "id": self._iri(entity.id),
            "label": entity.label,
            "type": entity.type,
            "class": self._iri(entity.cls),
            "aliases": list(entity.aliases),
            "metonyms": [self._iri(one) for one in entity.metonyms],
            "same_as": list(entity.same_as),
            "mentions": [_mention(mention) for mention in entity.mentions],
        }

    def event(self, event: Event) -> Record:
        return {
            "id": self._iri(event.id),
            "class": self._iri(event.cls),
            "label": event.label,
            "asserted": event.asserted,
            "roles": [{"role": self._iri(role.role), **self._filler(role.filler)} for role in event.roles],
            "time": _time(event.time, None),
            "place": self._filler(event.place) if event.place else None,
            "quantity": _quantity(event.quantity, None),
            "statements": list(event.statements),
            "mentions": [_mention(mention) for mention in event.mentions],
        }

    def statement(self, statement: Statement) -> Record:
        s, first = statement, statement.evidence[0] if statement.evidence else None
        m = first.mentions if first else SlotMentions()
        return {
            "id": s.id,
            "proposition": s.proposition,
            "subject": self._slot(s.subject, m.subject),
            "relation": _with_mention(
                {
                    "id": self._iri(s.relation.id),
                    "label": s.relation.label,
                    "phrase": first.phrase if first else None,
                    "lemma": first.lemma if first else None,
                },
                m.relation,
            ),
            "object": self._slot(s.object, m.object) if s.object else None,
            "arguments": [
                {"role": a.role, **self._slot(a.filler, at)}
                for a, at in zip(s.arguments, _padded(m.arguments, len(s.arguments)), strict=True)
            ],
            "qualifiers": self._qualifiers(s, m),
            "polarity": s.polarity.value,
            "certainty": s.certainty.value,
            "tense": s.tense.value,
            "mood": s.mood.value,
            "asserted": is_asserted(s),
            "attribution": self._attribution(s.holders, m.attribution),
            "event": self._iri(s.event) if s.event is not None else None,
            "inferred_by": s.inferred_by,
            "premises": list(s.premises),
            "confidence": s.confidence,
            "evidence": [_evidence(evidence) for evidence in s.evidence],
        }

    def _iri(self, identifier: str) -> str:
        return expand(identifier, self.base)

    def _qualifiers(self, statement: Statement, mentions: SlotMentions) -> Record:
        qualifiers = {
            "time": _time(statement.time, mentions.time),
            "place": self._slot(statement.place, mentions.place) if statement.place else None,
            "quantity": _quantity(statement.quantity, mentions.quantity),
            "purpose": self._filler(statement.purpose) if statement.purpose else None,
        }
        return {key: value for key, value in qualifiers.items() if value is not None}

    def _attribution(self, holders: Sequence[Node], cues: Sequence[Anchor]) -> Record | None:
        if not holders:
            return None
        cue = cues[0] if cues else None
        record: Record = {"source": self._filler(holders[0]), "cue": cue.text if cue else None}
        return {**_with_mention(record, cue), "citing": self._attribution(holders[1:], cues[1:])}

    def _slot(self, filler: Filler, mention: Anchor | None) -> Record:
        return _with_mention(self._filler(filler), mention)

    def _filler(self, filler: Filler) -> Record:
        match filler:
            case Node():
                return {"id": self._iri(filler.id), "label": filler.label, "type": filler.type}
            case StatementRef():
                return {"statement": filler.statement, "label": filler.label}
            case Value():
                return {"value": filler.value, "datatype": filler.datatype}


def _with_mention(record: Record, mention: Anchor | None) -> Record:
    return {**record, "mention": _anchor(mention)} if mention else record


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _anchor(anchor: Anchor) -> Record:
    return {
        "document": anchor.document,
        "start": anchor.start,
        "end": anchor.end,
        "phrase_start": anchor.phrase_start,
        "phrase_end": anchor.phrase_end,
        "text": anchor.text,
    }


def _mention(mention: Mention) -> Record:
    return {**_anchor(mention.anchor), "type": mention.type, "kind": mention.kind.value}


def _time(time: Time | None, mention: Anchor | None) -> Record | None:
    if time is None:
        return None
    days = {"earliest": _day(time.earliest), "latest": _day(time.latest)}
    mod = {"mod": time.mod} if time.mod else {}
    record: Record = {"value": time.value, "timex": time.timex, "timex_type": time.timex_type, **mod, **days}
    return {**record, "text": mention.text, "mention": _anchor(mention)} if mention else record


def _quantity(quantity: Quantity | None, mention: Anchor | None) -> Record | None:
    if quantity is None:
        return None
    record: Record = {
        "value": plain_number(quantity.value),
        "comparator": quantity.comparator,
        "unit": quantity.unit,
    }
    return {**record, "text": mention.text, "mention": _anchor(mention)} if mention else record


def _evidence(evidence: Evidence) -> Record:
    m = evidence.mentions
    slots = {"subject": m.subject, "relation": m.relation, "object": m.object}
    slots |= {"time": m.time, "place": m.place, "quantity": m.quantity}
    mentions: Record = {slot: _anchor(anchor) for slot, anchor in slots.items() if anchor}
    if any(m.arguments):
        mentions["arguments"] = [_anchor(anchor) if anchor else None for anchor in m.arguments]
    if m.attribution:
        mentions["attribution"] = _anchor(m.attribution[0])
    if m.attribution[1:]:
        mentions["citing"] = [_anchor(anchor) for anchor in m.attribution[1:]]
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "phrase": evidence.phrase,
        "lemma": evidence.lemma,
        "asserted": evidence.asserted,
        "confidence": evidence.confidence,
        "mentions": mentions,
    }


def _padded(anchors: Sequence[Anchor | None], length: int) -> tuple[Anchor | None, ...]:
    return (*anchors, *[None] * length)[:length]


# ---------------------------------------------------------------- records -> values


@dataclass(frozen=True, slots=True)
class RecordReader:
    """Turns records back into values.  Raises KeyError, TypeError or ValueError on a record of another shape."""

    base: str

    def document(self, record: Record) -> Document:
        return Document(
            id=_text(record["id"]),
            text=_text(record["text"]),
            published=_read_day(record.get("published")),
            title=record.get("title"),
            publisher=record.get("publisher"),
            url=record.get("url"),
            sha256=record.get("sha256") or "",
            skipped=_each(record.get("skipped"), lambda s: Skipped(int(s["start"]), int(s["end"]), _text(s["reason"]))),
        )

    def entity(self, record: Record) -> Entity:
        return Entity(
            id=self._id(record["id"]),
            type=_text(record["type"]),
            cls=self._id(record["class"]),
            label=_text(record["label"]),
            aliases=_each(record.get("aliases"), _text),
            metonyms=_each(record.get("metonyms"), self._id),
            same_as=_each(record.get("same_as"), _text),
            mentions=_each(record.get("mentions"), _read_mention),
        )

    def event(self, record: Record) -> Event:
        place = record.get("place")
        return Event(
            id=self._id(record["id"]),
            cls=self._id(record["class"]),
            label=_text(record["label"]),
            asserted=record["asserted"] is True,
            roles=_each(record.get("roles"), lambda role: Role(self._id(role["role"]), self._node(role))),
            time=_read_time(record.get("time")),
            place=self._node(place) if place else None,
            quantity=_read_quantity(record.get("quantity")),
            statements=_each(record.get("statements"), _text),
            mentions=_each(record.get("mentions"), _read_mention),
        )

    def statement(self, record: Record) -> Statement:
        qualifiers: Record = record.get("qualifiers") or {}
        place, purpose = qualifiers.get("place"), qualifiers.get("purpose")
        arguments = _each(record.get("arguments"), lambda a: Argument(_text(a["role"]), self._filler(a)))
        event = record.get("event")
        return Statement(
            subject=self._subject(record["subject"]),
            relation=Relation(self._id(record["relation"]["id"]), _text(record["relation"]["label"])),
            object=self._filler(record["object"]) if record.get("object") else None,
            arguments=arguments,
            time=_read_time(qualifiers.get("time")),
            place=self._node(place) if place else None,
            quantity=_read_quantity(qualifiers.get("quantity")),
            purpose=StatementRef(_text(purpose["statement"]), _text(purpose["label"])) if purpose else None,
            polarity=Polarity(record["polarity"]),
            certainty=Certainty(record["certainty"]),
            tense=Tense(record["tense"]),
            mood=Mood(record["mood"]),
            holders=tuple(self._holders(record.get("attribution"))),
            event=self._id(event) if event is not None else None,
            inferred_by=record.get("inferred_by"),
            premises=_each(record.get("premises"), _text),
            evidence=_each(record.get("evidence"), lambda e: _read_evidence(e, len(arguments))),
            id=_text(record["id"]),
            proposition=_text(record["proposition"]),
        )

    def _id(self, iri: object) -> str:
        return contract(_text(iri), self.base)

    def _holders(self, attribution: Record | None) -> Iterable[Node]:
        while attribution:
            yield self._node(attribution["source"])
            attribution = attribution.get("citing")

    def _node(self, record: Record) -> Node:
        return Node(self._id(record["id"]), _text(record["label"]), _text(record["type"]))

    def _subject(self, record: Record) -> Node | StatementRef:
        filler = self._filler(record)
        if isinstance(filler, Value):
            raise ValueError("a subject is a node or a statement, found a value")
        return filler

    def _filler(self, record: Record) -> Filler:
        if "id" in record:
            return self._node(record)
        if "statement" in record:
            return StatementRef(_text(record["statement"]), _text(record["label"]))
        return Value(_text(record["value"]), _text(record["datatype"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {type(value).__name__}")
    return value


def _each(records: Any, read: Callable[[Any], Any]) -> tuple[Any, ...]:  # noqa: ANN401 - whatever JSON held
    return tuple(read(record) for record in records or ())


def _read_day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _read_anchor(record: Record) -> Anchor:
    phrase = int(record["phrase_start"]), int(record["phrase_end"])
    return Anchor(_text(record["document"]), int(record["start"]), int(record["end"]), *phrase, _text(record["text"]))


def _read_mention(record: Record) -> Mention:
    return Mention(_read_anchor(record), _text(record["type"]), MentionKind(record["kind"]))


def _read_time(record: Record | None) -> Time | None:
    if not record:
        return None
    days = _read_day(record.get("earliest")), _read_day(record.get("latest"))
    mod = _text(record.get("mod") or "")
    return Time(record.get("value"), record.get("timex"), _text(record["timex_type"]), *days, mod)


def _read_quantity(record: Record | None) -> Quantity | None:
    if not record:
        return None
    value = record.get("value")
    return Quantity(float(value) if value is not None else None, _text(record["comparator"]), _text(record["unit"]))


def _read_evidence(record: Record, arguments: int) -> Evidence:
    mentions: Record = record.get("mentions") or {}
    slots = {key: _read_anchor(mentions[key]) for key in _SLOTS if mentions.get(key)}
    at = _each(mentions.get("arguments"), lambda anchor: _read_anchor(anchor) if anchor else None)
    cues = [mentions["attribution"], *(mentions.get("citing") or ())] if mentions.get("attribution") else []
    return Evidence(
        document=_text(record["document"]),
        start=int(record["start"]),
        end=int(record["end"]),
        quote=_text(record["quote"]),
        phrase=_text(record["phrase"]),
        lemma=_text(record["lemma"]),
        asserted=record["asserted"] is True,
        confidence=float(record["confidence"]),
        mentions=SlotMentions(arguments=_padded(at, arguments), attribution=_each(cues, _read_anchor), **slots),
    )


_SLOTS = ("subject", "relation", "object", "time", "place", "quantity")
