"""One fact told twice in a document: the statement that tells less is left out.

"Ada Bell dies" over "Ada Bell died in Leeds on Friday" is one death; so is "won, and won it on Friday".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Statement, StatementRef, Tense
from kg.statements.draft import Draft


@dataclass(frozen=True, slots=True)
class Extent:
    """All that a statement tells besides who does what."""

    target: object
    details: frozenset[tuple[str, object]]
    tense: Tense
    start: int


def without_repeats(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of a document without those that another one tells with a time, place or more, in their order.

    One that another statement refers to, or that tells of an event by a noun, stays.
    """
    referred = {number for draft in drafts for number in _referred(draft)}
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        alike.setdefault(_key(draft.statement), []).append(draft)
    poorer = {
        one.number
        for same in alike.values()
        if len(same) > 1
        for one in same
        if one.number not in referred and any(_tells_more(_extent(other), _extent(one)) for other in same)
    }
    return tuple(draft for draft in drafts if draft.number not in poorer)


def _key(statement: Statement) -> tuple[object, ...]:
    """What two tellings of one fact have in common."""
    facets = (statement.polarity, statement.certainty, statement.mood, tuple(h.id for h in statement.holders))
    return (statement.subject, statement.evidence[0].lemma, *facets)


def _extent(draft: Draft) -> Extent:
    told = draft.statement
    details: list[tuple[str, object]] = [(a.role, a.filler) for a in told.arguments]
    parts = (("time", told.time and told.time.value), ("place", told.place), ("quantity", told.quantity))
    details += [(role, part) for role, part in (*parts, ("purpose", told.purpose)) if part is not None]
    return Extent(told.object, frozenset(details), told.tense, told.evidence[0].start)


def _tells_more(other: Extent, one: Extent) -> bool:
    """Whether the `other` tells all that `one` does, and more, of the same time: a headline's present is a past."""
    headline = one.start < other.start and (one.tense, other.tense) == (Tense.PRESENT, Tense.PAST)
    more = one.details < other.details and one.target == other.target
    more = more or (one.target is None and other.target is not None and one.details <= other.details)
    return more and (one.tense is other.tense or headline)


def _referred(draft: Draft) -> Iterable[int]:
    """The numbers of the drafts that a draft refers to."""
    told = draft.statement
    fillers = (told.subject, told.object, told.purpose, *(a.filler for a in told.arguments))
    yield from (int(f.statement[1:]) for f in fillers if isinstance(f, StatementRef))
    yield from (number for _, number in (draft.event.aims if draft.event is not None else ()))
