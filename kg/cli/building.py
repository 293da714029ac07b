"""From text to a graph: build, extract."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kg.cli.learning import typed_lines
from kg.cli.terminal import NOTHING_DONE, ModelOption, OntologyOption, app, counted, progress_bar, rules, say, show
from kg.errors import InputError

if TYPE_CHECKING:
    from datetime import date

    from kg.graph import KnowledgeGraph
    from kg.ontology import Ontology
    from kg.reading import Problem, Reading


@app.command()
def build(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write.")],
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication day of articles that tell none."),
    ] = None,
    model: ModelOption = None,
    ontology: OntologyOption = None,
    judgements: Annotated[
        Path | None, typer.Option("--judgements", metavar="FILE", help="What a person judged; see `kg same`.")
    ] = None,
    known: Annotated[
        Path | None, typer.Option("--known", metavar="FILE", help="Entities you know, with identifiers: CSV or Turtle.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read articles.")] = 1,
    base: Annotated[
        str | None, typer.Option("--base", metavar="IRI", help="Begin the graph's names with this, not the project's.")
    ] = None,
) -> None:
    """Build a graph from articles.

    Turtle, page and tables go into one folder; its old ones are replaced when all new ones are finished.
    """
    published = _day(date)
    base = _base(base)
    if output.exists() and not output.is_dir():
        raise InputError(f"{output}: is a file, expected a folder to write into")
    reading = _reading(paths, published)
    from kg.views.folder import write

    terms = _knowing(rules(ontology, model), known)
    graph = _graph(reading, terms, model=model, judgements=judgements, workers=workers)
    graph.base = base or graph.base
    graph.report["problems"] = [{"file": Path(p.path).name, "problem": p.message} for p in reading.problems]
    write(graph, output, terms)
    say(f"{counted(graph)} in {output}: open {output / 'graph.html'}, or query {output / 'graph.ttl'}")
    if any(problem.named for problem in reading.problems):
        raise typer.Exit(NOTHING_DONE)


def _reading(paths: list[str], published: date | None) -> Reading:
    """What could be read; what could not is said, a line each."""
    from kg.reading import read

    reading = read(*paths, published=published)
    for problem in reading.problems:
        say(str(problem))
    if not reading.documents:
        _nothing_left(reading.problems, paths)
    return reading


def _graph(
    reading: Reading, terms: Ontology, *, model: str | None, judgements: Path | None, workers: int
) -> KnowledgeGraph:
    """What the articles say, with the progress shown."""
    from kg.build import build as build_graph
    from kg.entities.judgements import NO_JUDGEMENTS, read_judgements

    judged = read_judgements(judgements) if judgements else NO_JUDGEMENTS
    with progress_bar("reading") as progress:
        return build_graph(reading, ontology=terms, model=model, judgements=judged, progress=progress, workers=workers)


def _knowing(terms: Ontology, known: Path | None) -> Ontology:
    """The ontology with the user's own entities."""
    from kg.entities.known import read_known, with_known

    return with_known(terms, read_known(known, terms)) if known else terms


def _day(text: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputError(f"--date: found '{text}', expected a day such as 2025-07-01") from None


def _base(base: str | None) -> str | None:
    from urllib.parse import urlsplit

    parts = urlsplit(base or "")
    unsafe = any(c.isspace() or c in '<>"{}|\\^`' for c in base or "")
    if base is not None and (not parts.scheme or not base.endswith(("/", "#")) or unsafe):
        raise InputError(f"--base: found '{base}', expected an IRI that ends in / or #")
    return base


def _nothing_left(problems: Iterable[Problem], paths: list[str]) -> NoReturn:
    # What is wrong with the one thing named has been said already.
    if not any(problem.named for problem in problems):
        say(f"{' '.join(paths)}: nothing left to build from, expected at least one English article")
    raise typer.Exit(NOTHING_DONE)


@app.command()
def extract(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A sentence a line; - for standard input.")] = "-",
    form: Annotated[str, typer.Option("--form", help="full, minimal, or typed (lines are `id TAB text`).")] = "full",
    model: ModelOption = None,
    ontology: OntologyOption = None,
    frames: Annotated[
        Path | None, typer.Option("--frames", metavar="FILE", help="typed: what `kg learn` wrote.")
    ] = None,
) -> None:
    """Print what each sentence of a file says.

    Tab-separated rows, the sentence itself first.  full: one row a clause with all its arguments.  minimal: one short
    triple an argument.  typed: identifier, subject, property and object of what is asserted in terms of an ontology,
    also of an OWL or RDFS file of yours, by its labels and what `kg learn` wrote.
    """
    from kg.lines import FORMS, read_lines

    if form not in FORMS:
        raise InputError(f"--form: found '{form}', expected one of {', '.join(FORMS)}")
    if form == "typed":
        found = typed_lines(read_lines(source), ontology=ontology, frames=frames, model=model)
    else:
        found = FORMS[form](read_lines(source), ontology=rules(ontology, model), model=model)
    for row in found:
        show(row)
