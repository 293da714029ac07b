"""Numbers that count nothing although a noun follows them: models, sizes, and one of two that are told together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.statements.amounts import Amount, begins_amount
from kg.statements.numbers import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEASURES = frozenset(
    listed(
        "km m cm mm mi kg g t lb lbs ft gb mb tb kb kw mw gw kwh mwh mhz ghz hz mph kph kt knots ha hp l ml km2 m2 m3 "
        "sq cu nm ton tonne meter metre mile foot feet inch kilogram kilometer kilometre pound gallon barrel acre "
        "hectare liter litre watt kilowatt megawatt gigawatt degree bit byte megabyte gigabyte square cubic nautical "
        "percent pct fold carat volt ounce yard"
    )
)
_COLLECTIVE = frozenset(
    listed(
        "people personnel staff police aircraft spacecraft hovercraft watercraft crew infantry cavalry cattle sheep "
        "fish deer youth offspring series species head horsepower faithful artillery livestock military clergy manpower"
    )
)
"""Nouns that are counted without a plural ending."""

_FARTHEST = 40
"""Tokens."""

_JOINT = re.compile("[·/]")

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def is_measure(token: Token) -> bool:
    """Whether a word is a unit of measure, in the singular or abbreviated."""
    return token.lower_.rstrip(".") in _MEASURES or token.text == "%"


def is_unit(token: Token) -> bool:
    """Whether a word is a unit of measure in the singular or plural ("miles"), or made of such ("acre·ft")."""
    return is_measure(token) or all(part.removesuffix("s") in _MEASURES for part in _JOINT.split(token.lower_))


def is_grouped(doc: Doc, number: Amount, head: int) -> bool:
    """Whether a number shares its noun with another one, each for another thing ("102 and 21 people respectively").

    Without "respectively" the second one counts ("1.83 and 2 GHz models" are two kinds).
    """
    if any(doc[i].lower_ in ("and", "/") and begins_amount(doc[i + 1]) for i in range(number.last + 1, head)):
        return True
    if not any(doc[i].lower_ == "respectively" for i in range(number.last + 1, _sentence_end(doc, number.last))):
        return False
    after = number.last + 1
    before = number.first - 1 - (number.first > 0 and doc[number.first - 1].is_currency)
    joins = ("and", "or", ",", "&")
    followed = after + 1 < len(doc) and doc[after].lower_ in joins and begins_amount(doc[after + 1])
    follows = before > 0 and doc[before].lower_ in joins and doc[before - 1].like_num
    return followed or follows


def _sentence_end(doc: Doc, at: int) -> int:
    """The end of the sentence, or as far as "respectively" may stand from its first number."""
    reach = min(at + _FARTHEST, len(doc))
    return next((i for i in range(at + 1, reach) if doc[i].is_sent_start), reach)


def names_model(doc: Doc, number: Amount, head: int) -> bool:
    """Whether figures before a noun in the singular name or measure one thing ("787 Dreamliner", "30GB iPod").

    Words, grouped figures ("6,000 infantry"), 1, measures and nouns without a plural ending count.
    """
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if number.unit or after is None or not doc[number.first].text[0].isdigit():
        return False
    if not doc[number.last].whitespace_ and _is_suffix(after):
        return True
    if head <= number.last or after.lower_ == "of":
        return False
    if is_measure(after) and head > _ends_measure(doc, number.last + 1):
        return True
    if _has_article(doc, number) and after.tag_ not in ("NNS", "NNPS"):
        return True
    one = number.value == 1 or "," in doc[number.first].text or number.last > number.first
    return not one and not _is_counted(doc[head])


def _is_suffix(token: Token) -> bool:
    """Whether it makes figures right before it no number: "15,599th", "3G", inches of a screen."""
    lettered = len(token.text) == 1 and token.text.isupper()
    return token.lower_ in _ORDINAL_ENDINGS or lettered or token.text in ('"', "″", "''")


def _ends_measure(doc: Doc, at: int) -> int:
    """The last token of a measure of several words ("square miles", "m3/s")."""
    while at + 1 < len(doc) and is_unit(doc[at + 1]):
        at += 1
    return at + 2 if at + 2 < len(doc) and doc[at + 1].text == "/" else at


def _has_article(doc: Doc, number: Amount) -> bool:
    return number.first > 0 and doc[number.first - 1].lower_ in ("a", "an") and number.value != 1


def _is_counted(noun: Token) -> bool:
    """Whether a noun stands in the plural, needs no plural ending, or is a measure."""
    plural = noun.tag_ in ("NNS", "NNPS") or (noun.lower_.endswith("s") and not noun.lower_.endswith("ss"))
    return plural or noun.lower_ in _COLLECTIVE or is_measure(noun)
