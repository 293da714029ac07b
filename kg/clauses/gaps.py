"""Clauses that leave out their verb: "Ford closed a plant in Ohio and Fiat a factory in Turin".

The parser has no label for them, so they are found by their words: after a conjunction or comma a noun phrase at which
a second one begins with an article, possessive or number, as the object of the verb before does; or one that a phrase
with the same preposition follows.  The conjunction or comma then stands for the verb, in the tree as in the clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    attach,
    child,
    children,
    has_child,
    is_stand_in,
    is_verbal,
    next_to,
    stand_for,
)
from kg.clauses.words import CHANGING, CHOOSING, GIVING, NAMING, UNITS

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | frozenset({"JJ", "JJR", "JJS", "CD", "POS", "HYPH"})
SEPARATORS = frozenset({",", ";", "and", "but", "while"})
OTHERS = frozenset({"other", "others", "another", "second", "rest"})
ONES = frozenset({"one", "some", "first", "many", "several", "another"})
"""Of two that are set against each other the one that comes later, and the one before."""

TIMES = frozenset({"once", "twice"})
NO_SUBJECTS = frozenset({"all", "both", "double", "half", "quite", "such", "what"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
DATES = frozenset({"DATE", "TIME"})
ACTORS = frozenset({"GPE", "PERSON", "NORP"})

SHORTEST = 5
"""Tokens of a sentence with such a clause."""

LONGEST = 16
"""Tokens of a clause without verb."""

FARTHEST = 30
"""Tokens back to the verb that is meant."""

_LABELS = {"DT": "det", "PRP$": "poss", "CD": "nummod", "$": "quantmod", "JJ": "amod"}


@dataclass(frozen=True, slots=True)
class _Remnant:
    """What is left of a clause: the token in place of its verb, its subject, and what follows that: half-open spans.

    `kind` is how the second phrase begins: "indefinite", "definite", "number" or "preposition".
    """

    stand: Token
    subject: Span
    rest: Span
    after: Span
    kind: str


def restore_gaps(doc: Doc) -> None:
    """Give each clause that leaves its verb to the one before a token that stands for the verb, in place.

    To be called before noun phrases are read: it changes where they begin.
    """
    for sentence in doc.sents:
        if len(sentence) > SHORTEST:
            for remnant, verb in _gaps(sentence):
                _restore(remnant, verb)


def is_gap(token: Token) -> bool:
    """Whether a conjunction or comma stands for a verb."""
    return token.lower_ in SEPARATORS and is_stand_in(token)


def _gaps(sentence: Span) -> list[tuple[_Remnant, Token]]:
    """The clauses without verb at the end of a sentence, the last first: what they end is nothing else."""
    found: list[tuple[_Remnant, Token]] = []
    end = sentence.end
    while end - 1 > sentence.start and sentence.doc[end - 1].tag_ in (".", "''"):
        end -= 1
    while True:
        remnant = _last_remnant(sentence, end)
        verb = _verb_before(remnant, sentence) if remnant is not None else None
        if remnant is None or verb is None:
            return found
        found.append((remnant, verb))
        end = remnant.stand.i - (remnant.stand.i > 0 and next_to(remnant.stand, -1).text == ",")


def _last_remnant(sentence: Span, end: int) -> _Remnant | None:
    """The remnant that ends at `end`, or None: as long as no verb stands in it."""
    doc = sentence.doc
    for start in range(end - 1, max(sentence.start, end - LONGEST), -1):
        token = doc[start]
        if token.tag_ in FINITE_TAGS or (is_verbal(token) and token.tag_ != "VBN"):
            return None
        if token.lower_ in SEPARATORS:
            return _remnant(doc, start, end)
    return None


def _remnant(doc: Doc, separator: int, end: int) -> _Remnant | None:
    middle = _end_of_subject(doc, separator + 1, end)
    if middle is None or middle >= end:
        return None
    kind, last = _kind(doc[middle]), _end_of_phrase(doc, middle, end)
    if kind == "preposition":
        last = middle
    if not kind or last is None or not _are_phrases(doc, last, end):
        return None
    return _Remnant(doc[separator], doc[separator + 1 : middle], doc[middle:last], doc[last:end], kind)


def _end_of_subject(doc: Doc, start: int, end: int) -> int | None:
    """Where the first noun phrase ends: before the next article, possessive, number or preposition."""
    i = start
    if i < end and (doc[i].tag_ in ("DT", "PRP$") or doc[i].lower_ in OTHERS):
        i += 1
    while i < end and (doc[i].tag_ in INSIDE - {"CD"} or doc[i].lower_ in OTHERS):
        i += 1
    words = doc[start:i]
    if not len(words) or words[0].lower_ in NO_SUBJECTS or words[-1].tag_ in ("POS", "HYPH"):
        return None
    is_set_against = words[-1].lower_ in OTHERS
    bare = words[-1].tag_ == "NN" and words[0].tag_ not in ("DT", "PRP$") and not is_set_against
    if not (words[-1].tag_ in NOUNS or is_set_against) or bare or words[-1].ent_type_ in DATES:
        return None
    return i


def _kind(token: Token) -> str:
    """How a phrase that begins with a token begins, "" if it is none that can follow a subject."""
    if token.tag_ in ("CD", "$") or token.lower_ in TIMES:
        return "number"
    if token.lower_ in ("a", "an"):
        return "indefinite"
    if token.tag_ == "PRP$" or token.lower_ == "the":
        return "definite"
    return "preposition" if token.tag_ == "IN" else ""


def _end_of_phrase(doc: Doc, start: int, end: int) -> int | None:
    i = start + 1
    while i < end and doc[i].tag_ in INSIDE:
        i += 1
    head = doc[i - 1]
    return i if head.tag_ in NOUNS or head.tag_ == "CD" or head.lower_ in TIMES else None


def _are_phrases(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but prepositional phrases stands between two places."""
    while start < end:
        last = _end_of_phrase(doc, start + 1, end) if doc[start].tag_ == "IN" and start + 1 < end else None
        if last is None:
            return False
        start = last
    return True


