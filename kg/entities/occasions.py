"""Sieves over nouns that take up what was told in another word: "the event", "the incident", "the plane"."""

from __future__ import annotations

from kg.entities.clusters import Clusters
from kg.entities.nominals import BROAD, PARTS, before, is_description
from kg.entities.repeated import GENERIC, means_last
from kg.model import MentionKind

GATHERINGS = ("kgo:Ceremony", "kgo:Meeting", "kgo:Competition", "kgo:Performance", "kgo:Protest", "kgo:Election")
MISHAPS = (
    "kgo:Abduction", "kgo:Accident", "kgo:Arrest", "kgo:Attack", "kgo:BorderEvent", "kgo:Conflict", "kgo:Crime",
    "kgo:Explosion", "kgo:Killing", "kgo:NaturalDisaster", "kgo:Protest",
)  # fmt: skip
TAKEN_UP = {
    "event": GATHERINGS, "occasion": GATHERINGS, "incident": MISHAPS, "episode": MISHAPS, "tragedy": MISHAPS,
    "disaster": ("kgo:Accident", "kgo:Explosion", "kgo:NaturalDisaster"),
    "operation": ("kgo:Attack", "kgo:Deployment", "kgo:Invasion", "kgo:Rescue"),
}  # fmt: skip
"""Nouns that only take up what was told (shell nouns: Schmid 2000) -> classes of what they may mean."""

LOOSE = BROAD | {"kgo:Announcement", "kgo:Crime", "kgo:FinancialResult", "kgo:Journey", "kgo:Region"}
"""Classes of which a text tells several at once: a speech and a proposal, a flight and a landing."""

REACH = 3
"""Sentences back in which what is taken up is looked for."""


def join_events(clusters: Clusters) -> None:
    """A bare "the event" and what was told shortly before, by name or not, of a class that the noun may mean."""
    for i, traits in enumerate(clusters.traits):
        if traits.head in TAKEN_UP and _is_bare(clusters, i):
            j = next((j for j in before(clusters, i, REACH) if _is_taken_up(clusters, i, j)), None)
            if j is not None:
                clusters.merge(j, i, f"'{clusters.text(i)}' is the {clusters.text(j)} told before")


def join_same_kind(clusters: Clusters) -> None:
    """A bare definite noun and the only thing of its narrow class told shortly before: "a jet" and "the plane"."""
    for i in range(len(clusters.mentions)):
        if clusters.mentions[i].cls in LOOSE or clusters.traits[i].head in PARTS or not _is_bare(clusters, i):
            continue
        near = [j for j in before(clusters, i, REACH) if _is_same_kind(clusters, i, j)]
        if len({clusters.root(j) for j in near}) == 1:
            clusters.merge(near[0], i, f"'{clusters.text(i)}' is the {clusters.text(near[0])} told before")


def _is_bare(clusters: Clusters, i: int) -> bool:
    """Whether mention `i` is a definite noun alone that nothing has been joined to yet."""
    traits = clusters.traits[i]
    is_plain = not traits.modifiers and not traits.of and not traits.is_open
    return is_plain and is_description(clusters, i) and len(clusters.of(i).members) == 1


def _is_taken_up(clusters: Clusters, i: int, j: int) -> bool:
    traits, m = clusters.traits[j], clusters.mentions[j]
    if traits.kind is MentionKind.PRONOUN or m.number != clusters.mentions[i].number or clusters.are_foes(i, j):
        return False
    meant = TAKEN_UP[clusters.traits[i].head]
    if traits.kind is MentionKind.NAME and m.cls == "kgo:Event":
        return meant is GATHERINGS  # a named event of no known class is a fair or the like
    return any(clusters.ontology.is_a(m.cls, cls) for cls in meant)


def _is_same_kind(clusters: Clusters, i: int, j: int) -> bool:
    one, other = clusters.mentions[i], clusters.mentions[j]
    is_noun = clusters.traits[j].kind is MentionKind.NOMINAL and clusters.traits[j].determiner not in GENERIC
    is_noun = is_noun and other.first <= other.head <= other.last  # not "one of the nations"
    if means_last(clusters, i, j):
        return False
    if clusters.traits[i].head != clusters.traits[j].head and _is_bare(clusters, j):
        return False  # "the north" and "the south": either is known by its own noun
    return is_noun and one.cls == other.cls and one.number == other.number and not clusters.are_foes(i, j)
