"""Which row of the gazetteer each mention stands for, read by position: "Pyongyang" acts, but in Pyongyang one stands.

A capital or seat is read as its government as the subject or agent of a deed, as whom one accuses or backs, as the
possessor of an organization, official, force, deed or agreement, after "with" and "against", and in a "between X and Y"
of two such names.
Elsewhere it is the place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.entities.traits import first_conjunct
from kg.entities.words import bare_name, name_words, short_name
from kg.mentions import TokenMention
from kg.model import MentionKind
from kg.ontology import Ontology

STATES = frozenset(
    [
        "be",
        "have",
        "lie",
        "sit",
        "remain",
        "become",
        "stand",
        "rank",
        "stretch",
        "see",
        "get",
        "attract",
        "boast",
        "grow",
        "house",
        "record",
        "swelter",
    ]
)
"""Verbs whose subject does nothing: "Moscow lies on", "Paris has seen", "Oslo remains"."""

ADDRESSED = frozenset({
    "accuse", "applaud", "appease", "assure", "back", "berate", "blame", "castigate", "censure", "chastise", "chide",
    "condemn", "convince", "criticise", "criticize", "defy", "denounce", "embarrass", "lobby", "notify", "oblige",
    "persuade", "praise", "press", "pressure", "punish", "rebuke", "reassure", "sanction", "scold", "snub", "sue",
    "support", "thank", "threaten", "urge", "warn",
})  # fmt: skip
"""Verbs of what is done to those who decide: "they backed Athens", but "they bombed" or "visited" a city."""

MINDS = frozenset({
    "adamant", "angry", "anxious", "aware", "cautious", "concerned", "confident", "convinced", "determined", "eager",
    "furious", "guilty", "happy", "hopeful", "keen", "open", "prepared", "ready", "reluctant", "responsible",
    "sceptical", "skeptical", "unhappy", "unwilling", "wary", "willing",
})  # fmt: skip
"""What only those who decide are: "Moscow is ready to talk", but "Moscow is cold"."""

JOURNEYS = frozenset({
    "flight", "road", "route", "train", "railway", "distance", "line", "journey", "trip", "travel", "border",
    "highway", "bus", "way",
})  # fmt: skip
"""Nouns with which "between X and Y" means two places."""

TOWNSPEOPLE = frozenset(["mayor", "resident", "inhabitant", "native", "suburb", "district", "citizen", "commuter"])
DATELINE = frozenset({"(", ",", "—", "–", "-", ":"})
"""Marks behind the place of a dateline."""
STRAINS = frozenset({"ebolavirus", "fever", "flu", "lineage", "strain", "subtype", "variant", "virus"})
TEAM = "kgo:SportsTeam"
UNSEATED = frozenset({"Person", "Product", "Event", "Thing", "Group"})
"""Types of names that no seat of a government has."""
POWERS = frozenset({"Organization", "Person", "Group", "Event", "Agreement", "Document", "Product"})
COMPASS = frozenset({"north", "south", "east", "west"})


class Stand:
    """Who each mention stands for: `slugs` and, where it is a metonym, the slug of the place in `seats`."""

    __slots__ = ("seats", "slugs")

    def __init__(self, size: int) -> None:
        self.slugs: list[str | None] = [None] * size
        self.seats: list[str | None] = [None] * size


@lru_cache(maxsize=4)
def metonyms_of(ontology: Ontology) -> Mapping[tuple[str, ...], str]:
    """Comparable words of a metonym -> slug of what it may stand for; names that may stand for several are left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for slug, row in sorted(ontology.names.items()):
        for metonym in row.metonyms:
            found.setdefault(name_words(metonym), set()).add(slug)
    return {words: min(slugs) for words, slugs in found.items() if len(slugs) == 1}


def read_positions(doc: Doc, mentions: Sequence[TokenMention], ontology: Ontology) -> Stand:
    """Tell for each mention which row of the gazetteer it stands for in its position."""
    stand, metonyms = Stand(len(mentions)), metonyms_of(ontology)
    teams = _teams(mentions, ontology)
    by_head = {m.head: m for m in mentions}
    for i, m in enumerate(mentions):
        if m.known and _is_of_strain(doc[m.head]):
            continue
        stand.slugs[i] = m.known or _firm(m, ontology)
        actor = metonyms.get(name_words(m.mention.anchor.text)) if m.mention.kind is MentionKind.NAME else None
        if actor is None:
            continue
        place = m.known if m.known != actor else None
        top = ontology.top_type(m.cls)
        if place is None and top in UNSEATED:
            continue  # "Douglas" of a text about aircraft makers is no capital
        is_land = place is not None or top in {"City", "Place"}
        if _is_dateline(doc, m):
            stand.slugs[i] = place
        elif not is_land or _is_actor(doc[m.head], by_head, metonyms, ontology):
            team = teams.get(name_words(m.mention.anchor.text))
            stand.slugs[i], stand.seats[i] = (team, None) if team else (actor, place)
        else:
            stand.slugs[i] = place
    _read_compass(mentions, stand, ontology)
    return stand


