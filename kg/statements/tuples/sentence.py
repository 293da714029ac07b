"""One line with its clauses, and the words that token indices stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from kg.clauses import RULES as CLAUSE_RULES
from kg.clauses import find_clauses
from kg.parsing import Parse
from kg.statements.tuples.lines import is_tokenised

RULES = CLAUSE_RULES | {
    "appositions", "attribute's subject", "be", "carried object", "first preposition", "including", "nested facts",
    "noun prepositions", "titles",
}  # fmt: skip
"""Families of rules of the clauses and of both renderers, each of which can be left out (benchmarks/extraction.py)."""

HYPHENS = frozenset({"-", "‐", "‑", "/"})


class Sentence:
    """A parsed line, its clauses by predicate, and the words of the line that its tokens stand in."""

    def __init__(self, parse: Parse, rules: AbstractSet[str] = RULES) -> None:
        self.doc = parse.doc
        self.rules = rules
        self.clauses = find_clauses(parse.doc, rules)
        self.clause_of = {clause.verb: clause for clause in self.clauses}
        self._words, self._number = _words(parse)

    def text(self, tokens: Iterable[int]) -> str:
        """The words that these tokens stand in, in the order given, with one blank between."""
        found: list[int] = []
        for token in tokens:
            word = self._number[token]
            if not found or found[-1] != word:
                found.append(word)
        return " ".join(self._words[word] for word in found)


def _words(parse: Parse) -> tuple[list[str], list[int]]:
    """The words of a line, and the number of the word that each token stands in.

    Of a tokenised line they are what stands between blanks; of any other the tokens, with hyphenated ones as one.
    """
    line = parse.document.text
    if is_tokenised(line):
        matches = list(re.finditer(r"\S+", line))
        starts = [m.start() for m in matches]
        return [m.group() for m in matches], [bisect_right(starts, start) - 1 for start in parse.starts]
    words: list[str] = []
    numbers: list[int] = []
    for token in parse.doc:
        if words and _continues_word(parse, token.i):
            words[-1] += token.text
        else:
            words.append(token.text)
        numbers.append(len(words) - 1)
    return words, numbers


def _continues_word(parse: Parse, i: int) -> bool:
    before, here = parse.doc[i - 1], parse.doc[i]
    return not before.whitespace_ and not HYPHENS.isdisjoint((before.text, here.text))
