"""The body for which a person holds an office: "Airbus" of "the Airbus chief executive"."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from kg.entities.clusters import Clusters
from kg.entities.quotes import speech_verbs

SPOKES = "spokes"
"""How the nouns begin for who speaks for others: "spokesman", "spokeswoman", "spokesperson"."""
OPENING = 2
"""Sentences at the start of a text in which the body stands that it is about."""


class Bodies:
    """Named organizations of a text, found by what they count as when they own something."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self._named: dict[str, int] = {}
        for i, traits in enumerate(clusters.traits):
            if clusters.of(i).named and "Organization" in clusters.of(i).tops:
                self._named.setdefault(clusters.stand.slugs[i] or " ".join(traits.words), i)

    def of(self, person: int) -> int | None:
        """The only named organization in which a person is told to hold an office, or None.

        An office that is told without any ("Spokeswoman Jane Doe said") is one in the body that the text is about.
        """
        cluster = self.clusters.of(person)
        if "Person" not in cluster.tops or not any(t in self.clusters.ontology.offices for t in cluster.titles):
            return None
        if not cluster.of:
            return self._topic(person)
        found = [self._named[key] for key in sorted(cluster.of) if key in self._named]
        return found[0] if len({self.clusters.root(j) for j in found}) == 1 else None

    def _topic(self, person: int) -> int | None:
        """The body that most sentences before a person are about, from the opening on, if the office is one of its."""
        clusters = self.clusters
        first = clusters.of(person).members[0]
        told = Counter(clusters.root(j) for j in range(first) if clusters.traits[j].role == "subject"
                       and clusters.of(j).named and clusters.of(j).tops == {"Organization"})  # fmt: skip
        (best, most), (_, second) = [*told.most_common(2), (-1, 0), (-1, 0)][:2]
        if most == second or clusters.traits[clusters.of(best).members[0]].sentence >= OPENING:
            return None
        kinds = [clusters.ontology.offices[t] for t in clusters.of(person).titles if t in clusters.ontology.offices]
        is_its = any(kind and clusters.ontology.is_a(clusters.of(best).cls, kind) for kind in kinds)
        return best if is_its or any(t.startswith(SPOKES) for t in clusters.of(person).titles) else None


def quoting(clusters: Clusters, i: int) -> int | None:
    """The head token of who says the quotation in which token `i` stands; None outside or where it is not told."""
    report = clusters.quotations.speaker(clusters.parse.doc[i])
    return report.speaker if report is not None else None


def reporter_of(clusters: Clusters, token: Token) -> int | None:
    """Who is told to say the clause in which a token stands, in a quotation or under a verb of speech."""
    head = quoting(clusters, token.i)
    if head is None and not clusters.quotations.is_quoted(token):
        head = _reported_by(clusters, token)
    return clusters.by_head.get(head) if head is not None else None


def _reported_by(clusters: Clusters, token: Token) -> int | None:
    """The subject of a verb of speech above the clause in which `token` stands, which it is no part of; or None."""
    verbs = speech_verbs(clusters.ontology)
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    while verb is not None and verb.dep_ != "ROOT":
        if verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.casefold() in verbs:
            subject = next((t for t in verb.head.children if t.dep_ == "nsubj"), None)
            return subject.i if subject is not None else None
        verb = verb.head
    return None
