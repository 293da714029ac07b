"""Subjects behind their verb: "Among the dead were two officers", "Attached to the letter was a list"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import FINITE_TAGS, OBJECTS, SUBJECTS, attach, child, children, has_child, next_to
from kg.clauses.words import INTRANSITIVE, OFTEN_ALONE

ABSOLUTE_TAGS = frozenset({"JJ", "VBG", "VBN", "VBD"})


def _subject_of_copula(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Among the dead were two officers": the noun behind a copula is its subject, where what it is stands first."""
    verb = token.head
    if verb.lemma_ != "be" or not _lacks_subject(verb) or token.i < verb.i or not lexicon.speech:
        return None
    first = next((c for c in children(verb) if not c.is_punct and c.dep_ not in ("advmod", "cc")), None)
    where = first is not None and first.i < verb.i and first.dep_ in ("prep", "acomp")
    ends = first is not None and first.right_edge.i + 1 == verb.i
    return (verb, "nsubj") if where and ends else None


def _subject_of_posture(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Outside the court stood hundreds": the noun behind a verb without object, where a place stands first."""
    verb = token.head
    if not _lacks_subject(verb) or verb.lemma_.lower() not in INTRANSITIVE | OFTEN_ALONE or token.i < verb.i:
        return None
    first = verb.doc[verb.sent.start]
    place = first.dep_ == "prep" and first.head.i == verb.i and first.right_edge.i + 1 == verb.i
    return (verb, "nsubj") if place and len(children(verb, *OBJECTS)) == 1 else None


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite main verb has no subject, and does not share one."""
    return verb.dep_ in ("ROOT", "ccomp") and verb.tag_ in FINITE_TAGS and not has_child(verb, *SUBJECTS, "expl", "aux")


def _subject_of_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Attached to the letter was a list", "Leading them was Petrov": a participle before its form of "be"."""
    verb = token.head
    if token.lemma_ != "be" or token.i < verb.i or verb.tag_ not in ("VBN", "VBG") or has_child(verb, *SUBJECTS):
        return None
    if verb.i != verb.left_edge.i or token.tag_ not in FINITE_TAGS or verb.dep_ != "ROOT":
        return None
    below = [c for head in (token, verb) for c in children(head, "attr", "nsubj", *OBJECTS) if c.i > token.i]
    noun = next((c for c in below if c.left_edge.i == token.i + 1), None)
    if noun is not None:
        attach(noun, verb, "nsubj" if verb.tag_ == "VBG" else "nsubjpass")
        attach(token, verb, "aux" if verb.tag_ == "VBG" else "auxpass")
    return None


def _absolute(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Its leader dead, the movement collapsed": before a comma what has no tensed verb is no object of the next."""
    verb, subject = token.head, child(token, "nsubj")
    if token.dep_ != "ccomp" or token.i > verb.i or subject is None or token.tag_ not in ABSOLUTE_TAGS:
        return None
    if has_child(token, "aux", "auxpass", "mark", "cop", *OBJECTS) or not lexicon.speech:
        return None
    after = next_to(token.right_edge)
    own = has_child(subject, "poss")
    if after.text != "," or verb.lemma_.lower() in lexicon.speech or (token.tag_ == "VBD" and not own):
        return None
    if token.tag_ == "VBD" and token.lemma_.lower() not in OFTEN_ALONE:
        token.tag_ = "VBN"  # "His arms folded, the judge listened"
    if token.tag_ == "VBN":
        attach(subject, token, "nsubjpass")
    return (verb, "advcl")


INVERSIONS: Mapping[str, tuple[Repair, ...]] = {
    "attr": (_subject_of_copula,),
    "dobj": (_subject_of_posture,),
    "aux": (_subject_of_participle,),
    "auxpass": (_subject_of_participle,),
    "ccomp": (_absolute,),
}
