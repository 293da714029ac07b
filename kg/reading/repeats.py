"""Paragraphs -> text that stands twice: the first time it is read, after that it is skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Skipped
from kg.reading.layout import Paragraph

REPEATED_WORDS = 8
"""A shorter sentence may be said twice on purpose; it is skipped only beside a longer one that is repeated."""

REPEATED_LINE = 4
"""Words of a paragraph of its own, such as a headline above and below the picture."""

_STOP = re.compile(r"[.!?…][\"'’”)\]]*(?=\s+[\"'‘“(\[]?[A-Z0-9])")
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    key: str
    words: int
    whole: bool


def find_repeats(paragraphs: Sequence[Paragraph], text: str) -> Iterator[Skipped]:
    """Yield each run of sentences that stood before, compared by words, whatever the case, dashes and line ends."""
    sentences = [sentence for paragraph in paragraphs for sentence in _sentences(paragraph, text)]
    repeated = _repeated(sentences)
    for run in _runs(repeated):
        if any(_counts(sentences[number]) for number in run):
            yield Skipped(sentences[run[0]].start, sentences[run[-1]].end, "repeated text")


def _sentences(paragraph: Paragraph, text: str) -> Iterator[_Sentence]:
    ends = [match.end() for match in _STOP.finditer(text, paragraph.start, paragraph.end)]
    for start, end in pairwise([paragraph.start, *ends, paragraph.end]):
        tokens = list(_TOKEN.finditer(text, start, end))
        if tokens:
            before = text[start : tokens[0].start()]
            first = tokens[0].start() - len(before.lstrip())
            key = " ".join(token.group().casefold() for token in tokens)
            yield _Sentence(first, end, key, len(tokens), not ends or ends == [paragraph.end])


def _counts(sentence: _Sentence) -> bool:
    return sentence.words >= (REPEATED_LINE if sentence.whole else REPEATED_WORDS)


def _repeated(sentences: Sequence[_Sentence]) -> list[bool]:
    seen: set[str] = set()
    marks: list[bool] = []
    for sentence in sentences:
        marks.append(sentence.key in seen)
        seen.add(sentence.key)
    return marks


def _runs(repeated: Sequence[bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for number, mark in enumerate(repeated):
        if mark:
            run.append(number)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run
