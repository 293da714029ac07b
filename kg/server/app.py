"""Paths, headers, start and end of the endpoint."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import GraphError, InputError
from kg.graph import PREFIXES, KnowledgeGraph, expand
from kg.queries import named_queries
from kg.queries.formats import GRAPHS, RESULTS
from kg.server.description import describe_service
from kg.server.negotiation import best, prefers
from kg.server.pages import STATIC, Pages, make_pages, static
from kg.server.pool import FaultError, Pool
from kg.server.protocol import SHORT, Question, ask, fault, read_question
from kg.server.settings import Settings
from kg.server.shelf import Link, Shelf
from kg.views.tables import load

HTML = "text/html"
SECURITY = (
    (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"), (b"cache-control", b"no-cache"),
)  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
AROUND_A_NAME = """SELECT ?way ?property ?value {
  { ?s ?property ?value . BIND ("out" AS ?way) FILTER (?s = <%s>) }
  UNION { ?value ?property ?s . BIND ("in" AS ?way) FILTER (?s = <%s>) }
} LIMIT 500"""

IS_KNOWN = "SELECT ?p { { <%s> ?p ?o } UNION { ?s ?p <%s> } } LIMIT 1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The answers of each path."""

    folder: Path
    graph: KnowledgeGraph
    pages: Pages
    pool: Pool

    async def sparql(self, request: Request) -> Response:
        question = await read_question(request, self.pool.settings)
        if prefers(question.accepts[0], HTML, (*RESULTS, *GRAPHS)) and request.method != "POST":
            return self.html(self.pages.query())
        if question.text is not None:
            return await ask(self.pool, question)
        if request.method == "POST":
            raise FaultError(400, "found no query, expected one")
        kind = best(question.accepts[0], tuple(GRAPHS))
        if kind is None:
            raise FaultError(406, f"none of the formats asked for; there are {', '.join(GRAPHS)}, {HTML}")
        address = str(request.url.replace(query="", fragment=""))
        return Response(describe_service(self.graph, address, kind), 200, {"vary": "Accept"}, media_type=kind)

    async def query(self, request: Request) -> Response:
        return self.html(self.pages.query())

    async def browse(self, request: Request) -> Response:
        return self.html(self.pages.browse())

    async def ontology(self, request: Request) -> Response:
        page = self.pages.ontology()
        return self.html(page) if page else self.missing("the ontology cannot be read")

    async def graph_page(self, request: Request) -> Response:
        file = self.folder / "graph.html"
        if not file.is_file():
            return self.missing("no graph page here: kg view writes it")
        # The page has a policy of its own, with the hashes of its scripts.
        return HTMLResponse(file.read_bytes(), headers={"content-security-policy": "frame-ancestors 'none'"})

    async def static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in STATIC:
            raise FaultError(404, "nothing here")
        return Response(static(name), media_type=STATIC[name])

    async def known(self, request: Request) -> Response:
        """What is known of an IRI below the base, to read or as RDF."""
        prefix = next(p for p, tail in PREFIXES.items() if request.url.path.startswith(f"/{tail}"))
        identifier = f"{prefix}:{request.path_params['local']}"
        iri = expand(identifier, self.graph.base)
        form = request.query_params.get("format")
        accept = SHORT.get(form, "") if form else request.headers.get("accept", "")
        kind = best(accept, (HTML, *GRAPHS))
        if kind is None:
            raise FaultError(406, f"none of the formats asked for; there are {HTML}, {', '.join(GRAPHS)}")
        if kind != HTML:
            if not self.pages.page(identifier) and not await self.pool.rows(IS_KNOWN % (iri, iri)):
                raise FaultError(404, f"nothing is known of {identifier[:200]}")
            return await ask(self.pool, Question(f"DESCRIBE <{iri}>", (kind,)))
        page = self.pages.page(identifier) or await self.name(identifier)
        return self.html(page) if page else self.missing(f"nothing is known of {identifier[:200]}")

    async def name(self, identifier: str) -> str | None:
        """The page of a name that is no value of the graph; None where no triple holds it."""
        iri = expand(identifier, self.graph.base)
        rows = await self.pool.rows(AROUND_A_NAME % (iri, iri))
        link = self.pages.link
        triples = [(way["value"], link(prop["value"]), self.shown(value)) for way, prop, value in rows]
        return self.pages.name(identifier, triples) if triples else None

    def shown(self, term: dict[str, str]) -> Link:
        return self.pages.link(term["value"]) if term["type"] == "uri" else Link(term["value"])

    def html(self, page: str, status: int = 200) -> Response:
        return HTMLResponse(page, status, {"content-security-policy": POLICY, "vary": "Accept"})

    def missing(self, words: str) -> Response:
        return self.html(self.pages.fault(words), 404)


