"""Identity on a made corpus: articles of generated people with namesakes, spellings and titles, whose truth is known.

    python benchmarks/made_corpus.py                     1,000 articles over 300 people: pairwise precision and recall
    python benchmarks/made_corpus.py --seed 7            the same with other people
    python benchmarks/made_corpus.py --scaling 100000    microseconds a mention at four sizes up to 100,000 mentions

Nobody in it is real: given names and surnames are common ones put together by chance.  A pair is two mentions of names
in any two places; mentions that the reading misses count against recall.  The same seed gives the same corpus.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from time import process_time

import kg.ontology
from kg.entities.chains import Chain
from kg.entities.coreference import find_chains
from kg.entities.resolution import Resolution, resolve_entities
from kg.mentions import find_mentions
from kg.model import Document
from kg.ontology import Ontology
from kg.parsing import load_model, parse

GIVEN = {
    "f": ("Anna", "Maria", "Elena", "Sara", "Katarina", "Natalia", "Yulia", "Ingrid", "Fatima", "Sofia", "Irene",
          "Paula", "Amina", "Laura", "Teresa", "Helen"),
    "m": ("Sergei", "Mohammed", "Stephen", "Andrei", "Philip", "Johan", "Carlos", "Martin", "Ahmed", "Viktor", "Daniel",
          "Marcus", "Hassan", "Pablo", "Oscar", "Simon"),
}  # fmt: skip
SPELLINGS = {
    "Sergei": "Sergey", "Mohammed": "Mohamed", "Stephen": "Stephan", "Andrei": "Andrey", "Philip": "Phillip",
    "Johan": "Johann", "Ahmed": "Ahmad", "Viktor": "Victor", "Elena": "Yelena", "Katarina": "Katerina",
    "Natalia": "Nataliya", "Yulia": "Yuliya", "Sofia": "Sofiya", "Irene": "Irena", "Sara": "Sarah",
}  # fmt: skip
SURNAMES = (
    "Larsen", "Novak", "Keller", "Moreau", "Silva", "Petrov", "Haddad", "Okafor", "Tanaka", "Rossi", "Lindqvist",
    "Nowak", "Fischer", "Costa", "Ivanov", "Mansour", "Mensah", "Suzuki", "Conti", "Berg", "Horvat", "Weber", "Ramos",
    "Popov", "Khalil", "Adeyemi", "Sato", "Greco", "Dahl", "Kovac", "Schmidt", "Torres", "Orlov", "Nasser", "Diallo",
    "Mori", "Ferrari", "Holm", "Svoboda", "Vogel",
)  # fmt: skip
OFFICES = (
    "foreign minister", "finance minister", "president", "prime minister", "defense minister", "ambassador",
    "lawmaker", "judge", "governor", "general", "economist", "coach",
)  # fmt: skip
TITLED = (
    "{title} {name} said on {day} that the talks would go on.",
    "{name}, the {demonym} {office}, said on {day} that the talks would go on.",
    "{title} {name} met reporters in {city} on {day}.",
    "The plan was presented by {title} {name} on {day}.",
)
UNTITLED = (
    "{name} told reporters in {city} that the plan was ready.",
    "{name} arrived in {city} on {day} for the talks.",
)
AGAIN = (
    "{surname} added that the costs were low.", "The decision was welcomed by {surname}.",
    "{surname} will return home on {day}.", "{pronoun} declined to say more.", "Reporters asked {surname}.",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
NAMESAKES, SPELLED, INITIALLED, ALONE = 0.07, 0.05, 0.10, 0.05
"""Shares: people who bear another's name; tellings with another spelling, with an initial, by office and surname."""
SIZES = (0.01, 0.1, 0.3, 1.0)
"""Shares of the most mentions at which time is measured."""
OFFICE_TOLD = 0.7
"""Share of first mentions that tell the office, which newspapers rarely leave out."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up; `demonym` is that of the country served."""

    number: int
    given: str
    surname: str
    gender: str
    office: str
    demonym: str


