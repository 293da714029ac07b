"""The benchmarks run without the kit as far as they can: help, a judged sheet, a table of figures."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SCRIPTS = ("calibration", "extraction", "identity", "made_corpus", "page", "speed")
COLUMNS = ("id", "document", "confidence", "asserted", "quote", "reading", "verdict", "category", "reason")


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(FOLDER / f"{script}.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=FOLDER.parent)


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_tells_how_to_call_it(script: str) -> None:
    answer = run(script, "--help")
    assert answer.returncode == 0
    assert f"benchmarks/{script}.py" in answer.stdout


def test_a_sheet_gives_the_share_of_each_class(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    verdicts = [("0.95", "right")] * 9 + [("0.92", "wrong")] + [("0.45", "vacuous"), ("0.41", "right"), ("0.85", "")]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(
            [n, "d", sure, "True", "Q.", "a -- b", verdict, "", ""] for n, (sure, verdict) in enumerate(verdicts)
        )
    lines = [line.split() for line in run("calibration", str(sheet)).stdout.splitlines()]
    assert ["0.90", "-", "1.00", "9", "10", "0.90"] in lines
    assert ["0.40", "-", "0.50", "1", "2", "0.50"] in lines
    assert ["all", "10", "12", "0.83"] in lines


def test_a_sheet_without_a_verdict_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    sheet.write_text("\t".join(COLUMNS) + "\n", encoding="utf-8")
    answer = run("calibration", str(sheet))
    assert answer.returncode == 2
    assert "no judged statement" in answer.stderr


def test_speed_asks_for_something_to_measure() -> None:
    answer = run("speed")
    assert answer.returncode == 2
    assert "--scaling" in answer.stderr
