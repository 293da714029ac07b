"""The questions that have a name: their answers on the sample and on the seeds, and their parameters."""

from __future__ import annotations

import pytest

from kg.graph import BASE
from kg.queries import answer, named_queries, query
from kg.queries.engines import Source
from tests.conftest import ROOT
from tests.samples import sample_graph

both = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
PLANNED = "planned: North Korea deployed troops to Kursk Region"
SEND = "North Korea will send 6,000 troops to Kursk by August 2025"
BORDERS = "The Kursk region borders Ukraine."
LEADER = "Kim Jong Un holds office Leader of North Korea"
KILLED = "possible: soldiers be killed"

OF_THE_SAMPLE = [
    ("about", ("Ukraine", "Kursk Region borders Ukraine", True, None, "1-ceremony", BORDERS)),
    ("aliases", ("North Korea", "Country", "DPRK")),
    ("aliases", ("North Korea", "Country", "Pyongyang")),
    ("cited_through", ("lawmaker", "spy agency", KILLED, "2-ministry", "600 soldiers may have been killed")),
    ("classes", ("military unit", "Group", 4)),
    ("deployments", ("North Korea", "troops", "Kursk Region", "../2025-08", PLANNED, False, "Sergei Shoigu")),
    ("documents", ("1-ceremony", "2025-07-01", "Example Wire", "Kim attends ceremony", 4, 3)),
    ("documents", ("2-ministry", "2025-07-02", None, None, 6, 3)),
    ("events_in", ("Pyongyang", "Pyongyang", "ceremony in Pyongyang", "ceremony", "2025-06-29", True)),
    ("identifiers", ("Ukraine", "country", "iso:UA")),
    (
        "inferred",
        (
            "Kim Jong Un affiliated with North Korea",
            "rule office-of",
            LEADER,
            "Kim Jong Un is the leader of North Korea.",
        ),
    ),
    ("network", ("kge:kursk_region", "kgo:borders", "kge:ukraine")),
    ("offices_at", ("Kim Jong Un", "Leader of North Korea", None, None, "2025-07-02")),
    ("one_source", ("Kursk Region borders Ukraine", "1-ceremony")),
    ("only_claimed", ("Kursk Region", PLANNED, "Sergei Shoigu", "certain", SEND)),
    ("paths", ("Kim Jong Un", "affiliated with", None, None, "North Korea")),
    ("places", ("Kursk Region", "borders", "Ukraine", True, BORDERS)),
    ("quantities", ("troops", "=", 6000, PLANNED, "Sergei Shoigu", "1-ceremony")),
    ("relations", ("be killed", "kgr:kill", 2, 0)),
    ("roles", ("Kim Jong Un", "participant", "ceremony in Pyongyang", "2025-06-29", True)),
    ("shared_events", ("ceremony in Pyongyang", 2, 2)),
    ("sources", ("lawmaker", 1, 0)),
    ("who_said_about", ("Sergei Shoigu", "Kursk Region", PLANNED, "certain", SEND)),
]


@pytest.mark.parametrize(("name", "row"), OF_THE_SAMPLE)
def test_a_named_query_tells_what_the_sample_holds(name, row):
    assert row in query(sample_graph(), name).rows


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_both_engines_answer_alike_on_the_sample(name):
    assert query(sample_graph(), name) == query(sample_graph(), name, engine="rdflib")


# ---------------------------------------------------------------- the seeds


@pytest.fixture(scope="module")
def seeds():
    return Source(ROOT / "outputs" / "graph.ttl", BASE).loaded("oxigraph")


@pytest.fixture(scope="module")
def seeds_in_rdflib(seeds):
    return seeds.loaded("rdflib")


def test_there_are_many_questions_each_with_its_words():
    queries = named_queries()
    assert len(queries) >= 25
    assert all(text.startswith("# ") and text.splitlines()[0][-1] in ".,:" for text in queries.values())


@pytest.mark.parametrize("name", sorted(set(named_queries()) - {"disagreements"}))
def test_a_named_query_is_answered_on_the_seeds(name, seeds):
    """But for where sources disagree: the seeds do so nowhere."""
    assert len(answer(seeds, named_queries()[name])) > 0


@pytest.mark.parametrize("name", sorted(set(named_queries()) - {"one_source", "only_claimed", "paths"}))
def test_both_engines_answer_alike_on_the_seeds(name, seeds, seeds_in_rdflib):
    """But for three that rdflib takes many seconds for; those are compared on the sample."""
    text = named_queries()[name]
    assert answer(seeds, text) == answer(seeds_in_rdflib, text, engine="rdflib")


