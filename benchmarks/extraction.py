"""Open extraction on the development parts of CaRB (full rows) and BenchIE (minimal rows), from one parse.

    python benchmarks/extraction.py BENCH              figures, and what each family of rules gives
    python benchmarks/extraction.py BENCH --brief      figures only
    python benchmarks/extraction.py BENCH --calibrate  also how often rows and judged statements are right

BENCH is the folder of the benchmark kit: bench.py and data/.  F1 moves by chance within .018 (CaRB) and .05 (BenchIE),
95 % bootstrap.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from calibration import SHEETS, read_sheets, table

from kg.parsing import Parse, load_model
from kg.statements.tuples import RULES, Row, full_rows, minimal_rows, parse_lines

Render = Callable[[Parse, AbstractSet[str]], list[Row]]

RENDERERS: dict[str, Render] = {"carb": full_rows, "benchie": minimal_rows}

STEPS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 1.0)
"""Bounds of the confidence classes of the calibration table."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one run; `rows` printed rows."""

    precision: float
    recall: float
    f1: float
    rows: int

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  {self.rows:5d} rows"


class Kit:
    """The benchmark kit in a folder, with its development sentences parsed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        nlp = load_model()
        self.parses = {name: list(parse_lines(self._lines(name), nlp=nlp)) for name in RENDERERS}

    def measure(self, name: str, rules: AbstractSet[str]) -> Figures:
        """Figures of one benchmark with only these rules."""
        render = RENDERERS[name]
        return self.score(name, [(p.document.text, row) for p in self.parses[name] for row in render(p, rules)])

    def score(self, name: str, rows: list[tuple[str, Row]]) -> Figures:
        """Figures of rows, each with its sentence, by the kit's own scorer."""
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "rows.tsv"
            table.write_text("".join(_lines_of(rows)), encoding="utf-8")
            command = [sys.executable, str(self.folder / "bench.py"), name, "--json", "dev", str(table)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
        scores = json.loads(answer.stdout)["scores"]
        best = scores.get("best threshold") or scores["triples"]
        return Figures(best["precision"], best["recall"], best["f1"], len(rows))

    def _lines(self, name: str) -> list[str]:
        path = self.folder / "data" / name / "dev" / "sentences.txt"
        return path.read_text(encoding="utf-8").splitlines()


def _lines_of(rows: Iterable[tuple[str, Row]]) -> Iterator[str]:
    for sentence, row in rows:
        yield "\t".join([sentence, row.subject, row.relation, *row.arguments, f"conf={row.confidence:.2f}"]) + "\n"


def ablation(kit: Kit, whole: dict[str, Figures]) -> Iterator[str]:
    """One line a family of rules: F1 points lost without it, the dearest first."""
    lost = {rule: {name: whole[name].f1 - kit.measure(name, RULES - {rule}).f1 for name in RENDERERS} for rule in RULES}
    yield f"{'without':24s}{'carb':>8s}{'benchie':>9s}   F1 points lost"
    for rule in sorted(lost, key=lambda r: (-sum(lost[r].values()), r)):
        yield f"{rule:24s}{100 * lost[rule]['carb']:8.1f}{100 * lost[rule]['benchie']:9.1f}"


def calibration(kit: Kit) -> Iterator[str]:
    """One line a class of confidence: the rows in it and their precision, scored alone."""
    yield f"{'confidence':14s}{'carb':>16s}{'benchie':>16s}   rows, precision alone"
    for low, high in pairwise(STEPS):
        cells = []
        for name, render in RENDERERS.items():
            told = [(p.document.text, row) for p in kit.parses[name] for row in render(p, RULES)]
            rows = [(sentence, row) for sentence, row in told if low <= row.confidence < high]
            cells.append(f"{len(rows):8d}{kit.score(name, rows).precision if rows else 0.0:8.3f}")
        yield f"{low:.2f} - {high:.2f}   " + "".join(cells)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder of the benchmark kit")
    parser.add_argument("--brief", action="store_true", help="no ablation")
    parser.add_argument("--calibrate", action="store_true", help="precision by confidence")
    arguments = parser.parse_args()
    kit = Kit(arguments.bench)
    whole = {name: kit.measure(name, RULES) for name in RENDERERS}
    lines = [f"{name:10s}{figures}" for name, figures in whole.items()]
    lines += [] if arguments.brief else ["", *ablation(kit, whole)]
    if arguments.calibrate:
        lines += [
            "",
            *calibration(kit),
            "",
            "statements judged by hand",
            *table(read_sheets(sorted(SHEETS.glob("*.tsv")))),
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
