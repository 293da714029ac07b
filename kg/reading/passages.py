"""Document -> passages: the stretches of text that are read, each one paragraph or heading."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Document, Skipped
from kg.reading.layout import CONTROL, INVISIBLE, Paragraph, find_paragraphs

MAX_PASSAGE = 50_000
"""Characters.  spaCy refuses 1,000,000, and its memory grows with the longest passage."""

HEADING_WORDS = 25

_WORD = re.compile(f"[^\\s{INVISIBLE}{CONTROL}]+")
_GAP = re.compile(r"\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'’”)]*\s")
_FINAL = re.compile(r"[.!?…:;,][\"'’”»)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_SUSPENDED = re.compile(r"(?:and|or|to|nor)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading to be parsed.

    `text` has one blank for each run of white space; `offsets[i]` is where `text[i]` stands in the document's text.
    """

    text: str
    offsets: array[int]
    heading: bool = False


def find_passages(document: Document) -> list[Passage]:
    """Return what is to be read, in order: no skipped character, no invisible one, at most MAX_PASSAGE at a time.

    Lines of a hard-wrapped paragraph are joined with one blank.  A word that was broken after its own hyphen
    ("mid-year") is joined without.
    """
    paragraphs = find_paragraphs(document.text)
    found: list[Passage] = []
    for paragraph in paragraphs:
        text, offsets = _flatten(document, paragraph)
        heading = len(paragraphs) > 1 and is_heading(text, title=document.title, first=not found)
        found.extend(Passage(text[a:b], offsets[a:b], heading) for a, b in _cut(text))
    return found


def is_heading(text: str, *, title: str | None = None, first: bool = False) -> bool:
    """Whether a paragraph is a headline or cross-heading: the document's title, or few words and no full stop."""
    if title and _words(text) == _words(title):
        return True
    limit = HEADING_WORDS if first else HEADING_WORDS // 2
    return 0 < len(text.split()) <= limit and not _FINAL.search(text[-20:])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _flatten(document: Document, paragraph: Paragraph) -> tuple[str, array[int]]:
    text, pieces, offsets = document.text, [], array("l")
    previous = ""
    for start, end in _kept(document.skipped, paragraph.start, paragraph.end):
        for match in _WORD.finditer(text, start, end):
            gap = text[offsets[-1] + 1 : match.start()] if offsets else ""
            if _GAP.search(gap) and not _is_broken_word(previous, gap, match.group()):
                pieces.append(" ")
                offsets.append(offsets[-1] + 1 + _first_gap(gap))
            pieces.append(match.group())
            offsets.extend(range(match.start(), match.end()))
            previous = match.group()
    return "".join(pieces), offsets


def _first_gap(gap: str) -> int:
    found = _GAP.search(gap)
    return found.start() if found else 0


def _is_broken_word(before: str, gap: str, after: str) -> bool:
    if not _HYPHENATED.search(before) or ("\n" not in gap and "\r" not in gap):
        return False
    return after[0].isalnum() and not _SUSPENDED.match(after)


def _kept(skipped: tuple[Skipped, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `start` to `end` outside the skipped spans, which are sorted and do not overlap."""
    position = start
    first = max(0, bisect_right(skipped, start, key=lambda span: span.start) - 1)
    for number in range(first, len(skipped)):
        span = skipped[number]
        if span.start >= end:
            break
        if span.start > position:
            yield position, span.start
        position = max(position, span.end)
    if position < end:
        yield position, end


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > MAX_PASSAGE:
        end = _cut_point(text, start, start + MAX_PASSAGE)
        yield start, end
        start = end + (text[end] == " ")
    if start < len(text):
        yield start, len(text)


def _cut_point(text: str, start: int, end: int) -> int:
    """The last sentence end in the second half of the stretch, else the last blank, else its end."""
    half = (start + end) // 2
    stops = [match.end() - 1 for match in _SENTENCE_END.finditer(text, half, end)]
    if stops:
        return stops[-1]
    blank = text.rfind(" ", half, end)
    return blank if blank > 0 else end
