"""Amounts in sentences -> how many of what, and how the number is bounded.

A vague plural says no more than it must: "thousands of troops" is more than 1,000, "dozens" more than 12.  A range
("between 10 and 20") is at least its lower end; the upper one stays in the text.  A share ("one in three voters", "half
of them") is a percentage.  Years, days, durations, ordinals and numbers in names ("Boeing 737") are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Anchor, Quantity
from kg.parsing import Parse
from kg.statements.numbers import GROUPS, SCALES, TENS, UNITS, read_figures, read_number
from kg.statements.times import TimeMention, find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """An amount: tokens `first` to `last` of the parse (both included), its bounds and what it counts with it.

    `head` is the counted noun, or the number itself where none is told.  `number_first` to `number_last` are the
    number's tokens alone.
    """

    first: int
    last: int
    head: int
    number_first: int
    number_last: int
    anchor: Anchor
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at tokens `first` to `last`; `unit` is known from a sign ("$", "%"), `bound` from its form."""

    first: int
    last: int
    value: float
    bound: str = "="
    unit: str = ""


_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₽": "RUB", "₹": "INR", "₴": "UAH",
    "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "r$": "BRL", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "rub": "RUB", "krw": "KRW", "chf": "CHF",
}  # fmt: skip
_CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "ruble": "RUB", "rouble": "RUB", "rubles": "RUB",
    "roubles": "RUB", "hryvnia": "UAH", "usd": "USD", "eur": "EUR", "dollars": "USD", "euros": "EUR",
}  # fmt: skip
_BOUNDS: dict[tuple[str, ...], str] = {
    tuple(words.split()): bound
    for bound, phrases in {
        ">": "over|more than|above|upwards of|greater than|in excess of|well over|exceeding|larger than",
        ">=": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum",
        "<": "under|fewer than|less than|below|smaller than",
        "<=": "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum",
        "~": "about|around|roughly|approximately|approx.|some|nearly|almost|an estimated|estimated|circa|close to|"
        "more or less|virtually|near|just over|just under|slightly more than|slightly less than|~|c.",
    }.items()
    for words in phrases.split("|")
}
_BOUNDS_AFTER = {("or", "more"): ">=", ("or", "so"): "~", ("or", "fewer"): "<=", ("or", "less"): "<=", ("+",): ">="}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "thirds": 3, "quarters": 4, "fifths": 5}
_PERCENT = ("%", "percent", "pct", "pc")
_FIGURE = re.compile(r"([0-9][0-9,.]{0,24}?)(k|m|mn|mln|bn|b|tn|trn)?", re.IGNORECASE)
_NAME_TYPES = frozenset(("PRODUCT", "ORG", "FAC", "LAW", "WORK_OF_ART", "EVENT", "PERSON", "GPE", "LOC"))
_NOT_UNITS = frozenset(["more", "additional", "other", "others", "further", "new", "estimated", "extra", "of", "the"])
_LONGEST_NUMBER, _LONGEST_UNIT = 10, 8
"""Tokens."""


def find_quantities(parse: Parse, *, times: Sequence[TimeMention] | None = None) -> list[QuantityMention]:
    """Return the amounts of a document in order, none overlapping.

    `times` are the document's time mentions, found here where they are not given: their numbers count nothing.
    """
    taken = {i for time in (find_times(parse) if times is None else times) for i in range(time.first, time.last + 1)}
    doc, found, at = parse.doc, list[QuantityMention](), 0
    while at < len(doc):
        mention = None if at in taken else _age(parse, at) or _counted(parse, at, taken)
        if mention:
            found.append(mention)
        at = mention.last + 1 if mention else at + 1
    return found


def _counted(parse: Parse, at: int, taken: set[int]) -> QuantityMention | None:
    number = _share(parse.doc, at) or _number(parse.doc, at)
    if number is None or number.last in taken or _is_no_amount(parse.doc, number):
        return None
    number = _ranged(parse.doc, number)
    head, unit = _unit(parse.doc, number)
    first, bound = _bound(parse.doc, number)
    last = max(number.last, head if head - number.last <= _LONGEST_UNIT else number.last)
    quantity = Quantity(number.value, bound, number.unit or unit)
    return QuantityMention(
        first, last, head, number.first, number.last, parse.anchor(number.first, number.last, first, last), quantity
    )


# ---------------------------------------------------------------- numbers


