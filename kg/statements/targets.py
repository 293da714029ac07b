"""What the open statement of a clause has as object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from spacy.tokens import Token

from kg.clauses import RULES, Argument, ArgumentKind, Clause
from kg.clauses.arguments import find_arguments
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, has_child, is_infinitive
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind, Node, Polarity, StatementRef
from kg.statements.coordination import is_closed_before
from kg.statements.reporting import is_own_report
from kg.statements.scene import Scene
from kg.statements.slots import Filled, Slots, idiom_noun, listed, subject_slot
from kg.statements.wording import LOCATIVE, PLACES

NEAR = 3
"""Tokens from the last of several to the "respectively" that is said of them."""

CONNECTING = frozenset({"addition", "face", "light", "midst", "wake"})
"""Nouns that with "in" and "of" or "to" are only a preposition: "in the face of falling sales"."""

TELLING = frozenset({"of", "to", "with", "for", "from"})
"""Prepositions after which a noun is more than part of a set phrase."""

LONGEST_PHRASE = 4
"""Tokens from the preposition of a set phrase to its noun."""

PAIRS = 64
"""A clause with more pairs of subject and object than this gives each subject and each object once, not every pair."""

COLLECTIVE = frozenset({"amount", "comprise", "consist", "constitute", "equal", "form", "number", "total"})
"""Verbs whose objects together are what is told: a fleet "consists of 30 ships and eight planes"."""

JOINT = frozenset({"between", "among"})

SELECTED = {
    "at": frozenset({"aim", "laugh", "look", "point"}),
    "in": frozenset({"believe", "result", "trust"}),
    "on": frozenset({
        "agree", "bank", "base", "bet", "center", "centre", "comment", "concentrate", "count",
        "decide", "depend", "elaborate", "focus", "hinge", "impose", "inflict", "insist", "levy",
        "reflect", "rely", "settle", "slap", "spend", "vote",
    }),
}  # fmt: skip
"""Verbs whose preposition says what they are about, not where: "settled on buildings", "relies on Norway"."""

REACTIONS = frozenset({
    "alarm", "amazement", "amusement", "annoyance", "astonishment", "bewilderment", "chagrin", "consternation",
    "delight", "disappointment", "disbelief", "disgust", "dismay", "embarrassment", "frustration", "fury", "horror",
    "irritation", "joy", "regret", "relief", "satisfaction", "shock", "surprise",
})  # fmt: skip
"""How people take what is told."""

SOURCES = frozenset({"according to"})

BESIDE = frozenset({
    "after", "amid", "before", "besides", "by", "despite", "following", "instead", "since", "through", "upon", "when",
    "while", "without",
})  # fmt: skip
"""What before a gerund tells when, how or why and completes no verb: "was fined after breaking the law"."""

One = TypeVar("One")
Other = TypeVar("Other")

Refer = Callable[[int], StatementRef | None]
"""What the clause at a predicate says, where it says something."""


@dataclass(frozen=True, slots=True)
class Target:
    """A filled slot with the preposition it takes into the relation, or another statement, or a part of the slot."""

    filled: Filled | None = None
    marker: tuple[int, ...] = ()
    reference: StatementRef | Node | None = None


def widened(scene: Scene, clause: Clause) -> Clause:
    """The clause with what the parser hangs on a noun but its verb takes: "took control of the port", "there is a bank
    in Oslo".
    """
    fixed = idiom_noun(scene.doc, clause, scene.reader.cues.is_idiom)
    nouns = (fixed,) if fixed is not None else (s.head for s in clause.subjects) if clause.existential else ()
    beside = [a for noun in nouns for a in find_arguments(scene.doc[noun], RULES)]
    taken = [
        a for a in beside if a.kind is ArgumentKind.PREPOSITIONAL and (fixed is not None or _is_locative(scene, a))
    ]
    return replace(clause, arguments=(*clause.arguments, *taken)) if taken else clause


def _is_locative(scene: Scene, argument: Argument) -> bool:
    return scene.doc[argument.marker[-1]].lower_ in LOCATIVE and scene.accepts(argument.head, PLACES)


def find_targets(scene: Scene, clause: Clause, slots: Slots, refer: Refer) -> list[Target]:
    """Return the objects of a clause: direct objects or complements, else what it says, else its preposition's."""
    prevented = [refer(a.head) for a in _governed(scene, clause) if _is_prevented(scene, clause, a)]
    if any(prevented):
        return [Target(reference=reference) for reference in prevented[:1]]
    inner = [target for a in clause.find(ArgumentKind.CLAUSAL) for target in _clausal(scene, clause, a, refer)]
    direct = _direct(scene, clause, slots)
    inner = [] if any(_is_about_object(scene, clause, t) for t in direct) else inner
    if direct and inner:
        if _is_done_with_object(scene, clause):
            return direct
        told = clause.find(ArgumentKind.OBJECT) and _is_told(scene, clause)  # whom one tells is no object
        return inner if told or _is_done_by_object(scene, clause) else [*direct, *inner[:1]]
    if direct or inner:
        return direct or inner
    if clause.passive and (accused := _charge(scene, clause, refer)) is not None:
        return [accused]
    for argument in clause.find(ArgumentKind.PREPOSITIONAL):
        if is_set_phrase(scene, argument.marker, argument.head, state=True):
            return [Target(marker=(*argument.marker, argument.head))]
        if not _is_circumstance(scene, argument) and scene.is_worded(argument.head):
            heads = argument.heads[:1] if _is_joint(scene, argument) else _each(scene, argument)
            return [Target(Filled(head, argument.marker), argument.marker) for head in heads]
    return []


