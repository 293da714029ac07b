"""What a user knows: a table of entities with identifiers, CSV or Turtle -> rows beside the gazetteer's.

CSV (or TSV): a header with `name` and `type`, and any of `id`, `aliases` and `same_as` (several separated by `;`) and
`wikidata`.  Turtle: subjects with rdfs:label, schema:name or skos:prefLabel, a type, and skos:altLabel, owl:sameAs.
A row whose name the gazetteer has already adds its names and identifiers to that row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph

from kg.entities.words import slugged
from kg.errors import InputError
from kg.model import digest
from kg.ontology import KnownName, Ontology

COLUMNS = ("name", "type", "id", "aliases", "same_as", "wikidata")
LARGEST = 100_000_000
"""Bytes of a table."""

WIKIDATA = "http://www.wikidata.org/entity/"
_WIKIDATA_ID = re.compile(r"Q[1-9][0-9]*")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_SLUG = re.compile(r"[^\W_]\w*")

_RDFS, _SKOS = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
_OWL, _KGO = "http://www.w3.org/2002/07/owl#", "https://w3id.org/newskg/ontology#"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES = (f"{_RDFS}label", *(f"{base}name" for base in _SCHEMA), f"{_SKOS}prefLabel")
_ALIASES = (f"{_SKOS}altLabel", *(f"{base}alternateName" for base in _SCHEMA))
_SAME = (f"{_OWL}sameAs", *(f"{base}sameAs" for base in _SCHEMA))


def read_known(path: Path, ontology: Ontology) -> tuple[KnownName, ...]:
    """The rows of a table of known entities, in its order.  Raises InputError that tells the file and row."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path.name}: larger than {LARGEST:,} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: cannot be read: {error}") from None
    records = _turtle(path.name, text) if path.suffix.casefold() in {".ttl", ".nt"} else _table(path, text)
    taken = _Taken(ontology)
    try:
        rows = [taken.claimed(place, taken.row(place, record)) for place, record in records]
    except csv.Error as error:
        raise InputError(f"{path.name}: {error}, expected a table") from None
    if not rows:
        raise InputError(f"{path.name}: no rows, expected at least one known entity")
    return tuple(rows)


def with_known(ontology: Ontology, known: Iterable[KnownName]) -> Ontology:
    """The ontology with these rows in its gazetteer, and another hash; rows of an id that is there add to it."""
    names = dict(ontology.names)
    added = list(known)
    for row in added:
        old = names.get(row.id)
        names[row.id] = _united(old, row) if old else row
    if not added:
        return ontology
    told = [[row.id, row.label, row.cls, row.aliases, row.codes] for row in added]
    return replace(ontology, names=names, sha256=digest([ontology.sha256, told], 64))


def _united(old: KnownName, new: KnownName) -> KnownName:
    forms = dict.fromkeys((*old.aliases, new.label, *new.aliases))
    return replace(
        old, aliases=tuple(form for form in forms if form != old.label), codes=tuple(sorted({*old.codes, *new.codes}))
    )