def make_app(folder: str | Path, settings: Settings | None = None, ontology: Path | None = None) -> Starlette:
    """The endpoint of a build's folder as an ASGI application.  Raises GraphError where there is no graph."""
    place = Path(folder)
    file = place / "graph.ttl"
    if not file.is_file():
        raise GraphError(f"{place}: no graph here, expected a folder with graph.ttl")
    graph = load(place)
    pages = make_pages(Shelf(graph), named_queries(ontology), ontology)
    endpoint = Endpoint(place, graph, pages, Pool(file, graph.base, settings or Settings()))

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        try:
            await endpoint.pool.start()
        except GraphError as error:
            app.state.fault = error
            raise
        try:
            yield
        finally:
            await endpoint.pool.end()

    app = Starlette(routes=_routes(endpoint), lifespan=life, exception_handlers={FaultError: _fault, 404: _missing})
    app.add_middleware(Guard, settings=endpoint.pool.settings)
    return app


def _routes(endpoint: Endpoint) -> list[Route]:
    def get(path: str, answer: Callable[[Request], Awaitable[Response]]) -> Route:
        return Route(path, answer, methods=["GET"])

    names = [get(f"/{tail}{{local:path}}", endpoint.known) for tail in PREFIXES.values() if tail.endswith("/")]
    return [
        Route("/sparql", endpoint.sparql, methods=["GET", "POST"]),
        get("/", endpoint.query),
        get("/browse", endpoint.browse),
        get("/graph", endpoint.graph_page),
        get("/ontology", endpoint.ontology),
        get("/static/{name}", endpoint.static),
        *names,
    ]


async def _fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, FaultError)
    return fault(error.status, str(error))


async def _missing(request: Request, error: Exception) -> Response:
    return fault(404, "nothing here")


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses what a web site asks that wants to read a loopback server, or to keep it busy.

    The one names another host; of the other a browser says so (W3C Fetch Metadata, Sec-Fetch-Site).
    """

    app: ASGIApp
    settings: Settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *SECURITY]
            await send(message)

        hosts, headers = self.settings.hosts, dict(scope["headers"])
        if hosts and _host(headers.get(b"host", b"")) not in hosts:
            await fault(421, "the endpoint is not called so")(scope, receive, secured)
        elif scope["path"] == "/sparql" and headers.get(b"sec-fetch-site") == b"cross-site":
            await fault(403, "pages of other sites may not query the endpoint")(scope, receive, secured)
        else:
            await self.app(scope, receive, secured)


def _host(header: bytes) -> str:
    """`[::1]:8000` -> `::1`."""
    name = header.decode("latin-1").lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0]


# ---------------------------------------------------------------- running


def serve(
    folder: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    settings: Settings | None = None,
    ontology: Path | None = None,
    started: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve until interrupted; `started` is told the address.  Port 0 takes a free one.

    Raises InputError where the address cannot be taken, GraphError where there is no graph.
    """
    limits = settings or Settings()
    if host.lower() not in limits.hosts:  # it is to be reached from elsewhere, under whatever name
        limits = replace(limits, hosts=())
    app = make_app(folder, limits, ontology)
    taken = _take(host, port)
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, ws="none", http="h11", loop="asyncio",
        limit_concurrency=limits.connections, timeout_keep_alive=5, timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=256 * 1024,
    )  # fmt: skip
    name, number = taken.getsockname()[:2]
    started(f"http://{f'[{name}]' if ':' in name else name}:{number}/")
    uvicorn.Server(config).run(sockets=[taken])
    if fault := getattr(app.state, "fault", None):
        raise fault


def _take(host: str, port: int) -> socket.socket:
    try:
        kind, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(kind, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
        taken.listen(128)  # before anybody is told the address: who calls early waits
    except OSError as error:
        raise InputError(f"{host}:{port}: {error.strerror or error}; expected an address that is free") from None
    return taken
