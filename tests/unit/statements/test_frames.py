"""Slots -> frame: the most specific key, required classes, optional roles, edges with both ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ontology import Frame, load
from kg.statements.frames import Frames, Match, has_slot
from kg.statements.slots import Filled, Slots

CLASSES = {1: "person", 2: "troops", 3: "place", 4: "letter"}
"""What stands at each token."""

BASE = next(frame for frame in load().frames if frame.id == "attack")


def frame(name: str, **more: object) -> Frame:
    return replace(BASE, id=name, **{"verbs": (), "nouns": (), "require": {}, "edges": (), "roles": {}, **more})  # type: ignore[arg-type]


SEND = frame(
    "send", verbs=("send",), roles={"agent": ("subject",), "theme": ("object",), "goal": ("to", "into")},
    require={"theme": ("troops",)}, edges=(("agent", "kgo:sentTo", "goal"), ("agent", "kgo:sent", "theme")),
)  # fmt: skip
GIVE = frame(
    "give", verbs=("send",), roles={"agent": ("subject",), "theme": ("object",)}, require={"theme": ("letter",)}
)
LIGHT = frame(
    "talk", verbs=("hold + talks",), roles={"agent": ("subject",), "other": ("with",)}, require={"other": ("person",)}
)
PASS = frame("pass", verbs=("pass",), roles={"agent": ("subject",), "theme": ("object",)}, refuse={"to": ("person",)})
ASK = frame("ask", verbs=("ask",), roles={"agent": ("subject",), "whom": ("object",)}, needs=("infinitive", "for"))
HOLD = frame("hold", verbs=("hold",), roles={"agent": ("subject",)})
ENVOY = frame("envoy", nouns=("envoy",), roles={"one": ("self",), "whom": ("of",)})


def slots(keys: str, light: dict[str, int] | None = None, **fillers: int) -> Slots:
    def filled(found: dict[str, int]) -> dict[str, tuple[Filled, ...]]:
        return {slot: (Filled(head),) for slot, head in found.items()}

    return Slots(0, tuple(keys.split(", ")), filled(fillers), filled(light or {}))


def match(given: Slots, *, noun: bool = False) -> Match | None:
    frames = Frames(replace(load(), frames=(SEND, GIVE, LIGHT, PASS, ASK, HOLD, ENVOY)))
    accepts = lambda head, classes: CLASSES[head] in classes  # noqa: E731
    return frames.match_noun(given, accepts) if noun else frames.match_verb(given, accepts)


@pytest.mark.parametrize("given, wanted, roles, edges", [
    (slots("send", subject=1, object=2, to=3), "send", {"agent": 1, "theme": 2, "goal": 3}, 2),
    (slots("send", subject=1, object=2, into=3), "send", {"agent": 1, "theme": 2, "goal": 3}, 2),
    (slots("send", object=2), "send", {"theme": 2}, 0),
    (slots("send", subject=1, object=4, to=3), "give", {"agent": 1, "theme": 4}, 0),
    (slots("send", subject=1, object=3), None, {}, 0),
    (slots("send", subject=1), None, {}, 0),
    (slots("dispatch", subject=1, object=2), None, {}, 0),
    (slots("hold + talks, hold", {"with": 1}, subject=1), "hold", {"agent": 1}, 0),  # nobody is two participants
    (slots("hold + talks, hold", {"with": 1}, subject=3), "talk", {"agent": 3, "other": 1}, 0),
    (slots("hold", {"with": 1}, subject=3), "hold", {"agent": 3}, 0),
    (slots("pass", subject=1, object=4), "pass", {"agent": 1, "theme": 4}, 0),
    (slots("pass", subject=1, object=4, to=3), "pass", {"agent": 1, "theme": 4}, 0),
    (slots("pass", subject=1, object=4, to=1), None, {}, 0),  # who is handed something passes no law
    (slots("ask", subject=1, object=2), None, {}, 0),
    (slots("ask", {}, subject=1, object=2, **{"for": 4}), "ask", {"agent": 1, "whom": 2}, 0),
    (replace(slots("ask", subject=1, object=2), governed=frozenset({"infinitive"})), "ask", {"agent": 1, "whom": 2}, 0),
])  # fmt: skip
def test_a_verb_brings_up_a_frame(given: Slots, wanted: str | None, roles: dict[str, int], edges: int) -> None:
    found = match(given)
    assert (found.frame.id if found else None) == wanted
    if found is not None:
        assert {role: fillers[0].head for role, fillers in found.roles.items()} == roles
        assert len(found.edges()) == edges


def test_a_noun_brings_up_a_frame() -> None:
    found = match(slots("envoy", self=1, of=3), noun=True)
    assert found is not None and found.frame.id == "envoy"
    assert match(slots("envoy", self=1, of=3)) is None


@pytest.mark.parametrize("slot, wanted", [("object", True), ("into", True), ("with", False)])
def test_a_frame_has_a_slot(slot: str, wanted: bool) -> None:
    assert has_slot(SEND, slot) is wanted


@pytest.mark.parametrize("words, wanted", [(("envoy",), "envoy"), (("envoys", "envoy"), "envoy"), (("cat",), None)])
def test_a_noun_may_bring_up_a_frame(words: tuple[str, ...], wanted: str | None) -> None:
    found = Frames(replace(load(), frames=(ENVOY,))).nominal(*words)
    assert (found.id if found else None) == wanted
