"""Words in "ing" that the parser takes for part of a noun, or ties to the wrong verb."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.clauses.complements import REASONING, VOICING
from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    OBJECTS,
    SUBJECTS,
    attach,
    child,
    children,
    has_child,
    is_verbal,
    labelled,
    next_to,
    sentence_bounds,
)
from kg.clauses.words import DOINGS, JUDGING, OFTEN_ALONE, UNITS

STOPPING = frozenset({
    "admit", "avoid", "begin", "consider", "continue", "deny", "finish", "keep", "quit", "resume", "risk", "start",
    "stop",
})  # fmt: skip
"""Verbs that take a gerund: what a noun after it names is what that is done to ("stopped selling tickets")."""

SPENDING = frozenset({"devote", "spend", "waste"})
"""Verbs whose object, a time, goes with a gerund: "spent years closing branches"."""

SPEAKING = frozenset({
    "allude", "appear", "cry", "describe", "hold", "laugh", "look", "point", "quote", "recall", "refer", "shake", "sit",
    "smile", "sob", "sound", "speak", "stand", "talk", "use", "walk", "wave", "wear", "write",
})  # fmt: skip
"""Verbs of what one does while one speaks."""

NAMING_PARTS = frozenset({"counting", "excluding", "including"})
"""Participles that only tell which belong to a number or group."""

SECONDS = frozenset({"let", "make"})
"""Verbs whose bare infinitive is done by their object; what comes of it is not."""

LONG_ENOUGH = 5
"""Letters of the shortest gerund that is no other noun ("king", "ring")."""

MUTE = re.compile(r"^[^aeiou]*[aeiouy][bcdfgklmnprstvz]$|(?:[cuvz]|[aeiou]s|at|dg|rg|ur|id|ir)$")
"""How stems end that had a mute "e": one vowel and one consonant ("mak", "clos"), or a consonant that asks for it."""

FAR = 40
"""Tokens within which a list of gerunds comes to its end."""

LIST_ENDS = frozenset({"and", "or"})


def _next_of_gerunds(token: Token, lexicon: Lexicon) -> Head | None:
    """ "accused the state of stuffing boxes, redrawing the map and scaring voters": each of them is of what."""
    above = token.head
    if not _is_bare_gerund(token) or token.doc[token.left_edge.i - 1].text not in (",", "and", "or"):
        return None
    first = _gerund_before(token)
    if first is None or not _is_listed(token) or token.lemma_.lower() in lexicon.speech:
        return None
    joined = next((c for c in children(above, "cc") if c.i + 1 == token.left_edge.i), None)
    if joined is not None:
        attach(joined, first, "cc")
    return (first, "conj")


def _gerund_before(token: Token) -> Token | None:
    """The gerund that a list goes on: the last before a token that a preposition of the verb above governs."""
    above = token.head
    if above.tag_ == "VBG" and above.dep_ in ("conj", "pcomp"):
        return above
    governed = (child(p, "pcomp") for p in children(above, "prep") if p.i < token.i)
    found = next((g for g in governed if g is not None and g.tag_ == "VBG"), None)
    while (
        found is not None and (later := next((c for c in children(found, "conj") if c.i < token.i), None)) is not None
    ):
        found = later
    return found


def _is_bare_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" and is_verbal(token) and not has_child(token, "mark", "aux", *SUBJECTS)


def _is_listed(token: Token) -> bool:
    """Whether a gerund is the last of a list, after "and", or one stands further on in its sentence after "and"."""
    doc = token.doc
    if doc[token.left_edge.i - 1].lower_ in LIST_ENDS:
        return True
    last = min(sentence_bounds(token)[1] - 1, token.i + FAR)
    ends = (i for i in range(token.i + 1, last) if doc[i].lower_ in LIST_ENDS)
    return any(doc[i + 1].tag_ == "VBG" for i in ends)


def _last_of_gerunds(token: Token, lexicon: Lexicon) -> Head | None:
    """ "of stuffing boxes, redrawing the map and scaring voters": the last of several gerunds describes no noun."""
    noun, conjunction = token.head, next_to(token, -1)
    item = noun.head
    gerund = item.head
    if token.tag_ != "VBG" or conjunction.lower_ not in LIST_ENDS or noun.dep_ != "conj" or item.dep_ not in OBJECTS:
        return None
    if gerund.tag_ != "VBG" or gerund.dep_ != "conj" or gerund.head.tag_ != "VBG" or has_child(gerund, "cc"):
        return None
    token.pos_ = "VERB"
    attach(conjunction, gerund, "cc")
    attach(token, gerund, "conj")
    attach(noun, token, "dobj")
    return None


def restore_gerunds(doc: Doc) -> None:
    """Read what stands before a noun after such a verb as a gerund, in place, before noun phrases are read.

    "Spent years closing branches", "gave up selling books": the noun is what the gerund does something to.
    """
    for word in labelled(doc, ("compound", "amod")):
        noun = word.head
        first = word.lower_.endswith("ing") and noun.left_edge.i == word.i
        if first and noun.dep_ in (*OBJECTS, "pobj") and _takes_gerund(word):
            _make_gerund(word, noun)


def _takes_gerund(word: Token) -> bool:
    """Whether a verb that takes a gerund stands before a word, with its particle or the time that is spent."""
    verb, before = word.head.head, next_to(word, -1)
    if word.lower_ in DOINGS or len(word) < LONG_ENOUGH or has_child(word):
        return False
    lemma = verb.lemma_.lower()
    if before.i == verb.i:
        return _is_charged(word) if before.dep_ == "prep" else lemma in STOPPING and word.dep_ == "compound"
    if before.head.i != verb.i:
        return False
    timed = before.lemma_.lower() in UNITS or before.ent_type_ in ("DATE", "TIME")
    spent = lemma in SPENDING and before.dep_ in (*OBJECTS, "npadvmod") and timed
    return spent or (before.dep_ == "prt" and before.lower_ == "up" and lemma in ("end", "give", "wind"))


def _is_charged(word: Token) -> bool:
    """Whether a word stands after "of" or "for" of a verb of judging: "fined the firm for breaking rules"."""
    preposition = word.head.head
    judged = preposition.head if is_verbal(preposition.head) else preposition.head.head
    described = word.lemma_.lower() in OFTEN_ALONE | {"exist", "lead"} or word.tag_ != "VBG"  # "for rising prices"
    return preposition.lower_ in ("for", "of") and judged.lemma_.lower() in JUDGING and not described


def _make_gerund(word: Token, noun: Token) -> None:
    """Make a word before a noun a verb of its own whose object the noun is."""
    verb, before = noun.head, next_to(word, -1)
    if word.tag_ != "VBG":
        word.lemma_ = base_of(word.lower_)
    word.tag_, word.pos_ = "VBG", "VERB"
    if before.dep_ in OBJECTS:
        attach(before, verb, "npadvmod")
    attach(word, verb, "pcomp" if verb.dep_ == "prep" else "xcomp")
    for other in children(noun, "cc", "conj"):
        if other.dep_ == "cc" or other.tag_ == "VBG":
            attach(other, word, other.dep_)
    attach(noun, word, "dobj")


def base_of(gerund: str) -> str:
    """The verb of a word in "ing" that the tagger took for a noun: "closing" -> "close", "selling" -> "sell"."""
    stem = gerund[:-3]
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return f"{stem}e" if MUTE.search(stem) else stem


def _around_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The court rejected the appeal, an official said, closing off the way": who only says so closes nothing."""
    said, edge = token.head, token.left_edge.i
    lemma = token.lemma_.lower()
    if token.tag_ != "VBG" or said.lemma_.lower() not in lexicon.speech or token.doc[edge - 1].text != ",":
        return None
    subject = child(said, "nsubj")
    if (
        lemma in lexicon.speech | VOICING | REASONING | SPEAKING
        or subject is None
        or has_child(token, "mark", *SUBJECTS)
    ):
        return None
    start = min(said.i, subject.left_edge.i)
    if edge - 2 not in (said.i, subject.right_edge.i) or not start or token.doc[start - 1].text != ",":
        return None
    main = said.head if said.dep_ == "parataxis" else child(said, "ccomp", "parataxis")
    return (main, "advcl") if main is not None and main.i < said.i else None


