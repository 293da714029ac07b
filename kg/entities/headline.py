"""The sieve over a headline: what it tells in a bare noun, the opening sentences tell again in full.

"Apple sues over trademark" and "Apple has filed a suit over a trademark ...": the lead restates the headline
(Bell 1991, "The Language of News Media").
"""

from __future__ import annotations

from collections import defaultdict

from kg.entities.clusters import Clusters
from kg.entities.nominals import OTHERNESS
from kg.entities.repeated import GENERIC
from kg.entities.structure import nominal_title
from kg.model import MentionKind

OPENING = 2
"""Sentences below the headline that restate it."""


def join_headline(clusters: Clusters) -> None:
    """A noun of the headline and the only phrase with that noun in the opening."""
    first = clusters.heading
    if first is None:
        return
    last = first + 1 + OPENING
    _join_offices(clusters, first, last)
    above, below = (_by_noun(clusters, numbers) for numbers in (range(first + 1), range(first + 1, last)))
    for key, heads in above.items():
        told = below.get(key, [])
        if len(heads) != 1 or len(told) != 1 or not _may_be_one(clusters, heads[0], told[0]):
            continue
        if clusters.merge(heads[0], told[0], f"'{clusters.text(heads[0])}' of the headline, told again"):
            clusters.in_headline.add(heads[0])


def _join_offices(clusters: Clusters, first: int, last: int) -> None:
    """An office of the headline and the only person in the opening who is told to hold it for the same owner."""
    people = [i for number in range(first + 1, last) for i in clusters.by_sentence.get(number, ())
              if clusters.traits[i].kind is MentionKind.NAME and "Person" in clusters.of(i).tops]  # fmt: skip
    for i in clusters.by_sentence.get(first, ()):
        traits = clusters.traits[i]
        if clusters.of(i).named or not traits.of or not nominal_title(clusters, i):
            continue
        fits = [j for j in people if traits.of & clusters.of(j).of and _holds(clusters, j, traits.head)]
        if len({clusters.root(j) for j in fits}) == 1:
            clusters.merge(fits[0], i, f"'{clusters.text(i)}' of the headline is '{clusters.text(fits[0])}'")


def _holds(clusters: Clusters, person: int, noun: str) -> bool:
    return any(noun in title.split() for title in clusters.of(person).titles)


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
    is_event = one.top == other.top == "Event" and clusters.mentions[i].number == "singular"
    if not is_event and not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers):
        return False  # "religious schools" are not "private schools"
    amounts = [{word for word in t.modifiers if any(c.isdigit() for c in word)} for t in (one, other)]
    return not (all(amounts) and amounts[0].isdisjoint(amounts[1]))
