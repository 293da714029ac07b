"""What the statement stage asks of an ontology, made ready once for all documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.ontology import Ontology
from kg.statements.cues import Cues, read_cues
from kg.statements.frames import Frames


@dataclass(frozen=True, slots=True)
class Knowledge:
    """An ontology with its cues and frames by word.

    `speech` are verbs of saying and citing, `stative` verbs whose participle says what a thing is, `believed` those
    that take an infinitive in the passive alone ("believed to be").
    """

    ontology: Ontology
    cues: Cues
    frames: Frames
    speech: frozenset[str]
    stative: frozenset[str]
    believed: frozenset[str]


@lru_cache(maxsize=4)
def prepare(ontology: Ontology) -> Knowledge:
    """Return what the statement stage asks of `ontology`."""
    cues = read_cues(ontology)
    governors = sorted(cues.sections.get("governor", {}))
    return Knowledge(
        ontology=ontology,
        cues=cues,
        frames=Frames(ontology),
        speech=frozenset(word for word in governors if cues.is_speech(word)),
        stative=frozenset(cues.sections.get("stative", {})),
        believed=frozenset(
            word for word in governors
            if cues.governor(word, "infinitive") is None and cues.governor(word, "infinitive", passive=True) is not None
        ),
    )  # fmt: skip
