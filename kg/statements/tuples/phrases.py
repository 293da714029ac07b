"""Heads -> phrases, short or long, as token indices in text order."""

from __future__ import annotations

from spacy.symbols import PUNCT
from spacy.tokens import Token

from kg.clauses.syntax import child, children, has_child, inside, is_verbal, remembered, tokens_of

Tokens = tuple[int, ...]

BEFORE_HEAD = frozenset(
    {"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "neg", "npadvmod", "case", "punct"}
)
"""What stands before a noun and belongs to it."""

AFTER_HEAD = frozenset({"compound", "nummod", "nmod", "case"})

COORDINATION = frozenset({"conj", "cc", "preconj"})

SET_OFF = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "ccomp"})
"""What a comma or bracket before it makes an aside."""

ASIDE_MARKS = frozenset({",", "(", "[", "-", "--", "–", "—", ";", ":"})

AROUND_ASIDES = ASIDE_MARKS | {")", "]"}

MEASURES = frozenset(
    {
        "%", "all", "amount", "any", "array", "batch", "bit", "both", "bulk", "bunch", "collection", "combination",
        "couple", "dozen", "each", "few", "form", "group", "half", "handful", "host", "hundred", "kind", "lot",
        "majority", "many", "million", "minority", "more", "most", "much", "none", "number", "one", "pair", "part",
        "percent", "piece", "plenty", "portion", "quantity", "range", "remainder", "rest", "score", "series", "set",
        "several", "some", "sort", "thousand", "total", "type", "variety",
    }
)  # fmt: skip
"""Nouns that measure what their "of" phrase names: the phrase says nothing without it."""

NAMES = frozenset({"LAW", "WORK_OF_ART", "ORG", "FAC", "EVENT", "GPE", "LOC", "DATE"})
"""Types of names that go on behind their head ("the Act of 1916", "August of that year")."""

CONNECTIVES = frozenset(
    {
        "example", "instance", "particular", "fact", "course", "addition", "result", "contrast", "turn", "least",
        "hand", "general",
    }
)  # fmt: skip
"""Nouns of phrases that only lead from sentence to sentence ("for example", "as a result")."""

CONNECTIVE_ADVERBS = frozenset(
    {
        "accordingly", "besides", "consequently", "furthermore", "hence", "however", "indeed", "meanwhile", "moreover",
        "nevertheless", "nonetheless", "otherwise", "so", "therefore", "though", "thus",
    }
)  # fmt: skip

MOST_TOKENS = 150
"""Longer phrases fill no slot: a line of 2,000 words must not be told again in each of its clauses."""

MOST_LINKS = 6
"""Measures of measures ("one of some of the ...") that are followed."""


def below(token: Token) -> list[Token]:
    """The token and everything under it, in no order, or nothing if that is too long."""
    return [token.doc[i] for i in numbers_below(token)]


def numbers_below(token: Token) -> list[int]:
    """The same as token numbers."""
    return [] if is_endless(token) else inside(token)


def is_endless(token: Token) -> bool:
    """Whether more stands below a token than a slot may hold."""
    return has_child(token) and bool(token.right_edge.i - token.left_edge.i >= MOST_TOKENS)


@remembered
def short(head: Token) -> Tokens:
    """The noun phrase up to its head: determiner, adjectives (of coordinated ones the first), compounds, possessor."""
    if is_verbal(head) and head.tag_ != "VBG":
        return (head.i,)
    found = {head.i}
    for part in children(head):
        if part.i < head.i:
            if part.dep_ in BEFORE_HEAD or (part.dep_ == "advmod" and head.pos_ in ("ADJ", "ADV", "NUM")):
                found |= _modifier(part)
        elif part.dep_ in AFTER_HEAD and part.left_edge.i == max(found) + 1:
            found.update(numbers_below(part))
    found |= _rest_of_name(head)
    found |= {i for i in range(min(found), head.i) if head.doc[i].tag_ == "HYPH" and i - 1 in found}
    return _denied(head, tidy(head, found))


def _denied(head: Token, phrase: Tokens) -> Tokens:
    """The phrase with the "neither" or "nor" before it, without which it would say the opposite."""
    before = phrase[0] - 1
    return (before, *phrase) if before >= 0 and head.doc[before].lower_ in ("neither", "nor") else phrase


@remembered
def compact(head: Token) -> Tokens:
    """The short phrase, with what it measures if it measures something ("a portion of the prostate")."""
    found = set(short(head))
    for _ in range(MOST_LINKS):
        of = _of(head)
        target = child(of, "pobj") if of is not None else None
        if of is None or target is None or head.lemma_.lower() not in MEASURES:
            break
        found |= {of.i, *short(target)}
        head = target
    return tidy(head, found)


