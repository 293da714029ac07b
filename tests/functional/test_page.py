"""What a person does with the page, in a headless browser without network."""

from __future__ import annotations

import csv

import pytest

pytest_plugins = "page_fixtures"

# ---------------------------------------------------------------- the picture


def test_opens_on_the_most_connected_part(page):
    assert page.text("#count") == "Showing 40 of 71 nodes."
    assert {"kge:united_nations", "kge:european_union", "kge:france"} <= page.nodes()


def test_draws_something_on_the_canvas(page):
    inked = page.tab.evaluate(
        "(() => { const canvas = document.querySelector('#canvas canvas');"
        " const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
        " return dots.filter((part, place) => place % 4 === 3 && part > 0).length; })()"
    )
    assert inked > 10_000


def test_shows_all_and_back_again(page):
    page.tab.click("#show-all")
    assert len(page.nodes()) == 71
    page.tab.click("#show-all")
    assert len(page.nodes()) == 40


def test_labels_do_not_collide_at_the_opening_zoom(page):
    boxes = page.tab.evaluate("Object.values(kgPage.labelBoxes())")
    crossing = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if _cross(a, b) and _cross(b, a)]
    assert crossing == []


def _cross(a, b):
    return a["left"] < b["right"] and a["top"] < b["bottom"]


@pytest.mark.parametrize(
    ("source", "relation", "target", "status", "sentence"),
    [
        ("kge:north_korea", "borders", "kge:south_korea", "asserted", "North Korea borders South Korea."),
        ("kge:north_korea", "sends troops to", "kge:russia", "claimed", "North Korea may send troops to Russia"),
        ("kge:russia", "✕ sends troops to", "kge:north_korea", "denied", "Russia does not send troops to North Korea."),
        ("kge:north_korea", "sends troops to", "kge:kursk_region", "planned", "will send troops to Kursk Region"),
        ("kge:signature-paris_agreement", "agent", "kge:japan", "asserted", "Japan signed the Paris Agreement in New"),
    ],
)
def test_clicking_an_edge_shows_its_sentence(page, source, relation, target, status, sentence):
    page.click("edgePoint", page.edge(source, relation, target, status))
    assert sentence in page.text("#panel blockquote mark >> nth=0")


@pytest.mark.parametrize(
    "words",
    [
        "South Korea (“said”), citing United Nations (“citing”)",
        "Claimed or possible",
        "Evening Standard-Bearer, 2025-07-01",
    ],
)
def test_an_edge_tells_who_says_so_how_sure_and_where(page, words):
    page.click("edgePoint", page.edge("kge:north_korea", "sends troops to", "kge:russia", "claimed"))
    assert words in page.text("#panel")


def test_the_quote_stands_in_its_paragraph(page):
    page.click("edgePoint", page.edge("kge:kursk_region", "borders", "kge:ukraine"))
    passage = page.text("#panel blockquote >> nth=0")
    assert passage.startswith("Bavaria lies in Germany.")
    assert page.text("#panel blockquote mark >> nth=0") == "Kursk Region borders Ukraine."


def test_nodes_stay_where_they_are_when_the_panel_opens(page):
    before = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    page.click("nodePoint", "kge:austria")
    after = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    assert after == pytest.approx(before, abs=1)


def test_a_click_on_a_node_tells_what_is_known_of_it(page):
    page.click("nodePoint", "kge:north_korea")
    told = page.text("#panel")
    for words in (
        "North Korea",
        "Country",
        "Also called\nDPRK",
        "borders · 1",
        "is capital of (this is the object) · 1",
    ):
        assert words in told


def test_mentions_open_with_their_surroundings(page):
    page.at(n="kge:france")
    page.tab.click("#panel summary")
    assert page.text("#panel details blockquote mark >> nth=0") == "France"


def test_expanding_a_node_shows_its_neighbours_and_collapsing_hides_them(page):
    page.click("nodePoint", "kge:japan")
    assert "kge:tokyo" not in page.nodes()
    page.tab.click("#panel .expand")
    assert "kge:tokyo" in page.nodes()
    page.tab.click("#panel .expand")
    assert "kge:tokyo" not in page.nodes()


def test_a_double_click_expands(page):
    place = page.tab.evaluate("kgPage.nodePoint('kge:japan')")
    page.tab.mouse.dblclick(place["x"], place["y"])
    page.until("kgPage.nodes().includes('kge:tokyo')")


def test_only_a_node_and_its_neighbours(page):
    page.at(n="kge:ukraine")
    page.tab.get_by_role("button", name="Only this and its neighbours").click()
    assert page.nodes() == {
        "kge:ukraine", "kge:kyiv", "kge:poland", "kge:russia", "kge:kursk_region", "kge:european_union",
        "kge:united_nations",
    }  # fmt: skip


# ---------------------------------------------------------------- search, keys, filters


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("kursk", "Kursk Region"),
        ("Kursk Obl", "Kursk Region"),
        ("turkiye", "Türkiye"),
        ("DPRK", "North Korea"),
        ("tokyo", "Tokyo"),
        ("paris", "Paris"),
    ],
)
def test_search_finds(page, typed, label):
    page.tab.keyboard.press("/")
    page.tab.keyboard.type(typed)
    page.tab.keyboard.press("Enter")
    assert page.text("#panel h2") == label
    assert page.tab.locator("#suggestions").is_hidden()


