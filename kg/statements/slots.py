"""Clauses and noun phrases as slots: who fills "subject", "object", "of" or "to", in the order of the active voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.subjects import spread
from kg.clauses.syntax import LISTED, child, children, has_child, is_infinitive, is_verbal

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
    light: Mapping[str, tuple[Filled, ...]] = field(default_factory=dict)
    """What stands beside the object's noun, for frames of a verb and its noun ("held talks with Turkey")."""
    governed: frozenset[str] = frozenset()
    """What clauses the verb governs, as far as frames ask: INFINITIVE ("asked Chad to leave")."""

    def with_light(self) -> Slots:
        """These slots with what stands beside the object's noun, where the clause itself fills no such slot."""
        return replace(self, fillers={**self.light, **self.fillers}, light={})

    def without(self, excluded: Callable[[int], bool]) -> Slots:
        """These slots without the fillers after a preposition whose head token is excluded."""
        return replace(self, fillers=_kept(self.fillers, excluded), light=_kept(self.light, excluded))

    def without_phrases(self, is_phrase: Callable[[tuple[int, ...], int], bool]) -> Slots:
        """These slots without the fillers that are one phrase with their preposition and name nothing."""
        kept = {s: tuple(f for f in found if not is_phrase(f.marker, f.head)) for s, found in self.fillers.items()}
        return replace(self, fillers={slot: found for slot, found in kept.items() if found})

    def of(self, slot: str) -> tuple[Filled, ...]:
        return self.fillers.get(slot, ())

    def has(self, slot: str) -> bool:
        """Whether a slot is filled, or a clause of this kind governed."""
        return slot in self.governed or slot in self.fillers


def _kept(fillers: Mapping[str, tuple[Filled, ...]], excluded: Callable[[int], bool]) -> dict[str, tuple[Filled, ...]]:
    kept = {slot: tuple(f for f in found if not (f.marker and excluded(f.head))) for slot, found in fillers.items()}
    return {slot: found for slot, found in kept.items() if found}


INFINITIVE = "infinitive"

SIZES = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
"""How few are named one by one."""

ADDITIVE = frozenset({"along with", "together with", "as well as", "in addition to"})
"""Prepositions that add one more object ("showed soldiers, along with a notebook")."""


def lemma(token: Token) -> str:
    """The lemma of a token in lower case."""
    return str(token.lemma_.lower())


IsIdiom = Callable[[str, str], bool]
"""Whether a verb and a bare noun are one verb together ("take place")."""


def idiom_noun(doc: Doc, clause: Clause, is_idiom: IsIdiom) -> int | None:
    """The object that is only part of the verb ("take place", "change one's mind"), or None."""
    for argument in clause.find(ArgumentKind.OBJECT):
        noun = doc[argument.head]
        own = child(noun, "poss")
        bare = not has_child(noun, "det", "amod") and (own is None or own.tag_ == "PRP$")
        words = f"one's {noun.lower_}" if own is not None else noun.lower_
        if bare and noun.head.i in (clause.verb, clause.worded) and is_idiom(_with_particle(doc[clause.verb]), words):
            return argument.head
    return None


def verb_name(doc: Doc, clause: Clause, is_idiom: IsIdiom) -> str:
    """The lemma of a clause's verb with its particle or fixed noun: "carry out", "take place"."""
    fixed = idiom_noun(doc, clause, is_idiom)
    return " ".join([_with_particle(doc[clause.worded]), *([doc[fixed].lower_] if fixed is not None else [])])


def _with_particle(verb: Token) -> str:
    return " ".join([lemma(verb), *(c.lower_ for c in children(verb, "prt"))])


def clause_slots(doc: Doc, clause: Clause, is_idiom: IsIdiom) -> Slots:
    """The slots of a clause; of a passive the patients are the object and the agent the subject."""
    fillers: dict[str, list[Filled]] = {}
    fixed = idiom_noun(doc, clause, is_idiom)
    own = [Filled(t.i) for s in clause.subjects for t in told_of(doc[s.head])]
    fillers[subject_slot(clause)] = own
    for argument in clause.arguments:
        slot = _slot(doc, argument.kind, argument.marker)
        if slot in ADDITIVE and fillers.get("object"):
            slot = "object"
        if slot and argument.head != fixed:
            heads = [
                t.i
                for head in argument.heads
                for t in (told_of(doc[head]) if slot == "object" else (doc[head], *listed(doc[head])))
            ]
            fillers.setdefault(slot, []).extend(Filled(head, argument.marker) for head in heads)
    filled = {slot: tuple(found) for slot, found in fillers.items() if found}
    fixed_words = [f for slot in ("object", "complement", *_phrases(doc, clause)) for f in filled.get(slot, ())]
    keys, light = _verb_keys(doc, clause, is_idiom), _light(doc, tuple(fixed_words))
    return Slots(clause.verb, keys, filled, light, _governed(doc[clause.worded]))


def _governed(verb: Token) -> frozenset[str]:
    return frozenset({INFINITIVE}) if any(is_infinitive(c) for c in children(verb, "xcomp", "ccomp")) else frozenset()


def subject_slot(clause: Clause) -> str:
    """What the grammatical subjects of a clause are in the active: in "were given a medal" those who get something."""
    if not clause.passive:
        return "subject"
    return "indirect" if clause.find(ArgumentKind.OBJECT) else "object"


