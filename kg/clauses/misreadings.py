"""Words that the parser took for a clause, or a clause that it took for words: hashtags, nouns, contact clauses."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    OBJECTS,
    SUBJECTS,
    attach,
    child,
    children,
    has_child,
    is_verbal,
    next_to,
)
from kg.clauses.words import CHANGING, NAMING

ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody", "none", "somebody", "someone"})
"""Pronouns that no noun describes: one right before them is what their clause is about ("a war nobody wanted")."""

FINDING = frozenset({
    "believe", "calculate", "claim", "conclude", "discover", "estimate", "feel", "fear", "find", "hope", "indicate",
    "know", "learn", "reveal", "say", "show", "suggest", "think",
})  # fmt: skip
"""Verbs whose object, with a finite verb right after it, is that verb's subject ("found demand exceeded supply")."""

PLACING = frozenset({"base", "headquarter", "locate", "site", "situate"})


def _hashtag(token: Token, lexicon: Lexicon) -> Head | None:
    """ "chose the hashtag #NoMore and posted it": a tag is a name, and what follows goes on from the verb before."""
    sign, verb = next_to(token, -1), token.head
    if sign.text != "#" or sign.whitespace_ or sign.i == token.i or not is_verbal(token) or token.left_edge.i < sign.i:
        return None
    noun = next_to(sign, -1)
    for other in children(token, "cc", "conj"):
        attach(other, verb, other.dep_)
        if other.tag_ == "VBN" and verb.tag_ == "VBD":
            other.tag_ = "VBD"
    for part in [c for c in children(token) if c.i > token.i]:
        attach(part, verb, part.dep_)
    attach(sign, token, "punct")
    token.tag_, token.pos_ = "NNP", "PROPN"
    return (noun, "appos") if noun.pos_ == "NOUN" else (verb, "dobj")


def _last_of_compound(token: Token, lexicon: Lexicon) -> Head | None:
    """ "555 people in a three class layout": a word with no form of a verb right after a noun ends its phrase."""
    before = next_to(token, -1)
    if token.tag_ not in ("JJ", "NN", "NNS") or before.dep_ not in ("pobj", *OBJECTS) or before.pos_ != "NOUN":
        return None
    if has_child(token, *SUBJECTS, *OBJECTS, "aux", "auxpass", "mark", "advmod", "prep", "xcomp", "ccomp"):
        return None
    if token.i <= token.head.i or not is_verbal(token) or before.head.i == token.i:
        return None
    governor, label = before.head, before.dep_
    for part in [c for c in children(before) if c.i < before.i and c.dep_ in ("det", "nummod", "poss", "amod")]:
        attach(part, token, part.dep_)
    attach(before, token, "compound")
    token.tag_, token.pos_ = "NN", "NOUN"
    return (governor, label)


def _made_better(token: Token, lexicon: Lexicon) -> Head | None:
    """ "makes his life much better": a comparative with a subject says what that is made, whatever its tag."""
    verb, subject = token.head, child(token, "nsubj")
    if token.tag_ not in ("RBR", "JJR", "RB") or token.pos_ == "ADJ" or subject is None:
        return None
    if verb.lemma_ not in CHANGING or has_child(verb, *OBJECTS) or not verb.i < subject.i < token.i:
        return None
    if has_child(token, "aux", "mark", "cop"):
        return None
    token.tag_, token.pos_ = "JJR", "ADJ"
    attach(subject, verb, "dobj")
    return (verb, "oprd")


def _contact_clause(token: Token, lexicon: Lexicon) -> Head | None:
    """ "called it a present nobody wanted": the noun before "nobody" is what nobody wanted."""
    verb, pronoun = token.head, child(token, "nsubj")
    while pronoun is not None and pronoun.lower_ not in ANYBODY:
        pronoun = next((s for s in children(token, "nsubj") if s.i > pronoun.i), None)
    noun = next_to(pronoun, -1) if pronoun is not None else None
    if noun is None or pronoun is None or noun.pos_ != "NOUN" or noun.head.i != pronoun.i or noun.i < verb.i:
        return None
    for part in children(pronoun):
        if part.i < noun.i:
            attach(part, noun, part.dep_)
    for article in [s for s in children(token, "nsubj") if s.tag_ == "DT" and s.i < noun.i]:
        attach(article, noun, "det")
    attach(noun, verb, "oprd" if verb.lemma_ in NAMING and has_child(verb, *OBJECTS) else "dobj")
    return (noun, "relcl")


