"""Triples -> RDF/XML, a description a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.errors import InputError
from kg.views.rdf.blocks import Block, Pairs
from kg.views.rdf.terms import STRING, Literal, Term

_TAIL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*$")
"""The end of an IRI that may be the name of an element (ASCII only: older parsers know no other letters)."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rdfxml_lines(blocks: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the document, subjects in their order; a character that XML 1.0 cannot hold becomes U+FFFD.

    Raises InputError for a property whose IRI ends in nothing that can be the name of an element.
    """
    spaces = {namespace: prefix for prefix, namespace in sorted(prefixes.items())}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield "".join(f"\n    xmlns:{prefix}={quoteattr(prefixes[prefix])}" for prefix in sorted(prefixes)) + ">\n"
    for subject, pairs in blocks:
        yield f"<rdf:Description rdf:about={_attribute(subject)}>\n"
        yield from sorted(_elements(pairs, spaces))
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _elements(pairs: Pairs, spaces: Mapping[str, str]) -> Iterator[str]:
    for predicate, term in pairs:
        name, declared = _name(predicate, spaces)
        yield f"  <{name}{declared}{_value(term, name)}\n"


def _name(predicate: str, spaces: Mapping[str, str]) -> tuple[str, str]:
    """The element's name, and a declaration where its namespace is none of the document's."""
    tail = _TAIL.search(predicate)
    if not tail:
        raise InputError(f"RDF/XML has no way to write the property <{predicate}>: choose another format")
    namespace, local = predicate[: tail.start()], tail[0]
    if namespace in spaces:
        return f"{spaces[namespace]}:{local}", ""
    return f"n:{local}", f" xmlns:n={_attribute(namespace)}"


def _value(term: Term, name: str) -> str:
    if not isinstance(term, Literal):
        return f" rdf:resource={_attribute(term)}/>"
    # A parser would turn a bare carriage return into a line feed.
    words = escape(_NOT_XML.sub("\ufffd", term.lexical), {"\r": "&#13;"})
    if term.language:
        return f' xml:lang="{term.language}">{words}</{name}>'
    kind = "" if term.datatype == STRING else f" rdf:datatype={_attribute(term.datatype)}"
    return f"{kind}>{words}</{name}>"


def _attribute(iri: str) -> str:
    return quoteattr(iri)
