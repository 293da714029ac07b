"""What a predicate takes beside its subject."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.clauses.clause import Argument, ArgumentKind
from kg.clauses.subjects import antecedent, is_relative_pronoun, spread
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, has_child, is_verbal
from kg.clauses.words import OFTEN_ALONE

DIRECT = {
    **dict.fromkeys(OBJECTS, ArgumentKind.OBJECT),
    "dative": ArgumentKind.INDIRECT,
    "attr": ArgumentKind.ATTRIBUTE,
    "acomp": ArgumentKind.ATTRIBUTE,
    "oprd": ArgumentKind.ATTRIBUTE,
    "npadvmod": ArgumentKind.ADVERBIAL,
    "advmod": ArgumentKind.ADVERBIAL,
}

CLAUSAL = frozenset({"ccomp", "xcomp", "advcl"})

COMPLEMENTS = frozenset({*OBJECTS, "agent", "prep", "dative", "oprd", "attr", "acomp", "ccomp", "xcomp", "npadvmod"})

PARTICIPLES = 6
"""How many coordinated participles may share an agent."""

INFORMING = frozenset({
    "advise", "alert", "ask", "assure", "brief", "convince", "educate", "inform", "notify", "question", "remind",
    "teach", "tell", "train", "warn",
})  # fmt: skip
"""Verbs whose object is who hears or learns something."""

RELATING = {
    "in": frozenset({
        "absence", "aftermath", "course", "event", "face", "favor", "favour", "light", "midst", "wake",
    }),
    "on": frozenset({"back", "basis", "behalf", "eve", "grounds", "heels", "strength", "verge"}),
    "at": frozenset({"expense", "hands", "request", "behest"}),
    "under": frozenset({"auspices", "guise", "threat"}),
}  # fmt: skip
"""Nouns that with a preposition before and "of" behind are one preposition."""

MARKERS = frozenset({"mark", "aux"})


def find_arguments(
    predicate: Token, rules: AbstractSet[str], *, relative_subject: int | None = None
) -> tuple[Argument, ...]:
    """Return the arguments of `predicate` in text order.

    `relative_subject` is the antecedent that fills the gap of an object relative clause.
    """
    found = [a for part in children(predicate) for a in _arguments(part, rules)]
    if "coordination" in rules:
        found += _shared_agent(predicate)
        found += _shared_object(predicate)
    if relative_subject is not None and not any(a.head == relative_subject for a in found):
        found.append(_gap(predicate, relative_subject))
    return _first_route(predicate, tuple(sorted(found, key=lambda a: (min((a.head, *a.marker)), a.head))))


def _first_route(predicate: Token, found: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Without the second of two routes, whose ends belong together: "from Rome to Bari and from Pisa to Lucca"."""
    doc = predicate.doc
    placed = [(doc[a.marker[0]], a) for a in found if a.kind is ArgumentKind.PREPOSITIONAL and a.marker]
    second = next((w for w, _ in placed if w.dep_ == "conj" and w.lower_ != w.head.lower_), None)
    if second is None:
        return found
    before = {word.lower_ for word, _ in placed if word.i < second.i}
    if not {second.lower_, second.head.lower_} <= before:
        return found
    late = [a for word, a in placed if word.i >= second.i and word.lower_ in before]
    return tuple(a for a in found if a not in late)


def _shared_agent(predicate: Token) -> Iterator[Argument]:
    """The agent after the last of bare participles is that of all: "written, directed and produced by students"."""
    part: Token | None = predicate
    for _ in range(PARTICIPLES):
        if part is None or part.tag_ != "VBN" or has_child(part, *COMPLEMENTS):
            return
        part = child(part, "conj")
        agent = child(part, "agent") if part is not None and not has_child(part, *SUBJECTS, "auxpass") else None
        if part is not None and part.tag_ == "VBN" and agent is not None:
            yield from _prepositional(agent, ArgumentKind.AGENT)
            return


def _shared_object(predicate: Token) -> Iterator[Argument]:
    """The object after the last of bare verbs is that of all: "builds and sells ferries"."""
    if predicate.lemma_.lower() in OFTEN_ALONE or predicate.tag_ == "VBN" or not _is_verb_form(predicate):
        return
    part: Token | None = predicate
    for _ in range(PARTICIPLES):
        if part is None or not _is_bare(part):
            return
        part = child(part, "conj")
        if part is None or part.tag_ != predicate.tag_ or child(part, *SUBJECTS, "aux", "auxpass", "mark"):
            return
        shared = child(part, *OBJECTS)
        if shared is not None and _is_informed(part, shared) and predicate.lemma_.lower() not in INFORMING:
            return
        if shared is not None and shared.i > part.i and not _is_reflexive(shared):
            yield _resolved(shared, ArgumentKind.OBJECT, ())
            return


def _is_informed(verb: Token, noun: Token) -> bool:
    """Whether an object is whom somebody is told of something: "publish and educate readers about art"."""
    about = (p for c in (verb, noun) for p in children(c, "prep") if p.i > noun.i)
    return verb.lemma_.lower() in INFORMING and any(p.lower_ in ("about", "of", "on") for p in about)


def _is_verb_form(verb: Token) -> bool:
    """Whether a base form is one: after "to", a modal or its like, not in "through training, advise and assist"."""
    if verb.tag_ != "VB":
        return True
    return child(verb, "aux") is not None or (verb.dep_ == "conj" and verb.head.tag_ == "VB")


def _is_bare(verb: Token) -> bool:
    """Whether nothing but a conjunction and adverbs follows a verb before the next: it waits for its object."""
    following = [c for c in children(verb) if c.i > verb.i and c.dep_ not in ("cc", "conj", "punct")]
    return not following and child(verb, "auxpass") is None and is_verbal(verb)


