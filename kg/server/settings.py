"""What the endpoint grants one client."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits; seconds and bytes."""

    seconds: float = 10.0
    """For one query, once a process is free; as long again for its request to arrive, and to wait for a process."""
    workers: int = 2
    waiting: int = 16
    """Queries that may wait for a process; the next is told to come back."""
    connections: int = 200
    body: int = MEBIBYTE
    """Bytes of a request's body."""
    rows: int = 100_000
    answer: int = 64 * MEBIBYTE
    """Bytes of an answer."""
    memory: int = 1024 * MEBIBYTE
    """Bytes that a process may take beside the graph."""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    """Names under which a browser may call; any other is a web site that tries to get in.  Empty: all names."""
