"""Clauses -> compact triples: one fact each, short exact slots."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import FINITE_TAGS, SUBJECTS, child, children, conjuncts, has_child, is_verbal, labelled
from kg.parsing import Parse
from kg.statements.tuples.confidence import rate, rate_nominal
from kg.statements.tuples.phrases import (
    Tokens,
    compact,
    is_bare,
    is_connective,
    long,
    numbers_below,
    short,
    tidy,
    with_complements,
    with_of,
)  # fmt: skip
from kg.statements.tuples.reading import expletives, is_aside_complement, is_told_above, predicate_tokens, subject_heads
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import RULES, Sentence

PREPOSITIONAL = (ArgumentKind.PREPOSITIONAL, ArgumentKind.AGENT)

DEPTH = 3
"""Phrases and open complements that one relation may pass through."""

MOST_FACTS = 200
"""Facts of one clause: lists within lists multiply."""


class Path(NamedTuple):
    """The relation so far, how much further it may go, and how many phrases it has passed."""

    relation: Tokens
    depth: int
    steps: int

    def through(self, tokens: Tokens) -> Path:
        return Path(self.relation + tokens, self.depth, self.steps)

    def deeper(self, tokens: Tokens = ()) -> Path:
        return Path(self.relation + tokens, self.depth - 1, self.steps + 1)


class Fact(NamedTuple):
    relation: Tokens
    argument: Tokens
    steps: int


def minimal_rows(parse: Parse, rules: AbstractSet[str] = RULES) -> list[Row]:
    """Return the compact triples of a parsed line: `render_minimal` of its reading."""
    return render_minimal(Sentence(parse, rules))


def render_minimal(sentence: Sentence) -> list[Row]:
    """Return the compact triples of a line, each once, in the order of their predicates."""
    rows = [row for clause in sentence.clauses for row in _clause_rows(sentence, clause)]
    rows += _including_rows(sentence)
    return list({(row.subject, row.relation, row.arguments): row for row in reversed(rows)}.values())[::-1]


def _clause_rows(sentence: Sentence, clause: Clause) -> Iterator[Row]:
    if is_told_above(sentence, clause):
        return
    predicate = sentence.doc[clause.verb]
    subjects = [sentence.text(tokens) for tokens in _subjects(sentence, clause)]
    start = Path((), DEPTH, 1)
    for fact in islice(_facts(sentence, clause, start), MOST_FACTS) if subjects else ():
        relation = sentence.text(_without_to(sentence, clause, fact.relation))
        argument = sentence.text(fact.argument)
        for subject in subjects if relation and argument else ():
            confidence = rate(predicate, clause, (subject, relation, argument), fact.steps)
            yield Row(subject, relation, (argument,), confidence)


def _subjects(sentence: Sentence, clause: Clause) -> list[Tokens]:
    """The subjects of a clause, one each."""
    if clause.existential:
        return [(t.i,) for t in expletives(sentence, clause)]
    heads = subject_heads(sentence, clause)
    return [with_complements(head) for head in heads if not is_verbal(head) or head.tag_ == "VBG"]


def _without_to(sentence: Sentence, clause: Clause, relation: Tokens) -> Tokens:
    """A relation without the "to" of an infinitive that stands alone."""
    first = clause.relation[0]
    return relation if sentence.doc[first].lower_ != "to" else tuple(i for i in relation if i != first)


def _including_rows(sentence: Sentence) -> Iterator[Row]:
    """What a noun, or the subject of a verb, is said to include."""
    for part in labelled(sentence.doc, ("prep",)):
        if part.lower_ != "including" or "including" not in sentence.rules:
            continue
        clause = sentence.clause_of.get(part.head.i)
        wholes = subject_heads(sentence, clause) if clause is not None else [part.head]
        for fact in _phrases(sentence, children(part, "pobj"), Path((part.i,), 1, 1)):
            for whole in wholes:
                slots = [sentence.text(t) for t in (with_complements(whole), fact.relation, fact.argument)]
                yield Row(slots[0], slots[1], (slots[2],), rate_nominal(slots))


# ---------------------------------------------------------------- the facts of a clause


def _facts(sentence: Sentence, clause: Clause, path: Path) -> Iterator[Fact]:
    """Relation and object of every fact of a clause, its open complements included."""
    doc = sentence.doc
    path = path.through(predicate_tokens(sentence, clause))
    for argument in clause.find(ArgumentKind.INDIRECT):
        yield from (Fact(path.relation, short(doc[head]), path.steps) for head in argument.heads)
        path = path.through(short(doc[argument.head]))
    direct = _direct(sentence, clause)
    for head in direct:
        yield from _phrase_facts(sentence, head, path)
    carried = [path.through(with_of(head)) for head in direct] if "carried object" in sentence.rules else []
    first = _first_preposition(sentence, clause) if not direct else None
    for argument in clause.arguments:
        paths = carried or [path]
        if first is not None and argument != first and argument.kind in PREPOSITIONAL:
            paths = [path.through(first.marker + with_of(doc[first.head]))]
        for base in paths:
            yield from _argument_facts(sentence, argument, base)
    yield from _lone_adverbs(sentence, clause, path)


def _direct(sentence: Sentence, clause: Clause) -> list[Token]:
    """Objects and attributes; what exists, where nothing else is said of it."""
    found = [h for a in clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE) for h in a.heads]
    if clause.existential and not found:
        found = [s.head for s in clause.subjects]
    return [sentence.doc[head] for head in found]


def _first_preposition(sentence: Sentence, clause: Clause) -> Argument | None:
    """The prepositional argument next to the verb, without which later ones say little ("taught at X from -> Y")."""
    for argument in clause.find(*PREPOSITIONAL):
        if argument.marker[0] > clause.verb and "carried object" in sentence.rules:
            token = sentence.doc[argument.head]
            return argument if token.ent_type_ not in ("DATE", "TIME") and not is_bare(token) else None
    return None


def _lone_adverbs(sentence: Sentence, clause: Clause, path: Path) -> Iterator[Fact]:
    """The adverb behind a verb that takes nothing else ("recover quickly")."""
    if all(a.kind is ArgumentKind.ADVERBIAL and sentence.doc[a.head].dep_ == "advmod" for a in clause.arguments):
        for argument in clause.arguments:
            if argument.head > clause.verb:
                yield Fact(path.relation, short(sentence.doc[argument.head]), path.steps)


def _argument_facts(sentence: Sentence, argument: Argument, path: Path) -> Iterator[Fact]:
    token = sentence.doc[argument.head]
    if argument.marker and sentence.doc[argument.marker[-1]].lower_ == "including" and "including" in sentence.rules:
        return
    match argument.kind:
        case ArgumentKind.PREPOSITIONAL | ArgumentKind.AGENT if not is_connective(token):
            for head in argument.heads:
                yield from _phrase_facts(sentence, sentence.doc[head], path.through(argument.marker))
        case ArgumentKind.ADVERBIAL if token.dep_ == "npadvmod":
            yield Fact(path.relation, long(token), path.steps)
        case ArgumentKind.CLAUSAL if path.depth:
            yield from _clausal_facts(sentence, argument, path)


# ---------------------------------------------------------------- what hangs on a noun phrase


def _phrase_facts(sentence: Sentence, head: Token, path: Path) -> Iterator[Fact]:
    """A noun phrase as object, and what hangs on it as object of a longer relation."""
    takes_verb = head.pos_ == "ADJ" and has_child(head, "xcomp")
    if not is_bare(head) and not takes_verb:
        yield Fact(path.relation, with_of(head), path.steps)
    if path.depth and "nested facts" in sentence.rules:
        yield from _nested_facts(sentence, head, path)


def _nested_facts(sentence: Sentence, head: Token, path: Path) -> Iterator[Fact]:
    """ "was fined by the Court of -> X", "makes references relating to -> X", "is likely to meet -> X"."""
    phrase = compact(head)
    for part in children(head):
        if part.i < head.i or (part.lower_ == "including" and "including" in sentence.rules):
            continue
        if part.dep_ == "prep" and part.i in phrase:
            for target in children(part, "pobj"):
                yield from (f for t in spread(target) for f in _nested_facts_if(sentence, t, path.deeper()))
        elif part.dep_ == "prep":
            yield from _behind_preposition(sentence, part, path.through(phrase))
        elif part.dep_ == "xcomp" or (part.dep_ == "acl" and part.tag_ in ("VBG", "VB")):
            inner = sentence.clause_of.get(part.i)
            yield from _facts(sentence, inner, path.deeper(phrase)) if inner is not None else ()


def _nested_facts_if(sentence: Sentence, head: Token, path: Path) -> Iterator[Fact]:
    yield from _nested_facts(sentence, head, path) if path.depth >= 0 else ()


def _behind_preposition(sentence: Sentence, preposition: Token, path: Path) -> Iterator[Fact]:
    inside = path.deeper((preposition.i,))
    yield from _phrases(sentence, children(preposition, "pobj"), inside)
    for verb in children(preposition, "pcomp"):
        inner = sentence.clause_of.get(verb.i)
        yield from _facts(sentence, inner, inside) if inner is not None else ()


def _phrases(sentence: Sentence, targets: list[Token], path: Path) -> Iterator[Fact]:
    for target in targets:
        for head in spread(target):
            yield from _phrase_facts(sentence, head, path)


# ---------------------------------------------------------------- clauses as arguments


def _clausal_facts(sentence: Sentence, argument: Argument, path: Path) -> Iterator[Fact]:
    inner = sentence.clause_of.get(argument.head)
    token = sentence.doc[argument.head]
    if inner is None:
        return
    if token.dep_ == "ccomp":
        yield from _complement_facts(sentence, inner, path)
    elif token.dep_ == "xcomp" or (is_subjectless(token) and (argument.marker or token.dep_ == "pcomp")):
        marker = tuple(i for i in argument.marker if i not in inner.relation)
        yield from _facts(sentence, inner, path.deeper(marker))


def is_subjectless(token: Token) -> bool:
    """Whether a verb is an infinitive with "to" or a gerund, without a subject of its own."""
    if child(token, *SUBJECTS) is not None:
        return False
    return token.tag_ == "VBG" or (token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "aux")))


def _complement_facts(sentence: Sentence, inner: Clause, path: Path) -> Iterator[Fact]:
    """What is said, thought or shown, each coordinated clause alone; of "help them win" them, and what they win."""
    token = sentence.doc[inner.verb]
    subject, mark = child(token, *SUBJECTS), child(token, "mark")
    if subject is not None and mark is None and not is_finite(token):
        yield Fact(path.relation, compact(subject), path.steps)
        yield from _facts(sentence, inner, path.deeper(compact(subject)))
    elif is_aside_complement(sentence, token):
        return
    elif token.head.lemma_ == "be":
        if subject is not None and mark is not None:
            yield from _facts(sentence, inner, path.deeper((mark.i, *compact(subject))))
    else:
        for verb in [token, *(c for c in conjuncts(token) if is_verbal(c))]:
            yield Fact(path.relation, clause_words(verb, token), path.steps)


def is_finite(token: Token) -> bool:
    tags = {token.tag_, *(c.tag_ for c in children(token, "aux", "auxpass"))}
    return not FINITE_TAGS.isdisjoint(tags)


def clause_words(verb: Token, first: Token) -> Tokens:
    """The words of a clause without what is coordinated with it; a coordinated one borrows the subject of the first."""
    found = set(numbers_below(verb))
    for part in children(verb, "conj", "cc"):
        if part.dep_ == "cc" or is_verbal(part):
            found -= set(numbers_below(part))
    subject = child(first, *SUBJECTS)
    if verb.i != first.i and child(verb, *SUBJECTS) is None and subject is not None:
        found |= set(numbers_below(subject))
    return tidy(verb, found)
