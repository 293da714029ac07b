"""Relations between phrases -> drafts: what offices, relational nouns and event nouns share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Anchor, Argument, Evidence, Node, Relation, SlotMentions, Statement, Tense, Time, Value
from kg.statements.confidence import Sign, rate, sentence_signs
from kg.statements.draft import DraftEvent
from kg.statements.drafting import Drafter
from kg.statements.repeated import is_in_label
from kg.statements.scene import Scene
from kg.statements.stance import NEUTRAL, Stance
from kg.statements.wording import named_holders, property_relation

SCENES = frozenset({"kgo:location", "kgr:take_place"})
"""What is told of where and when an event is."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: a node and where the text names it."""

    node: Node
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Literal:
    """The far end of a relation that is no node: a number or a name, and where the text words it."""

    node: Value
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Telling:
    """How a noun phrase tells a relation: the words that carry it (first and last token), stance and tense.

    `owner` is the event noun whose time the statement carries, where `time` does not give it; `frame` and `event` what
    mapped it; `sign` what its confidence goes by, where it is no event or relational noun.
    """

    words: tuple[int, int]
    tense: Tense = Tense.PRESENT
    stance: Stance = NEUTRAL
    sign: Sign | None = None
    owner: int | None = None
    time: tuple[Time, Anchor] | None = None
    frame: str = ""
    event: DraftEvent | None = None


def find_end(scene: Scene, head: int) -> End | None:
    """The node whose phrase has this head token, None where the words are no node."""
    node = scene.node(head)
    return End(node, scene.anchor(head)) if isinstance(node, Node) else None


def tell(drafter: Drafter, subject: End, prop: str, target: End | Literal | None, telling: Telling) -> None:
    """Add the draft of one relation; a node is never joined with itself, nor told to be what it is called.

    `prop` is a property of the ontology, or an open relation (`kgr:take_place`).
    """
    scene = drafter.scene
    if target is not None and subject.node == target.node:
        return
    dated = telling.owner is not None and scene.time(telling.owner, future=False) is not None
    if target is not None and not dated and is_in_label(subject.node, prop, target.node):
        return
    relation = property_relation(scene.ontology, prop)
    if prop.startswith("kgr:"):
        relation = Relation(prop, prop.removeprefix("kgr:").replace("_", " "))
    time = telling.time
    if time is None and telling.owner is not None:
        time = scene.time(telling.owner, future=telling.tense is Tense.FUTURE, past=telling.tense is Tense.PAST)
    further = list(_further_times(scene, telling))
    holders = named_holders(scene, telling.stance)
    mentions = SlotMentions(
        subject=subject.anchor,
        relation=scene.parse.anchor(*telling.words),
        object=target.anchor if target else None,
        arguments=tuple(anchor for _, anchor in further),
        time=time[1] if time else None,
        attribution=tuple(scene.parse.anchor(cue[0], cue[-1]) for _, cue in holders),
    )
    statement = Statement(
        subject=subject.node,
        relation=relation,
        object=target.node if target else None,
        arguments=tuple(argument for argument, _ in further),
        time=time[0] if time else None,
        polarity=telling.stance.polarity,
        certainty=telling.stance.certainty,
        tense=telling.tense,
        mood=telling.stance.mood,
        holders=tuple(node for node, _ in holders),
        evidence=(_evidence(scene, telling, mentions, relation),),
    )
    drafter.add(statement, telling.frame, telling.event)


def _further_times(scene: Scene, telling: Telling) -> Iterator[tuple[Argument, Anchor]]:
    """What else dates the event noun: "the flight on Tuesday at noon"."""
    if telling.owner is None:
        return
    future, past = telling.tense is Tense.FUTURE, telling.tense is Tense.PAST
    for time, anchor in scene.further_times(telling.owner, future=future, past=past):
        if time.timex is not None:
            yield Argument("time", Value(time.timex)), anchor


def _sign(telling: Telling, relation: Relation) -> Sign:
    """What tells a statement: its own sign, or that of an event noun, or of a noun that names a relation."""
    if telling.sign is not None:
        return telling.sign
    if telling.event is None:
        return Sign.NOUN
    return Sign.SCENE if relation.id in SCENES else Sign.ROLE


def _evidence(scene: Scene, telling: Telling, mentions: SlotMentions, relation: Relation) -> Evidence:
    span = scene.sentence(telling.words[0])
    words = scene.parse.anchor(*telling.words)
    return Evidence(
        document=scene.parse.document.id,
        start=span.start,
        end=span.end,
        quote=span.text,
        phrase=" ".join(words.text.split()),
        lemma=scene.doc[telling.words[1]].lemma_.lower(),
        asserted=telling.stance.asserted and telling.tense is not Tense.FUTURE,
        confidence=rate([_sign(telling, relation), *sentence_signs(scene, telling.words[0])]),
        mentions=mentions,
    )
