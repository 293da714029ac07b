"""Clauses -> drafts: each clause gives the statements that its subjects and objects make, inner clauses first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import child
from kg.model import Node, Polarity, Statement, StatementRef
from kg.statements.clause_statements import ClauseWriter, Told
from kg.statements.cut_off import (
    fill_in,
    is_cut_off,
    is_only_wished,
    is_stranded,
    is_tag,
    lifted,
    only_aimed,
    ranked,
    renamed,
)
from kg.statements.draft import Draft, DraftEvent
from kg.statements.frames import Match
from kg.statements.hollow import (
    filled_out,
    is_asked,
    is_denied_share,
    is_glued,
    is_hollow,
    is_loosened,
    is_pointer,
    is_quantifier,
    lacks_object,
    names_by_pronoun,
    remade,
    resolved,
    restricted,
    second_of_two,
    singled_out,
)  # fmt: skip
from kg.statements.incomplete import is_incomplete, is_of_whole, is_unnamed_speaker
from kg.statements.joint import gathered
from kg.statements.outcomes import is_outcome_of
from kg.statements.raising import told_stance
from kg.statements.scene import LONGEST_GERUND, Scene
from kg.statements.slots import Filled, Slots, clause_slots, lemma, subject_slot
from kg.statements.stance import Stance
from kg.statements.targets import (
    Target,
    find_targets,
    is_cut,
    is_expletive,
    is_paired,
    is_set_phrase,
    is_vague,
    prevents,
    whole,
    widened,
)  # fmt: skip

DOING = frozenset({"kgo:undertook", "kgo:participatedIn", "kgo:leads"})
"""Properties of those who act in the event that the object names."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause that is told, as far as what it tells of a place needs it."""

    clause: Clause
    slots: Slots
    stance: Stance
    match: Match | None


