"""Text -> what a careful reader would not read as the article, with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Skipped
from kg.reading.boilerplate import LONGEST_TAIL, Cue, load_cues
from kg.reading.datelines import agency_prefix, is_date_line
from kg.reading.footnotes import find_footnote_marks
from kg.reading.layout import Paragraph, find_paragraphs
from kg.reading.repeats import find_repeats
from kg.reading.urls import find_urls, is_url_only

LONGEST_CUE = 400
"""Characters; a longer paragraph is read, whatever it begins with."""

LONGEST_LEGAL = 3_000
DISCLAIMER = "disclaimer"
HEADLINES = "headline list"

_LONGEST_HEADING = 100
_LIST_ITEMS = 3
_PROSE_WORDS = 12
_SENTENCE_WORDS = 4
_END_SHARE = 0.3
_CAPITAL_SHARE = 0.6

_STOP = re.compile(r"[.!?…][\"'’”»)\]]*$")
_OPEN = re.compile(r"[:;,]$")
_BULLET = re.compile(r"^(?:[•‣▪●◦·○■►▸✔✓*–—-]\s*|\(?\d{1,2}[.)]\s+)")
_WORDS = re.compile(r"[^\W\d_][\w’'.-]*")
_SMALL = frozenset(
    re.findall(r"\w+", "a an and as at but by for from in into is of off on or over per s than that the to up vs with")
)


def find_skipped(text: str) -> tuple[Skipped, ...]:
    """Return the spans that are not read, sorted and apart; neighbours with one reason are one span.

    Where several reasons hold, the first of: repeated text, cue of boilerplate.toml, address, headline list.
    """
    paragraphs = find_paragraphs(text)
    marks = _marks(paragraphs)
    found = [Skipped(p.start, p.end, reason) for p, reason in zip(paragraphs, marks, strict=True) if reason]
    kept = [p for p, reason in zip(paragraphs, marks, strict=True) if not reason]
    inline = [*find_repeats(kept, text), *_agency(kept, text), *find_urls(kept, text), *_tails(kept, text)]
    inline.extend(find_footnote_marks(kept, text))
    return _merge(_apart([*found, *inline]), text)


def _marks(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The reason to skip each paragraph as a whole, "" for those that are read."""
    marks = [""] * len(paragraphs)
    first, last = _article(paragraphs)
    cues = load_cues()
    for number, paragraph in enumerate(paragraphs):
        if not marks[number]:
            marks[number] = _line_reason(paragraph, cues, top=number < first, end=number >= last)
    _mark_sections(paragraphs, marks, [cue for cue in cues if cue.kind == "section"])
    _mark_lists(paragraphs, marks)
    return marks


