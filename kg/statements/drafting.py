"""Clauses -> drafts: each clause gives the statements that its subjects and objects make, inner clauses first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause, SubjectSource
from kg.clauses.finding import governing_predicate
from kg.clauses.syntax import child, children
from kg.model import (
    Anchor, Evidence, Filler, Node, Relation, SlotMentions, Statement, StatementRef, Tense, Value,
)  # fmt: skip
from kg.model import Argument as StatementArgument
from kg.statements.draft import Draft, DraftEvent
from kg.statements.frames import Match
from kg.statements.scene import Scene
from kg.statements.slots import Filled, Slots, clause_slots, verb_name
from kg.statements.stance import Stance

PAIRS = 64
"""A clause with more pairs of subject and object than this gives each subject and each object once, not every pair."""

PLACES = ("kgo:Place",)
LOCATIVE = frozenset({"in", "at", "near", "on", "outside", "inside", "across", "throughout", "within", "around"})
AIMED = LOCATIVE | {"from", "into", "to"}
SOURCES = frozenset({"according to"})
DEDUCTIONS = {
    SubjectSource.OWN: 0.0,
    SubjectSource.ANTECEDENT: 0.04,
    SubjectSource.INHERITED: 0.05,
    SubjectSource.CONTROL: 0.08,
}
"""Confidence lost by how the subject was found; set by reading statements, refined against judgements in benchmarks/."""


class Drafter:
    """Turns the clauses of one scene into drafts."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self._lead: dict[int, int] = {}
        """Predicate -> number of the first draft of its clause."""

    def draft(self, clauses: Sequence[Clause]) -> list[Draft]:
        """Return the drafts of all clauses, in the order of their numbers."""
        for clause in _inner_first(clauses):
            if not self._is_merged(clause):
                self._draft_clause(clause)
        return self.drafts

    def _is_merged(self, clause: Clause) -> bool:
        """Whether the clause only adds to its complement's verb ("is expected to", "has yet to")."""
        verb = self.scene.doc[clause.verb]
        for argument in clause.find(ArgumentKind.CLAUSAL):
            inner = self.scene.doc[argument.head]
            if inner.dep_ in ("xcomp", "ccomp") and inner.head.i == verb.i:
                cue = self.scene.reader.governing_cue(inner, verb)
                if cue is not None and cue.merge:
                    return True
        adjective = child(verb, "acomp", "oprd")
        inner = child(adjective, "xcomp") if adjective is not None else None
        cue = self.scene.reader.governing_cue(inner, verb) if inner is not None else None
        return cue is not None and cue.merge

    def _draft_clause(self, clause: Clause) -> None:
        scene = self.scene
        slots = clause_slots(scene.doc, clause, scene.reader.cues.is_idiom)
        subjects = slots.of("subject") or (slots.of("object") if clause.passive else ())
        if not subjects or _is_expletive(scene, subjects[0].head):
            return
        stance = scene.reader.stance(scene.doc[clause.verb])
        match = scene.frames.match_verb(slots, scene.accepts)
        writer = _ClauseWriter(self, clause, slots, stance, match)
        for statement, frame, event in writer.statements(subjects):
            self._add(clause.verb, statement, frame, event)

    def _add(self, verb: int, statement: Statement, frame: str, event: DraftEvent | None) -> None:
        number = len(self.drafts)
        self._lead.setdefault(verb, number)
        self.drafts.append(Draft(number, statement, frame, event=event))

    def add(self, statement: Statement, frame: str = "", event: DraftEvent | None = None) -> None:
        """Add a draft that a noun phrase tells."""
        self.drafts.append(Draft(len(self.drafts), statement, frame, nominal=True, event=event))

    def reference(self, verb: int) -> StatementRef | None:
        """A reference to what the clause at `verb` says, where it says something; through what is merged into it."""
        number = self._lead.get(verb)
        if number is None:
            inner = [c for c in self.scene.doc[verb].children if c.dep_ in ("xcomp", "ccomp")]
            return self.reference(inner[0].i) if inner else None
        return StatementRef(f"!{number}", self.drafts[number].statement.label)


