"""Bring your own: classes and properties of any OWL or RDFS file, by English label, alternative label and name.

Read are Turtle, N-Triples, N3, RDF/XML, OWL (as RDF/XML or Turtle), JSON-LD, and the JSON of Text2KGBench (`concepts`
and `relations`).  What contradicts itself is refused: classes or properties below themselves, classes below two
disjoint ones, inverses that do not fit, terms that are used misspelt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph

from kg.ontology.faults import Faults
from kg.ontology.terms import above
from kg.ontology.triples import CLASS_TYPES, DOMAIN, OWL, PROPERTY_TYPES, RANGE, RDFS, SKOS, Triples, add_file

FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE, ".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".n3": pyoxigraph.RdfFormat.N3,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML, ".xml": pyoxigraph.RdfFormat.RDF_XML,
    ".owl": pyoxigraph.RdfFormat.RDF_XML, ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".json": pyoxigraph.RdfFormat.JSON_LD,
}  # fmt: skip
"""File suffix -> format; .owl and .json are looked into."""

_LABELS = (f"{RDFS}label", f"{SKOS}prefLabel")
_ALTERNATIVES = (f"{SKOS}altLabel", f"{SKOS}hiddenLabel", "https://schema.org/alternateName")
_SAME = (f"{OWL}equivalentClass", f"{OWL}equivalentProperty", f"{SKOS}exactMatch", f"{SKOS}closeMatch")
_DATATYPES = ("http://www.w3.org/2001/XMLSchema#", RDFS, "http://www.w3.org/1999/02/22-rdf-syntax-ns#", OWL)


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A class or property; `alternatives` are other labels."""

    id: str
    label: str
    alternatives: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str = ""
    examples: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    """Terms that it is declared to be the same as."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnOntology:
    """The terms of a user's ontology, by identifier."""

    name: str
    classes: Mapping[str, OwnTerm]
    properties: Mapping[str, OwnTerm]

    def find_property(self, words: str) -> OwnTerm | None:
        """The property that is called so: by identifier, label, alternative label or name; case and blanks are one."""
        return self.by_name().get(fold_label(words)) or self.properties.get(words)

    def by_name(self) -> dict[str, OwnTerm]:
        """Folded names -> property; labels go before alternative ones, those before names of identifiers."""
        found: dict[str, OwnTerm] = {}
        for names in (_label, _alternatives, _local):
            for term in self.properties.values():
                for name in names(term):
                    found.setdefault(fold_label(name), term)
        return found

    def labels(self) -> list[str]:
        """The labels of the properties, in order."""
        return [term.label for term in self.properties.values()]


def _label(term: OwnTerm) -> tuple[str, ...]:
    return (term.label,)


def _alternatives(term: OwnTerm) -> tuple[str, ...]:
    return term.alternatives


def _local(term: OwnTerm) -> tuple[str, ...]:
    return (words_of(term.id),)


def is_datatype(name: str) -> bool:
    """Whether a range is values, not things: `xsd:date`, `rdfs:Literal`."""
    return name.startswith(_DATATYPES) and name not in (f"{OWL}Thing", f"{RDFS}Resource")


def fold_label(label: str) -> str:
    """A label as labels are compared: lower case, one blank between words."""
    return " ".join(re.sub(r"[\s_-]+", " ", label).lower().split())


def words_of(iri: str) -> str:
    """The words of an identifier's last part: "founded by" of `http://example.org/own#foundedBy`."""
    last = re.split(r"[#/:]", iri.rstrip("#/"))[-1]
    return " ".join(re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_-]+", " ", last).lower().split())


def read_own(path: Path) -> OwnOntology:
    """The ontology of a file, or of all files of a folder that FORMATS names.

    Raises OntologyError with every fault: file, and line or term.
    """
    faults = Faults()
    files = [path] if path.is_file() else sorted(p for p in path.glob("*") if p.suffix.lower() in FORMATS)
    if not files:
        faults.add(path.name, f"no ontology here; expected a file that ends in {', '.join(FORMATS)}")
    triples = Triples()
    owner: dict[str, str] = {}
    for file in files:
        _read(file, triples, faults)
        for subject in triples.by_subject:
            owner.setdefault(subject, file.name)
    faults.raise_any()
    own = OwnOntology(path.name, _terms(triples, CLASS_TYPES), _terms(triples, PROPERTY_TYPES))
    if not own.properties:
        faults.add(path.name, "no property; expected rdf:Property, owl:ObjectProperty or owl:DatatypeProperty")
    _check(own, triples, owner, faults)
    faults.raise_any()
    return own


def _read(file: Path, triples: Triples, faults: Faults) -> None:
    suffix = file.suffix.lower()
    if suffix not in FORMATS:
        faults.add(file.name, f"an ontology that ends in '{suffix}'; expected {', '.join(FORMATS)}")
        return
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        faults.add(file.name, (error.strerror or str(error)).lower())
        return
    except ValueError:
        faults.add(file.name, "not UTF-8, expected an ontology")
        return
    kind = FORMATS[suffix]
    if suffix == ".owl" and not text.lstrip().startswith("<?xml") and not text.lstrip().startswith("<rdf:"):
        kind = pyoxigraph.RdfFormat.TURTLE
    rows = _relations(text) if suffix == ".json" else None
    if rows is None:
        add_file(text, file.name, kind, triples, faults)
    else:
        _add_relations(rows, file.name, triples, faults)


