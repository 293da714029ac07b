"""Paragraphs -> web addresses, those broken over two lines included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Skipped
from kg.reading.layout import ADDRESS_REST, ADDRESS_SIGN, FULL_LINE, Line, Paragraph

_START = r"(?:https?://|ftp://|www\.[\w-]+\.|pic\.twitter\.com/|t\.co/)"
_URL = re.compile(rf"(?<![\w@])\(?<?{_START}[^\s<>\"“”]+[^\s<>\"“”.,;:!?'’]", re.IGNORECASE)
_ONLY = re.compile(rf"(?:[\w ]{{1,30}}:\s*)?[(<\[]?{_START}\S+", re.IGNORECASE)
_LONGEST = 2_000


def is_url_only(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but addresses, each with a short label at most."""
    if len(paragraph.text) > _LONGEST:
        return False
    covered = False
    for line in paragraph.lines:
        whole = bool(_ONLY.fullmatch(line.text))
        if not whole and not (covered and ADDRESS_REST.fullmatch(line.text)) and not _is_label(line, paragraph):
            return False
        covered = covered or whole
    return covered


def _is_label(line: Line, paragraph: Paragraph) -> bool:
    return line is paragraph.lines[0] and line.text.endswith(":") and len(line.text) <= 40


def find_urls(paragraphs: Sequence[Paragraph], text: str) -> Iterator[Skipped]:
    """Yield the addresses inside paragraphs, with the brackets around them.

    A mere site name ("www.flag.govt.nz") without brackets is a word of its sentence and is read.
    """
    for paragraph in paragraphs:
        following = {line.end: after for line, after in pairwise(paragraph.lines) if len(line.text) >= FULL_LINE}
        for match in _URL.finditer(text, paragraph.start, paragraph.end):
            if "/" in match.group() or text[match.start()] in "(<":
                yield Skipped(match.start(), _end(match, text, following.get(match.end())), "url")


def _end(match: re.Match[str], text: str, after: Line | None) -> int:
    """The end of the address and its bracket.

    An address that fills its line goes on in the next, where a wrap between words would have put it whole.
    """
    end = match.end()
    rest = ADDRESS_REST.match(after.text) if after else None
    if after and rest and ADDRESS_SIGN.search(rest.group()):
        end = after.start + len(rest.group().rstrip(".,;:!?"))
    closing = {"(": ")", "<": ">"}.get(text[match.start()])
    return end + 1 if closing and text[end : end + 1] == closing else end
