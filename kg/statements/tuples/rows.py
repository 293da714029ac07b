"""The row that `kg extract` prints, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One open tuple in words of its sentence; the tokens of a slot are separated by one blank.

    `arguments` are the object and what follows it, with their prepositions; empty where the relation stands alone.
    """

    subject: str
    relation: str
    arguments: tuple[str, ...]
    confidence: float
