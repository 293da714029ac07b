"""Clauses -> compact triples: one fact each, short exact slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import SUBJECTS, child, children, conjuncts, is_verbal
from kg.parsing import Parse
from kg.statements.tuples.confidence import rate
from kg.statements.tuples.phrases import (
    Tokens,
    compact,
    is_bare,
    is_discourse,
    long,
    short,
    tidy,
    with_complements,
    with_of,
)
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import Sentence

DEPTH = 3
"""Prepositional phrases and open complements that one relation may pass through."""


class Fact(NamedTuple):
    """Relation and object, and the steps from the clause to it."""

    relation: Tokens
    argument: Tokens
    trail: tuple[str, ...]


def minimal_rows(parse: Parse) -> list[Row]:
    """Return the compact triples of a parsed line."""
    return render(Sentence(parse))


def render(sentence: Sentence) -> list[Row]:
    """Return the triples of a sentence, each once, in the order of its predicates."""
    rows: dict[tuple[str, str, str], Row] = {}
    for clause in sentence.clauses:
        if is_told_above(sentence, clause):
            continue
        to = clause.relation[0] if sentence.doc[clause.relation[0]].lower_ == "to" and "no to" in sentence.rules else -1
        for subject in subjects(sentence, clause):
            for fact in facts(sentence, clause, (), DEPTH, ()):
                slots = (sentence.text(subject), sentence.text([t for t in fact.relation if t != to]), sentence.text(fact.argument))
                if all(slots):
                    rows.setdefault(slots, Row(slots[0], slots[1], (slots[2],), rate(sentence.doc[clause.verb], clause, slots, len(fact.trail))))
                    sentence.log.setdefault(slots,(clause,fact))
    if "including" in sentence.rules:
        for t in sentence.doc:
            if t.dep_ == "prep" and t.lower_ == "including":
                wholes = [t.head] if not is_verbal(t.head) else [sentence.doc[x.head] for x in (sentence.clause_of[t.head.i].subjects if t.head.i in sentence.clause_of else ())]
                for w in wholes:
                    for target in children(t, "pobj"):
                        for h in spread(target):
                            for fact in phrase_facts(sentence, h, (t.i,), 1, ("including",)):
                                slots = (sentence.text(with_complements(w)), sentence.text(fact.relation), sentence.text(fact.argument))
                                rows.setdefault(slots, Row(slots[0], slots[1], (slots[2],), 0.6))
    return list(rows.values())


def is_told_above(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause above tells these facts with its own relation in front ("helped to raise")."""
    token = sentence.doc[clause.verb]
    if clause.marker == "to" and token.dep_ in ("acl", "advcl"):
        return True
    if token.dep_ == "pcomp" and not is_verbal(token.head.head):
        return True
    if token.dep_ != "xcomp" or clause.parent not in sentence.clause_of:
        return False
    outer = sentence.clause_of[clause.parent]
    return {s.head for s in outer.subjects} == {s.head for s in clause.subjects}


def subjects(sentence: Sentence, clause: Clause) -> list[Tokens]:
    """The subjects of a clause, one each; what is said of a copula's attribute is said of its subject."""
    if clause.existential:
        return [(c.i,) for c in children(sentence.doc[clause.verb], "expl")]
    found: list[Tokens] = []
    for subject in clause.subjects:
        if sentence.doc[subject.head].tag_ in ("WDT", "WP", "WP$"):
            continue
        for head in of_attribute(sentence, sentence.doc[subject.head], clause):
            if not is_verbal(head) or head.tag_ == "VBG":
                found.append(with_complements(head))
    return found


def of_attribute(sentence: Sentence, head: Token, clause: Clause) -> list[Token]:
    if "attribute's subject" not in sentence.rules or head.dep_ != "attr" or clause.parent != head.head.i:
        return [head]
    outer = sentence.clause_of.get(head.head.i)
    return [sentence.doc[s.head] for s in outer.subjects] if outer is not None and not outer.existential else [head]


