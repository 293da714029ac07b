"""The command line as a shell runs it: what it prints, writes and returns."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from tests.conftest import GOOD, ROOT, Run, content, lines

VERBS = (
    "build", "extract", "learn", "query", "explain", "stats", "export", "view", "serve", "diff", "check", "score",
    "same", "different",
)  # fmt: skip
PLACES = ("Kenya", "Peru", "Norway", "Vietnam", "Chile", "Ghana", "Poland", "Oman")
FOREIGN = (
    "La France a envoyé des soldats au Mali lundi, a annoncé le ministère. Le président s'est rendu à Bamako pour "
    "rencontrer les soldats et leurs familles. Il a déclaré que la mission durerait encore plusieurs mois."
)


def assert_one_line(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    """Exit status 2, one line on standard error that holds these words, nothing on standard output."""
    assert done.returncode == 2, done
    assert done.stdout == b""
    (line,) = lines(done.stderr)
    assert line.startswith("kg: ")
    for word in words:
        assert word in line


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["query", "--help"]], ids=" ".join)
def test_help_loads_neither_parser_nor_rdf_nor_numbers(arguments: list[str]):
    """So that it answers at once; a clock would measure the machine."""
    command = [sys.executable, "-X", "importtime", "-m", "kg", *arguments]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    modules = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines(done.stderr)}
    assert "typer" in modules
    assert modules & {"spacy", "rdflib", "numpy", "networkx", "pyoxigraph", "trafilatura", "scipy", "rich"} == set()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_stands_in_the_guide(verb: str, run: Run):
    told = run(verb, "--help").stdout.decode()
    assert len(told.splitlines()) > 5
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert f"kg {verb}" in guide
    for option in set(re.findall(r"(?<![\w-])--[a-z-]+", told)) - {"--help", "--model", "--ontology"}:
        assert option in guide, f"docs/guide.md does not tell of `kg {verb} {option}`"


def test_the_verbs_are_those_of_the_design(run: Run):
    told = re.findall(r"^  ([a-z]+)  ", run("--help").stdout.decode(), re.MULTILINE)
    assert sorted(told) == sorted(VERBS)


# ---------------------------------------------------------------- input that is bad


def missing(folder: Path) -> None:
    """Nothing there."""


def empty(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")


def binary(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)


def foreign(folder: Path) -> None:
    (folder / "bad.txt").write_text(FOREIGN, "utf-8")


def a_pipe(folder: Path) -> None:
    import os

    os.mkfifo(folder / "bad.txt")


BAD = [
    (missing, "no such file"),
    (empty, "empty"),
    (binary, "binary"),
    (foreign, "'fr'"),
    (a_pipe, "not a regular file"),
]


@pytest.mark.parametrize("make, words", BAD, ids=lambda value: getattr(value, "__name__", None))
def test_bad_input_that_is_named_is_one_line_and_status_2(make, words, tmp_path: Path, run: Run):
    make(tmp_path)
    done = run("build", "bad.txt", "-o", "out", cwd=tmp_path)
    assert_one_line(done, "bad.txt", words)
    assert not (tmp_path / "out").exists()


def test_the_rest_is_built_beside_bad_input_that_is_named(good: Path, run: Run):
    done = run("build", good.name, "nowhere.txt", "-o", "out", cwd=good.parent)
    assert done.returncode == 2
    assert lines(done.stderr)[0] == "kg: nowhere.txt: no such file or folder"
    assert [d.id for d in kg.load(good.parent / "out").documents.values()] == ["good"]


def test_bad_files_of_a_folder_are_told_and_the_rest_is_built(tmp_path: Path, run: Run):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "mended.txt").write_bytes("The café in Zürich closed on Monday, the company said.".encode("latin-1"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "foreign.txt").write_text(FOREIGN, "utf-8")
    (folder / "table.xlsx").write_bytes(b"PK")
    (folder / "manifest.toml").write_text('[[document]]\nfile = "gone.txt"\ntitle = "Gone"\n', "utf-8")
    done = run("build", "news", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    told = done.stderr.decode()
    for name in ("empty.txt", "binary.txt", "foreign.txt", "table.xlsx", "gone.txt"):
        assert len([line for line in told.splitlines() if name in line]) == 1, told
    graph = kg.load(tmp_path / "out")
    assert sorted(graph.documents) == ["good", "mended"]
    assert "café in Zürich" in graph.documents["mended"].text
    assert len(graph.report["problems"]) == 5
    assert str(tmp_path).encode() not in b"".join(content(tmp_path / "out").values())


def test_a_folder_of_which_nothing_is_left_is_status_2(tmp_path: Path, run: Run):
    (tmp_path / "news").mkdir()
    empty(tmp_path / "news")
    done = run("build", "news", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert len(lines(done.stderr)) == 2
    assert "nothing left to build from, expected" in lines(done.stderr)[1]


def test_two_files_of_one_name_are_two_documents(tmp_path: Path, run: Run):
    for folder, text in (("a", GOOD), ("b", "Germany withdrew its soldiers from Niger in August.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, "utf-8")
    assert run("build", "a", "b", "-o", "out", cwd=tmp_path).returncode == 0
    names = sorted(kg.load(tmp_path / "out").documents)
    assert len(names) == 2
    assert all(re.fullmatch(r"story-[0-9a-f]{8}", name) for name in names)


def test_a_text_of_ten_megabytes_is_read(tmp_path: Path, run: Run):
    sentences = [f"The minister of {place} told reporters that the bridge would open." for place in PLACES]
    paragraph = " ".join([GOOD, *sentences]) + "\n\n"
    (tmp_path / "long.txt").write_text(paragraph * (10_000_000 // len(paragraph) + 1), "utf-8")
    done = run("build", "long.txt", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert kg.load(tmp_path / "out").about("Mali")


def test_a_file_beyond_all_measure_is_refused(tmp_path: Path, run: Run):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(30_000_000)
    assert_one_line(run("build", "huge.txt", "-o", "out", cwd=tmp_path), "huge.txt", "too large")


def test_standard_input_is_an_article(tmp_path: Path, run: Run):
    done = run("build", "-", "-o", "out", "--date", "2024-05-02", input=GOOD.encode(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    (document,) = kg.load(tmp_path / "out").documents.values()
    assert str(document.published) == "2024-05-02"


@pytest.mark.parametrize(
    "options, words",
    [
        (["--date", "Tuesday"], ["--date", "'Tuesday'", "2025-07-01"]),
        (["--base", "here"], ["--base", "'here'", "IRI"]),
        (["--model", "no_such_model"], ["no_such_model"]),
        (["--ontology", "nowhere"], ["nowhere"]),
        (["--judgements", "nowhere.tsv"], ["nowhere.tsv"]),
        (["-o", "good.txt"], ["good.txt", "expected a folder"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_bad_option_is_one_line_and_status_2(options: list[str], words: list[str], good: Path, run: Run):
    assert_one_line(run("build", good.name, "-o", "out", *options, cwd=good.parent), *words)
    assert good.read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["stats", "nowhere"], ["nowhere", "no graph here"]),
        (["query", "nowhere", "attendance"], ["nowhere", "no graph here"]),
        (["query", "{built}", "atendance"], ["'atendance'", "did you mean 'attendance'"]),
        (["query", "{built}", "SELECT ?x {"], []),
        (["query", "{built}", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], ["SERVICE"]),
        (["query", "{built}", "attendance", "--bind", "who"], ["--bind", "NAME=VALUE"]),
        (["explain", "{built}", "Kim Jong Unn"], ["did you mean 'Kim Jong Un'"]),
        (["export", "{built}", "--format", "xls"], ["'xls'", "graphml"]),
        (["score", "{built}", "nowhere"], ["nowhere"]),
        (["extract", "nowhere.txt"], ["nowhere.txt"]),
        (["extract", "--form", "long"], ["'long'", "minimal"]),
        (["same", "{built}", "Kim Jong Un", "Kim Il Jong Un Sung"], ["nothing is called"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    arguments: list[str], words: list[str], built: Path, tmp_path: Path, run: Run
):
    done = run(*(argument.replace("{built}", str(built)) for argument in arguments), cwd=tmp_path)
    assert_one_line(done, *words)
    assert list(tmp_path.iterdir()) == []
