"""The sieve over what is owned by one and the same: "her death" and "her death", "its exhibit" and "the school's"."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from kg.entities.clusters import Clusters
from kg.entities.repeated import NOUN_REACH
from kg.model import MentionKind

LATEST = 6
"""Phrases with the same noun looked at for one."""


def join_possessed(clusters: Clusters) -> None:
    """Singular phrases with the same noun and possessors that are one; what the later one adds keeps them apart."""
    last: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, traits in enumerate(clusters.traits):
        owner = _owner(clusters, i)
        if owner is None or traits.kind is not MentionKind.NOMINAL or clusters.mentions[i].number != "singular":
            continue
        key = (traits.head, clusters.root(owner))
        for j in islice(reversed(last[key]), LATEST):
            before = clusters.traits[j]
            is_near = traits.sentence - before.sentence <= NOUN_REACH
            if not is_near or not traits.modifiers <= before.modifiers:
                continue
            if len(clusters.of(i).members) == 1:
                clusters.of(i).of |= clusters.of(j).of  # the owner under another name: "the Church's website"
            if clusters.merge(j, i, f"'{traits.head}' of the same owner '{_text(clusters, owner)}'"):
                break
        last[key].append(i)


def _owner(clusters: Clusters, i: int) -> int | None:
    """The mention that possesses mention `i`, or the country of which a body is told to be ("the Russian ministry")."""
    head = clusters.parse.doc[clusters.mentions[i].last]
    owner = next((clusters.by_head.get(t.i) for t in head.children if t.dep_ == "poss"), None)
    if owner is None and clusters.traits[i].determiner == "the" and clusters.traits[i].top == "Organization":
        before = (clusters.by_head.get(t.i) for t in head.children if t.dep_ == "amod")
        owner = next((j for j in before if j is not None and clusters.of(j).tops == {"Country"}), None)
    return owner


def _text(clusters: Clusters, i: int) -> str:
    return clusters.text(i)
