"""A graph as Parquet: nodes, edges and the evidence of the edges, typed columns (extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.graph import KnowledgeGraph, expand, is_asserted
from kg.model import Filler, Node, Statement, StatementRef, Value

Row = dict[str, object]
BATCH = 50_000
"""Rows that are in memory at a time; a row group of the file."""


def write_parquet(graph: KnowledgeGraph, folder: str | Path) -> None:
    """Write nodes.parquet, statements.parquet and evidence.parquet into `folder`, sorted by id.

    All statements are there, those between two nodes or not; `asserted` tells which are.  Raises InputError where
    pyarrow is not installed.
    """
    arrow, target = _pyarrow(), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    flag, number, words = arrow.bool_(), arrow.int64(), arrow.list_(arrow.string())
    nodes = {"id": None, "label": None, "type": None, "class": None, "aliases": words, "mentions": number}
    statements = {name: None for name in STATEMENT_COLUMNS}
    statements |= {"asserted": flag, "confidence": arrow.float64(), "holders": words, "documents": words}
    evidence = {name: None for name in ("statement", "document", "quote", "phrase", "lemma")}
    evidence |= {"start": number, "end": number, "asserted": flag, "confidence": arrow.float64()}
    for name, columns, rows in (
        ("nodes", nodes, _nodes(graph)),
        ("statements", statements, _statements(graph)),
        ("evidence", evidence, _evidence(graph)),
    ):
        schema = arrow.schema([(column, kind or arrow.string()) for column, kind in columns.items()])
        _write(target / f"{name}.parquet", schema, rows)


STATEMENT_COLUMNS = (
    "id", "subject", "subject_label", "relation", "relation_label", "object", "object_label", "datatype", "polarity",
    "certainty", "tense", "mood", "asserted", "holders", "time", "earliest", "latest", "place", "event", "inferred_by",
    "confidence", "documents",
)  # fmt: skip


def _pyarrow() -> Any:  # noqa: ANN401  (a module without types)
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise InputError("Parquet needs pyarrow: pip install 'newskg[parquet]'") from None
    return pyarrow


def _write(path: Path, schema: Any, rows: Iterator[Row]) -> None:  # noqa: ANN401
    arrow = _pyarrow()
    part = path.with_name(f".{path.name}.part")
    try:
        with arrow.parquet.ParquetWriter(part, schema) as writer:
            batch: list[Row] = []
            for row in rows:
                batch.append({key: _clean(value) for key, value in row.items()})
                if len(batch) == BATCH:
                    writer.write_table(arrow.Table.from_pylist(batch, schema))
                    batch = []
            writer.write_table(arrow.Table.from_pylist(batch, schema))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _clean(value: object) -> object:
    """Half of a surrogate pair has no UTF-8."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    return [_clean(one) for one in value] if isinstance(value, list) else value


def _nodes(graph: KnowledgeGraph) -> Iterator[Row]:
    for key in sorted({**graph.entities, **graph.events}):
        entity, event = graph.entities.get(key), graph.events.get(key)
        one = entity or event
        assert one is not None
        yield {
            "id": expand(key, graph.base),
            "label": one.label,
            "type": entity.type if entity else "Event",
            "class": expand(one.cls, graph.base),
            "aliases": list(entity.aliases) if entity else [],
            "mentions": len(one.mentions),
        }


def _statements(graph: KnowledgeGraph) -> Iterator[Row]:
    for key in sorted(graph.statements):
        s = graph.statements[key]
        yield {
            "id": key,
            "subject": _id(s.subject, graph.base),
            "subject_label": _label(s.subject),
            "relation": expand(s.relation.id, graph.base),
            "relation_label": s.relation.label,
            "object": _id(s.object, graph.base),
            "object_label": _label(s.object),
            "datatype": s.object.datatype if isinstance(s.object, Value) else None,
            **_qualifiers(s, graph.base),
        }


def _qualifiers(s: Statement, base: str) -> Row:
    time = s.time
    return {
        "polarity": s.polarity.value,
        "certainty": s.certainty.value,
        "tense": s.tense.value,
        "mood": s.mood.value,
        "asserted": is_asserted(s),
        "holders": [holder.label for holder in s.holders],
        "time": time.value if time else None,
        "earliest": time.earliest.isoformat() if time and time.earliest else None,
        "latest": time.latest.isoformat() if time and time.latest else None,
        "place": expand(s.place.id, base) if s.place else None,
        "event": expand(s.event, base) if s.event is not None else None,
        "inferred_by": s.inferred_by,
        "confidence": s.confidence,
        "documents": sorted({evidence.document for evidence in s.evidence}),
    }


def _evidence(graph: KnowledgeGraph) -> Iterator[Row]:
    columns = ("document", "start", "end", "quote", "phrase", "lemma", "asserted", "confidence")
    for key in sorted(graph.statements):
        for evidence in graph.statements[key].evidence:
            yield {"statement": key, **{column: getattr(evidence, column) for column in columns}}


def _id(filler: Filler | None, base: str) -> str | None:
    match filler:
        case Node(id=identifier):
            return expand(identifier, base)
        case StatementRef(statement=identifier):
            return expand(f"kgs:{identifier}", base)
    return None


def _label(filler: Filler | None) -> str | None:
    if filler is None:
        return None
    return filler.value if isinstance(filler, Value) else filler.label
