"""Paragraphs -> the marks of footnotes in them: "[3][4]", "[2", "[citation needed]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Skipped
from kg.reading.layout import Paragraph

FOOTNOTE_MARK = "footnote mark"

_MARK = r"\[(?:\d{1,3}|citation needed|(?:note|nb|n) ?\d{1,2})\]"
_BEHIND = r"(?<=[\w.,;:!?)\"'’”»%])"
"""What a mark follows without a blank; one that follows a blank ends its phrase."""

_MARKS = re.compile(
    rf"{_BEHIND}(?:{_MARK})+(?:\[\d{{1,3}}(?=\s|$))?"
    rf"|{_BEHIND}\[\d{{1,3}}(?=\s|$)"
    rf"|(?<=\S)[ \t](?:{_MARK})+(?=[ \t]*(?:[.,;:!?]|$))",
    re.IGNORECASE,
)


def find_footnote_marks(paragraphs: Sequence[Paragraph], text: str) -> Iterator[Skipped]:
    """Yield the marks of footnotes; a number in brackets among words ("said [3] ships") is read."""
    for paragraph in paragraphs:
        for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
            yield Skipped(match.start(), match.end(), FOOTNOTE_MARK)
