"""What words beside a verb or a noun do to its stance: adverbs, adjectives, and the word that denies it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, next_to
from kg.statements.cues import Cue, Cues
from kg.statements.facets import NEUTRAL, Stance
from kg.statements.governing import is_clausal, is_not_only, negating_words
from kg.statements.times.delays import is_delayed


def with_adverbs(cues: Cues, token: Token, laid: Stance) -> Stance:
    """The stance with what adverbs and predicate adjectives beside the verb add ("probably", "is unlikely")."""
    whole = child(token, *OBJECTS) is None  # "makes storms likely" makes them so for sure
    for word in children(token, "advmod", *(("acomp", "oprd", "attr") if whole else ())):
        for adverb in (word, child(word, "advmod")):
            cue = cues.find("adverb", adverb.lower_) if adverb is not None else None
            told = adverb is not None and adverb.i != word.i and cue is not None and cue.polarity is not None
            if told:
                continue  # "almost empty": the label tells the degree
            if cue is not None and adverb is not None and not is_clausal(token, adverb):
                laid = laid.under(cue)
    return laid


def negator(cues: Cues, token: Token, group: list[Token]) -> Cue | None:
    """The word that denies a clause: in its verb group, beside the verb, or on its subject or object."""
    if is_rejected(token):
        return cues.find("conjunction", "rather than")
    words = [w for w in negating_words(token, group) if not (w.dep_ == "neg" and is_delayed(token))]
    found = (cues.find("negator", w.norm_) for w in words if not is_not_only(w))
    return next((cue for cue in found if cue is not None), None)


def is_rejected(token: Token) -> bool:
    """Whether another verb stands in place of this one: "cause inflation rather than curb it"."""
    links = [c for c in children(token.head, "cc") if c.i < token.i] if token.dep_ == "conj" else []
    return any(c.lower_ == "than" and c.i > 0 and next_to(c, -1).lower_ == "rather" for c in links[-1:])


def happening(cues: Cues, word: str, pos: str) -> Cue | None:
    """What a verb, noun or adjective says of whether an event takes place, or None."""
    return next((cue for cue in cues.sections.get("happening", {}).get(word, ()) if cue.pos == pos), None)


def described(cues: Cues, noun: Token) -> Stance:
    """What adjectives say: "the cancelled flight", "an upcoming vote"."""
    laid = NEUTRAL
    for part in children(noun, "amod", "compound"):
        words = (part.lower_, part.lower_.rpartition("-")[2])  # "now-cancelled"
        cues_found = (happening(cues, word, "adjective") for word in dict.fromkeys(words))
        laid = laid.under(next((cue for cue in cues_found if cue is not None), None))
    return laid


def leading_adverbs(cues: Cues, token: Token, seed: Token, laid: Stance) -> Stance:
    """ "allegedly stabbed two men and fled": an adverb before the first verb is told of all its subject does."""
    if child(token, *SUBJECTS) is not None:
        return laid
    for adverb in children(seed, "advmod"):
        laid = laid.under(cues.find("adverb", adverb.lower_)) if adverb.i < seed.i else laid
    return laid
