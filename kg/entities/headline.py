"""The sieve over a headline: what it tells in a bare noun, the opening sentences tell again in full.

"Apple sues over trademark" and "Apple has filed a suit over a trademark ...": the lead restates the headline
(Bell 1991, "The Language of News Media").
"""

from __future__ import annotations

from collections import defaultdict

from kg.entities.clusters import Clusters
from kg.entities.nominals import GENERIC, OTHERNESS
from kg.model import MentionKind

OPENING = 2
"""Sentences below the headline that restate it."""

ENDS = frozenset({".", "!", "?", '"', "”"})
"""Marks with which a sentence of the text ends, and a headline rarely does."""


def join_headline(clusters: Clusters) -> None:
    """A noun of the headline and the only phrase with that noun in the opening."""
    first = _heading(clusters)
    if first is None:
        return
    last = first + 1 + OPENING
    above, below = (_by_noun(clusters, numbers) for numbers in (range(first + 1), range(first + 1, last)))
    for key, heads in above.items():
        told = below.get(key, [])
        if len(heads) == len(told) == 1 and _may_be_one(clusters, heads[0], told[0]):
            clusters.merge(heads[0], told[0], f"'{clusters.text(heads[0])}' of the headline, told again")


def _heading(clusters: Clusters) -> int | None:
    """The number of the sentence that is the headline, the first, if it ends in no stop and a line of its own."""
    first = next(clusters.parse.doc.sents, None)
    if first is None or first.end >= len(clusters.parse.doc) or first[-1].text in ENDS:
        return None
    gap = clusters.parse.document.text[clusters.parse.ends[first.end - 1] : clusters.parse.starts[first.end]]
    return 0 if "\n" in gap else None


def _by_noun(clusters: Clusters, numbers: range) -> dict[tuple[str, str], list[int]]:
    """Noun and number -> the phrases of some sentences with it, in text order."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in numbers:
        for i in clusters.by_sentence.get(number, ()):
            traits = clusters.traits[i]
            if traits.kind is MentionKind.NOMINAL and not clusters.of(i).named:
                found[traits.head, clusters.mentions[i].number].append(i)
    return found


def _may_be_one(clusters: Clusters, i: int, j: int) -> bool:
    """Whether neither phrase means another of the kind, and no two amounts or owners differ."""
    one, other = clusters.traits[i], clusters.traits[j]
    if other.determiner in GENERIC or (other.modifiers ^ one.modifiers) & OTHERNESS - {"new", "latest"}:
        return False
    if one.of and other.of and not one.of & other.of:
        return False
    if not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers):
        return False  # "religious schools" are not "private schools"
    amounts = [{word for word in t.modifiers if any(c.isdigit() for c in word)} for t in (one, other)]
    return not (all(amounts) and amounts[0].isdisjoint(amounts[1]))
