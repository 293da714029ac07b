"""The sieve over personal and possessive pronouns: the most salient candidate that nothing contradicts.

Salience is that of Lappin and Leass (1994): each mention of a candidate counts by its grammatical role, halved with
every sentence back.  Added are the reported speaker ("the ministry said it ...") and the subject of the same clause.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from kg.entities.clusters import LANDS, Cluster, Clusters, clash
from kg.entities.demands import (
    ACTORS,
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
from kg.entities.structure import REFLEXIVE, shared_subject
from kg.entities.traits import HYPHENS, RELATIVE, governor_of
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind

REACH = 3
"""Sentences back in which an antecedent is looked for."""

CANDIDATES = 80
"""Mentions weighed for one pronoun at most."""

RECENT = 8
"""Mentions of a candidate whose pronouns are looked at."""

RECENCY = 100
WEIGHTS = {"subject": 160, "object": 130, "indirect": 120, "oblique": 110, "root": 100, "embedded": 40, "modifier": -40}
"""Lappin and Leass: subject 80, object 50, oblique 40, head noun 80, non-adverbial 50, here as sums by role."""

TIME_WORDS = TIME_NOUNS | frozenset({"time", "era", "period", "date"})

OWNERS = ACTORS | frozenset({"City", "Region"})
"""Top types of what mostly has organizations and their seats."""

NO_OWNER = 80
"""What it weighs against a candidate that it is none of OWNERS."""
NO_MAKER = 200
"""The same where a product of that name is owned."""
SPEAKER, SAME_CLAUSE, PARALLEL, VAGUER = 200, 100, 300, 20
ONE = 60
"""What it weighs against a body as "they" that it is one."""
THING = 45
"""What it weighs against "they" that it is nobody and no product: mostly people are told of so."""
MARGIN = 10
"""What is nearer to the best candidate leaves a pronoun open: in MEANTIME and OntoGUM two of three such were wrong."""
LEAST = 90
"""Below this no candidate is near or prominent enough."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The mention that a pronoun is joined to, and why."""

    mention: int
    reason: str


def join_pronouns(clusters: Clusters) -> None:
    """Third-person pronouns, in text order, so that a later one may follow an earlier one."""
    for i, traits in enumerate(clusters.traits):
        word = clusters.mentions[i].mention.anchor.text.casefold()
        if traits.kind is not MentionKind.PRONOUN or word in RELATIVE or len(clusters.of(i).members) > 1:
            continue
        if i in clusters.parts or means_no_mention(clusters, i):
            continue
        if word in MALE | FEMALE | NEUTER | PLURAL:
            choice = _choose(clusters, i, word)
            if choice is not None:
                clusters.merge(choice.mention, i, choice.reason, forced=word in REFLEXIVE)


def _choose(clusters: Clusters, i: int, word: str) -> Choice | None:
    token = clusters.parse.doc[clusters.mentions[i].head]
    if word in REFLEXIVE:
        return _subject_of_clause(clusters, i, token, word)
    speaker = _speaker(clusters, token)
    scores, latest = _salience(clusters, i, word, speaker)
    own_subject = _own_subject(clusters, token)
    _add_hints(clusters, i, word, scores, latest)
    beside = _beside(clusters, token)
    for bonus, j in ((SPEAKER, speaker), (SAME_CLAUSE, own_subject), (PARALLEL, beside)):
        if j is not None and clusters.root(j) in scores:
            scores[clusters.root(j)] += bonus
    if word in PLURAL:
        _lower_things(clusters, scores, clusters.root(own_subject) if own_subject is not None else None)
    if not scores:
        return None
    best = max(scores, key=lambda root: (scores[root], latest[root]))
    is_own = best in {clusters.root(j) for j in (speaker, own_subject) if j is not None}
    if not is_own and any(scores[best] - scores[root] < MARGIN for root in scores if root != best):
        return None
    is_asked = asked_of(clusters, i).happens and "Event" in clusters.of(best).tops
    if scores[best] < LEAST and not is_asked:
        persons = [root for root in scores if "Person" in clusters.of(root).tops] or list(scores)
        persons = [root for root in persons if clusters.of(root).named] or persons
        if word not in MALE | FEMALE or len(persons) > 1 or not clusters.of(persons[0]).named:
            return None
        best = persons[0]  # "she", the only one told of
    j = latest[best]
    how = "the one who speaks" if speaker is not None and clusters.root(speaker) == best else "most prominent before"
    return Choice(j, f"pronoun '{word}': '{_text(clusters, j)}', {how}")


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
        if is_nobody(clusters, k, traits.sentence):
            continue
        if root not in latest and not _is_candidate(clusters, i, j, word, is_speaker=root == told, asked=asked):
            continue
        latest[root] = max(j, latest.get(root, j))
        role = _weighed_role(clusters, k, word)
        if (root, other.sentence, role) not in seen:
            seen.add((root, other.sentence, role))
            weight = RECENCY + WEIGHTS[role]
            scores[root] += weight / 2 ** (traits.sentence - other.sentence)
    owner = _asks_owner(clusters, i)
    if word in MALE | FEMALE and any(clusters.of(r).named and "Person" in clusters.of(r).tops for r in scores):
        for root in [r for r in scores if not clusters.of(r).tops]:
            del scores[root]  # a name of no known type is no more likely a person's
    for root in scores:
        scores[root] += _standing(clusters, clusters.of(root), word)
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


def _weighed_role(clusters: Clusters, j: int, word: str) -> str:
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


def _asks_owner(clusters: Clusters, i: int) -> int:
    """What speaks against a candidate that owns nothing, where a pronoun tells whose a body or product is.

    "Its parent company", "its seat"; even more "its iPod", of which the name is told.
    """
    token = clusters.parse.doc[clusters.mentions[i].head]
    owned = clusters.by_head.get(token.head.i) if token.dep_ == "poss" else None
    if owned is None:
        return 0
    if "Product" in clusters.of(owned).tops and clusters.of(owned).named:
        return NO_MAKER
    return NO_OWNER if clusters.traits[owned].top in {"Organization", "Facility", "Group"} else 0


def _standing(clusters: Clusters, cluster: Cluster, word: str) -> int:
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
