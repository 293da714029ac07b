from __future__ import annotations

import pytest

from kg.analytics import communities, paths, rank, simple_network
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from tests.samples import KIM, KURSK, NORTH_KOREA, THE_CEREMONY, UKRAINE, sample_graph


def test_the_most_joined_comes_first():
    ranked = rank(sample_graph())
    assert ranked[0][:2] == (KIM.id, "Kim Jong Un")
    assert sum(weight for _, _, weight in ranked) == pytest.approx(1)


def test_weights_count_statements_and_roles():
    net = simple_network(sample_graph())
    # Two statements of attendance and the role of participant.
    assert net[KIM.id][THE_CEREMONY.id]["weight"] == 3


def test_communities_part_what_nothing_joins():
    groups = communities(sample_graph())
    assert [KURSK.id, UKRAINE.id] in groups
    assert [len(group) for group in groups] == sorted((len(group) for group in groups), reverse=True)


@pytest.mark.parametrize(
    ("first", "second", "claims", "steps"),
    [
        ("Kim", "DPRK", False, [(KIM.id, "kgo:affiliatedWith", NORTH_KOREA.id)]),
        ("DPRK", "Kim", False, [(NORTH_KOREA.id, "^kgo:affiliatedWith", KIM.id)]),
        ("DPRK", "Ukraine", False, []),
        (
            "DPRK",
            "Ukraine",
            True,
            [(NORTH_KOREA.id, "kgo:deployedTroopsTo", KURSK.id), (KURSK.id, "kgo:borders", UKRAINE.id)],
        ),
    ],
)
def test_the_shortest_way_between_two_names(first, second, claims, steps):
    found = paths(sample_graph(), first, second, claims=claims)
    assert [step[:3] for step in (found[0] if found else [])] == steps


@pytest.mark.parametrize(("name", "message"), [("Kimm", "did you mean"), ("soldiers", "say which")])
def test_a_name_must_be_known_and_one(name, message):
    with pytest.raises(GraphError, match=message):
        paths(sample_graph(), name, "Ukraine")


def test_an_empty_graph_has_no_ranks_and_no_communities():
    assert (rank(KnowledgeGraph()), communities(KnowledgeGraph())) == ([], [])
