"""Clauses beside a verb of speech: which of them belong to what it reports, and which are the article's own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, is_infinitive, next_to
from kg.entities.reports import Report, find_source
from kg.model import Polarity
from kg.statements.cues import Cues
from kg.statements.governing import is_past, is_set_off

SHIFTED = frozenset({"would", "had", "could", "might", "'d"})
"""Auxiliaries that a verb of speech in the past makes of "will", "have", "can" and "may"."""

CLOSING = frozenset({'"', "”", "''"})

ASIDE = frozenset({"as", "while", "though", "although", "whereas"})
"""Conjunctions that set one event beside another; "because" and "after" belong to what is told."""


def is_aside(token: Token, report: Report | None) -> bool:
    """Whether a clause follows who says the one above it: "X fell, officials said, as rescuers dug" is the writer's."""
    if report is None or not token.head.i < report.start < token.left_edge.i:
        return False
    mark = child(token, "mark")
    opens = mark is not None and mark.lower_ in ASIDE and mark.i == token.left_edge.i
    if any(w.lower_ in SHIFTED for w in children(token, "aux")) and is_past(token.doc[report.verb]):
        return False  # "X fell, he said, though it might rise": the tense of what is reported
    return opens and is_set_off(token) and child(token, *SUBJECTS) is not None and find_source(token) is None


def has_own_content(verb: Token) -> bool:
    """Whether a verb goes on at once with an infinitive or an object: "rebels vow to fight on", "offers help"."""
    parts = [p for p in children(verb, *OBJECTS, "ccomp", "xcomp", "advcl") if p.left_edge.i == verb.i + 1]
    return any(p.dep_ != "advcl" or is_infinitive(p) for p in parts)


def is_at_odds(clause: Token, source: Token, cues: Cues) -> bool:
    """Whether "as the regulator had alleged" stands beside a denial: it is what is denied that was alleged.

    Of a clause with "not" that holds only of what had been said before: "as the paper reported" may be the denial.
    """
    if source.dep_ != "advcl":
        return False
    cue = cues.governor(clause.lemma_.lower(), "clause")
    if cue is not None and cue.holder and cue.polarity is Polarity.NEGATIVE:
        return True
    return child(clause, "neg") is not None and any(w.lower_ == "had" for w in children(source, "aux"))


def may_share_report(token: Token, seed: Token, cues: Cues) -> Token | None:
    """The clause reported by `seed` that `token` may rather go with ("said it had sent men and lost tanks").

    Without subject only where the reported clause is a perfect and no comma stands before the conjunct: then the
    participle shares its auxiliary.  With one only where it has the shifted tense of what is reported.  A verb of
    speech goes with the verb of speech ("confirmed that it had sent troops and acknowledged losses").
    """
    reported = child(seed, "ccomp")
    if reported is None and _adds_report(token, seed, cues):
        return token
    if reported is not None and reported.i < seed.i < token.i and child(token, *SUBJECTS) is not None:
        later = {w.lower_ for w in children(token, "aux")} & SHIFTED  # "X fell, it argued, and Y would rise"
        return reported if later and is_past(seed) and cues.is_speech(seed.lemma_.lower()) else None
    if reported is None or not seed.i < reported.i < token.i or not cues.is_speech(seed.lemma_.lower()):
        return None
    if child(token, *SUBJECTS) is not None:
        goes_on = _is_shifted(token, seed, reported) or _is_tied(token, seed, reported)
        return reported if goes_on and not cues.is_speech(token.lemma_.lower()) else None
    if child(token, "aux") is not None:
        return None
    words = token.doc[reported.i : token.i]
    shares = token.tag_ in ("VBD", "VBN") and _is_perfect(reported)
    if not shares or cues.is_speech(token.lemma_.lower()) or any(w.text in (",", ";", *CLOSING) for w in words[-3:]):
        return None
    return reported