def facts(
    sentence: Sentence, clause: Clause, prefix: Tokens, depth: int, trail: tuple[str, ...]
) -> Iterator[Fact]:
    """Relation and object of every fact of a clause, its open complements included."""
    doc = sentence.doc
    relation = prefix + clause.relation
    direct = [doc[h] for a in clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE) for h in a.heads]
    if clause.existential and not direct:
        direct = [doc[s.head] for s in clause.subjects]
    for a in clause.find(ArgumentKind.INDIRECT):
        for h in a.heads:
            yield Fact(relation, short(doc[h]), (*trail, "indirect"))
        relation = relation + short(doc[a.head])
    for head in direct:
        yield from phrase_facts(sentence, head, relation, depth, (*trail, head.dep_))
    carried = [relation + (with_of(head) if "of carry" in sentence.rules else compact(head)) for head in direct] or [relation]
    first = carried_preposition(sentence, clause) if not direct else None
    for argument in clause.arguments:
        bases = carried
        if first is not None and argument is not first and argument.kind in (ArgumentKind.PREPOSITIONAL, ArgumentKind.AGENT):
            bases = [relation + first.marker + (with_of if "of first" in sentence.rules else compact)(doc[first.head])]
        for base in bases:
            yield from argument_facts(sentence, argument, base, depth, trail)
    if not clause.arguments or all(doc[a.head].dep_=="advmod" for a in clause.arguments):
        for a in clause.find(ArgumentKind.ADVERBIAL):
            if a.head > clause.verb and "lone adverbs" in sentence.rules:
                yield Fact(relation, short(doc[a.head]), (*trail, "adverb"))


def carried_preposition(sentence: Sentence, clause: Clause) -> Argument | None:
    """The prepositional argument next to the verb, without which the later ones say little ("taught at X from -> Y")."""
    if "carried preposition" not in sentence.rules:
        return None
    for argument in clause.find(ArgumentKind.PREPOSITIONAL, ArgumentKind.AGENT):
        if argument.marker[0] > clause.verb:
            token = sentence.doc[argument.head]
            return argument if token.ent_type_ not in ("DATE", "TIME") and not is_bare(token) else None
    return None


def phrase_facts(sentence: Sentence, head: Token, relation: Tokens, depth: int, trail: tuple[str, ...]) -> Iterator[Fact]:
    """A noun phrase as object, and what hangs on it as object of a longer relation."""
    if not is_bare(head) and not (head.pos_ == "ADJ" and (child(head, "xcomp") is not None or ("as prep" in sentence.rules and child(head,"prep") is not None))):
        yield Fact(relation, with_complements(head) if "all object" in sentence.rules else with_of(head) if "of object" in sentence.rules else compact(head), trail)
    if depth and "nested facts" in sentence.rules:
        yield from nested(sentence, head, relation, depth, trail)


def argument_facts(sentence: Sentence, argument: Argument, base: Tokens, depth: int, trail: tuple[str, ...]) -> Iterator[Fact]:
    doc = sentence.doc
    token = doc[argument.head]
    if "including" in sentence.rules and argument.marker and doc[argument.marker[-1]].lower_ == "including":
        return
    match argument.kind:
        case ArgumentKind.PREPOSITIONAL | ArgumentKind.AGENT:
            if is_discourse(token):
                return
            for head in argument.heads:
                yield from phrase_facts(sentence, doc[head], base + argument.marker, depth, (*trail, "agent" if argument.kind is ArgumentKind.AGENT else "prep" if argument.marker[0]>token.head.head.i else "fronted"))
        case ArgumentKind.ADVERBIAL if token.dep_ == "npadvmod":
            yield Fact(base, long(token), (*trail, "npadvmod"))
        case ArgumentKind.CLAUSAL:
            yield from clausal(sentence, argument, base, depth, trail)


def nested(sentence: Sentence, head: Token, relation: Tokens, depth: int, trail: tuple[str, ...]) -> Iterator[Fact]:
    """Facts of what hangs on a noun phrase: "was fined by the Court of -> X", "makes references relating to -> X"."""
    base = relation + compact(head)
    within = set(compact(head))
    for part in head.children:
        if part.i < head.i or (part.lower_ == "including" and "including" in sentence.rules):
            continue
        if part.dep_ == "prep":
            yield from nested_preposition(sentence, part, relation if part.i in within else base, depth, part.i in within, trail)
        elif ((part.dep_ == "acl" and part.tag_ in ("VBG", "VB")) or part.dep_ == "xcomp") and "nested clauses" in sentence.rules and part.i in sentence.clause_of:
            yield from facts(sentence, sentence.clause_of[part.i], base, depth - 1, (*trail, part.dep_+part.tag_))


