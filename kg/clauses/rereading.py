"""Words that the parser took for something else: what they are read as before clauses are read.

Each is a repair like those of `kg.clauses.repairs`; some change more than the link of the token they are asked about.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    SUBJECTS,
    attach,
    child,
    children,
    conjuncts,
    has_child,
    inside,
    is_infinitive,
    is_verbal,
    next_to,
)
from kg.clauses.words import BARE, CHANGING, CONTENT, GIVING, NAMING, UNDERTAKINGS, UNITS

BREAKS = frozenset({";", ":", "—", "–", "--", "-"})
"""Marks between two clauses of which neither is part of the other."""

DIRECTIONS = frozenset({"apart", "aside", "away", "back", "down", "forward", "off", "out", "over", "up"})
"""Adverbs that are one word with the verb or its object before them ("pushed back", "took six months off")."""

BECOMING = {
    "fall": frozenset({"asleep", "ill", "pregnant", "sick", "silent", "unconscious", "short"}),
    "go": frozenset({"bankrupt", "missing", "unpunished", "wild", "wrong"}),
    "run": frozenset({"contrary", "counter", "low", "short"}),
    "turn": frozenset({"violent", "sour", "nasty", "deadly"}),
}
"""Verbs with words that say what their subject becomes."""

RETURNING = frozenset({"away", "back", "forward"})
"""Those whose phrase is the verb's: "goes back to a complaint"; "up to" and "out of" are one preposition."""

WHEN_CLAUSE = frozenset({"after", "as", "before", "since", "until"})
"""Prepositions that are conjunctions too."""


def _clause_beside(token: Token, lexicon: Lexicon) -> Head | None:
    """ "It was a milestone: the first plane landed": a clause before a colon or semicolon is no part of the next.

    A comma does the same where the verb after it is none of saying, and nothing is quoted ("Ask early, seats sell").
    """
    verb = token.head
    if token.dep_ != "ccomp" or token.i > verb.i or child(token, *SUBJECTS) is None or child(token, "mark"):
        return None
    start = min([verb.i, *(c.left_edge.i for c in verb.children if c.i > token.right_edge.i and c.dep_ in SUBJECTS)])
    between = [t.text for t in token.doc[token.i + 1 : start]]
    said = verb.lemma_.lower() in lexicon.speech or any(t in ('"', "”", "''", "’") for t in between)
    if lexicon.speech and any(t in BREAKS for t in between[-3:]) and not said:
        return (verb, "parataxis")
    return None


def _subject_after_as(token: Token, lexicon: Lexicon) -> Head | None:
    """ "It was chosen as its date matches": what stands between "as" and a finite verb is the verb's subject."""
    if token.dep_ != "advcl" or token.tag_ not in FINITE_TAGS or child(token, "mark", *SUBJECTS) is not None:
        return None
    conjunction = next((p for p in children(token.head, "prep") if p.lower_ == "as" and p.i < token.i), None)
    noun = child(conjunction, "pobj") if conjunction is not None else None
    if conjunction is None or noun is None or noun.right_edge.i + 1 != token.left_edge.i:
        return None
    if token.doc[token.left_edge.i - 1].is_punct:
        return None
    attach(conjunction, token, "mark")
    attach(noun, token, "nsubj")
    return None


