"""What every verb shares: the group, its options, lines to the terminal, exit status.

Data go to standard output, messages and progress to standard error.  Exit status: 0 done, 1 a check failed, 2 nothing
could be done (a bad argument, an input that was named and cannot be read, or none left).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.ontology import Ontology

NOTHING_DONE, CHECK_FAILED, INTERRUPTED = 2, 1, 130
"""The last is what a shell reports for a program that Ctrl-C ended."""


class Verbs(TyperGroup):
    """The group of verbs: whatever a verb raises on purpose becomes one line and an exit status."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  (a click Context, of typer's own copy of click or the real one)
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            for line in str(error).splitlines():  # an ontology tells all its faults
                say(line)
            raise typer.Exit(NOTHING_DONE) from None
        except BrokenPipeError:
            # Whoever read the output has seen enough; Python would complain again when it flushes at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            fail(f"{error.filename or 'output'}: {error.strerror or error}")
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
    Path | None,
    typer.Option("--ontology", metavar="DIR", help="Your OWL or RDFS file or folder, or a folder like ontology/."),
]
ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="spaCy model, by default the one that is installed.")
]


def say(message: str) -> None:
    """Write one line to standard error."""
    print(f"kg: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201


def show(text: str) -> None:
    """Write data to standard output, ending in a line break."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    sys.stdout.flush()


def fail(message: str) -> NoReturn:
    say(message)
    raise typer.Exit(NOTHING_DONE)


def rules(path: Path | None, model: str | None = None) -> Ontology:
    """The ontology of `--ontology`: ours, a folder laid out as ours, or an OWL or RDFS file upon ours."""
    if path is None:
        from kg.ontology import load

        return load()
    from kg.learning.adopting import load_ontology

    return load_ontology(path, model=model)


def counted(graph: KnowledgeGraph) -> str:
    kinds = (("document", graph.documents), ("statement", graph.statements), ("event", graph.events))
    return ", ".join(f"{len(values)} {name}{'' if len(values) == 1 else 's'}" for name, values in kinds)


@contextmanager
def progress_bar(verb: str) -> Iterator[Callable[[int, int, str], None] | None]:
    """A progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=verb)


def load_graph(folder: Path) -> KnowledgeGraph:
    from kg.views.tables import load

    return load(folder)
