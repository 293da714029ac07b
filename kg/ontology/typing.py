"""heads.tsv, places.tsv, given.tsv, types.toml -> what tells the type of a phrase or name; a folder may lack any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.ontology.faults import Faults
from kg.ontology.tables import read_text, read_toml, rows
from kg.ontology.terms import Hint, Typing

PHRASES = frozenset({"partitive", "relational", "corporate", "either", "collective", "place", "bare", "national"})
RELATIONS = frozenset({"subject", "object", "noun", "preposition", "first", "last", "contest", "opponent"})
_KEYS = frozenset({"class", "weight", "relation", "words", "example", "not"})
_PHRASE_KEYS = frozenset({"kind", "words", "example", "not"})


def read_typing(folder: Path, faults: Faults) -> Typing:
    """The tables of an ontology folder; what a file lacks is empty."""
    heads = dict(_pairs(folder / "heads.tsv", faults))
    places = _names(folder / "places.tsv", faults)
    genders = dict(_given(folder / "given.tsv", faults))
    content = read_toml(folder / "types.toml", faults) if (folder / "types.toml").is_file() else {}
    hints = (*_phrases(content, faults), *_evidence(content, faults))
    told = {name: gender for name, gender in genders.items() if gender}
    return Typing(heads, places, frozenset(genders), told).with_hints(hints)


def _lines(path: Path, faults: Faults) -> Iterator[tuple[int, str]]:
    if path.is_file():
        for number, line in enumerate(read_text(path, path.name, faults).splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield number, line


def _names(path: Path, faults: Faults) -> frozenset[str]:
    return frozenset(line for _, line in _lines(path, faults) if line != "name")


def _given(path: Path, faults: Faults) -> Iterator[tuple[str, str]]:
    """Given names, each with the gender of all who bear it, "m" or "f", or ""."""
    for number, line in _lines(path, faults):
        name, _, gender = line.partition("\t")
        if gender not in {"", "m", "f", "gender"}:
            faults.add(path.name, f"line {number}: expected a name and m, f or nothing")
        elif name != "name":
            yield name, gender


def _pairs(path: Path, faults: Faults) -> Iterator[tuple[str, str]]:
    for number, line in _lines(path, faults):
        head, tab, cls = line.partition("\t")
        if not tab or not head or not cls:
            faults.add(path.name, f"line {number}: expected a head and a class")
        elif head != "head":
            yield head, cls


def _phrases(content: Mapping[str, object], faults: Faults) -> Iterator[Hint]:
    for row in rows(content, "phrases", "types.toml", faults):
        kind = str(row.get("kind"))
        if kind not in PHRASES:
            faults.unknown("types.toml", f"phrases: '{kind}'", kind, PHRASES)
        elif set(row) != _PHRASE_KEYS:
            faults.add("types.toml", f"phrases '{kind}': expected kind, words, example and not")
        else:
            yield Hint(kind, tuple(_text(row["words"])), str(row["example"]), str(row["not"]))


def _evidence(content: Mapping[str, object], faults: Faults) -> Iterator[Hint]:
    for row in rows(content, "evidence", "types.toml", faults):
        cls, weight, relation = row.get("class"), row.get("weight"), row.get("relation")
        if set(row) != _KEYS or relation not in RELATIONS or not isinstance(weight, int):
            faults.add(
                "types.toml",
                f"evidence {dict(row)}: expected class, whole weight, words, a known relation, example and not",
            )
            continue
        yield Hint(str(relation), tuple(_text(row["words"])), str(row["example"]), str(row["not"]), str(cls), weight)


def _text(words: object) -> list[str]:
    return [str(word) for word in words] if isinstance(words, list) else []
