"""Text -> paragraphs: which line ends are the author's and which a typewriter's.

Texts come with one line a paragraph, or wrapped hard at some width, or with both in one file.  A line longer than
MAX_WIDTH is a paragraph of its own; among the others the width is read off the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

MAX_WIDTH = 160
"""Characters; longer lines were not wrapped by a mail program, newsroom system or page column."""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe\ufff9-\ufffb"
CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
"""Parts of a character class: what has no width, and what is no character of a text."""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MARGIN = "".join(filter(re.compile(f"[\\s{INVISIBLE}{CONTROL}]").match, map(chr, range(0x10000))))
_ADDRESS = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
ADDRESS_REST = re.compile(r"[\w%/.?=&#~+:@-]+")
ADDRESS_SIGN = re.compile(r"[/%?=&#_\d]|-.*-")
"""Characters of a web address, and those that words of a sentence do not have."""

FULL_LINE = 60
_STOP = re.compile(r"[.!?…][\"'’”»)\]]*$")
_BULLET = re.compile(r"(?:[•‣▪●◦·○■►▸✔✓*]\s*|[-–—]\s+|\(?\d{1,2}[.)]\s+)(?=\S)")
_SOFT_BULLET = re.compile(r"[-–—*·]")
_WIDE_SHARE = 0.1
_RAGGED = 0.15
_SHORT = 0.6
_CONTINUED_SHARE = 0.3
_OWN_PROFILE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins; `indent` counts the characters before it."""

    start: int
    end: int
    indent: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` of a text; `text` is the same with one blank for each run of white space."""

    start: int
    end: int
    text: str
    lines: tuple[Line, ...]


def find_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs in order; a blank line always parts them."""
    found: list[Paragraph] = []
    blocks = _blocks(find_lines(text))
    everywhere = _Profile.of([pair for block in blocks for pair in pairwise(block)])
    for block in blocks:
        pairs = list(pairwise(block))
        profile = _Profile.of(pairs) if len(pairs) >= _OWN_PROFILE else everywhere
        found.extend(_paragraph(lines) for lines in _group(block, profile))
    return found


def find_lines(text: str) -> Iterator[Line | None]:
    """Yield every line in order, None for a blank one."""
    start = 0
    for match in _LINE_END.finditer(text):
        yield _line(text, start, match.start())
        start = match.end()
    yield _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Line | None:
    raw = text[start:end]
    bare = raw.strip(_MARGIN)
    if not bare:
        return None
    indent = raw.index(bare)
    return Line(start + indent, start + indent + len(bare), indent, bare)


def _blocks(lines: Iterable[Line | None]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _paragraph(lines: list[Line]) -> Paragraph:
    flat = " ".join(" ".join(line.text.split()) for line in lines)
    return Paragraph(lines[0].start, lines[-1].end, flat, tuple(lines))


def _group(block: list[Line], profile: _Profile) -> list[list[Line]]:
    groups = [[block[0]]]
    for line, after in pairwise(block):
        joined = profile.joins(line, after) and not _starts_item(after, line, groups[-1][0])
        if joined or _is_broken_address(line, after):
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _is_broken_address(line: Line, after: Line) -> bool:
    """Whether an address that fills its line goes on in the next: a wrap between words would have kept it whole."""
    last = line.text.rsplit(maxsplit=1)[-1]
    broken = len(line.text) >= FULL_LINE and _ADDRESS.match(last) and not _ADDRESS.match(after.text)
    return bool(broken and ADDRESS_REST.fullmatch(after.text) and ADDRESS_SIGN.search(after.text))


def _starts_item(line: Line, before: Line, first: Line) -> bool:
    """Whether `line` opens an item of a list; a dash may also be a dash of the sentence before it."""
    if not _BULLET.match(line.text):
        return False
    in_list = bool(_BULLET.match(first.text)) or before.text.endswith(":")
    return in_list or bool(_STOP.search(before.text[-8:])) or not _SOFT_BULLET.match(line.text)


@dataclass(frozen=True, slots=True)
class _Profile:
    """How the short lines of a text were broken: at which width, if at all, and how exactly."""

    width: int
    wrapped: bool
    exact: bool

    @classmethod
    def of(cls, pairs: list[tuple[Line, Line]]) -> _Profile:
        short = [(line, after) for line, after in pairs if max(len(line.text), len(after.text)) <= MAX_WIDTH]
        width = _width([len(line.text) for line, _ in short if " " in line.text])
        continued = [(line, after) for line, after in short if _continues(line, after)]
        wrapped = bool(continued) and len(continued) >= _CONTINUED_SHARE * len(short)
        return cls(width, wrapped, not any(_fits(line, after, width) for line, after in continued))

    def joins(self, line: Line, after: Line) -> bool:
        """Whether the end of `line` means nothing and the paragraph goes on."""
        if not self.wrapped or max(len(line.text), len(after.text)) > MAX_WIDTH:
            return False
        if _continues(line, after):
            return True
        if after.indent > line.indent and _STOP.search(line.text[-8:]):
            return False
        if self.exact:
            return not _fits(line, after, self.width)
        # Columns of a PDF: letters differ in width, so a line without a full stop closes only where it is short.
        least = 1 - _RAGGED if _STOP.search(line.text[-8:]) else _SHORT
        return not _fits(line, after, round(least * self.width))


def _width(lengths: list[int]) -> int:
    """The longest length that is no stray: a tenth of the lines reach nearly as far."""
    ordered = sorted(lengths)
    needed = _WIDE_SHARE * len(ordered)
    for length in reversed(ordered):
        if sum(length - 15 <= other <= length for other in ordered) >= needed:
            return length
    return 0


def _continues(line: Line, after: Line) -> bool:
    return after.text[0].islower() and not _STOP.search(line.text[-8:]) and not _ADDRESS.match(after.text)


def _fits(line: Line, after: Line, width: int) -> bool:
    """Whether the next word would still have had room: then somebody broke the line on purpose."""
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) <= width
