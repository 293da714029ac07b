"""Whatever is asked, the endpoint answers with the right status within its limit, and goes on."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
from endpoint_server import FORM, Served, served

from tests.conftest import ROOT

SECONDS = 2.0
SLACK = 12.0
"""Seconds for a busy machine to start, answer and replace a process; a limit that does not work takes for ever."""
MEMORY = 1_700_000_000
"""Bytes: the gigabyte that a process is granted, and what it takes before."""

ENDLESS = [
    ("four joins without a link", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"),
    ("paths from anywhere to anywhere", "SELECT (COUNT(*) AS ?n) { ?a !kgo:x+ ?b . ?b (!kgo:y)* ?c . ?d !a* ?c }"),
    ("a sorted product", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"),
    ("one text of all texts", "SELECT (GROUP_CONCAT(concat(str(?c), str(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }"),
    ("distinct products", "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"),
    ("a graph of products", "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
]  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served(ROOT / "outputs", "--time-limit", str(SECONDS)) as one:
        yield one


@pytest.fixture(autouse=True)
def alive(server: Served) -> Iterator[None]:
    """After each test the endpoint answers, and no process has taken more than it is granted."""
    yield
    end = time.monotonic() + 30
    while (answer := server.post("ASK { ?s kgo:attended ?o }")).status != 200 and time.monotonic() < end:
        time.sleep(0.2)
    assert (answer.status, answer.text) == (200, '{"head": {}, "boolean": true}')
    if Path("/proc/self/status").exists():
        assert server.memory() < MEMORY


def test_queries_without_end_are_ended(server: Served):
    """Side by side, so that the table takes the time of three."""

    def ask(query: str) -> tuple[int, str, float]:
        start = time.monotonic()
        answer = server.post(query)
        return answer.status, answer.text, time.monotonic() - start

    with ThreadPoolExecutor(2) as threads:
        answers = dict(zip([name for name, _ in ENDLESS], threads.map(ask, [q for _, q in ENDLESS]), strict=True))
    told = ("out of time: limit 2 s", "more than 100,000 rows", "more memory", "busy")
    for name, (status, words, seconds) in answers.items():
        assert status == 503, (name, words)
        assert any(one in words for one in told), (name, words)
        assert seconds < 2 * SECONDS + SLACK, name
    assert any("out of time" in words for _, words, _ in answers.values())


class Listening:
    """A loopback server that nobody should call."""

    def __enter__(self) -> Listening:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}/"
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def was_called(self) -> bool:
        try:
            self.socket.accept()
        except BlockingIOError:
            return False
        return True


@pytest.mark.parametrize(
    "query, status",
    [
        ("SELECT * { SERVICE <@> { ?s ?p ?o } }", 403),
        ("SELECT * { SERVICE SILENT <@> { ?s ?p ?o } }", 403),
        ("SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <@> { ?s ?p ?o } } }", 403),
        ("SELECT * { VALUES ?g { <@> } SERVICE ?g { ?s ?p ?o } }", 403),
        ("SELECT * { #\rSERVICE <@> { ?s ?p ?o }\n}", 403),  # a comment ends at CR for one parser, not for the other
        ("SELECT * { #\r\nSERVICE <@> { ?s ?p ?o }\r\n}", 403),
        ("SELECT * { #\u2028SERVICE <@> { ?s ?p ?o }\n}", 200),  # a comment for both
        ('ASK { FILTER ("\\u0022||") SERVICE <@> { ?s ?p ?o } FILTER ("||\\u0022") }', 400),
        ('ASK { FILTER ("\\U00000022||") SERVICE <@> { ?s ?p ?o } FILTER ("||\\u0022") }', 400),
        ("ASK { ?s ?p '''\\u0027''' } #\\u000A SERVICE <@> {}", 400),
        ("SELECT * { \\u0053ERVICE <@> { ?s ?p ?o } }", 400),
        ("SELECT * FROM <@> { ?s ?p ?o }", 403),
        ("SELECT * FROM NAMED <@> { GRAPH ?g { ?s ?p ?o } }", 403),
        ("DESCRIBE <@>", 200),
        ("LOAD <@>", 403),
        ("LOAD <file:///etc/passwd>", 403),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 403),
        ("PREFIX x: <@> DELETE WHERE { ?s ?p ?o }", 403),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 403),
        ("ASK { GRAPH <file:///etc/passwd> { ?s ?p ?o } }", 200),
    ],
)
def test_no_query_reaches_outside(server: Served, query: str, status: int):
    with Listening() as other:
        answer = server.post(query.replace("@", other.address))
        assert answer.status == status, answer.text
        assert not other.was_called()
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "body, status",
    [
        (b"x" * 10_000_000, 413),
        (b"ASK { ?s ?p ?o } #" + b"x" * 200_000, 400),
        (b"\xff\xfe" * 100, 400),
        (b"ASK { ?s ?p '\xed\xa0\x80' }", 400),
        (b"\x00" * 100, 400),
        (b"SELECT * " + b"{" * 50_000, 400),
        (b"ASK { ?s " + b"(" * 30_000 + b"kgo:a" + b")" * 30_000 + b" ?o }", 400),
        (b"ASK { FILTER (" + b"1+" * 20_000 + b"1) }", None),
        (b"ASK { " + b"?s ?p ?o . " * 5_000 + b"}", None),
        (b"SELECT (REPLACE('" + b"a" * 5_000 + b"', '(a+)+$', 'b') AS ?x) {}", None),
        (b"SELECT (REGEX('x', '" + b"(a{1000}){1000}" + b"') AS ?x) {}", None),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_body_of_any_bytes_is_answered(server: Served, body: bytes, status: int | None):
    start = time.monotonic()
    answer = server.post(body)
    assert answer.status == status or (status is None and answer.status in (200, 400, 503)), answer.text
    assert time.monotonic() - start < SECONDS + SLACK


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /sparql?query=" + b"x" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"\x00\xff\x00\xff\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /id/%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_request_that_is_no_request_is_refused(server: Served, request_line: bytes):
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        try:
            connection.sendall(request_line)
            answer = connection.recv(1000)
        except ConnectionError:  # it stopped to listen before all was sent
            return
    assert answer == b"" or answer.split()[1][:1] == b"4", answer


@pytest.mark.parametrize("words", ["\u00fc" * 20_000, "x" * 70_000, "\U0001f600" * 20_000])
def test_a_hint_of_any_length_leaves_the_processes_alive(server: Served, words: str):
    asked = urlencode({"query": f'SELECT * {{ ?s rdfs:label "{words}" }}', "hints": "1"})
    for _ in range(3):  # more than there are processes
        answer = server.post(asked, kind=FORM)
        assert answer.status == 200 and len(answer.headers.get("kg-hints", "")) <= 8000
    answers = [server.post("ASK { ?s kgo:attended ?o }") for _ in range(4)]
    assert [answer.status for answer in answers] == [200] * 4


def test_a_hundred_at_once_are_all_answered(server: Served):
    def ask(number: int) -> int:
        endless = number % 2 == 0
        return server.post(ENDLESS[0][1] if endless else "ASK { ?s kgo:attended ?o }").status

    start = time.monotonic()
    with ThreadPoolExecutor(100) as threads:
        answers = Counter(threads.map(ask, range(100)))
    assert set(answers) <= {200, 503}
    assert answers.total() == 100 and answers[503] >= 50
    assert time.monotonic() - start < 3 * SECONDS + 2 * SLACK


def test_a_hundred_short_ones_are_answered_in_turn(server: Served):
    with ThreadPoolExecutor(8) as threads:
        answers = Counter(threads.map(lambda _: server.post("ASK { ?s kgo:attended ?o }").status, range(100)))
    assert answers == {200: 100}


def test_a_body_that_never_ends_is_not_waited_for(server: Served):
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\nContent-Length: 100\r\n\r\nquery="
    with socket.create_connection(("127.0.0.1", server.port), timeout=40) as connection:
        connection.sendall(head.encode())
        assert b" 408 " in connection.recv(200)
