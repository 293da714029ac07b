"""The page opened in a headless browser without network, as its tests use it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg.graph import KnowledgeGraph
from kg.views.html import write_html

CHROMIUM = os.environ.get("KG_CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, NARROW = {"width": 1360, "height": 820}, {"width": 400, "height": 800}


@dataclass
class Opened:
    """A page in a browser, and whatever it complained of or asked the network for."""

    tab: object
    file: Path
    graph: KnowledgeGraph
    faults: list[str] = field(default_factory=list)

    def at(self, **link: object) -> None:
        """Open the page afresh with this in its link."""
        self.tab.goto("about:blank")
        self.tab.goto(f"file://{self.file}#{urlencode(link, doseq=True)}")
        self.tab.wait_for_selector("#filters button", state="attached")

    def edge(self, source: str, relation: str, target: str, status: str = "asserted") -> str:
        """The id of an edge that is drawn."""
        wanted = {"from": source, "to": target, "label": relation, "status": status}
        edges = self.tab.evaluate("kgPage.edgeList()")
        (found,) = [e["id"] for e in edges if all(e[key] == value for key, value in wanted.items())]
        return found

    def click(self, point: str, identifier: str) -> None:
        """Click where a node or edge is drawn, as a mouse does."""
        place = self.tab.evaluate(f"kgPage.{point}({identifier!r})")
        self.tab.mouse.click(place["x"], place["y"])

    def until(self, expression: str) -> None:
        """Wait until the page says so; not `wait_for_function`, which the page's security policy forbids."""
        for _ in range(40):
            if self.tab.evaluate(expression):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def nodes(self) -> set[str]:
        return set(self.tab.evaluate("kgPage.nodes()"))

    def text(self, selector: str) -> str:
        return self.tab.locator(selector).inner_text()


@contextmanager
def opened(browser: object, file: Path, graph: KnowledgeGraph, **context: object) -> Iterator[Opened]:
    """A page in a context of its own; on the way out it must have complained of nothing."""
    settings = {"viewport": WIDE, "color_scheme": "light", "reduced_motion": "reduce", "offline": True, **context}
    tab = browser.new_context(**settings).new_page()
    tab.set_default_timeout(8000)
    page = Opened(tab, file, graph)
    tab.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: page.faults.append(str(error)))
    tab.on("dialog", lambda dialog: page.faults.append(f"dialog: {dialog.message}"))
    tab.on("request", lambda request: _note_request(page, request.url))
    page.at()
    yield page
    tab.context.close()
    assert page.faults == []


def afresh(page: Opened) -> Iterator[Opened]:
    """The page loaded again for a test of its own (a context for each would take four times as long)."""
    page.at()
    yield page
    page.tab.emulate_media(media="null")
    faults, page.faults[:] = list(page.faults), []
    assert faults == []


def _note_request(page: Opened, url: str) -> None:
    if not url.startswith((f"file://{page.file}", "about:blank", "data:", "blob:")):
        page.faults.append(f"request: {url}")


def written(graph: KnowledgeGraph, folders: pytest.TempPathFactory) -> tuple[Path, KnowledgeGraph]:
    file = folders.mktemp("page") / "graph.html"
    write_html(graph, file, title="Countries, cities and treaties")
    return file, graph
