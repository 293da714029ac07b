"""Which verb is the main one and who is its subject, where the parser hangs the two on something else."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, QUOTES, SUBJECTS, attach, child, children, has_child, is_verbal

DASHES = frozenset({"-", "--", "–", "—"})

CLAUSE_ONLY = frozenset({"argue", "believe", "claim", "hope", "insist", "know", "say", "suspect", "think", "warn"})
"""Verbs after which a clause is likelier than an object."""

PAIRING = frozenset({"agree", "clash", "fight", "meet", "negotiate", "sit", "speak", "talk", "work"})
"""Verbs whose "with" names who else does it: "met with the minister wearing a hat"."""


def _main_after_relative(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The quake, whose centre was near Lima, hit at two (and was felt in Quito)": after an aside comes the main verb.

    It is the sentence's verb where there is no other, or the first of two where only "and" parts it from the other.
    """
    noun = token.head
    if token.tag_ not in ("VBD", "VBN") or not _is_after_aside(token):
        return None
    if has_child(token, "agent", "auxpass", "mark", *SUBJECTS):
        return None
    if noun.dep_ == "ROOT" and not is_verbal(noun) and token.sent[-1].tag_ == ".":
        token.tag_ = "VBD"
        attach(token, token, "ROOT")
        attach(noun, token, "nsubj")
        return None
    verb = noun.head
    joined = next((c for c in children(noun, "cc") if c.i > token.i), None)
    if joined is None or noun.dep_ not in ("nsubj", "nsubjpass") or verb.i < token.i:
        return None
    between = token.doc[joined.i + 1 : verb.i]
    if child(noun, "conj") is not None or any(t.dep_ not in ("aux", "auxpass", "neg", "advmod") for t in between):
        return None
    attach(joined, verb, "cc")
    token.tag_ = "VBD"
    return (verb, "conj")


def _is_after_aside(token: Token) -> bool:
    """Whether a relative clause between two commas stands between a noun and this verb."""
    edge, doc = token.left_edge.i, token.doc
    aside = next((c for c in children(token.head, "relcl") if c.i < token.i), None)
    if aside is None or doc[edge - 1].text != "," or aside.right_edge.i + 1 < edge - 1:
        return False
    return bool(doc[aside.left_edge.i - 1].text == ",")


def _headline_after_relative(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Chemist who helped explain ozone hole dies at 91": in a headline the last verb is that of the first noun."""
    above, noun, last = token.head, token.sent.root, token.sent[-1]
    subject = child(token, "nsubj")
    if token.tag_ != "VBZ" or subject is None or last.tag_ == "." or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    aside = child(noun, "relcl")
    if aside is None or has_child(noun, "det") or not aside.i <= above.i < subject.i < token.i:
        return None
    if above.lemma_ in CLAUSE_ONLY or has_child(above, *OBJECTS) or has_child(token, "mark", "aux"):
        return None
    attach(subject, above, "dobj")
    attach(token, token, "ROOT")
    attach(noun, token, "nsubj")
    return None


def _absolute_with(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The match ended with England winning": who stands after "with" does what the participle says."""
    verb, edge = token.head, token.left_edge.i
    if token.tag_ != "VBG" or has_child(token, "mark", *SUBJECTS) or verb.lemma_ in PAIRING | lexicon.speech:
        return None
    for preposition in children(verb, "prep"):
        noun = child(preposition, "pobj") if preposition.lower_ == "with" else None
        if noun is not None and noun.right_edge.i + 1 == edge and (noun.i in lexicon.animate or noun.pos_ == "PROPN"):
            attach(noun, token, "nsubj")
            return (preposition, "pcomp")
    return None


def _subject_before_quote(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said that after a week in Rome, Hall "walked into the bank"": a quotation opens with the verb of who stands
    before its mark.
    """
    doc, after, edge = token.doc, token.right_edge.i + 1, token.left_edge.i
    if edge == 0 or after + 1 >= len(doc) or doc[after].text not in QUOTES or doc[edge - 1].text != ",":
        return None
    verb = doc[after + 1]
    if token.pos_ not in ("NOUN", "PROPN") or verb.tag_ not in ("VBD", "VBZ") or not is_verbal(verb):
        return None
    if token.dep_ == "conj" and has_child(token.head, "cc"):
        return None
    return (verb, "nsubj") if verb.dep_ in ("ccomp", "ROOT") and not has_child(verb, *SUBJECTS) else None


def _done_to_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "three drugs, one of them developed by the university": a participle with an agent is said of whom it is done
    to.
    """
    verb = token.head
    if verb.tag_ != "VBN" or not has_child(verb, "agent") or has_child(verb, "aux", "auxpass", *OBJECTS):
        return None
    return (verb, "nsubjpass") if verb.dep_ in ("relcl", "acl", "advcl") and token.i < verb.i else None


def _before_dash(token: Token, lexicon: Lexicon) -> Head | None:
    """ "make sure people who eat a lot - we all know one - do not": what a dash parts from a subject is none of its
    verb's.
    """
    verb = token.head
    nearer = next((s for s in children(verb, *SUBJECTS) if token.i < s.i < verb.i), None)
    if nearer is None or token.doc[nearer.left_edge.i - 1].text not in DASHES or has_child(token, "conj"):
        return None
    if not token.doc[nearer.left_edge.i - 1].whitespace_:
        return None
    if verb.dep_ == "ccomp" and not has_child(verb, "mark"):
        attach(verb, verb.head, "parataxis")
    return (verb, "meta")


MAIN_VERBS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_main_after_relative,),
    "ccomp": (_headline_after_relative,),
    "advcl": (_absolute_with,),
    "conj": (_subject_before_quote,),
    "appos": (_subject_before_quote,),
    "nsubj": (_done_to_subject, _before_dash),
    "nsubjpass": (_before_dash,),
}
"""By the label of the token that they may move."""
