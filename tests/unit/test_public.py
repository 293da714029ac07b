"""The public names: one list, all of them there, none of them loaded before it is used."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import errors

SOURCE = Path(kg.__file__)
HEAVY = {"spacy", "rdflib", "numpy", "scipy", "networkx", "pyoxigraph", "trafilatura", "typer", "rich"}


def loaded_by(statement: str) -> set[str]:
    """Top-level modules that a new interpreter has loaded after a statement."""
    code = f"import sys; {statement}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SOURCE.parents[1])
    return set(done.stdout.split())


def test_every_public_name_is_there_and_is_what_type_checkers_are_told():
    told = {
        alias.asname: (node.module, alias.name)
        for block in ast.parse(SOURCE.read_text("utf-8")).body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert sorted(told) == kg.__all__
    for name, (module, inner) in told.items():
        __import__(module)
        assert getattr(kg, name) is getattr(sys.modules[module], inner)


def test_every_error_is_public():
    classes = {name: value for name, value in vars(errors).items() if inspect.isclass(value)}
    assert {name for name, value in classes.items() if issubclass(value, kg.KgError)} <= set(kg.__all__)


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_function_says_what_comes_out(name: str):
    value = getattr(kg, name)
    if inspect.isfunction(value):
        assert (value.__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'kg' has no attribute 'biuld'"):
        kg.biuld  # noqa: B018


@pytest.mark.parametrize("statement", ["import kg", "from kg import Statement, KgError", "import kg.model, kg.errors"])
def test_importing_loads_nothing_heavy(statement: str):
    assert loaded_by(statement) & HEAVY == set()


FIRST = ["import kg.build", "from kg.build import assemble", "import kg; kg.build", "import kg.queries"]


@pytest.mark.parametrize("first", FIRST)
def test_build_is_the_function_whatever_was_imported_first(first: str):
    assert "kg" in loaded_by(f"{first}; import kg; assert callable(kg.build) and callable(kg.query)")


def test_build_takes_what_read_gives(tmp_path: Path):
    file = tmp_path / "note.txt"
    file.write_text("France deployed soldiers to Mali.", "utf-8")
    reading = kg.read(file)
    assert kg.build(reading) == kg.build(reading.documents)
    assert [s.relation.id for s in kg.build(reading).about("Mali")]


def test_a_graph_reads_back_from_the_folder_it_was_written_to(tmp_path: Path):
    graph = kg.build([kg.read_text("France deployed soldiers to Mali.")])
    kg.write(graph, tmp_path / "out")
    assert kg.load(tmp_path / "out") == graph
    assert kg.from_rdf(tmp_path / "out" / "graph.ttl") == graph


def test_no_document_at_all_is_an_input_error():
    with pytest.raises(kg.InputError, match="expected at least one document"):
        kg.build([])
