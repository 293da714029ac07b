"""A graph as files: JSON lines (DESIGN section 4), read back without loss, and a pair of CSV tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import GraphError
from kg.graph import BASE, KnowledgeGraph, expand, is_asserted
from kg.model import Entity, Node
from kg.views.records import Record, RecordReader, RecordWriter

FILES = ("documents.jsonl", "entities.jsonl", "events.jsonl", "statements.jsonl", "report.json")

T = TypeVar("T")


# ---------------------------------------------------------------- writing


def write(graph: KnowledgeGraph, folder: str | Path) -> None:
    """Write FILES into `folder`, made where it is missing.  All are finished before the first old one is replaced."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    record = RecordWriter(graph.base)
    tables: dict[str, Iterable[str]] = {
        "documents.jsonl": _lines(graph.documents, record.document),
        "entities.jsonl": _lines({**_named_events(graph), **graph.entities}, record.entity),
        "events.jsonl": _lines(graph.events, record.event),
        "statements.jsonl": _lines(graph.statements, record.statement),
        "report.json": [json.dumps(report(graph), ensure_ascii=False, indent=2, sort_keys=True) + "\n"],
    }
    _write_all({target / name: lines for name, lines in tables.items()})


def _named_events(graph: KnowledgeGraph) -> dict[str, Entity]:
    """The events that some noun phrase names, as entities: the same nodes, for who looks up a slot or a mention."""
    named = (event for event in graph.events.values() if event.mentions)
    return {e.id: Entity(e.id, "Event", e.cls, e.label, mentions=e.mentions) for e in named}


def write_statements(graph: KnowledgeGraph, path: str | Path) -> None:
    """Write statements.jsonl alone, as `path`."""
    _write_all({Path(path): _lines(graph.statements, RecordWriter(graph.base).statement)})


def report(graph: KnowledgeGraph) -> dict[str, object]:
    """The graph's report with its base and its counts."""
    counts = {
        "documents": len(graph.documents),
        "entities": len(graph.entities),
        "events": len(graph.events),
        "statements": len(graph.statements),
        "asserted": sum(is_asserted(statement) for statement in graph.statements.values()),
        "evidence": sum(len(statement.evidence) for statement in graph.statements.values()),
    }
    given = graph.report.get("counts")
    return {**graph.report, "base": graph.base, "counts": {**(given if isinstance(given, dict) else {}), **counts}}


def _lines(values: Mapping[str, T], record: Callable[[T], Record]) -> Iterator[str]:
    for key in sorted(values):
        yield _json(record(values[key])) + "\n"


def _json(record: Record) -> str:
    line = json.dumps(record, ensure_ascii=False)
    # Half of a surrogate pair, as broken JSON input can hold, has no UTF-8: such a line is escaped.
    return line if line.isascii() or not _has_surrogate(line) else json.dumps(record)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _write_all(files: Mapping[Path, Iterable[str]]) -> None:
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, lines in files.items():
            with parts[path].open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(lines)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


# ---------------------------------------------------------------- reading


def load(folder: str | Path) -> KnowledgeGraph:
    """Return the graph that `write` put into `folder`.

    Raises GraphError, with file and line, where a table is missing or a line is not what `write` writes.
    """
    source = Path(folder)
    if not (source / "statements.jsonl").is_file():
        raise GraphError(f"{source}: no graph here, expected statements.jsonl as `kg build` writes it")
    found = _read_report(source / "report.json")
    base = found.pop("base", BASE)
    graph = KnowledgeGraph(report=found, base=base if isinstance(base, str) else BASE)
    record = RecordReader(graph.base)
    graph.documents = {d.id: d for d in _rows(source / "documents.jsonl", record.document)}
    graph.events = {e.id: e for e in _rows(source / "events.jsonl", record.event)}
    listed = _rows(source / "entities.jsonl", record.entity)
    graph.entities = {e.id: e for e in listed if e.id not in graph.events}
    graph.statements = {s.id: s for s in _rows(source / "statements.jsonl", record.statement)}
    return graph


