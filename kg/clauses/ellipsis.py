"""Clauses with an auxiliary for a verb: "as did Japan", "and so was his deputy", "but Tokyo has not".

The auxiliary stands for the verb of the clause before.  What that takes besides is the same here, unless it is one's
own ("raised its forecast, as did Airbus") or another one each time ("signed a deal, as did Japan").
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.clauses.clause import Argument, ArgumentKind
from kg.clauses.syntax import (
    attach,
    child,
    children,
    has_child,
    is_stand_in,
    is_verbal,
    labelled,
    left_out,
    next_to,
    stand_for,
    subtree,
)

DO, BE, HAVE = frozenset({"do", "did", "does"}), frozenset({"be"}), frozenset({"have"})

COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative", "prt", "agent", "expl", "conj"})

ADDING = frozenset({"also", "either", "neither", "nor", "not", "so", "too", "n't", "never", "yet", "still", "again"})
"""Adverbs that an auxiliary alone may have."""

PLACES = frozenset({"conj", "advcl", "parataxis", "ccomp", "relcl", "ROOT"})

COMPARING = frozenset({"than"})

LENT = frozenset({ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE, ArgumentKind.AGENT, ArgumentKind.PREPOSITIONAL})

OWN = frozenset({"its", "his", "her", "their", "my", "our", "your"})
EACH = frozenset({"a", "an", "another", "some", "several", "many", "no", "any"})


def restore_ellipses(doc: Doc) -> None:
    """Let each auxiliary that has a subject and nothing else stand for the verb that it repeats, in place."""
    for token in labelled(doc, PLACES):
        if _is_alone(token):
            _mend_subject(token)
            if has_child(token, "nsubj", "nsubjpass"):
                verb = _repeated(token)
                perfect = token.lemma_ in HAVE
                stand_for(token, verb)
                if perfect:
                    token.tag_ = "VBD"  # "has not" of "has signed": done, not going on


def _is_alone(token: Token) -> bool:
    """Whether a form of "do", "have", "be" or a modal has no more than a subject and an adverb like "too"."""
    form = token.lemma_.lower()
    if not (token.tag_ == "MD" or form in DO | BE | HAVE) or not is_verbal(token):
        return False
    if token.tag_ not in ("MD", "VBD", "VBZ", "VBP") or is_stand_in(token):
        return False
    if _is_inverted(token):
        return True
    if has_child(token, *COMPLEMENTS - {"conj"}, "aux", "auxpass") or (form in BE and has_child(token, "prep")):
        return False
    if form in HAVE | BE and any(t.tag_ == "VBN" for t in subtree(token) if t.i > token.i):
        return False  # "had until now owned": an auxiliary far from its verb
    return all(c.lower_ in ADDING for c in children(token, "advmod", "neg"))


def _is_inverted(token: Token) -> bool:
    """Whether "nor did Moscow", "so were others": what follows the auxiliary is its subject, whatever it is called."""
    before = next_to(token, -1) if token.i else token
    after = child(token, "dobj", "attr")
    if before.lower_ not in ("as", "nor", "neither", "so") or has_child(token, "nsubj", "nsubjpass"):
        return False
    return after is not None and after.left_edge.i == token.i + 1 and len(children(token, *COMPLEMENTS)) == 1


def _mend_subject(token: Token) -> None:
    noun = child(token, "dobj", "attr") if _is_inverted(token) else None
    if noun is not None:
        attach(noun, token, "nsubj")


def _repeated(token: Token) -> Token | None:
    """The verb that an auxiliary repeats, None where it is not certain."""
    mark = child(token, "mark")
    if mark is not None and mark.lower_ in COMPARING:
        return None
    verb = _before(token)
    if verb is not None and is_stand_in(verb):
        verb = left_out(verb)
    if verb is None or verb.i == token.i or not is_verbal(verb) or not _fits(token, verb):
        return None
    if any(c.i > verb.i for c in children(verb, "ccomp", "xcomp")) or _is_measured(verb, token):
        return None  # "said he would go, and did": which of the two?
    return verb


def _before(token: Token) -> Token | None:
    if token.dep_ in ("conj", "advcl"):
        return token.head
    earlier = [c for c in children(token, "ccomp", "parataxis") if c.i < token.i and has_child(c, "nsubj", "nsubjpass")]
    if earlier:
        return earlier[-1]
    if token.dep_ in ("ccomp", "parataxis") and token.head.i < token.i:
        return token.head
    start = token.sent.start
    return token.doc[start - 1].sent.root if token.dep_ == "ROOT" and start else None


def _fits(token: Token, verb: Token) -> bool:
    """Whether an auxiliary can repeat a verb: "did" no passive, "were" nothing but a passive or what one is."""
    passive, copula = has_child(verb, "auxpass"), verb.lemma_ in BE
    going_on = verb.tag_ == "VBG" and any(c.lemma_ in BE for c in children(verb, "aux"))
    if token.lemma_.lower() in DO:
        return not (passive or copula or going_on)
    if token.lemma_.lower() in BE:
        return passive or copula or going_on
    return not going_on


def _is_measured(verb: Token, token: Token) -> bool:
    """Whether "as many as": two are compared, and what the one has the other has not."""
    first, last = sorted((verb.i, token.i))
    mark = child(token, "mark")
    own = mark.i if mark is not None else -1
    return any(t.lower_ == "as" and t.i != own for t in token.doc[first:last])


# ---------------------------------------------------------------- what the clause before lends


def lent(token: Token, arguments: tuple[Argument, ...]) -> tuple[Argument, ...] | None:
    """Those of the repeated verb's `arguments` that an auxiliary's clause has too; None where its object is another."""
    found: list[Argument] = []
    denied = bool(denials(token))
    for argument in arguments:
        if argument.kind not in LENT:
            continue
        if argument.kind is ArgumentKind.ATTRIBUTE or _is_same(token.doc[argument.head], denied=denied):
            found.append(replace(argument, alternatives=argument.alternatives))
        elif argument.kind is ArgumentKind.OBJECT:
            return None
    return tuple(found)


def denials(token: Token) -> list[Token]:
    """The words that deny the clause of an auxiliary: "not", and the "nor" or "neither" that opens it."""
    before = [c for c in children(token.head, "cc", "preconj") if c.i + 1 == token.i] if token.dep_ == "conj" else []
    return [c for c in (*before, *children(token)) if c.dep_ == "neg" or c.lower_ in ("nor", "neither")]


def _is_same(noun: Token, *, denied: bool) -> bool:
    """Whether a phrase is of the same thing said again: neither one's own nor, unless denied, another each time."""
    inside = subtree(noun)
    if any(t.lower_ in OWN or t.tag_ == "PRP$" for t in inside):
        return False
    if noun.lower_.endswith(("self", "selves")):
        return False
    several = any(c.lower_ in EACH for c in children(noun, "det")) or has_child(noun, "nummod")
    return denied or not several
