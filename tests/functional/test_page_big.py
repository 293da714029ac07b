"""The page of a large graph, which sigma draws: what a person does with it, and that text stays text there too."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from page_browser import afresh, opened, written
from page_graph import sample_graph
from test_page_hostile import HOSTILE, calm, cut, hostile_graph, many_voices

from kg.model import Document, Evidence
from kg.views import html

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from made_network import made_network

pytest_plugins = "page_fixtures"

INKED = (
    "(() => { const canvas = document.querySelector('#canvas canvas.sigma-labels');"
    " const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
    " return dots.filter((part, place) => place % 4 === 3 && part > 0).length; })()"
)

WITHOUT = """
const get = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.includes("webgl") ? null : get.call(this, kind, ...more);
};
"""


def drawn_by_sigma(graph, folders):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "VIS_NODES", 0)
        return written(graph, folders)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return drawn_by_sigma(sample_graph(), tmp_path_factory)


@pytest.fixture(scope="module")
def desk(browser, small):
    with opened(browser, *small) as page:
        yield page


@pytest.fixture
def page(desk):
    for page in afresh(desk):
        assert page.tab.evaluate("kgPage.kind") == "sigma"
        page.until("Object.keys(kgPage.labelBoxes()).length")
        yield page


@pytest.fixture(scope="module")
def large(browser, tmp_path_factory):
    with opened(browser, *written(made_network(2100, 3000), tmp_path_factory)) as page:
        yield page


# ---------------------------------------------------------------- more than 2,000 nodes


def test_above_two_thousand_nodes_sigma_draws_the_most_connected_part(large):
    large.at()
    assert large.tab.evaluate("kgPage.kind") == "sigma"
    assert large.text("#count") == "Showing 40 of 2,100 nodes."


def test_all_of_a_large_graph_is_drawn(large):
    large.at(all=1)
    assert len(large.nodes()) == 2100
    assert len(large.tab.evaluate("kgPage.edges()")) == len(large.tab.evaluate("kgPage.edgeList()"))


def test_search_finds_a_node_that_is_not_drawn(large):
    large.at()
    hidden = next(e for e in large.graph.entities.values() if e.id not in large.nodes())
    large.tab.fill("#search", hidden.label)
    large.tab.press("#search", "Enter")
    assert large.text("#panel h2") == hidden.label


def test_a_filter_narrows_a_large_graph(large):
    large.at(all=1)
    large.tab.uncheck("[data-filter='types:Person']")
    shown = {large.graph.entities[n].type for n in large.nodes()}
    assert "Person" not in shown
    assert len(shown) == 8


def test_up_to_two_thousand_nodes_bring_no_second_library(tmp_path_factory):
    file, _ = written(sample_graph(), tmp_path_factory)
    assert "globalThis.kgSigma" not in file.read_text(encoding="utf-8")


def test_a_filtered_part_of_a_large_graph_is_in_sight(large):
    large.at(d="article-00003")
    canvas = large.tab.locator("#canvas").bounding_box()
    points = [large.tab.evaluate(f"kgPage.nodePoint({node!r})") for node in large.nodes()]
    assert len(points) > 20
    xs, ys = sorted(p["x"] - canvas["x"] for p in points), sorted(p["y"] - canvas["y"] for p in points)
    assert (xs[0] > 0, xs[-1] < canvas["width"], ys[0] > 0, ys[-1] < canvas["height"]) == (True,) * 4
    assert max(xs[-1] - xs[0], ys[-1] - ys[0]) > 300


def test_paper_has_the_picture_that_the_graphics_card_drew(page):
    ink = "(sheet) => sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data.filter(Boolean).length"
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    words = page.tab.locator("canvas.sigma-labels").evaluate(ink)
    assert page.tab.locator("#canvas .paper").evaluate(ink) > 1.2 * words
    page.tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.tab.locator("#canvas .paper").count() == 0


# ---------------------------------------------------------------- the picture


def test_labels_are_drawn_and_do_not_collide(page):
    boxes = list(page.tab.evaluate("kgPage.labelBoxes()").values())
    crossing = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if _cross(a, b) and _cross(b, a)]
    assert crossing == []
    assert len(boxes) > 30
    assert page.tab.evaluate(INKED) > 5_000


def test_words_on_the_edges_of_a_node_cover_neither_names_nor_each_other(page):
    page.at(n="kge:united_nations")
    page.until("Object.keys(kgPage.wordBoxes()).length > 4")
    words, names = (list(page.tab.evaluate(f"kgPage.{boxes}()").values()) for boxes in ("wordBoxes", "labelBoxes"))
    pairs = [(a, b) for i, a in enumerate(words) for b in [*words[:i], *names]]
    assert [(a, b) for a, b in pairs if _cross(a, b) and _cross(b, a)] == []


def _cross(a, b):
    return a["left"] < b["right"] and a["top"] < b["bottom"]


def test_a_click_on_a_node_opens_it_and_one_beside_closes_it(page):
    page.click("nodePoint", "kge:north_korea")
    assert page.text("#panel h2") == "North Korea"
    page.tab.wait_for_timeout(500)  # sooner it would be a double click, of which sigma makes no click
    page.tab.mouse.click(*_empty_place(page))
    page.until("document.getElementById('panel').hidden")


def _empty_place(page):
    """The place of the picture, in pixels of the window, that is farthest from every node."""
    points = [page.tab.evaluate(f"kgPage.nodePoint({json.dumps(node)})") for node in page.nodes()]
    box = page.tab.locator("#canvas").bounding_box()
    places = [
        (box["x"] + box["width"] * i / 20, box["y"] + box["height"] * j / 20)
        for i in range(2, 14)
        for j in range(2, 19)
    ]
    return max(places, key=lambda at: min((at[0] - p["x"]) ** 2 + (at[1] - p["y"]) ** 2 for p in points if p))


@pytest.mark.parametrize(
    ("source", "relation", "target", "status", "sentence"),
    [
        ("kge:north_korea", "borders", "kge:south_korea", "asserted", "North Korea borders South Korea."),
        ("kge:north_korea", "sends troops to", "kge:russia", "claimed", "North Korea may send troops to Russia"),
        ("kge:russia", "✕ sends troops to", "kge:north_korea", "denied", "Russia does not send troops to North Korea."),
        ("kge:signature-paris_agreement", "agent", "kge:japan", "asserted", "Japan signed the Paris Agreement in New"),
    ],
)
def test_each_of_several_edges_can_be_clicked(page, source, relation, target, status, sentence):
    page.click("edgePoint", page.edge(source, relation, target, status))
    page.until("!document.getElementById('panel').hidden")
    assert sentence in page.text("#panel blockquote mark >> nth=0")


def test_nodes_stay_where_they_are_when_the_panel_opens(page):
    before = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    page.click("nodePoint", "kge:austria")
    after = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    assert after == pytest.approx(before, abs=1)


def test_a_double_click_expands(page):
    place = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    page.tab.mouse.dblclick(place["x"], place["y"])
    page.until("kgPage.nodes().includes('kge:tokyo')")


def test_expanding_shows_neighbours_and_collapsing_hides_them(page):
    page.click("nodePoint", "kge:japan")
    page.tab.click("#panel .expand")
    assert "kge:tokyo" in page.nodes()
    page.tab.click("#panel .expand")
    assert "kge:tokyo" not in page.nodes()


def test_zooming_and_fitting(page):
    def width():
        first, last = (page.tab.evaluate(f"kgPage.nodePoint('kge:{n}').x") for n in ("france", "japan"))
        return abs(first - last)

    before = width()
    page.tab.click("#zoom-in")
    assert width() == pytest.approx(before * 1.25, rel=0.01)
    page.tab.click("#zoom-fit")
    assert width() == pytest.approx(before, rel=0.01)


def test_arrow_keys_go_from_node_to_node(page):
    page.tab.focus("#canvas")
    page.tab.keyboard.press("ArrowRight")
    first = page.text("#panel h2")
    page.tab.keyboard.press("ArrowLeft")
    assert page.text("#panel h2") != first


def test_dark_and_light_differ(page):
    light = page.tab.locator("#canvas").screenshot()
    page.tab.click("#toggle-theme")
    page.tab.wait_for_timeout(150)
    assert page.tab.locator("#canvas").screenshot() != light


def test_a_hand_points_at_what_can_be_clicked(page):
    place = page.tab.evaluate("kgPage.nodePoint('kge:france')")
    page.tab.mouse.move(place["x"], place["y"])
    page.until("document.getElementById('canvas').style.cursor === 'pointer'")
    page.tab.mouse.move(240, 140)
    page.until("document.getElementById('canvas').style.cursor === ''")


def test_a_view_comes_back_after_the_table(page):
    page.tab.click("#tab-table")
    page.tab.click("#tab-graph")
    page.click("nodePoint", "kge:united_nations")
    assert page.text("#panel h2") == "United Nations"


def test_without_webgl_the_other_library_draws(browser, small):
    with opened(browser, *small) as page:
        page.tab.add_init_script(WITHOUT)
        page.at()
        assert page.tab.evaluate("kgPage.kind") == "vis"
        page.click("nodePoint", "kge:north_korea")
        assert page.text("#panel h2") == "North Korea"


# ---------------------------------------------------------------- text is data


@pytest.fixture(scope="module")
def hostile(browser, tmp_path_factory):
    with opened(browser, *drawn_by_sigma(hostile_graph(), tmp_path_factory)) as page:
        page.at(all=1)
        yield page


def test_hostile_text_never_runs(hostile):
    tab = hostile.tab
    before = tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length")
    for payload in HOSTILE:
        node = next(e.id for e in hostile.graph.entities.values() if e.label == payload)
        tab.evaluate("(id) => { location.hash = new URLSearchParams({ all: 1, n: id }); }", node)
        hostile.until(f"kgPage.state.node === {node!r}")
        place = tab.evaluate("(id) => kgPage.nodePoint(id)", node)
        tab.mouse.move(place["x"], place["y"])
        assert tab.locator("#panel h2 bdi").evaluate("(found) => found.textContent") == cut(payload)
    assert tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length") == before
    assert calm(hostile)


def test_every_payload_is_on_a_path_that_sigma_draws(browser, tmp_path_factory):
    with opened(browser, *drawn_by_sigma(many_voices(), tmp_path_factory)) as page:
        for number, payload in enumerate(HOSTILE[::4]):
            ends = [f"kge:n{(4 * number + step) % len(HOSTILE)}" for step in (-1, 1)]
            page.tab.evaluate("([a, b]) => { location.hash = new URLSearchParams({ a, b }); }", ends)
            page.until(f"kgPage.state.pathFrom === {ends[0]!r}")
            assert cut(payload) in page.tab.locator("#panel .way > li > .link").evaluate_all(
                "(found) => found.map((each) => each.textContent)"
            )
        assert page.tab.evaluate("kgPage.kind") == "sigma"
        assert calm(page)


# ---------------------------------------------------------------- passages


def test_a_quote_in_a_long_paragraph_stands_among_as_much_of_it_as_one_reads(browser, tmp_path_factory):
    graph = sample_graph()
    key, told = next(item for item in graph.statements.items() if item[1].object.label == "Germany")
    text = "word " * 5000
    graph.documents["long"] = Document("long", text)
    quote = Evidence("long", 10_000, 10_004, "word", "w", "w", True, 0.9)
    graph.statements = {key: replace(told, evidence=(quote,))}
    with opened(browser, *written(graph, tmp_path_factory)) as page:
        page.at(s=key)
        passage = page.text("#panel blockquote >> nth=0")
    assert 1200 < len(passage) < 1500
    assert set(passage.split()) == {"word", "…"}
