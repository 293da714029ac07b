from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
import rdflib

from kg.errors import GraphError
from kg.graph import KnowledgeGraph, expand
from kg.model import Document, Entity, Node, Relation, Statement, Value
from kg.ontology import load
from kg.views import rdf
from kg.views.rdf.names import TERMS
from tests.samples import KURSK, NORTH_KOREA, PYONGYANG, UKRAINE, sample_graph, told

KGO = "https://w3id.org/newskg/ontology#"


def ask(graph: KnowledgeGraph, pattern: str) -> bool:
    return bool(rdf.to_rdf(graph).query(f"ASK {{ {pattern} }}", initNs=rdf.prefixes(graph.base)).askAnswer)


@pytest.mark.parametrize(
    ("pattern", "holds"),
    [
        ("kge:kim_jong_un kgo:attended kge:ceremony-41ab", True),
        ("kge:kursk_region kgo:borders kge:ukraine", True),
        ("kge:kim_jong_un kgo:affiliatedWith kge:north_korea", True),
        ("kge:north_korea kgo:deployedTroopsTo ?anything", False),
        ("?anything kgr:see ?anything_else", False),
        ("?s kgr:say ?o", False),
        ("kge:ceremony-41ab a kgo:Ceremony, kgo:Event ; kgo:participant kge:kim_jong_un", True),
        ("kge:deployment-77cd a kgo:ReportedEvent ; kgo:eventClass kgo:Deployment", True),
        ("?e a kgo:Deployment", False),
        ("kge:deployment-77cd a kgo:Event", False),
        ("?s rdf:object kge:kursk_region ; kgo:asserted false ; kgo:tense kgo:future", True),
        ("?s kgo:attribution [ kgo:cue 'said'@en ; kgo:citing [ kgo:cue 'citing'@en ] ]", True),
        ("?s kgo:argument [ kgo:roleName 'theme' ; kgo:filler ?troops ]", True),
        ("?s kgo:time [ kgo:edtf '2025-06-29' ; kgo:earliest '2025-06-29'^^xsd:date ; a time:TemporalEntity ]", True),
        ("?s kgo:quantity [ kgo:value 6000 ; kgo:comparator '=' ; kgo:unit 'troops' ]", True),
        ("?s kgo:inferredBy kgo:rule-office-of ; kgo:premise [ rdf:predicate kgo:holdsOffice ]", True),
        ("?s prov:wasDerivedFrom kgd:1-ceremony ; kgo:evidence/oa:hasSource kgd:1-ceremony", True),
        ("kge:north_korea skos:altLabel 'DPRK'@en ; kgo:metonym kge:pyongyang ; skos:notation 'iso:KP'", True),
        ("kge:north_korea owl:sameAs <http://www.wikidata.org/entity/Q423>", True),
        ("kge:north_korea prov:wasDerivedFrom kgo:gazetteer", True),
        ("kge:kim_jong_un prov:wasDerivedFrom kgo:gazetteer", False),
        ("kge:kim_jong_un kgo:mention/oa:hasSelector/oa:exact 'Kim Jong Un'", True),
        ("kgd:1-ceremony kgo:skipped [ kgo:reason 'advertisement' ; kgo:start 171 ]", True),
        ("kgr:say a rdf:Property ; rdfs:label 'say'@en", True),
        ("?blank ?p ?o FILTER isBlank(?blank)", False),
    ],
)
def test_the_graph_holds(pattern, holds):
    assert ask(sample_graph(), pattern) is holds


def test_every_node_has_a_label():
    assert not ask(
        sample_graph(),
        f"{{ ?n ?p ?o }} UNION {{ ?s ?q ?n }} FILTER isIRI(?n) FILTER strstarts(str(?n), '{KGO[:-9]}')"
        " FILTER NOT EXISTS { ?n rdfs:label ?label }",
    )


def test_plain_triples_are_those_of_asserted_statements():
    graph = sample_graph()
    triples = {(s, p, o) for s, p, o in rdf.to_triples(graph) if s.startswith("https://w3id.org/newskg/id/")}
    relations = {expand(s.relation.id) for s in graph.statements.values()}
    plain = {t for t in triples if t[1] in relations}
    told_as_fact = {
        (expand(s.subject.id), expand(s.relation.id), expand(s.object.id))
        for s in graph.statements.values()
        if s.asserted and isinstance(s.object, Node)
    }
    assert plain == told_as_fact
    assert len(plain) == 4


def test_turtle_and_rdflib_rebuild_the_graph(tmp_path):
    graph = sample_graph()
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    rdf.to_rdf(graph).serialize(tmp_path / "plain.ttl")
    rdf.to_rdf(graph).serialize(tmp_path / "graph.nt", format="nt", encoding="utf-8")
    for name in ("graph.ttl", "plain.ttl", "graph.nt"):
        assert rdf.from_rdf(tmp_path / name) == graph
    assert rdf.from_rdf(rdflib.Graph().parse(tmp_path / "graph.ttl")) == graph


