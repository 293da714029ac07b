"""ontology/boilerplate.toml -> the patterns of what stands on a news page and is not the article."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import OntologyError

FILE = "boilerplate.toml"
KINDS = ("line", "section", "within", "tail")
PLACES = ("any", "top", "end")
LONGEST_TAIL = 150

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = (_PACKAGE.parent / "ontology", _PACKAGE / "ontology_files")


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of boilerplate.toml; `to_end` says that its section runs to the end of the file."""

    kind: str
    reason: str
    pattern: re.Pattern[str]
    place: str = "any"
    to_end: bool = False
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    def matches(self, text: str) -> bool:
        """Whether the row means this paragraph; its place on the page is not looked at."""
        match self.kind:
            case "within":
                return bool(self.pattern.search(text))
            case "tail":
                return self.tail(text) < len(text)
        return bool(self.pattern.fullmatch(text))

    def tail(self, text: str) -> int:
        """Where the match that ends the text starts; the length of the text if there is none."""
        last = max(0, len(text) - LONGEST_TAIL)
        found = (match.start() for match in self.pattern.finditer(text, last) if match.end() == len(text))
        return next(found, len(text))


def load_cues(file: Path | None = None) -> tuple[Cue, ...]:
    """Return the rows in the order of the file, by default the project's own.  Raises OntologyError."""
    return _load(file or _own_file())


def _own_file() -> Path:
    # An editable install may leave a stale copy beside the package, so the checkout comes first.
    for folder in _FOLDERS:
        if (folder / FILE).is_file():
            return folder / FILE
    raise OntologyError(f"{FILE}: not found, expected in ontology/")


@lru_cache(maxsize=4)
def _load(file: Path) -> tuple[Cue, ...]:
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OntologyError(f"{file.name}: cannot be read: {str(error).splitlines()[0]}") from None
    unknown = sorted(set(table) - set(KINDS))
    if unknown:
        raise OntologyError(f"{file.name}: unknown section '{unknown[0]}', expected one of {', '.join(KINDS)}")
    return tuple(_cue(file, kind, row) for kind in KINDS for row in table.get(kind, []))


def _cue(file: Path, kind: str, row: dict[str, object]) -> Cue:
    where = f"{file.name}: {kind} '{row.get('reason', '?')!s}'"
    pattern, place = str(row.get("pattern", "")), str(row.get("place", "any"))
    if not pattern or not row.get("reason") or place not in PLACES:
        raise OntologyError(f"{where}: expected reason, pattern and a place among {', '.join(PLACES)}")
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise OntologyError(f"{where}: not a regular expression: {error}") from None
    to_end = row.get("until") == "end"
    return Cue(kind, str(row["reason"]), compiled, place, to_end, _texts(row, "example"), _texts(row, "not"))


def _texts(row: dict[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    return tuple(str(text) for text in value) if isinstance(value, list) else ()
