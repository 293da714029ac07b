"""Clauses that say something only together with the one above: "when held in a certain way", "options to exercise"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, children, has_child, is_infinitive, subtree
from kg.clauses.words import IMPERSONAL, OFTEN_ALONE
from kg.model import Polarity
from kg.statements.scene import Scene
from kg.statements.severed import is_severed
from kg.statements.targets import Target, is_explained

DEFINITE = frozenset({"the", "these", "those"})

LINKS = 6
"""How far a verb is followed up to its relative clause."""

WHENEVER = frozenset({"if", "once", "unless", "until", "when", "whenever", "where", "while"})
"""Words before a bare participle that tell under what circumstances the clause above holds."""

COMING = frozenset({"arise", "come", "emerge", "follow", "happen", "occur"})
"""Verbs that say nothing where all that the sentence tells besides is when, why or after what."""

OPENING = frozenset({"begin", "close", "conclude", "end", "finish", "open", "start"})
"""Verbs that with "by" say how somebody does what stands in that clause: "began by thanking them"."""

EMPTY = frozenset({
    "ask", "bring", "call", "cause", "consider", "do", "get", "give", "have", "know", "make", "mean", "need", "put",
    "see", "show", "take", "tell", "think", "use", "want",
})  # fmt: skip
"""Verbs that say nothing without whom or what they take: "she knows", "was asked"."""

UNTOLD = frozenset({"ask", "call", "consider", "get", "give", "have", "put", "tell", "think"})
"""Those that in the passive too say nothing; "is needed" and "was taken" do."""

ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody"})


def is_incomplete(scene: Scene, clause: Clause, targets: Sequence[Target]) -> bool:
    """Whether a clause by itself would say nothing, or as a fact what only bounds another."""
    verb = scene.doc[clause.verb]
    if not targets and verb.lemma_ in IMPERSONAL and not clause.passive:
        return True  # "includes reacting to alarms"
    if not targets and not clause.passive and verb.dep_ == "relcl" and _is_part_of_which(verb):
        return True
    if _is_of_nobody(verb) or _is_circumstance(verb, bare=not targets) or is_severed(scene, clause, targets):
        return True
    return not targets and (_lacks_what_it_takes(scene, verb, clause) or _says_nothing(scene, verb, clause))


def _is_of_nobody(verb: Token) -> bool:
    """Whether "a war nobody could win" only says what kind of thing its noun is."""
    subject = child(verb, "nsubj")
    return verb.dep_ == "relcl" and subject is not None and subject.lower_ in ANYBODY and not has_child(verb, *OBJECTS)


def _says_nothing(scene: Scene, verb: Token, clause: Clause) -> bool:
    """Whether a verb without objects leaves nothing told: "the move came after ...", "he started by ...", "was asked".

    When or where says at least that.
    """
    lemma = verb.lemma_.lower()
    empty = UNTOLD if clause.passive else COMING | EMPTY | OPENING
    if lemma not in empty or clause.existential:
        return _lost_shared_object(verb, clause)
    told = clause.find(ArgumentKind.PREPOSITIONAL, ArgumentKind.AGENT, ArgumentKind.ATTRIBUTE, ArgumentKind.OBJECT)
    if told or has_child(verb, "prt", *OBJECTS) or scene.time(clause.verb, future=False) is not None:
        return False
    if scene.reader.stance(verb).polarity is Polarity.NEGATIVE:
        return False  # "no arrests were made"
    if lemma in OPENING:
        by = (p for p in children(verb, "prep") if p.lower_ in ("by", "with"))
        return any(has_child(p, "pcomp") for p in by)
    return lemma in EMPTY or has_child(verb, "advcl")


def _lost_shared_object(verb: Token, clause: Clause) -> bool:
    """Whether the object of the next verb was not told of a verb that waits for one: "publish and educate readers"."""
    after = child(verb, "conj")
    if after is None or clause.passive or verb.lemma_.lower() in OFTEN_ALONE or after.tag_ != verb.tag_:
        return False
    bare = not any(c.i > verb.i and c.dep_ not in ("cc", "conj", "punct") for c in children(verb))
    return bare and has_child(after, *OBJECTS) and not has_child(after, *SUBJECTS)


def is_of_whole(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause is said of all, of whom its noun tells only some: "two of the five men who fled"."""
    noun = _relative_noun(scene.doc[clause.verb])
    mention = scene.mention(noun.i) if noun is not None else None
    if noun is None or mention is None or mention.head != noun.head.head.i or noun.head.lower_ != "of":
        return False
    definite = has_child(noun, "poss") or any(c.lower_ in DEFINITE for c in children(noun, "det"))
    filled = any(noun.i in (f.head, *f.alternatives) for f in clause.arguments) or any(
        s.head == noun.i for s in clause.subjects
    )
    return definite and filled and scene.doc[mention.head].lower_ != "one"


def _relative_noun(verb: Token) -> Token | None:
    """The noun that the relative clause of a verb, or of one that governs it, is said of."""
    for _ in range(LINKS):
        if verb.dep_ not in ("conj", "xcomp", "ccomp"):
            break
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.dep_ == "pobj" else None


def _is_circumstance(verb: Token, *, bare: bool) -> bool:
    """Whether "when held in a certain way" bounds what is or will be so; a clause of the past it dates.

    One that is `bare` of all else does not even that: "when asked".
    """
    if verb.tag_ == "VBN" and "than" in (verb.left_edge.lower_, verb.head.lower_):
        return True  # "less effective than expected", "three days later than originally planned"
    if verb.lower_ == "compared" and verb.dep_ in ("advcl", "prep", "acl") and not has_child(verb, "aux", "auxpass"):
        return True  # "doubled if compared to last year"
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or has_child(verb, "aux", "auxpass", "agent", *SUBJECTS):
        return False
    opens = any(c.lower_ in WHENEVER for c in children(verb, "advmod", "mark") if c.i < verb.i)
    main = verb.head
    is_past = main.tag_ == "VBD" or any(c.lower_ in ("was", "were", "did") for c in children(main, "aux", "auxpass"))
    return opens and (bare or not is_past)


def _is_part_of_which(verb: Token) -> bool:
    """Whether "some of which they had sold": what is done is done to a part that stands nowhere."""
    before = (c for c in children(verb) if c.i < verb.i and c.pos_ not in ("ADP", "SCONJ"))
    return verb.lemma_.lower() not in OFTEN_ALONE and any(
        t.tag_ in ("WDT", "WP") and t.i != c.i for c in before for t in subtree(c)
    )


def _lacks_what_it_takes(scene: Scene, verb: Token, clause: Clause) -> bool:
    """Whether "options to exercise" leaves out what is exercised: the noun before it, or what that is of."""
    if not is_infinitive(verb) or clause.passive or verb.lemma_.lower() in OFTEN_ALONE or verb.lemma_ == "be":
        return False
    owned = verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and child(verb.head, *OBJECTS) is not None
    further = clause.find(ArgumentKind.PREPOSITIONAL, ArgumentKind.CLAUSAL)
    return (owned or verb.dep_ == "acl") and all(scene.is_time(a.head) for a in further)


def is_unnamed_speaker(scene: Scene, head: int) -> bool:
    """Whether "I" or "we" stands where nobody is said to speak."""
    return scene.doc[head].lower_ in ("i", "we") and not is_explained(scene, head)
