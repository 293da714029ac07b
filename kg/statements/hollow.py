"""Clauses whose content stands elsewhere or is lost: "has plans", "is willing", "said in a statement", "supports"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import child, children
from kg.mentions.words import TIME_NOUNS
from kg.model import Node, Value
from kg.ontology import Frame
from kg.statements.scene import LONGEST_GERUND, Scene
from kg.statements.slots import Slots, lemma
from kg.statements.targets import Refer, Target

LIGHT = frozenset({"do", "face", "find", "get", "give", "have", "keep", "make", "show", "take"})
"""Verbs that say next to nothing beside a noun with its own clause ("has plans to", "shows a willingness to")."""

TOPICAL = frozenset({"about", "against", "for", "of", "on", "to", "with"})
"""Prepositions after which a verb of saying tells what is said, or to whom."""

EFFORTS = frozenset({"attempt", "bid", "campaign", "drive", "effort", "move", "push", "struggle", "work"})
"""Nouns of what one does for an end: they may be led or supported themselves."""

SPATIAL = frozenset({"from", "in", "into", "subject", "to"})
"""Slots beside the object of verbs that do without: one can "leave" or "resign"."""

QUANTIFIERS = frozenset(
    {"all", "another", "any", "both", "each", "either", "enough", "few", "first", "former", "half", "last", "latest",
     "latter", "less", "many", "more", "most", "much", "next", "one", "ones", "only", "same", "second", "several",
     "some", "such", "these", "third", "those"}
)  # fmt: skip
"""Words that without a noun or an "of" phrase name nobody a reader could find."""


SHELLS = frozenset(
    {"aspect", "case", "circumstance", "fact", "factor", "instance", "issue", "matter", "point", "problem", "reason",
     "respect", "situation", "statement", "subject", "thing", "topic", "way"}
)  # fmt: skip
"""Nouns that only stand for what was said before."""

POINTING = frozenset({"this", "that", "these", "those", "such"})

HANDING_OVER = frozenset({"award", "bring", "give", "grant", "hand", "lend", "offer", "pay", "promise", "sell", "send"})
"""Verbs with two objects: to whom, and what."""

ORDINALS = frozenset({"first", "last", "latest", "next", "only", "same", "second", "third"})

LOOSE = frozenset({"about", "almost", "approximately", "barely", "hardly", "nearly", "partly", "practically", "roughly",
                   "scarcely", "virtually"})  # fmt: skip

SHARES = frozenset({"all", "every", "everybody", "everyone", "everything", "many", "much", "each"})
"""Words for a share that "not" before them makes smaller: "not all of the claims"."""


def is_quantifier(scene: Scene, head: int) -> bool:
    """Whether a phrase is only a quantifier that neither its own words nor the article explain."""
    token, chain = scene.doc[head], scene.chain(head)
    if token.lower_ in ORDINALS and chain is not None and " " not in chain.label:
        return True  # "rolled out the first that was sold": what tells which one is no part of its name
    explained = any(c.dep_ not in ("det", "cc", "conj", "punct", "advmod", "preconj") for c in token.children)
    return token.lower_ in QUANTIFIERS and not explained and (chain is None or len(chain.mentions) == 1)


def is_loosened(scene: Scene, head: int) -> bool:
    """Whether a word before a phrase makes it less or more than the phrase says: "almost the same size"."""
    mention = scene.mention(head)
    first = mention.phrase_first if mention is not None else scene.doc[head].left_edge.i
    before = scene.doc[first - 1] if first else None
    loose = before is not None and before.lower_ in LOOSE and before.pos_ == "ADV"
    return loose and scene.quantity(head) is None


def is_glued(scene: Scene, head: int) -> bool:
    """Whether two phrases were read as one: "owners of the phone a free case"."""
    return _seam(scene, head) is not None


def second_of_two(scene: Scene, clause: Clause, head: int) -> Node | None:
    """What is given, where it was read as one phrase with whom it is given to: "a free case"; None where none is."""
    seam, mention = _seam(scene, head), scene.mention(head)
    if seam is None or mention is None or lemma(scene.doc[clause.verb]) not in HANDING_OVER:
        return None
    anchor = scene.parse.anchor(seam, mention.phrase_last)
    words = " ".join(anchor.text.split()).partition(" ")[2]
    return Node(f"@{anchor.start}-{anchor.end}", words, "Thing")


def singled_out(scene: Scene, head: int) -> Node | None:
    """What is only "the first" or "the last" with the clause that tells which one; None of any other phrase."""
    token = scene.doc[head]
    clause = child(token, "relcl", "acl") if token.lower_ in ORDINALS else None
    if clause is None or clause.left_edge.i != head + 1 or clause.right_edge.i - head > LONGEST_GERUND:
        return None
    anchor = scene.parse.anchor(head, clause.right_edge.i)
    return Node(f"@{anchor.start}-{anchor.end}", " ".join(anchor.text.split()), "Thing")


def _seam(scene: Scene, head: int) -> int | None:
    """The article at which a second noun phrase begins within the phrase of this head, or None."""
    mention = scene.mention(head)
    inside = scene.doc[mention.phrase_first + 1 : mention.phrase_last] if mention is not None else ()
    articles = (t for t in inside if t.lower_ in ("a", "an", "the") and t.tag_ == "DT" and not scene.is_time(t.i))
    fits = (t for t in articles if t.nbor(-1).pos_ in ("NOUN", "PROPN", "NUM") and t.nbor().lemma_ not in TIME_NOUNS)
    found = next(fits, None)
    return found.i if found is not None else None


def is_pointer(scene: Scene, head: int) -> bool:
    """Whether a phrase only points back at what was said, and nothing tells at what: "this fact", "that reason"."""
    token, chain = scene.doc[head], scene.chain(head)
    points = any(c.lower_ in POINTING for c in children(token, "det"))
    described = any(c.dep_ not in ("det", "cc", "conj", "punct") for c in token.children)
    return points and lemma(token) in SHELLS and not described and (chain is None or len(chain.mentions) == 1)


def is_denied_share(scene: Scene, head: int) -> bool:
    """Whether a phrase is "not all of" something and its label no longer says so."""
    mention, edge = scene.mention(head), scene.doc[head].left_edge.i
    first = min(edge, mention.phrase_first) if mention is not None else edge
    first -= first > 0 and scene.doc[first - 1].lower_ == "not"
    if scene.doc[first].lower_ != "not" or scene.doc[first + 1].lower_ not in SHARES:
        return False
    node = scene.node(head)
    return isinstance(node, Value) or not node.label.lower().startswith("not ")


def content(scene: Scene, head: int, *, light: bool = False) -> Token | None:
    """The predicate of the clause that a noun is about ("plans to expand", "the fact that it burned"), or None.

    What is a thing of its own besides keeps its place, "a contract to supply planes" is signed, except after a verb
    that adds nothing to it (`light`): "made the decision to leave".
    """
    cues, noun = scene.reader.cues, scene.doc[head]
    if scene.cls(head) != "kgo:Thing" and not (light and scene.is_event(head)):
        return None
    for inner in children(noun, "acl", "ccomp", "xcomp"):
        marks = {c.lower_ for c in children(inner, "aux", "mark")}
        kinds = ("infinitive",) if "to" in marks else ("clause",) if "that" in marks else ("gerund", "participle")
        if any(cues.governor(lemma(noun), kind, noun=True) for kind in kinds):
            return inner
    return None


def filled_out(scene: Scene, clause: Clause, targets: list[Target], refer: Refer) -> list[Target] | None:
    """The targets with what a noun is about in place of the noun: "stressed the need to learn" stresses to learn.

    None where the verb adds nothing to it, or where it is not told: then the clause tells nothing.
    """
    found = []
    for target in targets:
        is_light = lemma(scene.doc[clause.verb]) in LIGHT
        about = content(scene, target.filled.head, light=is_light) if target.filled and not target.marker else None
        reference = refer(about.i) if about is not None else None
        if about is None or (not is_light and lemma(about.head) in EFFORTS):
            found.append(target)
        elif reference is not None and not is_light:
            found.append(Target(target.filled, reference=reference))
    return found if found or not targets else None


def is_hollow(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a clause tells only how another is meant, or that one spoke: "is willing to", "said on Friday"."""
    verb = scene.doc[clause.verb]
    if not targets and (slots.of("object") if not clause.passive else slots.of("complement")):
        return True  # its object is no more than a "what" or "that"
    adjective = child(verb, "acomp", "oprd")
    if adjective is not None and child(adjective, "xcomp") is not None and lemma(verb) == "be":
        return scene.reader.cues.governor(lemma(adjective), "infinitive") is not None
    speaks = scene.reader.cues.is_speech(lemma(verb)) and not any(scene.is_event(s.head) for s in slots.of("subject"))
    if clause.passive or not speaks or child(verb, "neg") is not None:
        return False
    return not targets or all(t.marker and scene.doc[t.marker[-1]].lower_ not in TOPICAL for t in targets)


def lacks_object(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a verb that every frame knows with an object has none: nobody "supports" nobody.

    What has a time or place says at least that; "the army attacked on Friday".
    """
    if targets or clause.passive or slots.of("object") or scene.time(clause.verb, future=False) is not None:
        return False
    frames = scene.frames.of_verb(*slots.keys)
    known = bool(frames) and all(_needs_object(frame) for frame in frames)
    return known and not clause.find(ArgumentKind.PREPOSITIONAL)


def _needs_object(frame: Frame) -> bool:
    slots = [frame.roles.get(role, ()) for role in frame.require]
    return any("object" in one and not SPATIAL & set(one) for one in slots)
