"""Numbers before nouns -> drafts: how many there are of what a phrase names, and how old a person is.

"139 rebels" number 139, "at least ten guards" ten or more.  The noun carries the number whatever its clause says of it,
so this is told only where the phrase is what is the case: not of guards that may be sent, or were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.clauses.syntax import children
from kg.mentions import TokenMention
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind, Tense, Value
from kg.statements.confidence import Sign
from kg.statements.counting import is_unit
from kg.statements.drafting import Drafter, Placed
from kg.statements.noun_stance import noun_stance
from kg.statements.noun_writer import Literal, Telling, find_end, tell
from kg.statements.quantities import AGE, QuantityMention
from kg.statements.scene import Scene
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

PERSON = ("kgo:Person",)

PLURAL = re.compile(r"[A-Z]{2,}s")
"""An abbreviation in the plural counts as a noun does: "four MPs"."""


def draft_counts(drafter: Drafter) -> None:
    """Add how many there are of what is counted, and how old persons are, to the drafts of `drafter`."""
    scene = drafter.scene
    struck = {head: placed.stance for placed in drafter.placed for head in _struck(scene, placed)}
    for found in scene.counted():
        prop = _property(scene, found)
        end = find_end(scene, found.head) if prop else None
        if end is None:
            continue
        stance = struck.get(found.head) or noun_stance(scene.reader, found.head)
        if stance.actual:
            number = Literal(Value(f"{found.quantity.value:.15g}", "xsd:decimal"), found.anchor)
            words = (found.number_first, found.number_last)
            telling = Telling(words, stance.tense or Tense.PRESENT, stance, sign=Sign.PLACE)
            tell(drafter, end, prop, number, telling)


def _struck(scene: Scene, placed: Placed) -> Iterator[int]:
    """What something is done to bodily in a clause: it is there, even if it is killed."""
    return patients(scene, placed.match) if placed.match is not None else iter(())


def _property(scene: Scene, found: QuantityMention) -> str:
    """The property that a number tells of its noun, "" where it counts nothing that is a node."""
    quantity = found.quantity
    if quantity.value in (None, 1) or scene.is_time(found.head):  # "one striking image" counts nothing
        return ""
    if quantity.unit == AGE:
        return "kgo:age" if scene.accepts(found.head, PERSON) and quantity.comparator == "=" else ""
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
