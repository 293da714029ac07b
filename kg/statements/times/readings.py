"""What a time expression means before the day of publication and the clause's tense are known.

A reading turns into a period once it is told both.  Without a day of publication a relative expression keeps its TIMEX3
pattern (`XXXX-WXX-2`) and no value: no date is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from kg.statements.times import periods
from kg.statements.times.periods import Period, unknown


@dataclass(frozen=True, slots=True)
class At:
    """When and how an expression is used: day of publication, tense of its clause, the date that the text is at."""

    published: date | None
    future: bool = False
    past: bool = False
    focus: Period | None = None


class Reading(Protocol):
    """Anything that becomes a period."""

    def period(self, at: At) -> Period: ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs nothing else."""

    what: Period

    def period(self, at: At) -> Period:
        return self.what


@dataclass(frozen=True, slots=True)
class Relative:
    """The unit in which the day of publication lies, `amount` units on ("last month", "tomorrow")."""

    unit: str
    amount: int = 0

    def period(self, at: At) -> Period:
        moved = periods.shift(at.published, self.amount, self.unit) if at.published else None
        if moved and at.past and self.unit == "weekend" and not self.amount:
            moved = periods.shift(moved, -5, "day")  # "this weekend", told of the past on a Monday to Friday
        return periods.containing(self.unit, moved) if moved else unknown(pattern(self.unit), self.unit)


def pattern(unit: str) -> str:
    """TIMEX3 for one such unit, unknown which."""
    return {
        "year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX",
        "decade": "XXX", "century": "XX",
    }.get(unit, "XXXX-XX-XX")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recurring:
    """A weekday, month, day of a month or season, of which there is one in every week or year.

    `name` is weekday, weekend, month, day or season.  `which` is "last", "next", "this" or "": then the last
    one not after the day of publication in a clause of the past, the next one not before it in a clause of the future
    (newsroom usage), in which a whole month or season counts as soon as it has begun.  A day of a month that lies at
    most 31 days ahead is meant even in a clause of the past ("the vote was set for July 5"): papers give the year of
    what is a year ago.
    """

    name: str
    month: int = 0
    day: int = 0
    weekday: int = 0
    season: str = ""
    which: str = ""

    def period(self, at: At) -> Period:
        if at.published is None:
            return unknown(self._pattern(), self.name)
        found = self._choose(list(self._around(at.published)), at.published, at.future)
        return found or unknown(self._pattern(), self.name)

    def within(self, outer: Period) -> Period | None:
        """The one that begins in the outer period."""
        if outer.first is None or outer.last is None:
            return None
        near = self._around(outer.first)
        return next((p for p in near if p.first and outer.first <= p.first <= outer.last), None)

    def until(self, last: Period) -> Period | None:
        """The last one that begins not after the beginning of another period."""
        if last.first is None:
            return None
        near = [p for p in self._around(last.first) if p.first and p.first <= last.first]
        return near[-1] if near else None

    def since(self, first: Period) -> Period | None:
        """The first one that ends not before the beginning of another period."""
        if first.first is None:
            return None
        return next((p for p in self._around(first.first) if p.last and p.last >= first.first), None)

    def _choose(self, near: list[Period], day: date, future: bool) -> Period | None:
        begun = [p for p in near if p.first and p.first <= day]
        ended = [p for p in near if p.last and p.last < day]
        coming = [p for p in near if p.last and p.last >= day]
        if self.which == "last":
            return _last(ended, day) if self.name == "month" else ended[-1] if ended else None
        if self.which == "next":
            return next((p for p in coming if p.first and p.first > day), None)
        if self.which == "this" and self.name not in ("weekday", "weekend") and self.season != "winter":
            return next((p for p in near if p.first and p.first.year == day.year), None)
        if self.name == "day" and coming and coming[0].first and (coming[0].first - day).days <= 31:
            return coming[0]
        return (coming[0] if coming else None) if future else (begun[-1] if begun else None)

    def _around(self, day: date) -> Iterator[Period]:
        if self.name in ("weekday", "weekend"):
            yield from self._weekdays(day)
            return
        reach = 8 if (self.month, self.day) == (2, 29) else 2
        for year in range(max(day.year - reach, 1), min(day.year + reach + 1, 9998)):
            found = self._in_year(year)
            if found:
                yield found

    def _weekdays(self, day: date) -> Iterator[Period]:
        for weeks in range(-2, 3):
            moved = periods.shift(day, weeks * 7 + self.weekday - day.weekday(), "day")
            if moved and moved < date.max - timedelta(7):
                yield periods.weekend(moved) if self.name == "weekend" else periods.day(moved)

    def _in_year(self, year: int) -> Period | None:
        if self.name == "season":
            return periods.season(year, self.season)
        if self.name == "month":
            return periods.month(year, self.month)
        try:
            return periods.day(date(year, self.month, self.day))
        except ValueError:
            return None

    def _pattern(self) -> str:
        match self.name:
            case "weekday":
                return f"XXXX-WXX-{self.weekday + 1}"
            case "weekend":
                return "XXXX-WXX-WE"
            case "month":
                return f"XXXX-{self.month:02d}"
            case "season":
                return f"XXXX-{periods.SEASONS[self.season][0]}"
        return f"XXXX-{self.month:02d}-{self.day:02d}"


