"""Headlines In Title Case -> the case a sentence would have, so that the parser sees verbs as verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.passages import Passage

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NUMBERED = re.compile(r"\b[^\W\d_]+ \d+")
"""A word and its number, a name where the body has both with the same capital ("Windows 7")."""
MOST = 0.6
"""Share of words with a capital from which a heading is taken to be in title case; sentences stay below a third."""
OPENING = re.compile(r"(?:^|[.!?•] )(?:Near|Outside|Around)(?= (?!East)[^\W\d_a-z][^,.;:!?\n]{1,60}, )")
"""A preposition of place that opens a sentence: the parser takes it for a part of the name ("Near Palmyra, ...")."""
STEM = 4
"""Letters that a word must share with one of the text to count as a form of it ("Mourns", "mourning")."""


def sentence_case(passages: Sequence[Passage]) -> list[str]:
    """Return the texts of passages, those of title-cased headings with the case that their words have in the body.

    Every text keeps its length.  A word is lowered when the body has it, or a form of it, in lower case; a name, which
    the body only has with a capital, stays, as does one that it has so before the same number ("Windows 7").  In the
    body only a preposition of place that opens a sentence before a name is lowered.
    """
    lower = {w for p in passages if not p.heading for w in WORD.findall(p.text) if w.islower()}
    capital = {w.lower() for p in passages if not p.heading for w in _inner(p.text) if w[:1].isupper()} - lower
    numbered = {w for p in passages if not p.heading for w in NUMBERED.findall(p.text) if w[0].isupper()}
    stems = {w[:n] for w in lower for n in range(STEM, len(w) + 1)}
    return [
        _lowered(p.text, lower, capital, stems, numbered)
        if p.heading and _is_title_case(p.text)
        else OPENING.sub(lambda match: match.group().lower(), p.text)
        for p in passages
    ]


def _inner(text: str) -> list[str]:
    """The words of a text that do not begin a sentence."""
    return [m.group() for m in WORD.finditer(text) if m.start() and text[max(0, m.start() - 2)] not in '.!?:“"']


def _is_title_case(text: str) -> bool:
    words = [w for w in WORD.findall(text) if len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= MOST * len(words)


def _lowered(text: str, lower: set[str], capital: set[str], stems: set[str], numbered: set[str]) -> str:
    def case(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        number = NUMBERED.match(match.string, match.start())
        if number is not None and number.group() in numbered:
            return word
        if (word.isupper() and len(word) > 1) or small in capital or len(small) != len(word):
            return word
        stem = small[: max(STEM, len(small) - 3)]
        return small if small in lower or (len(small) > STEM and stem in stems) else word

    first = WORD.search(text)
    start = first.end() if first else 0
    return text[:start] + WORD.sub(case, text[start:])