@dataclass(frozen=True, slots=True)
class Article:
    """A made article and where which person is named: (start, end) -> number of the person."""

    document: Document
    truth: dict[tuple[int, int], int]


def make_people(size: int, rng: random.Random, ontology: Ontology) -> list[Person]:
    """People of different names, but for namesakes of another country and office."""
    countries = sorted(row.demonyms[0] for row in ontology.names.values() if row.cls == "kgo:Country" and row.demonyms)
    names = [(given, surname, g) for g, row in GIVEN.items() for given in row for surname in SURNAMES]
    rng.shuffle(names)
    people = [Person(i, *names[i % len(names)], rng.choice(OFFICES), rng.choice(countries)) for i in range(size)]
    for i in range(round(size * NAMESAKES)):
        one = people[i + size // 2]
        office = rng.choice([o for o in OFFICES if o != one.office])
        demonym = rng.choice([d for d in countries if d != one.demonym])
        people[i] = Person(i, one.given, one.surname, one.gender, office, demonym)
    return people


def make_articles(count: int, people: list[Person], rng: random.Random, ontology: Ontology) -> Iterator[Article]:
    """Articles that tell of three to six people each, a paragraph a person."""
    cities = sorted(row.label for row in ontology.names.values() if row.cls == "kgo:City")[::7]
    for number in range(count):
        writer = _Writer(rng, rng.choice(cities))
        told = rng.sample(people, rng.randint(3, 6))
        bearers = Counter(person.surname for person in told)
        for person in told:
            writer.tell(person, is_shared=bearers[person.surname] > 1)
        yield Article(Document(f"made{number:06}", "".join(writer.parts)), writer.truth)


class _Writer:
    """Puts sentences together and notes where names stand."""

    def __init__(self, rng: random.Random, city: str) -> None:
        self.rng, self.city = rng, city
        self.parts: list[str] = []
        self.length = 0
        self.truth: dict[tuple[int, int], int] = {}

    def tell(self, person: Person, *, is_shared: bool) -> None:
        """A paragraph on one person: by full name, mostly with the office, then by surname or pronoun.

        Where the article tells of two of one surname (`is_shared`), full names stay, as newspapers write.
        """
        told = self._first_name(person, is_shared=is_shared)
        is_titled = told == person.surname or self.rng.random() < OFFICE_TOLD
        self._sentence(self.rng.choice(TITLED if is_titled else UNTITLED), person, told, told)
        for _ in range(self.rng.randint(0, 2)):
            self._sentence(self.rng.choice(AGAIN), person, told, told if is_shared else person.surname)
        self._write("\n\n")

    def _first_name(self, person: Person, *, is_shared: bool) -> str:
        chance = 1.0 if is_shared else self.rng.random()
        if chance < ALONE:
            return person.surname
        if chance < ALONE + SPELLED:
            return f"{SPELLINGS.get(person.given, person.given)} {person.surname}"
        if chance < ALONE + SPELLED + INITIALLED:
            return f"{person.given} {'ABCDE'[person.number % 5]}. {person.surname}"
        return f"{person.given} {person.surname}"

    def _sentence(self, pattern: str, person: Person, name: str, short: str) -> None:
        title = f"{person.demonym} {person.office.title()}"
        for part in pattern.replace("{", "\0{").replace("}", "}\0").split("\0"):
            match part:
                case "{name}":
                    self._name(name, person)
                case "{surname}":
                    self._name(short, person)
                case _:
                    self._write(part.format(
                        title=title, demonym=person.demonym, office=person.office, city=self.city,
                        day=self.rng.choice(DAYS), pronoun="She" if person.gender == "f" else "He",
                    ))  # fmt: skip
        self._write(" ")

    def _name(self, text: str, person: Person) -> None:
        self.truth[self.length, self.length + len(text)] = person.number
        self._write(text)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def read_chains(articles: list[Article], ontology: Ontology) -> tuple[list[Chain], float]:
    """The chains of articles, and the seconds that mentions and coreference took."""
    chains: list[Chain] = []
    seconds = 0.0
    for parsed in parse((article.document for article in articles), nlp=load_model()):
        begun = process_time()
        chains += find_chains(parsed, find_mentions(parsed, ontology), ontology)
        seconds += process_time() - begun
    return chains, seconds


def score(articles: list[Article], resolution: Resolution) -> tuple[float, float, int]:
    """Pairwise precision and recall of the named mentions, and how many entities they were given."""
    told = [(m, e.id) for e in resolution.entities for m in e.mentions if m.kind == "name"]
    found = {(m.anchor.document, m.anchor.end): node for m, node in told}
    groups: dict[str, Counter[int]] = defaultdict(Counter)
    truth: Counter[int] = Counter()
    for article in articles:
        for (_, end), person in article.truth.items():
            truth[person] += 1
            node = found.get((article.document.id, end))
            if node is not None:
                groups[node][person] += 1
    right = sum(_pairs(n) for group in groups.values() for n in group.values())
    joined = sum(_pairs(group.total()) for group in groups.values())
    return right / joined, right / sum(map(_pairs, truth.values())), len(groups)


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def show_score(count: int, people: int, seed: int) -> None:
    """Print precision, recall and what was kept apart."""
    ontology, rng = kg.ontology.load(), random.Random(seed)
    articles = list(make_articles(count, make_people(people, rng, ontology), rng, ontology))
    chains, _ = read_chains(articles, ontology)
    resolution = resolve_entities(chains, ontology)
    precision, recall, groups = score(articles, resolution)
    mentions = sum(len(article.truth) for article in articles)
    print(f"{count:,} articles, {people} people, {mentions:,} mentions of names, seed {seed}")
    print(f"pairwise precision {precision:.3f}, recall {recall:.3f}; {groups} entities")
    apart = Counter(d.reason.split(":")[0].split(",")[0] for d in resolution.decisions if d.verdict == "apart")
    print("left apart:", ", ".join(f"{reason} {n}" for reason, n in apart.most_common()) or "nothing")


def show_scaling(most: int, people: int, seed: int) -> None:
    """Print microseconds a mention of coreference and of identity at SIZES up to `most`, and how they have grown."""
    ontology, rng = kg.ontology.load(), random.Random(seed)
    made = make_articles(most, make_people(people, rng, ontology), rng, ontology)
    articles: list[Article] = []
    chains: list[Chain] = []
    seconds, rates = 0.0, []
    print(f"{'mentions':>10} {'articles':>9} {'coreference':>12} {'identity':>9}  microseconds a mention")
    for size in [round(most * share) for share in SIZES]:
        while sum(len(chain.mentions) for chain in chains) < size:
            more = list(islice(made, max(20, len(articles) // 4)))
            found, took = read_chains(more, ontology)
            articles, chains, seconds = [*articles, *more], [*chains, *found], seconds + took
        mentions = sum(len(chain.mentions) for chain in chains)
        begun = process_time()
        resolve_entities(chains, ontology)
        identity = process_time() - begun
        told = f"{1e6 * seconds / mentions:12.0f} {1e6 * identity / mentions:9.0f}"
        print(f"{mentions:10,} {len(articles):9,} {told}", flush=True)
        rates.append((mentions, (seconds + identity) / mentions))
    (few, first), (many, last) = rates[0], rates[-1]
    print(f"{many / few:.0f} times the mentions cost {last / first:.2f} times as much each")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scaling", type=int, default=0, metavar="N", help="measure time up to N mentions")
    arguments = parser.parse_args()
    if arguments.scaling:
        show_scaling(arguments.scaling, arguments.people, arguments.seed)
    else:
        show_score(arguments.articles, arguments.people, arguments.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