def _clause_after_as(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The news comes as its parent, Acme, starts to sell": the clause with "as" tells when the other is.

    The clause before becomes the main one; the noun after "as" the subject, renamed by the one before the verb.
    """
    verb = token.head
    if token.dep_ != "ccomp" or verb.dep_ != "ROOT" or token.i > verb.i or child(token, *SUBJECTS) is None:
        return None
    conjunction, subject = next_to(token), child(verb, "nsubj")
    noun = child(conjunction, "pobj") if conjunction.lower_ == "as" and conjunction.head.i == token.i else None
    if noun is None or subject is None or subject.left_edge.i != noun.right_edge.i + 2:
        return None
    attach(token, token, "ROOT")
    attach(verb, token, "advcl")
    attach(conjunction, verb, "mark")
    attach(subject, noun, "appos")
    attach(noun, verb, "nsubj")
    return None


def _noun_as_verb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Spotlight integrates search": after a verb that takes no bare verb, a bare verb is its object."""
    verb = token.head
    if token.dep_ not in ("xcomp", "ccomp") or token.tag_ not in ("VB", "VBP") or verb.i + 1 != token.i:
        return None
    if child(token, "aux", "mark", *SUBJECTS, *OBJECTS) is not None or verb.lemma_ in BARE or child(verb, *OBJECTS):
        return None
    if not is_verbal(verb) or verb.lemma_.lower() in {"be", *lexicon.speech}:
        return None
    token.tag_, token.pos_ = "NN", "NOUN"
    return (verb, "dobj")


def _measure_as_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "deployed two months", "located 8 km away": beside a passive a measure is no object."""
    verb = token.head
    counted = child(token, "nummod", "amod", "quantmod", "det") is not None
    passive = verb.tag_ == "VBN" and (child(verb, "auxpass") is not None or child(verb, "aux", *SUBJECTS) is None)
    return (verb, "npadvmod") if token.dep_ in OBJECTS and token.lemma_ in UNITS and counted and passive else None


def _recipient(token: Token, lexicon: Lexicon) -> Head | None:
    """ "deliver the enemy a defeat": of two objects side by side the first is who gets it."""
    if token.dep_ != "dobj" or token.i < token.head.i or token.head.lemma_ not in GIVING:
        return None
    second = next((c for c in children(token.head, "dobj") if c.i > token.i), None)
    return (token.head, "dative") if second is not None and _is_adjacent(token, second) else None


def _is_adjacent(first: Token, second: Token) -> bool:
    between = first.doc[first.i + 1 : second.i]
    return first.right_edge.i + 1 == second.left_edge.i and not any(t.is_punct and not t.is_quote for t in between)


def _late_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "forced Acme to cut its prices, the region's highest": a second object after a comma only renames or goes on.

    It goes on the list of the verb before it ("hit a house and destroyed a car, two carts, ..."), else it renames the
    noun before the comma.
    """
    verb = token.head
    edge = token.left_edge.i
    if token.dep_ != "dobj" or token.doc[edge - 1].text != "," or child(verb, *OBJECTS) == token:
        return None
    nearer = next((v for v in children(verb, "conj") if verb.i < v.i < token.i and is_verbal(v)), None)
    if nearer is not None:
        first = child(nearer, *OBJECTS)
        return (first, "conj") if first is not None else None
    before = first = token.doc[edge - 2]
    while first.dep_ == "conj":
        first = first.head
    below = first.i in set(inside(verb)) and first.dep_ in ("pobj", "dobj") and first.head.i != verb.i
    if not below or before.pos_ not in ("NOUN", "PROPN"):
        return None
    several = first.i != before.i and token.tag_ in ("NNS", "NNPS")
    return (first, "meta") if several else (before, "appos")  # "Lima and Cusco, the two towns" is neither of them


def _what_is_hoped(token: Token, lexicon: Lexicon) -> Head | None:
    """ "hopes that sales will grow": nobody hops that, whatever the parser's lemma."""
    if token.head.lemma_ == "hop" and token.head.lower_.startswith("hope"):
        token.head.lemma_ = "hope"
    return None


def _what_it_is_called(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the offer, which it called an insult": beside "which" the noun after such a verb is what that is called."""
    verb = token.head
    pronoun = next((o for o in children(verb, *OBJECTS) if o.tag_ in ("WDT", "WP") and o.i < verb.i), None)
    if pronoun is None or verb.lemma_.lower() not in NAMING - {"fine"} or token.i < verb.i:
        return None
    return (verb, "oprd")


def _particle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "pushed back", "took six months off": an adverb of direction at its verb or after the object is its particle."""
    verb = token.head
    if token.dep_ != "advmod" or token.lower_ not in DIRECTIONS or not is_verbal(verb) or child(verb, "prt"):
        return None
    before = token.i - 1
    measured = [c for c in children(verb, *OBJECTS) if c.right_edge.i == before]
    from_it = token.lower_ in ("apart", "aside") and next_to(token).lower_ == "from"
    if from_it or child(token, "pcomp", "npadvmod", "advmod") is not None or not (before == verb.i or measured):
        return None
    phrases = children(token, "prep")
    if phrases and (token.lower_ not in RETURNING or verb.lemma_ == "be"):
        return None
    for phrase in phrases:
        attach(phrase, verb, "prep")
    return (verb, "prt")


def _infinitive_of_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "focused on the campaign to end hunger": right after a noun of undertaking an infinitive belongs to it."""
    if token.dep_ not in ("xcomp", "advcl") or not is_infinitive(token):
        return None
    noun = token.doc[token.left_edge.i - 1]
    if noun.dep_ != "pobj" or noun.lemma_ not in UNDERTAKINGS | {"effort", "plan", "bid", "struggle", "ability"}:
        return None
    return (noun, "acl")


def _content_of_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the statement that God guides": the clause is what the noun says, and "that" no object."""
    that = next((c for c in children(token, *OBJECTS) if c.lower_ == "that" and c.tag_ == "IN"), None)
    if token.dep_ != "relcl" or that is None or token.head.lemma_ not in CONTENT:
        return None
    attach(that, token, "mark")
    return (token.head, "acl")


def _aged(token: Token, lexicon: Lexicon) -> Head | None:
    """ "dies aged 56": how old, not what."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.dep_ not in ("acomp", "oprd", "dobj") or token.lower_ != "aged" or after.tag_ != "CD":
        return None
    return (token.head, "advmod")


def _small_clause(token: Token, lexicon: Lexicon) -> Head | None:
    """ "makes the job harder", "made it clear that": an adjective says what its subject is made; "it" is nobody."""
    verb, subject = token.head, child(token, "nsubj")
    if token.dep_ != "ccomp" or token.pos_ != "ADJ" or verb.lemma_ not in CHANGING or subject is None:
        return None
    if has_child(token, "cop", "aux", "mark") or not verb.i < subject.i < token.i or has_child(verb, *OBJECTS):
        return None
    content = child(token, "ccomp", "advcl")
    if subject.lower_ != "it" or content is None:
        for other in children(token, "conj"):  # "and theirs worse": a second such pair is left untold
            for part in children(other, "nsubj"):
                attach(part, other, "nmod")
                attach(other, verb, "meta")
        attach(subject, verb, "dobj")
        return (verb, "oprd")
    attach(subject, verb, "expl_it")
    attach(content, verb, "ccomp")
    return (verb, "prt")


def _headline_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Parents prosecuted after son missed school": in a headline the participle is the main verb."""
    subject = child(token, "nsubj")
    participle = child(subject, "acl") if subject is not None else None
    if subject is None or participle is None or participle.tag_ != "VBN" or token.sent[-1].tag_ == ".":
        return None
    conjunction = next((p for p in children(participle, "prep") if p.lower_ in WHEN_CLAUSE), None)
    noun = child(conjunction, "pobj") if conjunction is not None else None
    if conjunction is None or noun is None or noun.right_edge.i + 1 != token.i or has_child(token, "aux"):
        return None
    attach(participle, participle, "ROOT")
    attach(token, participle, "advcl")
    attach(subject, participle, "nsubjpass")
    attach(conjunction, token, "mark")
    attach(noun, token, "nsubj")
    return None


def _hyphenated_adverb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "made in-house": a preposition joined to its noun by a hyphen says how; the noun fills no slot."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    joined = after.text == "-" and not token.whitespace_ and not after.whitespace_
    return (token.head, "advmod") if token.tag_ == "IN" and joined and after.i != token.i else None


def _based_body(token: Token, lexicon: Lexicon) -> Head | None:
    """ "chose Oslo based Acme": a name after a place and "based" is what is meant, the place only where it is."""
    place = token.doc[token.i - 1] if token.i else token
    if token.lower_ != "based" or place.ent_type_ not in ("GPE", "LOC") or place.dep_ not in (*OBJECTS, "pobj"):
        return None
    name = child(token, "dobj", "pobj", "oprd")
    if name is None or name.left_edge.i != token.i + 1 or token.head.i not in (place.i, place.head.i):
        return None
    attach(name, place.head, place.dep_)
    attach(place, token, "npadvmod")
    return (name, "amod")


def _title_of_person(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The founder and former head of Acme NAME resigned": a title right before a name is no second subject."""
    name = next((s for s in children(token.head, *SUBJECTS) if s.i > token.i), None)
    if name is None or name.i not in lexicon.people or name.pos_ != "PROPN" or token.i not in lexicon.people:
        return None
    return (name, "nmod") if token.pos_ == "NOUN" and _is_adjacent(token, name) else None


def _part_of_conjunct(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Acme and Bolt parent Core": of two items that nothing joins the first is part of the second's name."""
    if token.pos_ != "PROPN" or has_child(token) or token.i + 1 == len(token.doc) or next_to(token).pos_ != "PROPN":
        return None
    after = next((c for c in children(token.head, "conj") if c.i > token.i), None)
    if after is None or after.pos_ != "PROPN":
        return None
    return (after, "compound") if _is_adjacent(token, after) else None


def _modifiers_of_last(token: Token, lexicon: Lexicon) -> Head | None:
    """ "used attack, fighter and unmanned planes": where one item is a bare person, all before the first that is
    described modify it.
    """
    items = [token, *conjuncts(token)]
    described = next((k for k, t in enumerate(items) if has_child(t, "amod", "compound")), 0)
    items, later = items[: described + 1], items[described + 1 :]
    last = items[-1]
    if len(items) < 2 or any(t.tag_ != "NN" or has_child(t, "det", "amod") for t in items[:-1]):
        return None
    if last.i in lexicon.people or not has_child(last, "amod", "compound") or last.pos_ != "NOUN":
        return None
    if not any(t.i in lexicon.people for t in items[:-1]):
        return None
    attach(last, token.head, token.dep_)
    for item in items[:-1]:
        attach(item, last, "nmod")
    for item in later:
        if item.head in items[:-1]:
            attach(item, last, "conj")
    return None


def _what_one_becomes(token: Token, lexicon: Lexicon) -> Head | None:
    """ "fell ill", "went missing": what one is from then on, whatever its tag."""
    verb = token.head
    return (verb, "acomp") if token.lower_ in BECOMING.get(verb.lemma_.lower(), ()) and token.i == verb.i + 1 else None


REREADINGS: Mapping[str, tuple[Repair, ...]] = {
    "ccomp": (_what_is_hoped, _clause_beside, _clause_after_as, _noun_as_verb, _small_clause),
    "advcl": (_subject_after_as, _infinitive_of_noun),
    "xcomp": (_what_is_hoped, _noun_as_verb, _infinitive_of_noun),
    "dobj": (_what_it_is_called, _modifiers_of_last, _measure_as_object, _recipient, _late_object, _aged),
    "pobj": (_modifiers_of_last,),
    "advmod": (_what_one_becomes, _particle),
    "relcl": (_content_of_noun,),
    "conj": (_part_of_conjunct,),
    "acomp": (_aged,),
    "oprd": (_aged,),
    "nsubj": (_title_of_person,),
    "ROOT": (_headline_participle,),
    "prep": (_hyphenated_adverb, _based_body),
    "acl": (_based_body,),
}
