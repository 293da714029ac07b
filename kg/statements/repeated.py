"""Relations that the label of their subject tells already: "camps around the lake" are around the lake.

A target with a name is always told: that edge ties an unnamed thing to what other articles speak of.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Node, Value

SAID = frozenset({
    "kgo:basedIn", "kgo:belongsTo", "kgo:leaderOf", "kgo:locatedIn", "kgo:location", "kgo:memberOf", "kgo:occurredIn",
    "kgo:partOf", "kgo:presentIn",
})  # fmt: skip
"""Properties that a preposition within a label tells as well."""

RELATIVES = frozenset({
    "kgo:childOf", "kgo:leaderOf", "kgo:memberOf", "kgo:parentOf", "kgo:siblingOf", "kgo:spouseOf",
})  # fmt: skip
"""Properties of a person that a noun tells: "the leader of the club" leads it."""

OPEN = ("kgr:be_", "kgr:occur_")
"""How open relations of place begin."""

BETWEEN = frozenset({
    "across", "along", "around", "at", "behind", "beside", "from", "in", "inside", "near", "of", "off", "on", "outside",
    "over", "throughout", "under", "within",
})  # fmt: skip

PRESENT = "kgo:presentIn"
MANY = ("Group", "Organization")
"""Types of many who may be asked for by their place, "troops in Mali"; an "ambassador in Rome" is called by it."""

FROM = frozenset({"from"})

ARTICLES = frozenset({"a", "an", "the"})


def is_in_label(subject: Node, prop: str, target: Node | Value) -> bool:
    """Whether a subject is called by what is told of it: "camps around the lake" are around the lake."""
    if prop not in SAID and not prop.startswith(OPEN):
        return False
    if prop == PRESENT and subject.type in MANY:
        return False
    owner = str(getattr(target, "label", ""))
    if any(word[:1].isupper() for word in owner.split()):
        return False
    if prop == "kgo:belongsTo" and subject.label.lower().startswith((f"{owner}'", f"{owner}\u2019")):
        return True
    words, wanted = list(_words(subject.label)), list(_words(owner))
    if not wanted:
        return False
    linking = BETWEEN - FROM if prop == "kgo:memberOf" else BETWEEN  # soldiers "from" an army being its members is news
    ends = (i for i in range(1, len(words) - len(wanted) + 1) if words[i : i + len(wanted)] == wanted)
    return any(linking & set(words[:i]) for i in ends)


def is_in_name(own: Node, noun: str, prop: str) -> bool:
    """Whether whom a noun names is told of by that noun alone: "the leader of the club" resigned."""
    return prop in RELATIVES and noun in own.label.lower().split()


def _words(label: str) -> Iterator[str]:
    return (word for word in label.lower().replace(",", " ").split() if word not in ARTICLES)
