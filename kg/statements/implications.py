"""What follows from a governing word about what it governs (Karttunen, "Simple and Phrasal Implicatives", 2012).

A row's `implies` says what is known of the complement when the word is told, and after "|" when it is denied: "+" it is
the case, "-" it is not, "o" it stays open.  "forced them to leave" +|o, "managed to" +|-, "refused to" -|o, "was
allowed to" o|-.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, is_infinitive
from kg.model import Certainty, Mood, Polarity, Tense
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import Stance, carried, concluded, released

BEHIND = frozenset({"yesterday", "ago", "last", "then", "previously", "once", "formerly"})
"""Words beside "could" that make it a past of "can"."""

ABILITY = frozenset({"can", "ca", "could"})

RAISING = frozenset({
    "aim", "anticipate", "believe", "consider", "expect", "feel", "guess", "imagine", "intend", "like", "plan",
    "presume", "reckon", "suppose", "think", "want", "wish",
})  # fmt: skip
"""Verbs whose denial their content takes over."""

WITHHELD = frozenset({"comment", "confirm", "disclose", "discuss", "elaborate", "identify", "reveal", "specify"})
"""What is refused with "would not"."""

NOBODY = frozenset({"no", "nobody", "none", "no-one", "nothing", "neither", "few", "little"})


def governed(outer: Stance, cue: Cue, above: Token) -> Stance:
    """What the governing word `above` lays on its complement, apart from who says it."""
    laid, denied = carried(outer).under(cue), outer.polarity is Polarity.NEGATIVE
    pending = cue.implies.startswith("+") and any(c.tag_ in ("VBZ", "VBP") for c in children(above, "aux"))
    if cue.timed and outer.tense is Tense.PAST and not pending:
        laid = replace(laid, tense=Tense.PAST)  # "tried to land", "forced them to leave"; not "has forced them to"
    elif cue.implies.startswith("o") and cue.tense is None and outer.tense is Tense.PAST and not denied:
        laid = replace(laid, tense=Tense.FUTURE)  # "was allowed to bid": it comes after, if it does
    if outer.certainty is Certainty.HYPOTHETICAL and outer.tense is Tense.PAST and laid.tense is Tense.FUTURE:
        laid = replace(laid, tense=Tense.PAST)  # "asked whether he had decided to leave": nothing lies ahead
    if not denied:
        return released(laid) if serves(above) and cue.mood is Mood.DEONTIC else laid
    if cue.mood is Mood.DEONTIC and not cue.holder:
        return released(laid)
    if cue.implies:
        return concluded(laid, outer, cue.implies)
    if cue.tense is Tense.FUTURE and cue.polarity is None and not is_raising(cue):
        return replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))  # "did not agree to sell"
    return laid.denied()


def is_raising(cue: Cue) -> bool:
    """Whether what is denied of the word is rather denied of what it governs: "do not think that it rains"."""
    return cue.word in RAISING and not (cue.factive or cue.merge or cue.implies)


def is_by_nobody(verb: Token) -> bool:
    """Whether it is the subject that denies a clause: "nobody wanted it to rain", "no state plans to leave"."""
    subjects = children(verb, *SUBJECTS)
    return any(w.lower_ in NOBODY for s in subjects for w in (s, *children(s, "det")))


def serves(verb: Token) -> bool:
    """Whether an infinitive tells what the subject is good for: "the bridge is vital to feed the town", not "it is"."""
    subject, adjective = child(verb, *SUBJECTS), child(verb, "acomp", "oprd")
    infinitive = child(adjective, "xcomp") if adjective is not None else None
    return infinitive is not None and is_infinitive(infinitive) and subject is not None and subject.lower_ != "it"


def settled(above: Token, cue: Cue, outer: Stance, laid: Stance) -> Stance:
    """What has become of what was planned or possible in the past.

    "was able to reach it" has; "was to open in May" is no longer sure to come, nor to come at all before "but".
    """
    if cue.implies == "o|-" and outer.tense is Tense.PAST and outer.polarity is Polarity.POSITIVE:
        return replace(laid, certainty=outer.certainty)
    past = any(w.tag_ == "VBD" for w in (above, *children(above, "aux", "auxpass")))
    if not past or cue.tense is not Tense.FUTURE or cue.mood is Mood.DEONTIC:
        return laid
    contrast = child(above, "conj") is not None and any(c.lower_ == "but" for c in children(above, "cc"))
    doubted = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
    if contrast:
        return replace(doubted, tense=Tense.PAST)
    return doubted if cue.word == "be" else laid


def ability(laid: Stance, placed: Stance, token: Token, group: list[Token]) -> Stance:
    """ "could not reach it", "cannot win": what nobody is able to do is not done; "could" of old is a past.

    `placed` is the stance that the place of the clause lays on it, before its own words.
    """
    modal = next((w for w in group if w.dep_ == "aux" and w.lower_ in ABILITY), None)
    if modal is None or any(w.lemma_ == "have" for w in group):
        return laid
    past = modal.lower_ == "could" and not any(c.lower_ == "without" for c in children(token, "prep"))
    if laid.polarity is Polarity.NEGATIVE and placed.polarity is Polarity.POSITIVE:
        told = past and not placed.bare and placed.certainty is Certainty.CERTAIN
        return replace(laid, certainty=placed.certainty, tense=Tense.PAST if told else laid.tense)
    beside = children(token, "npadvmod", "advmod")
    dated = any(w.lower_ in BEHIND for b in beside for w in (b, *children(b, "amod")))
    return replace(laid, tense=Tense.PAST) if past and dated else laid


def refused(laid: Stance, placed: Stance, token: Token, group: list[Token], *, speech: bool) -> Stance:
    """ "neither side would confirm it": who would not say so has refused; not within what somebody else says."""
    would = any(w.dep_ == "aux" and w.lower_ in ("would", "'d") for w in group)
    told = placed.own_voice and placed.actual and not any(w.lemma_ == "have" for w in group)
    if not would or not told or laid.polarity is Polarity.POSITIVE or child(token, "advcl") is not None:
        return laid
    return replace(laid, tense=Tense.PAST) if speech or token.lemma_ in WITHHELD else laid


def could_then(token: Token, group: list[Token]) -> bool:
    """Whether "could" on a noun is the past of "can" where its clause is past: "built a ship that could fly"."""
    modal = token.dep_ == "relcl" and any(w.dep_ == "aux" and w.lower_ == "could" for w in group)
    return modal and not any(w.lemma_ == "have" for w in group)


def noun_governor(cues: Cues, noun: Token, takes: str) -> Cue | None:
    """The cue of a noun for the clause on it; first that of the phrase it is with its verb ("had the nerve")."""
    word = noun.lemma_.lower()
    if noun.dep_ in OBJECTS:
        phrase = cues.governor(f"{noun.head.lemma_.lower()} {word}", takes, noun=True)
        if phrase is not None:
            return phrase
    if noun.dep_ == "attr" and any(c.lower_ == "the" for c in children(noun, "det")):
        phrase = cues.governor(f"{noun.head.lemma_.lower()} the {word}", takes, noun=True)  # "became the reason to"
        if phrase is not None:
            return phrase
    cue = cues.governor(word, takes, noun=True)
    if cue is None and takes == "infinitive" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        above = noun.head.head  # "the right of workers to strike": the parser hangs the clause on the workers
        return cues.governor(above.lemma_.lower(), takes, noun=True) if above.pos_ == "NOUN" else None
    return cue
