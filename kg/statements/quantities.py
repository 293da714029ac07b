"""Amounts in sentences -> how many of what, and how the number is bounded.

A vague plural says no more than it must: "thousands of troops" is more than 1,000, "dozens" more than 12.  A range
("between 10 and 20") is at least its lower end and keeps the upper one beside it.  A share ("one in three
voters", "half of them") is a percentage.  Years, days, durations, ordinals and numbers in names ("Boeing 737") are no
quantities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.clauses.syntax import children, next_to, tokens_of
from kg.model import Anchor, Quantity
from kg.parsing import Parse
from kg.statements.amounts import Amount, begins_amount, figures_at, read_amount, read_range, read_share, spelled_at
from kg.statements.counting import is_grouped, is_measure, names_model
from kg.statements.numbers import listed, read_figures
from kg.statements.times import TimeMention, find_times
from kg.statements.times.lengths import is_amount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """An amount: tokens `first` to `last` of the parse (both included), its bounds and what it counts with it.

    `head` is the counted noun, or the number itself where none is told.  `number_first` to `number_last` are the
    number's tokens alone; `upper` is the other end of a range.
    """

    first: int
    last: int
    head: int
    number_first: int
    number_last: int
    anchor: Anchor
    quantity: Quantity
    upper: float | None = None


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
_NAME_TYPES = frozenset(("PRODUCT", "ORG", "FAC", "LAW", "WORK_OF_ART", "EVENT", "PERSON", "GPE", "LOC"))
_NOT_UNITS = frozenset(listed("or less fewer so more additional other others further new estimated extra of the and +"))
_NO_UNIT_TAGS = ("DET", "PRON", "PUNCT", "NUM", "CCONJ")
_LENGTHS = frozenset(listed("seconds minutes hours days nights weeks months years decades"))
_LONGEST_UNIT = 8
"""Tokens."""

AGE = "years of age"
"""The unit of how old a person is."""


def find_quantities(parse: Parse, *, times: Sequence[TimeMention] | None = None) -> list[QuantityMention]:
    """Return the amounts of a document in order, none overlapping.

    `times` are the document's time mentions, found here where they are not given: their numbers count nothing, but for
    lengths of time in a slot ("75 hours of video").
    """
    doc, found, at = parse.doc, list[QuantityMention](), 0
    tokens = tokens_of(doc)
    dated = (time for time in (find_times(parse) if times is None else times) if not is_amount(doc, time))
    taken = {i for time in dated for i in range(time.first, time.last + 1)}
    while at < len(doc):
        begins = at not in taken and begins_amount(tokens[at])
        mention = _age(parse, at) or _counted(parse, at, taken) if begins else None
        if mention:
            found.append(mention)
        at = mention.last + 1 if mention else at + 1
    return found


def _counted(parse: Parse, at: int, taken: set[int]) -> QuantityMention | None:
    number = read_share(parse.doc, at) or read_amount(parse.doc, at)
    if number is None or number.last in taken or _is_no_amount(parse.doc, number):
        return None
    number = read_range(parse.doc, number)
    head, unit = _unit(parse.doc, number)
    if is_grouped(parse.doc, number, head) or names_model(parse.doc, number, head):
        return None
    first, bound = _bound(parse.doc, number)
    if head in taken or not (unit or number.unit or _stands_alone(parse.doc, number, bound)):
        return None
    last = max(number.last, head if head - number.last <= _LONGEST_UNIT else number.last)
    quantity = Quantity(number.value, bound, number.unit or unit)
    anchor = parse.anchor(number.first, number.last, first, last)
    return QuantityMention(first, last, head, number.first, number.last, anchor, quantity, number.upper)


# ---------------------------------------------------------------- what is no amount


def _is_no_amount(doc: Doc, number: Amount) -> bool:
    """Whether a number is part of a name, an identifier, a score or a pronoun ("one another")."""
    token, last = doc[number.first], doc[number.last]
    if last.i + 1 < len(doc) and doc[last.i + 1].lower_ in _ORDINAL_ENDS:
        return True
    if number.unit:
        return False
    if last.i + 1 < len(doc) and doc[last.i + 1].lower_ == "times" and doc[last.i + 1].dep_ == "quantmod":
        return True  # "ten times its estimate"
    if _opens_title(doc, number):
        return True
    if number.first == number.last and token.lower_ == "one" and not _determines(token):
        return True
    return _is_joined(doc, number) or _is_label(token) or _in_name(doc, number) or last.like_url


_NUMBERED = frozenset(
    listed(
        "no. no number page pages article articles chapter section sections aged resolution resolutions paragraph "
        "route highway flight level phase room gate grade version verse volume line row item step type category zone "
        "sector channel track table figure part act platform day group round week game season episode"
    )
)
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
"""What makes a figure that stands before it the number of one thing in a row ("the 15,599 th plane")."""

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr"))


def _stands_alone(doc: Doc, number: Amount, bound: str) -> bool:
    """Whether a number that counts no noun is an amount by itself ("the toll rose to 600", "thousands more")."""
    before = doc[number.first - 1].text if number.first else ""
    if before in ("[", "(", ")", "]", ";", ":", "/", "|", "*", "the") or number.value == 1:
        return False
    if number.first and _is_named_by(doc[number.first - 1]):
        return False
    after = doc[number.last + 1].lower_ if number.last + 1 < len(doc) else ""
    scored = number.first > 1 and before in ("to", "-", "–") and read_figures(doc[number.first - 2].text) is not None
    if scored or (after in ("to", "-", "–") and bound == "="):
        return False
    return bound != "=" or doc[number.last].dep_ in _ARGUMENTS or doc[number.first].dep_ in _ARGUMENTS


def _is_named_by(before: Token) -> bool:
    """Whether the word before a lone number makes it a name ("Boeing's 787", "Eager Lion 16")."""
    return before.tag_ in ("POS", "PRP$") or (before.pos_ == "PROPN" and before.dep_ != "pobj")


def _opens_title(doc: Doc, number: Amount) -> bool:
    """Whether a number begins words in quotation marks that have no verb: "One more thing ..."."""
    if number.first == 0 or doc[number.first - 1].text not in _OPENING:
        return False
    inside = doc[number.first : number.first + _LONGEST_TITLE]
    end = next((t.i for t in inside if t.text in _CLOSING), None)
    return end is not None and not any(t.pos_ in ("VERB", "AUX") for t in doc[number.first : end])


_OPENING = frozenset(('"', "“", "„", "«", "``"))
_CLOSING = frozenset(('"', "”", "“", "»", "''"))
_LONGEST_TITLE = 10
"""Tokens."""


def _determines(token: Token) -> bool:
    """Whether "one" counts a noun after it."""
    return token.dep_ == "nummod" and token.head.i > token.i


def _is_joined(doc: Doc, number: Amount) -> bool:
    """Whether signs tie the number to something else ("F-16", "2-1", "40-nation", "10:30")."""
    before = doc[number.first - 1] if number.first else None
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    tied_before = (
        before is not None and not before.whitespace_ and before.text in ("-", "–", "/", ":", "#", "@", "_", ".")
    )
    if tied_before and before is not None and before.i and _is_range_sign(doc, before.i):
        tied_before = False
    tied_after = after is not None and not doc[number.last].whitespace_ and after.text in ("-", "/", ":", "@", "_", "°")
    if after is not None and after.text == "-" and after.i + 1 < len(doc) and doc[after.i + 1].tag_ == "NN":
        return True  # "six - member team", as some texts write it
    if tied_after and after is not None and _is_range_sign(doc, after.i):
        tied_after = False
    return tied_before or tied_after


def _is_range_sign(doc: Doc, at: int) -> bool:
    """Whether a dash stands between two figures before a plural or a measure ("10-20 people", not "737-800 range")."""
    if doc[at].text not in ("-", "–") or not 0 < at < len(doc) - 2:
        return False
    left, right = (read_figures(doc[i].text) for i in (at - 1, at + 1))
    counted = doc[at + 2].tag_ in ("NNS", "NNPS", "JJ") or is_measure(doc[at + 2])
    return left is not None and right is not None and left < right and counted


def _is_label(token: Token) -> bool:
    """Whether a number names what stands before it ("Article 5", "Boeing 737", "page 3", "iPhone 4 owners")."""
    if token.i == 0:
        return False
    before = next_to(token, -1)
    cut = before.text == "." and token.i > 1 and next_to(token, -2).text in ("No", "Nos")
    if cut or before.lower_ in ("no.", "nos.", "number", "#", "№") or _opens_name(before, token):
        return True
    if token.head.i >= token.i:
        return False
    named = token.dep_ in ("nummod", "appos", "npadvmod", "nmod", "dep") and token.head.i == before.i
    return before.lower_ in _NUMBERED or (named and before.pos_ in ("PROPN", "NOUN") and not before.text.islower())


def _opens_name(before: Token, number: Token) -> bool:
    """Whether a word with a capital is tied to figures right after it, or to the noun that both describe."""
    if not number.text[0].isdigit() or before.text.islower() or not before.is_alpha:
        return False
    return before.dep_ in ("compound", "nmod") and before.head.i >= number.i


def _in_name(doc: Doc, number: Amount) -> bool:
    """Whether the number lies inside a longer name and counts nothing after it."""
    token = doc[number.first]
    if token.ent_type_ not in _NAME_TYPES:
        return False
    longer = token.ent_iob_ == "I" or (number.last + 1 < len(doc) and doc[number.last + 1].ent_iob_ == "I")
    return longer and not (token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS")


# ---------------------------------------------------------------- bounds and ranges


def _bound(doc: Doc, number: Amount) -> tuple[int, str]:
    """First token of the amount with the words that bound it, and how they do."""
    first = number.first - 1 if number.first and doc[number.first - 1].lower_ == "the" else number.first
    before = _bound_before(doc, first)
    if before is not None:
        outer = _bound_before(doc, before[0]) if before[1] == "~" else None  # "no more than about 1,500"
        return outer or before
    if first and doc[first - 1].lower_ == "between" and number.bound == ">=":
        return first - 1, ">="
    for length in (2, 1):
        words = tuple(doc[i].lower_ for i in range(number.last + 1, min(number.last + 1 + length, len(doc))))
        if words in _BOUNDS_AFTER:
            return number.first, _BOUNDS_AFTER[words]
    return number.first, number.bound


def _bound_before(doc: Doc, first: int) -> tuple[int, str] | None:
    """The words right before a token that bound what it begins: the first of them, and how they do."""
    for length in (4, 3, 2, 1):
        begin = first - length
        words = tuple(doc[i].lower_ for i in range(max(begin, 0), first))
        if begin >= 0 and words in _BOUNDS:
            return begin, _BOUNDS[words]
    return None


# ---------------------------------------------------------------- what is counted


def _unit(doc: Doc, number: Amount) -> tuple[int, str]:
    """The counted noun, or the number itself; and the noun with what describes it, as told."""
    head = _head(doc, number)
    if head is None or number.unit:
        return (number.last if head is None else head), ""
    begin = number.last + 1
    while begin < head and (doc[begin].lower_ in _NOT_UNITS or doc[begin].pos_ in _NO_UNIT_TAGS):
        begin += 1
    if doc[head].pos_ not in ("NOUN", "PROPN"):
        return head, ""
    return head, str(doc[begin : _end_of_unit(doc, head) + 1].text)


def _end_of_unit(doc: Doc, head: int) -> int:
    """The head, or of what a length of time consists ("hours of video")."""
    if doc[head].lower_ not in _LENGTHS or head + 1 == len(doc) or doc[head + 1].lower_ != "of":
        return head
    what = _after_of(doc, head + 1)
    return head if what is None or doc[what].pos_ not in ("NOUN", "PROPN") else what


def _head(doc: Doc, number: Amount) -> int | None:
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
            return _next_noun(doc, after) if _is_parted(doc, after, token.head.i) else _noun(token.head)
    return None if number.unit else _next_noun(doc, after)


def _is_parted(doc: Doc, at: int, head: int) -> bool:
    """Whether a dash with blanks stands before the noun ("1709 schoolchildren - aged 8 to 10 years")."""
    return any(doc[i].text in ("-", "–", "—") and doc[i - 1].whitespace_ for i in range(at, head))


def _after_of(doc: Doc, of: int) -> int | None:
    objects = [target.i for target in children(doc[of], "pobj") if 0 < target.i - of <= _LONGEST_UNIT]
    if not objects or (objects[0] + 1 < len(doc) and doc[objects[0] + 1].text == "-"):  # "14 of the new mid-size"
        return None
    return objects[0]


def _noun(token: Token) -> int | None:
    if token.dep_ == "compound" and 0 < token.head.i - token.i <= 2:
        token = token.head
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
    """Read "a 43-year-old man", "aged 43": years of age, which count nobody."""
    doc = parse.doc
    number = figures_at(doc, at) or spelled_at(doc, at)
    if number is None:
        return None
    words = [doc[i].lower_ for i in range(number.last + 1, min(number.last + 6, len(doc)))]
    words = [word for word in words if word != "-"]
    if _is_apposed_age(doc, number):
        return _years_of_age(parse, number, number.last, number.last)
    old = words[:2] in (["year", "old"], ["years", "old"], ["year", "olds"])
    if not old and words[:1] != ["year-old"] and (at == 0 or doc[at - 1].lower_ != "aged"):
        return None
    last = number.last
    while old and doc[last].lower_ not in ("old", "olds"):
        last += 1
    head = doc[last].head.i if old and doc[last].dep_ == "amod" and doc[last].head.i > last else last
    return _years_of_age(parse, number, last, head)


def _years_of_age(parse: Parse, number: Amount, last: int, head: int) -> QuantityMention:
    anchor = parse.anchor(number.first, last)
    quantity = Quantity(number.value, "=", AGE)
    return QuantityMention(number.first, last, head, number.first, number.last, anchor, quantity)


def _is_apposed_age(doc: Doc, number: Amount) -> bool:
    """Whether figures between commas follow the name of a person ("Scott Dayton, 42, of Woodbridge")."""
    first, last = number.first, number.last
    if first < 2 or last + 1 >= len(doc) or not 1 <= number.value <= 115 or number.value % 1:
        return False
    enclosed = doc[first - 1].text == "," and doc[last + 1].text in (",", ".")
    return enclosed and doc[first - 2].ent_type_ == "PERSON"
