"""Infinitives that tell what for, or what somebody is brought to do, where the parser ties them to something else."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.complements import RAISING
from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.subjects import is_ranked
from kg.clauses.syntax import (
    OBJECTS,
    SUBJECTS,
    ancestors,
    attach,
    child,
    children,
    has_child,
    is_infinitive,
    is_verbal,
)
from kg.clauses.words import BARE, DIRECTING

MOVING = frozenset({
    "assemble", "come", "converge", "crowd", "descend", "drive", "flock", "fly", "gather", "go", "head", "hurry",
    "march", "meet", "pour", "race", "return", "run", "rush", "sail", "step", "stream", "travel", "turn", "walk",
})  # fmt: skip
"""Verbs of moving and coming together: an infinitive after where to says what for."""

WHITHER = frozenset({"across", "along", "inside", "into", "onto", "outside", "through", "toward", "towards"})
"""Prepositions of a way: no verb that takes an infinitive to complete it has one before that."""

LETTING = frozenset({
    "allow", "cause", "compel", "enable", "encourage", "force", "oblige", "permit", "persuade", "urge",
})  # fmt: skip
"""Verbs of bringing somebody or something to do what the infinitive says, whatever that is."""

SUBJECT_HELD = frozenset({"have", "promise", "threaten", "use", "vow"})
"""Verbs that make one predicate with an infinitive after their object: "used the money to pay", "has a bill to pay"."""


def _in_order(token: Token, lexicon: Lexicon) -> Head | None:
    """ "modified the law in order to keep it": "in order" is no place; the infinitive is what the verb is done for."""
    order = token.head
    preposition = order.head
    if order.lower_ != "order" or preposition.lower_ != "in" or has_child(order, "det", "amod", "poss"):
        return None
    verb = next((a for a in ancestors(preposition) if is_verbal(a)), None)
    if verb is None or not is_infinitive(token):
        return None
    attach(token, verb, "advcl")
    attach(preposition, token, "case")
    attach(order, preposition, "fixed")
    return None


def _what_for(token: Token, lexicon: Lexicon) -> Head | None:
    """ "crowded onto the square to see the lights": after a way or where to, an infinitive says what for."""
    verb = token.head
    if not is_infinitive(token) or token.i < verb.i or has_child(verb, *OBJECTS, "acomp", "auxpass"):
        return None
    before = [p for p in children(verb, "prep") if verb.i < p.i < token.i and child(p, "pobj") is not None]
    way = any(p.lower_ in WHITHER for p in before)
    goal = verb.lemma_.lower() in MOVING and any(p.lower_ in ("at", "in", "on", "outside", "to") for p in before)
    return (verb, "advcl") if way or goal else None


def _what_for_after_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "left Paris to see his mother", "began an offensive to win it back": what the subject did it for."""
    verb, noun = token.head, child(token.head, *OBJECTS)
    if noun is None or not is_infinitive(token) or not verb.i < noun.i < token.i or has_child(token, "mark", *SUBJECTS):
        return None
    return None if verb.lemma_.lower() in DIRECTING | RAISING | SUBJECT_HELD | lexicon.believed else (verb, "advcl")


def _goes_on(token: Token, lexicon: Lexicon) -> Head | None:
    """ "went on to win": what somebody did next is no purpose."""
    on = child(token.head, "prt")
    follows = on is not None and on.lower_ == "on" and is_infinitive(token) and on.i + 1 == token.left_edge.i
    return (token.head, "xcomp") if follows and token.head.lemma_.lower() == "go" else None


def _of_ranked(token: Token, lexicon: Lexicon) -> Head | None:
    """ "became the first country to default": which one it is, not what for."""
    noun = next((c for c in children(token.head, "attr") if c.right_edge.i + 1 == token.left_edge.i), None)
    if noun is None or not is_infinitive(token) or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    return (noun, "relcl") if is_ranked(noun) else None


def _brought_to_do(token: Token, lexicon: Lexicon) -> Head | None:
    """ "encourages schools to regularly publish results": right after whom one urges, it is they who are to."""
    verb, edge = token.head, token.left_edge.i
    noun = child(verb, *OBJECTS)
    if noun is None or not is_infinitive(token) or noun.right_edge.i + 1 != edge or has_child(token, *SUBJECTS):
        return None
    lemma = verb.lemma_.lower()
    raised = lemma in LETTING or (lemma in RAISING and noun.i in lexicon.animate)
    return (verb, "xcomp") if raised and not has_child(verb, "ccomp", "xcomp", "auxpass") else None


def _seen_to_do(token: Token, lexicon: Lexicon) -> Head | None:
    """ "to witness the mayor flip the switch": nothing joins a bare verb, but who is seen to do it stands before it."""
    noun = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    verb = noun.head
    if token.tag_ not in ("VB", "VBP") or has_child(token, *SUBJECTS, "aux", "mark") or child(token.head, "cc"):
        return None
    while noun.dep_ == "conj":
        noun = noun.head
        verb = noun.head
    if noun.dep_ not in OBJECTS or verb.lemma_.lower() not in BARE or has_child(verb, "ccomp", "xcomp"):
        return None
    attach(noun, token, "nsubj")
    return (verb, "ccomp")


INFINITIVES: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_in_order,),
    "relcl": (_in_order,),
    "advcl": (_of_ranked, _goes_on, _brought_to_do),
    "xcomp": (_of_ranked, _what_for, _what_for_after_object),
    "conj": (_seen_to_do,),
}
