"""Examples -> a learned file: which things seen speak for a property, with weights fitted to the examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.learning.dates import first_day, form_of, read_day
from kg.learning.examples import Example, Place, Triple
from kg.learning.features import Seen, observe
from kg.learning.frames import EVERY, Learned, LearnedProperty, Row, is_path
from kg.learning.phrases import Phrase, Reading, folded, read_phrases
from kg.learning.scoring import Floats, Settings, Table, choices, fit, odds, tabulate
from kg.learning.tagging import candidates
from kg.model import Document
from kg.ontology import Ontology
from kg.ontology.faults import Faults
from kg.ontology.own import OwnOntology, fold_label
from kg.parsing import parse

KINDS = ("time", "name", "pronoun", "value", "topic", "nominal", "quoted", "run", "chunk", "bracket", "part")
"""Kinds of phrases in the order in which they are tried as subjects and objects."""

GAIN = 0.01
"""Share of the examples that a kind must add to be tried."""

TEXTS = 2
"""Texts in which a thing must be seen."""

ONE = 1.2
"""Triples a sentence below which a sentence tells one, as a rule."""

MANY = 100
"""Sentences from which this can be told."""

HELD_OUT = 5
"""Every fifth sentence is left out while the threshold is chosen, then taken in."""

SMALLEST = 0.1
"""Weights below this are left out, but for ways through the tree that are SURE: a few examples weigh little."""

SURE = 0.75
"""The share of the places it fits from which a way by itself tells its property."""

THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9)

LIKELY = 0.3
"""The least of them where triples compete: a fifth of few sentences tells lower ones apart by chance only."""

Gold = list[tuple[int, int]]
"""(pair, property) of a text that the examples tell."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A text with what is seen in it and which of its pairs are triples; `asked` tells which properties count."""

    example: Example
    reading: Reading
    subjects: list[int]
    objects: list[int]
    seen: Seen
    gold: Gold
    asked: NDArray[np.bool_]
    wanted: int


Progress = Callable[[int, int, str], None]
"""Called with sentences done, sentences in all, and what is done with them."""


def learn(
    examples: Sequence[Example], *, ontology: Ontology, nlp: Language, own: OwnOntology | None = None,
    progress: Progress | None = None,
) -> Learned:  # fmt: skip
    """What the examples teach; the same examples give the same file.

    With `own`, properties are called as it calls them; raises OntologyError for one that it does not have, with the
    nearest that it has.
    """
    examples = _as_named(examples, own) if own is not None else examples
    labels = sorted({t.property for e in examples for t in e.triples})
    values = _values(examples)
    readings = []
    documents = (Document(str(n), e.sentence) for n, e in enumerate(examples))
    for example, parsed in zip(examples, parse(documents, nlp=nlp), strict=True):
        told = {folded(t.object) for t in example.triples}
        known = {key: text for key, (text, count) in values.items() if count > 1 or key not in told}
        readings.append(read_phrases(parsed, ontology, known))
        if progress is not None:
            progress(len(readings), len(examples), "reading")
    single = _is_single(examples)
    kinds = tuple(_kinds(examples, readings, side) for side in (0, 1))
    lessons = [_lesson(e, r, labels, kinds, single=single) for e, r in zip(examples, readings, strict=True)]
    return _Learner(lessons, labels, single=single).learned(kinds)


def _as_named(examples: Sequence[Example], own: OwnOntology) -> list[Example]:
    """The examples with their properties under the labels of an ontology."""
    names = {name: term.label for name, term in own.by_name().items()}
    faults = Faults()
    for name in sorted(
        {t.property for e in examples for t in e.triples} | {p for e in examples for p in e.asked or ()}
    ):
        if fold_label(name) not in names:
            faults.unknown("examples", f"'{name}' is no property of {own.name}", name, own.labels())
    faults.raise_any()
    return [
        replace(
            e, triples=tuple(replace(t, property=names[fold_label(t.property)]) for t in e.triples),
            asked=None if e.asked is None else frozenset(names[fold_label(p)] for p in e.asked),
        )
        for e in examples
    ]  # fmt: skip


def _is_single(examples: Sequence[Example]) -> bool:
    told = [len(e.triples) for e in examples]
    return len(told) >= MANY and all(told) and sum(told) < ONE * len(told)


def _values(examples: Iterable[Example]) -> dict[str, tuple[str, int]]:
    """Objects that are told without a place: folded -> as written most often, and in how many sentences."""
    found: dict[str, Counter[str]] = {}
    for example in examples:
        for text in {t.object for t in example.triples if t.object_at is None and read_day(t.object) is None}:
            found.setdefault(folded(text), Counter())[text.strip()] += 1
    return {key: (max(sorted(c), key=lambda t: c[t]), sum(c.values())) for key, c in found.items()}


