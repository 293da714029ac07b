"""Names and phrases as comparable words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset({"the", "a", "an"})
DESIGNATORS = frozenset({
    "inc", "incorporated", "corp", "corporation", "co", "company", "companies", "ltd", "limited", "plc", "llc",
    "lp", "ag", "sa", "se", "nv", "gmbh", "spa", "group", "holding", "holdings",
})  # fmt: skip
"""Legal forms and the like, which a company's short name leaves out."""

SHORTEST_SPACED = 6
"""Letters of a name that is known however its words are spaced."""

_APOSTROPHE = re.compile(r"(?:['’`]s?)$")
_SPLIT = re.compile(r"[\s\-‐‑–/]+")


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name for comparison: no case, accents, dots, quotes, leading article or possessive.

    A hyphen separates words, so that "Choe Son-hui" equals "Choe Son Hui".
    """
    words = [_word(part) for part in _SPLIT.split(text)]
    words = [word for word in words if word]
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return tuple(words)


def bare_name(text: str) -> str:
    """A name as written, in one line, without the article before it."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The") else words)


def _word(part: str) -> str:
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", part)).casefold()
    word = "".join(c for c in plain if c.isalnum())
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2].isdigit() else word  # "A380s", "777s"


def short_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """An organization's words without legal form: ("apple", "inc") gives ("apple",)."""
    kept = words
    while len(kept) > 1 and kept[-1] in DESIGNATORS:
        kept = kept[:-1]
    return kept


def written_as_one(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name as one, however they are spaced ("Mac OSX", "Wal-Mart"); few letters stay as they are."""
    one = "".join(words)
    return (one,) if len(one) >= SHORTEST_SPACED else words


def is_acronym(text: str, words: tuple[str, ...]) -> bool:
    """Whether `text` ("NIS", "U.N.") is made of the initials of `words`, small words counted or left out."""
    return acronym_letters(text) in initials(words)


def acronym_letters(text: str) -> str | None:
    """The letters of an acronym in lower case, or None if the text is none."""
    letters = text.replace(".", "")
    is_one = 2 <= len(letters) <= 10 and letters.isalpha() and letters.isupper()
    return letters.casefold() if is_one else None


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """What an acronym of a name of several words may be: its initials with and without small words."""
    if len(words) < 2:
        return frozenset()
    content = "".join(word[0] for word in words if word not in {"of", "and", "for", "the", "in", "on", "de"})
    return frozenset({"".join(word[0] for word in words), content})


def is_part(part: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `part` begins or ends `full`, a longer name ("Kim", "Ju Ae")."""
    return 0 < len(part) < len(full) and (full[: len(part)] == part or full[-len(part) :] == part)


@lru_cache(maxsize=100_000)
def are_rivals(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of persons cannot be one person's: neither is the other without some of its words.

    An initial stands for any word that begins so.
    """
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    return not _is_subsequence(short, long)


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(enumerate(long, start=1))
    return all(
        any(_same_word(word, candidate, is_last=at == len(short) or place == len(long)) for place, candidate in rest)
        for at, word in enumerate(short, start=1)
    )


def _same_word(one: str, other: str, *, is_last: bool) -> bool:
    """Whether two words of names agree; an initial stands for none that ends a name ("Robert B. Hall", "Brown")."""
    return one == other or (not is_last and min(len(one), len(other)) == 1 and one[:1] == other[:1])


def slugged(text: str) -> str:
    """`text` as a readable part of an id: lower case letters, digits and underscores, at most 60; never empty.

    Letters of other scripts stay; what is neither letter nor digit separates.
    """
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s?\b", "", text)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "_".join(kept.split())[:60].strip("_") or "unnamed"
