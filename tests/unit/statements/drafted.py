"""What a sentence says, as rows to compare with: "* subject | relation | object | extra | ...".

"*" marks what is asserted; a relation "?" may be any; an object "-" is none, "..." another statement. Labels are
those of the sentence, without article. Extras are `time=` (EDTF), `place=`, `quantity=` (number and unit), `class=`
(of the event), `by=` (holder), `not` (denied) and, under any other name, a further argument by role or preposition;
its words may be fewer than the label's. A row without "*" is told but not asserted. "! ..." must not be told at all,
"! * ..." not as asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from kg.model import Document, Filler, Node, Polarity, StatementRef, Value
from kg.ontology import load
from kg.parsing import load_model, parse
from kg.statements.draft import Draft
from kg.statements.extraction import extract_statements

PUBLISHED = date(2025, 5, 14)
"""A Wednesday."""

Row = tuple[str, list[str]]


@cache
def drafts(text: str) -> tuple[Draft, ...]:
    """What one text says by itself."""
    parsed = next(parse([Document("row", text, published=PUBLISHED)], nlp=load_model()))
    return extract_statements(parsed, load()).drafts


def missing(text: str, wanted: Sequence[str]) -> list[str]:
    """The rows that the drafts of a text do not fulfil."""
    return [row for row in wanted if any(fits(row, d) for d in drafts(text)) is row.startswith("!")]


def fits(row: str, draft: Draft) -> bool:
    """Whether a draft is what a row says."""
    subject, relation, target, *extras = (part.strip() for part in row.lstrip("! ").split("|"))
    told = draft.statement
    either = row.startswith("!") and not subject.startswith("*")
    return (
        (either or subject.startswith("*") is told.asserted)
        and _same(subject.lstrip("* "), told.subject)
        and relation in ("?", told.relation.id)
        and _same(target, told.object)
        and all(_extra(draft, *extra.partition("=")[::2]) for extra in extras)
    )


def _words(text: str) -> list[str]:
    words = "".join(c.lower() if c.isalnum() or c in "#$-" else " " for c in text).split()
    return [w for w in words if w not in ("the", "a", "an", "s")]


def _same(wanted: str, filler: Filler | None) -> bool:
    if wanted in ("", "-") or filler is None:
        return wanted == "?" or (wanted in ("", "-") and filler is None)
    if wanted == "..." or isinstance(filler, StatementRef):
        return wanted in ("...", "?") and isinstance(filler, StatementRef)
    return wanted == "?" or set(_words(wanted)) <= set(_words(label(filler)))


def label(filler: Filler) -> str:
    return filler.value if isinstance(filler, Value) else filler.label


def _extra(draft: Draft, name: str, value: str) -> bool:
    told = draft.statement
    match name:
        case "not":
            return told.polarity is Polarity.NEGATIVE
        case "time":
            return (told.time.value or "" if told.time else "") == value
        case "place":
            return _same(value, told.place)
        case "quantity":
            number = told.quantity
            return (f"{number.value:g} {number.unit}".strip() if number and number.value is not None else "") == value
        case "class":
            return draft.event is not None and draft.event.cls == value
        case "by":
            return [h.label for h in told.holders] == [value] or not (told.holders or value)
        case "purpose":
            return told.purpose is not None and set(_words(value)) <= set(_words(told.purpose.label))
        case _:
            return any(a.role == name and _same(value, a.filler) for a in told.arguments)


def nodes(draft: Draft) -> list[Node]:
    """Every node that a draft names."""
    told = draft.statement
    fillers = (told.subject, told.object, told.place, *(a.filler for a in told.arguments))
    return [f for f in fillers if isinstance(f, Node)]
