"""What came of what is told: "was delayed, leading to queues" is said of the delay, not of what was delayed."""

from __future__ import annotations

from kg.clauses import Clause
from kg.clauses.syntax import OBJECTS, SUBJECTS, child, has_child
from kg.statements.scene import Scene

LEADING = frozenset({"lead", "result"})
"""Verbs that tell what came of a happening, whoever did it."""

CAUSING = frozenset({
    "allow", "bring", "cause", "complicate", "create", "drive", "enable", "end", "fuel", "force", "leave", "make",
    "mean", "prompt", "push", "raise", "send", "spark", "threaten", "trigger",
})  # fmt: skip
"""Verbs that tell so where nobody did it: "fell, forcing the firm to close", but "shelled the town, causing a fire"."""

ACTORS = ("kgo:Person", "kgo:Group", "kgo:Organization", "kgo:Country")


def is_outcome_of(scene: Scene, clause: Clause) -> bool:
    """Whether a participle after a comma tells what came of the clause before it, which then is its subject."""
    verb = scene.doc[clause.verb]
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or not main.i < verb.i or clause.parent != main.i:
        return False
    edge = verb.left_edge.i
    if scene.doc[edge - 1].text not in (",", "—", "–") or has_child(verb, "mark", "aux", *SUBJECTS):
        return False
    lemma = verb.lemma_.lower()
    if lemma in LEADING:
        return has_child(verb, "prep")
    return lemma in CAUSING and not _has_actor(scene, clause, passive=child(main, "auxpass") is not None)


def _has_actor(scene: Scene, clause: Clause, *, passive: bool) -> bool:
    """Whether the subject of the clause before did something that this came of."""
    if passive:
        return False
    main = scene.doc[clause.verb].head
    acting = any(scene.accepts(s.head, ACTORS) for s in clause.subjects)
    return acting or has_child(main, *OBJECTS)
