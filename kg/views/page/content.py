"""A graph -> what the page shows beside the picture, as plain values for JSON.

Texts stand once, in `passages`; evidence and mentions point into them.  Offsets count UTF-16 units, as the page's
script does.  A key with nothing in it is absent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.agreement import matters
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

DURATION = re.compile(r"P(T?)(\d+)([A-Z])")
UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
"""Of TIMEX3 durations; what follows a T is of the clock."""
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
        "matters": _matters(graph, {s.id for s in statements}),
    }


def _matters(graph: KnowledgeGraph, shown: Collection[str]) -> list[Json]:
    """Where sources agree and where they do not, told with the statements that the page shows."""
    found = [(matter, [s.id for s in matter.statements if s.id in shown]) for matter in matters(graph)]
    return [
        _filled(verdict=m.verdict, differences=list(m.differences), sources=m.sources, statements=told)
        for m, told in found
        if told
    ]


@dataclass
class Passages:
    """Paragraphs in which quotes stand, each kept once; the page shows as much of it as one cares to read."""

    graph: KnowledgeGraph
    texts: list[str] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    _ends: dict[str, list[int]] = field(default_factory=dict)
    _wide: dict[int, bool] = field(default_factory=dict)

    def locate(self, document: str, start: int, end: int) -> tuple[int, int, int] | None:
        """Number of the passage around these characters, and where they stand in it; None without the document."""
        if document not in self.graph.documents:
            return None
        text = self.graph.documents[document].text
        first, last = self._paragraph(document, text, start, end)
        number = self._number(document, first, last)
        return number, self._units(number, start - first), self._units(number, end - first)

    def _paragraph(self, document: str, text: str, start: int, end: int) -> tuple[int, int]:
        """The paragraph, up to blank lines, that holds the characters; all of those over which they run."""
        if document not in self._ends:
            self._ends[document] = [0, *(match.end() for match in BREAK.finditer(text))]
        starts = self._ends[document]
        first = starts[bisect_right(starts, start) - 1]
        after = BREAK.search(text, end)
        return first, after.start() if after else len(text)

    def _number(self, document: str, first: int, last: int) -> int:
        """The passage's place; one that starts like another but ends later stands for both."""
        text = self.graph.documents[document].text[first:last]
        number = self._numbers.setdefault((document, first), len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        elif len(text) > len(self.texts[number]):
            self.texts[number] = text
        self._wide[number] = not text.isascii()
        return number

    def _units(self, number: int, place: int) -> int:
        return utf16_length(self.texts[number][:place]) if self._wide[number] else place


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
        subject={**_filler(s.subject), "label": s.subject_words()},
        relation={"id": s.relation.id, "label": s.relation.label},
        object=_filler(s.object) if s.object else None,
        arguments=[_argument(argument) for argument in s.arguments],
        time=_time(s.time, _told_time(s)),
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


def _time(time: Time | None, told: str | None = None) -> Json | None:
    """A time without days is told as a length ("4 years") or in the article's own words, not as its code."""
    if time is None:
        return None
    length = _length(time.timex or "")
    bound = " ".join(time.mod.lower().split("_"))
    known = time.value or (f"{bound} {length}".strip() if length else told)
    return _filled(value=known, earliest=_day(time.earliest), latest=_day(time.latest))


def _length(timex: str) -> str | None:
    """A duration of one unit in words: `P4Y` is "4 years"."""
    match = DURATION.fullmatch(timex)
    unit = UNITS.get(match[1] + match[3]) if match else None
    return f"{match[2]} {unit}{'' if match[2] == '1' else 's'}" if match and unit else None


def _told_time(statement: Statement) -> str | None:
    anchors = (evidence.mentions.time for evidence in statement.evidence)
    return next((anchor.text for anchor in anchors if anchor), None)


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
