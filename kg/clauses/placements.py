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
    conjuncts,
    has_child,
    inside,
    is_verbal,
    subtree,
)
from kg.clauses.words import GIVING

SCHEMES = frozenset({"application", "bid", "contract", "offer", "order", "plan", "project", "proposal", "scheme"})
"""Nouns of what somebody plans or asks for: by whom and for what is told of them, not of who backs them."""

PARTITIVES = frozenset({"bulk", "half", "majority", "most", "much", "part", "portion", "rest", "share", "some"})
"""Words for a part of what the noun after "of" names."""

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


def _of_scheme(token: Token, lexicon: Lexicon) -> Head | None:
    """ "backed the scheme by the builder for the marsh": whose scheme it is and what for."""
    verb, noun = token.head, child(token, "pobj")
    plan = child(verb, *OBJECTS)
    if token.lower_ not in ("by", "for") or plan is None or noun is None or not is_verbal(verb):
        return None
    if plan.lemma_.lower() not in SCHEMES or noun.ent_type_ in ("DATE", "TIME", "MONEY") or plan.i < verb.i:
        return None
    planner = noun.pos_ == "PROPN" or noun.i in lexicon.animate
    by = planner if token.lower_ == "by" else any(p.lower_ == "by" for p in children(plan, "prep"))
    return (plan, "prep") if by and plan.right_edge.i + 1 == token.i else None


def _fraud_by(token: Token, lexicon: Lexicon) -> Head | None:
    """ "denied fraud by abuse of his post": how or by whom it was done, not how it was denied."""
    verb, noun = token.head, child(token, "pobj")
    deed = child(verb, *OBJECTS)
    if token.lower_ != "by" or deed is None or noun is None or verb.lemma_.lower() not in lexicon.speech:
        return None
    return (deed, "prep") if deed.i in lexicon.events and deed.right_edge.i + 1 == token.i else None


def _of_whole(token: Token, lexicon: Lexicon) -> Head | None:
    """ "part of the harm done to readers": what is done to the whole; of a part something else is told."""
    part = token.head
    of = next((p for p in children(part, "prep") if p.lower_ == "of" and p.i == part.i + 1), None)
    whole = child(of, "pobj") if of is not None else None
    if part.lower_ not in PARTITIVES or whole is None or whole.pos_ not in ("NOUN", "PROPN"):
        return None
    return (whole, token.dep_) if whole.i + 1 == token.left_edge.i else None


def _of_last_conjunct(token: Token, lexicon: Lexicon) -> Head | None:
    """ "fever and signs that could be a cold": with no comma a relative clause is of the noun right before it."""
    noun, edge = token.head, token.left_edge.i
    last = token.doc[edge - 1]
    if is_verbal(noun) or last.dep_ != "conj" or last.i <= noun.i or last.pos_ not in ("NOUN", "PROPN"):
        return None
    listed = any(t.i == last.i for t in conjuncts(noun))
    apart = noun.tag_ != last.tag_ or has_child(noun, "det", "poss", "amod", "nummod")
    return (last, "relcl") if listed and apart else None


def _aside_of_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The outbreak, in the east, was brought under control": set off right after a thing or happening, it is where
    that is.
    """
    verb, end, noun = token.head, token.right_edge.i + 1, child(token, "pobj")
    subject = child(verb, "nsubj", "nsubjpass") if is_verbal(verb) else None
    if subject is None or noun is None or subject.i in lexicon.animate or not lexicon.speech or end >= verb.i:
        return None
    if token.lower_ not in ("at", "in", "near", "off", "on") or noun.ent_type_ in ("DATE", "TIME"):
        return None
    set_off = subject.right_edge.i + 2 == token.i and token.doc[token.i - 1].text == "," == token.doc[end].text
    return (subject, "prep") if set_off and subject.pos_ in ("NOUN", "PROPN") else None


def _kinds(token: Token, lexicon: Lexicon) -> Head | None:
    """ "trials in shoes, fine jewelry and furniture": bare things of a list go on after the preposition."""
    noun = token.head
    inner = next((child(p, "pobj") for p in children(noun, "prep") if p.i < token.i and p.lower_ in ("in", "of")), None)
    if inner is None or noun.tag_ != "NNS" or inner.right_edge.i + 2 != token.left_edge.i or is_verbal(token):
        return None
    if token.doc[inner.right_edge.i + 1].text != "," or not has_child(token, "conj"):
        return None
    bare = all(t.tag_ == "NN" and not has_child(t, "det", "poss", "nummod") for t in (token, *conjuncts(token)))
    alike = noun.i in lexicon.events and token.i in lexicon.events
    return (inner, "conj") if bare and not alike and inner.pos_ == "NOUN" else None


def _about(token: Token, lexicon: Lexicon) -> Head | None:
    """ "policies regarding imports", "claims concerning a fire": a preposition, whatever its form: no clause."""
    if token.lower_ not in ("regarding", "concerning") or has_child(token, "aux", *SUBJECTS):
        return None
    token.tag_, token.pos_ = "IN", "ADP"
    return None


PLACEMENTS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_about, _of_whole),
    "agent": (_by_means,),
    "appos": (_second_object,),
    "conj": (_both, _kinds),
    "dobj": (_second_object,),
    "nmod": (_fined,),
    "prep": (
        _of_scheme,
        _fraud_by,
        _aside_of_subject,
        _of_what_one_died,
        _said_at_gathering,
        _aside_of_clause,
        _beside_patient,
        _beside_partner,
    ),
    "relcl": (_of_last_conjunct,),
}
