"""The sieve over personal and possessive pronouns: the most salient candidate that nothing contradicts.

Salience is that of Lappin and Leass (1994): each mention of a candidate counts by its grammatical role, halved with
every sentence back.  Added are the reported speaker ("the ministry said it ...") and the subject of the same clause.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from kg.entities.clusters import Cluster, Clusters, clash
from kg.entities.demands import (
    FEMALE,
    MALE,
    NEUTER,
    PLURAL,
    Asked,
    asked_of,
    fits,
    is_nobody,
    is_of_other_gender,
    means_no_mention,
)
from kg.entities.owners import hints, subject_ahead
from kg.entities.standing import OWNERS, RECENT, asks_owner, is_same_again, standing, weighed_role
from kg.entities.structure import REFLEXIVE, shared_subject
from kg.entities.topics import (
    Topics,
    can_be,
    find_topics,
    in_passing,
    is_for_the_living,
    is_of_others,
    last_speaker,
    left_open,
    owns_death,
    spoken_for,
)
from kg.entities.traits import HYPHENS, RELATIVE, governor_of
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind

REACH = 3
"""Sentences back in which an antecedent is looked for."""

CANDIDATES = 80
"""Mentions weighed for one pronoun at most."""

RECENCY = 100
WEIGHTS = {"subject": 160, "object": 130, "indirect": 120, "oblique": 110, "root": 100, "embedded": 40, "modifier": -40}
"""Lappin and Leass: subject 80, object 50, oblique 40, head noun 80, non-adverbial 50, here as sums by role."""

TIME_WORDS = TIME_NOUNS | frozenset({"time", "era", "period", "date"})

SPEAKER, SAME_CLAUSE, PARALLEL = 260, 100, 300
THING = 45
"""What it weighs against "they" that it is nobody and no product: mostly people are told of so."""
MARGIN = 10
"""What is nearer to the best candidate leaves a pronoun open: in MEANTIME and OntoGUM two of three such were wrong."""
LAST_SPEAKER, OF_DEAD = 100, 150
"""Weights: who spoke last before "he said", and the dead of whose death is told."""
LEAST = 90
"""Below this no candidate is near or prominent enough."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The mention that a pronoun is joined to, and why."""

    mention: int
    reason: str


def join_pronouns(clusters: Clusters) -> None:
    """Third-person pronouns, in text order, so that a later one may follow an earlier one."""
    topics = find_topics(clusters)
    for i, traits in enumerate(clusters.traits):
        word = clusters.mentions[i].mention.anchor.text.casefold()
        if traits.kind is not MentionKind.PRONOUN or word in RELATIVE or len(clusters.of(i).members) > 1:
            continue
        if i in clusters.parts or means_no_mention(clusters, i):
            continue
        if word in MALE | FEMALE | NEUTER | PLURAL:
            choice = _choose(clusters, i, word, topics)
            if choice is not None:
                clusters.merge(choice.mention, i, choice.reason, forced=word in REFLEXIVE)


def _choose(clusters: Clusters, i: int, word: str, topics: Topics) -> Choice | None:
    token = clusters.parse.doc[clusters.mentions[i].head]
    if word in REFLEXIVE:
        return _subject_of_clause(clusters, i, token, word)
    speaker = _speaker(clusters, token)
    client = spoken_for(clusters, speaker, i) if speaker is not None and word in MALE | FEMALE else None
    if client is not None:
        return Choice(client, f"pronoun '{word}': '{_text(clusters, client)}', for whom that one speaks")
    scores, latest = _weighed(clusters, i, word, speaker, topics)
    best = _best(clusters, i, word, scores, latest, _near(clusters, token, speaker)) if scores else None
    topic = topics.of(word)
    if topic is not None and best is not None and best != clusters.root(topic) and can_be(clusters, i, topic, word):
        if in_passing(clusters, i, best):
            return Choice(topic, f"pronoun '{word}': '{_text(clusters, topic)}', of whom the text tells most")
        if is_of_others(clusters, i, best):
            return None
    if best is not None and word in MALE | FEMALE:
        before = left_open(clusters, i, _window(clusters, i))
        if before is not None and latest[best] < before:
            return Choice(before, f"pronoun '{word}': as '{_text(clusters, before)}' before")
    if best is None or (word in NEUTER | PLURAL and _is_unquoted(clusters, i, latest[best])):
        return None
    j = latest[best]
    how = "the one who speaks" if speaker is not None and clusters.root(speaker) == best else "most prominent before"
    return Choice(j, f"pronoun '{word}': '{_text(clusters, j)}', {how}")


