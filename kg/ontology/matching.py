"""Which class or property of the project's says the same as one of a user's ontology.

Surest first: the identifier (his own, or one that ours is aligned with: schema.org, FOAF, ORG, SEM), the name (label,
alternative label, the words of the identifier, those of an aligned term), the way in which a label tells it ("founded
by" is "founded" turned round).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph

from kg.ontology.faults import Faults
from kg.ontology.own import OwnOntology, OwnTerm, fold_label, words_of
from kg.ontology.terms import Ontology, Property
from kg.ontology.triples import OWL, RDFS, SKOS, Triples, add_file
from kg.ontology.vocabulary import KGO, compact
from kg.ontology.ways import Way

_ALIGNED = (
    f"{OWL}equivalentClass", f"{OWL}equivalentProperty", f"{RDFS}subClassOf", f"{RDFS}subPropertyOf",
    f"{SKOS}exactMatch", f"{SKOS}closeMatch",
)  # fmt: skip
ROLE = "kgo:role"
BY_IDENTIFIER, BY_NAME, BY_WORDS = "identifier", "name", "words"


@dataclass(frozen=True, slots=True)
class Match:
    """A property of the user's, whether subject and object change places, and what shows it."""

    own: str
    turned: bool
    by: str


Aligned = Mapping[str, Sequence[tuple[str, bool]]]
"""A term of ours -> the terms elsewhere that say the same, and whether the other way round; an alternative label of
ours stands there as it is."""


@lru_cache(maxsize=4)
def read_alignments(folder: Path) -> Aligned:
    """What an ontology folder says of its terms and those of others, in news.ttl and mappings/*.tsv."""
    triples, found = Triples(), dict[str, list[tuple[str, bool]]]()
    for path in sorted(folder.glob("*.ttl")):
        add_file(path.read_bytes(), path.name, pyoxigraph.RdfFormat.TURTLE, triples, Faults())
    for subject in triples.by_subject:
        others = [(plain(other), False) for other in triples.values(subject, *_ALIGNED) if not other.startswith(KGO)]
        names = [(name, False) for name in triples.values(subject, f"{SKOS}altLabel")]
        found.setdefault(compact(subject), []).extend([*others, *names])
    for path in sorted(folder.glob("mappings/*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 1 and "://" in cells[1] and not line.startswith("#"):
                found.setdefault(compact(cells[0]), []).append((plain(cells[1]), "reverse" in cells[2:]))
    return found


def plain(iri: str) -> str:
    """An identifier as identifiers are compared: schema.org has two spellings."""
    return iri.replace("http://schema.org/", "https://schema.org/")


def _name(other: str) -> str:
    """A term elsewhere by its words, an alternative label as it is."""
    return fold_label(words_of(other) if ":" in other else other)


# ---------------------------------------------------------------- classes


def match_classes(base: Ontology, own: OwnOntology, folder: Path) -> dict[str, str]:
    """A class of ours -> the class of the user's that is the same."""
    aligned, found = read_alignments(folder), dict[str, str]()
    by_id = {plain(key): key for key in own.classes}
    by_name = _by_name(own.classes)
    said = {compact(parent): key for key, term in own.classes.items() for parent in term.same}
    for cls in base.classes.values():
        others = [plain(other) for other, _ in aligned.get(cls.id, ())]
        names = [fold_label(cls.label), *map(_name, others)]
        keys = [said.get(cls.id), by_id.get(cls.id), *(by_id.get(other) for other in others), *map(by_name.get, names)]
        match = next((key for key in keys if key is not None), None)
        if match is not None:
            found[cls.id] = match
    return found


def _by_name(terms: Mapping[str, OwnTerm]) -> dict[str, str]:
    """Folded names -> identifier; labels before alternative ones, those before the words of identifiers."""
    found: dict[str, str] = {}
    for names in (lambda t: (t.label,), lambda t: t.alternatives, lambda t: (words_of(t.id),)):
        for key, term in terms.items():
            for name in names(term):
                found.setdefault(fold_label(name), key)
    return found


# ---------------------------------------------------------------- properties


def match_properties(
    merged: Ontology, own: OwnOntology, told: Mapping[str, Sequence[Way]], *, folder: Path,
    ways: Callable[[str], Iterable[Way]],
) -> dict[str, Match]:  # fmt: skip
    """A property of ours that tells of the world -> the user's that says the same, or says it of a wider one.

    `merged` knows the user's classes besides ours; what joins other classes is not the same.
    """
    finder = _Finder(merged, own, told, read_alignments(folder), ways)
    ours = [p for p in merged.properties.values() if is_worldly(p, merged)]
    direct = {prop.id: match for prop in ours if (match := finder.find(prop)) is not None}
    wider = ((p.id, next((direct[a] for a in merged.ancestors(p.id) if a in direct), None)) for p in ours)
    return {name: match for name, match in wider if match is not None}


def is_worldly(prop: Property, ontology: Ontology) -> bool:
    """Whether a property tells of the world, not of a statement or of what role somebody plays in an event."""
    joined = (*prop.domain, *prop.range)
    known = [cls for cls in joined if cls in ontology.classes]
    worldly = prop.id.startswith("kgo:") and all(ontology.is_a(cls, "kgo:Thing") for cls in known)
    return worldly and bool(known) and ROLE not in ontology.ancestors(prop.id)


class _Finder:
    """Finds the user's property for one of ours."""

    def __init__(
        self, merged: Ontology, own: OwnOntology, told: Mapping[str, Sequence[Way]], aligned: Aligned,
        ways: Callable[[str], Iterable[Way]],
    ) -> None:  # fmt: skip
        self.merged = merged
        self.own = own
        self.aligned = aligned
        self.ways = ways
        self.by_id = {plain(key): key for key in own.properties}
        self.said = {compact(p): key for key, term in own.properties.items() for p in term.same}
        self.by_name = _by_name(own.properties)
        self.by_way: dict[Way, str] = {}
        for key, found in told.items():
            for way in found:
                self.by_way.setdefault(way, key)

    def find(self, prop: Property) -> Match | None:
        return next((match for match in self._candidates(prop) if self._joins(prop, match)), None)

    def _candidates(self, prop: Property) -> Iterator[Match]:
        for key, turned, by in self._keys(prop):
            if key is not None:
                yield Match(key, turned, by)

    def _keys(self, prop: Property) -> Iterator[tuple[str | None, bool, str]]:
        others = self.aligned.get(prop.id, ())
        yield self.said.get(prop.id), False, BY_IDENTIFIER
        yield self.by_id.get(prop.id), False, BY_IDENTIFIER
        yield from ((self.by_id.get(plain(other)), turned, BY_IDENTIFIER) for other, turned in others)
        yield self.by_name.get(fold_label(prop.label)), False, BY_NAME
        yield from ((self.by_name.get(_name(other)), turned, BY_NAME) for other, turned in others)
        for way in self.ways(prop.label):
            yield self.by_way.get(way), False, BY_WORDS
            yield self.by_way.get(way.reversed), True, BY_WORDS

    def _joins(self, prop: Property, match: Match) -> bool:
        """Whether what ours joins may be what the user's joins."""
        term = self.own.properties[match.own]
        sides = (term.range, term.domain) if match.turned else (term.domain, term.range)
        return all(self._meet(ours, his) for ours, his in zip((prop.domain, prop.range), sides, strict=True))

    def _meet(self, ours: Sequence[str], his: Sequence[str]) -> bool:
        is_a = self.merged.is_a
        return not ours or not his or any(is_a(one, other) or is_a(other, one) for one in ours for other in his)
