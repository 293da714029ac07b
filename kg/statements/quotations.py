"""What stands inside quotation marks, and the verbs of speech set beside what they report ("..., officials said")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.clauses.syntax import OBJECTS, child, children

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = '"'
SEPARATORS = frozenset({",", "—", "–", "-", "(", ":", *OPENING, *CLOSING, EITHER})

LONGEST_QUOTATION = 400
"""Tokens; a mark that nothing closes within so many opens no quotation (an inch mark, a slip of the keyboard)."""

MOST_REPORTS = 8
"""Reports of one sentence that are looked at: a list of 500 must not cost its square."""

REACH = 25
"""Tokens between a quotation and the verb that tells whose it is."""

NEXT = 2
"""Tokens from the end of a quotation to the start of one that goes on at once, in the next paragraph."""

NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "it", "this", "that", "there"})
"""Subjects that name no speaker."""

OWN_WORDS = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves", "you", "your"})
"""Words that only the speaker of a quotation can have used, and nobody who tells it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of speech beside what it reports: the tokens of the verb and its subject, and of the first of both."""

    verb: int
    speaker: int
    start: int


class Quotations:
    """The quotations and the inserted reports of one parse, found in one pass."""

    def __init__(self, doc: Doc, is_speech: Callable[[str], bool], passages: Sequence[int] = ()) -> None:
        self.doc = doc
        self._opens = find_openings(passages)
        self.segments = find_quotations(doc, self._opens)
        self.inside = _by_token(doc, self.segments)
        self.reports = self._find_reports(is_speech)
        self._told = {report.verb for report in self.reports}
        self._speech = is_speech
        self._speakers: dict[int, Report | None] = {}
        self._personal: dict[int, bool] = {}
        self._sentence = [n for n, sentence in enumerate(doc.sents) for _ in sentence]
        self._of_sentence = self._by_sentence()

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands inside quotation marks."""
        return self.inside[token.i] is not None

    def is_report(self, token: Token) -> bool:
        """Whether a verb is set beside what it reports, and no part of it."""
        return token.i in self._told

    def told_by(self, token: Token) -> Report | None:
        """The report that a main clause of its sentence is told by: one set after it, or into it."""
        for report in self._of_sentence.get(self._sentence[token.i], ())[:MOST_REPORTS]:
            before = token.left_edge.i < report.start and token.i != report.verb
            if before and self.inside[report.verb] is None and not _is_below(token, report.verb):
                return report
        return None

    def is_direct(self, clause: Token) -> bool:
        """Whether a clause is told in the speaker's own words: it opens its quotation, or that says "I" or "you"."""
        number = self.inside[clause.i]
        if number is None:
            return False
        first, last = self.segments[number]
        if number not in self._personal:
            self._personal[number] = any(t.lower_ in OWN_WORDS for t in self.doc[first : last + 1])
        return self._personal[number] or bool(first <= clause.left_edge.i <= first + 1)

    def speaker(self, token: Token) -> Report | None:
        """Who says the quotation that a token stands in: named beside it, or with the quotation next to it."""
        number = self.inside[token.i]
        if number is None:
            return None
        start = number
        while start and start - 1 not in self._speakers:
            start -= 1
        for n in range(start, number + 1):
            if n not in self._speakers:
                self._speakers[n] = self._named(n) or self._neighbour(n)
        return self._speakers[number]

    def caption(self, token: Token) -> Report | None:
        """The sign or caption that a quotation stands on: "with captions reading: '...'"."""
        number = self.inside[token.i]
        before = self.segments[number][0] - 1 if number is not None else 0
        if before > 0 and self.doc[before].text in (":", ","):
            before -= 1
        if before < 1 or self.doc[before].lower_ != "reading" or self.doc[before - 1].pos_ != "NOUN":
            return None
        return Report(before, before - 1, before - 1)

    def _named(self, number: int) -> Report | None:
        return self._speaker(*self.segments[number])

    def _neighbour(self, number: int) -> Report | None:
        """Who says the quotation that follows at once, or the one before in the same paragraph."""
        first, last = self.segments[number]
        if number + 1 < len(self.segments) and self.segments[number + 1][0] - last <= NEXT:
            following = self._named(number + 1)
            if following is not None:
                return following
        if not number or any(i in self._opens for i in range(self.segments[number - 1][1] + 1, first + 1)):
            return None
        return self._speakers.get(number - 1)

    def _speaker(self, first: int, last: int) -> Report | None:
        verbs = [r.verb for r in self.reports]
        here = self.reports[bisect_left(verbs, first - REACH) : bisect_left(verbs, last + REACH)]
        after = [r for r in here if last < r.verb and self._is_beside(last, r.start)]
        before = [r for r in here if r.verb < first and self._is_beside(r.verb, first)]
        return after[0] if after else before[-1] if before else self._introducer(first)

    def _introducer(self, first: int) -> Report | None:
        """'The president said: "..."', 'As the president told Reuters, "..."', 'He said it was over. "..."'."""
        if not first or self.doc[first - 1].text not in (".", ",", ":") or first in self._opens:
            return self._last_speech(first - 2, first)
        start = max(self.doc[first - 1].sent.start, first - 2 * REACH)
        colon = self.doc[first - 1].text == ":"
        return self._last_speech(start, first) or (self._subject_of(self.doc[first - 1].sent.root) if colon else None)

    def _last_speech(self, start: int, first: int) -> Report | None:
        """The last verb of speech with a subject between two tokens, outside quotations."""
        for verb in reversed(list(self.doc[max(start, 0) : first])):
            if self.inside[verb.i] is None and verb.pos_ in ("VERB", "AUX") and self._speech(verb.lemma_.lower()):
                found = self._subject_of(verb)
                if found is not None:
                    return found
        return None

    def _subject_of(self, verb: Token) -> Report | None:
        subject = child(verb, "nsubj")
        if subject is None or self.inside[subject.i] is not None or subject.tag_ in ("WP", "WDT"):
            return None
        if child(verb, "neg", "expl") is not None or subject.lower_ in NOBODY:
            return None
        return Report(verb.i, subject.i, subject.i)

    def _is_beside(self, one: int, other: int) -> bool:
        """Whether nothing but marks, adverbs and phrases of time or place lies between, and no other sentence."""
        ends = sum(t.text in (".", "!", "?") for t in self.doc[one + 1 : other])
        return ends <= 1 and all(t.pos_ not in ("VERB", "AUX") for t in self.doc[one + 1 : other])

    def _find_reports(self, is_speech: Callable[[str], bool]) -> list[Report]:
        found = (_report(token) for token in self.doc if is_speech(token.lemma_.lower()))
        return [r for r in found if r is not None and self.inside[r.verb] is None]

    def _by_sentence(self) -> dict[int, list[Report]]:
        table: dict[int, list[Report]] = {}
        for report in self.reports:
            table.setdefault(self._sentence[report.verb], []).append(report)
        return table