def _clause_after_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "found reduction of yields exceeded 10 %": nothing joins the verb, so its subject is what stands before it."""
    verb = token.head
    noun = child(verb, *OBJECTS)
    if token.tag_ not in ("VBD", "VBZ", "VBP") or verb.lemma_.lower() not in FINDING or noun is None:
        return None
    if has_child(token, *SUBJECTS, "aux", "auxpass", "mark") or child(verb, "cc") is not None or noun.i < verb.i:
        return None
    between = token.doc[noun.i + 1 : token.i]
    if any(t.is_punct or t.tag_ == "CC" for t in between) or has_child(verb, "ccomp", "xcomp"):
        return None
    if any(noun.i < p.i < token.i and child(p, "pcomp") for p in children(verb, "prep")):
        return None
    for part in [p for p in children(verb, "prep") if noun.i < p.i < token.i]:
        attach(part, token, "prep")
    attach(noun, token, "nsubj")
    return (verb, "ccomp")


def _practice(token: Token, lexicon: Lexicon) -> Head | None:
    """ "an integration of podcasting with radio": beside "with" the gerund of a noun is one of two things."""
    preposition = token.head
    noun = preposition.head
    if token.tag_ != "VBG" or preposition.lower_ != "of" or noun.pos_ != "NOUN" or noun.i > token.i:
        return None
    partner = next((p for p in children(token, "prep") if p.lower_ in ("with", "into")), None)
    if partner is None or len(children(token)) > 1 or noun.i in lexicon.animate:
        return None
    attach(partner, noun, "prep")
    token.tag_, token.pos_ = "NN", "NOUN"
    return (preposition, "pobj")


def _beside_place(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Acme, based in Oslo, Norway, and the University of Bergen": a body is no second place of the first."""
    place = token.head
    verb = place.head.head
    if place.dep_ != "pobj" or place.ent_type_ not in ("GPE", "LOC") or token.ent_type_ != "ORG":
        return None
    if verb.lemma_.lower() not in PLACING or verb.dep_ != "acl" or next_to(token.left_edge, -1).dep_ != "cc":
        return None
    conjunction = next_to(token.left_edge, -1)
    noun = _noun_before(verb)
    if noun is None or next_to(conjunction, -1).text != ",":
        return None
    attach(conjunction, noun, "cc")
    for late in [p for p in children(verb, "prep") if p.i > token.i]:
        attach(late, token, "prep")
    return (noun, "conj")


def _used_to(token: Token, lexicon: Lexicon) -> Head | None:
    """ "used to say that she was lucky": a habit of the past; the verb is "say"."""
    habit, to = token.head, child(token, "aux")
    if habit.lower_ != "used" or habit.tag_ != "VBD" or to is None or to.i != habit.i + 1 or token.tag_ != "VB":
        return None
    if has_child(habit, *OBJECTS, "auxpass", "prep") or child(token, "auxpass", *SUBJECTS) is not None:
        return None
    above, label = (token, "ROOT") if habit.dep_ == "ROOT" else (habit.head, habit.dep_)
    for part in [c for c in children(habit) if c.i != token.i]:
        attach(part, token, part.dep_)
    attach(to, habit, "punct")
    attach(token, above, label)
    attach(habit, token, "aux")
    token.tag_ = "VBD"
    return None


def _noun_before(verb: Token) -> Token | None:
    """The noun right before a participle and its comma."""
    edge = verb.left_edge.i
    before = verb.doc[edge - 2] if edge > 1 and verb.doc[edge - 1].text == "," else None
    return before if before is not None and before.pos_ in ("NOUN", "PROPN") else None


def _taken_on(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the cut that the shop takes on sales": where "that" is the object, what stands before a noun is no particle."""
    that = next((o for o in children(token, *OBJECTS) if o.lower_ in ("that", "which") and o.i < token.i), None)
    word = next((c for c in children(token, "prt") if c.i == token.i + 1), None)
    if that is None or word is None or is_verbal(token.head):
        return None
    noun = next((o for o in children(token, *OBJECTS) if o.left_edge.i == word.i + 1), None)
    if noun is not None:
        word.tag_, word.pos_ = "IN", "ADP"
        attach(word, token, "prep")
        attach(noun, word, "pobj")
    return None


MISREADINGS: Mapping[str, tuple[Repair, ...]] = {
    "advcl": (_last_of_compound,),
    "acl": (_last_of_compound,),
    "ccomp": (_hashtag, _made_better, _contact_clause),
    "xcomp": (_used_to, _hashtag, _made_better),
    "conj": (_clause_after_object, _beside_place),
    "pcomp": (_practice,),
    "relcl": (_taken_on,),
}
