"""Phrases told as one: lists whose members share a noun, and nouns that are nothing without the clause after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.clauses import Argument, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import (
    child,
    children,
    has_child,
    is_infinitive,
    is_verbal,
    next_to,
    noun_phrase,
    sentence_bounds,
)
from kg.model import MentionKind
from kg.statements.cut_off import RANKS
from kg.statements.hollow import content, of_chain
from kg.statements.scene import LONGEST_GERUND, Scene

SHARED = frozenset({"the", "this", "that", "these", "those"})
"""Determiners before a list that may be those of all its members."""

INSIDE = frozenset({"det", "poss", "amod", "compound", "nmod", "cc", "conj", "punct", "preconj", "npadvmod"})
"""What may hang on a member of a list whose noun comes later."""

GENERIC = frozenset(
    {"anyone", "everyone", "individuals", "ones", "people", "persons", "someone", "something", "things"}
)
"""Words that without a clause are of anybody or anything."""

BEFORE = frozenset({"det", "predet", "amod"})
PICKING = SHARED | RANKS | {"double", "half", "twice", "triple"}
"""Words before a noun that need the clause after it: "the first time that", "double the speed of"."""

THEIRS = frozenset({"they", "them", "their", "themselves"})
HIS = frozenset({"he", "him", "his", "himself", "she", "her", "herself"})
ITS = frozenset({"it", "its", "itself"})

LONGEST_TAIL = 12
"""Tokens after a list that belong to all of it."""


def gathered(scene: Scene, clause: Clause) -> Clause:
    """The clause with one filler for each list that is told as one, and its phrases as they are told."""
    for head in [s.head for s in clause.subjects] + [a.head for a in clause.arguments]:
        _gather(scene, scene.doc[head])
    _join_each_other(scene, clause)
    if not scene.joined:
        return clause
    subjects = {scene.joined.get(s.head, s.head): s for s in clause.subjects}
    return replace(
        clause,
        subjects=tuple(replace(s, head=head) for head, s in subjects.items()),
        arguments=tuple(_merged(scene, a) for a in clause.arguments),
    )


def _join_each_other(scene: Scene, clause: Clause) -> None:
    """Note that those who do something to each other are told as one."""
    fillers = (scene.doc[a.head] for a in clause.arguments)
    mutual = any(t.lower_ in ("other", "another") and next_to(t, -1).lower_ in ("each", "one") for t in fillers if t.i)
    members = [scene.doc[s.head] for s in clause.subjects]
    if mutual and len(members) > 1 and members[0].i not in scene.joined:
        scene.join(members, noun_phrase(members[0])[0], noun_phrase(members[-1])[1])


def _merged(scene: Scene, argument: Argument) -> Argument:
    heads = tuple(dict.fromkeys(scene.joined.get(h, h) for h in argument.heads))
    return replace(argument, head=heads[0], alternatives=heads[1:])


def _gather(scene: Scene, noun: Token) -> None:
    """Note how the list that a noun opens, or the noun with its clause, is told; once each."""
    if noun.i in scene.joined or is_verbal(noun) or noun.dep_ == "conj":
        return
    if child(noun, "conj") is not None:
        members = spread(noun)
        if len(members) > 1 and (_shares_noun(scene, members) or _shares_tail(members) or _is_range(scene, members)):
            scene.join(members, noun_phrase(noun)[0], _end(members))
    elif any(has_child(n, "quantmod") for n in children(noun, "nummod") if next_to(n).lower_ == "times"):
        scene.join([noun], noun.left_edge.i, noun.i)  # "ten times its estimate"
    elif (last := _end_of_restriction(scene, noun)) is not None:
        scene.join([noun], noun.left_edge.i, last)


def _end(members: list[Token]) -> int:
    """The last token of a list, with what stands after it though it hangs on the first of it."""
    last = noun_phrase(members[-1])[1]
    tail = next((c for c in children(members[0], "prep") if c.left_edge.i == last + 1), None)
    return tail.right_edge.i if tail is not None and tail.right_edge.i - last <= LONGEST_TAIL else last


def _shares_noun(scene: Scene, members: list[Token]) -> bool:
    """Whether "food, wine and garden tours", "Ford, Fiat and Renault cars": the last noun may be that of all.

    Of names it is where all are of one class: "France and EU officials" are a country and officials.
    """
    *first, last = members
    compounds = [c for c in children(last, "compound", "nmod") if c.i < last.i]
    if last.tag_ != "NNS" or not compounds or _opens_anew(last):
        return False
    if not all(_is_modifier(scene, m, opening=m.i == first[0].i) for m in first):
        return False
    named = [scene.mention(m.i) for m in first]
    if any(m is not None and m.mention.kind is MentionKind.NAME for m in named):
        return len({t.ent_type_ for t in (*first, compounds[0])}) == 1
    if len(first) == 1 and child(first[0], "compound", "amod") is not None:
        return False  # "mine clearance and reconstruction efforts"
    return any(m.tag_ == "NN" for m in first)


def _is_modifier(scene: Scene, noun: Token, *, opening: bool) -> bool:
    """Whether a member of a list may only describe a later noun: nothing tells that it is a thing of its own."""
    if noun.tag_ not in ("NN", "NNS", "NNP") or scene.accepts(noun.i, ("kgo:Person",)):
        return False
    if any(c.dep_ not in INSIDE and c.i < noun.i + 2 for c in children(noun)):
        return False
    return opening and all(c.lower_ in SHARED for c in children(noun, "det")) if opening else not _opens_anew(noun)


def _opens_anew(noun: Token) -> bool:
    """Whether a phrase has a determiner, owner or number of its own."""
    return child(noun, "det", "poss", "nummod", "quantmod") is not None


def _shares_tail(members: list[Token]) -> bool:
    """Whether "the planning and execution of the strikes": what stands after the last may be said of all."""
    *first, last = members
    of = next((p for m in members for p in children(m, "prep") if p.lower_ == "of" and p.i == last.i + 1), None)
    if of is None or _opens_anew(last) or any(m.pos_ != "NOUN" for m in members):
        return False
    between = (c for m in first for c in children(m) if m.i < c.i < last.i)
    if any(c.dep_ not in ("cc", "conj", "punct") for c in between):
        return False
    if any(_opens_anew(m) for m in first[1:]):
        return False
    determiners = [c.lower_ for c in children(first[0], "det")]
    owned = child(first[0], "poss") is not None
    alone = not determiners and not owned and all(m.tag_ == "NN" for m in members)
    return child(first[0], "nummod") is None and (alone or owned or any(d in SHARED for d in determiners))


def _is_range(scene: Scene, members: list[Token]) -> bool:
    """Whether "between 12 and 20 million dollars" is one amount."""
    return len(members) == 2 and scene.range_end(members[0].i) is not None


def _end_of_restriction(scene: Scene, noun: Token) -> int | None:
    """The end of the clause without which a bare noun is nobody in particular: "the context in which", "people who"."""
    mention = scene.mention(noun.i)
    if noun.pos_ != "NOUN" or (mention is not None and mention.mention.kind is MentionKind.NAME):
        return None
    described = any(c.i < noun.i and (c.dep_ not in BEFORE or c.lower_ not in PICKING) for c in children(noun))
    bare = noun.lower_ in GENERIC or child(noun, "det") is not None
    if described or not bare or scene.is_event(noun.i) or _is_told_again(scene, noun):
        return None
    clause = next(_restrictions(noun), None)
    if clause is None or content(scene, noun.i) is not None:
        return None
    last = next((t.i for t in scene.doc[clause.i : clause.right_edge.i] if t.text == ","), clause.right_edge.i)
    while last > noun.i and scene.doc[last].is_punct:
        last -= 1
    inside = scene.doc[noun.i : last + 1]
    kept = noun.lower_ in GENERIC or not _points_out(noun, inside)
    return last if kept and clause.i <= last <= noun.i + LONGEST_GERUND else None


def _points_out(noun: Token, inside: Span) -> bool:
    """Whether a pronoun in a noun's clause cannot mean the noun: "woodland that was cleared for them"."""
    people = any(t.tag_ == "WP" for t in inside)
    own = THEIRS if noun.tag_ == "NNS" else THEIRS | HIS if people else ITS
    return any(t.dep_ in ("poss", "pobj") and t.tag_ in ("PRP", "PRP$") and t.lower_ not in own for t in inside)


def _is_told_again(scene: Scene, noun: Token) -> bool:
    """Whether the article speaks of what a noun stands for elsewhere than by a pronoun beside it."""
    chain, (first, end) = scene.chain(noun.i), sentence_bounds(noun)
    others = zip(chain.mentions, chain.heads, strict=True) if chain is not None else ()
    beside = (m.kind is MentionKind.PRONOUN and first <= head < end for m, head in others if head != noun.i)
    return not all(beside)


def _restrictions(noun: Token) -> Iterator[Token]:
    """The relative clause or participle right after a noun, or after what it is "of", which no comma sets off."""
    nouns = list(of_chain(noun))
    after: Iterable[Token] = (c for each in nouns for c in children(each, "relcl", "acl"))
    return (c for c in after if c.left_edge.i == nouns[-1].i + 1 and not is_infinitive(c))
