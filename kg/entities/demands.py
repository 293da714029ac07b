"""What a pronoun's form and verb ask of who is meant: "it was held" asks for an event, "she" for no Robert."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from kg.entities.clusters import LANDS, VAGUE, Cluster, Clusters, clash_of_types
from kg.entities.quotes import speech_verbs
from kg.entities.traits import CONJUNCTS, RELATIVE
from kg.model import MentionKind

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})

ACTORS = frozenset({"Person", "Organization", "Group", "Country"})
SPEAKING = ACTORS | frozenset({"City", "Region", "Facility", "Document"})
"""Top types of what can say something: "the hospital said", "the report says"."""

TELLING = frozenset({
    "suggest", "indicate", "imply", "point", "hint", "signal", "reveal", "confirm", "establish", "read", "describe",
})  # fmt: skip
"""Verbs of speech that go with results and events too: "they suggest that ..."."""

LEADING = frozenset({"lead", "head", "chair", "command", "govern", "preside"})
LED = frozenset({"Organization", "Group", "Country", "Region", "City", "Event"})
"""Verbs whose passive subject has a leader, and what has one: "it is led by" no palace."""

MINDED = frozenset({
    "agree", "announce", "apologise", "apologize", "appoint", "argue", "arrest", "beat", "celebrate", "complain",
    "decide", "defeat", "doubt", "elect", "employ", "fear", "hire", "hope", "host", "insist", "intend", "meet",
    "negotiate", "plan", "play", "plead", "pledge", "pray", "promise", "refuse", "resign", "sue", "think", "visit",
    "vote", "vow", "want", "wish",
})  # fmt: skip
"""Verbs of what only somebody does: no points play, and no plan hopes."""

HELD = frozenset({"adjourn", "convene", "hold", "postpone", "reschedule", "schedule", "stage"})
HAPPENING = frozenset({"coincide", "ensue", "happen", "last", "occur"})
"""Verbs whose passive, and whose active, subject is something that happens."""

DEEDS = frozenset({
    "accident", "anomaly", "beginning", "blip", "blow", "coincidence", "day", "defeat", "disgrace", "exaggeration",
    "honor", "honour", "joke", "matter", "milestone", "mistake", "moment", "occasion", "pity", "pleasure", "reason",
    "relief", "reminder", "setback", "shame", "sign", "step", "surprise", "time", "tragedy", "victory",
})  # fmt: skip
"""What a happening or a state of affairs is said to be, and no body, place or product: "it might be a blip"."""

BODILY = ACTORS | LANDS | {"Product"}
"""Top types of what does not happen."""

WEATHER = frozenset({"drizzle", "hail", "pour", "rain", "sleet", "snow", "thunder"})
OUTDOORS = frozenset({"cloudy", "dark", "foggy", "misty", "rainy", "snowy", "stormy", "sunny", "windy"})
"""Verbs and adjectives of the weather, that have no subject: "it was raining"."""

FORCING = frozenset({"compel", "force", "oblige"})
ASKING = frozenset({
    "advise", "ask", "beg", "forbid", "instruct", "invite", "order", "persuade", "sue", "tell", "urge", "warn",
})  # fmt: skip
"""Verbs whose object does something, and of them those whose object is somebody."""

KIN = frozenset({
    "aunt", "brother", "cousin", "dad", "daughter", "father", "grandfather", "grandmother", "grandson",
    "granddaughter", "husband", "mother", "mum", "nephew", "niece", "sister", "son", "uncle", "widow",
    "widower", "wife",
})  # fmt: skip
"""Whom persons alone have."""

CLAIMED = frozenset({"confirm", "deny", "predict"})
"""Verbs whose object is that something is so."""

ROLES = frozenset({"as", "like", "unlike"})
"""Prepositions before what somebody is or resembles: "as a child" tells of nobody new, nor "called her a child"."""

ANYBODY = frozenset({
    "any", "anybody", "anyone", "anything", "each", "every", "everybody", "everyone", "everything", "no", "no one",
    "nobody", "none", "nothing", "one", "somebody", "someone", "something", "whoever",
})  # fmt: skip
"""Determiners and pronouns of nobody in particular, to whom no later sentence points back."""


ARRIVING = frozenset({"back", "home", "into", "out", "past", "through", "to"})
"""Words behind "make it" of those who arrive."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the verb of a pronoun asks of who is meant.

    These top types; that it can speak, has a leader or a will, that it happens, does something or has kin.
    """

    tops: set[str]
    says: bool = False
    is_led: bool = False
    is_minded: bool = False
    happens: bool = False
    acts: bool = False
    has_kin: bool = False


def asked_of(clusters: Clusters, i: int) -> Asked:
    """What "it is the biggest contract", "it said that ..." and "it was held" ask of who "it" is."""
    token = clusters.parse.doc[clusters.mentions[i].head]
    happens = clusters.mentions[i].mention.anchor.text.casefold() in NEUTER and _happens(token)
    if token.dep_ == "poss":
        return Asked(set(), happens=happens, has_kin=token.head.lemma_ in KIN)
    told = _told_to_do(token)
    if told is not None:
        return Asked(set(), is_minded=told.lemma_ in ASKING, acts=True)
    if token.dep_ != "nsubj":
        is_led = token.dep_ == "nsubjpass" and token.head.lemma_ in LEADING
        return Asked(set(), is_led=is_led, happens=happens)
    tops = _predicated(clusters, token.head) if token.head.lemma_ == "be" else set()
    says = token.head.lemma_ in speech_verbs(clusters.ontology) - TELLING
    says = says and any(t.dep_ == "ccomp" for t in token.head.children)
    return Asked(tops, says, is_minded=token.head.lemma_ in MINDED, happens=happens)


def _told_to_do(token: Token) -> Token | None:
    """The verb by which somebody is made to do something, of whom the token tells: "forced it to close"; or None."""
    verb = token.head
    if token.dep_ == "dobj":
        is_made = verb.lemma_ in ASKING or any(t.dep_ == "xcomp" for t in verb.children)
    else:
        verb, is_made = verb.head, token.dep_ == "nsubj" and token.head.tag_ == "VB" and token.head.dep_ == "ccomp"
    return verb if is_made and verb.lemma_ in ASKING | FORCING else None


def _happens(subject: Token) -> bool:
    """Whether a verb tells of its subject what is told of happenings alone ("is expected to be held")."""
    verb = subject.head
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    attr = next((t for t in verb.children if t.dep_ == "attr"), None)
    if verb.lemma_ in {"be", "become"} and attr is not None:
        return attr.lemma_ in DEEDS
    for _ in range(CONJUNCTS):
        below = next((t for t in verb.children if t.dep_ == "xcomp"), None)
        if below is None:
            break
        verb = below
    if verb.lemma_ in HELD:
        is_passive = verb.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in verb.children)
        return is_passive and not any(t.dep_ in {"agent", "dobj", "oprd"} for t in verb.children)
    has_place = any(t.dep_ == "dobj" and t.lower_ == "place" for t in verb.children)
    return verb.lemma_ in HAPPENING or (verb.lemma_ == "take" and has_place)


def means_no_mention(clusters: Clusters, i: int) -> bool:
    """Whether "it" is no phrase of the text, or a day ("Sunday was chosen as its date is a 7").

    "It is time to go", "it is as if", "it rained", "they made it to Oslo", "they deny it".
    """
    token = clusters.parse.doc[clusters.mentions[i].head]
    if token.lower_ not in NEUTER:
        return False
    if _tells_of_weather(token) or _tells_of_event(token):
        return True
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    if token.dep_ == "dobj":
        is_idiom = token.head.lemma_ == "make" and bool(after) and after[0] in ARRIVING
        return is_idiom or token.head.lemma_ in CLAIMED
    if token.dep_ == "nsubj" and after[1:] in (["as", "if"], ["as", "though"]):
        return True
    attr = next((t for t in token.head.children if t.dep_ == "attr"), None) if token.dep_ == "nsubj" else None
    if attr is not None and attr.lemma_ == "time" and attr.left_edge == attr:
        return True
    for above in islice(token.ancestors, CONJUNCTS):
        subject = next((t for t in above.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and not subject.left_edge.i <= token.i <= subject.right_edge.i:
            return subject.ent_type_ == "DATE" and subject.tag_ == "NNP" and subject.i < token.i
    return False


def _tells_of_weather(token: Token) -> bool:
    """Whether "it" tells of the weather or the time: "it was raining", "it was dark", "it was 8 p.m. when"."""
    verb = token.head.head if token.head.dep_ == "aux" else token.head
    if token.dep_ != "nsubj":
        return False
    if verb.lemma_ in WEATHER:
        return not any(t.dep_ == "dobj" for t in verb.children)
    if verb.lemma_ != "be":
        return False
    below = [t for t in verb.children if t.i > verb.i]
    nouns = [t for b in below for t in (b, *b.children) if t.dep_ in {"attr", "npadvmod", "pobj"}]
    is_time = bool(nouns) and nouns[0].ent_type_ == "TIME" and not any(t.dep_ == "acomp" for t in below)
    return is_time or any(t.dep_ == "acomp" and t.lower_ in OUTDOORS for t in below)


def _tells_of_event(token: Token) -> bool:
    """Whether "it" is what just happened, as one of several: "It was the fifth final that he has lost"."""
    attr = next((t for t in token.head.children if t.dep_ == "attr"), None) if token.dep_ == "nsubj" else None
    if attr is None or token.head.lemma_ != "be" or not any(t.ent_type_ == "ORDINAL" for t in attr.children):
        return False
    clauses = [t for t in attr.subtree if t.dep_ == "relcl"]
    return any(t.dep_ == "nsubj" and t.tag_ == "PRP" for clause in clauses for t in clause.children)


def fits(asked: Asked, other: Cluster, *, is_pronoun: bool) -> bool:
    """Whether a candidate is of the kind that the pronoun's verb asks for.

    What "it is the biggest contract" is no company; who "said that ..." is an actor, or a document.
    """
    if asked.is_minded and not (other.named or is_pronoun or other.tops & ACTORS):
        return False
    if asked.acts and not (other.tops or other.named or is_pronoun):
        return False
    if asked.has_kin and other.tops - {"Person", "Group"}:
        return False
    if asked.is_led and other.tops and not other.tops & LED:
        return False
    if (asked.happens or asked.tops == {"Event"}) and other.tops & BODILY:
        return False
    if asked.tops and other.tops & ACTORS and clash_of_types(asked.tops, other.tops):
        return False
    return not asked.says or (bool(other.tops & SPEAKING) if other.tops else other.named)


def _predicated(clusters: Clusters, verb: Token) -> set[str]:
    """The top types of the nouns that a form of "be" predicates, unknown ones left out."""
    attrs = [t for t in verb.children if t.dep_ == "attr"]
    nouns = [*attrs, *(t for attr in attrs for t in attr.conjuncts)]
    found = {clusters.traits[j].top for t in nouns if (j := clusters.by_head.get(t.i)) is not None}
    return found - VAGUE


def is_of_other_gender(clusters: Clusters, other: Cluster, word: str) -> bool:
    """Whether the given name of a person is borne by the other gender alone than the pronoun `word` tells of."""
    wanted = "m" if word in MALE else "f" if word in FEMALE else ""
    if not wanted or other.gender or not other.names:
        return False
    told = {clusters.ontology.typing.genders.get(words[0].capitalize(), "") for words in other.names} - {""}
    return bool(told) and wanted not in told


def is_nobody(clusters: Clusters, j: int, sentence: int) -> bool:
    """Whether mention `j` brings in nobody to whom a pronoun of that `sentence` could point back.

    A role ("as a child"), or nobody in particular ("no one", "every driver") in a sentence before.
    """
    if clusters.text(j).casefold() in RELATIVE:
        j = min(clusters.of(j).members)  # "called her a player who ..." brings in nobody with "who" either
    traits, token = clusters.traits[j], clusters.parse.doc[clusters.mentions[j].head]
    if traits.kind is MentionKind.NAME:
        return False
    if clusters.text(j).casefold() in {"anything", "everything", "nothing"}:
        return True
    if traits.sentence != sentence and (clusters.text(j).casefold() in ANYBODY or traits.determiner in ANYBODY):
        return True
    is_role = token.dep_ == "oprd" or (token.dep_ == "pobj" and token.head.lower_ in ROLES)
    return is_role and traits.determiner in {"", "a", "an"} and not clusters.of(j).named
