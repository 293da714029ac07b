"""Paths, the bars of the timeline, and where sources agree: clicked, typed, dragged and read in a headless browser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_browser import NARROW, opened, written
from page_graph import sample_graph

from kg.model import Relation

pytest_plugins = "page_fixtures"

# ---------------------------------------------------------------- a path between two nodes


def path(page):
    """The nodes of the path in the panel and, between them, the arrow and relation of each edge."""
    return [line for line in page.text("#panel .way").split("\n") if line]


NORTH_KOREA_TO_KYIV = [
    "North Korea", "↓ Asserted is in", "United Nations", "↑ Asserted is in", "Ukraine",
    "↑ Asserted is capital of", "Kyiv",
]  # fmt: skip


def test_a_path_is_picked_with_two_clicks(page):
    page.click("nodePoint", "kge:japan")
    page.tab.get_by_role("button", name="Path to").click()
    assert "Path from Japan: click the other end" in page.text("#picking")
    page.tab.wait_for_timeout(450)  # the chosen node has come into sight
    page.click("nodePoint", "kge:france")
    assert page.text("#panel h2") == "Japan to France"
    assert page.text("#panel .kind >> nth=0").startswith("Path of 2 steps")
    assert (path(page)[0], path(page)[-1]) == ("Japan", "France")
    assert page.tab.locator("#picking").is_hidden()


def test_the_other_end_is_searched_for(page):
    page.at(n="kge:north_korea")
    page.tab.get_by_role("button", name="Path to").click()
    page.tab.fill("#search", "kyiv")
    page.tab.press("#search", "Enter")
    assert path(page) == NORTH_KOREA_TO_KYIV
    assert {"kge:north_korea", "kge:united_nations", "kge:ukraine", "kge:kyiv"} <= page.nodes()


def test_a_path_is_picked_with_keys_alone(page):
    for name in ("North Korea", "Kyiv"):
        page.tab.keyboard.press("/")
        page.tab.keyboard.type(name)
        page.tab.keyboard.press("Enter")
        if name == "North Korea":
            page.tab.keyboard.press("p")
    assert path(page) == NORTH_KOREA_TO_KYIV
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#panel").is_hidden()
    assert page.tab.evaluate("location.hash") == ""


def test_a_path_lists_every_statement_of_its_steps(page):
    page.at(a="kge:north_korea", b="kge:russia")
    assert path(page)[1:-1] == ["↓ Claimed or possible sends troops to", "↑ Denied sends troops to"]
    quotes = page.tab.locator("#panel blockquote mark").all_inner_texts()
    assert [quote.split(",")[0] for quote in quotes] == [
        "North Korea may send troops to Russia", "Russia does not send troops to North Korea.",
    ]  # fmt: skip


def test_a_path_goes_over_what_the_filters_let_pass(page):
    page.at(a="kge:north_korea", b="kge:kyiv")
    page.tab.uncheck("[data-filter='types:Organization']")
    assert [line for line in path(page) if line[0] not in "↑↓"] == ["North Korea", "Russia", "Ukraine", "Kyiv"]
    page.tab.select_option("select[data-filter=relation]", "kgo:signed")
    assert "No path joins these two" in page.text("#panel")
    page.tab.locator("#panel").get_by_role("button", name="Clear filters").click()
    assert path(page) == NORTH_KOREA_TO_KYIV


def test_a_path_is_turned_round_and_kept_in_the_link(page):
    page.at(a="kge:north_korea", b="kge:kyiv")
    page.tab.get_by_role("button", name="Turn round").click()
    assert (path(page)[0], path(page)[1]) == ("Kyiv", "↓ Asserted is capital of")
    page.tab.reload()
    assert page.text("#panel h2") == "Kyiv to North Korea"


def test_from_a_node_of_the_path_one_comes_back(page):
    page.at(a="kge:north_korea", b="kge:kyiv")
    page.tab.locator("#panel .way").get_by_role("button", name="Ukraine", exact=True).click()
    assert page.text("#panel h2") == "Ukraine"
    page.tab.get_by_role("button", name="Back to the path").click()
    assert path(page) == NORTH_KOREA_TO_KYIV


# ---------------------------------------------------------------- the bars of the timeline


@pytest.fixture
def timeline(page):
    page.tab.click("#tab-timeline")
    return page


def days(page):
    return page.tab.locator("#view-timeline time").all_inner_texts()


def drag(page, start, end, *, within="#view-timeline"):
    """From one share of the bars' width to another."""
    page.tab.locator(f"{within} .track").scroll_into_view_if_needed()
    box = page.tab.locator(f"{within} .track").bounding_box()
    page.tab.mouse.move(box["x"] + start * box["width"], box["y"] + 12)
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + (start + end) / 2 * box["width"], box["y"] + 14)
    page.tab.mouse.move(box["x"] + end * box["width"], box["y"] + 14)
    page.tab.mouse.up()


