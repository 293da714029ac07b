"""A graph -> one file, or a folder of them, in a format of others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import IO

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.ontology import Ontology
from kg.views import tables
from kg.views.cypher import write_cypher
from kg.views.followthemoney import write_followthemoney
from kg.views.network import write_gexf, write_graphml
from kg.views.parquet import write_parquet
from kg.views.rdf import write_nanopub, write_rdf


@dataclass(frozen=True, slots=True)
class _Job:
    """What is written, and how."""

    graph: KnowledgeGraph
    path: Path
    claims: bool
    ontology: Ontology | None
    statement: str | None


Writer = Callable[[_Job], None]


def export(
    graph: KnowledgeGraph,
    path: str | Path,
    form: str,
    *,
    claims: bool = False,
    ontology: Ontology | None = None,
    statement: str | None = None,
) -> None:
    """Write the graph in one of FORMATS; those in FOLDERS make a folder of `path`.

    `claims` counts for graphml, gexf, cypher and ftm: without it they hold asserted statements alone, the others always
    all.  `statement` is the id of the one that nanopub writes.  Raises InputError for an unknown format or statement,
    and where a library is missing.
    """
    if form not in FORMATS:
        raise InputError(f"unknown format '{form}', expected one of {', '.join(FORMATS)}")
    if (form == "nanopub") is (statement is None):
        told = "takes no statement" if statement else "writes one statement: name its id"
        raise InputError(f"format '{form}' {told}")
    FORMATS[form](_Job(graph, Path(path), claims, ontology, statement))


def export_to(
    stream: IO[bytes],
    graph: KnowledgeGraph,
    form: str,
    *,
    claims: bool = False,
    ontology: Ontology | None = None,
    statement: str | None = None,
) -> None:
    """Write the same to a stream; of `csv` the edges alone.  Raises InputError for `parquet`, which is three files."""
    if form == "parquet":
        raise InputError("format 'parquet' makes a folder of files: name it with --output")
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph")
        export(graph, path, form, claims=claims, ontology=ontology, statement=statement)
        with (path / "edges.csv" if form == "csv" else path).open("rb") as written:
            copyfileobj(written, stream)
    stream.flush()


def _rdf(form: str, job: _Job) -> None:
    write_rdf(job.graph, job.path, form, job.ontology)


def _nanopub(job: _Job) -> None:
    write_nanopub(job.graph, job.path, job.statement or "")


def _graphml(job: _Job) -> None:
    write_graphml(job.graph, job.path, claims=job.claims)


def _gexf(job: _Job) -> None:
    write_gexf(job.graph, job.path, claims=job.claims)


def _csv(job: _Job) -> None:
    tables.write_csv(job.graph, job.path)


def _json_lines(job: _Job) -> None:
    tables.write_statements(job.graph, job.path)


def _parquet(job: _Job) -> None:
    write_parquet(job.graph, job.path)


def _cypher(job: _Job) -> None:
    write_cypher(job.graph, job.path, claims=job.claims)


def _followthemoney(job: _Job) -> None:
    write_followthemoney(job.graph, job.path, claims=job.claims, ontology=job.ontology)


FORMATS: Mapping[str, Writer] = {
    **{form: partial(_rdf, form) for form in ("turtle", "turtle12", "trig", "nt", "nq", "jsonld", "rdfxml")},
    "nanopub": _nanopub, "graphml": _graphml, "gexf": _gexf, "csv": _csv, "jsonl": _json_lines, "parquet": _parquet,
    "ftm": _followthemoney, "cypher": _cypher,
}  # fmt: skip
FOLDERS = frozenset(("csv", "parquet"))
"""Formats that are more than one file."""
SUFFIXES = {
    ".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nq", ".jsonld": "jsonld", ".rdf": "rdfxml",
    ".graphml": "graphml", ".gexf": "gexf", ".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".ftm": "ftm",
    ".cypher": "cypher",
}  # fmt: skip
"""Ending of a file's name -> its format."""
