"""Judgements -> constraints on chains: which must be one, which must not, which must be split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from kg.entities.chains import Chain
from kg.entities.judgements import Judgement, mention_place
from kg.entities.words import bare_name
from kg.errors import JudgementError
from kg.model import Entity

Key = tuple[str, int]
"""Document, and start of the first mention of a chain: it outlives the renumbering of a split."""


class Reading(Protocol):
    """A resolution, as far as references need it."""

    @property
    def entities(self) -> tuple[Entity, ...]: ...
    @property
    def chains(self) -> tuple[Chain, ...]: ...


@dataclass(slots=True)
class Constraints:
    """Pairs of places of mentions that a person judged; a place is document and start."""

    same: list[tuple[Key, Key]] = field(default_factory=list)
    different: list[tuple[Key, Key]] = field(default_factory=list)
    told: dict[tuple[Key, Key], str] = field(default_factory=dict)
    """A pair judged different -> the row that says so, for messages."""

    def split(self, chains: Sequence[Chain]) -> tuple[Chain, ...]:
        """The chains, those that hold two mentions judged different split between them.

        Mentions worded as the second go with it; numbers of new chains follow on the last of the document.
        """
        found = list(chains)
        for one, other in self.different:
            for index, chain in enumerate(found):
                places = [_place(m.anchor.document, m.anchor.start) for m in chain.mentions]
                if one in places and other in places:
                    number = 1 + max(c.number for c in found if c.document == chain.document)
                    found[index], new = _split(chain, places.index(one), places.index(other), number)
                    found.append(new)
                    break
        return tuple(sorted(found, key=lambda chain: (chain.document, chain.number)))

    def united(self, chains: Sequence[Chain]) -> list[list[int]]:
        """Indices of chains that belong together by judgement, each chain once; contradictions raise JudgementError."""
        where = _chain_at(chains) if self.same else {}
        parent = list(range(len(chains)))

        def root(i: int) -> int:
            while parent[i] != i:
                parent[i] = parent[parent[i]]
                i = parent[i]
            return i

        for one, other in self.same:
            low, high = sorted((root(where[one]), root(where[other])))
            parent[high] = low
        if self.same:
            for one, other in self.different:
                if root(where[one]) == root(where[other]):
                    row = self.told.get((one, other), "judgements")
                    raise JudgementError(f"{row}: {_told(one)} and {_told(other)} are judged both same and different")
        united: dict[int, list[int]] = defaultdict(list)
        for index in range(len(chains)):
            united[root(index)].append(index)
        return list(united.values())

    def foes(self, chains: Sequence[Chain]) -> dict[int, set[int]]:
        """Index of a chain -> indices of chains that are judged different from it."""
        where = _chain_at(chains) if self.different else {}
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in self.different:
            found[where[one]].add(where[other])
            found[where[other]].add(where[one])
        return found


def _place(document: str, start: int) -> Key:
    return (document, start)


def _told(key: Key) -> str:
    return f"{key[0]}:{key[1]}"


def _chain_at(chains: Sequence[Chain]) -> dict[Key, int]:
    return {(m.anchor.document, m.anchor.start): i for i, chain in enumerate(chains) for m in chain.mentions}


def _split(chain: Chain, one: int, other: int, number: int) -> tuple[Chain, Chain]:
    texts = [bare_name(m.anchor.text) for m in chain.mentions]
    going = {other} if texts[one] == texts[other] else {i for i, text in enumerate(texts) if text == texts[other]}
    return (
        _part(chain, [i for i in range(len(chain.mentions)) if i not in going], chain.number),
        _part(chain, sorted(going), number),
    )


def _part(chain: Chain, kept: list[int], number: int) -> Chain:
    """The chain of some of the mentions; names and label are those that still stand in it."""
    mentions = tuple(chain.mentions[i] for i in kept)
    texts = [bare_name(m.anchor.text) for m in mentions]
    names = tuple(name for name in chain.names if bare_name(name) in texts)
    keeps_label = bare_name(chain.label) in texts or (not names and number == chain.number)
    label = chain.label if keeps_label else (names or tuple(texts))[0]
    whole = label == chain.label
    reasons = tuple(chain.reasons[i] for i in kept) if chain.reasons else ()
    return replace(
        chain, number=number, label=label, mentions=mentions, heads=tuple(chain.heads[i] for i in kept), names=names,
        known=chain.known if whole else None, titles=chain.titles if whole else (), of=chain.of if whole else (),
        reasons=reasons,
    )  # fmt: skip


def read_constraints(
    judgements: Sequence[Judgement], readings: Sequence[Reading]
) -> tuple[Constraints, list[tuple[Judgement, str]]]:
    """The constraints that judgements mean, and those judgements that name what is not known, with a message.

    A reference is looked up in each reading in turn.
    """
    constraints, unknown = Constraints(), []
    tables = [_Table(reading) for reading in readings]
    for judgement in judgements:
        found = [_first_found(reference, tables) for reference in (judgement.one, judgement.other)]
        if isinstance(found[0], str) or isinstance(found[1], str):
            message = found[0] if isinstance(found[0], str) else found[1]
            unknown.append((judgement, f"{judgement.place}: {message}"))
            continue
        one, other = found[0], found[1]
        if judgement.verdict == "same":
            constraints.same += [(one[0], place) for place in [*one[1:], *other]]
        elif one == other:
            unknown.append(
                (
                    judgement,
                    f"{judgement.place}: '{judgement.one}' and '{judgement.other}' are one entity; name two mentions",
                )
            )
        else:
            pairs = [(a, b) for a in one for b in other]
            constraints.different += pairs
            constraints.told |= dict.fromkeys(pairs, judgement.place)
    return constraints, unknown


def _first_found(reference: str, tables: Sequence[_Table]) -> list[Key] | str:
    message = f"'{reference}' names nothing: expected an id, a label or document:start-end of a mention"
    for table in tables:
        found = table.find(reference)
        if isinstance(found, list):
            return found
        message = found or message
    return message


class _Table:
    """Looks up references in one reading."""

    def __init__(self, reading: Reading) -> None:
        self.starts = {(m.anchor.document, m.anchor.start, m.anchor.end) for c in reading.chains for m in c.mentions}
        first = {(m.anchor.document, m.anchor.start): _first(c) for c in reading.chains for m in c.mentions}
        self.by_name: dict[str, dict[str, list[Key]]] = defaultdict(dict)
        for entity in reading.entities:
            places = sorted({first[m.anchor.document, m.anchor.start] for m in entity.mentions})
            self.by_name[entity.id][entity.id] = places
            self.by_name[entity.label][entity.id] = places

    def find(self, reference: str) -> list[Key] | str:
        """First mentions of the chains that a reference means; a message where it is ambiguous; "" where unknown."""
        place = mention_place(reference)
        if place is not None and place in self.starts:
            return [place[:2]]
        entities = self.by_name.get(reference, {})
        if len(entities) > 1:
            return f"'{reference}' is the label of {', '.join(sorted(entities)[:4])}; name an id"
        return next((places for places in entities.values() if places), "")


def _first(chain: Chain) -> Key:
    return (chain.mentions[0].anchor.document, chain.mentions[0].anchor.start)
