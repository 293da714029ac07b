"""Whom or what a relative clause tells of where its pronoun or verb says so: people, many, or what happens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon
from kg.clauses.syntax import SUBJECTS, child, children, is_verbal

STARTING = frozenset({"begin", "commence", "end", "finish", "happen", "last", "occur", "start"})
"""Verbs of what happens: "the return of refugees to Chad, which was to begin" tells of the return."""

DWELLERS = frozenset({"citizen", "governor", "inhabitant", "mayor", "native", "resident", "villager"})
"""Whose "of" is a place."""

WITHIN = 12
"""Tokens or links looked at for whom or what a relative clause tells of."""

SINGULAR = frozenset({"NN", "NNP"})


def relative_of_people(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a resident of Foua, who", "crowds in the capital, Kampala, who", "the seed from Peru, who": no place is "who".

    A body or country is where its verb is plural and the person before it one ("the coach of Spain, who have won").
    """
    pronoun, name = relative_subject(token), token.head
    if pronoun is None or pronoun.lower_ != "who" or name.pos_ != "PROPN":
        return None
    noun = next(nouns_above(name), None)
    lives = noun is not None and noun.lemma_ in DWELLERS
    if name.i in lexicon.people and not lives:
        return None
    words = [token.doc[i] for i in range(name.left_edge.i - 1, max(name.sent.start, name.i - WITHIN) - 1, -1)]
    for word in words:
        if word.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or word.dep_ == "ROOT":
            break
        if word.i in lexicon.people or (word.pos_ == "NOUN" and word.i in lexicon.animate):
            return (word, "relcl") if not (_is_plural(token) and word.tag_ in SINGULAR) else None
    is_from = noun is not None and noun.pos_ == "NOUN" and name.head.lower_ == "from" and name.ent_type_ == "GPE"
    return (noun, "relcl") if noun is not None and is_from else None


def relative_of_many(token: Token, lexicon: Lexicon) -> Head | None:
    """ "2,000 doses, made by the firm Acme, which were": one name has no plural verb, so what it hangs on is meant."""
    pronoun, noun = relative_subject(token), token.head
    if pronoun is None or pronoun.lower_ not in ("which", "that") or not _is_plural(token) or noun.tag_ != "NNP":
        return None
    if noun.lower_.endswith("s") or child(noun, "conj") is not None or noun.dep_ == "conj":
        return None
    for above in islice(noun.ancestors, WITHIN):
        if above.tag_ == "NNS":
            return (above, "relcl")
        if is_verbal(above) and above.dep_ != "acl":
            return None
    return None


def relative_of_happening(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the return of refugees to Chad, which was to begin": what begins or takes place is what happens."""
    pronoun, noun = relative_subject(token), token.head
    if pronoun is None or pronoun.lower_ not in ("which", "that") or noun.i in lexicon.events:
        return None
    lowest = token
    while (below := child(lowest, "xcomp")) is not None:
        lowest = below
    place = child(lowest, "dobj")
    takes_place = lowest.lemma_ == "take" and place is not None and place.lower_ == "place"
    starts = lowest.lemma_.lower() in STARTING and place is None
    above = list(nouns_above(noun))
    if not above or not (takes_place or starts):
        return None
    event = next((n for n in above if n.i in lexicon.events), None)
    if event is None and noun.pos_ == "PROPN" and above[-1].i not in lexicon.animate:
        event = above[-1]
    return (event, "relcl") if event is not None else None


def _is_plural(verb: Token) -> bool:
    """Whether a finite verb shows that its subject is more than one."""
    words = [verb, *children(verb, "aux", "auxpass")]
    return any(t.tag_ == "VBP" or t.lower_ == "were" for t in words) and not any(t.tag_ == "MD" for t in words)


def relative_subject(token: Token) -> Token | None:
    """The relative pronoun that is the subject of a relative clause."""
    subject = child(token, *SUBJECTS) if token.dep_ == "relcl" else None
    return subject if subject is not None and subject.tag_ in ("WP", "WDT") else None


def nouns_above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun's phrase is part of, through their prepositions, nearest first."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
        yield noun
