"""Readings that count: so long ago, so long, so often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.statements.times import periods
from kg.statements.times.periods import Period, unknown
from kg.statements.times.readings import At, pattern


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of units before (negative) or after publication, or after the date that the text is at.

    As fine as the unit: "two years ago" is a year, "three days ago" a day.  `amount` None is an unknown number above
    one ("several months ago").  `bound` is "", "~", ">" (more than) or "<" (less than).
    """

    amount: float | None
    unit: str
    later: bool = False
    bound: str = ""
    from_focus: bool = False

    def period(self, at: At) -> Period:
        base = (at.focus.first if at.focus else None) if self.from_focus else at.published
        if base is None:
            return unknown(self._vague(pattern(self.unit)), self.unit)
        steps = (2 if self.amount is None else self.amount) * (1 if self.later else -1)
        moved = periods.shift(base, steps, self.unit)
        if moved is None:
            return unknown(self._vague(pattern(self.unit)), self.unit)
        if self.amount is None or self.bound == ">":
            return self._beyond(moved)
        found = periods.containing(self.unit, moved)
        return self._bounded(found, moved, base)

    def _vague(self, timex: str) -> str:
        if self.amount is not None or self.from_focus:
            return timex
        return "FUTURE_REF" if self.later else "PAST_REF"

    def _beyond(self, moved: date) -> Period:
        timex = self._vague(periods.containing(self.unit, moved).timex)
        if self.later:
            return Period(f"{moved}/..", timex, self.unit, moved, None)
        return Period(f"../{moved}", timex, self.unit, None, moved)

    def _bounded(self, found: Period, moved: date, base: date) -> Period:
        if self.bound == "~":
            return periods.approximate(found)
        if self.bound == "<":
            first, last = min(moved, base), max(moved, base)
            return Period(f"{first}/{last}", found.timex, self.unit, first, last)
        return found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number of units that ends (or, `later`, begins) with publication ("the past week", "the next two months")."""

    amount: float | None
    unit: str
    later: bool = False

    def period(self, at: At) -> Period:
        timex = duration(self.amount, self.unit)
        moved = (
            periods.shift(at.published, (self.amount or 0) * (1 if self.later else -1), self.unit)
            if at.published
            else None
        )
        if moved is None or at.published is None or self.unit in CLOCK_UNITS:
            return unknown(timex, self.unit, "DURATION")
        if self.amount is None:
            return self._open(timex, at.published)
        first, last = min(moved, at.published), max(moved, at.published)
        return Period(f"{first}/{last}", timex, self.unit, first, last, "DURATION")

    def _open(self, timex: str, day: date) -> Period:
        if self.later:
            return Period(f"{day}/..", timex, self.unit, day, None, "DURATION")
        return Period(f"../{day}", timex, self.unit, None, day, "DURATION")


CLOCK_UNITS = ("second", "minute", "hour")
_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}
_MULTIPLES = {"decade": ("Y", 10), "century": ("Y", 100), "quarter": ("M", 3), "fortnight": ("W", 2)}


def _letter(unit: str) -> str:
    return _LETTERS.get(unit) or _MULTIPLES.get(unit, ("Y", 1))[0]


def _amount(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}"


def duration(amount: float | None, unit: str) -> str:
    """TIMEX3 for a length of time: P3D, PT2H, PXY for an unknown number of years."""
    if unit in _MULTIPLES:
        amount = None if amount is None else amount * _MULTIPLES[unit][1]
    prefix = "PT" if unit in CLOCK_UNITS else "P"
    return f"{prefix}{_amount(amount)}{'WE' if unit == 'weekend' else _letter(unit)}"


@dataclass(frozen=True, slots=True)
class Length:
    """How long, not when ("for three days").

    In a clause of the future it is when after "in" ("in three days") and a stretch from publication after "within".
    """

    amount: float | None
    unit: str
    behind: str = ""

    def period(self, at: At) -> Period:
        if at.future and self.behind == "in" and self.unit not in CLOCK_UNITS:
            return Offset(self.amount, self.unit, later=True).period(at)
        if at.future and self.behind == "within":
            return Stretch(self.amount, self.unit, later=True).period(at)
        return unknown(duration(self.amount, self.unit), self.unit, "DURATION")


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often ("every year", "weekly")."""

    timex: str

    def period(self, at: At) -> Period:
        return unknown(self.timex, kind="SET")
