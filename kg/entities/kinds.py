"""Which nouns say of what kind a name is, and which a text already uses for something else."""

from __future__ import annotations

from kg.entities.clusters import Clusters
from kg.model import MentionKind

ANY_FIRM = frozenset({"business", "company", "corporation", "enterprise", "firm", "giant", "group", "organisation",
                      "organization"})  # fmt: skip
"""Nouns that tell nothing of what a company does, so that each of a text may be meant."""

FIRMS = frozenset({"kgo:Company", "kgo:Organization"})
"""Classes of names that may be companies."""

DISTRICTS = frozenset({
    "archipelago", "canton", "county", "enclave", "island", "oblast", "peninsula", "prefecture", "province", "region",
    "subcontinent", "territory",
})  # fmt: skip
"""Nouns for regions that a name may be taken up by; "the zone", "the coast" and "the north" are parts of one."""

WIDE = frozenset({"continent", "region"})
"""Those of continents and seas, which lie in no country: "the island" is not the Caribbean."""

REFERRING = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what has been told."""

NOBODY = frozenset({"no", "any", "every", "each", "another"})
"""Determiners of what no later phrase takes up."""

KIN = frozenset({"parent", "sister", "rival", "partner", "daughter", "holding", "competing", "neighboring", "former"})
"""Modifiers of another body than the one that the text is about: "the company" is not "its parent company"."""

HELD_ON = frozenset({"on", "off"})
COURTS = frozenset({"court", "pitch", "field", "track", "ice"})
"""Where sport is played: "off the court" tells of no place."""


def is_taken(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the text uses the noun of the description `i` for something without a name, rather than for the name `j`.

    "A fishing boat capsized.  The ship Le Niamh came.  The boat sank": the boat is not the ship.  A noun for any firm
    is taken only where that phrase stands behind the name.
    """
    noun = clusters.traits[i].head
    if noun in told_nouns(clusters, j):
        return False
    last = max(k for k in clusters.of(j).members if k < i)
    after = last if noun in ANY_FIRM else -1
    number = clusters.mentions[i].number
    return any(
        k > after and clusters.mentions[k].number == number and _is_unnamed(clusters, k)
        for k in clusters.by_noun(noun, i)
    )


def _is_unnamed(clusters: Clusters, k: int) -> bool:
    """Whether mention `k` brings in something that no name is known of; a headline does so for the text below it."""
    traits = clusters.traits[k]
    if clusters.of(k).named or traits.sentence == clusters.heading:
        return False
    if traits.determiner in NOBODY or traits.modifiers & KIN:
        return False
    return traits.determiner not in REFERRING or bool(traits.modifiers | traits.of)


def told_nouns(clusters: Clusters, j: int) -> frozenset[str]:
    """The nouns by which the text has called the name `j`: "airline" of "the German airline Lufthansa"."""
    members = clusters.of(j).members
    return frozenset(clusters.traits[k].head for k in members if clusters.traits[k].kind is MentionKind.NOMINAL)


def is_of_other_kind(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the text has called the name `j` a body of another kind: "the institute TurkStat" is not "the bank"."""
    noun = clusters.traits[i].head
    told = told_nouns(clusters, j) - ANY_FIRM
    return noun not in ANY_FIRM and noun not in told and any(_is_body(clusters, word) for word in told)


def _is_body(clusters: Clusters, noun: str) -> bool:
    cls = clusters.ontology.nouns.get(noun)
    return cls is not None and clusters.ontology.top_type(cls) == "Organization"


def is_only_firm(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the name `j` is the only one before "the firm" of mention `i` that may be a company's."""
    if clusters.traits[i].head not in ANY_FIRM:
        return False
    names = (k for k in range(i) if clusters.traits[k].kind is MentionKind.NAME and clusters.of(k).cls in FIRMS)
    return all(clusters.root(k) == clusters.root(j) for k in names)


def is_district(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the noun of `i` is one by which a region is taken up, and the name `j` may be one of these."""
    row = clusters.ontology.names.get(clusters.of(j).slug or "")
    return clusters.traits[i].head in (WIDE if row is not None and not row.within else DISTRICTS)


def is_played_on(clusters: Clusters, i: int) -> bool:
    """Whether mention `i` is only where one plays: "off the court"."""
    above = clusters.parse.doc[clusters.mentions[i].head].head
    return clusters.traits[i].head in COURTS and above.lower_ in HELD_ON
