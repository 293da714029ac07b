"""What the label of a property says by itself: frames for properties of which there is no example.

"founded by" is told by the passive of "found", "located in" by its participle, "member of" by the noun, "capital" by
what somebody's capital is, "borders" by the verb, "director" by the noun and by who directs.  Of a noun of several
words nothing is made: "place of birth" is told otherwise than in these words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Token

from kg.learning.frames import WRITTEN, Learned, LearnedProperty, Row
from kg.ontology.faults import Faults
from kg.ontology.own import OwnOntology, OwnTerm, fold_label

UNLIKELY = -3.0
"""The odds of a property of which nothing is seen."""

UNLEARNED = Learned((), {}, ("name", "pronoun", "quoted"), ("name", "pronoun", "time", "quoted"), False, 0.5)
"""What is known without examples."""

_AUXILIARY = frozenset({"is", "was", "has", "are", "were", "been", "be", "a", "an", "the"})


def check_learned(learned: Learned, own: OwnOntology) -> dict[str, OwnTerm]:
    """The learned labels with the properties of the ontology that they name.

    Raises OntologyError for a learned property that the ontology does not have, with the nearest that it has.
    """
    names, faults = own.by_name(), Faults()
    for prop in learned.properties:
        if fold_label(prop.label) not in names:
            faults.unknown("frames", f"'{prop.label}' is no property of {own.name}", prop.label, own.labels())
    faults.raise_any()
    return {prop.label: names[fold_label(prop.label)] for prop in learned.properties}


def with_labels(learned: Learned, own: OwnOntology, nlp: Language) -> Learned:
    """The learned properties under an ontology's labels, with its others by what their labels say.

    Raises OntologyError for a learned property that the ontology does not have, with the nearest that it has.
    """
    label_of = {name: term.label for name, term in check_learned(learned, own).items()}
    rows = {(label_of.get(name, name), seen): row for (name, seen), row in learned.rows.items()}
    properties = [replace(prop, label=label_of[prop.label]) for prop in learned.properties]
    for term in own.properties.values():
        if term.label not in label_of.values():
            ways = sorted({way for name in (term.label, *term.alternatives) for way in ways_of(name, nlp)})
            properties.append(LearnedProperty(term.label, UNLIKELY))
            rows |= {(term.label, f"path {way}"): Row(WRITTEN) for way in ways}
    return replace(learned, properties=tuple(properties), rows=rows)


def ways_of(label: str, nlp: Language) -> Iterator[str]:
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
        yield from (f"object < {doing} > subject" for doing in _done_by(noun.lemma_.lower(), nlp))
    verb = _tagged(["It", word, "them", "."], nlp)[1]
    if verb.pos_ == "VERB":
        yield f"subject < {verb.lemma_.lower()} > object"


def _done_by(noun: str, nlp: Language) -> list[str]:
    """The verb of which a noun names the doer: "direct" of "director", "win" of "winner"."""
    if not noun.endswith(("er", "or")):
        return []
    stem = noun[:-2]
    known = frozenset(_verbs(nlp))
    return [verb for verb in (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else "") if verb in known][:1]


def _verbs(nlp: Language) -> Iterable[str]:
    """The verbs that the model's lemmatizer lists."""
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    tables: Lookups | None = getattr(lemmatizer, "lookups", None)
    if tables is None or not tables.has_table("lemma_index"):
        return ()
    return [str(verb) for verb in tables.get_table("lemma_index").get("verb", ())]


def _of_phrase(word: str, preposition: str, nlp: Language) -> Iterator[str]:
    participle = _tagged(["It", "was", word, preposition, "them", "."], nlp)[2]
    if participle.tag_ == "VBN":
        verb = participle.lemma_.lower()
        yield f"object < {verb} > {'subject' if preposition == 'by' else preposition}"
        if preposition != "by":
            yield f"subject < {verb} > {preposition}"  # "played for" is what a player did, too
        return
    noun = _tagged(["He", "was", "a", word, preposition, "it", "."], nlp)[3]
    present = _tagged(["He", word, preposition, "it", "."], nlp)[1]
    if present.tag_ in ("VBZ", "VBD"):
        yield f"subject < {present.lemma_.lower()} > {preposition}"
    elif noun.pos_ in ("NOUN", "PROPN"):
        yield f"{noun.lemma_.lower()} > {preposition}"


def _tagged(words: Sequence[str], nlp: Language) -> list[Token]:
    return list(nlp(" ".join(words).replace(" .", ".")))
