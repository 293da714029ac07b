"""Phrases -> triples of a learned file: which pairs are triples of which property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.learning.dates import first_day, write_day
from kg.learning.features import Seen, observe
from kg.learning.frames import EVERY, Learned
from kg.learning.phrases import Phrase, Reading, folded, read_phrases
from kg.learning.scoring import Floats, Table, choices, odds, tabulate
from kg.ontology import Ontology
from kg.parsing import Parse

MOST_SUBJECTS, MOST_OBJECTS = 8, 40
"""Phrases of a text that are tried where it tells one triple; the others of a long one are left out."""

MOST_MENTIONS = 40
"""The same, on each side, where it may tell many."""

BATCH = 64
"""Texts that are scored together."""


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A triple of a text, with the places of its slots in characters of the text."""

    start: int
    subject: str
    property: str
    object: str
    confidence: float
    subject_at: tuple[int, int]
    object_at: tuple[int, int]


def candidates(
    reading: Reading, subjects: Sequence[str], objects: Sequence[str], *, single: bool
) -> tuple[list[int], list[int]]:
    """The numbers of the phrases that may be subjects and objects: those of the first kinds, where there are many."""
    most = (MOST_SUBJECTS, MOST_OBJECTS) if single else (MOST_MENTIONS, MOST_MENTIONS)
    return _of_kinds(reading, subjects, most[0]), _of_kinds(reading, objects, most[1])


def _of_kinds(reading: Reading, kinds: Sequence[str], most: int) -> list[int]:
    rank = {kind: n for n, kind in enumerate(kinds)}
    found = [n for n, p in enumerate(reading.phrases) if p.kind in rank]
    return sorted(sorted(found, key=lambda n: (rank[reading.phrases[n].kind], n))[:most])


class Tagger:
    """Finds the triples of texts by a learned file."""

    def __init__(self, learned: Learned, ontology: Ontology) -> None:
        self.learned = learned
        self.ontology = ontology
        self.values = {folded(v): v for p in learned.properties for v in p.values}
        self.number = {seen: n for n, seen in enumerate(dict.fromkeys(seen for _, seen in learned.rows))}
        self.weights = self._weights()
        self.bias = np.asarray([p.bias for p in learned.properties])

    def _weights(self) -> Floats:
        column = {p.label: [n] for n, p in enumerate(self.learned.properties)}
        # Of a property without examples only its own frames speak.
        column[EVERY] = [n for n, p in enumerate(self.learned.properties) if p.support]
        weights = np.zeros((len(self.number), len(self.learned.properties)))
        for (name, seen), row in self.learned.rows.items():
            weights[self.number[seen], column[name]] += row.weight
        return weights

    def tag(self, parses: Iterable[Parse]) -> Iterator[list[Told]]:
        """Yield the triples of each text, in the order of their subjects."""
        batch: list[tuple[Reading, list[int], list[int], Seen]] = []
        for parse in parses:
            reading = read_phrases(parse, self.ontology, self.values)
            learned = self.learned
            sides = candidates(reading, learned.subject_kinds, learned.object_kinds, single=learned.single)
            batch.append((reading, *sides, observe(reading, *sides)))
            if len(batch) == BATCH:
                yield from self._told(batch)
                batch = []
        if batch:
            yield from self._told(batch)

    def _told(self, batch: Sequence[tuple[Reading, list[int], list[int], Seen]]) -> Iterator[list[Told]]:
        table = tabulate([seen for *_, seen in batch], self.number)
        posterior = self._posterior(table)
        end = 0
        for reading, subjects, objects, seen in batch:
            start, end = end, end + len(seen.pairs)
            pairs = [(reading.phrases[subjects[i]], reading.phrases[objects[j]]) for i, j, _ in seen.pairs]
            yield sorted(self._chosen(reading, pairs, posterior[start:end]))

    def _posterior(self, table: Table) -> Floats:
        if not len(table.text_of) or not self.learned.properties:
            return np.zeros((len(table.text_of), len(self.learned.properties)))
        scores = table.scores(self.weights) + self.bias
        return choices(scores, table) if self.learned.single else odds(scores)

    def _chosen(self, reading: Reading, pairs: Sequence[tuple[Phrase, Phrase]], posterior: Floats) -> list[Told]:
        told: dict[tuple[str, ...], Told] = {}
        floor = self.learned.threshold if not self.learned.single else min(0.02, self.learned.threshold)
        for row, column in np.argwhere(posterior >= floor * self._best(posterior)).tolist():
            found = self._triple(reading, *pairs[row], column, float(posterior[row, column]))
            if found is not None:
                self._add(told, found)
        if not self.learned.single:
            return _apart(told.values())
        best: dict[str, Told] = {}
        for one in sorted(told.values(), key=lambda t: (-t.confidence, t)):
            best.setdefault(one.property, one)
        top = max((t.confidence for t in best.values()), default=0.0)
        return [t for t in best.values() if t.confidence >= self.learned.threshold * top]

    def _best(self, posterior: Floats) -> float:
        return float(posterior.max()) if self.learned.single and posterior.size else 1.0

    def _add(self, told: dict[tuple[str, ...], Told], found: Told) -> None:
        """In one text the same words are the same triple where triples compete; else each place is one."""
        places = () if self.learned.single else (str(found.subject_at), str(found.object_at))
        key = (folded(found.subject), found.property, folded(found.object), *places)
        before = told.get(key)
        if before is None:
            told[key] = found
        elif self.learned.single:
            total = before.confidence + found.confidence
            told[key] = Told(
                before.start, before.subject, before.property, before.object, total, before.subject_at, before.object_at
            )

    def _triple(self, reading: Reading, one: Phrase, other: Phrase, column: int, confidence: float) -> Told | None:
        prop, text = self.learned.properties[column], other.text
        if prop.form:
            day = first_day(other)
            if day is None:
                return None
            text = write_day(day, prop.form)
        parse = reading.parse
        spans = [(parse.starts[p.first], parse.ends[p.last]) for p in (one, other)]
        return Told(spans[0][0], _line(one.text), prop.label, _line(text), confidence, *spans)


def _apart(told: Iterable[Told]) -> list[Told]:
    """The triples without those of the same property whose two slots overlap with a longer one's ("Palme d'Or")."""
    kept: dict[str, list[Told]] = {}
    for one in sorted(told, key=lambda t: (-_length(t), -t.confidence, t)):
        others = kept.setdefault(one.property, [])
        if not any(_overlap(one.subject_at, o.subject_at) and _overlap(one.object_at, o.object_at) for o in others):
            others.append(one)
    return [one for others in kept.values() for one in others]


def _length(told: Told) -> int:
    return sum(end - start for start, end in (told.subject_at, told.object_at))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _line(text: str) -> str:
    return " ".join(text.split())
