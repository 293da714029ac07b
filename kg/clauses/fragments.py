"""Sentences without a verb that say something: "Two dead in Lima blast", "Ten arrested after riot"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.clauses.gaps import restore_gaps
from kg.clauses.syntax import attach, children, is_verbal, labelled

HEADLINE = 15
"""Tokens of a headline."""

NAMING_NOTHING = frozenset({"something", "anything", "nothing", "everything", "someone", "anyone"})


def restore_verbs(doc: Doc) -> None:
    """Find the predicates of clauses that have no verb, in place, before noun phrases are read."""
    for to in labelled(doc, ("aux",)):
        if to.lower_ == "to" and to.head.tag_ == "NN" and to.i < to.head.i:
            to.head.tag_, to.head.pos_ = "VB", "VERB"  # "was set to land", which the tagger took for a noun
    for sentence in doc.sents:
        root = sentence.root
        if len(sentence) <= HEADLINE and root.pos_ in ("NOUN", "PROPN", "NUM") and not _has_verb(sentence):
            _find_predicate(root)
    restore_gaps(doc)


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
