"""Numbers before nouns -> drafts: how many there are of what a phrase names, and how old a person is.

"139 rebels" number 139, "at least ten guards" ten or more.  The noun carries the number whatever its clause says of it,
so this is told only where the phrase is what is the case: not of guards that may be sent, or were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS, children, has_child
from kg.mentions import TokenMention
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind, Tense, Value
from kg.statements.confidence import Sign
from kg.statements.counting import is_unit
from kg.statements.drafting import Drafter, Placed
from kg.statements.facets import Stance
from kg.statements.holders import find_holder
from kg.statements.noun_stance import noun_stance
from kg.statements.noun_writer import Literal, Telling, find_end, tell
from kg.statements.quantities import AGE, QuantityMention
from kg.statements.scene import Scene
from kg.statements.slots import lemma
from kg.statements.whereabouts import patients

NUMBERED = {
    "=": "kgo:count",
    "~": "kgo:countAround",
    ">": "kgo:countAtLeast",
    ">=": "kgo:countAtLeast",
    "<": "kgo:countAtMost",
    "<=": "kgo:countAtMost",
}
"""Properties by how the number is bounded."""

ABSENT = frozenset({"any", "no", "neither", "what", "which"})
"""Determiners of what is not there, or asked for."""

REPORTING = frozenset({
    "acknowledge", "allege", "announce", "assert", "cite", "claim", "count", "declare", "disclose", "estimate",
    "expect", "forecast", "mention", "predict", "project", "record", "register", "report", "reveal", "say", "state",
})  # fmt: skip
"""Verbs whose object is what is told or reckoned: its number is that of whoever tells it."""

PERSON = ("kgo:Person",)
AGE_OF = "kgo:age"

COUNTED = ("kgo:Person", "kgo:Group", "kgo:Organization", "kgo:Product", "kgo:Place", "kgo:Event", "kgo:Victims",
           "kgo:Document")  # fmt: skip
"""What has more to it than a number: not "two sizes", "41 points"."""

TAKING = frozenset({"against", "by", "including", "of", "on", "with"})
"""Prepositions whose noun takes part in what is told, as an object does."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AMONG = frozenset({"additional", "extra", "further", "more", "other", "remaining"})
"""Words before a noun of which there are more: "the two other banks"."""

MEMBERS = frozenset({"member"})
"""Nouns of a part of a body, however many are meant: "the two members of the panel"."""

POINTING = frozenset({"both", "the", "these", "those"})

PLURAL = re.compile(r"[A-Z]{2,}s")
"""An abbreviation in the plural counts as a noun does: "four MPs"."""


def draft_counts(drafter: Drafter) -> None:
    """Add how many there are of what is counted, and how old persons are, to the drafts of `drafter`."""
    scene = drafter.scene
    struck = {head: placed.stance for placed in drafter.placed for head in _struck(scene, placed)}
    for found in scene.counted():
        prop = _property(scene, found)
        end = find_end(scene, found.head) if prop else None
        if end is None or _has_others(scene.doc[found.head]):
            continue
        if not (prop == AGE_OF or found.head in struck or _is_told(scene, found.head)):
            continue
        stance = struck.get(found.head) or noun_stance(scene.reader, found.head)
        stance = _as_reported(scene, found.head, stance)
        if stance.actual:
            number = Literal(Value(f"{found.quantity.value:.15g}", "xsd:decimal"), found.anchor)
            words = (found.number_first, found.number_last)
            telling = Telling(words, stance.tense or Tense.PRESENT, stance, sign=Sign.PLACE)
            tell(drafter, end, prop, number, telling)


def _as_reported(scene: Scene, head: int, stance: Stance) -> Stance:
    """The stance of a number that somebody reports ("officials reported 15 deaths"): it is theirs."""
    noun = scene.doc[head]
    if noun.dep_ not in OBJECTS or noun.head.lemma_.lower() not in REPORTING:
        return stance
    return stance.told_by(find_holder(noun.head), factive=False)


def _has_others(noun: Token) -> bool:
    """Whether there are more of what a phrase names: "two other banks", "members of the panel"."""
    return noun.lemma_.lower() in MEMBERS or any(c.lower_ in AMONG for c in children(noun, "amod"))


def _is_told(scene: Scene, head: int) -> bool:
    """Whether how many there are is news: of people and things that a clause is about or does something to.

    Neither where it happens ("in three regions"), nor what is pointed at ("the two leaders"), nor who only says it.
    """
    noun = scene.doc[head]
    first = next((t for t in (noun, *noun.ancestors) if t.dep_ != "conj"), noun)
    if first.dep_ == "pobj" and first.head.lower_ not in TAKING:
        return False
    if first.dep_ in SUBJECTS and scene.reader.cues.is_speech(lemma(first.head)):
        return False
    if has_child(noun, "amod", "compound") and first.dep_ in (*OBJECTS, "nsubjpass"):
        return True  # "provided 24,000 chemical masks", whatever they are
    return scene.accepts(head, COUNTED) and not any(c.lower_ in POINTING for c in children(noun, "det"))


def _struck(scene: Scene, placed: Placed) -> Iterator[int]:
    """What something is done to bodily in a clause: it is there, even if it is killed."""
    return patients(scene, placed.match) if placed.match is not None else iter(())


def _property(scene: Scene, found: QuantityMention) -> str:
    """The property that a number tells of its noun, "" where it counts nothing that is a node."""
    quantity = found.quantity
    if quantity.value in (None, 1) or scene.is_time(found.head):  # "one striking image" counts nothing
        return ""
    if quantity.unit == AGE:
        return AGE_OF if scene.accepts(found.head, PERSON) and quantity.comparator == "=" else ""
    return NUMBERED.get(quantity.comparator, "") if _is_counted(scene, found) else ""


def _is_counted(scene: Scene, found: QuantityMention) -> bool:
    """Whether the number counts things: no measure or stretch of time, no name, no share, no number by itself."""
    noun, mention, unit = scene.doc[found.head], scene.mention(found.head), found.quantity.unit
    if noun.pos_ not in ("NOUN", "PROPN") or found.head <= found.number_last or not unit.endswith(noun.text):
        return False
    if noun.lemma_.lower() in TIME_NOUNS or is_unit(scene.doc[found.number_last + 1]) or is_unit(noun):
        return False
    if any(c.lower_ in ABSENT for c in children(noun, "det")):
        return False
    return not _is_named(scene, mention) and not _is_part(scene, found)


def _is_named(scene: Scene, mention: TokenMention | None) -> bool:
    """Whether a noun stands for something named: "30 aircraft, all A320s" are not how many A320s there are."""
    chain = scene.chain(mention.head) if mention is not None else None
    if mention is not None and PLURAL.fullmatch(scene.doc[mention.head].text):
        return False
    return chain is not None and any(m.kind is MentionKind.NAME for m in chain.mentions)


def _is_part(scene: Scene, found: QuantityMention) -> bool:
    """Whether the number is of some among more, or may be another: "two of the five", "one of two", "9 or 10"."""
    mention, first = scene.mention(found.head), found.number_first
    before = range(min(first, mention.phrase_first) if mention is not None else first, first)
    among = any(scene.doc[i].lower_ == "of" for i in (*before, *range(found.number_last + 1, found.head)))
    return among or (first > 0 and scene.doc[first - 1].lower_ == "or")
