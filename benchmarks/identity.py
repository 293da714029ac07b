"""Who is who, and what is told of whom: the development figures of MEANTIME, OntoGUM and re3d beside their targets.

    python benchmarks/identity.py BENCH                   build, adapt, score: about two minutes
    python benchmarks/identity.py BENCH --keep FOLDER     and keep what was built
    python benchmarks/identity.py BENCH --all             also the made corpus of 1,000 articles and the time up to
                                                          100,000 mentions (made_corpus.py): ten minutes
    python benchmarks/identity.py BENCH --only re3d       one of them

BENCH is the folder of the benchmark kit: bench.py, adapters.py and data/.  Its own scorers and adapters do the
counting.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import made_corpus

from kg.build import build
from kg.reading import read
from kg.views import tables

MAPPING = Path(__file__).parents[1] / "ontology" / "mappings" / "re3d.tsv"


@dataclass(frozen=True, slots=True)
class Figure:
    """A score of the kit by its name there, and what it must reach."""

    name: str
    score: str
    target: float
    measure: str = "f1"


@dataclass(frozen=True, slots=True)
class Part:
    """A benchmark: its documents and the data its adapter asks for (folders of data/), the part that is scored."""

    documents: str
    adapter: tuple[str, ...]
    split: str
    figures: tuple[Figure, ...]
    tables: tuple[str, ...] = ()


PARTS = {
    "meantime": Part(
        documents="meantime/dev/documents",
        adapter=("meantime/dev",),
        split="dev",
        tables=("triples", "mentions", "coref", "timex", "stance"),
        figures=(
            Figure("edges among gold nodes", "edges among gold nodes, Dice .5", 0.65),
            Figure("names, exact", "names, exact", 0.75),
            Figure("coreference across documents", "coreference conll", 0.74),
            Figure("time value", "timex value", 0.80),
            Figure("negative", "stance negative", 0.70),
            Figure("not certain", "stance not certain", 0.50),
            Figure("future", "stance future", 0.75),
        ),
    ),
    "ontogum": Part(
        documents="ontogum/documents",
        adapter=("ontogum",),
        split="news_dev",
        figures=(Figure("coreference in news", "conll", 0.55),),
    ),
    "re3d": Part(
        documents="re3d/dev/documents",
        adapter=(),
        split="dev",
        figures=(
            Figure("typed relations", "typed", 0.35),
            Figure("open relations, recall", "open", 0.60, "recall"),
        ),
    ),
}


def measure(bench: Path, name: str, folder: Path) -> dict[str, dict[str, float]]:
    """The kit's scores of one benchmark; what was built and adapted stays in `folder`."""
    part, data = PARTS[name], bench / "data"
    export, output = folder / "export", folder / ("tables" if PARTS[name].tables else "rows.tsv")
    tables.write(build(read(data / part.documents).documents), export)
    extra = ["--mapping", str(MAPPING)] if name == "re3d" else []
    _run(bench / "adapters.py", name, str(export), *(str(data / d) for d in part.adapter), "-o", str(output), *extra)
    files = [word for table in part.tables for word in (f"--{table}", str(output / f"{table}.tsv"))] or [str(output)]
    scores: dict[str, dict[str, float]] = json.loads(_run(bench / "bench.py", name, "--json", part.split, *files))[
        "scores"
    ]
    return scores


def _run(script: Path, *arguments: str) -> str:
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(name: str, scores: dict[str, dict[str, float]]) -> Iterator[str]:
    """One line a figure."""
    for figure in PARTS[name].figures:
        value = scores[figure.score][figure.measure]
        reached = "" if value >= figure.target else f"   {figure.target - value:.3f} short"
        yield f"{name:10s}{figure.name:32s}{figure.measure:>8s}{value:8.3f}{figure.target:8.2f}{reached}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder of the benchmark kit")
    parser.add_argument("--keep", type=Path, help="folder for what is built")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this benchmark")
    parser.add_argument("--all", action="store_true", help="also the made corpus, and the time up to 100,000 mentions")
    options = parser.parse_args()
    sys.stdout.write(f"{'':42s}{'':8s}{'today':>8s}{'target':>8s}\n")
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.only or PARTS:
            folder = (options.keep or Path(scratch)) / name
            folder.mkdir(parents=True, exist_ok=True)
            sys.stdout.write("".join(line + "\n" for line in report(name, measure(options.bench, name, folder))))
            sys.stdout.flush()
    if options.all:
        made_corpus.show_score(1_000, 300, 1)
        made_corpus.show_scaling(100_000, 300, 1)


if __name__ == "__main__":
    main()