def find_openings(passages: Sequence[int]) -> frozenset[int]:
    """The tokens that open a paragraph, the first one left out; `passages` numbers the passage of each token."""
    return frozenset(i for i in range(1, len(passages)) if passages[i] != passages[i - 1])


def find_quotations(doc: Doc, openings: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """First and last token of each quotation, marks included; a paragraph's end closes what is open."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for token in doc:
        ends = token.is_space and token.text.count("\n") > 1
        if start is not None and token.i in openings:
            if token.text == EITHER or token.text in OPENING:
                continue  # each paragraph of a long quotation opens with a mark of its own
            if token.i - start <= LONGEST_QUOTATION:
                found.append((start, token.i - 1))
            start = None
        if start is not None and (ends or token.text in CLOSING or token.text == EITHER):
            if token.i - start <= LONGEST_QUOTATION:
                found.append((start, token.i))
            start = None
        elif start is None and (token.text in OPENING or (token.text == EITHER and not _is_inch_mark(token))):
            start = token.i
    if start is not None and len(doc) - start <= LONGEST_QUOTATION:
        found.append((start, len(doc) - 1))
    return found


def _is_inch_mark(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def _by_token(doc: Doc, segments: list[tuple[int, int]]) -> list[int | None]:
    inside: list[int | None] = [None] * len(doc)
    for number, (first, last) in enumerate(segments):
        inside[first : last + 1] = [number] * (last + 1 - first)
    return inside


def _report(verb: Token) -> Report | None:
    """The report of a finite verb of speech with its subject beside it, set off from what goes before."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or child(verb, "mark", "aux", "auxpass", "neg") is not None:
        return None
    told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if child(verb, *OBJECTS) is not None and not told:
        return None
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.children):
        return None
    subjects = [s for s in children(verb, "nsubj") if abs(s.i - verb.i) <= REACH]
    subject = min(subjects, key=lambda s: abs(s.i - verb.i), default=None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return None
    if subject.i > verb.i:
        return Report(verb.i, subject.i, verb.i) if _is_set_off(verb.doc, verb.i) else None
    between = verb.doc[subject.i : verb.i]
    start = subject.left_edge.i
    if any(t.text in SEPARATORS - {"-"} for t in between) and child(subject, "appos", "relcl", "acl") is None:
        return None
    return Report(verb.i, subject.i, start) if _is_set_off(verb.doc, start) else None


def _is_set_off(doc: Doc, start: int) -> bool:
    """Whether a comma, dash or quotation mark stands before, and the sentence does not begin here."""
    return start > 0 and not doc[start].is_sent_start and doc[start - 1].text in SEPARATORS


def _is_below(token: Token, verb: int) -> bool:
    """Whether a clause hangs on the reporting verb as its circumstance ("When Kyiv attacked, Moscow answered")."""
    return token.dep_ == "advcl" and bool(token.head.i == verb)
