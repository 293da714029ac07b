"""The sieve over what a country has one of: "Seoul's spy agency" is the National Intelligence Service.

The column `functions` of the gazetteer lists the nouns with which news speaks of a body of its country; it is left
empty where the country has several of the kind, so that "a U.S. intelligence agency" stays what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from kg.entities.clusters import Clusters
from kg.model import MentionKind
from kg.ontology import Ontology

LONGEST = 4
"""Words of a function ("foreign intelligence service") looked for."""

INDEFINITE = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})


@lru_cache(maxsize=8)
def functions_of(ontology: Ontology) -> Mapping[tuple[str, str], str]:
    """(noun in lower case, slug of the country) -> slug of the body; nouns that two bodies claim are left out."""
    claims: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in ontology.names.values():
        for noun in row.functions:
            if row.within:
                claims[noun.casefold(), row.within].add(row.id)
    return {key: min(slugs) for key, slugs in claims.items() if len(slugs) == 1}


def join_functions(clusters: Clusters) -> None:
    """Let a description stand for the body of which its country has one."""
    known = functions_of(clusters.ontology)
    bearers = {clusters.of(i).slug: i for i in reversed(range(len(clusters.traits))) if clusters.of(i).slug}
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL or clusters.mentions[i].number == "plural":
            continue
        slug = _body(clusters, i, known)
        if slug is None or clusters.of(i).named or clusters.of(i).slug:
            continue
        bearer = bearers.setdefault(slug, i)
        if bearer == i:
            clusters.identify(i, slug)
        else:
            clusters.merge(bearer, i, f"'{clusters.text(i)}' of the country of '{clusters.text(bearer)}'")


def _body(clusters: Clusters, i: int, known: Mapping[tuple[str, str], str]) -> str | None:
    """The body that mention `i` describes by its country and function, or None."""
    traits, m = clusters.traits[i], clusters.mentions[i]
    if len(traits.of) != 1 or traits.determiner in INDEFINITE:
        return None
    (country,) = traits.of
    doc = clusters.parse.doc
    for first in range(max(m.phrase_first, m.last + 1 - LONGEST), m.last + 1):
        words = [doc[k].lower_ for k in range(first, m.last + 1)]
        slug = known.get((" ".join(words), country))
        if slug is not None:
            narrowing = traits.modifiers - {doc[k].lemma_.casefold() for k in range(first, m.last + 1)}
            return None if narrowing else slug
    return None
