"""A parsed document as plain lists: what the rules of this package look at, read from spaCy once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.parsing import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

TIME_LABELS = frozenset({"DATE", "TIME"})
VALUE_LABELS = frozenset({"PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)  # fmt: skip
LEFT_OUT_LABELS = TIME_LABELS | VALUE_LABELS | {"LANGUAGE", ""}

TITLED_SHARE = 0.6
"""A sentence with this share of capitalised longer words after the first is a headline: capitals say nothing there."""
SHORT_WORD = 3
"""Words up to this length are small in a headline too ("the", "for")."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Parallel lists, one item a token.

    `headline` marks tokens of sentences written in capitals throughout, `common` words that the document or the
    ontology also knows in lower case.  `shops` are words that the text writes with a clitic of their own ("Macy's").
    """

    words: list[str]
    blanks: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    labels: list[str]
    entities: list[int]
    sentences: list[int]
    children: list[list[int]]
    headline: list[bool]
    common: list[bool]
    shops: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def text(self, first: int, last: int) -> str:
        """The words from `first` to `last`, both included, one blank where the text has white space."""
        parts = [self.words[i] + (" " if self.blanks[i] else "") for i in range(first, last)]
        return "".join(parts) + self.words[last]


def read_tree(parse: Parse, nouns: Container[str] = ()) -> Tree:
    """Return the lists of a parse; `nouns` are lemmas of common nouns.  Sentences never cross a passage."""
    doc = list(parse.doc)  # each pass over spaCy's own makes the tokens anew
    heads = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    words = [token.text for token in doc]
    small = {word for word in words if word.islower()}
    lemmas = [token.lemma_.lower() for token in doc]
    sentences = _sentences(parse, doc)
    return Tree(
        words=words,
        blanks=[token.whitespace_ for token in doc],
        lemmas=lemmas,
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=heads,
        labels=[token.ent_type_ for token in doc],
        entities=_entities(parse),
        sentences=sentences,
        children=children,
        headline=_headlines(words, sentences),
        common=[word.lower() in small or lemma in nouns for word, lemma in zip(words, lemmas, strict=True)],
        shops=frozenset(word for i, word in enumerate(words) if word[0].isupper() and _has_clitic(parse, i, word)),
    )


def _has_clitic(parse: Parse, i: int, word: str) -> bool:
    """Whether the text has an apostrophe before the last letter of a word that is read without it."""
    return word[-1] == "s" and parse.document.text[parse.ends[i] - 2] in "'’" and word[-2:-1] not in ("'", "’")


def _entities(parse: Parse) -> list[int]:
    numbers = [-1] * len(parse.doc)
    for number, entity in enumerate(parse.doc.ents):
        for i in range(entity.start, entity.end):
            numbers[i] = number
    return numbers


def _sentences(parse: Parse, doc: list[Token]) -> list[int]:
    numbers: list[int] = []
    number = -1
    for i, token in enumerate(doc):
        if i == 0 or parse.passage[i] != parse.passage[i - 1] or (token.is_sent_start and not _inside_name(doc, i)):
            number += 1
        numbers.append(number)
    return numbers


def _inside_name(doc: list[Token], i: int) -> bool:
    """Whether a sentence would start between two words of a name, with no mark between them: the model is mistaken."""
    before, word = doc[i - 1], doc[i]
    return before.pos_ == word.pos_ == "PROPN" and before.text.isalpha() and word.text.isalpha()


def _headlines(words: list[str], sentences: list[int]) -> list[bool]:
    long_words: dict[int, list[str]] = {}
    ends: dict[int, str] = {}
    for i, word in enumerate(words):
        ends[sentences[i]] = word if any(c.isalnum() or c in ".!?" for c in word) else ends.get(sentences[i], "")
        if i and sentences[i] == sentences[i - 1] and word.isalpha() and len(word) > SHORT_WORD:
            long_words.setdefault(sentences[i], []).append(word)
    titled = {s for s, found in long_words.items() if len(found) > 2 and _is_titled(found, ends[s])}
    return [number in titled for number in sentences]


def _is_titled(words: list[str], end: str) -> bool:
    """Whether capitals are a matter of style: most words have one and no full stop ends them, or all is in capitals."""
    if all(word.isupper() for word in words):
        return True
    return end != "." and sum(word[0].isupper() for word in words) >= TITLED_SHARE * len(words)
