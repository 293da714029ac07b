"""What follows by the rules of the ontology: each conclusion a statement that names its rule and its premises.

Premises are asserted statements alone, so a conclusion is asserted too.  One premise may be a purpose, as witness of a
place and of nothing else (`kgo:purposePlace`): troops sent to drive forces from a region operate there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from kg.events.settling import EventName, Settled, united
from kg.model import Anchor, Evidence, Mood, Node, Polarity, Relation, SlotMentions, Statement, Tense
from kg.ontology import Ontology, Rule

LOSS = 0.05
"""Confidence lost by a conclusion against the weakest of its premises."""

PRESENT = frozenset({"during", "at", "kgo:occasion"})

ROUNDS = 4
"""Rules may feed rules; a chain longer than this is no longer something that a reader would call told."""

ALTERNATIVES = 8
"""Ways in which one fact is kept as told; each may bring a passage of another document."""

LIMIT = 200_000
"""Conclusions of one run at most: a rule that joins everything with everything ends here."""

Pattern: TypeAlias = tuple[str, str | None, str | None]
"""(property, subject or None, object or None), by which facts are found."""


@dataclass(frozen=True, slots=True)
class Fact:
    """(subject, property, object) and the statements that say so."""

    subject: Node
    prop: str
    object: Node
    premises: tuple[str, ...]


class Inference:
    """Applies the rules until nothing new follows."""

    def __init__(
        self, settled: Settled, names: Mapping[str, EventName], classes: Mapping[str, str], ontology: Ontology
    ) -> None:
        self.names = names
        self.statements = settled.statements
        self.classes = classes
        self.ontology = ontology
        self._facts: defaultdict[Pattern, list[Fact]] = defaultdict(list)
        for statement in sorted(settled.statements.values(), key=lambda s: s.id):
            self._add_statement(statement)
            self._add_presence(statement)
        self._add_roles(settled)
        for event, place, one, other in sorted(settled.aims, key=lambda a: (a[0], a[1].id, a[2], a[3])):
            self._add(Fact(self._event(event), "kgo:purposePlace", place, (one, other)))

    def run(self) -> list[Statement]:
        """Return the inferred statements, sorted by id."""
        found: dict[str, Statement] = {}
        for _ in range(ROUNDS):
            new: dict[str, Statement] = {}
            concluded = (s for rule in self.ontology.rules for s in self._apply(rule))
            for statement in islice(concluded, LIMIT):
                if statement.evidence and statement.id not in found:
                    new[statement.id] = united(new[statement.id], statement) if statement.id in new else statement
            if not new:
                break
            for statement in islice(new.values(), LIMIT - len(found)):
                found[statement.id] = statement
                self.statements[statement.id] = statement
                self._add_statement(statement)
        return [found[key] for key in sorted(found)]

    # ------------------------------------------------------------ facts

    def _add(self, fact: Fact) -> None:
        one, prop, other = fact.subject.id, fact.prop, fact.object.id
        known = self._facts[prop, one, other]
        if len(known) < ALTERNATIVES and fact not in known:
            for pattern in ((prop, one, other), (prop, one, None), (prop, None, other), (prop, None, None)):
                self._facts[pattern].append(fact)

    def _event(self, event: str) -> Node:
        return Node(event, self.names[event].label, self.names[event].type)

    def _add_statement(self, statement: Statement) -> None:
        if statement.asserted and isinstance(statement.subject, Node) and isinstance(statement.object, Node):
            self._add(Fact(statement.subject, statement.relation.id, statement.object, (statement.id,)))

    def _add_presence(self, statement: Statement) -> None:
        """Who does something "during" or "at" an event, and to whom it is done, acts there: `kgo:actedDuring`."""
        if not statement.asserted:
            return
        for argument in statement.arguments:
            if argument.role in PRESENT and isinstance(argument.filler, Node):
                for node in (statement.subject, statement.object):
                    if isinstance(node, Node) and node.type == "Person":
                        self._add(Fact(node, "kgo:actedDuring", argument.filler, (statement.id,)))

    def _add_roles(self, settled: Settled) -> None:
        """An event's roles rest on the asserted statements that tell of the event."""
        telling: defaultdict[str, list[str]] = defaultdict(list)
        for statement in sorted(settled.statements.values(), key=lambda s: s.id):
            if statement.event and statement.asserted:
                telling[statement.event].append(statement.id)
        for event in sorted(settled.roles):
            for role in sorted(settled.roles[event]):
                for statement_id in telling[event]:
                    self._add(Fact(self._event(event), role.role, role.filler, (statement_id,)))

    # ------------------------------------------------------------ one rule

    def _apply(self, rule: Rule) -> Iterator[Statement]:
        patterns = sorted(rule.premises, key=lambda p: p[1] == "a")  # a class is asked of what other patterns found
        solved: dict[tuple[Node, Node], list[tuple[str, ...]]] = {}
        for bound, premises in self._solve(patterns, {}, ()):
            subject, target = bound.get(rule.conclusion[0]), bound.get(rule.conclusion[2])
            if subject is None or target is None or subject.id == target.id or not premises:
                continue
            if not self._is_told(subject, rule.conclusion[1], target):
                self._note_way(solved.setdefault((subject, target), []), premises)
        for (subject, target), ways in solved.items():
            for way in [way for way in ways if self._documents(way)] or ways[:1]:
                yield self._conclude(rule, subject, target, way)

    def _note_way(self, ways: list[tuple[str, ...]], premises: tuple[str, ...]) -> None:
        """Keep the first way to a conclusion, and others that bring one more passage of their first premise."""
        known = {(way[0], document) for way in ways for document in self._documents(way)}
        new = {(premises[0], document) for document in self._documents(premises)} - known
        if not ways or (len(ways) < ALTERNATIVES and new):
            ways.append(premises)

    def _is_told(self, subject: Node, prop: str, target: Node) -> bool:
        """Whether a text says it itself: then nothing is inferred."""
        facts = self._facts.get((prop, subject.id, target.id), [])
        return any(self.statements[p].inferred_by is None for f in facts for p in f.premises)

    def _documents(self, premises: Sequence[str]) -> set[str]:
        """The documents that tell all premises: assert them, or name a purpose."""
        return set.intersection(*(_told_in(self.statements[p]) for p in premises))

    def _solve(
        self, patterns: Sequence[tuple[str, str, str]], bound: Mapping[str, Node], premises: tuple[str, ...]
    ) -> Iterator[tuple[Mapping[str, Node], tuple[str, ...]]]:
        if not patterns:
            yield bound, tuple(dict.fromkeys(premises))
            return
        (one, prop, other), rest = patterns[0], patterns[1:]
        if prop == "a":
            node = bound.get(one)
            if node is not None and self.ontology.is_a(self.classes.get(node.id, ""), other):
                yield from self._solve(rest, bound, premises)
            return
        subject, target = bound.get(one), bound.get(other)
        pattern = (prop, subject.id if subject else None, target.id if target else None)
        for fact in tuple(self._facts.get(pattern, ())):
            extended = {**bound, one: fact.subject, other: fact.object}
            yield from self._solve(rest, extended, (*premises, *fact.premises))

    def _conclude(self, rule: Rule, subject: Node, target: Node, premises: tuple[str, ...]) -> Statement:
        told = [self.statements[p] for p in premises]
        first = told[0]
        found = self.ontology.properties.get(rule.conclusion[1])
        relation = Relation(rule.conclusion[1], found.label if found else rule.conclusion[1].rpartition(":")[2])
        confidence = round(max(0.0, min(s.confidence for s in told) - LOSS), 2)
        common = self._documents(premises) or {e.document for e in first.evidence}
        evidence = tuple(
            _witness(e, told, subject, target, confidence)
            for e in first.evidence
            if e.asserted and e.document in common
        )
        tense = first.tense if first.tense is not Tense.FUTURE else Tense.PRESENT
        statement = Statement(
            subject=subject, relation=relation, object=target, time=first.time, place=None, tense=tense,
            polarity=Polarity.POSITIVE, mood=Mood.DECLARATIVE, inferred_by=rule.id, premises=tuple(sorted(premises)),
            event=first.event, evidence=evidence,
        )  # fmt: skip
        return statement.identified()


def _told_in(statement: Statement) -> set[str]:
    return {e.document for e in statement.evidence if e.asserted or not statement.asserted}


def _witness(evidence: Evidence, told: Sequence[Statement], subject: Node, target: Node, confidence: float) -> Evidence:
    """The passage of the first premise, with the places where the premises name subject and object."""
    slots = SlotMentions(
        subject=_where(subject, told, evidence.document),
        relation=evidence.mentions.relation,
        object=_where(target, told, evidence.document),
        time=evidence.mentions.time,
    )
    return replace(evidence, mentions=slots, confidence=confidence)


def _where(node: Node, told: Sequence[Statement], document: str) -> Anchor | None:
    """The first anchor of a node in the premises' passages of a document."""
    for statement in told:
        for evidence in statement.evidence:
            if evidence.document != document:
                continue
            m = evidence.mentions
            slots = [(statement.subject, m.subject), (statement.object, m.object), (statement.place, m.place)]
            slots += [(a.filler, anchor) for a, anchor in zip(statement.arguments, m.arguments, strict=False)]
            for filler, anchor in slots:
                if isinstance(filler, Node) and filler.id == node.id and anchor is not None:
                    return anchor
    return None
