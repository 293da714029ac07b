"""An ontology of the user's upon ours: sentences in, statements in his terms out; what he has no term for is open."""

import re
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import rdflib

import kg
from kg.errors import OntologyError
from kg.graph import KnowledgeGraph
from kg.learning.adopting import is_own, load_ontology, ways_told
from kg.model import Statement
from kg.ontology import Ontology, default_folder, load
from kg.reading import read_text
from kg.views.rdf import from_rdf, to_rdf, to_triples
from kg.views.rdf.shapes import find_violations, validate

FOOTBALL = """
@prefix ex: <http://example.org/football#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:Person a owl:Class ; rdfs:label "human" .
ex:Player a owl:Class ; rdfs:label "Spieler"@de, "player"@en ; rdfs:subClassOf ex:Person .
ex:Coach a owl:Class ; rdfs:label "coach"@en ; rdfs:subClassOf ex:Person .
ex:Club a owl:Class ; rdfs:label "football club"@en ; skos:altLabel "club"@en .
ex:City a owl:Class .
ex:playsFor a owl:ObjectProperty ; rdfs:label "spielt für"@de, "plays for"@en ; skos:altLabel "signed for"@en ;
    rdfs:domain ex:Player ; rdfs:range ex:Club .
ex:foundedBy a owl:ObjectProperty ; rdfs:domain ex:Club ; rdfs:range ex:Person .
ex:home a owl:ObjectProperty ; rdfs:label "headquarters"@en ; rdfs:domain ex:Club ; rdfs:range ex:City .
ex:coachedBy a owl:ObjectProperty ; rdfs:domain ex:Club ; rdfs:range ex:Coach .
ex:winner a owl:ObjectProperty ; rdfs:range ex:Person .
"""
SCHEMA = """
@prefix schema: <https://schema.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
schema:Thing a rdfs:Class .
schema:Person a rdfs:Class ; rdfs:subClassOf schema:Thing .
schema:Organization a rdfs:Class ; rdfs:subClassOf schema:Thing .
schema:Place a rdfs:Class ; rdfs:subClassOf schema:Thing .
schema:founder a rdf:Property ; schema:domainIncludes schema:Organization ;
    schema:rangeIncludes schema:Person, schema:Organization .
schema:birthPlace a rdf:Property ; schema:domainIncludes schema:Person ; schema:rangeIncludes schema:Place .
schema:worksFor a rdf:Property ; schema:domainIncludes schema:Person ; schema:rangeIncludes schema:Organization .
schema:attendee a rdf:Property ; schema:rangeIncludes schema:Person .
"""
FOAF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
    xmlns:owl="http://www.w3.org/2002/07/owl#" xml:base="http://xmlns.com/foaf/0.1/">
  <owl:Class rdf:about="Agent"/>
  <owl:Class rdf:about="Person"><rdfs:subClassOf rdf:resource="Agent"/></owl:Class>
  <owl:Class rdf:about="Organization"><rdfs:subClassOf rdf:resource="Agent"/></owl:Class>
  <owl:ObjectProperty rdf:about="member">
    <rdfs:domain rdf:resource="Organization"/><rdfs:range rdf:resource="Agent"/></owl:ObjectProperty>
