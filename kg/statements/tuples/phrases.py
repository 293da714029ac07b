"""Heads -> phrases, short or long, as token indices."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import child, children, is_verbal

Tokens = tuple[int, ...]

BEFORE_HEAD = frozenset(
    {"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "neg", "npadvmod", "case", "punct"}
)
"""What stands before a noun and belongs to it."""

TRANSPARENT = frozenset(
    {
        "all", "amount", "any", "array", "batch", "bit", "both", "bulk", "bunch", "collection", "combination", "couple",
        "dozen", "each", "few", "form", "group", "half", "handful", "host", "hundred", "kind", "lot", "majority", "many",
        "million", "minority", "more", "most", "much", "none", "number", "one", "pair", "part", "percent", "piece",
        "plenty", "portion", "quantity", "range", "remainder", "rest", "score", "series", "set", "several", "some",
        "sort", "thousand", "total", "type", "variety",
    }
)  # fmt: skip
"""Nouns that measure what their "of" phrase names: the phrase says nothing without it."""


def is_transparent(head: Token) -> bool:
    """Whether "a portion", "one", "the majority" of something."""
    return (head.lemma_.lower() in TRANSPARENT or head.text == "%") and _of(head) is not None


def _of(head: Token) -> Token | None:
    return next((p for p in children(head, "prep") if p.lower_ == "of" and p.i > head.i and child(p, "pobj")), None)


def is_bare(head: Token) -> bool:
    """Whether a noun is only part of a preposition: "in honor of", "in relation to"."""
    return (
        head.dep_ == "pobj"
        and head.tag_ == "NN"
        and head.i == head.head.i + 1
        and head.head.lower_ in ("in", "on", "by", "with", "at", "for", "as")
        and any(p.i == head.i + 1 and p.lower_ in ("of", "to", "with") for p in children(head, "prep"))
    ) or (head.lower_ == "order" and head.i == head.head.i + 1)


def compact(head: Token) -> Tokens:
    """The short phrase, with what it measures if it measures something, and to the end of a name."""
    found = set(short(head))
    of = _of(head)
    if of is not None and is_transparent(head):
        found |= {of.i, *compact(next(c for c in of.children if c.dep_ == "pobj"))}
    return tidy(head, found)


def with_of(head: Token) -> Tokens:
    """The compact phrase with its first "of" phrase."""
    found = set(compact(head))
    of = _of(head)
    if of is not None and of.i == max(found) + 1:
        found |= {of.i, *compact(next(c for c in of.children if c.dep_ == "pobj"))}
    return tidy(head, found)


def short(head: Token) -> Tokens:
    """The noun phrase up to its head: determiner, adjectives, compounds, possessor."""
    if is_verbal(head) and head.tag_ != "VBG":
        return (head.i,)
    found = {head.i}
    for part in head.children:
        if part.i < head.i and (part.dep_ in BEFORE_HEAD or (part.dep_ == "advmod" and head.pos_ in ("ADJ", "ADV", "NUM"))):
            found |= _without_coordination(part)
        elif part.i > head.i and part.dep_ in ("compound", "nummod", "nmod", "case") and part.left_edge.i == max(found) + 1:
            found |= {t.i for t in part.subtree}
    found |= _name(head)
    found |= {i for i in range(min(found), head.i) if head.doc[i].tag_ == "HYPH" and i - 1 in found}
    return tidy(head, found)


def _without_coordination(part: Token) -> set[int]:
    """The tokens of what stands before a noun; of coordinated adjectives the first ("economic and social structures")."""
    if part.dep_ == "punct" and part.text in (",", ";"):
        return set()
    if part.dep_ not in ("amod", "nmod") or child(part, "conj") is None or any(c.text == "&" for c in part.subtree):
        return {t.i for t in part.subtree}
    found = {part.i}
    for below in part.children:
        if below.dep_ not in ("conj", "cc", "punct", "preconj"):
            found |= {t.i for t in below.subtree}
    return found


NAMED = frozenset({"LAW", "WORK_OF_ART", "ORG", "FAC", "EVENT", "GPE", "LOC", "DATE"})


def _name(head: Token) -> set[int]:
    """The tokens of a name that goes on behind its head: "the Act of 1916"."""
    if head.ent_type_ not in NAMED:
        return set()
    last = head.i
    while last + 1 < len(head.doc) and head.doc[last + 1].ent_iob_ == "I" and any(a.i == head.i for a in head.doc[last + 1].ancestors):
        last += 1
    return set(range(head.i, last + 1))


def with_complements(head: Token) -> Tokens:
    """The short phrase and the prepositional phrases that follow it without a comma."""
    found = set(short(head))
    for part in head.children:
        if part.i > head.i and part.dep_ == "prep" and part.left_edge.i == max(found) + 1:
            found |= {t.i for t in part.subtree}
    return tidy(head, found)


def long(head: Token) -> Tokens:
    """Everything below a head, without what is set off at its end."""
    found = {t.i for t in head.subtree}
    for part in head.children:
        if part.dep_ in ("cc", "preconj") and not children(head, "conj"):
            found -= {t.i for t in part.subtree}
    return tidy(head, found)


def tidy(head: Token, found: set[int]) -> Tokens:
    """Without punctuation and conjunctions at the edges; a quotation mark stays only with its partner."""
    doc = head.doc
    ordered = sorted(found)
    while len(ordered) > 1 and ((doc[ordered[0]].pos_ == "PUNCT" and doc[ordered[0]].text not in "([") or doc[ordered[0]].dep_ == "cc"):
        ordered.pop(0)
    while len(ordered) > 1 and ((doc[ordered[-1]].pos_ == "PUNCT" and doc[ordered[-1]].text not in ")]") or doc[ordered[-1]].dep_ == "cc"):
        ordered.pop()
    return tuple(ordered)


DISCOURSE = frozenset({"example", "instance", "particular", "fact", "course", "addition", "result", "contrast", "turn", "least", "hand", "general"})
"""Nouns of phrases that only lead from sentence to sentence ("for example", "as a result")."""


def is_discourse(head: Token) -> bool:
    return head.lower_ in DISCOURSE and head.dep_ == "pobj" and not children(head, "prep", "amod", "poss")


SET_OFF = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "ccomp"})


def trimmed(head: Token, *, alone: bool = False, rules: frozenset[str] = frozenset()) -> Tokens:
    """Everything below a head but what is set off by a comma or bracket; `alone`, without what is coordinated with it."""
    found = _collect(head, alone, rules)
    return tidy(head, found)


def _collect(head: Token, alone: bool, rules) -> set[int]:
    found = {head.i}
    for part in head.children:
        if alone and (part.dep_ in ("conj", "cc", "preconj")):
            continue
        if part.dep_ in SET_OFF and part.i > head.i and is_set_off(part):
            continue
        if (part.dep_ == "relcl" and "no relcl" in rules) or (part.dep_ == "acl" and "no acl" in rules) or (part.dep_ == "acl" and part.tag_ != "VB" and "no acl part" in rules):
            continue
        found |= _collect(part, False, rules if 'deep' in rules else frozenset())
    return found


def is_set_off(part: Token) -> bool:
    edge = part.left_edge.i
    return edge > 0 and part.doc[edge - 1].text in (",", "(", "-", "--", "–", "—", ";", ":", "[")
