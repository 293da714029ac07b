"""Names for the nodes that have no id of their own: arguments, anchors, evidence."""

from __future__ import annotations

import re

from kg.model import Anchor, Filler, Statement, Value, digest


def node_name(*content: object) -> str:
    """The compact id of an evidence node that has no id of its own."""
    return f"kgx:{digest(list(content))}"


SLOTS = ("subject", "relation", "object", "time", "place", "quantity")


def argument_names(statement: Statement) -> list[str]:
    """A name for each argument's node: the statement's id and the role, numbered from the second of one role on."""
    names: list[str] = []
    for argument in statement.arguments:
        slug = re.sub(r"[^a-z0-9_-]+", "-", argument.role.lower()).strip("-") or "argument"
        name = f"{statement.id}-{slug}"
        number = 1 + sum(taken == name or taken.startswith(f"{name}--") for taken in names)
        names.append(name if number == 1 else f"{name}--{number}")
    return names


def anchor_name(anchor: Anchor) -> str:
    return node_name("anchor", *place(anchor))


def place(anchor: Anchor) -> tuple[object, ...]:
    return (anchor.document, anchor.start, anchor.end, anchor.phrase_start, anchor.phrase_end)


def shown(filler: Filler) -> str:
    return filler.value if isinstance(filler, Value) else filler.label


TERMS = frozenset((
    "Anchor", "Argument", "Article", "Attribution", "Event", "Evidence", "InferenceRule", "Mention", "Quantity",
    "ReportedEvent", "Role", "SkippedSpan", "SlotMention", "Statement", "TimeSpan", "anchor", "argument",
    "asserted", "attribution", "certain", "certainty", "citing", "comparator", "confidence", "cue", "declarative",
    "deontic", "earliest", "edtf", "end", "entityClass", "event", "eventClass", "eventLabel", "evidence", "filler",
    "fillerLabel", "future", "gazetteer", "hasRole", "holder", "hypothetical", "inferredBy", "latest", "lemma",
    "lexical", "mention", "mentionKind", "metonym", "mood", "negative", "objectLabel", "objectMention", "past",
    "phrase", "phraseEnd", "phraseStart", "place", "placeMention", "polarity", "position", "positive", "possible",
    "premise", "present", "probable", "proposition", "purpose", "purposeLabel", "quantity", "quantityMention",
    "reason", "relationMention", "roleName", "roleProperty", "sha256", "skipped", "slotMention", "start",
    "statement", "subjectLabel", "subjectMention", "tense", "text", "time", "timeMention", "timex", "timexMod",
    "timexType", "type", "unit", "value",
))  # fmt: skip
"""The names in the ontology's namespace that describe statements rather than the world."""
