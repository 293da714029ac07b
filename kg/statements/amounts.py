"""Numbers as they stand in a parse: figures, words, money, percentages, shares and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.statements.numbers import GROUPS, SCALES, TENS, UNITS, read_figures, read_number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at tokens `first` to `last`; `unit` is known from a sign ("$", "%"), `bound` from its form.

    `upper` is the other end of a range, whose lower end is the value.
    """

    first: int
    last: int
    value: float
    bound: str = "="
    unit: str = ""
    upper: float | None = None


_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₽": "RUB", "₹": "INR", "₴": "UAH",
    "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "r$": "BRL", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "rub": "RUB", "krw": "KRW", "chf": "CHF",
}  # fmt: skip
_CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "ruble": "RUB", "rouble": "RUB", "rubles": "RUB",
    "roubles": "RUB", "hryvnia": "UAH", "usd": "USD", "eur": "EUR", "dollars": "USD", "euros": "EUR",
}  # fmt: skip
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "thirds": 3, "quarters": 4, "fifths": 5}
_PERCENT = ("%", "percent", "pct", "pc")
_FIGURE = re.compile(r"([0-9][0-9,.]{0,24}?)(k|m|mn|mln|bn|b|tn|trn)?", re.IGNORECASE)
_LONGEST_NUMBER = 10
"""Tokens."""


_FIRST_WORDS = frozenset(
    (*UNITS, *TENS, *_SIGNS, *(name + "s" for name in GROUPS), "tens", "a", "an", "half", "dozen", "hundred")
)


def begins_amount(token: Token) -> bool:
    """Whether an amount can begin with a token: a quick test that most tokens fail."""
    word = token.lower_
    return word[0] in "0123456789." or word in _FIRST_WORDS


def read_amount(doc: Doc, at: int) -> Amount | None:
    """The number that begins at a token: figures, words, or a vague plural."""
    sign = _SIGNS.get(doc[at].lower_, "")
    if sign and at + 1 < len(doc):
        money = figures_at(doc, at + 1)
        return Amount(at, money.last, money.value, unit=sign) if money else None
    found = figures_at(doc, at) or spelled_at(doc, at) or _vague(doc, at)
    return _signed(doc, found) if found else None


def figures_at(doc: Doc, at: int) -> Amount | None:
    match = _FIGURE.fullmatch(doc[at].text)
    value = read_figures(match[1].rstrip(".,")) if match else None
    if match is None or value is None:
        return None
    if match[2]:
        return Amount(at, at, value * SCALES[match[2].lower()])
    scale = _scale(doc, at)
    return Amount(at, at + 1, value * scale) if scale else Amount(at, at, value)


def _scale(doc: Doc, at: int) -> float | None:
    """What the word after figures multiplies them by; a lone letter does so behind money only ("5m" are metres)."""
    word = doc[at + 1].lower_.rstrip(".,") if at + 1 < len(doc) else ""
    money = at > 0 and doc[at - 1].lower_ in _SIGNS and not doc[at].whitespace_
    return SCALES.get(word) if len(word) > 1 or money else None


def spelled_at(doc: Doc, at: int) -> Amount | None:
    """A number in words ("twenty-five", "a hundred", "half a million")."""
    word, following = doc[at].lower_, [doc[i].lower_ for i in range(at + 1, min(at + 3, len(doc)))]
    if word == "half" and len(following) == 2 and following[0] in ("a", "an") and following[1] in GROUPS:
        return Amount(at, at + 2, GROUPS[following[1]] / 2)
    if word in ("a", "an"):
        group = following[0] if following else ""
        single = group in GROUPS and group != "score"
        return Amount(at, at + 1, GROUPS[group]) if single else None
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
    return None if value is None else Amount(at, last, value)


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