@pytest.mark.parametrize(
    "text",
    [
        '"""',
        "a\\",
        'a"',
        "\r\n\t",
        "\x00\x07\x7f\x85\x9f",
        "\u2028\u202e\ufeff",
        "<script>",
        "😀",
        "^^<x>",
        "\\u0041",
        "@en",
    ],
)
def test_any_text_is_escaped(tmp_path, text):
    graph = KnowledgeGraph()
    graph.add(
        Document(f"d{text}", text, title=text, url=text),
        Entity(f"kge:{text}", "Thing", "kgo:Thing", text, (text + "x",)),
    )
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    assert rdf.from_rdf(tmp_path / "graph.ttl") == graph
    count = len({*pyoxigraph.parse(path=str(tmp_path / "graph.ttl"))})
    assert len(rdflib.Graph().parse(tmp_path / "graph.ttl")) == count


def test_half_a_surrogate_pair_keeps_the_offsets(tmp_path):
    graph = KnowledgeGraph()
    graph.add(Document("d", "a\ud83db"))
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    assert rdf.from_rdf(tmp_path / "graph.ttl").documents["d"].text == "a\ufffdb"


@pytest.mark.parametrize("value", [Value("007", "xsd:integer"), Value("x", "xsd:date"), Value("1.50", "xsd:decimal")])
def test_a_value_keeps_its_form_through_a_reader_that_normalises(tmp_path, value):
    graph = sample_graph()
    graph.add(Statement(KURSK, Relation("kgr:be", "be"), value, evidence=(told("1-ceremony", "The Kursk region"),)))
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    assert rdf.from_rdf(rdflib.Graph().parse(tmp_path / "graph.ttl")) == graph


def test_two_arguments_of_one_role_have_two_nodes():
    graph = sample_graph()
    statement = next(s for s in graph.statements.values() if s.arguments)
    argument = next(a for a in statement.arguments if a.role == "theme")
    more = tuple(replace(argument, role=role) for role in ("theme", "theme", "Theme!", "им"))
    graph.add(replace(statement, arguments=more, id="", event=None).identified())
    assert rdf.from_rdf(rdf.to_rdf(graph)) == graph


def test_what_the_gazetteer_knows_has_it_in_place_of_a_quote():
    graph = sample_graph()
    graph.add(Statement(PYONGYANG, Relation("kgo:capitalOf", "capital of"), NORTH_KOREA, inferred_by="gazetteer"))
    assert ask(graph, "kge:pyongyang kgo:capitalOf kge:north_korea")
    assert ask(graph, "?s rdf:predicate kgo:capitalOf ; kgo:asserted true ; prov:wasDerivedFrom kgo:gazetteer")
    assert rdf.from_rdf(rdf.to_rdf(graph)) == graph


def test_a_node_that_the_graph_lacks_still_has_a_label():
    graph = sample_graph()
    del graph.entities[UKRAINE.id]
    assert ask(graph, "kge:ukraine rdfs:label 'Ukraine'@en")
    assert rdf.from_rdf(rdf.to_rdf(graph)) == graph


def test_another_base_gives_no_iri_of_the_default_one(tmp_path):
    graph = replace(sample_graph(), base="https://example.org/kg/")
    rdf.write_turtle(graph, tmp_path / "graph.ttl")
    assert "w3id.org/newskg" not in (tmp_path / "graph.ttl").read_text("utf-8")
    assert rdf.from_rdf(tmp_path / "graph.ttl", base=graph.base) == graph


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<a> <b>", "graph.ttl: "),
        (f"@prefix kgs: <https://w3id.org/newskg/statement/> . kgs:1 a <{KGO}Statement> .", "not a graph as"),
        (f"<https://w3id.org/newskg/document/x> a <{KGO}Article> .", "has no <"),
    ],
)
def test_a_file_that_is_no_graph_is_refused_in_one_line(tmp_path, content, message):
    (tmp_path / "graph.ttl").write_text(content)
    with pytest.raises(GraphError) as caught:
        rdf.from_rdf(tmp_path / "graph.ttl")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_labels_of_terms_are_those_of_the_ontology():
    ontology = load()
    labels = {(s, o.lexical) for s, p, o in rdf.to_triples(sample_graph(), ontology) if p.endswith("#label")}
    assert (KGO + "Deployment", ontology.classes["kgo:Deployment"].label) in labels


def test_every_name_that_describes_statements_is_listed():
    # A query's spelling is checked against this list, the data and the ontology.
    graph = sample_graph()
    world = {s.relation.id for s in graph.statements.values()} | {
        r.role for e in graph.events.values() for r in e.roles
    }
    world |= {e.cls for e in (*graph.entities.values(), *graph.events.values())}
    world |= {f"kgo:{e.type}" for e in graph.entities.values()}
    used = {
        term.removeprefix(KGO)
        for triple in rdf.to_triples(graph)
        for term in triple
        if isinstance(term, str) and term.startswith(KGO) and "rule-" not in term
    }
    assert used - {name.removeprefix("kgo:") for name in world} <= TERMS
