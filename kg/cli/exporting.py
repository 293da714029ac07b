"""A graph in other forms: export, view."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import Folder, OntologyOption, app, counted, load_graph, rules, say, show


@app.command()
def export(
    folder: Folder,
    form: Annotated[str | None, typer.Option("--format", "-f", help="turtle, nt, graphml, gexf, csv or jsonl.")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="File, or for csv a folder; - for standard output.")
    ] = "-",
    claims: Annotated[
        bool, typer.Option("--claims", help="GraphML and GEXF: also what is denied, planned or only claimed.")
    ] = False,
    ontology: OntologyOption = None,
) -> None:
    """Write a graph in another format.

    The file's ending tells which where --format is not given.
    """
    from kg.views.exports import SUFFIXES, export_text
    from kg.views.exports import export as write

    chosen = form or SUFFIXES.get(Path(output).suffix.lower(), "turtle")
    graph, terms = load_graph(folder), rules(ontology)
    if output == "-":
        show(export_text(graph, chosen, claims=claims, ontology=terms))
    else:
        write(graph, output, chosen, claims=claims, ontology=terms)
        say(f"{counted(graph)} in {output}")


@app.command()
def view(
    folder: Folder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="By default graph.html in the folder.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Heading of the page.")] = None,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the web browser.")] = False,
) -> None:
    """Write the page of a graph afresh."""
    from kg.views.html import write_html

    page = output or folder / "graph.html"
    write_html(load_graph(folder), page, title=title)
    show(str(page))
    if browser:
        import webbrowser

        webbrowser.open(page.resolve().as_uri())
