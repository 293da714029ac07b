"""The quotations of a document and whose words they are: read once, for coreference and for stance alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from spacy.attrs import ORTH
from spacy.tokens import Doc, Span, Token

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import child, labelled, sentences
from kg.entities.captions import NO_NOUNS, Speakers, find_captioned, find_turns
from kg.entities.marks import EITHER, OPENING, Quote, find_openings, find_quotes
from kg.entities.reports import (
    REACH,
    VAGUE,
    Report,
    find_report,
    is_short_report,
    last_speech,
    speaker_of,
)
from kg.ontology import Ontology
from kg.parsing import Parse

MOST_REPORTS = 8
"""Reports of one sentence that are looked at: a list of 500 must not cost its square."""

NEXT = 2
"""Tokens from the end of a quotation to the start of one that goes on at once, in the next paragraph."""

OWN_WORDS = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves", "you", "your"})
"""Words that only the speaker of a quotation can have used, and nobody who tells it."""

LONG = 8
"""Tokens; so many in marks are hardly the name or phrase of a sentence around them."""

INTRODUCING = frozenset({":", "—", "–", "-"})


class Quotations:
    """The quotations and the reports beside what they tell of one parse, found in one pass.

    `quotes` in order, `inside` the number of the quotation that each token stands in, or None; `speakers` are phrases
    that may speak in a caption or before a colon.
    """

    def __init__(
        self,
        doc: Doc,
        is_speech: Callable[[str], bool],
        passages: Sequence[int] = (),
        speakers: Speakers = NO_NOUNS,
    ) -> None:
        self.doc = doc
        self._speech = is_speech
        self._speakers = speakers
        self._opens = find_openings(passages)
        turns = find_turns(doc, self._opens, speakers)
        self.quotes = _with_turns(find_quotes(doc, self._opens), turns, ends=[*sorted(self._opens), len(doc)])
        self._captions = find_captioned(doc, self.quotes, self._opens, speakers)
        self._captions |= {n: turns[q.first] for n, q in enumerate(self.quotes) if q.first in turns}
        self.inside = _by_token(doc, self.quotes)
        self.reports = self._find_reports()
        self._verbs = [r.verb for r in self.reports]
        self._told = {r.verb: r for r in self.reports}
        self._sentence = [n for n, bounds in enumerate(sentences(doc)) for _ in range(*bounds)]
        self._of_sentence = self._by_sentence()
        self._personal: dict[int, bool] = {}
        self._colons: dict[int, Report | None] = {}
        colon = doc.vocab.strings.add(":")
        self._places_of_colons = [i for i, word in enumerate(doc.to_array(ORTH).tolist()) if word == colon]
        self._said_by: list[Report | None] = []
        for n in range(len(self.quotes)):
            self._said_by.append(self._find_speaker(n))

    # ------------------------------------------------------------ asked by others

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands in a quotation."""
        return self.inside[token.i] is not None

    def is_report(self, token: Token) -> bool:
        """Whether a verb is set beside what it reports, and no part of it."""
        return token.i in self._told

    def may_speak(self, noun: Token) -> bool:
        """Whether a noun is one for whoever speaks, a person or a body; any is where there is no ontology to ask."""
        return self._speakers.has(noun)

    def quote(self, i: int) -> int | None:
        """The number of the first part of the quotation that token `i` stands in; None outside of any."""
        number = self.inside[i]
        while number is not None and number and self.quotes[number].continued:
            number -= 1
        return number

    def speaker(self, token: Token) -> Report | None:
        """Who says the quotation in which a token stands; None outside, or where nobody is named."""
        number = self.inside[token.i]
        return self._said_by[number] if number is not None else None

    def told_by(self, token: Token) -> Report | None:
        """The report that a main clause of its sentence is told by: one set after it, into it, or before a colon."""
        for report in self._of_sentence.get(self._sentence[token.i], ())[:MOST_REPORTS]:
            before = token.left_edge.i < report.start and token.i != report.verb
            if before and not _is_below(token, report.verb) and not self.is_apart(token, report):
                return None if self._is_inserted_later(token, report) else report
        return self._before_colon(token)

    def is_direct(self, clause: Token) -> bool:
        """Whether a clause is told in the speaker's own words: it opens its quotation, or that says "I" or "you"."""
        number = self.inside[clause.i]
        if number is None:
            return False
        quote = self.quotes[number]
        if number not in self._personal:
            self._personal[number] = any(t.lower_ in OWN_WORDS for t in self.doc[quote.first : quote.last + 1])
        return self._personal[number] or bool(quote.first <= clause.left_edge.i <= quote.first + 1)

    def is_outside(self, token: Token, above: Token) -> bool:
        """Whether a clause stands outside or beside the utterance that the parse hangs it on: no word of its."""
        report = self._told.get(above.i)
        if report is not None and token.i < report.start and self.is_apart(token, report):
            return True
        number = self.inside[above.i]
        return number is not None and self.inside[token.i] is None and self._is_whole(number)

    def is_apart(self, token: Token, report: Report) -> bool:
        """Whether a report tells a whole utterance in marks before it, of which a clause is no part."""
        beside = range(report.start - 1, max(report.start - 3, -1), -1)
        number = next((self.inside[i] for i in beside if self.inside[i] is not None), None)
        if number is None or self.is_quoted(token) or not self._is_whole(number):
            return False
        first = self.quotes[number].first
        return first > 0 and self.doc[first - 1].text not in (",", ":")

    def caption(self, token: Token) -> Report | None:
        """The sign or caption that a quotation stands on: "with captions reading: '...'"."""
        number = self.inside[token.i]
        before = self.quotes[number].first - 1 if number is not None else 0
        if before > 0 and self.doc[before].text in (":", ","):
            before -= 1
        if before < 1 or self.doc[before].lower_ != "reading" or self.doc[before - 1].pos_ != "NOUN":
            return None
        return Report(before, before - 1, before - 1)

    def _is_inserted_later(self, token: Token, report: Report) -> bool:
        """Whether a report is inserted in a later part of its sentence: "A fell; if so, experts warn, B may"."""
        end = max(report.verb, report.speaker) + 1
        if end >= len(self.doc) or self.doc[end].text != ",":
            return False
        return any(t.text == ";" and self.inside[t.i] is None for t in self.doc[token.i : report.start - 1])

    # ------------------------------------------------------------ who speaks

    def _find_speaker(self, n: int) -> Report | None:
        """Named beside it, or with the rest of the same quotation, the one that follows at once, or the one before."""
        named = self._named(n)
        if named is not None:
            return named
        if self.quotes[n].continued and self._said_by[n - 1] is not None:
            return self._said_by[n - 1]
        return self._of_later(n) or self._of_earlier(n) or self._of_paragraph(n) or self._of_next(n)

    def _named(self, n: int) -> Report | None:
        quote = self.quotes[n]
        here = range(bisect_left(self._verbs, quote.first - REACH), bisect_left(self._verbs, quote.last + REACH))
        near = [self.reports[i] for i in here]
        after = [r for r in near if quote.last < r.verb and self._is_after(quote, r)]
        before = [r for r in near if r.verb < quote.first and self._is_beside(r.verb, quote.first)]
        found = after[0] if after else before[-1] if before else None
        return found or self._captions.get(n) or self._introducer(quote.first)

    def _of_later(self, n: int) -> Report | None:
        """Who says the parts of the same quotation in the next paragraphs, or the quotation that follows at once."""
        bare = n == 0 or self.quotes[n].first in self._opens
        for later in range(n + 1, len(self.quotes)):
            near = self.quotes[later].first - self.quotes[later - 1].last <= NEXT
            near = near and (bare or self.quotes[later].first not in self._opens)
            if not self.quotes[later].continued and not (near and later == n + 1):
                return None
            found = self._named(later)
            if found is not None:
                return found
        return None

    def _of_earlier(self, n: int) -> Report | None:
        """Who says the quotation before in the same paragraph, or spoke last in the one before a bare quotation."""
        first = self.quotes[n].first
        opening = first in self._opens
        if n and not any(i in self._opens for i in range(self.quotes[n - 1].last + 1, first + 1)):
            return self._said_by[n - 1]
        return self._last_of_paragraph(n) if opening else None

    def _of_paragraph(self, n: int) -> Report | None:
        """Who spoke last before a quotation in its paragraph, within a few sentences: 'He admitted it. Why? "..."'."""
        first = start = self.quotes[n].first
        if not first or self.doc[first - 1].text not in (".", "!", "?") or not self._is_whole(n):
            return None
        while start > max(0, first - 2 * REACH) and start not in self._opens:
            start -= 1
        return last_speech(self._outside(start, first), self._speech)

    def _of_next(self, n: int) -> Report | None:
        """Who says the next quotation of the paragraph, where nobody has spoken yet: '"It fell." He paused. "..."'."""
        end = self.quotes[n + 1].first if n + 1 < len(self.quotes) else 0
        same = end and not any(i in self._opens for i in range(self.quotes[n].last + 1, end + 1))
        return self._named(n + 1) if same and end - self.quotes[n].last < REACH else None

    def _last_of_paragraph(self, n: int) -> Report | None:
        """Whoever's words end the paragraph before: "..., he said." and then a paragraph that opens with a mark."""
        first = self.quotes[n].first
        sentence = self.doc[first - 1].sent
        if n and self.quotes[n - 1].last >= sentence.start:
            return self._said_by[n - 1]
        ending = [r for r in self._of_sentence.get(self._sentence[first - 1], ()) if r.start > sentence.start]
        return ending[-1] if ending else None

    def _introducer(self, first: int) -> Report | None:
        """'The president said: "..."', 'As the president told Reuters, "..."', 'He said it was over. "..."'.

        A colon may stand at the end of the paragraph before.
        """
        mark = self.doc[first - 1] if first else None
        if mark is None:
            return None
        whole = self._outside(max(mark.sent.start, first - 2 * REACH), first)
        if mark.text.endswith(":"):
            return last_speech(whole, self._speech) or self._main_subject(whole)
        if first in self._opens:
            return self._participle(whole) if mark.text == "," else None
        if mark.text in (".", ","):
            return last_speech(whole, self._speech)
        if mark.text in INTRODUCING:
            return last_speech(whole, self._speech) or (self._main_subject(whole) if self._says_own(first) else None)
        return last_speech(self._outside(first - 2, first), self._speech) or self._participle(whole)

    def _participle(self, words: list[Token]) -> Report | None:
        """'writing in a blog post "I have ..."': the last verb before the quotation, one of speech."""
        verbs = [t for t in words if t.pos_ in ("VERB", "AUX")]
        return last_speech(verbs[-1:], self._speech)

    def _says_own(self, first: int) -> bool:
        return self.doc[min(first + 1, len(self.doc) - 1)].lower_ in OWN_WORDS

    def _main_subject(self, words: list[Token]) -> Report | None:
        """The subject of the main verb of what introduces a quotation: "The agency released a statement: ..."."""
        for verb in words:
            main = verb.dep_ in ("ROOT", "ccomp", "parataxis") and is_predicate(verb)
            subject = child(verb, "nsubj") if main else None
            if subject is not None and subject.lower_ not in VAGUE:
                return speaker_of(verb)
        return None

    def _outside(self, first: int, end: int) -> list[Token]:
        """The tokens from `first` to `end` that stand in no quotation."""
        return [t for t in self.doc[max(first, 0) : end] if self.inside[t.i] is None]

    # ------------------------------------------------------------ reports

    def _find_reports(self) -> list[Report]:
        verbs = {subject.head.i: subject.head for subject in labelled(self.doc, ("nsubj",))}
        said = (verb for _, verb in sorted(verbs.items()) if self._speech(verb.lemma_.lower()))
        found = (find_report(verb) for verb in said)
        return [r for r in found if r is not None and self.inside[r.verb] is None]

    def _by_sentence(self) -> dict[int, list[Report]]:
        """Sentence -> the reports in it; one that is a sentence of its own tells the sentence before."""
        table: dict[int, list[Report]] = {}
        for report in self.reports:
            number = self._sentence[report.verb]
            told = number - 1 if is_short_report(self.doc, report) and self._follows(report.start) else number
            table.setdefault(told, []).append(report)
        return table

    def _follows(self, start: int) -> bool:
        """Whether the sentence before is of the same paragraph and outside of any quotation."""
        return start not in self._opens and self.inside[start - 1] is None

    def _before_colon(self, token: Token) -> Report | None:
        """Who says what follows a colon: "The ministry said in a statement: the troops have left."."""
        number = self._sentence[token.i]
        if number not in self._colons:
            self._colons[number] = self._introduced(token.sent)
        report = self._colons[number]
        if report is None or token.left_edge.i <= report.start or child(token, "nsubj", "nsubjpass") is None:
            return None
        return None if self.is_quoted(token) else report

    def _introduced(self, sentence: Span) -> Report | None:
        """Who says what follows the first colon of a sentence whose one finite verb before it is of speech.

        The report starts at the colon.
        """
        inside = (i for i in self._places_of_colons if sentence.start <= i < sentence.end)
        colon = next((i for i in inside if self.inside[i] is None), None)
        if colon is None:
            return None
        verbs = [t for t in self.doc[sentence.start : colon] if child(t, "nsubj") is not None]
        found = last_speech(verbs, self._speech) if len(verbs) == 1 else None
        return Report(found.verb, found.speaker, colon) if found is not None else None

    def _is_after(self, quote: Quote, report: Report) -> bool:
        """Whether a report tells the quotation before it, and does not rather open the next one."""
        if not self._is_beside(quote.last, report.start):
            return False
        end = max(report.verb, report.speaker) + 1
        opens_next = end + 1 < len(self.doc) and self.doc[end].text in (",", ":")
        opens_next = opens_next and self.doc[end + 1].text in OPENING | {EITHER}
        return not (opens_next and self.doc[quote.last - 1].text == ".")

    def _is_beside(self, one: int, other: int) -> bool:
        """Whether nothing but marks, adverbs and phrases of time or place lies between, and no other sentence."""
        between = self.doc[one + 1 : other]
        if any(t.i in self._opens for t in self.doc[one + 1 : other + 1]):
            return False
        ends = sum(t.text in (".", "!", "?") for t in between)
        return ends <= 1 and all(t.pos_ not in ("VERB", "AUX") for t in between)

    def _is_whole(self, number: int) -> bool:
        """Whether a quotation is an utterance and no part of the sentence around it: it opens with a capital.

        A name has one anyway: then it must be long.
        """
        quote = self.quotes[number]
        word = next((t for t in self.doc[quote.first : quote.first + 3] if t.is_alpha), None)
        if word is None or not word.text[0].isupper():
            return False
        return word.pos_ != "PROPN" or quote.last - quote.first > LONG


