"""The command line as a shell runs it: what it prints, writes and returns."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg.views.folder import FILES
from tests.conftest import ROOT, Run, run_kg

VERBS = (
    "build", "extract", "query", "explain", "stats", "export", "view", "diff", "check", "score", "same", "different",
)  # fmt: skip
GOOD = "France deployed soldiers to Mali on Monday. President Emmanuel Macron visited Bamako."
FOREIGN = (
    "La France a envoyé des soldats au Mali lundi, a annoncé le ministère. Le président s'est rendu à Bamako pour "
    "rencontrer les soldats et leurs familles. Il a déclaré que la mission durerait encore plusieurs mois."
)


def lines(output: bytes) -> list[str]:
    return output.decode().splitlines()


def assert_one_line(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    """Exit status 2, one line on standard error that holds these words, nothing on standard output."""
    assert done.returncode == 2, done
    assert done.stdout == b""
    (line,) = lines(done.stderr)
    assert line.startswith("kg: ")
    for word in words:
        assert word in line


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(GOOD, "utf-8")
    return file


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


BAD = [(missing, "no such file"), (empty, "empty"), (binary, "binary"), (foreign, "'fr'"), (a_pipe, "not a regular file")]


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
    paragraph = f"{GOOD}\n\n"
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
    done = run(*(argument.format(built=built) if "{built}" in argument else argument for argument in arguments), cwd=tmp_path)
    assert_one_line(done, *words)
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- output


def test_build_writes_seven_files_and_nothing_to_standard_output(good: Path, run: Run):
    done = run("build", good.name, "-o", "out", cwd=good.parent)
    assert (done.returncode, done.stdout, len(lines(done.stderr))) == (0, b"", 1)
    assert sorted(content(good.parent / "out")) == sorted(FILES)


def test_outputs_are_replaced_only_by_a_finished_build(good: Path, run: Run):
    folder = good.parent / "out"
    assert run("build", good.name, "-o", "out", cwd=good.parent).returncode == 0
    (folder / "mine.txt").write_text("kept", "utf-8")
    before = content(folder)
    (good.parent / "bad.txt").write_bytes(b"")
    assert run("build", "bad.txt", "-o", "out", cwd=good.parent).returncode == 2
    assert content(folder) == before
    good.write_text(GOOD.replace("Mali", "Niger") * 3, "utf-8")
    killed = subprocess.Popen([sys.executable, "-m", "kg", "build", good, "-o", folder], cwd=ROOT, stderr=subprocess.PIPE)
    time.sleep(1)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert content(folder) == before
    assert run("build", good.name, "-o", "out", cwd=good.parent).returncode == 0
    after = content(folder)
    assert after.pop("mine.txt") == before.pop("mine.txt")
    assert sorted(after) == sorted(before)
    assert b"Niger" in after["graph.ttl"]


def test_a_build_that_fails_while_writing_leaves_the_old_files(good: Path, monkeypatch: pytest.MonkeyPatch):
    from kg.views import folder as views_folder

    graph, target = kg.build(kg.read(good)), good.parent / "out"
    kg.write(graph, target)
    before = content(target)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(views_folder, "write_html", no_room)
    with pytest.raises(OSError, match="No space left"):
        kg.write(kg.build([kg.read_text("Germany attacked Poland.")]), target)
    assert content(target) == before


def test_output_that_nobody_reads_further_ends_quietly(built: Path):
    command = f'"{sys.executable}" -m kg query "{built}" "SELECT * {{ ?s ?p ?o }}" | head -n 1'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr, len(lines(done.stdout))) == (0, b"", 1)


# ---------------------------------------------------------------- the same bytes


def first_difference(old: bytes, new: bytes) -> str:
    for number, (one, other) in enumerate(zip(lines(old), lines(new), strict=False), start=1):
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
            return f"line {number}, character {at}:\n  {one[max(0, at - 60) : at + 100]}\n  {other[max(0, at - 60) : at + 100]}"
    return f"{len(lines(old))} lines and {len(lines(new))}"


@pytest.mark.parametrize("name", FILES)
def test_committed_outputs_are_what_a_fresh_build_gives(name: str, built: Path):
    committed = ROOT / "outputs" / name
    assert committed.is_file(), f"outputs/{name} is not there: run `make kg`"
    old, new = committed.read_bytes(), (built / name).read_bytes()
    assert old == new, f"outputs/{name} is not as built; run `make kg`. {first_difference(old, new)}"


@pytest.mark.parametrize(
    "order, workers, seed", [(1, 1, "1"), (-1, 2, "2"), (-1, 3, "random")], ids=["again", "reversed", "more workers"]
)
def test_bytes_do_not_depend_on_order_workers_or_hash_seed(order, workers, seed, built: Path, tmp_path: Path, run: Run):
    files = sorted((ROOT / "seeds").glob("*.txt"))[::order]
    done = run(
        "build", *files, "-o", tmp_path / "out", "--workers", workers, env={"PYTHONHASHSEED": seed}, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr.decode()
    for name in FILES:
        old, new = (built / name).read_bytes(), (tmp_path / "out" / name).read_bytes()
        assert old == new, f"{name}: {first_difference(old, new)}"


# ---------------------------------------------------------------- verbs that read a graph


def test_query_answers_alike_in_both_engines(built: Path, run: Run):
    first, second = (run("query", built, "attendance", "--engine", engine) for engine in ("oxigraph", "rdflib"))
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert b"Kim Jong Un" in first.stdout


@pytest.mark.parametrize("way", ["argument", "file", "stream"])
def test_a_query_comes_as_an_argument_a_file_or_a_stream(way: str, built: Path, tmp_path: Path, run: Run):
    text = 'SELECT ?who { ?who rdfs:label "Kim Jong Un"@en }'
    (tmp_path / "who.rq").write_text(text, "utf-8")
    given = {"argument": text, "file": tmp_path / "who.rq", "stream": "-"}[way]
    done = run("query", built, given, "--format", "json", input=text.encode())
    assert json.loads(done.stdout)["results"]["bindings"]


def test_a_variable_is_bound(built: Path, run: Run):
    ask = ["query", built, "SELECT ?what { ?who kgo:attended ?what }", "--format", "csv", "--bind"]
    assert len(lines(run(*ask, "who=kge:kim_jong_un").stdout)) > 1
    assert len(lines(run(*ask, "who=kge:russia").stdout)) == 1


def test_without_a_query_the_named_ones_are_listed(built: Path, run: Run):
    names = [line.partition("\t")[0] for line in lines(run("query", built).stdout)]
    assert names == sorted(path.stem for path in (ROOT / "ontology" / "queries").glob("*.rq"))


def test_explain_tells_of_one_and_of_two(built: Path, run: Run):
    assert b"kge:kim_jong_un" in run("explain", built, "Kim Jong Un").stdout
    assert b"are two entities" in run("explain", built, "Kim Jong Un", "Vladimir Putin").stdout


def test_stats_put_the_leader_and_the_country_in_the_middle(built: Path, run: Run):
    figures = json.loads(run("stats", built, "--format", "json").stdout)
    assert set(list(figures["most central"])[:2]) == {"North Korea", "Kim Jong Un"}
    assert figures["graph"]["documents"] == 2
    assert b"most central" in run("stats", built).stdout


@pytest.mark.parametrize("name", ["g.ttl", "g.nt", "g.graphml", "g.gexf", "g.jsonl", "g.csv"])
def test_export_to_a_file_is_export_to_a_stream(name: str, built: Path, tmp_path: Path, run: Run):
    form = {"ttl": "turtle"}.get(name[2:], name[2:])
    assert run("export", built, "-o", tmp_path / name).returncode == 0
    written = tmp_path / name / "edges.csv" if form == "csv" else tmp_path / name
    assert run("export", built, "--format", form).stdout == written.read_bytes()
    if form == "turtle":
        assert written.read_bytes() == (built / "graph.ttl").read_bytes()


def test_view_writes_the_page_that_the_build_wrote(built: Path, tmp_path: Path, run: Run):
    done = run("view", built, "-o", tmp_path / "page.html")
    assert lines(done.stdout) == [str(tmp_path / "page.html")]
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_diff_tells_what_an_article_adds(good: Path, run: Run):
    more = good.parent / "more.txt"
    more.write_text("Germany withdrew its soldiers from Niger in August.", "utf-8")
    assert run("build", good, "-o", good.parent / "one").returncode == 0
    assert run("build", good, more, "-o", good.parent / "two").returncode == 0
    told = lines(run("diff", good.parent / "one", good.parent / "two").stdout)
    assert "+ document more" in told
    assert not [line for line in told if line.startswith("-")]
    assert run("diff", good.parent / "one", good.parent / "one").stdout == b""


def test_a_judgement_is_noted_and_the_next_build_obeys(tmp_path: Path, run: Run):
    (tmp_path / "a.txt").write_text("Mark Carney visited Berlin on Monday. Carney met Friedrich Merz.", "utf-8")
    (tmp_path / "b.txt").write_text("Mark Carney opened a school in Ottawa on Friday.", "utf-8")
    assert run("build", "a.txt", "b.txt", "-o", "out", cwd=tmp_path).returncode == 0
    carneys = [e for e in kg.load(tmp_path / "out").entities.values() if "Carney" in e.label]
    first = {m.anchor.document: f"{m.anchor.document}:{m.anchor.start}-{m.anchor.end}" for m in reversed(carneys[0].mentions)}
    assert (len(carneys), sorted(first)) == (1, ["a", "b"])
    assert run("different", "out", first["a"], first["b"], cwd=tmp_path).returncode == 0
    assert run("build", "a.txt", "b.txt", "-o", "out", "--judgements", "judgements.tsv", cwd=tmp_path).returncode == 0
    assert len([e for e in kg.load(tmp_path / "out").entities.values() if "Carney" in e.label]) == 2
    assert_one_line(run("same", "out", first["a"], first["b"], cwd=tmp_path), "different")


def test_check_of_a_graph_finds_a_quote_that_was_changed(built: Path, tmp_path: Path, run: Run):
    assert run("check", built).returncode == 0
    shutil.copytree(built, tmp_path / "changed")
    documents = tmp_path / "changed" / "documents.jsonl"
    documents.write_text(documents.read_text("utf-8").replace("Kursk", "Kurst", 1), "utf-8")
    done = run("check", tmp_path / "changed")
    assert done.returncode == 1
    assert b"is not what stands there" in done.stdout


@pytest.mark.parametrize("option, status", [("0.5", 0), ("1.01", 1)])
def test_score_fails_below_what_is_asked(option: str, status: int, built: Path, run: Run):
    done = run("score", built, ROOT / "tests" / "golden", "--recall", option)
    assert done.returncode == status, done.stderr.decode()
    assert b"recall" in done.stdout


# ---------------------------------------------------------------- extract


@pytest.mark.parametrize("form", ["full", "minimal"])
def test_extract_echoes_the_sentence_and_prints_slots_of_it(form: str, run: Run):
    sentences = ["France deployed soldiers to Mali on Monday .", "The ministry said that Kim visited Russia ."]
    done = run("extract", "--form", form, input="\n".join(sentences).encode())
    assert done.returncode == 0, done.stderr.decode()
    rows = [line.split("\t") for line in lines(done.stdout)]
    assert {row[0] for row in rows} == set(sentences)
    for sentence, subject, *_, confidence in rows:
        assert subject in sentence
        assert re.fullmatch(r"conf=[01]\.\d\d", confidence)


def test_extract_typed_keeps_the_identifier_and_what_is_asserted(run: Run):
    text = "s1\tFrance deployed soldiers to Mali.\ns2\tFrance did not deploy soldiers to Chad.\n"
    rows = lines(run("extract", "--form", "typed", input=text.encode()).stdout)
    assert "s1\tFrance\tdeployed troops to\tMali" in rows
    assert not [row for row in rows if row.startswith("s2\tFrance\tdeployed troops to")]


# ---------------------------------------------------------------- the README


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


@pytest.mark.parametrize("line", [x for kind, text in BLOCKS if kind == "sh" for x in text.splitlines() if x[:3] == "kg "])
def test_commands_of_the_readme_run(line: str, visited: Path):
    import shlex

    done = run_kg(*shlex.split(line, comments=True)[1:], cwd=visited)
    assert done.returncode == 0, done.stderr.decode()


ANSWERED = [
    (text, answer) for (kind, text), (next_kind, answer) in zip(BLOCKS, BLOCKS[1:], strict=False)
    if kind == "sparql" and next_kind == "text"
]  # fmt: skip


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("text, answer", ANSWERED)
def test_queries_of_the_readme_have_the_answers_it_shows(text: str, answer: str, engine: str, built: Path):
    assert kg.query(built, text, engine=engine).to_table() == answer.rstrip("\n")


def test_the_readme_shows_code_commands_and_queries():
    kinds = [kind for kind, _ in BLOCKS]
    assert kinds.count("python") >= 1
    assert kinds.count("sh") >= 1
    assert len(ANSWERED) >= 3
