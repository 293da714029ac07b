"""Lengths of time in their sentences: how long something lasts, how far apart two times are, or how much of something.

"Three days" says how long under "for" and its like, as an adverb ("talked for three days") and after "last" or "spend".
As another subject or object it is an amount ("75 hours of video"), before "after" or "behind" the distance to another
time ("five years after its launch"): then it dates no clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.statements.numbers import listed
from kg.statements.times.distances import Length
from kg.statements.times.mentions import TimeMention
from kg.statements.times.prepositions import opening

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "oprd"))
_ADVERBIAL = frozenset(("npadvmod", "advmod", "amod", "compound", "nummod", "poss"))
_LASTING = frozenset(listed("for during over throughout within in through across"))
_APART = frozenset(
    listed("after before behind later earlier ahead into since prior beyond past apart away early late of from old")
)
_MEASURING = frozenset(
    listed("last take span cover spend total exceed push delay postpone extend prolong shorten lengthen defer advance")
)
"""Verbs whose bare length of time is what they measure, or how far they move something."""

_DURING = frozenset(listed("last spend take"))
"""Verbs whose object is how long it lasts: "the strike lasted three days", "took six months off"."""


def is_amount(doc: Doc, mention: TimeMention) -> bool:
    """Whether a length of time fills a slot of its clause, as an amount does ("spent twelve years there")."""
    if not isinstance(mention.reading, Length) or mention.preposition is not None or _is_apart(doc, mention):
        return False
    head = doc[mention.head]
    if _is_spent(head):
        return False
    return head.dep_ in _ARGUMENTS or (head.dep_ == "npadvmod" and head.head.lemma_ in _MEASURING)


def is_lasting(doc: Doc, mention: TimeMention) -> bool:
    """Whether a length of time says how long the clause or event it belongs to lasts; True for any other time."""
    if not isinstance(mention.reading, Length):
        return True
    follows = mention.last + 1 < len(doc) and doc[mention.last + 1].lower_ in _APART
    if follows or is_amount(doc, mention):
        return False
    head = doc[mention.head]
    if mention.preposition is not None or head.dep_ == "pobj":  # "for almost 15 years"
        if mention.preposition is not None and mention.time.mod:  # "for more than a week", "for up to a week"
            return doc[opening(doc, mention.preposition)].lower_ in _LASTING
        return (head.head if mention.preposition is None else doc[mention.preposition]).lower_ in _LASTING
    return head.dep_ in _ADVERBIAL or _is_spent(head)


def _is_spent(length: Token) -> bool:
    """Whether a length is the object of a verb that says how long something lasts."""
    return length.dep_ in ("dobj", "npadvmod") and length.head.lemma_.lower() in _DURING


def _is_apart(doc: Doc, mention: TimeMention) -> bool:
    after = doc[mention.last + 1].lower_ if mention.last + 1 < len(doc) else ""
    return after in _APART and after != "of"
