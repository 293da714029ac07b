"""A graph -> what the page shows beside the picture, as plain values for JSON.

Texts stand once, in `passages`; evidence and mentions point into them.  Offsets count UTF-16 units, as the page's
script does.  A key with nothing in it is absent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.model import (
    Anchor,
    Argument,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    Node,
    Quantity,
    Statement,
    StatementRef,
    Time,
    Value,
)
from kg.views.page.drawing import DrawnNode, spoken, status_of

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Json: TypeAlias = dict[str, Any]

AROUND = 700
"""At most so many characters of a paragraph are shown before and after a quote."""
BREAK = re.compile(r"\n[ \t]*\n")


def page_content(graph: KnowledgeGraph, nodes: Collection[DrawnNode], *, claims: bool = True) -> Json:
    """Documents, passages, statements and what is known of each node; all sorted by id."""
    passages = Passages(graph)
    statements = [s for s in sorted(graph.statements.values(), key=lambda s: s.id) if claims or s.asserted]
    return {
        "documents": [_document(graph.documents[d]) for d in sorted(graph.documents)],
        "statements": [_statement(s, passages) for s in statements],
        "nodes": {node.id: _node(node, graph, passages) for node in nodes},
        "passages": passages.texts,
    }


@dataclass
class Passages:
    """Paragraphs around quotes, each kept once."""

    graph: KnowledgeGraph
    texts: list[str] = field(default_factory=list)
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def locate(self, document: str, start: int, end: int) -> tuple[int, int, int] | None:
        """Number of the passage around these characters, and where they stand in it; None without the document."""
        if document not in self.graph.documents:
            return None
        text = self.graph.documents[document].text
        first, last = _paragraph(text, start, end)
        key = (document, first, last)
        if key not in self._numbers:
            self._numbers[key] = len(self.texts)
            self.texts.append(text[first:last])
        return self._numbers[key], utf16_length(text[first:start]), utf16_length(text[first:end])


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph, up to blank lines, that holds the characters, cut at whole words where it is long."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    breaks = [match.end() for match in BREAK.finditer(text, first, start)]
    after = BREAK.search(text, end, last)
    first = breaks[-1] if breaks else _next_word(text, first, start)
    last = after.start() if after else _last_word(text, end, last)
    return first, last


def _next_word(text: str, first: int, start: int) -> int:
    gap = re.compile(r"\s").search(text, first, start) if first else None
    return gap.end() if gap else first


def _last_word(text: str, end: int, last: int) -> int:
    if last == len(text):
        return last
    return max((match.start() for match in re.compile(r"\s").finditer(text, end, last)), default=last)


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text takes: what JavaScript calls its length."""
    return len(text) + sum(character > "\uffff" for character in text)


def _document(document: Document) -> Json:
    url = document.url if document.url and re.match(r"https?://", document.url, re.IGNORECASE) else None
    return _filled(
        id=document.id, title=document.title, publisher=document.publisher, published=_day(document.published), url=url
    )  # fmt: skip


def _statement(s: Statement, passages: Passages) -> Json:
    return _filled(
        id=s.id,
        status=status_of(s).value,
        subject=_filler(s.subject),
        relation={"id": s.relation.id, "label": s.relation.label},
        object=_filler(s.object) if s.object else None,
        arguments=[_argument(argument) for argument in s.arguments],
        time=_time(s.time),
        place=_filler(s.place) if s.place else None,
        quantity=_quantity(s.quantity),
        purpose=_filler(s.purpose) if s.purpose else None,
        facets=[s.polarity.value, s.certainty.value, s.tense.value, s.mood.value],
        holders=[_filler(holder) for holder in s.holders],
        event=s.event,
        rule=s.inferred_by,
        premises=list(s.premises),
        confidence=round(s.confidence, 2),
        evidence=[_evidence(evidence, passages) for evidence in s.evidence],
    )


def _filler(filler: Filler) -> Json:
    match filler:
        case Node(id=node_id, label=label):
            return {"id": node_id, "label": label}
        case StatementRef(statement=statement, label=label):
            return {"statement": statement, "label": label}
        case Value(value=value):
            return {"label": value}


def _argument(argument: Argument) -> Json:
    return {"role": spoken(argument.role), **_filler(argument.filler)}


def _time(time: Time | None) -> Json | None:
    if time is None:
        return None
    known = time.value or time.timex
    return _filled(value=known, earliest=_day(time.earliest), latest=_day(time.latest))


def _quantity(quantity: Quantity | None) -> str | None:
    """Such as "> 4,700 casualties"; the sign is left out where it is "="."""
    if quantity is None:
        return None
    number = "" if quantity.value is None else f"{quantity.value:,.10g}"
    sign = "" if quantity.comparator == "=" else quantity.comparator
    return " ".join(part for part in (sign, number, quantity.unit) if part)


def _evidence(evidence: Evidence, passages: Passages) -> Json:
    m = evidence.mentions
    slots = (("subject", m.subject), ("relation", m.relation), ("object", m.object), ("time", m.time))
    marks = [_mark(kind, anchor, evidence, passages) for kind, anchor in slots]
    return _filled(
        document=evidence.document,
        at=passages.locate(evidence.document, evidence.start, evidence.end),
        quote=None if evidence.document in passages.graph.documents else evidence.quote,
        marks=[mark for mark in marks if mark],
        when=m.time.text if m.time else None,
        cues=[anchor.text for anchor in m.attribution],
        told=evidence.asserted,
    )


def _mark(kind: str, anchor: Anchor | None, evidence: Evidence, passages: Passages) -> list[Any] | None:
    """A slot's words inside the quote, as offsets into its passage."""
    if anchor is None or anchor.document != evidence.document:
        return None
    if not evidence.start <= anchor.start < anchor.end <= evidence.end:
        return None
    at = passages.locate(evidence.document, evidence.start, evidence.end)
    text = evidence.quote
    if at is None:
        return None
    start = at[1] + utf16_length(text[: anchor.start - evidence.start])
    return [kind, start, start + utf16_length(text[anchor.start - evidence.start : anchor.end - evidence.start])]


def _node(node: DrawnNode, graph: KnowledgeGraph, passages: Passages) -> Json:
    known = graph.entities.get(node.id) or graph.events.get(node.id)
    common = {"label": node.label, "type": node.type, "local": node.local}
    if isinstance(known, Event):
        return _filled(**common, **_event(known), mentions=_mentions(known.mentions, passages))
    if isinstance(known, Entity):
        return _filled(**common, **_entity(known), mentions=_mentions(known.mentions, passages))
    return _filled(**common)


def _entity(entity: Entity) -> Json:
    return {
        "cls": spoken(entity.cls),
        "aliases": [alias for alias in entity.aliases if alias != entity.label],
        "metonyms": list(entity.metonyms),
        "same": list(entity.same_as),
    }


def _event(event: Event) -> Json:
    return {
        "cls": spoken(event.cls),
        "event": True,
        "asserted": event.asserted,
        "roles": [{"role": spoken(role.role), **_filler(role.filler)} for role in event.roles],
        "time": _time(event.time),
        "place": _filler(event.place) if event.place else None,
        "quantity": _quantity(event.quantity),
    }


def _mentions(mentions: Iterable[Mention], passages: Passages) -> list[Json]:
    places = [(m, passages.locate(m.anchor.document, m.anchor.start, m.anchor.end)) for m in mentions]
    return [{"document": m.anchor.document, "at": at, "kind": m.kind.value} for m, at in places if at]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _filled(**values: object) -> Json:
    return {key: value for key, value in values.items() if value is not None and value != [] and value is not False}
