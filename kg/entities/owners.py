"""Hints of syntax about whom a pronoun means, as mentions with the weight that each adds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from kg.entities.clusters import LANDS, Clusters
from kg.entities.traits import CONJUNCTS, RELATIVE, SUBJECT, first_conjunct, governor_of
from kg.model import MentionKind

JUDGING = frozenset({
    "admire", "applaud", "arrest", "award", "commend", "condemn", "congratulate", "convict", "criticise", "criticize",
    "decorate", "fine", "honor", "honour", "jail", "laud", "mock", "penalise", "penalize", "praise", "prosecute",
    "punish", "rebuke", "remember", "reprimand", "reward", "salute", "scold", "thank",
})  # fmt: skip
"""Verbs of what is done to somebody for a deed of that one: "thank them for their work"."""

STARTS = frozenset({
    "appearance", "completion", "construction", "creation", "debut", "demise", "discovery", "foundation", "founding",
    "inauguration", "inception", "installation", "introduction", "invention", "launch", "opening", "premiere",
    "publication", "release", "unveiling",
})  # fmt: skip
SINCE = frozenset({"after", "before", "following", "since", "until", "upon"})
"""What a thing once has, and the prepositions that date something by it: "since its launch"."""

STANDING = frozenset({"be", "hover", "remain", "rest", "sit", "stand", "stay"})
"""Verbs that say where something stands: "cut the rate to 5 percent, where it had stood"."""

BESIDE = 300
"""Weight of the first of two where the pronoun tells whose the second is: "Greece and its neighbour"."""
THANKED, DATED, OUTER, AROUND, AHEAD, AHEAD_NAMED = 300, 160, 100, 60, 300, 150
"""Weights: the object of JUDGING, what a clause dated by a start tells of, the subject around the clause of a noun, and
around a relative clause; the subject behind the opening phrase that a pronoun stands in, and a name behind a clause."""


def hints(clusters: Clusters, i: int) -> Iterator[tuple[int, int]]:
    """Weights for mentions that the place of the pronoun `i` speaks for."""
    token = clusters.parse.doc[clusters.mentions[i].head]
    for weight, noun in ((THANKED, _thanked(token)), (OUTER, _outer_subject(token)), (OUTER, _subject_before(token))):
        j = clusters.by_head.get(noun.i) if noun is not None else None
        if j is not None:
            yield weight, j
    whole, around = _shared_out(clusters, i, token), _subject_around(clusters, i, token)
    first, stands = (
        clusters.by_head.get(t.i) if t is not None else None for t in (_first_of_two(token), _what_stands(token))
    )
    if first is not None and clusters.of(first).tops & {"Country", "Group", "Organization", "Person"}:
        yield BESIDE, first
    if stands is not None:
        yield BESIDE, stands
    if whole is not None:
        yield THANKED, whole
    if around is not None:
        yield AROUND, around
    for noun in _told_of(token):
        j = clusters.by_head.get(noun.i)
        if j is not None and not clusters.of(j).tops & (LANDS - {"Facility"}):
            yield DATED, j


def _first_of_two(token: Token) -> Token | None:
    """The noun that a possessed one is coordinated with: "Greece" of "Greece and its neighbour"; or None."""
    noun = token.head
    return noun.head if token.dep_ == "poss" and noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} else None


def _what_stands(token: Token) -> Token | None:
    """What is moved in "cut the rate to 5 percent, where it had stood", "left the rate where it was"; or None."""
    verb = token.head
    if token.dep_ != "nsubj" or token.lower_ != "it" or verb.lemma_ not in STANDING:
        return None
    if not any(t.lower_ == "where" for t in verb.children):
        return None
    for above in islice(verb.ancestors, CONJUNCTS):
        if above.pos_ in {"VERB", "AUX"}:
            moved = next((t for t in above.children if t.dep_ in {"dobj", "nsubjpass"} and t.i < token.i), None)
            return moved
    return None


def _thanked(token: Token) -> Token | None:
    """The object of "thank the staff for their work", whose work it is; or None."""
    if token.dep_ != "poss":
        return None
    noun = first_conjunct(token.head)
    if noun.dep_ not in {"pobj", "pcomp"} or noun.head.lower_ != "for":
        return None
    above = noun.head.head
    verb = above.head if above.dep_ == "dobj" else above  # "for" may hang on the object
    if verb.lemma_ not in JUDGING:
        return None
    return next((t for t in verb.children if t.dep_ == "dobj" and t.i < token.i), None)


def _told_of(token: Token) -> Iterator[Token]:
    """What a clause tells of before "since its launch" in it: the store in "sold from the store since its launch"."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ != "pobj" or noun.lemma_ not in STARTS or noun.head.lower_ not in SINCE:
        return
    verb = noun.head.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ != "ccomp":
        return
    for t in islice(verb.subtree, CONJUNCTS):
        if t.i < noun.head.i and t.i != verb.i and governor_of(t) == verb:
            yield t


