"""What stands inside quotation marks: the one reading of marks, for coreference and for stance alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.clauses.syntax import next_to

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = '"'
SINGLE_OPENING = frozenset({"'", "‘"})
SINGLE_CLOSING = frozenset({"'", "’"})
_SPOT = re.compile(r"""["'“”„«»`‘’]|\n\s*\n""")
"""Where there may be a mark or the end of a paragraph."""

MARKS = OPENING | CLOSING | SINGLE_OPENING | SINGLE_CLOSING | {EITHER}
BRACKETS = frozenset({"(", "[", "{", "—", "–", "-"})
STOPS = frozenset({".", ",", "!", "?", "…", "..."})

LONGEST = 400
"""Tokens of one paragraph; a mark that nothing closes within so many opens no quotation (an inch mark, a slip)."""

SCARE = 3
"""Words; so few in marks, without a stop of their own, are a name, a nickname or a scare quote, and nobody's speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation within one paragraph: first and last token, marks included.

    `continued` tells that the quotation before it goes on here, in the next paragraph.
    """

    first: int
    last: int
    continued: bool = False


def find_openings(passages: Sequence[int]) -> frozenset[int]:
    """The tokens that open a paragraph, the first one left out; `passages` numbers the passage of each token."""
    return frozenset(i for i in range(1, len(passages)) if passages[i] != passages[i - 1])


def find_quotes(doc: Doc, openings: frozenset[int] = frozenset()) -> list[Quote]:
    """The quotations of a document in order.

    A paragraph's end closes what is open.  The quotation goes on where the next paragraph opens with a mark of its own
    (newsroom usage), or closes one that it has not opened.  Scare quotes, names and titles are left out.
    """
    kept: list[Quote] = []
    follows = False
    for quote in _Scanner(doc, openings).scan():
        is_kept = quote.last - quote.first <= LONGEST and is_speech(doc, quote)
        if is_kept:
            kept.append(replace(quote, continued=quote.continued and follows))
        follows = is_kept
    return kept


def is_speech(doc: Doc, quote: Quote) -> bool:
    """Whether somebody's words rather than a name, a title or one to three words in scare quotes."""
    inside = [t for t in doc[quote.first : quote.last + 1] if t.text[0].isalnum()]
    marks = [t.text for t in doc[quote.first : quote.last + 1] if t.is_punct]
    if quote.continued or any(mark in STOPS for mark in marks[-2:]):
        return True
    return len(inside) > SCARE and not all(_is_of_title(t) for t in inside)


def _is_of_title(token: Token) -> bool:
    """Whether a word is written as in a title: with a capital, but for articles and the like."""
    return not token.text[0].islower() or token.pos_ in ("ADP", "DET", "CCONJ", "PART")


