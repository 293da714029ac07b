"""Text2KGBench with its ontologies as bring-your-own: learn on one part, print triples for another.

    python benchmarks/text2kg.py --train DATA --data DATA --part validation -o OUT.tsv
    python bench.py text2kg tekgen validation OUT.tsv

DATA is a folder of the kit's layout: `ontologies/N_name_ontology.json`, `train/N_name.jsonl`, `PART/N_name.jsonl`.
What is learned for an ontology is written to --frames, if that is given.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.learning.examples import Example, Triple, merged
from kg.learning.frames import write_frames
from kg.learning.learning import learn
from kg.learning.tagging import Tagger
from kg.model import Document
from kg.ontology import load
from kg.ontology.own import read_own
from kg.parsing import load_model, parse


def examples(path: Path) -> list[Example]:
    """The sentences of a part with their triples."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return merged(Example(row["sent"], tuple(_triples(row))) for row in rows)


def _triples(row: dict[str, object]) -> Iterator[Triple]:
    told = row.get("triples")
    rows = told if isinstance(told, list) else [row]
    for one in rows:
        names = [str(one.get(f"{key}_label") or one.get(key)) for key in ("sub", "rel", "obj")]
        yield Triple(names[0], names[1].strip(), names[2])


def sentences(path: Path) -> dict[str, str]:
    """Identifier -> sentence, each sentence once."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["sent"], row["id"])
    return {identifier: sentence for sentence, identifier in found.items()}


def rows(train: Path, data: Path, part: str, frames: Path | None) -> Iterator[str]:
    """The triples of all ontologies of a part, a line each."""
    nlp, ontology = load_model(), load()
    for path in sorted((data / part).glob("*.jsonl"), key=lambda p: (len(p.stem), p.stem)):
        own = read_own(data / "ontologies" / f"{path.stem}_ontology.json")
        learned = learn(examples(train / "train" / path.name), ontology=ontology, nlp=nlp)
        if frames is not None:
            frames.mkdir(parents=True, exist_ok=True)
            (frames / f"{path.stem}.toml").write_text(write_frames(learned), encoding="utf-8")
        print(f"{path.stem}: {len(learned.rows)} rows, threshold {learned.threshold}", file=sys.stderr)
        texts = sentences(path)
        parses = parse((Document(name, text) for name, text in texts.items()), nlp=nlp)
        for name, found in zip(texts, Tagger(learned, ontology).tag(parses), strict=True):
            for told in (t for t in found if own.find_property(t.property)):  # the data has some that it does not list
                yield f"{name}\t{told.subject}\t{told.property}\t{told.object}\tconf={told.confidence:.2f}\n"


def main() -> None:
    """Learn and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="folder with train/")
    parser.add_argument("--data", type=Path, required=True, help="folder with PART/ and ontologies/")
    parser.add_argument("--part", default="validation")
    parser.add_argument("--frames", type=Path, help="folder for what was learned")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    found = "".join(rows(arguments.train, arguments.data, arguments.part, arguments.frames))
    arguments.output.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
