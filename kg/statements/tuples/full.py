"""Clauses -> n-ary rows: one a clause and object, arguments as long as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import child, children, has_child, is_verbal
from kg.parsing import Parse
from kg.statements.tuples.confidence import rate, rate_nominal
from kg.statements.tuples.nominal import find_nominals
from kg.statements.tuples.phrases import (
    Tokens,
    is_connective,
    is_measure,
    long,
    numbers_below,
    short,
    tidy,
    trimmed,
    with_complements,
)
from kg.statements.tuples.reading import (
    RELATIVE_TAGS,
    expletives,
    is_aside_complement,
    is_told_above,
    predicate_tokens,
    subject_heads,
)  # fmt: skip
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import RULES, Sentence

WHEN_OR_WHERE = frozenset(
    {
        "abroad", "afterward", "afterwards", "ago", "currently", "earlier", "elsewhere", "here", "lately", "later",
        "meanwhile", "now", "nowadays", "overseas", "recently", "soon", "then", "there", "today", "tomorrow", "tonight",
        "worldwide", "yesterday",
    }
)  # fmt: skip
"""Adverbs of time and place: arguments of their own, where those of manner and degree belong to the relation."""

REDUCED = frozenset({"acl", "advcl", "relcl", "appos", "dep", "conj"})
"""Places of a clause that may leave out its form of "be" ("soldiers killed in the war")."""


def full_rows(parse: Parse, rules: AbstractSet[str] = RULES) -> list[Row]:
    """Return the n-ary rows of a parsed line: `render_full` of its reading."""
    return render_full(Sentence(parse, rules))


def render_full(sentence: Sentence) -> list[Row]:
    """Return the n-ary rows of a line, each once, clauses first, in text order.

    "be" at the start of a relation stands for an auxiliary or copula that the sentence leaves out.
    """
    rows = [row for clause in sentence.clauses for row in _clause_rows(sentence, clause)]
    rows += _nominal_rows(sentence)
    return list({(row.subject, row.relation, row.arguments): row for row in reversed(rows)}.values())[::-1]


def _clause_rows(sentence: Sentence, clause: Clause) -> Iterator[Row]:
    if is_told_above(sentence, clause) or sentence.doc[clause.verb].dep_ == "pcomp":
        return
    subject = _subject(sentence, clause)
    draft = _Draft(sentence, clause)
    words = sentence.text(draft.relation)
    relation = f"be {words}" if _lacks_be(sentence, clause) else words
    who = sentence.text(subject)
    for slots in draft.alternatives():
        taken = {*subject, *draft.relation}
        texts = [sentence.text(i for i in tokens if i not in taken) for tokens in slots]
        arguments = tuple(text for text in texts if text)
        if who and arguments:
            confidence = rate(sentence.doc[clause.verb], clause, (who, relation, *arguments), len(arguments))
            yield Row(who, relation, arguments, confidence)


def _nominal_rows(sentence: Sentence) -> Iterator[Row]:
    for nominal in find_nominals(sentence):
        subject, argument = sentence.text(nominal.subject), sentence.text(nominal.argument)
        relation = nominal.relation if "be" in sentence.rules else nominal.relation.replace("be", "is", 1)
        if subject and argument:
            yield Row(subject, relation, (argument,), rate_nominal((subject, argument)))


def _subject(sentence: Sentence, clause: Clause) -> Tokens:
    """All subjects of a clause as one phrase, without the clause itself where it hangs on the subject."""
    found: set[int] = set()
    heads = subject_heads(sentence, clause)
    if clause.existential:
        return tuple(sorted({i for head in heads for i in short(head)}))
    for head in heads:
        found |= set(trimmed(head, alone=len(heads) == 1))
        if clause.verb in found:
            found = set(with_complements(head))
    return tuple(sorted(found))


def _lacks_be(sentence: Sentence, clause: Clause) -> bool:
    """Whether a participle stands without the auxiliary that it would have as a sentence."""
    verb = sentence.doc[clause.verb]
    if "be" not in sentence.rules or children(verb, "aux", "auxpass"):
        return False
    return verb.tag_ == "VBG" or (clause.passive and verb.dep_ in REDUCED)


class _Draft:
    """The relation of a row and its arguments, read one after the other.

    `core` are object, attribute and complement (the first of them in its coordinated alternatives), `others` what
    follows them.  An open complement goes into the relation, and its arguments are read on.
    """

    def __init__(self, sentence: Sentence, clause: Clause) -> None:
        self.sentence = sentence
        self.clause = clause
        self.verb = clause.verb
        self.core: list[list[Tokens]] = []
        self.others: list[Tokens] = []
        self._relation = [*predicate_tokens(sentence, clause), *(t.i for t in expletives(sentence, clause))]
        pending = [a for a in clause.arguments if not (clause.existential and a.kind is ArgumentKind.ATTRIBUTE)]
        while pending:
            pending = [*self._read(pending[0]), *pending[1:]]
        self._add_place_of_pivot()
        self._add_parenthesis()

    @property
    def relation(self) -> Tokens:
        """The tokens of the relation in text order; a verb that is meant again comes after its auxiliary here."""
        if self.clause.repeats is not None:
            return tuple(dict.fromkeys(self._relation))
        return tuple(sorted(set(self._relation)))

    def alternatives(self) -> Iterator[list[Tokens]]:
        """The arguments of each row: one for each coordinated object."""
        rest = [tokens[0] for tokens in self.core[1:]] + self.others
        if self.core:
            yield from ([tokens, *rest] for tokens in self.core[0])
        elif rest:
            yield rest

    def _read(self, argument: Argument) -> tuple[Argument, ...]:
        """Take in one argument; return those to be read in its place."""
        token = self.sentence.doc[argument.head]
        match argument.kind:
            case ArgumentKind.CLAUSAL:
                return self._read_clause(argument, token)
            case _ if token.tag_ in RELATIVE_TAGS:
                return ()
            case ArgumentKind.ADVERBIAL if token.dep_ == "advmod":
                self._add_adverb(token)
            case ArgumentKind.ADVERBIAL if is_measure(token) and not self.core:
                self.core.append([trimmed(token)])
            case ArgumentKind.AGENT | ArgumentKind.PREPOSITIONAL:
                self._add_preposition(argument, token)
            case ArgumentKind.OBJECT | ArgumentKind.ATTRIBUTE:
                return self._read_direct(argument, token)
            case _:
                self.others.append(trimmed(token))
        return ()

    def _read_clause(self, argument: Argument, token: Token) -> tuple[Argument, ...]:
        inner = self.sentence.clause_of.get(argument.head)
        if token.dep_ == "xcomp" and inner is not None and not self.core and is_verbal(token):
            self._relation += [*argument.marker, *inner.relation]
            self.verb = inner.verb
            return inner.arguments
        if token.dep_ == "ccomp":
            if not is_aside_complement(self.sentence, token) and not (self.core and token.i < self.clause.verb):
                self._relation += [c.i for c in children(token, "mark") if c.lower_ == "that"]
                self.core.append([long(token)])
        elif token.dep_ != "advcl" or argument.marker or token.tag_ not in ("VBG", "VBN"):
            self.others.append(tuple(sorted({*argument.marker, *long(token)})))
        return ()

    def _add_adverb(self, token: Token) -> None:
        if is_connective(token):
            return
        if not has_child(token) and token.lower_ not in WHEN_OR_WHERE:
            self._relation.append(token.i)
        else:
            self.others.append(long(token))

    def _add_preposition(self, argument: Argument, token: Token) -> None:
        """The first preposition behind a verb without object goes into the relation."""
        if is_connective(token):
            return
        if not self.core and token.i > self.verb and "first preposition" in self.sentence.rules:
            self._relation += argument.marker
            self.core.append(self._each(argument))
        else:
            self.others.append(argument.marker + trimmed(token))

    def _read_direct(self, argument: Argument, token: Token) -> tuple[Argument, ...]:
        if token.pos_ == "ADJ" and not self.core:
            inner = self._behind_adjective(token)
            if inner:
                return inner
        self.core.append(self._each(argument) if not self.core else [trimmed(token)])
        return ()

    def _behind_adjective(self, token: Token) -> tuple[Argument, ...]:
        """What "likely to" and "aware of" take; the adjective goes into the relation."""
        verb = child(token, "xcomp")
        inner = self.sentence.clause_of.get(verb.i) if verb is not None and is_verbal(verb) else None
        if inner is not None:
            self._relation += [token.i, *inner.relation]
            return inner.arguments
        for preposition in children(token, "prep"):
            target = child(preposition, "pobj")
            if target is not None:
                self._relation.append(token.i)
                others = tuple(t.i for t in spread(target)[1:])
                return (Argument(ArgumentKind.PREPOSITIONAL, target.i, (preposition.i,), others),)
        return ()

    def _each(self, argument: Argument) -> list[Tokens]:
        return [trimmed(self.sentence.doc[head], alone=True) for head in argument.heads]

    def _add_place_of_pivot(self) -> None:
        """What follows the noun of "there were protests in Seoul", where nothing follows the verb."""
        if not self.clause.existential or self.core or self.others:
            return
        for subject in self.clause.subjects:
            pivot = self.sentence.doc[subject.head]
            self.others += [trimmed(p) for p in children(pivot, "prep") if p.i > pivot.i]

    def _add_parenthesis(self) -> None:
        """What is said around "a trader said" that stands in the middle of it."""
        verb = self.sentence.doc[self.clause.verb]
        if not self.core and not self.others and verb.dep_ == "parataxis" and is_verbal(verb.head):
            said = set(numbers_below(verb.head)) - set(numbers_below(verb))
            self.core.append([tidy(verb.head, said)])
