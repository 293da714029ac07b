"""How sure a statement is: what is seen of its clause or noun phrase against how often such statements were right.

A confidence is the share of statements like this one that strict readers of the article signed.  Each sign that stands
against a statement, or for it, moves the log-odds by its weight.  The weights are a logistic fit over statements of
development news drawn at random and judged by hand: `benchmarks/calibration.py` prints what each class of confidence is
worth, and with `--fit` the weights anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from math import exp

from spacy.tokens import Token

from kg.clauses import Clause, SubjectSource
from kg.clauses.syntax import is_verbal, remembered, sentence_bounds
from kg.model import Filler, Node, Statement
from kg.statements.scene import Scene

LEAST, MOST = 0.05, 0.97
"""Nothing that was drawn is certain, and nothing is certainly wrong."""


class Sign(StrEnum):
    """What is seen of a statement; the first six say what tells it."""

    CLAUSE = "clause"
    OFFICE = "office of a person"
    PLACE = "place within a place"
    SCENE = "place or time of an event"
    ROLE = "role of an event"
    NOUN = "relational noun"
    CONTROLLED = "subject lent by another clause"
    SEVERAL = "several subjects"
    NO_PHRASE = "subject is no noun phrase"
    UNTYPED = "subject of no known kind"
    PRONOUN = "subject is a pronoun"
    OBJECT_PRONOUN = "object is a pronoun"
    OPEN = "no frame knows the verb"
    QUOTED = "inside quotation marks"
    REPORTED = "reported"
    EMBEDDED = "clause inside another"
    PURPOSE = "has a purpose"
    CROWDED = "two or more further arguments"
    LONG = "sentence of more than 40 tokens"
    NO_STOP = "sentence without full stop"
    SIMPLE = "sentence of at most two verbs"
    TYPED = "object of a known kind"
    COPULA = "copula"


WEIGHTS = {
    Sign.CLAUSE: 0.9,
    Sign.OFFICE: 2.2,
    Sign.PLACE: 1.8,
    Sign.SCENE: 1.0,
    Sign.ROLE: 0.0,
    Sign.NOUN: -0.8,
    Sign.CONTROLLED: -0.2,
    Sign.SEVERAL: -1.2,
    Sign.NO_PHRASE: -0.9,
    Sign.UNTYPED: -0.5,
    Sign.PRONOUN: -0.5,
    Sign.OBJECT_PRONOUN: -0.7,
    Sign.OPEN: -0.4,
    Sign.QUOTED: -0.3,
    Sign.REPORTED: 0.8,
    Sign.EMBEDDED: -0.6,
    Sign.PURPOSE: -0.7,
    Sign.CROWDED: -1.1,
    Sign.LONG: -0.2,
    Sign.NO_STOP: -0.6,
    Sign.SIMPLE: 0.4,
    Sign.TYPED: 0.2,
    Sign.COPULA: -0.3,
}
"""Log-odds by sign, rounded from the fit over the 483 of 760 judged statements that were still told as judged.

Those of offices (10 of 10 right) and of places (5 of 5) are set by hand: a ridge over so few would say nothing.
"""

EMBEDDING = frozenset({"acl", "advcl", "pcomp", "conj", "xcomp", "relcl"})

LENGTH, FEW_VERBS = 40, 2


def rate(signs: Iterable[Sign]) -> float:
    """Return the share of statements with these signs that are right, two decimals."""
    odds = sum(WEIGHTS[sign] for sign in signs)
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-odds)))), 2)


def clause_signs(
    scene: Scene, clause: Clause, statement: Statement, subject: int, target: int | None, *, matched: bool
) -> Iterator[Sign]:
    """What is seen of a statement that a clause makes of the phrases at `subject` and `target`."""
    yield Sign.CLAUSE
    verb = scene.doc[clause.verb]
    if any(s.head == subject and s.source is SubjectSource.CONTROL for s in clause.subjects):
        yield Sign.CONTROLLED
    if len(clause.subjects) > 1:
        yield Sign.SEVERAL
    yield from _subject_signs(scene, subject, statement)
    yield from _object_signs(scene, target, statement.object)
    if not matched:
        yield Sign.OPEN
    if scene.reader.quotations.is_quoted(verb):
        yield Sign.QUOTED
    elif statement.holders:
        yield Sign.REPORTED
    if verb.dep_ in EMBEDDING:
        yield Sign.EMBEDDED
    if statement.purpose is not None:
        yield Sign.PURPOSE
    if len(statement.arguments) > 1:
        yield Sign.CROWDED
    if verb.lemma_ == "be":
        yield Sign.COPULA
    yield from sentence_signs(scene, clause.verb)


def sentence_signs(scene: Scene, token: int) -> Iterator[Sign]:
    """What is seen of the sentence of a token."""
    return iter(_signs_of_sentence(scene.doc[sentence_bounds(scene.doc[token])[0]]))


@remembered
def _signs_of_sentence(first: Token) -> tuple[Sign, ...]:
    sentence = first.sent
    signs = {
        Sign.SIMPLE: sum(t.pos_ == "VERB" for t in sentence) <= FEW_VERBS,
        Sign.LONG: len(sentence) > LENGTH,
        Sign.NO_STOP: sentence[-1].tag_ != ".",
    }
    return tuple(sign for sign, seen in signs.items() if seen)


def _subject_signs(scene: Scene, subject: int, statement: Statement) -> Iterator[Sign]:
    token = scene.doc[subject]
    if token.pos_ == "PRON":
        yield Sign.PRONOUN
    elif scene.mention(subject) is None or is_verbal(token):
        yield Sign.NO_PHRASE
    elif isinstance(statement.subject, Node) and statement.subject.type == "Thing":
        yield Sign.UNTYPED


def _object_signs(scene: Scene, target: int | None, filler: Filler | None) -> Iterator[Sign]:
    if target is not None and scene.doc[target].pos_ == "PRON":
        yield Sign.OBJECT_PRONOUN
    elif isinstance(filler, Node) and filler.type != "Thing":
        yield Sign.TYPED
