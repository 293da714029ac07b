"""What a graph says: query, explain, stats, diff."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.terminal import Folder, OntologyOption, app, load_graph, say, show
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.queries import Answer

ROWS, GRAPHS = ("table", "csv", "json", "tsv", "xml"), ("turtle", "nt", "rdfxml", "jsonld")


@app.command()
def query(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of a build, or an RDF file.")],
    text: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL, the name of a query, a file *.rq, or -.")
    ] = None,
    bind: Annotated[
        list[str] | None, typer.Option("--bind", metavar="NAME=VALUE", help="Set a variable; may be repeated.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", help="table, csv, json, tsv, xml; turtle, nt, jsonld for a graph.")
    ] = None,
    engine: Annotated[str, typer.Option("--engine", help="oxigraph or rdflib.")] = "oxigraph",
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", min=0, metavar="SECONDS", help="End the query after this time.")
    ] = None,
    ontology: OntologyOption = None,
) -> None:
    """Answer a SPARQL query over a graph.

    Without a query, list those that have a name.
    """
    from kg.queries import named_queries
    from kg.queries import query as ask

    if form not in (None, *ROWS, *GRAPHS):
        raise InputError(f"--format: found '{form}', expected {', '.join((*ROWS, *GRAPHS))}")
    if text is None:
        named = named_queries(ontology)
        show("\n".join(f"{name}\t{named[name].splitlines()[0].lstrip('# ')}" for name in sorted(named)))
        return
    bound = dict(_pair(item) for item in bind or [])
    limits: Any = {"engine": engine, "time_limit": time_limit}
    answer = ask(folder, _query_text(text), bind=bound, ontology=ontology, explain=True, **limits)
    show(_written(answer, form or ("turtle" if answer.is_graph else "table")))
    for hint in answer.hints:
        say(hint)


def _written(answer: Answer, form: str) -> str:
    """Raises QueryError for rows as a graph."""
    from kg.queries.formats import serialize

    texts = {"table": answer.to_table, "csv": answer.to_csv, "json": answer.to_json}
    return texts[form]() if form in texts else serialize(answer, form).decode()


def _query_text(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if not text.endswith(".rq"):
        return text
    try:
        return Path(text).read_text("utf-8")
    except ValueError:
        raise InputError(f"{text}: not UTF-8, expected a SPARQL query") from None


def _pair(item: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals:
        raise InputError(f"--bind: found '{item}', expected NAME=VALUE")
    return name.lstrip("?$"), value


@app.command()
def explain(
    folder: Folder,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or alias.", show_default=False)],
    other: Annotated[str | None, typer.Argument(metavar="[ENTITY]", help="A second one.")] = None,
) -> None:
    """Tell why mentions are one entity, or two."""
    from kg.views.explanation import explain as tell

    show("\n".join(tell(load_graph(folder), entity, other)))


@app.command()
def stats(
    folder: Folder,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Print the figures of a graph.

    With who stands in its middle, by PageRank.
    """
    from kg.analytics import rank
    from kg.views.summary import summarize

    if form not in ("text", "json"):
        raise InputError(f"--format: found '{form}', expected text or json")
    graph = load_graph(folder)
    central = {label: round(share, 4) for _, label, share in rank(graph)[:10]}
    figures: dict[str, dict[str, Any]] = {**summarize(graph), "most central": central}
    show(json.dumps(figures, ensure_ascii=False, indent=2) if form == "json" else _text(figures))


def _text(figures: dict[str, dict[str, Any]]) -> str:
    lines: list[str] = []
    for heading, counts in figures.items():
        lines += [heading, *(f"  {number:>8}  {' '.join(name.split())}" for name, number in counts.items())]
    return "\n".join(lines)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a build.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of another.", show_default=False)],
) -> None:
    """Print what a second graph changes.

    + what it adds, - what it takes away, ~ what it tells otherwise.
    """
    show(str(load_graph(old).diff(load_graph(new))))
