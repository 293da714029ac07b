"""What the reading of sentences costs beside spaCy's own pipeline, and that it grows with the text and no faster.

    python benchmarks/speed.py BENCH               cost against a bare `nlp.pipe`, and each part's share
    python benchmarks/speed.py BENCH --rounds 9    the same, measured more often
    python benchmarks/speed.py --scaling           microseconds a token, for sentences and documents of growing length

BENCH is the folder of the benchmark kit.  All times are processor time (`time.process_time`), measured in one run of
one process: text by text the bare pipeline and the reading take turns, and who begins changes with each round.  The
texts are the development sentences of CaRB, one a line as `kg extract` reads them, and the news of MEANTIME, by
document as `kg build` does.  Of each text and part the quickest round counts, of the bare pipeline too, as other work
on the machine only adds; the spread is over whole rounds.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time

import spacy

import kg.ontology
from kg.clauses.repairs import repair
from kg.entities.coreference import find_chains
from kg.entities.quotes import Quotations, read_quotations
from kg.mentions import find_mentions
from kg.model import Document
from kg.parsing import Parse, load_model, model_name, parse
from kg.reading import read
from kg.reading.passages import find_passages
from kg.reading.truecase import sentence_case
from kg.statements.dating import find_dates
from kg.statements.drafting import Drafter
from kg.statements.extraction import extract_statements, find_lexicon
from kg.statements.knowledge import prepare
from kg.statements.nominal import draft_noun_phrases
from kg.statements.quantities import find_quantities
from kg.statements.scene import Scene
from kg.statements.stance import StanceReader
from kg.statements.times import find_times
from kg.statements.tuples import Sentence, parse_lines, render_full, render_minimal

TARGET = 1.25
"""Most that both renderers, stance, attribution, times and quantities may cost together, in bare pipelines."""

BARE = "bare nlp.pipe"
"""The model as spaCy loads it."""

PARTS = ("parse", "repairs", "clauses", "full rows", "minimal rows", "stance, attribution", "times", "quantities")
"""What the target counts; `parse` is the package's own pipeline, with the offsets of its tokens."""

BEYOND = ("mentions", "coreference", "frames, statements", "noun phrases")
"""What a build of a document does besides, before documents are compared."""

BATCH = 64
"""Lines that take one turn."""


