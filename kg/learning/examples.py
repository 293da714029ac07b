"""Example sentences with their triples, as `kg learn` takes them.

Tab-separated: sentence, subject, property, object; a line a triple, and a sentence alone for one that says nothing.
JSON lines: `{"sentence": ..., "triples": [{"subject": ..., "property": ..., "object": ...}], "properties": [...]}`;
a triple may give `subject_start`, `subject_end`, `object_start`, `object_end` in characters of the sentence, and
`properties` tells which properties were looked for in it (all that the file knows, by default).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Triple:
    """What a sentence says; the places are in characters of it, where they are known."""

    subject: str
    property: str
    object: str
    subject_at: Place | None = None
    object_at: Place | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with all its triples; `asked` are the properties that were looked for, None for all."""

    sentence: str
    triples: tuple[Triple, ...]
    asked: frozenset[str] | None = None


def read_examples(path: Path) -> list[Example]:
    """The examples of a file, each sentence once, in the order of the file.

    Raises InputError with file and line for what cannot be read.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}, expected examples") from None
    except ValueError:
        raise InputError(f"{path}: not UTF-8, expected examples") from None
    read = _from_json if next((line for line in lines if line.strip()), "").lstrip().startswith("{") else _from_table
    found = [read(line, f"{path.name}: line {n}") for n, line in enumerate(lines, start=1) if line.strip()]
    if not any(example.triples for example in found):
        raise InputError(f"{path.name}: no triple, expected lines of sentence, subject, property, object")
    return merged(found)


def merged(examples: Iterable[Example]) -> list[Example]:
    """The examples with those of one sentence as one."""
    by_sentence: dict[str, list[Example]] = {}
    for example in examples:
        by_sentence.setdefault(example.sentence, []).append(example)
    return [_one(same) for same in by_sentence.values()]


def _one(same: Sequence[Example]) -> Example:
    triples = tuple(dict.fromkeys(t for e in same for t in e.triples))
    limits = [e.asked for e in same]
    asked = None if None in limits else frozenset(p for limit in limits for p in limit or ())
    return Example(same[0].sentence, triples, asked)


def _from_table(line: str, where: str) -> Example:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) == 1:
        return Example(cells[0], ())
    if len(cells) != 4 or not all(cells):
        raise InputError(f"{where}: found {len(cells)} cells, expected sentence, subject, property, object")
    return Example(cells[0], (Triple(cells[1], cells[2], cells[3]),))


def _from_json(line: str, where: str) -> Example:
    try:
        row = json.loads(line)
        asked = frozenset(map(str, row["properties"])) if "properties" in row else None
        return Example(str(row["sentence"]), tuple(_triple(t) for t in row["triples"]), asked)
    except KeyError as error:
        raise InputError(f"{where}: no key {error}, expected sentence and triples") from None
    except (ValueError, TypeError, AttributeError):
        raise InputError(f"{where}: found '{line[:40]}', expected an object with sentence and triples") from None


def _triple(row: dict[str, object]) -> Triple:
    places = [_place(row, side) for side in ("subject", "object")]
    return Triple(str(row["subject"]), str(row["property"]), str(row["object"]), *places)


def _place(row: dict[str, object], side: str) -> Place | None:
    start, end = row.get(f"{side}_start"), row.get(f"{side}_end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None