def _is_reflexive(token: Token) -> bool:
    return str(token.lower_).endswith(("self", "selves"))


def _gap(predicate: Token, head: int) -> Argument:
    stranded = next((p for p in children(predicate, "prep") if not has_child(p)), None)
    if stranded is not None:
        return Argument(ArgumentKind.PREPOSITIONAL, head, (stranded.i,))
    return Argument(ArgumentKind.OBJECT, head)


def _arguments(part: Token, rules: AbstractSet[str]) -> Iterator[Argument]:
    kind = DIRECT.get(part.dep_)
    if kind is ArgumentKind.ADVERBIAL:
        if "adverbs" in rules and part.tag_ != "WRB" and not _is_of_preposition(part):
            yield Argument(kind, part.i, alternatives=_others(part))
    elif part.dep_ == "dative" and has_child(part, "pobj"):
        yield from _prepositional(part, ArgumentKind.PREPOSITIONAL)
    elif kind is not None:
        if not _is_idle_word(part):
            yield _resolved(part, kind, ())
    elif part.dep_ == "agent":
        yield from _prepositional(part, ArgumentKind.AGENT)
    elif part.dep_ == "prep" and "prepositions" in rules:
        yield from _prepositional(part, ArgumentKind.PREPOSITIONAL)
    elif part.dep_ in CLAUSAL and "clausal arguments" in rules:
        yield Argument(ArgumentKind.CLAUSAL, part.i, _clause_marker(part))


def _is_of_preposition(part: Token) -> bool:
    """Whether "apart" of "apart from"."""
    after = part.doc[part.i + 1] if part.i + 1 < len(part.doc) else part
    return part.lower_ in ("apart", "aside") and after.lower_ == "from" and after.head.i == part.head.i


def _is_idle_word(part: Token) -> bool:
    """Whether "that" stands for nothing: a conjunction which the parser took for an object."""
    return part.lower_ == "that" and part.tag_ in ("IN", "WDT") and not is_relative_pronoun(part)


def _prepositional(preposition: Token, kind: ArgumentKind, before: tuple[int, ...] = ()) -> Iterator[Argument]:
    """One argument a preposition; "because of", "according to" and "out of" are one marker of two tokens."""
    marker = (*before, *_compound(preposition))
    noun = child(preposition, "pobj")
    of = _of_relation(preposition, noun) if noun is not None else None
    if of is not None and noun is not None:
        yield from _prepositional(of, kind, (*marker, *(c.i for c in children(noun, "det")), noun.i))
        return
    if noun is not None and _is_count_idiom(preposition, noun):
        return
    for part in children(preposition):
        if part.dep_ == "pobj":
            yield _resolved(part, kind, marker)
        elif part.dep_ == "pcomp" and (is_verbal(part) or child(part, *SUBJECTS)):
            yield Argument(ArgumentKind.CLAUSAL, part.i, marker)
        elif part.dep_ == "prep" and not has_child(preposition, "pobj"):
            yield from _prepositional(part, kind, marker)
        elif part.dep_ == "conj" and part.pos_ in ("ADP", "SCONJ"):
            yield from _prepositional(part, kind, before)


def _of_relation(preposition: Token, noun: Token) -> Token | None:
    """The "of" of "in the face of losses", "in the wake of the vote": one preposition of several words."""
    if noun.lower_ not in RELATING.get(preposition.lower_, ()) or has_child(noun, "amod", "poss", "conj"):
        return None
    of = next((p for p in children(noun, "prep") if p.lower_ == "of" and p.i == noun.i + 1), None)
    return of if of is not None and child(of, "pobj") is not None else None


def _is_count_idiom(preposition: Token, noun: Token) -> bool:
    """Whether "in a row" only counts the noun before it: "fell for the ninth time in a row"."""
    counts = preposition.i > 0 and preposition.doc[preposition.i - 1].pos_ == "NOUN"
    idiom = preposition.lower_ == "in" and noun.lower_ in ("row", "succession")
    return counts and idiom and not has_child(noun, "prep", "amod")


def _compound(preposition: Token) -> tuple[int, ...]:
    """The tokens of a preposition of two words: "instead of", "because of", "rather than"."""
    before = [
        c.i
        for c in children(preposition, "advmod")
        if c.i + 1 == preposition.i and preposition.lower_ in ("of", "than")
    ]
    previous = preposition.doc[preposition.i - 1] if preposition.i else preposition
    if previous.lower_ in ("apart", "aside") and preposition.lower_ == "from":
        before = [previous.i]
    after = [
        c.i for c in children(preposition, "pcomp") if c.i == preposition.i + 1 and c.pos_ == "ADP" and not has_child(c)
    ]
    return (*before, preposition.i, *after)


def _resolved(part: Token, kind: ArgumentKind, marker: tuple[int, ...]) -> Argument:
    """An argument that is a relative pronoun becomes its antecedent ("the man whom they met", "the city in which")."""
    target = antecedent(part) if is_relative_pronoun(part) else None
    if target is not None and not is_verbal(target):
        return Argument(kind, target.i, marker)
    return Argument(kind, part.i, marker, _others(part))


def _others(part: Token) -> tuple[int, ...]:
    return tuple(t.i for t in spread(part)[1:])


def _clause_marker(part: Token) -> tuple[int, ...]:
    return tuple(
        c.i for c in children(part) if c.dep_ in MARKERS and c.i < part.i and (c.dep_ == "mark" or c.lower_ == "to")
    )
