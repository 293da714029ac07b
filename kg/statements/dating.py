"""Time expressions -> the clause or event noun that each of them dates.

From the expression the way leads up the dependency tree to the nearest predicate or event noun.  It ends, and the
expression dates no clause, where it describes a noun that is no event ("the 1991 agreement", "the recently announced
phone", "touchstones of the 1960s") or counts one ("15 a year").  What stands right before such a noun tells of the
noun ("a 27-year contract"); a length before "after" or "behind" how far apart two times are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import SUBJECTS, ancestors, child, children, conjuncts
from kg.parsing import Parse
from kg.statements.times import TimeMention, find_times
from kg.statements.times.distances import Length, Repeated
from kg.statements.times.lengths import is_amount, is_lasting
from kg.statements.times.readings import Range, Vague

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IsEvent = Callable[[int], bool]
"""Whether the noun at a token names an event."""

_BEFORE_NOUN = frozenset(("amod", "compound", "nummod", "nmod", "poss"))
_APART = frozenset(("after", "before", "behind", "ahead"))
"""What a length of time stands before that tells how far apart two times are ("five years after its launch")."""

_MOVING = frozenset(("push", "delay", "postpone", "extend", "prolong", "defer", "advance"))
"""Verbs whose bare length is how far they move something."""

_NEXT = frozenset(("afterwards", "eventually", "later", "now", "since", "soon", "still", "subsequently", "then"))
"""Adverbs of what does not happen at the time told before."""

_REPORTING = frozenset(("announce", "break", "confirm", "disclose", "publish", "report", "reveal", "unveil"))
"""Verbs that make known what their object names; a day after it is when they did."""

_KNOWN = frozenset(("the", "its", "his", "her", "their", "this", "that"))

_DESCRIBING = frozenset(
    ("amod", "compound", "nummod", "nmod", "poss", "quantmod", "appos", "det", "advcl", "acl", "relcl")
)
_ADVERBS = frozenset(("npadvmod", "advmod", "pobj", "prep", "dobj"))
_ARRANGED = frozenset(
    ("set", "schedule", "reschedule", "due", "plan", "slate", "book", "arrange", "fix", "expect", "pencil", "earmark")
)
"""What is told in the past of a day to come ("the vote was set for July 5")."""

_PUT_OFF = frozenset(
    ("adjourn", "bring", "defer", "delay", "extend", "move", "postpone", "prolong", "push", "put", "reschedule", "slip")
)
"""Verbs that give something another day, which stands after "to", "until" or "till"."""

_AWAITED = frozenset(("due", "expected", "slated", "scheduled"))

_DATING = frozenset(("schedule", "reschedule", "plan", "slate", "delay", "postpone", "defer"))
"""Verbs whose object lies ahead, as ontology/cues.toml has it."""

_GOALS = frozenset(("to", "until", "till", "for"))

DASHES = frozenset({"-", "--", "–", "—"})

LONGEST_PLACE = 8
"""Tokens of a place before the day of a dateline, or of an agency after it."""

_COMPARING = frozenset({"from", "with", "to", "than"})
_COMPARED = frozenset({"up", "down", "unchanged", "compared", "higher", "lower", "more", "less", "fewer"})
"""Words of how a figure stands to one of another time, which the preposition after them brings in."""

_NOUNS = ("NOUN", "PROPN", "PRON")
_LOOSE = frozenset(
    ("in", "on", "at", "during", "by", "before", "after", "within", "throughout", "over", "between", "as")
)
"""Prepositions that the parser ties to a noun although they date its clause ("state media on Tuesday released")."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The times of a document by the predicate or event noun that they date, the one to be told first.

    `tokens` are the tokens of all time expressions but those that are amounts ("75 hours of video"), `described` the
    times by the noun that they stand before and that is no event, `apart` the distances by predicate.
    """

    times: Mapping[int, tuple[TimeMention, ...]]
    tokens: frozenset[int]
    described: Mapping[int, TimeMention]
    apart: Mapping[int, TimeMention]


def find_dates(parse: Parse, is_event: IsEvent, *, times: Sequence[TimeMention] | None = None) -> Dates:
    """Return what the time expressions of a document date; `times` are these, found here where they are not given.

    Of several in one clause a day or clock time comes first, then a length, then what is repeated, then "now" and
    "recently"; of two alike the one with a value, then the one told first.
    """
    found = find_times(parse) if times is None else times
    mentions = [m for m in found if not is_amount(parse.doc, m) or _is_distance(parse.doc, m)]
    tokens = frozenset(i for m in mentions for i in range(m.first, m.last + 1))
    owned: dict[int, list[TimeMention]] = {}
    described: dict[int, TimeMention] = {}
    apart: dict[int, TimeMention] = {}
    for mention in mentions:
        owner = _owner(parse.doc, mention, tokens, is_event)
        noun = _described(parse.doc, mention, tokens) if owner is None else None
        predicate = _predicate_apart(parse.doc, mention) if owner is None else None
        if owner is not None:
            owned.setdefault(owner, []).append(mention)
            thing = _thing_dated(parse.doc, owner, mention, is_event)
            if thing is not None:
                owned.setdefault(thing, []).append(mention)
        elif noun is not None:
            described.setdefault(noun, mention)
        elif predicate is not None:
            apart.setdefault(predicate, mention)
    shared = [(then, found) for owner, found in owned.items() for then in _followers(parse.doc, owner, found, owned)]
    owned.update(shared)
    return Dates({owner: _ranked(found) for owner, found in owned.items()}, tokens, described, apart)


def _followers(doc: Doc, owner: int, found: Sequence[TimeMention], owned: Mapping[int, object]) -> Iterator[int]:
    """The verbs that a time in front holds for too: "On Monday the army shelled the town and burnt two bridges".

    They share the subject and the form of the first, have no time of their own, and none but a bare "and" or "or"
    stands between: what comes "then" or "later" may come another day.
    """
    verb = doc[owner]
    subject = child(verb, *SUBJECTS)
    if subject is None or not all(mention.last < subject.left_edge.i for mention in found):
        return
    for other in conjuncts(verb):
        alike = other.tag_ == verb.tag_ and child(other, *SUBJECTS, "aux") is None
        if alike and other.i not in owned and not any(c.lower_ in _NEXT for c in children(other, "advmod")):
            yield other.i


def is_arranged(predicate: Token) -> bool:
    """Whether a predicate, or the one it completes, sets a day ("was scheduled for", "was set to begin on")."""
    if any(c.lower_ in _ARRANGED for c in predicate.children if c.dep_ in ("acomp", "oprd", "attr")):
        return True  # "the results are due in July"
    return predicate.lemma_ in _ARRANGED or (predicate.dep_ == "xcomp" and predicate.head.lemma_ in _ARRANGED)


def is_intended(predicate: Token) -> bool:
    """Whether it was once to come ("was to begin on Tuesday"): the nearest such day is meant, ahead or behind."""
    be, to = predicate.head, any(c.lower_ == "to" for c in predicate.children if c.dep_ == "aux")
    return to and predicate.dep_ == "xcomp" and be.lower_ in ("was", "were") and child(be, "acomp", "attr") is None


def goal_of(doc: Doc, predicate: Token, mention: TimeMention) -> str:
    """The preposition of a time that something is set for or put off to, "" of a time at which the clause is so.

    "the hearing was set for May", "the talks slipped to next week": that is not when it was set, nor when they slipped.
    """
    word = doc[mention.preposition].lower_ if mention.preposition is not None else ""
    if isinstance(mention.reading, Range) and predicate.lemma_ in _PUT_OFF:
        return "from"  # "pushed from May to August"
    if mention.time.timex_type not in ("DATE", "TIME"):
        return ""
    if word == "for" and predicate.lemma_ in _ARRANGED:
        return word
    return word if word in _GOALS and predicate.lemma_ in _PUT_OFF else ""


def _thing_dated(doc: Doc, owner: int, mention: TimeMention, is_event: IsEvent) -> int | None:
    """The event noun that a verb sets a day for or puts off: "the vote was scheduled for May", "delayed the launch"."""
    verb = doc[owner]
    if verb.lemma_ not in _DATING or not goal_of(doc, verb, mention) or any(c.lower_ == "had" for c in verb.children):
        return None
    nouns = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    nouns += [verb.head] if verb.dep_ == "acl" else []
    return next((n.i for n in nouns if n.pos_ in _NOUNS and is_event(n.i)), None)


def looks_ahead(doc: Doc, predicate: Token, mention: TimeMention) -> bool:
    """Whether a time of a clause that is told of the present or past lies ahead: the next one is meant.

    "sentencing set for November", "the deadline was extended until May", "a vote expected on Friday"; not after "had".
    """
    if any(c.lower_ == "had" for c in predicate.children):
        return False
    awaited = any(w.lower_ in _AWAITED for w in (predicate, *predicate.children) if w.dep_ not in _ADVERBS)
    return awaited or bool(goal_of(doc, predicate, mention))


def counted_from(doc: Doc, mention: TimeMention) -> Token | None:
    """The clause from which a distance counts: "launching" of "a year after launching it", None of a noun."""
    after = doc[mention.last + 1] if mention.last + 1 < len(doc) else None
    if after is None or after.lower_ not in _APART:
        return None
    if after.dep_ == "mark":
        return after.head
    return next((c for c in after.children if c.dep_ == "pcomp"), None)


def _ranked(mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    return tuple(sorted(mentions, key=lambda m: (_rank(m), m.time.value is None, m.first)))


FARTHEST = 24
"""Tokens above a time that are asked whether it dates them: in a sentence of dates they would cost their square."""


def _rank(mention: TimeMention) -> int:
    if isinstance(mention.reading, Vague):
        return 3
    return {"DURATION": 1, "SET": 2}.get(mention.time.timex_type, 0)


def _owner(doc: Doc, mention: TimeMention, times: frozenset[int], is_event: IsEvent) -> int | None:
    """The predicate or event noun above a time expression that it dates, or None."""
    if not is_lasting(doc, mention) or _is_dateline(doc, mention):
        return None
    below, own = doc[mention.head], True
    for above in islice(ancestors(below), FARTHEST):
        inside = above.i in times
        if not inside and above.pos_ in _NOUNS and is_event(above.i):
            if _is_made_known(doc, mention, above):
                return int(above.head.i)
            return int(above.i) if _dates_event(mention, below, own=own) else None
        if _is_comparison(above):
            return next((int(verb.i) for verb in islice(ancestors(above), FARTHEST) if is_predicate(verb)), None)
        if is_predicate(above):
            return int(above.i) if _dates_clause(mention, below, above) else None
        if not inside and not _leads_on(mention, below, above):
            return None
        if below.lower_ in _COMPARING and above.lower_ in _COMPARED:
            return None  # "61 percent, down from 70 percent in 2021"
        below, own = above, inside
    return None


def _is_made_known(doc: Doc, mention: TimeMention, noun: Token) -> bool:
    """Whether a day after an object tells when it was made known: "first reported the decision on July 11"."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in _REPORTING or mention.preposition is None:
        return False
    known = any(c.lower_ in _KNOWN for c in children(noun, "det", "poss"))
    return known and doc[mention.preposition].lower_ == "on" and mention.first > noun.i


