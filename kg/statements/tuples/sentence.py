"""One line with its clauses, and the words that token indices stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from kg.clauses import RULES, find_clauses
from kg.parsing import Parse
from kg.statements.tuples.lines import is_tokenised

TUPLE_RULES = RULES | {"nested facts", "nested clauses", "attribute's subject", "lone adverbs", "drop told", "titles", "noun prepositions", "that in relation", "of first", "including", "of object", "of carry", "no to", "be noun", "be ing", "be passive", "pivot", "parenthetical", "adverb in relation", "appositions", "split objects", "advcl arguments", "adverb arguments", "adjective in relation", "that clause", "carried preposition"}


class Sentence:
    """A parsed line, its clauses by predicate, and the words of the line that its tokens stand in."""

    def __init__(self, parse: Parse, rules: AbstractSet[str] = TUPLE_RULES) -> None:
        self.doc = parse.doc
        self.rules = rules
        self.log = {}
        self.clauses = find_clauses(parse.doc, rules)
        self.clause_of = {clause.verb: clause for clause in self.clauses}
        self._parse = parse
        self._words = _words(parse)

    def text(self, tokens: Iterable[int]) -> str:
        """The words that these tokens stand in, in the order given, with one blank between."""
        found: list[int] = []
        for token in tokens:
            word = self._words[1][token]
            if not found or found[-1] != word:
                found.append(word)
        return " ".join(self._words[0][word] for word in found)


def _words(parse: Parse) -> tuple[list[str], list[int]]:
    """The words of a line, and the number of the word that each token stands in.

    Of a tokenised line they are what stands between blanks, of any other the tokens, with hyphenated ones as one.
    """
    line = parse.document.text
    if is_tokenised(line):
        matches = list(re.finditer(r"\S+", line))
        starts = [m.start() for m in matches]
        return [m.group() for m in matches], [bisect_right(starts, start) - 1 for start in parse.starts]
    words: list[str] = []
    numbers: list[int] = []
    for token in parse.doc:
        glued = bool(words) and not parse.doc[token.i - 1].whitespace_ and _is_hyphen_between(parse, token.i)
        if glued:
            words[-1] += token.text
        else:
            words.append(token.text)
        numbers.append(len(words) - 1)
    return words, numbers


def _is_hyphen_between(parse: Parse, i: int) -> bool:
    doc = parse.doc
    hyphens = ("-", "‐", "‑", "/")
    return doc[i].text in hyphens or doc[i - 1].text in hyphens