def _is_perfect(verb: Token) -> bool:
    """Whether "had" and a participle tell it, even where the parser has the participle describe the object."""
    noun = child(verb, "dobj") if verb.lower_ == "had" else None
    if noun is not None and noun.left_edge.i == verb.i + 1 and noun.left_edge.tag_ == "VBN":
        return True
    return any(c.lemma_ == "have" for c in children(verb, "aux"))


def _adds_report(token: Token, seed: Token, cues: Cues) -> bool:
    """Whether a conjunct is the second thing that is told: "announced a recount, and that observers will come"."""
    mark = child(token, "mark")
    told = next((o for o in children(seed, *OBJECTS) if o.i < token.i), None)
    return mark is not None and mark.lower_ == "that" and told is not None and cues.is_speech(seed.lemma_.lower())


def _is_shifted(token: Token, seed: Token, reported: Token) -> bool:
    """Whether a coordinated clause has the tense of what is reported and not of the verb that reports it.

    "claims that it was taken and she was forced", "said he had left and they would follow".
    """
    if is_past(token) and is_past(reported):
        return seed.tag_ in ("VBZ", "VBP") and child(seed, "aux") is None
    shifted = [{w.lower_ for w in children(t, "aux")} & SHIFTED for t in (token, reported)]
    return is_past(seed) and bool(shifted[0]) and bool(shifted[1])


def _is_tied(token: Token, seed: Token, reported: Token) -> bool:
    """Whether "and" ties a clause with its own subject to what is reported: "say prices fall and shops close".

    No comma parts them, and it has the tense of what is reported.
    """
    link = next((c for c in children(seed, "cc") if reported.i < c.i < token.i), None)
    if link is None or link.lower_ != "and" or next_to(link, -1).is_punct:
        return False
    return is_past(token) == is_past(reported) and (is_past(seed) or not is_past(token))


def is_own_report(token: Token, cues: Cues) -> bool:
    """Whether the article itself tells beside its sentence what somebody says: ", the firm saying that ..."."""
    apart = is_set_off(token) or token.left_edge.text == ","  # the parser ties many a comma to what follows
    if token.dep_ not in ("advcl", "ccomp") or token.tag_ != "VBG" or not apart:
        return False
    reports = cues.is_speech(token.lemma_.lower()) and child(token, "ccomp") is not None
    return reports and child(token, "nsubj") is not None


def own_report(token: Token, seed: Token, cues: Cues) -> Token | None:
    """The verb of speech beside which a clause stands that the parser ties to what it reports.

    "said the mine had collapsed, and villagers posted photos": a new subject after a comma, and a simple past where
    what is reported has the shifted perfect; "said that sales fell, and others complained": who else says what; "said
    that it would close shops and has since closed two".
    """
    above = seed.head
    if _has_since(token, seed):
        return above
    if seed.dep_ != "ccomp" or not above.i < seed.i < token.i or not cues.is_speech(above.lemma_.lower()):
        return None
    link = next((c for c in children(token.head, "cc") if token.head.i < c.i < token.i), None)
    apart = link is not None and next_to(link, -1).text == "," and child(token, "nsubj") is not None
    if not apart or not is_past(above) or token.tag_ != "VBD" or child(token, "mark", "aux", "auxpass") is not None:
        return None
    perfect = any(c.lower_ == "had" for c in children(seed, "aux")) and token.lemma_ not in ("be", "have")
    return above if perfect or cues.is_speech(token.lemma_.lower()) else None


def _has_since(token: Token, seed: Token) -> bool:
    """Whether a conjunct in the present perfect follows what was said to come: "... that it would, and has since"."""
    past = seed.dep_ == "ccomp" and seed.head.i < seed.i and is_past(seed.head)
    shifted = past and any(w.lower_ in ("would", "'d") for w in children(seed, "aux"))
    return shifted and any(w.lower_ in ("has", "have") for w in children(token, "aux"))
