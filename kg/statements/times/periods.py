"""Calendar periods as news words them, each with its EDTF and TIMEX3 form.

EDTF has no week, so a week is the interval of its days; it has codes for quarters (33-36) and halves (40, 41) and for
three seasons (21-23, northern: March, June and September with the two months after).  Winter runs over the end of the
year, where the code 24 is read differently by different software: it is the interval of its three months.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
"""Name -> TIMEX3 code and first month."""

_SEASON_CODES = {3: 21, 6: 22, 9: 23}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "season": 12, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last` (None where open or unknown), as EDTF and TIMEX3; `unit` is how fine it is."""

    value: str | None
    timex: str
    unit: str
    first: date | None = None
    last: date | None = None
    kind: str = "DATE"


def unknown(timex: str, unit: str = "", kind: str = "DATE") -> Period:
    """A time of which only the wording is known."""
    return Period(None, timex, unit, kind=kind)


def day(of: date) -> Period:
    return Period(of.isoformat(), of.isoformat(), "day", of, of)


def week(of: date) -> Period:
    """The week, Monday to Sunday, in which a day lies."""
    first = of - timedelta(of.weekday())
    return _days(first, 7, timex=_week_number(first), unit="week")


def weekend(of: date) -> Period:
    """Saturday and Sunday of the week in which a day lies."""
    monday = of - timedelta(of.weekday())
    return _days(monday + timedelta(5), 2, timex=_week_number(monday) + "-WE", unit="weekend")


def _days(first: date, length: int, *, timex: str, unit: str) -> Period:
    last = first + timedelta(length - 1)
    return Period(f"{first}/{last}", timex, unit, first, last)


def _week_number(of: date) -> str:
    year, number, _ = of.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> Period:
    name = f"{year:04d}-{number:02d}"
    return Period(name, name, "month", date(year, number, 1), _month_end(year, number))


def _month_end(year: int, number: int) -> date:
    return date(year, number, calendar.monthrange(year, number)[1])


def quarter(year: int, number: int) -> Period:
    first = date(year, 3 * number - 2, 1)
    return Period(f"{year:04d}-{32 + number}", f"{year:04d}-Q{number}", "quarter", first, _month_end(year, 3 * number))


def half(year: int, number: int) -> Period:
    first = date(year, 6 * number - 5, 1)
    return Period(f"{year:04d}-{39 + number}", f"{year:04d}-H{number}", "half", first, _month_end(year, 6 * number))