def _number(doc: Doc, at: int) -> _Number | None:
    """The number that begins at a token: figures, words, or a vague plural."""
    sign = _SIGNS.get(doc[at].lower_, "")
    if sign and at + 1 < len(doc):
        money = _figures(doc, at + 1)
        return _Number(at, money.last, money.value, unit=sign) if money else None
    found = _figures(doc, at) or _spelled(doc, at) or _vague(doc, at)
    return _signed(doc, found) if found else None


def _figures(doc: Doc, at: int) -> _Number | None:
    match = _FIGURE.fullmatch(doc[at].text)
    value = read_figures(match[1].rstrip(".,")) if match else None
    if match is None or value is None:
        return None
    if match[2]:
        return _Number(at, at, value * SCALES[match[2].lower()])
    scale = _scale(doc, at)
    return _Number(at, at + 1, value * scale) if scale else _Number(at, at, value)


def _scale(doc: Doc, at: int) -> float | None:
    """What the word after figures multiplies them by; a lone letter does so behind money only ("5m" are metres)."""
    word = doc[at + 1].lower_.rstrip(".,") if at + 1 < len(doc) else ""
    money = at > 0 and doc[at - 1].lower_ in _SIGNS and not doc[at].whitespace_
    return SCALES.get(word) if len(word) > 1 or money else None


def _spelled(doc: Doc, at: int) -> _Number | None:
    """A number in words ("twenty-five", "a hundred", "half a million")."""
    word, following = doc[at].lower_, [doc[i].lower_ for i in range(at + 1, min(at + 3, len(doc)))]
    if word == "half" and len(following) == 2 and following[0] in ("a", "an") and following[1] in GROUPS:
        return _Number(at, at + 2, GROUPS[following[1]] / 2)
    if word in ("a", "an"):
        group = following[0] if following else ""
        single = group in GROUPS and group != "score"
        return _Number(at, at + 1, GROUPS[group]) if single else None
    last, words = at, list[str]()
    for i in range(at, min(at + _LONGEST_NUMBER, len(doc))):
        if not _continues(words, doc[i].lower_):
            break
        words.append(doc[i].lower_)
        last = i
    while words and words[-1] in ("-", "and"):
        words.pop()
        last -= 1
    value = read_number([word for word in words if word != "-"]) if words else None
    return None if value is None else _Number(at, last, value)


def _continues(words: list[str], word: str) -> bool:
    """Whether a word goes on a spelled number: "five" after "twenty" and "hundred", not after "four"."""
    before = words[-1] if words else ""
    large = before == "hundred" or before in SCALES
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return bool(before) and before not in ("-", "and")
    if word in TENS:
        return not before or large or before == "and"
    if word in UNITS:
        return not before or large or before in ("and", "-") or before in TENS
    return (word == "-" and before in TENS) or (word == "and" and large)


def _vague(doc: Doc, at: int) -> _Number | None:
    """ "thousands", "tens of thousands", "dozens": more than one of them."""
    word = doc[at].lower_
    value = 10.0 if word == "tens" else GROUPS.get(word.removesuffix("s")) if word.endswith("s") else None
    if value is None or word in ("seconds",):
        return None
    if at + 2 < len(doc) and doc[at + 1].lower_ == "of" and doc[at + 2].lower_.removesuffix("s") in GROUPS:
        return _Number(at, at + 2, value * GROUPS[doc[at + 2].lower_.removesuffix("s")], ">")
    ties = word not in ("tens", "scores") or (at + 1 < len(doc) and doc[at + 1].lower_ == "of")
    return _Number(at, at, value, ">") if ties and word != "tens" else None


def _signed(doc: Doc, number: _Number) -> _Number:
    """The number with the percent sign or currency after it."""
    after = doc[number.last + 1].lower_ if number.last + 1 < len(doc) else ""
    if after in _PERCENT:
        return _Number(number.first, number.last + 1, number.value, number.bound, "%")
    if after == "per" and number.last + 2 < len(doc) and doc[number.last + 2].lower_ == "cent":
        return _Number(number.first, number.last + 2, number.value, number.bound, "%")
    if after in _CURRENCY_WORDS:
        return _Number(number.first, number.last + 1, number.value, number.bound, _CURRENCY_WORDS[after])
    return number


