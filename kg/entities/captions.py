"""Speakers named without a verb: under a pulled quotation, after a dash, before a colon as in an interview."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.clauses.syntax import FINITE_TAGS
from kg.entities.marks import CLOSING, EITHER, OPENING, Quote
from kg.entities.reports import Report
from kg.ontology import Ontology

DASHES = frozenset({"-", "–", "—", "--", "―", "~"})
MARKS = OPENING | CLOSING | {EITHER}

LONGEST_CAPTION = 14
"""Tokens of a line that names who said the quotation above it."""

LONGEST_NAME = 6
"""Tokens before the colon of a turn of an interview."""

SPEAKING = ("kgo:Person", "kgo:Group", "kgo:Organization")


class Speakers:
    """Which words may name a speaker: names of persons, and nouns that the ontology has as persons and bodies."""

    def __init__(self, ontology: Ontology | None = None) -> None:
        self._ontology = ontology

    def has(self, token: Token) -> bool:
        """Whether a phrase with this head may speak."""
        if token.pos_ == "PROPN":
            return token.ent_type_ == "PERSON"
        if token.pos_ != "NOUN" or self._ontology is None:
            return token.pos_ == "NOUN"
        cls = self._ontology.nouns.get(token.lower_) or self._ontology.nouns.get(token.lemma_.lower())
        if cls is None:
            return False
        return any(self._ontology.is_a(cls, speaking) for speaking in SPEAKING)


NO_NOUNS = Speakers()
"""Any noun may speak."""


def find_captioned(
    doc: Doc, quotes: Sequence[Quote], openings: frozenset[int], speakers: Speakers
) -> dict[int, Report]:
    """Number of a quotation that is a paragraph -> the speaker named after it: '"We won." - NAME, minister'."""
    starts = sorted({0, *openings})
    bounds = dict(zip(starts, [*starts[1:], len(doc)], strict=True))
    found: dict[int, Report] = {}
    opened = 0
    for number, quote in enumerate(quotes):
        opened = quote.first if quote.first in bounds else opened
        end = bounds.get(opened, len(doc))
        if quote.first != opened or quote.last >= end:
            continue
        first = quote.last + 1
        report = _named_in(doc, first, end, speakers, dashed=False) if first < end else None
        if first == end and end in bounds:
            report = _named_in(doc, end, bounds[end], speakers, dashed=True)
        if report is not None:
            found[number] = report
    return found


def _named_in(doc: Doc, first: int, end: int, speakers: Speakers, *, dashed: bool) -> Report | None:
    """The speaker that a line without a verb names first; where it must be `dashed`, after a dash."""
    words = [t for t in doc[first:end] if not t.is_space]
    dash = words[0] if words and words[0].text in DASHES else None
    named = words[1:] if dash is not None else words
    if not named or len(words) > LONGEST_CAPTION or (dashed and dash is None):
        return None
    phrase = _first_phrase(named)
    outside = named[: next((n for n, t in enumerate(named) if t.text in MARKS), len(named))]
    if not phrase or any(t.tag_ in FINITE_TAGS for t in outside):
        return None
    head = phrase[-1]
    if not speakers.has(head) and not (dash is not None and head.pos_ == "PROPN"):
        return None
    return Report((dash or head).i, head.i, first)


def _first_phrase(words: Sequence[Token]) -> list[Token]:
    """The words of a name or of a noun with what stands before it, up to a comma or preposition."""
    phrase: list[Token] = []
    for word in words:
        if word.is_punct and word.text not in ("-", "."):
            break
        if word.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "PUNCT"):
            break
        phrase.append(word)
    while phrase and phrase[-1].is_punct:
        phrase.pop()
    return phrase


def find_turns(doc: Doc, openings: frozenset[int], speakers: Speakers) -> dict[int, Report]:
    """First token of what is said in a paragraph that opens with a name and a colon -> who says it.

    "Police: Man shot officer" and the turns of an interview; without a finite verb it is an entry of a list.
    """
    starts = sorted({0, *openings})
    found: dict[int, Report] = {}
    for first, end in zip(starts, [*starts[1:], len(doc)], strict=True):
        colon = next((t.i for t in doc[first : min(first + LONGEST_NAME + 1, end)] if t.text == ":"), None)
        if colon is None or colon + 2 >= end or any(t.text in MARKS for t in doc[first:end]):
            continue
        phrase = _first_phrase(list(doc[first:colon]))
        verbs = any(t.tag_ in FINITE_TAGS for t in doc[colon + 1 : end])
        if len(phrase) == colon - first and phrase and verbs and speakers.has(phrase[-1]):
            found[colon + 1] = Report(colon, phrase[-1].i, first)
    return found