def _article(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The number of the first paragraph of prose, and of the first after which at most one more is prose."""
    prose = [number for number, paragraph in enumerate(paragraphs) if is_prose(paragraph.text)]
    return (prose[0], prose[0] + 1) if prose else (len(paragraphs), len(paragraphs))


def is_prose(text: str, *, least: int = _PROSE_WORDS) -> bool:
    """Whether a paragraph reads like an article: at least so many words, a full stop, mostly in lower case."""
    words = _WORDS.findall(text[:LONGEST_LEGAL])
    if len(words) < least or not _STOP.search(text[-20:]):
        return False
    return sum(1 for word in words if word[0].islower()) >= len(words) / 2


def _line_reason(paragraph: Paragraph, cues: Sequence[Cue], *, top: bool, end: bool) -> str:
    text = paragraph.text
    if is_url_only(paragraph):
        return "url"
    if len(text) <= LONGEST_CUE and top and is_date_line(text):
        return "date line"
    for cue in cues:
        limit = LONGEST_LEGAL if cue.kind == "within" else LONGEST_CUE
        placed = cue.place == "any" or (top if cue.place == "top" else end)
        if cue.kind in ("line", "within") and placed and len(text) <= limit and cue.matches(text):
            return cue.reason
    return ""


def _mark_sections(paragraphs: Sequence[Paragraph], marks: list[str], cues: Sequence[Cue]) -> None:
    """Mark the headings of sections and what they cover: as far as the article goes on, or to the end."""
    total = sum(len(paragraph.text) for paragraph, mark in zip(paragraphs, marks, strict=True) if not mark)
    read, opened, section, whole = 0, 0, None, False
    for number, paragraph in enumerate(paragraphs):
        cue = None if whole or marks[number] else _heading_cue(paragraph.text, cues)
        if cue:
            opened, section, whole = number, cue, cue.to_end and read >= _END_SHARE * total
            marks[number] = cue.reason
        elif section and (whole or _covers(section, paragraph.text, number - opened)):
            marks[number] = marks[number] or _covered_reason(section, paragraph.text)
        elif not marks[number]:
            section = None
        read += 0 if marks[number] else len(paragraph.text)


def _heading_cue(text: str, cues: Sequence[Cue]) -> Cue | None:
    return next((cue for cue in cues if cue.matches(text)), None) if len(text) <= _LONGEST_HEADING else None


def _covers(section: Cue, text: str, distance: int) -> bool:
    """Whether a paragraph belongs to the section that was opened `distance` paragraphs before."""
    if section.to_end:
        return False
    if section.reason == DISCLAIMER:
        return distance == 1 or not is_prose(text)
    return not is_prose(text, least=_SENTENCE_WORDS)


def _covered_reason(section: Cue, text: str) -> str:
    return HEADLINES if not section.to_end and _is_headline(text) else section.reason


def _mark_lists(paragraphs: Sequence[Paragraph], marks: list[str]) -> None:
    """Mark runs of headlines: three or more, not opened by a sentence of the article that ends in a colon."""
    for run in _runs(paragraphs, marks):
        opener = paragraphs[run[0] - 1].text if run[0] else ""
        introduced = bool(_OPEN.search(opener)) and not marks[run[0] - 1]
        # The first paragraph of a file is its own headline, whatever follows.
        items = run[1:] if run[0] == 0 else run
        if len(items) >= _LIST_ITEMS and not introduced:
            for number in items:
                marks[number] = HEADLINES


def _runs(paragraphs: Sequence[Paragraph], marks: Sequence[str]) -> Iterator[list[int]]:
    run: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if not marks[number] and _is_headline(paragraph.text):
            run.append(number)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _is_headline(text: str) -> bool:
    """Whether a paragraph is a title-cased line without a full stop: at least three words, three fifths capital."""
    bare = _BULLET.sub("", text)
    words = [word for word in _WORDS.findall(bare[:LONGEST_CUE]) if word.casefold() not in _SMALL]
    if len(text) > 200 or len(words) < _LIST_ITEMS or _STOP.search(bare) or _OPEN.search(bare):
        return False
    return sum(1 for word in words if word[0].isupper()) >= _CAPITAL_SHARE * len(words)


def _agency(paragraphs: Sequence[Paragraph], text: str) -> Iterator[Skipped]:
    """The agency or dateline before the first sentence of the article."""
    prose = next((p for p in paragraphs if is_prose(p.text)), None)
    length = agency_prefix(text[prose.start : prose.end][:LONGEST_CUE]) if prose else 0
    if prose and length:
        yield Skipped(prose.start, prose.start + length, "agency")


def _tails(paragraphs: Sequence[Paragraph], text: str) -> Iterator[Skipped]:
    """Credits at the end of a caption."""
    cues = [cue for cue in load_cues() if cue.kind == "tail"]
    for paragraph in paragraphs:
        end = text[max(paragraph.start, paragraph.end - LONGEST_TAIL) : paragraph.end]
        for cue in cues:
            length = len(end) - cue.tail(end)
            if length:
                yield Skipped(paragraph.end - length, paragraph.end, cue.reason)


def _apart(spans: Sequence[Skipped]) -> list[Skipped]:
    """The spans sorted, each cut back to where those before it end; the longer of two that start together wins."""
    kept: list[Skipped] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.reason)):
        start = max(span.start, kept[-1].end) if kept else span.start
        if start < span.end:
            kept.append(Skipped(start, span.end, span.reason))
    return kept


def _merge(spans: Sequence[Skipped], text: str) -> tuple[Skipped, ...]:
    merged: list[Skipped] = []
    for span in spans:
        joined = merged and merged[-1].reason == span.reason and not text[merged[-1].end : span.start].strip()
        if joined:
            merged[-1] = Skipped(merged[-1].start, span.end, span.reason)
        else:
            merged.append(span)
    return tuple(merged)
