"""How often names and noun phrases get the right type, on the development parts of MEANTIME and re3d.

    python benchmarks/mention_types.py BENCH            figures
    python benchmarks/mention_types.py BENCH --list     also each wrong one: gold type, ours, what it is read as

BENCH is the folder of the benchmark kit.  A gold mention is compared with the mention of ours that covers most of it
(Dice of characters, LEAST at least); what is found nowhere does not count.  "broad" is a Thing: no claim, no error.
Types that the two corpora draw otherwise than we do count as right either way (a group of people, a country that acts).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path

from kg.entities.coreference import find_chains
from kg.entities.resolution import resolve_entities
from kg.mentions import find_mentions
from kg.model import Anchor, MentionKind
from kg.ontology import load
from kg.parsing import load_model, parse
from kg.reading import read

LEAST = 0.6
LANDS = {"Country", "Region", "City", "Place", "Facility"}
PEOPLE = {"Person", "Group"}
BODIES = {"Organization", "Group"}
TYPES = {
    "PER": PEOPLE, "ORG": BODIES, "LOC": LANDS, "PRO": {"Product", "Document"},
    "Person": PEOPLE, "Organisation": BODIES | {"Country"}, "Location": LANDS, "MilitaryPlatform": {"Product"},
    "Vehicle": {"Product"}, "Weapon": {"Product"}, "DocumentReference": {"Document"},
    "Nationality": {"Country", "Group"},
}  # fmt: skip
"""Gold type -> ours; gold mentions of other types are left out."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention of the gold: code points in its document, and its type."""

    document: str
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Ours:
    """A mention of ours with the type and label of its entity."""

    anchor: Anchor
    kind: MentionKind
    type: str
    label: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from DictReader(file, delimiter="\t", quoting=3)


def meantime(folder: Path) -> Iterator[Gold]:
    """The mentions of MEANTIME, whose offsets count tokens."""
    tokens = {(r["document"], int(r["token"])): (int(r["start"]), int(r["end"])) for r in rows(folder / "tokens.tsv")}
    for row in rows(folder / "mentions.tsv"):
        first, last = (row["document"], int(row["start"])), (row["document"], int(row["end"]) - 1)
        yield Gold(row["document"], tokens[first][0], tokens[last][1], row["type"])


def re3d(folder: Path) -> Iterator[Gold]:
    """The entities of re3d, whose offsets count code points."""
    for row in rows(folder / "entities.tsv"):
        yield Gold(row["document"], int(row["start"]), int(row["end"]), row["type"])


def typed_mentions(folder: Path) -> dict[str, list[Ours]]:
    """Document -> its names and noun phrases, as resolved over all documents of the folder."""
    ontology, nlp = load(), load_model()
    chains = [
        chain
        for parsed in parse(read(folder).documents, nlp=nlp)
        for chain in find_chains(parsed, find_mentions(parsed, ontology), ontology)
    ]
    found: dict[str, list[Ours]] = defaultdict(list)
    for entity in resolve_entities(chains, ontology).entities:
        for mention in entity.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                ours = Ours(mention.anchor, mention.kind, entity.type, entity.label)
                found[mention.anchor.document].append(ours)
    return found


def likeness(gold: Gold, ours: Ours) -> float:
    """Dice of the gold's characters and those of our name or of our whole phrase."""
    anchor = ours.anchor
    return max(_dice(gold, anchor.start, anchor.end), _dice(gold, anchor.phrase_start, anchor.phrase_end))


def _dice(gold: Gold, start: int, end: int) -> float:
    shared = max(0, min(gold.end, end) - max(gold.start, start))
    return 2 * shared / (gold.end - gold.start + end - start)


def compare(gold: Iterator[Gold], found: dict[str, list[Ours]], *, is_listed: bool) -> Counter[tuple[str, str]]:
    """(kind, verdict) -> count."""
    count: Counter[tuple[str, str]] = Counter()
    for mention in gold:
        near = [(likeness(mention, ours), ours) for ours in found[mention.document]] if mention.type in TYPES else []
        best = max(near, key=lambda item: (item[0], -item[1].anchor.end, item[1].label), default=None)
        if best is None or best[0] < LEAST:
            continue
        ours = best[1]
        verdict = "right" if ours.type in TYPES[mention.type] else "broad" if ours.type == "Thing" else "wrong"
        count[ours.kind.value, verdict] += 1
        if is_listed and verdict == "wrong":
            told = (ours.kind.value, mention.type, ours.type, ours.anchor.text, ours.label, mention.document)
            print("  " + "\t".join(told))
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--list", action="store_true", dest="is_listed")
    arguments = parser.parse_args()
    for name, gold in (("meantime", meantime), ("re3d", re3d)):
        folder = arguments.bench / "data" / name / "dev"
        count = compare(gold(folder), typed_mentions(folder / "documents"), is_listed=arguments.is_listed)
        for kind in (MentionKind.NAME, MentionKind.NOMINAL):
            shares = {verdict: count[kind.value, verdict] for verdict in ("right", "broad", "wrong")}
            total = sum(shares.values()) or 1
            told = "  ".join(f"{verdict} {n} ({n / total:.3f})" for verdict, n in shares.items())
            print(f"{name:9} {kind.value:8} {total:5}  {told}")


if __name__ == "__main__":
    main()
