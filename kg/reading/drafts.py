"""What is known of an article while it is being read, and how names, dates and addresses from outside are cleaned."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from kg.reading.layout import CONTROL, INVISIBLE

MAX_BYTES = 20_000_000
"""A longer file, or line of a JSON lines file, is a problem, not an article."""

LONGEST_NAME = 80
LONGEST_TITLE = 500

_NOT_SHOWN = re.compile(f"[{INVISIBLE}{CONTROL}]")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]{3,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a manifest, a page or a JSON line says about an article beside its text."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """These facts, with those of `other` where one is missing."""
        return Facts(
            self.title or other.title,
            self.published or other.published,
            self.publisher or other.publisher,
            self.url or other.url,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it has an id: `name` is its file's stem or the id that its line gives."""

    name: str
    text: str
    sha256: str
    facts: Facts = Facts()


def clean_name(name: str) -> str:
    """Return a name that is safe in an IRI and as a file name: letters, digits, ". _ -", at most LONGEST_NAME."""
    kept = "".join(c if c.isalnum() or c in "._-" else "_" for c in unicodedata.normalize("NFKC", name))
    return kept.strip("._-")[:LONGEST_NAME].rstrip("._-") or "document"


def clean_line(value: object) -> str | None:
    """Return one line of text without control characters, or None where nothing is left."""
    if not isinstance(value, str):
        return None
    return " ".join(_NOT_SHOWN.sub("", value).split())[:LONGEST_TITLE].rstrip() or None


def clean_url(value: object) -> str | None:
    """Return an http address that can stand in Turtle as it is, or None."""
    return value.strip() if isinstance(value, str) and _URL.fullmatch(value.strip()) else None


def clean_date(value: object) -> date | None:
    """Return the day of a TOML date or an ISO string ("2025-07-01", "2025-07-01T10:00:00Z"), or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = re.fullmatch(r"\s*(\d{4}-\d\d-\d\d)(?:[T ].{0,40})?\s*", value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
