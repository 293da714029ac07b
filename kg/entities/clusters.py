"""The working paper of coreference: mentions in clusters that may only merge where nothing contradicts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from kg.entities.metonyms import Stand, read_positions
from kg.entities.quotes import Quotations, read_quotations
from kg.entities.traits import RELATIVE, Traits, find_traits
from kg.entities.words import are_rivals
from kg.mentions import TokenMention
from kg.model import MentionKind
from kg.ontology import Ontology
from kg.parsing import Parse

LANDS = frozenset({"Country", "Region", "City", "Place", "Facility"})
VAGUE = frozenset({"Thing", ""})
ENDS = frozenset({".", "!", "?", '"', "”"})
"""Marks with which a sentence of the text ends, and a headline rarely does."""
NOUNS = 20
"""Phrases with one noun that are looked at, at most."""


@dataclass(slots=True)
class Cluster:
    """Mentions held to be one, and what is known of it; `foes` are mentions that it cannot be."""

    members: list[int]
    slug: str | None
    tops: set[str]
    cls: str
    gender: str
    number: str
    names: set[tuple[str, ...]] = field(default_factory=set)
    of: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    foes: set[int] = field(default_factory=set)
    named: bool = False
    owned: bool = True
    """Whether owners tell it apart: each country has its defense ministry, but there is one Airbus."""


class Clusters:
    """A union-find over the mentions of a document, in text order, that refuses what contradicts itself."""

    def __init__(
        self,
        parse: Parse,
        mentions: list[TokenMention],
        ontology: Ontology,
        quotations: Quotations | None = None,
    ) -> None:
        self.parse, self.mentions, self.ontology = parse, mentions, ontology
        self.stand: Stand = read_positions(parse.doc, mentions, ontology)
        self.traits: list[Traits] = find_traits(parse.doc, mentions, self.stand.slugs, ontology)
        self.quotations = quotations or read_quotations(parse, ontology)
        self.by_head = {m.head: i for i, m in enumerate(mentions)}
        self.by_first = {m.first: i for i, m in enumerate(mentions)}
        self.by_last = {m.last: i for i, m in enumerate(mentions)}
        self.heading = _heading(parse)
        """The number of the sentence that is the headline, or None."""
        self.in_headline: set[int] = set()
        """Mentions of the headline that the text below tells again."""
        self.described: set[int] = set()
        """Mentions with the form of a name that only describe: "the Pole"."""
        self.reasons = [""] * len(mentions)
        self.parts: dict[int, tuple[int, ...]] = {}
        self._parent = list(range(len(mentions)))
        self._clusters = {i: self._single(i) for i in range(len(mentions))}
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for i, traits in enumerate(self.traits):
            self.by_sentence[traits.sentence].append(i)
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        for i, traits in enumerate(self.traits):
            if traits.kind is MentionKind.NOMINAL:
                self._by_noun[traits.head].append(i)

    def by_noun(self, noun: str, before: int) -> list[int]:
        """The latest noun phrases with this noun before mention `before`, NOUNS of them at most."""
        found = self._by_noun.get(noun, [])
        at = bisect_left(found, before)
        return found[max(0, at - NOUNS) : at]

    def _single(self, i: int) -> Cluster:
        m, traits, slug = self.mentions[i], self.traits[i], self.stand.slugs[i]
        if m.mention.kind is MentionKind.PRONOUN and m.mention.anchor.text.casefold() in RELATIVE:
            return Cluster([i], None, set(), "", "", "")
        row = self.ontology.names.get(slug) if slug else None
        cls = row.cls if row else m.cls
        tops = {self.ontology.top_type(cls) if row else traits.top} - VAGUE
        named = m.mention.kind is MentionKind.NAME
        names = {traits.words} if named and "Person" in tops and len(traits.words) > 1 else set()
        of = set(traits.of) if not row else set()
        owned = not named or self._is_common(traits)
        return Cluster([i], slug, tops, cls, m.gender, m.number, names, of, named=named, owned=owned)

    def text(self, i: int) -> str:
        """Mention `i` as written, a name without the article before it."""
        m = self.mentions[i]
        return self.parse.document.text[self.parse.starts[m.first] : self.parse.ends[m.last]]

    def _is_common(self, traits: Traits) -> bool:
        """Whether a name ends in a common noun ("Defense Ministry")."""
        return bool(traits.words) and traits.top != "Person" and traits.words[-1] in self.ontology.nouns

    def root(self, i: int) -> int:
        """The mention that represents the cluster of mention `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def of(self, i: int) -> Cluster:
        """The cluster of mention `i`."""
        return self._clusters[self.root(i)]

    def roots(self) -> list[int]:
        """The representatives of all clusters, in the order of their first mentions."""
        return sorted(self._clusters, key=lambda root: self._clusters[root].members[0])

    def separate(self, i: int, j: int) -> None:
        """Note that mentions `i` and `j` cannot be one."""
        if i != j:
            self.of(i).foes.add(j)
            self.of(j).foes.add(i)

    def are_foes(self, i: int, j: int) -> bool:
        """Whether something said that the clusters of `i` and `j` cannot be one."""
        one, other = self.root(i), self.root(j)
        few, rest = sorted((one, other), key=lambda root: len(self._clusters[root].foes))
        return any(self.root(foe) == rest for foe in self._clusters[few].foes)

    def identify(self, i: int, slug: str) -> None:
        """Let the cluster of `i`, which has no gazetteer row yet, stand for the row `slug`."""
        cluster, row = self.of(i), self.ontology.names[slug]
        cluster.slug, cluster.cls, cluster.tops = slug, row.cls, {self.ontology.top_type(row.cls)}
        cluster.of.clear()

    def merge(self, i: int, j: int, reason: str, *, forced: bool = False) -> bool:
        """Make the clusters of `i` and `j` one unless that contradicts; `reason` is noted on the later.

        `forced` (equal names, gazetteer rows) overrules syntax, whose trees are often wrong, and types.
        """
        one, other = self.root(i), self.root(j)
        if one == other:
            return True
        a, b = self._clusters[one], self._clusters[other]
        if clash(a, b, typed=not forced) or self._are_namesakes(a, b) or (not forced and self.are_foes(one, other)):
            return False
        self.reasons[max(a.members[0], b.members[0])] = reason
        big, small = (one, other) if len(a.members) >= len(b.members) else (other, one)
        self._absorb(big, small)
        return True

    def _are_namesakes(self, a: Cluster, b: Cluster) -> bool:
        """Whether both are persons who hold other offices of other countries: two bearers of one name."""
        if "Person" not in a.tops & b.tops or not a.titles or not b.titles or set(a.titles) & set(b.titles):
            return False
        countries = [{slug for slug in c.of if self._is_country(slug)} for c in (a, b)]
        return all(countries) and not countries[0] & countries[1]

    def _is_country(self, slug: str) -> bool:
        row = self.ontology.names.get(slug)
        return row is not None and row.cls == "kgo:Country"

    def _absorb(self, big: int, small: int) -> None:
        a, b = self._clusters[big], self._clusters.pop(small)
        self._parent[small] = big
        a.cls = self._finer(a, b)
        a.members = _united(a.members, b.members)
        a.slug, a.gender, a.number = a.slug or b.slug, a.gender or b.gender, a.number or b.number
        a.named = a.named or b.named
        a.owned = a.owned and b.owned
        a.tops |= b.tops
        a.names |= b.names
        a.of |= b.of
        a.titles += [title for title in b.titles if title not in a.titles]
        a.foes |= b.foes

    def _finer(self, a: Cluster, b: Cluster) -> str:
        """The more specific class of two clusters; of unrelated ones that of the name."""
        if not a.cls or not b.cls:
            return a.cls or b.cls
        if self.ontology.is_a(b.cls, a.cls):
            return b.cls
        return a.cls if self.ontology.is_a(a.cls, b.cls) or a.named >= b.named else b.cls


def _heading(parse: Parse) -> int | None:
    """The number of the first sentence if it ends in no stop and has a line of its own."""
    first = next(parse.doc.sents, None)
    if first is None or first.end >= len(parse.doc) or first[-1].text in ENDS:
        return None
    return 0 if "\n" in parse.document.text[parse.ends[first.end - 1] : parse.starts[first.end]] else None


def _united(one: list[int], other: list[int]) -> list[int]:
    """Both lists in one; only the first member must be the smallest."""
    if other[0] < one[0]:
        one.append(one[0])
        one[0] = other[0]
        one.extend(other[1:])
    else:
        one.extend(other)
    return one


def clash(a: Cluster, b: Cluster, *, typed: bool = True) -> bool:
    """Whether two clusters contradict: rows of the gazetteer, owners, genders, numbers, names, or types if `typed`."""
    if a.slug and b.slug:
        return a.slug != b.slug
    if a.of and b.of and not a.of & b.of and not (a.slug or b.slug) and a.owned and b.owned:
        return True
    if a.gender and b.gender and a.gender != b.gender:
        return True
    if typed and (clash_of_types(a.tops, b.tops) or clash_of_numbers(a, b)):
        return True
    if ("Person" in a.tops) != ("Person" in b.tops) and a.tops and b.tops:
        return True
    return any(are_rivals(x, y) for x in a.names for y in b.names)


def clash_of_types(a: set[str], b: set[str]) -> bool:
    """Whether top types exclude each other: equal ones, lands among themselves and organized groups do not."""
    if not a or not b or a & b:
        return False
    return not (a | b <= {"Organization", "Group"} or ("Place" in a | b and a | b <= LANDS))


def clash_of_numbers(a: Cluster, b: Cluster) -> bool:
    """Whether one is singular and the other plural; organizations, groups and countries may be "they"."""
    if not a.number or not b.number or a.number == b.number:
        return False
    return not ((a.tops | b.tops) & {"Organization", "Country", "Group"})
