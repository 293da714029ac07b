"""A graph -> one file in a format of others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.ontology import Ontology
from kg.views import tables
from kg.views.network import write_gexf, write_graphml
from kg.views.rdf import to_rdf, write_turtle

Writer = Callable[[KnowledgeGraph, Path, bool, Ontology | None], None]


def export(
    graph: KnowledgeGraph, path: str | Path, form: str, *, claims: bool = False, ontology: Ontology | None = None
) -> None:
    """Write the graph in one of FORMATS; `csv` makes a folder with nodes.csv and edges.csv of `path`.

    `claims` counts for GraphML and GEXF: without it they hold asserted statements alone, the others always all.
    Raises InputError for an unknown format.
    """
    if form not in FORMATS:
        raise InputError(f"unknown format '{form}', expected one of {', '.join(FORMATS)}")
    FORMATS[form](graph, Path(path), claims, ontology)


def export_text(graph: KnowledgeGraph, form: str, *, claims: bool = False, ontology: Ontology | None = None) -> str:
    """The same as text; for `csv` the edges alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph")
        export(graph, path, form, claims=claims, ontology=ontology)
        return (path / "edges.csv" if form == "csv" else path).read_text("utf-8")


def _turtle(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    write_turtle(graph, path, ontology)


def _ntriples(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    lines = sorted(set(to_rdf(graph, ontology).serialize(format="nt").splitlines()))
    path.write_text("".join(f"{line}\n" for line in lines if line), encoding="utf-8", newline="\n")


def _graphml(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    write_graphml(graph, path, claims=claims)


def _gexf(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    write_gexf(graph, path, claims=claims)


def _csv(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    tables.write_csv(graph, path)


def _json_lines(graph: KnowledgeGraph, path: Path, claims: bool, ontology: Ontology | None) -> None:
    with TemporaryDirectory() as folder:
        tables.write(graph, folder)
        path.write_bytes(Path(folder, "statements.jsonl").read_bytes())


FORMATS: dict[str, Writer] = {
    "turtle": _turtle, "nt": _ntriples, "graphml": _graphml, "gexf": _gexf, "csv": _csv, "jsonl": _json_lines,
}  # fmt: skip
SUFFIXES = {".ttl": "turtle", ".nt": "nt", ".graphml": "graphml", ".gexf": "gexf", ".csv": "csv", ".jsonl": "jsonl"}
"""Ending of a file's name -> its format."""
