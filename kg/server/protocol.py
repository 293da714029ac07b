"""SPARQL 1.1 protocol: a request of one of three kinds -> a job for a process -> its answer over HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.responses import Response

from kg.queries.formats import GRAPHS, RESULTS
from kg.server.pool import BUSY, FaultError, Pool
from kg.server.settings import Settings

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
SHORT = {form: kind for kinds in (GRAPHS, RESULTS) for kind, form in reversed(list(kinds.items()))}
"""What `format=` may say in place of a media type."""
DATASETS = ("default-graph-uri", "named-graph-uri")
MOST_DRAINED = 32
"""How many times the size that is allowed is read and thrown away, so that the client hears why it was refused."""
MOST_HEADER = 8000
"""Bytes of a header: servers between here and the client refuse longer ones."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks; `text` is None where it asks nothing."""

    text: str | None
    accepts: tuple[str, ...]
    """What `format=` says, where that is known, then the header: clients send both, some words of their own."""
    bind: tuple[tuple[str, str], ...] = ()
    hints: bool = False


async def read_question(request: Request, settings: Settings) -> Question:
    """Raises FaultError for what the protocol does not allow, or this endpoint does not grant."""
    pairs = _pairs(request.scope["query_string"])
    text = None
    if request.method == "POST":
        kind = _content_type(request)
        body = await _body(request, settings)
        if kind == FORM:
            pairs += _pairs(body)
        else:
            text = _utf8(body)
    return _question(pairs, text, request.headers.get("accept", ""))


def _question(pairs: list[tuple[str, str]], text: str | None, accept: str) -> Question:
    names = [name for name, _ in pairs]
    if "update" in names:
        raise FaultError(403, "updates are refused: a query changes nothing")
    if any(name in DATASETS for name in names):
        raise FaultError(403, "the endpoint has one graph: leave default-graph-uri and named-graph-uri out")
    texts = [value for name, value in pairs if name == "query"] + ([] if text is None else [text])
    if len(texts) > 1:
        raise FaultError(400, f"found {len(texts)} queries, expected one")
    fields = dict(pairs)
    accepts = (SHORT[fields["format"]], accept) if fields.get("format") in SHORT else (accept,)
    bind = tuple((name[1:], value) for name, value in pairs if name.startswith("$"))
    return Question(texts[0] if texts else None, accepts, bind, "hints" in fields)


def _content_type(request: Request) -> str:
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    if kind == UPDATE:
        raise FaultError(403, "updates are refused: a query changes nothing")
    if kind not in (FORM, QUERY):
        raise FaultError(415, f"content type: found '{kind[:60]}', expected {FORM} or {QUERY}")
    for name, _, value in (parameter.partition("=") for parameter in parameters):
        if name == "charset" and value.strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise FaultError(415, f"charset: found '{value[:60]}', expected utf-8")
    return kind


async def _body(request: Request, settings: Settings) -> bytes:
    """The whole body; one that is too large is read to some length, and kept in no memory."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(settings.seconds):
            async for part in request.stream():
                size += len(part)
                if size <= settings.body:
                    parts.append(part)
                elif size > settings.body * MOST_DRAINED:
                    break
    except TimeoutError:
        raise FaultError(408, f"the request took longer than {settings.seconds:g} s to arrive") from None
    if size > settings.body:
        raise FaultError(413, f"the request is too large: at most {settings.body:,} bytes are read")
    return b"".join(parts)


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        raise FaultError(400, "the request is no UTF-8, percent-encoded") from None
    except ValueError:
        raise FaultError(400, "the request has too many fields") from None


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FaultError(400, f"the query is no UTF-8: byte {error.start + 1}") from None


async def ask(pool: Pool, question: Question) -> Response:
    """The answer of the pool as a response."""
    limits = pool.settings
    given = await pool.ask({
        "text": question.text, "accepts": question.accepts, "bind": dict(question.bind), "hints": question.hints,
        "rows": limits.rows, "size": limits.answer,
    })  # fmt: skip
    headers = {"vary": "Accept"}
    if given == BUSY:
        headers["retry-after"] = str(int(limits.seconds))
    if hints := hints_header(given.hints):
        headers["kg-hints"] = hints
    return Response(given.body, given.status, {**headers, "content-type": given.kind})


def hints_header(hints: Sequence[str]) -> str:
    """As many of the first hints as have room in a header, percent-encoded JSON; nothing where none has."""
    for number in range(len(hints), 0, -1):
        header = quote(json.dumps(hints[:number]))
        if len(header) <= MOST_HEADER:
            return header
    return ""


def fault(status: int, words: str, headers: Iterable[tuple[str, str]] = ()) -> Response:
    """A response of one line."""
    return Response(words + "\n", status, dict(headers), media_type="text/plain")
