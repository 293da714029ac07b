from __future__ import annotations

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Node, Relation, Statement
from kg.views.network import to_networkx, write_gexf, write_graphml
from tests.samples import DEPLOYMENT, KIM, KURSK, NORTH_KOREA, THE_CEREMONY, UKRAINE, sample_graph, told


def labels(net):
    return sorted({(source, data["label"], target) for source, target, data in net.edges(data=True)})


def test_edges_are_asserted_statements_and_roles():
    net = to_networkx(sample_graph())
    assert type(net) is nx.MultiDiGraph
    assert labels(net) == [
        (THE_CEREMONY.id, "participant", KIM.id),
        (KIM.id, "affiliated with", NORTH_KOREA.id),
        (KIM.id, "attended", THE_CEREMONY.id),
        (KIM.id, "holds office", "kge:leader_of_north_korea"),
        (KURSK.id, "borders", UKRAINE.id),
    ]
    assert all(asserted for _, _, asserted in net.edges(data="asserted"))


def test_claims_come_on_request_and_are_marked():
    net = to_networkx(sample_graph(), claims=True)
    claims = [
        (data["label"], data["polarity"], data["tense"]) for _, _, data in net.edges(data=True) if not data["asserted"]
    ]
    assert sorted(claims) == [("deployed troops to", "positive", "future"), ("see", "negative", "past")]


def test_an_edge_is_keyed_by_its_statement_and_carries_its_quote():
    graph = sample_graph()
    (statement,) = graph.about("Ukraine")
    data = to_networkx(graph)[KURSK.id][UKRAINE.id][statement.id]
    assert data["quote"] == "The Kursk region borders Ukraine."
    assert (data["relation"], data["sources"], data["documents"]) == ("kgo:borders", 1, "1-ceremony")


def test_nodes_are_entities_and_events():
    net = to_networkx(sample_graph())
    assert len(net) == 16
    assert net.nodes[KIM.id]["label"] == "Kim Jong Un"
    assert (net.nodes[DEPLOYMENT.id]["type"], net.nodes[DEPLOYMENT.id]["asserted"]) == ("Event", False)


def test_every_attribute_is_a_scalar():
    net = to_networkx(sample_graph(), claims=True)
    values = [v for _, data in net.nodes(data=True) for v in data.values()]
    values += [v for _, _, data in net.edges(data=True) for v in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


@pytest.mark.parametrize("write, read", [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)])
def test_files_read_back_and_are_the_same_bytes_twice(tmp_path, write, read):
    net = to_networkx(sample_graph(), claims=True)
    for name in ("a", "b"):
        write(sample_graph(), tmp_path / name, claims=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    back = read(tmp_path / "a")
    assert set(back) == set(net)
    assert back.number_of_edges() == net.number_of_edges()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_networkx_writes_it_too(tmp_path):
    nx.write_graphml(to_networkx(sample_graph()), tmp_path / "x.graphml")
    assert nx.read_graphml(tmp_path / "x.graphml").number_of_nodes() == 16


@pytest.mark.parametrize("text", ["\x00\x0b\x1f", "\ud83d", "\ufffe", "<a b='\"'>&amp;]]>"])
def test_text_that_xml_cannot_hold_is_replaced(tmp_path, text):
    graph = KnowledgeGraph()
    node = Node("kge:x", text, "Thing")
    graph.add(Document("1-ceremony", "x"), Entity(node.id, node.type, "kgo:Thing", text))
    graph.add(Statement(node, Relation("kgr:x", text), node, evidence=(told("1-ceremony", "Kim"),)))
    for write, read in ((write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)):
        write(graph, tmp_path / "x")
        assert len(read(tmp_path / "x")) == 1
