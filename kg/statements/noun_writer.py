"""Relations between phrases -> drafts: what offices, relational nouns and event nouns share."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Anchor, Evidence, Node, Relation, SlotMentions, Statement, Tense
from kg.statements.draft import DraftEvent
from kg.statements.drafting import Drafter
from kg.statements.scene import Scene
from kg.statements.stance import NEUTRAL, Stance
from kg.statements.wording import named_holders, property_relation

SURE = 0.9
"""Confidence of what a noun phrase tells by itself; set by reading statements against their quotes."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: a node and where the text names it."""

    node: Node
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Telling:
    """How a noun phrase tells a relation: the words that carry it (first and last token), stance and tense.

    `owner` is the event noun whose time the statement carries; `frame` and `event` what mapped it.
    """

    words: tuple[int, int]
    tense: Tense = Tense.PRESENT
    stance: Stance = NEUTRAL
    confidence: float = SURE
    owner: int | None = None
    frame: str = ""
    event: DraftEvent | None = None


def find_end(scene: Scene, head: int) -> End | None:
    """The node whose phrase has this head token, None where the words are no node."""
    node = scene.node(head)
    return End(node, scene.anchor(head)) if isinstance(node, Node) else None


def tell(drafter: Drafter, subject: End, prop: str, target: End | None, telling: Telling) -> None:
    """Add the draft of one relation; a node is never joined with itself.

    `prop` is a property of the ontology, or an open relation (`kgr:take_place`).
    """
    if target is not None and subject.node == target.node:
        return
    scene = drafter.scene
    relation = property_relation(scene.ontology, prop)
    if prop.startswith("kgr:"):
        relation = Relation(prop, prop.removeprefix("kgr:").replace("_", " "))
    time = None
    if telling.owner is not None:
        time = scene.time(telling.owner, future=telling.tense is Tense.FUTURE, past=telling.tense is Tense.PAST)
    holders = named_holders(scene, telling.stance)
    mentions = SlotMentions(
        subject=subject.anchor,
        relation=scene.parse.anchor(*telling.words),
        object=target.anchor if target else None,
        time=time[1] if time else None,
        attribution=tuple(scene.parse.anchor(cue[0], cue[-1]) for _, cue in holders),
    )
    statement = Statement(
        subject=subject.node,
        relation=relation,
        object=target.node if target else None,
        time=time[0] if time else None,
        polarity=telling.stance.polarity,
        certainty=telling.stance.certainty,
        tense=telling.tense,
        mood=telling.stance.mood,
        holders=tuple(node for node, _ in holders),
        evidence=(_evidence(scene, telling, mentions),),
    )
    drafter.add(statement, telling.frame, telling.event)


def _evidence(scene: Scene, telling: Telling, mentions: SlotMentions) -> Evidence:
    sentence = scene.doc[telling.words[0]].sent
    span = scene.parse.anchor(sentence.start, sentence.end - 1)
    words = scene.parse.anchor(*telling.words)
    return Evidence(
        document=scene.parse.document.id,
        start=span.start,
        end=span.end,
        quote=span.text,
        phrase=" ".join(words.text.split()),
        lemma=scene.doc[telling.words[1]].lemma_.lower(),
        asserted=telling.stance.asserted and telling.tense is not Tense.FUTURE,
        confidence=telling.confidence,
        mentions=mentions,
    )
