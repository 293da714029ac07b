"""The page for everybody: keys alone, names for screen readers, contrast (WCAG 2.1 AA), paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_browser import NARROW, opened

pytest_plugins = "page_fixtures"

VIEWS = ("graph", "table", "timeline", "sources")

SCRIPTS = Path(__file__).with_name("page_checks.js").read_text("utf-8")
CONTRAST, NAMELESS, FOCUSED = (
    f"() => {{ {SCRIPTS} return {name}(); }}" for name in ("contrast", "nameless", "focused")
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_text_can_be_read(browser, disputed, scheme, view):
    with opened(browser, *disputed, color_scheme=scheme) as page:
        page.at(v=view, n="kge:north_korea")
        found = page.tab.evaluate(CONTRAST)
        assert (found["faint"], found["checked"] > 80) == ([], True)
        page.tab.keyboard.press("?")
        page.tab.fill("#search", "kor")
        assert page.tab.evaluate(CONTRAST)["faint"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_labels_of_the_picture_can_be_seen(page, scheme):
    colours = page.tab.evaluate("kgPage.colours")
    back = colours["ink"][scheme]["halo"]["color"]
    assert contrast(colours["ink"][scheme]["ink"], back) >= 4.5
    assert {status: contrast(line, back) >= 3 for status, line in colours["lines"][scheme].items()} == dict.fromkeys(
        ("asserted", "inferred", "claimed", "planned", "denied"), True
    )


def contrast(one, other):
    """As WCAG 2.1 defines it, of two colours "#rrggbb"."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(
        weight * (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
        for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
    )


@pytest.mark.parametrize(
    "link", [{"v": view} for view in VIEWS] + [{"n": "kge:france"}, {"a": "kge:japan", "b": "kge:kyiv"}]
)
def test_everything_has_a_name(page, link):
    page.at(**link)
    assert page.tab.evaluate(NAMELESS) == []


def test_tab_reaches_everything_and_shows_where_it_is(page):
    page.at(n="kge:north_korea")
    seen = {}
    for _ in range(120):
        page.tab.keyboard.press("Tab")
        name, marked = page.tab.evaluate(FOCUSED)
        seen.setdefault(name, marked)
        if name == "BODY":
            break
    wanted = {
        "search", "tab-graph", "toggle-theme", "toggle-help", "types:Country", "only:types:Country", "statuses:denied",
        "relation", "publisher", "article", "brush-from-40", "brush-to-40", "from", "to", "confidence", "Clear filters",
        "canvas", "show-all", "zoom-fit", "✕", "Path to …",
    }  # fmt: skip
    assert wanted - seen.keys() == set()
    assert [name for name, marked in seen.items() if not marked] == []


def test_a_reader_goes_by_keys_from_the_tabs_to_a_statement_and_back(page):
    page.tab.focus("#tab-graph")
    for name in ("tab-table", "tab-timeline", "tab-sources", "tab-graph", "tab-table"):
        page.tab.keyboard.press("ArrowRight")
        assert page.tab.evaluate("document.activeElement.id") == name
    page.tab.locator("tbody button").first.focus()
    page.tab.keyboard.press("Enter")
    assert page.text("#panel h2") == "Ankara – is capital of – Türkiye"
    page.tab.focus("#panel .close")
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("document.activeElement.innerText") == "Ankara"


@pytest.mark.parametrize(
    ("key", "seen"),
    [("2", "#view-table"), ("3", "#view-timeline"), ("4", "#view-sources"), ("1", "#canvas"), ("?", "#help")],
)
def test_a_key_opens_a_view(page, key, seen):
    page.tab.keyboard.press(key)
    assert page.tab.locator(seen).is_visible()


def test_what_is_chosen_is_said(page):
    page.tab.focus("#canvas")
    page.tab.keyboard.press("ArrowRight")
    assert page.tab.text_content("#said") == "United Nations, Organization, 25 neighbours"


def test_filters_of_a_phone_open_and_close_by_keys(phone):
    phone.tab.focus("#toggle-filters")
    phone.tab.keyboard.press("Enter")
    assert phone.tab.evaluate("document.activeElement.id") == "close-filters"
    phone.tab.keyboard.press("Escape")
    assert phone.tab.locator("#filters").is_hidden()
    assert phone.tab.evaluate("document.activeElement.id") == "toggle-filters"


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_runs_over_a_phone_sideways(browser, disputed, view):
    with opened(browser, *disputed, viewport=NARROW) as page:
        page.at(v=view, n="kge:kursk_region")
        assert page.tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        wide = f"[...document.querySelectorAll('#view-{view} *')].filter((each) => each.scrollWidth > 400).length"
        assert page.tab.evaluate(wide) == 0


@pytest.mark.parametrize("view", VIEWS)
def test_paper_shows_the_view_and_its_filters(page, view):
    page.at(v=view, p="Atlas Review", k="denied", theme="dark", n="kge:kursk_region")
    page.tab.emulate_media(media="print")
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.tab.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.text("#printed") == "Filtered: without denied; publisher Atlas Review"
    assert [page.tab.locator(part).is_visible() for part in ("#filters", ".tabs", "#panel .actions >> nth=0")] == [
        False
    ] * 3
    assert page.tab.locator(f"#view-{view}").is_visible()
    assert len(page.tab.pdf()) > 20_000
    page.tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.tab.evaluate("document.documentElement.dataset.theme") == "dark"
