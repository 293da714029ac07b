"""The values that travel through the toolkit: frozen, comparable, standard library only.

Offsets are Unicode code points, half-open, into `Document.text`.  Ids of nodes and relations are compact IRIs
(`kge:north_korea`, `kgo:attended`, `kgr:co-host`) or, from an ontology of the user's, full IRIs; writers expand
them.  Ids of statements and evidence are bare hexadecimal digits.

What a statement *says* (subject, relation, object, arguments, time, facets, holders) stands on `Statement`; how one
passage *words* it (phrase, cue, mentions) stands on its `Evidence`.  So the same statement told twice is one value
with two evidences, and taking one evidence away leaves the other whole.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from kg.markup import card


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """From sure to open."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Mood(StrEnum):
    DECLARATIVE = "declarative"
    DEONTIC = "deontic"


class MentionKind(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


TOP_TYPES = (
    "Person", "Organization", "Country", "Region", "City", "Place", "Facility", "Group", "Document", "Agreement",
    "Event", "Product", "Thing",
)  # fmt: skip


# ---------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half-open, code points) of a document's text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """Characters of a document that are not read, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: `text` is what the file said, never rewritten; `skipped` marks what is not read."""

    id: str
    text: str
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    sha256: str = ""
    skipped: tuple[Skipped, ...] = ()


# ---------------------------------------------------------------- mentions and entities


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where a slot of a statement stands: the name, head or words themselves, and the whole phrase around them."""

    document: str
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A phrase that stands for somebody or something.  `type` is one of TOP_TYPES or a class below it."""

    anchor: Anchor
    type: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that one or more mentions stand for.

    `type` is one of TOP_TYPES; `cls` a class of the ontology (`kgo:Ministry`), at least as fine.  `metonyms` are ids
    of entities that may stand for this one (the capital for the government).  `same_as` are IRIs or `iso:KP` codes.
    """

    id: str
    type: str
    cls: str
    label: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def _repr_html_(self) -> str:
        said = sorted({f"“{mention.anchor.text}”" for mention in self.mentions})
        facts = [("Also called", ", ".join(self.aliases)), ("Same as", ", ".join(self.same_as))]
        return card(self.label, f"{self.type} {self.id}", [*facts, ("Mentions", ", ".join(said))])


# ---------------------------------------------------------------- what fills a statement's slots


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An entity or event as it fills a slot."""

    id: str
    label: str
    type: str = "Thing"


@dataclass(frozen=True, slots=True, order=True)
class StatementRef:
    """Another statement as it fills a slot ("said that ...")."""

    statement: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal as it fills a slot; `datatype` is an XSD name such as `xsd:integer` or `xsd:string`."""

    value: str
    datatype: str = "xsd:string"


Filler: TypeAlias = Node | StatementRef | Value


@dataclass(frozen=True, slots=True)
class Argument:
    """A further argument: a role (`theme`, `destination`, or the preposition of an open relation) and its filler."""

    role: str
    filler: Filler


@dataclass(frozen=True, slots=True)
class Time:
    """When: EDTF `value`, TIMEX3 `timex`, `timex_type` and `mod` (MORE_THAN; of a length), first and last day."""

    value: str | None
    timex: str | None
    timex_type: str
    earliest: date | None = None
    latest: date | None = None
    mod: str = ""

    @property
    def told(self) -> str:
        """The value in words: "2025-07-01", "more than P1W"; "" of a time that has none."""
        return " ".join([*self.mod.lower().split("_"), self.value or self.timex or ""]).strip()


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: a number, how it is bounded (= ~ > >= < <=) and what it counts."""

    value: float | None
    comparator: str = "="
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A property of the ontology (`kgo:attended`) or an open relation (`kgr:co-host`)."""

    id: str
    label: str


# ---------------------------------------------------------------- statements


@dataclass(frozen=True, slots=True)
class SlotMentions:
    """Where one passage words each slot; `arguments` is parallel to the statement's arguments."""

    subject: Anchor | None = None
    relation: Anchor | None = None
    object: Anchor | None = None
    arguments: tuple[Anchor | None, ...] = ()
    time: Anchor | None = None
    place: Anchor | None = None
    quantity: Anchor | None = None
    attribution: tuple[Anchor, ...] = ()
    """The cue of each holder, outermost first: parallel to `Statement.holders`."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that tells a statement.  `quote` equals the document's text from `start` to `end`."""

    document: str
    start: int
    end: int
    quote: str
    phrase: str
    lemma: str
    asserted: bool
    confidence: float
    mentions: SlotMentions = field(default_factory=SlotMentions)

    @property
    def id(self) -> str:
        """16 hexadecimal digits over the passage and the place of every slot in it."""
        m = self.mentions
        slots = [m.subject, m.relation, m.object, *m.arguments, m.time, m.place, m.quantity, *m.attribution]
        places = [[a.start, a.end, a.phrase_start, a.phrase_end] if a else None for a in slots]
        return digest(["evidence", self.document, self.start, self.end, self.phrase, self.lemma, places])

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        return (self.document, self.start, self.end, self.id)

    def __str__(self) -> str:
        return f"“{self.quote}” ({self.document} {self.start}–{self.end})"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said: who or what, relation, object, arguments, when, where, how sure, by whom.

    `holders` are those who say it, outermost first; empty where the article itself does.  `id` and `proposition` are
    empty until `identified`.  Its own phrase, cue, times' wording and confidence are those of its first evidence.
    """

    subject: Node | StatementRef
    relation: Relation
    object: Filler | None = None
    arguments: tuple[Argument, ...] = ()
    time: Time | None = None
    place: Node | None = None
    quantity: Quantity | None = None
    purpose: StatementRef | None = None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense = Tense.PAST
    mood: Mood = Mood.DECLARATIVE
    holders: tuple[Node, ...] = ()
    event: str | None = None
    inferred_by: str | None = None
    premises: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    id: str = ""
    proposition: str = ""

    @property
    def asserted(self) -> bool:
        """Whether at least one passage asserts it; only then does it become a plain triple."""
        return any(e.asserted for e in self.evidence)

    @property
    def confidence(self) -> float:
        return self.evidence[0].confidence if self.evidence else 0.0

    @property
    def label(self) -> str:
        """The statement in words, told so that nobody takes a plan or a denial for a fact: "possible: not: ..."."""
        parts = [self.subject_words(), self.relation.label, _label(self.object) if self.object else ""]
        return "".join(self._warnings()) + " ".join(part for part in parts if part)

    def subject_words(self) -> str:
        """The subject's words without a number that the object is: "hostages number 139"."""
        label = _label(self.subject)
        for told in self.evidence[:1]:
            said = told.mentions.object
            if said and isinstance(self.object, Value) and self.object.datatype == "xsd:decimal":
                number = told.quote[said.phrase_start - told.start : said.end - told.start]
                label = f" {label}".replace(f" {number} ", " ", 1).strip()
        return label

    def _warnings(self) -> list[str]:
        """What keeps the bare words from being so, each with a colon."""
        doubt = f"{self.certainty}: " if self.certainty is not Certainty.CERTAIN else ""
        plan = "should: " if self.mood is Mood.DEONTIC else "planned: " if self.tense is Tense.FUTURE else ""
        return [doubt or plan, "not: " if self.polarity is Polarity.NEGATIVE else ""]

    def __str__(self) -> str:
        told = "asserted" if self.asserted else f"{self.polarity} {self.certainty} {self.tense}"
        by = f" — {' citing '.join(h.label for h in self.holders)}" if self.holders else ""
        return f"{self.label} [{told}]{by}"

    def _repr_html_(self) -> str:
        told = "asserted" if self.asserted else f"{self.polarity}, {self.certainty}, {self.tense}"
        who = ", citing ".join(h.label for h in self.holders)
        when, where = self.time.told if self.time else "", self.place.label if self.place else ""
        facts = [("Who says so", who), ("When", when), ("Where", where)]
        return card(self.label, told, facts, [(e.quote, f"{e.document} {e.start}–{e.end}") for e in self.evidence])

    def identified(self) -> Statement:
        """The same statement with `id` and `proposition` computed from what it says."""
        arguments = sorted((a.role, _key(a.filler)) for a in self.arguments)
        core = [_key(self.subject), self.relation.id, _key(self.object), arguments]
        stance = [self.polarity, self.certainty, self.tense, self.mood, [h.id for h in self.holders], self.inferred_by]
        when = [self.time.value, self.time.timex, *self.time.mod.split()] if self.time else None
        where = [when, _key(self.place), _quantity_key(self.quantity), _key(self.purpose)]
        return replace(self, id=digest([core, where, stance]), proposition=digest(core))


def _label(filler: Filler) -> str:
    return filler.value if isinstance(filler, Value) else filler.label


def _key(filler: Filler | None) -> list[str] | None:
    match filler:
        case None:
            return None
        case Node(id=node_id):
            return ["node", node_id]
        case StatementRef(statement=statement):
            return ["statement", statement]
        case Value(value=value, datatype=datatype):
            return ["value", value, datatype]


def _quantity_key(quantity: Quantity | None) -> list[object] | None:
    return [quantity.value, quantity.comparator, quantity.unit] if quantity else None


def digest(content: object, digits: int = 16) -> str:
    """The first hexadecimal digits of SHA-256 over canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:digits]


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A participant of an event: the property (`kgo:agent`) and who fills it."""

    role: str
    filler: Node


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is said, denied or planned to: one node over all documents that tell of it.

    `roles`, `time`, `place` and `quantity` come from asserted statements alone; an event that no asserted statement
    tells has `asserted` False and no roles.  `mentions` are the noun phrases that name it ("the ceremony").
    """

    id: str
    cls: str
    label: str
    asserted: bool = False
    roles: tuple[Role, ...] = ()
    time: Time | None = None
    place: Node | None = None
    quantity: Quantity | None = None
    statements: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def _repr_html_(self) -> str:
        roles = [(role.role.rpartition(":")[2], role.filler.label) for role in self.roles]
        return card(self.label, f"Event {self.id}", [("When", self.time.told if self.time else ""), *roles])
