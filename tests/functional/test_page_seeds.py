"""The page of the seed articles, as committed: what a visitor does first.

KG_KEEP_PICTURES=1 keeps the pictures of docs/pictures: the graph at three widths in light and dark, other views once.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from page_browser import afresh, opened
from page_fixtures import browser

from kg.views.html import write_html
from kg.views.tables import load

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "outputs" / "graph.html"
WIDTHS = {"desktop": (1440, 900), "tablet": (820, 1100), "phone": (390, 844)}

__all__ = ["browser"]


@pytest.fixture(scope="module")
def desk(browser):
    with opened(browser, PAGE, load(ROOT / "outputs")) as page:
        yield page


@pytest.fixture
def page(desk):
    yield from afresh(desk)


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


# ---------------------------------------------------------------- pictures for people


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    """The page written afresh, for pictures of what the code draws now."""
    graph = load(ROOT / "outputs")
    file = tmp_path_factory.mktemp("pictures") / "graph.html"
    write_html(graph, file)
    return file, graph


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("desktop-light", {}),
        ("desktop-dark", {"n": "kge:kim_jong_un"}),
        ("tablet-light", {"n": "kge:kursk_region"}),
        ("tablet-dark", {}),
        ("phone-light", {}),
        ("phone-dark", {"n": "kge:kursk_region"}),
        ("desktop-light-sources", {"v": "sources"}),
        ("desktop-light-path", {"a": "kge:ju_ae", "b": "kge:ukraine"}),
        ("phone-dark-path", {"a": "kge:ju_ae", "b": "kge:ukraine"}),
        ("desktop-dark-table", {"v": "table"}),
        ("tablet-dark-timeline", {"v": "timeline"}),
    ],
)
def test_pictures(browser, seeds, tmp_path, name, link):
    folder = ROOT / "docs" / "pictures" if os.environ.get("KG_KEEP_PICTURES") else tmp_path
    width, scheme, *_ = name.split("-")
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    with opened(browser, *seeds, viewport=size, color_scheme=scheme) as page:
        page.at(**link)
        page.tab.wait_for_timeout(200)
        folder.mkdir(exist_ok=True)
        assert len(page.tab.screenshot(path=folder / f"{name}.png")) > 15_000
