"""Who agrees with whom: statements of one matter from several sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.agreement import compare_sources, corroborated, matters
from kg.graph import KnowledgeGraph
from kg.model import (
    Argument,
    Certainty,
    Document,
    Evidence,
    Node,
    Polarity,
    Quantity,
    Relation,
    Statement,
    Tense,
    Time,
    Value,
)
from tests.samples import sample_graph


def verdicts(graph):
    return sorted((c.verdict, c.first.subject.label) for c in compare_sources(graph))


def test_two_counts_of_one_thing_differ_and_two_reports_agree():
    assert verdicts(sample_graph()) == [("agree", "Kim Jong Un"), ("differ", "soldiers")]


def test_what_one_source_denies_another_affirms():
    graph = sample_graph()
    (borders,) = graph.about("Ukraine")
    elsewhere = replace(borders.evidence[0], document="2-ministry", asserted=False)
    graph.add(replace(borders, polarity=Polarity.NEGATIVE, evidence=(elsewhere,), id="").identified())
    assert ("deny", "Kursk Region") in verdicts(graph)


def test_corroborated_is_told_by_two_documents():
    graph = sample_graph()
    assert corroborated(graph) == []
    (borders,) = graph.about("Ukraine")
    graph.add(replace(borders, evidence=(replace(borders.evidence[0], document="2-ministry"),)))
    assert [s.id for s in corroborated(graph)] == [borders.id]


DAM, RIVER = Node("kge:dam", "Dam", "Facility"), Node("kge:river", "River", "Place")
TROOPS = Node("kge:{}/troops-0a1b2c", "troops", "Group")
MAYOR, PAPER = Node("kge:mayor", "Mayor", "Person"), Node("kge:agency", "Agency", "Organization")
FEWER, MORE = Quantity(3, "=", "people"), Quantity(5, "=", "people")
MAY, JUNE = (Time(f"2025-0{m}", None, "DATE", date(2025, m, 1), date(2025, m, 28)) for m in (5, 6))


def told(document, **more):
    """The dam holds the river, as one document tells it."""
    evidence = Evidence(document, 0, 4, "text", "holds", "hold", True, 0.9)
    values = {"subject": DAM, "relation": Relation("kgr:hold", "hold"), "object": RIVER, "evidence": (evidence,)}
    return Statement(**{**values, **more})


def graph_of(*statements):
    graph = KnowledgeGraph()
    graph.add(*(Document(name, "text") for name in ("one", "two", "three")), *statements)
    return graph


@pytest.mark.parametrize(
    ("first", "second", "verdict", "differences"),
    [
        ({}, {"holders": (MAYOR,)}, "agree", ()),
        ({"polarity": Polarity.NEGATIVE}, {}, "deny", ()),
        ({"polarity": Polarity.NEGATIVE, "time": MAY}, {"time": JUNE}, "differ", ("time",)),
        ({"quantity": FEWER}, {"quantity": MORE}, "differ", ("quantity",)),
        ({"quantity": FEWER}, {"quantity": Quantity(2, ">", "people")}, "agree", ()),
        ({"quantity": Quantity(100, "~", "people")}, {"quantity": Quantity(95, "=", "people")}, "agree", ()),
        ({"quantity": FEWER}, {"quantity": Quantity(5, "=", "days")}, "agree", ()),
        ({"quantity": FEWER}, {}, "agree", ()),
        ({"time": MAY}, {"time": JUNE}, "differ", ("time",)),
        ({"time": MAY}, {"time": Time(None, "P1D", "DURATION")}, "agree", ()),
        ({"certainty": Certainty.POSSIBLE}, {}, "differ", ("certainty",)),
        ({"tense": Tense.FUTURE}, {"tense": Tense.PAST}, "differ", ("certainty",)),
        ({"tense": Tense.PRESENT}, {"tense": Tense.PAST}, "agree", ()),
        ({"place": RIVER}, {}, "agree", ()),
    ],
)  # fmt: skip
def test_two_articles_on_one_matter(first, second, verdict, differences):
    (matter,) = matters(graph_of(told("one", **first), told("two", **second)))
    assert (matter.verdict, matter.differences, matter.sources) == (verdict, differences, 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (told("one"), told("two", object=MAYOR)),
        (told("one"), told("one", quantity=FEWER)),
        (told("one", holders=(MAYOR,)), told("two", holders=(MAYOR,))),
        (told("one", holders=(PAPER, MAYOR)), told("two", holders=(MAYOR,))),
        (told("one", inferred_by="rule"), told("two", holders=(MAYOR,), inferred_by="rule")),
        (told("one", event="kge:a", time=MAY), told("two", event="kge:b", time=JUNE)),
        tuple(told(name, object=replace(TROOPS, id=f"kge:{name}/troops-1")) for name in ("one", "two")),
    ],
)  # fmt: skip
def test_no_two_sources_speak_of_it(first, second):
    assert matters(graph_of(first, second)) == []


def test_noun_phrases_of_two_articles_are_one_matter_in_one_event():
    troops = [replace(TROOPS, id=f"kge:{name}/troops-1") for name in ("one", "two")]
    first, second = (told(n.id[4:7], object=n, event="kge:a") for n in troops)
    assert len(matters(graph_of(first, replace(second, quantity=MORE)))[0].statements) == 2


def local(document, head, **more):
    """The dam sends some of them, as this document's own noun phrase."""
    return told(document, object=Node(f"kge:{document}/{head}-1a2b", head, "Group"), **more)