def _near(clusters: Clusters, token: Token, speaker: int | None) -> set[int]:
    """Roots of the speaker and of the subject of the same clause."""
    return {clusters.root(j) for j in (speaker, _own_subject(clusters, token)) if j is not None}


def _weighed(
    clusters: Clusters, i: int, word: str, speaker: int | None, topics: Topics
) -> tuple[dict[int, float], dict[int, int]]:
    """The salience of the candidates with all that speaks for and against them, and the latest mention of each."""
    token = clusters.parse.doc[clusters.mentions[i].head]
    scores, latest = _salience(clusters, i, word, speaker)
    own_subject = _own_subject(clusters, token)
    _add_hints(clusters, i, word, scores, latest)
    told = last_speaker(clusters, i, token, _window(clusters, i)) if word in MALE | FEMALE else None
    for bonus, j in (
        (SPEAKER, speaker), (SAME_CLAUSE, own_subject), (PARALLEL, _beside(clusters, token)), (LAST_SPEAKER, told)
    ):  # fmt: skip
        if j is not None and clusters.root(j) in scores:
            scores[clusters.root(j)] += bonus
    if word in PLURAL:
        _lower_things(clusters, scores, clusters.root(own_subject) if own_subject is not None else None)
    elif word in MALE | FEMALE:
        _weigh_dead(clusters, token, word, scores, topics)
    return scores, latest


def _is_unquoted(clusters: Clusters, i: int, j: int) -> bool:
    """Whether "it" or "they" in a quotation would be what stands in no part of it, nor in its sentence, and no name.

    What the speaker was asked is not told.
    """
    head = clusters.mentions[i].head
    quote = clusters.quotations.quote(head)
    if quote is None or not clusters.quotations.is_direct(_clause(clusters.parse.doc[head])):
        return False
    if clusters.traits[i].sentence == clusters.traits[j].sentence:
        return False
    if clusters.quotations.quote(clusters.mentions[j].head) == quote:
        return False
    return not (clusters.of(j).named and clusters.of(j).tops & {"Organization", "Country"})


def _clause(token: Token) -> Token:
    """The verb of the clause in which a token stands; without any the token."""
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), token)


def _weigh_dead(clusters: Clusters, token: Token, word: str, scores: dict[int, float], topics: Topics) -> None:
    """Let nobody told dead, but for the topic, speak or be charged; of a death the dead are the owners."""
    topic = topics.of(word)
    dead = {clusters.root(j) for j in topics.dead}
    if is_for_the_living(clusters, token):
        for root in dead - ({clusters.root(topic)} if topic is not None else set()):
            scores.pop(root, None)
    elif owns_death(token):
        for root in dead & scores.keys():
            scores[root] += OF_DEAD


def _best(
    clusters: Clusters, i: int, word: str, scores: dict[int, float], latest: dict[int, int], near: set[int]
) -> int | None:
    """The candidate that weighs most, or None where that is too little or another nearly as much."""
    best = max(scores, key=lambda root: (scores[root], latest[root]))
    if best not in near and any(scores[best] - scores[root] < MARGIN for root in scores if root != best):
        return None
    is_asked = asked_of(clusters, i).happens and "Event" in clusters.of(best).tops
    if scores[best] >= LEAST or is_asked:
        return best
    persons = [root for root in scores if "Person" in clusters.of(root).tops] or list(scores)
    persons = [root for root in persons if clusters.of(root).named] or persons
    if word not in MALE | FEMALE or len(persons) > 1 or not clusters.of(persons[0]).named:
        return None
    return persons[0]  # "she", the only one told of