def _is_comparison(token: Token) -> bool:
    """Whether a participle only tells what is compared with: a day after "than expected" dates the clause above."""
    if token.tag_ != "VBN" or token.dep_ not in ("advcl", "pcomp") or child(token, *SUBJECTS, "aux", "auxpass"):
        return False
    mark = token.head if token.dep_ == "pcomp" else child(token, "mark")
    return mark is not None and mark.lower_ == "than"


def _is_dateline(doc: Doc, mention: TimeMention) -> bool:
    """Whether a day stands between a place in capitals and a dash at the opening of a text: when it was written."""
    sentence = doc[mention.head].sent
    before = doc[sentence.start : mention.first]
    if len(before) < 2 or len(before) > LONGEST_PLACE or not before[0].text.isupper() or not before[0].is_alpha:
        return False
    dash = next((t for t in doc[mention.last + 1 : mention.last + LONGEST_PLACE] if t.text in DASHES), None)
    between = doc[mention.last + 1 : dash.i] if dash is not None else before
    placed = all(t.pos_ in ("PROPN", "NOUN", "PUNCT") for t in before)
    return dash is not None and placed and all(t.pos_ in ("PROPN", "PUNCT", "NUM") for t in between)


def _described(doc: Doc, mention: TimeMention, times: frozenset[int]) -> int | None:
    """The common noun that a time stands before, within one phrase: "a 27-year contract", "an April 2 report"."""
    head = doc[mention.head]
    noun = head.head
    if isinstance(mention.reading, Vague) or head.dep_ not in _BEFORE_NOUN or noun.pos_ != "NOUN" or noun.i in times:
        return None
    return int(noun.i) if mention.last < noun.i else None


