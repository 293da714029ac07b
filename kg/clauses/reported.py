"""Clauses beside what somebody reports: which of them are told by whom, and which time is that of the telling.

Each is a repair like those of `kg.clauses.repairs`.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, SUBJECTS, attach, child, children, is_infinitive, is_verbal, next_to, subtree
from kg.clauses.words import INTRANSITIVE

QUOTES = frozenset({'"', "”", "“", "''", "``", "’"})

BARE_TAGS = frozenset({"VB", "VBG"})
"""Forms that are no finite verb; the tagger takes many a one of a headline for a noun ("president promises help")."""

TIMES = frozenset({"DATE", "TIME"})

SAID_AT = frozenset({"in", "on", "at", "during", "late", "early"})
"""Prepositions of when something is said; "said by 2050 it would" dates what is said."""

TO_COME = frozenset({"next", "coming", "upcoming", "tomorrow"})

TOLD_IN = frozenset({"at", "before", "during", "in", "on", "over", "through", "via"})
"""Prepositions of where and when something is said, before what is said."""


def _clause_before_own(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The army takes the palace, rebels vow to fight on": who says something else does not tell what goes before.

    Nor does who comes after a semicolon ("The talks failed; without them, the country may split").
    """
    verb = token.head
    if token.i > verb.i or child(token, *SUBJECTS) is None or child(token, "mark") is not None:
        return None
    between = [t.text for t in token.doc[token.i + 1 : verb.i]]
    if any(text in QUOTES for text in between):
        return None
    subject = child(verb, *SUBJECTS)
    says = verb.lemma_.lower() in lexicon.speech
    told = says and subject is not None and token.doc[subject.left_edge.i - 1].text == ";"  # "...; officials said"
    parted = ";" in between and not told
    if token.dep_ == "advcl":
        parted = parted and child(token, "aux", "auxpass") is not None and token.left_edge.tag_ != "WRB"
    else:
        parted = parted or ("," in between and _has_own_content(verb, lexicon))
    return (verb, "parataxis") if parted else None


def _has_own_content(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a finite verb goes on with an infinitive, or an object that is no one told: "vow to fight", "offer help".

    One of speech may be what goes on ("he was quoted to say"): then it is that which tells.
    """
    subject = child(verb, "nsubj")
    speaks = verb.tag_ not in BARE_TAGS and verb.lemma_.lower() in lexicon.speech
    if not speaks or subject is None or subject.i > verb.i:
        return False
    if any(c.left_edge.i == verb.i + 1 for c in children(verb, "ccomp")):
        return True
    for part in children(verb, "xcomp", "advcl"):
        if part.left_edge.i == verb.i + 1 and is_infinitive(part) and part.lemma_.lower() not in lexicon.speech:
            return True
    noun = child(verb, *OBJECTS)
    told = noun is None or noun.i in lexicon.animate or noun.ent_type_ in TIMES or noun.pos_ == "PRON"
    return not told and noun is not None and noun.left_edge.i == verb.i + 1


def _clause_after_own(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Storm destroys homes, government vows to rebuild": after a verb with its object and a comma, another clause."""
    verb, subject = token.head, child(token, "nsubj", "nsubjpass")
    if token.dep_ != "ccomp" or token.i < verb.i or child(token, "mark") is not None or token.tag_ in BARE_TAGS:
        return None
    if verb.lemma_.lower() in lexicon.speech or subject is None or token.doc[subject.left_edge.i - 1].text != ",":
        return None
    return (verb, "parataxis") if child(verb, "dobj") is not None and child(verb, "xcomp") is None else None


def _shared_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said its men had shot a drone and captured a depot": the participle shares the auxiliary of what is said."""
    verb = token.head
    bare = token.tag_ in ("VBD", "VBN") and child(token, "aux", "auxpass", "mark", *SUBJECTS) is None
    if token.dep_ != "conj" or not bare or verb.lemma_.lower() not in lexicon.speech:
        return None
    told = next((c for c in reversed(children(verb, "ccomp")) if verb.i < c.i < token.i), None)
    if told is None or not shares_report(token, told, verb, lexicon):
        return None
    if any(told.i < c.i < token.i for c in children(verb, "conj")):
        return None
    attach(token.doc[token.left_edge.i - 1], told, "cc")
    return (told, "conj")


def shares_report(token: Token, told: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a past form goes on with what `verb` reports: no comma, no verb of speech, and "had" to share."""
    if verb.lemma_.lower() not in lexicon.speech or token.lemma_.lower() in lexicon.speech:
        return False
    link = token.doc[token.left_edge.i - 1]
    doer = child(told, "nsubj")
    acts = doer is not None and (doer.i in lexicon.animate or doer.pos_ == "PRON")  # no dam evacuates anybody
    perfect = acts and any(c.lemma_ == "have" for c in children(told, "aux"))
    return perfect and link.lower_ in ("and", "or") and not next_to(link, -1).is_punct


def _time_of_saying(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said on Tuesday it would buy the firm": what stands between who says and what is said is when it is said.

    What lies ahead is no time of saying: "said by 2030 it would", "said next week it would".
    """
    noun = child(token, "pobj") if token.dep_ == "prep" else token
    if noun is None or noun.ent_type_ not in TIMES:
        return None
    ahead = token.lower_ == "by" or any(t.lower_ in TO_COME for t in subtree(noun))
    clause = child(token.head, "ccomp") if ahead else token.head
    if clause is None or clause.dep_ != "ccomp" or not _stands_before(token, clause):
        return None
    said = clause.head
    if said.lemma_.lower() not in lexicon.speech or not said.i < token.i or (ahead and said.tag_ != "VBD"):
        return None
    if not ahead and token.dep_ == "prep" and token.lower_ not in SAID_AT:
        return None
    bare = not any(t.is_punct or t.lower_ == "that" for t in token.doc[said.i + 1 : token.left_edge.i])
    return (clause if ahead else said, token.dep_) if bare else None


def content_of_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said in a statement that troops had left": with a subject of its own the clause is what is said."""
    noun, that = token.head, next((c for c in children(token) if c.lower_ == "that" and c.i < token.i), None)
    own = (c for c in children(token, "nsubj", "nsubjpass", "expl") if that is None or c.i != that.i)
    subject = next(own, None)
    if token.dep_ not in ("acl", "relcl", "ccomp") or noun.dep_ != "pobj" or that is None or subject is None:
        return None
    verb = noun.head.head
    if verb.lemma_ not in lexicon.speech or not is_verbal(verb):
        return None
    if that.dep_ in OBJECTS and token.lemma_.lower() not in INTRANSITIVE:
        return None  # "said in a letter that they signed"
    if child(verb, "ccomp") is not None or noun.head.lower_ not in TOLD_IN:
        return None
    attach(that, token, "mark")
    return (verb, "ccomp")


def _stands_before(token: Token, clause: Token) -> bool:
    """Whether a phrase stands right before the subject of a clause that no mark or comma parts from it."""
    subject = child(clause, *SUBJECTS)
    return subject is not None and token.right_edge.i + 1 == subject.left_edge.i


REPORTED: Mapping[str, tuple[Repair, ...]] = {
    "ccomp": (_clause_before_own, _clause_after_own),
    "advcl": (_clause_before_own,),
    "conj": (_shared_report,),
    "prep": (_time_of_saying,),
    "npadvmod": (_time_of_saying,),
}
