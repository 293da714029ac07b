"""A chain: the mentions of one document that stand for one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one document that stand for one thing; no spaCy type, so that it can be stored and sent.

    `number` counts chains within the document.  `names` are the full names found (without titles), most frequent first;
    `known` is a gazetteer slug; `titles` are offices and descriptions told of it in titles, appositions and copulas
    ("president", "foreign minister"); `of` are slugs or names of countries and organizations told with them.
    `heads` are the token indices of the mentions' heads, parallel to `mentions`.
    """

    document: str
    number: int
    type: str
    cls: str
    label: str
    mentions: tuple[Mention, ...]
    heads: tuple[int, ...]
    names: tuple[str, ...] = ()
    known: str | None = None
    titles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    gender: str = ""
    number_of: str = ""
    metonyms: tuple[str, ...] = ()
    """Slugs of gazetteer rows (a capital, a seat) whose names stand for this chain somewhere in the document."""
    reasons: tuple[str, ...] = ()
    """Why each mention is in the chain, parallel to `mentions`; "" for the first."""
    members: tuple[int, ...] = ()
    """Numbers of the chains that a plural ("their", "the two countries") stands for together."""
