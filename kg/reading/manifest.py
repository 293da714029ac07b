"""manifest.toml -> what is known of each file of a folder beside its text."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ManifestError
from kg.reading.drafts import Facts, clean_date, clean_line, clean_url

NAME = "manifest.toml"
KEYS = ("file", "title", "publisher", "published", "url")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest by resolved path, and one line for each row that is wrong."""

    path: Path
    facts: dict[Path, Facts]
    faults: tuple[str, ...] = ()


def load_manifest(path: Path) -> Manifest:
    """Return what a manifest says.  A wrong row is a fault; raises ManifestError for a file that cannot be read."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise ManifestError(f"cannot be read as TOML: {clean_line(str(error))}") from None
    rows = table.get("document", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ManifestError("expected tables [[document]]")
    facts: dict[Path, Facts] = {}
    faults = [f"unknown '{key}', expected [[document]]" for key in sorted(table) if key != "document"]
    for number, row in enumerate(rows, 1):
        file, wrong = _file(path.parent, row)
        faults += [f"document {number}: {fault}" for fault in [*wrong, *_faults(row)]]
        if file and file in facts:
            faults.append(f"document {number}: file '{row['file']}' is named twice")
        elif file:
            facts[file] = _facts(row)
    return Manifest(path, facts, tuple(faults))


def _file(folder: Path, row: dict[str, object]) -> tuple[Path | None, list[str]]:
    name = row.get("file")
    if not isinstance(name, str) or not name or "\x00" in name:
        return None, ["expected 'file'"]
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        return None, [f"file '{clean_line(name)}' lies outside the folder"]
    return (file, []) if file.is_file() else (None, [f"file '{clean_line(name)}' does not exist"])


def _faults(row: dict[str, object]) -> list[str]:
    faults = [f"unknown key '{clean_line(key)}', expected one of {', '.join(KEYS)}" for key in row if key not in KEYS]
    if "published" in row and not clean_date(row["published"]):
        faults.append(f"published: expected a date like 2025-07-01, found {clean_line(str(row['published']))!r}")
    if "url" in row and not clean_url(row["url"]):
        faults.append(f"url: expected an http address, found {clean_line(str(row['url']))!r}")
    return faults


def _facts(row: dict[str, object]) -> Facts:
    return Facts(
        clean_line(row.get("title")),
        clean_date(row.get("published")),
        clean_line(row.get("publisher")),
        clean_url(row.get("url")),
    )
