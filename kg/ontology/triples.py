"""RDF text -> triples by subject, in the order of the file; faults of syntax are noted with file and line."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyoxigraph

from kg.ontology.faults import Faults

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
TYPE = f"{RDF}type"
CLASS_TYPES = frozenset({f"{RDFS}Class", f"{OWL}Class"})
PROPERTY_TYPES = frozenset(
    {f"{RDF}Property"}
    | {f"{OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation", "Symmetric", "Functional")}
)
DOMAIN = (f"{RDFS}domain", *(f"{base}domainIncludes" for base in _SCHEMA))
RANGE = (f"{RDFS}range", *(f"{base}rangeIncludes" for base in _SCHEMA))


@dataclass(slots=True)
class Triples:
    """Subject -> predicate -> objects, in the order of the file."""

    by_subject: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    foreign: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """(subject, predicate) -> texts that are marked as of another language than English."""

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.by_subject.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def values(self, subject: str, *predicates: str) -> tuple[str, ...]:
        rows = self.by_subject.get(subject, {})
        return tuple(dict.fromkeys(value for predicate in predicates for value in rows.get(predicate, ())))

    def first(self, subject: str, predicate: str) -> str:
        return next(iter(self.values(subject, predicate)), "")

    def of_type(self, types: frozenset[str]) -> list[str]:
        return [subject for subject in self.by_subject if types & set(self.values(subject, TYPE))]

    def alternatives(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """The values, an owl:unionOf as its members."""
        found: list[str] = []
        for value in values:
            union = self.first(value, f"{OWL}unionOf")
            found.extend(self._members(union) if union else [value])
        return tuple(dict.fromkeys(found))

    def _members(self, node: str) -> list[str]:
        members: list[str] = []
        seen: set[str] = set()
        while node and node not in seen:
            seen.add(node)
            members.extend(self.values(node, f"{RDF}first"))
            node = self.first(node, f"{RDF}rest")
        return members


def add_file(text: str | bytes, name: str, kind: pyoxigraph.RdfFormat, triples: Triples, faults: Faults) -> None:
    """Add the triples of a file's text; blank nodes of different files stay apart."""
    data = text.encode() if isinstance(text, str) else text
    try:
        for triple in pyoxigraph.parse(data, format=kind, rename_blank_nodes=True):
            subject, predicate, value = _text(triple.subject), triple.predicate.value, _text(triple.object)
            if _is_foreign(triple.object):
                triples.foreign.setdefault((subject, predicate), []).append(value)
                triples.by_subject.setdefault(subject, {})
            else:
                triples.add(subject, predicate, value)
    except (SyntaxError, ValueError, OSError) as error:
        line = getattr(error, "lineno", None)
        what = str(getattr(error, "msg", None) or error).splitlines()[0]
        if "remote context" in what:
            what = "its @context is on the network, from where nothing is fetched; expected it in the file"
        faults.add(name, f"line {line}: {what}" if line else what)


def _is_foreign(term: object) -> bool:
    language = term.language if isinstance(term, pyoxigraph.Literal) else None
    return bool(language) and str(language).lower().split("-")[0] != "en"


def _text(term: object) -> str:
    if isinstance(term, pyoxigraph.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, (pyoxigraph.NamedNode, pyoxigraph.Literal)) else str(term)
