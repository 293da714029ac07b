"""The processes that answer queries: each asked one thing at a time, ended when its time is up, and replaced."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import GraphError
from kg.server.settings import Settings
from kg.server.worker import OUT_OF_MEMORY, Reply

_START = "import json,sys; sys.path[:] = json.loads(sys.argv[1])['sys']; from kg.server.worker import main; main()"
LOADING = 600.0
"""Seconds until a process that has not loaded its graph is given up."""
MOST_HEAD = 2**20
"""Bytes of the line before an answer: twenty hints of 500 characters, however escaped, have less."""
BUSY = Reply(503, body=b"the endpoint is busy: come back in a moment")


class FaultError(Exception):
    """A request that is answered with a status and one line."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@dataclass(slots=True)
class Worker:
    """One process, started when it is first needed, and again after it was ended."""

    path: Path
    base: str
    memory: int
    process: Process | None = None

    async def start(self) -> None:
        """Wait until a process has loaded the graph.  Raises GraphError where it cannot."""
        if self.process is not None and self.process.returncode is None:
            return
        job = {"path": str(self.path.resolve()), "base": self.base, "memory": self.memory, "sys": sys.path}
        command = (sys.executable, "-c", _START, json.dumps(job))
        self.process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=MOST_HEAD
        )
        try:
            async with asyncio.timeout(LOADING):
                await self._receive()
        except (OSError, EOFError, ValueError, TimeoutError):
            await self.end()
            raise GraphError(f"{self.path}: the graph cannot be loaded") from None

    async def ask(self, job: Mapping[str, object], seconds: float) -> Reply:
        """The reply to a job; a process that takes longer, or dies of it, is ended."""
        assert self.process is not None and self.process.stdin is not None
        try:
            async with asyncio.timeout(seconds):
                self.process.stdin.write(json.dumps(job).encode() + b"\n")
                await self.process.stdin.drain()
                return await self._receive()
        except TimeoutError:
            await self.end()
            return Reply(503, body=f"the query ran out of time: limit {seconds:g} s".encode())
        except (OSError, EOFError):
            await self.end()
            return Reply(503, body=OUT_OF_MEMORY.encode())
        except ValueError:  # a line too long, or no JSON: what follows it cannot be told apart
            await self.end()
            return Reply(500, body=b"the answer cannot be read")
        except asyncio.CancelledError:
            await self.end()
            raise

    async def _receive(self) -> Reply:
        assert self.process is not None and self.process.stdout is not None
        line = await self.process.stdout.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        head = json.loads(line)
        body = await self.process.stdout.readexactly(head["size"])
        return Reply(head["status"], head["kind"], body, tuple(head["hints"]))

    async def end(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        self.process = None


@dataclass(slots=True)
class Pool:
    """As many workers as the settings say; queries wait in a row that has an end."""

    path: Path
    base: str
    settings: Settings
    workers: list[Worker] = field(default_factory=list)
    free: asyncio.Queue[Worker] = field(default_factory=asyncio.Queue)
    waiting: int = 0
    mending: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self) -> None:
        """Raises GraphError where the graph cannot be loaded."""
        self.workers = [Worker(self.path, self.base, self.settings.memory) for _ in range(self.settings.workers)]
        try:
            await asyncio.gather(*(worker.start() for worker in self.workers))
        except GraphError:
            await self.end()
            raise
        for worker in self.workers:
            self.free.put_nowait(worker)

    async def ask(self, job: Mapping[str, object]) -> Reply:
        """The reply of the first process that is free, or that the endpoint is busy."""
        if self.waiting >= self.settings.waiting:
            return BUSY
        self.waiting += 1
        try:
            async with asyncio.timeout(self.settings.seconds):
                worker = await self.free.get()
        except TimeoutError:
            return BUSY
        finally:
            self.waiting -= 1
        try:
            return await worker.ask(job, self.settings.seconds)
        finally:
            self._give_back(worker)

    async def rows(self, text: str) -> list[tuple[dict[str, str], ...]]:
        """The terms of a query of the endpoint's own, each row whole; none where the query is no query.

        Raises FaultError where it cannot be answered now.
        """
        limits = {"rows": self.settings.rows, "size": self.settings.answer}
        given = await self.ask({"text": text, "accepts": [""], "bind": {}, "hints": False, **limits})
        if given.status >= 500:
            raise FaultError(given.status, given.body.decode("utf-8", "replace"))
        if given.status != 200:
            return []
        results = json.loads(given.body)
        return [tuple(row[name] for name in results["head"]["vars"]) for row in results["results"]["bindings"]]

    def _give_back(self, worker: Worker) -> None:
        """At once where it lives, else once another process has loaded the graph in its place."""
        if worker.process is not None:
            self.free.put_nowait(worker)
            return
        task = asyncio.create_task(self._mend(worker))
        self.mending.add(task)
        task.add_done_callback(self.mending.discard)

    async def _mend(self, worker: Worker) -> None:
        while True:
            try:
                await worker.start()
            except GraphError:  # the file is being replaced by a build: it will be there again
                await asyncio.sleep(1)
                continue
            self.free.put_nowait(worker)
            return

    async def end(self) -> None:
        tasks = [*self.mending]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)  # else one could start a process after its worker's end
        for worker in self.workers:
            await worker.end()
