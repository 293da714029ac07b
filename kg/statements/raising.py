"""The stance that a statement of a clause is told with, where its content has taken over its denial."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.syntax import child
from kg.model import Polarity
from kg.statements.facets import Stance
from kg.statements.implications import is_by_nobody, is_raising
from kg.statements.stance import StanceReader


def told_stance(reader: StanceReader, predicate: Token, *, nested: bool) -> Stance:
    """The stance of a statement of the clause; "did not expect them to come" is told as: expected that they do not.

    Only where its content is told as its object (`nested`): nothing is denied twice (negation raising; Horn, "A
    Natural History of Negation", 1989).
    """
    stance = reader.stance(predicate)
    denied = nested and stance.polarity is Polarity.NEGATIVE
    content = child(predicate, "ccomp", "xcomp") if denied else None
    cue = reader.governing_cue(content, predicate) if content is not None else None
    if content is None or cue is None or not is_raising(cue) or is_by_nobody(predicate):
        return stance
    raised = reader.stance(content).polarity is Polarity.NEGATIVE
    return replace(stance, polarity=Polarity.POSITIVE) if raised else stance
