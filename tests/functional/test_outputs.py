"""What a build writes: replaced as a whole, and always the same bytes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg.views.folder import FILES
from tests.conftest import GOOD, ROOT, Run, content, lines


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
    command = [sys.executable, "-m", "kg", "build", good, "-o", folder]
    killed = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
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
            around = slice(max(0, at - 60), at + 100)
            return f"line {number}, character {at}:\n  {one[around]}\n  {other[around]}"
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