def _table(path: Path, text: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Place and cells of every row of a CSV or TSV; cells of several values are split."""
    lines = io.StringIO(text, newline="")
    rows = csv.reader(lines, delimiter="\t" if path.suffix.casefold() in {".tsv", ".tab"} else ",")
    header: list[str] = []
    for cells in rows:
        place, plain = f"{path.name} row {rows.line_num}", [cell.strip() for cell in cells]
        if not any(plain) or plain[0].startswith("#"):
            continue
        if not header:
            header = [cell.casefold() for cell in plain]
            _check_header(place, header)
        elif len(plain) > len(header):
            raise InputError(f"{place}: {len(plain)} cells, expected {len(header)}")
        else:
            yield place, {column: _values(column, cell) for column, cell in zip(header, plain, strict=False)}


def _check_header(place: str, header: list[str]) -> None:
    unknown = [column for column in header if column not in COLUMNS]
    if unknown or not {"name", "type"} <= set(header) or len(set(header)) < len(header):
        expected = f"name, type and any of {', '.join(COLUMNS[2:])}"
        raise InputError(f"{place}: columns {', '.join(header)[:120]}; expected {expected}")


def _values(column: str, cell: str) -> list[str]:
    parts = cell.split(";") if column in ("aliases", "same_as") else [cell]
    return [part for part in map(str.strip, parts) if part]


def _turtle(file: str, text: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Place and values of every subject that has a name, in the order of the file."""
    subjects: dict[str, dict[str, list[str]]] = {}
    try:
        for triple in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(triple.subject, pyoxigraph.NamedNode):
                values = subjects.setdefault(triple.subject.value, {})
                values.setdefault(triple.predicate.value, []).append(getattr(triple.object, "value", ""))
    except SyntaxError as error:
        raise InputError(f"{file} line {error.lineno}: {error.msg}") from None
    for subject, values in subjects.items():
        names = [name for predicate in _NAMES for name in values.get(predicate, ())]
        if names:
            yield f"{file} <{subject}>", {
                "name": names[:1], "type": values.get(_TYPE, []),
                "aliases": [*names[1:], *(name for predicate in _ALIASES for name in values.get(predicate, ()))],
                "same_as": [subject, *(iri for predicate in _SAME for iri in values.get(predicate, ()))],
            }  # fmt: skip


class _Taken:
    """Who has which id and name so far: the gazetteer, and the rows before."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.names: dict[tuple[str, str], str] = {}
        """Top type and name -> id."""
        self.places: dict[str, str] = {}
        """Id -> row of the table."""
        for row in ontology.names.values():
            for form in (row.label, *row.aliases):
                self.names.setdefault((ontology.top_type(row.cls), form), row.id)

    def row(self, place: str, record: Mapping[str, list[str]]) -> KnownName:
        """A record as a row.  Raises InputError for what cannot be read."""
        names = record.get("name", [])
        if not names:
            raise InputError(f"{place}: no name, expected one")
        label = " ".join(names[0].split())
        cls = _class(place, record.get("type", []), self.ontology)
        given = record.get("id", [])
        if given and not _SLUG.fullmatch(given[0]):
            raise InputError(f"{place}: id '{given[0][:40]}', expected letters, digits and underscores")
        aliases = dict.fromkeys(" ".join(alias.split()) for alias in record.get("aliases", []))
        codes = {_identifier(place, code) for code in (*record.get("same_as", []), *record.get("wikidata", []))}
        known = self.names.get((self.ontology.top_type(cls), label))
        slug = given[0] if given else known or slugged(label)
        return KnownName(slug, label, cls, tuple(a for a in aliases if a and a != label), codes=tuple(sorted(codes)))

    def claimed(self, place: str, row: KnownName) -> KnownName:
        """The row, its id and names noted.  Raises InputError where it contradicts the gazetteer or a row before it."""
        old, top = self.ontology.names.get(row.id), self.ontology.top_type(row.cls)
        if old and self.ontology.top_type(old.cls) != top:
            raise InputError(f"{place}: id '{row.id}' is the gazetteer's {old.label}, a {old.cls}; expected another id")
        if row.id in self.places:
            raise InputError(f"{place}: '{row.label}' has the id of {self.places[row.id]}; expected an id of its own")
        self.places[row.id] = place
        for form in (row.label, *row.aliases):
            other = self.names.setdefault((top, form), row.id)
            if other != row.id:
                whose = self.places.get(other, f"the gazetteer's '{other}'")
                raise InputError(f"{place}: '{form}' is also a name of {whose}; expected names that tell them apart")
        return row


def _class(place: str, types: list[str], ontology: Ontology) -> str:
    """The first of the types that is a class: `kgo:Company`, `Company`, or a class of schema.org that is called so."""
    for told in types:
        name = told.removeprefix(_KGO).removeprefix("kgo:")
        for base in _SCHEMA:
            name = name.removeprefix(base)
        if f"kgo:{name}" in ontology.classes:
            return f"kgo:{name}"
    found = types[0] if types else ""
    near = get_close_matches(f"kgo:{found.removeprefix('kgo:')}", ontology.classes, 1)
    hint = f"; did you mean '{near[0].removeprefix('kgo:')}'?" if near else ""
    raise InputError(f"{place}: type '{found[:60]}', expected a class such as Person, Company or City{hint}")


def _identifier(place: str, code: str) -> str:
    """An IRI, or the one that a Wikidata id stands for."""
    if _WIKIDATA_ID.fullmatch(code):
        return WIKIDATA + code
    if not _IRI.fullmatch(code):
        raise InputError(f"{place}: identifier '{code[:60]}', expected an IRI or a Wikidata id such as Q42")
    return code