class Drafter:
    """Turns the clauses of one scene into drafts; `add` takes what noun phrases tell."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self.placed: list[Placed] = []
        self.happenings: list[tuple[int, Match, Stance]] = []
        """Nouns that name an event by a frame: head, frame with its roles, and stance."""
        self.doers: dict[int, tuple[Filled, ...]] = {}
        """Event nouns that are the object of a clause -> who undertakes, joins or leads what they name."""
        self._lead: dict[int, int] = {}
        """Predicate -> number of the first draft of its clause."""

    def draft(self, clauses: Sequence[Clause]) -> list[Draft]:
        """Return the drafts of all clauses, in the order of their numbers."""
        told = [clause for clause in _inner_first(clauses) if not self._is_merged(clause)]
        outcomes = [clause for clause in told if is_outcome_of(self.scene, clause)]
        for clause in told:
            if clause not in outcomes:
                self._draft_clause(clause)
        for clause in outcomes:
            self._draft_outcome(clause)
        self.scene.telling = -1
        return self.drafts

    def _draft_outcome(self, clause: Clause) -> None:
        """Draft what came of the clause above, where that is told as a fact, with what it says as subject."""
        cause = self.reference(clause.parent) if clause.parent is not None else None
        if cause is not None and self.drafts[int(cause.statement[1:])].statement.polarity is Polarity.POSITIVE:
            self._draft_clause(clause, cause)

    def add(self, statement: Statement, frame: str = "", event: DraftEvent | None = None) -> None:
        """Add a draft that a noun phrase tells."""
        self.drafts.append(Draft(len(self.drafts), statement, frame, nominal=True, event=event))

    def reference(self, verb: int) -> StatementRef | None:
        """A reference to what the clause at `verb` says, where it says something; through what is merged into it."""
        token: Token | None = self.scene.doc[verb]
        while token is not None:
            number = self._lead.get(token.i)
            if number is not None:
                return StatementRef(f"!{number}", self.drafts[number].statement.label)
            token = child(token, "xcomp", "ccomp")
        return None

    def _is_merged(self, clause: Clause) -> bool:
        """Whether the clause only adds to its complement's verb ("is expected to", "has yet to", "is likely to")."""
        verb = self.scene.doc[clause.verb]
        if is_only_wished(self.scene, verb):
            return True
        inner = [self.scene.doc[a.head] for a in clause.find(ArgumentKind.CLAUSAL)]
        complements = [t for t in inner if t.dep_ in ("xcomp", "ccomp") and t.head.i == verb.i]
        adjective = child(verb, "acomp", "oprd")
        of_adjective = child(adjective, "xcomp") if adjective is not None else None
        if of_adjective is not None:
            complements.append(of_adjective)
        cues = (self.scene.reader.governing_cue(complement, verb) for complement in complements)
        return any(cue is not None and cue.merge for cue in cues)

    def _draft_clause(self, clause: Clause, cause: StatementRef | None = None) -> None:
        scene = self.scene
        scene.telling = clause.verb
        verb = scene.doc[clause.verb]
        if is_of_whole(scene, clause) or is_tag(verb) or _is_had(verb):
            return
        clause = gathered(scene, widened(scene, lifted(scene, clause)))
        slots = clause_slots(scene.doc, clause, scene.reader.cues.is_idiom).without(scene.is_date)
        slots = renamed(scene, clause, slots)
        slots = slots.without_phrases(partial(is_set_phrase, scene))
        subjects = slots.of("subject") or (slots.of(subject_slot(clause)) if clause.passive else ())
        subjects = tuple(s for s in subjects if _is_telling(scene, s.head))
        if not subjects or is_expletive(scene, subjects[0].head) or not scene.is_worded(clause.worded):
            return
        if is_cut(scene, clause, slots, self.reference) or (len(subjects) > 1 and is_paired(scene, clause, slots)):
            return
        match = None if cause is not None or prevents(scene, clause) else scene.frames.match_verb(slots, scene.accepts)
        if match is None and not clause.passive and verb.pos_ == "VERB":
            subjects = tuple(s for s in subjects if not _is_bare_number(scene.doc[s.head]))
        targets = self._targets(clause, slots, told=match is not None) if subjects else None
        if targets is None:
            return
        if len(targets) == 1 and isinstance(targets[0].reference, Node) and not targets[0].marker:
            match = None  # what its roles would take is only a part, or more than is meant
        nested = bool(targets) and all(isinstance(t.reference, StatementRef) for t in targets)
        stance = only_aimed(scene, clause, told_stance(scene.reader, scene.doc[clause.verb], nested=nested))
        if not stance.holders and all(is_unnamed_speaker(scene, s.head) for s in subjects):
            return
        subjects = subjects[:1] if cause is not None else subjects
        self.placed.append(Placed(clause, slots, stance, match))
        self._note_doers(match)
        writer = ClauseWriter(
            scene,
            clause,
            slots=slots,
            stance=stance,
            match=match,
            targets=targets,
            refer=self.reference,
            cause=cause,
        )
        for told in self._each_own(writer.statements(subjects)):
            number = len(self.drafts)
            self._lead.setdefault(clause.verb, number)
            self.drafts.append(Draft(number, told.statement, told.frame, told.worded, event=told.event))

    def _note_doers(self, match: Match | None) -> None:
        for one, prop, other in match.edges() if match is not None else ():
            if prop not in DOING or match is None:
                continue
            fights = (f for f in match.roles[other] if prop != "kgo:participatedIn" or self._is_fight(f.head))
            self.doers.update((f.head, match.roles[one]) for f in fights)

    def _is_fight(self, head: int) -> bool:
        """Whether those who take part in what a noun names do what it names: not so of a trial or a course."""
        return self.scene.accepts(head, ("kgo:Conflict", "kgo:Attack"))

    def _each_own(self, found: Iterable[Told]) -> Iterator[Told]:
        """The statements of a clause; of several who are to do something each is told to do it itself."""
        first: Node | StatementRef | None = None
        for told in found:
            first = first or told.statement.subject
            inner = self._inner(told.statement)
            if inner is None or inner.subject != first or told.statement.subject == first:
                yield told
            elif (own := self._same_of(inner, told.statement.subject)) is not None:
                reference = StatementRef(f"!{own.number}", own.statement.label)
                yield replace(told, statement=replace(told.statement, object=reference))

    def _inner(self, statement: Statement) -> Statement | None:
        """The statement that another has as object, or None."""
        filler = statement.object
        return self.drafts[int(filler.statement[1:])].statement if isinstance(filler, StatementRef) else None

    def _same_of(self, statement: Statement, subject: Node | StatementRef) -> Draft | None:
        """The draft that tells of another subject what a statement tells of its own."""
        same = (subject, statement.relation, statement.object)
        told = (d for d in self.drafts if (d.statement.subject, d.statement.relation, d.statement.object) == same)
        return next(told, None)

    def _unglued(self, clause: Clause, target: Target) -> Target:
        """The target; what is given, where it is one phrase with whom it is given to, which is "the first", and of what
        is denied which.
        """
        if target.filled is None or target.reference is not None:
            return target
        head = target.filled.head
        fill_in(self.scene, head)
        own = second_of_two(self.scene, clause, head) or singled_out(self.scene, head) or resolved(self.scene, head)
        if own is None:
            own = ranked(self.scene, head) if clause.find(ArgumentKind.ATTRIBUTE) else remade(self.scene, head)
        return replace(target, reference=own or self._denied(clause, head))

    def _denied(self, clause: Clause, head: int) -> Node | None:
        """An object with the clause that restricts it, where the clause that has it is denied."""
        node = restricted(self.scene, head)
        stance = self.scene.reader.stance(self.scene.doc[clause.verb]) if node is not None else None
        return node if stance is not None and stance.polarity is Polarity.NEGATIVE else None

    def _names(self, clause: Clause, head: int) -> bool:
        """Whether a reader could tell who or what an object is; one who speaks of "it" or "this" may point at it."""
        spoken = bool(self.scene.reader.stance(self.scene.doc[clause.verb]).holders)
        bare = not any(c.dep_ not in ("det", "punct") for c in self.scene.doc[head].children)  # not "one of its allies"
        return _is_named(self.scene, head) and (spoken or not bare or not is_vague(self.scene, head))

    def _targets(self, clause: Clause, slots: Slots, *, told: bool) -> list[Target] | None:
        """The objects of a clause, None where it says nothing by itself; a frame that it fills (`told`) is enough."""
        targets = find_targets(self.scene, clause, slots, self.reference)
        targets = whole(self.scene, clause, slots, [self._unglued(clause, target) for target in targets])
        if any(t.filled and not t.reference and not self._names(clause, t.filled.head) for t in targets):
            return None
        if not told and any(t.filled and _is_elided(self.scene, clause, t.filled.head) for t in targets):
            return None
        if is_cut_off(self.scene, clause, slots, targets):
            return None
        if is_hollow(self.scene, clause, slots, targets) or is_incomplete(self.scene, clause, targets):
            return None
        if not told and lacks_object(self.scene, clause, slots, targets):
            return None
        return filled_out(self.scene, clause, targets, self.reference)


