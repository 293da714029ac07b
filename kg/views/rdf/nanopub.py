"""One statement as a nanopublication (nanopub.net, guidelines of 2015): what it says, whence it is, who publishes it.

What is asserted is a plain triple in the assertion; a denial, a plan or a claim is there as a statement with its stance
alone, so that nobody who merges assertions takes it for a fact.  No clock is read: the day of publishing is given only
where SOURCE_DATE_EPOCH tells one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from rapidfuzz import process

from kg.errors import InputError
from kg.graph import KnowledgeGraph, expand
from kg.model import Statement
from kg.views.rdf.blocks import sorted_blocks
from kg.views.rdf.describing import Describer
from kg.views.rdf.quads import Chooser, Quads
from kg.views.rdf.terms import DCT, LABEL, PROV, XSD, A, Literal, Triple, english
from kg.views.rdf.trig import trig_lines

NP = "http://www.nanopub.org/nschema#"

PARTS = {
    "Head": "which graph is what",
    "assertion": "what is said",
    "provenance": "whence it is known: documents, passages, quotes",
    "pubinfo": "about this nanopublication",
}


def nanopub_lines(graph: KnowledgeGraph, statement: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the TriG document of the statement with this id (`9f2c…`, `kgs:9f2c…` or its IRI).

    Raises InputError, with the nearest id, where there is none.
    """
    found = _find(graph, statement)
    me = f"{graph.base}nanopub/{found.id}"
    triples = {
        "Head": _head(me),
        "assertion": _assertion(graph, found),
        "provenance": _provenance(graph, found, f"{me}/assertion"),
        "pubinfo": _pubinfo(me, graph, found),
    }
    quads: list[Quads] = [
        (f"{me}/{part}", subject, pairs) for part in PARTS for subject, pairs in sorted_blocks(triples[part])
    ]
    names = {**prefixes, "np": NP, "this": f"{me}/"}
    return trig_lines(quads, names, PARTS)


def _find(graph: KnowledgeGraph, wanted: str) -> Statement:
    key = wanted.removeprefix(f"{graph.base}statement/").removeprefix("kgs:")
    if key in graph.statements:
        return graph.statements[key]
    best = process.extractOne(key, sorted(graph.statements))
    raise InputError(f"no statement '{wanted}'" + (f"; did you mean '{best[0]}'?" if best else ""))


def _head(me: str) -> Iterator[Triple]:
    yield me, A, f"{NP}Nanopublication"
    for part, name in (("assertion", "Assertion"), ("provenance", "Provenance"), ("pubinfo", "PublicationInfo")):
        yield me, f"{NP}has{name}", f"{me}/{part}"


def _described(graph: KnowledgeGraph, s: Statement, *, provenance: bool) -> Iterator[Triple]:
    """The statement's own triples, those of one part."""
    choose = Chooser(graph)
    for triple in Describer(graph).statement(s):
        if (choose.name(triple) in ("evidence", "provenance")) is provenance:
            yield triple


def _assertion(graph: KnowledgeGraph, s: Statement) -> Iterator[Triple]:
    """The plain triple of what is asserted, the statement with its stance, and a label for every node in it."""
    yield from _described(graph, s, provenance=False)
    labels = graph.labels()
    iris = {expand(key, graph.base): label for key, (label, _) in labels.items()}
    for _, _, term in list(_described(graph, s, provenance=False)):
        if isinstance(term, str) and term in iris:
            yield term, LABEL, english(iris[term])


def _provenance(graph: KnowledgeGraph, s: Statement, assertion: str) -> Iterator[Triple]:
    yield from _described(graph, s, provenance=True)
    describer, told = Describer(graph), sorted({evidence.document for evidence in s.evidence})
    for key in told:
        yield assertion, PROV + "wasDerivedFrom", expand(f"kgd:{key}", graph.base)
        # The text of the article is its publisher's: the quotes are enough here.
        left_out = (f"{graph.base}ontology#text", f"{graph.base}ontology#skipped")
        document = graph.documents.get(key)
        if document:
            me = expand(f"kgd:{key}", graph.base)
            yield from (t for t in describer.document(document) if t[0] == me and t[1] not in left_out)
    if not told:
        yield assertion, PROV + "wasDerivedFrom", f"{graph.base}ontology#gazetteer"


def _pubinfo(me: str, graph: KnowledgeGraph, s: Statement) -> Iterator[Triple]:
    yield me, LABEL, english(s.label)
    yield me, PROV + "wasDerivedFrom", expand(f"kgs:{s.id}", graph.base)
    yield me, PROV + "wasAttributedTo", f"{graph.base}ontology#newskg"
    yield f"{graph.base}ontology#newskg", A, PROV + "SoftwareAgent"
    yield f"{graph.base}ontology#newskg", LABEL, english("newskg")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        day = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield me, DCT + "created", Literal(day, XSD + "dateTime")
