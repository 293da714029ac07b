"""Items of a list and phrases after them that the parser hangs on the wrong word."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, attach, child, children, has_child, is_verbal, next_to

USING = frozenset({"deploy", "employ", "fire", "use", "utilise", "utilize", "wield"})
"""Verbs of which "against" tells upon whom: "used aircraft against the rebels"."""

LONGEST = 12
"""Tokens from an item to the "and" of the last: "a tunnel, a car bomb, and two huts"."""

SITE = "GPE"


def _item_between(token: Token, lexicon: Lexicon) -> Head | None:
    """ "destroyed a hut, a VBIED, and a truck": between things told by number or "a" the next is no apposition."""
    edge, after = token.left_edge.i, token.right_edge.i + 1
    if edge == 0 or token.doc[edge - 1].text != "," or not all(_is_thing(t, lexicon) for t in (token.head, token)):
        return None
    if after >= len(token.doc) or token.doc[after].text != ",":
        return None
    last = next((t for t in token.doc[after : after + LONGEST] if t.lower_ in ("and", "or")), None)
    closes = last is not None and last.i + 1 < len(token.doc) and not next_to(last).is_sent_start
    return (token.head, "conj") if closes and last is not None and _begins_item(next_to(last)) else None


def _last_item(token: Token, lexicon: Lexicon) -> Head | None:
    """ "destroyed a hut, and a truck": a noun is coordinated with the object, not with the verb."""
    verb, edge = token.head, token.left_edge.i
    thing = child(verb, *OBJECTS)
    if not is_verbal(verb) or thing is None or has_child(token, "nsubj", "cop", "relcl"):
        return None
    if not all(_is_thing(t, lexicon) for t in (thing, token)) or token.doc[edge - 1].lower_ not in ("and", "or"):
        return None
    if not thing.right_edge.i < edge <= thing.right_edge.i + 3:
        return None
    attach(token.doc[edge - 1], thing, "cc")
    return (thing, "conj")


def _is_thing(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun that is no person stands with a number or an indefinite article."""
    counted = has_child(token, "nummod") or any(c.lower_ in ("a", "an") for c in children(token, "det"))
    return token.pos_ in ("NOUN", "PROPN") and token.i not in lexicon.people and counted


def _begins_item(token: Token) -> bool:
    return token.lower_ in ("a", "an") or token.like_num


def _country_of_town(token: Token, lexicon: Lexicon) -> Head | None:
    """ "reached Raqqa, Syria, on Monday": a place after a comma, with no "and", is where the first one lies."""
    town, edge = token.head, token.left_edge.i
    if not (town.pos_ == "PROPN" and town.ent_type_ in (SITE, "") and token.ent_type_ == SITE):
        return None
    if edge != town.i + 2 or token.doc[town.i + 1].text != "," or has_child(town, "cc"):
        return None
    return (town, "appos") if not has_child(token, "cc", "conj") and town.dep_ != "conj" else None


def _against(token: Token, lexicon: Lexicon) -> Head | None:
    """ "used aircraft against the rebels": they are used against them, whatever noun stands before the word."""
    noun = token.head
    first = noun
    while first.dep_ == "conj":
        first = first.head
    verb = first.head
    used = first.dep_ in OBJECTS and verb.lemma_.lower() in USING and noun.i not in lexicon.events
    return (verb, "prep") if token.lower_ == "against" and used else None


ITEMS: Mapping[str, tuple[Repair, ...]] = {
    "appos": (_item_between,),
    "conj": (_last_item, _country_of_town),
    "prep": (_against,),
}
"""By the label of the token that they may move."""
