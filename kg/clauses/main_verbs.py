"""Which verb is the main one and who is its subject, where the parser hangs the two on something else."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, QUOTES, SUBJECTS, attach, child, children, has_child, is_verbal, next_to

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


def _main_after_whose(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The mayor, whose term was to end in May, was replaced": "whose" opens an aside, the verb after it is the main
    one.
    """
    aside = token.head
    owned = next((s for s in children(aside, "nsubj", "nsubjpass") if token.i < s.i < aside.i), None)
    if aside.dep_ != "ROOT" or owned is None or not any(c.tag_ == "WP$" for c in children(owned, "poss")):
        return None
    main = next((c for c in children(aside, "conj", "advcl", "ccomp") if _is_main_after(c, aside)), None)
    if main is None:
        return None
    attach(main, main, "ROOT")
    attach(token, main, "nsubjpass" if has_child(main, "auxpass") else "nsubj")
    for mark in [c for c in children(aside, "punct") if c.i > main.i]:
        attach(mark, main, "punct")
    attach(aside, token, "relcl")
    return None


def _is_main_after(verb: Token, aside: Token) -> bool:
    """Whether a verb with a tense and no subject of its own stands behind an aside and its comma."""
    tensed = verb.tag_ in ("VBD", "VBZ", "VBP") or has_child(verb, "aux", "auxpass")
    edge = verb.left_edge
    comma = edge if edge.text == "," else next_to(edge, -1)
    return tensed and verb.i > aside.i and comma.text == "," and not has_child(verb, "mark", *SUBJECTS)


def _main_after_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The player, seeded 10th, beat Lee": of two pasts that no "and" joins, the first is a participle."""
    first = token.head
    subject = child(first, "nsubj")
    if first.dep_ != "ROOT" or token.tag_ != "VBD" or subject is None or not first.lower_.endswith("ed"):
        return None
    commas = token.doc[token.left_edge.i - 1].text == "," == token.doc[first.i - 1].text
    if not commas or not first.i - 3 < subject.right_edge.i < first.i or has_child(first, "cc", "aux", "auxpass"):
        return None
    if has_child(token, "aux", "mark", *SUBJECTS) or len(children(first, "conj")) != 1 or first.i > token.i:
        return None
    attach(token, token, "ROOT")
    attach(subject, token, "nsubj")
    for mark in [c for c in children(first, "punct") if c.i > token.i]:
        attach(mark, token, "punct")
    attach(first, subject, "acl")
    first.tag_ = "VBN"
    return None


def _listed_clause(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Ten voted for the plan, two voted against": only what one says or thinks has its clause before it."""
    verb = token.head
    says = verb.lemma_.lower() in lexicon.speech | CLAUSE_ONLY | {"be"}
    if says or not lexicon.speech or token.i > verb.i or has_child(token, "mark", "aux"):
        return None
    subject = child(verb, "nsubj")
    if token.tag_ not in ("VBD", "VBZ", "VBP") or not has_child(token, "nsubj") or subject is None:
        return None
    between = [t.text for t in token.doc[token.i + 1 : verb.i]]
    alike = token.lemma_ == verb.lemma_ and "," in between
    return (verb, "parataxis") if alike and not any(t in QUOTES for t in between) else None


def _nearest_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "cancelled 45 flights and 39 trains and most of the taxis stayed off": a noun between "and" and a verb with a
    tense is the subject of that verb, no object of the one before.
    """
    verb, start = token.head, token.left_edge.i
    if token.tag_ not in ("VBD", "VBZ", "VBP") or has_child(token, "cc", "mark", *SUBJECTS) or not is_verbal(verb):
        return None
    if token.i < verb.i or start - 1 <= verb.i or token.doc[start - 1].dep_ in ("cc", "punct"):
        return None
    noun = token.doc[start - 1]
    while noun.dep_ != "conj" and verb.i < noun.head.i < start and not is_verbal(noun.head):
        noun = noun.head
    conjunction = token.doc[noun.left_edge.i - 1]
    if noun.dep_ != "conj" or is_verbal(noun) or noun.right_edge.i != start - 1:
        return None
    if conjunction.dep_ != "cc" or child(verb, "cc") is not None:
        return None
    attach(noun, token, "nsubj")
    attach(conjunction, verb, "cc")
    return None


def _beside_verb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "told reporters where staff had applauded and embraced": of two verbs that only "and" parts the one goes on the
    other.
    """
    conjunction = next_to(token, -1)
    before, verb = next_to(token, -2), token.head
    if conjunction.lower_ not in ("and", "or") or not is_verbal(before) or before.i == verb.i or verb.i > before.i:
        return None
    perfect = before.tag_ == "VBN" and any(c.lemma_ == "have" for c in children(before, "aux"))
    alike = token.tag_ == before.tag_ or (perfect and token.tag_ == "VBD")
    if not alike or not is_verbal(token) or has_child(token, "aux", "auxpass", "mark", *SUBJECTS):
        return None
    if has_child(before, "cc", "conj") or before.dep_ not in ("advcl", "relcl") or conjunction.head.i == before.i:
        return None
    attach(conjunction, before, "cc")
    token.tag_ = before.tag_
    return (before, "conj")


def _for_or_against(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Two voted against and one abstained": with no noun it is part of the verb."""
    verb = token.head
    votes = verb.lemma_.lower() in ("vote", "speak", "argue", "campaign") and token.i == verb.i + 1
    left = token.lower_ in ("for", "against") and not has_child(token) and verb.dep_ not in ("relcl", "xcomp")
    return (verb, "prt") if votes and left else None


def _infinitive_before_main(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The list of people to be sent back is not ready": the infinitive tells which people; the list is not ready."""
    subject = child(token, "nsubj", "nsubjpass")
    to = next((c for c in children(token, "aux") if c.lower_ == "to"), None)
    if subject is None or to is None or subject.i > to.i or has_child(token, "mark") or token.i > token.head.i:
        return None
    noun = token.doc[to.i - 1]
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or has_child(token.head, "nsubj", "nsubjpass"):
        return None
    attach(subject, token.head, "nsubj")
    return (noun, "acl")


MAIN_VERBS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_main_after_relative,),
    "ccomp": (_headline_after_relative, _listed_clause),
    "advcl": (_absolute_with,),
    "conj": (_main_after_participle, _subject_before_quote, _beside_verb, _nearest_subject),
    "prep": (_for_or_against,),
    "csubj": (_infinitive_before_main,),
    "appos": (_subject_before_quote,),
    "nsubj": (_main_after_whose, _done_to_subject, _before_dash),
    "nsubjpass": (_main_after_whose, _before_dash),
}
"""By the label of the token that they may move."""
