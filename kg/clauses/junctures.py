"""Words at the seam of two phrases: of two nouns before one verb the nearer is its subject, and the like."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import LISTED, OBJECTS, attach, child, children, has_child, is_verbal
from kg.clauses.words import GIVING

MARKS = frozenset({":", "-", "--", "–", "—", "("})
"""Marks after which a list tells who several are."""

MEASURES = frozenset({"DATE", "MONEY", "PERCENT", "QUANTITY", "TIME"})
"""What the parser calls times and amounts: no agents."""

MAKING = frozenset({"assemble", "build", "construct", "design", "develop", "make", "manufacture", "produce"})
"""Verbs whose participle has no recipient: a jet is not "built to" whom it is delivered."""

SCORED = frozenset({"ballot", "goal", "length", "margin", "percent", "point", "run", "seat", "shot", "stroke", "vote"})
"""Nouns of by how much one is ahead: "defeated by ten votes by his rival"."""


def _fragment(token: Token, lexicon: Lexicon) -> Head | None:
    """ "A ferry in the port of Oslo Norway has ordered two ships": of two nouns side by side the nearer is the subject.

    The first is a caption, heading or aside that nothing parts from the sentence, or one that a comma ends ("Both teams
    unbeaten, the Danes won").  Between two commas the nearer only renames the first.
    """
    verb = token.head
    nearer = next((s for s in children(verb, "nsubj", "nsubjpass") if token.i < s.i < verb.i), None)
    if nearer is None or not {token.pos_, nearer.pos_} <= {"NOUN", "PROPN"} or child(token, "conj", "cc") is not None:
        return None
    first, last = nearer.left_edge.i, nearer.right_edge.i
    if token.right_edge.i >= first or token.i in lexicon.people:
        return None
    if token.doc[first - 1].text == "," and token.doc[last + 1].text == ",":
        attach(nearer, token, "appos")
        return None
    return (verb, "meta")


def _recipient_of_verb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "delivered the last jet built to the airline in May": whom it is delivered to, with all that follows."""
    made, receiver = token.head, child(token, "pobj")
    noun = made.head
    verb = noun.head
    if token.lower_ != "to" or made.dep_ != "acl" or made.lemma_.lower() not in MAKING or receiver is None:
        return None
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in GIVING or child(verb, "dative") is not None:
        return None
    if receiver.i not in lexicon.animate or any(p.lower_ == "to" for p in children(verb, "prep")):
        return None
    for later in [p for p in children(made, "prep", "npadvmod") if p.i > token.i]:
        attach(later, verb, later.dep_)
    return (verb, "prep")


def _margin(token: Token, lexicon: Lexicon) -> Head | None:
    """ "beaten by ten votes", "a singer going by the name", "cut by a tenth": by how much or how, not by whom.

    After the object of an active verb it is said of the object: "played works by Mozart".
    """
    verb, noun = token.head, child(token, "pobj")
    if noun is None or token.lower_ != "by" or not is_verbal(verb) or noun.i in lexicon.animate | lexicon.people:
        made = child(verb, *OBJECTS) if noun is not None and child(verb, "nsubj") is not None else None
        return (made, "prep") if made is not None and made.right_edge.i + 1 == token.i else None
    scored = noun.lemma_.lower() in SCORED and child(noun, "nummod") is not None
    active = verb.tag_ in ("VBG", "VB", "VBZ", "VBP") and child(verb, "auxpass") is None
    return (verb, "prep") if scored or active or noun.ent_type_ in MEASURES else None


def _listed(token: Token, lexicon: Lexicon) -> Head | None:
    """ "six airlines - Air China, Hainan Airlines and Xiamen Airlines": those of a number are no other name of it."""
    noun = token.head
    several = noun.tag_ == "NNS" and token.tag_ in ("NNP", "NNPS", "NN") and child(token, "conj") is not None
    if not several or token.i < noun.i or child(token, "poss") is not None:
        return None
    counted = child(noun, "nummod") is not None or token.doc[token.left_edge.i - 1].text in MARKS
    return (noun, LISTED) if counted else None


def _item_of_list(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Labour; the Greens; and the Liberals": after a noun and a semicolon comes the next item, no apposition."""
    edge = token.left_edge.i
    if token.dep_ != "appos" or token.head.i != edge - 2 or token.doc[edge - 1].text != ";":
        return None
    return (token.head, "conj")


def _counted_item(token: Token, lexicon: Lexicon) -> Head | None:
    """ "destroyed a truck, a tunnel and two huts": of things told by number or "a" the next is no apposition."""
    edge = token.left_edge.i
    if token.dep_ != "appos" or edge == 0 or token.doc[edge - 1].text != "," or child(token, "conj") is None:
        return None
    things = all(t.pos_ == "NOUN" and t.i not in lexicon.people and _is_counted(t) for t in (token.head, token))
    return (token.head, "conj") if things else None


def _is_counted(noun: Token) -> bool:
    """Whether a noun stands with a number or an indefinite article."""
    return has_child(noun, "nummod") or any(c.lower_ in ("a", "an") for c in children(noun, "det"))


JUNCTURES: Mapping[str, tuple[Repair, ...]] = {
    "nsubj": (_fragment,),
    "nsubjpass": (_fragment,),
    "prep": (_recipient_of_verb,),
    "agent": (_margin,),
    "appos": (_item_of_list, _counted_item, _listed),
}
