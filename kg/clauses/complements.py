"""Infinitives, participles and names beside an object, which the parser makes part of its phrase."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    SUBJECTS,
    ancestors,
    attach,
    child,
    children,
    conjuncts,
    has_child,
    is_infinitive,
    is_verbal,
)
from kg.clauses.words import CHOOSING, CLAIMS, CONTENT, NAMING, OFTEN_ALONE

RAISING = frozenset({
    "allow", "ask", "cause", "compel", "enable", "encourage", "expect", "force", "instruct", "invite", "oblige",
    "order", "permit", "persuade", "require", "tell", "urge", "want",
})  # fmt: skip
"""Verbs whose object is who or what is to do something: "expect three cases to reach the courts"."""

LEAVING = frozenset({"get", "keep", "leave", "send", "set"})
"""Verbs whose object is brought to do what a participle after it says: "left families eating grass"."""

HEADING = frozenset({"base", "chair", "command", "control", "found", "head", "lead", "locate", "own", "run"})
"""Verbs whose participle after a comma describes the one noun before it: "the group and the army, headed by X"."""

CHARGING = frozenset({"charge", "credit", "equip", "present", "provide", "reward", "supply"})
"""Verbs that tell with "with" what somebody is charged with or given."""

VOICING = frozenset({
    "accuse", "blame", "brand", "call", "condemn", "criticise", "criticize", "denounce", "describe", "dismiss", "dub",
    "hail", "label", "praise", "reject", "slam", "thank", "uphold",
})  # fmt: skip
"""Verbs of judging in words: after what is said, it is the speaker who judges."""


MINDING = frozenset({"believe", "doubt", "expect", "fear", "hope", "question", "suspect", "think"})
"""Verbs of what somebody thinks, who argues so too: "they doubt that it will pay, arguing it came too late"."""

REGARDING = frozenset({"deem", "describe", "judge", "paint", "perceive", "portray", "regard", "see", "view"})
"""Verbs that tell with "as" what something is held to be."""


REASONING = frozenset({"add", "argue", "cite", "claim", "explain", "insist", "note", "say", "state", "stress", "warn"})
"""Verbs of what somebody gives as a reason for what is asked or ordered."""


def _infinitive_of_raised(token: Token, lexicon: Lexicon) -> Head | None:
    """ "expect three cases to reach the courts": what the cases are to do is what is expected."""
    noun = token.head
    verb = noun.head
    if token.tag_ != "VB" or not is_infinitive(token) or noun.dep_ not in OBJECTS or child(token, *SUBJECTS):
        return None
    fits = verb.lemma_ in RAISING and noun.i < token.i and child(verb, "ccomp", "xcomp") is None
    return (verb, "xcomp") if fits else None


def _brought_to(token: Token, lexicon: Lexicon) -> Head | None:
    """ "left some families eating grass in an attempt to survive": it is they who eat, and where or how they do."""
    noun = token.head
    verb = noun.head
    if token.tag_ != "VBG" or noun.dep_ != "dobj" or verb.lemma_ not in LEAVING or token.left_edge.i != noun.i + 1:
        return None
    for later in [p for p in children(verb, "prep") if p.i > token.right_edge.i]:
        attach(later, token, "prep")
    attach(noun, token, "nsubj")
    attach(token, verb, "ccomp")
    return None


def _of_last_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the group and the army, headed by the general": of the two the nearer is headed by him."""
    edge, others = token.left_edge.i, conjuncts(token.head)
    if token.tag_ not in ("VBN", "VBD") or token.lemma_.lower() not in HEADING or not others or edge < 2:
        return None
    last = others[-1]
    return (last, "acl") if last.right_edge.i == edge - 2 and token.doc[edge - 1].text == "," else None


