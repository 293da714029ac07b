"""Nouns after a comma that rename a whole clause, not the name or thing right before them; and compound titles."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import OBJECTS, ancestors, attach, child, children, has_child, is_verbal, next_to

OF_CLAUSES = frozenset({
    "blow", "change", "condition", "decision", "demand", "development", "enlargement", "expansion", "extension", "feat",
    "idea", "increase", "job", "measure", "milestone", "move", "outcome", "policy", "post", "practice", "prospect",
    "requirement", "result", "reversal", "rise", "role", "setback", "shift", "sign", "step", "task", "trend", "view",
})  # fmt: skip
"""Nouns that after a name tell what the clause before says, or what one does there: no other name of it."""

PLACES = frozenset({
    "borough", "capital", "city", "county", "country", "district", "island", "municipality", "port", "province",
    "region", "state", "suburb", "town", "village",
})  # fmt: skip

NAMED = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})
"""What the parser calls names of whom and where: no happening renames one."""

SINGLING = frozenset({"biggest", "deadliest", "first", "largest", "latest", "second", "such", "third", "worst"})
"""Words with which a noun tells which of many happenings one was: "the worst such disaster in a decade"."""


def _of_clause(token: Token, lexicon: Lexicon) -> Head | None:
    """ "lets Skopje join NATO, an enlargement that Russia opposes": a happening renames what happens, not a name.

    Nor whoever or whatever is no happening, where it is singled out of others ("killed ten people, the worst attack").
    """
    noun = token.head
    happens = token.i in lexicon.events or token.lemma_.lower() in OF_CLAUSES
    if not happens or noun.i in lexicon.events or token.pos_ != "NOUN" or token.i < noun.i:
        return None
    if token.doc[token.left_edge.i - 1].text != ",":
        return None
    named = noun.pos_ == "PROPN" and noun.ent_type_ in NAMED and has_child(token, "det")
    singled = any(c.lower_ in SINGLING for c in children(token, "amod")) and noun.dep_ in ("pobj", *OBJECTS)
    return _set_off(token) if named or singled else None


def _of_place(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Petrov, a former mayor of Bergen, the second city, spoke": a town renames the place before it, nobody else."""
    noun, edge = token.head, token.left_edge.i
    place = token.doc[edge - 2] if edge > 1 else token
    if token.lemma_.lower() not in PLACES or noun.i == place.i or token.doc[edge - 1].text != "," or place.i < noun.i:
        return None
    return (place, "appos") if place.ent_type_ in ("GPE", "LOC") and noun.ent_type_ not in ("GPE", "LOC") else None


def _object_after_comma(token: Token, lexicon: Lexicon) -> Head | None:
    """ "protested against the visit, the latest turn in a quarrel": no comma stands between a verb and its object."""
    verb, edge = token.head, token.left_edge.i
    if token.i < verb.i or not is_verbal(verb) or token.doc[edge - 1].text != "," or not has_child(token, "det"):
        return None
    between = [t for t in token.doc[verb.i + 1 : edge - 1] if t.text in (",", "-", "--", "–", "—", "(", '"', "“")]
    first = child(verb, "prep", *OBJECTS)
    if between or first is None or first.i >= token.i or child(verb, *OBJECTS) != token or edge - 1 == verb.i + 1:
        return None
    return None if has_child(token, "conj") else _set_off(token)


def _set_off(token: Token) -> Head | None:
    """Beside the verb above, as what is part of no phrase of its clause."""
    verb = next((a for a in ancestors(token) if is_verbal(a)), None)
    return (verb, "meta") if verb is not None else None


def _turned(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the pop star turned legislator": between two bare nouns for a person "turned" is no verb."""
    before, after = next_to(token, -1), next_to(token)
    if token.lower_ != "turned" or before.i not in lexicon.people or before.pos_ != "NOUN" or before.i == token.i:
        return None
    if after.tag_ not in ("NN", "NNP") or has_child(token, "aux", "auxpass", "mark", "nsubj"):
        return None
    for other in children(token):
        label = "appos" if other.dep_ in (*OBJECTS, "attr", "oprd") and other.i > token.i else other.dep_
        attach(other, before if label == "appos" or not is_verbal(token.head) else token.head, label)
    token.tag_, token.pos_ = "JJ", "ADJ"
    return (before, "amod")


def _turned_before_main(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The chef turned author Petrov opened a school": the verb after the name is the main one."""
    before, main = next_to(token, -1), child(token, "ccomp")
    subject = child(main, "nsubj") if main is not None else None
    if token.lower_ != "turned" or main is None or subject is None or subject.left_edge.i != token.i + 1:
        return None
    if (
        before.dep_ != "nsubj"
        or before.i not in lexicon.people
        or has_child(token, *OBJECTS, "aux")
        or before.i > main.i
    ):
        return None
    attach(main, main, "ROOT")
    for mark in [c for c in children(token, "punct") if c.i > main.i]:
        attach(mark, main, "punct")
    attach(before, subject, "nmod")
    attach(token, before, "amod")
    token.tag_, token.pos_ = "JJ", "ADJ"
    return None


APPOSITIONS: Mapping[str, tuple[Repair, ...]] = {
    "appos": (_of_clause, _of_place),
    "dobj": (_object_after_comma,),
    "ROOT": (_turned_before_main,),
    **dict.fromkeys(("acl", "advcl", "conj", "ccomp", "relcl"), (_turned,)),
}
