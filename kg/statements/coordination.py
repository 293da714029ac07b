"""Predicates and what stands beside them: the words of their group, the word that opens them, the other of two."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.finding import LINKS, first_conjunct, is_predicate, shares_auxiliaries
from kg.clauses.syntax import OBJECTS, child, children, next_to, remembered
from kg.statements.cues import Cues


def is_one_of_two(token: Token) -> bool:
    """Whether "or" joins a predicate with another: "either resigned or was dismissed" asserts neither."""
    return _is_choice(first_conjunct(token))


@remembered
def _is_choice(first: Token) -> bool:
    member: Token | None = first
    for _ in range(LINKS):
        if member is None:
            break
        other = next((c for c in children(member, "conj") if is_predicate(c)), None)
        if other is not None and any(c.lower_ == "or" and c.i < other.i for c in children(member, "cc")):
            return True
        member = other
    return False


def is_closed_before(token: Token, above: Token) -> bool:
    """Whether a semicolon parts a clause from the later verb that the parser makes it the content of."""
    if token.dep_ not in ("ccomp", "parataxis") or token.i > above.i or child(token, "mark") is not None:
        return False
    return any(t.text == ";" for t in token.doc[token.i : above.i])


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


def is_question(token: Token) -> bool:
    return token.dep_ == "ROOT" and any(t.text == "?" for t in token.sent[-2:])


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
