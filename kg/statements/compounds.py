"""Names bound to a participle -> what they say of the noun: "the rebel-held town", "a Paris-based firm"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import child, children, next_to
from kg.mentions import TokenMention
from kg.model import MentionKind, Tense
from kg.statements.drafting import Drafter
from kg.statements.frames import Match
from kg.statements.noun_writer import Telling, find_end, tell
from kg.statements.scene import Scene
from kg.statements.slots import Filled, Slots
from kg.statements.targets import pairs

LOCAL = frozenset({"base", "bear", "headquarter", "register"})
"""Verbs whose participle is bound to a place: "Paris-based"."""

HYPHENS = frozenset("-‐‑–")


def draft_compound(drafter: Drafter, mention: TokenMention) -> None:
    """Add what a participle bound to a name tells of the noun after it, by the frame of its verb."""
    scene, token = drafter.scene, drafter.scene.doc[mention.head]
    for participle in children(token, "amod"):
        name = _bound_name(scene, participle)
        if name is None:
            continue
        key = participle.lemma_.lower()
        fillers = {"object": (Filled(mention.head),), ("in" if key in LOCAL else "subject"): (Filled(name),)}
        match = scene.frames.match_verb(Slots(participle.i, (key,), fillers), scene.accepts)
        if match is not None:
            _tell_edges(drafter, match, Telling((participle.i, participle.i), Tense.PRESENT, frame=match.frame.id))


def _tell_edges(drafter: Drafter, match: Match, telling: Telling) -> None:
    for one, prop, other in match.edges():
        for a, b in pairs(match.roles[one], match.roles[other]):
            subject, target = find_end(drafter.scene, a.head), find_end(drafter.scene, b.head)
            if subject is not None and target is not None:
                tell(drafter, subject, prop, target, telling)


def _bound_name(scene: Scene, participle: Token) -> int | None:
    """The head of the name before the hyphen of a participle, or None."""
    part = child(participle, "npadvmod")
    if participle.tag_ != "VBN" or part is None or participle.i - part.i != 2:
        return None
    mention = scene.mention(part.i)
    named = mention is not None and mention.mention.kind is MentionKind.NAME
    return part.i if named and next_to(part).text in HYPHENS else None