def _share(doc: Doc, at: int) -> _Number | None:
    """ "one in three", "two-thirds of", "half of" as a percentage."""
    words = [doc[i].lower_ for i in range(at, min(at + 4, len(doc)))]
    match words:
        case [few, "in", many, *_] if _small(few) and _small(many) and (_small(few) or 0) < (_small(many) or 0):
            share = 100 * (_small(few) or 0) / (_small(many) or 1)
            return _Number(at, at + 2, round(share, 1), "~", "%")
        case ["half", "of", *_]:
            return _Number(at, at, 50.0, "=", "%")
        case [few, part, "of", *_] if part in _FRACTIONS and (few in ("a", "an") or _small(few)):
            return _fraction(at, at + 1, _small(few) or 1, _FRACTIONS[part])
        case [few, "-", part, "of"] if part in _FRACTIONS and _small(few):
            return _fraction(at, at + 2, _small(few) or 1, _FRACTIONS[part])
    return None


def _small(word: str) -> float | None:
    number = UNITS.get(word) or TENS.get(word)
    return float(number) if number else None


def _fraction(first: int, last: int, count: float, parts: int) -> _Number | None:
    share = 100 * count / parts
    bound = "=" if share == int(share) else "~"
    return _Number(first, last, round(share, 1), bound, "%") if count < parts else None


# ---------------------------------------------------------------- what is no amount


def _is_no_amount(doc: Doc, number: _Number) -> bool:
    """Whether a number is part of a name, an identifier, a score or a pronoun ("one another")."""
    token, last = doc[number.first], doc[number.last]
    if number.unit:
        return False
    if number.first == number.last and token.lower_ == "one" and not _determines(token):
        return True
    return _is_joined(doc, number) or _is_label(token) or _in_name(doc, number) or last.like_url


def _determines(token: Token) -> bool:
    """Whether "one" counts a noun after it."""
    return token.dep_ == "nummod" and token.head.i > token.i


def _is_joined(doc: Doc, number: _Number) -> bool:
    """Whether signs tie the number to something else ("F-16", "2-1", "40-nation", "10:30")."""
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    tied_before = (
        before is not None and not before.whitespace_ and before.text in ("-", "–", "/", ":", "#", "@", "_", ".")
    )
    if tied_before and before is not None and before.i and _is_range_sign(doc, before.i):
        tied_before = False
    tied_after = after is not None and not doc[number.last].whitespace_ and after.text in ("-", "/", ":", "@", "_", "°")
    if tied_after and after is not None and _is_range_sign(doc, after.i):
        tied_after = False
    return tied_before or tied_after


def _is_range_sign(doc: Doc, at: int) -> bool:
    """Whether a dash stands between two figures before a noun in the plural ("10-20 people")."""
    if doc[at].text not in ("-", "–") or not 0 < at < len(doc) - 2:
        return False
    left, right = (read_figures(doc[i].text) for i in (at - 1, at + 1))
    return left is not None and right is not None and left < right and doc[at + 2].tag_ in ("NNS", "NN", "JJ")


def _is_label(token: Token) -> bool:
    """Whether a number names what stands before it ("Article 5", "Boeing 737", "page 3")."""
    if token.i == 0 or token.head.i >= token.i:
        return False
    before = token.nbor(-1)
    named = token.dep_ in ("nummod", "appos", "npadvmod", "nmod", "dep") and token.head.i == before.i
    return before.lower_ in ("no.", "number", "page", "article", "chapter", "aged") or (
        named and before.pos_ in ("PROPN", "NOUN") and not before.text.islower()
    )


