"""Clauses -> n-ary rows: one a clause, arguments as long as they were written."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause, ClauseKind, SubjectSource
from kg.clauses.syntax import children, is_verbal
from kg.parsing import Parse
from kg.statements.tuples.phrases import Tokens, long, short, with_complements
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import Sentence


def full_rows(parse: Parse) -> list[Row]:
    """Return the n-ary rows of a parsed line."""
    return render(Sentence(parse))


def render(sentence: Sentence) -> list[Row]:
    rows: dict[tuple[str, ...], Row] = {}
    for clause in sentence.clauses:
        row = read(sentence, clause)
        if row is not None:
            rows.setdefault((row.subject, row.relation, *row.arguments), row)
    return list(rows.values())


def subject(sentence: Sentence, clause: Clause) -> Tokens:
    found: set[int] = set()
    for s in clause.subjects:
        token = sentence.doc[s.head]
        tokens = set(long(token))
        if clause.verb in tokens:
            tokens = set(with_complements(token))
        found |= {t for t in tokens if t != clause.verb}
    return tuple(sorted(found))


def read(sentence: Sentence, clause: Clause) -> Row | None:
    doc = sentence.doc
    relation = list(clause.relation)
    who = subject(sentence, clause)
    arguments: list[tuple[bool, Tokens]] = []
    if clause.existential:
        expl = next(c for c in doc[clause.verb].children if c.dep_ == "expl")
        arguments.append((True, who))
        who = (expl.i,)
    stack = [clause]
    pending = list(clause.arguments)
    first = True
    while pending:
        argument = pending.pop(0)
        token = doc[argument.head]
        if clause.existential and argument.kind is ArgumentKind.ATTRIBUTE:
            continue
        if argument.kind is ArgumentKind.CLAUSAL and token.dep_ == "xcomp" and argument.head in sentence.clause_of:
            inner = sentence.clause_of[argument.head]
            if not any(k for k, _ in arguments) :
                relation += [*argument.marker, *inner.relation]
                pending = list(inner.arguments) + pending
                continue
        if argument.kind is ArgumentKind.ADVERBIAL and token.dep_ == "advmod":
            arguments.append((False, long(token)))
            continue
        core = argument.kind in (ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE, ArgumentKind.CLAUSAL) and not argument.marker
        tokens = tuple(sorted(set(long(token)) - set(who))) if argument.kind is not ArgumentKind.CLAUSAL else long(token)
        if argument.kind in (ArgumentKind.AGENT, ArgumentKind.PREPOSITIONAL):
            if not any(k for k, _ in arguments) and token.i > clause.verb:
                relation += argument.marker
                arguments.append((True, tokens))
            else:
                arguments.append((False, argument.marker + tokens))
        else:
            arguments.append((core, tokens))
    arguments.sort(key=lambda pair: not pair[0])
    if not who or not arguments:
        return None
    texts = tuple(t for t in (sentence.text(tokens) for _, tokens in arguments) if t)
    if not texts:
        return None
    relation = list(dict.fromkeys(relation))
    return Row(sentence.text(who), sentence.text(relation), texts, 0.8)
