"""What a person does with the page, in a headless browser without network."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from page_graph import sample_graph

from kg.graph import KnowledgeGraph
from kg.model import Evidence
from kg.views.html import write_html

DOCS = Path(__file__).parents[2] / "docs"
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

    def edge(self, source: str, relation: str, target: str, status: str = "asserted") -> str:
        """The id of an edge that is drawn."""
        wanted = {"from": source, "to": target, "label": relation, "status": status}
        edges = self.tab.evaluate("JSON.parse(document.getElementById('kg-edges').textContent)")
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


def _note_request(page: Opened, url: str) -> None:
    if not url.startswith((f"file://{page.file}", "about:blank", "data:", "blob:")):
        page.faults.append(f"request: {url}")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KnowledgeGraph]:
    return _written(sample_graph(), tmp_path_factory)


def _written(graph: KnowledgeGraph, folders: pytest.TempPathFactory) -> tuple[Path, KnowledgeGraph]:
    file = folders.mktemp("page") / "graph.html"
    write_html(graph, file, title="Countries, cities and treaties")
    return file, graph


@pytest.fixture
def page(browser: object, sample: tuple[Path, KnowledgeGraph]) -> Iterator[Opened]:
    with opened(browser, *sample) as page:
        yield page


@pytest.fixture
def phone(browser: object, sample: tuple[Path, KnowledgeGraph]) -> Iterator[Opened]:
    with opened(browser, *sample, viewport=NARROW, color_scheme="dark") as page:
        yield page


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
    boxes = page.tab.evaluate("kgPage.nodes().map((id) => kgPage.network.getBoundingBox(id))")
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
        edges = page.tab.evaluate("JSON.parse(document.getElementById('kg-edges').textContent)")
        return {e["status"] for e in edges if e["id"] in page.tab.evaluate("kgPage.edges()")}

    assert status in drawn()
    page.tab.uncheck(f"[data-filter='statuses:{status}']")
    assert drawn() == {"asserted", "claimed", "planned", "denied"} - {status}


@pytest.mark.parametrize(
    ("chosen", "nodes"),
    [
        ({"relation": "kgo:sends-troops-to"}, {"kge:north_korea", "kge:russia", "kge:kursk_region"}),
        (
            {"source": "publisher:Evening Standard-Bearer", "relation": "kgo:joins"},
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


def test_the_timeline_lists_what_has_a_date_and_its_bars_choose_a_year(page):
    page.tab.click("#tab-timeline")
    assert page.text("#view-timeline .bar").startswith("12 dated statements")
    assert "signature of the Treaty of Lisbon" in page.text("#view-timeline")
    page.tab.click("[aria-label^='1957:']")
    assert page.tab.locator("#view-timeline time").all_inner_texts() == ["1957-03-25"]


def test_a_link_opens_the_same_view(page):
    page.tab.uncheck("[data-filter='types:City']")
    page.tab.select_option("select[data-filter=source]", "document:claims")
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


# ---------------------------------------------------------------- widths, themes, print, hostile text


@pytest.mark.parametrize("link", [{}, {"n": "kge:kursk_region"}, {"v": "timeline"}])
def test_nothing_runs_over_a_phone_sideways(phone, link):
    phone.at(**link)
    assert phone.tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_filters_open_on_a_phone(phone):
    assert phone.tab.locator("#filters").is_hidden()
    phone.tab.click("#toggle-filters")
    assert phone.tab.locator("#filters").is_visible()


def test_dark_follows_the_system_until_it_is_switched(phone):
    assert phone.tab.evaluate("document.documentElement.dataset.theme") == "dark"
    phone.tab.click("#toggle-theme")
    assert phone.tab.evaluate("document.documentElement.dataset.theme") == "light"
    assert "theme=light" in phone.tab.evaluate("location.hash")


def test_prints(page):
    page.at(v="table")
    assert len(page.tab.pdf()) > 20_000


HOSTILE = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "</script><script>window.ran = 1</script>",
    "<!--<script>",
    "]]><svg onload='window.ran = 1'>",
    "\"'><b>bold</b>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "javascript:window.ran=1",
    "${window.ran = 1}",
    "&lt;b&gt; &amp; &#x41;",
    "\u202eright to left\u202c",
    "שלום עולם",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "a\u0301" * 40,
    "Z" * 10_000,
    "word " * 2_000,
    "\u2028\u2029",
    "\x00\x01\x1b[31m",
    "__proto__",
    "constructor",
    "<style>*{display:none}</style>",
    "<iframe src='https://example.org'>",
    "<base href='https://example.org/'>",
    "<link rel=stylesheet href='https://example.org/a.css'>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "url(https://example.org/a.png)",
    "\ud800 alone",
    '=HYPERLINK("https://example.org")',
    "\\u003cscript\\u003e",
    "<b",
    "-->",
    "\ufeffmark",
    "\u200b\u200b",
    " ",
    "%3Cscript%3E",
    "\r\n\tline",
    "<math><mi xlink:href='javascript:window.ran=1'>",
    "𝕳𝖊𝖑𝖑𝖔",
    "<a href='javascript:window.ran=1'>x</a>",
    "`window.ran = 1`",
]


def hostile_graph() -> KnowledgeGraph:
    """The sample with a payload for each label, quote, title, publisher and link."""
    graph, payloads = sample_graph(), HOSTILE * 4
    for payload, identifier in zip(payloads, list(graph.entities), strict=False):
        graph.entities[identifier] = replace(
            graph.entities[identifier], label=payload, aliases=(payload, payload + "2")
        )
    for number, (identifier, document) in enumerate(list(graph.documents.items())):
        payload = HOSTILE[number]
        text = payload + document.text
        links = (
            "javascript:window.ran=1",
            "data:text/html,<script>window.ran=1</script>",
            "file:///etc/passwd",
            'https://x.example/"><b>',
            "//x",
        )
        graph.documents[identifier] = replace(document, text=text, title=payload, publisher=payload, url=links[number])
    for payload, (identifier, statement) in zip(payloads, list(graph.statements.items()), strict=False):
        relation = replace(statement.relation, label=payload)
        object_ = replace(statement.object, label=payload)
        evidence = tuple(_with_quote(e, graph, payload) for e in statement.evidence)
        graph.statements[identifier] = replace(statement, relation=relation, object=object_, evidence=evidence)
    return graph


def _with_quote(evidence: Evidence, graph: KnowledgeGraph, payload: str) -> Evidence:
    """The first words of the text, payload included, in place of the quote."""
    text = graph.documents[evidence.document].text[:200]
    return replace(evidence, start=0, end=len(text), quote=text, phrase=payload)


@pytest.fixture(scope="module")
def hostile(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(browser, *_written(hostile_graph(), tmp_path_factory)) as page:
        yield page


def test_hostile_text_never_runs_and_stays_in_its_place(hostile):
    hostile.at(all="1")
    before = hostile.tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length")
    for node in sorted(hostile.nodes()):
        hostile.tab.evaluate("(id) => { location.hash = new URLSearchParams({ n: id }); }", node)
    for view in ("table", "timeline", "graph"):
        hostile.tab.click(f"#tab-{view}")
    hostile.tab.fill("#search", "<")
    assert hostile.tab.evaluate("window.ran") is None
    assert hostile.tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length") == before
    assert hostile.tab.locator("img, iframe, math, b, #panel svg [onload]").count() == 0
    assert hostile.tab.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_label_is_shown_as_it_is(hostile, payload):
    identifier = next(e.id for e in hostile.graph.entities.values() if e.label == payload)
    hostile.tab.evaluate("(id) => { location.hash = new URLSearchParams({ n: id }); }", identifier)
    hostile.until(f"kgPage.state.node === {identifier!r}")
    shown = hostile.tab.locator("#panel h2 bdi").evaluate("(found) => found.textContent")
    assert shown == payload or (len(payload) > 600 and shown == payload[:600] + "…")
    assert hostile.tab.locator("#panel").bounding_box()["width"] == 410


def test_only_web_links_are_links(hostile):
    hostile.at(v="table")
    targets = set()
    for row in hostile.tab.locator("tbody tr").all()[:60]:
        row.click()
        targets |= set(
            hostile.tab.locator("#panel .source a").evaluate_all("(all) => all.map((each) => each.protocol)")
        )
    assert targets <= {"https:", "http:"}


# ---------------------------------------------------------------- pictures for people


@pytest.mark.parametrize(
    ("name", "size", "scheme", "link"),
    [
        ("page", WIDE, "light", {"n": "kge:north_korea"}),
        ("page-dark", WIDE, "dark", {}),
        ("page-table", WIDE, "light", {"v": "table"}),
        ("page-timeline", WIDE, "dark", {"v": "timeline"}),
        ("page-tablet", {"width": 820, "height": 1000}, "light", {"n": "kge:kursk_region"}),
        ("page-phone", NARROW, "dark", {"n": "kge:kursk_region"}),
    ],
)
def test_pictures(browser, sample, tmp_path, name, size, scheme, link):
    folder = DOCS if os.environ.get("KG_KEEP_PICTURES") else tmp_path
    with opened(browser, *sample, viewport=size, color_scheme=scheme) as page:
        page.at(**link)
        page.tab.wait_for_timeout(200)
        assert len(page.tab.screenshot(path=folder / f"{name}.png")) > 15_000
