"""How relations, holders and labels are worded: small functions that clauses and noun phrases share."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import children
from kg.model import Node, Relation
from kg.ontology import Ontology
from kg.statements.scene import Scene
from kg.statements.slots import verb_name
from kg.statements.stance import Stance

PLACES = ("kgo:Place",)
LOCATIVE = frozenset({"in", "at", "near", "on", "outside", "inside", "across", "throughout", "within", "around"})


def slug(text: str) -> str:
    """A relation's label as the local part of its id: "fight alongside" -> fight_alongside."""
    return "_".join("".join(c if c.isalnum() or c in "-_" else " " for c in text.lower()).split()) or "relate"


def property_relation(ontology: Ontology, prop: str) -> Relation:
    """A property of the ontology as a relation, with its label."""
    found = ontology.properties.get(prop)
    return Relation(prop, found.label if found is not None else prop.rpartition(":")[2])


def open_relation(scene: Scene, clause: Clause, marker: tuple[int, ...]) -> Relation:
    """The relation that a clause words itself: lemma, particle and preposition; of an agentless passive "be killed"."""
    name = verb_name(scene.doc, clause, scene.reader.cues.is_idiom)
    if clause.passive and not clause.find(ArgumentKind.AGENT):
        name = f"be {_participle(scene.doc, clause)}"
    name = slug(" ".join([name, *(scene.doc[i].lower_ for i in marker)]))
    return Relation(f"kgr:{name}", name.replace("_", " "))  # the label from the id: one id never has two


def _participle(doc: Doc, clause: Clause) -> str:
    """The past participle of a passive clause with its particle, in lower case."""
    verb = doc[clause.verb]
    return " ".join([str(verb.lower_), *(c.lower_ for c in children(verb, "prt"))])


def named_holders(scene: Scene, stance: Stance) -> list[tuple[Node, tuple[int, ...]]]:
    """The holders of a stance as nodes with their cues; one who says and then notes is one holder."""
    found: list[tuple[Node, tuple[int, ...]]] = []
    for holder in stance.holders:
        node = scene.node(holder.head)
        if isinstance(node, Node) and (not found or found[-1][0] != node):
            found.append((node, holder.cue))
    return found
