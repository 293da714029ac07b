"""The frozen values that an ontology folder is read into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import TOP_TYPES

_TOP = frozenset(TOP_TYPES)
_ROOTS = frozenset({"kgo:Thing", "kgo:Event"})


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class of news.ttl; `parents` are the direct ones, `notation` PLOVER or other codes."""

    id: str
    label: str
    comment: str = ""
    parents: tuple[str, ...] = ()
    notation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of news.ttl; several domains or ranges are alternatives."""

    id: str
    label: str
    comment: str = ""
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str | None = None
    symmetric: bool = False
    functional: bool = False


@dataclass(frozen=True, slots=True)
class KnownName:
    """A row of the gazetteer.

    `id` is a slug (`north_korea`); `metonyms` are names that may stand for it as an actor ("Pyongyang", "the
    Kremlin"); `within` is the slug of what it lies in or belongs to; `codes` are such as `iso:KP`;
    `functions` are the nouns that mean it beside the name of that country ("spy agency", "central bank").
    """

    id: str
    label: str
    cls: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    within: str | None = None
    codes: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Words -> an event class, its roles and the direct properties.

    `roles` maps a role (`agent`) to the slots that may fill it, tried in order: "subject" and "object" (of the active
    voice, so that a passive's patient is the object), "indirect", "complement" (what somebody is named or elected),
    "self" (what a relational noun denotes), "of" (its possessor or of-phrase), or a preposition ("to").  `require`
    maps a role to classes: it must be filled by one of them for the words to mean this.  `edges` are (role, property,
    role).  `cls` is "" where the words mean a plain relation and no event.
    """

    id: str
    cls: str
    verbs: tuple[str, ...]
    """Verb lemmas: "deploy"; with particle or fixed noun "carry out", "take part"; light verbs "hold + talks"."""
    nouns: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    require: Mapping[str, tuple[str, ...]]
    edges: tuple[tuple[str, str, str], ...]
    refuse: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slot -> classes: where what fills the slot is one of them the words mean something else."""
    needs: tuple[str, ...] = ()
    """Slots, or "infinitive" for a complement clause, of which one must be there."""
    examples: tuple[tuple[str, str], ...] = ()
    """(sentence, what it must give): "subject label | property | object label", or "participant label | class"."""
    counter_examples: tuple[str, ...] = ()
    """Sentences that it must leave alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns of (subject, property or "a", object), `?x` variables -> one conclusion."""

    id: str
    comment: str
    premises: tuple[tuple[str, str, str], ...]
    conclusion: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Hint:
    """A row of types.toml: words that tell a type, with a sentence where one does and one where none does.

    `kind` is a group of heads that are read by their complement ("partitive"), or a relation to a name ("subject"), for
    which a row speaks with `weight` for `cls`.
    """

    kind: str
    words: tuple[str, ...]
    example: str
    counter_example: str
    cls: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Typing:
    """What tells types.

    `heads` are common nouns with their class, after the editor's own nouns; `places` names that a town has; `given`
    names that persons have before their surname, `genders` those of one gender alone ("m", "f"); `hints` the rows of
    types.toml, of which come `phrases`, the heads that are read by their complement, by group, and `beside`, the
    (class, weight) that a (relation, word) beside a name speaks for.
    """

    heads: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beside: Mapping[tuple[str, str], tuple[tuple[str, int], ...]] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()

    def with_hints(self, hints: Sequence[Hint]) -> Typing:
        """The same with these rows alone."""
        groups = {h.kind: frozenset(h.words) for h in hints if not h.cls}
        found: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for hint in (hint for hint in hints if hint.cls):
            for word in hint.words:
                found.setdefault((hint.kind, word), []).append((hint.cls, hint.weight))
        beside = {key: tuple(told) for key, told in found.items()}
        return replace(self, phrases=groups, beside=beside, hints=tuple(hints))

    def is_one(self, group: str, noun: str) -> bool:
        """Whether a noun belongs to a group of heads ("partitive")."""
        return noun in self.phrases.get(group, frozenset())


TURNED = "^"
"""Before a property in a frame: subject and object change places."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """What of an ontology of the user's stands upon ours.

    `classes` are his classes, each with the class of ours nearest above it; `mapped` gives for a property of ours the
    one of his that says the same, and whether subject and object change places.
    """

    name: str
    classes: Mapping[str, str]
    properties: frozenset[str]
    mapped: Mapping[str, tuple[str, bool]]


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Everything under ontology/.  Compared and hashed by identity, so that what is derived from it can be cached."""

    classes: Mapping[str, OntologyClass]
    properties: Mapping[str, Property]
    names: Mapping[str, KnownName]
    nouns: Mapping[str, str]
    """Noun lemma, one or more words in lower case -> class."""
    offices: Mapping[str, str]
    """Office noun in lower case ("prime minister") -> class of the organization it heads or "" ."""
    honorifics: frozenset[str]
    frames: tuple[Frame, ...]
    rules: tuple[Rule, ...]
    cues: Mapping[str, tuple[Mapping[str, object], ...]]
    """Section of cues.toml -> its rows, as read."""
    queries: Mapping[str, str]
    sha256: str
    typing: Typing = field(default_factory=Typing)
    adopted: Adopted | None = None
    title_names: frozenset[str] = frozenset()
    """Titles, as written, that are given names before a surname alone: "Dean Kamen", "Earl Warren"."""
    _above: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parents = {name: cls.parents for name, cls in self.classes.items()}
        parents |= {name: prop.parents for name, prop in self.properties.items()}
        object.__setattr__(self, "_above", {term: above(term, parents) for term in parents})

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether `cls` is `ancestor` or below it.  Bare top types ("Person") are read as `kgo:Person`."""
        cls, ancestor = _full(cls), _full(ancestor)
        return cls == ancestor or ancestor in self._above.get(cls, ())

    def top_type(self, cls: str) -> str:
        """The name in TOP_TYPES nearest above `cls` ("Organization" for kgo:Ministry); "Thing" for an unknown one."""
        full = _full(cls)
        for name in (candidate.removeprefix("kgo:") for candidate in self._above.get(full, (full,))):
            if name in _TOP:
                return name
        return "Thing"

    def allows(self, cls: str, allowed: tuple[str, ...]) -> bool:
        """Whether what is a `cls` may fill a slot for one of these classes.

        Of a user's classes also one that what is known of it does not rule out: a body may be a football club, a
        bank that he has a class for may not.
        """
        return any(self.is_a(cls, one) or self._may_be(cls, one) for one in allowed)

    def _may_be(self, cls: str, wanted: str) -> bool:
        if self.adopted is None or wanted not in self.adopted.classes:
            return False
        told, anchor = self.own_class(cls), self.adopted.classes[wanted]
        if told is not None:
            return self.is_a(wanted, told)
        return self.is_a(cls, anchor) or self.is_a(anchor, cls)

    def own_class(self, cls: str) -> str | None:
        """The class of the user's that is nearest above one, and tells more than that it is a thing or an event.

        Of places that act, what they are as places.
        """
        own = self.adopted.classes if self.adopted is not None else {}
        found = (c for c in self.ancestors(cls) if c in own and (own[c] not in _ROOTS or own[c] == cls or c == cls))
        return min(found, key=lambda c: own[c] == "kgo:Actor", default=None)

    def ancestors(self, term: str) -> tuple[str, ...]:
        """A class or property itself and all above it, nearest first; empty for an unknown one."""
        return self._above.get(_full(term), ())


def _full(cls: str) -> str:
    return cls if ":" in cls else f"kgo:{cls}"


def above(term: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`term` and everything above it, breadth first; what stands in a circle is listed once."""
    found = [term]
    for current in found:
        found.extend(parent for parent in parents.get(current, ()) if parent not in found)
    return tuple(dict.fromkeys(found))
