"""Small reports made by hand: who and what they name, what they tell, and the graph that several make together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from kg.build import assemble
from kg.entities.chains import Chain
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Time,
)
from kg.ontology import load
from kg.statements.draft import Draft, DraftEvent, Extract

TUESDAY = date(2025, 7, 1)
TYPES = {"kgo:Treaty": "Agreement", "kgo:Agreement": "Agreement"}


def on(first: str, last: str | None = None) -> Time:
    """A time by its first and last day."""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Time(first if last is None else f"{first}/{last}", first, "DATE", start, end)


@dataclass
class Report:
    """One article in the making: its text grows with what it names and tells."""

    id: str
    published: date | None = TUESDAY
    text: str = ""
    chains: list[Chain] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def write(self, words: str) -> tuple[int, int]:
        """Where the words stand that are added to the text."""
        start = len(self.text)
        self.text += words + " "
        return start, start + len(words)

    def anchor(self, words: str, head: str | None = None) -> Anchor:
        start, end = self.write(words)
        at = start + words.rindex(head or words)
        return Anchor(self.id, at, at + len(head or words), start, end, head or words)

    def name(self, name: str, type_: str = "Person", known: str | None = None) -> Node:
        """Somebody or something with a name of its own."""
        mention = Mention(self.anchor(name), type_, MentionKind.NAME)
        return self._chain(mention, name, cls=f"kgo:{type_}", names=(name,), known=known)

    def noun(self, phrase: str, head: str, cls: str, *within: str) -> Node:
        """A noun phrase that names an event or thing; names in `within` are countries of the phrase."""
        anchor = self.anchor(phrase, head)
        node = self._chain(Mention(anchor, TYPES.get(cls, "Event"), MentionKind.NOMINAL), phrase, cls=cls)
        for name in within:
            at = anchor.phrase_start + phrase.index(name)
            inner = Anchor(self.id, at, at + len(name), at, at + len(name), name)
            known = name.lower().replace(" ", "_")
            mention = Mention(inner, "Country", MentionKind.NAME)
            self._chain(mention, name, cls="kgo:Country", names=(name,), known=known)
        return node

    def _chain(self, mention: Mention, label: str, *, cls: str, names: tuple[str, ...] = (), known=None) -> Node:
        number = len(self.chains)
        self.chains.append(
            Chain(self.id, number, mention.type, cls, label, (mention,), (number,), names=names, known=known)
        )
        return Node(f"#{number}", label, mention.type)

    def tell(
        self, subject: Node, verb: str, target: Node | None = None, *, relation: str | None = None, event: str = "",
        roles: dict[str, Node] | None = None, arguments: dict[str, Node] | None = None, holder: Node | None = None,
        chain: Node | None = None, asserted: bool = True, nominal: bool = False, purpose: int | None = None,
        aims: tuple[tuple[Node, int], ...] = (), lemma: str | None = None, **facets: object,
    ) -> int:  # fmt: skip
        """The number of a draft added; `event` is the class of the event that it tells of."""
        start, end = self.write(verb)
        here = Anchor(self.id, start, end, start, end, verb)
        further = tuple(Argument(role, node) for role, node in (arguments or {}).items())
        slots = SlotMentions(
            here, here, here if target else None, tuple(here for _ in further), attribution=(here,) if holder else ()
        )
        evidence = Evidence(self.id, start, end, verb, verb, lemma or verb, asserted, 0.9, slots)
        label = load().properties[relation].label if relation else verb
        ref = StatementRef(f"!{purpose}", "") if purpose is not None else None
        statement = Statement(
            subject, Relation(relation or f"kgr:{verb}", label), target, further, purpose=ref,
            holders=(holder,) if holder else (), evidence=(evidence,), **facets,
        )  # fmt: skip
        told = None
        if event:
            number = int(chain.id[1:]) if chain else None
            told = DraftEvent(event, tuple((f"kgo:{r}", n) for r, n in (roles or {}).items()), here, number, aims)
        self.drafts.append(Draft(len(self.drafts), statement, nominal=nominal, event=told))
        return len(self.drafts) - 1

    def extract(self) -> Extract:
        return Extract(Document(self.id, self.text, self.published), tuple(self.chains), tuple(self.drafts))


@pytest.fixture(scope="session")
def ontology():
    return load()


@pytest.fixture
def report():
    """Makes a report: `report("a", published=...)`."""
    return Report


@pytest.fixture
def graph_of(ontology):
    """The graph of several reports; `rules=False` leaves the rules out."""

    def make(*reports: Report, rules: bool = True):
        return assemble([r.extract() for r in reports], ontology=ontology if rules else replace(ontology, rules=()))

    return make


def denied() -> dict[str, object]:
    return {"polarity": Polarity.NEGATIVE, "asserted": False}


def planned() -> dict[str, object]:
    return {"tense": Tense.FUTURE, "asserted": False}


def doubted() -> dict[str, object]:
    return {"certainty": Certainty.POSSIBLE, "asserted": False}


def urged() -> dict[str, object]:
    return {"mood": Mood.DEONTIC, "asserted": False}


STANCES = {"told": dict, "denied": denied, "planned": planned, "doubted": doubted, "urged": urged}


@pytest.fixture
def stances():
    """The facets of what is told, denied, planned, doubted and urged."""
    return {name: make() for name, make in STANCES.items()}


@pytest.fixture
def day():
    return on


@pytest.fixture
def count():
    """A quantity: `count(600, "soldiers")`."""
    return lambda value, unit="", comparator="=": Quantity(float(value), comparator, unit)