def _relations(text: str) -> dict[str, list[dict[str, str]]] | None:
    """The concepts and relations of a file of Text2KGBench, or None for any other JSON."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) and {"concepts", "relations"} <= set(data) else None


def _add_relations(data: Mapping[str, list[dict[str, str]]], file: str, triples: Triples, faults: Faults) -> None:
    for concept in data["concepts"]:
        if not {"qid", "label"} <= set(concept):
            faults.add(file, f"concept {concept}: expected qid and label")
            continue
        triples.add(concept["qid"], f"{_DATATYPES[2]}type", f"{OWL}Class")
        triples.add(concept["qid"], _LABELS[0], concept["label"].strip())
    for relation in data["relations"]:
        if not {"pid", "label"} <= set(relation):
            faults.add(file, f"relation {relation}: expected pid and label")
            continue
        triples.add(relation["pid"], f"{_DATATYPES[2]}type", f"{OWL}ObjectProperty")
        triples.add(relation["pid"], _LABELS[0], relation["label"].strip())
        for key, predicate in (("domain", DOMAIN[0]), ("range", RANGE[0])):
            if relation.get(key):
                triples.add(relation["pid"], predicate, relation[key])


def _terms(triples: Triples, types: frozenset[str]) -> dict[str, OwnTerm]:
    named = [s for s in triples.of_type(types) if not s.startswith("_:")]
    return {subject: _term(triples, subject) for subject in named}


def _term(triples: Triples, subject: str) -> OwnTerm:
    labels = triples.values(subject, *_LABELS)
    parents = triples.values(subject, f"{RDFS}subClassOf", f"{RDFS}subPropertyOf")
    return OwnTerm(
        subject,
        labels[0].strip() if labels else words_of(subject),
        (*labels[1:], *triples.values(subject, *_ALTERNATIVES)),
        tuple(parent for parent in parents if not parent.startswith("_:")),
        triples.alternatives(triples.values(subject, *DOMAIN)),
        triples.alternatives(triples.values(subject, *RANGE)),
        triples.first(subject, f"{OWL}inverseOf"),
        triples.values(subject, f"{SKOS}example"),
        triples.values(subject, *_SAME),
    )


# ---------------------------------------------------------------- checks


def _check(own: OwnOntology, triples: Triples, owner: Mapping[str, str], faults: Faults) -> None:
    for terms in (own.classes, own.properties):
        parents = {name: term.parents for name, term in terms.items()}
        for name, term in terms.items():
            if any(name in above(parent, parents) for parent in term.parents):
                faults.add(owner[name], f"'{name}' stands below itself")
    for name, term in own.properties.items():
        _check_property(name, term, own, file=owner[name], faults=faults)
    _check_disjoint(own, triples, owner, faults)


def _check_property(name: str, term: OwnTerm, own: OwnOntology, *, file: str, faults: Faults) -> None:
    for cls in (*term.domain, *term.range):
        if _is_missing(cls, own.classes):
            faults.unknown(file, f"'{term.label}' joins '{cls}', which is no class of it", cls, own.classes)
    for parent in term.parents:
        if _is_missing(parent, own.properties):
            found = f"'{term.label}' is below '{parent}', which is no property of it"
            faults.unknown(file, found, parent, own.properties)
    inverse = own.properties.get(term.inverse)
    if term.inverse and inverse is None and _is_missing(term.inverse, own.properties):
        found = f"'{term.label}' is the inverse of '{term.inverse}', which is no property of it"
        faults.unknown(file, found, term.inverse, own.properties)
    elif inverse is not None and inverse.inverse not in ("", name):
        faults.add(file, f"'{term.label}' is the inverse of '{inverse.label}', which is that of '{inverse.inverse}'")


_CLOSE = 0.8
"""Likeness from which an undeclared name is read as a declared one misspelt."""


def _is_missing(name: str, known: Mapping[str, OwnTerm]) -> bool:
    """Whether a name is none of these but must be one misspelt: OWL lets names be used that no file declares."""
    if name in known or name.startswith((*_DATATYPES, "_:")):
        return False
    space, last = _namespace(name), name.removeprefix(_namespace(name))
    words = {term.removeprefix(space) for term in known if space and _namespace(term) == space}
    letters = re.sub(r"\d+", "", last)
    return any(re.sub(r"\d+", "", w) != letters for w in get_close_matches(last, sorted(words), n=1, cutoff=_CLOSE))


def _namespace(iri: str) -> str:
    """The name without its last part; what is no IRI stands in a namespace of such names."""
    return re.sub(r"[^#/]*$", "", iri)


def _check_disjoint(own: OwnOntology, triples: Triples, owner: Mapping[str, str], faults: Faults) -> None:
    parents = {name: term.parents for name, term in own.classes.items()}
    for one, other in sorted(_disjoint(own.classes, triples)):
        for name in own.classes:
            ancestors = above(name, parents)
            if one in ancestors and other in ancestors:
                faults.add(owner[name], f"'{name}' is below '{one}' and '{other}', which are disjoint")


def _disjoint(classes: Iterable[str], triples: Triples) -> Iterator[tuple[str, str]]:
    for name in classes:
        for other in triples.values(name, f"{OWL}disjointWith"):
            yield name, other
