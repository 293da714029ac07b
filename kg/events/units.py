"""Units: what one document tells of one event, before it is compared with what others tell.

A unit is a chain of noun phrases that name an event or agreement ("the ceremony"), or a verb that a frame reads as one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.chains import Chain
from kg.model import Certainty, Entity, MentionKind, Node, Polarity, StatementRef, Tense, Time
from kg.ontology import Ontology
from kg.statements.draft import Draft, Extract

HAPPENINGS = ("kgo:Event", "kgo:Agreement")

Key = tuple[str, str, int]
"""(document, "chain" or "verb", chain number or start of the verb)."""


@dataclass(slots=True)
class Unit:
    """What one document tells of one event.

    `named` are the ids of named entities that take part, `acting` those with, for a person, the countries whose office
    they hold.  `actual` is whether some statement of the article has it happen for sure; `neighbours` are the keys of other
    units that a statement joins it with.
    """

    key: Key
    cls: str
    label: str
    words: frozenset[str] = frozenset()
    named: set[str] = field(default_factory=set)
    acting: dict[str, set[str]] = field(default_factory=dict)
    by_role: dict[str, set[str]] = field(default_factory=dict)
    times: list[Time] = field(default_factory=list)
    quantities: set[str] = field(default_factory=set)
    actual: bool = False
    neighbours: set[tuple[str, Key]] = field(default_factory=set)
    drafts: list[int] = field(default_factory=list)


class Known:
    """What identity across documents has decided: the entity of each chain, and for whom a person acts."""

    def __init__(
        self, ids: Mapping[tuple[str, int], str], entities: Iterable[Entity], extracts: Sequence[Extract]
    ) -> None:
        self.ids = ids
        self.entities = {entity.id: entity for entity in entities}
        self.countries = self._countries(extracts)

    def entity(self, document: str, node: object) -> Entity | None:
        """The entity of a draft's node, None for a noun phrase outside every chain."""
        if not isinstance(node, Node) or not node.id.startswith("#") or "/" in node.id:
            return None
        return self.entities.get(self.ids.get((document, int(node.id[1:])), ""))

    def _countries(self, extracts: Sequence[Extract]) -> dict[str, set[str]]:
        """Person -> the countries whose offices they hold, by asserted drafts."""
        found: dict[str, set[str]] = {}
        for extract in extracts:
            for draft in extract.drafts:
                statement = draft.statement
                post = statement.object
                if statement.relation.id == "kgo:holdsOffice" and isinstance(post, Node) and statement.asserted:
                    person = self.entity(extract.document.id, statement.subject)
                    of = (
                        self.entity(extract.document.id, Node(post.id.partition("/")[0], ""))
                        if post.id[1:2] != "/"
                        else None
                    )
                    if person is not None and of is not None:
                        found.setdefault(person.id, set()).add(of.id)
        return found

    def is_named(self, entity: Entity) -> bool:
        return any(m.kind is MentionKind.NAME for m in entity.mentions)

    def actors(self, entity: Entity) -> set[str]:
        """The entity with the countries it holds office of."""
        return {entity.id, *self.countries.get(entity.id, ())}


def find_units(extracts: Sequence[Extract], known: Known, ontology: Ontology) -> list[Unit]:
    """Return the units of all documents, in order of document and place."""
    units: dict[Key, Unit] = {}
    for extract in extracts:
        inside = _Inside(extract)
        for chain in extract.chains:
            if chain.known is None and not chain.names and any(ontology.is_a(chain.cls, cls) for cls in HAPPENINGS):
                unit = _chain_unit(extract, chain)
                units[unit.key] = unit
                for number in inside.chains(chain):
                    _take_part(unit, "named", Node(f"#{number}", ""), extract.document.id, known)
        for draft in extract.drafts:
            _note(units, extract, draft, known)
    return [units[key] for key in sorted(units)]


def _chain_unit(extract: Extract, chain: Chain) -> Unit:
    words = (
        w for m in chain.mentions for w in _words(extract.document.text[m.anchor.phrase_start : m.anchor.phrase_end])
    )
    return Unit((extract.document.id, "chain", chain.number), chain.cls, chain.label, frozenset(words))


class _Inside:
    """Which chains are named within the noun phrases of another ("a pact between Pyongyang and Moscow")."""

    def __init__(self, extract: Extract) -> None:
        self._members = {c.number: c.members for c in extract.chains}
        self._starts = sorted((m.anchor.start, m.anchor.end, c.number) for c in extract.chains for m in c.mentions)

    def chains(self, chain: Chain) -> list[int]:
        """The chains inside the phrases of `chain`; a plural ("their") as those it stands for together."""
        found: set[int] = set()
        for mention in chain.mentions:
            first = bisect_left(self._starts, (mention.anchor.phrase_start, 0, 0))
            for start, end, number in self._starts[first:]:
                if start >= mention.anchor.phrase_end:
                    break
                if end <= mention.anchor.phrase_end and number != chain.number:
                    found |= set(self._members.get(number) or (number,))
        return sorted(found)


