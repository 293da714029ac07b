"""Mentions whose phrase a repair of the parse has cut: what a verb takes is no part of the noun before it any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.syntax import ancestors
from kg.mentions import TokenMention
from kg.parsing import Parse


def heads_of(parse: Parse) -> list[int]:
    """The head of each token, as the parse has them now."""
    return [token.head.i for token in parse.doc]


def cut_phrases(parse: Parse, mentions: Sequence[TokenMention], heads: Sequence[int]) -> list[TokenMention]:
    """The mentions, each phrase up to the first words in it that hung on its head before and do so no more.

    `heads` are those of `heads_of` before the repairs.
    """
    moved = [token for token in parse.doc if token.head.i != heads[token.i] and token.dep_ == "prep"]
    return [_cut(parse, mention, moved) for mention in mentions] if moved else list(mentions)


def _cut(parse: Parse, mention: TokenMention, moved: Sequence[Token]) -> TokenMention:
    inside = (t for t in moved if mention.last < t.left_edge.i and t.i <= mention.phrase_last)
    starts = [t.left_edge.i for t in inside if all(a.i != mention.head for a in ancestors(t))]
    if not starts:
        return mention  # "in the U.S." keeps its stop
    last = min(starts) - 1
    while last > mention.last and not parse.doc[last].text[-1].isalnum():
        last -= 1
    if last >= mention.phrase_last:
        return mention
    anchor = replace(mention.mention.anchor, phrase_end=max(parse.ends[last], mention.mention.anchor.end))
    return replace(mention, mention=replace(mention.mention, anchor=anchor), phrase_last=last)
