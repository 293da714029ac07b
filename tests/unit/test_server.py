"""The parts of the endpoint that need no server: negotiation, formats, what is known."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

import pytest

from kg.ontology import default_folder, load
from kg.queries.answers import Answer
from kg.queries.formats import serialize
from kg.queries.lexing import filters, tokens
from kg.server.negotiation import best, prefers
from kg.server.pages import make_pages
from kg.server.pool import BUSY, FaultError, Pool, Worker
from kg.server.protocol import MOST_HEADER, hints_header
from kg.server.settings import Settings
from kg.server.shelf import MOST, Shelf, passages_of_text, path_of
from kg.server.worker import Reply
from kg.views.rdf.terms import INTEGER, LANG_STRING, Literal
from tests.samples import DOCUMENTS, sample_graph

OFFERED = ("a/json", "a/xml", "text/csv")


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("*", "a/json"),
        ("a/xml", "a/xml"),
        ("a/xml;q=0.5, a/json;q=0.4", "a/xml"),
        ("a/*", "a/json"),
        ("a/*;q=0.5, */*;q=0.6", "text/csv"),
        ("a/*, a/json;q=0", "a/xml"),
        ("a/json;q=0, a/xml;q=0, text/csv;q=0", None),
        ("*/*;q=0", None),
        ("image/png", None),
        ("a/xml;charset=utf-8;q=1, a/json;q=0.9", "a/xml"),
        ("A/XML ; Q=0.1", "a/xml"),
        ("a/xml;q=nonsense, a/json;q=0.9", "a/xml"),
        ("a/xml;q=nan, a/json;q=0.9", "a/xml"),
        ("a/xml;q=-1, text/csv;q=99", "text/csv"),
        (",,;;q=,", None),
    ],
)
def test_the_type_that_a_client_likes_best(accept, kind):
    assert best(accept, OFFERED) == kind


def test_only_a_client_that_names_a_page_gets_one():
    assert prefers("text/html,application/xml;q=0.9,*/*;q=0.8", "text/html", OFFERED)
    assert not any(prefers(accept, "text/html", OFFERED) for accept in (None, "", "*/*", "a/json", "text/*"))


ODD = Answer(
    ("a", "b"),
    (
        ("https://example.org/<&>", Literal('=1+1\t"x"\\\n\r', LANG_STRING, "en")),
        (Literal("7", INTEGER), None),
        ("_:b", Literal("\x00\x0bé\ud800")),
    ),
)


def test_csv_for_clients_is_exact():
    assert serialize(ODD, "csv").decode().split("\r\n")[0] == "a,b"
    assert b'"=1+1\t""x""\\\n\r"' in serialize(ODD, "csv")


def test_tsv_has_terms_as_turtle_writes_them():
    lines = serialize(ODD, "tsv").decode().split("\n")
    assert lines[0] == "?a\t?b"
    assert lines[1] == '<https://example.org/<&>>\t"=1+1\\t\\"x\\"\\\\\\n\\r"@en'
    assert lines[2] == '"7"^^<http://www.w3.org/2001/XMLSchema#integer>\t'


def test_xml_is_read_by_a_parser_whatever_the_values():
    space = "{http://www.w3.org/2005/sparql-results#}"
    tree = ElementTree.fromstring(serialize(ODD, "xml"))
    cells = [[cell[0].text for cell in row] for row in tree.iter(f"{space}result")]
    assert cells == [["https://example.org/<&>", '=1+1\t"x"\\\n\r'], ["7"], ["b", "\ufffd\ufffdé\ufffd"]]
    assert serialize(Answer(boolean=True), "xml").count(b"<boolean>true</boolean>") == 1


@pytest.mark.parametrize(
    ("form", "words"), [("csv", "boolean\r\nfalse"), ("tsv", "?boolean\nfalse"), ("json", "false")]
)
def test_no_is_told_in_every_format(form, words):
    assert words in serialize(Answer(boolean=False), form).decode()


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("kge:north_korea", "/id/north_korea"),
        ("kge:a b/c", "/id/a%20b/c"),
        ("kgo:Person", "/ontology#Person"),
        ("x:y", ""),
    ],
)
def test_a_name_has_the_path_that_follows_the_base(identifier, path):
    assert path_of(identifier) == path


def test_what_is_known_of_an_entity_comes_in_the_order_of_the_articles():
    told = Shelf(sample_graph()).about("kge:kim_jong_un")
    documents = [one.passages[0].document.path for one in told]
    assert documents == sorted(documents)
    assert {one.relation.words for one in told} == {"attended", "holds office", "affiliated with"}
    assert all(
        passage.words in DOCUMENTS[passage.document.path.rpartition("/")[2]].text for passage in told[0].passages
    )


def test_a_statement_tells_its_stance():
    told = {one.subject.words: one for one in Shelf(sample_graph()).told(sample_graph().statements)}
    assert told["ministry"].stance == ("denied",)
    assert told["North Korea"].stance == ("planned",)
    assert (told["North Korea"].time, told["North Korea"].quantity) == ("… – 2025-08-31", "6,000 troops")


def test_the_pieces_of_a_text_are_the_text():
    for document in DOCUMENTS.values():
        pieces = passages_of_text(document)
        assert "".join(words for words, _ in pieces) == document.text
        assert {reason for _, reason in pieces} == {""} | {skipped.reason for skipped in document.skipped}


def test_no_more_statements_are_told_than_a_page_shows():
    shelf = Shelf(sample_graph())
    keys = iter(list(shelf.graph.statements)[:1] * (MOST + 10))
    assert len(shelf.told(keys)) == MOST
    assert len(list(keys)) == 10  # not looked at


@pytest.mark.parametrize(
    ("hints", "kept"),
    [((), 0), (("one", "two"), 2), (("é" * 500,) * 20, 1), (("x" * 3000,) * 3, 2), (("x" * 9000, "two"), 0)],
)
def test_the_header_has_the_first_hints_that_fit_each_whole(hints, kept):
    header = hints_header(hints)
    assert len(header) <= MOST_HEADER
    assert json.loads(unquote(header) or "[]") == list(hints[:kept])


class Line:
    """A worker's process that has one thing to say."""

    returncode = 0

    def __init__(self, said: bytes, limit: int = 2**16):
        self.stdout = asyncio.StreamReader(limit=limit)
        self.stdout.feed_data(said)
        self.stdout.feed_eof()
        self.stdin = self

    def write(self, job: bytes) -> None:
        self.job = job

    async def drain(self) -> None: ...


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b'{"status": 200, "kind": "a/b", "size": 2, "hints": []}\nok', 200),
        (b"x" * 2**17 + b"\n", 500),
        (b"no JSON\n", 500),
        (b'{"status": 200, "kind": "a/b", "size": 9, "hints": []}\nok', 503),
        (b"", 503),
    ],
    ids=["an answer", "too long a line", "no JSON", "half an answer", "nothing"],
)
def test_a_process_that_says_what_cannot_be_read_is_asked_no_more(said, status):
    async def ask() -> tuple[int, bool]:
        worker = Worker(Path("graph.ttl"), "x:", 0, Line(said))
        return (await worker.ask({}, 5)).status, worker.process is None

    assert asyncio.run(ask()) == (status, status != 200)


