"""Whether what stands beside a person's name is told of long ago: who they were then."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import OBJECTS, ancestors, children, conjuncts
from kg.statements.scene import PERSON, Scene

LONG = 10
"""Years after which nobody is taken to be still what a dated clause calls them."""

STEPS = 12
"""Tokens above a name that are asked for a date."""


def is_bygone(scene: Scene, head: int) -> bool:
    """Whether a person's phrase belongs to the past: they are dead, or their sentence is dated to long ago.

    "the president, Anwar Sadat, was killed", "the late President Chirac", "Stalin, the leader, had it built in 1931".
    """
    name = scene.doc[head]
    if not scene.accepts(head, (PERSON,)):
        return False
    phrase = (name, *children(name, "appos"), *([name.head] if name.dep_ == "appos" else ()))
    if any(_is_called_late(noun) for noun in phrase):
        return True
    if any(_is_dead(scene, noun) for noun in phrase):
        return True
    above = list(ancestors(name))[:STEPS]
    return any(_is_long_ago(scene, verb) for verb in above if is_predicate(verb))


def _is_called_late(noun: Token) -> bool:
    """ "the late singer John Marsh"; "late-night host" and "late 1990s star" tell of no death."""
    before = noun.doc[max(noun.left_edge.i, noun.i - STEPS) : noun.i]
    return any(t.lower_ == "late" and t.doc[t.i + 1].pos_ in ("NOUN", "PROPN") for t in before)


def _is_dead(scene: Scene, person: Token) -> bool:
    """Whether the sentence tells that a person died or was killed: what they were ended then."""
    verb = person.head
    told = {cls for v in (verb, *conjuncts(verb)) for cls in (f.cls for f in scene.frames.of_verb(v.lemma_.lower()))}
    patient = person.dep_ == "nsubjpass" or person.dep_ in OBJECTS
    return patient if "kgo:Killing" in told else "kgo:Death" in told and person.dep_ == "nsubj"


def _is_long_ago(scene: Scene, verb: Token) -> bool:
    found, published = scene.time(verb.i, future=False, past=True), scene.parse.document.published
    latest = found[0].latest if found is not None else None
    return latest is not None and published is not None and published.year - latest.year >= LONG
