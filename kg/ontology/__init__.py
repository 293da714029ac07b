"""ontology/ -> one frozen, cross-checked Ontology: what an editor may change, read once.

    news.ttl            classes and properties: labels, domains, ranges, inverses, alignments
    nouns.toml          common nouns -> class ("soldier" is a kgo:MilitaryUnit, "ceremony" a kgo:Ceremony)
    heads.tsv           more of them, from WordNet
    types.toml          words beside a phrase or a name that tell its type; places.tsv, the names of towns
    given.tsv           given names of persons, from many languages
    titles.toml         offices ("president", "foreign minister") and honorifics
    gazetteer/*.tsv     names that are known: countries, regions, cities, organizations
    cues.toml           words of denial, doubt, future, duty and speech
    frames.toml         verbs and nouns -> event class, roles, direct properties
    rules.toml          what follows from what
    queries/*.rq        named SPARQL queries
    mappings/*.tsv      the same in other vocabularies

Whatever one file says about another is checked, and every fault is told at once.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.checks import check_references
from kg.ontology.faults import Faults
from kg.ontology.tables import read_cues, read_frames, read_gazetteer, read_nouns, read_queries, read_rules, read_titles
from kg.ontology.terms import Frame, KnownName, Ontology, OntologyClass, Property, Rule
from kg.ontology.typing import read_typing
from kg.ontology.vocabulary import KGO, read_vocabulary

__all__ = ["KGO", "Frame", "KnownName", "Ontology", "OntologyClass", "Property", "Rule", "default_folder", "load"]

REQUIRED = ("news.ttl", "nouns.toml", "titles.toml", "cues.toml", "frames.toml", "rules.toml", "gazetteer", "queries")


def default_folder() -> Path:
    """The project's own ontology: that of the checkout, or the copy inside an installed wheel."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent / "ontology"
    # An editable install leaves a stale copy in site-packages, so the checkout comes first.
    return checkout if (checkout / "news.ttl").is_file() else package / "ontology_files"


def load(folder: Path | None = None) -> Ontology:
    """Read and cross-check an ontology folder, by default the project's own; once a folder and process.

    Raises OntologyError with one line for every fault of every file.
    """
    return _load((folder or default_folder()).resolve())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Ontology:
    if not folder.is_dir():
        raise OntologyError(f"{folder.name}: no such folder; expected one with {', '.join(REQUIRED)}")
    faults = Faults()
    for name in REQUIRED:
        if not (folder / name).exists():
            faults.add(name, f"not found in folder '{folder.name}'")
    faults.raise_any()
    ontology, files = _read(folder, faults)
    check_references(ontology, files, faults)
    faults.raise_any()
    return ontology


def _read(folder: Path, faults: Faults) -> tuple[Ontology, dict[str, str]]:
    classes, properties = read_vocabulary(sorted(folder.glob("*.ttl")), faults)
    faults.raise_any()  # else every use of a class that could not be read would be a fault of its own
    names, files = read_gazetteer(folder / "gazetteer", faults)
    offices, honorifics, given = read_titles(folder / "titles.toml", faults)
    ontology = Ontology(
        classes=classes,
        properties=properties,
        names=names,
        nouns=read_nouns(folder / "nouns.toml", faults),
        offices=offices,
        honorifics=honorifics,
        title_names=given,
        frames=read_frames(folder / "frames.toml", faults),
        rules=read_rules(folder / "rules.toml", faults),
        cues=read_cues(folder / "cues.toml", faults),
        queries=read_queries(folder / "queries", faults),
        sha256=_sha256(folder),
        typing=read_typing(folder, faults),
    )
    return ontology, files


def _sha256(folder: Path) -> str:
    """Over every file's place and content, in order of place."""
    total = hashlib.sha256()
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
