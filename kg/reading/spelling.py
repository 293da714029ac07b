"""Slips of the pen that mislead the parser, mended in what it reads; offsets still point at what was written."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.reading.clitics import OWNED as WITH_CLITIC
from kg.reading.clitics import lexical_clitics
from kg.reading.passages import Passage

_CLAUSAL = "say|think|know|believ|claim|hop|feel|argu|add|insist|mean|suggest|admit|stat|not|warn|see|guess|fear|stress"
_CLAUSAL += "|ensur|find|show|prov|realis|realiz|declar|announc|expect|imply|conced|acknowledg|hear|mak|read|understand"

OWNED = re.compile(
    r"\b(?:of|on|in|with|by|for|from|into|at|under|through|within|"
    rf"(?!(?:{_CLAUSAL})ing\b|\w*thing\b|king\b|evening\b|morning\b|during\b)\w{{4,}}ing)"
    r" it(['’])s(?= (?!(?:a|an|the|not|no|all|been|going|very|so|too|just|only|also|still|now|about|that|what|like|who|"
    r"why|how|where|when|because|hard|easy|clear|true|time|more|less|\w+ing)\b)[a-z])",
    re.IGNORECASE,
)
""" "it's" for "its": after a preposition, or a gerund that takes no clause, and before what can be a noun phrase."""

OWN = re.compile(r"\bit(['’])s(?= own\b)", re.IGNORECASE)

LOOSE = re.compile(r"(?<=\w)( )['’]( )(?=(?:s|re|ve|ll|m|d)\b)(?=s |(?:re|ve|ll|m|d) \w+)")
"""A clitic that stands apart from its word and its apostrophe ("Apple ’ s")."""

OPENING = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?][\"”] ))(?:In the meantime|In the interim|Meanwhile|At the same time|For the moment|"
    r"At the moment)( )(?!(?:of|that|when|as|in|on|at|,)\b)(?=\w)"
)
"""Adverbs that open a sentence, which the parser joins to a plural right behind them ("meantime residents")."""

_LAND = r"(?:, (?:[A-Z][\w.]+ ?){1,3})"
_AGENCY = r"(?: ?\([A-Z][\w ]{1,20}\))"
_DAY = r"(?:,? ?\d{1,2}(?:, \d{4})?)"
DATELINE = re.compile(
    rf"^(?:[A-Z][A-Z'’.-]+(?: [A-Z'’.-]{{2,}}){{0,2}}{_LAND}{{0,2}}{_DAY}?{_AGENCY}? ?[—–-]"
    rf"|[A-Z][A-Z'’.-]+(?: [A-Z'’.-]{{2,}}){{0,2}}{_LAND}{{1,2}}{_AGENCY}?:"
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:{_LAND}{_AGENCY}?|{_AGENCY}) ?[—–]) (?=[\"“'‘A-Z0-9])"
)
"""A town with what follows up to a dash or colon ("NAIROBI, Kenya (AP) — ", "Kyiv, Ukraine – "): it does nothing."""


def mend_spelling(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages without the apostrophe of a wrong "it's", without the blanks of a loose clitic.

    Nor with the apostrophe of a name that has a clitic of its own: what is read is "Macys reported a loss".  Where a
    sentence opens with "in the meantime" a comma is read for the blank behind it.
    """
    names = lexical_clitics(passage.text for passage in passages)
    return [_closed(_parted(_without(passage, sorted(set(_slips(passage.text, names)))))) for passage in passages]


def _slips(text: str, names: frozenset[str]) -> Iterator[int]:
    """The places of the characters that are not read."""
    yield from (m.end() - 2 for m in WITH_CLITIC.finditer(text) if m[1] in names)
    for pattern in (OWNED, OWN, LOOSE):
        for match in pattern.finditer(text):
            yield from (match.start(group) for group in range(1, pattern.groups + 1))


def _without(passage: Passage, places: Sequence[int]) -> Passage:
    if not places:
        return passage
    left_out = frozenset(places)
    kept = [i for i in range(len(passage.text)) if i not in left_out]
    text = "".join(passage.text[i] for i in kept)
    return replace(passage, text=text, offsets=array("l", (passage.offsets[i] for i in kept)))


def _parted(passage: Passage) -> Passage:
    """A passage with a comma behind an adverb that opens a sentence; it stands where the blank does."""
    blanks = [m.start(1) for m in OPENING.finditer(passage.text)]
    if not blanks:
        return passage
    order = [k for i in range(len(passage.text)) for k in ((i, i) if i in blanks else (i,))]
    commas = {i + n for n, i in enumerate(blanks)}
    text = "".join("," if n in commas else passage.text[i] for n, i in enumerate(order))
    return replace(passage, text=text, offsets=array("l", (passage.offsets[i] for i in order)))


def _closed(passage: Passage) -> Passage:
    """A passage with a stop for the dash behind its dateline."""
    found = DATELINE.match(passage.text)
    if found is None:
        return passage
    place = found.end() - 2
    return replace(passage, text=f"{passage.text[:place]}.{passage.text[place + 1 :]}")
