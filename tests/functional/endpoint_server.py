"""`kg serve` on a free loopback port, as its tests use it."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from tests.conftest import ROOT

QUERY, FORM = "application/sparql-query", "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answered:
    status: int
    kind: str
    body: bytes
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Served:
    """A server that runs: its port, the id of its process."""

    port: int
    process: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answered:
        """One request on a connection of its own; `Content_Type` stands for Content-Type."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Answered(answer.status, told.get("content-type", "").partition(";")[0], answer.read(), told)
        finally:
            connection.close()

    def get(self, path: str = "/sparql", *, accept: str = "*/*", **fields: str) -> Answered:
        return self.ask("GET", f"{path}?{urlencode(fields)}" if fields else path, Accept=accept)

    def post(self, query: str | bytes, *, kind: str = QUERY, **headers: str) -> Answered:
        body = query if isinstance(query, bytes) else query.encode()
        return self.ask("POST", "/sparql", body, Content_Type=kind, **headers)

    def memory(self) -> int:
        """The most bytes that the server and its processes have taken at one time, each by itself."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        status = [Path(f"/proc/{number}/status").read_text() for number in (self.process, *children)]
        return max(int(re.search(r"VmHWM:\s+(\d+)", text)[1]) for text in status) * 1024


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Served]:
    """The server of a folder; it ends with the block."""
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        try:
            line = process.stdout.readline().decode()
            assert line, process.stderr.read().decode()
            server = Served(int(re.search(r":(\d+)/$", line.strip())[1]), process.pid)
            server.get("/")  # waits until it listens
            yield server
        finally:
            process.terminate()
            process.communicate(timeout=30)
