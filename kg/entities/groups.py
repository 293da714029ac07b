"""Groups of chains that may be one entity, and how much speaks for and against joining another.

A name alone never tells: what counts is how completely names agree, offices, countries, genders and the neighbours in
the text.  No score comes from the likeness of strings, save for spellings of a given name under an equal surname,
office and country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from kg.entities.chains import Chain
from kg.entities.words import are_rivals, is_part, name_words, short_name, written_as_one
from kg.mentions.runs import is_coined
from kg.ontology import Ontology

Words = tuple[str, ...]
COUNTRY = "kgo:Country"
LANDS = frozenset({"Country", "Region", "City", "Place", "Facility"})

FULL, MIDDLE, TURNED, SPELLED, PART = 2.0, 1.5, 1.0, 0.5, 0.5
TITLE, OWNER, NEIGHBOUR = 1.5, 1.0, 1.5
OTHER_TITLE, OTHER_OWNER, OTHER_COUNTRY = -1.0, -1.5, -2.25
"""Two ministers of one name and of different countries are two; countries weigh more than employers."""
OTHER_GENDER = -2.5
"""Mostly two people; but a pronoun is easily misread, so that name, office and country together weigh more."""
ENOUGH = 1.5
"""A full name is enough if nothing speaks against it; part of one needs an office, a country or rare neighbours."""

MARGIN = 0.5
"""By how much the best candidate must be better than the second."""

ALIKE = 0.85
"""Jaro-Winkler likeness of two spellings of a given name ("Sergei", "Sergey")."""

SHORTEST_MODEL = 3
"""Letters and digits of a model that may stand without its maker: "787", "A380", but no "4"."""

RARE, COMMON = 2.0, 10
"""A neighbour that is told of in n documents counts RARE / n, and nothing in more than COMMON."""


@dataclass(slots=True)
class Group:
    """Chains held to be one entity, and what is told of it."""

    family: str
    chains: list[int] = field(default_factory=list)
    known: str | None = None
    names: Counter[Words] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    of: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)
    """Names told of in the same documents; the set of one document is shared until another joins."""
    is_shared: bool = False
    classes: Counter[str] = field(default_factory=Counter)
    coined: set[Words] = field(default_factory=set)
    """Names with a word that nobody else has ("iTunes Store"), which no common noun in them makes general."""

    def add(self, index: int, chain: Chain, neighbours: set[str]) -> None:
        """Take in the chain with this index; `neighbours` are the names in its document."""
        self.chains.append(index)
        self.known = self.known or chain.known
        self.names.update(words for name in chain.names if (words := comparable(name, self.family)))
        self.coined.update(comparable(name, self.family) for name in chain.names if any(map(is_coined, name.split())))
        self.titles |= set(chain.titles)
        self.of |= set(chain.of)
        self.genders |= {chain.gender} - {"", "n"}
        self._take_neighbours(neighbours)
        self.classes[chain.cls] += len(chain.mentions)

    def join(self, other: Group) -> None:
        """Take in another group."""
        self.chains += other.chains
        self.known = self.known or other.known
        self.names.update(other.names)
        self.coined |= other.coined
        self.titles |= other.titles
        self.of |= other.of
        self.genders |= other.genders
        self._take_neighbours(other.neighbours)
        self.classes.update(other.classes)

    def _take_neighbours(self, names: set[str]) -> None:
        if self.known or names is self.neighbours:
            return  # a row of the gazetteer needs no neighbours to be known by
        if not self.neighbours:
            self.neighbours, self.is_shared = names, True
            return
        if self.is_shared:
            self.neighbours, self.is_shared = set(self.neighbours), False
        self.neighbours |= names

    def own_names(self) -> set[str]:
        """What the group itself is called as a neighbour of others."""
        return {" ".join(words) for words in self.names} | ({self.known} if self.known else set())


def family_of(type_: str) -> str:
    """Persons, lands and the rest: only names of one family are compared."""
    return "person" if type_ == "Person" else "land" if type_ in LANDS else "other"


def comparable(name: str, family: str) -> Words:
    """The words of a name by which it is compared in its family."""
    words = name_words(name)
    return short_name(words) if family == "other" else words


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks for joining two groups: a score, and the evidence in words."""

    score: float
    reasons: tuple[str, ...]


NOTHING = Verdict(0.0, ())