def pull(page, name, share, *, within="#view-timeline"):
    """A handle to a share of the bars' width."""
    page.tab.locator(f"{within} .track").scroll_into_view_if_needed()
    handle, track = (page.tab.locator(f"{within} {part}").bounding_box() for part in (f".handle.{name}", ".track"))
    page.tab.mouse.move(handle["x"] + 6, handle["y"] + 14)
    page.tab.mouse.down()
    page.tab.mouse.move(track["x"] + share * track["width"], handle["y"] + 14, steps=3)
    page.tab.mouse.up()


def test_the_timeline_lists_what_has_a_date(timeline):
    assert timeline.text("#view-timeline .bar").startswith("12 dated statements")
    assert "signature of the Treaty of Lisbon" in timeline.text("#view-timeline")
    assert days(timeline) == ["1957-03-25", "2007-12-13", "2016-04-22"]


def test_dragging_over_bars_chooses_a_range(timeline):
    drag(timeline, 0.002, 0.1)
    assert days(timeline) == ["1957-03-25"]
    assert timeline.tab.input_value("[data-filter=from]") == ""
    assert timeline.tab.input_value("[data-filter=to]") == "1963-12-31"
    timeline.tab.click("#all-dates")
    assert len(days(timeline)) == 3


def test_handles_are_pulled_and_the_range_is_moved(timeline):
    pull(timeline, "from", 0.5)
    assert days(timeline) == ["2007-12-13", "2016-04-22"]
    pull(timeline, "to", 0.8)
    assert days(timeline) == ["2007-12-13"]
    drag(timeline, 0.6, 0.05)
    assert days(timeline) == ["1957-03-25"]


def test_a_click_chooses_a_bar_and_another_click_all(timeline):
    for expected in (["1957-03-25"], ["1957-03-25", "2007-12-13", "2016-04-22"]):
        timeline.tab.locator("#view-timeline .track").click(position={"x": 6, "y": 120})
        assert days(timeline) == expected


def test_handles_obey_keys_and_say_their_day(timeline):
    handle = timeline.tab.get_by_role("tabpanel").get_by_role("slider", name="From")
    handle.focus()
    assert handle.get_attribute("aria-valuetext") == "the beginning"
    timeline.tab.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuetext") == "1958-01-01"
    assert days(timeline) == ["2007-12-13", "2016-04-22"]
    timeline.tab.keyboard.press("PageUp")
    assert handle.get_attribute("aria-valuenow") == "8"
    timeline.tab.keyboard.press("Home")
    assert len(days(timeline)) == 3
    timeline.tab.keyboard.press("Tab")
    timeline.tab.keyboard.press("PageDown")
    assert days(timeline) == ["1957-03-25", "2007-12-13", "2016-04-22"]
    assert timeline.tab.input_value("[data-filter=to]") == "2018-12-31"


