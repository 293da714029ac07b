"""What is laid on a clause that a preposition or conjunction joins to another: "after leaving", "if he leaves"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.finding import is_passive
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, is_verbal, next_to
from kg.model import Certainty, Tense
from kg.statements.coordination import is_outcome, opening
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import Stance, carried, carried_over
from kg.statements.governing import (
    can_lie_ahead,
    conjunction_of,
    form,
    is_bare_participle,
    is_past,
    is_set_off,
)
from kg.statements.holders import find_holder
from kg.statements.implications import governed
from kg.statements.times.words import UNITS_OF_TIME

AIMS = frozenset({"of", "on", "for", "about", "at", "to", "toward", "towards", "against"})
"""Prepositions between a noun and a gerund that do not say that it is done ("talks on ending the war")."""

OPEN_AFTER = frozenset({"of", "about", "at", "to", "toward", "towards", "against"})
"""Prepositions after a verb or adjective that leave it open too ("thought about leaving", "committed to paying")."""


THREATENED = frozenset({"avoid", "escape", "face", "risk"})
"""Verbs of who may be punished for what is not yet proven: "faces a ban for taking bribes"."""

CONTRASTS = frozenset({"while", "whereas", "though", "although"})
"""Conjunctions that after a comma set another fact beside: "said he would miss it, while the doctor disagreed"."""

BY_THEN = frozenset({"until", "till", "before", "once"})
"""Conjunctions of what has to come first."""

GIVEN_BY = frozenset({"because", "since", "although", "though", "after", "than"})
"""Conjunctions of what is the case even within an if-clause: "if he leaves because the roof fell in"."""


def after_preposition(cues: Cues, token: Token, outer: Stance) -> Stance:
    """The stance of a gerund or clause after a preposition: "barred from selling", "talks on ending the war"."""
    preposition = _first_of_two(token.head)
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
    if noun and governor.head.lemma_ in THREATENED:
        laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
    return laid.told_by(find_holder(governor), factive=cue.factive) if cue.holder else laid


def _first_of_two(preposition: Token) -> Token:
    """The preposition that one after "and" repeats: "suspected of lying and of helping thieves"."""
    above = preposition.head.head if preposition.head.dep_ == "pcomp" else preposition
    again = above.lower_ == preposition.lower_ and preposition.i > 0 and next_to(preposition, -1).dep_ == "cc"
    return above if again else preposition


def _governor(cues: Cues, preposition: Token) -> tuple[Token, bool]:
    """The word that governs what stands after a preposition, and whether it is a noun.

    The verb above its object governs where a row says so: "barred the bank from".
    """
    governor = preposition.head
    if governor.dep_ == "prep":
        governor = governor.head  # "except for leaving"
    if is_verbal(governor):
        return _governing_object(cues, governor, preposition) or (governor, False)
    verb = governor.head if governor.dep_ in (*OBJECTS, "nsubjpass") else None
    if verb is not None and cues.governor(verb.lemma_.lower(), preposition.lower_) is not None:
        return verb, False
    return governor, governor.pos_ != "ADJ"


def _governing_object(cues: Cues, verb: Token, preposition: Token) -> tuple[Token, bool] | None:
    """The object right before a preposition that the parser ties to its verb: "got money for building a school"."""
    if cues.governor(verb.lemma_.lower(), preposition.lower_, passive=is_passive(verb)) is not None:
        return None
    noun = next((o for o in children(verb, *OBJECTS) if o.right_edge.i + 1 == preposition.i), None)
    ruled = noun is not None and cues.governor(noun.lemma_.lower(), preposition.lower_, noun=True) is not None
    return (noun, True) if noun is not None and ruled else None


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
        if _took(token):
            return carried(outer)
        if is_outcome(token) or _is_price(token.head):
            return replace(carried(outer), bare=not is_outcome(token))
        return _purpose(token, outer, cues.find("conjunction", "to"))
    return carried(outer) if token.tag_ in ("VBG", "VBN") else Stance(holders=outer.holders, own_voice=outer.own_voice)


def is_joined(cues: Cues, token: Token) -> bool:
    """Whether a clause that the parser takes for a complement is tied by "before", "after" or "because"."""
    mark = child(token, "mark") if token.dep_ in ("ccomp", "dep") else None
    cue = cues.find("conjunction", mark.lower_) if mark is not None else None
    return cue is not None and mark is not None and (cue.presupposed or mark.lower_ in BY_THEN)


def _is_price(verb: Token) -> bool:
    """Whether an infinitive tells what something costs to do: "costs 90 euros to join", "it takes years to learn"."""
    subject = child(verb, *SUBJECTS)
    takes = verb.lemma_ == "take" and subject is not None and subject.lower_ == "it"
    return takes or verb.lemma_ == "cost"


def _took(token: Token) -> bool:
    """Whether it is told how long something took that was done: "needed more than an hour to beat them"."""
    verb = token.head
    timed = verb.lemma_ in ("need", "require", "take") and verb.tag_ == "VBD" and child(verb, "neg") is None
    return timed and any(t.lemma_.lower() in UNITS_OF_TIME for t in token.doc[verb.i : token.left_edge.i])


def _purpose(token: Token, outer: Stance, cue: Cue | None) -> Stance:
    """What is only meant to be; of what is past it is no longer ahead ("met on Monday to sign the treaty")."""
    return carried(outer).under(cue)


def _joined(cues: Cues, token: Token, mark: Token, outer: Stance) -> Stance:
    """What a conjunction hands on; a participle without tense of its own shares the doubt ("died while fighting")."""
    if is_bare_participle(token) and (mark.lower_ in ("than", "as") or token.lemma_ == "compare"):
        return Stance(holders=outer.holders, own_voice=outer.own_voice)  # "if compared with", "than planned"
    if mark.lower_ in BY_THEN and _is_awaited(token, outer):
        laid = carried(outer)
        return replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), bare=True)
    contrast = mark.lower_ in CONTRASTS and is_set_off(token) and is_past(token)
    ground = outer if can_lie_ahead(token) and not contrast else replace(outer, tense=None)
    finite = form(token) == "clause" and not _is_untensed(token)
    laid = carried_over(ground, cues.find("conjunction", opening(cues, mark)), finite=finite)
    imagined = outer.certainty is Certainty.HYPOTHETICAL and mark.lower_ not in GIVEN_BY
    return replace(laid, certainty=Certainty.HYPOTHETICAL) if imagined else laid


def _is_awaited(token: Token, outer: Stance) -> bool:
    """Whether a perfect tells what is to come first: "will not return until the contract has been signed".

    After what did happen it is a fact ("did not leave until the match had ended").
    """
    above, perfect = token.head, any(w.lemma_ == "have" for w in children(token, "aux"))
    ahead = form(above) == "infinitive" or any(w.tag_ == "MD" for w in children(above, "aux"))
    return perfect and ahead and (outer.tense is Tense.FUTURE or not outer.actual)


def _is_untensed(token: Token) -> bool:
    """Whether "while fighting": an -ing form with neither auxiliary nor subject."""
    return token.tag_ == "VBG" and child(token, "aux", *SUBJECTS) is None
