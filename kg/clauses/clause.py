"""The clause: a predicate with its subjects and arguments, as token indices into one parse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClauseKind(StrEnum):
    FINITE = "finite"
    PARTICIPIAL = "participial"
    INFINITIVAL = "infinitival"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    COMPLEMENT = "complement"
    OPEN_COMPLEMENT = "open complement"


class SubjectSource(StrEnum):
    """How a subject was found."""

    OWN = "own"
    ANTECEDENT = "antecedent"
    CONTROL = "control"
    INHERITED = "inherited"


class ArgumentKind(StrEnum):
    OBJECT = "object"
    INDIRECT = "indirect"
    ATTRIBUTE = "attribute"
    AGENT = "agent"
    PREPOSITIONAL = "prepositional"
    CLAUSAL = "clausal"
    ADVERBIAL = "adverbial"


@dataclass(frozen=True, slots=True)
class Subject:
    """The head token of a subject; coordinated subjects are one `Subject` each."""

    head: int
    source: SubjectSource


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a clause.

    `head` is the filler's head token (a verb where `kind` is clausal), `alternatives` the heads coordinated with it,
    `marker` the tokens of its preposition or conjunction ("according to", "because of"), empty where it has none.
    """

    kind: ArgumentKind
    head: int
    marker: tuple[int, ...] = ()
    alternatives: tuple[int, ...] = ()

    @property
    def heads(self) -> tuple[int, ...]:
        return (self.head, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate, who or what it is said of, and its arguments.

    `relation` are the tokens of the verb group (auxiliaries, negation, verb, particle) in text order.  `parent` is the
    predicate of the clause this one depends on, `marker` the conjunction between them ("if", "because", "to", "that").
    Of a passive clause the grammatical subjects are the patients and an `AGENT` argument the actor.  Where a clause
    leaves out its verb ("as did Japan", "and Fiat a factory"), `verb` is the token that stands for it, an auxiliary,
    conjunction or comma, and `repeats` the verb that is meant.
    """

    verb: int
    kind: ClauseKind
    subjects: tuple[Subject, ...]
    relation: tuple[int, ...]
    arguments: tuple[Argument, ...]
    passive: bool = False
    existential: bool = False
    parent: int | None = None
    marker: str = ""
    repeats: int | None = None

    @property
    def worded(self) -> int:
        """The verb in whose words the clause is told."""
        return self.verb if self.repeats is None else self.repeats

    def find(self, *kinds: ArgumentKind) -> tuple[Argument, ...]:
        """The arguments of these kinds, in text order."""
        return tuple(a for a in self.arguments if a.kind in kinds)
