"""What repairs of a parse ask of words, and what a repair answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

Head = tuple[Token, str]
"""A new head for a token, and the label of its link."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What repairs ask of words.

    `stative` are lemmas of verbs whose participle says what a thing is, `believed` of those that take an infinitive in
    the passive alone ("believed to be"); `animate`, `people`, `pictures` and `events` are head tokens of phrases for
    whoever acts, for persons, for pictures of something, and for happenings; `speech` the lemmas of verbs of saying and
    citing.
    """

    animate: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    pictures: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    speech: frozenset[str] = frozenset()
    stative: frozenset[str] = frozenset()
    believed: frozenset[str] = frozenset()


Repair = Callable[[Token, Lexicon], Head | None]
"""Answers a new head for a token, or None where it is to stay; some change other tokens of the sentence themselves."""
