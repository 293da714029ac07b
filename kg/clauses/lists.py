"""Verbs and nouns of a list that the parser makes part of another item."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, SUBJECTS, attach, children, has_child, is_verbal, labelled, next_to
from kg.clauses.words import INTRANSITIVE, OFTEN_ALONE

PRESENT = frozenset({"VB", "VBP", "VBZ"})


def restore_items(doc: Doc) -> None:
    """Make a participle that opens an item of a list a verb, in place, before noun phrases are read.

    In "waving flags and chanting slogans" it stands after "and", beside a participle with its object; in "uprooted
    trees, damaged roofs and killed two" after a comma, where another verb, not a noun, ends the list.
    """
    for item in labelled(doc, ("conj",)):
        noun, word = item.head, item.left_edge
        verb, before = noun.head, doc[max(item.left_edge.i - 1, 0)]
        if noun.dep_ not in OBJECTS or word.dep_ != "amod" or word.head.i != item.i or word.lemma_ in ALONE:
            continue
        active = verb.tag_ == "VBG" and word.tag_ == "VBG" and before.lower_ in ("and", "or")
        if active or _is_in_row_of_pasts(verb, word, before):
            word.tag_, word.pos_ = verb.tag_, "VERB"
            attach(word, verb, "conj")
            attach(item, word, "dobj")
            if active:
                attach(before, verb, "cc")


ALONE = INTRANSITIVE | OFTEN_ALONE
"""Verbs whose participle before a noun rather describes it: "facing growing debts"."""


def _is_in_row_of_pasts(verb: Token, word: Token, before: Token) -> bool:
    """Whether a past stands after a comma, between a past with its object and one that "and" adds."""
    if verb.tag_ != "VBD" or word.tag_ not in ("VBN", "VBD") or not word.lower_.endswith("ed") or before.text != ",":
        return False
    objects = children(verb, *OBJECTS)
    last = next((c for c in children(verb, "conj") if c.i > word.i and c.tag_ == "VBD"), None)
    return last is not None and not any(has_child(o, "cc") for o in objects) and not has_child(last, *SUBJECTS)


def _participle_of_item(token: Token, lexicon: Lexicon) -> Head | None:
    """ "has pages for teachers and geared to children": beside a verb in the present a participle alone is no past.

    It is said of the object before it.
    """
    verb = token.head
    noun = next((o for o in children(verb, *OBJECTS) if o.i < token.i), None)
    if noun is None or token.tag_ != "VBN" or verb.tag_ not in PRESENT or not is_verbal(verb):
        return None
    if has_child(verb, "auxpass") or any(c.lemma_ == "have" for c in children(verb, "aux")):
        return None
    if has_child(token, "aux", "auxpass", "agent", *SUBJECTS, *OBJECTS, "ccomp", "xcomp"):
        return None
    return (noun, "acl")


def _item_after_aside(token: Token, lexicon: Lexicon) -> Head | None:
    """ "consists of 30 ships (12 of them leased) and eight ferries": what "and" adds to a noun is an item beside it."""
    edge = token.left_edge.i
    conjunction = token.doc[edge - 1] if edge else token
    noun = conjunction.head
    if token.pos_ not in ("NOUN", "PROPN") or conjunction.dep_ != "cc" or conjunction.lower_ not in ("and", "or"):
        return None
    counted = has_child(noun, "nummod") and has_child(token, "nummod") and token.ent_type_ not in ("DATE", "TIME")
    return (noun, "conj") if counted and noun.i < conjunction.i and not has_child(noun, "conj") else None


def _name_before_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Alpha and Beta parent Gamma": a name right before another item of its list, without "and", is part of that."""
    if token.pos_ != "PROPN" or token.i + 1 >= len(token.doc) or next_to(token).pos_ != "NOUN":
        return None
    item = next((t for t in children(token.head, "conj") if t.left_edge.i == token.i + 1 and t.pos_ == "PROPN"), None)
    return (item, "nmod") if item is not None and item.i > token.i + 1 else None


LISTS: Mapping[str, tuple[Repair, ...]] = {
    "conj": (_participle_of_item, _name_before_noun),
    "npadvmod": (_item_after_aside,),
}
"""By the label of the token that they may move."""
