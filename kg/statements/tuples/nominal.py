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


def find_nominals(sentence: Sentence) -> Iterator[Nominal]:
    """Yield what the appositions of a sentence say: the name comes first, the description after it."""
    if "appositions" not in sentence.rules:
        return
    for part in sentence.doc:
        if part.dep_ == "appos" and is_apposition(part, part.head):
            yield _said(part.head, part)


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