class Comparison:
    """Compares groups of one corpus; `frequency` tells in how many documents a neighbour's name stands."""

    __slots__ = ("frequency", "ontology")

    def __init__(self, frequency: Mapping[str, int], ontology: Ontology) -> None:
        self.frequency, self.ontology = frequency, ontology

    def verdict(self, one: Group, other: Group) -> Verdict:
        """How much speaks for one entity; NOTHING where names do not agree or something contradicts."""
        if one.family != other.family or contradict(one, other):
            return NOTHING
        if one.family == "person":
            return self._persons(one, other)
        return self._things(one, other)

    def _persons(self, one: Group, other: Group) -> Verdict:
        score, how = max((agreement(a, b) for a in one.names for b in other.names), default=(0.0, ""))
        if not score:
            return NOTHING
        if how.startswith("spelling") and not (one.titles & other.titles and one.of & other.of):
            return NOTHING
        return self._weighed(one, other, score, how)

    def _things(self, one: Group, other: Group) -> Verdict:
        shared = sorted(set(one.names) & set(other.names)) or _spaced_alike(one, other)
        if not shared:
            return self._models(one, other)
        generic = is_generic(shared[0], self.ontology) and shared[0] not in one.coined | other.coined
        if one.of and other.of and not one.of & other.of and generic:
            return NOTHING
        start = 1.0 if generic else FULL
        return self._weighed(one, other, start, f"same name '{' '.join(shared[0])}'", persons=False)

    def _models(self, one: Group, other: Group) -> Verdict:
        """A product's model with and without its maker's name: "Boeing 787" and "787"."""
        makers, bare = zip(*(self._made(group) for group in (one, other)), strict=True)
        shared = sorted((set(one.names) & bare[1]) | (set(other.names) & bare[0]))
        if not shared or (makers[0] and makers[1] and makers[0].isdisjoint(makers[1])):
            return NOTHING
        return self._weighed(one, other, MIDDLE, f"model '{' '.join(shared[0])}' of the same maker", persons=False)

    def _made(self, group: Group) -> tuple[set[str], set[Words]]:
        """The makers with which a group's names begin, and these names without them."""
        models = [words for words in group.names if model_of(words)]
        made = [words for words in models if words[0] in firms_of(self.ontology)]
        return {words[0] for words in made}, {model_of(words) for words in made}

    def _weighed(self, one: Group, other: Group, score: float, how: str, *, persons: bool = True) -> Verdict:
        reasons = [how]
        for mine, theirs, plus, minus, what in (
            (one.titles, other.titles, TITLE, OTHER_TITLE, "title"),
            (one.of, other.of, OWNER, self._other_owner(one.of | other.of), "of"),
        ):
            if mine & theirs:
                score += plus
                reasons.append(f"both {what} {', '.join(sorted(mine & theirs))}")
            elif mine and theirs and persons:
                score += minus
                reasons.append(f"but {what} {', '.join(sorted(mine))} and {', '.join(sorted(theirs))}")
        if one.genders and other.genders and not one.genders & other.genders:
            score += OTHER_GENDER
            reasons.append("but of another gender")
        near = (one.neighbours & other.neighbours) - one.own_names() - other.own_names()
        weight = min(NEIGHBOUR, sum(RARE / self.frequency.get(name, 1) for name in sorted(near)))
        if weight >= MARGIN:
            reasons.append(f"both with {', '.join(sorted(near, key=lambda n: (self.frequency.get(n, 1), n))[:3])}")
        return Verdict(score + weight, tuple(reasons))

    def _other_owner(self, owners: set[str]) -> float:
        """What it weighs that two groups share none of these owners."""
        rows = [self.ontology.names.get(owner) for owner in owners]
        return OTHER_COUNTRY if all(row and row.cls == COUNTRY for row in rows) else OTHER_OWNER


def _spaced_alike(one: Group, other: Group) -> list[Words]:
    """The names of one that the other writes with other blanks ("Mac OS X", "Mac OSX")."""
    theirs = {written_as_one(words) for words in other.names}
    return sorted(words for words in one.names if written_as_one(words) in theirs)


def model_of(words: Words) -> Words:
    """The model behind a maker's name: ("787",) of ("boeing", "787"); () where a name has none."""
    is_model = len(words) == 2 and any(c.isdigit() for c in words[1]) and len(words[1]) >= SHORTEST_MODEL
    return words[1:] if is_model else ()


@lru_cache(maxsize=4)
def firms_of(ontology: Ontology) -> frozenset[str]:
    """The companies of the gazetteer that one word names."""
    rows = [row for row in ontology.names.values() if ontology.is_a(row.cls, "kgo:Company")]
    names = [short_name(name_words(name)) for row in rows for name in (row.label, *row.aliases)]
    return frozenset(words[0] for words in names if len(words) == 1)


def is_generic(words: Words, ontology: Ontology) -> bool:
    """Whether many organizations bear the name ("defense ministry"): its last word is a common noun for one."""
    cls = ontology.nouns.get(words[-1]) if words else None
    return cls is not None and ontology.top_type(cls) == "Organization"


def contradict(one: Group, other: Group) -> bool:
    """Whether two groups cannot be one: other rows of the gazetteer, or names of different persons."""
    if one.known and other.known and one.known != other.known:
        return True
    if one.family != "person":
        return False
    full = [[words for words in group.names if len(words) > 1] for group in (one, other)]
    return any(are_rivals(a, b) and not agreement(a, b)[0] for a in full[0] for b in full[1])


@lru_cache(maxsize=100_000)
def agreement(one: Words, other: Words) -> tuple[float, str]:
    """How completely two names of persons agree, and how; 0 where they do not."""
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if one == other:
        return (FULL, f"same full name '{' '.join(one)}'") if len(one) > 1 else (PART, f"same name '{one[0]}'")
    if is_part(short, long) and len(short) < 3:
        return PART, f"'{' '.join(short)}' is part of '{' '.join(long)}'"
    if len(short) < 2:
        return 0.0, ""
    if not are_rivals(short, long):
        return MIDDLE, f"'{' '.join(short)}' is '{' '.join(long)}' without middle names"
    if sorted(short) == sorted(long):
        return TURNED, f"'{' '.join(short)}' is '{' '.join(long)}' in another order"
    if _is_spelled(short, long):
        return SPELLED, f"spelling of '{' '.join(short)}' and '{' '.join(long)}'"
    return 0.0, ""


def _is_spelled(one: Words, other: Words) -> bool:
    """Whether given names are spellings of one under an equal surname, initials in between left out."""
    plain = [(words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]) for words in (one, other)]
    if len(plain[0]) != len(plain[1]) or plain[0][1:] != plain[1][1:]:
        return False
    return JaroWinkler.similarity(plain[0][0], plain[1][0]) >= ALIKE
