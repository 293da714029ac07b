"""What only a new spaCy would change: dependency labels and tags of its English models, and small walks over them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
VERB_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSE_MODIFIERS_OF_NOUNS = frozenset({"relcl", "acl", "appos"})
QUOTES = frozenset('"“”„«»')


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of these dependency labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first such child, or None."""
    return next((c for c in token.children if c.dep_ in labels), None)


def conjuncts(token: Token) -> list[Token]:
    """The tokens coordinated with `token` and after it, in text order: "A, B and C" from A gives B and C.

    The chain of conj links is walked by hand: `Token.conjuncts` of spaCy also gives those before.
    """
    found: list[Token] = []
    stack = [token]
    while stack:
        for conjunct in children(stack.pop(), "conj"):
            found.append(conjunct)
            stack.append(conjunct)
    return sorted(found, key=lambda t: t.i)


def is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_nominal(token: Token) -> bool:
    return token.pos_ in NOMINAL_POS or token.tag_ in ("DT", "WP", "WDT", "VBG", "$", "CD")


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above `token`, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def noun_phrase(head: Token, *, with_modifiers: bool = True) -> tuple[int, int]:
    """First and last token of the noun phrase of `head`, without what is coordinated with it or set off from it.

    `with_modifiers` keeps prepositional phrases and reduced clauses that follow without a comma.
    """
    first, last = head.i, head.i
    for part in head.children:
        if part.i < head.i:
            if part.dep_ not in ("cc", "punct", "preconj", "advmod", "mark") or _binds(part, head):
                first = min(first, part.left_edge.i)
        elif part.dep_ in ("case", "punct") and part.i == last + 1 and part.tag_ in ("HYPH",):
            last = part.i
        elif _follows(part, last, with_modifiers):
            last = _end_without_coordination(part)
    return _trim(head, first, last)


def _binds(part: Token, head: Token) -> bool:
    return part.dep_ == "advmod" and part.i + 1 == head.i


def _follows(part: Token, last: int, with_modifiers: bool) -> bool:
    if part.dep_ in ("compound", "nummod", "nmod", "flat", "amod", "npadvmod"):
        return part.left_edge.i == last + 1
    if part.dep_ in ("prep", "acl", "relcl") and with_modifiers:
        return part.left_edge.i == last + 1
    return False


def _end_without_coordination(part: Token) -> int:
    return int(part.right_edge.i)


def _trim(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    while first < head.i and ((doc[first].is_punct and doc[first].text not in QUOTES) or doc[first].is_space):
        first += 1
    while last > head.i and ((doc[last].is_punct and doc[last].text not in QUOTES) or doc[last].is_space):
        last -= 1
    if first < head.i and doc[first].text in QUOTES and not any(t.text in QUOTES for t in doc[first + 1 : last + 1]):
        first += 1
    return first, last
