"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import kg
from tests.conftest import ROOT, run_kg

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def visited(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place that looks like a clone in which `make kg` has run."""
    place = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    shutil.copytree(built, place / "outputs")
    return place


@pytest.mark.parametrize("code", [text for kind, text in BLOCKS if kind == "python"])
def test_python_of_the_readme_runs(code: str, visited: Path):
    env = {"PYTHONPATH": str(ROOT), "PATH": ""}
    command = [sys.executable, "-W", "error::DeprecationWarning:kg", "-c", code]
    done = subprocess.run(command, cwd=visited, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout


COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines() if line.startswith("kg ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_of_the_readme_run(line: str, visited: Path):
    done = run_kg(*shlex.split(line, comments=True)[1:], cwd=visited)
    assert done.returncode == 0, done.stderr.decode()


ANSWERED = [(query, answer) for (one, query), (two, answer) in pairwise(BLOCKS) if (one, two) == ("sparql", "text")]


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("query, answer", ANSWERED)
def test_queries_of_the_readme_have_the_answers_it_shows(query: str, answer: str, engine: str, built: Path):
    assert kg.query(built, query, engine=engine).to_table() == answer.rstrip("\n")


def test_the_readme_shows_code_commands_and_queries():
    kinds = [kind for kind, _ in BLOCKS]
    assert kinds.count("python") >= 1
    assert kinds.count("sh") >= 1
    assert len(ANSWERED) >= 3