@remembered
def with_of(head: Token) -> Tokens:
    """The compact phrase with the first "of" phrase behind it ("the strength of the relationship")."""
    found = set(compact(head))
    of = _of(head)
    target = child(of, "pobj") if of is not None else None
    if of is not None and target is not None and of.i == max(found) + 1:
        found |= {of.i, *compact(target)}
    return tidy(head, found)


@remembered
def with_complements(head: Token) -> Tokens:
    """The short phrase and all prepositional phrases that follow it without a comma."""
    found = set(short(head))
    for part in children(head, "prep"):
        if part.i > head.i and part.left_edge.i == max(found) + 1:
            found |= set(trimmed(part))
    return tidy(head, found)


def trimmed(head: Token, *, alone: bool = False) -> Tokens:
    """Everything below a head but its asides; `alone`, also without what is coordinated with it."""
    found: set[int] = set()
    marks: set[int] = set()
    stack = [] if is_endless(head) else [head]
    while stack:
        token = stack.pop()
        found.add(token.i)
        leave = COORDINATION if alone and token.i == head.i else frozenset()
        for part in children(token):
            if is_aside(part, token):
                marks |= {part.left_edge.i - 1, part.right_edge.i + 1}
            elif part.dep_ not in leave:
                stack.append(part)
    return tidy(head, {i for i in found if i not in marks or head.doc[i].text not in AROUND_ASIDES})


@remembered
def long(head: Token) -> Tokens:
    """Everything below a head."""
    found = set(numbers_below(head))
    if not has_child(head, "conj"):
        found -= {c.i for c in children(head, "cc", "preconj")}
    return tidy(head, found)


def is_aside(part: Token, head: Token) -> bool:
    """Whether a clause or apposition behind its noun is set off by a comma, dash or bracket."""
    if part.dep_ not in SET_OFF or part.i < head.i:
        return False
    edge = part.left_edge.i
    return edge > 0 and part.doc[edge - 1].text in ASIDE_MARKS


def is_bare(head: Token) -> bool:
    """Whether a noun is only part of a preposition: "in honor of", "in relation to", "in order to"."""
    if head.dep_ != "pobj" or head.tag_ != "NN" or head.i != head.head.i + 1:
        return False
    if head.lower_ == "order":
        return True
    followed = any(p.i == head.i + 1 and p.lower_ in ("of", "to", "with") for p in children(head, "prep"))
    return followed and head.head.lower_ in ("in", "on", "by", "with", "at", "for", "as")


def is_measure(token: Token) -> bool:
    """Whether a noun phrase without preposition says by how much ("rose 10 %")."""
    return token.dep_ == "npadvmod" and token.ent_type_ in ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")


def is_connective(head: Token) -> bool:
    """Whether an adverb or prepositional phrase only ties its sentence to the one before."""
    if head.dep_ == "advmod":
        return head.lower_ in CONNECTIVE_ADVERBS
    return head.lower_ in CONNECTIVES and head.dep_ == "pobj" and not children(head, "prep", "amod", "poss")


def tidy(head: Token, found: set[int]) -> Tokens:
    """The tokens in order, without punctuation and conjunctions at the edges."""
    ordered, tokens = sorted(found), tokens_of(head.doc)
    while len(ordered) > 1 and _is_loose(tokens[ordered[0]], "(["):
        ordered.pop(0)
    while len(ordered) > 1 and _is_loose(tokens[ordered[-1]], ")]"):
        ordered.pop()
    return tuple(ordered)


def _is_loose(token: Token, kept: str) -> bool:
    return (token.dep_ == "cc" and token.lower_ != "nor") or (token.pos == PUNCT and token.text not in kept)


def _of(head: Token) -> Token | None:
    return next((p for p in children(head, "prep") if p.lower_ == "of" and p.i > head.i), None)


def _modifier(part: Token) -> set[int]:
    """The tokens of what stands before a noun; of "economic and social structures" the first adjective."""
    if part.dep_ == "punct" and part.text in (",", ";"):
        return set()
    phrase = set(numbers_below(part))
    if part.dep_ not in ("amod", "nmod") or not has_child(part, "conj") or not has_child(part, "cc"):
        return phrase
    if any(c.text == "&" for c in children(part, "cc")):
        return phrase
    kept = (c for c in children(part) if c.dep_ not in (*COORDINATION, "punct"))
    return {part.i, *(i for c in kept for i in numbers_below(c))}


def _rest_of_name(head: Token) -> set[int]:
    if head.ent_type_ not in NAMES:
        return set()
    name = set(numbers_below(head))
    last = head.i
    while last + 1 in name and head.doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > head.i and head.doc[last].pos_ in ("ADP", "DET", "PUNCT"):
        last -= 1
    return set(range(head.i, last + 1))
