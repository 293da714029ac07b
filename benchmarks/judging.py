"""Precision by hand: draw statements at random with all that is told of them, and count the verdicts given.

    python benchmarks/judging.py draw GRAPH -o SHEET.tsv [--count 200] [--seed 1] [--mapped]
    python benchmarks/judging.py count SHEET.tsv ...

GRAPH is a folder that `kg build` wrote.  A sheet has the columns of `COLUMNS`; a judge fills in `verdict` (right,
wrong, vacuous) and `reason`.  A statement is right when a strict reader of the article would sign all of its reading:
who did what to whom, polarity, certainty, tense, who says it, when, where, how many, and the event.  Vacuous is what is
true and says nothing.  With 200 statements a share is uncertain by about .05.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.model import Filler, Statement, StatementRef, Time, Value

COLUMNS = ("id", "document", "confidence", "asserted", "quote", "reading", "verdict", "category", "reason")
"""What a row of a sheet holds; the last three are the judge's."""

VERDICTS = ("right", "vacuous", "wrong")


def main() -> None:
    """Draw a sheet or count sheets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("graph", type=Path)
    draw.add_argument("-o", "--output", type=Path, required=True)
    draw.add_argument("--count", type=int, default=200)
    draw.add_argument("--seed", type=int, default=1)
    draw.add_argument("--mapped", action="store_true", help="only statements with an ontology property or an event")
    count = commands.add_parser("count")
    count.add_argument("sheets", type=Path, nargs="+")
    options = parser.parse_args()
    if options.command == "draw":
        _draw(options)
    else:
        print("\n".join(_shares(options.sheets)))


def _draw(options: argparse.Namespace) -> None:
    graph = kg.load(options.graph)
    pool = [graph.statements[key] for key in sorted(graph.statements)]
    if options.mapped:
        pool = [s for s in pool if "ontology#" in s.relation.id or s.event]
    drawn = random.Random(options.seed).sample(pool, min(options.count, len(pool)))
    with options.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for statement in drawn:
            evidence = statement.evidence[0]
            facts = [statement.id, evidence.document, f"{statement.confidence:.2f}", statement.asserted]
            writer.writerow(
                [*facts, " ".join(evidence.quote.split()), " | ".join(_reading(graph, statement)), "", "", ""]
            )


def _reading(graph: kg.KnowledgeGraph, statement: Statement) -> Iterator[str]:
    """All that is told of a statement, a part at a time."""
    yield f"{_named(graph, statement.subject)} -- {statement.relation.label} -- {_named(graph, statement.object)}"
    yield from (f"{a.role}: {_named(graph, a.filler)}" for a in statement.arguments)
    yield f"{statement.polarity}, {statement.certainty}, {statement.tense}, {statement.mood}"
    if statement.holders:
        yield "said by " + " citing ".join(_named(graph, h) for h in statement.holders)
    if statement.time:
        yield f"when {_day(statement.time)}"
    if statement.place:
        yield f"where {_named(graph, statement.place)}"
    if statement.quantity:
        yield f"how many {statement.quantity.comparator} {statement.quantity.value} {statement.quantity.unit}"
    if statement.purpose:
        yield f"in order to {_named(graph, statement.purpose)}"
    yield from _event(graph, statement)
    if statement.inferred_by:
        yield f"inferred by {statement.inferred_by}"
    yield statement.relation.id.rsplit("/", 1)[-1]


def _event(graph: kg.KnowledgeGraph, statement: Statement) -> Iterator[str]:
    event = graph.events.get(statement.event or "")
    if event:
        roles = ", ".join(f"{r.role.rsplit('#', 1)[-1]} {r.filler.label}" for r in event.roles)
        yield f"event {event.cls.rsplit('#', 1)[-1]} ({event.label}): {roles}"


def _named(graph: kg.KnowledgeGraph, filler: Filler | None) -> str:
    """A label with its type; for a statement its own reading in brackets."""
    if filler is None:
        return "()"
    if isinstance(filler, Value):
        return filler.value
    if isinstance(filler, StatementRef):
        inner = graph.statements.get(filler.statement)
        return f"({'; '.join(_reading(graph, inner))})" if inner else filler.label
    return f"{filler.label} [{filler.type.rsplit('#', 1)[-1]}]"


def _day(time: Time) -> str:
    return f"{time.value or time.timex} ({time.earliest or '?'} to {time.latest or '?'})"


def _shares(sheets: list[Path]) -> Iterator[str]:
    """A line for all, for the asserted, and for the confident ones."""
    rows = [row for sheet in sheets for row in csv.DictReader(sheet.open(encoding="utf-8"), delimiter="\t")]
    rows = [row for row in rows if row["verdict"]]
    kinds = {
        "all": rows,
        "asserted": [r for r in rows if r["asserted"] == "True"],
        "confidence of .9 and more": [r for r in rows if float(r["confidence"]) >= 0.9],
    }
    for kind, chosen in kinds.items():
        verdicts = Counter(row["verdict"] for row in chosen)
        told = ", ".join(f"{verdicts[v]} {v}" for v in VERDICTS)
        yield f"{kind:26s} {len(chosen):4d} statements: {told}; right {verdicts['right'] / max(len(chosen), 1):.2f}"


if __name__ == "__main__":
    main()
