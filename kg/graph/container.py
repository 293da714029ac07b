"""KnowledgeGraph: documents, entities, statements and events by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from rapidfuzz import fuzz, process

from kg.errors import GraphError
from kg.graph import merging
from kg.graph.checking import find_faults
from kg.graph.iris import BASE, contract
from kg.graph.references import node_ids
from kg.graph.removal import without_document
from kg.graph.showing import graph_html
from kg.model import Document, Entity, Event, Statement

Item: TypeAlias = Document | Entity | Statement | Event


@dataclass(frozen=True, slots=True)
class Difference:
    """What one graph has and another has not: (kind, id) pairs, sorted; kind is "document", "entity" and so on."""

    added: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        marks = (("+", self.added), ("-", self.removed), ("~", self.changed))
        return "\n".join(f"{mark} {kind} {identifier}" for mark, pairs in marks for kind, identifier in pairs)


@dataclass(eq=False)
class KnowledgeGraph:
    """What the articles say: four mappings id -> value, in no particular order until written.

    `report` holds counts, what was skipped or refused, and versions; it takes no part in equality.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    report: dict[str, object] = field(default_factory=dict)
    base: str = BASE

    # ------------------------------------------------------------ changing

    def add(self, *items: Item) -> None:
        """Put values in; one whose id is there already is united with it.

        Tuples without an order of their own (aliases, arguments, evidence) are sorted, a missing statement id is
        computed, confidences are rounded to two decimals.  Raises GraphError where two documents share an id.
        """
        for item in items:
            self._add(item)

    def _add(self, item: Item) -> None:
        match item:
            case Document():
                _put(self.documents, item.id, merging.settle_document(item), merging.merge_documents)
            case Entity():
                _put(self.entities, item.id, merging.settle_entity(item), merging.merge_entities)
            case Event():
                _put(self.events, item.id, merging.settle_event(item), merging.merge_events)
            case Statement():
                settled = merging.settle_statement(item)
                _put(self.statements, settled.id, settled, merging.merge_statements)

    def remove(self, document: str) -> None:
        """Take a document out with all that rests on it alone.  Raises GraphError where there is none of that id.

        Labels and aliases stay as they are; a build afterwards decides them anew.
        """
        if document not in self.documents:
            raise GraphError(f"no document '{document}'{_nearest(document, self.documents)}")
        rest = without_document(self.documents, self.entities, self.statements, self.events, document)
        self.documents, self.entities, self.statements, self.events = rest

    def merge(self, other: KnowledgeGraph) -> KnowledgeGraph:
        """Return a new graph of both: commutative, associative, idempotent.  Neither is changed.

        One statement told in both has the evidence of both.  Where labels differ the longest wins, and every slot
        follows.  Raises GraphError where the bases differ or one document id has two texts.
        """
        if self.base != other.base:
            raise GraphError(f"graphs of two bases cannot be merged: '{self.base}' and '{other.base}'")
        united = KnowledgeGraph(report=_merge_reports(self.report, other.report), base=self.base)
        for graph in (self, other):
            united.add(*graph.documents.values(), *graph.entities.values())
            united.add(*graph.statements.values(), *graph.events.values())
        united.relabel()
        return united

    def relabel(self) -> None:
        """Give every slot the label and type of the entity or event that fills it, every relation one label."""
        labels = self.labels()
        relations: dict[str, str] = {}
        for statement in self.statements.values():
            relation = statement.relation
            relations[relation.id] = min(relations.get(relation.id, relation.label), relation.label)
        for statement in list(self.statements.values()):
            self.statements[statement.id] = merging.relabel_statement(statement, labels, relations)
        for event in list(self.events.values()):
            self.events[event.id] = merging.relabel_event(event, labels)

    # ------------------------------------------------------------ asking

    def labels(self) -> dict[str, tuple[str, str]]:
        """Id of every entity and event -> its label and top type."""
        labels = {event.id: (event.label, "Event") for event in self.events.values()}
        return labels | {entity.id: (entity.label, entity.type) for entity in self.entities.values()}

    def find(self, name: str) -> list[Entity | Event]:
        """Entities and events that are called so: by id, full IRI, label or alias; case and spacing do not count."""
        wanted, identifier = _fold(name), contract(name, self.base)
        return [one for one in self._named() if one.id == identifier or wanted in map(_fold, _names(one))]

    def about(self, name: str) -> list[Statement]:
        """Statements in which it is subject, object, argument, place, holder or event, in reading order.

        Raises GraphError, with the nearest known name, where nothing is called so.
        """
        found = {one.id for one in self.find(name)}
        if not found:
            raise GraphError(f"nothing is called '{name}'{_nearest(name, self._all_names())}")
        statements = (s for s in self.statements.values() if s.event in found or found & set(node_ids(s)))
        return sorted(statements, key=lambda s: (s.evidence[0].sort_key if s.evidence else ("", 0, 0, ""), s.id))

    def diff(self, other: KnowledgeGraph) -> Difference:
        """What `other` adds to, takes from and changes in this graph."""
        added, removed, changed = [], [], []
        for (kind, mine), (_, theirs) in zip(self._kinds(), other._kinds(), strict=True):
            added += [(kind, key) for key in sorted(theirs.keys() - mine.keys())]
            removed += [(kind, key) for key in sorted(mine.keys() - theirs.keys())]
            changed += [(kind, key) for key in sorted(mine.keys() & theirs.keys()) if mine[key] != theirs[key]]
        return Difference(tuple(added), tuple(removed), tuple(changed))

    def check(self) -> list[str]:
        """Faults, one line each: quotes and anchors that are not in the text, ids that name nothing, two labels."""
        return find_faults(self.documents, self.entities, self.statements, self.events)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KnowledgeGraph):
            return NotImplemented
        return self.base == other.base and self._kinds() == other._kinds()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(values)} {kind}s" for kind, values in self._kinds())
        return f"<KnowledgeGraph: {counts.replace('entitys', 'entities')}>"

    def _repr_html_(self) -> str:
        return graph_html(self)

    def _kinds(self) -> tuple[tuple[str, Mapping[str, Item]], ...]:
        return (
            ("document", self.documents),
            ("entity", self.entities),
            ("statement", self.statements),
            ("event", self.events),
        )

    def _named(self) -> Iterator[Entity | Event]:
        yield from (self.entities[key] for key in sorted(self.entities))
        yield from (self.events[key] for key in sorted(self.events))

    def _all_names(self) -> list[str]:
        return sorted({name for one in self._named() for name in _names(one)})


T = TypeVar("T")


def _put(store: dict[str, T], key: str, item: T, merge: Callable[[T, T], T]) -> None:
    known = store.get(key)
    store[key] = item if known is None or known == item else merge(known, item)


def _names(one: Entity | Event) -> tuple[str, ...]:
    return (one.label, *one.aliases) if isinstance(one, Entity) else (one.label,)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _nearest(name: str, known: Mapping[str, object] | list[str]) -> str:
    best = process.extractOne(name, sorted(known), scorer=fuzz.WRatio, score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else ""


def _merge_reports(first: dict[str, object], second: dict[str, object]) -> dict[str, object]:
    """Keys of both; lists are united, of two different values the least by representation is kept."""
    merged = dict(first)
    for key, value in second.items():
        mine = merged.get(key, value)
        if isinstance(mine, dict) and isinstance(value, dict):
            merged[key] = _merge_reports(mine, value)
        elif isinstance(mine, list) and isinstance(value, list):
            merged[key] = [*mine, *(one for one in value if one not in mine)]
            merged[key] = sorted(merged[key], key=repr)  # type: ignore[call-overload]
        else:
            merged[key] = merging.least(mine, value)
    return merged