def _fits(phrase: Phrase, text: str, at: Place | None, reading: Reading) -> bool:
    if at is not None:
        start, end = reading.parse.starts[phrase.first], reading.parse.ends[phrase.last]
        return start < at[1] and at[0] < end
    day = read_day(text) if phrase.time is not None else None
    return folded(phrase.text) == folded(text) or (day is not None and first_day(phrase) == day)


def _side(triple: Triple, side: int) -> tuple[str, Place | None]:
    return (triple.subject, triple.subject_at) if side == 0 else (triple.object, triple.object_at)


def _kinds(examples: Sequence[Example], readings: Sequence[Reading], side: int) -> tuple[str, ...]:
    """The kinds of phrases that the subjects or objects of the examples are."""
    fitting = [
        {p.kind for p in reading.phrases if _fits(p, *_side(triple, side), reading)}
        for example, reading in zip(examples, readings, strict=True) for triple in example.triples
    ]  # fmt: skip
    chosen: list[str] = []
    for kind in KINDS:
        if sum(kind in kinds and not kinds & set(chosen) for kinds in fitting) >= GAIN * max(len(fitting), 1):
            chosen.append(kind)
    return tuple(chosen)


def _lesson(
    example: Example, reading: Reading, labels: Sequence[str], kinds: Sequence[tuple[str, ...]], *, single: bool
) -> Lesson:
    subjects, objects = candidates(reading, *kinds, single=single)
    seen = observe(reading, subjects, objects)
    number = {label: n for n, label in enumerate(labels)}
    asked = np.asarray([example.asked is None or label in example.asked for label in labels], dtype=bool)
    gold: Gold = []
    wanted = 0
    for triple in example.triples:
        ones = {i for i, n in enumerate(subjects) if _fits(reading.phrases[n], *_side(triple, 0), reading)}
        others = {j for j, n in enumerate(objects) if _fits(reading.phrases[n], *_side(triple, 1), reading)}
        found = [(k, number[triple.property]) for k, (i, j, _) in enumerate(seen.pairs) if i in ones and j in others]
        gold += found
        wanted += asked[number[triple.property]]
        if not found and single:
            asked[number[triple.property]] = False  # it is told, by nothing that is tried: no example against it either
    return Lesson(example, reading, subjects, objects, seen, sorted(set(gold)), asked, int(wanted))


