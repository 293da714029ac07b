"""The sieve over plurals that stand for several chains: "their", "both countries", "the two leaders"."""

from __future__ import annotations

from kg.entities.clusters import Clusters
from kg.entities.demands import PLURAL
from kg.model import MentionKind

REACH = 2
"""Sentences back in which the parts of a plural are looked for."""

PLACES = {"former": 0, "latter": 1}
"""Nouns for one of two -> its place."""

TWO = frozenset({"two", "both"})

LIMIT = 200
"""Mentions looked at for one plural at most."""


def join_collectives(clusters: Clusters) -> None:
    """Note for a plural which chains it stands for: coordinated subjects for "they", two named for "the two ...".

    The plural is joined to none of them.
    """
    for i, traits in enumerate(clusters.traits):
        word = clusters.mentions[i].mention.anchor.text.casefold()
        if traits.kind is MentionKind.PRONOUN and word in PLURAL:
            parts = _coordinated(clusters, i)
        elif traits.kind is MentionKind.NOMINAL and _is_pair(clusters, i):
            parts = _two_named(clusters, i)
        else:
            continue
        if parts:
            clusters.parts[i] = parts


def _is_pair(clusters: Clusters, i: int) -> bool:
    m, traits = clusters.mentions[i], clusters.traits[i]
    words = {clusters.parse.doc[k].lower_ for k in range(m.phrase_first, m.first)}
    return m.number != "singular" and ("both" in words or (traits.determiner == "the" and "two" in words))


def _two_named(clusters: Clusters, i: int) -> tuple[int, ...]:
    """The last two of the noun's type that are told together, or the only two named shortly before; or nothing."""
    top = clusters.traits[i].top
    found: dict[int, int] = {}
    for j in _before(clusters, i):
        token = clusters.parse.doc[clusters.mentions[j].head]
        first = clusters.by_head.get(token.head.i) if token.dep_ == "conj" else None
        if first is not None and not found and _are_two(clusters, first, j, top):
            return (first, j)
        if clusters.of(j).named and top in clusters.of(j).tops:
            found[clusters.root(j)] = j
            if len(found) == 2:
                return tuple(sorted(found.values()))
    return ()


def _are_two(clusters: Clusters, first: int, j: int, top: str) -> bool:
    """Whether two coordinated phrases are of the type, one of them by name: "Greece and its northern neighbour"."""
    head = clusters.parse.doc[clusters.mentions[j].head]
    if len(list(head.conjuncts)) != 1 or not any(clusters.of(k).named for k in (first, j)):
        return False
    return all(top in clusters.of(k).tops or clusters.traits[k].determiner == "possessive" for k in (first, j))


def are_other_pairs(clusters: Clusters, i: int, j: int) -> bool:
    """Whether "the two countries" of mention `i` are two told together behind the earlier pair `j`."""
    m, doc = clusters.mentions[j], clusters.parse.doc
    if not _is_pair(clusters, i) or not any(doc[k].lower_ in TWO for k in range(m.phrase_first, m.first)):
        return False
    pair = _last_pair(clusters, i)
    return bool(pair) and min(pair) > j


def _last_pair(clusters: Clusters, i: int) -> tuple[int, ...]:
    """The nearest two of the type of mention `i` that are told together shortly before, or nothing."""
    for j in _before(clusters, i):
        token = clusters.parse.doc[clusters.mentions[j].head]
        first = clusters.by_head.get(token.head.i) if token.dep_ == "conj" else None
        if first is not None and _are_two(clusters, first, j, clusters.traits[i].top):
            return (first, j)
    return ()


def _coordinated(clusters: Clusters, i: int) -> tuple[int, ...]:
    """The nearest coordination of actors before a plural pronoun, if nothing plural stands nearer."""
    for j in _before(clusters, i):
        token = clusters.parse.doc[clusters.mentions[j].head]
        first = clusters.by_head.get(token.head.i) if token.dep_ == "conj" else None
        if first is not None and all(_acts(clusters, k) for k in (first, j)):
            return (first, j)
        if clusters.mentions[j].number == "plural" and clusters.traits[j].role in {"subject", "object"}:
            return ()
    return ()


def _acts(clusters: Clusters, i: int) -> bool:
    """Whether a named actor, or one told as known ("the army")."""
    tops, is_told = clusters.of(i).tops, clusters.traits[i].determiner == "the"
    if clusters.of(i).named:
        return bool(tops & {"Person", "Country", "Organization"})
    return is_told and clusters.mentions[i].number == "singular" and bool(tops & {"Person", "Organization", "Group"})


def _before(clusters: Clusters, i: int) -> list[int]:
    first = clusters.traits[i].sentence - REACH
    near = range(i - 1, max(-1, i - 1 - LIMIT), -1)
    return [j for j in near if clusters.traits[j].sentence >= first]


def join_one_of_two(clusters: Clusters) -> None:
    """ "The former" and "the latter", and the first or second of the two told together, or named alone, before."""
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL or traits.head not in PLACES or traits.determiner != "the":
            continue
        if clusters.mentions[i].first == clusters.mentions[i].last and not traits.modifiers:
            pair = _only_named(clusters, i) or _told_together(clusters, i)
            if pair:
                j = pair[PLACES[traits.head]]
                clusters.merge(j, i, f"'the {traits.head}' of two is '{clusters.text(j)}'", forced=True)


def _told_together(clusters: Clusters, i: int) -> tuple[int, ...]:
    """The two phrases of the nearest coordination in the sentence of mention `i` or the one before, or nothing."""
    for j in _before(clusters, i):
        token = clusters.parse.doc[clusters.mentions[j].head]
        first = clusters.by_head.get(token.head.i) if token.dep_ == "conj" else None
        if clusters.traits[i].sentence - clusters.traits[j].sentence > 1:
            return ()
        if first is not None:
            is_pair = len(list(token.conjuncts)) == 1 and clusters.root(first) != clusters.root(j)
            return (first, j) if is_pair else ()
    return ()


def _only_named(clusters: Clusters, i: int) -> tuple[int, ...]:
    """The only two that the sentence of mention `i` names before it, in the order of the text; or nothing."""
    found: dict[int, int] = {}
    for j in clusters.by_sentence[clusters.traits[i].sentence]:
        if j < i and clusters.traits[j].kind is MentionKind.NAME:
            found.setdefault(clusters.root(j), j)
    return tuple(found.values()) if len(found) == 2 else ()
