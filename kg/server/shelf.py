"""What is known of an IRI: the statements that speak of it, the passages behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kg.graph import PREFIXES, KnowledgeGraph, expand, is_asserted, node_ids
from kg.model import (
    Anchor,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    Node,
    Quantity,
    Statement,
    StatementRef,
    Time,
)
from kg.views.rdf.names import node_name, place, shown

MOST = 500
"""Statements, passages or names on one page."""
AROUND = 240
"""Characters of a text that are shown before and after a quote."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words, with the path of the page that tells more; no path where there is none."""

    words: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document with what stands around them."""

    document: Link
    published: str
    before: str
    words: str
    after: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as a page shows it."""

    id: str
    link: Link
    subject: Link
    relation: Link
    object: Link | None
    arguments: tuple[tuple[str, Link], ...]
    stance: tuple[str, ...]
    holders: tuple[Link, ...]
    time: str
    place: Link | None
    quantity: str
    asserted: bool
    rule: str
    premises: tuple[Link, ...]
    passages: tuple[Passage, ...]


@dataclass(slots=True)
class Shelf:
    """A graph with its statements by node, and the names of its passages."""

    graph: KnowledgeGraph
    by_node: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_document: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    passages: dict[str, tuple[str, Evidence | Mention]] = field(default_factory=dict)
    by_proposition: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[str, list[tuple[str, Event]]] = field(default_factory=lambda: defaultdict(list))
    """The roles that a node has in events, in the order of the events' ids."""

    def __post_init__(self) -> None:
        for key in sorted(self.graph.statements, key=self._order):
            self._put(self.graph.statements[key])
        for event in sorted(self.graph.events.values(), key=lambda event: event.id):
            for role in event.roles:
                self.roles[role.filler.id].append((role.role, event))
        owners: list[Entity | Event] = [*self.graph.entities.values(), *self.graph.events.values()]
        for one in owners:
            for mention in one.mentions:
                name = node_name("mention", *place(mention.anchor), mention.type, mention.kind.value)
                self.passages[name.partition(":")[2]] = (one.id, mention)

    def _order(self, key: str) -> tuple[object, ...]:
        evidence = self.graph.statements[key].evidence
        return (evidence[0].sort_key if evidence else ("", 0, 0, ""), key)

    def _put(self, s: Statement) -> None:
        for node in dict.fromkeys((*node_ids(s), s.relation.id, *([s.event] if s.event else []))):
            self.by_node[node].append(s.id)
        self.by_proposition[s.proposition].append(s.id)
        for evidence in s.evidence:
            if s.id not in self.by_document[evidence.document][-1:]:
                self.by_document[evidence.document].append(s.id)
            self.passages[node_name("evidence", s.id, evidence.id).partition(":")[2]] = (f"kgs:{s.id}", evidence)

    # ------------------------------------------------------------ links

    def link(self, identifier: str, words: str = "") -> Link:
        return Link(words or self.label(identifier), path_of(identifier))

    def label(self, identifier: str) -> str:
        """What a node is called, or its id."""
        if identifier in self.graph.entities:
            return self.graph.entities[identifier].label
        if identifier in self.graph.events:
            return self.graph.events[identifier].label
        statement = self.graph.statements.get(identifier.removeprefix("kgs:"))
        return statement.label if statement else identifier

    def filler(self, filler: Filler) -> Link:
        match filler:
            case Node(id=identifier, label=label):
                return self.link(identifier, label)
            case StatementRef(statement=identifier, label=label):
                return self.link(f"kgs:{identifier}", label)
        return Link(shown(filler))

    # ------------------------------------------------------------ what pages show

    def about(self, identifier: str) -> list[Told]:
        return self.told(self.by_node.get(identifier, ()))

    def told(self, statements: Iterable[str]) -> list[Told]:
        known = (self.graph.statements[key] for key in statements if key in self.graph.statements)
        return [self.tell(statement) for statement in islice(known, MOST)]

    def tell(self, s: Statement) -> Told:
        return Told(
            id=s.id,
            link=self.link(f"kgs:{s.id}", s.label),
            subject=self.filler(s.subject),
            relation=Link(s.relation.label, path_of(s.relation.id)),
            object=self.filler(s.object) if s.object else None,
            arguments=tuple((argument.role, self.filler(argument.filler)) for argument in s.arguments),
            stance=tuple(stance(s)),
            holders=tuple(self.filler(holder) for holder in s.holders),
            time=when(s.time) if s.time else "",
            place=self.filler(s.place) if s.place else None,
            quantity=how_many(s.quantity) if s.quantity else "",
            asserted=is_asserted(s),
            rule=s.inferred_by or "",
            premises=tuple(self.link(f"kgs:{premise}") for premise in s.premises),
            passages=tuple(self.evidence(s, evidence) for evidence in s.evidence),
        )

    def evidence(self, s: Statement, evidence: Evidence) -> Passage:
        name = node_name("evidence", s.id, evidence.id).partition(":")[2]
        return self.passage(evidence.document, evidence.start, evidence.end, name)

    def mention(self, anchor: Anchor, name: str = "") -> Passage:
        return self.passage(anchor.document, anchor.start, anchor.end, name)

    def passage(self, identifier: str, start: int, end: int, name: str = "") -> Passage:
        document = self.graph.documents.get(identifier)
        text = document.text if document else ""
        before = "…" * (start > AROUND) + text[max(0, start - AROUND) : start]
        after = text[end : end + AROUND] + "…" * (end + AROUND < len(text))
        published = document.published.isoformat() if document and document.published else ""
        words = document.title or identifier if document else identifier
        return Passage(self.link(f"kgd:{identifier}", words), published, before, text[start:end], after, name)


def path_of(identifier: str) -> str:
    """`kge:north_korea` -> `/id/north_korea`, as the name reads after the base; nothing for what has no page."""
    return expand(identifier, "/") if identifier.partition(":")[0] in PREFIXES else ""


def stance(s: Statement) -> Iterator[str]:
    """What sets a statement apart from a plain fact."""
    if s.polarity == "negative":
        yield "denied"
    if s.certainty != "certain":
        yield str(s.certainty)
    if s.tense == "future":
        yield "planned"
    if s.mood != "declarative":
        yield "ought to be"
    if s.inferred_by:
        yield "inferred" if s.inferred_by != "gazetteer" else "known beforehand"


def when(time: Time) -> str:
    if time.earliest or time.latest:
        first, last = (day.isoformat() if day else "…" for day in (time.earliest, time.latest))
        return first if first == last else f"{first} – {last}"
    return time.told


def how_many(quantity: Quantity) -> str:
    sign = "" if quantity.comparator == "=" else f"{quantity.comparator} "
    number = f"{quantity.value:,.10g}" if quantity.value is not None else "?"
    return f"{sign}{number} {quantity.unit}".strip()


def passages_of_text(document: Document) -> list[tuple[str, str]]:
    """The text in pieces, each with the reason for which it was skipped, or none."""
    pieces, at = [], 0
    for skipped in sorted(document.skipped, key=lambda span: (span.start, span.end)):
        pieces.append((document.text[at : skipped.start], ""))
        pieces.append((document.text[max(at, skipped.start) : skipped.end], skipped.reason))
        at = max(at, skipped.end)
    return [(words, reason) for words, reason in [*pieces, (document.text[at:], "")] if words]
