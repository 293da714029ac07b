"""Arbitrary graphs whose references all exist, for the property tests."""

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
    value=st.none() | st.sampled_from(["2024-06", "../2025-08", "2024-12/2025-02"]) | WORDS,
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
VALUES |= st.builds(Value, WORDS, st.sampled_from(["xsd:double", "xsd:gYearMonth", "https://example.org/o#unit"]))


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
