"""Where sources agree and where they do not: `matters`, `compare_sources`, `corroborated`."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from networkx.utils import UnionFind

from kg.graph import KnowledgeGraph, is_asserted
from kg.model import Node, Quantity, Statement, Tense, Time, Value

AGREE, DIFFER, DENY = "agree", "differ", "deny"
ROUGHLY = 0.1
"""How far from its number a quantity told as "about" may lie, as a share of it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements of one matter from different sources.

    `verdict` is "agree", "deny" (one affirms what the other denies) or "differ" in `differences`: "quantity", "time",
    "certainty" (one is surer, or tells as a plan what the other tells as done).
    """

    verdict: str
    first: Statement
    second: Statement
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """What at least two sources speak of: its statements, sorted by id, and the gravest verdict between any two.

    A source is who is cited last or, in the article's own voice, the article.
    """

    verdict: str
    differences: tuple[str, ...]
    statements: tuple[Statement, ...]
    sources: int


def matters(graph: KnowledgeGraph) -> list[Matter]:
    """Return what several sources speak of: what is denied first, then what differs; of each, most sources first."""
    found = [matter for group in _groups(graph) if (matter := _matter(group))]
    order = (DENY, DIFFER, AGREE)
    return sorted(found, key=lambda m: (order.index(m.verdict), -m.sources, m.statements[0].id))


def compare_sources(graph: KnowledgeGraph) -> list[Comparison]:
    """Return every pair of statements that speak of one matter and come from different documents or holders.

    A statement that two documents tell word for word is one value with two evidences: `corroborated` lists those.
    """
    return [comparison for group in _groups(graph) for comparison in _compare(group)]


def corroborated(graph: KnowledgeGraph) -> list[Statement]:
    """Return the asserted statements that at least two documents tell, those with most sources first."""
    told = [s for s in graph.statements.values() if is_asserted(s) and len(_documents(s)) > 1]
    return sorted(told, key=lambda s: (-len(_documents(s)), s.id))


# ---------------------------------------------------------------- one matter


def _groups(graph: KnowledgeGraph) -> list[list[Statement]]:
    """Statements that were read and speak of one matter, sorted; what a rule gave adds no source."""
    matters = UnionFind()
    told: list[tuple[Hashable, Statement]] = []
    for statement in (graph.statements[key] for key in sorted(graph.statements)):
        if statement.inferred_by is None:
            first, described = _subject_matter(statement, graph), _described_matter(statement, graph)
            matters.union(first, *[described] if described is not None else [])
            told.append((first, statement))
    groups: dict[Hashable, list[Statement]] = {}
    for matter, statement in told:
        groups.setdefault(matters[matter], []).append(statement)
    return list(groups.values())


def _subject_matter(s: Statement, graph: KnowledgeGraph) -> Hashable:
    """Subject, relation and object, whatever the further arguments say; a document's own noun phrase is only what
    another document's is where both stand in one event.
    """
    if not isinstance(s.subject, Node) or _is_local(s.subject, graph):
        return s.proposition
    if isinstance(s.object, Node) and not _is_local(s.object, graph):
        return (s.subject.id, s.relation.id, s.object.id)
    return (s.subject.id, s.relation.id, s.event) if s.event else s.proposition


def _described_matter(s: Statement, graph: KnowledgeGraph) -> Hashable:
    """What two articles tell of "300 engineers" and "450 engineers": the same noun in the same relation, beside the
    same named thing or, without one, at the same time; None where nothing of that kind ties it to another article.
    """
    if not isinstance(s.subject, Node) or _is_local(s.subject, graph):
        return None
    named = sorted({n.id for n in _further(s) if not _is_local(n, graph)})
    noun = _noun(s, graph)
    tie = named or (s.time.value if s.time else None)
    return (s.subject.id, s.relation.id, noun, repr(tie)) if noun and tie else None


def _further(s: Statement) -> Iterator[Node]:
    yield from (argument.filler for argument in s.arguments if isinstance(argument.filler, Node))
    if s.place:
        yield s.place


def _noun(s: Statement, graph: KnowledgeGraph) -> str | None:
    """The head of a document's own noun phrase ("kge:<document>/<head>-<hash>"), or what an amount counts."""
    if isinstance(s.object, Node):
        return s.object.id.rpartition("/")[2].rpartition("-")[0] if _is_local(s.object, graph) else None
    return s.quantity.unit.casefold() if s.quantity and isinstance(s.object, Value) else None


