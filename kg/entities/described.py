"""Clusters -> chains: label, names, titles and reasons of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.entities.chains import Chain
from kg.entities.clusters import Cluster, Clusters
from kg.entities.words import ARTICLES, is_acronym, name_words
from kg.model import MentionKind


def describe(clusters: Clusters) -> list[Chain]:
    """The chain of each cluster, numbered in the order of first mentions."""
    roots = clusters.roots()
    numbers = {root: number for number, root in enumerate(roots)}
    return [_chain(clusters, root, number, numbers) for number, root in enumerate(roots)]


def _chain(clusters: Clusters, root: int, number: int, numbers: dict[int, int]) -> Chain:
    cluster = clusters.of(root)
    members = sorted(cluster.members)
    parts = {numbers[clusters.root(p)] for i in members for p in clusters.parts.get(i, ())} - {number}
    names = _names(clusters, cluster, members)
    return Chain(
        document=clusters.parse.document.id,
        number=number,
        type=_type(clusters, cluster, members),
        cls=cluster.cls or "kgo:Thing",
        label=_label(clusters, cluster, members, names),
        mentions=tuple(clusters.mentions[i].mention for i in members),
        heads=tuple(clusters.mentions[i].head for i in members),
        names=names,
        known=cluster.slug,
        titles=tuple(sorted(cluster.titles)),
        of=tuple(sorted(cluster.of)),
        gender=cluster.gender,
        number_of=cluster.number,
        metonyms=tuple(sorted({seat for i in members if (seat := clusters.stand.seats[i])})),
        reasons=tuple(clusters.reasons[i] for i in members),
        members=tuple(sorted(parts)),
    )


def _type(clusters: Clusters, cluster: Cluster, members: list[int]) -> str:
    return clusters.ontology.top_type(cluster.cls) if cluster.cls else clusters.mentions[members[0]].mention.type


def _names(clusters: Clusters, cluster: Cluster, members: list[int]) -> tuple[str, ...]:
    """The forms of the name without demonyms and metonyms, most frequent first, then the longest."""
    row = clusters.ontology.names.get(cluster.slug or "")
    left_out = {name_words(word) for word in (*row.demonyms, *row.metonyms)} if row else set()
    texts = [" ".join(clusters.mentions[i].mention.anchor.text.split()) for i in members
             if clusters.traits[i].kind is MentionKind.NAME]  # fmt: skip
    count = Counter(text for text in texts if name_words(text) not in left_out)
    return tuple(sorted(count, key=lambda text: (-count[text], -len(text), text)))


def _label(clusters: Clusters, cluster: Cluster, members: list[int], names: tuple[str, ...]) -> str:
    """The gazetteer's label; the fullest name, the more frequent of equals; or the first phrase's own words."""
    row = clusters.ontology.names.get(cluster.slug or "")
    if row:
        return row.label
    if names:
        return fullest(names, persons="Person" in cluster.tops)
    kinds = [i for i in members if clusters.traits[i].kind is MentionKind.NOMINAL] or members
    m = clusters.mentions[kinds[0]]
    doc, first = clusters.parse.doc, m.phrase_first
    first += first < m.phrase_last and doc[first].lower_ in ARTICLES
    return " ".join(
        clusters.parse.document.text[clusters.parse.starts[first] : clusters.parse.ends[m.phrase_last]].split()
    )


def fullest(names: Sequence[str], *, persons: bool) -> str:
    """The name to call by, of `names` by frequency: of persons the longest, else the first that is no acronym."""
    if persons:
        return max(
            names, key=lambda name: (min(sum(len(w.strip(".")) > 1 for w in name.split()), 4), -names.index(name))
        )
    spelled = next((long for long in names if is_acronym(names[0], name_words(long))), None)
    return spelled or names[0]