</rdf:RDF>
"""
FILES = {"football.ttl": FOOTBALL, "schema.ttl": SCHEMA, "foaf.rdf": FOAF}


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp())
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def _ontology(name: str) -> Ontology:
    return load_ontology(_folder() / name)


def _build(name: str, *texts: str) -> KnowledgeGraph:
    articles = [read_text(text, id=f"article-{n}", published=date(2025, 7, 1)) for n, text in enumerate(texts)]
    return kg.build(articles, ontology=_ontology(name))


def _told(statement: Statement) -> str:
    ends = [getattr(end, "label", "") for end in (statement.subject, statement.object)]
    return f"{ends[0]} | {statement.relation.id.rpartition('#')[2].rpartition('/')[2]} | {ends[1]}"


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        ("football.ttl", "Lionel Messi plays for the club.", "Lionel Messi | playsFor | club"),
        ("football.ttl", "Lionel Messi signed for Arsenal, a football club.", "Lionel Messi | playsFor | Arsenal"),
        ("football.ttl", "Arsenal, a football club, was founded by Ada Bell.", "Arsenal | foundedBy | Ada Bell"),
        ("football.ttl", "David Danskin founded the club.", "club | foundedBy | David Danskin"),
        ("football.ttl", "The founder of the club is David Danskin.", "club | foundedBy | David Danskin"),
        ("football.ttl", "The club is based in London.", "club | home | London"),
        ("football.ttl", "Mikel Arteta coaches the club.", "club | coachedBy | Mikel Arteta"),
        ("football.ttl", "The winner of the final is Lena Fox.", "final | winner | Lena Fox"),
        ("schema.ttl", "Lena Fox was born in Lisbon.", "Lena Fox | birthPlace | Lisbon"),
        ("schema.ttl", "Omar Reyes works for Siemens.", "Omar Reyes | worksFor | Siemens"),
        ("schema.ttl", "Omar Reyes founded Siemens.", "Siemens | founder | Omar Reyes"),
        ("schema.ttl", "Omar Reyes attended the ceremony in Oslo.", "ceremony in Oslo | attendee | Omar Reyes"),
        ("foaf.rdf", "Lena Fox is a member of the Green Party.", "Green Party | member | Lena Fox"),
    ],
)
def test_a_sentence_is_told_in_the_terms_of_the_user(name: str, sentence: str, expected: str) -> None:
    told = {_told(s) for s in _build(name, sentence).statements.values() if s.asserted}
    assert expected in told


@pytest.mark.parametrize(
    "sentence",
    [
        "The company denied that Lionel Messi played for the club.",
        "Lionel Messi may play for the club.",
        "The newspaper said Lionel Messi would play for the club.",
    ],
)
def test_what_is_denied_planned_or_claimed_is_in_his_terms_and_not_asserted(sentence: str) -> None:
    told = [s for s in _build("football.ttl", sentence).statements.values() if s.relation.id.endswith("#playsFor")]
    assert told
    assert not [s for s in told if s.asserted]


def test_what_he_has_no_property_for_stays_open() -> None:
    graph = _build("football.ttl", "France deployed soldiers to Mali. Kim visited Moscow and signed a treaty.")
    ours = {s.relation.id for s in graph.statements.values() if s.relation.id.startswith("kgo:")}
    assert {prop for prop in ours if "kgo:role" not in load().ancestors(prop)} == set()
    assert {"kgr:deploy", "kgr:visit", "kgr:sign"} <= {s.relation.id for s in graph.statements.values()}
    assert "kgo:Deployment" in {event.cls for event in graph.events.values()}


def test_a_statement_that_his_domain_or_range_rules_out_stays_open_with_a_receipt() -> None:
    graph = _build("football.ttl", "Lionel Messi plays for Germany.")
    assert "kgr:play_for" in {s.relation.id for s in graph.statements.values()}
    (receipt,) = graph.report["refused"]  # type: ignore[misc]
    assert "expected http://example.org/football#Player – http://example.org/football#Club" in receipt


@pytest.mark.parametrize(
    ("name", "sentence", "label", "cls"),
    [
        ("football.ttl", "Lena Fox visited Lisbon.", "Lena Fox", "http://example.org/football#Person"),
        ("football.ttl", "Lena Fox plays for the club.", "Lena Fox", "http://example.org/football#Player"),
        ("football.ttl", "Lena Fox visited Lisbon.", "Lisbon", "http://example.org/football#City"),
        ("football.ttl", "Lena Fox visited the football club.", "football club", "http://example.org/football#Club"),
        ("football.ttl", "Lena Fox visited France.", "France", "kgo:Country"),
        ("schema.ttl", "Lena Fox visited France.", "France", "https://schema.org/Place"),
        ("foaf.rdf", "Lena Fox visited France.", "Lena Fox", "http://xmlns.com/foaf/0.1/Person"),
    ],
)
def test_an_entity_has_the_nearest_class_of_the_user(name: str, sentence: str, label: str, cls: str) -> None:
    graph = _build(name, sentence)
    assert {e.cls for e in graph.entities.values() if e.label == label} == {cls}


TEXT = "Lionel Messi plays for the football club. The club was founded by Ada Bell. Kim visited Moscow on Monday."


def test_everything_is_exported_with_his_identifiers_and_read_back(tmp_path: Path) -> None:
    graph = _build("football.ttl", TEXT)
    ontology = _ontology("football.ttl")
    rdf = to_rdf(graph, ontology)
    assert from_rdf(rdf) == graph
    kg.write(graph, tmp_path)
    assert kg.load(tmp_path) == graph
    for file in ("graph.ttl", "statements.jsonl", "entities.jsonl"):
        assert "http://example.org/football#" in (tmp_path / file).read_text("utf-8")
    assert "plays for" in (tmp_path / "graph.html").read_text("utf-8")
    label = [o.lexical for s, p, o in to_triples(graph, ontology) if s.endswith("#Player") and p.endswith("label")]  # type: ignore[union-attr]
    assert label == ["player"]


def test_shapes_of_his_ontology_hold_and_find_what_does_not_fit() -> None:
    graph, ontology = _build("football.ttl", TEXT), _ontology("football.ttl")
    assert find_violations(to_triples(graph, ontology), ontology, graph) == []
    rdf = to_rdf(graph, ontology)
    assert validate(rdf, ontology) == []
    (player,) = rdf.subjects(_own("playsFor"))
    rdf.remove((player, rdflib.RDF.type, _own("Player")))
    assert [v.shape for v in validate(rdf, ontology)] == ["http://example.org/football#playsFor-domain"]


def _own(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"http://example.org/football#{name}")


def test_learned_frames_that_lie_beside_are_used(tmp_path: Path) -> None:
    (tmp_path / "football.ttl").write_text(FOOTBALL, "utf-8")
    (tmp_path / "frames.toml").write_text(
        '[[property]]\nlabel = "plays for"\n[[frame]]\nproperty = "plays for"\nverbs = ["score"]\n'
        'roles = { subject = "subject", object = "for" }\n'
    )
    article = read_text("Lionel Messi scored for the club on Monday.", id="a", published=date(2025, 7, 1))
    graph = kg.build([article], ontology=load_ontology(tmp_path))
    assert "Lionel Messi | playsFor | club" in {_told(s) for s in graph.statements.values()}


def test_terms_without_identifier_are_given_one(tmp_path: Path) -> None:
    text = '{"concepts": [{"qid": "Q5", "label": "human"}], "relations": [{"pid": "P1", "label": "place of birth"}]}'
    (tmp_path / "own.json").write_text(text, "utf-8")
    ontology = load_ontology(tmp_path)
    assert ontology.adopted is not None
    assert ontology.adopted.mapped["kgo:bornIn"] == ("https://w3id.org/newskg/own/P1", False)
    assert ontology.own_class("kgo:Person") == "https://w3id.org/newskg/own/Q5"


def test_the_report_tells_what_became_what() -> None:
    report = _build("football.ttl", TEXT).report["ontology"]
    assert isinstance(report, dict)
    assert report["properties"]["http://example.org/football#foundedBy"] == ["kgo:founded turned", "kgo:foundedBy"]
    assert report["untold"] == []


def test_ways_are_listed_and_a_property_that_nothing_tells_is_marked(tmp_path: Path) -> None:
    more = 'ex:x a owl:ObjectProperty ; rdfs:label "market value in the year of sale" .'
    (tmp_path / "own.ttl").write_text(FOOTBALL + more, "utf-8")
    told = dict(ways_told(load_ontology(tmp_path)))
    assert "'play' with subject and for" in told["plays for"]
    assert told["market value in the year of sale"] == ""


def test_the_library_takes_a_file_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(FOOTBALL, "utf-8")
    assert kg.load_ontology(tmp_path / "own.ttl").adopted is not None


def test_our_own_folder_is_no_ontology_of_a_user() -> None:
    assert not is_own(default_folder())
    assert load_ontology() is load()
    assert load_ontology(default_folder()) is load()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no ontology here; expected a file that ends in .ttl"),
        ({"a.ttl": FOOTBALL + "ex:x a owl:Class"}, "a.ttl: line "),
        ({"a.ttl": FOOTBALL + "ex:Club rdfs:subClassOf ex:Team . ex:Team a owl:Class ; rdfs:subClassOf ex:Club ."},
         "a.ttl: 'http://example.org/football#Club' stands below itself"),
        ({"a.ttl": FOOTBALL + "ex:x a owl:ObjectProperty ; rdfs:domain ex:Playr ."},
         "did you mean 'http://example.org/football#Player'?"),
        ({"a.ttl": FOOTBALL, "frames.toml": '[[property]]\nlabel = "play for"\n'},
         "'play for' is no property of .*; did you mean 'plays for'?"),
        ({"a.ttl": FOOTBALL,
          "frames.toml": '[[property]]\nlabel = "winner"\n[[frame]]\nproperty = "winer"\npath = "a"\n'},
         "frames.toml: frame 1 is of property 'winer'.*; did you mean 'winner'?"),
        ({"a.ttl": FOOTBALL, "frames.toml": "[[property]\n"}, "frames.toml: .*line 1"),
    ],
)  # fmt: skip
def test_a_bad_ontology_is_refused_with_file_and_line_or_term(
    files: dict[str, str], message: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(OntologyError) as caught:
        load_ontology(tmp_path)
    assert re.search(message.replace("?", r"\?"), str(caught.value))