def _is_below(token: Token, verb: int) -> bool:
    """Whether a clause hangs on the reporting verb as its circumstance ("When Kyiv attacked, Moscow answered")."""
    return token.dep_ == "advcl" and bool(token.head.i == verb)


def _by_token(doc: Doc, quotes: Sequence[Quote]) -> list[int | None]:
    inside: list[int | None] = [None] * len(doc)
    for number, quote in enumerate(quotes):
        inside[quote.first : quote.last + 1] = [number] * (quote.last + 1 - quote.first)
    return inside


def _with_turns(quotes: list[Quote], turns: Mapping[int, Report], ends: Sequence[int]) -> list[Quote]:
    """The quotations, and the turns of an interview up to the ends of their paragraphs, in order."""
    spoken = [Quote(first, ends[bisect_left(ends, first + 1)] - 1) for first in turns]
    return sorted([*quotes, *spoken], key=lambda q: q.first)


def read_quotations(parse: Parse, ontology: Ontology) -> Quotations:
    """The quotations of a document: each with who is told to say it beside it, or who said the one before."""
    verbs = speech_verbs(ontology)
    return Quotations(parse.doc, verbs.__contains__, parse.passage, Speakers(ontology))


@lru_cache(maxsize=4)
def speech_verbs(ontology: Ontology) -> frozenset[str]:
    """The verbs of saying in the ontology's cues."""
    rows = [row for row in ontology.cues.get("governor", ()) if row.get("speech") and row.get("pos") != "noun"]
    return frozenset(str(word) for row in rows for word in _listed(row.get("words")))


def _listed(words: object) -> list[object]:
    return words if isinstance(words, list) else []
