"""How far a name is written: from the article of its phrase to the region behind its comma."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.names import NameSpan
from kg.mentions.tree import Tree
from kg.mentions.typing import lies_in
from kg.ontology import Ontology


def written_end(tree: Tree, names: Sequence[NameSpan], n: int, cls: str, ontology: Ontology) -> int:
    """The last token of what a text writes for name `n`: the region behind a city's comma ("Paris, Texas").

    Not that of a dateline ("LAGOS, Nigeria").
    """
    after = names[n + 1] if n + 1 < len(names) and not tree.words[names[n].last].isupper() else None
    is_seat = after is not None and cls == "kgo:City" and lies_in(tree, names[n], after, ontology) is not None
    return after.last if after is not None and is_seat else names[n].last


def written_start(tree: Tree, names: Sequence[NameSpan], n: int, phrase_first: int) -> int:
    """The first token of what a text writes for name `n`, whose phrase starts at `phrase_first`.

    That is its own definite article ("the Kremlin"), as OntoNotes marks names; adjectives are not of the name.
    """
    first = names[n].first
    if phrase_first == first and _stands_before_acronym(tree, names, n):
        phrase_first = first - 1
    return phrase_first if phrase_first == first - 1 and tree.words[phrase_first].lower() == "the" else first


def _stands_before_acronym(tree: Tree, names: Sequence[NameSpan], n: int) -> bool:
    """Whether a name in brackets follows on which the tree hangs this one: "the European Union (EU)"."""
    after, last = names[n + 1] if n + 1 < len(names) else None, names[n].last
    is_bracketed = after is not None and after.first == last + 2 and tree.words[last + 1] == "("
    return after is not None and is_bracketed and names[n].first > 0 and after.first <= tree.heads[last] <= after.last
