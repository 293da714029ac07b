"""What is laid on a clause that hangs on a noun: "plans to leave", "claims that he left", "troops sent there"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, child, children
from kg.model import Certainty, Polarity, Tense
from kg.statements.coordination import opening, verb_group
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import Stance, carried, released
from kg.statements.governing import form, is_brought_forth, is_definite, is_deniable, is_set_off, is_superlative
from kg.statements.holders import find_holder
from kg.statements.implications import governed, noun_governor
from kg.statements.own_words import described, happening
from kg.statements.tense import own_tense


def on_noun(cues: Cues, token: Token, outer: Stance, noun: Token) -> Stance:
    """A participle, infinitive or that-clause on a noun: "plans to leave", "claims that he left", "troops sent"."""
    takes = form(token)
    purpose = cues.find("conjunction", opening(cues, noun))
    if purpose is not None and purpose.purpose:
        return carried(outer).under(purpose)
    cue = noun_governor(cues, noun, takes)
    if cue is not None and cue.implies:
        return governed(outer, cue, noun)
    if cue is not None and cue.presupposed and not is_deniable(noun):
        return Stance(holders=outer.holders, own_voice=outer.own_voice).under(cue)  # "to mark the fact that he won"
    if takes == "infinitive" and described(cues, noun).polarity is Polarity.NEGATIVE:
        return replace(carried(outer).under(cue).denied(), tense=Tense.FUTURE)  # "the cancelled deal to lease"
    done = is_superlative(noun) and not is_brought_forth(noun)
    if cue is None and takes == "infinitive" and not done:
        return replace(carried(outer), tense=Tense.PRESENT if is_superlative(noun) else Tense.FUTURE, bare=True)
    if cue is None:
        beside = beside_noun(cues, token, outer)
        return replace(beside, own_voice=False) if child(token, "mark") is not None else beside
    return _under_cue(cues, cue, outer, noun)


def _under_cue(cues: Cues, cue: Cue, outer: Stance, noun: Token) -> Stance:
    """What the noun itself lays on its clause, and before it the verb that denies what the noun tells."""
    laid = carried(outer).under(cue)
    if cue.factive and (not outer.actual or is_deniable(noun)):
        return replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
    if not cue.holder:
        return _of_none(laid, cue) if any(c.lower_ == "no" for c in children(noun, "det")) else laid
    denial = _denial(cues, noun)
    if denial is not None and outer.polarity is Polarity.POSITIVE:
        ground = Stance(holders=outer.holders, own_voice=outer.own_voice).under(denial)
        return ground.told_by((*find_holder(noun.head), *find_holder(noun)), factive=False)
    return laid.told_by(find_holder(noun), factive=cue.factive)


def _of_none(laid: Stance, cue: Cue) -> Stance:
    """ "no plans to sell" are not to sell; "no need to pay" is no duty, and it may be done."""
    return laid.denied() if cue.mood is None else released(laid)


def _denial(cues: Cues, noun: Token) -> Cue | None:
    """What a verb lays on the content of its object: "denied reports that two had died", "dismissed claims that"."""
    cue = cues.governor(noun.head.lemma_.lower(), "clause") if noun.dep_ in OBJECTS else None
    return cue if cue is not None and cue.holder and cue.polarity is Polarity.NEGATIVE else None


def beside_noun(cues: Cues, token: Token, outer: Stance) -> Stance:
    """A relative clause: set off by a comma the article's own word, else told by whoever tells the noun."""
    if is_set_off(token) or (token.head.dep_ == "appos" and is_set_off(token.head)):
        return Stance()
    known = is_definite(token.head) and not (token.dep_ == "acl" and is_superlative(token.head))
    if outer.certainty is Certainty.HYPOTHETICAL and not known:
        return replace(outer, polarity=Polarity.POSITIVE, tense=outer.future)  # "if a day came when they left"
    if token.dep_ == "relcl" and not known and outer.actual and _is_wanted(cues, token.head):
        return replace(carried(outer), certainty=Certainty.POSSIBLE, bare=True)
    standing = token.dep_ != "acl" or cues.find("stative", token.lemma_.lower()) is not None
    imagined = not outer.actual and not known and not _is_told_as_past(token, outer)
    return Stance(  # "will sell music branded with an apple"
        certainty=_imagined(token, outer) if imagined else Certainty.CERTAIN,
        tense=outer.future if imagined and token.tag_ == "VBN" and not standing else None,
        holders=outer.holders,
        own_voice=outer.own_voice,
        bare=imagined,
    )


def _is_wanted(cues: Cues, noun: Token) -> bool:
    """Whether there is none yet of what somebody calls for or seeks: "called for a law that protects tenants"."""
    verb, word = noun.head, noun.head.lemma_.lower()
    if noun.dep_ == "pobj":
        verb, word = noun.head.head, f"{noun.head.head.lemma_.lower()} {noun.head.lower_}"
    elif noun.dep_ not in OBJECTS:
        return False
    cue = happening(cues, word, "verb") if verb.pos_ == "VERB" else None
    return cue is not None and not cue.presupposed and cue.tense is Tense.FUTURE and cue.polarity is None


def _imagined(token: Token, outer: Stance) -> Certainty:
    """How sure a clause is of what there may be none of: "will not sell music branded with an apple"."""
    sure = Certainty.CERTAIN if token.dep_ == "relcl" else outer.certainty
    return weakest(sure, Certainty.POSSIBLE) if outer.polarity is Polarity.NEGATIVE else sure


def _is_told_as_past(token: Token, outer: Stance) -> bool:
    """Whether a clause on a noun has happened whatever is to come: "may buy the firms that failed last year"."""
    finite = token.dep_ == "relcl" and not outer.bare
    return finite and own_tense(token, verb_group(token), None, None) is Tense.PAST
