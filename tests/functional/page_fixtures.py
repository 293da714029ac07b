"""Fixtures of the page's tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_browser import CHROMIUM, FLAGS, NARROW, Opened, afresh, opened, written
from page_graph import disputed_graph, sample_graph

from kg.graph import KnowledgeGraph


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    if CHROMIUM is None and not (os.environ.get("CI") or os.environ.get("KG_REQUIRE_BROWSER")):
        pytest.skip("no chromium; set KG_CHROMIUM to its path")
    assert CHROMIUM is not None, "no chromium, and CI or KG_REQUIRE_BROWSER asks for it"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KnowledgeGraph]:
    return written(sample_graph(), tmp_path_factory)


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KnowledgeGraph]:
    return written(disputed_graph(), tmp_path_factory)


@pytest.fixture(scope="module")
def desk(browser: object, sample: tuple[Path, KnowledgeGraph]) -> Iterator[Opened]:
    with opened(browser, *sample) as page:
        yield page


@pytest.fixture(scope="module")
def disputed_desk(browser: object, disputed: tuple[Path, KnowledgeGraph]) -> Iterator[Opened]:
    with opened(browser, *disputed) as page:
        yield page


@pytest.fixture(scope="module")
def pocket(browser: object, sample: tuple[Path, KnowledgeGraph]) -> Iterator[Opened]:
    touch = {"viewport": NARROW, "has_touch": True, "is_mobile": True}
    with opened(browser, *sample, color_scheme="dark", **touch) as page:
        yield page


@pytest.fixture
def page(desk: Opened) -> Iterator[Opened]:
    yield from afresh(desk)


@pytest.fixture
def sources(disputed_desk: Opened) -> Iterator[Opened]:
    """The view of where sources agree."""
    for page in afresh(disputed_desk):
        page.tab.click("#tab-sources")
        yield page


@pytest.fixture
def phone(pocket: Opened) -> Iterator[Opened]:
    yield from afresh(pocket)
