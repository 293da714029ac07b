"""SHACL shapes of an ontology, and what of a graph does not fit them, told for readers.

A shape says what its property joins (domain, range) or that it is told once (functional).  `find_violations` checks the
same without a SHACL engine, fast enough for every build; `validate` runs pyshacl over the shapes, for `kg check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import rdflib

from kg.graph import BASE, KnowledgeGraph, expand
from kg.model import Event, Node
from kg.ontology import Ontology, Property
from kg.views.rdf.terms import A, Literal, Term, Triple

SH = "http://www.w3.org/ns/shacl#"
_HEAD = f"""# SHACL shapes, written from the classes and properties by docs/write_reference.py: change those, not this.
@prefix sh: <{SH}> .
"""


@dataclass(frozen=True, slots=True, order=True)
class Shape:
    """What a property asks: `side` is domain, range or once; `expected` are classes, one of which fits."""

    property: str
    side: str
    expected: tuple[str, ...] = ()

    def iri(self, base: str) -> str:
        return f"{expand(self.property, base)}-{self.side}"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that does not fit a shape: `node` and `shape` are IRIs, `told` is a line for readers."""

    node: str
    shape: str
    told: str = ""


def shapes_of(ontology: Ontology) -> list[Shape]:
    """The shapes of an ontology, in order."""
    return sorted(shape for prop in ontology.properties.values() for shape in _shapes(prop, ontology))


def _shapes(prop: Property, ontology: Ontology) -> Iterator[Shape]:
    """Of a property that tells of the world; how statements about it are kept, the code of `describing` says."""
    if not prop.domain or not all(ontology.is_a(cls, "kgo:Thing") for cls in (*prop.domain, *prop.range)):
        return
    yield Shape(prop.id, "domain", prop.domain)
    if prop.range:
        yield Shape(prop.id, "range", prop.range)
    if prop.functional:
        yield Shape(prop.id, "once")


def to_shacl(ontology: Ontology, base: str = BASE) -> str:
    """The shapes as Turtle."""
    return _HEAD + "".join(f"\n{_turtle(shape, base)}" for shape in shapes_of(ontology))


def _turtle(shape: Shape, base: str) -> str:
    name, path = f"<{shape.iri(base)}>", f"<{expand(shape.property, base)}>"
    if shape.side == "once":
        once = f"<{shape.iri(base)}-path>"
        inner = f"{once} a sh:PropertyShape ; sh:path {path} ; sh:maxCount 1 ."
        return f"{name} a sh:NodeShape ; sh:targetSubjectsOf {path} ;\n    sh:property {once} .\n{inner}\n"
    target = "sh:targetSubjectsOf" if shape.side == "domain" else "sh:targetObjectsOf"
    kinds = [_kind(name, base) for name in shape.expected]
    condition = kinds[0] if len(kinds) == 1 else f"sh:or ( {' '.join(f'[ {kind} ]' for kind in kinds)} )"
    return f"{name} a sh:NodeShape ; {target} {path} ;\n    {condition} .\n"


def _kind(name: str, base: str) -> str:
    return f"sh:class <{expand(name, base)}>"


# ---------------------------------------------------------------- without an engine


def find_violations(
    triples: Iterable[Triple], ontology: Ontology, graph: KnowledgeGraph | None = None, base: str = BASE
) -> list[Violation]:
    """What of these triples does not fit the shapes; with `graph`, its words and quotes are told."""
    shapes: dict[str, list[Shape]] = {}
    for shape in shapes_of(ontology):
        shapes.setdefault(expand(shape.property, base), []).append(shape)
    types: dict[str, set[str]] = {}
    joined: dict[str, set[tuple[str, Term]]] = {}
    for subject, predicate, term in triples:
        if predicate == A and isinstance(term, str):
            types.setdefault(subject, set()).add(term)
        elif predicate in shapes:
            joined.setdefault(predicate, set()).add((subject, term))
    checker = _Checker(ontology, types, base, _Reader(graph) if graph is not None else None)
    return sorted(v for name in sorted(joined) for shape in shapes[name] for v in checker.check(shape, joined[name]))


