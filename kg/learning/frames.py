"""What was learned, as a TOML file that a person can read, check and change.

    [learned]      what it was learned from, and how triples are chosen
    [[property]]   a property: its label, how its objects are written, names known as its objects
    [[frame]]      words that tell a property, in the terms of frames.toml, with example, support and precision
    [cues."..."]   what else speaks for or against a property: what is seen -> weight, support, precision

A frame names verbs or nouns and the slots of subject and object, or a `path` through the dependency tree; `require`
are the types of both.  Its weight adds to the odds of the property; one that a person writes without weight gets
`WRITTEN`.  `support` counts the sentences in which it fits a triple, `precision` tells their share among those it fits.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology.faults import Faults

WRITTEN = 6.0
"""The weight of a frame without one: enough to be told by itself."""

EVERY = "every property"
"""The heading of the cues that hold for all properties."""

SLOT_KEYS = ("subject", "object")
_FRAME_KEYS = frozenset(
    {"property", "verbs", "nouns", "roles", "path", "require", "weight", "support", "precision", "example"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """The weight of one thing seen: the sentences in which a triple has it, their share of all with it, and one."""

    weight: float
    support: int = 0
    precision: float = 0.0
    example: str = ""


@dataclass(frozen=True, slots=True)
class LearnedProperty:
    """A property: `form` is how days are written, "" for words as they stand; `values` are known objects."""

    label: str
    bias: float
    form: str = ""
    values: tuple[str, ...] = ()
    support: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """Everything of a learned file.  `rows` maps (property or EVERY, what is seen) to its weight."""

    properties: tuple[LearnedProperty, ...]
    rows: Mapping[tuple[str, str], Row]
    subject_kinds: tuple[str, ...]
    object_kinds: tuple[str, ...]
    single: bool
    """Whether every sentence tells one triple, as a rule, so that triples compete."""
    threshold: float
    sentences: int = 0
    triples: int = 0


# ---------------------------------------------------------------- writing


def write_frames(learned: Learned) -> str:
    """The text of a learned file."""
    return "\n".join([*_head(learned), *_properties(learned), *_frames(learned), *_cues(learned)]) + "\n"


def _head(learned: Learned) -> Iterator[str]:
    yield "# Written by `kg learn`; rows may be changed, added and taken away.  docs/guide.md tells what they mean."
    yield ""
    yield "[learned]"
    yield f"sentences = {learned.sentences}"
    yield f"triples = {learned.triples}"
    yield f"single = {_toml(learned.single)}  # every sentence tells one triple, as a rule"
    yield f"threshold = {learned.threshold}"
    yield f"subjects = {_toml(list(learned.subject_kinds))}"
    yield f"objects = {_toml(list(learned.object_kinds))}"


def _properties(learned: Learned) -> Iterator[str]:
    for prop in learned.properties:
        yield from ("", "[[property]]", f"label = {_toml(prop.label)}", f"bias = {prop.bias:.2f}")
        yield f"support = {prop.support}"
        if prop.form:
            yield f"form = {_toml(prop.form)}"
        if prop.values:
            yield f"values = {_toml(list(prop.values))}"


def _frames(learned: Learned) -> Iterator[str]:
    rows = [(name, seen, row) for (name, seen), row in learned.rows.items() if is_path(seen) and name != EVERY]
    for name, seen, row in sorted(rows, key=lambda r: (r[0], -r[2].support, r[1])):
        yield from ("", "[[frame]]", f"property = {_toml(name)}", *_pattern(seen))
        yield f"weight = {row.weight:.2f}"
        yield f"support = {row.support}"
        yield f"precision = {row.precision:.2f}"
        if row.example:
            yield f"example = {_toml(row.example)}"


def _cues(learned: Learned) -> Iterator[str]:
    by_property: dict[str, list[tuple[str, Row]]] = {}
    for (name, seen), row in learned.rows.items():
        if not is_path(seen) or name == EVERY:
            by_property.setdefault(name, []).append((seen, row))
    for name in sorted(by_property):
        yield from ("", f"[cues.{_toml(name)}]")
        for seen, row in sorted(by_property[name], key=lambda r: (-abs(r[1].weight), r[0])):
            yield f"{_toml(seen)} = [{row.weight:.2f}, {row.support}, {row.precision:.2f}]"


def _toml(value: Any) -> str:  # noqa: ANN401  (what TOML writes)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def is_path(seen: str) -> bool:
    """Whether what is seen is a way through the tree with its words."""
    return seen.startswith("path ") and ("<" in seen or ">" in seen)


def _pattern(seen: str) -> Iterator[str]:
    """A way as the keys of a frame."""
    path, _, types = seen.removeprefix("path ").partition(" | ")
    parts = path.split(" ")
    match parts:
        case [one, "<", verb, ">", other] if verb.isalpha():
            yield f"verbs = [{_toml(verb)}]"
            yield f"roles = {{ subject = {_toml(one)}, object = {_toml(other)} }}"
        case [noun, ">", slot] if noun.isalpha():
            yield f"nouns = [{_toml(noun)}]"
            yield f'roles = {{ subject = "self", object = {_toml(slot)} }}'
        case [slot, "<", noun] if noun.isalpha():
            yield f"nouns = [{_toml(noun)}]"
            yield f'roles = {{ subject = {_toml(slot)}, object = "self" }}'
        case _:
            yield f"path = {_toml(path)}"
    if types:
        yield f"require = {_toml(types.split(' '))}"


# ---------------------------------------------------------------- reading


def read_frames(path: Path) -> Learned:
    """What a learned file says.  Raises OntologyError with every fault: file, row, what was expected."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path.name}: {error}") from None
    except OSError as error:
        raise OntologyError(f"{path}: {(error.strerror or str(error)).lower()}, expected learned frames") from None
    except ValueError:
        raise OntologyError(f"{path.name}: not UTF-8, expected learned frames") from None
    faults = Faults()
    learned = _learned(data, path.name, faults)
    faults.raise_any()
    return learned