def test_bars_in_the_filters_narrow_the_picture_and_the_link_keeps_it(page):
    pull(page, "to", 0.1, within="#filters")
    assert page.nodes() == {
        "kge:france", "kge:italy", "kge:belgium", "kge:rome", "kge:treaty_of_rome", "kge:signature-treaty_of_rome",
    }  # fmt: skip
    page.tab.reload()
    assert page.text("#filters .told") == "From the beginning to 1959-12-31"


def test_a_finger_drags_a_handle(browser, sample):
    with opened(browser, *sample, viewport=NARROW, has_touch=True) as page:
        page.tab.tap("#tab-timeline")
        box = page.tab.locator("#view-timeline .track").bounding_box()
        finger = page.tab.context.new_cdp_session(page.tab)
        for kind, share in (("touchStart", 1), ("touchMove", 0.9), ("touchMove", 0.2), ("touchEnd", None)):
            point = {"x": box["x"] + (share or 0) * box["width"], "y": box["y"] + 60}
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point] if share else []})
        page.until("kgPage.state.to !== ''")
        assert days(page) == ["1957-03-25"]


# ---------------------------------------------------------------- where sources agree


def test_sources_are_set_side_by_side(sources):
    assert sources.tab.locator("#view-sources h2").all_inner_texts() == ["Contradicted", "Told differently", "Agreed"]
    denied = sources.tab.locator(".matter.deny")
    assert denied.locator("h3").inner_text() == "Switzerland is member of NATO"
    assert denied.locator("h4").all_inner_texts() == ["Say so", "Deny it"]
    assert [text.split("\n")[0] for text in denied.locator("li").all_inner_texts()] == [
        "Asserted Harbour Post", "Denied Evening Standard-Bearer",
    ]  # fmt: skip


def test_numbers_that_differ_stand_side_by_side(sources):
    differing = sources.tab.locator(".matter.differ")
    assert "2 sources · differ in quantity" in differing.inner_text()
    assert sorted(differing.locator(".chip").all_inner_texts()) == ["3,000 soldiers", "600 soldiers"]
    quotes = differing.locator("blockquote").all_inner_texts()
    assert sorted(quotes) == [f"North Korea lends {number} soldiers to China." for number in ("3,000", "600")]


def test_what_two_articles_tell_alike_is_agreed(sources):
    agreed = sources.tab.locator(".matter.agree")
    assert agreed.locator("h3").all_inner_texts() == ["Kursk Region borders Ukraine"]
    assert agreed.locator("a").evaluate_all("(links) => links.map((link) => link.pathname)") == ["/harbour", "/places"]


def test_a_verdict_is_chosen_and_kept_in_the_link(sources):
    sources.tab.get_by_role("button", name="Contradicted").click()
    sources.tab.reload()
    assert sources.tab.locator(".matter h3").all_inner_texts() == ["Switzerland is member of NATO"]
    assert sources.tab.get_by_role("button", name="Contradicted").get_attribute("aria-pressed") == "true"


def test_the_filters_hold_for_sources_too(sources):
    sources.tab.select_option("select[data-filter=publisher]", "Canal Times")
    assert sources.tab.locator(".matter h3").all_inner_texts() == ["North Korea lends soldiers to China"]
    sources.tab.uncheck("[data-filter='types:Country']")
    assert "Nothing that several sources tell passes" in sources.text("#view-sources")


def test_from_a_source_to_its_statement_and_back(sources):
    sources.tab.locator(".matter.deny").get_by_role("button", name="Details").first.click()
    assert "Harbour Post" in sources.text("#panel")
    sources.tab.click("#tab-graph")
    sources.tab.get_by_role("button", name="Contradicted: compare 2 sources").click()
    assert (
        sources.tab.evaluate("document.activeElement.querySelector('h3').innerText") == "Switzerland is member of NATO"
    )


def test_a_graph_of_one_voice_says_so(page):
    page.tab.click("#tab-sources")
    assert "No two sources of this graph speak of the same matter." in page.text("#view-sources")


