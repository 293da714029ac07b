"""Whether what is said of an event has it happen: to attend a summit does, to plan, demand or prevent one does not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Node, Statement
from kg.statements.numbers import listed

OPEN_VERBS = frozenset(
    listed(
        "abort anticipate arrange avert avoid await ban block cancel consider contemplate delay demand deter "
        "discourage envisage expect fear foil forbid forecast hinder intend mull need obstruct oppose plan "
        "postpone predict prepare preclude prevent prohibit propose reject reschedule request schedule seek "
        "suggest threaten thwart urge veto want weigh wish"
    )
)
"""Verbs whose object is an event that may never have happened."""

OPEN_PHRASES = frozenset(
    {"call off", "call for", "rule out", "hope for", "wait for", "ask for", "push for", "vote against"}
)


def is_implied(statement: Statement, role: str) -> bool:
    """Whether an event in this slot ("subject", "object" or an argument's role) of an asserted statement happened.

    Only what is wanted, planned or prevented is left open: the object, in a passive the subject.
    """
    words = {e.lemma for e in statement.evidence}
    is_passive = "be" in statement.relation.label.split()[:1] or statement.relation.id.startswith("kgr:be_")
    is_patient = role == "object" or (role == "subject" and (is_passive or statement.object is None))
    is_open = any(word.partition(" ")[0] in OPEN_VERBS or word in OPEN_PHRASES for word in words)
    called_for = f"{statement.relation.label} {role}" in OPEN_PHRASES or statement.relation.label in OPEN_PHRASES
    return not ((is_patient and is_open) or called_for)


def implies(statement: Statement, event: str) -> bool:
    """The same of the event with this id, in whichever slot of the statement it stands."""
    return any(is_implied(statement, role) for role, node_id in _slots(statement) if node_id == event)


def _slots(statement: Statement) -> Iterator[tuple[str, str]]:
    slots = [("subject", statement.subject), ("object", statement.object), ("place", statement.place)]
    slots += [(a.role, a.filler) for a in statement.arguments]
    slots += [("holder", holder) for holder in statement.holders]
    for role, filler in slots:
        if isinstance(filler, Node):
            yield role, filler.id
