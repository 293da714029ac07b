"""Parse -> time mentions: expressions checked against the sentence they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from spacy.attrs import IDX

from kg.model import Anchor, Time
from kg.parsing import Parse
from kg.statements.times.checks import is_time
from kg.statements.times.distances import Length, Offset, Stretch
from kg.statements.times.expressions import Expression, find_expressions
from kg.statements.times.prepositions import bound_of, bounded, governing_preposition, opening
from kg.statements.times.readings import At, Clock, Fixed, Reading, Recurring, Relative, Same, Within

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: tokens `first` to `last` of the parse (both included), without its preposition.

    `head` is the token that the rest of the sentence is tied to; `preposition` the token that governs the expression.
    `anchor` has the expression as its text, with the preposition and what bounds a length as its phrase ("for more
    than a week").  `time` is the reading in a clause of the past or present; where `depends_on_tense` one of the future
    gives another: `resolve` tells both.
    `reference` is the date that "the same day" or "a year earlier" counts from.
    """

    first: int
    last: int
    head: int
    preposition: int | None
    anchor: Anchor
    time: Time
    depends_on_tense: bool
    reading: Reading
    reference: TimeMention | None = None


def find_times(parse: Parse) -> list[TimeMention]:
    """Return the time expressions of a document in order, none overlapping.

    Relative ones are read against `parse.document.published`; without it they have no value.
    """
    found: list[TimeMention] = []
    for first, last in _passages(parse):
        found.extend(_in_passage(parse, first, last))
    return found


def resolve(mention: TimeMention, published: date | None, *, future: bool, past: bool = False) -> Time:
    """What the expression means in a clause of the present, or of the future or past.

    In one of the past nothing lies after publication: what would has no value.
    """
    time = replace(_time(mention.reading, At(published, future, past), mention.reference), mod=mention.time.mod)
    if not past or published is None or not _lies_ahead(mention.reading, time, published):
        return time
    unread = _time(mention.reading, At(None), mention.reference)
    return Time(None, unread.timex, time.timex_type, None, None, time.mod)


def _lies_ahead(reading: Reading, time: Time, published: date) -> bool:
    if isinstance(reading, Stretch) and reading.later:
        return True
    begins = time.earliest if time.earliest is not None else time.latest
    return begins is not None and begins > published


def _time(reading: Reading, at: At, reference: TimeMention | None) -> Time:
    if reference is not None:
        at = replace(at, focus=reference.reading.period(at))
    period = reading.period(at)
    return Time(period.value, period.timex, period.kind, period.first, period.last)


def _passages(parse: Parse) -> Iterator[tuple[int, int]]:
    """First token of each passage, and the one after its last."""
    numbers, first = parse.passage, 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[first]:
            yield first, i
            first = i


def _in_passage(parse: Parse, first: int, last: int) -> Iterator[TimeMention]:
    doc, reference = parse.doc, None
    begin = doc[first].idx
    text = doc[first:last].text
    expressions = find_expressions(text)
    tokens = _tokens(doc, first, last, [e.start + begin for e in expressions])
    for widest, start in zip(expressions, tokens, strict=True):
        expression = _fitting(doc, start, last, begin, widest)
        if expression is None:
            continue
        end = _last_token(doc, start, expression.end + begin, last)
        if reference is not None and _sentence_break(doc, reference.last, start):
            reference = None
        mention = _mention(parse, start, end, expression, reference)
        yield mention
        if _is_explicit(expression.reading):
            reference = mention


def _fitting(doc: Doc, start: int, stop: int, begin: int, widest: Expression) -> Expression | None:
    """The first way to read the words that the sentence bears."""
    options = [widest]
    while options:
        option = options.pop(0)
        if is_time(doc, start, _last_token(doc, start, option.end + begin, stop), option):
            return option
        options.extend(option.others)
    return None


def _tokens(doc: Doc, first: int, last: int, offsets: list[int]) -> list[int]:
    """The token in which each offset lies."""
    places = doc.to_array(IDX)[first:last] if offsets else ()
    return [first + bisect_right(places, offset) - 1 for offset in offsets]


def _last_token(doc: Doc, first: int, end: int, stop: int) -> int:
    i = first
    while i + 1 < stop and doc[i + 1].idx < end:
        i += 1
    return i


def _sentence_break(doc: Doc, after: int, until: int) -> bool:
    return any(doc[i].is_sent_start for i in range(after + 1, until + 1))


def _is_explicit(reading: Reading) -> bool:
    """Whether later expressions of the sentence can count from it."""
    return isinstance(reading, Fixed | Recurring | Relative | Within) or (
        isinstance(reading, Offset) and not reading.from_focus
    )


def _mention(parse: Parse, first: int, last: int, expression: Expression, reference: TimeMention | None) -> TimeMention:
    doc = parse.doc
    head = doc[first : last + 1].root.i
    preposition = governing_preposition(doc, first, last, head)
    reading = bounded(doc, first, preposition, expression.reading)
    if not _counts_from_another(expression.reading):
        reference = None
    published = parse.document.published
    past = _time(reading, At(published), reference)
    differs = past != _time(reading, At(published, future=True), reference)
    outer = first if preposition is None else preposition
    outer = opening(doc, outer) if isinstance(expression.reading, Length | Stretch) else outer
    mod = bound_of(doc, outer, first) if isinstance(expression.reading, Length) else ""
    anchor = parse.anchor(first, last, outer, last)
    past = replace(past, mod=mod) if mod else past
    return TimeMention(first, last, head, preposition, anchor, past, differs, reading, reference)


def _counts_from_another(reading: Reading) -> bool:
    match reading:
        case Offset(from_focus=counts):
            return counts
        case Clock(day=day):
            return day is None
    return isinstance(reading, Same)
