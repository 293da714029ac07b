"""Draw sentences at random from the development texts of the benchmark kit, for labelling by hand before a rule is run.

    python benchmarks/draw_sentences.py KIT/data -o SENTENCES.tsv [--count 110] [--seed 41]

A row is source, licence and sentence.  Four equal shares: MEANTIME, OntoGUM's news, re3d, CaRB.  Documents under a
share-alike licence are left out; CaRB's texts come from newspapers and an encyclopedia, so those are for labelling
only and their text is not to be kept.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

SOURCES = ("meantime", "ontogum", "re3d", "carb")
SHARE_ALIKE = "CC BY-SA"
SENTENCE_END = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=["'“‘(]?[A-Z0-9])|\n\s*\n|\n""")
FEWEST_WORDS = 5


def main() -> None:
    """Write the drawn sentences, source by source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--count", type=int, default=110)
    parser.add_argument("--seed", type=int, default=41)
    options = parser.parse_args()
    drawn = random.Random(options.seed)
    with options.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("source", "licence", "sentence"))
        for n, source in enumerate(SOURCES):
            share = options.count // len(SOURCES) + (n < options.count % len(SOURCES))
            writer.writerows(drawn.sample(sorted(set(_sentences(options.data, source))), share))


def _sentences(data: Path, source: str) -> Iterator[tuple[str, str, str]]:
    """Source, licence and text of every sentence of a development part."""
    if source == "carb":
        for line in (data / "carb" / "dev" / "sentences.txt").read_text(encoding="utf-8").splitlines():
            yield source, "not kept", line
        return
    folder = data / source if source == "ontogum" else data / source / "dev"
    for row in csv.DictReader((folder / "documents.tsv").open(encoding="utf-8"), delimiter="\t"):
        licence = row.get("licence", "CC BY 2.5")
        if licence.startswith(SHARE_ALIKE) or "news_dev" not in row.get("splits", "news_dev").split(","):
            continue
        text = (folder / "documents" / f"{row['document']}.txt").read_text(encoding="utf-8")
        for sentence in SENTENCE_END.split(text):
            if len(sentence.split()) >= FEWEST_WORDS:
                yield f"{source}/{row['document']}", licence, " ".join(sentence.split())


if __name__ == "__main__":
    main()
