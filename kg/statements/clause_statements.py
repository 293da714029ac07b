"""One clause -> its statements: the open one for each pair of subject and object, and what its frame says directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.finding import governing_predicate
from kg.clauses.gaps import is_gap
from kg.clauses.syntax import child, children, subtree
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Evidence,
    Filler,
    Node,
    Polarity,
    Quantity,
    Relation,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Value,
)  # fmt: skip
from kg.statements.ages import told_age
from kg.statements.confidence import clause_signs, rate
from kg.statements.coordination import is_alternative, is_outcome
from kg.statements.cues import weakest
from kg.statements.cut_off import given_name
from kg.statements.draft import DraftEvent
from kg.statements.extents import extents
from kg.statements.frames import Match, is_told_by
from kg.statements.governing import is_replaced
from kg.statements.hollow import bound_of_denial
from kg.statements.scene import Scene
from kg.statements.slots import Filled, Slots, verb_name
from kg.statements.stance import Stance
from kg.statements.targets import JOINT, SOURCES, Refer, Target, is_purpose, is_selected, is_set_phrase, pair, pairs
from kg.statements.wording import (
    LOCATIVE,
    PLACES,
    named_holders,
    open_relation,
    predicate_words,
    property_relation,
)  # fmt: skip

MANNERS = frozenset({"alone", "badly", "early", "fast", "late", "poorly", "quickly", "slowly", "twice", "well"})
"""Adverbs that carry the news of a clause that has no object."""

EXPECTING = frozenset({"expect", "want"})
"""Verbs whose object is not told what it is to do."""

EXISTS = Relation("kgr:exist", "exist")
"""What "there is" tells."""

AIMED = LOCATIVE | {"from", "into", "to"}

BILLING = frozenset({"bill", "charge", "fine"})
"""Verbs done to whoever is told before the sum."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, the frame that mapped it or "", the event it tells of, and the relation as the words say it."""

    statement: Statement
    frame: str
    event: DraftEvent | None
    worded: Relation


