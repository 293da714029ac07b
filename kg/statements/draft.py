"""Drafts: statements of one document whose nodes are still that document's own.

A node's id is `#7` for chain 7 of the document, `@305-312` for a noun phrase that no mention covers, and
`#7/foreign minister` for an office of chain 7 (`#/mayor` where nobody says of what); a reference to another draft is
`!12`.  Identity across documents turns them into final ids (kg/build).
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities.chains import Chain
from kg.model import Anchor, Document, Node, Relation, Statement


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """The event that a draft tells of: its class, who takes part as what, and the chain of the noun that names it."""

    cls: str
    roles: tuple[tuple[str, Node], ...]
    trigger: Anchor
    chain: int | None = None
    aims: tuple[tuple[Node, int], ...] = ()
    """Places that its purpose names, each with the number of the draft that names it ("to drive them from Kursk")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making; `frame` is the id of the frame that mapped it, or ""."""

    number: int
    statement: Statement
    frame: str = ""
    worded: Relation | None = None
    """What the clause itself words where a frame mapped it: said in its place if the ontology refuses the property."""
    nominal: bool = False
    """Whether a noun phrase tells it: then grammar has not fixed its direction."""
    event: DraftEvent | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """All that was read out of one document: no spaCy type, so that it can be stored and sent between processes."""

    document: Document
    chains: tuple[Chain, ...]
    drafts: tuple[Draft, ...]
    refused: tuple[str, ...] = ()
    """Receipts: what the ontology flipped or refused, a line each with its quote."""
