"""Objects and prepositional phrases that the parser hangs on a noun, but a verb takes."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    OBJECTS,
    SUBJECTS,
    ancestors,
    attach,
    child,
    children,
    has_child,
    inside,
    is_verbal,
    subtree,
)
from kg.clauses.words import GIVING

DASHES = frozenset({"--", "—", "–", "-"})

GATHERINGS = frozenset({
    "assembly", "briefing", "ceremony", "conference", "congress", "convention", "event", "forum", "gathering",
    "hearing", "keynote", "meeting", "seminar", "session", "summit", "symposium", "talk", "workshop",
})  # fmt: skip
"""Where people come together to say and show something."""


def _second_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "gave residents of the estate a free pass", "gave pupils who passed a medal": what is given to whom."""
    noun = _receiver(token)
    if noun is None or noun.i not in lexicon.animate or child(token, "det", "nummod", "poss", "amod") is None:
        return None
    verb = noun.head
    if verb.lemma_.lower() not in GIVING or child(verb, "dative") is not None or child(verb, *OBJECTS) != noun:
        return None
    before = token.doc[token.left_edge.i - 1]
    if token.left_edge.i <= noun.i or before.is_punct or before.dep_ in ("cc", "prep"):
        return None
    attach(noun, verb, "dative")
    return (verb, "dobj")


def _receiver(token: Token) -> Token | None:
    """The object within whose phrase a further noun stands: as apposition, or as second object of its own clause."""
    above = token.head
    if token.dep_ == "appos":
        found = next((a for a in (above, *ancestors(above)) if a.dep_ in OBJECTS), None)
        return found if found is not None and found.i < token.i and above.dep_ in ("pobj", *OBJECTS) else None
    second = above.dep_ in ("relcl", "acl") and above.lemma_.lower() not in GIVING
    first = next((c for c in children(above, *OBJECTS) if c.i < token.i), None)
    return above.head if second and first is not None and above.head.dep_ in OBJECTS else None


def _said_at_gathering(token: Token, lexicon: Lexicon) -> Head | None:
    """ "announced the plan at a conference": where it is said, not where the plan is."""
    noun, place = token.head, child(token, "pobj")
    verb = noun.head
    if token.dep_ != "prep" or token.lower_ not in ("at", "during") or place is None or noun.dep_ not in OBJECTS:
        return None
    if not is_verbal(verb) or noun.i > token.i or noun.i in lexicon.animate:
        return None
    gathers = place.lemma_.lower() in GATHERINGS
    apart = gathers if noun.i in lexicon.events else gathers or place.i in lexicon.events
    return (verb, "prep") if apart and verb.lemma_.lower() in lexicon.speech | SHOWING else None


SHOWING = frozenset({"demonstrate", "introduce", "present", "reveal", "show", "sign", "unveil"})
"""Verbs of what is done before others who have come together."""


def _aside_of_clause(token: Token, lexicon: Lexicon) -> Head | None:
    """ "was absent when the ship made its first trip -- two years late": what a dash sets off goes with the verb
    nearest before it.
    """
    verb, edge = token.head, token.left_edge.i
    if token.dep_ != "prep" or not is_verbal(verb) or verb.i > token.i or edge == 0:
        return None
    measured = child(token, "npadvmod")
    start = measured.left_edge.i if measured is not None else edge
    if token.doc[start - 1].text not in DASHES:
        return None
    below = (token.doc[i] for i in sorted(inside(verb), reverse=True) if verb.i < i < start)
    nearer = next((t for t in below if is_verbal(t) and t.dep_ in ("advcl", "relcl", "ccomp", "conj")), None)
    return (nearer, "prep") if nearer is not None else None


TAKING = {
    "of": frozenset({
        "absolve", "accuse", "acquit", "clear", "convict", "deprive", "exonerate", "inform", "notify", "relieve", "rob",
        "strip", "suspect",
    }),
    "as": frozenset({
        "appoint", "designate", "elect", "install", "name", "nominate", "reappoint", "reelect", "recruit", "select",
    }),
    "from": frozenset({"bar", "deport", "evacuate", "expel", "extradite", "recall", "release", "rescue", "withdraw"}),
}  # fmt: skip
"""Verbs whose phrase after the one they are done to is theirs: "acquitted the banker of fraud"."""


def _beside_patient(token: Token, lexicon: Lexicon) -> Head | None:
    """ "acquitted the banker of fraud", "appointed the minister as chairman": beside whoever it is done to."""
    noun, verbs = token.head, TAKING.get(token.lower_, frozenset())
    verb = noun.head
    if verb.lemma_.lower() not in verbs or noun.dep_ not in (*OBJECTS, "nsubjpass") or noun.i not in lexicon.animate:
        return None
    if token.lower_ == "of" and (target := child(token, "pobj")) is not None and target.i in lexicon.animate:
        return None  # "accused the head of the bank"
    return (verb, "prep") if verb.i < noun.i < token.i else None