class _ClauseWriter:
    """Writes the statements of one clause."""

    def __init__(self, drafter: Drafter, clause: Clause, slots: Slots, stance: Stance, match: Match | None) -> None:
        self.drafter = drafter
        self.scene = drafter.scene
        self.clause = clause
        self.slots = slots
        self.stance = stance
        self.match = match
        self.found = self.scene.time(clause.verb, future=stance.tense is Tense.FUTURE)

    def statements(self, subjects: tuple[Filled, ...]) -> Iterator[tuple[Statement, str, DraftEvent | None]]:
        event = self._event()
        edges = {(a.head, b.head): prop for a, prop, b in self._edges()}
        frame = self.match.frame.id if self.match else ""
        objects = self._objects()
        for subject, target in _pairs(subjects, objects):
            direct = edges.pop((subject.head, target.filled.head), None) if target and target.filled else None
            statement = self._statement(subject, target, direct)
            if statement is not None:
                yield statement, frame if direct or event else "", event
        for (one, other), prop in edges.items():
            statement = self._edge_statement(one, other, prop)
            if statement is not None:
                yield statement, frame, event

    # ------------------------------------------------------------ the frame

    def _event(self) -> DraftEvent | None:
        if self.match is None or not self.match.frame.cls:
            return None
        roles = tuple(
            (f"kgo:{role}" if ":" not in role else role, node)
            for role, fillers in self.match.roles.items()
            for node in (self.scene.node(f.head) for f in fillers)
            if isinstance(node, Node)
        )
        trigger = self.scene.parse.anchor(self.clause.verb, self.clause.verb)
        return DraftEvent(self.match.frame.cls, roles, trigger, self._event_chain(), tuple(self._aims()))

    def _aims(self) -> Iterator[tuple[Node, int]]:
        """The places in the purpose clauses, with the draft of the innermost clause around each."""
        for clause in _purposes(self.scene.doc[self.clause.verb]):
            for preposition in (t for t in clause.subtree if t.dep_ == "prep" and t.lower_ in AIMED):
                target = child(preposition, "pobj")
                if target is None or not self.scene.accepts(target.i, PLACES):
                    continue
                node, inner = self.scene.node(target.i), governing_predicate(target)
                reference = self.drafter.reference(inner) if inner is not None else None
                if isinstance(node, Node) and reference is not None:
                    yield node, int(reference.statement[1:])

    def _event_chain(self) -> int | None:
        """The chain of an object that names the event itself: "held talks", "launched an attack"."""
        for filled in self.slots.of("object"):
            chain = self.scene.chain(filled.head)
            if (
                chain is not None
                and self.match is not None
                and self.scene.accepts(filled.head, (self.match.frame.cls,))
            ):
                return chain.number
        return None

    def _edges(self) -> Iterator[tuple[Filled, str, Filled]]:
        if self.match is not None:
            for one, prop, other in self.match.edges():
                for a, b in product(self.match.roles[one], self.match.roles[other]):
                    yield a, prop, b

    def _edge_statement(self, one: int, other: int, prop: str) -> Statement | None:
        subject, target = self.scene.node(one), self.scene.node(other)
        if not isinstance(subject, Node) or subject == target:
            return None
        relation = Relation(prop, self._property_label(prop))
        return self._finish(subject, one, relation, target, other, ())

    def _property_label(self, prop: str) -> str:
        found = self.scene.ontology.properties.get(prop)
        return found.label if found is not None else prop.rpartition(":")[2]

    # ------------------------------------------------------------ the open statement

    def _objects(self) -> list[_Target]:
        """What the open statement may have as object: the first kind that the clause has."""
        clause = self.clause
        inner = [t for a in clause.find(ArgumentKind.CLAUSAL) for t in self._clausal(a)]
        if clause.passive:
            agents = clause.find(ArgumentKind.AGENT)
            direct = [_Target(f) for f in self.slots.of("object")] if agents else []
        else:
            direct = [
                _Target(f)
                for f in (*self.slots.of("object"), *self.slots.of("complement"))
                if self.scene.is_worded(f.head)
            ]
        if direct and inner:
            return inner if clause.find(ArgumentKind.OBJECT) and self._is_told() else [*direct, *inner[:1]]
        if direct or inner:
            return direct or inner
        for argument in clause.find(ArgumentKind.PREPOSITIONAL):
            if not self._is_circumstance(argument) and self.scene.is_worded(argument.head):
                marker = argument.marker
                return [_Target(Filled(head, marker), marker) for head in argument.heads]
        return []

    def _is_told(self) -> bool:
        """ "told him that ...": whom one tells is no object."""
        verb = self.scene.doc[self.clause.verb]
        return self.scene.reader.cues.is_speech(verb.lemma_.lower())

    def _clausal(self, argument: Argument) -> Iterator[_Target]:
        inner = self.scene.doc[argument.head]
        if inner.dep_ in ("ccomp", "xcomp") and inner.head.i == self.clause.verb:
            reference = self.drafter.reference(argument.head)
            if reference is not None:
                yield _Target(None, (), reference)

    def _is_circumstance(self, argument: Argument) -> bool:
        marker = " ".join(self.scene.doc[i].lower_ for i in argument.marker)
        return marker in SOURCES or self.scene.is_time(argument.head)

    def _statement(self, subject: Filled, target: _Target | None, direct: str | None) -> Statement | None:
        node = self.scene.node(subject.head)
        if not isinstance(node, Node):
            return None
        marker = target.marker if target else ()
        relation = Relation(direct, self._property_label(direct)) if direct else self._open_relation(marker)
        if target is None and relation.id == "kgr:be":
            return None
        if target is None:
            return self._finish(node, subject.head, relation, None, None, ())
        filler: Filler = target.reference or self.scene.node(target.filled.head) if target.filled else target.reference  # type: ignore[assignment]
        if filler == node:
            return None
        head = target.filled.head if target.filled else None
        return self._finish(node, subject.head, relation, filler, head, marker)

    def _open_relation(self, marker: tuple[int, ...]) -> Relation:
        name = verb_name(self.scene.doc, self.clause, self.scene.reader.cues.is_idiom)
        agent = self.clause.find(ArgumentKind.AGENT)
        if self.clause.passive and not agent:
            name = f"be {participle(self.scene, self.clause)}"
        words = [name, *(self.scene.doc[i].lower_ for i in marker)]
        label = " ".join(words)
        return Relation("kgr:" + slug(label), label)

    # ------------------------------------------------------------ what both share

    def _finish(
        self,
        subject: Node,
        subject_head: int,
        relation: Relation,
        filler: Filler | None,
        head: int | None,
        marker: tuple[int, ...],
    ) -> Statement:
        scene = self.scene
        arguments = list(self._arguments({subject_head, head}))
        place = self._place()
        quantity = self._quantity(head, subject_head)
        holders = named_holders(scene, self.stance)
        mentions = SlotMentions(
            subject=scene.anchor(subject_head),
            relation=self._relation_anchor(),
            object=scene.anchor(head) if head is not None else None,
            arguments=tuple(anchor for _, anchor in arguments),
            time=self.found[1] if self.found else None,
            place=place[1] if place else None,
            quantity=quantity[1] if quantity else None,
            attribution=tuple(scene.parse.anchor(cue[0], cue[-1]) for _, cue in holders),
        )
        return Statement(
            subject=subject,
            relation=relation,
            object=filler,
            arguments=tuple(argument for argument, _ in arguments),
            time=self.found[0] if self.found else None,
            place=place[0] if place else None,
            quantity=quantity[0] if quantity else None,
            purpose=self._purpose(),
            polarity=self.stance.polarity,
            certainty=self.stance.certainty,
            tense=self.stance.tense or Tense.PRESENT,
            mood=self.stance.mood,
            holders=tuple(node for node, _ in holders),
            evidence=(self._evidence(mentions, marker),),
        )

    def _arguments(self, used: set[int | None]) -> Iterator[tuple[StatementArgument, Anchor]]:
        roles = {f.head: role for role, fillers in (self.match.roles.items() if self.match else ()) for f in fillers}
        for slot, fillers in self.slots.fillers.items():
            if slot == "subject" or slot in SOURCES or any(f.head in used for f in fillers):
                continue
            for filled in fillers:
                if (
                    self.scene.is_time(filled.head)
                    or not self.scene.is_worded(filled.head)
                    or (slot in ("object", "complement") and filled.head not in roles)
                ):
                    continue
                node = self.scene.node(filled.head)
                yield StatementArgument(roles.get(filled.head, slot), node), self.scene.anchor(filled.head)

    def _place(self) -> tuple[Node, Anchor] | None:
        for argument in self.clause.find(ArgumentKind.PREPOSITIONAL):
            word = self.scene.doc[argument.marker[-1]].lower_
            if word in LOCATIVE and self.scene.accepts(argument.head, PLACES):
                node = self.scene.node(argument.head)
                if isinstance(node, Node):
                    return node, self.scene.anchor(argument.head)
        return None

    def _quantity(self, *heads: int | None) -> tuple[object, Anchor] | None:  # type: ignore[type-arg]
        for head in heads:
            found = self.scene.quantity(head) if head is not None else None
            if found is not None:
                return found
        return None

    def _purpose(self) -> StatementRef | None:
        purposes = _purposes(self.scene.doc[self.clause.verb])
        return self.drafter.reference(purposes[0].i) if purposes else None

    def _relation_anchor(self) -> Anchor:
        group = self.clause.relation
        verb = self.clause.verb
        contiguous = [i for i in group if all(j in group for j in range(min(i, verb), max(i, verb)))]
        return self.scene.parse.anchor(verb, verb, min(contiguous), max(contiguous))

    def _evidence(self, mentions: SlotMentions, marker: tuple[int, ...]) -> Evidence:
        scene, doc = self.scene, self.scene.doc
        sentence = doc[self.clause.verb].sent
        span = scene.parse.anchor(sentence.start, sentence.end - 1)
        words = [doc[i].text for i in sorted({*self.clause.relation, *marker})]
        return Evidence(
            document=scene.parse.document.id,
            start=span.start,
            end=span.end,
            quote=span.text,
            phrase=" ".join(words),
            lemma=verb_name(doc, self.clause, scene.reader.cues.is_idiom),
            asserted=self.stance.asserted,
            confidence=self._confidence(),
            mentions=mentions,
        )

    def _confidence(self) -> float:
        source = self.clause.subjects[0].source if self.clause.subjects else SubjectSource.OWN
        loss = DEDUCTIONS[source] + (0.1 if self.scene.doc[self.clause.verb].dep_ in ("dep", "parataxis") else 0.0)
        return round(0.95 - loss - (0.0 if self.match else 0.03), 2)


