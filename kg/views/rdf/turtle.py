"""Triples -> Turtle: grouped by subject, sorted, prefixed, the same bytes for the same triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.views.rdf.blocks import Pairs, replacing, sorted_blocks
from kg.views.rdf.lines import escaped
from kg.views.rdf.terms import BOOLEAN, DECIMAL, INTEGER, STRING, A, Literal, Triple

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {
    INTEGER: re.compile(r"0|-?[1-9][0-9]*"),
    DECIMAL: re.compile(r"-?[0-9]+\.[0-9]+"),
    BOOLEAN: re.compile("true|false"),
}


def write_turtle_file(triples: Iterable[Triple], path: str | Path, prefixes: Mapping[str, str]) -> None:
    """Write the triples to `path`; an older file is replaced once the new one is whole."""
    with replacing(path) as stream:
        stream.writelines(turtle_lines(triples, prefixes))


def turtle_lines(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the document block by block: prefixes, then one block a subject, in the order of IRIs."""
    yield from prefix_lines(prefixes)
    shorten = Shortener(prefixes)
    for subject, pairs in sorted_blocks(triples):
        yield "\n" + block(subject, pairs, shorten)


def prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    return (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))


def block(subject: str, pairs: Pairs, shorten: Shortener) -> str:
    """What is said of one subject, ending in a line break."""
    objects: dict[str, list[str]] = {}
    for predicate, term in pairs:
        objects.setdefault(predicate, []).append(shorten(term) if isinstance(term, str) else literal(term, shorten))
    return joined_block(subject, objects, shorten)


def joined_block(subject: str, objects: dict[str, list[str]], shorten: Shortener) -> str:
    lines = []
    for predicate in sorted(objects, key=lambda p: (p != A, p)):
        name = "a" if predicate == A else shorten(predicate)
        lines.append(f"{name} {', '.join(sorted(objects[predicate]))}")
    joined = " ;\n    ".join(lines)
    return f"{shorten(subject)} {joined} .\n"


class Shortener:
    """IRI -> prefixed name where one may stand, else the IRI in angle brackets."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = {namespace: prefix for prefix, namespace in sorted(prefixes.items())}

    def __call__(self, iri: str) -> str:
        # A local name holds neither "/" nor "#", so the namespace ends at the last of them.
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self.prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else f"<{iri}>"


def literal(term: Literal, shorten: Shortener) -> str:
    """A literal as Turtle: numbers and booleans bare where that keeps their form."""
    bare = _BARE.get(term.datatype)
    if bare and bare.fullmatch(term.lexical):
        return term.lexical
    quoted = f'"{escaped(term.lexical)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == STRING else f"{quoted}^^{shorten(term.datatype)}"
