"""How old a clause says that a person is: "she is 73"."""

from __future__ import annotations

from kg.clauses import Clause
from kg.model import Relation, Value
from kg.statements.scene import Scene
from kg.statements.wording import property_relation

AGE = "kgo:age"

OLDEST = 120
"""Years that a person may have lived."""


def told_age(scene: Scene, clause: Clause, subject: int, head: int) -> tuple[Relation, Value] | None:
    """The age of a person and its property, where a bare number is what the person is; None of anything else."""
    word = scene.doc[head]
    if scene.doc[clause.verb].lemma_ != "be" or word.pos_ != "NUM" or not scene.accepts(subject, ("kgo:Person",)):
        return None
    if not word.text.isdecimal() or not 0 < int(word.text) <= OLDEST:
        return None
    return property_relation(scene.ontology, AGE), Value(word.text, "xsd:decimal")