def season(year: int, name: str) -> Period:
    """The season that begins in `year`: winter 2024 is December 2024 to February 2025."""
    code, begin = SEASONS[name]
    end = _month_end(year + begin // 12, (begin + 2 - 1) % 12 + 1)
    value = f"{year:04d}-{_SEASON_CODES[begin]}" if begin in _SEASON_CODES else f"{year:04d}-12/{year + 1:04d}-02"
    return Period(value, f"{year:04d}-{code}", "season", date(year, begin, 1), end)


def year(number: int) -> Period:
    name = f"{number:04d}"
    return Period(name, name, "year", date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Period:
    name = f"{first // 10:03d}"
    return Period(name + "X", name, "decade", date(first, 1, 1), date(first + 9, 12, 31))


def century(first: int) -> Period:
    """The hundred years from `first` (1900 for the 20th century, as EDTF and TIMEX3 count)."""
    name = f"{first // 100:02d}"
    return Period(name + "XX", name, "century", date(first, 1, 1), date(first + 99, 12, 31))


def containing(unit: str, of: date) -> Period:
    """The day, week, month, quarter, season, year, decade or century in which a day lies."""
    match unit:
        case "day" | "night":
            return day(of)
        case "week" | "fortnight":
            return week(of)
        case "weekend":
            return weekend(of)
        case "month":
            return month(of.year, of.month)
        case "quarter":
            return quarter(of.year, (of.month + 2) // 3)
        case "decade":
            return decade(of.year // 10 * 10)
        case "century":
            return century(of.year // 100 * 100)
    return year(of.year)


def shift(of: date, amount: float, unit: str) -> date | None:
    """The day `amount` units later, the last of the month where that month is shorter; None outside the calendar.

    Halves of a unit count as days or months of the next smaller one; hours and less stay on the day.
    """
    try:
        if unit in _MONTHS:
            number = of.year * 12 + of.month - 1 + round(amount * _MONTHS[unit])
            return date(number // 12, number % 12 + 1, min(of.day, _month_end(number // 12, number % 12 + 1).day))
        return of + timedelta(round(amount * _DAYS.get(unit, 0)))
    except (ValueError, OverflowError):
        return None


def edges(period: Period) -> tuple[str, str] | None:
    """What stands before and after the slash when the period begins or ends an EDTF interval."""
    if period.first is None or period.last is None or period.value is None:
        return None
    if "/" in period.value:
        start, _, end = period.value.partition("/")
        return start, end
    if period.unit in ("quarter", "half", "season"):
        return period.first.isoformat()[:7], period.last.isoformat()[:7]
    if period.unit in ("decade", "century"):
        return f"{period.first.year:04d}", f"{period.last.year:04d}"
    return period.value, period.value


def from_start(period: Period) -> Period:
    """From the period on, end unknown ("since April")."""
    pair = edges(period)
    return period if pair is None else Period(f"{pair[0]}/..", period.timex, period.unit, period.first, None)


def to_end(period: Period) -> Period:
    """Up to the period and with it, beginning unknown ("until April")."""
    pair = edges(period)
    return period if pair is None else Period(f"../{pair[1]}", period.timex, period.unit, None, period.last)


def before(period: Period) -> Period:
    """All days before the period begins."""
    if period.first is None or period.first == date.min:
        return period
    last = period.first - timedelta(1)
    end = _coarse(containing(period.unit, last), last, at_end=True)
    return Period(f"../{end}", period.timex, period.unit, None, last)


def after(period: Period) -> Period:
    """All days after the period ends."""
    if period.last is None or period.last == date.max:
        return period
    first = period.last + timedelta(1)
    start = _coarse(containing(period.unit, first), first, at_end=False)
    return Period(f"{start}/..", period.timex, period.unit, first, None)


def _coarse(period: Period, of: date, *, at_end: bool) -> str:
    """The month or year that begins or ends on a day, where the period is one; else the day."""
    whole = period.unit in ("month", "year") and (period.last if at_end else period.first) == of
    return str(period.value) if whole else of.isoformat()


def between(left: Period, right: Period, *, timex: str, kind: str = "DURATION") -> Period:
    """From the beginning of one period to the end of another; unknown where either is, or where they are reversed."""
    starts, ends = edges(left), edges(right)
    if starts is None or ends is None or left.first is None or right.last is None or left.first > right.last:
        return unknown(timex, kind=kind)
    return Period(f"{starts[0]}/{ends[1]}", timex, right.unit, left.first, right.last, kind)


def approximate(period: Period) -> Period:
    """The period as an estimate: EDTF `~`."""
    value = period.value
    if value is None or "~" in value or "X" in value:
        return period
    hedged = "/".join(part + "~" for part in value.split("/"))
    return Period(hedged, period.timex, period.unit, period.first, period.last, period.kind)


_THIRDS = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}


def third(period: Period, position: str) -> Period:
    """The early, middle or late third of a period, its inner bounds marked as approximate.

    Thirds are the least that "early", "mid" and "late" say: January to April, May to August, September to December of
    a year; days 1-10, 11-20 and 21 to the end of a month.  A day stays whole.  TIMEX3 keeps the whole period.
    """
    if period.first is None or period.last is None or period.unit in ("day", ""):
        return period
    first, last = _third_days(period.first, period.last, period.unit, position)
    start, end = _third_name(first, period.unit), _third_name(last, period.unit)
    start += "" if position == "early" else "~"
    end += "" if position == "late" else "~"
    return Period(f"{start}/{end}", period.timex, period.unit, first, last)


def _third_days(first: date, last: date, unit: str, position: str) -> tuple[date, date]:
    if unit == "year":
        begin, end = _THIRDS[position]
        return date(first.year, begin + 1, 1), _month_end(first.year, end)
    if unit in ("decade", "century"):
        step = 10 if unit == "century" else 1
        begin, end = {"early": (0, 3), "mid": (3, 7), "late": (6, 10)}[position]
        return date(first.year + begin * step, 1, 1), date(first.year + end * step - 1, 12, 31)
    length = (last - first).days + 1
    begin, end = _THIRDS[position]
    stop = last if position == "late" else first + timedelta(max(length * end // 12, 1) - 1)
    return first + timedelta(length * begin // 12), stop


def _third_name(of: date, unit: str) -> str:
    if unit in ("decade", "century"):
        return f"{of.year:04d}"
    return of.isoformat()[:7] if unit == "year" else of.isoformat()