TO_MAYOR, TO_PAPER = ((Argument("to", whom),) for whom in (MAYOR, PAPER))
LESS, MORE_OF_IT = Value("$3", "xsd:string"), Value("$5", "xsd:string")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            local("one", "troops", arguments=TO_MAYOR, quantity=FEWER),
            local("two", "troops", arguments=TO_MAYOR, quantity=MORE), [("differ", ("quantity",))],
        ),
        (
            local("one", "troops", arguments=TO_MAYOR),
            local("two", "troops", arguments=TO_MAYOR, polarity=Polarity.NEGATIVE), [("deny", ())],
        ),
        (
            local("one", "troops", time=MAY, quantity=FEWER), local("two", "troops", time=MAY, quantity=MORE),
            [("differ", ("quantity",))],
        ),
        (local("one", "troops", arguments=TO_MAYOR), local("two", "troops", arguments=TO_PAPER), []),
        (local("one", "troops", arguments=TO_MAYOR), local("two", "horses", arguments=TO_MAYOR), []),
        (local("one", "troops", time=MAY), local("two", "troops", time=JUNE), []),
        (
            told("one", object=LESS, arguments=TO_MAYOR, quantity=FEWER),
            told("two", object=MORE_OF_IT, arguments=TO_MAYOR, quantity=MORE), [("differ", ("quantity",))],
        ),
        (told("one", object=LESS, arguments=TO_MAYOR), told("two", object=MORE_OF_IT, arguments=TO_MAYOR), []),
    ],
)  # fmt: skip
def test_noun_phrases_of_two_articles_are_one_matter_beside_the_same_named_thing_or_time(first, second, found):
    assert [(m.verdict, m.differences) for m in matters(graph_of(first, second))] == found


def test_what_two_groups_share_makes_them_one():
    event = {"event": "kge:a", "time": None}
    first, second = local("one", "troops", **event), local("two", "soldiers", arguments=TO_MAYOR, **event)
    third = local("three", "soldiers", arguments=TO_MAYOR, quantity=MORE)
    (matter,) = matters(graph_of(third, first, second))
    assert len(matter.statements) == 3


def test_one_statement_with_two_evidences_is_agreed():
    again = told("two").evidence
    (matter,) = matters(graph_of(replace(told("one"), evidence=told("one").evidence + again)))
    assert (matter.verdict, len(matter.statements), matter.sources) == ("agree", 1, 2)


def test_denials_come_first_then_what_most_sources_tell():
    hill = Node("kge:hill", "Hill", "Place")
    denied = [told("one", object=hill), told("two", object=hill, polarity=Polarity.NEGATIVE)]
    agreed = replace(told("one"), evidence=tuple(told(name).evidence[0] for name in ("one", "two", "three")))
    assert [m.verdict for m in matters(graph_of(agreed, *denied))] == ["deny", "agree"]


def test_an_empty_graph_has_no_matters():
    assert (matters(KnowledgeGraph()), compare_sources(KnowledgeGraph())) == ([], [])
