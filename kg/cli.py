"""The verbs of the command line: each opens, makes one public call of the library, and prints.

Data go to standard output, messages and progress to standard error.  Exit status: 0 done, 1 a check failed, 2 nothing
could be done (a bad argument, an input that was named and cannot be read, or none left).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from datetime import date

    from kg.graph import KnowledgeGraph
    from kg.ontology import Ontology
    from kg.reading import Problem

NOTHING_DONE, CHECK_FAILED, INTERRUPTED = 2, 1, 130
"""The last is what a shell reports for a program that Ctrl-C ended."""


class Verbs(TyperGroup):
    """The group of verbs: whatever a verb raises on purpose becomes one line and an exit status."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  (a click Context, of typer's own copy of click or the real one)
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            _fail(str(error))
        except BrokenPipeError:
            # Whoever read the output has seen enough; Python would complain again when it flushes at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            _fail(f"{error.filename or 'output'}: {error.strerror or error}")
        except KeyboardInterrupt:
            say("interrupted; nothing was replaced")
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    name="kg",
    cls=Verbs,
    help="News articles in, a knowledge graph that can be trusted out.",
    epilog="Verbs that read a graph take the folder that `kg build` wrote.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder that `kg build` wrote.", show_default=False)]
OntologyOption = Annotated[
    Path | None, typer.Option("--ontology", metavar="DIR", help="Ontology folder in place of the project's own.")
]
ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="spaCy model, by default the one that is installed.")
]


def main() -> None:
    """Run the command line."""
    # One thread a process: results do not depend on the machine, and workers do not fight for its cores.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    app(prog_name="kg")


def say(message: str) -> None:
    """Write one line to standard error."""
    print(f"kg: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201


def show(text: str) -> None:
    """Write data to standard output, ending in a line break."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    sys.stdout.flush()


def _fail(message: str) -> NoReturn:
    say(message)
    raise typer.Exit(NOTHING_DONE)


# ---------------------------------------------------------------- from text to graph


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
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read articles.")] = 1,
    base: Annotated[
        str | None, typer.Option("--base", metavar="IRI", help="Begin the graph's names with this, not the project's.")
    ] = None,
) -> None:
    """Build a graph from articles: Turtle, page and tables in one folder, replaced only when all are finished."""
    published = _day(date)
    base = _base(base)
    if output.exists() and not output.is_dir():
        raise InputError(f"{output}: is a file, expected a folder to write into")
    from kg.reading import read

    reading = read(*paths, published=published)
    for problem in reading.problems:
        say(str(problem))
    if not reading.documents:
        _nothing_left(reading.problems, paths)
    from kg.build import build as build_graph
    from kg.entities.judgements import NO_JUDGEMENTS, read_judgements
    from kg.views.folder import write

    rules = _ontology(ontology)
    judged = read_judgements(judgements) if judgements else NO_JUDGEMENTS
    with _progress("reading") as progress:
        graph = build_graph(reading, ontology=rules, model=model, judgements=judged, progress=progress, workers=workers)
    graph.base = base or graph.base
    graph.report["problems"] = [{"file": Path(p.path).name, "problem": p.message} for p in reading.problems]
    write(graph, output, rules)
    say(f"{_count(graph)} in {output}: open {output / 'graph.html'}, or query {output / 'graph.ttl'}")
    if any(problem.named for problem in reading.problems):
        raise typer.Exit(NOTHING_DONE)


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


def _ontology(folder: Path | None) -> Ontology:
    from kg.ontology import load

    return load(folder)


def _count(graph: KnowledgeGraph) -> str:
    kinds = (("document", graph.documents), ("statement", graph.statements), ("event", graph.events))
    return ", ".join(f"{len(values)} {name}{'' if len(values) == 1 else 's'}" for name, values in kinds)


@contextmanager
def _progress(verb: str) -> Iterator[Callable[[int, int, str], None] | None]:
    """A progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=verb)


