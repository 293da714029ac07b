"""Clauses and noun phrases as slots: who fills "subject", "object", "of" or "to", in the order of the active voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import child, children, is_verbal

Accepts = Callable[[int, tuple[str, ...]], bool]
"""Whether the phrase with this head token is one of these classes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One filler of a slot: its head token, and the tokens of its preposition."""

    head: int
    marker: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slots:
    """The trigger (a verb or noun, by lemma, most specific key first) and what fills its slots."""

    trigger: int
    keys: tuple[str, ...]
    fillers: Mapping[str, tuple[Filled, ...]] = field(default_factory=dict)

    def of(self, slot: str) -> tuple[Filled, ...]:
        return self.fillers.get(slot, ())


def lemma(token: Token) -> str:
    """The lemma of a verb with its prefix where a hyphen cut it off ("co-host")."""
    word = str(token.lemma_.lower())
    doc, i = token.doc, token.i
    if (
        i >= 2
        and doc[i - 1].text == "-"
        and not doc[i - 1].whitespace_
        and not doc[i - 2].whitespace_
        and len(doc[i - 2]) <= 5
    ):
        return f"{doc[i - 2].lower_}-{word}"
    return word


def verb_name(doc: Doc, clause: Clause) -> str:
    """The lemma of a clause's verb with its particle: "carry out"."""
    verb = doc[clause.verb]
    particles = [c.lower_ for c in children(verb, "prt")]
    return " ".join([lemma(verb), *particles])


def clause_slots(doc: Doc, clause: Clause) -> Slots:
    """The slots of a clause; of a passive the patients are the object and the agent the subject."""
    fillers: dict[str, list[Filled]] = {}
    own = [Filled(s.head) for s in clause.subjects]
    fillers["object" if clause.passive else "subject"] = own
    for argument in clause.arguments:
        slot = _slot(doc, argument.kind, argument.marker)
        if slot:
            fillers.setdefault(slot, []).extend(Filled(head, argument.marker) for head in argument.heads)
    return Slots(clause.verb, _verb_keys(doc, clause), {slot: tuple(found) for slot, found in fillers.items() if found})


def _slot(doc: Doc, kind: ArgumentKind, marker: tuple[int, ...]) -> str:
    match kind:
        case ArgumentKind.OBJECT:
            return "object"
        case ArgumentKind.INDIRECT:
            return "indirect"
        case ArgumentKind.AGENT:
            return "subject"
        case ArgumentKind.ATTRIBUTE:
            return "complement"
        case ArgumentKind.PREPOSITIONAL:
            return " ".join(doc[i].lower_ for i in marker)
        case _:
            return ""


def _verb_keys(doc: Doc, clause: Clause) -> tuple[str, ...]:
    """ "hold + talks", "carry out", "hold": keys under which a frame may be listed, most specific first."""
    name = verb_name(doc, clause)
    nouns = [doc[a.head] for a in clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE)]
    if clause.passive:
        nouns += [doc[s.head] for s in clause.subjects]
    with_nouns = [f"{name} + {form}" for noun in nouns for form in (noun.lower_, noun.lemma_.lower())]
    return tuple(dict.fromkeys([*with_nouns, name, lemma(doc[clause.verb])]))


def noun_slots(doc: Doc, head: int, *, has_object: bool) -> Slots:
    """The slots of a noun that names an event or a relation: "North Korea's deployment of troops to Kursk".

    The possessor, a demonym and a "by" phrase are the subject; the "of" phrase is the object of a noun whose verb has
    one (`has_object`), and the "of" slot of any other, as its possessor is.
    """
    noun = doc[head]
    fillers: dict[str, list[Filled]] = {}
    for part in noun.children:
        if part.dep_ == "poss":
            fillers.setdefault("subject" if has_object else "of", []).extend(Filled(t.i) for t in spread(part))
        elif part.dep_ == "compound" and has_object:
            fillers.setdefault("compound", []).append(Filled(part.i))
        elif part.dep_ in ("prep", "agent"):
            _fill_from_preposition(part, fillers, has_object)
    keys = tuple(dict.fromkeys([noun.lower_, noun.lemma_.lower()]))
    return Slots(head, keys, {slot: tuple(found) for slot, found in fillers.items()})


def _fill_from_preposition(part: Token, fillers: dict[str, list[Filled]], has_object: bool) -> None:
    target = child(part, "pobj")
    if target is None or is_verbal(target):
        return
    names = {"of": "object" if has_object else "of", "by": "subject"}
    slot = names.get(part.lower_, part.lower_)
    fillers.setdefault(slot, []).extend(Filled(t.i, (part.i,)) for t in spread(target))
