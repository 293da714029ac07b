"""What came no sooner: "did not open until Monday" tells that it opened on Monday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.clauses.syntax import child, children
from kg.statements.times.words import DAYPARTS, MONTHS, NEAR_DAYS, UNITS_OF_TIME, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNTIL = frozenset(("until", "till"))
_WHICH = frozenset(("next", "last", "this", "following", "coming"))
_ABLE = frozenset(("can", "ca", "could"))
_STEPS = 3
"""Verbs and adjectives above a verb that may have its "not": "is not due to end until 2020"."""


def is_delay(preposition: Token) -> bool:
    """Whether a time after "until" is when something comes to be, as "not" before it tells."""
    if preposition.lower_ not in _UNTIL or not any(_is_day(noun) for noun in children(preposition, "pobj")):
        return False
    verb = preposition.head
    for _ in range(_STEPS):
        if child(verb, "neg") is not None:
            return not any(c.lower_ in _ABLE for c in children(verb, "aux"))
        if verb.dep_ not in ("xcomp", "acomp"):
            break
        verb = verb.head
    return False


def is_delayed(verb: Token) -> bool:
    """Whether the "not" of a verb only tells that what it says came no sooner than a day."""
    inner = [verb, *children(verb, "xcomp"), *(c for a in children(verb, "acomp") for c in children(a, "xcomp"))]
    return any(is_delay(p) for v in inner for p in children(v, "prep"))


def _is_day(noun: Token) -> bool:
    word = noun.lower_
    if noun.text in MONTHS or noun.text in WEEKDAYS or word in NEAR_DAYS or word in DAYPARTS:
        return True
    year = word.isdigit() and len(word) == 4
    return year or (word in UNITS_OF_TIME and any(c.lower_ in _WHICH for c in children(noun, "amod", "det")))
