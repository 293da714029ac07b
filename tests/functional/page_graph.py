"""A graph of well-known facts for the page: about 80 nodes and 150 statements in five made articles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kg.graph import KnowledgeGraph
from kg.model import (
    Anchor,
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

COUNTRIES = {
    "France": "Paris", "Germany": "Berlin", "Belgium": "Brussels", "Poland": "Warsaw", "Spain": "Madrid",
    "Italy": "Rome",
    "Austria": "Vienna", "Finland": "Helsinki", "Sweden": "Stockholm", "Norway": "Oslo", "Estonia": "Tallinn",
    "Ukraine": "Kyiv", "Russia": "Moscow", "North Korea": "Pyongyang", "South Korea": "Seoul", "Japan": "Tokyo",
    "China": "Beijing", "Canada": "Ottawa", "Switzerland": "Bern", "Türkiye": "Ankara",
}  # fmt: skip
UNION = ("France", "Germany", "Belgium", "Poland", "Spain", "Italy", "Austria", "Finland", "Sweden", "Estonia")
ALLIANCE = (
    "France",
    "Germany",
    "Belgium",
    "Poland",
    "Spain",
    "Italy",
    "Finland",
    "Sweden",
    "Norway",
    "Estonia",
    "Canada",
    "Türkiye",
)
BORDERS = (
    "France Germany", "France Belgium", "France Spain", "France Italy", "Germany Poland", "Germany Austria",
    "Germany Switzerland", "Italy Austria", "Italy Switzerland", "Poland Ukraine", "Russia Finland", "Russia Norway",
    "Russia Estonia", "Russia Ukraine", "Finland Sweden", "Finland Norway", "Sweden Norway", "Russia China",
)  # fmt: skip
SEATS = {
    "European Commission": "Brussels", "NATO": "Brussels", "Council of Europe": "Strasbourg", "OSCE": "Vienna",
    "International Atomic Energy Agency": "Vienna", "World Health Organization": "Geneva", "UNESCO": "Paris",
    "International Court of Justice": "The Hague", "United Nations": "New York City",
    "European Central Bank": "Frankfurt",
    "World Trade Organization": "Geneva", "International Olympic Committee": "Lausanne",
}  # fmt: skip
PARTS = {
    "UNESCO": "United Nations", "World Health Organization": "United Nations", "European Commission": "European Union",
    "International Court of Justice": "United Nations", "European Central Bank": "European Union",
    "International Atomic Energy Agency": "United Nations",
}  # fmt: skip
REGIONS = {
    "Kursk Region": "Russia",
    "Belgorod Region": "Russia",
    "Bavaria": "Germany",
    "Catalonia": "Spain",
    "Lapland": "Finland",
}
TREATIES = {
    "Treaty of Lisbon": ("Lisbon", date(2007, 12, 13), ("France", "Germany", "Italy", "Spain", "Poland")),
    "Paris Agreement": ("New York City", date(2016, 4, 22), ("France", "China", "Canada", "Japan")),
    "Treaty of Rome": ("Rome", date(1957, 3, 25), ("France", "Italy", "Belgium")),
}


def slug(label: str) -> str:
    return "kge:" + label.lower().replace(" ", "_")


def type_of(label: str) -> str:
    if label in COUNTRIES:
        return "Country"
    if label in REGIONS:
        return "Region"
    if label in SEATS or label in PARTS.values():
        return "Organization"
    return "Agreement" if label in TREATIES else "City"


def node(label: str) -> Node:
    return Node(slug(label), label, type_of(label))


@dataclass
class Article:
    """An article that grows by a sentence for every statement told."""

    id: str
    title: str
    publisher: str
    published: date
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    told: list[tuple[str, Statement]] = field(default_factory=list)

    def tell(self, sentence: str, statement: Statement) -> None:
        if len(self.paragraphs[-1]) == 4:
            self.paragraphs.append([])
        self.paragraphs[-1].append(sentence)
        self.told.append((sentence, statement))

    def document(self) -> Document:
        text = "\n\n".join(" ".join(sentences) for sentences in self.paragraphs)
        url = f"https://news.example/{self.id}"
        return Document(self.id, text, self.published, self.title, self.publisher, url)


def simple(article: Article, subject: str, relation: str, object_: str, **more: object) -> None:
    statement = Statement(node(subject), Relation("kgo:" + relation.replace(" ", "-"), relation), node(object_), **more)
    article.tell(f"{subject} {relation} {object_}.", replace(statement, tense=Tense.PRESENT))


def sample_graph() -> KnowledgeGraph:
    articles = [_places(), _members(), _seats(), _treaties(), _claims()]
    graph = KnowledgeGraph()
    for article in articles:
        document = article.document()
        graph.documents[document.id] = document
        for sentence, statement in article.told:
            _keep(graph, document, sentence, statement)
    _events(graph)
    _entities(graph)
    return graph


def _places() -> Article:
    article = Article("places", "Where the capitals of twenty countries lie", "Atlas Review", date(2025, 3, 4))
    for country, capital in COUNTRIES.items():
        simple(article, capital, "is capital of", country)
    for pair in BORDERS:
        simple(article, *pair.split()[:1], "borders", *pair.split()[1:])
    for region, country in REGIONS.items():
        simple(article, region, "lies in", country)
    simple(article, "Kursk Region", "borders", "Ukraine")
    simple(article, "North Korea", "borders", "South Korea")
    return article


def _members() -> Article:
    article = Article(
        "members", "Who belongs to the Union and who to the alliance", "Brussels Gazette", date(2025, 5, 9)
    )
    for country in UNION:
        simple(article, country, "is member of", "European Union")
    for country in ALLIANCE:
        simple(article, country, "is member of", "NATO")
    for country in COUNTRIES:
        if country != "Switzerland":
            simple(article, country, "is in", "United Nations")
    return article


def _seats() -> Article:
    article = Article("seats", "Where international organizations have their seats", "Atlas Review", date(2025, 6, 1))
    for organization, city in SEATS.items():
        simple(article, organization, "has its seat in", city)
    for part, whole in PARTS.items():
        simple(article, part, "is part of", whole)
    return article


def _treaties() -> Article:
    article = Article("treaties", "Three treaties and those who signed them", "Brussels Gazette", date(2025, 6, 20))
    for treaty, (city, day, countries) in TREATIES.items():
        when = Time(day.isoformat(), day.isoformat(), "DATE", day, day)
        for country in countries:
            relation = Relation("kgo:signed", "signed")
            event = f"kge:signature-{slug(treaty)[4:]}"
            statement = Statement(node(country), relation, node(treaty), time=when, place=node(city), event=event)
            article.tell(f"{country} signed the {treaty} in {city} on {day:%d %B %Y}.", statement)
    return article


def _claims() -> Article:
    article = Article("claims", "What is said, planned and denied", "Evening Standard-Bearer", date(2025, 7, 1))
    union, both = (node("European Commission"),), (node("South Korea"), node("United Nations"))
    possible, planned, denied = (
        {"certainty": Certainty.POSSIBLE},
        {"tense": Tense.FUTURE},
        {"polarity": Polarity.NEGATIVE},
    )
    troops = "sends troops to"
    said = (
        ("Ukraine", "joins", "European Union", "will join", {**planned, "holders": union}),
        ("Türkiye", "joins", "European Union", "could join", {**possible, "holders": union}),
        ("Switzerland", "is member of", "NATO", "is not a member of", denied),
        ("Norway", "is member of", "European Union", "is not a member of", denied),
        ("North Korea", troops, "Russia", "may send troops to", {**possible, "holders": both}),
        ("Russia", troops, "North Korea", "does not send troops to", denied),
        ("North Korea", troops, "Kursk Region", "will send troops to", {**planned, "holders": both[:1]}),
    )  # fmt: skip
    for subject, relation, object_, words, facets in said:
        holders = facets.get("holders", ())
        by = "".join(f", {'citing ' if i else ''}{h.label}{' said' if not i else ''}" for i, h in enumerate(holders))
        statement = Statement(
            node(subject), Relation("kgo:" + relation.replace(" ", "-"), relation), node(object_), **facets
        )
        article.tell(f"{subject} {words} {object_}{by}.", statement)
    return article


def disputed_graph() -> KnowledgeGraph:
    """The sample and two articles more, which contradict it, differ in a number and tell again what it tells."""
    graph = sample_graph()
    harbour = Article("harbour", "A port looks east", "Harbour Post", date(2025, 7, 8))
    simple(harbour, "Switzerland", "is member of", "NATO")
    simple(harbour, "Kursk Region", "borders", "Ukraine")
    canal = Article("canal", "Barges wait", "Canal Times", date(2025, 7, 9))
    for article, number in ((harbour, 3000), (canal, 600)):
        many = {"quantity": Quantity(number, "=", "soldiers"), "tense": Tense.PRESENT}
        statement = Statement(node("North Korea"), Relation("kgo:lends-to", "lends soldiers to"), node("China"), **many)
        article.tell(f"North Korea lends {number:,} soldiers to China.", statement)
    for article in (harbour, canal):
        graph.add(article.document())
        graph.add(*(_stated(article.document(), sentence, told) for sentence, told in article.told))
    return graph


def _keep(graph: KnowledgeGraph, document: Document, sentence: str, statement: Statement) -> None:
    kept = _stated(document, sentence, statement)
    graph.statements[kept.id] = kept


def _stated(document: Document, sentence: str, statement: Statement) -> Statement:
    start = document.text.index(sentence)
    subject, object_ = statement.subject.label, statement.object.label
    mentions = SlotMentions(
        subject=_anchor(document, start, subject), object=_anchor(document, start + sentence.index(object_), object_),
        attribution=tuple(_anchor(document, start, ("said", "citing")[i]) for i, _ in enumerate(statement.holders)),
    )  # fmt: skip
    plain = statement.polarity is Polarity.POSITIVE and statement.certainty is Certainty.CERTAIN
    asserted = plain and not statement.holders
    evidence = Evidence(
        document.id, start, start + len(sentence), sentence, statement.relation.label, "be", asserted, 0.9, mentions
    )
    return replace(statement, evidence=(evidence,)).identified()


def _anchor(document: Document, start: int, text: str) -> Anchor:
    start = document.text.index(text, start)
    return Anchor(document.id, start, start + len(text), start, start + len(text), text)


def _events(graph: KnowledgeGraph) -> None:
    for treaty, (city, day, countries) in TREATIES.items():
        event = f"kge:signature-{slug(treaty)[4:]}"
        told = tuple(sorted(s.id for s in graph.statements.values() if s.event == event))
        roles = [Role("kgo:agent", node(country)) for country in countries]
        roles += [Role("kgo:theme", node(treaty)), Role("kgo:place", node(city))]
        when = Time(day.isoformat(), day.isoformat(), "DATE", day, day)
        label = f"signature of the {treaty}"
        graph.events[event] = Event(
            event, "kgo:Signature", label, True, tuple(sorted(roles)), when, node(city), None, told
        )


def _entities(graph: KnowledgeGraph) -> None:
    labels = {COUNTRIES[c] for c in COUNTRIES} | set(COUNTRIES) | set(SEATS) | set(SEATS.values()) | set(PARTS.values())
    labels |= set(REGIONS) | set(TREATIES) | {city for city, _, _ in TREATIES.values()}
    aliases = {
        "North Korea": ("DPRK",),
        "United Nations": ("UN",),
        "Kursk Region": ("Kursk", "Kursk Oblast"),
        "Türkiye": ("Turkey",),
    }
    for label in sorted(labels):
        mentions = tuple(_mentions(graph, label))
        entity = Entity(
            slug(label), type_of(label), "kgo:" + type_of(label), label, aliases.get(label, ()), mentions=mentions
        )
        graph.entities[entity.id] = entity


def _mentions(graph: KnowledgeGraph, label: str) -> list[Mention]:
    found = []
    for document in graph.documents.values():
        start = document.text.find(label)
        if start >= 0:
            found.append(Mention(_anchor(document, start, label), type_of(label), MentionKind.NAME))
    return found