def nested_preposition(sentence: Sentence, preposition: Token, base: Tokens, depth: int, inside: bool, trail: tuple[str, ...]) -> Iterator[Fact]:
    for target in children(preposition, "pobj"):
        for head in spread(target):
            if inside:
                yield from nested(sentence, head, base, depth - 1, (*trail, "inside"))
            else:
                yield from phrase_facts(sentence, head, base + (preposition.i,), depth - 1, (*trail, "nested "+("of" if preposition.lower_=="of" else "")))
    for verb in children(preposition, "pcomp"):
        if verb.i in sentence.clause_of and not inside:
            yield from facts(sentence, sentence.clause_of[verb.i], base + (preposition.i,), depth - 1, (*trail, "npcomp"))


def complement(sentence: Sentence, inner: Clause, base: Tokens, depth: int, trail: tuple[str, ...]) -> Iterator[Fact]:
    """What is said, thought or shown, each coordinated clause alone; of "help them win" what they win."""
    token = sentence.doc[inner.verb]
    outer = sentence.doc[token.head.i]
    subject = child(token, *SUBJECTS)
    mark = child(token, "mark")
    if subject is not None and mark is None and token.tag_ in ("VB", "VBG", "VBN") and not any(c.tag_ in ("MD","VBD","VBZ","VBP") for c in children(token, "aux", "auxpass")):
        yield Fact(base, compact(subject), (*trail, "small"))
        yield from facts(sentence, inner, base + compact(subject), depth - 1, (*trail, "smallclause"))
        return
    if token.i < outer.i and (child(outer, "dobj", "attr", "acomp") is not None or any(t.text in ";:" for t in sentence.doc[token.i : outer.i])):
        return
    if outer.lemma_ == "be" and "that clause" in sentence.rules:
        if subject is not None and mark is not None:
            for verb in [inner]:
                yield from facts(sentence, inner, base + (mark.i, *compact(subject)), depth - 1, (*trail, "isthat"))
        return
    for verb in [token, *(c for c in conjuncts(token) if is_verbal(c))]:
        yield Fact(base, clause_words(verb, token), (*trail, "ccomp"))


def clause_words(verb: Token, first: Token) -> Tokens:
    """The words of a clause without what is coordinated with it; a coordinated one borrows the subject of the first."""
    found = {t.i for t in verb.subtree}
    for part in verb.children:
        if part.dep_ == "conj" and is_verbal(part):
            found -= {t.i for t in part.subtree}
        elif part.dep_ == "cc":
            found.discard(part.i)
    subject = child(first, *SUBJECTS)
    if verb.i != first.i and child(verb, *SUBJECTS) is None and subject is not None:
        found |= {t.i for t in subject.subtree}
    return tidy(verb, found)


def is_subjectless(token: Token) -> bool:
    """Whether an infinitive with "to" or a gerund, without a subject of its own."""
    if child(token, *SUBJECTS) is not None:
        return False
    return token.tag_ == "VBG" or (token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "aux")))


def clausal(sentence: Sentence, argument: Argument, base: Tokens, depth: int, trail: tuple[str, ...]) -> Iterator[Fact]:
    inner = sentence.clause_of.get(argument.head)
    token = sentence.doc[argument.head]
    if depth == 0 or inner is None:
        return
    if token.dep_ == "ccomp":
        yield from complement(sentence, inner, base, depth, trail)
    elif token.dep_ in ("advcl", "pcomp") and child(token, *SUBJECTS) is not None and argument.marker and argument.marker[-1] > inner_parent(token) and "finite adverbial" in sentence.rules:
        yield Fact(base + argument.marker, clause_words_without(token, argument.marker), (*trail, "finite"))
    elif token.dep_ in ("advcl", "pcomp") and child(token, *SUBJECTS) is not None and argument.marker and argument.marker[-1] > inner_parent(token) and "finite through" in sentence.rules:
        yield from facts(sentence, inner, base + argument.marker + compact(child(token, *SUBJECTS)), depth - 1, (*trail, "finite"))
    elif token.dep_ == "xcomp" or (is_subjectless(token) and (argument.marker or token.dep_ == "pcomp")):
        marker = tuple(m for m in argument.marker if m not in inner.relation)
        yield from facts(sentence, inner, base + marker, depth - 1, (*trail, token.dep_ + token.tag_))


def inner_parent(token):
    return token.head.i if token.dep_ == "advcl" else token.head.head.i


def clause_words_without(token, marker):
    return tidy(token, set(clause_words(token, token)) - set(marker))
