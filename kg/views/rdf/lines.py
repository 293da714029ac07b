"""Triples -> N-Triples, and quads -> N-Quads: a line each, in the order of subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.views.rdf.blocks import Block
from kg.views.rdf.quads import Quads
from kg.views.rdf.terms import STRING, Term

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f]')


def ntriples_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of each subject, sorted."""
    for subject, pairs in blocks:
        yield "".join(sorted(f"<{subject}> <{predicate}> {full(term)} .\n" for predicate, term in pairs))


def nquads_lines(quads: Iterable[Quads]) -> Iterator[str]:
    """Yield the lines of each graph and subject, sorted; the graph stands last."""
    for graph, subject, pairs in quads:
        yield "".join(sorted(f"<{subject}> <{predicate}> {full(term)} <{graph}> .\n" for predicate, term in pairs))


def full(term: Term) -> str:
    """A term without prefixes, as N-Triples has it."""
    if isinstance(term, str):
        return f"<{term}>"
    quoted = f'"{escaped(term.lexical)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == STRING else f"{quoted}^^<{term.datatype}>"


def escaped(text: str) -> str:
    """Text between the quotes of a literal, on one line."""
    return _ESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