def _outer_subject(token: Token) -> Token | None:
    """The subject of the clause around "to mark the fact it can fly": of whom a noun's clause in it tells; or None."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ not in {"acl", "ccomp"} or verb.head.pos_ != "NOUN":
        return None
    for above in islice(verb.head.ancestors, CONJUNCTS):
        if above.dep_ == "relcl":
            return None
        subject = next((t for t in above.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and above.pos_ in {"VERB", "AUX"}:
            return subject if subject.i < token.i else None
    return None


def _subject_before(token: Token) -> Token | None:
    """The subject of the clause before "when it fell", which the parser often hangs on a noun of it; or None."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ not in {"relcl", "advcl"}:
        return None
    if not any(t.lower_ == "when" for t in verb.children):
        return None
    for above in islice(verb.ancestors, CONJUNCTS):
        if above.pos_ in {"VERB", "AUX"}:
            subject = next((t for t in above.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
            return subject if subject is not None and subject.i < token.i else None
    return None


def _subject_around(clusters: Clusters, i: int, token: Token) -> int | None:
    """The subject around a relative clause with a pronoun: "paid for the stake it does not own"; or None.

    Not where the clause tells what its noun does, which then may be meant.
    """
    clause = next((t for t in islice(token.ancestors, CONJUNCTS) if t.dep_ in {"relcl", "acl"}), None)
    if clause is None:
        return None
    own = next((clusters.by_head.get(t.i) for t in clause.children if t.lower_ in RELATIVE and t.dep_ in SUBJECT), None)
    if own is not None and not clusters.are_foes(i, own):
        return None
    for above in islice(clause.ancestors, CONJUNCTS):
        subject = next((t for t in above.children if t.dep_ in {"nsubj", "nsubjpass"} and t.i < token.i), None)
        if subject is not None and above.pos_ in {"VERB", "AUX"}:
            return clusters.by_head.get(subject.i)
    return None


def _shared_out(clusters: Clusters, i: int, token: Token) -> int | None:
    """The plural right before the comma of "soldiers, some of them kneeling", "firms, among them Acme"; or None."""
    if token.lower_ != "them" or token.dep_ != "pobj" or token.head.lower_ not in {"of", "among"}:
        return None
    part = token.head.head if token.head.lower_ == "of" else token.head
    comma = part.left_edge.i - 1
    if part.i > token.i or comma < 1 or token.doc[comma].text != ",":
        return None
    j = clusters.by_last.get(comma - 1)
    is_many = j is not None and clusters.mentions[j].number == "plural" and not clusters.of(j).tops & LANDS
    return j if is_many else None


def subject_ahead(clusters: Clusters, i: int) -> tuple[int, int] | None:
    """The weight and mention of the subject of the sentence, where pronoun `i` stands in what opens it; or None.

    A name behind any clause or phrase; behind a phrase with a possessive also a noun that is somebody's or known.
    """
    token = clusters.parse.doc[clusters.mentions[i].head]
    verb = token.sent.root
    subject = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if (
        subject is None
        or subject.i < token.i
        or subject.i > verb.i
        or token == subject
        or token.head == subject
        or token.i > verb.i
    ):
        return None
    j = clusters.by_head.get(subject.i)
    if j is None or subject.left_edge.i <= token.i:
        return None
    if any(t.text == ";" for t in token.doc[token.i : subject.i]):
        return None
    is_phrase = token.dep_ == "poss" and governs_directly(token, verb)
    traits = clusters.traits[j]
    is_name = traits.kind is MentionKind.NAME or clusters.of(j).named
    if is_phrase and (is_name or traits.determiner in {"the", "possessive"}):
        return AHEAD, j
    return (AHEAD_NAMED, j) if is_name else None


def governs_directly(token: Token, verb: Token) -> bool:
    """Whether a token stands in a phrase of the verb that holds no other verb."""
    for above in islice(token.ancestors, CONJUNCTS):
        if above.pos_ in {"VERB", "AUX"}:
            return above == verb
    return False
