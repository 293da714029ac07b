"""What the label of a property says by itself: frames for properties of which there is no example.

"founded by" is told by the passive of "found", "located in" by its participle, "member of" by the noun, "capital" by
what somebody's capital is, "borders" by the verb.  Of a noun of several words nothing is made: "place of birth" is told
otherwise than in these words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Token

from kg.learning.frames import WRITTEN, Learned, LearnedProperty, Row
from kg.ontology.faults import Faults
from kg.ontology.own import OwnOntology, fold_label

UNLIKELY = -3.0
"""The odds of a property of which nothing is seen."""

UNLEARNED = Learned((), {}, ("name", "pronoun", "quoted"), ("name", "pronoun", "time", "quoted"), False, 0.5)
"""What is known without examples."""

_AUXILIARY = frozenset({"is", "was", "has", "are", "were", "been", "be", "a", "an", "the"})


def with_labels(learned: Learned, own: OwnOntology, nlp: Language) -> Learned:
    """The learned properties under an ontology's labels, with its others by what their labels say.

    Raises OntologyError for a learned property that the ontology does not have, with the nearest that it has.
    """
    names, faults = own.by_name(), Faults()
    for prop in learned.properties:
        if fold_label(prop.label) not in names:
            faults.unknown("frames", f"'{prop.label}' is no property of {own.name}", prop.label, own.labels())
    faults.raise_any()
    label_of = {prop.label: names[fold_label(prop.label)].label for prop in learned.properties}
    rows = {(label_of.get(name, name), seen): row for (name, seen), row in learned.rows.items()}
    properties = [replace(prop, label=label_of[prop.label]) for prop in learned.properties]
    for term in own.properties.values():
        if term.label not in label_of.values():
            ways = sorted({way for name in (term.label, *term.alternatives) for way in _ways(name, nlp)})
            properties.append(LearnedProperty(term.label, UNLIKELY))
            rows |= {(term.label, f"path {way}"): Row(WRITTEN) for way in ways}
    return replace(learned, properties=tuple(properties), rows=rows)


def _ways(label: str, nlp: Language) -> Iterator[str]:
    """The ways from subject to object that a label tells."""
    words = [word for word in fold_label(label).split() if word not in _AUXILIARY]
    match words:
        case [one]:
            yield from _of_word(one, nlp)
        case [one, preposition] if _tagged(["He", "was", one, preposition, "it", "."], nlp)[3].pos_ in ("ADP", "SCONJ"):
            yield from _of_phrase(one, preposition, nlp)


def _of_word(word: str, nlp: Language) -> Iterator[str]:
    noun = _tagged(["The", word, "of", "it", "came", "."], nlp)[1]
    if noun.pos_ in ("NOUN", "PROPN"):
        yield f"of < {noun.lemma_.lower()}"
    verb = _tagged(["It", word, "them", "."], nlp)[1]
    if verb.pos_ == "VERB":
        yield f"subject < {verb.lemma_.lower()} > object"


def _of_phrase(word: str, preposition: str, nlp: Language) -> Iterator[str]:
    participle = _tagged(["It", "was", word, preposition, "them", "."], nlp)[2]
    if participle.tag_ == "VBN":
        slot = "subject" if preposition == "by" else preposition
        yield f"object < {participle.lemma_.lower()} > {slot}"
        return
    noun = _tagged(["He", "was", "a", word, preposition, "it", "."], nlp)[3]
    verb = _tagged(["He", word, preposition, "it", "."], nlp)[1]
    if verb.tag_ in ("VBZ", "VBD"):
        yield f"subject < {verb.lemma_.lower()} > {preposition}"
    elif noun.pos_ in ("NOUN", "PROPN"):
        yield f"{noun.lemma_.lower()} > {preposition}"


def _tagged(words: Sequence[str], nlp: Language) -> list[Token]:
    return list(nlp(" ".join(words).replace(" .", ".")))
