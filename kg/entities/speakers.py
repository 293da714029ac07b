"""The sieves over who speaks: "I" and "we" are who is told to say them, "he" in somebody's words is not that one."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.clusters import Clusters
from kg.entities.pronouns import FEMALE, MALE, NEUTER
from kg.entities.quotes import speech_verbs
from kg.model import MentionKind

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SPOKES = "spokes"
"""How the nouns begin for who speaks for others: "spokesman", "spokeswoman", "spokesperson"."""


def separate_quoted(clusters: Clusters) -> None:
    """ "He", "she" and "it" inside a quotation are not who says it."""
    for i, m in enumerate(clusters.mentions):
        if m.mention.kind is MentionKind.PRONOUN and m.mention.anchor.text.casefold() in MALE | FEMALE | NEUTER:
            speaker = clusters.quotations.speaker(m.head)
            if speaker in clusters.by_head:
                clusters.separate(clusters.by_head[speaker], i)


def join_first_person(clusters: Clusters) -> None:
    """First persons within one quotation or passage, with the one who is told to speak there.

    "We" is an organization or country that speaks, or that a spokesman speaks for; of a person it stays by itself.
    """
    last: dict[tuple[bool, bool, int], int] = {}
    for i, m in enumerate(clusters.mentions):
        word = m.mention.anchor.text.casefold()
        if m.mention.kind is not MentionKind.PRONOUN or word not in SINGULAR | PLURAL:
            continue
        place = (word in PLURAL, *_place(clusters, m.head))
        if place in last:
            clusters.merge(last[place], i, "first person of the same speaker")
        last[place] = i
        speaker = _speaker(clusters, clusters.parse.doc[m.head])
        if speaker is not None:
            _join(clusters, i, speaker, is_plural=word in PLURAL)


def _place(clusters: Clusters, head: int) -> tuple[bool, int]:
    """What first persons must share to be one: the speaker or the quotation, or outside of any the passage."""
    number, speaker = clusters.quotations.number[head], clusters.quotations.speaker(head)
    if number < 0:
        return False, clusters.parse.passage[head]
    mention = clusters.by_head.get(speaker) if speaker is not None else None
    return True, -1 - number if mention is None else clusters.root(mention)


def _join(clusters: Clusters, i: int, speaker: int, *, is_plural: bool) -> None:
    if is_plural:
        group = _spoken_for(clusters, speaker)
        if group is not None:
            clusters.merge(group, i, f"words of '{_text(clusters, speaker)}'", forced=True)
    elif "Person" in clusters.of(speaker).tops:
        clusters.merge(speaker, i, f"words of '{_text(clusters, speaker)}'")


def _spoken_for(clusters: Clusters, speaker: int) -> int | None:
    """Whom the "we" of a speaker means: itself if it is no person, or the owner of a spokesman's office."""
    tops = clusters.of(speaker).tops
    if tops & {"Organization", "Country"}:
        return speaker
    m, traits = clusters.mentions[speaker], clusters.traits[speaker]
    if not any(clusters.parse.doc[k].lower_.startswith(SPOKES) for k in range(m.phrase_first, m.phrase_last + 1)):
        return None
    inside = [clusters.by_head[k] for k in range(m.phrase_first, m.phrase_last + 1) if k in clusters.by_head]
    owners = [
        j for j in inside if j != speaker and clusters.of(j).tops & {"Organization"} and _owns(clusters, j, traits.of)
    ]
    return owners[0] if len({clusters.root(j) for j in owners}) == 1 else None


def _owns(clusters: Clusters, j: int, of: frozenset[str]) -> bool:
    return clusters.stand.slugs[j] in of or " ".join(clusters.traits[j].words) in of


def _speaker(clusters: Clusters, token: Token) -> int | None:
    """Who is told to say the clause in which a first person stands, in a quotation or under a verb of speech."""
    head = clusters.quotations.speaker(token.i)
    if head is None and clusters.quotations.number[token.i] < 0:
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


def _text(clusters: Clusters, i: int) -> str:
    return clusters.mentions[i].mention.anchor.text
