"""The smallest time expressions: a pattern each, and the reading that it gives.

All patterns are bounded and start at a given place, so reading a text is linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.statements.times import periods
from kg.statements.times.distances import CLOCK_UNITS, Length, Offset, Repeated, Stretch, duration
from kg.statements.times.readings import (
    Clock,
    Fixed,
    Ordinal,
    Range,
    Reading,
    Recurring,
    Relative,
    Same,
    Vague,
    Within,
)
from kg.statements.times.words import (
    ADVERBS_OF_REPETITION,
    DAY,
    DAYPARTS,
    HOLIDAYS,
    MONTH,
    NEAR_DAYS,
    NUMBER,
    ORDINALS,
    SEASON,
    SHORT_WEEKDAY,
    SOME,
    SPELLED_CENTURIES,
    SPELLED_DECADES,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR_FIGURES,
    amount,
    either,
    month_number,
    unit_name,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """An expression found in text: where it ends, what it means, and what its surroundings have to be.

    `check` names the condition on the sentence under which the words are a time at all ("" for none).
    """

    end: int
    reading: Reading
    check: str = ""


Words = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Words], Reading | None], str]


def _rule(pattern: str, build: Callable[[Words], Reading | None], check: str = "") -> Rule:
    return re.compile(pattern), build, check


def _date(m: Words) -> Reading | None:
    """A day of a month with its year, or of any year; None where the calendar has no such day."""
    month = m["month"]
    number = int(month) if month.isdigit() else month_number(month)
    day = int(re.sub(r"\D", "", m["day"]))
    try:
        if m["year"]:
            return Fixed(periods.day(date(int(m["year"]), number, day)))
        date(2000, number, day)
    except ValueError:
        return None
    return Recurring("day", month=number, day=day)


def _slashes(m: Words) -> Reading | None:
    """A date with slashes or points; where day and month could be either, one of the two."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    found = sorted({d for d in (_day(year, a, b), _day(year, b, a)) if d})
    if len(found) == 1:
        return Fixed(periods.day(found[0]))
    if not found:
        return None
    value = f"[{found[0]},{found[1]}]"
    return Fixed(periods.Period(value, f"{year}-XX-XX", "day", found[0], found[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_range(m: Words) -> Reading | None:
    """Days of one month ("July 1-3", "1 to 3 July 2025")."""
    month, days = month_number(m["month"]), [int(re.sub(r"\D", "", m[key])) for key in ("day", "last")]
    if not m["year"]:
        left, right = (Recurring("day", month=month, day=number) for number in days)
        return Range(left, right) if all(_day(2000, month, number) for number in days) else None
    first, last = (_day(int(m["year"]), month, number) for number in days)
    return Range(Fixed(periods.day(first)), Fixed(periods.day(last))) if first and last else None


def _years(m: Words) -> Reading | None:
    first = int(m["year"])
    last = int(m["last"]) if len(m["last"]) == 4 else first // 100 * 100 + int(m["last"])
    if not first < last < 2200:
        return None
    return Fixed(periods.between(periods.year(first), periods.year(last), timex=f"P{last - first}Y"))


def _month_year(m: Words) -> Reading:
    return Fixed(periods.month(int(m["year"]), month_number(m["month"])))


_WHICH = {
    "last": "last", "next": "next", "this": "this", "this past": "last", "this coming": "next", "past": "last",
    "coming": "next", "upcoming": "next", "this last": "last", "previous": "last",
}  # fmt: skip
_STEPS = {"last": -1, "next": 1, "this": 0}
_WHICH_WORDS = r"(?:[Tt]he )?(?i:(?P<which>" + either(_WHICH) + r"))"


def _named(m: Words) -> Recurring:
    """A weekday, month or season, with "last", "this" or "next" before it or without."""
    groups = m.groupdict()
    which = _WHICH.get((groups.get("which") or "").lower(), "")
    if groups.get("weekday"):
        return Recurring("weekday", weekday=WEEKDAYS[groups["weekday"].capitalize()], which=which)
    if groups.get("month"):
        return Recurring("month", month=month_number(groups["month"]), which=which)
    return Recurring("season", season=groups["season"].lower(), which=which)


def _relative(m: Words) -> Reading:
    return Relative(unit_name(m["unit"]), _STEPS[_WHICH[m["which"].lower()]])


def _stretch(m: Words) -> Reading | None:
    if not m["amount"] and unit_name(m["unit"]) in (*CLOCK_UNITS, "night"):
        return None  # "the last minute"; "last night" has its own rule
    count, unit, way = amount(m["amount"]) if m["amount"] else 1, unit_name(m["unit"]), m["way"].lower()
    plural = m["unit"].lower().endswith("s") and not m["amount"]
    if m["amount"] and way == "last" and _TO_LAST.search(m.string, max(m.start() - 10, 0), m.start()):
        return None
    if way == "last" and m.string.startswith(" of ", m.end()):
        return Length(None if plural else count, unit)  # "the last five months of her life": they end with it
    return Stretch(None if plural else count, unit, later=way in ("next", "coming"))


_TO_LAST = re.compile(r"(?:\bto|n[o']t|['’]ll|\bwill|\bwould|\bc[ao][nu]l?d?|\bmay|\bmight|\bshould|\bmust) $")
"""Behind which "last" is a verb ("to last 45 minutes")."""


def _near_day(m: Words) -> Reading:
    word = m["near"].lower()
    part = "night" if word == "tonight" else (m["part"] or "").lower()
    day = Relative("day", NEAR_DAYS[word])
    return Clock(DAYPARTS[part], day) if part else day


def _daypart_here(m: Words) -> Reading:
    return Clock(DAYPARTS[m["part"].lower()], Relative("day", -1 if m["which"].lower() == "last" else 0))


def _offset(m: Words) -> Reading:
    bound = {"more": ">", "over": ">", "less": "<", "under": "<"}.get((m["bound"] or "").lower().split(" ")[0], "")
    bound = "~" if m["bound"] and not bound else bound
    way = m["way"].lower()
    focus = way in ("earlier", "later", "before", "after", "afterwards", "afterward")
    later = way in ("later", "after", "afterwards", "afterward", "from now", "hence")
    return Offset(_count(m), unit_name(m["unit"]), later=later, bound=bound, from_focus=focus)


def _count(m: Words) -> float | None:
    """The amount in front of a unit, or None for a bare plural ("years ago")."""
    return amount(m["amount"]) if m["amount"] else None


def _length(m: Words) -> Reading | None:
    if m["amount"].lower() in ("a", "the") and m["unit"].lower() == "second":
        return None  # "a second vote"
    return Length(_count(m), unit_name(m["unit"]))


def _one_long(m: Words) -> Reading:
    return Length(1, unit_name(m["unit"]))


def _season_year(m: Words) -> Reading:
    return Fixed(periods.season(int(m["year"]), m["season"].lower()))


def _ordinal(m: Words) -> Reading:
    return Ordinal(m["unit"].lower(), ORDINALS[m["number"].lower()])


def _lettered(m: Words) -> Reading | None:
    number, unit = int(m["number"]), "quarter" if m["letter"] == "Q" else "half"
    if unit == "half" and number > 2:
        return None
    part = Ordinal(unit, number)
    return Within(part, Fixed(periods.year(int(m["year"])))) if m["year"] else part


def _decade(m: Words) -> Reading | None:
    if m["spelled"]:
        return Fixed(periods.decade(1900 + SPELLED_DECADES[m["spelled"].lower()]))
    return Fixed(periods.decade(int(m["first"]) if m["first"] else 1900 + int(m["short"])))


def _century(m: Words) -> Reading | None:
    text = m["number"].lower()
    number = SPELLED_CENTURIES.get(text) or int(re.sub(r"\D", "", text) or 0)
    return Fixed(periods.century(100 * (number - 1))) if 2 <= number <= 21 else None


def _clock(m: Words) -> Reading | None:
    hour, minute = int(m["hour"]), m["minute"] or "00"
    half = (m["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24:
        return None
    zone = "Z" if (m["zone"] or "") in ("UTC", "GMT") else ""
    return Clock(f"T{hour:02d}:{minute}{zone}")


def _every(m: Words) -> Reading:
    if m["weekday"]:
        return _weekdays(m)
    count = 2 if m["other"] else amount(m["amount"]) if m["amount"] else 1
    return Repeated(duration(count, unit_name(m["unit"])))


def _weekdays(m: Words) -> Reading:
    return Repeated(f"XXXX-WXX-{WEEKDAYS[m['weekday'].capitalize()] + 1}")


_SAME_STEPS = {"same": 0, "that": 0, "that same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}


def _same(m: Words) -> Reading:
    return Same(unit_name(m["unit"]), _SAME_STEPS[m["how"].lower()])


def _beside(m: Words) -> Reading:
    return Same(unit_name(m["unit"]), 1 if m["way"].lower() == "after" else -1)


_HERE = r"(?P<unit>day|weekend|week|month|quarter|year|decade|century)(?!\w)"
_QUALITY = (
    r"(?:(?P<bound>about|around|roughly|some|nearly|almost|more than|over|less than|under|just over|just under"
    r"|at least) )?"
)
_AMOUNT = rf"(?P<amount>{SOME}|{NUMBER}|an?|one)"
_PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"

RULES: tuple[Rule, ...] = (
    _rule(rf"(?P<year>{YEAR_FIGURES})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)", _date),
    _rule(r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<year>(?:19|20)\d\d)(?![\d/.]\d)", _slashes),
    _rule(
        rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?(?:the )?(?P<month>{MONTH}) (?P<day>{DAY})(?:(?:,| of)? "
        rf"(?P<year>{YEAR}))?",
        _date,
    ),
    _rule(
        rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?(?:the )?(?P<day>{DAY})(?: of)?[ -](?P<month>{MONTH})"
        rf"(?:,?[ -](?P<year>{YEAR}))?",
        _date,
    ),
    _rule(
        rf"(?P<month>{MONTH}) (?P<day>{DAY}) ?(?:[-–—]|to|through) ?(?P<last>{DAY})(?:,? (?P<year>{YEAR}))?",
        _day_range,
    ),
    _rule(
        rf"(?P<day>{DAY}) ?(?:[-–—]|to|through) ?(?P<last>{DAY}) (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        _day_range,
    ),
    _rule(rf"(?P<month>{MONTH})(?:,| of)? (?P<year>{YEAR})", _month_year),
    _rule(rf"(?P<month>{MONTH})", _named, "month"),
    _rule(
        rf"{_WHICH_WORDS} (?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>(?i:{SEASON}))(?!\w))",
        _named, "name",
    ),
    _rule(rf"(?P<weekday>{WEEKDAY})", _named, "name"),
    _rule(rf"(?i:(?P<which>last|next|this|this coming|this past|coming|upcoming) {_HERE})", _relative),
    _rule(
        r"(?i:the (?P<how>following|previous|preceding|next(?= day| night)) "
        r"(?P<unit>day|week|month|year|night))(?!\w)",
        _same,
    ),
    _rule(r"(?i:the last quarter)(?!\w)", lambda m: Relative("quarter", -1)),
    _rule(
        rf"(?i:(?:the |this )?(?P<way>past|last|next|coming)(?: (?P<amount>{SOME}|{NUMBER}))? "
        rf"(?P<unit>{UNIT}))(?!\w)",
        _stretch,
    ),
    _rule(r"(?i:in )?(?i:recent (?P<unit>days|weeks|months|years|decades))(?!\w)", lambda m: Vague("PAST_REF")),
    _rule(r"(?i:in the past)(?= ?[.,;:!?)]|$)", lambda m: Vague("PAST_REF")),
    _rule(rf"(?i:(?:the )?(?P<near>{either(NEAR_DAYS)})(?: {_PART_OF_DAY})?)(?!\w)", _near_day, "near"),
    _rule(r"(?i:(?P<which>this|last) (?P<part>morning|afternoon|evening|night))(?!\w)", _daypart_here),
    _rule(r"(?i:the weekend)(?!\w)", lambda m: Recurring("weekend", weekday=5), "weekend"),
    _rule(rf"(?i:(?:the )?(?P<season>{SEASON}),?(?: of)? (?P<year>{YEAR}))", _season_year),
    _rule(rf"(?i:(?:the )?(?P<season>{SEASON}))(?!\w)", _named, "season"),
    _rule(
        rf"(?i:{_QUALITY}(?:{_AMOUNT} )?(?P<unit>{UNIT}) "
        rf"(?P<way>ago|earlier|later|from now|hence|afterwards?))(?!\w| than)",
        _offset,
    ),
    _rule(
        rf"(?i:(?P<amount>{SOME}|{NUMBER})(?: - |[ -])(?:"
        rf"(?:more|full|straight|consecutive|long|additional) )?(?P<unit>{UNIT}))"
        rf"(?:-long)?(?!\w| ?- ?old| old| anniversary| birthday)",
        _length, "length",
    ),
    _rule(r"(?i:(?P<amount>)(?P<unit>hour|day|night|week|month|year|decade|century)-long)(?!\w)", _one_long),
    _rule(rf"(?i:(?P<amount>an?|one|the) (?P<unit>{UNIT}))(?!\w|-old|-long| old| anniversary)", _length, "unit"),
    _rule(
        r"(?i:(?P<amount>)(?P<unit>hours|days|weeks|months|years|decades|centuries))(?:-long)?(?!\w|-old)",
        _length, "unit",
    ),
    _rule(
        rf"(?i:(?:every|each)(?: (?P<other>other|second))?(?: (?P<amount>{NUMBER}|few))? (?:"
        rf"(?P<unit>{UNIT})|(?P<weekday>{WEEKDAY})))(?!\w)",
        _every,
    ),
    _rule(rf"(?i:(?P<weekday>{either(WEEKDAYS)})s)(?!\w)", _weekdays, "name"),
    _rule(
        rf"(?i:(?P<word>{either(ADVERBS_OF_REPETITION)}))(?!\w)",
        lambda m: Repeated(ADVERBS_OF_REPETITION[m["word"].lower()]), "lower",
    ),
    _rule(rf"(?i:(?:per|a) (?P<unit>{UNIT}))(?![\w-])", lambda m: Repeated(duration(1, unit_name(m["unit"]))), "rate"),
    _rule(
        rf"(?:[Tt]he )?(?:(?P<first>(?:1\d|20)\d0)['’]?s|['’](?P<short>\d0)s|(?i:"
        rf"(?P<spelled>{either(SPELLED_DECADES)})))(?!\w)",
        _decade,
    ),
    _rule(
        rf"(?i:(?:the )?(?P<number>{either(SPELLED_CENTURIES)}|\d{{1,2}}(?:st|nd|rd|th))[ -]century)(?!\w)",
        _century,
    ),
    _rule(
        rf"(?i:(?:the )?(?P<number>{either(ORDINALS)}) (?P<unit>quarter|half|week|weekend|day|month))(?!\w)",
        _ordinal, "ordinal",
    ),
    _rule(rf"(?P<letter>[QH])(?P<number>[1-4])(?: (?:of )?(?P<year>{YEAR}))?(?!\w)", _lettered, "lettered"),
    _rule(
        rf"(?i:(?:the )?(?:fiscal(?: year)?|financial year) |FY ?)(?P<year>{YEAR})",
        lambda m: Fixed(periods.unknown(f"FY{m['year']}", "year")),
    ),
    _rule(r"(?P<year>(?:1[5-9]|20)\d\d) ?[-–—/] ?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-])", _years, "year"),
    _rule(rf"(?P<year>{YEAR})(?![-/]\d)", lambda m: Fixed(periods.year(int(m["year"]))), "year"),
    _rule(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)(?: \(?"
        r"(?P<zone>UTC|GMT)(?! ?[+-]))?",
        _clock,
    ),
    _rule(r"(?P<hour>[01]?\d|2[0-4]):?(?P<minute>[0-5]\d)(?::\d\d)?(?P<half>) ?(?P<zone>UTC|GMT)(?!\w)", _clock),
    _rule(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?P<half>)(?P<zone>)(?![\d:])", _clock, "clock"),
    _rule(r"(?i:(?P<part>noon|midday|midnight|dawn|dusk))(?!\w)", lambda m: Clock(DAYPARTS[m["part"].lower()]), "at"),
    _rule(
        r"(?i:the (?P<part>morning|afternoon|evening|night))(?!\w)",
        lambda m: Clock(DAYPARTS[m["part"].lower()]), "daypart",
    ),
    _rule(r"(?i:(?:the )?(?P<how>that same|same|that) (?P<unit>day|week|month|year|night|decade))(?!\w)", _same),
    _rule(r"(?i:the (?P<unit>day|week|month|year|night) (?P<way>before|after))(?= ?[.,;:!?]|$)", _beside),
    _rule(r"(?i:the day)(?!\w)", lambda m: Same("day"), "the day"),
    _rule(
        rf"(?i:(?P<day>{either(HOLIDAYS)}))(?!\w)",
        lambda m: Recurring("day", *HOLIDAYS[m["day"].lower().replace("’", "'")]), "holiday",
    ),
    _rule(rf"(?i:(?P<word>{either(VAGUE)}))(?![\w-])", lambda m: Vague(VAGUE[m["word"].lower()])),
)  # fmt: skip


def read_atom(text: str, at: int) -> list[Atom]:
    """All expressions that begin at a place, the longest first."""
    found = []
    for pattern, build, check in RULES:
        match = pattern.match(text, at)
        reading = build(match) if match else None
        if match and reading:
            found.append(Atom(match.end(), reading, check))
    return sorted(found, key=lambda atom: -atom.end)
