"""Numbers in words and figures -> floats."""

from __future__ import annotations

import re


def listed(words: str) -> list[str]:
    """The words of a closed class, written as one string."""
    return words.split()


UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), listed("twenty thirty forty fifty sixty seventy eighty ninety"), strict=True
    )
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
GROUPS = {"dozen": 12.0, "score": 20.0, **{word: SCALES[word] for word in SCALES if len(word) > 3}}
"""Nouns that stand for a number and may be plural ("dozens of", "thousands of")."""

_FIGURES = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(?:\.[0-9]{1,6})?|\.[0-9]{1,6}")


def read_figures(text: str) -> float | None:
    """The number that figures stand for ("4,700", "1.2"), or None where they are no plain number.

    Only the ten ASCII digits, at most 18 before the point: longer rows of digits count nothing.
    """
    return float(text.replace(",", "")) if _FIGURES.fullmatch(text) else None


def read_number(words: list[str]) -> float | None:
    """The number that lower-case words and figures stand for together ("1.2 million", "twenty five"), or None."""
    if len(words) > 3 and words[-3:] == ["and", "a", "half"]:
        whole = read_number(words[:-3])
        return None if whole is None else whole + 0.5
    total, group, seen = 0.0, 0.0, False
    for word in words:
        figures = read_figures(word)
        if word == "and" and seen:
            continue
        if figures is not None:
            group, seen = group + figures, True
        elif word in UNITS or word in TENS:
            group, seen = group + UNITS.get(word, TENS.get(word, 0)), True
        elif word == "hundred":
            group, seen = (group or 1) * 100, True
        elif word in SCALES or word == "dozen":
            total, group, seen = total + (group or 1) * (SCALES.get(word) or 12), 0.0, True
        else:
            return None
    return total + group if seen else None
