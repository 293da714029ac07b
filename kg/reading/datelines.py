"""The head of an article -> the day it was published, where a line says so in full."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<month>{_NAME})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}[-/.](?P<number>[01]?\d)[-/.]{_DAY}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    )
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_CLOCK = r"(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4}\s*(?:hrs|gmt|utc)"
_ZONE = r"\(?(?:gmt|utc|z|bst|ist|[ecmp][sd]?t|msk|kst|jst|cest|cet|local time)(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?\)?"
_LABEL = r"(?:first |last )?(?:published|updated|posted|modified|created|dated?|publication date)(?:\s+(?:on|at))?\s*:?"
_AGO = r"(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago"
_AROUND = re.compile(rf"(?:{_AGO}|{_WEEKDAY}|{_CLOCK}|{_ZONE}|{_LABEL}|[\s|,.;:/()·•–—-])*", re.IGNORECASE)
_BYLINE = re.compile(r"by:?\s+[^.!?]{2,60}", re.IGNORECASE)
_RELATIVE = re.compile(rf"(?:{_LABEL}\s*)?{_AGO}", re.IGNORECASE)
_YEARLESS = re.compile(
    rf"(?:{_LABEL}\s*)?(?:{_WEEKDAY}\s+)?(?:{_NAME}\.?\s+[0-3]?\d|[0-3]?\d\s+{_NAME}\.?)"
    rf"(?:[\s,|]+(?:{_CLOCK}|{_ZONE}))*",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)

_DASH = r"\s*(?:--|[-–—―])\s*"
_COLON = r"\s*(?:--|[-–—―:])\s*"
_AGENCY = r"(?:\([A-Z][\w.&’'-]*(?:[ /,]+[A-Z&][\w.&’'-]*){0,4}\)|/[A-Z][\w .-]{1,40}/)"
_TOWN = r"[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]+){0,3}"
_WHEN = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)"
_PREFIXES = tuple(
    re.compile(form)
    for form in (
        rf"{_AGENCY}(?:{_DASH}|\s+)(?=\S)",
        rf"{_TOWN}(?:,\s*{_TOWN})?(?:,\s*{_TOWN})?,?\s*{_AGENCY}{_DASH}(?=\S)",
        rf"{_TOWN}(?:,\s*{_TOWN})?,?\s*{_WHEN},?\s*{_AGENCY}{_COLON}(?=\S)",
        rf"{_TOWN}(?:,\s*{_TOWN})?,\s*{_WHEN},?\s*{_COLON}(?=\S)",
        rf"{_CAPITALS}(?:,\s*{_TOWN})?(?:\s*(?:--|[—―])\s*|\s+[–-]\s+)(?=[\"'“‘]?[A-Z0-9])",
    )
)


def find_published(lines: list[str]) -> date | None:
    """Return the day in the first five lines that are not blank: on a line of its own, or before a dash.

    A day without its year, or one that the article merely speaks of, is none.  "Published" goes before "Updated".
    """
    found = [(bool(_UPDATED.search(line[:40])), day) for line in lines[:5] if (day := _published(line[:400]))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _published(line: str) -> date | None:
    length = agency_prefix(line)
    if length:
        return read_date(line[:length])
    return read_date(line) if is_date_line(line) else None


def read_date(text: str) -> date | None:
    """Return the first full date in the text, English or ISO, or None; never a guess at day or month order."""
    for form in _FORMS:
        match = form.search(text)
        if match and (day := _day(match.groupdict())):
            return day
    return None


def _day(parts: dict[str, str | None]) -> date | None:
    name = (parts.get("month") or "")[:3].casefold()
    month = MONTHS.index(name) + 1 if name else int(parts.get("number") or 0)
    try:
        return date(int(parts["year"] or 0), month, int(parts["day"] or 0))
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a paragraph says nothing but when, and at most who wrote it."""
    bare = text.strip()
    if len(bare) > 160:
        return False
    if _RELATIVE.fullmatch(bare) or _YEARLESS.fullmatch(bare):
        return True
    rest, found = bare, False
    for form in _FORMS:
        rest, count = form.subn(" ", rest)
        found = found or count > 0
    rest = rest.strip(" |,·•-–—")
    return found and bool(_AROUND.fullmatch(rest) or _BYLINE.fullmatch(rest))


def agency_prefix(text: str) -> int:
    """Return how many characters of agency, town and date stand before the first sentence, its dash included.

    "(MENAFN) North Korean …" 9 · "MOSCOW, July 1, 2025 (Reuters) - Russia …" 33 · "BERLIN — The …" 9.
    """
    return max((match.end() for form in _PREFIXES if (match := form.match(text))), default=0)
