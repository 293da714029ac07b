"""Heads -> phrases, short or long, as token indices."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import ancestors, child, children, is_verbal

Tokens = tuple[int, ...]

BEFORE_HEAD = frozenset(
    {"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "advmod", "neg", "npadvmod", "case", "punct", "preconj"}
)
"""What stands before a noun and belongs to it."""


def short(head: Token) -> Tokens:
    """The noun phrase up to its head: determiner, adjectives, compounds, possessor."""
    if is_verbal(head) and head.tag_ != "VBG":
        return (head.i,)
    found = {head.i}
    for part in head.children:
        if part.i < head.i and part.dep_ in BEFORE_HEAD:
            found |= {t.i for t in part.subtree if not _is_other(t, head)}
        elif part.dep_ in ("case",) or (part.dep_ in ("compound", "nummod", "nmod") and part.i > head.i):
            found |= {t.i for t in part.subtree}
    return _tidy(head, found)


def _is_other(token: Token, head: Token) -> bool:
    return False


def with_complements(head: Token) -> Tokens:
    """The short phrase and the prepositional phrases that follow it without a comma."""
    found = set(short(head))
    for part in head.children:
        if part.i > head.i and part.dep_ in ("prep",) and part.left_edge.i == max(found) + 1:
            found |= {t.i for t in part.subtree}
    return _tidy(head, found)


def long(head: Token) -> Tokens:
    """Everything below a head, without what is set off at its end."""
    found = {t.i for t in head.subtree}
    for part in head.children:
        if part.dep_ in ("cc", "preconj") and not children(head, "conj"):
            found -= {t.i for t in part.subtree}
    return _tidy(head, found)


def _tidy(head: Token, found: set[int]) -> Tokens:
    """Without punctuation and conjunctions at the edges."""
    doc = head.doc
    ordered = sorted(found)
    while ordered and ordered[0] < head.i and (doc[ordered[0]].is_punct and doc[ordered[0]].text not in "([\"'" or doc[ordered[0]].dep_ == "cc"):
        ordered.pop(0)
    while ordered and ordered[-1] > head.i and (doc[ordered[-1]].is_punct and doc[ordered[-1]].text not in ")]\"'" or doc[ordered[-1]].dep_ == "cc"):
        ordered.pop()
    return tuple(ordered)