class _Learner:
    """Fits weights to lessons and chooses the threshold."""

    def __init__(self, lessons: Sequence[Lesson], labels: Sequence[str], *, single: bool) -> None:
        self.lessons = lessons
        self.labels = labels
        self.single = single
        self.settings = Settings(own=0.5, common=0.05) if single else Settings(own=1.0, common=0.2)
        self.settings = replace(self.settings, single=single)

    def learned(self, kinds: Sequence[tuple[str, ...]]) -> Learned:
        threshold = self._threshold()
        lessons = [lesson for lesson in self.lessons if lesson.seen.pairs]
        number = _numbers(lessons)
        table, right, asked = self._table(lessons, number)
        weights, common, bias = fit(table, right, asked, self.settings)
        rows = self._rows(lessons, number=number, weights=weights, common=common)
        triples = sum(len(lesson.example.triples) for lesson in self.lessons)
        properties = self._properties(bias, right)
        sides = (kinds[0], kinds[1])
        return Learned(properties, rows, *sides, self.single, threshold, len(self.lessons), triples)

    def _table(
        self, lessons: Sequence[Lesson], number: dict[str, int]
    ) -> tuple[Table, NDArray[np.bool_], NDArray[np.bool_]]:
        table = tabulate([lesson.seen for lesson in lessons], number)
        right = np.zeros((len(table.text_of), len(self.labels)), dtype=bool)
        base = 0
        for lesson in lessons:
            for pair, prop in lesson.gold:
                right[base + pair, prop] = True
            base += len(lesson.seen.pairs)
        return table, right, np.asarray([lesson.asked for lesson in lessons], dtype=bool)

    def _threshold(self) -> float:
        """The one that is best on a fifth of the sentences, after learning from the others."""
        train = [x for n, x in enumerate(self.lessons) if n % HELD_OUT and x.seen.pairs]
        rest = [x for n, x in enumerate(self.lessons) if not n % HELD_OUT and x.seen.pairs]
        if not any(x.gold for x in train) or not any(x.gold for x in rest):
            return 0.3
        number = _numbers(train)
        weights, common, bias = fit(*self._table(train, number), self.settings)
        table, right, asked = self._table(rest, number)
        scores = table.scores(weights + common[:, None]) + bias
        posterior = choices(scores, table) if self.single else odds(scores)
        wanted = sum(lesson.wanted for n, lesson in enumerate(self.lessons) if not n % HELD_OUT)
        if self.single:
            tried = [t for t in THRESHOLDS if t >= LIKELY]
            return max(tried, key=lambda t: (_mean_f1(posterior, right, table, t), -abs(t - 0.5)))
        lengths = np.diff(np.append(table.first, len(right)))
        counted = np.repeat(asked, lengths, axis=0)
        return max(THRESHOLDS, key=lambda t: (_f1((posterior >= t) & counted, right, wanted), -abs(t - 0.5)))

    def _properties(self, bias: Floats, right: NDArray[np.bool_]) -> tuple[LearnedProperty, ...]:
        found = []
        for n, label in enumerate(self.labels):
            objects = [t for x in self.lessons for t in x.example.triples if t.property == label]
            form = form_of(t.object for t in objects if t.object_at is None)
            texts = {t.object.strip() for t in objects if t.object_at is None and read_day(t.object) is None}
            values = () if form else tuple(sorted(texts))
            found.append(LearnedProperty(label, round(float(bias[n]), 2), form, values, int(right[:, n].sum())))
        return tuple(found)

    def _rows(
        self, lessons: Sequence[Lesson], *, number: dict[str, int], weights: Floats, common: Floats
    ) -> dict[tuple[str, str], Row]:
        """The weights worth telling, each with the texts in which a triple has it and their share among all with it."""
        support, total = self._counts(lessons)
        example = self._examples(lessons)
        rows: dict[tuple[str, str], Row] = {}
        for seen, n in number.items():
            if abs(common[n]) >= SMALLEST:
                rows[EVERY, seen] = _row(common[n], support[EVERY, seen], total[seen])
            for column, label in enumerate(self.labels):
                key = (label, seen)
                plain = is_path(seen) and weights[n, column] > 0 and support[key] >= SURE * total[seen]
                if abs(weights[n, column]) < SMALLEST and not plain:
                    continue
                rows[key] = _row(weights[n, column], support[key], total[seen], example.get(key, ""))
        return rows

    def _counts(self, lessons: Sequence[Lesson]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
        support: Counter[tuple[str, str]] = Counter()
        total: Counter[str] = Counter()
        for lesson in lessons:
            total.update(_things(lesson.seen))
            told: set[tuple[str, str]] = set()
            for pair, prop in lesson.gold:
                i, j, features = lesson.seen.pairs[pair]
                for seen in (*lesson.seen.subjects[i], *lesson.seen.objects[j], *features):
                    told |= {(self.labels[prop], seen), (EVERY, seen)}
            support.update(told)
        return support, total

    def _examples(self, lessons: Sequence[Lesson]) -> dict[tuple[str, str], str]:
        """The shortest sentence for each way through the tree."""
        found: dict[tuple[str, str], str] = {}
        for lesson in lessons:
            for pair, prop in lesson.gold:
                for seen in lesson.seen.pairs[pair][2]:
                    if is_path(seen):
                        text = " ".join(lesson.example.sentence.split())
                        key = (self.labels[prop], seen)
                        found[key] = min(found.get(key, text), text, key=lambda t: (len(t), t))
        return found


def _row(weight: float, support: int, total: int, example: str = "") -> Row:
    return Row(round(float(weight), 2), support, round(support / total, 2) if total else 0.0, example)


def _things(seen: Seen) -> set[str]:
    """All that is seen in a text."""
    return {f for features in (*seen.subjects, *seen.objects, *(pair[2] for pair in seen.pairs)) for f in features}


def _numbers(lessons: Sequence[Lesson]) -> dict[str, int]:
    """The things seen in two texts or more, numbered in the order of their names."""
    count: Counter[str] = Counter()
    for lesson in lessons:
        count.update(_things(lesson.seen))
    return {name: n for n, name in enumerate(sorted(f for f, c in count.items() if c >= TEXTS))}


def _f1(chosen: NDArray[np.bool_], right: NDArray[np.bool_], wanted: int) -> float:
    hits = int((chosen & right).sum())
    return 2 * hits / max(int(chosen.sum()) + max(wanted, int(right.sum())), 1)


def _mean_f1(posterior: Floats, right: NDArray[np.bool_], table: Table, threshold: float) -> float:
    """The mean over texts, the best pair of each property at or above the threshold times the best of all."""
    total = 0.0
    for start, end in zip(table.first, [*table.first[1:], len(right)], strict=True):
        block, gold = posterior[start:end], right[start:end]
        best = block.argmax(axis=0)
        value = block[best, np.arange(block.shape[1])]
        chosen = value >= threshold * max(value.max(), 1e-12)
        hits = int(gold[best, np.arange(block.shape[1])][chosen].sum())
        wanted = int(gold.any(axis=0).sum())
        total += 2 * hits / max(int(chosen.sum()) + wanted, 1)
    return total
