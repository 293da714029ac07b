"""The endpoint's pages in a browser that can reach nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from endpoint_server import Served, served
from page_browser import NARROW, WIDE
from test_page_hostile import HOSTILE, hostile_graph

import kg
from kg.graph import BASE
from tests.samples import sample_graph

pytest_plugins = "page_fixtures"


class Tab:
    """A tab at the server, and whatever it complained of or asked another machine for."""

    def __init__(self, tab: object, server: Served) -> None:
        self.tab, self.server = tab, server
        self.faults: list[str] = []
        tab.set_default_timeout(15_000)
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("dialog", lambda dialog: self.faults.append(dialog.message))
        tab.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)
        tab.route("**/*", self._watch)

    def _watch(self, route: object) -> None:
        if route.request.url.startswith((f"{self.server.address}/", "data:", "blob:")):
            route.continue_()
        else:
            self.faults.append(f"request: {route.request.url}")
            route.abort()

    def at(self, path: str) -> None:
        self.tab.goto(f"{self.server.address}{path}")

    def status(self, words: str) -> None:
        """Wait until the answer is there."""
        self.tab.locator("#status", has_text=words).wait_for()

    def cells(self) -> list[list[str]]:
        return self.tab.evaluate(
            "[...document.querySelectorAll('#answer tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        )


@contextmanager
def tab_of(browser: object, server: Served, viewport: dict[str, int] = WIDE) -> Iterator[Tab]:
    context = browser.new_context(viewport=viewport, reduced_motion="reduce")
    tab = Tab(context.new_page(), server)
    yield tab
    context.close()
    assert tab.faults == []


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("pages")
    kg.write(sample_graph(), folder)
    with served(folder, "--time-limit", "30", "--workers", "1") as one:
        yield one


def written_hostile_graph() -> kg.KnowledgeGraph:
    """The payloads of the page's tests but for half a character, which has no place in Turtle."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("test_page_hostile.HOSTILE", [payload for payload in HOSTILE if "\ud800" not in payload])
        return hostile_graph()


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    kg.write(written_hostile_graph(), folder)
    with served(folder, "--time-limit", "30", "--workers", "1") as one:
        yield one


def test_a_question_of_the_menu_is_answered_and_leads_to_what_is_known(browser: object, server: Served):
    with tab_of(browser, server) as page:
        page.at("/")
        page.tab.select_option("#named", "attendance")
        page.status("1 row")
        assert page.cells() == [["Kim Jong Un", "ceremony in Pyongyang", "Pyongyang", "2025-06-29"]]
        assert "Who attended what" in page.tab.locator("#question").inner_text()
        page.tab.fill("#query", "SELECT ?who ?event { ?who kgo:attended ?event }")
        page.tab.press("#query", "Control+Enter")
        page.tab.locator("#answer a", has_text="kge:kim_jong_un").click()
        assert page.tab.locator("h1").inner_text() == "Kim Jong Un"
        assert "attended the ceremony in Pyongyang on Sunday" in page.tab.locator("main").inner_text()
        page.tab.locator(".stance a").first.click()
        assert (
            page.tab.locator("mark").first.inner_text() == "Kim Jong Un attended the ceremony in Pyongyang on Sunday."
        )
        page.tab.locator("blockquote footer a").first.click()
        assert page.tab.locator("del").inner_text() == "Advertisement"


def test_a_parameter_is_asked_for_and_a_link_reopens_the_answer(browser: object, server: Served):
    with tab_of(browser, server) as page:
        page.at("/")
        page.tab.select_option("#named", "neighbours")
        page.status("rows")
        page.tab.fill("#parameters input[name=name]", "Ukraine")
        page.tab.press("#parameters input[name=name]", "Enter")
        page.status("1 row")
        rows = page.cells()
        assert [row[3] for row in rows] == ["Kursk Region"]
        page.tab.reload()
        page.status("1 row")
        assert page.cells() == rows
        assert "Kursk Region" in server.get(page.tab.locator("#others a").first.get_attribute("href")).text


