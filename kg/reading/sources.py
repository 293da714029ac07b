"""Paths, folders and patterns -> the files to read, each once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ManifestError
from kg.reading.formats import SUFFIXES
from kg.reading.manifest import NAME, Manifest, load_manifest

STDIN = "-"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something handed in that is not read, in one line; `named` where the path itself was named, not its folder."""

    path: str
    message: str
    named: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, as it was named or found."""

    path: Path
    named: bool


@dataclass(frozen=True, slots=True)
class Sources:
    """The files, the manifests that tell about them, and what was wrong."""

    files: tuple[Source, ...]
    manifests: tuple[Manifest, ...]
    problems: tuple[Problem, ...]
    stdin: bool = False


def find_sources(paths: tuple[str | Path, ...]) -> Sources:
    """Return the files behind paths, folders (with those below them) and patterns, sorted, each once.

    A manifest counts for the files it names; one that is named itself stands for them.
    """
    found: list[Source] = []
    problems: list[Problem] = []
    folders: list[Path] = []
    for path in paths:
        if str(path) == STDIN:
            continue
        for item in _expand(path):
            if isinstance(item, Problem):
                problems.append(item)
            elif item.path.is_dir():
                folders.append(item.path)
            else:
                found.append(item)
    for folder in folders:
        _walk(folder, found, problems)
    manifests = _manifests(found, problems)
    files = {os.path.realpath(s.path): s for s in sorted(found, key=_order) if s.path.name != NAME}
    return Sources(tuple(files.values()), manifests, tuple(problems), any(str(path) == STDIN for path in paths))


def _order(source: Source) -> tuple[bool, str]:
    return (source.named, source.path.as_posix())


def _expand(path: str | Path) -> Iterator[Source | Problem]:
    try:
        exists = os.path.lexists(path)
    except ValueError:
        exists = False
    if exists:
        yield Source(Path(path), named=True)
        return
    # Path.glob takes no absolute pattern.
    matches = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(str(path)) else []  # noqa: PTH207
    if not matches:
        what = "no file matches this pattern" if glob.has_magic(str(path)) else "no such file or folder"
        yield Problem(str(path), what, named=True)
    yield from (Source(Path(match), named=False) for match in matches)


def _walk(folder: Path, found: list[Source], problems: list[Problem]) -> None:
    before = len(found)
    faults: list[OSError] = []
    for place, names, files in os.walk(folder, onerror=faults.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            _sort_out(Path(place, name), found, problems)
    problems.extend(Problem(str(fault.filename), fault.strerror or "cannot be read", named=False) for fault in faults)
    if len(found) == before and not faults:
        problems.append(Problem(str(folder), f"no article in this folder: expected {', '.join(SUFFIXES)}", named=True))


def _sort_out(path: Path, found: list[Source], problems: list[Problem]) -> None:
    if path.name.startswith("."):
        return
    if path.name == NAME or path.suffix.lower() in SUFFIXES or not path.suffix:
        found.append(Source(path, named=False))
    else:
        problems.append(Problem(str(path), f"skipped: unknown kind '{path.suffix}', expected {', '.join(SUFFIXES)}"))


def _manifests(found: list[Source], problems: list[Problem]) -> tuple[Manifest, ...]:
    """Read the manifests among the sources, and those beside single files, whose other rows are nobody's business."""
    named = {source.path: source.named for source in found if source.path.name == NAME}
    beside = {source.path.parent / NAME for source in found} - set(named)
    manifests: list[Manifest] = []
    for path in sorted({*named, *(path for path in beside if path.is_file())}):
        try:
            manifest = load_manifest(path)
        except ManifestError as error:
            problems.append(Problem(str(path), str(error), named.get(path, False)))
            continue
        manifests.append(manifest)
        if path in named:
            problems.extend(Problem(str(path), fault, named[path]) for fault in manifest.faults)
        if named.get(path):
            folder = path.parent.resolve()
            found.extend(Source(path.parent / file.relative_to(folder), named=False) for file in manifest.facts)
    return tuple(manifests)