def _learned(data: Mapping[str, Any], file: str, faults: Faults) -> Learned:
    head = data.get("learned", {})
    properties = tuple(_property(row, n, file, faults) for n, row in enumerate(_list(data, "property"), start=1))
    labels = [p.label for p in properties]
    rows: dict[tuple[str, str], Row] = {}
    for n, row in enumerate(_list(data, "frame"), start=1):
        where = f"frame {n}"
        _check_row(row, where, labels, file=file, faults=faults)
        found = Row(_number(row.get("weight", WRITTEN)), int(row.get("support", 0)), _number(row.get("precision", 0)))
        for seen in _seen(row, where, file, faults):
            rows[str(row.get("property")), seen] = found
    for name, cues in dict(data.get("cues", {})).items():
        if name != EVERY and name not in labels:
            faults.unknown(file, f"cues of '{name}', which is no property of the file", name, [*labels, EVERY])
        for seen, numbers in dict(cues).items():
            rows[name, seen] = _cue(numbers, f"cues of '{name}': '{seen}'", file, faults)
    return Learned(
        properties, rows, tuple(head.get("subjects", ("name", "topic", "pronoun"))),
        tuple(head.get("objects", ("name", "time", "nominal"))), bool(head.get("single")),
        _number(head.get("threshold", 0.5)), int(head.get("sentences", 0)), int(head.get("triples", 0)),
    )  # fmt: skip


def _list(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data.get(key, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _property(row: Mapping[str, Any], number: int, file: str, faults: Faults) -> LearnedProperty:
    if not isinstance(row.get("label"), str):
        faults.add(file, f"property {number} has no label")
    values = tuple(str(v) for v in row.get("values", ()))
    bias, support = _number(row.get("bias", -3.0)), int(row.get("support", 0))
    return LearnedProperty(str(row.get("label")), bias, str(row.get("form", "")), values, support)


def _check_row(row: Mapping[str, Any], where: str, labels: Iterable[str], *, file: str, faults: Faults) -> None:
    for key in row:
        if key not in _FRAME_KEYS:
            faults.unknown(file, f"{where} has a key '{key}'", key, _FRAME_KEYS)
    name = str(row.get("property"))
    if name not in labels:
        faults.unknown(file, f"{where} is of property '{name}', which the file does not list", name, labels)


def _seen(row: Mapping[str, Any], where: str, file: str, faults: Faults) -> list[str]:
    """What a frame looks for, as names of features."""
    types = f" | {' '.join(row['require'])}" if row.get("require") else ""
    if isinstance(row.get("path"), str):
        return [f"path {row['path']}{types}"]
    roles = dict(row.get("roles", {}))
    slots = [str(roles.get(side, "")) for side in SLOT_KEYS]
    words = [*((w, True) for w in row.get("verbs", ())), *((w, False) for w in row.get("nouns", ()))]
    if not words or not all(slots):
        faults.add(file, f"{where} has neither 'path' nor verbs or nouns with roles subject and object")
        return []
    return [f"path {_way(word, *slots, verb=verb)}{types}" for word, verb in words]


def _way(word: str, subject: str, target: str, *, verb: bool) -> str:
    if not verb and subject == "self":
        return f"{word} > {target}"
    if not verb and target == "self":
        return f"{subject} < {word}"
    return f"{subject} < {word} > {target}"


def _cue(numbers: object, where: str, file: str, faults: Faults) -> Row:
    match numbers:
        case [float() | int() as weight, int() as support, float() | int() as precision]:
            return Row(float(weight), support, float(precision))
        case float() | int():
            return Row(float(numbers))
    faults.add(file, f"{where} is {numbers}; expected [weight, support, precision]")
    return Row(0.0)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
