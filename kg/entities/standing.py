"""What a candidate for a pronoun counts for itself: its role, its kind, and whether it owns anything."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.clusters import LANDS, Cluster, Clusters
from kg.entities.demands import ACTORS, NEUTER, PLURAL
from kg.entities.traits import RELATIVE, governor_of
from kg.model import MentionKind

RECENT = 8
"""Mentions of a candidate whose pronouns are looked at."""

OWNERS = ACTORS | frozenset({"City", "Region"})
"""Top types of what mostly has organizations and their seats."""

NO_OWNER = 80
"""What it weighs against a candidate that it is none of OWNERS."""
NO_MAKER = 200
"""The same where a product of that name is owned."""
VAGUER = 20
"""What it weighs against an event, or what is of no known type, as "it" and "they"."""
ONE = 60
"""What it weighs against a body as "they" that it is one."""


def is_same_again(clusters: Clusters, k: int) -> bool:
    """Whether a mention stands beside one of the same: "leader" in "Ann Lee, a leader of the union"."""
    token = clusters.parse.doc[clusters.mentions[k].head]
    is_noun = token.dep_ == "appos" and clusters.traits[k].kind is MentionKind.NOMINAL
    beside = clusters.by_head.get(token.head.i) if is_noun else None
    return beside is not None and clusters.root(beside) == clusters.root(k)


def weighed_role(clusters: Clusters, j: int, word: str) -> str:
    """The role by which a mention counts: to "it" the place where something is done is no topic."""
    role = clusters.traits[j].role
    if role == "embedded" and word in NEUTER and clusters.parse.doc[clusters.mentions[j].head].dep_ == "compound":
        return "modifier"  # "Facebook users" tells of the users
    if word in PLURAL and clusters.mentions[j].mention.anchor.text.casefold() in RELATIVE:
        return "embedded"
    is_setting = word in NEUTER and bool(clusters.of(j).tops & LANDS)
    is_setting = is_setting and (role == "oblique" or (role == "object" and _is_struck(clusters, j)))
    return "embedded" if is_setting else role


def _is_struck(clusters: Clusters, j: int) -> bool:
    """Whether a place is what an event befalls: "A flood hit Valencia" tells of the flood."""
    verb = governor_of(clusters.parse.doc[clusters.mentions[j].head])
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None) if verb is not None else None
    k = clusters.by_head.get(subject.i) if subject is not None else None
    return k is not None and "Event" in clusters.of(k).tops


def asks_owner(clusters: Clusters, i: int) -> int:
    """What speaks against a candidate that owns nothing, where a pronoun tells whose a body or product is.

    "Its parent company", "its seat"; even more "its iPod", of which the name is told.
    """
    token = clusters.parse.doc[clusters.mentions[i].head]
    owned = clusters.by_head.get(token.head.i) if token.dep_ == "poss" else None
    if owned is None:
        return 0
    if "Product" in clusters.of(owned).tops and clusters.of(owned).named:
        return NO_MAKER
    return NO_OWNER if clusters.traits[owned].top in {"Organization", "Facility", "Group", "Product"} else 0


def standing(clusters: Clusters, cluster: Cluster, word: str) -> int:
    """What a candidate counts for itself: to "it" and "they" an event less, what is of no known type, to "they" one."""
    vaguer = VAGUER if word in NEUTER | PLURAL and ("Event" in cluster.tops or not cluster.tops) else 0
    is_one = word in PLURAL and cluster.number == "singular" and "Group" not in cluster.tops
    is_one = is_one and not _are_many(clusters, cluster)
    return -vaguer - (ONE if is_one else 0)


def _are_many(clusters: Clusters, cluster: Cluster) -> bool:
    """Whether a body's name alone has a verb in the plural, as a team's in British English: "Girona have 41 points"."""
    if not cluster.named or "Organization" not in cluster.tops:
        return False
    heads = (clusters.parse.doc[clusters.mentions[k].head] for k in cluster.members[-RECENT:])
    return any(_has_plural_verb(head) for head in heads)


def _has_plural_verb(subject: Token) -> bool:
    if subject.dep_ not in {"nsubj", "nsubjpass"} or subject.tag_ != "NNP":
        return False
    if any(t.dep_ == "conj" for t in subject.children):
        return False
    verbs = [t for t in (subject.head, *subject.head.children) if t.dep_ in {"aux", "auxpass"} or t == subject.head]
    first = min((t for t in verbs if t.pos_ in {"VERB", "AUX"}), key=lambda t: t.i, default=None)
    return first is not None and (first.tag_ == "VBP" or first.lower_ == "were")
