"""By how much, and up to what, a clause says something happens: "fell 3.2%", "as high as 100 billion dollars"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.clauses import Clause
from kg.clauses.syntax import child, children
from kg.model import Anchor, Argument, Value
from kg.statements.scene import Scene

SHARES = frozenset({"%", "percent", "pc", "point", "points", "cent"})


def extents(scene: Scene, clause: Clause) -> Iterator[tuple[Argument, Anchor]]:
    """Yield what tells an amount beside the verb, as arguments "by" and "to"; what dates it is none."""
    for part in children(scene.doc[clause.verb], "npadvmod", "advmod"):
        if part.i < clause.verb or scene.is_time(part.i):
            continue
        if part.dep_ == "npadvmod" and part.lower_ in SHARES and child(part, "nummod") is not None:
            yield _told(scene, "by", part)
        elif part.dep_ == "advmod" and any(not scene.is_time(bound.i) for bound in _bounds(part)):
            yield _told(scene, "to", part)


def _bounds(word: Token) -> list[Token]:
    """What an adverb goes up to: the dollars of "as high as 100 billion dollars"."""
    if not any(c.lower_ == "as" and c.i < word.i for c in children(word, "advmod")):
        return []
    return [bound for p in children(word, "prep") if p.lower_ == "as" for bound in children(p, "pobj")]


def _told(scene: Scene, role: str, part: Token) -> tuple[Argument, Anchor]:
    anchor = scene.parse.anchor(part.left_edge.i, part.right_edge.i)
    return Argument(role, Value(" ".join(anchor.text.split()))), anchor