def _read_report(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise GraphError(f"{path}: {error}") from None
    if not isinstance(found, dict):
        raise GraphError(f"{path}: expected an object, found {type(found).__name__}")
    return found


def _rows(path: Path, read_record: Callable[[Any], T]) -> Iterator[T]:
    if not path.is_file():
        raise GraphError(f"{path}: missing, expected beside statements.jsonl")
    with path.open(encoding="utf-8", newline="\n") as stream:
        lines = enumerate(stream, start=1)
        try:
            for number, line in lines:
                yield _row(line, read_record, f"{path} line {number}")
        except UnicodeDecodeError as error:
            raise GraphError(f"{path}: not UTF-8: {error.reason}") from None


def _row(line: str, read_record: Callable[[Any], T], where: str) -> T:
    try:
        return read_record(json.loads(line))
    except json.JSONDecodeError as error:
        raise GraphError(f"{where}: not JSON: {error.msg}") from None
    except KeyError as error:
        raise GraphError(f"{where}: key {error} is missing") from None
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        raise GraphError(f"{where}: {str(error).splitlines()[0]}") from None


# ---------------------------------------------------------------- CSV

NODE_COLUMNS = ("id", "label", "type", "class", "aliases", "mentions")
EDGE_COLUMNS = (
    "id", "source", "relation", "target", "source_label", "relation_label", "target_label", "polarity", "certainty",
    "tense", "mood", "asserted", "holder", "time", "confidence", "documents", "quote",
)  # fmt: skip


def write_csv(graph: KnowledgeGraph, folder: str | Path) -> None:
    """Write nodes.csv (entities and events) and edges.csv (statements between two nodes) into `folder`."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    tables = {"nodes.csv": (NODE_COLUMNS, node_rows(graph)), "edges.csv": (EDGE_COLUMNS, edge_rows(graph))}
    _write_all({target / name: _csv_lines(columns, rows) for name, (columns, rows) in tables.items()})


def node_rows(graph: KnowledgeGraph) -> Iterator[tuple[object, ...]]:
    """One row a node, NODE_COLUMNS, sorted by id."""
    for key in sorted({**graph.entities, **graph.events}):
        entity, event = graph.entities.get(key), graph.events.get(key)
        iri = expand(key, graph.base)
        if entity:
            names = (entity.label, entity.type, expand(entity.cls, graph.base), "; ".join(entity.aliases))
            yield (iri, *names, len(entity.mentions))
        elif event:
            yield (iri, event.label, "Event", expand(event.cls, graph.base), "", len(event.mentions))


def edge_rows(graph: KnowledgeGraph) -> Iterator[tuple[object, ...]]:
    """One row a statement whose subject and object are nodes, EDGE_COLUMNS, sorted by id."""
    for key in sorted(graph.statements):
        s = graph.statements[key]
        if not isinstance(s.subject, Node) or not isinstance(s.object, Node):
            continue
        ids = (expand(one, graph.base) for one in (s.subject.id, s.relation.id, s.object.id))
        labels = (s.subject.label, s.relation.label, s.object.label)
        stance = (s.polarity.value, s.certainty.value, s.tense.value, s.mood.value, str(is_asserted(s)).lower())
        holder = " citing ".join(node.label for node in s.holders)
        documents = "; ".join(sorted({e.document for e in s.evidence}))
        quote = s.evidence[0].quote if s.evidence else ""
        time = s.time.value if s.time and s.time.value else ""
        yield (key, *ids, *labels, *stance, holder, time, s.confidence, documents, quote)


def csv_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would start one (OWASP)."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else value


class _Line(list[str]):
    """Where csv writes one line."""

    def write(self, line: str) -> None:
        self.append(line)


def _csv_lines(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    for row in (columns, *rows):
        line = _Line()
        csv.writer(line, lineterminator="\n").writerow([csv_cell(cell) for cell in row])
        yield "".join(line).encode("utf-8", "replace").decode()
