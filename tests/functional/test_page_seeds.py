"""The page of the seed articles, as committed: what a visitor does first.

KG_KEEP_PICTURES=1 keeps the picture of the README.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from page_browser import WIDE, opened
from page_fixtures import browser

from kg.views.folder import load

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "outputs" / "graph.html"

__all__ = ["browser"]


@pytest.fixture
def page(browser):
    with opened(browser, PAGE, load(ROOT / "outputs")) as page:
        yield page


def test_it_opens_without_network_on_the_most_connected_part(page):
    assert {"kge:north_korea", "kge:kim_jong_un", "kge:russia"} <= page.nodes()


def test_search_finds_kursk(page):
    page.tab.fill("#search", "Kursk")
    page.tab.keyboard.press("Enter")
    assert "Kursk Region" in page.text("#panel")


@pytest.mark.parametrize(
    ("source", "relation", "target", "status", "sentence"),
    [
        ("kge:kursk_region", "borders", "kge:ukraine", "asserted", "which borders Ukraine"),
        ("kge:north_korea", "deployed troops to", "kge:kursk_region", "inferred", "from the Kursk\nborder region"),
        ("kge:north_korea", "deployed troops to", "kge:ukraine", "planned", "Pyongyang could send additional troops"),
    ],
)
def test_clicking_an_edge_shows_its_sentence(page, source, relation, target, status, sentence):
    page.click("edgePoint", page.edge(source, relation, target, status))
    assert " ".join(sentence.split()) in " ".join(page.text("#panel").split())


def test_a_picture_for_the_readme(browser, tmp_path):
    folder = ROOT / "docs" if os.environ.get("KG_KEEP_PICTURES") else tmp_path
    with opened(browser, PAGE, load(ROOT / "outputs"), viewport=WIDE) as page:
        page.tab.wait_for_timeout(200)
        assert len(page.tab.screenshot(path=folder / "seeds.png")) > 15_000
