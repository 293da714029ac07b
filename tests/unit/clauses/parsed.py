"""Parses made by hand: a token a word, "word=lemma/TAG/label/head", heads counted from 0; and clauses as text."""

# ruff: noqa: E501  (tables)
from __future__ import annotations

import spacy
from spacy.tokens import Doc

from kg.clauses import Clause

_VOCAB = spacy.blank("en").vocab
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "WP$": "PRON", "EX": "PRON", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "RP": "ADP", "DT": "DET", "CD": "NUM", "CC": "CCONJ",
    "MD": "AUX", "TO": "PART", "POS": "PART", "WRB": "SCONJ", ",": "PUNCT", ".": "PUNCT", "HYPH": "PUNCT", ":": "PUNCT",
}  # fmt: skip


def parsed(text: str, *, entities: dict[str, str] | None = None) -> Doc:
    """The parse that a text describes; a word that ends in "_" is followed by no blank.

    `entities` gives the type of the entity that a word is.
    """
    rows = [row.rsplit("/", 3) for row in text.split()]
    words = [row[0].partition("=")[0].rstrip("_") for row in rows]
    lemmas = [row[0].partition("=")[2] or word.lower() for row, word in zip(rows, words, strict=True)]
    tags = [row[1] for row in rows]
    kinds = [f"B-{(entities or {})[word]}" if word in (entities or {}) else "O" for word in words]
    return Doc(
        _VOCAB, words, spaces=[not row[0].partition("=")[0].endswith("_") for row in rows], lemmas=lemmas, tags=tags,
        pos=["VERB" if tag.startswith("V") else _POS[tag] for tag in tags], deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows], ents=kinds,
    )  # fmt: skip


def told(doc: Doc, clause: Clause) -> str:
    """A clause as text: kind, subjects with their source, verb group, arguments, what it depends on."""

    def words(indices: tuple[int, ...], by: str = " ") -> str:
        return by.join(doc[i].text for i in indices)

    subjects = ", ".join(f"{doc[s.head].text} ({s.source})" for s in clause.subjects)
    arguments = [
        f"{a.kind}: {' '.join(filter(None, (words(a.marker), words(a.heads, '+'))))}" for a in clause.arguments
    ]
    flags = ["passive"] * clause.passive + ["existential"] * clause.existential
    below = [f"below {doc[clause.parent].text}"] if clause.parent is not None else []
    marker = [f"by {clause.marker}"] if clause.marker else []
    return " | ".join(
        [str(clause.kind), subjects or "nobody", words(clause.relation), *arguments, *flags, *below, *marker]
    )