def _beside_partner(token: Token, lexicon: Lexicon) -> Head | None:
    """ "held talks with Greece in Geneva": a name needs no place to tell it; it is where the verb takes place."""
    name = token.head
    partner = name.head
    noun = partner.head
    if token.lower_ not in ("in", "at") or name.pos_ != "PROPN" or name.i not in lexicon.animate:
        return None
    if partner.lower_ not in ("with", "against") or noun.dep_ not in OBJECTS or noun.i not in lexicon.events:
        return None
    return (noun.head, "prep") if is_verbal(noun.head) else None


def _fined(token: Token, lexicon: Lexicon) -> Head | None:
    """ "fined the bank 40 million euros": of two nouns about a figure the first is to whom it is done."""
    amount = token.head
    verb, after = amount.head, token.i + 1
    if amount.dep_ not in OBJECTS or verb.lemma_.lower() not in GIVING | {"charge", "fine"} or token.i < verb.i:
        return None
    if token.pos_ not in ("NOUN", "PROPN") or after >= amount.i or not token.doc[after].like_num:
        return None
    for word in [c for c in children(amount) if c.i < token.i]:
        attach(word, token, word.dep_)
    return (verb, "dative")


def _of_what_one_died(token: Token, lexicon: Lexicon) -> Head | None:
    """ "died at his home in Lima of heart failure": no place is of an illness."""
    place = token.head
    if token.lower_ not in ("of", "from") or place.dep_ != "pobj":
        return None
    cause = child(token, "pobj")
    verb = next((a for a in ancestors(place) if is_verbal(a)), None)
    if verb is None or verb.lemma_.lower() != "die" or cause is None or cause.pos_ != "NOUN":
        return None
    known = any(c.lower_ == "the" for c in children(cause, "det"))
    placed = place.pos_ == "PROPN" or place.lemma_.lower() in ("home", "hospice", "hospital", "house", "prison")
    return (verb, "prep") if placed and not known else None


MANNERS = frozenset({
    "accident", "air", "boat", "bus", "car", "chance", "courier", "default", "email", "fax", "foot", "force", "hand",
    "helicopter", "land", "law", "letter", "lot", "mail", "mistake", "name", "phone", "plane", "post", "radio", "rail",
    "road", "satellite", "sea", "ship", "telephone", "text", "train", "truck", "video",
})  # fmt: skip
"""Bare nouns that with "by" say how, not by whom: "returned by mail"."""


def _by_means(token: Token, lexicon: Lexicon) -> Head | None:
    """ "was returned by mail": nobody called mail returned it."""
    noun = child(token, "pobj")
    bare = noun is not None and noun.lower_ in MANNERS and not has_child(noun, "det", "poss", "amod", "compound")
    counted = noun is not None and noun.lemma_.lower() in ("majority", "margin", "vote") and not has_child(noun, "prep")
    if not (bare or counted) or not is_verbal(token.head):
        return None
    real = next((p for p in _later_by(token) if child(p, "pobj") is not None), None)
    if real is not None:
        attach(real, token.head, "agent")
    return (token.head, "prep")


def _later_by(token: Token) -> list[Token]:
    """The phrases with "by" further on in the clause of a verb."""
    return [t for t in subtree(token.head) if t.i > token.i and t.lower_ == "by" and t.dep_ in ("prep", "agent")]


def _both(token: Token, lexicon: Lexicon) -> Head | None:
    """ "drew both praise for letting her go and criticism for the ban": what "both" opens goes on after "and".

    Only of a singular: "both banks" may be all there are.
    """
    first = token.head
    conjunction = next((c for c in children(first, "cc") if c.i < token.i and c.lower_ == "and"), None)
    if conjunction is None or is_verbal(token):
        return None
    before = (c for a in (first, *ancestors(first)) for c in (a, *children(a, *OBJECTS, "attr", "pobj")))
    noun = next((n for n in before if n.i < first.i and n.tag_ == "NN" and _opens_pair(n)), None)
    if noun is None or has_child(noun, "conj"):
        return None
    attach(conjunction, noun, "cc")
    return (noun, "conj")


def _opens_pair(noun: Token) -> bool:
    """Whether "both" opens the phrase of a noun."""
    return any(c.lower_ == "both" and c.i < noun.i for c in children(noun, "det", "preconj", "predet"))


def _about(token: Token, lexicon: Lexicon) -> Head | None:
    """ "policies regarding imports", "claims concerning a fire": a preposition, whatever its form: no clause."""
    if token.lower_ not in ("regarding", "concerning") or has_child(token, "aux", *SUBJECTS):
        return None
    token.tag_, token.pos_ = "IN", "ADP"
    return None


PLACEMENTS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_about,),
    "agent": (_by_means,),
    "appos": (_second_object,),
    "conj": (_both,),
    "dobj": (_second_object,),
    "nmod": (_fined,),
    "prep": (_of_what_one_died, _said_at_gathering, _aside_of_clause, _beside_patient, _beside_partner),
}
