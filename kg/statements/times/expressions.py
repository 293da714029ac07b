"""Atoms put together: parts, "June of last year", times of day, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.statements.numbers import listed
from kg.statements.times.distances import Length, Repeated
from kg.statements.times.grammar import Atom, read_atom
from kg.statements.times.readings import (
    Clock,
    Fixed,
    Ordinal,
    Part,
    Range,
    Reading,
    Recurring,
    Relative,
    Rest,
    Vague,
    Within,
)
from kg.statements.times.words import (
    ADVERBS_OF_REPETITION,
    DAYPARTS,
    HOLIDAYS,
    MONTHS,
    ORDINALS,
    POSITIONS,
    SPELLED_CENTURIES,
    SPELLED_DECADES,
    VAGUE,
    WEEKDAYS,
    either,
)

_FIRST_WORDS = (
    {word.split()[0].split("-")[0] for word in (*VAGUE, *HOLIDAYS, *POSITIONS)}
    | {*MONTHS, *WEEKDAYS, *(name + "s" for name in WEEKDAYS), *ORDINALS, *SPELLED_CENTURIES, *SPELLED_DECADES}
    | {*ADVERBS_OF_REPETITION, *DAYPARTS, "today", "yesterday", "tomorrow", "tonight", "earlier", "later"}
    | {
        *["spring", "summer", "autumn", "fall", "winter"],
        *listed("last next this past coming upcoming previous in recent"),
    }
    | {*listed("the a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")}
    | {*listed("sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half")}
    | {*listed("several few many some countless dozens every each per same that mid fiscal financial")}
    | {*listed("about around roughly nearly almost more over less under just at")}
    | {*listed("seconds minutes hours days weeks months years decades centuries"), "Mon", "Tue", "Tues", "Wed"}
    | {"Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"}
)
_LASTING = "(?:hour|day|night|week|month|year|decade)"
_LONG = f"{_LASTING}-long"
_START = re.compile(
    rf"(?<![\w$€£¥#.])(?<!\w-)(?:['’]?\d|(?i:{either(_FIRST_WORDS)})(?!\w)|(?:FY ?|[QH])\d|(?i:{_LONG}))"
)
_TRIGGER = re.compile(
    r"\d|(?i:day|night|week|month|quarter|year|decade|centur|hour|minute|second|noon|dawn|dusk|morning|evening|tomorrow"
    r"|annual|daily|recent|lately|now|current|present|moment|soon|christmas|hallow|past|future|spring|summer"
    r"|autumn|\bfall|winter|ies\b|bienn)|" + either(MONTHS)
)  # fmt: skip
_WORD = re.compile(r"\w+")
_OPENING = frozenset(re.match(r"\w+", word)[0].lower() for word in _FIRST_WORDS)  # type: ignore[index]
_OTHERS = re.compile(rf"FY|[QH]\d|(?i:{_LASTING}$)")
_POSITION = re.compile(
    r"(?i:(?:the )?(?:(?P<early>early|late|mid)(?: in | on | - |-| )(?:the )?"
    r"|(?P<part>(?:very )?(?:beginning|start|middle|end|close)|very end) of ))"
)
_REST = re.compile(r"(?i:(?P<rest>earlier|later)(?: in| on)? )")
_HERE = re.compile(r"(?i:(?:the|this) (?P<unit>week|month|quarter|year|decade|century))(?!\w)")
_OF = re.compile(r"(?i:,? (?:of|in) |(?=,? (?:last|next|this) ),? )")
_ON = re.compile(r"(?i:,? (?:of|on|at|in) (?:the )?|,? )")
_DAYPART = re.compile(r"(?i: (?P<part>morning|afternoon|evening|night))(?!\w)")
_TO = re.compile(r"(?i: ?(?:[-–—]|to|through|until|till|and) ?)")
_DEEPEST = 2
"""Times within times: "the first week of June last year"."""

_REACH = 48
"""Characters from the first word of an expression within which a word of time or a figure must begin."""

_BETWEEN = re.compile(r"(?i:between $)")
_WORD_BEFORE = 8
"""Characters before an expression that tell whether "between" opens it."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Characters `start` to `end` of a passage, what they mean, and the condition on their surroundings.

    `others` are further ways to read the words there, where the sentence does not bear the first.
    """

    start: int
    end: int
    reading: Reading
    check: str = ""
    others: tuple[Expression, ...] = ()


def find_expressions(text: str) -> list[Expression]:
    """All time expressions of a passage from left to right, none overlapping; not yet checked against the sentence."""
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    triggers = [start + offset for start, word in words for offset in _triggers(word)]
    found, at, near = [], 0, 0
    for start in _starts(text, words) if triggers else ():
        while near < len(triggers) and triggers[near] < start:
            near += 1
        if start < at or near == len(triggers) or triggers[near] > start + _REACH:
            continue
        expression = _longest(text, start)
        if expression:
            found.append(expression)
            at = expression.end
    return found


@lru_cache(maxsize=1 << 14)
def _triggers(word: str) -> tuple[int, ...]:
    """Where words and figures of time begin in a word."""
    return tuple(match.start() for match in _TRIGGER.finditer(word))


def _starts(text: str, words: list[tuple[int, str]]) -> Iterator[int]:
    """Where an expression may begin, by its first word or figure."""
    for start, word in words:
        if not word[0].isdigit() and word.lower() not in _OPENING and not _OTHERS.match(word):
            continue
        for place in (start - 1, start) if start and text[start - 1] in "'’" else (start,):
            if _START.match(text, place):
                yield place
                break


def _longest(text: str, at: int) -> Expression | None:
    simple = _best(text, at)
    return _range(text, simple) if simple else None


def _best(text: str, at: int) -> Expression | None:
    """The longest expression that is not a range."""
    options = [*(_extend(text, at, atom) for atom in read_atom(text, at)), *_parts(text, at)]
    options.sort(key=lambda e: (-e.end, bool(e.check)))
    return replace(options[0], others=tuple(options[1:])) if options and options[0].check else next(iter(options), None)


def _parts(text: str, at: int) -> list[Expression]:
    """Expressions that begin with "early", "the end of", "later" and the like."""
    position, rest = _POSITION.match(text, at), _REST.match(text, at)
    found = []
    if position:
        word = (position["early"] or position["part"]).lower()
        whole = _whole(text, position.end())
        if whole and not isinstance(whole.reading, Length | Vague | Clock):
            found.append(Expression(at, whole.end, Part(POSITIONS[word], whole.reading)))
        elif whole and isinstance(whole.reading, Clock):
            found.append(Expression(at, whole.end, whole.reading))
    if rest:
        whole = _whole(text, rest.end())
        if whole and not isinstance(whole.reading, Length | Vague):
            found.append(Expression(at, whole.end, Rest(rest["rest"].lower() == "later", whole.reading)))
    return found


def _whole(text: str, at: int, depth: int = 0) -> Expression | None:
    """The time that a part is taken of: any expression, or "the year" for the one we are in."""
    here = _HERE.match(text, at)
    if here:
        return Expression(at, here.end(), Relative(here["unit"].lower()))
    options = [_extend(text, at, atom, depth) for atom in read_atom(text, at)]
    options = [e for e in options if not isinstance(e.reading, Length | Vague | Repeated)]
    return max(options, key=lambda e: e.end, default=None)


def _extend(text: str, at: int, atom: Atom, depth: int = 0) -> Expression:
    """The atom with the larger time or the time of day that follows it."""
    expression = Expression(at, atom.end, atom.reading, atom.check)
    if isinstance(atom.reading, Recurring | Ordinal) and depth < _DEEPEST:
        expression = _within(text, expression, atom.reading, depth + 1)
    if isinstance(atom.reading, Clock) and atom.reading.day is None:
        return _dated(text, expression, atom.reading)
    return _timed(text, expression) if _is_day(expression.reading) else expression


def _within(text: str, inner: Expression, reading: Recurring | Ordinal, depth: int) -> Expression:
    """Read "June" + "of last year", "Tuesday" + "last week", "the second half" + "of 2024"."""
    of = _OF.match(text, inner.end)
    outer = _whole(text, of.end(), depth) if of else None
    if outer is None or _rank(outer.reading) <= _rank(reading):
        return inner
    return Expression(inner.start, outer.end, Within(reading, outer.reading))


_RANKS = {
    "day": 0, "weekday": 0, "night": 0, "weekend": 1, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 3,
    "year": 4, "decade": 5, "century": 6,
}  # fmt: skip


def _rank(reading: Reading) -> int:
    """How large a time is; -1 for what holds no smaller one."""
    match reading:
        case Within(inner=inner):
            return _rank(inner)
        case Recurring(name=unit) | Relative(unit=unit) | Ordinal(unit=unit):
            return _RANKS.get(unit, -1)
        case Fixed(what=period):
            return _RANKS.get(period.unit, -1)
    return -1


def _is_day(reading: Reading) -> bool:
    return _rank(reading) == 0


def _timed(text: str, day: Expression) -> Expression:
    """A day with its time: "Sunday morning", "Sunday at 9 a.m."."""
    part = _DAYPART.match(text, day.end)
    if part:
        return Expression(day.start, part.end(), Clock(DAYPARTS[part["part"].lower()], day.reading), day.check)
    on = _ON.match(text, day.end)
    for atom in read_atom(text, on.end()) if on else ():
        if isinstance(atom.reading, Clock) and atom.reading.day is None and atom.check != "daypart":
            return Expression(day.start, atom.end, replace(atom.reading, day=day.reading), day.check)
    return day


def _dated(text: str, clock: Expression, reading: Clock) -> Expression:
    """A time with its day: "9 a.m. on Sunday", "the morning of July 1"."""
    on = _ON.match(text, clock.end)
    for atom in read_atom(text, on.end()) if on else ():
        if _is_day(atom.reading) and not isinstance(atom.reading, Ordinal):
            return Expression(clock.start, atom.end, replace(reading, day=atom.reading))
    return clock


def _range(text: str, left: Expression) -> Expression:
    """The expression with its other end, where it is one side of a range."""
    to = _TO.match(text, left.end)
    if to is None or not _ranges(left.reading):
        return left
    joined = to.group().strip().lower()
    if joined == "and" and not _BETWEEN.search(text, max(left.start - _WORD_BEFORE, 0), left.start):
        return left
    right = _best(text, to.end())
    if right is None or not _ranges(right.reading) or _rank(right.reading) != _rank(left.reading):
        return left
    check = "" if left.check == right.check == "year" else left.check
    return Expression(left.start, right.end, Range(left.reading, right.reading), check, (left,))


def _ranges(reading: Reading) -> bool:
    return isinstance(reading, Fixed | Recurring | Relative | Within)
