"""Sentences without a verb that say something: "Two dead in Lima blast", "Ten arrested after riot"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.clauses.gaps import restore_gaps
from kg.clauses.gerunds import restore_gerunds
from kg.clauses.lists import restore_items
from kg.clauses.openings import restore_openings
from kg.clauses.syntax import OBJECTS, attach, children, is_verbal, labelled, next_to
from kg.clauses.words import DOINGS

HEADLINE = 15
"""Tokens of a headline."""

NAMING_NOTHING = frozenset({"something", "anything", "nothing", "everything", "someone", "anyone"})


def restore_verbs(doc: Doc) -> None:
    """Find the predicates of clauses that have no verb, in place, before noun phrases are read."""
    for to in labelled(doc, ("aux",)):
        if to.lower_ == "to" and to.head.tag_ == "NN" and to.i < to.head.i:
            to.head.tag_, to.head.pos_ = "VB", "VERB"  # "was set to land", which the tagger took for a noun
    for word in labelled(doc, ("acl", "advcl", "xcomp", "dobj", "pobj")):
        if word.tag_ == "VBG" and word.lower_ in DOINGS:
            _make_noun(word)
    restore_items(doc)
    restore_gerunds(doc)
    for sentence in doc.sents:
        if len(sentence) <= HEADLINE and sentence[-1].tag_ != ".":
            restore_openings(sentence)
        root = sentence.root
        if len(sentence) <= HEADLINE and root.pos_ in ("NOUN", "PROPN", "NUM") and not _has_verb(sentence):
            _find_predicate(root)
    restore_gaps(doc)


def _make_noun(word: Token) -> None:
    """Make an "ing" word a noun where the bare noun before it says of what: "no tsunami warning", "carbon dating"."""
    before = next_to(word, -1) if word.i else word
    if before.tag_ != "NN" or children(word, *OBJECTS, "nsubj", "aux", "mark", "ccomp", "xcomp", "advmod", "prt"):
        return
    verb = word.head
    if before.i == verb.i and word.dep_ == "acl" and _is_bare(before):
        head, label = (word, "ROOT") if before.dep_ == "ROOT" else (before.head, before.dep_)
        attach(word, head, label)
        for part in [c for c in children(before) if c.i < before.i]:
            attach(part, word, part.dep_)
        attach(before, word, "compound")
    elif word.dep_ in ("advcl", "xcomp"):
        if before.head.i != word.i or word.left_edge.i != verb.i + 1 or not is_verbal(verb) or children(verb, *OBJECTS):
            return
        attach(before, word, "compound")
        attach(word, verb, "dobj")
    elif word.dep_ == "acl" or before.head.i != word.i:
        return
    word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_


def _is_bare(noun: Token) -> bool:
    """Whether a noun stands alone or after "no": "a gunman" does something, "no warning" is none."""
    return all(c.lower_ in ("no", "any", "more") for c in children(noun, "det")) and not children(noun, "poss", "relcl")


def _has_verb(sentence: Span) -> bool:
    return any(is_verbal(t) and not (t.dep_ == "acl" and t.tag_ == "VBN") for t in sentence)


def _find_predicate(noun: Token) -> None:
    """Make the participle, adjective or place that a headline tells of a noun its predicate."""
    behind = next((c for c in children(noun) if c.i > noun.i), None)
    if behind is None or noun.lower_ in NAMING_NOTHING or noun.dep_ != "ROOT":
        return
    headline = noun.sent[-1].tag_ not in (".", ":")
    if headline and behind.dep_ == "acl" and behind.tag_ == "VBN" and behind.left_edge.i == noun.i + 1:
        _make_main(behind, noun, "nsubjpass")
    elif headline and behind.dep_ == "amod" and behind.tag_ == "JJ" and behind.left_edge.i == noun.i + 1:
        _make_main(behind, noun, "nsubj")


def _make_main(predicate: Token, noun: Token, label: str) -> None:
    attach(predicate, predicate, "ROOT")
    for part in children(noun):
        if part.i > predicate.i:
            attach(part, predicate, part.dep_)
    attach(noun, predicate, label)
