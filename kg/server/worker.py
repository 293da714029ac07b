"""A process that loads a graph, then answers one query after the other until its input ends, or it is ended.

A line of JSON a job comes in; a line of JSON with status, media type and size goes out, then the body.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import KgError, LimitError, QueryError, RefusedError
from kg.queries import answer
from kg.queries.binding import with_bindings
from kg.queries.checking import check_query, is_for_graph
from kg.queries.engines import Source
from kg.queries.formats import GRAPHS, RESULTS, serialize
from kg.server.negotiation import best
from kg.views.rdf import prefixes

OUT_OF_MEMORY = "the query needs more memory than the endpoint grants: narrow it, or add LIMIT"
MOST_HINTS, MOST_OF_A_HINT = 20, 500
"""Hints that an answer comes with, and characters of each."""
STATUS: tuple[tuple[type[KgError], int], ...] = ((RefusedError, 403), (LimitError, 503), (QueryError, 400))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a job comes to."""

    status: int
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    hints: tuple[str, ...] = field(default=())


def main() -> None:
    """Answer jobs from standard input on standard output; the first argument is JSON: path, base, memory."""
    start = json.loads(sys.argv[1])
    source = Source(Path(start["path"]), start["base"]).loaded("oxigraph")
    _warm(source)
    _confine(start["memory"])
    _send(Reply(200, body=b"loaded"))
    for line in sys.stdin.buffer:
        _send(reply(source, json.loads(line)))


def reply(source: Source, job: Mapping[str, Any]) -> Reply:
    """The answer to a job: text, accepts, bind, hints, rows, size."""
    try:
        text = with_bindings(job["text"], job["bind"], source.base)
        text = check_query(text, prefixes(source.base))
        offered = GRAPHS if is_for_graph(text) else RESULTS
        kind = next(filter(None, (best(accept, tuple(offered)) for accept in job["accepts"])), None)
        if kind is None:
            return Reply(406, body=f"none of the formats asked for; there are {', '.join(offered)}".encode())
        given = answer(source, text, most=job["rows"], explain=job["hints"], strict=False)
        body = serialize(given, offered[kind])
    except KgError as error:
        status = next((status for cls, status in STATUS if isinstance(error, cls)), 500)
        return Reply(status, body=str(error).encode("utf-8", "replace"))
    except MemoryError:
        return Reply(503, body=OUT_OF_MEMORY.encode())
    if len(body) > job["size"]:
        return Reply(503, body=f"the answer has {len(body):,} bytes, at most {job['size']:,} are sent".encode())
    hints = tuple(hint[:MOST_OF_A_HINT] for hint in given.hints[:MOST_HINTS])
    return Reply(200, kind if kind.startswith("application/") else f"{kind}; charset=utf-8", body, hints)


def _send(given: Reply) -> None:
    head = {"status": given.status, "kind": given.kind, "size": len(given.body), "hints": given.hints}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + given.body)
    sys.stdout.buffer.flush()


def _warm(source: Source) -> None:
    """Load whatever is loaded on first use: later no file can be opened."""
    job = {"bind": {"s": "kge:x"}, "hints": True, "rows": 10, "size": 10**6}
    for text, kinds in (("SELECT * { ?s ?p ?o }", RESULTS), ("DESCRIBE ?s { ?s a kgo:Thing }", GRAPHS)):
        for kind in kinds:
            reply(source, {**job, "text": text, "accepts": [kind]})


def _confine(memory: int) -> None:
    """Take from this process what no query needs: new files and connections, and memory without end."""
    try:
        import resource
    except ImportError:  # Windows: the limits of time and size stay
        return
    highest = max((int(name) for name in os.listdir("/dev/fd") if name.isdigit()), default=64)  # noqa: PTH208
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(highest, 3), min(highest, 3)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    try:
        taken = int(statm.read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return
    resource.setrlimit(resource.RLIMIT_AS, (taken + memory, taken + memory))