def _relative_below(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Talks that both had hoped to restart": "that" is what was to be restarted."""
    inner, subject, noun = child(token, "xcomp"), child(token, *SUBJECTS), token.head.lemma_.lower()
    that = child(inner, *OBJECTS) if inner is not None else None
    if inner is not None and that is None and _lacks_object(inner) and token.lemma_ != "be":
        that = child(token, "mark") if not has_child(token, *OBJECTS) else None
    if that is None or that.lower_ != "that" or subject is None or that.i > subject.i or is_verbal(token.head):
        return None
    if that.dep_ == "mark" and (noun in CONTENT | CLAIMS | lexicon.speech or that.i != token.head.i + 1):
        return None
    attach(that, token, "mark")
    return (token.head, "relcl")


def _lacks_object(verb: Token) -> bool:
    """Whether an infinitive that takes an object has none."""
    needs = verb.tag_ == "VB" and verb.lemma_.lower() not in OFTEN_ALONE and not has_child(verb, "auxpass")
    return needs and not has_child(verb, *OBJECTS, "attr", "acomp", "ccomp", "xcomp")


def _seen_as(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a supplier it sees as key to its plan": what one is held to be is an adjective too."""
    verb, quality = token.head, child(token, "amod", "acomp")
    if token.lower_ != "as" or not is_verbal(verb) or quality is None or quality.pos_ != "ADJ" or quality.i < token.i:
        return None
    if verb.lemma_.lower() not in REGARDING or has_child(token, "pobj", "pcomp"):
        return None
    attach(quality, verb, "oprd")
    return (quality, "mark")


def _judged_by_speaker(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Meta said it would appeal, calling the ruling wrong": who says so calls it that, and so does who orders it."""
    edge = token.left_edge.i
    if token.tag_ != "VBG" or token.lemma_ not in lexicon.speech | VOICING or token.doc[edge - 1].text != ",":
        return None
    governing = {"ccomp": lexicon.speech | MINDING, "xcomp": RAISING | CHOOSING}
    said = next((a for a in ancestors(token) if a.head.lemma_ in governing.get(a.dep_, ())), None)
    if said is not None and said.dep_ == "xcomp" and token.lemma_ not in VOICING | REASONING:
        return None  # "requires members to sign, agreeing to work": it is they who agree
    finite = said is not None and (said.head.tag_ in FINITE_TAGS or child(said.head, "aux") is not None)
    return (said.head, "advcl") if said is not None and finite and said.head.i < said.i else None


def _name_of_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "defeated debutants Panama": the name after a bare noun is who is meant."""
    before = token.doc[token.left_edge.i - 1]
    if token.dep_ != "npadvmod" or token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "ORG", "PERSON"):
        return None
    if before.dep_ not in OBJECTS or before.head.i != token.head.i or before.pos_ != "NOUN" or child(before, "det"):
        return None
    attach(before, token, "nmod")
    return (token.head, "dobj")


def _called(token: Token, lexicon: Lexicon) -> Head | None:
    """ "had called the venture undervalued": what it is called, by them alone."""
    noun = token.head
    verb = noun.head
    judged = noun.dep_ in OBJECTS and verb.lemma_.lower() in NAMING and token.i == noun.i + 1
    alone = token.tag_ in ("VBN", "VBD") and not has_child(token)
    return (verb, "oprd") if judged and alone else None


def _charged_with(token: Token, lexicon: Lexicon) -> Head | None:
    """ "charged an aide to the senator with spying": what one is charged with, whoever else is named between."""
    if token.lower_ != "with" or token.head.i not in lexicon.animate:
        return None
    verb = next((a for a in ancestors(token.head) if is_verbal(a)), None)
    if verb is None or verb.lemma_ not in CHARGING or child(verb, *OBJECTS, "nsubjpass") is None:
        return None
    return (verb, "prep") if verb.i < token.i else None


COMPLEMENTS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_called, _of_last_noun, _relative_below, _infinitive_of_raised, _brought_to),
    "relcl": (_infinitive_of_raised,),
    "advcl": (_judged_by_speaker,),
    "npadvmod": (_name_of_object,),
    "prep": (_charged_with, _seen_as),
}
