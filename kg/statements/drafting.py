"""Clauses -> drafts: each clause gives the statements that its subjects and objects make, inner clauses first."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.syntax import child
from kg.model import Statement, StatementRef
from kg.statements.clause_statements import ClauseWriter
from kg.statements.draft import Draft, DraftEvent
from kg.statements.scene import Scene
from kg.statements.slots import clause_slots
from kg.statements.targets import is_cut, is_expletive, is_vague, prevents, widened


class Drafter:
    """Turns the clauses of one scene into drafts; `add` takes what noun phrases tell."""

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
        inner = [self.scene.doc[a.head] for a in clause.find(ArgumentKind.CLAUSAL)]
        complements = [t for t in inner if t.dep_ in ("xcomp", "ccomp") and t.head.i == verb.i]
        adjective = child(verb, "acomp", "oprd")
        of_adjective = child(adjective, "xcomp") if adjective is not None else None
        if of_adjective is not None:
            complements.append(of_adjective)
        cues = (self.scene.reader.governing_cue(complement, verb) for complement in complements)
        return any(cue is not None and cue.merge for cue in cues)

    def _draft_clause(self, clause: Clause) -> None:
        scene = self.scene
        clause = widened(scene, clause)
        slots = clause_slots(scene.doc, clause, scene.reader.cues.is_idiom).without(scene.is_date)
        subjects = slots.of("subject") or (slots.of("object") if clause.passive else ())
        subjects = tuple(s for s in subjects if not is_vague(scene, s.head))
        if not subjects or is_expletive(scene, subjects[0].head) or not scene.is_worded(clause.verb):
            return
        if is_cut(scene, clause, slots, self.reference):
            return
        writer = ClauseWriter(
            scene,
            clause,
            slots=slots,
            stance=scene.reader.stance(scene.doc[clause.verb]),
            match=None if prevents(scene, clause) else scene.frames.match_verb(slots, scene.accepts),
            refer=self.reference,
        )
        for told in writer.statements(subjects):
            number = len(self.drafts)
            self._lead.setdefault(clause.verb, number)
            self.drafts.append(Draft(number, told.statement, told.frame, told.worded, event=told.event))


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
