"""What a predicate takes beside its subject."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.clauses.clause import Argument, ArgumentKind
from kg.clauses.subjects import antecedent, is_relative_pronoun, spread
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, is_verbal

DIRECT = {
    **dict.fromkeys(OBJECTS, ArgumentKind.OBJECT),
    "dative": ArgumentKind.INDIRECT,
    "attr": ArgumentKind.ATTRIBUTE,
    "acomp": ArgumentKind.ATTRIBUTE,
    "oprd": ArgumentKind.ATTRIBUTE,
    "npadvmod": ArgumentKind.ADVERBIAL,
    "advmod": ArgumentKind.ADVERBIAL,
}

CLAUSAL = frozenset({"ccomp", "xcomp", "advcl"})

COMPLEMENTS = frozenset({*OBJECTS, "agent", "prep", "dative", "oprd", "attr", "acomp", "ccomp", "xcomp", "npadvmod"})

PARTICIPLES = 6
"""How many coordinated participles may share an agent."""

MARKERS = frozenset({"mark", "aux"})


def find_arguments(
    predicate: Token, rules: AbstractSet[str], *, relative_subject: int | None = None
) -> tuple[Argument, ...]:
    """Return the arguments of `predicate` in text order.

    `relative_subject` is the antecedent that fills the gap of an object relative clause.
    """
    found = [a for part in predicate.children for a in _arguments(part, rules)]
    if "coordination" in rules:
        found += _shared_agent(predicate)
    if relative_subject is not None and not any(a.head == relative_subject for a in found):
        found.append(_gap(predicate, relative_subject))
    return tuple(sorted(found, key=lambda a: (min((a.head, *a.marker)), a.head)))


def _shared_agent(predicate: Token) -> Iterator[Argument]:
    """The agent after the last of bare participles is that of all: "written, directed and produced by students"."""
    part: Token | None = predicate
    for _ in range(PARTICIPLES):
        if part is None or part.tag_ != "VBN" or child(part, *COMPLEMENTS) is not None:
            return
        part = child(part, "conj")
        agent = child(part, "agent") if part is not None and child(part, *SUBJECTS, "auxpass") is None else None
        if part is not None and part.tag_ == "VBN" and agent is not None:
            yield from _prepositional(agent, ArgumentKind.AGENT)
            return


def _gap(predicate: Token, head: int) -> Argument:
    stranded = next((p for p in children(predicate, "prep") if child(p, "pobj", "pcomp", "prep") is None), None)
    if stranded is not None:
        return Argument(ArgumentKind.PREPOSITIONAL, head, (stranded.i,))
    return Argument(ArgumentKind.OBJECT, head)


def _arguments(part: Token, rules: AbstractSet[str]) -> Iterator[Argument]:
    kind = DIRECT.get(part.dep_)
    if kind is ArgumentKind.ADVERBIAL:
        if "adverbs" in rules and part.tag_ != "WRB":
            yield Argument(kind, part.i, alternatives=_others(part))
    elif part.dep_ == "dative" and child(part, "pobj") is not None:
        yield from _prepositional(part, ArgumentKind.PREPOSITIONAL)
    elif kind is not None:
        yield _resolved(part, kind, ())
    elif part.dep_ == "agent":
        yield from _prepositional(part, ArgumentKind.AGENT)
    elif part.dep_ == "prep" and "prepositions" in rules:
        yield from _prepositional(part, ArgumentKind.PREPOSITIONAL)
    elif part.dep_ in CLAUSAL and "clausal arguments" in rules:
        yield Argument(ArgumentKind.CLAUSAL, part.i, _clause_marker(part))


def _prepositional(preposition: Token, kind: ArgumentKind, before: tuple[int, ...] = ()) -> Iterator[Argument]:
    """One argument a preposition; "because of", "according to" and "out of" are one marker of two tokens."""
    marker = (*before, *_compound(preposition))
    for part in preposition.children:
        if part.dep_ == "pobj":
            yield _resolved(part, kind, marker)
        elif part.dep_ == "pcomp" and (is_verbal(part) or child(part, *SUBJECTS)):
            yield Argument(ArgumentKind.CLAUSAL, part.i, marker)
        elif part.dep_ == "prep" and child(preposition, "pobj") is None:
            yield from _prepositional(part, kind, marker)
        elif part.dep_ == "conj" and part.pos_ in ("ADP", "SCONJ"):
            yield from _prepositional(part, kind, before)


def _compound(preposition: Token) -> tuple[int, ...]:
    """The tokens of a preposition of two words: "instead of", "because of", "rather than"."""
    before = [
        c.i
        for c in children(preposition, "advmod")
        if c.i + 1 == preposition.i and preposition.lower_ in ("of", "than")
    ]
    after = [
        c.i
        for c in children(preposition, "pcomp")
        if c.i == preposition.i + 1 and c.pos_ == "ADP" and not list(c.children)
    ]
    return (*before, preposition.i, *after)


def _resolved(part: Token, kind: ArgumentKind, marker: tuple[int, ...]) -> Argument:
    """An argument that is a relative pronoun becomes its antecedent ("the man whom they met", "the city in which")."""
    target = antecedent(part) if is_relative_pronoun(part) else None
    if target is not None and not is_verbal(target):
        return Argument(kind, target.i, marker)
    return Argument(kind, part.i, marker, _others(part))


def _others(part: Token) -> tuple[int, ...]:
    return tuple(t.i for t in spread(part)[1:])


def _clause_marker(part: Token) -> tuple[int, ...]:
    return tuple(
        c.i for c in part.children if c.dep_ in MARKERS and c.i < part.i and (c.dep_ == "mark" or c.lower_ == "to")
    )
