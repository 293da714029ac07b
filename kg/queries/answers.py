"""What a query gives: columns and rows, a truth value, or triples; as a table, CSV or SPARQL's JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg.errors import QueryError
from kg.graph import BASE, contract
from kg.views.rdf.terms import BOOLEAN, DECIMAL, DOUBLE, INTEGER, STRING, Literal, Term
from kg.views.tables import csv_cell

Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """SELECT: `columns` and `terms`.  ASK: `boolean`.  CONSTRUCT and DESCRIBE: three columns, `is_graph` set.

    `hints` tell why there is nothing, where that was asked.

    Iterating gives `rows`: IRIs in compact form, literals as text, numbers or truth values, None where unbound.
    """

    columns: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    is_graph: bool = False
    base: str = BASE
    hints: tuple[str, ...] = field(default=(), compare=False)

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        return [tuple(self._cell(term) for term in row) for row in self.terms]

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        """The truth value of an ASK, otherwise whether there is a row."""
        return bool(self.terms) if self.boolean is None else self.boolean

    def __str__(self) -> str:
        return self.to_table()

    def _cell(self, term: Term | None) -> Cell:
        if isinstance(term, Literal):
            return _python(term)
        return contract(term, self.base) if term is not None else None

    def to_table(self, width: int = 60) -> str:
        """Text columns, cells cut to `width` characters, a rule under the heading; "yes" or "no" for an ASK."""
        if self.boolean is not None:
            return "yes" if self.boolean else "no"
        cells = [[_one_line(cell, width) for cell in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(self.columns, *cells, strict=True)]
        lines = [self.columns, ["-" * size for size in widths], *cells]
        return "\n".join(
            "  ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def to_csv(self) -> str:
        """CSV with full IRIs; no cell that a spreadsheet would take for a formula."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        if self.boolean is not None:
            writer.writerows([["boolean"], [str(self.boolean).lower()]])
        else:
            writer.writerow(self.columns)
            writer.writerows([[csv_cell(_lexical(term)) for term in row] for row in self.terms])
        return stream.getvalue()

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        if self.boolean is not None:
            return json.dumps({"head": {}, "boolean": self.boolean})
        bindings = [
            {name: _binding(term) for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.terms
        ]
        results = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(results, ensure_ascii=False, indent=2)

    def record(self) -> dict[str, Any]:
        """The answer as JSON values, for another process."""
        terms = [[list(term) if isinstance(term, Literal) else term for term in row] for row in self.terms]
        head = {"columns": list(self.columns), "boolean": self.boolean, "is_graph": self.is_graph, "base": self.base}
        return {**head, "terms": terms, "hints": list(self.hints)}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Answer:
        """Return the answer of a record.  Raises QueryError where it holds an error instead."""
        if "error" in record:
            raise QueryError(record["error"])
        terms = tuple(tuple(Literal(*t) if isinstance(t, list) else t for t in row) for row in record["terms"])
        head = (record["boolean"], record["is_graph"], record["base"], tuple(record["hints"]))
        return cls(tuple(record["columns"]), terms, *head)


def _python(literal: Literal) -> Cell:
    try:
        match literal.datatype:
            case str(name) if name == INTEGER:
                return int(literal.lexical)
            case str(name) if name in (DECIMAL, DOUBLE):
                return float(literal.lexical)
            case str(name) if name == BOOLEAN:
                return literal.lexical in ("true", "1")
    except ValueError:
        pass
    return literal.lexical


def _one_line(cell: Cell, width: int) -> str:
    if cell is None:
        return ""
    shown = ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
    text = "".join(c if c.isprintable() else " " for c in " ".join(shown.split()))
    return text if len(text) <= width else text[: width - 1] + "…"


def _lexical(term: Term | None) -> str:
    if term is None:
        return ""
    return term.lexical if isinstance(term, Literal) else term


def _binding(term: Term) -> dict[str, str]:
    if not isinstance(term, Literal):
        return {"type": "bnode", "value": term[2:]} if term.startswith("_:") else {"type": "uri", "value": term}
    binding = {"type": "literal", "value": term.lexical}
    if term.language:
        return {**binding, "xml:lang": term.language}
    return binding if term.datatype == STRING else {**binding, "datatype": term.datatype}
