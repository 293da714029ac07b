"""The sieves over who speaks: "I" and "we" are who is told to say them, "he" in somebody's words is not that one."""

from __future__ import annotations

from kg.entities.bodies import SPOKES, Bodies, quoting, reporter_of
from kg.entities.clusters import Clusters
from kg.entities.demands import FEMALE, MALE, NEUTER
from kg.model import MentionKind

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def separate_quoted(clusters: Clusters) -> None:
    """ "He", "she" and "it" inside a quotation are not who says it; nor is "he" who says it anybody named inside."""
    third = MALE | FEMALE | NEUTER
    for i, m in enumerate(clusters.mentions):
        head = quoting(clusters, m.head)
        speaker = clusters.by_head.get(head) if head is not None else None
        if speaker is None:
            continue
        words = _text(clusters, i).casefold(), _text(clusters, speaker).casefold()
        if any(word in third for word in words) and words[0] not in SINGULAR | PLURAL:
            clusters.separate(speaker, i)


def join_first_person(clusters: Clusters) -> None:
    """First persons within one quotation or passage, with the one who is told to speak there.

    "We" is an organization or country that speaks, or the one for which a person in office speaks; of others it stays
    by itself.
    """
    bodies = Bodies(clusters)
    last: dict[tuple[bool, bool, int], int] = {}
    for i, m in enumerate(clusters.mentions):
        word = m.mention.anchor.text.casefold()
        if m.mention.kind is not MentionKind.PRONOUN or word not in SINGULAR | PLURAL:
            continue
        place = (word in PLURAL, *_place(clusters, m.head))
        if place in last:
            clusters.merge(last[place], i, "first person of the same speaker")
        last[place] = i
        speaker = reporter_of(clusters, clusters.parse.doc[m.head])
        if speaker is not None:
            _join(clusters, i, speaker, bodies if word in PLURAL else None)


def _place(clusters: Clusters, head: int) -> tuple[bool, int]:
    """What first persons must share to be one: the speaker or the quotation, or outside of any the passage."""
    number, speaker = clusters.quotations.quote(head), quoting(clusters, head)
    if number is None:
        return False, clusters.parse.passage[head]
    mention = clusters.by_head.get(speaker) if speaker is not None else None
    return True, -1 - number if mention is None else clusters.root(mention)


def _join(clusters: Clusters, i: int, speaker: int, bodies: Bodies | None) -> None:
    """Join "I" and its speaker; with `bodies`, "we" and whom that one speaks for."""
    if bodies is not None:
        group = _spoken_for(clusters, speaker)
        group = bodies.of(speaker) if group is None else group
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


def _text(clusters: Clusters, i: int) -> str:
    return clusters.mentions[i].mention.anchor.text
