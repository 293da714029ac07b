"""What only a new spaCy would change: dependency labels and tags of its English models, and small walks over them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from spacy.attrs import DEP, HEAD
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
VERB_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({AUX, VERB})
QUOTES = frozenset('"“”„«»')


T = TypeVar("T")

Links = list[list[tuple[int, str]]]
"""Of each token of a document its children, in text order: number and dependency label."""

MANY = 24
"""Children from which on they are sorted by label: the lists of a long sentence are asked again by each member."""

_TREE = "kg.tree"
"""Where a `Doc` keeps its tree: spaCy finds a token's children anew each time, through all that lies between."""


@dataclass(slots=True)
class _Tree:
    """The links of a document, and what was found out about its tokens since a head last changed."""

    links: Links
    found: dict[tuple[object, int], Any] = field(default_factory=dict)


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of these dependency labels, all without any, in text order."""
    doc: Doc = token.doc
    tree = doc.user_data.get(_TREE) or _grow(doc)
    below = tree.links[token.i]
    if not labels:
        return [doc[i] for i, _ in below]
    if len(below) > MANY:
        below = _labelled(tree, token.i, labels)
    return [doc[i] for i, label in below if label in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first such child, or None."""
    doc: Doc = token.doc
    tree = doc.user_data.get(_TREE) or _grow(doc)
    below = tree.links[token.i]
    if len(below) > MANY:
        below = _labelled(tree, token.i, labels)
    for i, label in below:
        if label in labels:
            return doc[i]
    return None


def has_child(token: Token, *labels: str) -> bool:
    """Whether there is such a child; of none named, any."""
    below = _tree(token.doc).links[token.i]
    return any([label in labels for _, label in below]) if labels else bool(below)


def _labelled(tree: _Tree, i: int, labels: tuple[str, ...]) -> list[tuple[int, str]]:
    """The children of token `i` with these labels, in text order, from a table that is made once."""
    key = (MANY, i)
    if key not in tree.found:
        table: dict[str, list[tuple[int, str]]] = {}
        for link in tree.links[i]:
            table.setdefault(link[1], []).append(link)
        tree.found[key] = table
    return sorted(link for label in dict.fromkeys(labels) for link in tree.found[key].get(label, ()))


def inside(token: Token) -> list[int]:
    """The token and everything under it, in no order.  spaCy's own walk recurses and fails on hostile depth."""
    links = _tree(token.doc).links
    found = [token.i]
    for i in found:
        for below, _ in links[i]:
            found.append(below)
    return found


def subtree(token: Token) -> list[Token]:
    """The token and everything under it, in text order."""
    return [token.doc[i] for i in sorted(inside(token))]


def attach(token: Token, head: Token, label: str) -> None:
    """Change the head and label of `token`, in place; a token that is its own head is a root."""
    tree = _tree(token.doc)
    if token.head.i != token.i:
        tree.links[token.head.i].remove((token.i, token.dep_))
    if head.i != token.i:
        insort(tree.links[head.i], (token.i, label))
    tree.found.clear()
    token.head = head
    token.dep_ = label


def remembered(find: Callable[[Token], T]) -> Callable[[Token], T]:
    """`find`, which is asked once of each token as long as no head of its document changes."""

    @wraps(find)
    def recall(token: Token) -> T:
        found = _tree(token.doc).found
        key = (find, token.i)
        if key not in found:
            found[key] = find(token)
        known: T = found[key]
        return known

    return recall


def _tree(doc: Doc) -> _Tree:
    found: _Tree | None = doc.user_data.get(_TREE)
    return _grow(doc) if found is None else found


def _grow(doc: Doc) -> _Tree:
    links: Links = [[] for _ in range(len(doc))]
    offsets, labels = doc.to_array(HEAD).astype("int64").tolist(), doc.to_array(DEP).tolist()
    names = {label: doc.vocab.strings[label] for label in set(labels)}
    for i, offset in enumerate(offsets):
        if offset:
            links[i + offset].append((i, names[labels[i]]))
    tree = doc.user_data[_TREE] = _Tree(links)
    return tree


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
    return token.pos in VERBAL


def is_infinitive(token: Token) -> bool:
    """Whether a predicate is an infinitive with "to" ("to go", "to be elected")."""
    return any(c.lower_ == "to" for c in children(token, "aux"))


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
    if head.tag_ == "VBG" and is_verbal(head):  # "building and selling ships": a gerund with all that it takes
        return _trim(head, head.left_edge.i, head.right_edge.i)
    for part in children(head):
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
