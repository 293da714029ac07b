"""Participles and infinitives that the parser hangs on the wrong word or takes for a finite past."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, SUBJECTS, ancestors, attach, child, has_child, is_infinitive, is_verbal, next_to
from kg.clauses.words import OFTEN_ALONE

SAME_FORMS = frozenset({
    "bought", "bound", "brought", "built", "bred", "caught", "dealt", "fed", "felt", "found", "fought", "held", "kept",
    "laid", "led", "lent", "lost", "made", "meant", "paid", "sent", "shot", "sold", "sought", "spent", "struck",
    "swept", "taught", "told", "understood", "won",
})  # fmt: skip
"""Irregular pasts that are participles too."""

COMPANY = frozenset({"accompany", "dress", "escort", "flank", "follow", "join"})
"""Verbs whose participle after an object tells of the subject ("left the hall followed by reporters")."""

ADDRESSING = frozenset({"tell", "inform", "notify", "assure", "remind"})
"""Verbs of speech that always have somebody they are addressed to."""

COMPLEMENT = (*OBJECTS, "ccomp", "xcomp", "attr", "acomp", "dative")


def _passive_conjunct(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The cheese is made by monks and sold alongside honey": of a thing, the second participle is passive too."""
    verb = token.head
    if token.dep_ != "conj" or token.tag_ != "VBD" or not _could_be_participle(token):
        return None
    subject = child(verb, "nsubjpass")
    if subject is None or verb.tag_ != "VBN" or child(verb, "auxpass") is None or subject.i in lexicon.animate:
        return None
    bare = not has_child(token, "aux", "auxpass", "mark", "prt", *SUBJECTS, *COMPLEMENT)
    relative = subject.tag_ in ("WDT", "WP") and subject.lower_ != "who" and verb.head.i not in lexicon.animate
    if bare and token.lemma_.lower() not in OFTEN_ALONE and (relative or subject.pos_ in ("NOUN", "PROPN")):
        token.tag_ = "VBN"
    return None


def _addressed_conjunct(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The crew were stopped and told that it was closed": with nobody told it is passive."""
    verb = token.head
    if token.dep_ != "conj" or token.tag_ != "VBD" or token.lemma_.lower() not in ADDRESSING:
        return None
    passive = verb.tag_ == "VBN" and has_child(verb, "auxpass") and has_child(token, "ccomp")
    if passive and not has_child(token, "aux", "auxpass", "mark", "dative", *SUBJECTS, *OBJECTS):
        token.tag_ = "VBN"
    return None


def _could_be_participle(verb: Token) -> bool:
    return verb.lower_.endswith("ed") or verb.lower_ in SAME_FORMS


def _subjectless_past(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a contract to supply buses converted for the task": a past with neither subject nor conjunction is none.

    It is a participle of the noun right before it.
    """
    if token.dep_ != "advcl" or token.tag_ != "VBD" or not _could_be_participle(token) or not is_verbal(token):
        return None
    if has_child(token, "aux", "auxpass", "mark", "advmod", *SUBJECTS, *COMPLEMENT) or token.lemma_ in COMPANY:
        return None
    noun = _noun_before(token)
    if noun is None or not any(a.i == token.head.i for a in ancestors(noun)) or noun.i < token.head.i:
        return None
    token.tag_ = "VBN"
    return (noun, "acl")


def _noun_before(token: Token) -> Token | None:
    """The noun whose phrase ends right before all that hangs on a token, or None."""
    edge = token.left_edge.i
    if edge == token.sent.start:
        return None
    before = token.doc[edge - 1]
    while before.dep_ in ("compound", "nummod", "nmod") and before.head.i < edge:
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN") else None


def _participle_after_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said at a ceremony in Lima attended by donors": with an agent and no subject it is said of the noun before it.

    Of a town only where that is no mere place of another noun.
    """
    if token.tag_ != "VBN" or not has_child(token, "agent") or token.i != token.left_edge.i or token.i < token.head.i:
        return None
    if has_child(token, "aux", "auxpass", "mark", *SUBJECTS, *OBJECTS) or next_to(token, -1).is_punct:
        return None
    noun = _noun_before(token)
    if noun is not None and noun.ent_type_ == "GPE" and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return (noun, "acl") if noun is not None and noun.i > token.head.i else None


def _infinitive_of_last(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a preview of the new wing, to be opened in May": it is the wing that is to be opened; events are to be held."""
    if token.dep_ not in ("acl", "relcl") or not is_infinitive(token) or child(token, "auxpass") is None:
        return None
    edge, noun = token.left_edge.i, token.head
    if edge < 2 or token.doc[edge - 1].text != "," or noun.i in lexicon.events or noun.i in lexicon.animate:
        return None
    last = token.doc[edge - 2]
    within = last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.i == noun.i
    return (last, token.dep_) if within and last.pos_ in ("NOUN", "PROPN") else None


def _year_of_name(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the 1998 contested leadership vote": between "the" with a year and a noun, a participle describes the noun."""
    article = child(token, "det")
    if token.tag_ != "CD" or len(token.text) != 4 or article is None or token.i + 1 >= len(token.doc):
        return None
    participle, preposition = next_to(token), token.head
    if participle.tag_ not in ("VBN", "VBD") or has_child(participle, "aux", "auxpass", "mark", "prep", *SUBJECTS):
        return None
    noun = child(participle, *OBJECTS)
    if noun is None or has_child(noun, "det", "poss") or noun.left_edge.i not in (participle.i + 1, noun.i):
        return None
    attach(noun, preposition, token.dep_)
    attach(participle, noun, "amod")
    participle.tag_, participle.pos_ = "JJ", "ADJ"
    attach(article, noun, "det")
    return (noun, "nummod")


PARTICIPLES: Mapping[str, tuple[Repair, ...]] = {
    "conj": (
        _passive_conjunct,
        _addressed_conjunct,
    ),
    "advcl": (_subjectless_past,),
    "ccomp": (_participle_after_noun,),
    "acl": (_infinitive_of_last,),
    "relcl": (_infinitive_of_last,),
    "pobj": (_year_of_name,),
}
