"""Words that open a clause, which the parser takes for a preposition with its noun: "as talks fail"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, islice

from spacy.tokens import Span, Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    SUBJECTS,
    ancestors,
    attach,
    child,
    children,
    has_child,
    is_infinitive,
    is_verbal,
)
from kg.clauses.words import OFTEN_ALONE

OPENERS = frozenset({"after", "as", "before", "since", "until"})
"""Prepositions that are conjunctions too."""

NESTED = 8
"""How many links up a phrase is followed; a list of 2,000 verbs must not cost its square."""

ACCUSATIVES = frozenset({"her", "him", "me", "them", "us"})
"""Forms of pronouns that are the subject of no verb with a tense."""

PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def _clause_opened(token: Token, lexicon: Lexicon) -> Head | None:
    """ "opened fire as protests over the arrests spread": what stands between such a word and a verb is its subject."""
    if not _is_tensed(token) or has_child(token, "mark", "agent", *SUBJECTS):
        return None
    noun = _opened(token)
    above = _verb_above(noun.head, token) if noun is not None else None
    if noun is None or above is None or not _agrees(noun, token):
        return None
    _join(noun, token)
    return (above, "advcl")


def restore_openings(headline: Span) -> None:
    """Find the verb of the clause that such a word opens in a headline, in place, before noun phrases are read."""
    last = headline[-1]
    for token in headline:
        if token.lower_ not in OPENERS:
            continue
        if token.dep_ == "mark":
            _subject_of_headline(token.head)
        elif token.dep_ == "prep":
            _clause_of_headline(last)
            _main_before_opened(headline.root)
            head = _clause_opened(last, Lexicon()) if last.dep_ in OPENINGS else None
            if head is not None:
                attach(last, *head)


def _subject_of_headline(verb: Token) -> None:
    """ "as sales slump": the noun between the two is the subject, not the first part of a name."""
    noun = next((c for c in children(verb, "compound") if c.i + 1 == verb.i), None)
    if noun is not None and verb.tag_ in ("VBZ", "VBP") and not has_child(verb, *SUBJECTS) and _agrees(noun, verb):
        attach(noun, verb, "nsubj")


def _clause_of_headline(token: Token) -> None:
    """ "Moscow summons envoy as row over spies deepens": the last word of a headline is the verb, not a noun."""
    noun = _opened(token) if token.tag_ == "NNS" and not has_child(token) else None
    above = _verb_above(noun.head, token) if noun is not None else None
    if noun is None or above is None or noun.tag_ in PLURAL_TAGS:
        return
    token.tag_, token.pos_ = "VBZ", "VERB"
    _join(noun, token)
    attach(token, above, "advcl")


def _main_before_opened(token: Token) -> None:
    """ "Truce collapses as talks fail": the verb before "as" is the main one, whatever the parser takes it for.

    Where no verb is left ("Rain, aftershocks slow search as toll reaches 268") what stands there is no subject.
    """
    subject = child(token, "nsubj")
    noun = _opened(token) if token.tag_ in ("VBZ", "VBP") and subject is not None else None
    if noun is None or subject is None or not subject.i < noun.head.i or not _agrees(noun, token):
        return
    if has_child(subject, "acl") or _has_verb_between(subject, noun.head):
        return  # "Two held after protest turns violent"
    _join(noun, token)
    name = next((c for c in children(subject, "compound") if c.i + 1 == subject.i), None)
    if subject.tag_ not in ("VBZ", "VBP") or name is None:
        attach(subject, token, "meta")
        return
    subject.pos_ = "VERB"
    attach(subject, subject, "ROOT")
    attach(name, subject, "nsubj")
    attach(token, subject, "advcl")


def _clause_after_aside(token: Token, lexicon: Lexicon) -> Head | None:
    """ "after the party, which props her up, threatened to leave": after an aside comes the verb of the clause."""
    noun = _before_aside(token)
    if token.tag_ not in ("VBD", "VBN") or noun is None or noun.dep_ != "pobj" or noun.i > token.i:
        return None
    if noun.head.lower_ not in OPENERS - {"as"} or has_child(token, "agent", "auxpass", "mark", *SUBJECTS):
        return None
    goes_on = has_child(token, *OBJECTS, "xcomp", "ccomp") or any(is_infinitive(c) for c in children(token, "advcl"))
    above = _verb_above(noun.head, token)
    if above is None or not (goes_on or token.lemma_.lower() in OFTEN_ALONE):
        return None  # "after the deal, which both praised, reached in May"
    token.tag_ = "VBD"
    _join(noun, token)
    return (above, "advcl")


def _before_aside(verb: Token) -> Token | None:
    """The noun of what stands between two commas, the second of which stands right before a verb."""
    edge, doc = verb.left_edge.i, verb.doc
    if edge < 3 or doc[edge - 1].text != ",":
        return None
    above = chain((doc[edge - 2],), islice(ancestors(doc[edge - 2]), NESTED))
    aside = next((a for a in above if a.dep_ in ("relcl", "appos") and a.i < edge), None)
    return aside.head if aside is not None and doc[aside.left_edge.i - 1].text == "," else None


def _no_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a nurse who looked after him fell ill": the word before such a form governs it, and the verb goes on."""
    verb = token.head
    word, outer = child(verb, "mark"), verb.head
    if token.lower_ not in ACCUSATIVES or token.tag_ != "PRP" or verb.tag_ not in FINITE_TAGS or word is None:
        return None
    noun = outer.head
    if word.i + 1 != token.i or word.head.i != verb.i or outer.dep_ != "relcl" or noun.dep_ not in ("ROOT", "nsubj"):
        return None
    if noun.dep_ == "ROOT":
        attach(verb, verb, "ROOT")
        for mark in [c for c in children(noun, "punct") if c.i > verb.i]:
            attach(mark, verb, "punct")
        attach(noun, verb, "nsubj")
    attach(word, outer, "prep")
    return (word, "pobj")


