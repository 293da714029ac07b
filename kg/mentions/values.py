"""What a mention is while the parse is at hand."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mention


@dataclass(frozen=True, slots=True)
class TokenMention:
    """A mention and where it stands in the parse; token indices count over the whole `Parse.doc`, both ends included.

    `head` is the syntactic head of the phrase: one mention a head. `first`-`last` is the name without article, title
    or modifiers ("Sergei Shoigu") or the head noun with its noun compounds ("spy agency"); of "thousands of troops"
    the head is "thousands" and `first`-`last` what is counted. The anchor of a name takes in the article right before
    it ("the Kremlin"), as annotators of names do (OntoNotes, MEANTIME). `phrase_first`-`phrase_last` is the whole noun
    phrase without trailing clauses and appositions, which the mention's anchor includes, with the clitic. `cls` is
    a class of the ontology; `known` the slug of the gazetteer row that the name is, if it is one. `number` is
    "singular", "plural" or ""; `gender` "f", "m", "n" or "".
    """

    mention: Mention
    head: int
    first: int
    last: int
    phrase_first: int
    phrase_last: int
    cls: str
    known: str | None = None
    number: str = ""
    gender: str = ""