def _after_bare(token: Token, lexicon: Lexicon) -> Head | None:
    """ "let six go, leaving one in custody": who lets them go leaves him there."""
    inner = token.head
    outer = inner.head
    if token.tag_ != "VBG" or inner.dep_ not in ("ccomp", "xcomp") or outer.lemma_.lower() not in SECONDS:
        return None
    if token.doc[token.left_edge.i - 1].text != "," or inner.tag_ not in ("VB", "VBP"):
        return None
    return (outer, "advcl")


def _naming_parts(token: Token, lexicon: Lexicon) -> Head | None:
    """ "has 90 seats, counting one from the islands": which belong to the number; nobody counts."""
    noun = next((c for c in children(token, *OBJECTS) if c.i > token.i), None)
    whole = token.doc[token.left_edge.i - 2] if token.left_edge.i > 1 else token
    if token.lower_ not in NAMING_PARTS or noun is None or token.doc[token.left_edge.i - 1].text != ",":
        return None
    if has_child(token, "aux", "mark", *SUBJECTS) or whole.pos_ not in ("NOUN", "PROPN", "NUM"):
        return None
    token.tag_, token.pos_ = "IN", "ADP"
    attach(noun, token, "pobj")
    return (whole, "prep")


def _parts_of_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "160 shocks were felt, including one of magnitude 5": of whom or what is counted, no part of the verb."""
    verb, edge = token.head, token.left_edge.i
    if token.lower_ not in NAMING_PARTS or not is_verbal(verb) or edge < 2 or token.doc[edge - 1].text != ",":
        return None
    if token.i < verb.i or not has_child(token, "pobj"):
        return None
    before = token.doc[edge - 2]
    dated = before.ent_type_ == "DATE" or before.dep_ == "npadvmod"
    if before.pos_ in ("NOUN", "PROPN") and before.dep_ != "compound" and not dated:
        return (before, "prep")
    subject = child(verb, "nsubj", "nsubjpass")
    return (subject, "prep") if subject is not None else None


GERUNDS: Mapping[str, tuple[Repair, ...]] = {
    "advcl": (_next_of_gerunds, _naming_parts, _around_report, _after_bare),
    "amod": (_last_of_gerunds,),
    "prep": (_parts_of_subject,),
}