@pytest.mark.parametrize(
    ("reply", "status"), [(BUSY, 503), (Reply(503, body=b"out of time"), 503), (Reply(500), 500), (Reply(400), None)]
)
def test_what_cannot_be_answered_now_is_no_name_without_triples(reply, status, monkeypatch):
    async def ask(pool, job):
        return reply

    monkeypatch.setattr(Pool, "ask", ask)
    pool = Pool(Path("graph.ttl"), "x:", Settings())
    if status is None:
        assert asyncio.run(pool.rows("")) == []
        return
    with pytest.raises(FaultError) as told:
        asyncio.run(pool.rows(""))
    assert told.value.status == status


def test_a_pool_that_ends_leaves_no_process_behind(monkeypatch):
    """A worker is ended after the task that starts a process for it, not before."""
    order = []

    async def start(worker):
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)
            order.append("mending")

    async def ended(worker):
        order.append("ended")

    async def run():
        worker = Worker(Path("graph.ttl"), "x:", 0)
        pool = Pool(Path("graph.ttl"), "x:", Settings(), [worker])
        pool._give_back(worker)
        await asyncio.sleep(0.01)
        await pool.end()

    monkeypatch.setattr(Worker, "start", start)
    monkeypatch.setattr(Worker, "end", ended)
    asyncio.run(run())
    assert order == ["mending", "ended"]


def test_the_page_of_the_ontology_is_that_of_the_folder_given(tmp_path):
    comment = load().properties["kgo:attended"].comment
    folder = shutil.copytree(default_folder(), tmp_path / "ontology")
    terms = folder / "news.ttl"
    terms.write_text(terms.read_text("utf-8").replace(comment, "Was in the room."), "utf-8")
    own, given, none = (make_pages(Shelf(sample_graph()), {}, at).ontology() for at in (None, folder, tmp_path / "no"))
    assert "Was in the room." in given
    assert "kgo:attended" in own and "Was in the room." not in own
    assert none is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT * { ?s ?p ?o FILTER (?o > 1) }", ["FILTER (?o > 1)"]),
        (
            "ASK { ?s ?p ?o FILTER EXISTS { ?o ?q ?r FILTER (?r) } }",
            ["FILTER EXISTS { ?o ?q ?r FILTER (?r) }", "FILTER (?r)"],
        ),
        (
            "SELECT ?s { ?s ?p ?o FILTER ('FILTER (' = ?o) } GROUP BY ?s HAVING (COUNT(*) > 1)",
            ["FILTER ('FILTER (' = ?o)", "HAVING (COUNT(*) > 1)"],
        ),
        ("ASK { ?s kgo:attended/kgo:x? ?o }", []),
        ("ASK { FILTER", []),
    ],
)
def test_the_conditions_of_a_query(text, found):
    assert [text[start:end] for start, end in filters(text)] == found


@pytest.mark.parametrize("text", ["." * 90_000, "?" * 90_000, "FILTER " * 12_000, "FILTER ( " * 10_000])
def test_a_text_is_split_in_a_time_that_grows_with_its_length(text):
    start = time.monotonic()
    assert list(tokens(text)) and filters(text) == []
    assert time.monotonic() - start < 2
