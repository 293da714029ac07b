"""Text from articles is data: whatever it holds, the page shows it and nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from page_browser import WIDE, Opened, opened, written
from page_graph import sample_graph

from kg.graph import KnowledgeGraph
from kg.model import Evidence

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
    first = {e.document: identifier for identifier, s in hostile.graph.statements.items() for e in s.evidence}
    hostile.at(s=sorted(first.values()))
    assert hostile.tab.locator("#panel .source").count() == len(hostile.graph.documents)
    protocols = "(links) => links.map((link) => link.protocol)"
    assert hostile.tab.locator("#panel a").evaluate_all(protocols) == ["https:"]