def named_holders(scene: Scene, stance: Stance) -> list[tuple[Node, tuple[int, ...]]]:
    """The holders of a stance as nodes with their cues; one who says and then notes is one holder."""
    found: list[tuple[Node, tuple[int, ...]]] = []
    for holder in stance.holders:
        node = scene.node(holder.head)
        if isinstance(node, Node) and (not found or found[-1][0] != node):
            found.append((node, holder.cue))
    return found


class _Target:
    """What an open statement has as object: a filled slot with the preposition it takes, or another statement."""

    __slots__ = ("filled", "marker", "reference")

    def __init__(
        self, filled: Filled | None, marker: tuple[int, ...] = (), reference: StatementRef | None = None
    ) -> None:
        self.filled = filled
        self.marker = marker
        self.reference = reference


def _purposes(verb: Token) -> list[Token]:
    """The infinitives of purpose beside a verb."""
    clauses = (c for c in children(verb, "advcl") if child(c, "mark") is None)
    return [c for c in clauses if any(a.lower_ == "to" for a in children(c, "aux"))]


def slug(text: str) -> str:
    """A relation's label as the local part of its id: "fight alongside" -> fight_alongside."""
    return "_".join("".join(c if c.isalnum() or c in "-_" else " " for c in text.lower()).split()) or "relate"


