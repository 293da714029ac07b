"""SPARQL over a graph, an rdflib graph, a Turtle file or the folder of a build; named queries.

Refused whatever the engine: updates, SERVICE, LOAD, FROM.  The project's prefixes need no declaration.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import rdflib

from kg.errors import GraphError, LimitError, QueryError
from kg.graph import BASE, KnowledgeGraph
from kg.ontology import default_folder
from kg.queries.answers import Answer
from kg.queries.binding import with_bindings
from kg.queries.checking import check_names, check_query, nearest
from kg.queries.engines import ENGINES, Engine, Source
from kg.queries.silence import why_nothing
from kg.views.rdf import prefixes, write_turtle

__all__ = ["Answer", "named_queries", "query"]

Queried: TypeAlias = KnowledgeGraph | rdflib.Graph | str | Path


def query(
    source: Queried,
    text_or_name: str,
    *,
    bind: Mapping[str, str] | None = None,
    engine: Engine = "oxigraph",
    time_limit: float | None = None,
    ontology: Path | None = None,
    explain: bool = False,
) -> Answer:
    """Answer a SPARQL query, or the named query of an ontology folder, over a graph, a file or a build's folder.

    `bind` sets variables: a compact id or a full IRI stands for itself, anything else for that text, number or day.
    Rows of a query without ORDER BY are sorted.  With `time_limit`, in seconds after the data are loaded, the query
    runs in a process of its own.  With `explain`, an answer that holds nothing says why in its `hints`.  Raises
    QueryError, one line, for a query that is wrong; RefusedError, LimitError for one that is refused or out of time.
    """
    if engine not in ENGINES:
        raise QueryError(f"unknown engine '{engine}'; expected one of {', '.join(sorted(ENGINES))}")
    text = with_bindings(_resolve(text_or_name, ontology), bind or {}, _base_of(source))
    text = check_query(text, prefixes(_base_of(source)))
    if time_limit is None:
        return answer(_open(source), text, engine=engine, explain=explain)
    job = {"text": text, "engine": engine, "explain": explain}
    return _in_child(source, job, time_limit=time_limit)


def answer(
    source: Source,
    text: str,
    *,
    engine: Engine = "oxigraph",
    most: int | None = None,
    explain: bool = False,
    strict: bool = True,
) -> Answer:
    """Run a checked query in this process.

    Raises LimitError where the answer has more than `most` rows and, where `strict`, QueryError for a name that
    neither the graph nor the ontology knows.
    """
    loaded = source.loaded(engine)
    if strict:
        check_names(text, prefixes(source.base), loaded.occurs)
    given = ENGINES[engine](loaded, text, most)
    if given or not explain:
        return given
    return replace(given, hints=why_nothing(loaded.store(), text, prefixes(source.base)))


def named_queries(ontology: Path | None = None) -> dict[str, str]:
    """Name -> SPARQL text of the queries in an ontology folder, by default the project's; comments come first."""
    folder = (ontology or default_folder()) / "queries"
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.rq"))}


def _resolve(text_or_name: str, ontology: Path | None) -> str:
    if not re.fullmatch(r"[\w-]+", text_or_name.strip()):
        return text_or_name
    known, name = named_queries(ontology), text_or_name.strip()
    if name not in known:
        raise QueryError(f"no query is called '{name}'{nearest(name, known)}")
    return known[name]


def _base_of(source: Queried) -> str:
    if isinstance(source, KnowledgeGraph):
        return source.base
    if isinstance(source, rdflib.Graph):
        return dict(source.namespaces()).get("kgo", rdflib.URIRef(f"{BASE}ontology#")).removesuffix("ontology#")
    report = Path(source) / "report.json"
    if report.is_file():
        try:
            base = json.loads(report.read_text("utf-8")).get("base", BASE)
        except (ValueError, AttributeError):
            raise GraphError(f"{report}: not the report of a build") from None
        return base if isinstance(base, str) else BASE
    return BASE


def _open(source: Queried) -> Source:
    base = _base_of(source)
    if isinstance(source, KnowledgeGraph | rdflib.Graph):
        return Source(source, base)
    return Source(_file(Path(source)), base)


def _file(path: Path) -> Path:
    found = path / "graph.ttl" if path.is_dir() else path
    if not found.is_file():
        raise GraphError(f"{path}: no graph here, expected an RDF file or a folder with graph.ttl")
    return found


def _in_child(source: Queried, job: dict[str, object], *, time_limit: float) -> Answer:
    """Run the query in a new interpreter, which is ended at the limit: neither engine can be stopped from within."""
    base = _base_of(source)
    with TemporaryDirectory() as folder:
        path = _as_file(source, Path(folder))
        whole = json.dumps({**job, "path": str(path.resolve()), "base": base, "sys": sys.path})
        command = [sys.executable, "-c", _START, whole]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as child:
            return _await(child, time_limit)


_START = "import json,sys; sys.path[:] = json.loads(sys.argv[1])['sys']; from kg.queries.child import main; main()"


def _as_file(source: Queried, folder: Path) -> Path:
    if isinstance(source, KnowledgeGraph):
        write_turtle(source, folder / "graph.ttl")
    elif isinstance(source, rdflib.Graph):
        source.serialize(folder / "graph.ttl", format="nt", encoding="utf-8")
    else:
        return _file(Path(source))
    return folder / "graph.ttl"


def _await(child: subprocess.Popen[bytes], time_limit: float) -> Answer:
    assert child.stdout is not None
    loaded = child.stdout.readline()
    try:
        output, _ = child.communicate(timeout=time_limit if loaded else None)
    except subprocess.TimeoutExpired:
        child.kill()
        raise LimitError(f"the query ran out of time: limit {time_limit:g} s") from None
    finally:
        if child.poll() is None:
            child.kill()
    return Answer.from_record(json.loads(output or b'{"error": "the query\'s process ended without an answer"}'))
