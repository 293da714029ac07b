"""Drafts -> statements: final ids and labels, the ontology's domains and ranges kept, what is told twice as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.events.own_terms import in_own_terms, turned_round
from kg.events.units import Key, unit_key
from kg.model import (
    Anchor,
    Argument,
    Entity,
    Filler,
    Mention,
    MentionKind,
    Node,
    Polarity,
    Relation,
    Role,
    Statement,
    StatementRef,
    digest,
)  # fmt: skip
from kg.ontology import Ontology
from kg.statements.cues import read_cues
from kg.statements.draft import Draft, Extract
from kg.statements.wording import slug

NOBODY = frozenset(
    {"all", "another", "any", "both", "each", "many", "none", "one", "others", "some", "that", "these", "this", "those",
     "which", "who"}
)  # fmt: skip
"""Labels of nodes of which a reader could not tell what they are."""

DENIED = "not: "
"""What the label of a denied statement begins with."""

SPEAKERS = frozenset({"i", "me", "us", "we"})


@dataclass(frozen=True, slots=True)
class EventName:
    """An event's id, class and label, as it fills a slot."""

    id: str
    cls: str
    label: str
    type: str = "Event"


@dataclass(slots=True)
class Settled:
    """The final statements by id, the entities that only drafts told of, and receipts of what was refused."""

    statements: dict[str, Statement] = field(default_factory=dict)
    made: dict[str, Entity] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    roles: dict[str, set[Role]] = field(default_factory=dict)
    """Event -> its roles by asserted statements."""
    aims: list[tuple[str, Node, str, str]] = field(default_factory=list)
    """(event, place, statement of the event, statement of its purpose that names the place)."""


