"""Text -> its language, where it has words enough to tell."""

from __future__ import annotations

import re

ENGLISH = "en"
ENOUGH_WORDS = 20
SAMPLE = 20_000
"""Characters; the rest of a longer text is not looked at."""

ENGLISH_SHARE = 0.15
"""Function words among all words: English news has 0.25 to 0.45, other languages below 0.08."""

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to a that is was for on with as at by from it he his her she they their be been has have had are "
        "were which who not this but or an will would said its after before about",
    )
)


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None for too few words.

    What reads as English by its function words is English, whatever names it is full of.
    """
    sample = text[:SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < ENOUGH_WORDS:
        return None if not _other_script(sample) else _classify(sample)
    if sum(word in _FUNCTION_WORDS for word in words) >= ENGLISH_SHARE * len(words):
        return ENGLISH
    return _classify(sample)


def _classify(text: str) -> str:
    import py3langid  # imported late: it loads its model

    return str(py3langid.classify(text)[0])


def _other_script(text: str) -> bool:
    """Whether most letters are not Latin: Chinese and Thai have no blanks to count words by."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= ENOUGH_WORDS and sum(c > "\u024f" for c in letters) > len(letters) / 2
