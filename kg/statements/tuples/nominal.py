"""What noun phrases say without a verb: appositions, and places named with what they lie in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.clauses.syntax import child, children
from kg.statements.tuples.phrases import Tokens, short, tidy, trimmed
from kg.statements.tuples.sentence import Sentence

PLACES = frozenset({"GPE", "LOC"})
MOMENTS = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
SUFFIXES = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv", "inc.", "ltd.", "ltd", "llc", "corp."})


class Nominal(NamedTuple):
    """What is said to be what: "be" marks a verb that the sentence leaves out."""

    subject: Tokens
    relation: str
    argument: Tokens


HONORIFICS = frozenset({"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "miss", "sir", "lady", "lord", "st.", "mister", "madam"})
"""Words before a name that say nothing of who bears it."""

PLACING = frozenset({"in", "at", "near"})
"""Prepositions that place a name ("the church in Rome")."""


def find_nominals(sentence: Sentence) -> Iterator[Nominal]:
    """Yield what the noun phrases of a sentence say, in the order of their tokens."""
    for part in sentence.doc:
        if part.dep_ == "appos" and "appositions" in sentence.rules and is_apposition(part, part.head):
            yield _said(part.head, part)
        elif part.dep_ == "compound" and "titles" in sentence.rules and is_title(part):
            yield _titled(part)
        elif part.dep_ == "prep" and "noun prepositions" in sentence.rules and is_placed(part):
            yield from _placed(part)


def is_title(part: Token) -> bool:
    """Whether the last word before a person's name says what the person is ("biographer Andrew Boyle")."""
    name = part.head
    if name.ent_type_ != "PERSON" or part.ent_type_ or part.lower_ in HONORIFICS or part.pos_ not in ("NOUN", "PROPN"):
        return False
    return part.i + 1 < len(part.doc) and part.doc[part.i + 1].ent_type_ == "PERSON" and part.i < name.i


def _titled(part: Token) -> Nominal:
    whole = short(part.head)
    return Nominal(tuple(i for i in whole if i > part.i), "be", tuple(i for i in whole if i <= part.i))


def is_placed(part: Token) -> bool:
    noun = part.head
    if noun.i > part.i or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return part.lower_ == "from" or (noun.pos_ == "PROPN" and part.lower_ in PLACING)


def _placed(part: Token) -> Iterator[Nominal]:
    for place in children(part, "pobj"):
        yield Nominal(short(part.head), f"be {part.text}", trimmed(place))


def is_apposition(part: Token, head: Token) -> bool:
    """Whether two nouns mean the same, rather than being members of a list, a date and an event, or a name and its suffix."""
    if not {part.pos_, head.pos_} <= {"NOUN", "PROPN"} or part.lower_ in SUFFIXES:
        return False
    if {part.ent_type_, head.ent_type_} & MOMENTS:
        return False
    listed = child(part, "conj") is not None and head.tag_ not in ("NNS", "NNPS")
    return not listed


def _said(head: Token, part: Token) -> Nominal:
    if part.ent_type_ in PLACES and head.ent_type_ in PLACES:
        return Nominal(short(head), "be in", short(part))
    if part.pos_ == "PROPN" and part.ent_type_ == "PERSON" and head.pos_ == "NOUN":
        inside = {t.i for t in part.subtree}
        return Nominal(short(part), "be", tidy(head, set(trimmed(head, alone=True)) - inside))
    return Nominal(short(head), "be", trimmed(part, alone=True))