# ---------------------------------------------------------------- the verb that is meant


def _verb_before(remnant: _Remnant, sentence: Span) -> Token | None:
    """The verb that a remnant leaves out: the nearest before it, if what it has is like what the remnant has."""
    doc, start = sentence.doc, remnant.stand.i
    for i in range(start - 1, max(sentence.start, start - FARTHEST), -1):
        token = doc[i]
        if is_verbal(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token if _can_lend(token, remnant) and _is_like(token, remnant) else None
    return None


def _can_lend(verb: Token, remnant: _Remnant) -> bool:
    """Whether a verb is a finite one that denies nothing and does not take two objects."""
    subject = child(verb, "nsubj", "nsubjpass")
    finite = any(t.tag_ in FINITE_TAGS for t in (verb, *children(verb, "aux", "auxpass")))
    if subject is None or subject.i > verb.i or not finite or remnant.stand.dep_ not in ("cc", "punct", "mark"):
        return False
    if remnant.kind in ("definite", "indefinite") and _takes_two(verb, remnant.stand):
        return False
    inner = {*range(remnant.subject.start, remnant.after.end)}
    more = any(c.i > verb.i for c in children(verb, "ccomp", "xcomp"))
    return not more and not has_child(verb, "neg", "dative") and verb.head.i not in inner


def _takes_two(verb: Token, stand: Token) -> bool:
    """Whether the second phrase may be the verb's own: "gave the men and the boys a prize", with no comma between."""
    comma = stand.text == "," or next_to(stand, -1).text == ","
    return verb.lemma_.lower() in (CHANGING | CHOOSING | NAMING if comma else GIVING | CHANGING | CHOOSING | NAMING)


def _is_like(verb: Token, remnant: _Remnant) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    words = _behind(verb)
    first = next(iter(words), None)
    if subject is None or first is None or first.i >= remnant.stand.i:
        return False
    against = _is_set_against(subject, remnant)
    if remnant.kind == "preposition":
        return _kind(first) == "preposition" and _are_like_phrases(verb, subject, remnant, against=against)
    if remnant.rest.root.ent_type_ in DATES or remnant.rest[-1].lemma_ in {*UNITS, "day", "share", "barrel"}:
        return False
    if _kind(first) != remnant.kind:
        return False
    return _is_sure_number(subject, remnant, against=against) if remnant.kind == "number" else _is_sure_noun(remnant)


def _behind(verb: Token) -> Iterator[Token]:
    """The words behind a verb, without its particle and adverbs."""
    return (t for t in verb.doc[verb.i + 1 : verb.i + 6] if t.tag_ not in ("RP", "RB") or t.lower_ in TIMES)


def _is_set_against(subject: Token, remnant: _Remnant) -> bool:
    """Whether "one man ..., the other ..." sets two against each other."""
    words = (subject, *children(subject, "det", "amod", "nummod"))
    return remnant.subject[-1].lower_ in OTHERS and any(w.lower_ in ONES for w in words)


def _is_sure_noun(remnant: _Remnant) -> bool:
    """Whether a noun before an article is no title of what follows ("rivals the Lions", "the daily the Times")."""
    first, noun = remnant.subject[0], remnant.subject[-1]
    if noun.tag_ not in ("NNP", "NNPS") and remnant.rest[-1].tag_ in ("NNP", "NNPS"):
        return False
    return noun.tag_ in ("NNP", "NNPS") or first.tag_ in ("DT", "PRP$") or noun.lower_ in OTHERS


def _is_sure_number(subject: Token, remnant: _Remnant, *, against: bool) -> bool:
    """Whether a number after a noun is no part of its name: "Austria 10 nurses", not "Boeing 737 engines"."""
    name, number = remnant.subject[-1], remnant.rest[0]
    if against or number.text == "$" or number.lower_ in TIMES:
        return True
    if number.ent_iob_ == "I" and number.ent_type_ == name.ent_type_:
        return False
    alike = bool(name.ent_type_) and name.ent_type_ == subject.ent_type_ and name.ent_type_ in ACTORS
    return alike or (number.text.isalpha() and name.tag_ in ("NNP", "NNPS") and len(remnant.rest) == 1)


def _are_like_phrases(verb: Token, subject: Token, remnant: _Remnant, *, against: bool) -> bool:
    """Whether a verb without object has a phrase with the remnant's preposition and with a noun of the same type."""
    preposition, name = remnant.after[0], remnant.subject[-1]
    if has_child(verb, *OBJECTS, "attr", "oprd") and not against:
        return False
    own = [p for p in children(verb, "prep") if p.i < remnant.stand.i and p.lower_ == preposition.lower_]
    targets = [t for p in own for t in children(p, "pobj")]
    if against:
        return bool(targets)
    other = child(preposition, "pobj")
    if other is None or not any(t.ent_type_ == other.ent_type_ in DATES | PLACES for t in targets):
        return False
    if name.ent_type_ in PLACES | DATES and subject.ent_type_ not in PLACES:
        return False
    return (name.dep_ == "conj" and name.head.i == verb.i) or name.ent_type_ == "PERSON"


# ---------------------------------------------------------------- the tree


def _restore(remnant: _Remnant, verb: Token) -> None:
    """Make the separator a second verb with the remnant's phrases below it; what is not the remnant's stays outside."""
    stand, subject = remnant.stand, child(verb, "nsubj", "nsubjpass")
    own = child(verb, *OBJECTS, "attr", "npadvmod", "advmod") if remnant.kind != "preposition" else None
    stand_for(stand, verb)
    attach(stand, verb, "conj")
    _gather(remnant.subject, stand, subject.dep_ if subject is not None else "nsubj")
    if len(remnant.rest):
        label = "advmod" if remnant.rest[-1].lower_ in TIMES else own.dep_ if own is not None else "dobj"
        _gather(remnant.rest, stand, "dobj" if label == "advmod" and remnant.rest[-1].tag_ != "RB" else label)
    _hang_phrases(remnant, stand)
    inner = range(stand.i, remnant.after.end)
    for token in verb.doc[verb.sent.start : verb.sent.end]:
        if token.i not in inner and token.head.i in inner and token.head.i != stand.i and token.i != verb.i:
            # What stands behind the verb is no subject of it: "wants [a deal] and Paris a delay".
            attach(token, verb, "dobj" if token.dep_ in ("nsubj", "nsubjpass") and token.i > verb.i else token.dep_)


def _gather(phrase: Span, head: Token, label: str) -> None:
    """Put a phrase below `head` by its last token; what hung elsewhere hangs on that."""
    last = phrase[-1]
    for token in phrase[:-1]:
        if token.head.i not in range(phrase.start, phrase.end) or token.head.i == token.i:
            attach(token, last, _LABELS.get(token.tag_, "compound"))
    attach(last, head, label)
    for token in phrase[:-1]:
        above = token.head
        while above.i != last.i and above.head.i in range(phrase.start, phrase.end) and above.head.i != above.i:
            above = above.head
        if above.i != last.i:
            attach(token, last, _LABELS.get(token.tag_, "compound"))


def _hang_phrases(remnant: _Remnant, stand: Token) -> None:
    inside = range(remnant.rest.start, remnant.after.end)
    before: Token | None = None
    for token in remnant.after:
        if token.tag_ == "IN" and token.head.i not in inside:
            attach(token, stand, "prep")
        if token.tag_ == "IN":
            before = token
        elif before is not None and token.head.i not in range(before.i, remnant.after.end):
            attach(token, before, "pobj")