class ClauseWriter:
    """Writes the statements of one clause.

    `refer` gives what an inner clause says; `cause` is what another clause says and this one tells the outcome of.
    """

    def __init__(
        self,
        scene: Scene,
        clause: Clause,
        *,
        slots: Slots,
        stance: Stance,
        match: Match | None,
        targets: Sequence[Target],
        refer: Refer,
        cause: StatementRef | None = None,
    ) -> None:
        self.scene = scene
        self.clause = clause
        self.slots = slots
        self.stance = stance
        self.match = match
        self.targets = targets
        self.refer = refer
        self.cause = cause
        self.roles = {f.head: role for role, fillers in (match.roles.items() if match else ()) for f in fillers}
        self.time = scene.time(clause.verb, future=stance.tense is Tense.FUTURE, past=stance.tense is Tense.PAST)

    def statements(self, subjects: tuple[Filled, ...]) -> Iterator[Told]:
        """Yield the open statements, each under the property of its frame, then the frame's other edges."""
        event, frame = self._event(), self.match.frame.id if self.match else ""
        edges = {(a, b.head): (prop, b.marker) for a, prop, b in self._edges()}
        for subject, target in pair(subjects, self.targets):
            if edges and target is not None and self._is_sum(target):
                continue
            prop, _ = edges.pop((subject.head, target.filled.head), ("", ())) if target and target.filled else ("", ())
            worded = open_relation(self.scene, self.clause, target.marker if target else ())
            relation = property_relation(self.scene.ontology, prop) if prop else worded
            filled = target.filled if target is not None else None
            if not prop and self.clause.passive and is_told_by(edges, subject, filled, self.slots):
                continue
            statement = self._pair_statement(subject.head, target, relation)
            if statement is not None:
                happening = None if self._is_apart(target) else event
                yield Told(statement, frame if prop or happening else "", happening, worded)
        for (one, other), (prop, marker) in edges.items():
            relation = property_relation(self.scene.ontology, prop)
            statement = self._statement(one, relation, self.scene.node(other), other)
            if statement is not None:
                yield Told(statement, frame, event, open_relation(self.scene, self.clause, marker))

    def _pair_statement(self, subject: int, target: Target | None, relation: Relation) -> Statement | None:
        if target is None:
            if relation.id != "kgr:be":
                return self._statement(subject, relation, self._manner(), None)
            return self._statement(subject, EXISTS, self._manner(), None) if self._is_counted(subject) else None
        if target.filled is None or target.reference is not None:
            return self._statement(subject, relation, target.reference, None)
        head = target.filled.head
        aged = told_age(self.scene, self.clause, subject, head)
        relation, filler = aged or (relation, self._filler(subject, head))
        return self._statement(subject, relation, filler, head, target.marker)

    def _filler(self, subject: int, head: int) -> Node | Value:
        """What an object is; the words of a complement that is its subject: "Acme is the largest bank in Spain"."""
        filler = self.scene.node(head)
        renames = self.match is None and head != subject and head in {f.head for f in self.slots.of("complement")}
        return Value(self.scene.phrase(head)) if renames and filler == self.scene.node(subject) else filler

    def _manner(self) -> Value | None:
        """The adverb that is what a clause without objects tells: "was founded late", "was badly received"."""
        adverbs = children(self.scene.doc[self.clause.verb], "advmod", "acomp")
        found = next((a for a in adverbs if a.lower_ in MANNERS and not self.scene.is_time(a.i)), None)
        if found is None:
            return None
        words = self.scene.doc[found.left_edge.i : found.i + 1]
        return Value(" ".join(w.text for w in words if w.is_alpha))

    def _is_sum(self, target: Target) -> bool:
        """Whether an object only is how much one is fined: "fined the bank a total of 40 million euros"."""
        billed = self.scene.doc[self.clause.verb].lemma_.lower() in BILLING and bool(self.slots.of("indirect"))
        return billed and target.filled in self.slots.of("object")

    def _is_apart(self, target: Target | None) -> bool:
        """Whether an object plays no role in the event, though one beside it does: it is no part of what happened."""
        objects = {f.head for f in self.slots.of("object")}
        if target is None or target.filled is None or target.filled.head not in objects:
            return False
        return target.filled.head not in self.roles and bool(objects & self.roles.keys())

    def _is_counted(self, subject: int) -> bool:
        """Whether "there is" denies or counts something: "there were no survivors", "there were 12 victims"."""
        counted = self.stance.polarity is Polarity.NEGATIVE or self.scene.quantity(subject) is not None
        return self.clause.existential and counted

    # ------------------------------------------------------------ the frame

    def _edges(self) -> Iterator[tuple[int, str, Filled]]:
        if self.match is not None:
            for one, prop, other in self.match.edges():
                for a, b in pairs(self.match.roles[one], self.match.roles[other]):
                    yield a.head, prop, b

    def _event(self) -> DraftEvent | None:
        if self.match is None or not self.match.frame.cls:
            return None
        meant = [(role, f) for role, found in self.match.roles.items() for f in found if not self._is_replaced(f.head)]
        filled = [(role, self.scene.node(f.head)) for role, f in meant]
        roles = tuple((role if ":" in role else f"kgo:{role}", node) for role, node in filled if isinstance(node, Node))
        trigger = self._trigger()
        return DraftEvent(self.match.frame.cls, roles, trigger, self._event_chain(), tuple(self._aims()))

    def _is_replaced(self, head: int) -> bool:
        return is_replaced(self.scene.doc[head])

    def _cause_anchor(self) -> Anchor:
        """The predicate of the clause that this is the outcome of."""
        cause = self.clause.parent if self.clause.parent is not None else self.clause.verb
        return self.scene.parse.anchor(cause, cause)

    def _trigger(self) -> Anchor:
        """The verb; where a conjunction or comma stands for it, the whole clause."""
        verb = self.scene.doc[self.clause.verb]
        first, last = (verb.left_edge.i, verb.right_edge.i) if is_gap(verb) else (verb.i, verb.i)
        return self.scene.parse.anchor(first, last)

    def _event_chain(self) -> int | None:
        """The chain of an object that names the event itself: "held talks", "launched an attack"."""
        for filled in self.slots.of("object"):
            chain = self.scene.chain(filled.head)
            if chain and self.match and self.scene.accepts(filled.head, (self.match.frame.cls,)):
                return chain.number
        return None

    def _aims(self) -> Iterator[tuple[Node, int]]:
        """The places in the purpose clauses, with the draft of the innermost clause around each."""
        for clause in self._purposes():
            for preposition in (t for t in subtree(clause) if t.dep_ == "prep" and t.lower_ in AIMED):
                target = child(preposition, "pobj")
                if target is None or not self.scene.accepts(target.i, PLACES):
                    continue
                node, inner = self.scene.node(target.i), governing_predicate(target)
                reference = self.refer(inner) if inner is not None else None
                if isinstance(node, Node) and reference is not None:
                    yield node, int(reference.statement[1:])

    # ------------------------------------------------------------ what all statements of a clause share

    def _statement(
        self, subject: int, relation: Relation, filler: Filler | None, head: int | None, marker: tuple[int, ...] = ()
    ) -> Statement | None:
        node = self.cause or self.scene.node(subject)
        if isinstance(node, Value) or node == filler:
            return None
        stance = self._stance(subject, head)
        told = {t.filled.head for t in self.targets if t.filled is not None and t.reference is not None}
        arguments = [*self._arguments({subject, head, *told}), *self._times(), *self._range_end(head, subject)]
        arguments += [*self._bound(), *extents(self.scene, self.clause)]
        if (name := given_name(self.scene, self.clause)) is not None:
            named = (Argument("complement", name[0]), name[1])
            arguments = [*(a for a in arguments if a[0].role != "complement"), named]
        place, quantity = self._place(), self._quantity(head, subject)
        holders = named_holders(self.scene, self.stance)
        mentions = SlotMentions(
            subject=self.scene.anchor(subject) if self.cause is None else self._cause_anchor(),
            relation=self._relation_anchor(),
            object=self.scene.anchor(head) if head is not None else self.scene.words(filler),
            arguments=tuple(anchor for _, anchor in arguments),
            time=self.time[1] if self.time else None,
            place=place[1] if place else None,
            quantity=quantity[1] if quantity else None,
            attribution=tuple(self.scene.parse.anchor(cue[0], cue[-1]) for _, cue in holders),
        )
        statement = Statement(
            subject=node,
            relation=relation,
            object=filler,
            arguments=tuple(argument for argument, _ in arguments),
            time=self.time[0] if self.time else None,
            place=place[0] if place else None,
            quantity=quantity[0] if quantity else None,
            purpose=self._purpose(),
            polarity=stance.polarity,
            certainty=stance.certainty,
            tense=stance.tense or Tense.PRESENT,
            mood=stance.mood,
            holders=tuple(holder for holder, _ in holders),
        )
        signs = clause_signs(self.scene, self.clause, statement, subject, head, matched=self.match is not None)
        return replace(statement, evidence=(self._evidence(mentions, marker, stance, rate(signs)),))

    def _stance(self, subject: int, target: int | None) -> Stance:
        """The clause's stance; one of two that "or" joins is only possible, what "not X but Y" leaves out is denied."""
        words = [self.scene.doc[head] for head in (subject, target) if head is not None]
        if any(is_replaced(word) for word in words):
            return self.stance.denied()
        open_choice = any(is_alternative(word) for word in words)
        if not open_choice or self.stance.polarity is Polarity.NEGATIVE:
            return self.stance
        return replace(self.stance, certainty=weakest(self.stance.certainty, Certainty.POSSIBLE))

    def _arguments(self, used: set[int | None]) -> Iterator[tuple[Argument, Anchor]]:
        """What else the clause says, by role or preposition; coordinated subjects and objects tell themselves."""
        for slot, fillers in self.slots.fillers.items():
            told = any(f.head in used for f in fillers) and slot not in JOINT
            if slot == "subject" or slot in SOURCES or told:
                continue
            for filled in fillers:
                if filled.head in used or self.scene.is_time(filled.head) or not self.scene.is_worded(filled.head):
                    continue
                if filled.head in self.roles or slot != "object" or self._is_addressed():
                    role = self.roles.get(filled.head, slot if slot != "object" else "recipient")
                    yield Argument(role, self.scene.node(filled.head)), self.scene.anchor(filled.head)

    def _times(self) -> Iterator[tuple[Argument, Anchor]]:
        """Further times ("on Tuesday at noon") and how far apart two times are ("five years after its launch")."""
        future, past = self.stance.tense is Tense.FUTURE, self.stance.tense is Tense.PAST
        for time, anchor in self.scene.further_times(self.clause.verb, future=future, past=past):
            if time.timex is not None:
                yield Argument("time", Value(time.timex)), anchor
        for word, goal, anchor in self.scene.goals(self.clause.verb):
            told = anchor.text if word == "from" else goal.value or goal.timex or anchor.text
            yield Argument(word, Value(told.removeprefix("../"))), anchor
        distance = self.scene.distance(self.clause.verb)
        if distance is not None and distance[0].timex is not None:
            yield Argument("interval", Value(distance[0].timex, "xsd:duration")), distance[1]
            origin = self.scene.origin(self.clause.verb)
            if origin is not None:
                yield Argument(origin[0], Value(" ".join(origin[1].text.split()))), origin[1]

    def _bound(self) -> list[tuple[Argument, Anchor]]:
        """The clause that a denial is about: "was not told when he left"."""
        found = bound_of_denial(self.scene, self.clause) if self.stance.polarity is Polarity.NEGATIVE else None
        return [(Argument(found[0], Value(" ".join(found[1].text.split()))), found[1])] if found is not None else []

    def _is_addressed(self) -> bool:
        """Whether the object is whom something is told: "told reporters that ..."."""
        lemma = self.scene.doc[self.clause.verb].lemma_.lower()
        speaks = self.scene.reader.cues.is_speech(lemma) and lemma not in EXPECTING
        return speaks and any(t.reference is not None and t.filled is None for t in self.targets)

    def _place(self) -> tuple[Node, Anchor] | None:
        where = self._where()
        if where is not None:
            return where
        for argument in self.clause.find(ArgumentKind.PREPOSITIONAL):
            word = self.scene.doc[argument.marker[-1]].lower_
            if is_selected(self.scene, self.clause, argument) or is_set_phrase(
                self.scene, argument.marker, argument.head
            ):
                continue
            if word in LOCATIVE and self.scene.accepts(argument.head, PLACES):
                node = self.scene.node(argument.head)
                if isinstance(node, Node):
                    return node, self.scene.anchor(argument.head)
        return None

    def _where(self) -> tuple[Node, Anchor] | None:
        """The place that "where" takes up: "the city where he lived"."""
        verb = self.scene.doc[self.clause.verb]
        asked = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in children(verb, "advmod"))
        node = self.scene.node(verb.head.i) if asked and self.scene.accepts(verb.head.i, PLACES) else None
        return (node, self.scene.anchor(verb.head.i)) if isinstance(node, Node) else None

    def _quantity(self, target: int | None, subject: int) -> tuple[Quantity, Anchor] | None:
        """How many of the object, else of the subject; of a frame's edge also of its theme ("sent 600 men to Mali")."""
        return next((q for q in map(self.scene.quantity, self._counted(target, subject)) if q is not None), None)

    def _counted(self, target: int | None, subject: int) -> list[int]:
        """The tokens whose number is told, the first that has one."""
        objects = {filled.head for filled in self.slots.of("object")}
        apart = target is not None and not objects & {target, subject}
        others = [head for head in self.roles if head in objects] if apart else []
        return [head for head in (target, subject, *others) if head is not None and not self._is_one_of(head)]

    def _is_one_of(self, head: int) -> bool:
        """Whether the number before a noun counts others too: "one of the four farmers who sued"."""
        noun = self.scene.doc[head]
        return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one"

    def _range_end(self, target: int | None, subject: int) -> Iterator[tuple[Argument, Anchor]]:
        """The upper end of the range whose lower end is the quantity: "between 10 and 20 tents"."""
        counted = next((h for h in self._counted(target, subject) if self.scene.quantity(h) is not None), None)
        end = self.scene.range_end(counted) if counted is not None else None
        if end is not None:
            yield Argument("up to", Value(f"{end[0]:.15g}", "xsd:decimal")), end[1]

    def _purpose(self) -> StatementRef | None:
        purposes = self._purposes()
        return self.refer(purposes[0].i) if purposes else None

    def _purposes(self) -> list[Token]:
        verb = self.scene.doc[self.clause.verb]
        return [c for c in children(verb, "advcl", "xcomp") if is_purpose(self.scene, c) and not is_outcome(c)]

    def _relation_anchor(self) -> Anchor:
        """The verb and what is one predicate with it, with its verb group as far as it stands together."""
        group, verb = set(self.clause.relation), self.clause.worded
        first = last = verb
        while first - 1 in group:
            first -= 1
        while last + 1 in group:
            last += 1
        start, end = predicate_words(self.scene.doc[verb], self.scene.reader)
        return self.scene.parse.anchor(start, end, min(first, start), max(last, end))

    def _evidence(self, mentions: SlotMentions, marker: tuple[int, ...], stance: Stance, confidence: float) -> Evidence:
        scene, doc = self.scene, self.scene.doc
        span = scene.sentence(self.clause.verb)
        return Evidence(
            document=scene.parse.document.id,
            start=span.start,
            end=span.end,
            quote=span.text,
            phrase=" ".join(doc[i].text for i in sorted({*self.clause.relation, *marker})),
            lemma=verb_name(doc, self.clause, scene.reader.cues.is_idiom),
            asserted=stance.asserted,
            confidence=confidence,
            mentions=mentions,
        )