class _Scanner:
    """Goes over the marks of a document once."""

    def __init__(self, doc: Doc, openings: frozenset[int]) -> None:
        self.doc = doc
        self.openings = openings
        self.found: list[Quote] = []
        self.start: int | None = None
        self.continued = False
        self.depth = 0
        self.single = False
        self.ignored = _marks_of_cells(doc, openings)

    def scan(self) -> list[Quote]:
        marks = set()
        if _SPOT.search(self.doc.text):
            marks = {i for i, text in enumerate(t.text for t in self.doc) if text in MARKS or text.isspace()}
        for token in (self.doc[i] for i in sorted(marks | self.openings)):
            if token.i in self.openings or (token.is_space and token.text.count("\n") > 1):
                self._paragraph(token)
            if token.i not in self.ignored:
                self._mark(token)
        if self.start is not None:
            self._close(len(self.doc) - 1)
        return self.found

    def _close(self, last: int) -> None:
        if self.start is not None and last >= self.start:
            self.found.append(Quote(self.start, last, self.continued))
        self.start, self.continued, self.depth, self.single = None, False, 0, False

    def _open(self, first: int, *, continued: bool = False, single: bool = False) -> None:
        self.start, self.continued, self.depth, self.single = first, continued, 0, single

    def _paragraph(self, token: Token) -> None:
        """The end of a paragraph: what is open ends, or goes on in the next one."""
        if self.start is None:
            return
        goes_on = token.i in self.openings and (self._role(token) == "open" or self._closes_first(token.i))
        self._close(token.i - 1)
        if goes_on:
            self._open(token.i, continued=True)

    def _closes_first(self, first: int) -> bool:
        """Whether the next mark of the paragraph is one that closes."""
        for token in self.doc[first : first + LONGEST]:
            if token.i in self.openings and token.i > first:
                return False
            role = self._role(token) if token.i not in self.ignored else ""
            if role:
                return role == "close"
        return False

    def _mark(self, token: Token) -> None:
        if self.start == token.i:
            return
        if self.start is None:
            self._first_mark(token)
        elif self.single:
            if _closes_single(token):
                self._close(token.i)
        else:
            self._further_mark(token)

    def _first_mark(self, token: Token) -> None:
        role = self._role(token)
        slipped = role == "close" and token.text == EITHER and self._closes_first(token.i + 1)  # 'He said," We won".'
        if role == "open" or ((slipped or role == "either") and not _is_inch_mark(token)):
            self._open(token.i)
        elif not role and _opens_single(token) and self._has_single_end(token.i):
            self._open(token.i, single=True)

    def _further_mark(self, token: Token) -> None:
        role = self._role(token)
        if role == "open" and not _after_stop(token):
            self.depth += 1  # "Col. John “J.D.” Dorrian" inside a quotation
        elif role == "open":
            new = self._closes_first(token.i + 1)  # the end of the one before was left out, or mistyped as a start
            self._close(token.i - 1 if new else token.i)
            if new:
                self._open(token.i)
        elif role in ("close", "either") and self.depth:
            self.depth -= 1
        elif role:
            self._close(token.i)

    def _has_single_end(self, first: int) -> bool:
        for token in self.doc[first + 1 : first + LONGEST]:
            if token.i in self.openings:
                return False
            if _closes_single(token):
                return True
        return False

    def _role(self, token: Token) -> str:
        """ "open", "close" or "either" of a double mark; "" of any other token."""
        if token.text in OPENING:
            return "open"
        if token.text in CLOSING:
            return "close"
        if token.text != EITHER:
            return ""
        before, after = self._space_before(token), _space_after(token)
        return "either" if before is after else "open" if before else "close"

    def _space_before(self, token: Token) -> bool:
        if token.i == 0 or token.i in self.openings:
            return True
        previous = next_to(token, -1)
        return bool(previous.whitespace_) or previous.is_space or previous.text in BRACKETS


def _space_after(token: Token) -> bool:
    if token.whitespace_ or token.i + 1 == len(token.doc):
        return True
    following = next_to(token)
    return following.is_space or (following.is_punct and following.text not in BRACKETS | {"...", "…"})


def _after_stop(token: Token) -> bool:
    return token.i > 0 and next_to(token, -1).text in STOPS


def _opens_single(token: Token) -> bool:
    """Whether a single mark stands before a word, set off from what goes before."""
    if token.text not in SINGLE_OPENING or _space_after(token):
        return False
    return token.i == 0 or bool(next_to(token, -1).whitespace_) or next_to(token, -1).is_space


def _closes_single(token: Token) -> bool:
    """Whether a single mark ends a quotation: after a stop, where no apostrophe can stand."""
    return token.text in SINGLE_CLOSING and _after_stop(token) and _space_after(token)


def _is_inch_mark(token: Token) -> bool:
    return token.i > 0 and next_to(token, -1).like_num and not next_to(token, -1).whitespace_


def _marks_of_cells(doc: Doc, openings: frozenset[int]) -> frozenset[int]:
    """Marks that nobody wrote: around a paragraph with doubled marks inside, a cell of a table (RFC 4180).

    Of each doubled mark the second is left out too.
    """
    found: set[int] = set()
    bounds = [0, *sorted(openings), len(doc)]
    for first, end in pairwise(bounds):
        if end - first < 4 or doc[first].text != EITHER:
            continue
        doubled = [i for i in range(first + 1, end - 1) if doc[i].text == doc[i + 1].text == EITHER]
        if any(not doc[i].whitespace_ for i in doubled):
            found |= {first, *(i + 1 for i in doubled)} | ({end - 1} if doc[end - 1].text == EITHER else set())
    return frozenset(found)
