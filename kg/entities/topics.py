"""Whom a text is about, who is told dead in it, and for whom a speaker speaks: what "he" and "she" ask beside syntax.

A pronoun that opens a sentence is rarely somebody told of once and in passing ("was confirmed by her daughter, the
novelist Ann Lee"), where the text tells of another all along.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Token

from kg.clauses.syntax import remembered
from kg.entities.clusters import Clusters, clash
from kg.entities.demands import FEMALE, KIN, MALE, is_of_other_gender
from kg.entities.quotes import speech_verbs
from kg.entities.traits import CONJUNCTS, RELATIVE, SUBJECT, first_conjunct
from kg.model import MentionKind

OPENING = 3
"""Sentences at the start of a text, the headline among them, that name whom it is about."""
OPENED = 2
"""Further sentences that a subject in the opening counts as."""

ADVOCATES = frozenset({
    "agent", "aide", "attorney", "barrister", "biographer", "counsel", "doctor", "lawyer", "manager", "physician",
    "publicist", "publisher", "solicitor", "spokesman", "spokesperson", "spokeswoman",
})  # fmt: skip
"""Who is somebody's and tells of that one: "his lawyer said he had been beaten"."""

KILLING = frozenset({"assassinate", "behead", "execute", "kill", "murder"})
DYING = frozenset({"die", "drown", "perish"})
UNSURE = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
CHARGED = frozenset({"arraign", "arrest", "charge", "convict", "detain", "free", "indict", "jail", "sentence"})
"""What is done to the living, as its passive subject."""
DEATHS = frozenset({"assassination", "burial", "death", "execution", "funeral", "killing", "murder"})
"""What is owned by the dead."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The person a text is mostly about as "he" and as "she", and mentions of whom it tells that they died."""

    male: int | None
    female: int | None
    dead: tuple[int, ...] = field(default=())

    def of(self, word: str) -> int | None:
        """A mention of the person that most of the text is about, if that one can be `word`; or None."""
        return self.male if word in MALE else self.female if word in FEMALE else None


def find_topics(clusters: Clusters) -> Topics:
    """The topics of a text, before its pronouns are joined."""
    told: dict[int, set[int]] = defaultdict(set)
    opened: set[int] = set()
    for i, traits in enumerate(clusters.traits):
        if traits.top == "Person" and traits.kind is not MentionKind.PRONOUN and clusters.of(i).named:
            told[clusters.root(i)].add(traits.sentence)
            if traits.sentence < OPENING and traits.role in {"subject", "root"}:
                opened.add(clusters.root(i))
    counts = {root: len(sentences) + OPENED * (root in opened) for root, sentences in told.items()}
    dead = tuple(i for i, m in enumerate(clusters.mentions) if _dies(clusters.parse.doc[m.head]))
    return Topics(_most_told(clusters, counts, "he"), _most_told(clusters, counts, "she"), dead)


def _most_told(clusters: Clusters, counts: dict[int, int], word: str) -> int | None:
    """The first mention of who is told of most and opens the text, among those that `word` may mean; or None."""
    fitting = sorted((-count, root) for root, count in counts.items() if _may_be(clusters, root, word))
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    first = clusters.of(fitting[0][1]).members[0]
    return first if fitting[0][0] < -1 and clusters.traits[first].sentence < OPENING else None


def _may_be(clusters: Clusters, root: int, word: str) -> bool:
    cluster = clusters.of(root)
    wanted = "m" if word in MALE else "f"
    return (
        cluster.gender in {"", wanted}
        and cluster.number != "plural"
        and not is_of_other_gender(clusters, cluster, word)
    )


def _dies(token: Token) -> bool:
    """Whether a clause tells of its subject or object that it died or was killed, for sure."""
    token = first_conjunct(token)
    verb = token.head
    if _is_unsure(verb):
        return False
    if token.dep_ == "nsubj":
        return verb.lemma_ in DYING
    is_killed = verb.lemma_ in KILLING or (verb.lemma_ == "shoot" and any(t.lower_ == "dead" for t in verb.children))
    return token.dep_ in {"nsubjpass", "dobj"} and is_killed


@remembered
def _is_unsure(verb: Token) -> bool:
    return any(t.dep_ == "neg" or t.lower_ in UNSURE for t in verb.children)


def is_for_the_living(clusters: Clusters, token: Token) -> bool:
    """Whether a pronoun is told what only the living do or undergo: "he said", "he was charged"."""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in speech_verbs(clusters.ontology)
    return token.dep_ == "nsubjpass" and token.head.lemma_ in CHARGED


def in_passing(clusters: Clusters, i: int, root: int) -> bool:
    """Whether a cluster is told of in one sentence before alone, and not as what that tells of.

    In the same paragraph only somebody's kin or lawyer ("and his wife, Ann, who ran the inn").  Of an unnamed person
    whose gender nobody tells it is enough to stand in an earlier paragraph.
    """
    cluster, passage = clusters.of(root), clusters.parse.passage
    before = [k for k in cluster.members if k < i]
    here = passage[clusters.mentions[i].head]
    sentences = {clusters.traits[k].sentence for k in before}
    is_here = any(passage[clusters.mentions[k].head] == here for k in before)
    if is_here and (clusters.traits[i].sentence in sentences or not any(_owner(clusters, k) for k in before)):
        return False
    if not cluster.named:
        return not is_here and not cluster.gender
    return len(sentences) == 1 and not any(_is_told_of(clusters, k) for k in before)


