"""The sieve over definite noun phrases that repeat a noun: "a ministry" and "the ministry"."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from kg.entities.clusters import LANDS, Clusters
from kg.entities.collectives import are_other_pairs
from kg.entities.kinds import KIN
from kg.entities.nominals import REFERRING, is_description
from kg.entities.traits import RESTRICTIVE
from kg.model import MentionKind

GENERIC = frozenset({"every", "each", "no", "any"})
"""Determiners of what is nothing in particular, so that no later phrase points back to it."""

COMPARING = frozenset({"since", "than", "after", "unlike", "like", "as"})
"""Words before what a thing is compared with."""

EMPTY = frozenset({"it", "there", "this", "that", "these", "those"})
"""Subjects of which a noun says nothing: "there was a man", "it was a stranger"."""

NOUN_REACH = 25
"""Sentences back in which an equal noun is looked for."""

LATEST = 6
"""Phrases with the noun looked at for one."""

FAR = 40
"""Tokens of a clause behind a noun that are compared with those of another."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def join_equal_descriptions(clusters: Clusters) -> None:
    """A definite noun phrase and the nearest phrase before with the same noun, owner and number.

    What the later one adds ("the Russian ministry", "the second attack") keeps them apart; so do differing amounts.
    """
    last: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL:
            continue
        key = (traits.head, clusters.mentions[i].number)
        if is_description(clusters, i) or (traits.determiner == "possessive" and traits.of):
            for j in islice(reversed(last[key]), LATEST):
                if not _is_repeated(clusters, j, i):
                    continue
                if is_predicate(clusters, j):
                    _join_predicated(clusters, j, i)
                elif not clusters.merge(j, i, f"'{traits.head}' again, definite"):
                    continue
                break
        last[key].append(i)


def is_predicate(clusters: Clusters, j: int) -> bool:
    """Whether a noun for a person only says what somebody is or is called: "who became the best singer of all"."""
    token = clusters.parse.doc[clusters.mentions[j].head]
    if token.dep_ not in {"attr", "oprd"} or clusters.traits[j].top != "Person":
        return False
    return any(t.dep_ in {"nsubj", "nsubjpass"} and t.lower_ not in EMPTY for t in token.head.children)


def _join_predicated(clusters: Clusters, j: int, i: int) -> None:
    """Join "the singer" to the one who is told by name to be, or to be called, the singer `j`."""
    predicate = clusters.parse.doc[clusters.mentions[j].head]
    verb = predicate.head
    objects = [t for t in verb.children if t.dep_ == "dobj"] if predicate.dep_ == "oprd" else []
    subject = next((t for t in [*objects, *verb.children] if t.dep_ in {"dobj", "nsubj", "nsubjpass"}), None)
    is_denied = any(t.dep_ == "neg" for t in verb.children)
    bearer = clusters.by_head.get(subject.i) if subject is not None and not is_denied else None
    if bearer is not None and clusters.of(bearer).named and "Person" in clusters.of(bearer).tops:
        clusters.merge(bearer, i, f"'{clusters.text(bearer)}' is told to be it")


def _is_repeated(clusters: Clusters, j: int, i: int) -> bool:
    before, after = clusters.traits[j], clusters.traits[i]
    m = clusters.mentions[j]
    if before.determiner in GENERIC or (m.number == "singular" and not m.first <= m.head <= m.last):
        return False  # "every country", "one of the nations"
    if after.sentence - before.sentence > NOUN_REACH or (after.of - before.of and not _has_own_name(clusters, j, i)):
        return False
    if after.is_open and not (before.is_open and after.modifiers == before.modifiers and after.of == before.of):
        return False
    if after.is_open and not _behind(clusters, i) <= _behind(clusters, j):
        return False  # "the group that won" and "the group of teenagers"
    if clusters.mentions[i].number == "plural" and after.determiner not in REFERRING and not after.of:
        return False
    if _is_named_at_once(clusters, i) and not clusters.of(j).named:
        return False  # "the website Insurgency Wiki" is the one of that name
    if are_other_pairs(clusters, i, j):
        return False  # "the two countries" are the last two told
    if means_last(clusters, i, j):
        return False  # the last one named: "the biggest contract since the Joint Strike Fighter. That contract ..."
    return after.modifiers <= before.modifiers and not (before.modifiers - after.modifiers) & KIN


def _behind(clusters: Clusters, i: int) -> frozenset[str]:
    """The lemmas of what says something in the clauses and phrases that narrow a noun from behind."""
    head = clusters.parse.doc[clusters.mentions[i].head]
    narrowing = [t for t in head.children if t.dep_ in RESTRICTIVE and t.i > head.i]
    tokens = (t for child in narrowing for t in islice(child.subtree, FAR))
    return frozenset(t.lemma_.casefold() for t in tokens if t.pos_ in CONTENT)


def _is_named_at_once(clusters: Clusters, i: int) -> bool:
    """Whether a name follows a noun as its apposition without a comma: "the website Wikipedia"."""
    last, doc = clusters.mentions[i].last, clusters.parse.doc
    token = next((t for t in doc[last + 1 : last + 3] if not t.is_quote), None)
    j = clusters.by_first.get(token.i) if token is not None else None
    if j is None or clusters.traits[j].kind is not MentionKind.NAME:
        return False
    name = doc[clusters.mentions[j].head]
    return clusters.root(j) == clusters.root(i) or (name.dep_ == "appos" and name.head.i == clusters.mentions[i].head)


def _has_own_name(clusters: Clusters, j: int, i: int) -> bool:
    """Whether a name in both phrases tells them apart from others already: "the iTunes store", "Apple's iTunes store".

    Not that of a place, where many have something: "the London office".
    """
    before, after = clusters.traits[j], clusters.traits[i]
    if not before.of or not before.of < after.of or before.determiner != "the":
        return False
    m, doc = clusters.mentions[j], clusters.parse.doc
    inside = [clusters.by_head[k] for k in range(m.phrase_first, m.last) if k in clusters.by_head]
    names = [k for k in inside if doc[clusters.mentions[k].head].dep_ in {"compound", "nmod"}]
    return bool(names) and not any(clusters.of(k).tops & (LANDS | {"Person", "Organization"}) for k in names)


def means_last(clusters: Clusters, i: int, j: int) -> bool:
    """Whether "that contract" is not the phrase `j`, which names another of its kind behind "since", "than" or so."""
    m = clusters.mentions[j]
    return clusters.traits[i].determiner == "that" and any(
        t.lower_ in COMPARING for t in clusters.parse.doc[m.last + 1 : m.phrase_last + 1]
    )
