"""Triples -> blocks in the order of their subjects, however many there are."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from heapq import merge
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeAlias

from kg.views.rdf.terms import Term, Triple

Pairs: TypeAlias = set[tuple[str, Term]]
Block: TypeAlias = tuple[str, Pairs]
"""A subject with all that is said of it: predicate and object."""

MOST = 250_000
"""Triples kept in memory (about 100 MB); of more, sorted runs wait in temporary files that have no name."""

PACK = 50
"""Blocks that are written and read together."""


def sorted_blocks(triples: Iterable[Triple], most: int = MOST) -> Iterator[Block]:
    """Yield a block a subject, in the order of IRIs by code point; what comes twice stands in it once."""
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        held: dict[str, Pairs] = {}
        count = 0
        for subject, predicate, term in triples:
            held.setdefault(subject, set()).add((predicate, term))
            count += 1
            if count >= most:
                runs.append(_spilled(held, stack.enter_context(TemporaryFile())))
                held, count = {}, 0
        yield from _united([*map(_read, runs), ((subject, held[subject]) for subject in sorted(held))])


def _spilled(held: dict[str, Pairs], run: IO[bytes]) -> IO[bytes]:
    """Write the blocks in packs: within one, a predicate that comes again costs no more than a number."""
    subjects = sorted(held)
    for start in range(0, len(subjects), PACK):
        pickle.dump([(subject, held[subject]) for subject in subjects[start : start + PACK]], run, protocol=5)
    run.seek(0)
    return run


def _read(run: IO[bytes]) -> Iterator[Block]:
    while True:
        try:
            pack = pickle.load(run)
        except EOFError:
            return
        yield from pack


def _united(runs: list[Iterator[Block]]) -> Iterator[Block]:
    if len(runs) == 1:
        yield from runs[0]
        return
    last: Block | None = None
    for block in merge(*runs, key=itemgetter(0)):
        if last and last[0] == block[0]:
            last[1].update(block[1])
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


@contextmanager
def replacing(path: str | Path) -> Iterator[IO[str]]:
    """A text file to write to; an older file of the name is replaced once the new one is whole."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