def _lower_things(clusters: Clusters, scores: dict[int, float], own: int | None) -> None:
    """Let what is nobody and no product count less as "they", but for the subject `own` of the same clause."""
    for root in scores:
        if root != own and not clusters.of(root).tops & (OWNERS | {"Product"}):
            scores[root] -= THING


def _salience(clusters: Clusters, i: int, word: str, speaker: int | None) -> tuple[dict[int, float], dict[int, int]]:
    """Weights of the candidates by cluster, and the latest mention of each; the `speaker` may be "it" and "they"."""
    told = clusters.root(speaker) if speaker is not None else None
    scores: dict[int, float] = defaultdict(float)
    latest: dict[int, int] = {}
    traits = clusters.traits[i]
    seen: set[tuple[int, int, str]] = set()
    asked = asked_of(clusters, i)
    for k in _window(clusters, i):
        other, j = clusters.traits[k], _told_of(clusters, k)
        root = clusters.root(j)
        if is_nobody(clusters, k, traits.sentence) or clusters.mentions[k].mention.anchor.text.casefold() == "whose":
            continue
        if root not in latest and not _is_candidate(clusters, i, j, word, is_speaker=root == told, asked=asked):
            continue
        latest[root] = max(j, latest.get(root, j))
        role = weighed_role(clusters, k, word)
        if (root, other.sentence, role) not in seen and not is_same_again(clusters, k):
            seen.add((root, other.sentence, role))
            weight = RECENCY + WEIGHTS[role]
            scores[root] += weight / 2 ** (traits.sentence - other.sentence)
    owner = asks_owner(clusters, i)
    for root in [r for r in scores if owner and clusters.of(r).tops == {"Event"}]:
        del scores[root]
    if word in MALE | FEMALE and any(clusters.of(r).named and "Person" in clusters.of(r).tops for r in scores):
        for root in [r for r in scores if not clusters.of(r).tops]:
            del scores[root]  # a name of no known type is no more likely a person's
    for root in scores:
        scores[root] += standing(clusters, clusters.of(root), word)
        scores[root] -= owner if not clusters.of(root).tops & OWNERS else 0
    return scores, latest


def _add_hints(clusters: Clusters, i: int, word: str, scores: dict[int, float], latest: dict[int, int]) -> None:
    """Weigh what syntax speaks for, and the subject behind what opens the sentence: "After its launch, X sold well"."""
    for weight, j in hints(clusters, i):
        if clusters.root(j) in scores:
            scores[clusters.root(j)] += weight
    ahead = subject_ahead(clusters, i)
    if ahead is None or not _is_candidate(clusters, i, ahead[1], word, is_speaker=False, asked=asked_of(clusters, i)):
        return
    root = clusters.root(ahead[1])
    scores[root] = scores.get(root, 0) + ahead[0]
    latest[root] = max(ahead[1], latest.get(root, ahead[1]))


def _window(clusters: Clusters, i: int) -> list[int]:
    first = clusters.traits[i].sentence - REACH
    found: list[int] = []
    for j in range(i - 1, max(-1, i - 1 - CANDIDATES), -1):
        if clusters.traits[j].sentence < first:
            break
        found.append(j)
    return found


def _is_candidate(clusters: Clusters, i: int, j: int, word: str, *, is_speaker: bool, asked: Asked) -> bool:
    mine, other = clusters.of(i), clusters.of(j)
    if clusters.traits[j].kind is MentionKind.PRONOUN and len(other.members) == 1 and not _same_form(clusters, j, word):
        return False
    is_called = word in NEUTER | PLURAL and not is_speaker
    if is_called and any(_is_otherwise(clusters, k, word) for k in other.members[-RECENT:]):
        return False
    if is_of_other_gender(clusters, other, word):
        return False
    if clusters.traits[j].head in TIME_WORDS or _is_part_of_word(clusters, j):
        return False
    if not fits(asked, other, is_pronoun=clusters.traits[j].kind is MentionKind.PRONOUN):
        return False
    return _suits(clusters, other, j, word) and not clash(mine, other) and not clusters.are_foes(i, j)


