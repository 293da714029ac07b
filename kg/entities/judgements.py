"""What a person judged: a file of rows `same<TAB>A<TAB>B` and `different<TAB>A<TAB>B` that every build obeys.

`#` begins a comment line; commas may stand in place of tabs where the file's name ends in .csv.  A and B are ids of
entities (`kge:kim_jong_un`), their labels, or mentions (`document:12-24`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import JudgementError

VERDICTS = ("same", "different")
MENTION = re.compile(r"^(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)$")
LARGEST = 10_000_000
"""Bytes of a judgements file."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: `verdict` is "same" or "different"; `row` the line of the file it stands in, 0 where it has none."""

    verdict: str
    one: str
    other: str
    row: int = 0

    @property
    def place(self) -> str:
        """The row, for messages."""
        return f"judgements row {self.row}" if self.row else f"judgement '{self.verdict} {self.one} {self.other}'"


NO_JUDGEMENTS: tuple[Judgement, ...] = ()


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The rows of a judgements file.  Raises JudgementError for a file or row that cannot be read or contradicts."""
    try:
        if path.stat().st_size > LARGEST:
            raise JudgementError(f"{path.name}: larger than {LARGEST:,} bytes")
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{path.name}: cannot be read: {error}") from None
    delimiter = "," if path.suffix.casefold() == ".csv" else "\t"
    judgements = tuple(
        _row(path.name, number, line, delimiter)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
    )
    check(judgements)
    return judgements


def _row(name: str, number: int, line: str, delimiter: str) -> Judgement:
    cells = [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    cells = cells[:3] + [cell for cell in cells[3:] if cell and not cell.startswith("#")]
    if len(cells) != 3 or not all(cells):
        found = " | ".join(cells)[:80]
        raise JudgementError(f"{name} row {number}: found '{found}', expected same or different, A, B")
    verdict = cells[0].casefold()
    if verdict not in VERDICTS:
        raise JudgementError(f"{name} row {number}: found '{cells[0][:40]}', expected same or different")
    return Judgement(verdict, cells[1], cells[2], number)


def check(judgements: Iterable[Judgement]) -> None:
    """Raise JudgementError if a pair is judged both ways, or something different from itself."""
    seen: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        pair = frozenset({judgement.one, judgement.other})
        if len(pair) == 1 and judgement.verdict == "different":
            raise JudgementError(f"{judgement.place}: '{judgement.one}' cannot differ from itself; name two mentions")
        before = seen.setdefault(pair, judgement)
        if before.verdict != judgement.verdict:
            raise JudgementError(f"{judgement.place}: {judgement.verdict}, but {before.place} says {before.verdict}")


def write_judgements(path: Path, judgements: Iterable[Judgement], *, comment: str = "") -> None:
    """Write a judgements file, replacing what stood there only when it is complete."""
    delimiter = "," if path.suffix.casefold() == ".csv" else "\t"
    temporary = path.with_name(path.name + ".part")
    with temporary.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in comment.splitlines())
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerows((j.verdict, j.one, j.other) for j in judgements)
    temporary.replace(path)


def add_judgement(path: Path, judgement: Judgement) -> None:
    """Add a row at the end of a judgements file, which need not exist; what stands there, comments too, stays.

    Raises JudgementError where the file cannot be read or the row contradicts it.
    """
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    known = read_judgements(path) if before else NO_JUDGEMENTS
    check([*known, judgement])
    if any((j.verdict, j.one, j.other) == (judgement.verdict, judgement.one, judgement.other) for j in known):
        return
    row = io.StringIO()
    delimiter = "," if path.suffix.casefold() == ".csv" else "\t"
    csv.writer(row, delimiter=delimiter, lineterminator="\n").writerow(
        (judgement.verdict, judgement.one, judgement.other)
    )
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(before + ("" if before.endswith("\n") or not before else "\n") + row.getvalue(), "utf-8")
    temporary.replace(path)


def mention_place(reference: str) -> tuple[str, int, int] | None:
    """Document, start and end of a reference to a mention, or None if it is an id or label."""
    found = MENTION.match(reference)
    return (found["document"], int(found["start"]), int(found["end"])) if found else None
