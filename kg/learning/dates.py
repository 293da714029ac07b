"""How triples write days: `1986-01-01`, `01 January 1986`, `January 1, 1986`; a year alone is its first day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from kg.learning.phrases import Phrase

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip

FORMS = {
    "day month year": (re.compile(rf"(?P<d>\d\d?) (?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})"), "{d:02d} {month} {y}"),
    "month day, year": (re.compile(rf"(?P<m>{'|'.join(MONTHS)}) (?P<d>\d\d?), (?P<y>\d{{4}})"), "{month} {d}, {y}"),
    "year-month-day": (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), "{y}-{m:02d}-{d:02d}"),
}
"""Name of a form -> how it is read and written."""

_VALUE = re.compile(r"\d{4}(-\d\d){0,2}")


def form_of(texts: Iterable[str]) -> str:
    """The form that most of these texts have, or "" where most are no days."""
    found = Counter(next((name for name, (form, _) in FORMS.items() if form.fullmatch(t)), "") for t in texts)
    return max(sorted(found), key=lambda name: found[name], default="")


def read_day(text: str) -> date | None:
    """The day that a text in one of the forms names."""
    for form, _ in FORMS.values():
        found = form.fullmatch(text)
        if found:
            month = MONTHS.index(found["m"]) + 1 if found["m"] in MONTHS else int(found["m"])
            try:
                return date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                return None
    return None


def first_day(phrase: Phrase) -> date | None:
    """The first day of the year, month or day that a phrase names, or None for any other."""
    time = phrase.time
    if time is None or time.timex_type != "DATE" or not time.value or not _VALUE.fullmatch(time.value):
        return None
    return time.earliest


def write_day(day: date, form: str) -> str:
    """A day in a form."""
    return FORMS[form][1].format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1])
