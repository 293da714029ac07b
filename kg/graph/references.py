"""What a statement refers to: nodes in its slots, statements in its slots and premises."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Filler, Node, Statement, StatementRef

GAZETTEER = "gazetteer"
"""`Statement.inferred_by` of what the gazetteer knows: the one kind of statement that needs no evidence."""


def is_asserted(statement: Statement) -> bool:
    """Whether a statement becomes a plain triple: some passage asserts it, or the gazetteer knows it."""
    return statement.asserted or (statement.inferred_by == GAZETTEER and not statement.evidence)


def fillers(statement: Statement) -> Iterator[Filler]:
    """Every filled slot: subject, object, place, purpose, holders, arguments."""
    slots: list[Filler | None] = [statement.subject, statement.object, statement.place, statement.purpose]
    slots += [*statement.holders, *(argument.filler for argument in statement.arguments)]
    return (slot for slot in slots if slot is not None)


def nodes(statement: Statement) -> Iterator[Node]:
    return (filler for filler in fillers(statement) if isinstance(filler, Node))


def node_ids(statement: Statement) -> Iterator[str]:
    return (node.id for node in nodes(statement))


def statement_ids(statement: Statement) -> Iterator[str]:
    """The statements that a statement rests on or speaks of."""
    yield from statement.premises
    yield from (filler.statement for filler in fillers(statement) if isinstance(filler, StatementRef))
