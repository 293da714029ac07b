"""An ontology of the user's: learn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.terminal import ModelOption, app, progress_bar, rules, say, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@app.command()
def learn(
    examples: Annotated[
        Path, typer.Argument(metavar="EXAMPLES", help="Sentences with their triples, TSV or JSON lines.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="TOML file to write.")] = None,
    ontology: Annotated[
        Path | None,
        typer.Option("--ontology", metavar="DIR", help="OWL or RDFS, a file or folder, that names properties."),
    ] = None,
    model: ModelOption = None,
) -> None:
    """Learn frames from example sentences with their triples.

    Rows of the file can be read and changed; `kg extract --form typed --frames FILE` uses them.
    """
    from kg.learning.examples import read_examples
    from kg.learning.frames import write_frames
    from kg.learning.learning import learn as learn_frames
    from kg.ontology.own import read_own
    from kg.parsing import load_model

    read = read_examples(examples)
    own = read_own(ontology) if ontology else None
    with progress_bar("reading") as progress:
        learned = learn_frames(read, ontology=rules(None), nlp=load_model(model), own=own, progress=progress)
    text = write_frames(learned)
    if output is None:
        show(text)
        return
    output.write_text(text, encoding="utf-8")
    count = f"{learned.triples} triples of {learned.sentences} sentences"
    say(f"{len(learned.properties)} properties from {count} in {output}")


def typed_lines(
    lines: Iterable[str], *, ontology: Path | None, frames: Path | None, model: str | None
) -> Iterator[str]:
    """The rows of `kg extract --form typed`: by learned frames, where there are any, else what a build asserts.

    Learned frames are those of `--frames`, or frames.toml beside an ontology of the user's.
    """
    from kg.learning.adopting import is_own, learned_beside
    from kg.learning.frames import read_frames
    from kg.learning.labels import with_labels
    from kg.learning.typed import typed_rows
    from kg.lines import typed
    from kg.ontology.own import read_own
    from kg.parsing import load_model

    own = ontology if ontology is not None and is_own(ontology) else None
    file = frames or (learned_beside(own) if own is not None else None)
    if file is None:
        return typed(lines, ontology=rules(ontology, model), model=model)
    learned = read_frames(file)
    if own is not None:
        learned = with_labels(learned, read_own(own), load_model(model))
    return typed_rows(lines, learned, ontology=rules(None), model=model)
