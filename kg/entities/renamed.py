"""Names that brackets say somebody or something had before: "Jane Smith (née Brown)", "Ali (born Clay)"."""

from __future__ import annotations

from kg.entities.clusters import Clusters
from kg.model import MentionKind

BIRTH = frozenset({"née", "nee", "né", "born"})
"""Words behind a bracket or comma that lead to a person's earlier name."""
FORMERLY = frozenset({"formerly", "previously", "originally", "aka", "a.k.a.", "alias"})
"""The same of whatever has a name."""
KNOWN = ("known", "as")
KNOWN_NOW = frozenset({("known", "as"), ("also", "known", "as"), ("better", "known", "as"), ("widely", "known", "as")})
"""The same of a name that somebody has besides."""
MARKS = frozenset({"(", "[", ","})
EARLIER = "earlier name"
"""How the reason begins with which such names are joined."""
LONGEST = 4
"""Tokens between the two names."""


def join_former_names(clusters: Clusters) -> None:
    """Earlier names in brackets or between commas, joined to the name right before them."""
    for i, mention in enumerate(clusters.mentions):
        before = _renamed(clusters, i) if mention.mention.kind is MentionKind.NAME else None
        if before is None:
            continue
        clusters.of(i).names.clear()  # two names of one person are no rivals here
        if not clusters.merge(before, i, f"{EARLIER} of '{clusters.text(before)}'", forced=True):
            clusters.separate(before, i)


def _renamed(clusters: Clusters, i: int) -> int | None:
    """The mention of the name right before "(née" or the like, if mention `i` closes the bracket; else None."""
    doc, mention = clusters.parse.doc, clusters.mentions[i]
    words: list[str] = []
    k = mention.first - 1
    while k >= 0 and len(words) < LONGEST and doc[k].text not in MARKS:
        words.insert(0, doc[k].lower_)
        k -= 1
    before = clusters.by_last.get(k - 1)
    if before is None or doc[max(k, 0)].text not in MARKS or not words:
        return None
    is_birth = words[0] in BIRTH and len(words) == 1
    is_person = before is not None and clusters.of(before).tops == {"Person"}
    is_told = is_birth or (words[0] in FORMERLY and tuple(words[1:]) in ((), KNOWN))
    is_told = is_told or (is_person and tuple(words) in KNOWN_NOW)
    is_closed = mention.last + 1 < len(doc) and doc[mention.last + 1].text in (")", "]", ",", ".", ";")
    if not is_told or not is_closed or clusters.mentions[before].mention.kind is not MentionKind.NAME:
        return None
    return before if not is_birth or clusters.of(before).tops <= {"Person"} else None
