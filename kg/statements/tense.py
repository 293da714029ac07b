"""When a clause lies against the article's day, by the form of its verb."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children
from kg.model import Tense

AHEAD = frozenset({"next", "tomorrow", "coming", "upcoming"})

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

MONTHS = frozenset({
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "may",
})  # fmt: skip

TELLING = frozenset({"be", "have", "know", "say", "see", "show", "tell", "think", "write"})
"""Verbs whose present with a weekday tells of no day to come."""

STARTING = frozenset({"begin", "start", "expire", "resume", "reopen"})
"""What is told in the present of a day to come."""

FORMERLY = frozenset({"former", "formerly", "once", "previously", "then", "onetime", "originally", "initially"})

EARLIER = frozenset({"after", "since", "following"})
"""What opens a clause of what was before the one above."""

PAST_TAGS = frozenset({"VBD", "VBN"})


def own_tense(
    token: Token, group: list[Token], laid: Tense | None, outer: Tense | None, *, stative: bool = False
) -> Tense:
    """Return past, present or future.

    `group` are the auxiliaries, `laid` what a cue or a modal set, `outer` the tense of the governing clause, which a
    participle or infinitive without tense of its own shares.  `stative` where the verb tells by its participle what a
    thing is: "the firm, based in Turin, sold ..." is so still.
    """
    if laid is None and stative and not group and _is_standing(token):
        return Tense.PRESENT
    if laid is None and outer is not Tense.FUTURE and _is_of_former(token):
        return Tense.PAST
    perfect = any(w.lemma_ == "have" or w.lower_ == "having" for w in group)
    if laid is not None:
        return Tense.PAST if laid is Tense.FUTURE and perfect and not _is_future_perfect(group) else laid
    if perfect:
        return Tense.PRESENT if _is_under_way(token, group) else Tense.PAST
    if token.dep_ == "ROOT" and token.tag_ in ("VB", "VBN") and any(w.lower_ == "to" for w in group):
        return Tense.FUTURE  # headlines: "Airline to buy jets"
    finite = next((w.tag_ for w in [*group, token] if w.tag_ in ("VBD", "VBZ", "VBP")), None)
    if finite is not None:
        return Tense.PAST if finite == "VBD" else _present(token, group)
    if token.tag_ == "JJ" and token.text.endswith("ed") and child(token, *OBJECTS) is not None:
        return Tense.PAST  # the tagger takes many a past tense for an adjective; no adjective has an object
    if any(w.tag_ == "MD" for w in group):
        return Tense.PRESENT
    return _shared(token, group, outer)


def _shared(token: Token, group: list[Token], outer: Tense | None) -> Tense:
    """The tense of a form without one of its own, by that of the governing clause."""
    if token.tag_ == "VBN":
        earlier = outer is Tense.PRESENT and _comes_first(token)  # "is in jail after being convicted"
        return Tense.PAST if not group or earlier else outer or Tense.PAST
    if token.tag_ == "VBG" and token.dep_ == "acl" and outer is Tense.FUTURE:
        return Tense.PRESENT  # "will free the land surrounding the town"
    if outer is Tense.PRESENT and token.tag_ == "VBG" and _comes_first(token):
        return Tense.PAST
    if outer is not None:
        return outer
    return Tense.PAST if token.tag_ in PAST_TAGS else Tense.PRESENT


def _comes_first(token: Token) -> bool:
    """Whether a gerund tells what went before: "after selling the mill, the firm is building another"."""
    mark = token.head if token.dep_ == "pcomp" else child(token, "mark")
    return mark is not None and mark.lower_ in EARLIER


def _is_standing(token: Token) -> bool:
    """Whether a participle on a noun tells of a state: nobody has brought it about, and it has not ended."""
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or child(token, "agent", "mark", *SUBJECTS):
        return False
    return not any(w.lower_ in FORMERLY for w in children(token, "advmod"))


def _is_under_way(token: Token, group: list[Token]) -> bool:
    """Whether what began goes on: "has been supplying schools for a year"."""
    now = any(w.tag_ in ("VBZ", "VBP") for w in group)
    return now and token.tag_ == "VBG" and any(w.lower_ == "been" for w in group)


def _is_of_former(token: Token) -> bool:
    """Whether a participle tells of what somebody no longer is: "a former officer serving in Mali"."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ != "VBG":
        return False
    beside = [*children(noun, "amod", "advmod"), *(children(noun.head, "advmod") if noun.dep_ == "appos" else ())]
    return any(w.lower_ in FORMERLY for w in beside)


def _is_future_perfect(group: list[Token]) -> bool:
    return any(w.lower_ in ("will", "shall", "'ll") for w in group)


def _present(token: Token, group: list[Token]) -> Tense:
    going = token.lemma_ == "go" and token.tag_ == "VBG" and child(token, "xcomp") is not None
    to_be = token.tag_ == "VB" and any(w.lemma_ == "be" for w in group)
    return Tense.FUTURE if going or to_be or _is_ahead(token) else Tense.PRESENT


def _is_ahead(token: Token) -> bool:
    """Whether a present is dated to what comes ("is visiting Berlin next week", "opens tomorrow")."""
    beside = children(token, "npadvmod", "advmod", "prep")
    phrases = [*beside, *(c for p in beside for c in children(p, "pobj"))]
    if any(w.lower_ in AHEAD for p in phrases for w in (p, *children(p, "amod", "det"))):
        return True
    if _is_fixed(token, [w for p in beside if p.lower_ == "on" for w in children(p, "pobj")]):
        return True
    dated = any(w.lower_ in WEEKDAYS or w.lower_ in MONTHS for w in phrases)
    arranged = token.tag_ == "VBG" or (token.lemma_ in STARTING and token.dep_ != "advcl")
    return arranged and dated  # "is visiting Rome on Monday", "the strike begins in May"


def _is_fixed(token: Token, days: list[Token]) -> bool:
    """Whether a simple present is told of a day that is fixed: "the law takes effect on Thursday".

    Not in a headline, which tells in the present what has happened: a sentence ends with a full stop.
    """
    if not any(day.lower_ in WEEKDAYS and child(day, "amod", "det") is None for day in days):
        return False
    telling = token.lemma_ in TELLING or child(token, "ccomp", "xcomp", "mark") is not None
    return token.tag_ in ("VBZ", "VBP") and not telling and token.sent[-1].text == "."