@app.command()
def extract(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A sentence a line; - for standard input.")] = "-",
    form: Annotated[str, typer.Option("--form", help="full, minimal, or typed (lines are `id TAB text`).")] = "full",
    model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Print what each sentence of a file says, one tab-separated row a fact, the sentence itself first.

    full: one row a clause with all its arguments.  minimal: one short triple an argument.  typed: identifier, subject,
    property and object of what is asserted in terms of an ontology.
    """
    from kg.lines import FORMS, read_lines

    if form not in FORMS:
        raise InputError(f"--form: found '{form}', expected one of {', '.join(FORMS)}")
    for row in FORMS[form](read_lines(source), ontology=_ontology(ontology), model=model):
        show(row)


# ---------------------------------------------------------------- asking a graph


@app.command()
def query(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of a build, or an RDF file.")],
    text: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL, the name of a query, a file *.rq, or -.")
    ] = None,
    bind: Annotated[
        list[str] | None, typer.Option("--bind", metavar="NAME=VALUE", help="Set a variable; may be repeated.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
    engine: Annotated[str, typer.Option("--engine", help="oxigraph or rdflib.")] = "oxigraph",
    time_limit: Annotated[
        float | None, typer.Option("--time-limit", min=0, metavar="SECONDS", help="End the query after this time.")
    ] = None,
    ontology: OntologyOption = None,
) -> None:
    """Answer a SPARQL query over a graph; without a query, list those that have a name."""
    from kg.queries import named_queries
    from kg.queries import query as ask

    if form not in ("table", "csv", "json"):
        raise InputError(f"--format: found '{form}', expected table, csv or json")
    if text is None:
        named = named_queries(ontology)
        show("\n".join(f"{name}\t{named[name].splitlines()[0].lstrip('# ')}" for name in sorted(named)))
        return
    bound = dict(_pair(item) for item in bind or [])
    limits: Any = {"engine": engine, "time_limit": time_limit}
    answer = ask(folder, _query_text(text), bind=bound, ontology=ontology, **limits)
    show({"table": answer.to_table, "csv": answer.to_csv, "json": answer.to_json}[form]())


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
    """Tell why the mentions of an entity are one, or why two entities are two."""
    from kg.views.explanation import explain as tell

    show("\n".join(tell(_load(folder), entity, other)))


@app.command()
def stats(
    folder: Folder,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Print the figures of a graph, and who stands in its middle (PageRank)."""
    from kg.analytics import rank
    from kg.views.summary import summarize

    if form not in ("text", "json"):
        raise InputError(f"--format: found '{form}', expected text or json")
    graph = _load(folder)
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
    """Print what a second graph adds (+), takes away (-) and changes (~)."""
    show(str(_load(old).diff(_load(new))))


def _load(folder: Path) -> KnowledgeGraph:
    from kg.views.folder import load

    return load(folder)


# ---------------------------------------------------------------- other forms


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
    """Write a graph in another format, told by the file's ending where --format is not given."""
    from kg.views.exports import SUFFIXES, export_text
    from kg.views.exports import export as write

    chosen = form or SUFFIXES.get(Path(output).suffix.lower(), "turtle")
    graph, rules = _load(folder), _ontology(ontology)
    if output == "-":
        show(export_text(graph, chosen, claims=claims, ontology=rules))
    else:
        write(graph, output, chosen, claims=claims, ontology=rules)
        say(f"{_count(graph)} in {output}")


@app.command()
def view(
    folder: Folder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="By default graph.html in the folder.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Heading of the page.")] = None,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the web browser.")] = False,
) -> None:
    """Write the page of a graph afresh and print its place."""
    from kg.views.html import write_html

    page = output or folder / "graph.html"
    write_html(_load(folder), page, title=title)
    show(str(page))
    if browser:
        import webbrowser

        webbrowser.open(page.resolve().as_uri())


# ---------------------------------------------------------------- judging and checking


@app.command()
def same(
    folder: Folder,
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    judgements: Annotated[Path, typer.Option("--judgements", metavar="FILE")] = Path("judgements.tsv"),
) -> None:
    """Note in a file that two are one entity; the next `kg build --judgements FILE` obeys."""
    _judge("same", folder, one, other, judgements)


@app.command()
def different(
    folder: Folder,
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    judgements: Annotated[Path, typer.Option("--judgements", metavar="FILE")] = Path("judgements.tsv"),
) -> None:
    """Note in a file that two are not one entity; the next `kg build --judgements FILE` obeys."""
    _judge("different", folder, one, other, judgements)


def _judge(verdict: str, folder: Path, one: str, other: str, file: Path) -> None:
    from kg.entities.judgements import Judgement, add_judgement, mention_place

    graph = _load(folder)
    for name in (one, other):
        if mention_place(name) is None:
            graph.about(name)  # raises with the nearest name where there is none
    add_judgement(file, Judgement(verdict, one, other))
    say(f"noted in {file}; `kg build PATH... -o {folder} --judgements {file}` obeys")


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Folder of a build, to check in place of the ontology.")
    ] = None,
    model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Run the ontology's own examples; or re-check that every quote of a graph stands in its text."""
    if folder is not None:
        faults = _load(folder).check()
    else:
        from kg.examples import check_examples
        from kg.parsing import load_model

        faults = [str(failure) for failure in check_examples(_ontology(ontology), nlp=load_model(model))]
    show("\n".join(faults))
    say(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}")
    if faults:
        raise typer.Exit(CHECK_FAILED)


@app.command()
def score(
    folder: Folder,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with statements.toml and entities.toml.")],
    recall: Annotated[float, typer.Option("--recall", help="Exit with 1 below this.")] = 0.0,
    precision: Annotated[float, typer.Option("--precision", help="Exit with 1 below this.")] = 0.0,
) -> None:
    """Compare the statements of a graph with what a careful reader listed."""
    from kg.scoring import describe, load_gold
    from kg.scoring import score as compare

    graph = _load(folder)
    result = compare(graph.statements.values(), load_gold(gold, graph.documents))
    show(describe(result))
    if result.recall < recall or result.precision < precision:
        raise typer.Exit(CHECK_FAILED)


if __name__ == "__main__":
    main()