def _is_local(node: Node, graph: KnowledgeGraph) -> bool:
    document, slash, _ = node.id.partition(":")[2].rpartition("/")
    return bool(slash) and document in graph.documents


def _matter(group: list[Statement]) -> Matter | None:
    sources = {source for statement in group for source in _sources(statement)}
    pairs = list(_compare(group))
    if len(sources) < 2 or not (pairs or any(len(_sources(statement)) > 1 for statement in group)):
        return None
    verdicts = {pair.verdict for pair in pairs}
    verdict = DENY if DENY in verdicts else DIFFER if DIFFER in verdicts else AGREE
    differences = sorted({difference for pair in pairs for difference in pair.differences})
    return Matter(verdict, tuple(differences), tuple(group), len(sources))


def _sources(statement: Statement) -> set[str]:
    return {statement.holders[-1].id} if statement.holders else _documents(statement)


def _documents(statement: Statement) -> set[str]:
    return {evidence.document for evidence in statement.evidence}


# ---------------------------------------------------------------- two statements


def _compare(group: list[Statement]) -> Iterator[Comparison]:
    for position, first in enumerate(group):
        for second in group[position + 1 :]:
            told_apart = first.holders != second.holders or _documents(first) != _documents(second)
            if told_apart and not _apart(first, second):
                yield _comparison(first, second)


def _apart(first: Statement, second: Statement) -> bool:
    """Whether they tell of two events at different times: neither speaks of the other's."""
    return bool(first.event and second.event) and first.event != second.event and _disjoint(first.time, second.time)


def _comparison(first: Statement, second: Statement) -> Comparison:
    differences = tuple(_differences(first, second))
    if first.polarity is not second.polarity:
        # Denied of one time and affirmed of another is no contradiction.
        return Comparison(DIFFER if "time" in differences else DENY, first, second, differences)
    return Comparison(DIFFER if differences else AGREE, first, second, differences)


def _differences(first: Statement, second: Statement) -> Iterator[str]:
    if _sureness(first) != _sureness(second):
        yield "certainty"
    if _contradict(first.quantity, second.quantity):
        yield "quantity"
    if _disjoint(first.time, second.time):
        yield "time"


def _sureness(s: Statement) -> tuple[object, ...]:
    return (s.certainty, s.mood, s.tense is Tense.FUTURE)


def _contradict(first: Quantity | None, second: Quantity | None) -> bool:
    """Whether no number fits both; of different units nothing is known."""
    if first is None or second is None or first.unit.casefold() != second.unit.casefold():
        return False
    (low, high), (lower, higher) = _range(first), _range(second)
    return high < lower or higher < low


def _range(quantity: Quantity) -> tuple[float, float]:
    if quantity.value is None:
        return (-math.inf, math.inf)
    near = abs(quantity.value) * ROUGHLY if quantity.comparator == "~" else 0
    low = -math.inf if quantity.comparator.startswith("<") else quantity.value - near
    return (low, math.inf if quantity.comparator.startswith(">") else quantity.value + near)


def _disjoint(first: Time | None, second: Time | None) -> bool:
    """Whether no day fits both; of a time without days nothing is known."""
    one, other = _days(first), _days(second)
    return bool(one and other) and (one[1] < other[0] or other[1] < one[0])  # type: ignore[index]


def _days(time: Time | None) -> tuple[date, date] | None:
    if time is None or not (time.earliest or time.latest):
        return None
    return (time.earliest or date.min, time.latest or date.max)