@pytest.mark.parametrize(
    ("name", "columns", "cells"),
    [
        ("agreements", ("relation", "party"), ("signed", "Vladimir Putin")),
        ("co_attendance", ("person", "with"), ("Ju Ae", "Kim Jong Un")),
        ("denies", ("denier",), ("South Korea's Defense Ministry",)),
        ("deployments", ("who", "where"), ("North Korea", "Kursk Region")),
        ("meetings", ("relation", "other"), ("accompanied", "Kim Jong Un")),
        ("places", ("place", "relation", "other"), ("Kursk Region", "located in", "Russia")),
        ("purposes", ("statement",), ("North Korea deployed troops",)),
        ("shared_events", ("event", "documents"), ("ceremony in Pyongyang", 2)),
        ("who_said_about", ("holder", "about"), ("Sergei Shoigu", "North Korea")),
    ],
)
def test_a_named_query_finds_what_the_seeds_tell(name, columns, cells, seeds):
    found = answer(seeds, named_queries()[name])
    places = [found.columns.index(column) for column in columns]
    assert cells in {tuple(row[place] for place in places) for row in found.rows}


# ---------------------------------------------------------------- parameters


@pytest.mark.parametrize(
    ("name", "bind", "rows"),
    [
        ("offices_at", {"on": "2025-07-01"}, 1),
        ("paths", {"from": "Kim Jong Un", "to": "North Korea"}, 1),
        ("paths", {"from": "North Korea", "to": "Kim Jong Un"}, 1),
        ("paths", {"from": "North Korea", "to": "Ukraine"}, 0),
        ("denied", {"holder": "lawmaker"}, 0),  # what the article itself denies has no holder, and takes none
        ("denied", {"statement": "not: ministry see troops"}, 1),
        ("timeline", {"document": "1-ceremony", "name": "Kim Jong Un"}, 1),
        ("timeline", {"latest": "2025-08-31", "name": "North Korea"}, 1),
        ("casualties", {"amount": "600"}, 1),
        ("evidence", {"object": "Ukraine"}, 1),
        ("who_said_about", {"about": "kge:ukraine"}, 0),
        ("only_claimed", {"name": "Kursk Region"}, 1),
    ],
)
@both
def test_a_parameter_narrows_a_named_query(engine, name, bind, rows):
    assert len(query(sample_graph(), name, bind=bind, engine=engine)) == rows


def test_a_day_out_of_an_office_s_time_is_told_apart():
    text = named_queries()["offices_at"].replace("kgo:holdsOffice", "kgo:attended")  # the one that has a day
    days = {
        day: len(query(sample_graph(), text, bind={"on": day})) for day in ("2025-06-28", "2025-06-29", "2025-06-30")
    }
    assert days["2025-06-29"] == days["2025-06-28"] + 1 == days["2025-06-30"] + 1


@both
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT ?x { ?x a kgo:Person OPTIONAL { ?x kgo:attended ?v } }", ["kge:kim_jong_un"]),
        ("SELECT ?x { ?x a kgo:Ministry BIND (kge:ceremony-41ab AS ?v) }", ["kge:2-ministry/ministry-a1b2c3"]),
        ("SELECT ?x { ?x a kgo:Ministry BIND (kge:ukraine AS ?v) }", []),
        ("SELECT ?x { ?x a kgo:Person FILTER EXISTS { ?x kgo:attended ?v } }", ["kge:kim_jong_un"]),
        ("SELECT ?x { { ?x kgo:attended ?v } UNION { ?x kgo:borders ?y } }", ["kge:kim_jong_un"]),
        ("SELECT ?x { SELECT ?x ?v { ?x kgo:attended ?v } }", ["kge:kim_jong_un"]),
        ("SELECT ?x # { \n { ?x kgo:attended ?v # }\n }", ["kge:kim_jong_un"]),
        ("SELECT ?x { ?x kgo:attended ?v . ?x rdfs:label '''}''' }", []),
        ("CONSTRUCT { ?x kgo:borders ?v } WHERE { ?x kgo:attended ?v }", ["kge:kim_jong_un"]),
    ],
)
def test_a_variable_is_set_where_it_changes_nothing_else(engine, text, rows):
    found = query(sample_graph(), text, bind={"v": "kge:ceremony-41ab"}, engine=engine)
    assert [row[0] for row in found.rows] == rows