def _is_tensed(token: Token) -> bool:
    """Whether a verb has a tense, or a form that the tagger takes for a participle though it needs no object."""
    if not is_verbal(token):
        return False
    if token.tag_ in FINITE_TAGS or any(c.tag_ in FINITE_TAGS for c in children(token, "aux", "auxpass")):
        return True
    return (
        token.tag_ in ("VB", "VBN") and token.lemma_.lower() in OFTEN_ALONE and not has_child(token, *OBJECTS, "prep")
    )


def _opened(verb: Token) -> Token | None:
    """The noun of a word that can open a clause, where its phrase ends right before a verb and its auxiliaries."""
    start = verb.i
    for part in reversed(children(verb, "aux", "auxpass", "neg", "advmod")):
        start = part.left_edge.i if part.right_edge.i + 1 == start else start
    if not start:
        return None
    last: Token = verb.doc[start - 1]
    if last.is_punct:
        return None
    for noun in chain((last,), islice(ancestors(last), NESTED)):
        if noun.dep_ == "pobj" and noun.head.lower_ in OPENERS:
            ends = noun.right_edge.i in (start - 1, verb.right_edge.i) or noun.right_edge.i < verb.i
            return noun if ends and noun.i < start else None
        if noun.head.i >= start or is_verbal(noun.head):
            return None
    return None


def _has_verb_between(subject: Token, word: Token) -> bool:
    """Whether a word hangs on a verb between it and the subject before it."""
    return any(is_verbal(a) and subject.i < a.i < word.i for a in ancestors(word))


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a form of the present: "toll reaches", "talks fail"."""
    plural = noun.tag_ in PLURAL_TAGS or has_child(noun, "conj")
    auxiliary = next((c for c in children(verb, "aux", "auxpass") if c.tag_ in ("VBZ", "VBP")), verb)
    return not (auxiliary.tag_ == "VBZ" and plural) and not (auxiliary.tag_ == "VBP" and not plural)


def _verb_above(word: Token, below: Token) -> Token | None:
    """The verb that a phrase hangs on, through its noun if need be; None where that lies under `below`."""
    verb = next((a for a in ancestors(word) if is_verbal(a) or has_child(a, *SUBJECTS)), None)
    if verb is None or verb.i == below.i or any(a.i == below.i for a in ancestors(verb)):
        return None
    return verb


def _join(noun: Token, verb: Token) -> None:
    """Make a noun the subject of a verb, and the word before it what opens their clause."""
    attach(noun.head, verb, "mark")
    attach(noun, verb, "nsubjpass" if has_child(verb, "auxpass") else "nsubj")


OPENINGS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_clause_after_aside, _clause_opened),
    "advcl": (_clause_after_aside, _clause_opened),
    "conj": (_clause_after_aside, _clause_opened),
    "dep": (_clause_opened,),
    "ccomp": (_clause_opened,),
    "nsubj": (_no_subject,),
}