def _vague(doc: Doc, at: int) -> Amount | None:
    """Read "thousands", "tens of thousands", "dozens": more than one of them."""
    word = doc[at].lower_
    value = 10.0 if word == "tens" else GROUPS.get(word.removesuffix("s")) if word.endswith("s") else None
    if value is None or word in ("seconds",):
        return None
    if at + 2 < len(doc) and doc[at + 1].lower_ == "of" and doc[at + 2].lower_.removesuffix("s") in GROUPS:
        return Amount(at, at + 2, value * GROUPS[doc[at + 2].lower_.removesuffix("s")], ">")
    ties = word not in ("tens", "scores") or (at + 1 < len(doc) and doc[at + 1].lower_ == "of")
    return Amount(at, at, value, ">") if ties and word != "tens" else None


def _signed(doc: Doc, number: Amount) -> Amount:
    """The number with the percent sign or currency after it."""
    after = doc[number.last + 1].lower_ if number.last + 1 < len(doc) else ""
    if after in _PERCENT:
        return Amount(number.first, number.last + 1, number.value, number.bound, "%")
    if after == "per" and number.last + 2 < len(doc) and doc[number.last + 2].lower_ == "cent":
        return Amount(number.first, number.last + 2, number.value, number.bound, "%")
    if after in _CURRENCY_WORDS:
        return Amount(number.first, number.last + 1, number.value, number.bound, _CURRENCY_WORDS[after])
    return number


def read_share(doc: Doc, at: int) -> Amount | None:
    """Read "one in three", "two-thirds of", "half of" as a percentage."""
    words = [doc[i].lower_ for i in range(at, min(at + 4, len(doc)))]
    match words:
        case [few, "in", many, *_] if _small(few) and _small(many) and (_small(few) or 0) < (_small(many) or 0):
            share = 100 * (_small(few) or 0) / (_small(many) or 1)
            return Amount(at, at + 2, round(share, 1), "~", "%")
        case ["half", "of", *_]:
            return Amount(at, at, 50.0, "=", "%")
        case [few, part, "of", *_] if part in _FRACTIONS and (few in ("a", "an") or _small(few)):
            return _fraction(at, at + 1, _small(few) or 1, _FRACTIONS[part])
        case [few, "-", part, "of"] if part in _FRACTIONS and _small(few):
            return _fraction(at, at + 2, _small(few) or 1, _FRACTIONS[part])
    return None


def _small(word: str) -> float | None:
    number = UNITS.get(word) or TENS.get(word)
    return float(number) if number else None


def _fraction(first: int, last: int, count: float, parts: int) -> Amount | None:
    share = 100 * count / parts
    bound = "=" if share == int(share) else "~"
    return Amount(first, last, round(share, 1), bound, "%") if count < parts else None


_MOVING = frozenset(("from", "advance", "climb", "decline", "fall", "jump", "rise", "slide", "slip", "surge", "tumble"))
"""Words after which "5 to 600" tells by how much and to what, and no range."""


def read_range(doc: Doc, number: Amount) -> Amount:
    """The number, or the range that it opens: "between 10 and 20", "10 to 20", "two or three"."""
    join = number.last + 1
    if join + 1 >= len(doc) or number.bound != "=":
        return number
    word = doc[join].lower_
    between = word == "and" and number.first > 0 and doc[number.first - 1].lower_ == "between"
    either = word == "or" and doc[number.first - 1].lower_ != "either" if number.first else word == "or"
    from_to = word in ("to", "-", "–") and (number.first == 0 or doc[number.first - 1].lemma_ not in _MOVING)
    upper = read_amount(doc, join + 1) if between or from_to or either else None
    if upper is None or upper.first != join + 1:
        return number
    if number.unit == "%" != upper.unit:
        return number  # "slipped 0.24 percent to 5.69": by how much, and to what
    value = _scaled(number, upper)
    if value >= upper.value:
        return number
    return Amount(number.first, upper.last, value, ">=", upper.unit or number.unit, upper.value)


def _scaled(lower: Amount, upper: Amount) -> float:
    """The lower end with the scale that only the upper one tells ("2 to 3 million")."""
    scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if upper.value >= s and upper.last > upper.first), 1.0)
    return lower.value * scale if lower.value < 1000 and lower.first == lower.last and not lower.unit else lower.value
