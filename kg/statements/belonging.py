"""Whose people and things are, told by a possessor, a name before the noun, or "from": "soldiers from the Third Army".

A person or group belongs to the body named; arms and sites belong to the army or armed group named before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.subjects import spread
from kg.clauses.syntax import child, children, has_child
from kg.mentions import TokenMention
from kg.model import MentionKind
from kg.statements.compounds import HYPHENS
from kg.statements.drafting import Drafter
from kg.statements.noun_writer import Telling, find_end, tell
from kg.statements.scene import Scene

FORCES = ("kgo:ArmedForce", "kgo:ArmedGroup", "kgo:MilitaryUnit")
"""Bodies whose name before a noun tells whose it is: "Taliban fighters", "army trucks", not "Boeing 747"."""

BODIES = ("kgo:Organization", "kgo:MilitaryUnit")
PEOPLE = ("kgo:Person", "kgo:Group")
ARMS = ("kgo:Weapon", "kgo:Vehicle", "kgo:MilitaryBase")
SITES = ("kgo:Facility",)
LANDS = ("kgo:Country", "kgo:Region", "kgo:City")
"""Whose sites lie in them: "the country's airport"; a base may be abroad."""

OWNERS = ("kgo:Organization", "kgo:Group", *LANDS)
ARMED = (*FORCES, "kgo:Country", "kgo:LawEnforcement")
"""Whose arms and vehicles are its own; those of a company are what it makes."""

VICTIMS = ("kgo:Victims",)


def draft_belonging(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add whose people and things are to the drafts of `drafter`."""
    for mention in mentions:
        if mention.mention.kind is MentionKind.NOMINAL:
            for owner, prop, words in _owners(drafter.scene, mention):
                _tell(drafter, mention.head, owner, prop, words)


def _owners(scene: Scene, mention: TokenMention) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Owners of what a noun names, with the property and the words that tell it."""
    head = mention.head
    people = scene.accepts(head, PEOPLE) and not scene.accepts(head, VICTIMS)
    if people:
        yield from ((owner, "kgo:memberOf", (of, of)) for owner, of in _senders(scene, mention))
    before = _named_before(scene, head)
    if before is not None and people:
        yield before, "kgo:memberOf", (head, head)
    elif before is not None and scene.accepts(head, ARMS):
        yield before, "kgo:belongsTo", (head, head)
    possessor = child(scene.doc[head], "poss")
    owners = OWNERS if scene.accepts(head, SITES) else ARMED if scene.accepts(head, ARMS) else ()
    if possessor is not None and scene.accepts(possessor.i, owners):
        lies = owners is OWNERS and scene.accepts(possessor.i, LANDS) and not scene.accepts(head, ARMS)
        inside = lies and not has_child(scene.doc[head], "prep")  # not "China's stations in Antarctica"
        yield possessor.i, "kgo:locatedIn" if inside else "kgo:belongsTo", (head, head)


def _senders(scene: Scene, mention: TokenMention) -> Iterator[tuple[int, int]]:
    """The bodies that people are "from", each with its preposition; it stands right after them, wherever it hangs."""
    after = mention.head + 1
    preposition = scene.doc[after] if after < len(scene.doc) else None
    target = child(preposition, "pobj") if preposition is not None and preposition.lower_ == "from" else None
    if target is not None:
        yield from ((body.i, after) for body in spread(target) if scene.accepts(body.i, BODIES))


def _named_before(scene: Scene, head: int) -> int | None:
    """The name of an army or armed group right in front of a noun, or None."""
    for part in children(scene.doc[head], "compound", "nmod", "amod"):
        mention = scene.mention(part.i)
        if mention is None or mention.head != part.i or mention.mention.kind is not MentionKind.NAME:
            continue
        bound = mention.first > 0 and scene.doc[mention.first - 1].text in HYPHENS  # "the anti-Taliban fighters"
        if scene.accepts(part.i, FORCES) and not bound:
            return int(part.i)
    return None


def _tell(drafter: Drafter, head: int, owner: int, prop: str, words: tuple[int, int]) -> None:
    subject, target = find_end(drafter.scene, head), find_end(drafter.scene, owner)
    if subject is not None and target is not None:
        tell(drafter, subject, prop, target, Telling(words))