class Settler:
    """Turns drafts into statements, one document after the other."""

    def __init__(
        self,
        ids: Mapping[tuple[str, int], str],
        entities: Mapping[str, Entity],
        events: Mapping[Key, EventName],
        ontology: Ontology,
    ) -> None:
        self.ids = ids
        self.entities = entities
        self.events = events
        self.ontology = ontology
        self.settled = Settled()
        self._denials = _denials(ontology)
        self._offices: dict[tuple[str, str], Node | None] = {}
        self._tellings: dict[str, list[Statement]] = {}
        self._mentions: dict[str, set[Mention]] = {}
        self._event_classes = {event.id: event.cls for event in events.values()}

    def settle(self, extracts: Iterable[Extract]) -> Settled:
        """Return what all documents say."""
        told = list(extracts)
        for extract in told:
            self._note_offices(extract)
        for extract in told:
            self._document(extract)
        self.settled.statements = {key: united(*same) for key, same in self._tellings.items()}
        for key, mentions in self._mentions.items():
            self.settled.made[key] = replace(self.settled.made[key], mentions=tuple(sorted(mentions)))
        return self.settled

    def _note_offices(self, extract: Extract) -> None:
        """Keep of what each person holds each office, where one passage says so and none says otherwise."""
        document = extract.document.id
        for draft in extract.drafts:
            told = draft.statement
            if (
                told.relation.id != "kgo:holdsOffice"
                or not isinstance(told.object, Node)
                or not isinstance(told.subject, Node)
            ):
                continue
            chain, _, office = told.object.id[1:].partition("/")
            person = self._filler(document, told.subject, None, {})
            if chain and isinstance(person, Node):
                of = self._chain(document, int(chain))
                known = self._offices.setdefault((person.id, office), of)
                if known is not None and known.id != of.id:
                    self._offices[person.id, office] = None

    def _document(self, extract: Extract) -> None:
        done: dict[int, Statement] = {}
        for draft in extract.drafts:
            statement = self._statement(extract, draft, done)
            if statement is not None:
                done[draft.number] = statement
                self._tellings.setdefault(statement.id, []).append(statement)
                self._note_event(extract.document.id, draft, statement, done)

    def _note_event(self, document: str, draft: Draft, statement: Statement, done: Mapping[int, Statement]) -> None:
        """Keep the roles that an asserted statement gives its event, and the places that its purposes name."""
        if draft.event is None or statement.event is None or not statement.asserted:
            return
        for role, node in draft.event.roles:
            filler = self._filler(document, node, None, done)
            if isinstance(filler, Node) and filler.id != statement.event and self._may_fill(role, filler):
                self.settled.roles.setdefault(statement.event, set()).add(Role(role, filler))
        for node, number in draft.event.aims:
            place = self._filler(document, node, None, done)
            if isinstance(place, Node) and number in done:
                self.settled.aims.append((statement.event, place, statement.id, done[number].id))

    def _may_fill(self, role: str, filler: Node) -> bool:
        """Whether the range of a role allows its filler ("killed in the war" is no place)."""
        prop = self.ontology.properties.get(role)
        return prop is None or self._fits(self._class(filler), prop.range)

    def _statement(self, extract: Extract, draft: Draft, done: Mapping[int, Statement]) -> Statement | None:
        document, told = extract.document.id, draft.statement
        if any(self._is_nobody(document, filler, spoken=bool(told.holders)) for filler in (told.subject, told.object)):
            return None
        mentions = told.evidence[0].mentions
        subject = self._filler(document, told.subject, mentions.subject, done)
        person = subject.id if isinstance(subject, Node) else None
        target = self._filler(document, told.object, mentions.object, done, person) if told.object is not None else None
        if not isinstance(subject, Node | StatementRef) or subject == target:
            return None
        if target is None and isinstance(told.object, StatementRef) and not told.arguments:
            return None  # what was said is not told
        fillers = [
            self._filler(document, a.filler, anchor, done)
            for a, anchor in zip(told.arguments, mentions.arguments, strict=True)
        ]
        if isinstance(target, StatementRef) and told.evidence[0].lemma in self._denials:
            target = replace(target, label=target.label.replace(DENIED, "", 1))
        place = self._filler(document, told.place, mentions.place, done) if told.place else None
        purpose = self._filler(document, told.purpose, None, done) if told.purpose else None
        holders = (self._filler(document, h, a, done) for h, a in zip(told.holders, mentions.attribution, strict=True))
        key = unit_key(draft, document, self.events)
        kept = [(a, f, m) for a, f, m in zip(told.arguments, fillers, mentions.arguments, strict=True) if f is not None]
        evidence = replace(told.evidence[0], mentions=replace(mentions, arguments=tuple(m for _, _, m in kept)))
        statement = replace(
            told,
            subject=subject,
            object=target,
            arguments=tuple(Argument(a.role, f) for a, f, _ in kept),
            place=place if isinstance(place, Node) else None,
            purpose=purpose if isinstance(purpose, StatementRef) else None,
            holders=tuple(h for h in holders if isinstance(h, Node)),
            event=self._event(key),
            evidence=(evidence,),
        )
        conforming = self._conforming(statement, draft)
        return conforming.identified() if conforming is not None else None

    def _event(self, key: Key | None) -> str | None:
        """The id of the event that a unit is of; an agreement is an entity and tells of none."""
        name = self.events.get(key) if key is not None else None
        return name.id if name is not None and name.type == "Event" else None

    def _is_nobody(self, document: str, filler: Filler | None, *, spoken: bool) -> bool:
        """Whether a slot holds a bare pronoun or determiner that nothing in the article explains.

        Of what somebody says (`spoken`), "I" and "we" are those who speak.
        """
        if not isinstance(filler, Node) or "/" in filler.id or (spoken and filler.label.lower() in SPEAKERS):
            return False
        if filler.label.lower() in NOBODY or filler.label.lower().startswith("whose "):
            return True
        key = (document, int(filler.id[1:])) if filler.id.startswith("#") else None
        if key is None or (document, "chain", key[1]) in self.events:
            return False
        return all(m.kind is MentionKind.PRONOUN for m in self.entities[self.ids[key]].mentions)

    # ------------------------------------------------------------ nodes

    def _filler(
        self,
        document: str,
        filler: Filler | None,
        anchor: Anchor | None,
        done: Mapping[int, Statement],
        holder: str | None = None,
    ) -> Filler | None:
        if isinstance(filler, StatementRef):
            inner = done.get(int(filler.statement[1:]))
            return StatementRef(inner.id, inner.label) if inner is not None else None
        if not isinstance(filler, Node):
            return filler
        if filler.id.startswith("@"):
            return self._phrase(document, filler, anchor)
        chain, _, office = filler.id[1:].partition("/")
        if office:
            return self._post(document, chain, office, anchor, holder)
        return self._chain(document, int(chain))

    def _chain(self, document: str, chain: int) -> Node:
        event = self.events.get((document, "chain", chain))
        if event is not None:
            return Node(event.id, event.label, event.type)
        entity = self.entities[self.ids[document, chain]]
        return Node(entity.id, entity.label, entity.type)

    def _phrase(self, document: str, node: Node, anchor: Anchor | None) -> Node | None:
        """A noun phrase that no mention covers: an entity of its document alone."""
        if anchor is None:
            return None
        entity_id = f"kge:{document}/{slug(anchor.text)[:40]}-{digest([document, anchor.start, anchor.end], 6)}"
        mention = Mention(anchor, node.type, MentionKind.NOMINAL)
        label = node.label or " ".join(anchor.text.split())
        self._make(Entity(entity_id, node.type, f"kgo:{node.type}", label, mentions=(mention,)))
        return Node(entity_id, label, node.type)

    def _post(self, document: str, chain: str, office: str, anchor: Anchor | None, holder: str | None) -> Node:
        """An office: one node for "Foreign Minister of North Korea", however the article words it.

        Where a passage does not say of what ("leader Kim"), it is the office of that name its holder has elsewhere.
        """
        of = self._chain(document, int(chain)) if chain else self._offices.get((holder or "", office))
        title = " ".join(word[:1].upper() + word[1:] for word in office.split())
        label = f"{title} of {of.label}" if of is not None else title
        mentions = (Mention(anchor, "Thing", MentionKind.NOMINAL),) if anchor is not None else ()
        scope = of.id.removeprefix("kge:") if of is not None else ""
        entity_id = f"kge:{slug(office)}_of_{scope}" if scope else f"kge:office/{slug(office)}"
        self._make(Entity(entity_id, "Thing", "kgo:Post", label, mentions=mentions))
        return Node(entity_id, label, "Thing")

    def _make(self, entity: Entity) -> None:
        self.settled.made.setdefault(entity.id, entity)
        self._mentions.setdefault(entity.id, set()).update(entity.mentions)

    # ------------------------------------------------------------ the ontology's domains and ranges

    def _conforming(self, statement: Statement, draft: Draft) -> Statement | None:
        """The statement as the ontology allows it: as it is, flipped, an open relation, or not at all, with a receipt.

        Only what a noun phrase tells is flipped: of a clause, grammar has given the direction. A role that may not be
        filled so leaves nothing to tell.
        """
        told, statement = statement, in_own_terms(statement, draft, self.ontology)
        prop = self.ontology.properties.get(statement.relation.id)
        if prop is None:
            return statement
        one, other = self._class(statement.subject), self._class(statement.object)
        if self._fits(one, prop.domain) and self._fits(other, prop.range):
            return statement
        quote = " ".join(statement.evidence[0].quote.split())
        both = draft.nominal and prop.domain and prop.range
        if (
            both
            and isinstance(statement.object, Node)
            and self._fits(other, prop.domain)
            and self._fits(one, prop.range)
        ):
            self.settled.refused.append(f"flipped: {statement.label}: {one} {prop.id} {other}: “{quote}”")
            return turned_round(statement)
        self.settled.refused.append(
            f"refused: {statement.label}: {one or 'nothing'} {prop.id} {other or 'nothing'}, expected "
            f"{' or '.join(prop.domain) or 'anything'} – {' or '.join(prop.range) or 'anything'}: “{quote}”"
        )
        if draft.nominal and draft.event is not None:
            return None
        return replace(told, relation=draft.worded or _worded(told.evidence[0].lemma), event=None)

    def _fits(self, cls: str | None, allowed: tuple[str, ...]) -> bool:
        if not allowed or cls is None:
            return True
        return self.ontology.allows(cls, allowed)

    def _class(self, filler: Filler | None) -> str | None:
        """The class of a node; None where a class cannot be asked for."""
        if not isinstance(filler, Node):
            return None
        entity = self.entities.get(filler.id) or self.settled.made.get(filler.id)
        if entity is not None:
            return entity.cls
        return self._event_classes.get(filler.id)