# ---------------------------------------------------------------- what the panel tells


def test_a_node_tells_its_roles_over_time(page):
    page.at(n="kge:france")
    assert page.tab.locator("#panel .lived li").all_inner_texts() == [
        "1957-03-25\nagent in signature of the Treaty of Rome",
        "2007-12-13\nagent in signature of the Treaty of Lisbon",
        "2016-04-22\nagent in signature of the Paris Agreement",
    ]


def test_an_event_tells_who_took_part(page):
    page.at(n="kge:signature-treaty_of_rome")
    told = page.tab.locator("#panel .known >> nth=0").inner_text()
    assert ("When\n1957-03-25" in told, "agent\nBelgium, France, Italy" in told) == (True, True)


def test_a_statement_tells_how_sure_it_is(page):
    page.click("edgePoint", page.edge("kge:north_korea", "sends troops to", "kge:russia", "claimed"))
    assert "How sure\npossible, confidence 0.90" in page.text("#panel")


# ---------------------------------------------------------------- filters and links


@pytest.mark.parametrize("name", ["types:Country", "statuses:denied"])
def test_the_legend_shows_one_kind_alone_and_all_again(page, name):
    kind = name.partition(":")[0]
    page.tab.click(f"[data-filter='only:{name}']", force=True)
    boxes = f"[data-filter^='{kind}:']"
    assert page.tab.locator(f"{boxes}:checked").evaluate_all("(found) => found.map((each) => each.dataset.filter)") == [
        name
    ]
    page.tab.click(f"[data-filter='only:{name}']", force=True)
    assert page.tab.locator(f"{boxes}:not(:checked)").count() == 0


def test_a_long_list_of_relations_is_typed(browser, tmp_path_factory):
    graph = sample_graph()
    for number in range(320):
        told = next(iter(graph.statements.values()))
        graph.add(replace(told, relation=Relation(f"kgr:r{number}", f"relation {number}"), id="").identified())
    with opened(browser, *written(graph, tmp_path_factory)) as page:
        page.tab.fill("input[data-filter=relation]", "ation 31")
        offered = page.tab.locator("#list-relation option").evaluate_all("(found) => found.map((each) => each.value)")
        assert offered == ["relation 31", *(f"relation {n}" for n in range(310, 320))]
        page.tab.fill("input[data-filter=relation]", "relation 31")
        page.tab.keyboard.press("Enter")
        page.until("kgPage.state.relation === 'kgr:r31'")
        assert len(page.nodes()) == 2


LINKS = [
    {"t": ["City", "Region"], "k": ["denied"], "r": "kgo:is-member-of", "c": "0.5"},
    {"p": "Brussels Gazette", "d": "treaties", "from": "2000-01-01", "to": "2010-12-31", "v": "timeline"},
    {"v": "table", "q": "lapland", "sort": "2-"},
    {"v": "sources", "g": "agree"},
    {"a": "kge:japan", "b": "kge:paris"},
    {"f": "kge:ukraine", "n": "kge:ukraine"},
    {"x": "kge:japan", "theme": "dark"},
    {"all": "1"},
]


@pytest.mark.parametrize("link", LINKS)
def test_every_choice_is_in_the_link_and_comes_back(page, link):
    def seen():
        return [page.tab.evaluate("location.hash"), page.nodes(), page.tab.inner_text("body")]

    page.at(**link)
    before = seen()
    for key in link:
        assert f"{key}=" in before[0]
    page.tab.reload()
    assert seen() == before


def test_the_tables_order_and_words_are_in_the_link(page):
    page.tab.click("#tab-table")
    page.tab.click("th:has-text('Object') button")
    page.tab.fill("[aria-label='Filter rows']", "seat")
    first = page.text("tbody tr >> nth=0")
    page.tab.reload()
    assert page.text("tbody tr >> nth=0") == first
    assert page.tab.input_value("[aria-label='Filter rows']") == "seat"
