"""What a person judges and what can be checked: same, different, check, score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.terminal import CHECK_FAILED, Folder, ModelOption, OntologyOption, app, load_graph, rules, say, show

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


@app.command()
def same(
    folder: Folder,
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    judgements: Annotated[Path, typer.Option("--judgements", metavar="FILE")] = Path("judgements.tsv"),
) -> None:
    """Note that two are one entity.

    The next `kg build --judgements FILE` obeys.
    """
    _judge("same", folder, one, other, judgements)


@app.command()
def different(
    folder: Folder,
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ENTITY", help="Id, label or mention.", show_default=False)],
    judgements: Annotated[Path, typer.Option("--judgements", metavar="FILE")] = Path("judgements.tsv"),
) -> None:
    """Note that two are not one entity.

    The next `kg build --judgements FILE` obeys.
    """
    _judge("different", folder, one, other, judgements)


def _judge(verdict: str, folder: Path, one: str, other: str, file: Path) -> None:
    from kg.entities.judgements import Judgement, add_judgement, mention_place

    graph = load_graph(folder)
    for name in (one, other):
        if mention_place(name) is None:
            graph.about(name)  # raises with the nearest name where there is none
    add_judgement(file, Judgement(verdict, one, other))
    say(f"noted in {file}; `kg build PATH... -o {folder} --judgements {file}` obeys")


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Folder of a build, or an OWL or RDFS file of yours.")
    ] = None,
    model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Run the ontology's own examples, or check a graph.

    Of a graph: that every quote stands in its text, and that its Turtle fits the shapes of the ontology (SHACL).  Of an
    OWL or RDFS ontology of yours: that it can be read and does not contradict itself, and what tells each property.
    """
    from kg.learning.adopting import is_own

    if folder is not None and is_own(folder) and (folder.is_file() or not (folder / "statements.jsonl").exists()):
        folder, ontology = None, folder
    if folder is None and is_own(ontology):
        _check_own(ontology, model)
        return
    if folder is not None:
        faults = [*(graph := load_graph(folder)).check(), *_unfitting(graph, folder, ontology)]
    else:
        from kg.examples import check_examples
        from kg.parsing import load_model

        faults = [str(failure) for failure in check_examples(rules(ontology), nlp=load_model(model))]
    show("\n".join(faults))
    say(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}")
    if faults:
        raise typer.Exit(CHECK_FAILED)


def _check_own(ontology: Path | None, model: str | None) -> None:
    """Say how each property of an ontology of the user's is told; raises OntologyError with what is wrong with it."""
    from kg.learning.adopting import ways_told

    told = ways_told(rules(ontology, model))
    show("\n".join(f"{label}\t{ways or 'nothing tells it'}" for label, ways in told))
    untold = sum(not ways for _, ways in told)
    hint = "; give them skos:altLabel or examples (`kg learn`)" if untold else ""
    say(f"0 faults; {len(told) - untold} of {len(told)} properties are told by words{hint}")


def _unfitting(graph: KnowledgeGraph, folder: Path, ontology: Path | None) -> list[str]:
    """What of a graph's Turtle does not fit the shapes, by pyshacl, told with its quote."""
    from kg.views.rdf import to_triples
    from kg.views.rdf.shapes import find_violations, validate

    terms = rules(ontology)
    found = validate(folder / "graph.ttl", terms, graph.base) if graph.documents else []
    told = {(v.node, v.shape): v.told for v in find_violations(to_triples(graph, terms), terms, graph, graph.base)}
    return [told.get((v.node, v.shape)) or f"{v.node} does not fit {v.shape}" for v in found]


@app.command()
def score(
    folder: Folder,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with statements.toml and entities.toml.")],
    recall: Annotated[float, typer.Option("--recall", help="Exit with 1 below this.")] = 0.0,
    precision: Annotated[float, typer.Option("--precision", help="Exit with 1 below this.")] = 0.0,
) -> None:
    """Compare a graph with what a careful reader listed."""
    from kg.scoring import describe, load_gold
    from kg.scoring import score as compare

    graph = load_graph(folder)
    result = compare(graph.statements.values(), load_gold(gold, graph.documents))
    show(describe(result))
    if result.recall < recall or result.precision < precision:
        raise typer.Exit(CHECK_FAILED)
