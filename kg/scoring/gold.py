"""A folder of gold -> what a careful reader lists, and what a person has judged since."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import InputError, JudgementError
from kg.model import Certainty, Document, Mood, Polarity, Tense
from kg.scoring.wording import bare

Words: TypeAlias = tuple[str, ...]
"""Wordings that are accepted alike."""

JudgementKey: TypeAlias = tuple[str, ...]
JUDGEMENT_COLUMNS = ("document", "quote", "subject", "relation", "object", "polarity", "certainty", "holders")
VERDICTS = ("right", "wrong")
PASSAGE_KEYS = {"document", "quote", "says"}
STATEMENT_KEYS = {
    "subject", "relation", "object", "args", "polarity", "certainty", "tense", "mood", "holders", "or_holders",
    "asserted", "time", "place", "quantity", "inferred", "core", "optional",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldTime:
    """When, as the text words it.  Without `edtf` the time is vague: any within the bounds is right."""

    text: str
    edtf: Words = ()
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """How many: the numbers and comparators that are accepted."""

    text: str
    values: tuple[float, ...]
    comparators: Words
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One thing that a reader lists.  Facets are tuples of what is accepted; `asserted` None where readers differ.

    `holders` are chains, outermost first, each holder with its wordings; the empty chain is the article itself.
    """

    document: str
    start: int
    end: int
    quote: str
    subject: Words
    relation: Words
    object: Words = ()
    arguments: tuple[tuple[str, Words], ...] = ()
    polarity: Words = (Polarity.POSITIVE.value,)
    certainty: Words = (Certainty.CERTAIN.value,)
    tense: Words = (Tense.PAST.value,)
    mood: Words = (Mood.DECLARATIVE.value,)
    holders: tuple[tuple[Words, ...], ...] = ((),)
    asserted: bool | None = True
    time: GoldTime | None = None
    place: Words = ()
    quantity: GoldQuantity | None = None
    inferred: bool = False
    core: bool = False
    optional: bool = False

    @property
    def label(self) -> str:
        """The statement in words, after the first wording of each slot."""
        slots = [self.subject[:1], self.relation[:1], self.object[:1]]
        extra = [f"{role} {' | '.join(told)}" for role, told in self.arguments]
        negation = ["not:"] if self.polarity == (Polarity.NEGATIVE.value,) else []
        return " ".join([*negation, *(w for slot in slots for w in slot), *extra])


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a statement that the gold does not list."""

    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Somebody or something in the articles; `names` are all that may stand for it, the label included."""

    label: str
    type: str
    names: Words


@dataclass(frozen=True, slots=True)
class Gold:
    """All statements in the order of the file, the entities by label, and the judgements."""

    statements: tuple[GoldStatement, ...]
    entities: Mapping[str, GoldEntity]
    judgements: Mapping[JudgementKey, Judgement]

    def entity(self, name: str) -> GoldEntity | None:
        """The entity whose label has the words of `name`, or None."""
        return next((e for e in self.entities.values() if bare(e.label) == bare(name)), None)


def load_gold(folder: Path, documents: Mapping[str, Document]) -> Gold:
    """Read statements.toml, entities.toml and, where there is one, judgements.tsv.

    `documents` are those that the quotes stand in.  Raises InputError for a file that cannot be read or a quote that
    is in no document, JudgementError for a bad row.
    """
    file = folder / "statements.toml"
    told = _toml(file)
    times = {name: _time(row) for name, row in told.get("times", {}).items()}
    statements = tuple(
        _statement(row, place=place, times=times, file=file)
        for passage in told.get("passage", ())
        for place in [_located(passage, documents, file)]
        for row in passage["says"]
    )
    return Gold(statements, _entities(folder / "entities.toml"), load_judgements(folder / "judgements.tsv"))


def load_judgements(file: Path) -> dict[JudgementKey, Judgement]:
    """Read one judgement a line, under a line of column names; nothing where there is no file."""
    if not file.exists():
        return {}
    found: dict[JudgementKey, Judgement] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if number > 1 and row:
                key, judgement = _judgement(row, f"{file.name}:{number}")
                if found.setdefault(key, judgement).verdict != judgement.verdict:
                    raise JudgementError(f"{file.name}:{number}: contradicts an earlier row on the same statement")
    return found


def flat(text: str) -> str:
    """`text` with every run of blanks and line ends made one blank."""
    return " ".join(text.split())