def _charge(scene: Scene, clause: Clause, refer: Refer) -> Target | None:
    """What somebody is said to have done, or kept from: "was accused of stealing fuel"; None where it is not told."""
    if scene.doc[clause.verb].lemma_.lower() == "use":
        return None  # "is used to working late", "is used for cutting"
    gerunds = (a for a in _governed(scene, clause) if scene.doc[a.head].dep_ == "pcomp" and a.marker)
    told = ((a, refer(a.head)) for a in gerunds)
    return next((Target(marker=a.marker, reference=reference) for a, reference in told if reference is not None), None)


def _each(scene: Scene, argument: Argument) -> list[int]:
    return [t.i for head in argument.heads for t in (scene.doc[head], *listed(scene.doc[head]))]


def is_cut(scene: Scene, clause: Clause, slots: Slots, refer: Refer) -> bool:
    """Whether a verb that takes a complement would be told without it: nobody "believed" of "believed in staying", and
    nothing "barred Apple" of "barred Apple from using the name" where what is barred is not told.
    """
    governed = _governed(scene, clause)
    if not governed:
        return False
    if any(_is_prevented(scene, clause, a) and refer(a.head) is None for a in governed):
        return True
    return not find_targets(scene, clause, slots, refer)


def is_paired(scene: Scene, clause: Clause, slots: Slots) -> bool:
    """Whether each of several has its own of several others: "the two models cost $10 and $20 respectively"."""
    if not any(len(found) > 1 for found in slots.fillers.values()):
        return False
    verb = scene.doc[clause.verb]
    heads = {f.head for found in slots.fillers.values() for f in found}
    words = [t for t in scene.doc[clause.verb : verb.sent.end] if t.lower_ == "respectively"]
    several = [scene.doc[f.head] for f in slots.of("object") if f.head > clause.verb]
    if words and len(several) > 1 and any(t.like_num or has_child(t, "nummod") for t in several):
        return True  # "holding 500 and 1,000 songs and costing $20 and $30 respectively"
    return any(t.head.i == clause.verb or t.head.i in heads or t.i - max(heads) <= NEAR for t in words)


