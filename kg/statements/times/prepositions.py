"""The preposition in front of a time, and how it opens the time ("since April" has no end)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.statements.numbers import listed
from kg.statements.times.delays import is_delay
from kg.statements.times.distances import Length, Repeated, Stretch
from kg.statements.times.readings import Bounded, Range, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PREPOSITIONS = frozenset(
    listed(
        "in on at by since until till from before after during within throughout through over for of "
        "around about circa into between to as than following starting beginning past pending towards "
        "toward across under"
    )
)
_BOUNDS = {
    "since": "from", "starting": "from", "beginning": "from", "until": "until", "till": "until", "by": "until",
    "through": "until", "before": "before", "after": "after", "following": "after", "around": "around",
    "circa": "around", "about": "around",
}  # fmt: skip
_PHRASES = {
    ("as", "early", "as"): "from", ("as", "soon", "as"): "from", ("as", "of"): "from", ("no", "later", "than"): "until",
    ("not", "later", "than"): "until", ("prior", "to"): "before", ("ahead", "of"): "before", ("later", "than"): "after",
    ("earlier", "than"): "before", ("starting", "on"): "from", ("starting", "in"): "from", ("beginning", "in"): "from",
    ("beginning", "on"): "from", ("starting", "from"): "from", ("up", "until"): "until", ("up", "to"): "until",
    ("no", "earlier", "than"): "from", ("by", "the"): "until",
}  # fmt: skip
_BOUNDING = frozenset(
    listed("more less longer fewer than over under at least most almost nearly about around roughly just well up")
)
_MODS = {
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "more than": "MORE_THAN",
    "longer than": "MORE_THAN", "over": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "under": "LESS_THAN", "almost": "LESS_THAN", "nearly": "LESS_THAN", "about": "APPROX", "roughly": "APPROX",
    "around": "APPROX",
}  # fmt: skip
"""Words before a length and the modifier of TIMEX3 ("nearly" is LESS_THAN in its guidelines)."""
_MODIFIERS = frozenset(("compound", "amod", "nmod", "poss", "nummod"))
"""Dependencies of a time that describes the noun after it ("Tuesday's meeting")."""


def governing_preposition(doc: Doc, first: int, last: int, head: int) -> int | None:
    """The token of the preposition right before the expression, or None.

    None too where the expression describes the noun after it, which the preposition then governs.
    """
    governor = doc[head].head
    if first == 0 or (governor.i > last and doc[head].dep_ in _MODIFIERS) or _is_possessor(doc, last):
        return None
    at = first - 2 if doc[first - 1].lower_ == "the" and first > 1 else first - 1
    before = doc[at]
    return at if before.lower_ in _PREPOSITIONS and not _breaks(doc, at, first) else None


def opening(doc: Doc, first: int) -> int:
    """The first token of what bounds a length of time, with its preposition: "for more than a week"; `first` else."""
    at = first
    while at > 0 and doc[at - 1].lower_ in _BOUNDING and not _breaks(doc, at - 1, at):
        at -= 1
    bounding = at < first or doc[first].lower_ in _BOUNDING
    before = at > 0 and bounding and doc[at - 1].lower_ in _PREPOSITIONS
    return at - 1 if before and not _breaks(doc, at - 1, at) else at


def bound_of(doc: Doc, start: int, first: int) -> str:
    """The TIMEX3 modifier that the words between `start` and the length at `first` give it; "" where it is exact."""
    words = [doc[i].lower_ for i in range(start, first)]
    denied = start > 0 and doc[start - 1].lower_ in ("no", "not")
    if denied and "than" in words:
        return "EQUAL_OR_LESS" if set(words) & {"more", "longer", "over"} else "EQUAL_OR_MORE"
    if words[-1:] in (["over"], ["under"]) and len(words) == 1 and doc[first - 1].dep_ != "quantmod":
        return ""  # "met over three days"
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next((_MODS[word] for word in (*pairs, *words) if word in _MODS), "")


def _is_possessor(doc: Doc, last: int) -> bool:
    return last + 1 < len(doc) and doc[last + 1].tag_ == "POS"


def _breaks(doc: Doc, at: int, first: int) -> bool:
    return any(doc[i].is_sent_start for i in range(at + 1, first + 1))


def bounded(doc: Doc, first: int, preposition: int | None, reading: Reading) -> Reading:
    """The reading as the preposition opens it."""
    if preposition is None or isinstance(reading, Range | Repeated):
        return reading
    word = doc[preposition].lower_
    if isinstance(reading, Length | Stretch):
        return _measured(doc, preposition, reading, word)
    if is_delay(doc[preposition]):
        return reading
    how = _phrase(doc, preposition) or _BOUNDS.get(word, "")
    if word == "from" and doc[preposition].head.pos_ in ("VERB", "AUX"):
        how = "from"
    return Bounded(how, reading) if how else reading


def _phrase(doc: Doc, last: int) -> str:
    """How the two or three words that end with the preposition open a time."""
    for length in (3, 2):
        words = tuple(doc[i].lower_ for i in range(max(last - length + 1, 0), last + 1))
        if words in _PHRASES:
            return _PHRASES[words]
    return ""


def _measured(doc: Doc, preposition: int, reading: Length | Stretch, word: str) -> Reading:
    """A length of time: "in" and "within" a clause of the future say when, not how long."""
    verbal = doc[preposition].head.pos_ in ("VERB", "AUX")
    if isinstance(reading, Length) and word in ("in", "within") and verbal:
        return replace(reading, behind=word)
    return reading
