"""A log-linear choice among pairs of phrases, fitted by L-BFGS: which pair of a text is a triple of a property.

The weight of a feature is the sum of two, one for all properties and one for each, so that rare properties learn from
frequent ones what a subject or an object looks like.  No random numbers: the same examples give the same weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.learning.features import Seen

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_TINY = 1e-300
"""What keeps logarithms finite."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Texts as matrices: rows of subjects, objects and pairs; a pair is features of its own and two rows of those."""

    subjects: csr_matrix
    objects: csr_matrix
    pairs: csr_matrix
    subject_of: NDArray[np.int64]
    object_of: NDArray[np.int64]
    text_of: NDArray[np.int64]
    first: NDArray[np.int64]
    """The first pair of each text that has pairs."""
    texts: NDArray[np.int64]
    """The texts that have pairs, in order."""

    def scores(self, weights: Floats) -> Floats:
        """A row a pair, a column a property."""
        found: Floats = (
            self.pairs @ weights + (self.subjects @ weights)[self.subject_of] + (self.objects @ weights)[self.object_of]
        )
        return found

    def back(self, values: Floats) -> Floats:
        """The transposed of `scores`: what values of pairs mean for features."""
        total: Floats = self.pairs.T @ values
        for matrix, owner in ((self.subjects, self.subject_of), (self.objects, self.object_of)):
            chosen = csr_matrix(
                (np.ones(len(owner)), owner, np.arange(len(owner) + 1)), shape=(len(owner), matrix.shape[0])
            )
            total = total + matrix.T @ (chosen.T @ values)
        return total


def tabulate(texts: Sequence[Seen], number: Mapping[str, int]) -> Table:
    """The matrices of texts; features without a number are left out."""
    sides: tuple[list[list[int]], ...] = ([], [], [])
    owners: tuple[list[int], ...] = ([], [], [])
    for n, seen in enumerate(texts):
        base = len(sides[0]), len(sides[1])
        sides[0].extend([number[f] for f in features if f in number] for features in seen.subjects)
        sides[1].extend([number[f] for f in features if f in number] for features in seen.objects)
        for i, j, features in seen.pairs:
            sides[2].append([number[f] for f in features if f in number])
            for owner, value in zip(owners, (base[0] + i, base[1] + j, n), strict=True):
                owner.append(value)
    arrays = [np.asarray(owner, dtype=np.int64) for owner in owners]
    told, first = np.unique(arrays[2], return_index=True)
    width = len(number)
    subjects, objects, pairs = (_matrix(rows, width) for rows in sides)
    return Table(subjects, objects, pairs, arrays[0], arrays[1], arrays[2], first, told)


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    starts = np.concatenate([[0], np.cumsum([len(r) for r in rows])]).astype(np.int64)
    columns = np.fromiter((c for r in rows for c in r), dtype=np.int64, count=int(starts[-1]))
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), width))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix


def log_odds_of_choice(scores: Floats, table: Table) -> tuple[Floats, Floats]:
    """Posterior of each pair and property where a text tells one triple or none, and of none for each text."""
    lengths = _lengths(table, len(scores))
    top = np.maximum(np.maximum.reduceat(scores.max(axis=1), table.first), 0.0)
    spread = np.exp(scores - np.repeat(top, lengths)[:, None])
    total = np.add.reduceat(spread.sum(axis=1), table.first) + np.exp(-top)
    return spread / np.repeat(total, lengths)[:, None], np.exp(-top) / total


def choices(scores: Floats, table: Table) -> Floats:
    """The posterior of each pair and property where every text tells one triple."""
    chosen, none = log_odds_of_choice(scores, table)
    lengths = _lengths(table, len(scores))
    found: Floats = chosen / np.maximum(np.repeat(1 - none, lengths), _TINY)[:, None]
    return found


def odds(scores: Floats) -> Floats:
    """The probability of each pair and property by itself."""
    found: Floats = 1 / (1 + np.exp(-np.clip(scores, -50, 50)))
    return found


@dataclass(frozen=True, slots=True)
class Settings:
    """How weights are fitted."""

    own: float = 0.3
    """How much a property's own weights are held down."""
    common: float = 0.05
    """The same for those that all share."""
    rounds: int = 50
    single: bool = True
    """Whether a text gives at most one triple of a property; else pairs are judged one by one."""
    support: int = 2
    """Right pairs that a feature needs for a weight of its own."""


def fit(table: Table, right: Flags, asked: Flags, settings: Settings) -> tuple[Floats, Floats, Floats]:
    """Each property's own weights (a row a feature, a column a property), those of all, and a bias a property.

    `right` tells of each pair and property whether the examples say it, `asked` of each text (of `table.texts`) and
    property whether they would.
    """
    width, count = table.pairs.shape[1], right.shape[1]
    judge = _single_loss if settings.single else _separate_loss
    counted = np.repeat(asked, _lengths(table, len(right)), axis=0)
    rows, cols = np.nonzero(table.back((right & counted).astype(np.float64)) >= settings.support)
    size = len(rows)

    def split(vector: Floats) -> tuple[Floats, Floats, Floats]:
        own = np.zeros((width, count))
        own[rows, cols] = vector[:size]
        return own, vector[size : size + width], vector[size + width :]

    def loss(vector: Floats) -> tuple[float, Floats]:
        own_weights, shared, bias = split(vector)
        value, slope = judge(table.scores(own_weights + shared[:, None]) + bias, table, right, counted)
        back, own = table.back(slope), vector[:size]
        value += 0.5 * settings.own * float(own @ own) + 0.5 * settings.common * float(shared @ shared)
        held = back[rows, cols] + settings.own * own, back.sum(axis=1) + settings.common * shared
        return value, np.concatenate([*held, slope.sum(axis=0)])

    start = np.zeros(size + width + count)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": settings.rounds, "maxcor": 8})
    return split(found.x)


def _single_loss(scores: Floats, table: Table, right: Flags, counted: Flags) -> tuple[float, Floats]:
    """Minus the log of the share that right pairs have in each text, and its slope.

    Texts whose triple none of the pairs is teach nothing.
    """
    lengths = _lengths(table, len(right))
    chosen, none = log_odds_of_choice(np.where(counted, scores, -1e9), table)
    gold = np.where(right, chosen, 0.0)
    of_gold = np.add.reduceat(gold.sum(axis=1), table.first)
    told = np.logical_or.reduceat(right.any(axis=1), table.first)
    used = told | np.logical_and.reduceat(counted.all(axis=1), table.first)
    value = -np.log(np.maximum(np.where(told, of_gold, none), _TINY))[used].sum()
    share = gold / np.maximum(np.repeat(of_gold, lengths), _TINY)[:, None]
    return float(value), np.where(counted & np.repeat(used, lengths)[:, None], chosen - share, 0.0)


def _separate_loss(scores: Floats, table: Table, right: Flags, counted: Flags) -> tuple[float, Floats]:
    """Minus the log of the probability of each pair's being right or not, and its slope."""
    p = odds(scores)
    value = -np.log(np.maximum(np.where(right, p, 1 - p), _TINY))[counted].sum()
    return float(value), np.where(counted, p - right, 0.0)


def _lengths(table: Table, pairs: int) -> NDArray[np.int64]:
    """How many pairs each text has."""
    found: NDArray[np.int64] = np.diff(np.append(table.first, pairs))
    return found
