"""What both renderers ask of a clause: whose it is, and whether another clause tells it already."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses import Clause
from kg.clauses.syntax import children, has_child, is_verbal
from kg.statements.tuples.phrases import Tokens, numbers_below
from kg.statements.tuples.sentence import Sentence

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})

NEGATING = frozenset(
    {"yet", "never", "not", "hardly", "barely", "scarcely", "rarely", "seldom", "longer", "neither", "nor", "nowhere"}
)
"""Adverbs without which a relation would say the opposite ("has yet to see", "no longer supports")."""


def predicate_tokens(sentence: Sentence, clause: Clause) -> Tokens:
    """The verb group of a clause with the adverbs that deny it, in text order."""
    verb = sentence.doc[clause.verb]
    denying = [c for c in children(verb, "advmod", "neg", "preconj") if c.lower_ in NEGATING]
    if clause.repeats is not None:
        return clause.relation
    return tuple(sorted({*clause.relation, *(i for adverb in denying for i in numbers_below(adverb))}))


def is_told_above(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause above tells this one with its own relation in front ("helped to raise")."""
    token = sentence.doc[clause.verb]
    if clause.marker == "to" and token.dep_ in ("acl", "advcl"):
        return True
    if token.dep_ == "pcomp" and not is_verbal(token.head.head):
        return True
    outer = sentence.clause_of.get(clause.parent) if clause.parent is not None else None
    if token.dep_ != "xcomp" or outer is None:
        return False
    return {s.head for s in outer.subjects} == {s.head for s in clause.subjects}


def subject_heads(sentence: Sentence, clause: Clause) -> list[Token]:
    """The heads of a clause's subjects; what is said of a copula's attribute is said of the copula's subject."""
    found = [h for s in clause.subjects for h in _of_attribute(sentence, sentence.doc[s.head], clause)]
    return [h for h in found if h.tag_ not in RELATIVE_TAGS]


def expletives(sentence: Sentence, clause: Clause) -> list[Token]:
    """The "there" of a clause that says that something exists."""
    return children(sentence.doc[clause.verb], "expl") if clause.existential else []


def _of_attribute(sentence: Sentence, head: Token, clause: Clause) -> list[Token]:
    outer = sentence.clause_of.get(head.head.i)
    if "attribute's subject" not in sentence.rules or head.dep_ != "attr" or clause.parent != head.head.i:
        return [head]
    if outer is None or outer.existential or _is_cleft(sentence, outer):
        return [head]
    return [sentence.doc[s.head] for s in outer.subjects]


def _is_cleft(sentence: Sentence, clause: Clause) -> bool:
    """Whether "it is the price that matters": what is said of the attribute is not said of "it"."""
    return all(sentence.doc[s.head].lower_ == "it" for s in clause.subjects)


def is_aside_complement(sentence: Sentence, token: Token) -> bool:
    """Whether a clause before the verb was only set beside it ("Some trained for months; others left")."""
    outer = token.head
    if token.i > outer.i:
        return False
    if has_child(outer, "dobj", "attr", "acomp"):
        return True
    return any(t.text in (";", ":") for t in sentence.doc[token.i : outer.i])