def _is_part_of_word(clusters: Clusters, j: int) -> bool:
    """Whether a mention is part of a word that qualifies: "EADS-led"."""
    last = clusters.mentions[j].last
    after = clusters.parse.doc[last + 1 : last + 3]
    return len(after) > 1 and after[0].text in HYPHENS and not after[0].whitespace_ and after[1].pos_ in {"VERB", "ADJ"}


def _told_of(clusters: Clusters, j: int) -> int:
    """Whom a mention is about: of a noun that says what something is ("He was a militant") that thing."""
    token = clusters.parse.doc[clusters.mentions[j].head]
    if token.dep_ != "attr" or clusters.traits[j].kind is not MentionKind.NOMINAL:
        return j
    subject = next((t for t in token.head.children if t.dep_ == "nsubj"), None)
    named = clusters.by_head.get(subject.i) if subject is not None else None
    if named is None or named > j:
        return j
    return named if clusters.of(named).tops & clusters.of(j).tops else j


def _is_otherwise(clusters: Clusters, k: int, word: str) -> bool:
    """Whether mention `k` is "it" where `word` is "they", or the other way round: one is rarely called both."""
    text = _text(clusters, k).casefold()
    return text in (PLURAL if word in NEUTER else NEUTER)


def _same_form(clusters: Clusters, j: int, word: str) -> bool:
    text = _text(clusters, j).casefold()
    return any(text in forms and word in forms for forms in (MALE, FEMALE, NEUTER, PLURAL))


def _suits(clusters: Clusters, other: Cluster, j: int, word: str) -> bool:
    """Whether a candidate's type and number go with the pronoun."""
    if _same_form(clusters, j, word):
        return True
    if word in MALE | FEMALE:
        return ("Person" in other.tops or (other.named and not other.tops)) and other.number != "plural"
    if word in NEUTER:
        return not other.tops & {"Person", "Group"} and other.number != "plural"
    if other.tops & {"Person"}:
        return other.number == "plural"
    return other.number == "plural" or "Group" in other.tops or ("Organization" in other.tops and other.named)


def _own_subject(clusters: Clusters, token: Token) -> int | None:
    """The subject of the clause in which a possessive or oblique pronoun stands, or None."""
    verb = governor_of(token) or next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    subject = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None and token.dep_ == "poss":
        subject = shared_subject(verb)  # "had to rebuild their robot"
    return clusters.by_head.get(subject.i) if subject is not None and subject.i != token.i else None


def _beside(clusters: Clusters, token: Token) -> int | None:
    """What stands in the place of a pronoun in the clause with which its own is coordinated.

    The object of "stop the work and not repeat it"; of subjects only the same pronoun, "they won and they will play".
    """
    verb, role = token.head, token.dep_
    if role not in {"dobj", "nsubj"} or verb.dep_ != "conj":
        return None
    found = next((t for t in verb.head.children if t.dep_ == role and t.i < token.i), None)
    if found is None or (role == "nsubj" and found.lower_ != token.lower_):
        return None
    return clusters.by_head.get(found.i)


def _speaker(clusters: Clusters, token: Token) -> int | None:
    """The subject of the verb whose complement clause has the pronoun as subject: "X said it ...".

    Also where it possesses that subject: "X claimed its fighters had ...".
    """
    if token.dep_ == "poss" and token.head.dep_ in {"nsubj", "nsubjpass"}:
        token = token.head
    verb = governor_of(token)
    if verb is None or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    while verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    if verb.dep_ not in {"ccomp", "advcl"}:
        return None
    subject = next((t for t in verb.head.children if t.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "ccomp" and verb.head.dep_ == "conj":
        subject = shared_subject(verb.head)
    return clusters.by_head.get(subject.i) if subject is not None else None


def _subject_of_clause(clusters: Clusters, i: int, token: Token, word: str) -> Choice | None:
    j = _own_subject(clusters, token)
    if j is None or j == i or clash(clusters.of(i), clusters.of(j)):
        return None
    return Choice(j, f"'{word}' means the subject '{_text(clusters, j)}'")


def _text(clusters: Clusters, i: int) -> str:
    return clusters.text(i)
