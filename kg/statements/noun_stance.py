"""How sure it is that what an event noun names takes place."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import OBJECTS, ancestors, children
from kg.model import Certainty, Polarity
from kg.statements.cues import Cue, weakest
from kg.statements.scene import Scene
from kg.statements.stance import NEUTRAL, Stance, flipped

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
HINTS = frozenset({"sign", "hint", "trace", "indication", "prospect", "talk", "evidence"})
"""Nouns whose "of" phrase may or may not be the case ("signs of a recession")."""


def noun_stance(scene: Scene, head: int) -> Stance:
    """Return how the happening that a noun names is meant.

    The nouns and verbs above it decide ("signs of", "threatened", "denied"); a definite phrase is presupposed even
    where its clause is denied ("did not attend the ceremony").
    """
    token = scene.doc[head]
    laid = NEUTRAL
    for above in ancestors(token):
        if is_predicate(above):
            return _under_predicate(scene, token, above, laid)
        if above.pos_ == "NOUN":
            laid = _under_noun(scene, above, laid)
    return laid


def _under_noun(scene: Scene, noun: Token, laid: Stance) -> Stance:
    cues, word = scene.reader.cues, noun.lemma_.lower()
    laid = laid.under(cues.governor(word, "of", noun=True)).under(cues.find("absence", word))
    return replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE)) if word in HINTS else laid


def _under_predicate(scene: Scene, noun: Token, verb: Token, laid: Stance) -> Stance:
    outer = scene.reader.stance(verb)
    laid = replace(
        laid,
        certainty=weakest(laid.certainty, outer.certainty),
        tense=laid.tense or outer.tense,
        holders=outer.holders,
        own_voice=outer.own_voice,
        bare=outer.bare,
    )
    if _is_object(noun, verb):
        laid = laid.under(_governor(scene, verb))
    definite = any(c.lower_ in DEFINITE for c in children(noun, "det", "poss"))
    if outer.polarity is Polarity.NEGATIVE and not definite:
        laid = replace(laid, polarity=flipped(laid.polarity))
    return laid


def _is_object(noun: Token, verb: Token) -> bool:
    return any(t.dep_ in (*OBJECTS, "nsubjpass") and t.head.i == verb.i for t in (noun, *ancestors(noun)))


def _governor(scene: Scene, verb: Token) -> Cue | None:
    """The cue of a verb that is not a factive one: "threatened an attack", "expects a recession"."""
    cues, word = scene.reader.cues, verb.lemma_.lower()
    cue = cues.governor(word, "infinitive") or cues.governor(word, "clause")
    return cue if cue is not None and not cue.factive else None