def participle(scene: Scene, clause: Clause) -> str:
    """The past participle of a passive clause with its particle, in lower case."""
    verb = scene.doc[clause.verb]
    return " ".join([str(verb.lower_), *(c.lower_ for c in children(verb, "prt"))])


def _pairs(subjects: Sequence[Filled], objects: Sequence[_Target]) -> Iterator[tuple[Filled, _Target | None]]:
    if not objects:
        yield from ((s, None) for s in subjects)
    elif len(subjects) * len(objects) <= PAIRS:
        yield from product(subjects, objects)
    else:
        yield from ((s, objects[0]) for s in subjects)
        yield from ((subjects[0], o) for o in objects[1:])


def _is_expletive(scene: Scene, head: int) -> bool:
    token = scene.doc[head]
    if token.dep_ == "expl" or token.lower_ == "there":
        return True
    clausal = [c for c in token.head.children if c.dep_ in ("ccomp", "xcomp", "advcl", "csubj")]
    judged = child(token.head, "acomp", "attr") is not None or child(token.head, "auxpass") is not None
    return bool(token.lower_ == "it" and clausal and judged)


def _inner_first(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses so that each comes after those it governs; in text order among equals."""
    depth: dict[int, int] = {}
    parents = {c.verb: c.parent for c in clauses}
    for clause in clauses:
        path: list[int] = []
        verb: int | None = clause.verb
        while verb is not None and verb not in depth and verb not in path:
            path.append(verb)
            verb = parents.get(verb)
        base = depth.get(verb, 0) if verb is not None else 0
        for step, known in enumerate(reversed(path), start=1):
            depth[known] = base + step
    return sorted(clauses, key=lambda c: (-depth[c.verb], c.verb))


__all__ = ["Drafter", "Value", "replace"]