def whole(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> list[Target]:
    """The targets; several that are told of their subject only together as one: "30 ships and eight ferries"."""
    targets = [_with_all_numbers(scene, target) for target in targets]
    together = scene.doc[clause.verb].lemma_.lower() in COLLECTIVE or is_paired(scene, clause, slots)
    anchors = [scene.anchor(t.filled.head) for t in targets if t.filled is not None and t.reference is None]
    if not together or len(targets) < 2 or len(anchors) < len(targets):
        return targets
    start, end = min(a.phrase_start for a in anchors), max(a.phrase_end for a in anchors)
    words = " ".join(scene.parse.document.text[start:end].split())
    return [Target(targets[0].filled, targets[0].marker, Node(f"@{start}-{end}", words, "Thing"))]


def _with_all_numbers(scene: Scene, target: Target) -> Target:
    """The target; of "carries 50 and 90 passengers respectively" all the words."""
    noun = scene.doc[target.filled.head] if target.filled is not None and target.reference is None else None
    number = next((n for n in children(noun, "nummod") if has_child(n, "conj")), None) if noun is not None else None
    if noun is None or number is None:
        return target
    after = noun.doc[min(noun.right_edge.i + 1, len(noun.doc) - 1)]
    if after.lower_ != "respectively":
        return target
    anchor = scene.parse.anchor(number.i, noun.i)
    return Target(target.filled, target.marker, Node(f"@{anchor.start}-{anchor.end}", anchor.text, "Thing"))


def prevents(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what its object is kept from doing: it does nothing to the object itself."""
    return any(_is_prevented(scene, clause, a) for a in _governed(scene, clause))


def _governed(scene: Scene, clause: Clause) -> list[Argument]:
    """The complements and the gerunds after a preposition of a verb that governs such: "insisted on paying"."""
    if scene.doc[clause.verb].lemma_.lower() not in scene.reader.cues.sections.get("governor", {}):
        return []
    found = [a for a in clause.find(ArgumentKind.CLAUSAL) if scene.doc[a.head].dep_ in ("ccomp", "xcomp", "pcomp")]
    return [a for a in found if not _is_beside(scene, a)]


def _is_beside(scene: Scene, argument: Argument) -> bool:
    """Whether a gerund completes no verb: it tells when, how or why, or what somebody else did then."""
    gerund = scene.doc[argument.head]
    words = {scene.doc[i].lower_ for i in argument.marker}
    return gerund.dep_ == "pcomp" and (bool(words & BESIDE) or has_child(gerund, *SUBJECTS))


def _is_prevented(scene: Scene, clause: Clause, argument: Argument) -> bool:
    if clause.passive or not argument.marker or scene.doc[argument.marker[-1]].lower_ != "from":
        return False
    cue = scene.reader.cues.governor(scene.doc[clause.verb].lemma_.lower(), "from")
    return cue is not None and cue.polarity is Polarity.NEGATIVE


def _is_joint(scene: Scene, argument: Argument) -> bool:
    """Whether what is coordinated stands together: nothing is fought "between Boeing"."""
    return scene.doc[argument.marker[-1]].lower_ in JOINT


def is_selected(scene: Scene, clause: Clause, argument: Argument) -> bool:
    """Whether what stands after a preposition completes the verb, so that it is no place of what happens."""
    verbs = SELECTED.get(scene.doc[argument.marker[-1]].lower_, frozenset())
    return scene.doc[clause.verb].lemma_.lower() in verbs


def pair(subjects: Sequence[Filled], targets: Sequence[Target]) -> Iterator[tuple[Filled, Target | None]]:
    """Each subject with each object; where these are too many, each of them once."""
    if not targets:
        yield from ((subject, None) for subject in subjects)
    else:
        yield from pairs(subjects, targets)


def pairs(ones: Sequence[One], others: Sequence[Other]) -> Iterator[tuple[One, Other]]:
    """Every pair, where there are at most PAIRS; else each with the first of the others."""
    if len(ones) * len(others) <= PAIRS:
        yield from product(ones, others)
    else:
        yield from ((one, others[0]) for one in ones)
        yield from ((ones[0], other) for other in others[1:])


USED_FOR = frozenset({"employ", "use"})
"""Verbs whose object is the means of what their infinitive tells."""

BARE = frozenset({"CC", "IN", "TO", "WDT", "WP", "WRB"})
"""Tags of words that name nothing by themselves: nobody is called "what", and nothing is kept "in"."""

VAGUE = frozenset({"it", "this", "that", "you", "one", "what", "which", "who", "something", "everything", "anything"})


def is_vague(scene: Scene, head: int) -> bool:
    """Whether a subject is a pronoun that nothing in the article explains: it tells a reader nothing."""
    return scene.doc[head].lower_ in VAGUE and not is_explained(scene, head)


def is_explained(scene: Scene, head: int) -> bool:
    """Whether the article names or describes elsewhere what a pronoun stands for."""
    chain = scene.chain(head)
    return chain is not None and any(m.kind is not MentionKind.PRONOUN for m in chain.mentions)


def is_expletive(scene: Scene, head: int) -> bool:
    """Whether a subject stands for nobody: "there", and "it" before a judged clause ("it is likely that ...")."""
    token = scene.doc[head]
    if token.dep_ == "expl" or token.lower_ == "there":
        return True
    if token.lower_ != "it":
        return False
    clausal = children(token.head, "ccomp", "xcomp", "advcl", "csubj")
    judged = child(token.head, "acomp", "attr") is not None or child(token.head, "auxpass") is not None
    return bool(clausal and judged)


def _direct(scene: Scene, clause: Clause, slots: Slots) -> list[Target]:
    if clause.existential:
        return []
    if clause.passive and not clause.find(ArgumentKind.AGENT):
        kept = subject_slot(clause) == "indirect"  # "be given a medal"
        found = slots.of("object") if kept else slots.of("complement")  # "be called X"
    else:
        found = slots.of("object") or slots.of("complement")
    return [Target(f) for f in found if scene.is_worded(f.head) and scene.doc[f.head].tag_ not in BARE]


def _is_about_object(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether the "that" clause after an object tells which one: "marked the third time that he left"."""
    noun = target.filled.head if target.filled is not None else None
    if noun is None or clause.passive or _is_told(scene, clause):
        return False
    after = [a.head for a in clause.find(ArgumentKind.CLAUSAL) if scene.doc[a.head].dep_ == "ccomp"]
    return scene.doc[noun].lemma_.lower() in {*TIME_NOUNS, "time"} and any(head > noun for head in after)


def _is_done_by_object(scene: Scene, clause: Clause) -> bool:
    """Whether the object only is who does what the complement says: "requires members to sign" requires no members."""
    verb = scene.doc[clause.verb]
    inner = [c for c in children(verb, "xcomp", "ccomp") if is_infinitive(c) and child(c, *SUBJECTS) is None]
    before = any(o.i < c.i for o in children(verb, *OBJECTS) for c in inner)
    return before and any(scene.reader.governing_cue(c, verb) is not None for c in inner)


def _is_done_with_object(scene: Scene, clause: Clause) -> bool:
    """Whether the infinitive after an object tells what the subject did with it: "used a rope to climb down"."""
    verb = scene.doc[clause.verb]
    return verb.lemma_.lower() in USED_FOR and not clause.passive and has_child(verb, *OBJECTS)


def _is_told(scene: Scene, clause: Clause) -> bool:
    return scene.reader.cues.is_speech(scene.doc[clause.verb].lemma_.lower())


def _clausal(scene: Scene, clause: Clause, argument: Argument, refer: Refer) -> Iterator[Target]:
    inner = scene.doc[argument.head]
    if is_purpose(scene, inner) or _is_reason(scene, clause, inner):
        return
    told = scene.reader.quotations
    if inner.i < clause.verb and told.is_quoted(scene.doc[clause.verb]) and not told.is_quoted(inner):
        return  # 'He agreed - "I conclude ...": what stands before the quotation is not said in it
    own = inner.dep_ in ("ccomp", "xcomp") and inner.head.i == clause.verb
    beside = is_closed_before(inner, scene.doc[clause.verb]) or is_own_report(inner, scene.reader.cues)
    if own and not beside:
        reference = refer(argument.head)
        if reference is not None:
            yield Target(reference=reference)


def _is_reason(scene: Scene, clause: Clause, inner: Token) -> bool:
    """Whether an infinitive tells why something is called what it is: "was named Freedom Hall to honour him"."""
    if not clause.passive or inner.dep_ != "xcomp":
        return False
    between = (c for c in children(scene.doc[clause.verb], "oprd", "attr") if clause.verb < c.i < inner.i)
    return any(c.pos_ in ("NOUN", "PROPN") for c in between)


def is_purpose(scene: Scene, inner: Token) -> bool:
    """Whether an infinitive tells what for: "left to see it", and after an object that no cue makes one with the verb,
    "hired engineers to repair it".
    """
    if (
        inner.dep_ not in ("advcl", "xcomp")
        or child(inner, "mark")
        or not any(a.lower_ == "to" for a in children(inner, "aux"))
    ):
        return False
    if inner.dep_ == "advcl":
        return True
    verb = inner.head
    has_object = any(c.i < inner.i for c in children(verb, *OBJECTS))
    return has_object and scene.reader.governing_cue(inner, verb) is None


def _is_circumstance(scene: Scene, argument: Argument) -> bool:
    marker = " ".join(scene.doc[i].lower_ for i in argument.marker)
    connects = is_set_phrase(scene, argument.marker, argument.head)
    return marker in SOURCES or scene.is_time(argument.head) or connects


def is_comment(preposition: Token, noun: Token) -> bool:
    """Whether a phrase tells how people took what is told: "to the surprise of many", "to everyone's surprise"."""
    if preposition.lower_ not in ("to", "much") or noun.lower_ not in REACTIONS:
        return False
    return has_child(noun, "poss") or any(c.lower_ == "of" for c in children(noun, "prep"))


def is_set_phrase(scene: Scene, marker: Sequence[int], head: int, *, state: bool | None = None) -> bool:
    """Whether a preposition and its noun name nothing: "in addition", "for the first time"; "in place" is a state."""
    if not marker or head < marker[0]:
        return False
    if is_comment(scene.doc[marker[0]], scene.doc[head]):
        return not state
    if head - marker[0] > LONGEST_PHRASE:
        return False
    if any(c.i > head and (c.dep_ in ("relcl", "acl") or c.lower_ in TELLING) for c in scene.doc[head].children):
        return scene.doc[head].lower_ in CONNECTING and not state  # not "as a result of the vote"
    words = " ".join(t.lower_ for t in scene.doc[marker[0] : head + 1])
    kinds = (True, False) if state is None else (state,)
    return any(scene.reader.cues.is_phrase(words, state=kind) for kind in kinds)