def is_of_others(clusters: Clusters, i: int, root: int) -> bool:
    """Whether a pronoun stands in a quotation, and the cluster was told of before its paragraph alone."""
    passage, head = clusters.parse.passage, clusters.mentions[i].head
    if clusters.quotations.quote(head) is None:
        return False
    return not any(passage[clusters.mentions[k].head] == passage[head] for k in clusters.of(root).members if k < i)


def _owner(clusters: Clusters, k: int) -> Token | None:
    """The possessor of a noun for kin or an advocate, or None."""
    noun = clusters.parse.doc[clusters.mentions[k].head]
    return next((t for t in noun.children if t.dep_ == "poss"), None) if noun.lemma_ in KIN | ADVOCATES else None


def _is_told_of(clusters: Clusters, k: int) -> bool:
    """Whether a mention is the subject or object of a sentence's main clause."""
    token = first_conjunct(clusters.parse.doc[clusters.mentions[k].head])
    is_argument = token.dep_ in SUBJECT or token.dep_ == "dobj"
    return is_argument and token.lower_ not in RELATIVE and token.head.dep_ in {"ROOT", "conj", "parataxis"}


def spoken_for(clusters: Clusters, speaker: int, i: int) -> int | None:
    """Whose kin or lawyer a speaker is who tells what befell the pronoun `i`, if that may be this one; or None.

    "His lawyer said he had been beaten"; in "his father said he was moving" the father moves.
    """
    clause = clusters.parse.doc[clusters.mentions[i].head].head
    if clause.dep_ not in {"ccomp", "conj"} or not _befalls(clause):
        return None
    here, verbs = clusters.traits[i].sentence, speech_verbs(clusters.ontology)
    if clusters.parse.doc[clusters.mentions[speaker].head].head.lemma_ not in verbs:
        return None
    for k in clusters.of(speaker).members:
        if clusters.traits[k].sentence != here or k >= i:
            continue
        owner = _owner(clusters, k)
        j = clusters.by_head.get(owner.i) if owner is not None else None
        if j is not None and _is_same(clusters, i, j):
            return j
    return None


def _befalls(verb: Token) -> bool:
    """Whether a clause is passive or tells of what was before: "had been beaten", "had suffered a stroke"."""
    return any(t.dep_ == "auxpass" or (t.dep_ == "aux" and t.lower_ == "had") for t in verb.children)


def _is_same(clusters: Clusters, i: int, j: int) -> bool:
    one, other = clusters.of(i), clusters.of(j)
    return (
        other.number != "plural"
        and not other.tops - {"Person"}
        and not clash(one, other)
        and not clusters.are_foes(i, j)
    )


def can_be(clusters: Clusters, i: int, topic: int, word: str) -> bool:
    """Whether the pronoun `i` may be the `topic`: told of before, of no other gender, and nothing says otherwise."""
    other = clusters.of(topic)
    is_fit = topic < i and _may_be(clusters, topic, word) and not clash(clusters.of(i), other)
    return is_fit and not clusters.are_foes(i, topic)


def left_open(clusters: Clusters, i: int, window: list[int]) -> int | None:
    """The last pronoun of the same gender before `i`, in its paragraph, if it was left open; or None."""
    wanted = clusters.mentions[i].gender
    for k in islice(window, CONJUNCTS):
        if clusters.parse.passage[clusters.mentions[k].head] != clusters.parse.passage[clusters.mentions[i].head]:
            return None
        if clusters.traits[k].kind is MentionKind.PRONOUN and clusters.mentions[k].gender == wanted:
            is_open = all(clusters.traits[n].kind is MentionKind.PRONOUN for n in clusters.of(k).members)
            return k if is_open and not clusters.are_foes(i, k) else None
    return None


def owns_death(token: Token) -> bool:
    """Whether a possessive tells of somebody's death: "his funeral"."""
    return token.dep_ == "poss" and token.head.lemma_ in DEATHS


def last_speaker(clusters: Clusters, i: int, token: Token, window: list[int]) -> int | None:
    """Who was last told to speak before "..., he said", in the paragraph or the sentence before; or None."""
    if token.dep_ != "nsubj" or not clusters.quotations.is_report(token.head):
        return None
    verbs = speech_verbs(clusters.ontology)
    for k in islice(window, CONJUNCTS):
        head = clusters.parse.doc[clusters.mentions[k].head]
        if head.dep_ == "nsubj" and head.head.lemma_ in verbs and not clusters.quotations.is_quoted(head):
            return k if clusters.traits[i].sentence - clusters.traits[k].sentence < OPENING else None
    return None
