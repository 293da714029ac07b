"""A small graph made by hand, and strategies for arbitrary ones.

The graph tells two short reports of one ceremony: what was asserted, denied, planned, possible, claimed by somebody
who cites somebody else, counted by two sources that differ, and inferred.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from kg.graph import KnowledgeGraph
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    MentionKind,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    Role,
    Skipped,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Time,
    Value,
)

CEREMONY = (
    "Kim Jong Un attended the ceremony in Pyongyang on Sunday.\n"
    "Sergei Shoigu said North Korea will send 6,000 troops to Kursk by August 2025.\n"
    "The Kursk region borders Ukraine. Advertisement"
)
MINISTRY = (
    "Kim Jong Un attended a ceremony. The ministry has seen no troops in Kursk.\n"
    "A lawmaker, citing the spy agency, said 600 soldiers may have been killed.\n"
    "The ministry said 300 soldiers were killed. Kim Jong Un is the leader of North Korea."
)

KIM = Node("kge:kim_jong_un", "Kim Jong Un", "Person")
SHOIGU = Node("kge:sergei_shoigu", "Sergei Shoigu", "Person")
NORTH_KOREA = Node("kge:north_korea", "North Korea", "Country")
UKRAINE = Node("kge:ukraine", "Ukraine", "Country")
KURSK = Node("kge:kursk_region", "Kursk Region", "Region")
PYONGYANG = Node("kge:pyongyang", "Pyongyang", "City")
MINISTRY_NODE = Node("kge:2-ministry/ministry-a1b2c3", "ministry", "Organization")
LAWMAKER = Node("kge:2-ministry/lawmaker-d4e5f6", "lawmaker", "Person")
AGENCY = Node("kge:2-ministry/spy-agency-a7b8c9", "spy agency", "Organization")
SOLDIERS = Node("kge:2-ministry/soldiers-0a1b2c", "soldiers", "Group")
SOLDIERS_2 = Node("kge:2-ministry/soldiers-3d4e5f", "soldiers", "Group")
TROOPS = Node("kge:1-ceremony/troops-9f8e7d", "troops", "Group")
TROOPS_2 = Node("kge:2-ministry/troops-112233", "troops", "Group")
POST = Node("kge:leader_of_north_korea", "Leader of North Korea", "Thing")
THE_CEREMONY = Node("kge:ceremony-41ab", "ceremony in Pyongyang", "Event")
DEPLOYMENT = Node("kge:deployment-77cd", "deployment of troops to Kursk", "Event")

SUNDAY = Time("2025-06-29", "2025-06-29", "DATE", date(2025, 6, 29), date(2025, 6, 29))
BY_AUGUST = Time("../2025-08", "2025-08", "DATE", None, date(2025, 8, 31))

DOCUMENTS = {
    "1-ceremony": Document(
        "1-ceremony",
        CEREMONY,
        published=date(2025, 7, 1),
        title="Kim attends ceremony",
        publisher="Example Wire",
        url="https://example.org/1?a=b&c",
        sha256="1" * 64,
        skipped=(Skipped(CEREMONY.index("Advertisement"), len(CEREMONY), "advertisement"),),
    ),
    "2-ministry": Document("2-ministry", MINISTRY, published=date(2025, 7, 2), sha256="2" * 64),
}


def at(document: str, words: str, phrase: str | None = None, nth: int = 0, after: int = 0) -> Anchor:
    """The anchor of the nth occurrence of `words` from `after` on in a sample document."""
    text, start = DOCUMENTS[document].text, after - 1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    outer = text.index(phrase) if phrase else start
    return Anchor(document, start, end, outer, outer + len(phrase or words), words)


def told(document: str, quote: str, *, asserted: bool = True, lemma: str = "", **mentions: object) -> Evidence:
    """Evidence whose quote stands in a sample document; each mention is the words of a slot."""
    start = DOCUMENTS[document].text.index(quote)
    slots: dict[str, object] = {}

    def find(words: str) -> Anchor:
        cue = DOCUMENTS[document].text.find(words, start)
        return at(document, words, after=start if cue >= 0 else 0)

    for slot, words in mentions.items():
        many = isinstance(words, tuple)
        slots[slot] = tuple(w and find(w) for w in words) if many else find(str(words))
    where = SlotMentions(**slots)  # type: ignore[arg-type]
    phrase = where.relation.text if where.relation else quote
    return Evidence(document, start, start + len(quote), quote, phrase, lemma or phrase, asserted, 0.9, where)


def sample_graph() -> KnowledgeGraph:
    """Two documents, sixteen entities and events, ten statements."""
    graph = KnowledgeGraph(report={"versions": {"kg": "0.1.0"}, "skipped": []})
    graph.add(*DOCUMENTS.values(), *_entities())
    statements = [statement.identified() for statement in _statements()]
    graph.add(*statements, *_events(statements))
    graph.relabel()
    return graph


def _entities() -> list[Entity]:
    def named(node: Node, cls: str, *anchors: Anchor, **more: object) -> Entity:
        nominal = "/" in node.id
        kind = MentionKind.NOMINAL if nominal else MentionKind.NAME
        mentions = tuple(Mention(anchor, node.type, kind) for anchor in anchors)
        return Entity(node.id, node.type, cls, node.label, mentions=mentions, **more)  # type: ignore[arg-type]

    one, two = "1-ceremony", "2-ministry"
    return [
        named(KIM, "kgo:Person", at(one, "Kim Jong Un"), at(two, "Kim Jong Un"), aliases=("Kim",)),
        named(SHOIGU, "kgo:Person", at(one, "Sergei Shoigu"), aliases=("Shoigu",)),
        named(
            NORTH_KOREA,
            "kgo:Country",
            at(one, "North Korea"),
            aliases=("DPRK",),
            metonyms=(PYONGYANG.id,),
            same_as=("iso:KP", "http://www.wikidata.org/entity/Q423"),
        ),
        named(UKRAINE, "kgo:Country", at(one, "Ukraine"), same_as=("iso:UA",)),
        named(KURSK, "kgo:Region", at(one, "Kursk", "The Kursk region", nth=1), at(one, "Kursk"), aliases=("Kursk",)),
        named(PYONGYANG, "kgo:City", at(one, "Pyongyang")),
        named(MINISTRY_NODE, "kgo:Ministry", at(two, "ministry", "The ministry")),
        named(LAWMAKER, "kgo:Person", at(two, "lawmaker", "A lawmaker")),
        named(AGENCY, "kgo:IntelligenceAgency", at(two, "spy agency", "the spy agency")),
        named(SOLDIERS, "kgo:MilitaryUnit", at(two, "soldiers", "600 soldiers")),
        named(SOLDIERS_2, "kgo:MilitaryUnit", at(two, "soldiers", "300 soldiers", nth=1)),
        named(TROOPS, "kgo:MilitaryUnit", at(one, "troops", "6,000 troops")),
        named(TROOPS_2, "kgo:MilitaryUnit", at(two, "troops", "no troops")),
        named(POST, "kgo:Post", at(two, "leader", "the leader of North Korea")),
    ]


def _statements() -> list[Statement]:
    one, two = "1-ceremony", "2-ministry"
    attended = Statement(
        KIM,
        Relation("kgo:attended", "attended"),
        THE_CEREMONY,
        time=SUNDAY,
        place=PYONGYANG,
        event=THE_CEREMONY.id,
        evidence=(
            told(
                one,
                "Kim Jong Un attended the ceremony in Pyongyang on Sunday.",
                subject="Kim Jong Un",
                relation="attended",
                object="ceremony",
                time="Sunday",
                place="Pyongyang",
                lemma="attend",
            ),
        ),
    )
    again = replace(
        attended,
        time=None,
        place=None,
        evidence=(
            told(
                two,
                "Kim Jong Un attended a ceremony.",
                subject="Kim Jong Un",
                relation="attended",
                object="ceremony",
                lemma="attend",
            ),
        ),
    )
    sending = Statement(
        NORTH_KOREA,
        Relation("kgo:deployedTroopsTo", "deployed troops to"),
        KURSK,
        arguments=(Argument("theme", TROOPS), Argument("rank", Value("third", "xsd:string"))),
        time=BY_AUGUST,
        quantity=Quantity(6000.0, "=", "troops"),
        tense=Tense.FUTURE,
        holders=(SHOIGU,),
        event=DEPLOYMENT.id,
        evidence=(
            told(
                one,
                "North Korea will send 6,000 troops to Kursk by August 2025",
                asserted=False,
                subject="North Korea",
                relation="will send",
                object="Kursk",
                arguments=("troops", None),
                time="August 2025",
                quantity="6,000",
                attribution=("said",),
                lemma="send",
            ),
        ),
    ).identified()
    said = Statement(
        SHOIGU,
        Relation("kgr:say", "say"),
        StatementRef(sending.id, sending.label),
        evidence=(
            told(
                one,
                "Sergei Shoigu said North Korea will send 6,000 troops to Kursk by August 2025.",
                subject="Sergei Shoigu",
                relation="said",
                lemma="say",
            ),
        ),
    )
    borders = Statement(
        KURSK,
        Relation("kgo:borders", "borders"),
        UKRAINE,
        tense=Tense.PRESENT,
        evidence=(
            told(one, "The Kursk region borders Ukraine.", subject="Kursk", relation="borders", object="Ukraine"),
        ),
    )
    seen = Statement(
        MINISTRY_NODE,
        Relation("kgr:see", "see"),
        TROOPS_2,
        place=KURSK,
        polarity=Polarity.NEGATIVE,
        evidence=(
            told(
                two,
                "The ministry has seen no troops in Kursk.",
                asserted=False,
                subject="ministry",
                relation="seen",
                object="troops",
                place="Kursk",
                lemma="see",
            ),
        ),
    )
    possible = Statement(
        SOLDIERS,
        Relation("kgr:kill", "be killed"),
        quantity=Quantity(600.0, "=", "soldiers"),
        certainty=Certainty.POSSIBLE,
        holders=(LAWMAKER, AGENCY),
        evidence=(
            told(
                two,
                "600 soldiers may have been killed",
                asserted=False,
                subject="soldiers",
                relation="killed",
                quantity="600",
                attribution=("said", "citing"),
                lemma="kill",
            ),
        ),
    )
    counted = replace(
        possible,
        quantity=Quantity(300.0, ">=", "soldiers"),
        certainty=Certainty.CERTAIN,
        holders=(MINISTRY_NODE,),
        evidence=(told(two, "300 soldiers were killed", asserted=False, relation="killed", attribution=("said",)),),
    )
    office = Statement(
        KIM,
        Relation("kgo:holdsOffice", "holds office"),
        POST,
        tense=Tense.PRESENT,
        mood=Mood.DECLARATIVE,
        evidence=(
            told(
                two,
                "Kim Jong Un is the leader of North Korea.",
                relation="is",
                object="leader",
                lemma="be",
            ),
        ),
    ).identified()
    inferred = replace(
        office,
        relation=Relation("kgo:affiliatedWith", "affiliated with"),
        object=NORTH_KOREA,
        inferred_by="office-of",
        premises=(office.id,),
        id="",
    )
    return [attended, again, sending, said, borders, seen, possible, counted, office, inferred]


def _events(statements: list[Statement]) -> list[Event]:
    of = {event: tuple(s.id for s in statements if s.event == event) for event in (THE_CEREMONY.id, DEPLOYMENT.id)}
    mention = Mention(at("1-ceremony", "ceremony", "the ceremony in Pyongyang"), "Event", MentionKind.NOMINAL)
    return [
        Event(
            THE_CEREMONY.id,
            "kgo:Ceremony",
            THE_CEREMONY.label,
            asserted=True,
            roles=(Role("kgo:participant", KIM),),
            time=SUNDAY,
            place=PYONGYANG,
            statements=of[THE_CEREMONY.id],
            mentions=(mention,),
        ),
        Event(DEPLOYMENT.id, "kgo:Deployment", DEPLOYMENT.label, statements=of[DEPLOYMENT.id]),
    ]


# ---------------------------------------------------------------- arbitrary graphs

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
SLUGS = st.sampled_from(["a", "b/c-1", "kim"]) | st.text("abcz09_-/:%#. é\U0001f600'\"<>", min_size=1, max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CONFIDENCES = st.integers(0, 100).map(lambda percent: percent / 100)
TYPES = ("Person", "Organization", "Country", "Thing")
CLASSES = ("kgo:Person", "kgo:Ministry", "kgo:Country", "kgo:Event", "https://example.org/o#C")
RELATIONS = tuple(Relation(r, r[4:].replace("_", " ")) for r in ("kgo:attended", "kgr:say", "kgr:fight_alongside"))
ROLES = ("theme", "to", "a b/ü")


@st.composite
def anchors(draw: st.DrawFn, document: Document) -> Anchor:
    a, b, c, d = sorted(draw(st.lists(st.integers(0, len(document.text)), min_size=4, max_size=4)))
    return Anchor(document.id, b, c, a, d, document.text[b:c])


@st.composite
def documents(draw: st.DrawFn, identifier: str) -> Document:
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
    start = draw(st.integers(0, len(text) - 1))
    skipped = draw(st.sampled_from([(), (Skipped(start, len(text), "disclaimer"),)]))
    words = st.none() | WORDS
    sha = draw(st.sampled_from(["", "ab" * 32]))
    # The day and the title of one document id are fixed in a corpus: here by what one graph draws.
    return Document(identifier, text, draw(st.none() | DAYS), draw(words), draw(words), draw(words), sha, skipped)


TIMES = st.builds(
    Time,
    value=st.none() | st.sampled_from(["2024-06", "../2025-08", "2024-12/2025-02"]),
    timex=st.none() | st.sampled_from(["2024-06", "P3D", "XXXX-WXX-2"]),
    timex_type=st.sampled_from(["DATE", "DURATION"]),
    earliest=st.none() | DAYS,
    latest=st.none() | DAYS,
)
QUANTITIES = st.builds(
    Quantity,
    value=st.none() | st.integers(0, 10**9).map(float) | st.floats(allow_nan=False, allow_infinity=False),
    comparator=st.sampled_from(["=", "~", ">", ">=", "<", "<="]),
    unit=st.text(st.characters(codec="utf-8"), max_size=6),
)
VALUES = st.builds(Value, WORDS) | st.integers().map(lambda n: Value(str(n), "xsd:integer"))
VALUES |= st.sampled_from([Value("007", "xsd:integer"), Value("nonsense", "xsd:date"), Value("1.50", "xsd:decimal")])


@st.composite
def statements(draw: st.DrawFn, nodes: list[Node], texts: list[Document], told: list[Statement]) -> Statement:
    """A statement over nodes and documents that exist, and over statements drawn before it."""
    node = st.sampled_from(nodes)
    refs = st.sampled_from([StatementRef(s.id, s.label) for s in told]) if told else st.nothing()
    fillers: st.SearchStrategy[Filler] = node | VALUES | refs
    arguments = draw(st.lists(st.builds(Argument, st.sampled_from(ROLES), fillers), max_size=3))
    holders = draw(st.lists(node, max_size=2))
    inferred = bool(told) and draw(st.booleans())
    return Statement(
        subject=draw(node | refs),
        relation=draw(st.sampled_from(RELATIONS)),
        object=draw(st.none() | fillers),
        arguments=tuple(arguments),
        time=draw(st.none() | TIMES),
        place=draw(st.none() | node),
        quantity=draw(st.none() | QUANTITIES),
        purpose=draw(st.none() | refs),
        polarity=draw(st.sampled_from(list(Polarity))),
        certainty=draw(st.sampled_from(list(Certainty))),
        tense=draw(st.sampled_from(list(Tense))),
        mood=draw(st.sampled_from(list(Mood))),
        holders=tuple(holders),
        inferred_by="a rule/1" if inferred else None,
        premises=(told[0].id,) if inferred else (),
        evidence=tuple(draw(st.lists(evidence(texts, len(arguments), len(holders)), min_size=1, max_size=2))),
    ).identified()


@st.composite
def evidence(draw: st.DrawFn, texts: list[Document], arguments: int, holders: int) -> Evidence:
    document = draw(st.sampled_from(texts))
    start, end = sorted(draw(st.lists(st.integers(0, len(document.text)), min_size=2, max_size=2)))
    anchor = anchors(document)
    maybe = st.none() | anchor
    slots = {slot: draw(maybe) for slot in ("subject", "relation", "object", "time", "place", "quantity")}
    at_arguments = tuple(draw(maybe) for _ in range(arguments))
    cues = tuple(draw(anchor) for _ in range(draw(st.integers(0, holders))))
    mentions = SlotMentions(arguments=at_arguments, attribution=cues, **slots)  # type: ignore[arg-type]
    confidence, quote = draw(CONFIDENCES), document.text[start:end]
    return Evidence(document.id, start, end, quote, draw(WORDS), draw(WORDS), draw(st.booleans()), confidence, mentions)


TEXTS = st.fixed_dictionaries({key: documents(key) for key in ("d", "e f", "g/ü")})


@st.composite
def graphs(draw: st.DrawFn, texts: st.SearchStrategy[dict[str, Document]] = TEXTS) -> KnowledgeGraph:
    """A graph whose references all exist: up to four entities, five statements, two events."""
    graph = KnowledgeGraph()
    known = list(draw(texts).values())
    graph.add(*known)
    for slug in draw(st.lists(SLUGS, min_size=1, max_size=4, unique=True)):
        graph.add(draw(_entities_called(f"kge:{slug}", known)))
    nodes = [Node(e.id, e.label, e.type) for e in graph.entities.values()]
    stated: list[Statement] = []
    for _ in range(draw(st.integers(0, 5))):
        stated.append(draw(statements(nodes, known, stated)))
        graph.add(stated[-1])
    for number in range(draw(st.integers(0, 2))):
        graph.add(draw(_events_called(f"kge:event-{number}", nodes, known, [s.id for s in stated])))
    for event in graph.events.values():
        for key in event.statements:
            graph.statements[key] = replace(graph.statements[key], event=event.id)
    return graph


@st.composite
def _entities_called(draw: st.DrawFn, identifier: str, texts: list[Document]) -> Entity:
    kinds = st.sampled_from(list(MentionKind))
    anchor = st.one_of([anchors(document) for document in texts])
    mentions = draw(st.lists(st.builds(Mention, anchor, st.sampled_from(TYPES), kinds), max_size=3))
    same = draw(st.sampled_from([(), ("iso:KP",), ("https://example.org/x", "iso:KP")]))
    aliases = draw(st.lists(WORDS, max_size=2))
    metonyms = draw(st.sampled_from([(), (identifier,)]))
    kind, cls = draw(st.sampled_from(TYPES)), draw(st.sampled_from(CLASSES))
    return Entity(identifier, kind, cls, draw(WORDS), tuple(aliases), metonyms, same, tuple(mentions))


@st.composite
def _events_called(
    draw: st.DrawFn, identifier: str, nodes: list[Node], texts: list[Document], told: list[str]
) -> Event:
    node = st.sampled_from(nodes)
    anchor = st.one_of([anchors(document) for document in texts])
    mentions = draw(st.lists(st.builds(Mention, anchor, st.just("Event"), st.just(MentionKind.NOMINAL)), max_size=2))
    asserted = draw(st.booleans())
    roles = draw(st.lists(st.builds(Role, st.sampled_from(["kgo:agent", "kgo:theme"]), node), max_size=3))
    return Event(
        identifier,
        draw(st.sampled_from(CLASSES)),
        draw(WORDS),
        asserted,
        tuple(roles) if asserted else (),
        draw(st.none() | TIMES) if asserted else None,
        draw(st.none() | node) if asserted else None,
        draw(st.none() | QUANTITIES) if asserted else None,
        tuple(draw(st.lists(st.sampled_from(told), max_size=2)) if told else ()),
        tuple(mentions),
    )
