"""`kg view` opens the page for a person, and never for a pipe."""

from __future__ import annotations

import io
import sys
import webbrowser

import pytest

from kg.cli.exporting import view
from kg.views.folder import write
from tests.samples import sample_graph


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("built")
    write(sample_graph(), made)
    return made


@pytest.mark.parametrize(
    ("terminal", "asked", "opened"),
    [(True, None, True), (False, None, False), (False, True, True), (True, False, False)],
)
def test_it_opens_on_a_terminal_or_when_asked(folder, monkeypatch, terminal, asked, opened):
    seen = []
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(webbrowser, "open", seen.append)
    view(folder, None, None, asked)
    assert seen == ([(folder / "graph.html").resolve().as_uri()] if opened else [])