def _is_bare_number(token: Token) -> bool:
    """Whether a number stands for what it counts ("two voted against"), without a unit or sign."""
    return (
        token.pos_ == "NUM"
        and token.text.isalnum()
        and not any(c.dep_ not in ("punct", "advmod") for c in token.children)
    )


def _is_elided(scene: Scene, clause: Clause, head: int) -> bool:
    """Whether an object is a bare number of what the sentence names elsewhere: "the opposition won 72"."""
    taken = head in {a.head for a in clause.find(ArgumentKind.OBJECT)} and _is_bare_number(scene.doc[head])
    return taken and scene.reader.cues.find("measuring", lemma(scene.doc[clause.verb])) is None


def _is_had(verb: Token) -> bool:
    """Whether a clause only frames what another does: "he had his rival looking on" tells that the rival looks on."""
    inner = child(verb, "ccomp")
    return verb.lemma_ == "have" and inner is not None and inner.tag_ == "VBG" and child(inner, "nsubj") is not None


def _is_telling(scene: Scene, head: int) -> bool:
    """Whether a reader could tell who or what a subject is."""
    return not (is_vague(scene, head) or _is_shared_gerund(scene, head)) and _is_named(scene, head)


def _is_named(scene: Scene, head: int) -> bool:
    """Whether a phrase by itself is what is meant: neither a bare quantifier or pointer, nor cut, nor two in one."""
    empty = (is_asked, is_quantifier, is_pointer, is_denied_share, is_glued, is_loosened, is_stranded, names_by_pronoun)
    return not any(one(scene, head) for one in empty)


def _is_shared_gerund(scene: Scene, head: int) -> bool:
    """Whether a gerund is told with the one before it, "maintaining and improving ties", or is longer than a name."""
    token = scene.doc[head]
    if token.tag_ != "VBG" or scene.mention(head) is not None:
        return False
    is_long = token.right_edge.i - head >= LONGEST_GERUND
    return is_long or (token.dep_ == "conj" and token.head.tag_ == "VBG")


def _inner_first(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses so that each comes after those it governs; in text order among equals."""
    depth: dict[int, int] = {}
    parents = {c.verb: c.parent for c in clauses}
    for clause in clauses:
        path: list[int] = []
        seen: set[int] = set()
        verb: int | None = clause.verb
        while verb is not None and verb not in depth and verb not in seen:
            path.append(verb)
            seen.add(verb)
            verb = parents.get(verb)
        base = depth.get(verb, 0) if verb is not None else 0
        for step, known in enumerate(reversed(path), start=1):
            depth[known] = base + step
    return sorted(clauses, key=lambda c: (-depth[c.verb], c.verb))