def _words(phrase: str) -> Iterator[str]:
    for word in phrase.lower().split():
        bare = word.strip("\"'“”‘’.,;:()")
        if len(bare) > 3:
            yield bare


def _note(units: dict[Key, Unit], extract: Extract, draft: Draft, known: Known) -> None:
    """Add what a draft tells of the event it is about, and of the events that stand in its slots."""
    own = _own_unit(units, extract, draft)
    document = extract.document.id
    if own is not None:
        own.drafts.append(draft.number)
        _tell(own, draft, document, known)
        for role, node in draft.event.roles if draft.event else ():
            _take_part(own, role, node, document, known)
    for unit, role in _named_in(units, draft, document):
        if own is None or unit.key != own.key:
            _stand_beside(unit, draft, role, document, known)
            if own is not None:
                unit.neighbours.add((draft.statement.relation.id, own.key))
                own.neighbours.add((draft.statement.relation.id, unit.key))
    _join_neighbours(units, draft, document)


def _own_unit(units: dict[Key, Unit], extract: Extract, draft: Draft) -> Unit | None:
    if draft.event is None:
        return None
    document = extract.document.id
    if draft.event.chain is not None:
        unit = units.get((document, "chain", draft.event.chain))
        if unit is not None:
            return unit
    key: Key = (document, "verb", draft.event.trigger.start)
    return units.setdefault(key, Unit(key, draft.event.cls, draft.event.trigger.text))


def unit_key(draft: Draft, document: str, units: Mapping[Key, object]) -> Key | None:
    """The key of the unit that a draft tells of, None where it tells of no event."""
    if draft.event is None:
        return None
    if draft.event.chain is not None and (document, "chain", draft.event.chain) in units:
        return (document, "chain", draft.event.chain)
    return (document, "verb", draft.event.trigger.start)


def _tell(unit: Unit, draft: Draft, document: str, known: Known) -> None:
    statement = draft.statement
    sure = statement.polarity is Polarity.POSITIVE and statement.certainty is Certainty.CERTAIN
    unit.actual |= (
        sure
        and statement.tense is not Tense.FUTURE
        and not any(not e.asserted and not statement.holders for e in statement.evidence)
    )
    if statement.time is not None:
        unit.times.append(statement.time)
    if statement.quantity is not None and statement.quantity.value is not None:
        unit.quantities.add(f"{statement.quantity.comparator}{statement.quantity.value:g} {statement.quantity.unit}")


def _take_part(unit: Unit, role: str, node: Node, document: str, known: Known) -> None:
    entity = known.entity(document, node)
    if entity is not None and known.is_named(entity):
        unit.by_role.setdefault(role, set()).update(known.actors(entity))
        unit.named.add(entity.id)
        for actor in known.actors(entity):
            unit.acting.setdefault(actor, set()).add(entity.id)


def _named_in(units: Mapping[Key, Unit], draft: Draft, document: str) -> Iterator[tuple[Unit, str]]:
    """The units whose noun fills a slot of a draft."""
    statement = draft.statement
    slots = [("subject", statement.subject), ("object", statement.object)]
    slots += [(a.role, a.filler) for a in statement.arguments]
    for role, filler in slots:
        if isinstance(filler, Node) and filler.id.startswith("#") and "/" not in filler.id:
            unit = units.get((document, "chain", int(filler.id[1:])))
            if unit is not None:
                yield unit, role


def _stand_beside(unit: Unit, draft: Draft, role: str, document: str, known: Known) -> None:
    """Who stands in the same statement as an event takes part in it; what is said of the event gives its time."""
    statement = draft.statement
    others = [statement.subject, statement.object, *(a.filler for a in statement.arguments)]
    for node in others:
        if isinstance(node, Node) and not isinstance(node, StatementRef):
            _take_part(unit, "beside", node, document, known)
    if role == "subject" and statement.time is not None and statement.asserted:
        unit.times.append(statement.time)
    unit.actual |= statement.asserted


def _join_neighbours(units: Mapping[Key, Unit], draft: Draft, document: str) -> None:
    found = [unit for unit, _ in _named_in(units, draft, document)]
    for one in found:
        for other in found:
            if one.key != other.key:
                one.neighbours.add((draft.statement.relation.id, other.key))
