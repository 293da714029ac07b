"""Units: what one document tells of one event, before it is compared with what others tell.

A unit is a chain of noun phrases that name an event or agreement ("the ceremony"), or a verb that a frame reads as one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.entities.chains import Chain
from kg.entities.identifiers import PREFIX
from kg.events.naming import Wording, wording
from kg.events.presence import is_implied
from kg.events.things import Thing, thing_of
from kg.model import Certainty, Entity, MentionKind, Mood, Node, Polarity, Quantity, Tense, Time
from kg.ontology import Ontology
from kg.statements.draft import Draft, Extract

HAPPENINGS = ("kgo:Event", "kgo:Agreement")

Key = tuple[str, str, int]
"""(document, "chain" or "verb", chain number or start of the verb)."""


Count = tuple[float, str, str]
"""(value, comparator, unit)."""

AS = "as "
"""Before a role: the neighbour plays it."""

CORE = frozenset({"kgo:theme", "kgo:patient", "kgo:topic", "kgo:asset"})
"""Roles of what an event is about: a treaty is signed once, but much happens in a war."""

AIM = "aim"
"""The part of whoever is named in what an event is for: "sent troops to support Mozambique"."""

WITHIN = frozenset({"during", "at"})
"""Arguments by which something is done within an event."""

WHILE = frozenset({"kgo:hosted", "kgo:coHosted", "kgo:undertook"})
"""Properties of what lasts as long as the event that is its object."""

WHOLE = "kgo:partOfEvent"

PLACES = frozenset({"Country", "Region", "City", "Place", "Facility"})


@dataclass(slots=True)
class Unit:
    """What one document tells of one event.

    `named` are the ids of named entities that take part, `around` those of them that are places, each with the places
    that it lies in, `acting` the named with, for a person, the countries whose office they hold.  `published` is the
    day of the article.  `actual` is whether some statement has it happen for sure, `denied` whether one says that it
    did not; `neighbours` are the keys of other units that a statement joins it with.  `things` are the fillers of roles
    in common nouns, `acts` who did something within it to what, `wholes` the keys of events of which it is a part.
    """

    key: Key
    cls: str
    label: str
    published: date | None = None
    wording: Wording = field(default_factory=Wording)
    named: set[str] = field(default_factory=set)
    around: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acting: dict[str, set[str]] = field(default_factory=dict)
    by_role: dict[str, set[str]] = field(default_factory=dict)
    things: dict[str, set[Thing]] = field(default_factory=dict)
    acts: set[tuple[str, str]] = field(default_factory=set)
    wholes: set[Key] = field(default_factory=set)
    times: list[Time] = field(default_factory=list)
    quantities: set[Count] = field(default_factory=set)
    actual: bool = False
    denied: bool = False
    neighbours: set[tuple[str, Key]] = field(default_factory=set)

    @property
    def standing(self) -> str:
        """How it is told: "told" as having happened, "denied", or "open" (planned, possible, doubted)."""
        return "told" if self.actual else "denied" if self.denied else "open"


class Known:
    """What identity across documents has decided: the entity of each chain, and for whom a person acts."""

    def __init__(
        self,
        ids: Mapping[tuple[str, int], str],
        entities: Iterable[Entity],
        extracts: Sequence[Extract],
        ontology: Ontology,
    ) -> None:
        self.ids = ids
        self._within = {row.id: row.within for row in ontology.names.values() if row.within}
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

    def is_place(self, entity: str) -> bool:
        """Whether the entity with this id is a place or country."""
        return entity in self.entities and self.entities[entity].type in PLACES

    def around(self, entity: str) -> tuple[str, ...]:
        """The places that a place lies in, by the gazetteer."""
        found: list[str] = []
        slug = self._within.get(entity.removeprefix(PREFIX))
        while slug is not None and PREFIX + slug not in found:
            found.append(PREFIX + slug)
            slug = self._within.get(slug)
        return tuple(found)

    def actors(self, entity: Entity) -> set[str]:
        """The entity with the countries it holds office of."""
        return {entity.id, *self.countries.get(entity.id, ())}


def find_units(extracts: Sequence[Extract], known: Known, ontology: Ontology) -> list[Unit]:
    """Return the units of all documents, in order of document and place."""
    found = (unit for extract in extracts for unit in _Reading(extract, known).units(ontology))
    return sorted(found, key=lambda unit: unit.key)


def is_happening(chain: Chain, ontology: Ontology) -> bool:
    """Whether the noun phrases of a chain name an event or agreement that has no name of its own."""
    return chain.known is None and not chain.names and any(ontology.is_a(chain.cls, cls) for cls in HAPPENINGS)


class _Inside:
    """Which chains are named within the noun phrases of another ("a pact between Pyongyang and Moscow")."""

    def __init__(self, extract: Extract) -> None:
        self._members = {c.number: c.members for c in extract.chains}
        self._names = sorted(
            (m.anchor.start, m.anchor.end) for c in extract.chains for m in c.mentions if m.kind is MentionKind.NAME
        )
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

    def names(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of names between two characters."""
        first = bisect_left(self._names, (start, 0))
        last = bisect_left(self._names, (end, 0))
        return self._names[first:last]