def _phrases(doc: Doc, clause: Clause) -> tuple[str, ...]:
    """The prepositions of a clause whose nouns may be part of the verb: "went on strike", "ruled in favour of"."""
    found = clause.find(ArgumentKind.PREPOSITIONAL)
    return tuple(dict.fromkeys(" ".join(doc[i].lower_ for i in a.marker) for a in found if _is_bare(doc, a.head)))


def _is_bare(doc: Doc, head: int) -> bool:
    return not has_child(doc[head], "poss", "amod", "nummod") and doc[head].pos_ != "PROPN"


def _light(doc: Doc, objects: tuple[Filled, ...]) -> dict[str, tuple[Filled, ...]]:
    fillers: dict[str, list[Filled]] = {}
    for filled in objects:
        for part in children(doc[filled.head], "prep") if doc[filled.head].pos_ != "PROPN" else ():
            _fill_from_preposition(part, fillers, has_object=False)
    return {slot: tuple(found) for slot, found in fillers.items()}


def told_of(noun: Token) -> list[Token]:
    """A noun with its parts, and its parts alone where they are all that it names: "two rivals, Deezer and Tidal"."""
    found, members = parts(noun), [m for m in (listed(noun) or apposed(noun)) if m.pos_ == "PROPN"]
    number = child(noun, "nummod")
    size = SIZES.get(number.lower_, number.lower_) if number is not None else str(len(members))
    if noun.tag_ == "NNS" and len(members) > 1 and size == str(len(members)):
        return members
    return [noun, *found]


def apposed(noun: Token) -> list[Token]:
    """The names right after a plural that tell who they are: "the ministers, Nikos Kotzias and Nikola Dimitrov"."""
    return [member for first in children(noun, "appos") if first.i > noun.i for member in spread(first)]


def parts(noun: Token) -> list[Token]:
    """What "including" or a list names as part of a noun: what is said of the whole is said of it."""
    found = listed(noun)
    for preposition in children(noun, "prep"):
        target = child(preposition, "pobj")
        if preposition.lower_ == "including" and target is not None:
            found += spread(target)
    return found


def listed(noun: Token) -> list[Token]:
    """Those whom a list after a number names: "six airlines - Air China, Hainan Airlines and Xiamen Airlines"."""
    return [member for first in children(noun, LISTED) for member in spread(first)]


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


def _verb_keys(doc: Doc, clause: Clause, is_idiom: IsIdiom) -> tuple[str, ...]:
    """Keys under which a frame may list it, most specific first: "hold + talks", "go + on strike", "carry out".

    A verb with a particle is another verb than without: who "picked up a signal" picked none.
    """
    verb, name = _with_particle(doc[clause.worded]), verb_name(doc, clause, is_idiom)
    nouns = [doc[a.head] for a in clause.find(ArgumentKind.OBJECT, ArgumentKind.ATTRIBUTE)]
    if clause.passive:
        nouns += [doc[s.head] for s in clause.subjects]
    with_nouns = [f"{verb} + {form}" for noun in nouns for form in (noun.lower_, noun.lemma_.lower())]
    for argument in clause.find(ArgumentKind.PREPOSITIONAL):
        if _is_bare(doc, argument.head):
            words, noun = " ".join(doc[i].lower_ for i in argument.marker), doc[argument.head]
            with_nouns += [f"{verb} + {words} {form}" for form in (noun.lower_, noun.lemma_.lower())]
    own = () if has_child(doc[clause.worded], "prt") else (lemma(doc[clause.verb]),)
    return tuple(dict.fromkeys([*with_nouns, name, *own]))


def noun_slots(doc: Doc, head: int, *, has_object: bool, has_subject: bool = False) -> Slots:
    """The slots of a noun that names an event or a relation: "North Korea's deployment of troops to Kursk".

    The possessor, a demonym and a "by" phrase are the subject (a possessor the "possessor" besides); the "of" phrase is
    the object of a noun whose verb has one (`has_object`), and the "of" slot of any other, as its possessor is, beside
    the subject if it has one (`has_subject`: "Greece's talks with Turkey").
    """
    noun = doc[head]
    fillers: dict[str, list[Filled]] = {}
    for part in children(noun):
        if part.dep_ == "poss":
            for slot in ("subject", "possessor") if has_object else ("subject", "of") if has_subject else ("of",):
                fillers.setdefault(slot, []).extend(Filled(t.i) for t in spread(part))
        elif part.dep_ == "compound" and has_object:
            fillers.setdefault("compound", []).append(Filled(part.i))
        elif part.dep_ in ("prep", "agent"):
            _fill_from_preposition(part, fillers, has_object)
    if has_object or has_subject:
        _share_between(fillers)
    keys = tuple(dict.fromkeys([noun.lower_, noun.lemma_.lower()]))
    return Slots(head, keys, {slot: tuple(found) for slot, found in fillers.items()})


def _share_between(fillers: dict[str, list[Filled]]) -> None:
    """ "Talks between Greece and Turkey" are talks of the one with the other."""
    sides = fillers.get("between", [])
    if len(sides) > 1 and "subject" not in fillers and "with" not in fillers:
        fillers |= {"subject": sides[:1], "with": sides[1:]}


def _fill_from_preposition(part: Token, fillers: dict[str, list[Filled]], has_object: bool) -> None:
    target = child(part, "pobj")
    if target is None or is_verbal(target):
        return
    names = {"of": "object" if has_object else "of", "by": "subject"}
    slot = names.get(part.lower_, part.lower_)
    fillers.setdefault(slot, []).extend(Filled(t.i, (part.i,)) for t in spread(target))
