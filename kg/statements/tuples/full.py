"""Clauses -> n-ary rows: one a clause, arguments as long as they were written."""

from __future__ import annotations

from itertools import product

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import child, children, is_verbal
from kg.parsing import Parse
from kg.statements.tuples.confidence import rate, rate_nominal
from kg.statements.tuples.minimal import is_told_above, of_attribute
from kg.statements.tuples.nominal import find_nominals
from kg.statements.tuples.phrases import Tokens, is_discourse, is_set_off, long, short, tidy, trimmed, with_complements
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import Sentence


def full_rows(parse: Parse) -> list[Row]:
    """Return the n-ary rows of a parsed line."""
    return render(Sentence(parse))


def render(sentence: Sentence) -> list[Row]:
    rows: dict[tuple[str, ...], Row] = {}
    for clause in sentence.clauses:
        if is_told_above(sentence, clause) and "drop told" in sentence.rules:
            continue
        if doc_dep(sentence, clause) == "pcomp" and "pcomp clauses" not in sentence.rules:
            continue
        for row in read(sentence, clause):
            rows.setdefault((row.subject, row.relation, *row.arguments), row)
            sentence.log.setdefault((row.subject, row.relation, *row.arguments), (clause, row))
    for nominal in find_nominals(sentence):
        row = Row(sentence.text(nominal.subject), nominal.relation, (sentence.text(nominal.argument),), rate_nominal((sentence.text(nominal.subject), sentence.text(nominal.argument))))
        rows.setdefault((row.subject, row.relation, *row.arguments), row)
        sentence.log.setdefault((row.subject, row.relation, *row.arguments), ("apposition" if " " not in nominal.relation else nominal.relation, row))
    return list(rows.values())


def subjects(sentence: Sentence, clause: Clause) -> list[Tokens]:
    doc = sentence.doc
    if clause.existential and "pivot" not in sentence.rules:
        return [(c.i,) for c in children(doc[clause.verb], "expl")]
    found = []
    heads = [h for s in clause.subjects for h in of_attribute(sentence, doc[s.head], clause)]
    if "split subjects" in sentence.rules or len(heads) < 2:
        for h in heads:
            if h.tag_ in ("WDT", "WP"):
                continue
            t = trimmed(h, alone=True)
            if clause.verb in t:
                t = with_complements(h)
            found.append(t)
        return found
    t: set[int] = set()
    for h in heads:
        t |= set(trimmed(h))
        if clause.verb in t:
            t = set(with_complements(h))
    return [tuple(sorted(t))]