def _last(ended: list[Period], day: date) -> Period | None:
    """The month that "last June" is: that of this year, in July, would be "in June" or "last month"."""
    latest = ended[-1] if ended else None
    just = latest is not None and latest.last == day.replace(day=1) - timedelta(1) and day.month > 1
    return ended[-2] if just and len(ended) > 1 else latest


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A counted part of something ("the first quarter", "the second half", "the last week"); -1 is the last.

    Without the whole it is part of, nobody knows which year or game is meant: no value.
    """

    unit: str
    number: int

    def period(self, at: At) -> Period:
        letter = {"quarter": "Q", "half": "H"}.get(self.unit)
        known = letter and 1 <= self.number <= 4
        return unknown(f"XXXX-{letter}{self.number}" if known else pattern(self.unit), self.unit)

    def within(self, outer: Period) -> Period | None:
        """The part counted from the beginning, or from the end, of the whole."""
        if outer.first is None or outer.last is None:
            return None
        if self.unit == "half" and outer.unit != "year":
            return self._half(outer.first, outer.last, outer)
        if self.unit in ("quarter", "half"):
            return self._of_year(outer)
        if self.number < 0:
            return periods.containing(self.unit, outer.last)
        moved = periods.shift(outer.first, self.number - 1, self.unit)
        inside = moved is not None and outer.first <= moved <= outer.last
        return periods.containing(self.unit, moved) if moved and inside else None

    def _of_year(self, outer: Period) -> Period | None:
        most, build = (4, periods.quarter) if self.unit == "quarter" else (2, periods.half)
        number = most if self.number < 0 else self.number
        return build(outer.first.year, number) if outer.first and outer.unit == "year" and number <= most else None

    def _half(self, first: date, last: date, outer: Period) -> Period:
        middle = first + (last - first + timedelta(1)) / 2
        a, b = (first, middle - timedelta(1)) if self.number == 1 else (middle, last)
        return Period(f"{a}/{b}", outer.timex, "half", a, b)


@dataclass(frozen=True, slots=True)
class Within:
    """A smaller time in a larger one ("June of last year", "Tuesday last week")."""

    inner: Recurring | Ordinal
    outer: Reading

    def period(self, at: At) -> Period:
        outer = self.outer.period(at)
        return self.inner.within(outer) or self.inner.period(At(None))


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late third of a time."""

    position: str
    whole: Reading

    def period(self, at: At) -> Period:
        return periods.third(self.whole.period(at), self.position)


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a time lies before or after the day of publication ("earlier this year", "later this month")."""

    later: bool
    whole: Reading

    def period(self, at: At) -> Period:
        whole, today = self.whole.period(at), at.published
        if today is None or whole.first is None or whole.last is None or not whole.first < today < whole.last:
            return whole
        first, last = (today, whole.last) if self.later else (whole.first, today)
        return Period(f"{first}/{last}", whole.timex, whole.unit, first, last)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day ("T09:00", "TMO") on a day that is named, or on the one that the text is at.

    EDTF keeps the day alone, as it has no hour without minutes and seconds; TIMEX3 keeps the time.
    """

    time: str
    day: Reading | None = None

    def period(self, at: At) -> Period:
        whole = self.day.period(at) if self.day else at.focus
        if whole is None or whole.unit not in ("day", "weekday"):
            return unknown("XXXX-XX-XX" + self.time, "day", "TIME")
        return replace(whole, timex=whole.timex + self.time, kind="TIME")


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, once or one day: PRESENT_REF, PAST_REF, FUTURE_REF.

    "Recently" ends and "soon" begins with publication, unless the tense is another: "he soon resigned" is told of
    a past that is not ours.
    """

    timex: str

    def period(self, at: At) -> Period:
        day = at.published
        if day and self.timex == "PAST_REF" and not at.future:
            return Period(f"../{day}", self.timex, "", None, day)
        if day and self.timex == "FUTURE_REF" and at.future:
            return Period(f"{day}/..", self.timex, "", day, None)
        return unknown(self.timex)


@dataclass(frozen=True, slots=True)
class Same:
    """The day, week, month or year of the date that the text is at ("the same day", "the following week")."""

    unit: str
    amount: int = 0

    def period(self, at: At) -> Period:
        base = at.focus.first if at.focus else None
        moved = periods.shift(base, self.amount, self.unit) if base else None
        return periods.containing(self.unit, moved) if moved else unknown(pattern(self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another.  A left side without a year takes that of the right ("March to May 2024")."""

    left: Reading
    right: Reading

    def period(self, at: At) -> Period:
        left, right = self._sides(at)
        return periods.between(left, right, timex=_length(left, right))

    def _sides(self, at: At) -> tuple[Period, Period]:
        if isinstance(self.left, Recurring) and isinstance(self.right, Recurring) and at.future:
            left = self.left.period(at)
            return left, self.right.since(left) or self.right.period(at)
        right = self.right.period(at)
        if isinstance(self.left, Recurring):
            return self.left.until(right) or self.left.period(at), right
        left = self.left.period(at)
        if isinstance(self.right, Recurring):
            right = self.right.since(left) or right
        return left, right


def _length(left: Period, right: Period) -> str:
    """TIMEX3 length of a range: years, months or days from its left to its right side."""
    if left.first is None or right.first is None:
        return f"PX{ {'year': 'Y', 'month': 'M'}.get(right.unit, 'D') }"
    years = right.first.year - left.first.year
    if right.unit == "year":
        return f"P{years}Y"
    if right.unit == "month":
        return f"P{years * 12 + right.first.month - left.first.month}M"
    return f"P{(right.first - left.first).days}D"


@dataclass(frozen=True, slots=True)
class Bounded:
    """A time behind a preposition that opens it: since, from, until, by, before, after, around."""

    how: str
    what: Reading

    def period(self, at: At) -> Period:
        if self.how == "before" and isinstance(self.what, Part) and self.what.position == "late":
            return periods.to_end(self.what.whole.period(at))  # "before the end of the year"
        return _BOUNDS[self.how](self.what.period(at))


_BOUNDS: dict[str, Callable[[Period], Period]] = {
    "from": periods.from_start,
    "until": periods.to_end,
    "before": periods.before,
    "after": periods.after,
    "around": periods.approximate,
}
