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
        elif part.dep_ == "advmod" and _is_bounded(part):
            yield _told(scene, "to", part)


def _is_bounded(word: Token) -> bool:
    """Whether "as high as 100 billion dollars"."""
    opens = any(c.lower_ == "as" and c.i < word.i for c in children(word, "advmod"))
    return opens and any(p.lower_ == "as" and child(p, "pobj") is not None for p in children(word, "prep"))


def _told(scene: Scene, role: str, part: Token) -> tuple[Argument, Anchor]:
    anchor = scene.parse.anchor(part.left_edge.i, part.right_edge.i)
    return Argument(role, Value(" ".join(anchor.text.split()))), anchor
