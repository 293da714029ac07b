"""What noun phrases say without a verb: appositions, titles, and where a name lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.clauses.syntax import child, children, labelled, next_to
from kg.statements.tuples.phrases import Tokens, numbers_below, short, tidy, trimmed
from kg.statements.tuples.sentence import Sentence

PLACES = frozenset({"GPE", "LOC"})
AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})

SUFFIXES = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv", "inc.", "ltd.", "ltd", "llc", "corp."})
"""Parts of a name that a comma sets off."""

HONORIFICS = frozenset(
    {"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "miss", "sir", "lady", "lord", "st.", "mister", "madam"}
)
"""Words before a name that say nothing of who bears it."""

PLACING = frozenset({"in", "at", "near"})
"""Prepositions that place what a name names ("the church in Rome")."""


class Nominal(NamedTuple):
    """What is said to be what; the relation begins with "be", the verb that the sentence leaves out."""

    subject: Tokens
    relation: str
    argument: Tokens


def find_nominals(sentence: Sentence) -> Iterator[Nominal]:
    """Yield what the noun phrases of a sentence say, in the order of their tokens."""
    for part in labelled(sentence.doc, ("appos", "compound", "prep")):
        label = part.dep_
        if label == "appos" and "appositions" in sentence.rules and is_apposition(part):
            yield _apposed(part)
        elif label == "compound" and "titles" in sentence.rules and is_title(part):
            yield _titled(part)
        elif label == "prep" and "noun prepositions" in sentence.rules and is_placed(part):
            for place in children(part, "pobj"):
                yield Nominal(short(part.head), f"be {part.text}", trimmed(place))


def is_apposition(part: Token) -> bool:
    """Whether a noun means the same as the one above: no member of a list, date of an event, or suffix of a name."""
    head = part.head
    if not {part.pos_, head.pos_} <= {"NOUN", "PROPN"} or part.lower_ in SUFFIXES:
        return False
    if not AMOUNTS.isdisjoint((part.ent_type_, head.ent_type_)):
        return False
    return child(part, "conj") is None or head.tag_ in ("NNS", "NNPS")


def is_title(part: Token) -> bool:
    """Whether this is the word before a person's name that says what the person is ("biographer Andrew Boyle")."""
    if part.head.ent_type_ != "PERSON" or part.ent_type_ or part.pos_ not in ("NOUN", "PROPN"):
        return False
    return part.i < part.head.i and next_to(part).ent_type_ == "PERSON" and part.lower_ not in HONORIFICS


def is_placed(part: Token) -> bool:
    """Whether a preposition says where a name lies, or where something is from."""
    noun = part.head
    if noun.i > part.i or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return part.lower_ == "from" or (noun.pos_ == "PROPN" and part.lower_ in PLACING)


def _apposed(part: Token) -> Nominal:
    """Of a description and a person the person comes first; a place lies in the one named after it."""
    head = part.head
    if part.ent_type_ in PLACES and head.ent_type_ in PLACES:
        return Nominal(short(head), "be in", short(part))
    if part.pos_ == "PROPN" and part.ent_type_ == "PERSON" and head.pos_ == "NOUN":
        rest = set(trimmed(head, alone=True)) - set(numbers_below(part))
        return Nominal(short(part), "be", tidy(head, rest))
    return Nominal(short(head), "be", trimmed(part, alone=True))


def _titled(part: Token) -> Nominal:
    whole = short(part.head)
    return Nominal(tuple(i for i in whole if i > part.i), "be", tuple(i for i in whole if i <= part.i))
