"""news.ttl -> classes and properties.

Several rdfs:domain mean *all of them* in RDFS; alternatives are written schema:domainIncludes, schema:rangeIncludes or
an owl:unionOf.  Parents outside the file (schema.org, SEM) are alignments and not part of the closure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pyoxigraph

from kg.ontology.faults import Faults
from kg.ontology.terms import OntologyClass, Property, above

_Term = TypeVar("_Term", OntologyClass, Property)

KGO = "https://w3id.org/newskg/ontology#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
_TYPE = f"{_RDF}type"
_CLASS_TYPES = frozenset({f"{_RDFS}Class", f"{_OWL}Class"})
_PROPERTY_TYPES = frozenset(
    {f"{_RDF}Property"}
    | {f"{_OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation", "Symmetric", "Functional")}
)
_DOMAIN = (f"{_RDFS}domain", *(f"{base}domainIncludes" for base in _SCHEMA))
_RANGE = (f"{_RDFS}range", *(f"{base}rangeIncludes" for base in _SCHEMA))


@dataclass(slots=True)
class _Triples:
    """Subject -> predicate -> objects, in the order of the file."""

    by_subject: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.by_subject.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def values(self, subject: str, *predicates: str) -> tuple[str, ...]:
        rows = self.by_subject.get(subject, {})
        return tuple(dict.fromkeys(value for predicate in predicates for value in rows.get(predicate, ())))

    def first(self, subject: str, predicate: str) -> str:
        return next(iter(self.values(subject, predicate)), "")

    def of_type(self, types: frozenset[str]) -> list[str]:
        return [subject for subject in self.by_subject if types & set(self.values(subject, _TYPE))]


def read_vocabulary(
    paths: Iterable[Path], faults: Faults
) -> tuple[Mapping[str, OntologyClass], Mapping[str, Property]]:
    """Classes and properties by compact id, in the order of the files; faults of syntax and reference are noted."""
    triples = _Triples()
    files: dict[str, str] = {}
    for path in paths:
        _read_turtle(path, triples, faults)
        for subject in triples.by_subject:
            files.setdefault(subject, path.name)
    classes = {found.id: found for found in (_class(triples, s) for s in triples.of_type(_CLASS_TYPES)) if found}
    properties = {found.id: found for found in map(lambda s: _property(triples, s), triples.of_type(_PROPERTY_TYPES))}
    _check(classes, properties, files={compact(subject): name for subject, name in files.items()}, faults=faults)
    return _declared_parents(classes), _with_inverses(_declared_parents(properties))


def compact(iri: str) -> str:
    """`kgo:Person` for a term of the project's; the IRI itself for any other."""
    return f"kgo:{iri.removeprefix(KGO)}" if iri.startswith(KGO) else iri


def _read_turtle(path: Path, triples: _Triples, faults: Faults) -> None:
    try:
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            triples.add(_text(triple.subject), triple.predicate.value, _text(triple.object))
    except (SyntaxError, ValueError, OSError) as error:
        line = getattr(error, "lineno", None)
        what = str(getattr(error, "msg", None) or error).splitlines()[0]
        faults.add(path.name, f"line {line}: {what}" if line else what)


def _text(term: object) -> str:
    if isinstance(term, pyoxigraph.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, (pyoxigraph.NamedNode, pyoxigraph.Literal)) else str(term)


def _class(triples: _Triples, subject: str) -> OntologyClass | None:
    if subject.startswith("_:"):
        return None
    return OntologyClass(
        id=compact(subject),
        label=triples.first(subject, f"{_RDFS}label"),
        comment=triples.first(subject, f"{_RDFS}comment"),
        parents=tuple(map(compact, triples.values(subject, f"{_RDFS}subClassOf"))),
        notation=triples.values(subject, f"{_SKOS}notation"),
    )


def _property(triples: _Triples, subject: str) -> Property:
    types = triples.values(subject, _TYPE)
    inverse = triples.first(subject, f"{_OWL}inverseOf")
    return Property(
        id=compact(subject),
        label=triples.first(subject, f"{_RDFS}label"),
        comment=triples.first(subject, f"{_RDFS}comment"),
        parents=tuple(map(compact, triples.values(subject, f"{_RDFS}subPropertyOf"))),
        domain=_alternatives(triples, triples.values(subject, *_DOMAIN)),
        range=_alternatives(triples, triples.values(subject, *_RANGE)),
        inverse=compact(inverse) if inverse else None,
        symmetric=f"{_OWL}SymmetricProperty" in types,
        functional=f"{_OWL}FunctionalProperty" in types,
    )


def _alternatives(triples: _Triples, values: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for value in values:
        union = triples.first(value, f"{_OWL}unionOf")
        found.extend(_members(triples, union) if union else [value])
    return tuple(compact(value) for value in dict.fromkeys(found))


def _members(triples: _Triples, node: str) -> list[str]:
    members: list[str] = []
    seen: set[str] = set()
    while node and node not in seen:
        seen.add(node)
        members.extend(triples.values(node, f"{_RDF}first"))
        node = triples.first(node, f"{_RDF}rest")
    return members


def _check(
    classes: Mapping[str, OntologyClass],
    properties: Mapping[str, Property],
    *,
    files: Mapping[str, str],
    faults: Faults,
) -> None:
    terms: list[OntologyClass | Property] = [*classes.values(), *properties.values()]
    for term in terms:
        if not term.label:
            faults.add(files[term.id], f"'{term.id}' has no rdfs:label")
        peers = classes if isinstance(term, OntologyClass) else properties
        _check_names(term.parents, peers, f"'{term.id}' is below", file=files[term.id], faults=faults)
    for prop in properties.values():
        _check_names((*prop.domain, *prop.range), classes, f"'{prop.id}' joins", file=files[prop.id], faults=faults)
        inverse = (prop.inverse,) if prop.inverse else ()
        _check_names(inverse, properties, f"'{prop.id}' is the inverse of", file=files[prop.id], faults=faults)
    _check_circles(classes, files, faults)
    _check_circles(properties, files, faults)


def _check_names(names: Iterable[str], known: Mapping[str, object], found: str, *, file: str, faults: Faults) -> None:
    for name in names:
        if name.startswith("kgo:") and name not in known:
            faults.unknown(file, f"{found} '{name}', which it does not declare", name, known)


def _check_circles(
    terms: Mapping[str, OntologyClass] | Mapping[str, Property], files: Mapping[str, str], faults: Faults
) -> None:
    parents = {term.id: term.parents for term in terms.values()}
    for term in parents:
        if any(term in above(parent, parents) for parent in parents[term]):
            faults.add(files[term], f"'{term}' stands below itself")


def _declared_parents(terms: Mapping[str, _Term]) -> dict[str, _Term]:
    return {
        name: replace(term, parents=tuple(parent for parent in term.parents if parent in terms))
        for name, term in terms.items()
    }


def _with_inverses(properties: Mapping[str, Property]) -> dict[str, Property]:
    """The same, each inverse known from both sides."""
    back = {prop.inverse: prop.id for prop in properties.values() if prop.inverse}
    return {name: replace(prop, inverse=prop.inverse or back.get(name)) for name, prop in properties.items()}
