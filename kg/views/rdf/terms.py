"""Terms, triples and the names of other vocabularies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import rdflib

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
TIME = "http://www.w3.org/2006/time#"
DCT = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"

OTHERS = {
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "oa": OA,
    "prov": PROV,
    "time": TIME,
    "dcterms": DCT,
    "schema": SCHEMA,
}

A, LABEL, STRING, LANG_STRING = RDF + "type", RDFS + "label", XSD + "string", RDF + "langString"
INTEGER, DECIMAL, DOUBLE, BOOLEAN, DATE = (XSD + name for name in ("integer", "decimal", "double", "boolean", "date"))


class Literal(NamedTuple):
    """A literal; `language` only with LANG_STRING."""

    lexical: str
    datatype: str = STRING
    language: str = ""


Term: TypeAlias = str | Literal
"""An IRI (plain str) or a literal."""
Triple: TypeAlias = tuple[str, str, Term]


def text(value: str, language: str = "") -> Literal:
    """A string literal; half a surrogate pair, which RDF has no place for, becomes U+FFFD, so offsets stay."""
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        value = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    return Literal(value, LANG_STRING if language else STRING, language)


def english(value: str) -> Literal:
    return text(value, "en")


def number(value: float) -> Literal:
    """An xsd:integer where the number is whole, else an xsd:double."""
    if abs(value) < 1e15 and value == int(value):
        return Literal(str(int(value)), INTEGER)
    return Literal(repr(float(value)).replace("inf", "INF").replace("nan", "NaN"), DOUBLE)


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", BOOLEAN)


def to_rdflib(term: Term) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if isinstance(term, str):
        return rdflib.BNode(term[2:]) if term.startswith("_:") else rdflib.URIRef(term)
    if term.language:
        return rdflib.Literal(term.lexical, lang=term.language)
    datatype = None if term.datatype == STRING else rdflib.URIRef(term.datatype)
    return rdflib.Literal(term.lexical, datatype=datatype, normalize=False)


def from_rdflib(graph: rdflib.Graph) -> Iterator[Triple]:
    """Yield the triples of a graph; blank nodes, which the project never writes, as `_:` strings."""
    for s, p, o in graph:
        yield _plain(s), str(p), from_rdflib_term(o)


def _plain(node: rdflib.term.Node) -> str:
    return f"_:{node}" if isinstance(node, rdflib.BNode) else str(node)


def from_rdflib_term(node: rdflib.term.Node) -> Term:
    """One term of rdflib's."""
    if isinstance(node, rdflib.Literal):
        if node.language:
            return Literal(str(node), LANG_STRING, node.language)
        return Literal(str(node), str(node.datatype) if node.datatype else STRING)
    return _plain(node)
