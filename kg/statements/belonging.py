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
from kg.statements.whereabouts import FORCES, HELD, meant

SENT = "kgr:be_from"
"""What people "from" a body that is no army tell: a union's observers, a hospital's doctors need not be members."""

PERSONAL = frozenset({"kgo:memberOf", SENT})

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

ECHELONS = ("squad", "platoon", "battery", "company", "squadron", "battalion", "regiment", "group", "brigade", "wing",
            "division", "corps", "army")  # fmt: skip
"""Units by size, the smaller in the greater: "2nd Battalion, 5th Regiment"."""


def draft_belonging(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add whose people and things are to the drafts of `drafter`."""
    for mention in mentions:
        if mention.mention.kind is MentionKind.NOMINAL:
            for owner, prop, words in _owners(drafter.scene, mention):
                for head in meant(drafter.scene, mention.head) if prop in PERSONAL else (mention.head,):
                    _tell(drafter, head, owner, prop, words)
        elif (greater := _greater_unit(drafter.scene, mention)) is not None:
            _tell(drafter, mention.head, greater, "kgo:partOf", (mention.last + 1, mention.last + 1))


def _greater_unit(scene: Scene, unit: TokenMention) -> int | None:
    """The greater unit named after a comma: the regiment of "2nd Battalion, 5th Regiment", None where there is none."""
    after = unit.last + 2
    if after >= len(scene.doc) or scene.doc[after - 1].text != ",":
        return None
    found = scene.mention(after)
    sizes = [_echelon(scene, m) for m in (unit, found) if m is not None]
    is_greater = found is not None and found.first == after and len(sizes) == 2 and -1 < sizes[0] < sizes[1]
    return found.head if found is not None and is_greater else None


def _echelon(scene: Scene, mention: TokenMention) -> int:
    """The size of a unit by the last word of its name, -1 where it is no unit."""
    word = scene.doc[mention.last].lower_
    return ECHELONS.index(word) if word in ECHELONS and mention.mention.kind is MentionKind.NAME else -1


def _owners(scene: Scene, mention: TokenMention) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Owners of what a noun names, with the property and the words that tell it."""
    head = mention.head
    people = scene.accepts(head, PEOPLE) and not scene.accepts(head, VICTIMS)
    arms = scene.accepts(head, ARMS)
    if people or arms:
        for owner, of in _senders(scene, mention, BODIES if people else FORCES):
            member = "kgo:memberOf" if scene.accepts(owner, FORCES) else SENT
            yield owner, member if people else "kgo:belongsTo", (of, of)
    before = _named_before(scene, head)
    if before is not None and people:
        yield before, "kgo:memberOf", (head, head)
    elif before is not None and (arms or scene.accepts(head, SITES) or scene.doc[head].lemma_.lower() in HELD):
        yield before, "kgo:belongsTo", (head, head)
    elif arms and (shared := _named_before_list(scene, head)) is not None:
        yield shared, "kgo:belongsTo", (head, head)
    possessor = child(scene.doc[head], "poss")
    owners = OWNERS if scene.accepts(head, SITES) else ARMED if scene.accepts(head, ARMS) else ()
    if possessor is not None and scene.accepts(possessor.i, owners):
        lies = owners is OWNERS and scene.accepts(possessor.i, LANDS) and not scene.accepts(head, ARMS)
        inside = lies and not has_child(scene.doc[head], "prep")  # not "China's stations in Antarctica"
        yield possessor.i, "kgo:locatedIn" if inside else "kgo:belongsTo", (head, head)


def _senders(scene: Scene, mention: TokenMention, bodies: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The `bodies` that people or arms are "from", each with its preposition; it stands right after them."""
    after = mention.head + 1
    preposition = scene.doc[after] if after < len(scene.doc) else None
    target = child(preposition, "pobj") if preposition is not None and preposition.lower_ == "from" else None
    if target is not None:
        yield from ((body.i, after) for body in spread(target) if scene.accepts(body.i, bodies))


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


def _named_before_list(scene: Scene, head: int) -> int | None:
    """The army named before the first of a list of bare plurals: "destroyed Taliban trucks, rifles and mines"."""
    first = scene.doc[head]
    while first.dep_ == "conj":
        if first.tag_ != "NNS" or has_child(first, "det", "poss", "nummod"):
            return None
        first = first.head
    bare = first.i != head and first.tag_ == "NNS" and scene.accepts(first.i, ARMS)
    return _named_before(scene, first.i) if bare else None


def _tell(drafter: Drafter, head: int, owner: int, prop: str, words: tuple[int, int]) -> None:
    subject, target = find_end(drafter.scene, head), find_end(drafter.scene, owner)
    if subject is not None and target is not None:
        tell(drafter, subject, prop, target, Telling(words))
