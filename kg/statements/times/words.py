"""The closed word classes of time expressions, as regular expressions over text as written.

Names of months and days count only with a capital ("may", "march" and "sun" are words); all else in any case.
"""

from __future__ import annotations

import re

from kg.statements.numbers import TENS, UNITS, listed, read_number

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
            "September Sept Sep", "October Oct", "November Nov", "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number for number, name in enumerate(listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
}
UNITS_OF_TIME = (
    "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "year", "decade",
)  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "final": -1, "last": -1, "opening": 1, "closing": -1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
SPELLED_CENTURIES = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        start=1,
    )
}
SPELLED_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14),
    "may day": (5, 1), "halloween": (10, 31),
}  # fmt: skip
"""Days with one date in every year and country; movable feasts are left alone."""

DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "dawn": "TMO", "dusk": "TEV",
}  # fmt: skip
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "at present": "PRESENT_REF", "at the moment": "PRESENT_REF",
    "these days": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF", "right now": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "lately": "PAST_REF",
    "in the near future": "FUTURE_REF", "in the future": "FUTURE_REF", "soon": "FUTURE_REF",
}  # fmt: skip
ADVERBS_OF_REPETITION = {
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D",
    "hourly": "PT1H", "quarterly": "P3M", "biennial": "P2Y", "nightly": "P1D",
}  # fmt: skip
POSITIONS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late", "close": "late", "very beginning": "early", "very end": "late",
}  # fmt: skip

_ONES = "|".join(word for word, value in UNITS.items() if 0 < value < 10)
_TEENS = "|".join(word for word, value in UNITS.items() if value > 9)
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})?(?:\.\d)?(?![\d,.]\d)"
    rf"|(?:{'|'.join(TENS)})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES}|a hundred)"
)
NUMBER = rf"(?:{_NUMBER}(?: and a half)?)"
SOME = (
    r"(?:several|a few|few|many|some|a couple of|a couple|a number of|countless|a dozen|half a dozen|dozens of"
    r"|half a|half an)"
)


NEAR_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
"""Days by how far they are from the day of publication."""


def either(words: object) -> str:
    """A group that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, map(str, words)), key=lambda w: (-len(w), w))) + ")"  # type: ignore[call-overload]


def _cased(names: list[str]) -> str:
    return either([form for name in names for form in (name, name.upper())])


_FULL = [name for name in MONTHS if len(name) > 4 or name in ("May", "June", "July")]
_SHORT = [name for name in MONTHS if name not in _FULL]
MONTH = rf"(?:{_cased(_FULL)}(?![\w])|{_cased(_SHORT)}(?:\.|(?= \d)))"
WEEKDAY = rf"(?:{_cased(list(WEEKDAYS))}(?!\w))"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:]|[.,]\d)"
YEAR_FIGURES = r"(?:1\d|20|21)\d\d"
YEAR = YEAR_FIGURES + r"(?![\d\w]|[.,]\d|%)"
UNIT = either(UNITS_OF_TIME) + r"s?|centur(?:y|ies)"
SEASON = "(?:spring|summer|autumn|fall|winter)"


def month_number(text: str) -> int:
    """1 to 12 for a name or abbreviation of a month."""
    return MONTHS[text.rstrip(".").capitalize()]


def unit_name(text: str) -> str:
    """The unit in the singular ("years" -> "year")."""
    word = text.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def amount(text: str) -> float | None:
    """The number that an amount of time stands for; None where it is an unknown one ("several")."""
    words = text.lower().replace("-", " ").split()
    match words:
        case ["a" | "an" | "one"]:
            return 1
        case ["a", "couple"] | ["a", "couple", "of"]:
            return 2
        case ["half", "a" | "an"]:
            return 0.5
        case ["a", "hundred"]:
            return 100
        case ["a", "dozen"]:
            return 12
    return read_number(words)
