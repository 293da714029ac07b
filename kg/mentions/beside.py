"""What a name tells of the one beside it: its acronym, the firm whose office somebody holds, the name at birth."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from kg.mentions.names import NameSpan
from kg.mentions.tree import Tree
from kg.mentions.typing import PERSON
from kg.ontology import Ontology

COMPANY = "kgo:Company"
FULL_NAME_WEIGHT = 6
EMPLOYER_WEIGHT = 4
"""Of the title of a firm's office behind a name."""
BIRTH = frozenset({"née", "nee", "né"})
"""Words before the name that somebody was born with."""
LONGEST_ALIAS = 4
"""Tokens before another name of the same: ", better known as"."""


def vote_key(tree: Tree, name: NameSpan) -> str:
    """What makes two names one in the vote: their words, whatever the case ("Macbook", "MacBook")."""
    return tree.text(name.first, name.last).casefold()


def best_class(votes: Counter[str]) -> str:
    """The class with most votes, of equals the first in alphabetical order."""
    return min(votes, key=lambda cls: (-votes[cls], cls))


def support_employers(tree: Tree, names: list[NameSpan], votes: dict[str, Counter[str]], ontology: Ontology) -> None:
    """Let the title of a firm's office vote for the name before it: "Zentrix Chief Executive Jane Roe"."""
    for name, after in pairwise(names):
        if name.hits or name.title is not None or after.title is None:
            continue
        first, end = after.title
        gap = tree.words[name.last + 1 : first]
        cls = ontology.offices.get(tree.text(first, end).lower(), "") if not gap or gap in (["'s"], ["’s"]) else ""
        if cls and ontology.is_a(cls, COMPANY):
            votes[vote_key(tree, name)][COMPANY] += EMPLOYER_WEIGHT


def support_acronyms(names: list[NameSpan], tree: Tree, votes: dict[str, Counter[str]]) -> None:
    """Let a name vote for the acronym in brackets behind it: "Software Development Kit (SDK)"."""
    for full, short in pairwise(names):
        if short.first != full.last + 2 or tree.words[full.last + 1] != "(" or short.first != short.last:
            continue
        letters = tree.words[short.first]
        words = [word for word in tree.words[full.first : full.last + 1] if word[0].isupper()]
        is_made = len(letters) > 1 and "".join(word[0] for word in words).endswith(letters)
        if is_made and votes[vote_key(tree, full)]:
            votes[vote_key(tree, short)][best_class(votes[vote_key(tree, full)])] += FULL_NAME_WEIGHT


def support_births(names: list[NameSpan], tree: Tree, votes: dict[str, Counter[str]]) -> None:
    """Let "née" behind a bracket or comma vote for persons on both sides, and "known as" behind a person's name."""
    for before, after in pairwise(names):
        words = tree.words[before.last + 1 : after.first]
        if not 2 <= len(words) <= LONGEST_ALIAS or words[0] not in ("(", ","):
            continue
        told = votes[vote_key(tree, before)]
        is_known = words[-2:] == ["known", "as"] and bool(+told) and best_class(told) == PERSON
        if is_known or (len(words) == 2 and words[1].lower() in BIRTH):
            for name in (before, after):
                votes[vote_key(tree, name)][PERSON] += FULL_NAME_WEIGHT
