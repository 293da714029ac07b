"""Text from articles is data: whatever it holds, the page shows it and nothing else happens."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

import pytest
from page_browser import WIDE, Opened, opened, written
from page_graph import sample_graph

from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Node, Quantity, Relation, Statement

pytest_plugins = "page_fixtures"

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
    with opened(browser, *written(hostile_graph(), tmp_path_factory)) as page:
        yield page


def test_hostile_text_never_runs_and_stays_in_its_place(hostile):
    hostile.at(all="1")
    before = hostile.tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length")
    for node in sorted(hostile.nodes() - hostile.graph.entities.keys()):
        hostile.tab.evaluate("(id) => { location.hash = new URLSearchParams({ n: id }); }", node)
    for view in ("table", "timeline", "sources", "graph"):
        hostile.tab.click(f"#tab-{view}")
    hostile.tab.fill("#search", "<")
    assert hostile.tab.evaluate("document.querySelectorAll('script, style, link, meta, base').length") == before
    assert calm(hostile)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_label_is_shown_as_it_is(hostile, payload):
    identifier = next(e.id for e in hostile.graph.entities.values() if e.label == payload)
    hostile.tab.evaluate("(id) => { location.hash = new URLSearchParams({ n: id }); }", identifier)
    hostile.until(f"kgPage.state.node === {identifier!r}")
    assert hostile.tab.locator("#panel h2 bdi").evaluate("(found) => found.textContent") == cut(payload)
    assert hostile.tab.locator("#panel").bounding_box()["width"] == 410
    assert calm(hostile)


def test_only_web_links_are_links(hostile):
    first = {e.document: identifier for identifier, s in hostile.graph.statements.items() for e in s.evidence}
    hostile.at(s=sorted(first.values()))
    assert hostile.tab.locator("#panel .source").count() == len(hostile.graph.documents)
    protocols = "(links) => links.map((link) => link.protocol)"
    assert hostile.tab.locator("#panel a").evaluate_all(protocols) == ["https:"]


# ---------------------------------------------------------------- where sources agree, and paths


def many_voices() -> KnowledgeGraph:
    """A chain of entities with a payload each; two articles tell of every step, in everything a payload."""
    graph = KnowledgeGraph()
    nodes = [Node(f"kge:n{number}", payload, "Group") for number, payload in enumerate(HOSTILE)]
    for number, (node, payload) in enumerate(zip(nodes, HOSTILE, strict=True)):
        graph.entities[node.id] = Entity(node.id, "Group", "kgo:Group", payload, (payload,))
        for voice, link in (("a", f"https://x.example/{payload[:50]}"), ("b", payload)):
            document = Document(f"{voice}{number}", payload + voice, None, payload, payload, link)
            graph.documents[document.id] = document
            step = _step(node, nodes[(number + 1) % len(nodes)], document, payload)
            graph.statements[step.id] = step
    return graph


def _step(node: Node, following: Node, document: Document, payload: str) -> Statement:
    evidence = Evidence(document.id, 0, len(document.text), document.text, payload, payload, True, 0.9)
    first = document.id[0] == "a"
    told = {"quantity": Quantity(3 if first else 5, "=", payload), "holders": () if first else (following,)}
    relation = Relation(f"kgr:{node.id[5:]}", payload)
    return Statement(node, relation, following, **told, evidence=(evidence,), id=document.id)


@pytest.fixture(scope="module")
def voices(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(browser, *written(many_voices(), tmp_path_factory)) as page:
        yield page


STRANGE = "img, iframe, math, b, base, [onload], [onerror], #panel style, main style, main script, main link"


def calm(page: Opened) -> bool:
    """Nothing ran, nothing was made of a text but text, nothing hangs over."""
    return (
        page.tab.evaluate("window.ran") is None
        and page.tab.locator(STRANGE).count() == 0
        and page.tab.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]
    )


def test_every_payload_is_compared_as_text(voices):
    voices.at(v="sources")
    assert voices.tab.locator(".matter.differ").count() == 40
    voices.tab.click("#view-sources >> text=Show more")
    first = "(found) => found.map((each) => each.querySelector('bdi').textContent)"
    shown = voices.tab.locator(".matter h3").evaluate_all(first)
    assert sorted(shown) == sorted(cut(payload) for payload in HOSTILE)
    assert calm(voices)
    assert {*voices.tab.locator("#view-sources a").evaluate_all("(a) => a.map((each) => each.protocol)")} == {"https:"}
    wide = "(found) => found.filter((each) => each.scrollWidth > each.clientWidth + 1).length"
    assert voices.tab.locator(".matter").evaluate_all(wide) == 0


def cut(payload: str) -> str:
    return payload if len(payload) <= 600 else payload[:600] + "…"


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_path_over_a_payload_is_text(voices, payload):
    number = HOSTILE.index(payload)
    ends = [f"kge:n{(number + step) % len(HOSTILE)}" for step in (-1, 1)]
    voices.tab.evaluate("([a, b]) => { location.hash = new URLSearchParams({ a, b, v: 'graph' }); }", ends)
    voices.until(f"kgPage.state.pathFrom === {ends[0]!r}")
    names = voices.tab.locator("#panel .way > li > .link").evaluate_all(
        "(found) => found.map((each) => each.textContent)"
    )
    assert cut(payload) in names
    assert calm(voices)
    assert voices.tab.locator("#panel").bounding_box()["width"] == 410


def test_what_a_notebook_shows_is_text_in_a_browser_too(hostile, tmp_path):
    graph = hostile.graph
    values = [graph, *list(graph.entities.values())[: len(HOSTILE)], *list(graph.statements.values())[: len(HOSTILE)]]
    cells = "".join(value._repr_html_() for value in values)
    (tmp_path / "notebook.html").write_text(f"<!doctype html><meta charset=utf-8>{cells}", encoding="utf-8")
    hostile.tab.goto(f"file://{tmp_path}/notebook.html")
    faults, hostile.faults[:] = [f for f in hostile.faults if "notebook.html" not in f], []
    assert (faults, hostile.tab.evaluate("window.ran")) == ([], None)
    assert hostile.tab.locator("script, style, img, iframe, link, base, [onload], [onerror], a").count() == 0
    assert hostile.tab.locator("svg").count() == 1
    assert hostile.tab.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]
    hostile.at()


def test_a_spreadsheet_takes_no_cell_for_a_formula(voices, tmp_path):
    voices.at(v="table")
    with voices.tab.expect_download() as download:
        voices.tab.click("#csv")
    download.value.save_as(tmp_path / "statements.csv")
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")] == []
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
