from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.graph import KnowledgeGraph, contract, expand, is_asserted
from kg.model import Argument, Document, Entity, Evidence, Node, Relation, SlotMentions, Statement, Value
from tests.samples import CEREMONY, KIM, KURSK, PYONGYANG, SOLDIERS, THE_CEREMONY, TROOPS, at, sample_graph, told


@pytest.mark.parametrize(
    ("identifier", "iri"),
    [
        ("kge:north_korea", "https://w3id.org/newskg/id/north_korea"),
        ("kgo:attended", "https://w3id.org/newskg/ontology#attended"),
        ("kgr:co-host", "https://w3id.org/newskg/relation/co-host"),
        ("kgs:9f2c", "https://w3id.org/newskg/statement/9f2c"),
        ("kgd:a b", "https://w3id.org/newskg/document/a%20b"),
        ("kge:002_x/head-1:2", "https://w3id.org/newskg/id/002_x/head-1:2"),
        ('kge:<">#?{}|\\^`%', "https://w3id.org/newskg/id/%3C%22%3E%23%3F%7B%7D%7C%5C%5E%60%25"),
        ("kge:Łódź_東京", "https://w3id.org/newskg/id/Łódź_東京"),
        ("kge:a\u202eb\x00", "https://w3id.org/newskg/id/a%E2%80%AEb%00"),
        ("https://example.org/o#C?x=%20", "https://example.org/o#C?x=%20"),
    ],
)
def test_an_id_becomes_an_iri_and_back(identifier, iri):
    assert expand(identifier) == iri
    assert contract(iri) == identifier


@pytest.mark.parametrize("base", ["https://example.org/kg/", "urn:x:"])
def test_another_base_is_another_namespace(base):
    assert expand("kge:a", base) == f"{base}id/a"
    assert contract(f"{base}id/a", base) == "kge:a"
    assert contract("https://w3id.org/newskg/id/a", base) == "https://w3id.org/newskg/id/a"


def test_the_sample_has_no_fault():
    assert sample_graph().check() == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Kim Jong Un", "Kim Jong Un"),
        ("kim  jong un", "Kim Jong Un"),
        ("DPRK", "North Korea"),
        ("kge:kursk_region", "Kursk Region"),
        ("https://w3id.org/newskg/id/pyongyang", "Pyongyang"),
        ("ceremony in Pyongyang", "ceremony in Pyongyang"),
    ],
)
def test_a_name_finds_its_entity(name, label):
    assert [one.label for one in sample_graph().find(name)] == [label]


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("Ukraine", ["Kursk Region borders Ukraine"]),
        ("troops", ["planned: North Korea deployed troops to Kursk Region", "not: ministry see troops"]),
        ("spy agency", ["possible: soldiers be killed"]),
        ("Pyongyang", ["Kim Jong Un attended ceremony in Pyongyang"]),
        ("deployment of troops to Kursk", ["planned: North Korea deployed troops to Kursk Region"]),
    ],
)
def test_about_finds_subject_object_argument_holder_place_and_event(name, phrases):
    assert [statement.label for statement in sample_graph().about(name)] == phrases


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Sergei Shoigo", "nothing is called 'Sergei Shoigo'; did you mean 'Sergei Shoigu'?"),
        ("qqqqqqqq", "nothing is called 'qqqqqqqq'"),
    ],
)
def test_an_unknown_name_raises_with_the_nearest(name, message):
    with pytest.raises(GraphError) as caught:
        sample_graph().about(name)
    assert str(caught.value) == message


def test_the_same_statement_told_twice_is_one_with_two_evidences():
    first, second = (
        Statement(KURSK, Relation("kgr:border", "border"), KIM, evidence=(told("1-ceremony", quote),))
        for quote in ("The Kursk region borders Ukraine.", "The Kursk region")
    )
    graph = KnowledgeGraph()
    graph.add(first, second, first)
    (statement,) = graph.statements.values()
    assert [evidence.quote for evidence in statement.evidence] == [
        "The Kursk region",
        "The Kursk region borders Ukraine.",
    ]


def test_arguments_are_sorted_with_the_mentions_parallel_to_them():
    theme, rank = Argument("theme", TROOPS), Argument("rank", Value("third"))
    anchor = at("1-ceremony", "troops")
    evidence = Evidence(
        "1-ceremony", 0, 3, CEREMONY[:3], "x", "x", True, 0.123456, SlotMentions(arguments=(anchor, None))
    )
    one = Statement(KIM, Relation("kgr:x", "x"), arguments=(theme, rank), evidence=(evidence,))
    other = replace(
        one,
        arguments=(rank, theme),
        evidence=(replace(evidence, mentions=SlotMentions(arguments=(None, anchor))),),
    )
    first, second = KnowledgeGraph(), KnowledgeGraph()
    first.add(one)
    second.add(other)
    assert first == second
    (statement,) = first.statements.values()
    assert statement.arguments == (rank, theme)
    assert statement.evidence[0].mentions.arguments == (None, anchor)
    assert statement.confidence == 0.12


def test_two_texts_of_one_document_cannot_be_merged():
    first, second = KnowledgeGraph(), KnowledgeGraph()
    first.add(Document("a", "one text"))
    second.add(Document("a", "another"))
    with pytest.raises(GraphError, match="document 'a' has two texts"):
        first.merge(second)


