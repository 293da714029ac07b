"""A statement in one passage of one document, and whether it tells what a gold statement tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Anchor, Evidence, Filler, Node, Statement, StatementRef, Value
from kg.scoring.gold import Gold, GoldEntity, GoldStatement, JudgementKey, Words, flat
from kg.scoring.wording import bare, is_same_phrase, is_same_relation

NAMED_WITH_MORE = frozenset({"Person", "Region"})
"""Types whose label may stand inside a longer one: a title before a name, a country before its region."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One evidence of a statement: the unit that is right or wrong."""

    statement: Statement
    evidence: Evidence

    @property
    def key(self) -> JudgementKey:
        """What a judgement is looked up by: one line of text a column."""
        s = self.statement
        slots = [_label(s.subject), s.relation.label, _label(s.object)]
        holders = " > ".join(holder.label for holder in s.holders)
        columns = [self.evidence.document, self.evidence.quote, *slots, s.polarity.value, s.certainty.value, holders]
        return tuple(flat(column) for column in columns)

    @property
    def passages(self) -> tuple[tuple[int, int], ...]:
        """Where it stands.  What is inferred stands wherever its premises do."""
        same = [e for e in self.statement.evidence if e.document == self.evidence.document]
        read = same if self.statement.inferred_by else [self.evidence]
        return tuple((e.start, e.end) for e in read)


def find_tellings(statements: Iterable[Statement]) -> list[Telling]:
    """Every evidence of every statement, in the order of the documents."""
    found = [Telling(s, e) for s in statements for e in s.evidence]
    return sorted(found, key=lambda t: (t.evidence.sort_key, t.statement.id, t.statement.relation.id))


def tells(telling: Telling, wanted: GoldStatement, gold: Gold) -> bool:
    """Whether passage, subject, relation and object are those of `wanted`; facets are not looked at."""
    if telling.evidence.document != wanted.document:
        return False
    if not any(start < wanted.end and wanted.start < end for start, end in telling.passages):
        return False
    if not _is_relation(telling, wanted.relation):
        return False
    return _fits(telling, wanted, gold)


def is_called(found: str, wanted: Words, gold: Gold, head: str | None = None) -> bool:
    """Whether a label is one of the wordings: an entity by its names, another phrase by head and modifiers."""
    return any(_is_called(found, wording, gold, head) for wording in wanted)


def _is_called(found: str, wording: str, gold: Gold, head: str | None) -> bool:
    entity = gold.entity(wording)
    if entity is not None:
        return _is_entity(found, entity, gold)
    if head is not None and bare(head) and not bare(head) & bare(wording):
        return False
    return is_same_phrase(wording, found) or bare(wording) == bare(found)


def _is_entity(found: str, entity: GoldEntity, gold: Gold) -> bool:
    other = gold.entity(found)
    if other is not None:
        return other.label == entity.label
    if any(bare(name) == bare(found) for name in entity.names):
        return True
    return entity.type in NAMED_WITH_MORE and bare(entity.label) <= bare(found) and is_same_phrase(entity.label, found)


def _is_relation(telling: Telling, wanted: Words) -> bool:
    relation, lemma = telling.statement.relation, telling.evidence.lemma
    return any(
        wording == relation.id
        if ":" in wording
        else is_same_relation(wording, relation.label) or is_same_relation(wording, lemma)
        for wording in wanted
    )


def _fits(telling: Telling, wanted: GoldStatement, gold: Gold) -> bool:
    """Whether the slots fit, or fit the other way round where the relation is a passive with its agent ("air by")."""
    s, m = telling.statement, telling.evidence.mentions
    if _is_filler(s.subject, m.subject, wanted.subject, gold, telling):
        return _is_object(telling, wanted, gold)
    if not s.relation.label.endswith(" by") or s.object is None:
        return False
    agent = _is_filler(s.object, m.object, wanted.subject, gold, telling)
    return agent and bool(wanted.object) and _is_filler(s.subject, m.subject, wanted.object, gold, telling)


def _is_object(telling: Telling, wanted: GoldStatement, gold: Gold) -> bool:
    s, m = telling.statement, telling.evidence.mentions
    further = (*(w for _, told in wanted.arguments for w in told), *wanted.place)
    if s.object is not None and _is_filler(s.object, m.object, (*wanted.object, *further), gold, telling):
        return True
    if not wanted.object:
        return s.object is None
    anchors = m.arguments if len(m.arguments) == len(s.arguments) else (None,) * len(s.arguments)
    more: list[tuple[Filler, Anchor | None]] = [(a.filler, n) for a, n in zip(s.arguments, anchors, strict=True)]
    if s.place is not None:
        more.append((s.place, m.place))
    return any(_is_filler(filler, anchor, wanted.object, gold, telling) for filler, anchor in more)


def _is_filler(filler: Filler, anchor: Anchor | None, wanted: Words, gold: Gold, telling: Telling) -> bool:
    match filler:
        case StatementRef():
            return any(wording.startswith("that ") for wording in wanted)
        case Value(value=value):
            return is_called(value, wanted, gold)
        case Node(label=label):
            return is_called(label, wanted, gold, _head(label, anchor)) or _is_worded(label, anchor, wanted, telling)


def _is_worded(label: str, anchor: Anchor | None, wanted: Words, telling: Telling) -> bool:
    """Whether the passage calls the node so ("the pact") where its label comes from another; names go by label."""
    if anchor is None:
        return False
    evidence = telling.evidence
    phrase = evidence.quote[max(0, anchor.phrase_start - evidence.start) : max(0, anchor.phrase_end - evidence.start)]
    if bare(phrase) <= bare(label):
        return False
    return any(is_same_phrase(w, told) for w in wanted if not w[:1].isupper() for told in (phrase, anchor.text))


def _head(label: str, anchor: Anchor | None) -> str | None:
    """The head of a long label, where its mention shows it: "soldiers" of "soldiers killed in the war"."""
    inside = anchor is not None and bool(bare(anchor.text)) and bare(anchor.text) < bare(label)
    return anchor.text if inside and anchor is not None else None


def _label(filler: Filler | None) -> str:
    match filler:
        case None:
            return ""
        case Value(value=value):
            return value
        case _:
            return filler.label
