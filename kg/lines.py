"""`kg extract`: a sentence a line in, tab-separated rows out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg.build import assemble, extract
from kg.errors import InputError
from kg.model import Document, Filler, StatementRef, Value
from kg.ontology import Ontology
from kg.parsing import Parse, load_model
from kg.statements.tuples import Row, full_rows, minimal_rows, parse_lines

BATCH = 256
"""Lines that are parsed together."""

LONGEST = 1_000_000
"""Characters of a line; spaCy takes no longer text."""


def read_lines(source: str) -> Iterator[str]:
    """Yield the lines of a file, or of standard input for "-", without their line break; blank ones are left out.

    Bytes that are no UTF-8 become U+FFFD.  Raises InputError for a file that cannot be read or a line beyond LONGEST.
    """
    if source == "-":
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(source).open("rb") as file:
            yield from _lines(file, source)
    except OSError as error:
        raise InputError(f"{source}: {(error.strerror or str(error)).lower()}, expected a sentence a line") from None


def _lines(file: Iterable[bytes], name: str) -> Iterator[str]:
    for number, raw in enumerate(file, start=1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace").rstrip("\r\n")
        if len(line) > LONGEST:
            raise InputError(f"{name} line {number}: {len(line)} characters, expected at most {LONGEST}")
        if line.strip():
            yield line


def _rows_of(
    find: Callable[[Parse], list[Row]], lines: Iterable[str], ontology: Ontology, model: str | None
) -> Iterator[str]:
    nlp = load_model(model)
    rest = iter(lines)
    while batch := list(islice(rest, BATCH)):
        for line, parsed in zip(batch, parse_lines(batch, nlp=nlp), strict=True):
            for row in find(parsed):
                cells = (line, row.subject, row.relation, *row.arguments, f"conf={row.confidence:.2f}")
                yield "\t".join(cells)


def full(lines: Iterable[str], *, ontology: Ontology, model: str | None = None) -> Iterator[str]:
    """Yield one row a clause: sentence, subject, relation, arguments, confidence."""
    return _rows_of(full_rows, lines, ontology, model)


def minimal(lines: Iterable[str], *, ontology: Ontology, model: str | None = None) -> Iterator[str]:
    """Yield one row an argument: sentence, subject, relation, object, confidence."""
    return _rows_of(minimal_rows, lines, ontology, model)


def typed(lines: Iterable[str], *, ontology: Ontology, model: str | None = None) -> Iterator[str]:
    """Yield identifier, subject, label of a property of the ontology, object, for what is asserted.

    Raises InputError for a line without a tab.
    """
    nlp = load_model(model)
    for number, line in enumerate(lines, start=1):
        identifier, tab, text = line.partition("\t")
        if not tab:
            raise InputError(f"line {number}: found '{line[:40]}', expected identifier, tab, text")
        yield from (f"{identifier}\t{triple}" for triple in _triples(text, ontology, nlp))


def _triples(text: str, ontology: Ontology, nlp: Language) -> list[str]:
    extracts = list(extract([Document("line", text)], ontology=ontology, nlp=nlp))
    statements = assemble(extracts, ontology=ontology).statements.values()
    properties = ontology.adopted.properties if ontology.adopted is not None else ontology.properties
    known = (s for s in statements if s.asserted and s.object and s.relation.id in properties)
    triples = (f"{_words(s.subject)}\t{ontology.properties[s.relation.id].label}\t{_words(s.object)}" for s in known)
    return sorted(set(triples))


def _words(filler: Filler | StatementRef | None) -> str:
    if filler is None:
        return ""
    return " ".join((filler.value if isinstance(filler, Value) else filler.label).split())


FORMS: dict[str, Callable[..., Iterator[str]]] = {"full": full, "minimal": minimal, "typed": typed}