@pytest.mark.parametrize(
    "query, words",
    [
        ("ASK { ?s ?p ?o }", "yes"),
        ("SELECT ?x {", "cannot be read at line 1"),
        ("SELECT ?x { ?x kgo:atended ?y }", "did you mean 'kgo:attended'?"),
        ("SELECT ?x { ?x rdfs:label 'Kim Jong Un'@de }", "0 rows: nothing matches"),
        ("DESCRIBE kge:kim_jong_un", "triples"),
        ("DROP ALL", "DROP is refused"),
    ],
)
def test_what_a_query_comes_to_is_told(browser: object, server: Served, query: str, words: str):
    with tab_of(browser, server) as page:
        page.at("/")
        page.tab.fill("#query", query)
        page.tab.press("#query", "Control+Enter")
        page.status(words)
        page.faults[:] = [fault for fault in page.faults if "the server responded with a status of 40" not in fault]


@pytest.mark.parametrize(
    "tail, path",
    [("id/kim_jong_un", "/id/kim_jong_un"), ("/other.example/x", None), ("?x", None), ("", None)],
)
def test_only_a_name_below_the_base_leads_to_a_page_here(browser: object, server: Served, tail: str, path: str | None):
    with tab_of(browser, server) as page:
        page.at("/")
        page.tab.fill("#query", f'SELECT ?x {{ BIND (IRI("{BASE}{tail}") AS ?x) }}')
        page.tab.press("#query", "Control+Enter")
        page.status("1 row")
        link = page.tab.locator("#answer a").get_attribute("href")
        assert link == (path or f"{BASE}{tail}")


def test_the_graph_opens_under_its_path(browser: object, server: Served):
    with tab_of(browser, server) as page:
        page.at("/")
        page.tab.click("nav a[href='/graph']")
        page.tab.wait_for_url("**/graph")  # and until its scripts have run
        assert page.tab.evaluate("kgPage.nodes().length") > 3


def test_pages_are_usable_by_keyboard_and_on_a_phone(browser: object, server: Served):
    with tab_of(browser, server, NARROW) as page:
        for path in ("/", "/browse", "/id/kim_jong_un", "/document/1-ceremony", "/ontology"):
            page.at(path)
            assert page.tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
            page.tab.keyboard.press("Tab")
            assert page.tab.evaluate("document.activeElement.className") == "skip"
            assert page.tab.locator("h1").count() == 1


PARSED = """(pages) => pages.map((page) => {
  const parsed = new DOMParser().parseFromString(page, "text/html");
  const strange = "img, iframe, math, b, svg, base, style, main script, main link, main meta";
  const links = [...parsed.querySelectorAll("a[href]")].filter((a) => !/^(https?:|[/#])/.test(a.getAttribute("href")));
  return [parsed.querySelector("h1 bdi").textContent, parsed.querySelectorAll(strange).length + links.length];
})"""


def test_hostile_text_is_shown_and_never_runs(browser: object, hostile_server: Served):
    graph = written_hostile_graph()
    paths = {identifier.replace("kge:", "/id/"): entity.label for identifier, entity in graph.entities.items()}
    titles = {f"/document/{key}": document.title for key, document in graph.documents.items()}
    titles |= {f"/statement/{key}": statement.label for key, statement in graph.statements.items()}
    wanted = paths | titles
    with tab_of(browser, hostile_server) as page:
        page.at("/browse")
        pages = [hostile_server.get(quote(path), accept="text/html").text for path in wanted]
        for (shown, strange), label in zip(page.tab.evaluate(PARSED, pages), wanted.values(), strict=True):
            label = label.replace("\x00", "").replace("\r\n", "\n")  # as HTML is read
            assert (shown, strange) == (label if len(label) <= 300 else label[:299] + "…", 0)
        for path in (*list(paths)[:2], *list(titles)[:2]):
            page.at(path)
            assert page.tab.evaluate("window.ran") is None
        page.at("/?query=" + "SELECT+%3Fl+%7B+%3Fs+rdfs%3Alabel+%3Fl+%7D")
        page.status("rows")
        assert page.tab.evaluate("window.ran") is None
        assert page.tab.locator("#answer").locator("img, iframe, math, b, svg, script").count() == 0
        assert any(HOSTILE[0] in cell for row in page.cells() for cell in row)
