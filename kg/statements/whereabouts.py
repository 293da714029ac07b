"""Where things are: "the plant near Oslo", and what a clause with a place tells of the event and its patient."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import child, children
from kg.mentions import TokenMention
from kg.model import Certainty, MentionKind, Mood, Polarity, Tense
from kg.statements.drafting import Drafter, Placed
from kg.statements.noun_stance import noun_stance
from kg.statements.noun_writer import Telling, find_end, tell
from kg.statements.scene import Scene
from kg.statements.stance import Stance
from kg.statements.targets import is_selected
from kg.statements.wording import LOCATIVE, PLACES

INSIDE = frozenset({"in", "inside", "within"})
"""Prepositions by which a place lies in another."""

BESIDE = frozenset({"around", "near", "outside"})
"""Prepositions by which something is not at the place itself."""

BODILY = ("kgo:Person", "kgo:Group", "kgo:Organization", "kgo:Product", "kgo:Facility")
"""What is somewhere; an event takes place there, and a document or agreement is about it."""

PHYSICAL = ("kgo:Attack", "kgo:Killing", "kgo:Destruction", "kgo:CasualtyReport", "kgo:Arrest", "kgo:Abduction",
            "kgo:Rescue", "kgo:Explosion", "kgo:Accident")  # fmt: skip
"""Events that happen where their patient is."""

UNDERTAKEN = frozenset({"kgo:hosted", "kgo:undertook"})
"""Properties of verbs that hold or carry out their object: it happens where they do."""

UNDERGOING = ("patient", "theme")


def draft_whereabouts(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add where things are to the drafts of `drafter`."""
    for mention in mentions:
        _draft_beside(drafter, mention)
    for placed in drafter.placed:
        _draft_in_clause(drafter, placed)


def _draft_beside(drafter: Drafter, mention: TokenMention) -> None:
    """A noun with its place right after it: "troops in Mali", "the plant near Oslo"."""
    scene, end = drafter.scene, find_end(drafter.scene, mention.head)
    token = scene.doc[mention.head]
    named = mention.mention.kind is MentionKind.NAME and scene.accepts(mention.head, ("kgo:Person",))
    if end is None or named or mention.mention.kind is MentionKind.PRONOUN or not scene.accepts(mention.head, BODILY):
        return  # "the pact between Macron and Scholz in Paris": what stands behind a person's name is another's place
    stance: Stance | None = None
    for preposition in children(token, "prep"):
        target = child(preposition, "pobj")
        if target is None or not _is_place(scene, preposition.lower_, target.i):
            continue
        stance = stance or noun_stance(scene.reader, mention.head)
        place, relation = find_end(scene, target.i), _relation(scene, mention.head, preposition.lower_)
        if place is not None and _is_sure(stance):
            words = (preposition.i, preposition.i)
            tell(drafter, end, relation, place, Telling(words, stance.tense or Tense.PRESENT, stance))


def _draft_in_clause(drafter: Drafter, placed: Placed) -> None:
    scene = drafter.scene
    heads = dict(_located(scene, placed)) if _is_sure(placed.stance) else {}
    places = _places(scene, placed.clause, drafter) if heads else []
    for head, happens in heads.items():
        end = find_end(scene, head)
        for preposition, target in places:
            place = find_end(scene, target)
            word = scene.doc[preposition].lower_
            relation = _occurrence(word) if happens else _relation(scene, head, word)
            if end is not None and place is not None:
                telling = Telling((preposition, preposition), placed.stance.tense or Tense.PRESENT, placed.stance)
                tell(drafter, end, relation, place, telling)


def _located(scene: Scene, placed: Placed) -> Iterator[tuple[int, bool]]:
    """The heads of what is where a clause is, and whether it is an event that happens there."""
    match, slots = placed.match, placed.slots
    yield from ((f.head, True) for f in slots.of("subject") if scene.is_event(f.head))
    if match is None:
        return
    if any(prop in UNDERTAKEN for _, prop, _ in match.frame.edges):
        yield from ((f.head, True) for f in slots.of("object") if scene.is_event(f.head))
    if any(scene.ontology.is_a(match.frame.cls, cls) for cls in PHYSICAL):
        fillers = (f for role in UNDERGOING for f in match.roles.get(role, ()) if not f.marker)
        yield from ((f.head, False) for f in fillers if scene.accepts(f.head, BODILY))


def _places(scene: Scene, clause: Clause, drafter: Drafter) -> list[tuple[int, int]]:
    """The places of a clause, each its preposition and head; one in front holds for all that is coordinated."""
    found, verb = list(_own_places(scene, clause)), scene.doc[clause.verb]
    clauses = {placed.clause.verb: placed.clause for placed in drafter.placed}
    while verb.dep_ == "conj" and verb.head.i in clauses:
        verb = verb.head
        first = min((s.head for s in clauses[verb.i].subjects), default=0)
        found += [place for place in _own_places(scene, clauses[verb.i]) if place[0] < first]
    return found


def _own_places(scene: Scene, clause: Clause) -> Iterator[tuple[int, int]]:
    for argument in clause.find(ArgumentKind.PREPOSITIONAL):
        preposition = argument.marker[-1]
        if _is_place(scene, scene.doc[preposition].lower_, argument.head) and not is_selected(scene, clause, argument):
            yield preposition, argument.head


def _is_place(scene: Scene, preposition: str, head: int) -> bool:
    """Whether a phrase is a named place, or the site of something, after a preposition that tells where."""
    mention = scene.mention(head)
    named = mention is not None and mention.mention.kind is MentionKind.NAME
    return named and preposition in LOCATIVE and scene.accepts(head, PLACES) and not scene.is_time(head)


def _is_sure(stance: Stance) -> bool:
    """Whether somebody says it for sure: of what is denied or planned nobody knows where it is."""
    sure = stance.polarity is Polarity.POSITIVE and stance.certainty is Certainty.CERTAIN
    return sure and stance.tense is not Tense.FUTURE and stance.mood is Mood.DECLARATIVE


def _occurrence(preposition: str) -> str:
    return f"kgr:occur_{preposition}" if preposition in BESIDE else "kgo:occurredIn"


def _relation(scene: Scene, head: int, preposition: str) -> str:
    if preposition in INSIDE and scene.accepts(head, PLACES):
        return "kgo:locatedIn"
    return f"kgr:be_{preposition}"
