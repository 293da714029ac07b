"""Triples -> Turtle: grouped by subject, sorted, prefixed, the same bytes for the same triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.views.rdf.terms import BOOLEAN, DECIMAL, INTEGER, STRING, A, Literal, Term, Triple

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {INTEGER: re.compile(r"-?[0-9]+"), DECIMAL: re.compile(r"-?[0-9]+\.[0-9]+"), BOOLEAN: re.compile("true|false")}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f]')


def write_turtle_file(triples: Iterable[Triple], path: str | Path, prefixes: Mapping[str, str]) -> None:
    """Write the triples to `path`; an older file is replaced once the new one is whole."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(turtle_lines(triples, prefixes))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def turtle_lines(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the document block by block: prefixes, then one block a subject, in the order of IRIs."""
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    by_subject: dict[str, set[tuple[str, Term]]] = {}
    for subject, predicate, term in triples:
        by_subject.setdefault(subject, set()).add((predicate, term))
    shorten = _Shortener(prefixes)
    for subject in sorted(by_subject):
        yield "\n" + _block(subject, by_subject[subject], shorten)


def _block(subject: str, pairs: set[tuple[str, Term]], shorten: _Shortener) -> str:
    objects: dict[str, list[str]] = {}
    for predicate, term in pairs:
        objects.setdefault(predicate, []).append(shorten(term) if isinstance(term, str) else literal(term, shorten))
    lines = []
    for predicate in sorted(objects, key=lambda p: (p != A, p)):
        name = "a" if predicate == A else shorten(predicate)
        lines.append(f"{name} {', '.join(sorted(objects[predicate]))}")
    joined = " ;\n    ".join(lines)
    return f"{shorten(subject)} {joined} .\n"


class _Shortener:
    """IRI -> prefixed name where one may stand, else the IRI in angle brackets."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = {namespace: prefix for prefix, namespace in sorted(prefixes.items())}

    def __call__(self, iri: str) -> str:
        # A local name holds neither "/" nor "#", so the namespace ends at the last of them.
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self.prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else f"<{iri}>"


def literal(term: Literal, shorten: _Shortener) -> str:
    """A literal as Turtle: numbers and booleans bare where that keeps their form."""
    bare = _BARE.get(term.datatype)
    if bare and bare.fullmatch(term.lexical):
        return term.lexical
    quoted = f'"{_ESCAPED.sub(_escape, term.lexical)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == STRING else f"{quoted}^^{shorten(term.datatype)}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
