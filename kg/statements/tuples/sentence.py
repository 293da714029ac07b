"""One line with its clauses, and the words that token indices stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from kg.clauses import RULES as CLAUSE_RULES
from kg.clauses import find_clauses
from kg.clauses.syntax import tokens_of
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
        self._words, self._numbers = _words(parse)

    def text(self, tokens: Iterable[int]) -> str:
        """The words that these tokens stand in, in the order given, with one blank between."""
        words, numbers, found, last = self._words, self._numbers, list[str](), -1
        for token in tokens:
            for number in numbers[token]:
                if number != last:
                    found.append(words[number])
                    last = number
        return " ".join(found)


def _words(parse: Parse) -> tuple[list[str], list[range]]:
    """The words of a line, and the numbers of the words that each token stands in.

    Of a tokenised line they are what stands between blanks (a token may be several: "non - aligned"); of any other the
    tokens, with hyphenated ones as one.
    """
    line = parse.document.text
    return _given_words(line, parse) if is_tokenised(line) else _own_words(parse)


def _given_words(line: str, parse: Parse) -> tuple[list[str], list[range]]:
    matches = list(re.finditer(r"\S+", line))
    starts = [m.start() for m in matches]
    numbers = [
        range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1))
        for start, end in zip(parse.starts, parse.ends, strict=True)
    ]
    return [m.group() for m in matches], numbers


def _own_words(parse: Parse) -> tuple[list[str], list[range]]:
    words: list[str] = []
    numbers: list[range] = []
    before, blank = "", True
    for token in tokens_of(parse.doc):
        text = token.text
        if not blank and (text in HYPHENS or before in HYPHENS):
            words[-1] += text
        else:
            words.append(text)
        numbers.append(range(len(words) - 1, len(words)))
        before, blank = text, bool(token.whitespace_)
    return words, numbers
