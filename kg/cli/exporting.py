"""A graph in other forms: export, view."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import Folder, OntologyOption, app, counted, load_graph, rules, say, show


@app.command()
def export(
    folder: Folder,
    statement: Annotated[
        str | None, typer.Argument(metavar="[STATEMENT]", help="Id of a statement, for nanopub.", show_default=False)
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f",
            help="turtle, turtle12 (RDF 1.2), trig, nt, nq, jsonld, rdfxml, nanopub, graphml, gexf, csv, jsonl, "
            "parquet, ftm (followthemoney) or cypher.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="File, or for csv and parquet a folder; - for a stream."),
    ] = "-",
    claims: Annotated[
        bool, typer.Option("--claims", help="graphml, gexf, ftm, cypher: also what is denied, planned or only claimed.")
    ] = False,
    ontology: OntologyOption = None,
) -> None:  # fmt: skip
    """Write a graph in another format.

    The file's ending tells which where --format is not given.
    """
    from kg.views.exports import SUFFIXES, export_to
    from kg.views.exports import export as write

    by_name = "nanopub" if statement else SUFFIXES.get(Path(output).suffix.lower(), "turtle")
    chosen = form or by_name
    graph, terms = load_graph(folder), rules(ontology)
    if output == "-":
        export_to(sys.stdout.buffer, graph, chosen, claims=claims, ontology=terms, statement=statement)
    else:
        write(graph, output, chosen, claims=claims, ontology=terms, statement=statement)
        say(f"{'1 statement' if statement else counted(graph)} in {output}")


@app.command()
def view(
    folder: Folder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="By default graph.html in the folder.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Heading of the page.")] = None,
    browser: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open", help="Open it in the web browser; by default on a terminal.", show_default=False
        ),
    ] = None,
) -> None:
    """Write the page of a graph afresh and open it."""
    from kg.views.html import write_html

    page = output or folder / "graph.html"
    write_html(load_graph(folder), page, title=title)
    show(str(page))
    if sys.stdout.isatty() if browser is None else browser:
        import webbrowser

        webbrowser.open(page.resolve().as_uri())
