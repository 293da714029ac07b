"""`--ontology` -> what a build works with: a folder laid out as ours, or any OWL or RDFS ontology upon ours.

Beside the ontology of a user's may lie the frames.toml that `kg learn` wrote: of its frames those of one word are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from kg.errors import OntologyError
from kg.learning.frames import Learned, is_path, read_frames
from kg.learning.labels import check_learned, ways_of
from kg.learning.learning import SURE
from kg.ontology import REQUIRED, Ontology, default_folder, load
from kg.ontology.adopted import adopt
from kg.ontology.own import FORMATS, OwnOntology, read_own
from kg.ontology.terms import TURNED
from kg.ontology.ways import Way, read_way
from kg.parsing import load_model

LEARNED = "frames.toml"


def load_ontology(path: Path | None = None, *, model: str | None = None) -> Ontology:
    """The ontology of a folder laid out as ours (by default ours itself), or one of the user's upon ours.

    Raises OntologyError with one line for every fault: file, and line or term.
    """
    if path is not None and not path.exists():
        raise OntologyError(f"{path.name}: no such file or folder; expected an OWL or RDFS file, or a folder of them")
    if path is None or not is_own(path):
        return load(path)
    return _adopted(path.resolve(), model)


def is_own(path: Path | None) -> bool:
    """Whether this is an ontology of the user's, and not a folder laid out as ours."""
    if path is None or not path.exists():
        return False
    return path.is_file() or not any((path / name).exists() for name in REQUIRED if name != LEARNED)


def learned_beside(path: Path) -> Path | None:
    """The frames that `kg learn` wrote beside an ontology of the user's."""
    found = path / LEARNED
    return found if path.is_dir() and found.is_file() else None


@lru_cache(maxsize=4)
def _adopted(path: Path, model: str | None) -> Ontology:
    own, nlp, frames = read_own(path), load_model(model), learned_beside(path)
    learned = _learned_ways(read_frames(frames), own) if frames is not None else {}

    @cache
    def ways(label: str) -> tuple[Way, ...]:
        return tuple(way for told in ways_of(label, nlp) if (way := read_way(told)) is not None)

    base = load()
    found = adopt(base, own, folder=default_folder(), ways=ways, learned=learned)
    return replace(found, sha256=_sha256(base, path))


def _learned_ways(learned: Learned, own: OwnOntology) -> Mapping[str, list[Way]]:
    """The learned ways of one word that are sure, or written by a person (no example counted), by property."""
    names = check_learned(learned, own)
    found: dict[str, list[Way]] = {}
    for (label, seen), row in sorted(learned.rows.items()):
        way = read_way(seen.removeprefix("path ").partition(" | ")[0]) if is_path(seen) and label in names else None
        if way is not None and row.weight > 0 and (row.support == 0 or row.precision >= SURE):
            found.setdefault(names[label].id, []).append(way)
    return found


def _sha256(base: Ontology, path: Path) -> str:
    """Over the base and the files of the user's."""
    total = hashlib.sha256(base.sha256.encode())
    files = [path] if path.is_file() else sorted(p for p in path.iterdir() if p.suffix.lower() in (*FORMATS, ".toml"))
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def ways_told(ontology: Ontology) -> list[tuple[str, str]]:
    """The label of each property of a user's, in his order, with what tells it: ours, and words with their slots."""
    assert ontology.adopted is not None
    found: dict[str, list[str]] = {name: [] for name in ontology.properties if name in ontology.adopted.properties}
    for ours, (name, _) in ontology.adopted.mapped.items():
        found[name].append(f"'{ontology.properties[ours].label}' of ours")
    for frame in ontology.frames:
        for one, edge, other in frame.edges:
            name = edge.removeprefix(TURNED)
            if name in found:
                words = " or ".join(f"'{word}'" for word in (*frame.verbs, *frame.nouns))
                slots = f"{'/'.join(frame.roles[one])} and {'/'.join(frame.roles[other])}"
                found[name].append(f"{words} with {slots}")
    return [(ontology.properties[name].label, "; ".join(dict.fromkeys(ways))) for name, ways in found.items()]
