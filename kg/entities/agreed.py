"""One type for a name over all documents: where a few articles misread it, the many tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.entities.chains import Chain
from kg.entities.groups import family_of
from kg.entities.words import name_words

FEWEST, SURE, SHARE = 2, 3, 3
"""What must speak for a type before others follow it, what an office or gender counts, and how many times what speaks
for the one family must outweigh all else."""


def agree_types(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains, with a name of several words read as a person, place or else as in most documents that tell it.

    Names that a row of the gazetteer settles, and those that carry an office or a gender, keep their types.
    """
    votes: dict[tuple[str, ...], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for chain in chains:
        for words in _full_names(chain):
            votes[words][family_of(chain.type), chain.type, chain.cls] += _weight(chain)
    return tuple(_agreed(chain, votes) for chain in chains)


def _weight(chain: Chain) -> int:
    """What one document's reading of a name counts: nothing where it has no type, most with an office or gender."""
    if chain.type == "Thing":
        return 0
    return SURE if chain.titles or chain.gender else 1


def _full_names(chain: Chain) -> list[tuple[str, ...]]:
    """The names of several words that no row of the gazetteer settles."""
    if chain.known:
        return []
    return sorted({words for name in chain.names if len(words := name_words(name)) > 1})


def _agreed(chain: Chain, votes: dict[tuple[str, ...], Counter[tuple[str, str, str]]]) -> Chain:
    if chain.titles or chain.gender:
        return chain
    for words in _full_names(chain):
        families: Counter[str] = Counter()
        for (family, _, _), count in votes[words].items():
            families[family] += count
        best = min(families, key=lambda family: (-families[family], family))
        rest = families.total() - families[best]
        if best != family_of(chain.type) and families[best] >= max(FEWEST, SHARE * rest):
            told = {(t, cls): n for (family, t, cls), n in votes[words].items() if family == best}
            top, cls = min(told, key=lambda key: (-told[key], key))
            return replace(chain, type=top, cls=cls)
    return chain