def test_graphs_of_two_bases_cannot_be_merged():
    with pytest.raises(GraphError, match="two bases"):
        KnowledgeGraph().merge(KnowledgeGraph(base="https://example.org/"))


def test_where_labels_differ_the_longest_wins_and_every_slot_follows():
    other = KnowledgeGraph()
    longer = Node(KIM.id, "Kim Jong Un of North Korea", "Person")
    other.add(Entity(longer.id, "Person", "kgo:Person", longer.label))
    merged = sample_graph().merge(other)
    assert merged == other.merge(sample_graph())
    assert merged.entities[KIM.id].aliases == ("Kim", "Kim Jong Un")
    assert {s.subject for s in merged.about("Kim Jong Un")} == {longer}
    assert merged.check() == []


def test_removing_a_document_takes_what_rests_on_it_alone():
    graph = sample_graph()
    graph.remove("2-ministry")
    assert graph.check() == []
    assert {s.label for s in graph.statements.values()} == {
        "Kim Jong Un attended ceremony in Pyongyang",
        "planned: North Korea deployed troops to Kursk Region",
        "Sergei Shoigu say planned: North Korea deployed troops to Kursk Region",
        "Kursk Region borders Ukraine",
    }
    assert SOLDIERS.id not in graph.entities
    assert {m.anchor.document for m in graph.entities[KIM.id].mentions} == {"1-ceremony"}


def test_removing_the_only_asserting_document_leaves_an_event_without_its_place_and_time():
    graph = sample_graph()
    graph.remove("1-ceremony")
    event = graph.events[THE_CEREMONY.id]
    assert (event.time, event.place, event.mentions) == (None, None, ())
    assert [role.filler for role in event.roles] == [KIM]
    assert PYONGYANG.id not in {role.filler.id for role in event.roles}
    assert graph.check() == []


def test_an_inferred_statement_goes_with_its_premise():
    graph = sample_graph()
    premise = next(s for s in graph.statements.values() if s.relation.id == "kgo:holdsOffice")
    graph.statements[premise.id] = replace(
        premise, evidence=tuple(replace(e, document="1-ceremony") for e in premise.evidence)
    )
    graph.remove("1-ceremony")
    assert not [s for s in graph.statements.values() if s.inferred_by]


def test_removing_what_is_not_there_names_the_nearest():
    with pytest.raises(GraphError, match="did you mean '1-ceremony'"):
        sample_graph().remove("1-ceremon")


def test_diff_tells_what_is_added_removed_and_changed():
    whole, less = sample_graph(), sample_graph()
    less.remove("2-ministry")
    forth, back = less.diff(whole), whole.diff(less)
    assert forth.added == back.removed
    assert ("document", "2-ministry") in forth.added
    assert ("entity", KIM.id) in forth.changed
    assert not whole.diff(sample_graph())
    assert "+ document 2-ministry" in str(forth).splitlines()


def broken(change):
    """The sample with one statement about Ukraine changed."""
    graph = sample_graph()
    (statement,) = graph.about("Ukraine")
    graph.statements[statement.id] = change(statement)
    return graph.check()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda s: replace(s, evidence=()), "it has no evidence"),
        (lambda s: replace(s, evidence=(replace(s.evidence[0], quote="x"),)), "is not what stands there"),
        (lambda s: replace(s, evidence=(replace(s.evidence[0], start=-3),)), "is not what stands there"),
        (lambda s: replace(s, evidence=(replace(s.evidence[0], document="z"),)), "evidence in document 'z', not there"),
        (lambda s: replace(s, event="kge:nothing"), "belongs to event 'kge:nothing', not there"),
        (lambda s: replace(s, premises=("00",)), "refers to statement '00', not there"),
        (lambda s: replace(s, object=Node("kge:nobody", "nobody")), "'kge:nobody' is no entity and no event"),
        (lambda s: replace(s, subject=replace(s.subject, label="K")), "is called 'K' (Region) here"),
        (lambda s: replace(s, object=None), "its id does not follow from what it says"),
        (lambda s: replace(s, relation=Relation("kgo:attended", "x")), "relation 'kgo:attended' is called"),
    ],
)
def test_check_names_the_fault(change, fault):
    assert any(fault in line for line in broken(change))


def test_an_anchor_must_hold_its_words_and_lie_in_its_phrase():
    graph = sample_graph()
    entity = graph.entities[KIM.id]
    mention = entity.mentions[0]
    moved = replace(mention, anchor=replace(mention.anchor, start=1))
    outside = replace(mention, anchor=replace(mention.anchor, phrase_end=2))
    graph.entities[KIM.id] = replace(entity, mentions=(moved, outside))
    faults = graph.check()
    assert "is not what stands there" in faults[0]
    assert "is not inside its phrase" in faults[1]


def test_what_the_gazetteer_knows_is_asserted_without_a_quote():
    known = Statement(KURSK, Relation("kgo:partOf", "part of"), PYONGYANG, inferred_by="gazetteer").identified()
    assert is_asserted(known)
    graph = sample_graph()
    graph.add(known)
    assert graph.check() == []
