"""Names that somebody or something had before, or really has: "Jane Smith (née Brown)", "whose real name is Brown"."""

from __future__ import annotations

from spacy.tokens import Token

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
NAMED = frozenset({"real", "full", "birth", "original", "given", "legal", "maiden"})
"""What a clause on somebody's other name calls it: "whose real name is"."""
NAMES = (["name", "is"], ["name", "was"])
LONGEST = 4
"""Tokens between the two names."""


def join_former_names(clusters: Clusters) -> None:
    """Earlier names in brackets or between commas, joined to the name right before them, and names of such clauses."""
    for i, mention in enumerate(clusters.mentions):
        is_name = mention.mention.kind is MentionKind.NAME
        before = _renamed(clusters, i) if is_name else None
        before = _told_by_clause(clusters, i) if is_name and before is None else before
        if before is None:
            continue
        clusters.of(i).names.clear()  # two names of one person are no rivals here
        later = max(clusters.of(before).members[0], clusters.of(i).members[0])
        reason = f"{EARLIER} of '{clusters.text(before)}'"
        if not clusters.merge(before, i, reason, forced=True):
            clusters.separate(before, i)
        elif later != i:
            clusters.reasons[later], clusters.reasons[i] = f"was '{clusters.text(i)}' before", reason


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


def _told_by_clause(clusters: Clusters, i: int) -> int | None:
    """Whose other name mention `i` is by "whose real name is X", "was born X" or "Born X, she ..."; or None."""
    doc, first = clusters.parse.doc, clusters.mentions[i].first
    if first and doc[first - 1].lower_ == "born" and clusters.of(i).tops == {"Person"}:
        return _born(clusters, i, doc[first - 1])
    words = [t.lower_ for t in doc[max(0, first - LONGEST) : first]]
    if len(words) < LONGEST or words[0] != "whose" or words[1] not in NAMED or words[2:] not in NAMES:
        return None
    above = doc[first - 1].head if doc[first - 1].dep_ == "relcl" else None
    return clusters.by_head.get(above.i) if above is not None else None


def _born(clusters: Clusters, i: int, born: Token) -> int | None:
    """The subject, a name, of "was born" before the name `i`, or of the sentence that opens with "Born"."""
    if clusters.traits[i].words == () or not (born.is_sent_start or any(t.dep_ == "auxpass" for t in born.children)):
        return None
    head = clusters.parse.doc[clusters.mentions[i].head]
    for verb in (born, head.head, born.head):
        subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
        j = next((j for t in subjects if (j := _person(clusters, t)) is not None and j != i), None)
        if j is not None:
            return j
    return None


def _person(clusters: Clusters, subject: Token) -> int | None:
    """The mention of a person that a subject, or its apposition, is by name; or None."""
    tokens = [subject, *(t for t in subject.children if t.dep_ == "appos")]
    found = [j for t in tokens if (j := clusters.by_head.get(t.i)) is not None]
    return next((j for j in found if clusters.of(j).named and clusters.of(j).tops == {"Person"}), None)
