"""KnowledgeNet: learn on some folds, print facts for another.

    python benchmarks/knowledgenet.py --train DATA --learn 12 --data DATA --part 3 -o OUT.tsv
    python bench.py knowledgenet 3 OUT.tsv

DATA is a folder of the kit's layout: `passages.tsv` and `facts.tsv`.  What is learned is written to --frames, if that
is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.learning.examples import Example, Triple, merged
from kg.learning.frames import write_frames
from kg.learning.learning import learn
from kg.learning.tagging import Tagger
from kg.model import Document
from kg.ontology import load
from kg.parsing import load_model, parse


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header."""
    head, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)
    return [dict(zip(head, line, strict=False)) for line in lines]


def passages(data: Path, folds: str) -> list[dict[str, str]]:
    """The passages of some folds ("12")."""
    return [row for row in table(data / "passages.tsv") if row["fold"] in folds]


def examples(data: Path, folds: str) -> list[Example]:
    """The passages of some folds with their facts."""
    facts: dict[str, list[Triple]] = {}
    for row in table(data / "facts.tsv"):
        places = [(int(row[f"{side}_start"]), int(row[f"{side}_end"])) for side in ("subject", "object")]
        triple = Triple(row["subject"], row["property"], row["object"], *places)
        facts.setdefault(row["passage"], []).append(triple)
    return merged(
        Example(row["text"], tuple(facts.get(row["passage"], ())), frozenset(row["properties"].split(",")))
        for row in passages(data, folds)
    )


def rows(data: Path, part: str, tagger: Tagger) -> Iterator[str]:
    """The facts of a part, a line each, with places in characters."""
    found = passages(data, part)
    parses = parse((Document(row["passage"], row["text"]) for row in found), nlp=load_model())
    for row, told in zip(found, tagger.tag(parses), strict=True):
        for one in told:
            places = ["{}:{}".format(*place) for place in (one.subject_at, one.object_at)]
            yield "\t".join([row["passage"], places[0], one.property, places[1]]) + "\n"


def main() -> None:
    """Learn and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="folder to learn from")
    parser.add_argument("--learn", required=True, help="its folds, such as 12")
    parser.add_argument("--data", type=Path, required=True, help="folder to read")
    parser.add_argument("--part", required=True, help="its fold, such as 3")
    parser.add_argument("--frames", type=Path, help="file for what was learned")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    ontology = load()
    learned = learn(examples(arguments.train, arguments.learn), ontology=ontology, nlp=load_model())
    print(f"{len(learned.rows)} rows, threshold {learned.threshold}", file=sys.stderr)
    if arguments.frames is not None:
        arguments.frames.write_text(write_frames(learned), encoding="utf-8")
    found = "".join(rows(arguments.data, arguments.part, Tagger(learned, ontology)))
    arguments.output.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
