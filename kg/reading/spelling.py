"""Slips of the pen that mislead the parser, mended in what it reads; offsets still point at what was written."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def mend_spelling(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages without the apostrophe of a wrong "it's" and without the blanks of a loose clitic."""
    return [_without(passage, sorted(set(_slips(passage.text)))) for passage in passages]


def _slips(text: str) -> Iterator[int]:
    """The places of the characters that are not read."""
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