def test_arrows_choose_among_suggestions_and_escape_leaves(page):
    page.tab.fill("#search", "korea")
    assert page.tab.locator("#suggestions li").count() == 2
    page.tab.press("#search", "ArrowDown")
    second = page.text("#suggestions li[aria-selected=true] bdi")
    page.tab.press("#search", "Enter")
    assert page.text("#panel h2") == second
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#panel").is_hidden()


def test_a_name_that_is_not_there(page):
    page.tab.fill("#search", "Atlantis")
    assert page.text("#suggestions") == "No such name"


@pytest.mark.parametrize(
    ("box", "gone"),
    [("types:Organization", "kge:united_nations"), ("types:Event", "kge:signature-treaty_of_rome")],
)
def test_the_legend_hides_a_type(page, box, gone):
    assert gone in page.nodes()
    page.tab.uncheck(f"[data-filter='{box}']")
    assert gone not in page.nodes()
    page.tab.check(f"[data-filter='{box}']")
    assert gone in page.nodes()


@pytest.mark.parametrize("status", ["asserted", "claimed", "planned", "denied"])
def test_the_legend_hides_a_status(page, status):
    def drawn():
        edges = page.tab.evaluate("kgPage.edgeList()")
        return {e["status"] for e in edges if e["id"] in page.tab.evaluate("kgPage.edges()")}

    assert status in drawn()
    page.tab.uncheck(f"[data-filter='statuses:{status}']")
    assert drawn() == {"asserted", "claimed", "planned", "denied"} - {status}


@pytest.mark.parametrize(
    ("chosen", "nodes"),
    [
        ({"relation": "kgo:sends-troops-to"}, {"kge:north_korea", "kge:russia", "kge:kursk_region"}),
        (
            {"publisher": "Evening Standard-Bearer", "article": "claims", "relation": "kgo:joins"},
            {"kge:european_union", "kge:türkiye", "kge:ukraine"},
        ),
    ],
)
def test_relation_and_source_narrow_the_picture(page, chosen, nodes):
    for name, value in chosen.items():
        page.tab.select_option(f"select[data-filter={name}]", value)
    assert page.nodes() == nodes


def test_dates_narrow_picture_and_table(page):
    page.tab.fill("[data-filter=from]", "1950-01-01")
    page.tab.fill("[data-filter=to]", "1960-12-31")
    assert page.nodes() == {
        "kge:france", "kge:italy", "kge:belgium", "kge:rome", "kge:treaty_of_rome", "kge:signature-treaty_of_rome",
    }  # fmt: skip
    page.tab.keyboard.press("Escape")
    page.tab.click("#tab-table")
    assert "3 of 123 statements" in page.text("#view-table .bar")


def test_arrow_keys_go_from_node_to_node(page):
    page.tab.focus("#canvas")
    page.tab.keyboard.press("ArrowRight")
    first = page.text("#panel h2")
    page.tab.keyboard.press("ArrowLeft")
    assert page.text("#panel h2") != first


# ---------------------------------------------------------------- table, timeline, link


def test_the_table_sorts_filters_and_opens_a_row(page):
    page.tab.click("#tab-table")
    page.tab.click("th:has-text('When') button")
    assert "1957-03-25" in page.text("tbody tr >> nth=0")
    page.tab.fill("[aria-label='Filter rows']", "denied")
    assert page.tab.locator("tbody tr").count() == 3
    page.tab.click("tbody tr:has-text('Switzerland')")
    assert page.text("#panel blockquote mark") == "Switzerland is not a member of NATO."


def test_the_table_downloads_as_csv(page, tmp_path):
    page.tab.click("#tab-table")
    page.tab.fill("[aria-label='Filter rows']", "Lapland")
    with page.tab.expect_download() as download:
        page.tab.click("#csv")
    download.value.save_as(tmp_path / "statements.csv")
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Subject"], row["Relation"], row["Object"]) == ("Lapland", "lies in", "Finland")
    assert row["Quote"] == "Lapland lies in Finland."


def test_a_link_opens_the_same_view(page):
    page.tab.uncheck("[data-filter='types:City']")
    page.tab.fill("[data-filter=from]", "1950-01-01")
    page.tab.select_option("select[data-filter=article]", "claims")
    page.tab.fill("#search", "Russia")
    page.tab.press("#search", "Enter")
    before, link = (page.nodes(), page.text("#panel")), page.tab.evaluate("location.href")
    page.tab.goto("about:blank")
    page.tab.goto(link)
    assert (page.nodes(), page.text("#panel")) == before
    assert not page.tab.is_checked("[data-filter='types:City']")


@pytest.mark.parametrize(
    "link",
    [
        {"n": "kge:nowhere"},
        {"s": "<img src=x>"},
        {"v": "constructor"},
        {"k": "__proto__"},
        {"from": "soon"},
        {"c": "x"},
        {"theme": "'"},
    ],
)
def test_a_link_with_nonsense_opens_the_page(page, link):
    page.at(**link)
    assert page.text("#count") == "Showing 40 of 71 nodes."
    assert page.tab.locator("#panel").is_hidden()


# ---------------------------------------------------------------- themes


def test_dark_follows_the_system_until_it_is_switched(phone):
    assert phone.tab.evaluate("document.documentElement.dataset.theme") == "dark"
    phone.tab.click("#toggle-theme")
    assert phone.tab.evaluate("document.documentElement.dataset.theme") == "light"
    assert "theme=light" in phone.tab.evaluate("location.hash")
