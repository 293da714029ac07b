"""`kg extract --form typed`: lines of identifier and text -> triples in terms of a user's ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kg.errors import InputError
from kg.learning.frames import Learned
from kg.learning.tagging import BATCH, Tagger
from kg.model import Document
from kg.ontology import Ontology
from kg.parsing import load_model, parse


def typed_rows(
    lines: Iterable[str], learned: Learned, *, ontology: Ontology, model: str | None = None
) -> Iterator[str]:
    """Yield identifier, subject, label of a property, object; the lines of a text in its order, each once.

    Raises InputError for a line without a tab.
    """
    nlp, tagger = load_model(model), Tagger(learned, ontology)
    numbered = enumerate(lines, start=1)
    while batch := [_pair(number, line) for number, line in islice(numbered, BATCH)]:
        found = tagger.tag(parse((Document(name, text) for name, text in batch), nlp=nlp))
        for (name, _), told in zip(batch, found, strict=True):
            yield from dict.fromkeys(f"{name}\t{t.subject}\t{t.property}\t{t.object}" for t in told)


def _pair(number: int, line: str) -> tuple[str, str]:
    identifier, tab, text = line.partition("\t")
    if not tab:
        raise InputError(f"line {number}: found '{line[:40]}', expected identifier, tab, text")
    return identifier, text
