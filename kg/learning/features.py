"""What is seen of a pair of phrases: the features over which rows of a learned file give weights.

Names of features are written so that a person can read them: `object type PERSON`, `path subject < found > object`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.learning.paths import Step, climb, find_path
from kg.learning.phrases import Phrase, Reading

NEAR = 6
"""Words between two phrases that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of one text: of each phrase as subject and as object, and of each pair (subject, object)."""

    subjects: Sequence[list[str]]
    objects: Sequence[list[str]]
    pairs: Sequence[tuple[int, int, list[str]]]


class Observer:
    """Reads the features of one text."""

    def __init__(self, reading: Reading) -> None:
        self.doc: Doc = reading.parse.doc
        self.phrases = reading.phrases
        self.steps: dict[int, list[Step]] = {}
        self.topics = [_topic(s.root) for s in self.doc.sents]
        self.sentence = [n for n, s in enumerate(self.doc.sents) for _ in range(s.start, s.end)]

    def alone(self, phrase: Phrase) -> list[str]:
        """What is seen of a phrase by itself."""
        doc, found = self.doc, []
        head = doc[phrase.head]
        before, after = self._word(phrase.first - 1), self._word(phrase.last + 1)
        found += [f"kind {phrase.kind}", f"type {phrase.type}", f"kind {phrase.kind} {phrase.type}"]
        found += [f"before {before}", f"after {after}", f"before {self._word(phrase.first - 2)} {before}"]
        words = " ".join(t.lower_ for t in doc[phrase.first : phrase.last + 1])
        found += [f"words {words}", f"head {head.lemma_.lower()}", f"length {min(phrase.last - phrase.first, 5)}"]
        found.append(f"label {doc[phrase.last].ent_type_}{'' if self._whole_entity(phrase) else ' part'}")
        found.append(f"shape {_shape(doc, phrase)}")
        found.append(f"last {doc[phrase.last].lower_}")
        slot, above = self._slot(head)
        found += [f"slot {slot} {above}", f"slot {slot}", f"above {above}"]
        if before in ("(", '"', "``", "“", ","):
            found.append(f"between {before} {after}")
        return found

    def _whole_entity(self, phrase: Phrase) -> bool:
        doc = self.doc
        return doc[phrase.first].ent_iob_ != "I" and (
            phrase.last + 1 == len(doc) or doc[phrase.last + 1].ent_iob_ != "I"
        )

    def _slot(self, head: Token) -> tuple[str, str]:
        if head.i not in self.steps:
            self.steps[head.i] = climb(head)
        steps = self.steps[head.i]
        return (steps[0][0], steps[0][1].lemma_.lower()) if steps else ("root", "")

    def _word(self, i: int) -> str:
        return self.doc[i].lower_ if 0 <= i < len(self.doc) else "|"

    def place(self, number: int, phrase: Phrase) -> list[str]:
        """Where a phrase stands among those that may be subjects."""
        sentence = self.sentence[phrase.first]
        topic = self.topics[sentence]
        return [f"place {min(number, 4)}", f"starts {min(phrase.first, 3)}", f"sentence {min(sentence, 2)}",
                f"topic {topic}", f"place {min(number, 4)} {phrase.kind}"]  # fmt: skip

    def pair(self, one: Phrase, other: Phrase) -> list[str]:
        """What is seen between two phrases."""
        doc = self.doc
        order = "before" if one.last < other.first else "after"
        first, second = (one, other) if order == "before" else (other, one)
        between = doc[first.last + 1 : second.first]
        distance = "0" if not len(between) else "1" if len(between) == 1 else "3" if len(between) < 4 else (
            "8" if len(between) < 9 else "20" if len(between) < 21 else "far")  # fmt: skip
        found = [f"{order} {distance}", f"types {one.type} {other.type}", f"types {order} {one.type} {other.type}"]
        if len(between) <= NEAR:
            found.append(f"words {order} {' '.join(t.lower_ for t in between)}")
            found += [f"word {order} {t.lemma_.lower()}" for t in between if t.is_alpha]
        else:
            found += [f"far {order} {t.lemma_.lower()}" for t in between if t.pos_ in ("VERB", "NOUN", "ADP", "ADJ")]
        same = self.sentence[one.first] == self.sentence[other.first]
        path = find_path(doc[one.head], doc[other.head], self.steps) if same else None
        if path is not None:
            found += [f"path {path}", f"outline {path.outline()}", f"top {path.top}",
                      f"path {path} | {one.type} {other.type}", f"top {path.top} {other.type}"]  # fmt: skip
            found += [f"on {word}" for _, word in (*path.up, *path.down)]
        else:
            found.append("path none" if same else "path other sentence")
        return found


def _topic(root: Token) -> str:
    """The noun that the sentence says its subject is ("film" of "X is a film"), or the verb."""
    noun = next((c for c in root.children if c.dep_ in ("attr", "oprd")), None)
    return (noun or root).lemma_.lower()


def _shape(doc: Doc, phrase: Phrase) -> str:
    words = doc[phrase.first : phrase.last + 1]
    marks = [
        "A" if t.text[:1].isupper() else "0" if t.text[:1].isdigit() else "a" if t.is_alpha else "-" for t in words
    ]
    return "".join(m for n, m in enumerate(marks) if not n or m != marks[n - 1])


def observe(reading: Reading, subjects: Sequence[int], objects: Sequence[int]) -> Seen:
    """The features of the phrases with these numbers as subjects and objects, and of every pair of the two."""
    seen = Observer(reading)
    phrases = reading.phrases
    alone = {n: seen.alone(phrases[n]) for n in sorted({*subjects, *objects})}
    return Seen(
        [[f"subject {f}" for f in (*alone[n], *seen.place(i, phrases[n]))] for i, n in enumerate(subjects)],
        [[f"object {f}" for f in alone[n]] for n in objects],
        list(_pairs(seen, subjects, objects)),
    )


def _pairs(seen: Observer, subjects: Sequence[int], objects: Sequence[int]) -> Iterator[tuple[int, int, list[str]]]:
    for i, one in enumerate(subjects):
        for j, other in enumerate(objects):
            a, b = seen.phrases[one], seen.phrases[other]
            if a.last < b.first or b.last < a.first:
                yield i, j, seen.pair(a, b)