class _Checker:
    """Fits nodes to classes."""

    def __init__(self, ontology: Ontology, types: Mapping[str, set[str]], base: str, reader: _Reader | None) -> None:
        self.ontology = ontology
        self.types = types
        self.base = base
        self.reader = reader
        self.above = {
            expand(name, base): {expand(cls, base) for cls in ontology.ancestors(name)} for name in ontology.classes
        }

    def check(self, shape: Shape, pairs: Iterable[tuple[str, Term]]) -> Iterator[Violation]:
        nodes: dict[Term, list[tuple[str, Term]]] = {}
        for pair in sorted(pairs, key=str):
            nodes.setdefault(pair[1] if shape.side == "range" else pair[0], []).append(pair)
        for node, found in nodes.items():
            fits = len(found) < 2 if shape.side == "once" else self._fits(node, shape.expected)
            if not fits:
                told = self._told(shape, *found[0]) if self.reader else ""
                yield Violation(node.lexical if isinstance(node, Literal) else node, shape.iri(self.base), told)

    def _fits(self, node: Term, expected: tuple[str, ...]) -> bool:
        wanted = {expand(name, self.base) for name in expected}
        types = () if isinstance(node, Literal) else self.types.get(node, ())
        return any(wanted & (self.above.get(cls, set()) | {cls}) for cls in types)

    def _told(self, shape: Shape, subject: str, target: Term) -> str:
        """ "Ada – attended – Paris: expected attended to Event, found City: “Ada was in Paris.”"."""
        assert self.reader is not None
        name = self.ontology.properties[shape.property].label
        kinds = " or ".join(cls.removeprefix("kgo:") for cls in shape.expected)
        asked = {"domain": f"from {kinds}", "range": f"to {kinds}", "once": "one only"}[shape.side]
        quote = self.reader.quote(subject, shape.property, target)
        said = f"{self.reader.label(subject)} – {name} – {self.reader.label(target)}: expected {asked}"
        return f"{said}: “{quote}”" if quote else said


class _Reader:
    """The words for nodes, and the quotes for what is said of them."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.labels = {expand(one.id, graph.base): one.label for one in graph.entities.values()}
        self.labels |= {expand(one.id, graph.base): one.label for one in graph.events.values()}
        self.quotes: dict[tuple[str, str, Term], str] = {}
        for statement in sorted(graph.statements.values(), key=lambda s: s.id):
            one, other = statement.subject, statement.object
            if isinstance(one, Node) and isinstance(other, Node) and statement.evidence:
                key = (expand(one.id, graph.base), statement.relation.id, expand(other.id, graph.base))
                self.quotes.setdefault(key, " ".join(statement.evidence[0].quote.split()))

        self.of_event = {expand(one.id, graph.base): self._quote_of(one) for one in graph.events.values()}

    def _quote_of(self, event: Event) -> str:
        told = [self.graph.statements[key] for key in event.statements if key in self.graph.statements]
        return next((" ".join(s.evidence[0].quote.split()) for s in told if s.evidence), "")

    def label(self, node: Term) -> str:
        return node.lexical if isinstance(node, Literal) else self.labels.get(node, node.rsplit("/", 1)[-1])

    def quote(self, subject: str, relation: str, target: Term) -> str:
        """What says that the one stands so to the other, or what brings up the event whose role it is."""
        found = self.quotes.get((subject, relation, target), "")
        return found or self.of_event.get(subject, "")


# ---------------------------------------------------------------- with pyshacl


def validate(data: rdflib.Graph | Path, ontology: Ontology, base: str = BASE) -> list[Violation]:
    """What pyshacl finds wrong with RDF data: nodes and shapes."""
    import pyshacl

    graph = data if isinstance(data, rdflib.Graph) else rdflib.Graph().parse(data, format="turtle")
    shapes = rdflib.Graph().parse(data=to_shacl(ontology, base), format="turtle")
    classes = rdflib.Graph()
    for cls in ontology.classes.values():
        for parent in cls.parents:
            below = (rdflib.URIRef(expand(cls.id, base)), rdflib.RDFS.subClassOf, rdflib.URIRef(expand(parent, base)))
            classes.add(below)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=classes, inference="none", advanced=False)
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SH}ValidationResult"))
    found = {
        Violation(
            str(report.value(r, rdflib.URIRef(f"{SH}focusNode"))),
            str(report.value(r, rdflib.URIRef(f"{SH}sourceShape"))).removesuffix("-path"),
        )
        for r in results
    }
    return sorted(found)
