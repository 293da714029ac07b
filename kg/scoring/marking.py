"""Recall, precision and the list of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Statement
from kg.scoring.facets import Fault, find_faults
from kg.scoring.gold import JUDGEMENT_COLUMNS, Gold, GoldStatement
from kg.scoring.telling import Telling, find_tellings, tells


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one telling: the nearest gold statement with the facets it gets wrong, or a person's verdict."""

    telling: Telling
    nearest: GoldStatement | None
    faults: tuple[Fault, ...]
    verdict: str | None

    @property
    def is_right(self) -> bool:
        """A verdict counts before the comparison with gold."""
        return self.verdict == "right" if self.verdict else self.nearest is not None and not self.faults


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of statements stands against gold; every tuple in the order of documents and passages."""

    found: tuple[tuple[GoldStatement, Mark], ...]
    missed: tuple[GoldStatement, ...]
    marks: tuple[Mark, ...]

    @property
    def recall(self) -> float:
        """Share of the statements a reader demands that are told, whatever their facets."""
        return _share(len(self.found), len(self.found) + len(self.missed))

    @property
    def strict_recall(self) -> float:
        """Share of the statements a reader demands that are told with every facet right."""
        return _share(sum(mark.is_right for _, mark in self.found), len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        """Share of tellings that equal a gold statement, facets included, or were judged right."""
        return _share(sum(mark.is_right for mark in self.marks), len(self.marks))

    @property
    def wrong(self) -> tuple[Mark, ...]:
        """Whatever lowers precision."""
        return tuple(mark for mark in self.marks if not mark.is_right)

    @property
    def unjudged(self) -> tuple[Mark, ...]:
        """What the gold does not list and nobody has judged: it counts as wrong until somebody does."""
        return tuple(mark for mark in self.marks if mark.nearest is None and mark.verdict is None)

    def errors(self, fault: Fault) -> tuple[Mark, ...]:
        """The tellings that get this facet wrong."""
        return tuple(mark for mark in self.wrong if fault in mark.faults)

    @property
    def polarity_errors(self) -> tuple[Mark, ...]:
        """Denied where the text affirms, or the other way round."""
        return self.errors(Fault.POLARITY)

    @property
    def holder_errors(self) -> tuple[Mark, ...]:
        """Put into the wrong mouth."""
        return self.errors(Fault.HOLDERS)

    @property
    def time_errors(self) -> tuple[Mark, ...]:
        """Dated wrongly, or dated where the text gives no date."""
        return self.errors(Fault.TIME)

    def __str__(self) -> str:
        """The figures in one line."""
        faults = ", ".join(f"{len(self.errors(fault))} {fault.value}" for fault in Fault)
        demanded = len(self.found) + len(self.missed)
        return (
            f"recall {self.recall:.3f} ({len(self.found)} of {demanded}; {self.strict_recall:.3f} with every facet), "
            f"precision {self.precision:.3f} ({len(self.marks) - len(self.wrong)} of {len(self.marks)}); "
            f"errors: {faults}; {len(self.unjudged)} unjudged"
        )


def score(statements: Iterable[Statement], gold: Gold) -> Score:
    """Compare statements with gold.

    Each demanded gold statement is found at most once, by a telling of its own; several tellings may equal one gold
    statement (the open relation and the property of one clause).  A verdict of a person overrules the comparison.
    """
    tellings = find_tellings(statements)
    fits = [[wanted for wanted in gold.statements if tells(telling, wanted, gold)] for telling in tellings]
    marks = [_mark(telling, fitting, gold) for telling, fitting in zip(tellings, fits, strict=True)]
    demanded = [wanted for wanted in gold.statements if not wanted.optional]
    pairs = _match(demanded, marks, fits, gold)
    found = tuple((wanted, marks[pairs[n]]) for n, wanted in enumerate(demanded) if n in pairs)
    return Score(found, tuple(wanted for n, wanted in enumerate(demanded) if n not in pairs), tuple(marks))


def judgement_rows(result: Score) -> list[str]:
    """One line for judgements.tsv for each telling to be judged: a person adds right or wrong, and the reason."""
    return ["\t".join([*mark.telling.key, "", ""]) for mark in result.unjudged]


def describe(result: Score) -> str:
    """The figures, what was missed, what is wrong, and rows for judgements.tsv."""
    missed = [f"  {wanted.document} “{wanted.quote[:60]}”: {wanted.label}" for wanted in result.missed]
    wrong = [_complaint(mark) for mark in result.wrong if mark.nearest is not None or mark.verdict]
    judge = ["\t".join([*JUDGEMENT_COLUMNS, "verdict", "reason"]), *judgement_rows(result)]
    parts = [("missed", missed), ("wrong", wrong), ("to judge", judge if len(judge) > 1 else [])]
    return "\n".join([str(result), *(line for name, lines in parts if lines for line in (f"{name}:", *lines))])


def _complaint(mark: Mark) -> str:
    why = f"judged {mark.verdict}" if mark.verdict else ", ".join(fault.value for fault in mark.faults)
    near = f" (gold: {mark.nearest.label})" if mark.nearest else ""
    return f"  {mark.telling.evidence.document} {why}: {mark.telling.statement}{near}"


def _mark(telling: Telling, fitting: Sequence[GoldStatement], gold: Gold) -> Mark:
    judgement = gold.judgements.get(telling.key)
    verdict = judgement.verdict if judgement else None
    if not fitting:
        return Mark(telling, None, (), verdict)
    faults = [(find_faults(telling, wanted, gold), wanted) for wanted in fitting]
    fewest, nearest = min(faults, key=lambda pair: len(pair[0]))
    return Mark(telling, nearest, fewest, verdict)


def _match(
    demanded: Sequence[GoldStatement], marks: Sequence[Mark], fits: Sequence[Sequence[GoldStatement]], gold: Gold
) -> dict[int, int]:
    """Demanded statement -> telling, as many pairs as can be; those with every facet right are matched first."""
    number = {id(wanted): n for n, wanted in enumerate(demanded)}
    every: dict[int, list[int]] = {n: [] for n in range(len(demanded))}
    right: dict[int, list[int]] = {n: [] for n in range(len(demanded))}
    for at, (mark, fitting) in enumerate(zip(marks, fits, strict=True)):
        for wanted in fitting:
            n = number.get(id(wanted))
            if n is None or mark.verdict == "wrong":
                continue
            every[n].append(at)
            if not find_faults(mark.telling, wanted, gold):
                right[n].append(at)
    taken: dict[int, int] = {}
    for edges in (right, {n: right[n] + [at for at in every[n] if at not in right[n]] for n in every}):
        for n in range(len(demanded)):
            if n not in taken.values():
                _augment(n, edges, taken, set())
    return {n: at for at, n in taken.items()}


def _augment(n: int, edges: Mapping[int, list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Give statement `n` a telling, moving others where that helps (Kuhn's algorithm)."""
    for at in edges[n]:
        if at in tried:
            continue
        tried.add(at)
        if at not in taken or _augment(taken[at], edges, taken, tried):
            taken[at] = n
            return True
    return False


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
