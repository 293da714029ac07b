"""Documents -> which of them are copies of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kg.model import Document
from kg.reading.passages import find_passages

ALIKE = 0.85
"""Share of five-word sequences that two bodies have in common (Jaccard) to be one text."""

_SHINGLE = 5
_PERMUTATIONS = 128
_BANDS = 32
_SEED = 42
_WORD = re.compile(r"\w+")


def find_duplicates(documents: Iterable[Document]) -> dict[str, str]:
    """Return, for each document whose body is nearly that of another, the id of the first: earliest day, then id.

    Candidates come from MinHash (128 permutations, 32 bands); each is then compared in full.
    """
    from rensa import RMinHash, RMinHashLSH

    ordered = sorted(documents, key=lambda document: (document.published or date.max, document.id))
    bodies = [_shingles(document) for document in ordered]
    lsh = RMinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    copies: dict[str, str] = {}
    for number, body in enumerate(bodies):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(sorted(body))
        same = [other for other in sorted(lsh.query(sketch)) if _alike(body, bodies[other])]
        if same:
            copies[ordered[number].id] = ordered[same[0]].id
        elif body:
            lsh.insert(number, sketch)
    return dict(sorted(copies.items()))


def _shingles(document: Document) -> set[str]:
    body = " ".join(passage.text for passage in find_passages(document) if not passage.heading)
    words = _WORD.findall(body.casefold())
    return {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))} if words else set()


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
