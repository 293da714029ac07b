"""How sure a row is: what its clause and its words say about the chance that it is right.

The weights are rounded from a least-squares fit over the development parts of CaRB and BenchIE (benchmarks/extraction).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from kg.clauses import Clause, SubjectSource
from kg.clauses.syntax import ancestors, children, remembered

BY_SOURCE = {
    SubjectSource.OWN: 0.80,
    SubjectSource.INHERITED: 0.78,
    SubjectSource.ANTECEDENT: 0.76,
    SubjectSource.CONTROL: 0.68,
}
"""By how the subject was found."""

NOMINAL = 0.60
"""Rows that a noun phrase tells without a verb."""

EMBEDDED = {"ccomp": 0.12, "advcl": 0.09, "relcl": 0.06}
"""Taken off once for a clause inside a complement, an adverbial or a relative clause."""

STEP = 0.05
"""Taken off for each argument after the first, or each phrase that a relation passes through."""

INFINITIVE, MODAL, COPULA, JOINED, TEN_WORDS = 0.06, 0.04, 0.08, 0.08, 0.03
"""Taken off for an infinitive, a modal, a copula, a comma or "and" within a slot, and every ten words."""


MOST_ABOVE = 50
"""Tokens above a predicate that are asked what it is embedded in: 500 relative clauses must not cost their square."""


def rate(predicate: Token, clause: Clause, slots: Sequence[str], steps: int) -> float:
    """Return the confidence of a row of `clause`, from .05 to .95, two decimals."""
    source = clause.subjects[0].source if clause.subjects else SubjectSource.CONTROL
    score = BY_SOURCE[source] - _embedding(predicate) - STEP * max(0, steps - 1)
    return clip(score - _form(predicate) - _wording(slots))


def rate_nominal(slots: Sequence[str]) -> float:
    """Return the confidence of a row that no verb tells."""
    return clip(NOMINAL - _wording(slots))


def clip(score: float) -> float:
    return round(min(0.95, max(0.05, score)), 2)


@remembered
def _form(predicate: Token) -> float:
    modal = any(c.tag_ == "MD" for c in children(predicate, "aux"))
    return MODAL * modal + INFINITIVE * (predicate.tag_ == "VB" and not modal) + COPULA * (predicate.lemma_ == "be")


@remembered
def _embedding(predicate: Token) -> float:
    labels = {predicate.dep_, *(a.dep_ for a in islice(ancestors(predicate), MOST_ABOVE))}
    return max((EMBEDDED[label] for label in sorted(labels & EMBEDDED.keys())), default=0.0)


def _wording(slots: Sequence[str]) -> float:
    words = " ".join(slots).split()
    return JOINED * (not {",", "and", "or"}.isdisjoint(words)) + TEN_WORDS * (len(words) / 10)