class _Reading:
    """One document's units in the making."""

    def __init__(self, extract: Extract, known: Known) -> None:
        self.extract = extract
        self.document = extract.document.id
        self.known = known
        self.found: dict[Key, Unit] = {}
        self.aims = {_number(d.statement.purpose.statement) for d in extract.drafts if d.statement.purpose is not None}
        self.inside = _Inside(extract)
        self.chains = {chain.number: chain for chain in extract.chains}
        self.drafts = {draft.number: draft for draft in extract.drafts}

    def units(self, ontology: Ontology) -> list[Unit]:
        """The units of the document."""
        for chain in self.extract.chains:
            if is_happening(chain, ontology):
                unit = self._new((self.document, "chain", chain.number), chain.cls, chain.label)
                unit.wording = wording(chain, self.extract.document.text, self.inside.names)
                for number in self.inside.chains(chain):
                    self._take_part(unit, "named", Node(f"#{number}", ""))
        for draft in self.extract.drafts:
            self._note(draft)
        for unit in self.found.values():
            self._place_in_whole(unit)
        return list(self.found.values())

    def _place_in_whole(self, unit: Unit) -> None:
        """A part lies within the time and at the place of the greater event, where nothing is told of its own."""
        for whole in (self.found[key] for key in sorted(unit.wholes)):
            if not unit.times:
                unit.times += whole.times
            for role in ("kgo:location", "beside"):
                for place in sorted(whole.by_role.get(role, set()) & whole.around.keys()):
                    unit.by_role.setdefault("beside", set()).add(place)
                    unit.around[place] = whole.around[place]
                    unit.acting.setdefault(place, set()).add(place)
                    unit.named.add(place)

    def _new(self, key: Key, cls: str, label: str) -> Unit:
        return self.found.setdefault(key, Unit(key, cls, label, self.extract.document.published))

    def _note(self, draft: Draft) -> None:
        """Add what a draft tells of the event it is about, and of the events that stand in its slots."""
        own = self._own(draft)
        if own is not None and draft.event is not None:
            self._tell(own, draft)
            for role, node in draft.event.roles:
                self._take_part(own, role, node)
                self._add_thing(own, role, node)
                other = self._of_noun(node)
                if other is not None and other.key != own.key and role in CORE:
                    own.neighbours.add((AS + role, other.key))
        beside = [(unit, role) for unit, role in self._named_in(draft) if own is None or unit.key != own.key]
        for unit, role in beside:
            self._stand_beside(unit, draft, role)
        self._join([*(unit for unit, _ in beside), *([own] if own is not None else [])], draft.statement.relation.id)

    def _own(self, draft: Draft) -> Unit | None:
        key = unit_key(draft, self.document, self.found)
        if key is None or draft.event is None:
            return None
        unit = self._new(key, draft.event.cls, " ".join(draft.event.trigger.text.split()))
        if key[1] == "verb":
            unit.wording = Wording(heads=frozenset({e.lemma for e in draft.statement.evidence}))
        return unit

    def _happens(self, draft: Draft) -> bool:
        """Whether a draft tells, or has somebody tell, what is the case."""
        statement = draft.statement
        happens = (
            statement.polarity is Polarity.POSITIVE
            and statement.certainty is Certainty.CERTAIN
            and statement.tense is not Tense.FUTURE
            and statement.mood is Mood.DECLARATIVE
            and draft.number not in self.aims
        )
        return happens and (bool(statement.holders) or all(e.asserted for e in statement.evidence))

    def _tell(self, unit: Unit, draft: Draft) -> None:
        statement = draft.statement
        unit.actual |= self._happens(draft)
        unit.denied |= statement.polarity is Polarity.NEGATIVE
        if statement.time is not None:
            unit.times.append(statement.time)
        unit.quantities |= _counts(statement.quantity)
        if statement.purpose is not None:
            self._aim_at(unit, self.drafts.get(_number(statement.purpose.statement)))

    def _aim_at(self, unit: Unit, purpose: Draft | None) -> None:
        """Who is named in what it is for: "to support Russia's war effort"."""
        target = purpose.statement.object if purpose is not None else None
        chain = self._chain(target)
        if chain is None or not isinstance(target, Node):
            return
        for node in (target, *(Node(f"#{number}", "") for number in self.inside.chains(chain))):
            self._take_part(unit, AIM, node)

    def _chain(self, filler: object) -> Chain | None:
        """The chain of a draft's node, None of anything else."""
        if not isinstance(filler, Node) or not filler.id.startswith("#") or "/" in filler.id:
            return None
        return self.chains.get(int(filler.id[1:]))

    def _add_thing(self, unit: Unit, role: str, node: Node) -> None:
        chain = self._chain(node) if role in CORE else None
        thing = thing_of(chain, self.extract.document.text, self.inside.names) if chain is not None else None
        if thing is not None:
            unit.things.setdefault(role, set()).add(thing)

    def _take_part(self, unit: Unit, role: str, node: Node) -> None:
        entity = self.known.entity(self.document, node)
        if entity is None or not self.known.is_named(entity):
            return
        actors = self.known.actors(entity)
        unit.by_role.setdefault(role, set()).update(actors)
        unit.named.add(entity.id)
        for actor in actors:
            if self.known.is_place(actor):
                unit.around[actor] = self.known.around(actor)
            unit.acting.setdefault(actor, set()).add(entity.id)

    def _named_in(self, draft: Draft) -> Iterator[tuple[Unit, str]]:
        """The units whose noun fills a slot of a draft."""
        statement = draft.statement
        slots = [("subject", statement.subject), ("object", statement.object)]
        slots += [(a.role, a.filler) for a in statement.arguments]
        for role, filler in slots:
            unit = self._of_noun(filler)
            if unit is not None:
                yield unit, role

    def _of_noun(self, filler: object) -> Unit | None:
        """The unit that a noun phrase names."""
        chain = self._chain(filler)
        return self.found.get((self.document, "chain", chain.number)) if chain is not None else None

    def _stand_beside(self, unit: Unit, draft: Draft, role: str) -> None:
        """Who stands in the same statement as an event takes part in it; what is said of the event gives its time."""
        statement = draft.statement
        for node in (statement.subject, statement.object, *(a.filler for a in statement.arguments)):
            if isinstance(node, Node):
                self._take_part(unit, "beside", node)
        happens = self._happens(draft)
        lasts = role == "subject" or (role == "object" and statement.relation.id in WHILE)
        if lasts and statement.time is not None and happens:
            unit.times.append(statement.time)
        unit.actual |= happens and is_implied(statement, role)
        whole = self._of_noun(statement.object) if role == "subject" and statement.relation.id == WHOLE else None
        if whole is not None and statement.asserted:
            unit.wholes.add(whole.key)
        if role in WITHIN and happens:
            unit.acts |= self._acts(draft)

    def _acts(self, draft: Draft) -> set[tuple[str, str]]:
        """Who does something to what: (entity, noun of the object)."""
        actor, target = self.known.entity(self.document, draft.statement.subject), self._chain(draft.statement.object)
        if actor is None or target is None or not self.known.is_named(actor):
            return set()
        thing = thing_of(target, self.extract.document.text, self.inside.names)
        return {(actor.id, head) for head in thing.heads} if thing is not None else set()

    @staticmethod
    def _join(units: Sequence[Unit], relation: str) -> None:
        for one in units:
            one.neighbours |= {(relation, other.key) for other in units if other.key != one.key}


def unit_key(draft: Draft, document: str, units: Mapping[Key, object]) -> Key | None:
    """The key of the unit that a draft tells of, None where it tells of no event."""
    if draft.event is None:
        return None
    if draft.event.chain is not None and (document, "chain", draft.event.chain) in units:
        return (document, "chain", draft.event.chain)
    return (document, "verb", draft.event.trigger.start)


def _number(reference: str) -> int:
    """The number of the draft that a reference names ("!12")."""
    return int(reference[1:])


def _counts(quantity: Quantity | None) -> set[Count]:
    if quantity is None or quantity.value is None:
        return set()
    return {(quantity.value, quantity.comparator, quantity.unit)}
