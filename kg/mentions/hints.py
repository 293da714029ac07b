"""Whether a row of types.toml tells anything in a sentence: what the reading is with the row and without."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import zip_longest

from kg.mentions.find import find_mentions
from kg.mentions.lexicon import lexicon_of
from kg.mentions.names import find_names
from kg.mentions.spans import widen
from kg.mentions.teams import contests
from kg.mentions.tree import read_tree
from kg.mentions.typing import own_words, surroundings
from kg.model import MentionKind
from kg.ontology import Ontology
from kg.ontology.terms import Hint
from kg.parsing import Parse


def tells(parse: Parse, hint: Hint, ontology: Ontology) -> bool:
    """Whether the row `hint` speaks for the class of a name, or changes that of a noun phrase."""
    alone, without = (replace(ontology, typing=ontology.typing.with_hints(hints)) for hints in ((hint,), ()))
    if hint.cls:
        return any(votes[hint.cls] for votes in _votes(parse, alone, without))
    return _classes(parse, alone) != _classes(parse, without)


def _votes(parse: Parse, alone: Ontology, without: Ontology) -> list[Counter[str]]:
    """What the row adds to the votes for each name."""
    tree = read_tree(parse, alone.nouns)
    names = widen(tree, find_names(tree, alone, lexicon_of(alone)), alone)
    return [
        (own_words(tree, name, alone) + surroundings(tree, name, after, alone) + contests(tree, name, alone))
        - (own_words(tree, name, without) + surroundings(tree, name, after, without) + contests(tree, name, without))
        for name, after in zip_longest(names, names[1:])
        if name is not None
    ]


def _classes(parse: Parse, ontology: Ontology) -> list[tuple[int, str]]:
    return [(m.head, m.cls) for m in find_mentions(parse, ontology) if m.mention.kind is MentionKind.NOMINAL]
