"""news.ttl -> classes and properties.

Several rdfs:domain mean *all of them* in RDFS; alternatives are written schema:domainIncludes, schema:rangeIncludes or
an owl:unionOf.  Parents outside the file (schema.org, SEM) are alignments and not part of the closure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pyoxigraph

from kg.ontology.faults import Faults
from kg.ontology.terms import OntologyClass, Property, above
from kg.ontology.triples import CLASS_TYPES, DOMAIN, OWL, PROPERTY_TYPES, RANGE, RDFS, SKOS, TYPE, Triples, add_file

_Term = TypeVar("_Term", OntologyClass, Property)

KGO = "https://w3id.org/newskg/ontology#"


def read_vocabulary(
    paths: Iterable[Path], faults: Faults
) -> tuple[Mapping[str, OntologyClass], Mapping[str, Property]]:
    """Classes and properties by compact id, in the order of the files; faults of syntax and reference are noted."""
    triples = Triples()
    files: dict[str, str] = {}
    for path in paths:
        _read_turtle(path, triples, faults)
        for subject in triples.by_subject:
            files.setdefault(subject, path.name)
    classes = {found.id: found for found in (_class(triples, s) for s in triples.of_type(CLASS_TYPES)) if found}
    properties = {found.id: found for found in map(lambda s: _property(triples, s), triples.of_type(PROPERTY_TYPES))}
    _check(classes, properties, files={compact(subject): name for subject, name in files.items()}, faults=faults)
    return _declared_parents(classes), _with_inverses(_declared_parents(properties))


def compact(iri: str) -> str:
    """`kgo:Person` for a term of the project's; the IRI itself for any other."""
    return f"kgo:{iri.removeprefix(KGO)}" if iri.startswith(KGO) else iri


def _read_turtle(path: Path, triples: Triples, faults: Faults) -> None:
    try:
        add_file(path.read_bytes(), path.name, pyoxigraph.RdfFormat.TURTLE, triples, faults)
    except OSError as error:
        faults.add(path.name, str(error))


def _class(triples: Triples, subject: str) -> OntologyClass | None:
    if subject.startswith("_:"):
        return None
    return OntologyClass(
        id=compact(subject),
        label=triples.first(subject, f"{RDFS}label"),
        comment=triples.first(subject, f"{RDFS}comment"),
        parents=tuple(map(compact, triples.values(subject, f"{RDFS}subClassOf"))),
        notation=triples.values(subject, f"{SKOS}notation"),
    )


def _property(triples: Triples, subject: str) -> Property:
    types = triples.values(subject, TYPE)
    inverse = triples.first(subject, f"{OWL}inverseOf")
    return Property(
        id=compact(subject),
        label=triples.first(subject, f"{RDFS}label"),
        comment=triples.first(subject, f"{RDFS}comment"),
        parents=tuple(map(compact, triples.values(subject, f"{RDFS}subPropertyOf"))),
        domain=_alternatives(triples, triples.values(subject, *DOMAIN)),
        range=_alternatives(triples, triples.values(subject, *RANGE)),
        inverse=compact(inverse) if inverse else None,
        symmetric=f"{OWL}SymmetricProperty" in types,
        functional=f"{OWL}FunctionalProperty" in types,
    )


def _alternatives(triples: Triples, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(compact(value) for value in triples.alternatives(values))


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