class Watch:
    """Processor seconds by text and part."""

    def __init__(self) -> None:
        self.spent: Counter[tuple[int, str]] = Counter()
        self.text = 0

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Add what is done inside to a part."""
        begin = process_time()
        yield
        self.spent[self.text, name] += process_time() - begin

    @property
    def seconds(self) -> Counter[str]:
        """Processor seconds by part."""
        total: Counter[str] = Counter()
        for (_, name), spent in self.spent.items():
            total[name] += spent
        return total

    def ratio(self) -> float:
        """The cost of PARTS in bare pipelines."""
        seconds = self.seconds
        return sum(seconds[part] for part in PARTS) / seconds[BARE]


class Reader:
    """Reads texts part by part, as the package does, with a watch beside."""

    def __init__(self) -> None:
        self.nlp = load_model()
        self.plain = spacy.load(model_name())
        self.ontology = kg.ontology.load()
        self.knowledge = prepare(self.ontology)

    def bare(self, texts: list[str], watch: Watch) -> None:
        """Run the model alone."""
        with watch.part(BARE):
            for _ in self.plain.pipe(texts):
                pass

    def lines(self, lines: list[str], watch: Watch) -> None:
        """All that is read from lines of one sentence each."""
        with watch.part("parse"):
            parses = list(parse_lines(lines, nlp=self.nlp))
        for parsed in parses:
            self._sentences(parsed, watch)

    def document(self, document: Document, watch: Watch) -> None:
        """All that is read from a document by itself; what the target does not count is timed apart."""
        with watch.part("parse"):
            parsed = next(iter(parse([document], nlp=self.nlp)))
        with watch.part("mentions"):
            mentions = find_mentions(parsed, self.ontology)
        with watch.part("repairs"):
            repair(parsed.doc, find_lexicon(mentions, self.knowledge))
        sentence, quotations = self._sentences(parsed, watch)
        with watch.part("coreference"):
            chains = find_chains(parsed, mentions, self.ontology, quotations)
        scene = Scene(parsed, mentions, chains, self.knowledge, quotations)
        drafter = Drafter(scene)
        with watch.part("frames, statements"):
            drafter.draft(sentence.clauses)
        with watch.part("noun phrases"):
            draft_noun_phrases(drafter, mentions)

    def _sentences(self, parsed: Parse, watch: Watch) -> tuple[Sentence, Quotations]:
        """The parts that the target counts, behind the parse and its repairs."""
        with watch.part("clauses"):
            sentence = Sentence(parsed)
        with watch.part("full rows"):
            render_full(sentence)
        with watch.part("minimal rows"):
            render_minimal(sentence)
        with watch.part("stance, attribution"):
            quotations = read_quotations(parsed, self.ontology)
            reader = StanceReader(parsed.doc, self.knowledge.cues, quotations)
            for clause in sentence.clauses:
                reader.stance(parsed.doc[clause.verb])
        with watch.part("times"):
            times = find_times(parsed)
            find_dates(parsed, lambda head: False, times=times)
        with watch.part("quantities"):
            find_quantities(parsed, times=times)
        return sentence, quotations


def turns(reader: Reader, bench: Path) -> list[tuple[Callable[[Watch], None], Callable[[Watch], None]]]:
    """The texts: of each how the model alone and how the package reads it."""
    lines = (bench / "data" / "carb" / "dev" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    found: list[tuple[Callable[[Watch], None], Callable[[Watch], None]]] = []
    for start in range(0, len(lines), BATCH):
        some = lines[start : start + BATCH]
        found.append((lambda w, t=some: reader.bare(t, w), lambda w, t=some: reader.lines(t, w)))
    for document in read(bench / "data" / "meantime" / "dev" / "documents").documents:
        texts = sentence_case(find_passages(document))
        found.append((lambda w, t=texts: reader.bare(t, w), lambda w, d=document: reader.document(d, w)))
    return found


def measure(reader: Reader, bench: Path, rounds: int) -> list[Watch]:
    """One watch a round, after a round that only warms up."""
    found = []
    texts = turns(reader, bench)
    for number in range(rounds + 1):
        watch = Watch()
        for watch.text, pair in enumerate(texts):
            for turn in pair if number % 2 else reversed(pair):
                turn(watch)
        found.append(watch)
    return found[1:]


def quickest(watches: list[Watch]) -> Watch:
    """Of each text and part the quickest round."""
    best = Watch()
    best.spent.update({key: min(watch.spent[key] for watch in watches) for key in watches[0].spent})
    return best


def cost(watches: list[Watch]) -> Iterator[str]:
    """The table of one run."""
    best, ratios = quickest(watches), sorted(watch.ratio() for watch in watches)
    told = "both renderers, stance, attribution, times, quantities"
    yield f"{told}: {best.ratio():.3f} bare pipelines (target {TARGET})"
    yield f"{len(ratios)} rounds, from {ratios[0]:.3f} to {ratios[-1]:.3f}, median {median(ratios):.3f}"
    yield ""
    seconds = best.seconds
    for part in (BARE, *PARTS, "", *BEYOND):
        yield f"{part:24s}{seconds[part]:8.3f} s{100 * seconds[part] / seconds[BARE]:8.1f} %" if part else "not counted"


# ---------------------------------------------------------------- growth

SENTENCE_SIZES = (250, 500, 1000, 2000)
DOCUMENT_SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
"""Tokens."""

ROUNDS = 3
"""How often each text is read; the quickest counts."""

FLAT = 1.5
"""Most that a token of a text eight times as long may cost, in what it costs in the short one."""

SHAPES: dict[str, str] = {
    "names in a list": "Berlin, Paris, Rome, Madrid, ",
    "coordinated names": "Berlin and Paris and Rome and ",
    "coordinated verbs": "he came and saw and won and left and ",
    "relative clauses": "the man who saw the dog that bit the cat which ate ",
    "complements": "she said that he thought that they knew that ",
    "of phrases": "the head of the board of the bank of the city of ",
    "ellipsis": "Rome signed it , as did Paris , and so did Oslo , but Bonn did not , ",
    "left out verbs": "Rome built a bridge , Paris a road , and Oslo a dam , ",
    "quotations": '" We left , " he said , and she said : " They came . " ',
    "nested quotes": 'He said: "She told us: "They said: " ',
    "marks of quotation": '" ',
    "figures": "12 3.4 1,000 56 % ",
    "dates": "on 3 May 2024 and in June of last year , ",
    "table": "| 12 | Ankara | 3.5 | - | ",
    "emoji": "😀 🚀 ",
    "markup": '<div class="a"><p>text</p></div> ',
    "no verb": "the old red house ",
}
"""What a long sentence is made of, over and over."""

STORY = (
    "The minister of finance said on Monday that 4,000 workers had left the plant in Bonn, which he opened in 1998. "
    '"We will not close it," Mr Weber told reporters. Analysts expect that the firm may cut jobs by next June.\n\n'
)


def sentence_growth(reader: Reader) -> Iterator[str]:
    """Microseconds a token behind the parse, for each shape and length of sentence."""
    yield f"{'sentence of tokens':24s}" + "".join(f"{size:>10d}" for size in SENTENCE_SIZES) + "   1x to 8x"
    for name, piece in SHAPES.items():
        cells = [_apiece(reader, piece, size) for size in SENTENCE_SIZES]
        yield f"{name:24s}" + "".join(f"{cell:10.1f}" for cell in cells) + _growth(cells[0], cells[-1])


def _growth(short: float, long: float) -> str:
    return f"{long / short:11.2f}" + (f"  more than {FLAT}" if long > FLAT * short else "")


def _apiece(reader: Reader, piece: str, size: int) -> float:
    each = len(reader.nlp.make_doc(piece))
    text = (piece * (size // each)).strip()
    [parsed] = parse_lines([text], nlp=reader.nlp)
    best = min(_reading(reader, parsed) for _ in range(ROUNDS))
    return 1e6 * best / len(parsed.doc)


def _reading(reader: Reader, parsed: Parse) -> float:
    """Seconds for everything from mentions to statements, and both renderers."""
    gc.collect()
    begin = process_time()
    extract_statements(parsed, reader.ontology)
    sentence = Sentence(parsed)
    render_full(sentence)
    render_minimal(sentence)
    return process_time() - begin


def document_growth(reader: Reader) -> Iterator[str]:
    """Microseconds a token behind the parse, for each length of document."""
    yield f"{'document of tokens':24s}" + "".join(f"{size:>10d}" for size in DOCUMENT_SIZES) + "   1x to 8x"
    each = len(reader.nlp.make_doc(STORY))
    cells = []
    for size in DOCUMENT_SIZES:
        [parsed] = parse([Document("story", STORY * (size // each))], nlp=reader.nlp)
        best = min(_telling(reader, parsed) for _ in range(ROUNDS))
        cells.append(1e6 * best / len(parsed.doc))
    yield f"{'news':24s}" + "".join(f"{cell:10.1f}" for cell in cells) + _growth(cells[0], cells[3])


def _telling(reader: Reader, parsed: Parse) -> float:
    """Seconds from mentions to statements."""
    gc.collect()
    begin = process_time()
    extract_statements(parsed, reader.ontology)
    return process_time() - begin


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, nargs="?", help="folder of the benchmark kit")
    parser.add_argument("--rounds", type=int, default=5, help="how often all is measured")
    parser.add_argument("--scaling", action="store_true", help="growth with the length of the text")
    options = parser.parse_args()
    if options.bench is None and not options.scaling:
        parser.error("expected the folder of the benchmark kit, or --scaling")
    reader = Reader()
    tables = [sentence_growth(reader), iter([""]), document_growth(reader)] if options.scaling else []
    tables += [cost(measure(reader, options.bench, options.rounds))] if options.bench else []
    for table in tables:
        for line in table:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
