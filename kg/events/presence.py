"""Whether what is said of an event has it happen: to attend a summit does, to plan, demand or prevent one does not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Certainty, Mood, Node, Polarity, Statement, Tense
from kg.ontology import Ontology
from kg.statements.cues import Cue
from kg.statements.knowledge import prepare

COMPLEMENTS = ("infinitive", "gerund", "clause", "from")

OPEN = "kgr:"


class Presence:
    """Asks the words of plans, wishes, duties and denials of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self._cues = prepare(ontology).cues
        self._framed = {verb for frame in ontology.frames for verb in frame.verbs}

    def is_implied(self, statement: Statement, role: str) -> bool:
        """Whether an event in this slot ("subject", "object" or an argument's role) of an asserted statement happened.

        Properties of the ontology are about what is there; so is the subject of an active verb.
        """
        if not statement.relation.id.startswith(OPEN):
            return True
        is_patient = role == "object" or (role == "subject" and statement.relation.id.startswith(OPEN + "be_"))
        return not (is_patient and any(self._is_open(e.lemma) for e in statement.evidence))

    def is_implied_by(self, statement: Statement, event: str) -> bool:
        """The same of the event with this id, in whichever slot of the statement it stands."""
        return any(self.is_implied(statement, role) for role, node_id in _slots(statement) if node_id == event)

    def _is_open(self, lemma: str) -> bool:
        """Whether a verb leaves open whether its object happens; a verb that a frame reads speaks for itself."""
        if lemma in self._framed:
            return False
        verb = lemma.partition(" ")[0]
        found = (self._cues.governor(verb, takes) for takes in COMPLEMENTS)
        return any(cue is not None and not cue.merge and not cue.factive and _opens(cue) for cue in found)


def _opens(cue: Cue) -> bool:
    return (
        cue.polarity is Polarity.NEGATIVE
        or cue.certainty not in (None, Certainty.CERTAIN)
        or cue.mood is Mood.DEONTIC
        or cue.tense is Tense.FUTURE
    )


def _slots(statement: Statement) -> Iterator[tuple[str, str]]:
    slots = [("subject", statement.subject), ("object", statement.object), ("place", statement.place)]
    slots += [(a.role, a.filler) for a in statement.arguments]
    slots += [("holder", holder) for holder in statement.holders]
    for role, filler in slots:
        if isinstance(filler, Node):
            yield role, filler.id
