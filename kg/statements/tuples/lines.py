"""A line of text -> its parse: one sentence, never split, whether it comes tokenised or as it was printed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, cast

from numpy import full
from spacy.attrs import IDX, LENGTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from kg.clauses.fragments import restore_verbs
from kg.clauses.lexicon import Lexicon
from kg.clauses.repairs import repair
from kg.model import Document
from kg.parsing import Parse
from kg.reading.passages import MAX_PASSAGE

BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"',
    "`": "'",
}  # fmt: skip
"""Treebank escapes and what was printed."""

GLUED_BEFORE = re.compile(r"(?:[)\]}%]|'(?:[sSdm]|re|ve|ll)?|n't)")
"""Words that were printed without a blank before them; for commas and stops it makes no difference to the parser."""

GLUED_AFTER = frozenset({"$", "(", "[", "{", "``", "`", "#", "£", "€"})
"""Words that were printed without a blank after them."""

HYPHENS = frozenset({"-", "/"})

STANDS_ALONE = re.compile(r"\s[.,;:?!](?:\s|$)")
"""Punctuation between blanks: the line is tokenised."""


def parse_lines(lines: Iterable[str], *, nlp: Language) -> Iterator[Parse]:
    """Yield the parse of each line, one sentence each; offsets point into the line.

    Of a line longer than MAX_PASSAGE characters only the beginning is read.
    """
    for number, (doc, (line, offsets)) in enumerate(nlp.pipe(_docs(lines, nlp), as_tuples=True)):
        # Repairs that ask who can act need an ontology's mentions; with names alone they do harm.
        restore_verbs(doc)
        repair(doc, Lexicon())
        yield _parse(str(number), line, offsets, doc)


def _docs(lines: Iterable[str], nlp: Language) -> Iterator[tuple[Doc, tuple[str, array[int]]]]:
    for line in lines:
        text, offsets = _printed(line)
        yield _whole(nlp.make_doc(text[:MAX_PASSAGE])), (line, offsets)


def is_tokenised(line: str) -> bool:
    """Whether punctuation stands between blanks."""
    return STANDS_ALONE.search(line) is not None


def _whole(doc: Doc) -> Doc:
    """A doc that the parser reads as one sentence."""
    starts = full((len(doc), 1), -1, dtype="int64")
    starts[:1] = 1
    return doc.from_array([SENT_START], cast("Any", starts.astype("uint64")))


def _parse(name: str, line: str, offsets: array[int], doc: Doc) -> Parse:
    places, lengths = doc.to_array(IDX).tolist(), doc.to_array(LENGTH).tolist()
    starts = array("l", (offsets[place] for place in places))
    ends = array("l", (offsets[place + length - 1] + 1 for place, length in zip(places, lengths, strict=True)))
    return Parse(Document(name, line), doc, starts, ends, array("l", [0] * len(doc)))


def _printed(line: str) -> tuple[str, array[int]]:
    """The line as it was printed, and for each of its characters where it stands in the line."""
    tokenised = is_tokenised(line)
    pieces: list[str] = []
    offsets = array("l")
    previous = ""
    for match in re.finditer(r"\S+", line):
        word = match.group()
        shown = BRACKETS.get(word, word) if tokenised else word
        if pieces and not (tokenised and _is_glued(previous, word)):
            pieces.append(" ")
            offsets.append(match.start() - 1)
        pieces.append(shown)
        start, end = match.span()
        if len(shown) <= end - start:
            offsets.extend(range(start, start + len(shown)))
        else:
            offsets.extend(min(start + k, end - 1) for k in range(len(shown)))
        previous = word
    return "".join(pieces), offsets


def _is_glued(previous: str, word: str) -> bool:
    if not HYPHENS.isdisjoint((previous, word)) or previous in GLUED_AFTER:
        return True
    return GLUED_BEFORE.fullmatch(word) is not None
