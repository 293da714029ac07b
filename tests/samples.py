"""A small graph made by hand.

It tells two short reports of one ceremony: what was asserted, denied, planned, possible, claimed by somebody
who cites somebody else, counted by two sources that differ, and inferred.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
