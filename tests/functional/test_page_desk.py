"""The page at a news desk: links sent and opened again, the Back button, a finger, paper, words that cover nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_browser import opened, written
from page_graph import sample_graph

pytest_plugins = "page_fixtures"

REPORTED = "kge:signature-treaty_of_rome"


# ---------------------------------------------------------------- words on edges


@pytest.mark.parametrize("node", ["kge:united_nations", "kge:russia"])
def test_words_on_the_edges_of_a_node_cover_neither_names_nor_each_other(page, node):
    page.at(n=node)
    page.until("Object.keys(kgPage.wordBoxes()).length > 4")
    words, names = (list(page.tab.evaluate(f"kgPage.{boxes}()").values()) for boxes in ("wordBoxes", "labelBoxes"))
    pairs = [(a, b) for i, a in enumerate(words) for b in [*words[:i], *names]]
    assert [(a, b) for a, b in pairs if _crosses(a, b)] == []


def _crosses(a, b):
    """By more than a pixel, to which boxes are rounded."""
    wide, high = (
        min(a["right"], b["right"]) - max(a["left"], b["left"]),
        min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]),
    )
    return wide > 1 and high > 1


def test_the_words_of_a_chosen_edge_are_always_read(page):
    edge = page.edge("kge:north_korea", "sends troops to", "kge:russia", "claimed")
    page.click("edgePoint", edge)
    assert edge in page.tab.evaluate("kgPage.wordBoxes()")


def test_close_by_all_words_are_read_and_from_afar_none(page):
    assert page.tab.evaluate("kgPage.wordBoxes()") == {}
    for _ in range(6):
        page.tab.keyboard.press("+")
    page.until("Object.keys(kgPage.wordBoxes()).length > 2")


# ---------------------------------------------------------------- events that are not asserted


@pytest.fixture(scope="module")
def reported(browser, tmp_path_factory):
    graph = sample_graph()
    graph.events[REPORTED] = replace(graph.events[REPORTED], asserted=False)
    with opened(browser, *written(graph, tmp_path_factory)) as page:
        yield page


def test_the_legend_tells_an_event_that_is_not_asserted_apart_and_hides_it(reported):
    reported.at()
    row = reported.tab.locator(".row", has=reported.tab.locator("[data-filter='types:Event not asserted']"))
    assert row.inner_text().split() == ["Event", "not", "asserted", "only", "1"]
    assert row.locator("polygon").get_attribute("fill") == "none"
    row.get_by_role("checkbox").uncheck()
    assert REPORTED not in reported.nodes()
    assert "kge:signature-treaty_of_lisbon" in reported.nodes()


def test_the_help_tells_what_lines_and_hollow_signs_mean(page):
    page.tab.keyboard.press("?")
    told = page.text("#help")
    for words in (
        "Inferred by a rule: a rule concludes it",
        "Denied: somebody says that it is not so",
        "Hollow: an event",
    ):
        assert words in told
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#help").is_hidden()


# ---------------------------------------------------------------- links and the Back button


ALL_FILTERS = {
    "t": ["City", "Event"], "k": ["denied"], "r": "kgo:is-member-of", "p": "Brussels Gazette", "d": "members",
    "from": "2025-01-01", "to": "2025-12-31", "c": "0.5", "n": "kge:france", "theme": "dark",
}  # fmt: skip
FIELDS = ("relation", "publisher", "article", "from", "to", "confidence")


def test_a_link_with_every_filter_opens_the_same_view_after_two_more_articles(page, disputed_desk):
    views = []
    for each in (page, disputed_desk):
        each.at(**ALL_FILTERS)
        fields = [each.tab.input_value(f"[data-filter={name}]") for name in FIELDS]
        boxes = [each.tab.is_checked(f"[data-filter='{box}']") for box in ("types:City", "statuses:denied")]
        views.append([each.nodes(), fields, boxes, each.text("#panel h2"), each.tab.evaluate("location.hash")])
    assert views[0] == views[1]
    assert len(views[0][0]) == 15
    assert page.tab.locator("#notice").is_hidden()


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({"n": "kge:nowhere"}, "kge:nowhere. The rest"),
        ({"d": "gone", "n": "kge:france", "s": ["1", "2", "3"]}, "1, 2, 3 and 1 more. The rest"),
        ({"r": "<img src=x>"}, "<img src=x>. The rest"),
    ],
)
def test_a_link_to_what_is_not_there_says_so_calmly(page, link, told):
    page.at(**link)
    assert told in page.text("#notice")
    page.tab.get_by_role("button", name="Close notice").click()
    assert page.tab.locator("#notice").is_hidden()
    assert page.text("#count") == "Showing 40 of 71 nodes."


def test_escape_closes_what_lies_on_top_first(page):
    page.at(d="gone", n="kge:france")
    for hidden in ("#panel", "#notice"):
        assert page.tab.locator("#notice").is_visible()
        page.tab.keyboard.press("Escape")
        assert page.tab.locator(hidden).is_hidden()


def test_a_link_to_a_hidden_node_opens_it_among_its_neighbours(page):
    hidden = "kge:lausanne"
    assert hidden not in page.nodes()
    page.at(n=hidden)
    assert {hidden, "kge:international_olympic_committee"} <= page.nodes()


def test_show_in_graph_brings_the_neighbours_too(page):
    page.at(v="table", n="kge:lausanne")
    page.tab.get_by_role("button", name="Show in graph").click()
    assert {"kge:lausanne", "kge:international_olympic_committee"} <= page.nodes()


def test_the_back_button_goes_back_from_node_to_node_and_view_to_view(page):
    for name in ("Tokyo", "Paris"):
        page.tab.fill("#search", name)
        page.tab.press("#search", "Enter")
    page.tab.click("#tab-table")
    page.tab.fill("[aria-label='Filter rows']", "seat")
    seen = []
    for _ in range(3):
        page.tab.go_back()
        page.until("true")
        seen.append((page.tab.evaluate("kgPage.state.view"), page.tab.evaluate("kgPage.state.node")))
    assert seen == [("graph", "kge:paris"), ("graph", "kge:tokyo"), ("graph", None)]
    page.tab.go_forward()
    assert page.text("#panel h2") == "Tokyo"


def test_a_walk_with_arrow_keys_is_one_step_back(page):
    page.tab.focus("#canvas")
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight"):
        page.tab.keyboard.press(key)
    page.tab.go_back()
    page.until("kgPage.state.node === null")


def test_filters_are_no_step_back(page):
    page.click("nodePoint", "kge:france")
    page.tab.uncheck("[data-filter='types:City']")
    page.tab.select_option("select[data-filter=publisher]", "Atlas Review")
    page.tab.go_back()
    page.until("kgPage.state.node === null")


# ---------------------------------------------------------------- few nodes of a large picture


@pytest.mark.parametrize(
    "link", [{"d": "claims"}, {"f": "kge:united_nations"}, {"r": "kgo:has-its-seat-in"}, {"from": "2016-01-01"}]
)
def test_what_a_filter_shows_is_in_sight_and_its_names_do_not_collide(page, link):
    page.at(**link)
    canvas, boxes = page.tab.locator("#canvas").bounding_box(), page.tab.evaluate("Object.values(kgPage.labelBoxes())")
    assert len(boxes) > 6
    assert [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if _crosses(a, b)] == []
    right, bottom = canvas["x"] + canvas["width"], canvas["y"] + canvas["height"]
    assert [b for b in boxes if not (canvas["x"] < b["left"] < b["right"] < right and b["bottom"] < bottom)] == []


def test_expanded_neighbours_stand_beside_their_node_and_nothing_else_moves(page):
    page.click("nodePoint", "kge:japan")
    page.tab.wait_for_timeout(450)  # the chosen node has come into sight
    before = page.tab.evaluate("kgPage.nodePoint('kge:france')")
    page.tab.click("#panel .expand")
    tokyo, japan, after = (page.tab.evaluate(f"kgPage.nodePoint('kge:{n}')") for n in ("tokyo", "japan", "france"))
    assert after == pytest.approx(before, abs=1)
    assert abs(tokyo["x"] - japan["x"]) + abs(tokyo["y"] - japan["y"]) < 500


def test_the_panel_moves_the_picture_no_more_than_it_must(page):
    page.click("nodePoint", "kge:japan")
    page.tab.wait_for_timeout(450)
    panel = page.tab.locator("#panel").bounding_box()
    japan, france = (page.tab.evaluate(f"kgPage.nodePoint('kge:{n}')") for n in ("japan", "france"))
    assert 40 < panel["x"] - japan["x"] < 200
    assert 240 < france["x"] < japan["x"]


def test_a_focus_under_a_filter_keeps_only_what_an_edge_joins(page):
    page.at(f="kge:france", r="kgo:borders")
    assert page.nodes() == {"kge:france", "kge:germany", "kge:belgium", "kge:spain", "kge:italy"}


# ---------------------------------------------------------------- expanding


def test_the_panel_offers_only_what_it_can_add(page):
    page.click("nodePoint", "kge:japan")
    assert page.text("#panel .expand") == "Expand 1 neighbour"
    page.at(n="kge:japan", all=1)
    assert page.tab.locator("#panel .expand").count() == 0
    assert page.tab.get_by_role("button", name="Only this and its neighbours").is_visible()


def test_confidence_is_told_while_its_handle_is_dragged(page):
    slider = page.tab.locator("[data-filter=confidence]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.tab.mouse.move(box["x"] + 8, box["y"] + box["height"] / 2)
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    assert page.text("#least") in ("Confidence at least 0.45", "Confidence at least 0.50", "Confidence at least 0.55")
    assert page.tab.evaluate("kgPage.state.confidence") == 0
    page.tab.mouse.up()
    assert page.tab.evaluate("kgPage.state.confidence") > 0.4


# ---------------------------------------------------------------- names, fingers


def test_a_click_on_a_name_opens_its_node(page):
    box = page.tab.evaluate("kgPage.labelBoxes()")["kge:canada"]
    page.tab.mouse.click((box["left"] + box["right"]) / 2, box["bottom"] - 12)
    assert page.text("#panel h2") == "Canada"


def test_a_finger_that_misses_a_small_sign_opens_it_all_the_same(phone):
    centre = phone.tab.locator("#canvas").bounding_box()
    points = {node: phone.tab.evaluate(f"kgPage.nodePoint({node!r})") for node in phone.nodes()}
    middle = (centre["x"] + centre["width"] / 2, centre["y"] + centre["height"] / 2)
    node, at = min(points.items(), key=lambda item: abs(item[1]["x"] - middle[0]) + abs(item[1]["y"] - middle[1]))
    phone.tab.touchscreen.tap(at["x"] + 8, at["y"] - 9)
    phone.until(f"kgPage.state.node === {node!r}")


SMALL = """() => [...document.querySelectorAll("button, input, select, a, summary, label")]
  .filter((each) => each.checkVisibility() && !(each.type === "checkbox"))
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && (width < 24 || height < 24)).map(([name]) => name)"""


@pytest.mark.parametrize("link", [{"v": "table"}, {"v": "timeline"}, {"n": "kge:kursk_region"}])
def test_nothing_is_too_small_for_a_finger(phone, link):
    phone.at(**link)
    phone.tab.tap("#toggle-filters")
    assert phone.tab.evaluate(SMALL) == []


# ---------------------------------------------------------------- paper


@pytest.mark.parametrize(("view", "seen"), [("graph", True), ("table", False)])
def test_paper_tells_what_the_marks_of_the_picture_mean(page, view, seen):
    page.at(v=view, t="City")
    page.tab.emulate_media(media="print")
    marks = page.tab.locator("#marks")
    assert marks.is_visible() is seen
    told = marks.inner_text() if seen else "Country Denied"
    assert ("Country" in told, "Denied" in told, "City" in told) == (True, True, False)


def test_paper_does_not_squeeze_the_picture(page):
    page.tab.emulate_media(media="print")
    assert (
        page.tab.locator("#canvas canvas").first.evaluate("(canvas) => getComputedStyle(canvas).objectFit") == "contain"
    )