def _in_name(doc: Doc, number: _Number) -> bool:
    """Whether the number lies inside a longer name and counts nothing after it."""
    token = doc[number.first]
    if token.ent_type_ not in _NAME_TYPES:
        return False
    longer = token.ent_iob_ == "I" or (number.last + 1 < len(doc) and doc[number.last + 1].ent_iob_ == "I")
    return longer and not (token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS")


# ---------------------------------------------------------------- bounds and ranges


def _bound(doc: Doc, number: _Number) -> tuple[int, str]:
    """First token of the amount with the words that bound it, and how they do."""
    first = number.first - 1 if number.first and doc[number.first - 1].lower_ == "the" else number.first
    for length in (4, 3, 2, 1):
        begin = first - length
        words = tuple(doc[i].lower_ for i in range(max(begin, 0), first))
        if begin >= 0 and words in _BOUNDS:
            return begin, _BOUNDS[words]
    if first and doc[first - 1].lower_ == "between" and number.bound == ">=":
        return first - 1, ">="
    for length in (2, 1):
        words = tuple(doc[i].lower_ for i in range(number.last + 1, min(number.last + 1 + length, len(doc))))
        if words in _BOUNDS_AFTER:
            return number.first, _BOUNDS_AFTER[words]
    return number.first, number.bound


def _ranged(doc: Doc, number: _Number) -> _Number:
    """The number, or the range that it opens: "between 10 and 20", "10 to 20"."""
    join = number.last + 1
    if join + 1 >= len(doc) or number.bound != "=":
        return number
    word = doc[join].lower_
    between = word == "and" and number.first > 0 and doc[number.first - 1].lower_ == "between"
    from_to = word in ("to", "-", "–") and (
        number.first == 0 or doc[number.first - 1].lower_ not in ("from", "rose", "fell")
    )
    upper = _number(doc, join + 1) if between or from_to else None
    if upper is None or upper.first != join + 1:
        return number
    value = _scaled(number, upper)
    return _Number(number.first, upper.last, value, ">=", upper.unit or number.unit) if value < upper.value else number


def _scaled(lower: _Number, upper: _Number) -> float:
    """The lower end with the scale that only the upper one tells ("2 to 3 million")."""
    scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if upper.value >= s and upper.last > upper.first), 1.0)
    return lower.value * scale if lower.value < 1000 and lower.first == lower.last and not lower.unit else lower.value


# ---------------------------------------------------------------- what is counted


def _unit(doc: Doc, number: _Number) -> tuple[int, str]:
    """The counted noun, or the number itself; and the noun with what describes it, as told."""
    head = _head(doc, number)
    if head is None or number.unit:
        return (number.last if head is None else head), ""
    begin = number.last + 1
    words = [doc[i] for i in range(begin, head + 1) if doc[i].dep_ in ("amod", "compound", "nmod") or i == head]
    told = [word.text for word in words if word.lower_ not in _NOT_UNITS and not word.is_punct]
    return head, " ".join(told) if doc[head].pos_ in ("NOUN", "PROPN") else ""


def _head(doc: Doc, number: _Number) -> int | None:
    """The noun after the number that it counts, at most _LONGEST_UNIT tokens on."""
    if number.unit and number.unit != "%":
        return None
    after = number.last + 1
    if after < len(doc) and doc[after].lower_ == "of":
        return _after_of(doc, after)
    for i in range(number.first, number.last + 1):
        token = doc[i]
        if (
            token.dep_ in ("nummod", "amod", "quantmod", "compound", "det")
            and 0 < token.head.i - number.last <= _LONGEST_UNIT
        ):
            return _noun(token.head)
    return None if number.unit else _next_noun(doc, after)


def _after_of(doc: Doc, of: int) -> int | None:
    objects = [child.i for child in doc[of].children if child.dep_ == "pobj" and 0 < child.i - of <= _LONGEST_UNIT]
    return objects[0] if objects else None


def _noun(token: Token) -> int | None:
    return int(token.i) if token.pos_ in ("NOUN", "PROPN") else None


def _next_noun(doc: Doc, at: int) -> int | None:
    """The last noun of the run of adjectives and nouns that begins here, where the parser tied the number elsewhere."""
    last = None
    for i in range(at, min(at + _LONGEST_UNIT, len(doc))):
        if doc[i].is_sent_start or doc[i].pos_ not in ("NOUN", "PROPN", "ADJ") or doc[i].is_punct:
            break
        last = i if doc[i].pos_ == "NOUN" else last
    return last


# ---------------------------------------------------------------- ages


def _age(parse: Parse, at: int) -> QuantityMention | None:
    """ "a 43-year-old man", "aged 43": years of age, which count nobody."""
    doc = parse.doc
    number = _figures(doc, at) or _spelled(doc, at)
    if number is None:
        return None
    words = [doc[i].lower_ for i in range(number.last + 1, min(number.last + 6, len(doc)))]
    words = [word for word in words if word != "-"]
    old = words[:2] in (["year", "old"], ["years", "old"], ["year", "olds"])
    if not old and words[:1] != ["year-old"] and (at == 0 or doc[at - 1].lower_ != "aged"):
        return None
    last = number.last
    while old and doc[last].lower_ not in ("old", "olds"):
        last += 1
    head = doc[last].head.i if old and doc[last].dep_ == "amod" and doc[last].head.i > last else last
    anchor = parse.anchor(number.first, last)
    quantity = Quantity(number.value, "=", "years of age")
    return QuantityMention(number.first, last, head, number.first, number.last, anchor, quantity)
