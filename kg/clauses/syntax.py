"""What only a new spaCy would change: dependency labels and tags of its English models, and small walks over them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar

from spacy.attrs import DEP, HEAD, SENT_START
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
VERB_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
LISTED = "listed"
"""The label of the first of a list that tells who several are: no label of the parser's, a repair gives it."""

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

_SENTENCES = "kg.sentences"
"""Where a `Doc` keeps the bounds of the sentence of each token."""

_STANDS = "kg.stands"
"""Where a `Doc` keeps which tokens stand for the verb of another clause."""

_TREE = "kg.tree"
"""Where a `Doc` keeps its tree: spaCy finds a token's children anew each time, through all that lies between."""


@dataclass(slots=True)
class _Tree:
    """The tokens of a document, the label of each and its links below, and what was found out since a head changed."""

    tokens: list[Token]
    labels: list[str]
    links: Links
    found: dict[tuple[object, int], Any] = field(default_factory=dict)


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of these dependency labels, all without any, in text order."""
    doc: Doc = token.doc
    tree = doc.user_data.get(_TREE) or _grow(doc)
    below, tokens = tree.links[token.i], tree.tokens
    if not below:
        return []
    if not labels:
        return [tokens[i] for i, _ in below]
    if len(below) > MANY:
        below = _labelled(tree, token.i, labels)
    return [tokens[i] for i, label in below if label in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first such child, or None."""
    doc: Doc = token.doc
    tree = doc.user_data.get(_TREE) or _grow(doc)
    below = tree.links[token.i]
    if len(below) > MANY:
        below = _labelled(tree, token.i, labels)
    for i, label in below:
        if label in labels:
            return tree.tokens[i]
    return None


def has_child(token: Token, *labels: str) -> bool:
    """Whether there is such a child; of none named, any."""
    doc: Doc = token.doc
    below = (doc.user_data.get(_TREE) or _grow(doc)).links[token.i]
    if not below or not labels:
        return bool(below)
    return any([label in labels for _, label in below])


def _labelled(tree: _Tree, i: int, labels: tuple[str, ...]) -> list[tuple[int, str]]:
    """The children of token `i` with these labels, in text order, from a table that is made once."""
    key = (MANY, i)
    if key not in tree.found:
        table: dict[str, list[tuple[int, str]]] = {}
        for link in tree.links[i]:
            table.setdefault(link[1], []).append(link)
        tree.found[key] = table
    return sorted(link for label in dict.fromkeys(labels) for link in tree.found[key].get(label, ()))


def tokens_of(doc: Doc) -> list[Token]:
    """The tokens of a document, which spaCy would make anew each time."""
    return _tree(doc).tokens


def labelled(doc: Doc, labels: Collection[str]) -> list[Token]:
    """The tokens with one of these dependency labels, in text order."""
    tree = _tree(doc)
    return [tree.tokens[i] for i, label in enumerate(tree.labels) if label in labels]


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
    tokens = _tree(token.doc).tokens
    return [tokens[i] for i in sorted(inside(token))]


def attach(token: Token, head: Token, label: str) -> None:
    """Change the head and label of `token`, in place; a token that is its own head is a root."""
    tree = _tree(token.doc)
    if token.head.i != token.i:
        tree.links[token.head.i].remove((token.i, token.dep_))
    if head.i != token.i:
        insort(tree.links[head.i], (token.i, label))
    tree.labels[token.i] = label
    tree.found.clear()
    token.head = head
    token.dep_ = label


def stand_for(token: Token, verb: Token | None) -> None:
    """Let a token stand for a verb that its clause leaves out, in place; None where nobody can tell which."""
    token.doc.user_data.setdefault(_STANDS, {})[token.i] = verb.i if verb is not None else None
    if verb is None:
        return
    token.lemma_ = verb.lemma_
    if not is_verbal(token):
        token.tag_, token.pos_ = verb.tag_, verb.pos_


def left_out(token: Token) -> Token | None:
    """The verb that a token stands for, or None."""
    verb = token.doc.user_data.get(_STANDS, {}).get(token.i)
    return token.doc[verb] if verb is not None else None


def is_stand_in(token: Token) -> bool:
    """Whether a token stands for a verb that its clause leaves out, known or not."""
    return token.i in token.doc.user_data.get(_STANDS, {})


def release(doc: Doc) -> None:
    """Drop what was kept of a document: its tokens hold the document itself, which only a collection would free."""
    for key in (_TREE, _SENTENCES):
        doc.user_data.pop(key, None)


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


def sentence_bounds(token: Token) -> tuple[int, int]:
    """First token of a token's sentence, and the one after its last; `Token.sent` walks the sentence each time."""
    doc: Doc = token.doc
    bounds: list[tuple[int, int]] | None = doc.user_data.get(_SENTENCES)
    if bounds is None:
        bounds = doc.user_data[_SENTENCES] = [pair for pair in sentences(doc) for _ in range(*pair)]
    return bounds[token.i]


def sentences(doc: Doc) -> list[tuple[int, int]]:
    """First token of each sentence, and the one after its last; `doc.sents` makes a span of each."""
    starts = [i for i, mark in enumerate(doc.to_array(SENT_START).tolist()) if mark == 1 or i == 0]
    return list(pairwise([*starts, len(doc)]))


def _tree(doc: Doc) -> _Tree:
    found: _Tree | None = doc.user_data.get(_TREE)
    return _grow(doc) if found is None else found


def _grow(doc: Doc) -> _Tree:
    links: Links = [[] for _ in range(len(doc))]
    columns = doc.to_array([HEAD, DEP])
    offsets, ids = columns[:, 0].astype("int64").tolist(), columns[:, 1].tolist()
    names = {label: doc.vocab.strings[label] for label in set(ids)}
    labels = [names[label] for label in ids]
    for i, offset in enumerate(offsets):
        if offset:
            links[i + offset].append((i, labels[i]))
    tree = doc.user_data[_TREE] = _Tree(list(doc), labels, links)
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


def next_to(token: Token, step: int = 1) -> Token:
    """The token so many places behind, before for a negative step; itself where the document has none there."""
    place = token.i + step
    found: Token = token.doc[place] if 0 <= place < len(token.doc) else token
    return found


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
    if part.dep_ == "advcl" and part.left_edge.i == last + 1:
        return part.left_edge.lower_ == "than"  # "less effective than expected"
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
