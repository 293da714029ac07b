"""Whether words that could be a time are one in their sentence ("May", "2,000", "the summer training")."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.statements.numbers import listed
from kg.statements.times.expressions import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc

_IN = frozenset(
    listed(
        "in on at by since until till from before after during within throughout through over for of "
        "around about circa between to and early late mid - – last next this than as"
    )
)
_LONG = frozenset(
    listed("for within in over about nearly almost than after under around throughout another lasted spent")
)
_NAMES = frozenset(("ORG", "PERSON", "WORK_OF_ART", "PRODUCT"))
_FEASTS = frozenset(listed("good black bloody ash easter palm super cyber giving fat shrove whit holy casual"))
_COUNTED = frozenset(("nummod", "quantmod"))
_UNITS = frozenset(listed("years months weeks days hours minutes decades centuries"))
_DATING = frozenset(listed("in on by since until till from before after during throughout early late mid last"))


def is_time(doc: Doc, first: int, last: int, expression: Expression) -> bool:
    """Whether tokens `first` to `last` are a time, given what their pattern asks of the sentence."""
    check = _CHECKS.get(expression.check)
    return check is None or check(doc, first, last)


def _before(doc: Doc, first: int) -> str:
    return str(doc[first - 1].lower_) if first else ""


def _after(doc: Doc, last: int) -> str:
    return str(doc[last + 1].lower_) if last + 1 < len(doc) else ""


def _in_name(doc: Doc, first: int, last: int) -> bool:
    """Whether the tokens are part of a longer name that is no date ("the Sunday Times")."""
    token = doc[last]
    if token.ent_type_ not in _NAMES:
        return False
    inside_left = first > 0 and doc[first].ent_iob_ == "I"
    inside_right = last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I"
    return inside_left or inside_right


def _month(doc: Doc, first: int, last: int) -> bool:
    """Read "May", "March", "April", "June" and "August" are also verbs and names of people."""
    token, before = doc[last], _before(doc, first)
    if before in ("in", "since", "until", "during", "last", "next", "this", "early", "late", "mid"):
        return True
    if token.ent_type_ == "PERSON" or token.pos_ in ("AUX", "VERB") or _in_name(doc, first, last):
        return False
    return before in _IN or token.ent_type_ == "DATE"


def _name(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) not in _FEASTS and not _in_name(doc, first, last)


def _season(doc: Doc, first: int, last: int) -> bool:
    opener = (doc[first].lower_ == "the" and _before(doc, first) in _IN) or _before(doc, first) in ("in", "since", "by")
    return opener and not _describes(doc, last)


def _describes(doc: Doc, last: int) -> bool:
    """Whether the last token belongs to a noun after it."""
    return doc[last].head.i > last and doc[last].dep_ in ("compound", "amod", "nmod", "poss", "nummod")


def _year(doc: Doc, first: int, last: int) -> bool:
    token, before = doc[last], _before(doc, first)
    if token.text > "2100" and before not in ("in", "by", "until", "since", "to"):
        return False  # "Resolutions 2254 and 2118"
    if _counts(doc, first, last):
        return False
    if before in ("$", "€", "£", "¥", "#", "no.", "page", "than") or _after(doc, last) in ("%", "percent", "per"):
        return False
    if token.dep_ in _COUNTED and token.head.i > last and token.head.tag_ == "NNS":
        return token.ent_type_ == "DATE" and before in ("the", "in", "of")
    if before in _IN and before not in ("and", "about", "over", "for", "-", "–"):
        return True
    return bool(token.ent_type_ == "DATE") or (
        not token.ent_type_ and str(token.text)[:2] in ("19", "20") and _set_off(doc, first, last)
    )


def _counts(doc: Doc, first: int, last: int) -> bool:
    """Whether a bare number counts what stands after it ("1709 schoolchildren", "a 2000 year old tradition")."""
    after, before = (doc[last + 1] if last + 1 < len(doc) else None), _before(doc, first)
    if after is None or first < last or not str(doc[last].text).isdigit():
        return False
    if after.lower_ in _UNITS or (after.lower_ == "year" and _after(doc, last + 1) in ("old", "-")):
        return True
    old = str(doc[last].text) < "1800"
    if old and doc[last].dep_ in _COUNTED and doc[last].head.i > last:
        return before not in ("in", "since", "by", "until")
    dated = before in _DATING or (before in ("the", "of") and doc[last].ent_type_ == "DATE")
    return after.tag_ == "NNS" and after.is_lower and not dated


def _set_off(doc: Doc, first: int, last: int) -> bool:
    """Whether a number stands alone between brackets or describes a noun in the singular."""
    return (_before(doc, first) in ("(", ",") and _after(doc, last) in (")", ",")) or doc[last].head.tag_ == "NN"


def _near(doc: Doc, first: int, last: int) -> bool:
    """Whether it is no name: "Today" with a capital in a name ("USA Today") is one."""
    return doc[first].is_lower or bool(doc[first].is_sent_start) or doc[first].ent_type_ in ("", "DATE", "TIME")


def _weekend(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) in _IN and _after(doc, last) != "of" and not _describes(doc, last)


def _length(doc: Doc, first: int, last: int) -> bool:
    if doc[first].ent_type_ == "EVENT":
        return False  # "the Six-Day War"
    return not (_after(doc, last) == "old" or _before(doc, first) in ("aged", "$", "€", "£"))


def _unit(doc: Doc, first: int, last: int) -> bool:
    word, before, after = doc[first].lower_, _before(doc, first), _after(doc, last)
    if word == "the":
        return before in ("over", "throughout", "through") and doc[last].tag_ == "NNS"
    if first == last or doc[last].lower_ == "long":
        return before in _LONG or doc[last].lower_ == "long"
    return before in _LONG and not (after == "of" and before == "in")


def _lower(doc: Doc, first: int, last: int) -> bool:
    token = doc[first]
    return (token.is_lower or bool(token.is_sent_start)) and not _in_name(doc, first, last)


def _rate(doc: Doc, first: int, last: int) -> bool:
    """Read "15 a year", "twice a week", "$3 a day"; "a year" elsewhere is a length or nothing."""
    if doc[first].lower_ == "per":
        return True
    before = doc[first - 1] if first else None
    if before is None:
        return False
    counted = before.pos_ in ("NOUN", "SYM") and any(left.pos_ in ("NUM", "SYM") for left in before.lefts)
    return before.pos_ == "NUM" or before.lower_ in ("times", "twice", "once", "percent", "%") or counted


def _ordinal(doc: Doc, first: int, last: int) -> bool:
    return doc[last].lower_ == "quarter" and _before(doc, first) in ("in", "for", "during", "of", "by", "since")


def _clock(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) in ("at", "by", "until", "from", "to", "around", "about", "before", "after", "since")


def _daypart(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) in ("in", "during")


def _the_day(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) == "on" and (last + 1 == len(doc) or doc[last + 1].is_punct)


def _lettered(doc: Doc, first: int, last: int) -> bool:
    return last > first or _before(doc, first) in ("in", "for", "of", "during", "the", "by")


def _holiday(doc: Doc, first: int, last: int) -> bool:
    return _before(doc, first) in _IN and not _describes(doc, last)


_CHECKS: dict[str, Callable[[Doc, int, int], bool]] = {
    "month": _month, "name": _name, "season": _season, "year": _year, "length": _length, "unit": _unit,
    "lower": _lower, "rate": _rate, "ordinal": _ordinal, "clock": _clock, "at": _clock, "daypart": _daypart,
    "the day": _the_day, "lettered": _lettered, "holiday": _holiday, "near": _near, "weekend": _weekend,
}  # fmt: skip