def _judgement(row: list[str], where: str) -> tuple[JudgementKey, Judgement]:
    wanted = len(JUDGEMENT_COLUMNS) + 2
    if len(row) != wanted:
        raise JudgementError(f"{where}: {len(row)} columns, expected {wanted}")
    *key, verdict, reason = row
    if verdict not in VERDICTS or not reason.strip():
        raise JudgementError(f"{where}: verdict '{verdict}', reason '{reason}': expected right or wrong, and why")
    return tuple(key), Judgement(verdict, reason)


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{file.name}: cannot be read: {error}") from None


def _located(passage: dict[str, Any], documents: Mapping[str, Document], file: Path) -> tuple[str, int, int, str]:
    if odd := PASSAGE_KEYS ^ set(passage):
        raise InputError(f"{file.name}: passage '{passage.get('quote', '')[:40]}': missing or unknown {sorted(odd)}")
    document = documents.get(passage["document"])
    if document is None:
        raise InputError(f"{file.name}: no document '{passage['document']}': expected one of {sorted(documents)}")
    pattern = r"\s+".join(re.escape(word) for word in passage["quote"].split())
    place = re.search(pattern, document.text)
    if place is None:
        raise InputError(f"{file.name}: quote '{passage['quote'][:60]}' is not in {document.id}")
    return document.id, place.start(), place.end(), passage["quote"]


def _statement(
    row: dict[str, Any], *, place: tuple[str, int, int, str], times: Mapping[str, GoldTime], file: Path
) -> GoldStatement:
    if unknown := set(row) - STATEMENT_KEYS:
        raise InputError(f"{file.name}: '{row.get('subject')}': unknown {sorted(unknown)}")
    if "time" in row and row["time"] not in times:
        raise InputError(f"{file.name}: no time '{row['time']}': expected one of {sorted(times)}")
    chains = [row.get("holders", []), *row.get("or_holders", [])]
    document, start, end, quote = place
    gold = GoldStatement(
        document,
        start,
        end,
        quote,
        subject=_words(row["subject"]),
        relation=_words(row["relation"]),
        object=_words(row.get("object", "")),
        arguments=tuple((role, _words(told)) for role, told in row.get("args", {}).items()),
        polarity=_words(row.get("polarity", Polarity.POSITIVE.value)),
        certainty=_words(row.get("certainty", Certainty.CERTAIN.value)),
        tense=_words(row.get("tense", Tense.PAST.value)),
        mood=_words(row.get("mood", Mood.DECLARATIVE.value)),
        holders=tuple(tuple(_words(holder) for holder in chain) for chain in chains),
        time=times[row["time"]] if "time" in row else None,
        place=_words(row.get("place", "")),
        quantity=_quantity(row["quantity"]) if "quantity" in row else None,
        inferred=bool(row.get("inferred", False)),
        core=bool(row.get("core", False)),
        optional=bool(row.get("optional", False)),
    )
    return _with_assertion(gold, row.get("asserted"))


def _with_assertion(gold: GoldStatement, told: bool | str | None) -> GoldStatement:
    """`gold` with `asserted` as told, or, where nothing is told, by its other facets."""
    plain = (
        gold.polarity == ("positive",)
        and gold.certainty == ("certain",)
        and "future" not in gold.tense
        and gold.mood == ("declarative",)
        and gold.holders[0] == ()
    )
    either = told == "either" or (told is None and plain and len(gold.holders) > 1)
    return replace(gold, asserted=None if either else plain if told is None else bool(told))


def _words(told: str) -> Words:
    return tuple(part.strip() for part in told.split(" | ") if part.strip())


def _time(row: dict[str, Any]) -> GoldTime:
    return GoldTime(row["text"], _words(row.get("edtf", "")), row.get("earliest"), row.get("latest"))


def _quantity(row: dict[str, Any]) -> GoldQuantity:
    values = tuple(float(value) for value in _words(row["value"]))
    return GoldQuantity(row["text"], values, _words(row["comparator"]), row.get("unit", ""))


def _entities(file: Path) -> dict[str, GoldEntity]:
    rows = _toml(file).get("entity", [])
    return {
        row["label"]: GoldEntity(
            row["label"],
            row["type"],
            (row["label"], *row.get("names", ()), *row.get("metonyms", ()), *row.get("unsure", ())),
        )
        for row in rows
    }
