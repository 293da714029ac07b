"""Parse -> phrases: everything in a sentence that may be the subject or the object of a triple.

Names, noun phrases and their parts, pronouns, times, what stands in quotes or brackets, and the words before the
sentence's first verb, which in reference prose are its topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.clauses.syntax import QUOTES
from kg.entities.coreference import find_chains
from kg.mentions import TokenMention, find_mentions
from kg.model import MentionKind, Time
from kg.ontology import Ontology
from kg.parsing import Parse
from kg.statements.times import find_times

LONGEST_PART = 4
"""Words of a part of a noun phrase ("science fiction" of "a science fiction film")."""

LONGEST = 14
"""Words of any phrase."""

_TIME_LABELS = frozenset({"DATE", "TIME"})
_SMALL = frozenset({"of", "the", "and", "de", "la", "du", "von", "van", "in", "for", "to", "a", "on", "at", "'s", "&"})
_JOINTS = frozenset({":", "!", "?", "-", "–", "/", ".", "'", "’", "&", "+"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`, both included, with the one that the rest of the sentence is tied to.

    `kind` tells how it was found: name, nominal, pronoun, time, chunk, part, run, quoted, bracket, topic or value;
    `type` what it is, by the recognizer's label or the ontology's class.  `chain` numbers what it stands for.
    """

    first: int
    last: int
    head: int
    kind: str
    type: str
    text: str
    chain: int | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with its phrases, in order and each span once."""

    parse: Parse
    phrases: tuple[Phrase, ...]


LONGEST_VALUE = 7
"""Tokens of a known value."""


def folded(text: str) -> str:
    """A text in lower case without blanks and underscores, as texts are compared."""
    return re.sub(r"[\s_]+", "", text).lower()


def read_phrases(parse: Parse, ontology: Ontology, values: Mapping[str, str] | None = None) -> Reading:
    """The phrases of a text; `values` are names that are found wherever they stand: folded -> as it is written."""
    phrases = {(p.first, p.last): p for p in _Finder(parse, ontology).find()}
    for first, last, text in _known(parse.doc, values or {}):
        own = phrases.get((first, last))
        head = own.head if own else parse.doc[first : last + 1].root.i
        phrases[first, last] = Phrase(first, last, head, "value", own.type if own else "value", text)
    return Reading(parse, tuple(phrases[span] for span in sorted(phrases)))


def _known(doc: Doc, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for first in range(len(doc)) if values else ():
        key = ""
        for last in range(first, min(first + LONGEST_VALUE, len(doc))):
            key += folded(doc[last].text)
            if key in values:
                yield first, last, values[key]


class _Finder:
    """Gathers the phrases of one text; of two with the same words the one found first stays."""

    def __init__(self, parse: Parse, ontology: Ontology) -> None:
        self.parse = parse
        self.doc: Doc = parse.doc
        self.ontology = ontology
        self.found: dict[tuple[int, int], Phrase] = {}
        self.chain_of: dict[int, int] = {}

    def find(self) -> tuple[Phrase, ...]:
        self._times()
        self._mentions()
        self._entities()
        self._topic()
        self._quoted()
        self._runs()
        self._chunks()
        return tuple(self.found[span] for span in sorted(self.found))

    def _add(
        self, first: int, last: int, kind: str, cls: str, head: int | None = None, time: Time | None = None
    ) -> None:
        first, last = self._trimmed(first, last)
        if first > last or last - first >= LONGEST:
            return
        before = self.doc[first - 1] if first else None
        if before is not None and before.is_sent_start and before.tag_ == "DT" and self.doc[first].text[0].isupper():
            self._put(first - 1, last, kind, cls, head, time)  # the article may be part of a title
        self._put(first, last, kind, cls, head, time)

    def _put(self, first: int, last: int, kind: str, cls: str, head: int | None, time: Time | None) -> None:
        if (first, last) in self.found:
            return
        head = head if head is not None and first <= head <= last else self.doc[first : last + 1].root.i
        start, end = self.parse.starts[first], self.parse.ends[last]
        text = self.parse.document.text[start:end]
        self.found[first, last] = Phrase(first, last, head, kind, cls, text, self.chain_of.get(head), time)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        doc = self.doc
        while first <= last and (doc[first].is_punct or doc[first].is_space or doc[first].tag_ in ("DT", "POS")):
            if doc[first].tag_ == "DT" and doc[first].text[0].isupper() and first != doc[first].sent.start:
                break  # the article is part of a title: "in The Tempest"
            first += 1
        while first <= last and (
            doc[last].tag_ == "POS" or (doc[last].is_punct and doc[last].text not in "!?.)") or doc[last].is_space
        ):
            last -= 1
        return first, last

    def _times(self) -> None:
        for time in find_times(self.parse):
            self._add(time.first, time.last, "time", time.time.timex_type, time.head, time.time)

    def _mentions(self) -> None:
        mentions = find_mentions(self.parse, self.ontology)
        for chain in find_chains(self.parse, mentions, self.ontology):
            for head in chain.heads:
                self.chain_of[head] = chain.number
        for m in mentions:
            self._mention(m)
        for token in self.doc:
            self._pronoun(token)

    def _mention(self, m: TokenMention) -> None:
        kind = {MentionKind.NAME: "name", MentionKind.PRONOUN: "pronoun"}.get(m.mention.kind, "nominal")
        label = self.doc[m.last].ent_type_ or self.doc[m.first].ent_type_
        if label in _TIME_LABELS and kind != "pronoun":
            return
        self._add(m.first, m.last, kind, m.cls.removeprefix("kgo:"), m.head)

    def _pronoun(self, token: Token) -> None:
        if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT", "WRB", "WP$"):
            noun = next((t.head for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
            if noun is not None and noun.i in self.chain_of:
                self.chain_of.setdefault(token.i, self.chain_of[noun.i])
            self._add(token.i, token.i, "pronoun", "relative")
        elif token.lower_ in _SPEAKER:
            self.chain_of.setdefault(token.i, -1 if token.lower_ in ("i", "me", "my") else -2)
            self._add(token.i, token.i, "pronoun", "speaker")
        elif token.pos_ == "PRON" and token.tag_ in ("PRP", "PRP$"):
            self._add(token.i, token.i, "pronoun", token.lower_)

    def _entities(self) -> None:
        for span in self.doc.ents:
            kind = "time" if span.label_ in _TIME_LABELS else "name"
            self._add(span.start, span.end - 1, kind, span.label_)

    def _topic(self) -> None:
        """The words of each sentence up to its first verb, bracket or comma, and parts up to a clitic or colon."""
        for sentence in self.doc.sents:
            starts = self._starts(sentence)
            for i in range(starts[0], min(sentence.end, starts[0] + LONGEST)):
                token = self.doc[i]
                ends = token.text in "(,;" or (token.pos_ in ("VERB", "AUX") and token.text.islower())
                if ends or token.tag_ == "POS" or token.text == ":":
                    for start in starts:
                        if start < i:
                            subject = next((t.i for t in self.doc[start:i] if t.dep_ in ("nsubj", "nsubjpass")), None)
                            self._add(start, i - 1, "topic", "topic", subject)
                if ends and token.text != ",":
                    break

    def _starts(self, sentence: Span) -> list[int]:
        """Where a sentence begins, and where its subject does after what is said before it ("In 2010 Ada ...")."""
        start = sentence.start
        while start + 1 < sentence.end and (self.doc[start].is_punct or self.doc[start].is_space):
            start += 1
        subject = next((t for t in sentence.root.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        return [start] if subject is None or subject.left_edge.i <= start else [start, subject.left_edge.i]

    def _quoted(self) -> None:
        marks = [t.i for t in self.doc if t.text in QUOTES or t.text in "()" or t.text in ("``", "''")]
        for left, right in pairwise(marks):
            if right - left > 1 and self.doc[left].text != ")":
                kind = "bracket" if self.doc[left].text == "(" else "quoted"
                self._add(left + 1, right - 1, kind, kind)
                if kind == "bracket":
                    self._add(left + 1, left + 1, kind, kind)

    def _runs(self) -> None:
        """Words in capitals with small words and joints between ("The Call of the Wild: Dog of the Yukon")."""
        for first, last in _capital_runs(self.doc):
            self._add(first, last, "run", "run")
            cuts = [i for i in range(first, last + 1) if not _is_capital(self.doc[i])]
            starts = [first, *(i + 1 for i in cuts)]
            for start in starts:
                for end in [*(i - 1 for i in cuts), last]:
                    if start <= end and _is_capital(self.doc[start]) and _is_capital(self.doc[end]):
                        self._add(start, end, "run", "part")

    def _chunks(self) -> None:
        for chunk in self.doc.noun_chunks:
            self._add(chunk.start, chunk.end - 1, "chunk", chunk.root.pos_, chunk.root.i)
            words = range(chunk.start, chunk.end)
            for first in words:
                for last in range(first, min(first + LONGEST_PART, chunk.end)):
                    if _is_content(self.doc[first]) and _is_content(self.doc[last]):
                        self._add(first, last, "part", self.doc[last].pos_)


def _is_content(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X")


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _capital_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(doc):
        if not doc[i].text[:1].isupper():
            i += 1
            continue
        last, j = i, i + 1
        while j < len(doc) and j - i < LONGEST and (_is_capital(doc[j]) or _joins(doc, j)):
            if _is_capital(doc[j]):
                last = j
            j += 1
        yield i, last
        i = last + 1


def _joins(doc: Doc, i: int) -> bool:
    """Whether a small word or a joint stands between words in capitals."""
    word = doc[i]
    if word.text in _JOINTS:
        return i + 1 < len(doc) and (_is_capital(doc[i + 1]) or doc[i + 1].lower_ in _SMALL)
    ahead = [t for t in doc[i + 1 : i + 3]]
    return word.lower_ in _SMALL and any(_is_capital(t) for t in ahead)
