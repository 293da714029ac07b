"""Quotations of a document and whose words they are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.ontology import Ontology
from kg.parsing import Parse

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = '"'

LONGEST = 400
"""Tokens; a mark that nothing closes within so many opens no quotation."""

REACH = 25
"""Tokens between a quotation and the verb of speech that tells whose it is."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """`number` of the quotation that each token stands in, or -1; `speakers`: the head token of who says it."""

    number: array[int]
    speakers: tuple[int | None, ...]

    def speaker(self, i: int) -> int | None:
        """The head token of who says the quotation in which token `i` stands; None outside or where it is not told."""
        return self.speakers[self.number[i]] if self.number[i] >= 0 else None


def read_quotations(parse: Parse, ontology: Ontology) -> Quotations:
    """The quotations of a document: each with who is told to say it beside it, or who said the one before.

    A quotation never leaves its passage; an opening mark that nothing closes reaches to the passage's end.
    """
    spans = _find_quotations(parse.doc, parse.passage)
    number = array("l", [-1]) * len(parse.doc)
    for n, (first, last) in enumerate(spans):
        for i in range(first, last + 1):
            number[i] = n
    reports = _reports(parse.doc, number, speech_verbs(ontology))
    speakers: list[int | None] = []
    for n, span in enumerate(spans):
        found = _beside(parse, span, reports)
        if found is None and n and parse.passage[spans[n - 1][0]] == parse.passage[span[0]]:
            found = speakers[-1]
        speakers.append(found)
    return Quotations(number, tuple(speakers))


@lru_cache(maxsize=4)
def speech_verbs(ontology: Ontology) -> frozenset[str]:
    """The verbs of saying in the ontology's cues."""
    rows = [row for row in ontology.cues.get("governor", ()) if row.get("speech") and row.get("pos") != "noun"]
    return frozenset(str(word) for row in rows for word in _listed(row.get("words")))


def _listed(words: object) -> list[object]:
    return words if isinstance(words, list) else []


def _find_quotations(doc: Doc, passages: Sequence[int]) -> list[tuple[int, int]]:
    """First and last token of each quotation, marks included, in order."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, token in enumerate(doc):
        if start is not None and (passages[i] != passages[start] or i - start > LONGEST):
            if doc[start].text in OPENING and passages[i] != passages[start]:
                found.append((start, i - 1))
            start = None
        if start is None and (token.text in OPENING or token.text == EITHER):
            start = i
        elif start is not None and (token.text in CLOSING or token.text == EITHER):
            found.append((start, i))
            start = None
    return found


def _reports(doc: Doc, number: Sequence[int], verbs: frozenset[str]) -> Mapping[int, int]:
    """Verbs of speech outside quotations -> head of their subject, in text order."""
    found: dict[int, int] = {}
    for token in doc:
        if number[token.i] >= 0 or token.lemma_.casefold() not in verbs or token.pos_ not in {"VERB", "AUX"}:
            continue
        subject = _subject(token)
        if subject is not None and number[subject.i] < 0:
            found[token.i] = subject.i
    return found


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with or a participle of."""
    for _ in range(3):
        subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
        if subject is not None or verb.dep_ not in {"conj", "advcl"}:
            return subject
        verb = verb.head
    return None


def _beside(parse: Parse, span: tuple[int, int], reports: Mapping[int, int]) -> int | None:
    """Who is told to speak nearest to a quotation, in a sentence that it shares or after "said:"."""
    verbs = list(reports)
    first, last = span
    near = verbs[bisect_left(verbs, first - REACH) : bisect_left(verbs, last + REACH)]
    fitting = [v for v in near if _shares_sentence(parse, v, span)]
    best = min(fitting, key=lambda v: (_distance(v, reports[v], span), v), default=None)
    return None if best is None else reports[best]


def _shares_sentence(parse: Parse, verb: int, span: tuple[int, int]) -> bool:
    """Whether nothing ends a sentence between a verb of speech and a quotation, its own marks left out."""
    first, last = span
    if parse.passage[verb] != parse.passage[first]:
        return False
    between = parse.doc[verb:first] if verb < first else parse.doc[last + 1 : verb]
    return not any(t.text in {".", "!", "?", EITHER} or t.text in OPENING | CLOSING for t in between)


def _distance(verb: int, subject: int, span: tuple[int, int]) -> int:
    low, high = min(verb, subject), max(verb, subject)
    return min(abs(low - span[1]), abs(span[0] - high))