def _predicate_apart(doc: Doc, mention: TimeMention) -> int | None:
    """The predicate that a distance belongs to: "Five years after its launch, it closed"."""
    if not isinstance(mention.reading, Length) or not _is_distance(doc, mention):
        return None
    below = doc[mention.head]
    for above in ancestors(below):
        opens = above.dep_ == "advcl" and above.left_edge.i <= mention.first < above.i
        if is_predicate(above) and not opens:
            return int(above.i)
    return None


def _is_distance(doc: Doc, mention: TimeMention) -> bool:
    """Whether a length tells how far apart: "five years after", "after thirty minutes", "pushed back several years"."""
    after = doc[mention.last + 1].lower_ if mention.last + 1 < len(doc) else ""
    before = doc[mention.preposition].lower_ if mention.preposition is not None else ""
    moved = before == "" and doc[mention.head].dep_ == "npadvmod" and doc[mention.head].head.lemma_ in _MOVING
    return after in _APART or before == "after" or (before == "within" and after == "of") or moved


def _dates_event(mention: TimeMention, below: Token, *, own: bool) -> bool:
    """Whether a time dates the event noun above: "annual" tells of many, "the recently delayed launch" of a delay."""
    if isinstance(mention.reading, Repeated):
        return False
    return own or below.dep_ not in _DESCRIBING


def _dates_clause(mention: TimeMention, below: Token, verb: Token) -> bool:
    if below.dep_ in _DESCRIBING or below.dep_ == "nsubjpass":
        return False
    if isinstance(mention.reading, Repeated):
        return below.dep_ in _ADVERBS
    named = below.dep_ == "nsubj" and below.i == mention.head  # "Sunday is a holiday"
    return not (verb.lemma_ == "be" and (named or below.lower_ == "from"))


def _leads_on(mention: TimeMention, below: Token, above: Token) -> bool:
    """Whether a time that belongs to `below` may belong to what stands above `above`."""
    if below.dep_ in _DESCRIBING or (below.dep_ == "conj" and below.pos_ != "ADP") or above.pos_ == "NUM":
        return False
    if isinstance(mention.reading, Length | Repeated) and above.pos_ != "ADP":
        return False
    governing = below.i == mention.preposition
    return not (governing and above.pos_ in _NOUNS) or below.lower_ in _LOOSE
