"""An answer in the formats that clients of an endpoint read: SPARQL results, or RDF for CONSTRUCT and DESCRIBE."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries.answers import Answer
from kg.queries.engines import to_oxigraph, to_subject
from kg.views.rdf import prefixes
from kg.views.rdf.terms import STRING, Literal, Term

RESULTS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media type -> format of a SELECT or ASK, the one that is preferred first."""
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/n-quads": "nq",
    "application/trig": "trig",
    "text/n3": "n3",
}
"""Media type -> format of a graph, the one that is preferred first."""
RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "n3": ox.RdfFormat.N3,
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TSV = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def serialize(answer: Answer, form: str) -> bytes:
    """The answer in a format of RESULTS or, for a graph, of GRAPHS; UTF-8.  Raises QueryError for any other."""
    if answer.is_graph:
        if form not in RDF_FORMATS:
            raise QueryError(f"a graph cannot be written as '{form}'; expected one of {', '.join(RDF_FORMATS)}")
        return _graph(answer, form)
    writers = {"json": Answer.to_json, "xml": to_xml, "csv": to_plain_csv, "tsv": to_tsv}
    if form not in writers:
        raise QueryError(f"rows cannot be written as '{form}'; expected one of {', '.join(writers)}")
    return writers[form](answer).encode("utf-8", "replace")


def _graph(answer: Answer, form: str) -> bytes:
    triples = [ox.Triple(to_subject(s), ox.NamedNode(p), to_oxigraph(o)) for s, p, o in _triples(answer, form)]
    names = prefixes(answer.base) if form not in ("nt", "nq") else None
    return ox.serialize(triples, format=RDF_FORMATS[form], prefixes=names) or b""


def _triples(answer: Answer, form: str) -> list[tuple[str, str, Term]]:
    rows: list[tuple[str, str, Term]] = [(str(s), str(p), o) for s, p, o in answer.terms if o is not None]
    if form != "rdfxml":
        return rows
    return [(s, p, o._replace(lexical=_xml_text(o.lexical)) if isinstance(o, Literal) else o) for s, p, o in rows]


def to_plain_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV: the values exactly, lines ending in CR LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    if answer.boolean is not None:
        writer.writerows([["boolean"], [str(answer.boolean).lower()]])
    else:
        writer.writerow(answer.columns)
        writer.writerows([[_bare(term) for term in row] for row in answer.terms])
    return stream.getvalue()


def _bare(term: Term | None) -> str:
    if term is None:
        return ""
    return term.lexical if isinstance(term, Literal) else term


def to_tsv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results TSV: the terms as Turtle writes them."""
    if answer.boolean is not None:
        return f"?boolean\n{str(answer.boolean).lower()}\n"
    lines = ["\t".join(f"?{name}" for name in answer.columns)]
    lines += ["\t".join(_turtle(term) for term in row) for row in answer.terms]
    return "\n".join(lines) + "\n"


def _turtle(term: Term | None) -> str:
    if term is None:
        return ""
    if not isinstance(term, Literal):
        return term if term.startswith("_:") else f"<{term}>"
    quoted = '"' + "".join(_TSV.get(c, c) for c in term.lexical) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == STRING else f"{quoted}^^<{term.datatype}>"


def to_xml(answer: Answer) -> str:
    """SPARQL Query Results XML; U+FFFD for the characters that XML has no place for."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.columns)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    lines.append(f"<head>{head}</head>")
    if answer.boolean is not None:
        lines.append(f"<boolean>{str(answer.boolean).lower()}</boolean>")
    else:
        results = (zip(answer.columns, row, strict=True) for row in answer.terms)
        lines += ["<results>", *(f"<result>{''.join(_bindings(row))}</result>" for row in results), "</results>"]
    return "\n".join([*lines, "</sparql>"]) + "\n"


def _bindings(row: zip[tuple[str, Term | None]]) -> list[str]:
    return [f"<binding name={quoteattr(name)}>{_xml(term)}</binding>" for name, term in row if term is not None]


def _xml(term: Term) -> str:
    if not isinstance(term, Literal):
        blank = term.startswith("_:")
        return f"<bnode>{_xml_text(term[2:])}</bnode>" if blank else f"<uri>{escape(_xml_text(term))}</uri>"
    kind = "" if term.datatype == STRING else f" datatype={quoteattr(term.datatype)}"
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    return f"<literal{kind}>{escape(_xml_text(term.lexical), {chr(13): '&#13;'})}</literal>"


def _xml_text(words: str) -> str:
    return _NO_XML.sub("\ufffd", words)
