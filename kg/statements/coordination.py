"""Predicates and what stands beside them: the words of their group, the word that opens them, the other of two."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.clauses.finding import LINKS, first_conjunct, is_predicate, shares_auxiliaries
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, next_to, remembered, sentence_bounds
from kg.statements.cues import Cues

EACH = frozenset({"every", "each", "any", "all", "no", "whenever", "wherever", "whoever", "whatever", "anyone"})
"""Words of a clause that is told of many times or of all: "whenever they stop or search a car" they do both."""

TELLING_APART = frozenset({"either", "whether"})

SEVERAL = frozenset({"NNS", "NNPS"})


def is_one_of_two(token: Token) -> bool:
    """Whether "or" joins a predicate with another: "either resigned or was dismissed" asserts neither."""
    first = first_conjunct(token)
    return token.i in _choices(first) and not is_of_many(first)


@remembered
def is_of_many(verb: Token) -> bool:
    """Whether a clause is told of all or of every time: "anyone who sells or rents a flat", "whenever it rains".

    So is one on a noun of the kind: "firms that make cars or trucks".
    """
    openers = [*children(verb, "mark", "advmod", *SUBJECTS)]
    openers += [d for noun in children(verb, *SUBJECTS) for d in children(noun, "det")]
    before = verb.left_edge
    if before.i and next_to(before, -1).lower_ == "time":  # "every time her parents washed or changed her"
        openers += children(next_to(before, -1), "det")
    if verb.dep_ == "relcl":
        openers += [verb.head, *children(verb.head, "det")]
    if any(w.lower_ in EACH for w in openers):
        return True
    generic = verb.dep_ == "relcl" and verb.head.tag_ in SEVERAL and child(verb.head, "det", "poss", "nummod") is None
    return generic and verb.tag_ in ("VBP", "VBZ") and child(verb, "aux") is None


def is_alternative(token: Token) -> bool:
    """Whether a noun is one of several that "or" joins, of which the clause holds only of one.

    Not where "or" gives a second name, nor in a clause that is told of all.
    """
    first = _first_of_or(token)
    other = child(first, "conj") if first is not None else None
    if first is None or other is None or _renames(first, other):
        return False
    if any(c.lower_ in TELLING_APART for c in children(first, "preconj", "cc", "det", "advmod")):
        return True
    verb = _verb_above(first)
    return verb is None or not is_of_many(verb)


def _verb_above(noun: Token) -> Token | None:
    verb = noun.head.head if noun.head.dep_ in ("prep", "agent") else noun.head
    return verb if is_predicate(verb) else None


def _first_of_or(token: Token) -> Token | None:
    """The noun right before "or" in the list that a noun stands in, None where "or" joins none."""
    for _ in range(LINKS):
        if token.dep_ != "conj" or token.head.i == token.i:
            break
        if any(c.lower_ == "or" for c in children(token.head, "cc")):
            return token.head
        token = token.head
    other = child(token, "conj")
    return token if other is not None and any(c.lower_ == "or" for c in children(token, "cc")) else None


def _renames(token: Token, other: Token) -> bool:
    """Whether "the kernel, or base of the system, ..." gives a thing a second name."""
    before, end = other.left_edge.i - 2, other.right_edge.i + 1
    if token.dep_ == "conj" or child(other, "conj") is not None or end >= len(token.doc):
        return False
    closed = token.doc[end].text in (",", ".", ")", ";")
    return [t.text.lower() for t in token.doc[before : before + 2]] == [",", "or"] and closed


@remembered
def _choices(first: Token) -> tuple[int, ...]:
    """The predicates of a list that "or" joins: in "left and hid or fled" the last two."""
    members, links = [first], [""]
    for _ in range(LINKS):
        last = members[-1]
        other = next((c for c in children(last, "conj") if is_predicate(c)), None)
        if other is None:
            break
        members.append(other)
        links.append(next((c.lower_ for c in children(last, "cc") if last.i < c.i < other.i), ""))
    found: list[int] = []
    run: list[int] = []
    for member, link in zip(members, links, strict=True):
        run = [*run, member.i] if link in ("", "or") else [member.i]
        if link == "or":
            found, run = [*found, *run], [member.i]
    return tuple(found)


def is_closed_before(token: Token, above: Token) -> bool:
    """Whether a clause is closed before the later verb that the parser makes it the content of.

    By a semicolon, where that verb shares its subject, or where it is an absolute participle: "Fiat has said it will,
    the mayor adding that ...".
    """
    if token.dep_ not in ("ccomp", "parataxis") or token.i > above.i or child(token, "mark") is not None:
        return False
    if any(t.text == ";" for t in token.doc[token.i : above.i]):
        return True
    if above.tag_ in ("VBZ", "VBD") and child(above, "aux", "cc", *SUBJECTS) is None and token.tag_ == above.tag_:
        return child(token, "nsubj") is not None  # headlines: "President resigns, seeks new job"
    speaker = child(above, "nsubj")
    absolute = above.tag_ == "VBG" and child(above, "aux") is None and child(above, "ccomp") is not None
    return absolute and speaker is not None and token.i < speaker.i and child(token, "nsubj", "nsubjpass") is not None


def is_outcome(infinitive: Token) -> bool:
    """Whether an infinitive tells what came of it, not what for: "grew to become the largest", "came only to leave"."""
    if infinitive.i < infinitive.head.i:
        return False
    only = any(c.lower_ == "only" for c in children(infinitive, "advmod")) or (
        infinitive.left_edge.i > 0 and next_to(infinitive.left_edge, -1).lower_ == "only"
    )
    return infinitive.lemma_ == "become" or only


def opening(cues: Cues, word: Token) -> str:
    """ "instead of", "so that", "in case": the word with the one beside it where a row has both."""
    before = f"{next_to(word, -1).lower_} {word.lower_}" if word.i else ""
    after = f"{word.lower_} {next_to(word).lower_}" if word.i + 1 < len(word.doc) else ""
    return next((pair for pair in (before, after) if cues.find("conjunction", pair)), str(word.lower_))


def verb_group(token: Token) -> list[Token]:
    """The auxiliaries and negations of a predicate, with those that it shares with the one it is coordinated with.

    An auxiliary that stands for its verb is one of them ("but Tokyo may").
    """
    group = [*([token] if token.tag_ == "MD" else []), *children(token, "aux", "auxpass", "neg")]
    if token.dep_ == "conj" and shares_auxiliaries(token):
        return [*(c for c in children(token.head, "aux", "auxpass", "neg") if c.i < token.head.i), *group]
    return group


def is_question(token: Token, is_quoted: Callable[[Token], bool]) -> bool:
    """Whether a main clause asks; not where the mark is that of a quotation in it ("wrote: 'Who is he?'")."""
    if token.dep_ != "ROOT":
        return False
    first, end = sentence_bounds(token)
    mark = next((t for t in token.doc[max(first, end - 2) : end] if t.text == "?"), None)
    return mark is not None and (is_quoted(token) or not is_quoted(mark))


def shared_content(token: Token, above: Token) -> Token | None:
    """The earlier clause on a noun whose place a second one shares: "his desire that A wins and that B loses".

    The parser hangs the second on the verb above.
    """
    mark = child(token, "mark")
    if token.dep_ != "ccomp" or mark is None or mark.lower_ != "that" or mark.i == 0:
        return None
    if next_to(mark, -1).lower_ not in ("and", "or", "but"):
        return None
    clauses = [c for noun in children(above, *OBJECTS) for c in children(noun, "acl") if c.i < mark.i]
    return next((c for c in clauses if child(c, "mark") is not None), None)