def _denials(ontology: Ontology) -> frozenset[str]:
    """Verbs by which what they govern is not so ("deny", "prevent"): their own words say it."""
    cues = (cue for found in read_cues(ontology).sections.get("governor", {}).values() for cue in found)
    return frozenset(cue.word for cue in cues if cue.polarity is Polarity.NEGATIVE and not cue.pos)


def _worded(lemma: str) -> Relation:
    """What a noun says itself ("daughter")."""
    return Relation(f"kgr:{slug(lemma)}", slug(lemma).replace("_", " "))


def united(*tellings: Statement) -> Statement:
    """Tellings of one statement as one value: their evidence and premises, sorted; the first event."""
    if len(tellings) == 1:
        return tellings[0]
    evidence = {e.id: e for telling in tellings for e in telling.evidence}
    events = sorted({telling.event for telling in tellings if telling.event})
    premises = sorted({premise for telling in tellings for premise in telling.premises})
    return replace(
        tellings[0],
        evidence=tuple(sorted(evidence.values(), key=lambda e: e.sort_key)),
        event=events[0] if events else None,
        premises=tuple(premises),
    )


def slots_of(statement: Statement) -> Iterator[Node]:
    """Every node that a statement names."""
    for filler in (
        statement.subject,
        statement.object,
        statement.place,
        *(a.filler for a in statement.arguments),
        *statement.holders,
    ):
        if isinstance(filler, Node):
            yield filler
