"""An OWL or RDFS file of the user's: every format, names and labels, and what is refused with file and line or term."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.own import read_own, words_of

HEAD = """@prefix ex: <http://example.org/own#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:Firm a owl:Class ; rdfs:label "firm" .
ex:Person a owl:Class ; rdfs:label "person" .
"""
TURTLE = (
    HEAD
    + """
ex:founder a owl:ObjectProperty ; rdfs:label "founder"@en ; skos:altLabel "founded by" ;
    rdfs:domain ex:Firm ; rdfs:range ex:Person .
"""
)
XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
    xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <owl:ObjectProperty rdf:about="http://example.org/own#founder">
    <rdfs:label>founder</rdfs:label><skos:altLabel>founded by</skos:altLabel>
  </owl:ObjectProperty>
</rdf:RDF>
"""
JSON = """{"concepts": [{"qid": "Q1", "label": "firm"}], "relations":
[{"pid": "P1", "label": "founder ", "domain": "Q1", "range": "Q2"}]}"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.ttl", TURTLE), ("a.owl", TURTLE), ("a.owl", XML), ("a.rdf", XML), ("a.xml", XML), ("a.json", JSON)],
)
def test_a_property_is_found_by_its_label_in_every_format(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    for path in (tmp_path, tmp_path / name):
        own = read_own(path)
        assert own.labels() == ["founder"]
        found = own.find_property("Founder")
        assert found is not None and found.label == "founder"


@pytest.mark.parametrize("words", ["founder", "FOUNDER", "founded_by", "http://example.org/own#founder"])
def test_a_property_is_found_by_other_names(words: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(TURTLE, "utf-8")
    assert read_own(tmp_path).find_property(words) is not None


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("http://example.org/own#foundedBy", "founded by"),
        ("http://example.org/place_of_birth", "place of birth"),
        ("http://example.org/own/Author/", "author"),
        ("P57", "p57"),
    ],
)
def test_an_identifier_is_read_as_words(iri: str, words: str) -> None:
    assert words_of(iri) == words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "ex:founder a owl:ObjectProperty ; rdfs:domain ex:Frim ;", "own.ttl: line "),
        (HEAD + "ex:f a owl:ObjectProperty ; rdfs:range ex:Persom .", "did you mean 'http://example.org/own#Person'?"),
        (HEAD, "no property; expected rdf:Property"),
        (
            HEAD + "ex:Firm rdfs:subClassOf ex:Body . ex:Body a owl:Class ; rdfs:subClassOf ex:Firm ."
            " ex:f a owl:ObjectProperty .",
            "own.ttl: 'http://example.org/own#Firm' stands below itself",
        ),
        (
            HEAD + "ex:Firm owl:disjointWith ex:Person . ex:Sole a owl:Class ; rdfs:subClassOf ex:Firm, ex:Person ."
            " ex:f a owl:ObjectProperty .",
            "'http://example.org/own#Sole' is below",
        ),
        (
            HEAD + "ex:f a owl:ObjectProperty ; owl:inverseOf ex:g . ex:g a owl:ObjectProperty ; owl:inverseOf ex:h ."
            " ex:h a owl:ObjectProperty .",
            "is the inverse of",
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line_or_term(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(text, "utf-8")
    with pytest.raises(OntologyError) as caught:
        read_own(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(("name", "text"), [("readme.md", "# no"), ("a.ttl", "")])
def test_a_folder_without_an_ontology_is_refused(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=r"no ontology here|no property"):
        read_own(tmp_path)


def test_a_name_that_no_file_declares_may_be_used(tmp_path: Path) -> None:
    text = HEAD + "ex:f a owl:ObjectProperty ; rdfs:range ex:Ship, <http://schema.org/Vehicle> ."
    (tmp_path / "own.ttl").write_text(text, "utf-8")
    assert read_own(tmp_path).find_property("f") is not None
