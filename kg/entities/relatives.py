"""The sieve over relative pronouns: the noun that a relative clause is about, or nothing where that is in doubt."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.clusters import LANDS, Clusters
from kg.entities.traits import RELATIVE, SUBJECT, first_conjunct
from kg.model import MentionKind

CLAUSAL = frozenset({"make", "mean", "allow", "cause", "lead", "result", "suggest", "indicate", "help", "show"})
"""Verbs of what follows from a deed, which no place does."""


def join_relatives(clusters: Clusters) -> None:
    """A relative pronoun and the noun that its clause is about."""
    doc = clusters.parse.doc
    for i, m in enumerate(clusters.mentions):
        token = doc[m.head]
        if token.lower_ not in RELATIVE or clusters.traits[i].kind is not MentionKind.PRONOUN:
            continue
        verb = _relative_clause(token)
        j = _owner_before(clusters, token, verb)
        j = _people_above(clusters, token, verb.head) if j is None and verb is not None else j
        if j is not None and token.lower_ == "which" and "Person" in clusters.of(j).tops:
            j = _thing_before(clusters, token)  # of nobody one says "which"
        if j is not None and j < i and not (verb is not None and _tells_of_clause(clusters, token, verb, j)):
            text = clusters.text(j)
            clusters.merge(j, i, f"relative pronoun of '{text}'", forced=True)


def _owner_before(clusters: Clusters, token: Token, clause: Token | None) -> int | None:
    """The name before ", whose": a person, the last of several, or any where the tree shows no clause; or None."""
    if token.lower_ != "whose" or token.i < 2 or token.doc[token.i - 1].text != ",":
        return None
    j = clusters.by_last.get(token.i - 2)
    if j is None or clusters.traits[j].kind is not MentionKind.NAME:
        return None
    is_last = clause is not None and first_conjunct(clusters.parse.doc[clusters.mentions[j].head]) == clause.head
    return j if clause is None or is_last or "Person" in clusters.of(j).tops else None


def _thing_before(clusters: Clusters, token: Token) -> int | None:
    """The common noun right before a relative pronoun and its preposition: "decade" of "a decade in which"."""
    before = token.i - (2 if token.dep_ == "pobj" and token.head.i == token.i - 1 else 1)
    j = clusters.by_head.get(before)
    return j if j is not None and "Person" not in clusters.of(j).tops else None


def _people_above(clusters: Clusters, token: Token, noun: Token) -> int | None:
    """What a relative clause at a noun is about: of "analysts at the bank, who ..." the people."""
    j = clusters.by_head.get(noun.i)
    above = noun.head.head if noun.dep_ == "pobj" else None
    people = clusters.by_head.get(above.i) if above is not None and token.lower_ in {"who", "whom"} else None
    if j is None or people is None or not clusters.of(people).tops & {"Person", "Group"}:
        return j
    return j if not clusters.of(j).tops or clusters.of(j).tops & {"Person", "Group"} else people


def _tells_of_clause(clusters: Clusters, token: Token, verb: Token, j: int) -> bool:
    """Whether "which" behind a comma takes up a whole clause: "..., which makes it easy" after a place's name."""
    is_apart = token.lower_ == "which" and token.dep_ == "nsubj" and clusters.traits[j].kind is MentionKind.NAME
    if not is_apart or verb.lemma_ not in CLAUSAL or not clusters.of(j).tops & LANDS - {"Country"}:
        return False
    return any(t.text == "," for t in clusters.parse.doc[clusters.mentions[j].last + 1 : token.i])


def _relative_clause(token: Token) -> Token | None:
    """The verb of the relative clause that a relative pronoun opens, or None."""
    for ancestor in (token.head if token.dep_ == "poss" else token).ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
        if ancestor.dep_ in SUBJECT or ancestor.dep_ == "ROOT":
            return None
    return None
