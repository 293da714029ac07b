"""Clauses whose label would lose the words that they hang on: "saw no evidence" of "saw no evidence to support it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.clauses import Clause
from kg.clauses.syntax import OBJECTS, child, children, has_child, is_infinitive
from kg.model import Node, Polarity, StatementRef
from kg.statements.cut_off import is_rank
from kg.statements.scene import Scene
from kg.statements.slots import lemma
from kg.statements.targets import Target

MANNERS = frozenset({"badly", "poorly", "quickly", "slowly"})
"""Adverbs that a clause without object tells itself."""

ANYBODY = frozenset({"anybody", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "nothing"})

UNIVERSAL = frozenset({"all", "any", "each", "every", "no"})
"""Determiners that mean another thing where what restricts the noun is lost."""

SENTENCE_WIDE = frozenset({
    "actually", "allegedly", "anymore", "apparently", "certainly", "clearly", "currently", "definitely", "finally",
    "formally", "formerly", "generally", "initially", "obviously", "officially", "originally", "personally",
    "previously", "probably", "really", "recently", "reportedly", "simply", "specifically", "surely", "ultimately",
    "usually",
})  # fmt: skip
"""Adverbs in "-ly" without which a denial still holds."""

BOUNDING = frozenset({"alone", "entirely", "far", "long", "much", "necessarily", "together"})
"""Adverbs not in "-ly", or of a degree, that a denial is about: "did not last long"."""

ADDRESSING = frozenset({"assure", "inform", "notify", "remind", "tell"})
"""Verbs that say nothing by whom they are said to."""

AUDIENCES = ("kgo:Actor", "kgo:Person", "kgo:Group", "kgo:Meeting", "kgo:Trial")
SITTINGS = frozenset({
    "audience", "conference", "congress", "court", "hearing", "inquest", "inquiry", "meeting", "parliament", "tribunal",
})  # fmt: skip

MEASURED = frozenset({"amount", "depend", "deserve", "differ", "last", "range", "rely", "tend", "vary"})
"""Verbs that say nothing without how much, how long, on what or from what."""

COMPLETING = frozenset({"about", "against", "for", "from", "into", "of", "on", "to"})
"""Prepositions of what a verb is about, where a gerund follows: "amounted to emptying the town"."""

PERCEIVING = frozenset({"catch", "feel", "find", "hear", "notice", "see", "watch", "witness"})

TOUGH = frozenset({
    "able", "difficult", "due", "easy", "easier", "hard", "harder", "impossible", "liable", "likely", "prone", "set",
    "slow", "tough", "unable", "unlikely",
})  # fmt: skip
"""Adjectives that say another thing without their infinitive: "hard to refuse"."""

OPENING = frozenset({"clear", "open", "pave", "prepare", "smooth"})
WAYS = frozenset({"path", "way"})
"""With such a verb, what is nothing without what it is for: "cleared the way"."""


def is_severed(scene: Scene, clause: Clause, targets: Sequence[Target]) -> bool:
    """Whether what is left of a clause says another thing than the clause."""
    verb = scene.doc[clause.verb]
    if not targets and (_is_measured(scene, clause, verb) or _ends_in_preposition(verb) or _lost_gerund(verb)):
        return True
    if any(_is_cut_adjective(scene, t, verb) or _lost_question(scene, t) for t in targets):
        return True
    if any(_is_opened(scene, t, verb) or _is_since(scene, t) for t in targets):
        return True
    if lemma(verb) in ADDRESSING and not clause.passive and _is_only_addressed(scene, targets):
        return True
    if any(_is_restricted_universal(scene, head) for head in _heads(clause, targets)):
        return True
    return scene.reader.stance(verb).polarity is Polarity.NEGATIVE and _is_other_denial(scene, clause, targets)


def _heads(clause: Clause, targets: Sequence[Target]) -> list[int]:
    told = [t.filled.head for t in targets if t.filled is not None and t.reference is None]
    return [*(s.head for s in clause.subjects), *told]


def _is_measured(scene: Scene, clause: Clause, verb: Token) -> bool:
    """Whether "talks could last weeks" is left without the weeks."""
    timed = scene.time(clause.verb, future=False) or scene.distance(clause.verb)
    return lemma(verb) in MEASURED and not clause.passive and timed is None


def _ends_in_preposition(verb: Token) -> bool:
    """Whether a verb is left with a bare "to", or a vote with "against": "said he deserved to"."""
    if verb.dep_ in ("relcl", "acl") or verb.i + 1 >= len(verb.doc):
        return False
    after = verb.doc[verb.i + 1]
    bare = after.i + 1 < len(verb.doc) and after.doc[after.i + 1].pos_ in ("PUNCT", "CCONJ", "SPACE")
    return bare and (after.lower_ == "to" or (after.lower_ in ("against", "for") and lemma(verb) == "vote"))


def _lost_gerund(verb: Token) -> bool:
    """Whether what a verb is about is a gerund that its statement does not have: "amounted to emptying the town"."""
    after = (p for p in children(verb, "prep") if p.i == verb.i + 1 and p.lower_ in COMPLETING)
    return any(has_child(p, "pcomp") for p in after)


def _label(scene: Scene, target: Target) -> list[str]:
    """The words by which a target is told."""
    node = target.reference if isinstance(target.reference, Node) else None
    if node is None and target.filled is not None:
        found = scene.node(target.filled.head)
        return str(getattr(found, "label", "") or getattr(found, "value", "")).lower().split()
    return node.label.lower().split() if node is not None else []


def _is_cut_adjective(scene: Scene, target: Target, verb: Token) -> bool:
    """Whether "hard" is told of "hard to refuse"."""
    if target.filled is None or target.reference is not None or target.marker:
        return False
    word = scene.doc[target.filled.head]
    inner = child(word, "xcomp", "ccomp", "advcl") if word.lower_ in TOUGH and word.head.i == verb.i else None
    return inner is not None and inner.i > word.i and is_infinitive(inner) and inner.lower_ not in _label(scene, target)


def _lost_question(scene: Scene, target: Target) -> bool:
    """Whether a noun is told without the question that it is of: "an indication of when they would answer"."""
    if target.filled is None or isinstance(target.reference, StatementRef):
        return False
    noun, told = scene.doc[target.filled.head], _label(scene, target)
    asked = (c for p in children(noun, "prep") for c in children(p, "pcomp") if c.tag_ != "VBG")
    return noun.pos_ == "NOUN" and any(c.lower_ not in told for c in asked)


def _is_opened(scene: Scene, target: Target, verb: Token) -> bool:
    """Whether "cleared the way" is told without what for."""
    bare = target.filled is not None and not target.marker and target.reference is None
    return (
        target.filled is not None and bare and lemma(verb) in OPENING and lemma(scene.doc[target.filled.head]) in WAYS
    )


def _is_since(scene: Scene, target: Target) -> bool:
    """Whether "her second title" is told of "her second title since giving birth"."""
    if target.filled is None or target.reference is not None:
        return False
    noun, mention = scene.doc[target.filled.head], scene.mention(target.filled.head)
    last = max(mention.phrase_last, noun.i) if mention is not None else noun.i
    after = scene.doc[last + 1].lower_ if last + 1 < len(scene.doc) else ""
    return after == "since" and any(is_rank(c) for c in children(noun, "amod", "nummod", "advmod"))


def _is_only_addressed(scene: Scene, targets: Sequence[Target]) -> bool:
    """Whether all that is told is who was spoken to: "told reporters"."""
    return bool(targets) and all(
        t.filled is not None
        and t.reference is None
        and not t.marker
        and (scene.accepts(t.filled.head, AUDIENCES) or lemma(scene.doc[t.filled.head]) in SITTINGS)
        for t in targets
    )


def _is_restricted_universal(scene: Scene, head: int) -> bool:
    """Whether "every person affected" is told as every person."""
    noun = scene.doc[head]
    anybody = noun.lower_ in ANYBODY
    if not anybody and (noun.pos_ != "NOUN" or not any(c.lower_ in UNIVERSAL for c in children(noun, "det"))):
        return False
    return any(True for _ in _untold(scene, noun))


def _untold(scene: Scene, noun: Token) -> Iterator[Token]:
    """The clauses right after a noun that its label does not have."""
    told = str(getattr(scene.node(noun.i), "label", "")).lower().split()
    for inner in children(noun, "acl", "relcl", "ccomp"):
        after_comma = inner.doc[inner.left_edge.i - 1].text in (",", "-", "–", "—", "(")
        if inner.i > noun.i and not after_comma and inner.lower_ not in told:
            yield inner


def _is_other_denial(scene: Scene, clause: Clause, targets: Sequence[Target]) -> bool:
    """Whether less is denied than would be told: "had not lived lavishly", "saw no evidence to support it"."""
    verb = scene.doc[clause.verb]
    if not any(isinstance(t.reference, StatementRef) for t in targets) and _has_lost_clause(verb):
        return True
    if any(_is_denied_manner(verb, a) and (targets or a.lower_ not in MANNERS) for a in children(verb, "advmod")):
        return True
    nouns = [scene.doc[t.filled.head] for t in targets if t.filled is not None and t.reference is None]
    nouns += [scene.doc[s.head] for s in clause.subjects] if clause.existential else []
    return any(_loses_restriction(scene, noun) for noun in nouns)


def _has_lost_clause(verb: Token) -> bool:
    """Whether a verb of seeing or hearing lost what is seen: "never saw a group of men empty themselves"."""
    inner = child(verb, "ccomp", "xcomp")
    seen = lemma(verb) in PERCEIVING and has_child(verb, *OBJECTS)
    return inner is not None and inner.i > verb.i and (seen or has_child(inner, "nsubj", "nsubjpass"))


def _is_denied_manner(verb: Token, adverb: Token) -> bool:
    """Whether an adverb after "not" is what is denied."""
    negation = next((c for c in children(verb, "neg")), None)
    if negation is None or adverb.i < negation.i or (adverb.i > verb.i + 2 and has_child(verb, *OBJECTS)):
        return False
    word = adverb.lower_
    return word in BOUNDING or (word.endswith("ly") and word not in SENTENCE_WIDE)


def _loses_restriction(scene: Scene, noun: Token) -> bool:
    """Whether a bare noun is told without what there is none of: "no indication that", "no question of leaving"."""
    if (
        noun.pos_ != "NOUN"
        or has_child(noun, "poss")
        or any(c.lower_ in ("the", "this") for c in children(noun, "det"))
    ):
        return False
    if any(True for _ in _untold(scene, noun)):
        return True
    told = str(getattr(scene.node(noun.i), "label", "")).lower().split()
    return any(c.lower_ not in told for p in children(noun, "prep") for c in children(p, "pcomp"))
