"""How relations, holders and labels are worded: small functions that clauses and noun phrases share."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import child, children, has_child, is_infinitive
from kg.model import Node, Relation
from kg.ontology import Ontology
from kg.statements.holders import CARRIERS, Holder
from kg.statements.scene import Scene
from kg.statements.slots import lemma, verb_name
from kg.statements.stance import WISHES, Stance, StanceReader

PLACES = ("kgo:Place",)
SPREAD = 3
"""Tokens from a copula to its adjective, or from one verb to the next, that still stand together."""

MUTE = frozenset({"Thing", "Product", "Event", "Facility"})
SEEN = frozenset({"demonstrate", "illustrate", "imply", "indicate", "mean", "prove", "see", "show", "suggest"})
"""Verbs by which a thing lets one see what it cannot say."""

STRANDED = frozenset({"about", "at", "for", "of", "on", "to", "upon", "with"})
"""Prepositions that a passive keeps without their noun: "was fought for", "is cared for"."""

LASTING = {"miss": "missing", "pend": "pending"}
"""Verbs whose present participle alone is an adjective: "five are missing"."""

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
    if wishes(scene.doc[clause.worded]):
        name = "want"
    if clause.passive and not clause.find(ArgumentKind.AGENT):
        name = f"be {_participle(scene.doc, clause)}"
    elif clause.passive:
        name = " ".join([name, *_stranded(scene.doc[clause.worded])])
    if scene.doc[clause.verb].pos_ == "ADJ" and not name.startswith("be "):
        name = f"be {name}"  # "its leader dead"
    if name in LASTING and scene.doc[clause.verb].lower_ == LASTING[name] and not clause.find(ArgumentKind.OBJECT):
        name = f"be {LASTING[name]}"
    name = slug(" ".join([name, *(scene.doc[i].lower_ for i in marker)]))
    return Relation(f"kgr:{name}", name.replace("_", " "))  # the label from the id: one id never has two


def wishes(verb: Token) -> bool:
    """Whether a verb politely says that one wants to: "would like to build"."""
    would = any(c.lower_ in ("would", "'d", "’d") for c in children(verb, "aux"))
    return would and lemma(verb) in WISHES and any(is_infinitive(c) for c in children(verb, "xcomp", "ccomp"))


def _participle(doc: Doc, clause: Clause) -> str:
    """The past participle of a passive clause with its particle, in lower case."""
    verb = doc[clause.worded]
    return " ".join([str(verb.lower_), *(c.lower_ for c in children(verb, "prt")), *_stranded(verb)])


def _stranded(verb: Token) -> list[str]:
    """The preposition that a passive keeps without its noun: "for" of "was fought for"."""
    after = (c for c in children(verb, "prep") if c.i == verb.i + 1 and c.lower_ in STRANDED and not has_child(c))
    return [str(c.lower_) for c in after]


def predicate_words(verb: Token, reader: StanceReader) -> tuple[int, int]:
    """First and last token of a predicate, without auxiliaries: "is efficient", "continue to use".

    A copula goes with its adjective, a verb with the one before it that says how it goes on or ends, where all stands
    together; what is "believed to" or "set to" happen is not the believing.
    """
    first = last = verb.i
    adjective = child(verb, "acomp") if verb.lemma_ == "be" else None
    if adjective is not None and verb.i < adjective.i <= verb.i + SPREAD and child(verb, "expl") is None:
        last = adjective.i
    above = verb.head
    if verb.dep_ == "xcomp" and above.i < verb.i <= above.i + SPREAD and above.pos_ in ("VERB", "ADJ"):
        cue = reader.governing_cue(verb, above)
        able = cue is not None and cue.implies == "o|-"  # "is able to raise"
        bare = cue is not None and (cue.certainty, cue.tense, cue.polarity) == (None, None, None)
        adds_only = cue is not None and cue.merge and (able or bare)
        first = above.i if adds_only else first
    return first, last


def named_holders(scene: Scene, stance: Stance) -> list[tuple[Node, tuple[int, ...]]]:
    """The holders of a stance as nodes with their cues; one who says and then notes is one holder."""
    found: list[tuple[Node, tuple[int, ...]]] = []
    for holder in stance.holders:
        node = scene.node(holder.head)
        if isinstance(node, Node) and (not found or found[-1][0] != node) and not _is_evidence(scene, holder, node):
            found.append((node, holder.cue))
    return found


def _is_evidence(scene: Scene, holder: Holder, node: Node) -> bool:
    """Whether a thing only lets one see it and says nothing: "the winter clothing indicates that ..."."""
    word, cue = scene.doc[holder.head], scene.doc[holder.cue[-1]]
    mute = node.type in MUTE and word.pos_ == "NOUN" and word.lemma_.lower() not in CARRIERS
    return mute and cue.lemma_.lower() in SEEN and not scene.accepts(holder.head, ("kgo:Document",))
