"""What is known, as HTML: one page a document, entity, event, statement, passage, or any other name of the graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from jinja2 import DictLoader, Environment, StrictUndefined

from kg.errors import OntologyError
from kg.graph import BASE, contract, expand
from kg.model import Document, Entity, Event, Mention, Statement
from kg.ontology import Ontology, load
from kg.server.shelf import MOST, Link, Shelf, passages_of_text, path_of, when
from kg.views.rdf import prefixes

TEMPLATES = (
    "base", "query", "browse", "entity", "event", "statement", "document", "passage", "name", "ontology", "fault",
)  # fmt: skip
STATIC = {"query.js": "text/javascript", "pages.css": "text/css"}


def static(name: str) -> bytes:
    """A file that pages refer to."""
    return (files("kg.server") / "page" / name).read_bytes()


@dataclass(frozen=True, slots=True)
class Pages:
    """The shelf through templates; whatever comes from an article is escaped."""

    shelf: Shelf
    queries: Mapping[str, str]
    environment: Environment
    terms: Ontology | None
    """None where it cannot be read."""

    # ------------------------------------------------------------ of the graph

    def page(self, identifier: str) -> str | None:
        """The page of a compact id; None where the graph has no value of that name."""
        graph, (prefix, _, local) = self.shelf.graph, identifier.partition(":")
        if identifier in graph.entities:
            return self.entity(graph.entities[identifier])
        if identifier in graph.events:
            return self.event(graph.events[identifier])
        if prefix == "kgs" and local in graph.statements:
            return self.statement(graph.statements[local])
        if prefix == "kgd" and local in graph.documents:
            return self.document(graph.documents[local])
        return self.passage(local) if prefix == "kgx" and local in self.shelf.passages else None

    def entity(self, entity: Entity) -> str:
        graph, shelf = self.shelf.graph, self.shelf
        roles = [
            (Link(role.partition(":")[2], path_of(role)), shelf.link(event.id, event.label))
            for role, event in shelf.roles.get(entity.id, ())[:MOST]
        ]
        return self.render(
            "entity", entity.id, entity.label,
            entity=entity, kind=Link(entity.cls.partition(":")[2], path_of(entity.cls)),
            metonyms=[shelf.link(one) for one in entity.metonyms], roles=roles, told=shelf.about(entity.id),
            passages=[shelf.mention(mention.anchor) for mention in entity.mentions[:50]],
            event=graph.events.get(entity.id),
        )  # fmt: skip

    def event(self, event: Event) -> str:
        shelf = self.shelf
        roles = [(Link(r.role.partition(":")[2], path_of(r.role)), shelf.filler(r.filler)) for r in event.roles]
        told = shelf.told(dict.fromkeys((*event.statements, *shelf.by_node.get(event.id, ()))))
        return self.render(
            "event", event.id, event.label,
            event=event, kind=Link(event.cls.partition(":")[2], path_of(event.cls)), roles=roles, told=told,
            time=when(event.time) if event.time else "", place=shelf.filler(event.place) if event.place else None,
            passages=[shelf.mention(mention.anchor) for mention in event.mentions[:50]],
        )  # fmt: skip

    def statement(self, s: Statement) -> str:
        purpose = self.shelf.filler(s.purpose) if s.purpose else None
        event = self.shelf.link(s.event) if s.event else None
        others = self.shelf.told(sorted(key for key in self.shelf.by_proposition[s.proposition] if key != s.id))
        facets = {name: str(getattr(s, name)) for name in ("polarity", "certainty", "tense", "mood")}
        told = self.shelf.tell(s)
        return self.render(
            "statement", f"kgs:{s.id}", s.label, one=told, purpose=purpose, event=event, others=others, facets=facets
        )

    def document(self, document: Document) -> str:
        told = self.shelf.told(self.shelf.by_document.get(document.id, ()))
        pieces = passages_of_text(document)
        title = document.title or document.id
        return self.render("document", f"kgd:{document.id}", title, document=document, told=told, pieces=pieces)

    def passage(self, local: str) -> str:
        owner, found = self.shelf.passages[local]
        if isinstance(found, Mention):
            passage = self.shelf.mention(found.anchor, local)
        else:
            passage = self.shelf.passage(found.document, found.start, found.end, local)
        return self.render("passage", f"kgx:{local}", "Passage", found=passage, owner=self.shelf.link(owner))

    # ------------------------------------------------------------ others

    def query(self) -> str:
        rows = [(name, _question(text), text) for name, text in sorted(self.queries.items())]
        names = json.dumps(prefixes(self.shelf.graph.base), sort_keys=True)
        return self.render("query", "", "Query", queries=rows, prefixes=names, base=self.shelf.graph.base)

    def browse(self) -> str:
        graph, shelf = self.shelf.graph, self.shelf
        documents = [(shelf.link(f"kgd:{d.id}", d.title or d.id), d) for _, d in sorted(graph.documents.items())]
        named = [(e, len(shelf.by_node.get(e.id, ()))) for e in graph.entities.values() if "/" not in e.id]
        named.sort(key=lambda pair: (-pair[1], pair[0].label, pair[0].id))
        entities = [(shelf.link(e.id, e.label), e.type, count) for e, count in named[:MOST]]
        events = [(shelf.link(e.id, e.label), e) for e in sorted(graph.events.values(), key=lambda e: (e.label, e.id))]
        return self.render(
            "browse", "", "What is known",
            documents=documents[:MOST], entities=entities, events=[pair for pair in events if pair[1].asserted][:MOST],
        )  # fmt: skip

    def ontology(self) -> str | None:
        """The classes and properties with what they mean; None where the ontology cannot be read."""
        if self.terms is None:
            return None
        rows = [(cls.id.partition(":")[2], cls.label, cls.comment) for cls in self.terms.classes.values()]
        rows += [(prop.id.partition(":")[2], prop.label, prop.comment) for prop in self.terms.properties.values()]
        return self.render("ontology", "", "Ontology", rows=rows)

    def name(self, identifier: str, rows: list[tuple[str, Link, Link]]) -> str:
        """The page of any other name: triples that begin and end with it."""
        label = next((value.words for way, prop, value in rows if way == "out" and prop.words == "rdfs:label"), "")
        return self.render("name", identifier, label or identifier, rows=rows, told=self.shelf.about(identifier))

    def fault(self, words: str) -> str:
        return self.render("fault", "", "Nothing here", words=words)

    def render(self, template: str, identifier: str, title: str, **content: object) -> str:
        iri = expand(identifier, self.shelf.graph.base) if identifier else ""
        short = title if len(title) <= 300 else title[:299] + "…"
        page = self.environment.get_template(f"{template}.html")
        # Half of a surrogate pair, as broken input can hold, has no UTF-8.
        text = page.render(iri=iri, identifier=identifier, path=path_of(identifier), title=short, **content)
        return text.encode("utf-8", "replace").decode("utf-8")

    def link(self, value: str) -> Link:
        """A full IRI as words and, where the endpoint has a page of it, its path."""
        identifier = contract(value, self.shelf.graph.base)
        if identifier != value:
            return Link(identifier, path_of(identifier))
        for prefix, namespace in prefixes(self.shelf.graph.base).items():
            if value.startswith(namespace):
                return Link(f"{prefix}:{value[len(namespace) :]}")
        return Link(value)


def make_pages(shelf: Shelf, queries: Mapping[str, str], ontology: Path | None = None) -> Pages:
    """The pages of a shelf, with the terms of an ontology folder, by default the project's own."""
    texts = {f"{name}.html": static(f"{name}.html").decode("utf-8") for name in TEMPLATES}
    environment = Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["quoted"] = lambda value: quote(str(value), safe="")
    environment.filters["web"] = lambda value: str(value) if str(value).startswith(("https://", "http://")) else ""
    environment.globals["default_base"] = BASE
    return Pages(shelf, queries, environment, _terms(ontology))


def _terms(folder: Path | None) -> Ontology | None:
    try:
        return load(folder)
    except OntologyError:
        return None


def _question(text: str) -> str:
    return " ".join(line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
