"""Clauses -> compact triples: one fact each, short exact slots."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause, ClauseKind, SubjectSource
from kg.clauses.syntax import children, is_verbal
from kg.parsing import Parse
from kg.statements.tuples.phrases import Tokens, long, short, with_complements
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import Sentence

DEPTH = 3

Fact = tuple[Tokens, Tokens]
"""Relation and object."""


def minimal_rows(parse: Parse) -> list[Row]:
    """Return the compact triples of a parsed line."""
    return render(Sentence(parse))


def render(sentence: Sentence) -> list[Row]:
    rows: dict[tuple[str, str, str], Row] = {}
    for clause in sentence.clauses:
        for subject in subjects(sentence, clause):
            for relation, argument in facts(sentence, clause, (), DEPTH):
                slots = tuple(sentence.text(x) for x in (subject, relation, argument))
                if all(slots) :
                    rows.setdefault(slots, Row(slots[0], slots[1], (slots[2],), 0.8))
    return list(rows.values())


def subjects(sentence: Sentence, clause: Clause) -> list[Tokens]:
    found = []
    for s in clause.subjects:
        token = sentence.doc[s.head]
        if clause.existential:
            expl = next(c for c in sentence.doc[clause.verb].children if c.dep_ == "expl")
            return [(expl.i,)]
        if is_verbal(token) and token.tag_ != "VBG":
            continue
        found.append(with_complements(token))
    return found


def facts(sentence: Sentence, clause: Clause, prefix: Tokens, depth: int) -> Iterator[Fact]:
    """Relation and object of every fact of a clause, its open complements included."""
    doc = sentence.doc
    relation = prefix + clause.relation
    direct = [h for a in clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE) for h in a.heads]
    if clause.existential and not direct:
        direct = [s.head for s in clause.subjects]
    for a in clause.find(ArgumentKind.INDIRECT):
        for h in a.heads:
            yield relation, short(doc[h])
    carried = [relation + short(doc[h]) for h in direct] or [relation]
    if clause.find(ArgumentKind.INDIRECT):
        a = clause.find(ArgumentKind.INDIRECT)[0]
        carried = [relation + short(doc[a.head]) + short(doc[h]) for h in direct] or [relation + short(doc[a.head])]
    for head in direct:
        yield relation, short(doc[head])
        yield from nested(doc[head], relation + short(doc[head]), depth)
    for argument in clause.arguments:
        if argument.kind in (ArgumentKind.PREPOSITIONAL, ArgumentKind.AGENT):
            for base in carried:
                for head in argument.heads:
                    yield base + argument.marker, short(doc[head])
                    yield from nested(doc[head], base + argument.marker + short(doc[head]), depth)
        elif argument.kind is ArgumentKind.ADVERBIAL:
            head_token = doc[argument.head]
            if head_token.dep_ == "npadvmod":
                for base in carried:
                    yield base, long(head_token)
        elif argument.kind is ArgumentKind.CLAUSAL:
            yield from clausal(sentence, argument, carried, depth)


def nested(head: Token, relation: Tokens, depth: int) -> Iterator[Fact]:
    """Facts of the prepositional phrases inside a noun phrase: "was fined by the Court of -> X"."""
    if depth == 0:
        return
    for preposition in children(head, "prep"):
        if preposition.i < head.i:
            continue
        for target in children(preposition, "pobj"):
            for t in [target, *_others(target)]:
                yield relation + (preposition.i,), short(t)
                yield from nested(t, relation + (preposition.i,) + short(t), depth - 1)


def _others(token: Token) -> list[Token]:
    from kg.clauses.subjects import spread

    return spread(token)[1:]


def clausal(sentence: Sentence, argument: Argument, carried: list[Tokens], depth: int) -> Iterator[Fact]:
    if depth == 0:
        return
    inner = sentence.clause_of.get(argument.head)
    if inner is None:
        return
    token = sentence.doc[argument.head]
    if token.dep_ == "ccomp":
        yield carried[0], long(token)
        return
    if token.dep_ == "xcomp" or argument.marker and token.dep_ in ("pcomp", "advcl") and token.tag_ in ("VB", "VBG"):
        marker = tuple(m for m in argument.marker if m not in inner.relation)
        for base in carried:
            yield from facts(sentence, inner, base + marker, depth - 1)
