"""What is laid on a clause that a preposition or conjunction joins to another: "after leaving", "if he leaves"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.finding import is_passive
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, is_verbal
from kg.model import Certainty, Tense
from kg.statements.coordination import is_outcome, opening
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import Stance, carried, carried_over
from kg.statements.governing import can_lie_ahead, conjunction_of, form, is_bare_participle
from kg.statements.holders import find_holder
from kg.statements.implications import governed

AIMS = frozenset({"of", "on", "for", "about", "at", "to", "toward", "towards", "against"})
"""Prepositions between a noun and a gerund that do not say that it is done ("talks on ending the war")."""

OPEN_AFTER = frozenset({"of", "about", "at", "to", "toward", "towards", "against"})
"""Prepositions after a verb or adjective that leave it open too ("thought about leaving", "committed to paying")."""


GIVEN_BY = frozenset({"because", "since", "although", "though", "after", "than"})
"""Conjunctions of what is the case even within an if-clause: "if he leaves because the roof fell in"."""


def after_preposition(cues: Cues, token: Token, outer: Stance) -> Stance:
    """The stance of a gerund or clause after a preposition: "barred from selling", "talks on ending the war"."""
    preposition = token.head
    opener = opening(cues, preposition)
    conjunction = cues.find("conjunction", opener) if opener != "to" else None  # "due to what they call"
    governor, noun = _governor(cues, preposition)
    cue = cues.governor(governor.lemma_.lower(), preposition.lower_, noun=noun, passive=is_passive(governor))
    if is_bare_participle(token) and preposition.lower_ in ("than", "as"):
        return Stance(holders=outer.holders, own_voice=outer.own_voice)  # "later than planned"
    if cue is None:
        return _unruled(token, outer, conjunction, noun=noun)
    if not noun and not cue.holder and not cue.presupposed:
        return governed(outer, cue, governor)
    ground = carried(outer) if noun else Stance(holders=outer.holders, own_voice=outer.own_voice)
    laid = ground.under(cue)
    return laid.told_by(find_holder(governor), factive=cue.factive) if cue.holder else laid


def _governor(cues: Cues, preposition: Token) -> tuple[Token, bool]:
    """The word that governs what stands after a preposition, and whether it is a noun.

    The verb above its object governs where a row says so: "barred the bank from".
    """
    governor = preposition.head
    if is_verbal(governor):
        return governor, False
    verb = governor.head if governor.dep_ in (*OBJECTS, "nsubjpass") else None
    if verb is not None and cues.governor(verb.lemma_.lower(), preposition.lower_) is not None:
        return verb, False
    return governor, governor.pos_ != "ADJ"


def _unruled(token: Token, outer: Stance, conjunction: Cue | None, *, noun: bool) -> Stance:
    """What no row rules: "talks on ending the war" and "thought about leaving" leave it open."""
    aims = AIMS if noun else OPEN_AFTER
    bare = conjunction is None and token.tag_ == "VBG" and token.head.lower_ in aims
    laid = carried_over(outer, conjunction, finite=False)
    if not bare:
        return laid
    doubt = Certainty.CERTAIN if noun else Certainty.POSSIBLE
    return replace(laid, bare=True, certainty=weakest(laid.certainty, doubt), tense=Tense.FUTURE)


def adverbial(cues: Cues, token: Token, outer: Stance) -> Stance:
    """The stance of an adverbial clause: "if he leaves", "to win", "leaving the room"."""
    mark = conjunction_of(token)
    if mark is not None:
        return _joined(cues, token, mark, outer)
    if any(c.lower_ == "to" for c in children(token, "aux")):
        return carried(outer) if is_outcome(token) else _purpose(token, outer, cues.find("conjunction", "to"))
    return carried(outer) if token.tag_ in ("VBG", "VBN") else Stance(holders=outer.holders, own_voice=outer.own_voice)


def _purpose(token: Token, outer: Stance, cue: Cue | None) -> Stance:
    """What is only meant to be; of what is past it is no longer ahead ("met on Monday to sign the treaty")."""
    return carried(outer).under(cue)


def _joined(cues: Cues, token: Token, mark: Token, outer: Stance) -> Stance:
    """What a conjunction hands on; a participle without tense of its own shares the doubt ("died while fighting")."""
    if is_bare_participle(token) and (mark.lower_ in ("than", "as") or token.lemma_ == "compare"):
        return Stance(holders=outer.holders, own_voice=outer.own_voice)  # "if compared with", "than planned"
    ground = outer if can_lie_ahead(token) else replace(outer, tense=None)
    finite = form(token) == "clause" and not _is_untensed(token)
    laid = carried_over(ground, cues.find("conjunction", opening(cues, mark)), finite=finite)
    imagined = outer.certainty is Certainty.HYPOTHETICAL and mark.lower_ not in GIVEN_BY
    return replace(laid, certainty=Certainty.HYPOTHETICAL) if imagined else laid


def _is_untensed(token: Token) -> bool:
    """Whether "while fighting": an -ing form with neither auxiliary nor subject."""
    return token.tag_ == "VBG" and child(token, "aux", *SUBJECTS) is None
