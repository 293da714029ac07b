"""What a confidence is worth: statements judged by hand, by class of confidence; and the weights that they support.

    python benchmarks/calibration.py                              the sheets of benchmarks/judgements
    python benchmarks/calibration.py SHEET.tsv ...                other sheets
    python benchmarks/calibration.py SHEET.tsv ... --now FOLDER   by the confidence that the package gives them today
    python benchmarks/calibration.py SHEET.tsv ... --fit FOLDER   the weights of kg/statements/confidence.py, anew

Sheets have the columns of benchmarks/judging.py.  FOLDER (it may be given more than once) holds the articles of the
sheets; with it only statements count that are still told as they were judged, the same id.  What is vacuous counts as
not right.  The fit is logistic with a ridge; one sentence counts as much as the root of its statements, as they stand
and fall together.  Fitted on half of the sentences it is tried on the other half, so that the figure is honest.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

import kg.ontology
import kg.reading
from kg.build import build
from kg.statements import clause_statements, confidence, noun_writer
from kg.statements.confidence import WEIGHTS, Sign

SHEETS = Path(__file__).parent / "judgements"

STEPS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
"""Bounds of the classes."""

RIDGE = 1.0
"""How strongly a weight is pulled towards nothing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its verdict; `signs` are empty where only the sheet is known."""

    id: str
    quote: str
    confidence: float
    asserted: bool
    right: bool
    signs: tuple[Sign, ...] = ()


def read_sheets(paths: Iterable[Path]) -> list[Judged]:
    """The judged rows of sheets, in order."""
    rows = [row for path in paths for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t")]
    return [
        Judged(r["id"], r["quote"], float(r["confidence"]), r["asserted"] == "True", r["verdict"] == "right")
        for r in rows
        if r["verdict"]
    ]


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """One line a class of confidence, then that of .9 and more."""
    yield f"{'confidence':14s}{'right':>7s}{'of':>6s}{'share':>8s}"
    for low, high in pairwise(STEPS):
        chosen = [j for j in judged if low <= j.confidence < high]
        if chosen:
            yield _line(f"{low:.2f} - {min(high, 1):.2f}", chosen)
    yield ""
    yield _line(".9 and more", [j for j in judged if j.confidence >= 0.9])
    yield _line("asserted", [j for j in judged if j.asserted])
    yield _line("all", judged)


def _line(name: str, chosen: Sequence[Judged]) -> str:
    right = sum(j.right for j in chosen)
    return f"{name:14s}{right:7d}{len(chosen):6d}{right / max(1, len(chosen)):8.2f}"


# ---------------------------------------------------------------- the package as it is today


def told_now(judged: Sequence[Judged], folders: Iterable[Path]) -> list[Judged]:
    """The judged statements that the articles still give, with the signs and the confidence that they have now."""
    seen = _Seen()
    ontology = kg.ontology.load()
    coded: dict[str, float] = {}
    for folder in folders:
        graph = build(kg.reading.read(folder).documents, ontology=ontology)
        coded |= {s.id: s.confidence for s in graph.statements.values() if not s.inferred_by}
    found = []
    for one in judged:
        signs = seen.sets[int(coded[one.id])] if one.id in coded else None
        if signs is not None:
            found.append(Judged(one.id, one.quote, _share(signs), one.asserted, one.right, signs))
    return found


class _Seen:
    """Stands in for the rating: gives each set of signs a number in place of a confidence, so that it can be traced."""

    def __init__(self) -> None:
        self.sets: list[tuple[Sign, ...]] = [()]
        self._numbers: dict[tuple[Sign, ...], int] = {}
        for module in (clause_statements, noun_writer):
            module.rate = self  # type: ignore[attr-defined]

    def __call__(self, signs: Iterable[Sign]) -> float:
        known = tuple(sorted(signs))
        if known not in self._numbers:
            self._numbers[known] = len(self.sets)
            self.sets.append(known)
        return float(self._numbers[known])


def _share(signs: tuple[Sign, ...]) -> float:
    return confidence.rate(signs)


# ---------------------------------------------------------------- fitting


def fit(judged: Sequence[Judged]) -> dict[Sign, float]:
    """Log-odds by sign; the ridge pulls them towards nothing."""
    each = Counter(j.quote for j in judged)
    seen = np.array([[sign in j.signs for sign in Sign] for j in judged], dtype=float)
    right = np.array([j.right for j in judged], dtype=float)
    weight = np.array([each[j.quote] ** -0.5 for j in judged])
    odds = np.zeros(len(Sign))
    for _ in range(50):
        share = 1 / (1 + np.exp(-seen @ odds))
        slope = seen.T @ (weight * (right - share)) - RIDGE * odds
        bend = (seen * (weight * share * (1 - share))[:, None]).T @ seen + RIDGE * np.eye(len(Sign))
        odds += np.linalg.solve(bend, slope)
    return {sign: float(value) for sign, value in zip(Sign, odds, strict=True)}


def rated(judged: Iterable[Judged], weights: dict[Sign, float]) -> list[Judged]:
    """The same with the confidence that these weights give."""
    odds = ((j, sum(weights[s] for s in j.signs)) for j in judged)
    return [Judged(j.id, j.quote, round(float(1 / (1 + np.exp(-o))), 2), j.asserted, j.right, j.signs) for j, o in odds]


def cross_checked(judged: Sequence[Judged]) -> list[Judged]:
    """Each half of the sentences rated by the weights of the other."""
    halves = [[j for j in judged if crc32(j.quote.encode()) % 2 == side] for side in (0, 1)]
    return [*rated(halves[0], fit(halves[1])), *rated(halves[1], fit(halves[0]))]


def weights(judged: Sequence[Judged]) -> Iterator[str]:
    """One line a sign: how often it was seen, how often right, today's weight and the fitted one."""
    fitted = fit(judged)
    yield f"{'sign':44s}{'of':>5s}{'share':>7s}{'today':>7s}{'fitted':>8s}"
    for sign in Sign:
        chosen = [j for j in judged if sign in j.signs]
        share = sum(j.right for j in chosen) / max(1, len(chosen))
        yield f"{sign:44s}{len(chosen):5d}{share:7.2f}{WEIGHTS[sign]:7.1f}{fitted[sign]:8.2f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets", type=Path, nargs="*", help="judged sheets, by default those of benchmarks/judgements")
    parser.add_argument("--now", type=Path, action="append", default=[], help="folder of articles")
    parser.add_argument("--fit", type=Path, action="append", default=[], help="folder of articles")
    options = parser.parse_args()
    judged = read_sheets(options.sheets or sorted(SHEETS.glob("*.tsv")))
    if not judged:
        parser.error(f"no judged statement: expected sheets, or some in {SHEETS}")
    lines: list[str] = []
    if options.now or options.fit:
        now = told_now(judged, [*options.now, *options.fit])
        lines += [f"{len(now)} of {len(judged)} judged statements are still told", ""]
        judged = now
    lines += table(judged)
    if options.fit:
        lines += ["", *weights(judged), "", "fitted on one half, tried on the other", *table(cross_checked(judged))]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
