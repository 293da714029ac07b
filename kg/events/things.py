"""What fills a role of an event without a name of its own: "additional troops", "a depot", "the hospital"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities.chains import Chain
from kg.events.naming import Names, wording
from kg.model import MentionKind
from kg.ontology import Ontology

PEOPLE = ("kgo:Person", "kgo:Group")
"""Of them one article says soldiers and another troops."""

OBJECTS = ("kgo:Facility", "kgo:Product")
"""Of them one noun is one thing: who opened a hotel did not open a factory."""

INTRODUCING = frozenset({"a", "an", "another", "one"})
"""Words that begin the phrase of one thing not told of before."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A filler in common nouns: these, its class, words that make it another one, and its chain where it is new."""

    heads: frozenset[str]
    cls: str
    markers: frozenset[str] = frozenset()
    new: tuple[str, int] | None = None


def thing_of(chain: Chain, text: str, names: Names) -> Thing | None:
    """The thing that a chain of common nouns stands for; None where something named, or only a pronoun, does."""
    nominal = [m for m in chain.mentions if m.kind is MentionKind.NOMINAL]
    if chain.known is not None or chain.names or not nominal:
        return None
    said = wording(chain, text, names)
    anchor = min(m.anchor for m in nominal)
    words = text[anchor.phrase_start : anchor.phrase_end].split()
    introduced = bool(words) and words[0].lower() in INTRODUCING
    return Thing(said.heads, chain.cls, said.markers, (chain.document, chain.number) if introduced else None)


def may_be_one(one: Thing, other: Thing, ontology: Ontology) -> bool:
    """Whether two things may be the same: "thousands of troops" and "soldiers", not "additional troops"."""
    if one.markers != other.markers:
        return False
    if one.new and other.new and one.new[0] == other.new[0]:
        return one.new == other.new  # an article that introduces a second depot tells of two
    if _are_all(PEOPLE, one, other, ontology):
        return True
    if not (ontology.is_a(one.cls, other.cls) or ontology.is_a(other.cls, one.cls)):
        return False
    return bool(one.heads & other.heads) or not _are_all(OBJECTS, one, other, ontology)


def _are_all(classes: tuple[str, ...], one: Thing, other: Thing, ontology: Ontology) -> bool:
    return all(any(ontology.is_a(thing.cls, cls) for cls in classes) for thing in (one, other))