def _teams(mentions: Sequence[TokenMention], ontology: Ontology) -> dict[tuple[str, ...], str]:
    """First and last words of the known teams of a text -> slug: "Madrid" beside "Real Madrid" is the team."""
    known = {m.known for m in mentions if m.known in ontology.names}
    teams = sorted(slug for slug in known if slug and ontology.is_a(ontology.names[slug].cls, TEAM))
    return {part: slug for slug in teams for w in (name_words(ontology.names[slug].label),) for part in (w[:1], w[-1:])}


def _is_of_strain(name: Token) -> bool:
    """Whether a place's name is only that of a disease: "the Zaire strain"."""
    return name.dep_ in {"compound", "nmod"} and name.head.lemma_.casefold() in STRAINS


def _firm(m: TokenMention, ontology: Ontology) -> str | None:
    """The row of a company that is told with its legal form ("Toyota Motor Corp"), or None."""
    if m.mention.kind is not MentionKind.NAME or ontology.top_type(m.cls) != "Organization":
        return None
    words = name_words(m.mention.anchor.text)
    plain = short_name(words)
    return _firms(ontology).get(plain) if plain != words else None


@lru_cache(maxsize=4)
def _firms(ontology: Ontology) -> Mapping[tuple[str, ...], str]:
    """Comparable words of a company's names without legal form -> its slug; what several bear is left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for slug, row in ontology.names.items():
        if ontology.is_a(row.cls, "kgo:Company"):
            for form in (row.label, *row.aliases):
                found.setdefault(short_name(name_words(form)), set()).add(slug)
    return {words: min(slugs) for words, slugs in found.items() if len(slugs) == 1}


def _is_dateline(doc: Doc, m: TokenMention) -> bool:
    """Whether a name in capitals opens a passage and tells where it was written: "LIMA (AP) - ..."."""
    is_first = m.first == 0 or bool(doc[m.first].is_sent_start) or (m.first == 1 and doc[0].lower_ == "the")
    after = doc[m.last + 1].text if m.last + 1 < len(doc) else ""
    text = m.mention.anchor.text
    return text.isupper() and len(text) > 2 and after in DATELINE and (is_first or bool(doc[m.first - 1].is_sent_start))


def _read_compass(mentions: Sequence[TokenMention], stand: Stand, ontology: Ontology) -> None:
    """Let a capitalised "the North" be the one country of the text whose name begins so."""
    by_word: dict[str, set[str]] = {}
    for slug in sorted({slug for slug in stand.slugs if slug}):
        words = name_words(ontology.names[slug].label) if slug in ontology.names else ()
        if len(words) > 1 and words[0] in COMPASS and ontology.is_a(ontology.names[slug].cls, "kgo:Country"):
            by_word.setdefault(words[0], set()).add(slug)
    for i, m in enumerate(mentions):
        text = bare_name(m.mention.anchor.text)
        countries = by_word.get("".join(name_words(text)), set())
        if stand.slugs[i] is None and len(countries) == 1 and text[:1].isupper():
            stand.slugs[i] = min(countries)


def _is_actor(
    token: Token, by_head: Mapping[int, TokenMention], metonyms: Mapping[tuple[str, ...], str], ontology: Ontology
) -> bool:
    first = first_conjunct(token)
    match first.dep_:
        case "nsubj":
            return first.head.lemma_ not in STATES or _is_minded(first)
        case "dobj" | "nsubjpass":
            return first.head.lemma_ in ADDRESSED
        case "poss":
            return _is_power(first.head, by_head, ontology)
        case "pobj" if first.head.lower_ == "between":
            return _is_pair(first, metonyms) and first.head.head.lemma_ not in JOURNEYS
        case "pobj":
            return first.head.dep_ == "agent" or first.head.lower_ in {"with", "against"}
    return False


def _is_minded(subject: Token) -> bool:
    """Whether a form of "be" tells of its subject what it tells of no place: "Moscow is wary", "is behind the plot"."""
    if subject.head.lemma_ != "be":
        return False
    told = [t for t in subject.head.children if t.dep_ in {"acomp", "prep"}]
    return any(t.lower_ in MINDS or (t.lower_ == "behind" and t.dep_ == "prep") for t in told)


def _is_power(owned: Token, by_head: Mapping[int, TokenMention], ontology: Ontology) -> bool:
    """Whether what is owned is something that a government has and a city has not."""
    if owned.lemma_ in TOWNSPEOPLE:
        return False
    mention = by_head.get(owned.i)
    if mention is None:
        return owned.pos_ == "VERB"
    top = ontology.top_type(mention.cls) if mention.cls else mention.mention.type
    return top in POWERS or (top == "Thing" and mention.mention.kind is MentionKind.NOMINAL)


def _is_pair(first: Token, metonyms: Mapping[tuple[str, ...], str]) -> bool:
    """Whether all that is coordinated with `first` are capitals or seats, or countries' names."""
    others = [t for t in first.conjuncts if t.pos_ == "PROPN"]
    return bool(others) and name_words(first.text) in metonyms