def read(sentence: Sentence, clause: Clause) -> list[Row]:
    doc = sentence.doc
    relation = list(clause.relation)
    arguments: list[tuple[bool, list[Tokens]]] = []
    pending = list(clause.arguments)
    if clause.existential and "pivot" in sentence.rules:
        pending = [a for a in pending if a.kind is not ArgumentKind.ATTRIBUTE]
        relation += [c.i for c in children(doc[clause.verb], "expl")]
    elif clause.existential and not clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE):
        arguments.append((True, [trimmed(doc[s.head], alone=True) for s in clause.subjects]))
    whos = subjects(sentence, clause)
    verb = clause.verb
    while pending:
        argument = pending.pop(0)
        token = doc[argument.head]
        core_found = any(k for k, _ in arguments)
        if token.tag_ in ("WDT", "WP") and argument.kind is not ArgumentKind.CLAUSAL:
            continue
        if argument.kind is ArgumentKind.CLAUSAL:
            inner = sentence.clause_of.get(argument.head)
            if token.dep_ == "xcomp" and inner is not None and not core_found and is_verbal(token):
                relation += [*argument.marker, *inner.relation]
                verb = inner.verb
                pending = list(inner.arguments) + pending
                continue
            if token.dep_ == "ccomp":
                if token.i < clause.verb and (core_found or clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE) or any(t.text in ";:" for t in doc[token.i : clause.verb])):
                    continue
                m = [c.i for c in children(token, "mark") if c.lower_ == "that"]
                if m and "that in relation" in sentence.rules:
                    relation += m
                arguments.append((True, [quoted(token) if "quotes" in sentence.rules else long(token)]))
                continue
            if token.dep_ == "advcl" and "advcl arguments" not in sentence.rules:
                continue
            if token.dep_ == "advcl" and not argument.marker and token.tag_ in ("VBG","VBN") and "participial advcl" not in sentence.rules:
                continue
            arguments.append((False, [tuple(sorted({*argument.marker, *long(token)}))]))
            continue
        if argument.kind is ArgumentKind.ADVERBIAL and token.dep_ == "advmod":
            if "adverb in relation" in sentence.rules and len(list(token.subtree)) == 1 and not ("early adverbs" in sentence.rules and token.i > verb):
                relation.append(token.i)
            elif "adverb arguments" in sentence.rules:
                arguments.append((False, [long(token)]))
            continue
        tokens = [trimmed(doc[h], alone=True, rules=sentence.rules) for h in argument.heads] if "split objects" in sentence.rules else [trimmed(token)]
        if argument.kind in (ArgumentKind.AGENT, ArgumentKind.PREPOSITIONAL):
            if is_discourse(token):
                continue
            if not core_found and token.i > verb:
                relation += argument.marker
                arguments.append((True, tokens))
            elif "split adjuncts" in sentence.rules:
                arguments.append((False, [argument.marker + t for t in tokens]))
            else:
                arguments.append((False, [argument.marker + trimmed(token)]))
        else:
            core = argument.kind in (ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE)
            if token.pos_ == "ADJ" and core and not core_found and (child(token, "xcomp") or child(token, "prep")) and "adjective in relation" in sentence.rules:
                add, rest = adjective(sentence, token)
                relation += add
                if rest:
                    pending = rest + pending
                    continue
            if core and not core_found and len(argument.heads) == 1:
                p = next((p for p in children(token, "prep") if child(p, "pobj") and p.i > token.i and not is_set_off(p)), None)
                if p is not None and p.i == max(short(token)) + 1 and (("attr in relation" in sentence.rules and token.dep_ == "attr") or ("object in relation" in sentence.rules and token.dep_ == "dobj")):
                    relation += [*short(token), p.i]
                    h = child(p, "pobj")
                    arguments.append((True, [trimmed(x, alone=True) for x in spread(h)]))
                    continue
                elif "carry short object" in sentence.rules and token.dep_ == "dobj" and len(trimmed(token)) <= 3 and pending and pending[0].kind is ArgumentKind.PREPOSITIONAL and token.i > verb:
                    relation += trimmed(token)
                    continue
            arguments.append((core, tokens))
    if not arguments and "parenthetical" in sentence.rules and doc[clause.verb].dep_ == "parataxis" and is_verbal(doc[clause.verb].head):
        own = {t.i for t in doc[clause.verb].subtree}
        arguments.append((True, [tidy(doc[clause.verb].head, {t.i for t in doc[clause.verb].head.subtree} - own)]))
    arguments.sort(key=lambda pair: not pair[0])
    if not arguments and "no argument" not in sentence.rules:
        return []
    seen=set(); order=[]
    for r in relation:
        if r not in seen: seen.add(r); order.append(r)
    if "adverb in relation" in sentence.rules:
        pass
    rows = []
    for who in whos:
        for combination in product(*[ts for _, ts in arguments]):
            texts = tuple(t for t in (sentence.text([x for x in tokens if x not in seen and x not in who]) for tokens in combination) if t)
            if not who or (not texts and arguments):
                continue
            rel = sentence.text(order)
            t = doc[clause.verb]
            if "be passive" in sentence.rules and clause.passive and not children(t, "auxpass", "aux") and t.dep_ in ("acl", "advcl", "relcl", "appos", "dep", "conj"):
                rel = "be " + rel
            if "be ing" in sentence.rules and t.tag_ == "VBG" and not children(t, "auxpass", "aux"):
                rel = "be " + rel
            if "be inf" in sentence.rules and t.dep_ == "acl" and t.tag_ == "VB":
                rel = "be " + rel
            rows.append(Row(sentence.text(who), rel, texts, rate(t, clause, (sentence.text(who), rel, *texts), len(texts))))
    return rows


def adjective(sentence: Sentence, token: Token):
    """ "is likely to meet", "is aware of": the adjective goes into the relation, what it takes becomes the object."""
    x = child(token, "xcomp")
    if x is not None and x.i in sentence.clause_of and is_verbal(x):
        c = sentence.clause_of[x.i]
        return [token.i, *c.relation], list(c.arguments)
    p = next((p for p in children(token, "prep") if child(p, "pobj")), None)
    if p is not None:
        h = child(p, "pobj")
        return [token.i], [Argument(ArgumentKind.PREPOSITIONAL, h.i, (p.i,), tuple(t.i for t in spread(h)[1:]))]
    return [], []


def doc_dep(sentence, clause):
    return sentence.doc[clause.verb].dep_


def quoted(token):
    t = set(long(token))
    doc = token.doc
    lo, hi = min(t), max(t)
    if lo and doc[lo - 1].text in '"“\'' :
        t.add(lo - 1)
        while hi + 1 < len(doc) and doc[hi + 1].is_punct and doc[hi].text not in '"”' and hi - max(t) < 3:
            hi += 1
        if doc[hi].text in '"”':
            t |= set(range(lo, hi + 1))
    return tuple(sorted(t))
