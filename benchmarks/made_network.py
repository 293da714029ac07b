"""A made graph of any size for the page: communities of invented names, hubs among them, in made articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Node, Polarity, Relation, Statement, Tense

TYPES = ("Person", "Organization", "Country", "City", "Event", "Product", "Thing", "Agreement", "Region")
RELATIONS = ("met", "funds", "criticised", "joined", "borders", "supports", "sued", "bought", "hosts", "deploys")
FIRST = ("Al", "Ber", "Cor", "Dan", "El", "Fran", "Gar", "Hal", "In", "Jor", "Kar", "Lor", "Mar", "Nor", "Per", "Tor")
LAST = (
    "berg",
    "dale",
    "field",
    "gate",
    "ham",
    "land",
    "mont",
    "port",
    "ridge",
    "stad",
    "ton",
    "ville",
    "wick",
    "worth",
)
COMMUNITY, PARAGRAPH, ARTICLE = 60, 4, 20
"""Nodes of a community, sentences of a paragraph, statements of an article; on average."""


def made_network(nodes: int, edges: int, *, seed: int = 7) -> KnowledgeGraph:
    """A graph of so many entities and statements between them; the same for the same numbers."""
    random = Random(seed)
    names = [_name(random) for _ in range(nodes)]
    people = [Node(f"kge:n{i:06}", name, TYPES[random.randrange(len(TYPES))]) for i, name in enumerate(names)]
    circles = _Circles(people, random)
    graph = KnowledgeGraph()
    articles = [_Article(f"article-{n:05}", n) for n in range(max(1, edges // ARTICLE))]
    for number, (subject, relation, object_) in enumerate(circles.ties(edges)):
        _tell(graph, articles[random.randrange(len(articles))], number, subject, relation, object_)
    graph.documents.update({article.id: article.document() for article in articles})
    graph.entities.update({node.id: Entity(node.id, node.type, f"kgo:{node.type}", node.label) for node in people})
    return graph


def _name(random: Random) -> str:
    return " ".join(random.choice(FIRST) + random.choice(LAST) for _ in range(2))


@dataclass
class _Circles:
    """Communities of unequal size; the first of each know most of the others."""

    people: list[Node]
    random: Random
    members: dict[int, list[int]] = field(default_factory=dict)
    of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = max(2, len(self.people) // COMMUNITY)
        self.of = [int(count * self.random.random() ** 1.5) for _ in self.people]
        for place, circle in enumerate(self.of):
            self.members.setdefault(circle, []).append(place)

    def ties(self, count: int) -> list[tuple[Node, str, Node]]:
        """So many different ties: four in five within a community, a few from a node to itself."""
        found: dict[tuple[int, str, int], None] = {}
        while len(found) < count:
            source = self._one(range(len(self.people)))
            near = self.members[self.of[source]] if self.random.random() < 0.8 else range(len(self.people))
            found[source, self.random.choice(RELATIONS), self._one(near)] = None
        return [(self.people[source], relation, self.people[target]) for source, relation, target in found]

    def _one(self, among: range | list[int]) -> int:
        """The earlier the likelier: hubs."""
        return among[int(len(among) * self.random.random() ** 2.2)]


@dataclass
class _Article:
    id: str
    number: int
    text: str = ""
    sentences: int = 0

    def add(self, sentence: str) -> int:
        """Where the sentence now starts."""
        gap = "" if not self.text else "\n\n" if self.sentences % PARAGRAPH == 0 else " "
        start = len(self.text) + len(gap)
        self.text += gap + sentence
        self.sentences += 1
        return start

    def document(self) -> Document:
        day = date(2024, 1, 1) + timedelta(days=self.number % 365)
        title, paper = f"Article {self.number}", f"Paper {self.number % 17}"
        return Document(self.id, self.text, day, title, paper, f"https://news.example/{self.id}")


def _tell(graph: KnowledgeGraph, article: _Article, number: int, subject: Node, relation: str, object_: Node) -> None:
    sentence = f"{subject.label} {relation} {object_.label} on Tuesday, officials said."
    start = article.add(sentence)
    facets: tuple[dict[str, object], ...] = (
        {},
        {"polarity": Polarity.NEGATIVE},
        {"tense": Tense.FUTURE},
        {"holders": (object_,)},
    )
    chosen = facets[number % 9 if number % 9 < 4 else 0]
    evidence = Evidence(article.id, start, start + len(sentence), sentence, relation, relation, not chosen, 0.9)
    told = Statement(subject, Relation(f"kgr:{relation}", relation), object_, evidence=(evidence,), **chosen)  # type: ignore[arg-type]
    told = told.identified()
    graph.statements[told.id] = told
