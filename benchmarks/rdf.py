"""What writing, loading and asking RDF cost here and with rdflib, as ratios.

    python benchmarks/rdf.py                          100,000 and 1,000,000 triples, as in docs/rdf.md
    python benchmarks/rdf.py --triples 100000         that size alone
    python benchmarks/rdf.py --limit 30               seconds that one query may take before it is ended, not 60

The graphs are made up, the same for the same size: articles that tell statements with everything a statement may have.
Both sides are measured in one run of one process, by processor time of all threads; the quicker of two rounds counts
(one round from a million on).  Each does what it does best: rdflib writes and asks a graph that it holds already; our
writing is measured from the graph's own values, where the triples have yet to be made, and from triples that are made.
Queries are the named ones of ontology/queries/, over one file; a query that passes the limit counts as the limit, so
the ratio is then a lower bound.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import signal
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import rdflib

from kg.errors import KgError
from kg.graph import KnowledgeGraph
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Entity,
    Event,
    Evidence,
    Mention,
    MentionKind,
    Node,
    Polarity,
    Quantity,
    Relation,
    Role,
    SlotMentions,
    Statement,
    Tense,
    Time,
)
from kg.queries import answer, named_queries
from kg.queries.engines import Engine, Source
from kg.views.rdf import from_rdf, prefixes, to_rdf, to_triples, write_turtle
from kg.views.rdf.turtle import write_turtle_file

SIZES = (100_000, 1_000_000)
TARGETS = {"writing": 5, "loading": 5, "named queries": 10}
PEOPLE, PLACES, EVENT_KINDS = 400, 80, ("kgo:Meeting", "kgo:Attack", "kgo:Deployment", "kgo:Ceremony")
RELATIONS = ("kgo:attended", "kgo:metWith", "kgo:attacked", "kgo:deployedTroopsTo", "kgo:locatedIn", "kgr:say_of")
PER_DOCUMENT = 12
WARMING = "SELECT ?event { ?event a kgo:Event } LIMIT 1"
"""Asked once before anything is measured, for what a process does once: grammars, imports."""


# ---------------------------------------------------------------- a graph of any size


def made_graph(triples: int, seed: int = 6) -> KnowledgeGraph:
    """A graph of about so many triples, at least."""
    base, some = (len({*to_triples(_made(number, seed))}) for number in (0, 300))
    return _made(max(1, triples - base) * 300 * 102 // (some - base) // 100, seed)


def _made(statements: int, seed: int) -> KnowledgeGraph:
    random, graph = Random(seed), KnowledgeGraph()
    people = [Node(f"kge:person_{n}", f"Person {n}", "Person") for n in range(PEOPLE)]
    places = [Node(f"kge:place_{n}", f"Place {n}", "City") for n in range(PLACES)]
    for node in (*people, *places):
        graph.add(Entity(node.id, node.type, f"kgo:{node.type}", node.label, (f"{node.label} the Second",)))
    for start in range(0, statements, PER_DOCUMENT):
        key, day = f"article-{start:08d}", date(2024, 1, 1) + timedelta(days=start // PER_DOCUMENT % 700)
        lines = [
            _told(random, people, places, number) for number in range(start, min(start + PER_DOCUMENT, statements))
        ]
        graph.add(Document(key, "\n".join(line.text for line in lines), day, f"Article {start}", "A Paper"))
        offset = 0
        for line in lines:
            graph.add(*line.values(key, offset, day))
            offset += len(line.text) + 1
    return graph


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence, and what fills the statement that it tells."""

    number: int
    subject: Node
    object: Node
    place: Node
    relation: Relation
    doubt: int

    @property
    def text(self) -> str:
        words = f"{self.relation.label} {self.object.label} in {self.place.label} with 500 people on Sunday, he said."
        return f"{self.subject.label} {words}"

    def values(self, document: str, offset: int, day: date) -> tuple[Entity | Event | Statement, ...]:
        event = Node(f"kge:event-{self.number // 3}", f"event {self.number // 3}", "Event")
        statement = self._statement(document, offset, day, event.id)
        kind, asserted = EVENT_KINDS[self.number // 3 % len(EVENT_KINDS)], statement.asserted
        roles = (Role("kgo:agent", self.subject), Role("kgo:theme", self.object)) if asserted else ()
        happened = Event(event.id, kind, event.label, asserted, roles, statements=(statement.id,))
        mention = Mention(self._anchor(document, offset, self.subject.label), "Person", MentionKind.NAME)
        known = Entity(self.subject.id, "Person", "kgo:Person", self.subject.label, mentions=(mention,))
        return known, happened, statement

    def _anchor(self, document: str, offset: int, words: str) -> Anchor:
        start = offset + self.text.index(words)
        return Anchor(document, start, start + len(words), start, start + len(words), words)

    def _statement(self, document: str, offset: int, day: date, event: str) -> Statement:
        names = (self.subject.label, self.relation.label, self.object.label)
        subject, relation, target = (self._anchor(document, offset, words) for words in names)
        cue, several = (self._anchor(document, offset, words) for words in ("said", "500"))
        mentions = SlotMentions(subject, relation, target, (None,), quantity=several, attribution=(cue,))
        passage = (document, offset, offset + len(self.text), self.text)
        evidence = Evidence(*passage, self.relation.label, self.relation.label, self.doubt < 2, 0.9, mentions)
        return Statement(
            self.subject,
            self.relation,
            self.object,
            (Argument("with", self.place),),
            Time(day.isoformat(), day.isoformat(), "DATE", day, day),
            self.place,
            Quantity(500.0, "=", "people"),
            polarity=Polarity.NEGATIVE if self.doubt == 2 else Polarity.POSITIVE,
            certainty=Certainty.POSSIBLE if self.doubt == 3 else Certainty.CERTAIN,
            tense=Tense.FUTURE if self.doubt == 4 else Tense.PAST,
            holders=(self.object,),
            event=event,
            evidence=(evidence,),
        ).identified()


def _told(random: Random, people: list[Node], places: list[Node], number: int) -> _Line:
    subject, target = random.sample(people, 2)
    name = random.choice(RELATIONS)
    relation = Relation(name, name.partition(":")[2].replace("_", " "))
    return _Line(number, subject, target, random.choice(places), relation, random.randrange(5))


# ---------------------------------------------------------------- measuring


def cost(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the quickest round."""
    times = []
    for _ in range(rounds):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return min(times)


def in_child(work: Callable[[], object], limit: int) -> tuple[float, bool]:
    """Seconds of processor time in a copy of this process, and whether it came to an end before `limit`."""
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)

    def run() -> None:
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        begin = process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(begin) + limit + 1, int(begin) + limit + 2))
        writer.send(cost(work, 1))

    child = context.Process(target=run)
    child.start()
    child.join()
    return (reader.recv(), True) if reader.poll() else (float(limit), False)


def peak_of_writing(graph: KnowledgeGraph, path: Path) -> float:
    """Most megabytes that writing takes beside the graph, as Python counts what it allocates."""
    tracemalloc.start()
    write_turtle(graph, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def told(size: int, name: str, ours: float, theirs: float | None, note: str = "") -> None:
    beside = f"{theirs:.2f} | {theirs / ours:.1f}" if theirs else "– | –"
    print(f"| {size:,} | {name} | {ours:.2f} | {beside} | {note} |", flush=True)


def measure(size: int, folder: Path, limit: int, asked: bool) -> None:
    path, rounds = folder / f"{size}.ttl", 1 if size >= SIZES[1] else 2
    graph = made_graph(size)
    rdf = to_rdf(graph)
    count = len(rdf)
    measure_writing(count, graph, rdf, path, rounds)
    measure_loading(count, graph.base, path, rounds)
    if asked:
        measure_queries(count, Source(path, graph.base), rdf, limit)


def measure_writing(count: int, graph: KnowledgeGraph, rdf: rdflib.Graph, path: Path, rounds: int) -> None:
    theirs = cost(lambda: rdf.serialize(path, format="turtle"), rounds)
    triples, names = [*to_triples(graph)], prefixes(graph.base)
    told(count, "writing", cost(lambda: write_turtle_file(triples, path, names), rounds), theirs, "triples in memory")
    ours, peak = cost(lambda: write_turtle(graph, path), rounds), peak_of_writing(graph, path)
    told(count, "writing from the graph", ours, theirs, f"{peak:.0f} MB beside the graph")


def measure_loading(count: int, base: str, path: Path, rounds: int) -> None:
    theirs = cost(lambda: rdflib.Graph().parse(path, format="turtle"), rounds)
    told(count, "loading", cost(lambda: Source(path, base).store(), rounds), theirs, "to be asked")
    told(count, "loading as a graph", cost(lambda: from_rdf(path, base), rounds), theirs, "to be worked with")


def measure_queries(count: int, source: Source, rdf: rdflib.Graph, limit: int) -> None:
    """From a million triples on rdflib is not asked: most queries would take it minutes."""
    ours, theirs, ended, beside = 0.0, 0.0, 0, count < SIZES[1]
    store, graph = source.loaded("oxigraph"), Source(rdf, source.base)
    _asked(store, WARMING, "oxigraph")
    _asked(graph, WARMING, "rdflib")
    for name, text in named_queries().items():
        here, done = in_child(partial(_asked, store, text, "oxigraph"), limit)
        there, finished = in_child(partial(_asked, graph, text, "rdflib"), limit) if beside else (0.0, True)
        ours, theirs, ended = ours + here, theirs + there, ended + (not finished)
        print(f"{name:<24}{here:9.3f}{'' if done else '+'}{there:9.2f}{'' if finished else '+'}", file=sys.stderr)
    note = f"rdflib ended {ended} times at {limit} s" if ended else ""
    told(count, "named queries", ours, theirs if beside else None, note)


def _asked(source: Source, text: str, engine: Engine) -> None:
    try:
        answer(source, text, engine=engine)
    except KgError as error:
        print(error, file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description="Writing, loading and asking RDF, beside rdflib.")
    parser.add_argument("--triples", type=int, action="append", help="size of a graph; may be given more than once")
    parser.add_argument("--limit", type=int, default=60, help="seconds that one query may take")
    parser.add_argument("--no-queries", action="store_true", help="writing and loading alone")
    options = parser.parse_args()
    print("| triples | what | newskg, s | rdflib, s | ratio | |\n|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for size in options.triples or SIZES:
            measure(size, Path(folder), options.limit, not options.no_queries)


if __name__ == "__main__":
    main()
