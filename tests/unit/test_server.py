"""The parts of the endpoint that need no server: negotiation, formats, what is known."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from kg.queries.answers import Answer
from kg.queries.formats import serialize
from kg.server.negotiation import best, prefers
from kg.server.shelf import Shelf, passages_of_text, path_of
from kg.views.rdf.terms import INTEGER, LANG_STRING, Literal
from tests.samples import DOCUMENTS, sample_graph

OFFERED = ("a/json", "a/xml", "text/csv")


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("*", "a/json"),
        ("a/xml", "a/xml"),
        ("a/xml;q=0.5, a/json;q=0.4", "a/xml"),
        ("a/*", "a/json"),
        ("a/*;q=0.5, */*;q=0.6", "text/csv"),
        ("a/*, a/json;q=0", "a/xml"),
        ("a/json;q=0, a/xml;q=0, text/csv;q=0", None),
        ("*/*;q=0", None),
        ("image/png", None),
        ("a/xml;charset=utf-8;q=1, a/json;q=0.9", "a/xml"),
        ("A/XML ; Q=0.1", "a/xml"),
        ("a/xml;q=nonsense, a/json;q=0.9", "a/xml"),
        ("a/xml;q=nan, a/json;q=0.9", "a/xml"),
        ("a/xml;q=-1, text/csv;q=99", "text/csv"),
        (",,;;q=,", None),
    ],
)
def test_the_type_that_a_client_likes_best(accept, kind):
    assert best(accept, OFFERED) == kind


def test_only_a_client_that_names_a_page_gets_one():
    assert prefers("text/html,application/xml;q=0.9,*/*;q=0.8", "text/html", OFFERED)
    assert not any(prefers(accept, "text/html", OFFERED) for accept in (None, "", "*/*", "a/json", "text/*"))


ODD = Answer(
    ("a", "b"),
    (
        ("https://example.org/<&>", Literal('=1+1\t"x"\\\n\r', LANG_STRING, "en")),
        (Literal("7", INTEGER), None),
        ("_:b", Literal("\x00\x0bé\ud800")),
    ),
)


def test_csv_for_clients_is_exact():
    assert serialize(ODD, "csv").decode().split("\r\n")[0] == "a,b"
    assert b'"=1+1\t""x""\\\n\r"' in serialize(ODD, "csv")


def test_tsv_has_terms_as_turtle_writes_them():
    lines = serialize(ODD, "tsv").decode().split("\n")
    assert lines[0] == "?a\t?b"
    assert lines[1] == '<https://example.org/<&>>\t"=1+1\\t\\"x\\"\\\\\\n\\r"@en'
    assert lines[2] == '"7"^^<http://www.w3.org/2001/XMLSchema#integer>\t'


def test_xml_is_read_by_a_parser_whatever_the_values():
    space = "{http://www.w3.org/2005/sparql-results#}"
    tree = ElementTree.fromstring(serialize(ODD, "xml"))
    cells = [[cell[0].text for cell in row] for row in tree.iter(f"{space}result")]
    assert cells == [["https://example.org/<&>", '=1+1\t"x"\\\n\r'], ["7"], ["b", "\ufffd\ufffdé\ufffd"]]
    assert serialize(Answer(boolean=True), "xml").count(b"<boolean>true</boolean>") == 1


@pytest.mark.parametrize(
    ("form", "words"), [("csv", "boolean\r\nfalse"), ("tsv", "?boolean\nfalse"), ("json", "false")]
)
def test_no_is_told_in_every_format(form, words):
    assert words in serialize(Answer(boolean=False), form).decode()


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("kge:north_korea", "/id/north_korea"),
        ("kge:a b/c", "/id/a%20b/c"),
        ("kgo:Person", "/ontology#Person"),
        ("x:y", ""),
    ],
)
def test_a_name_has_the_path_that_follows_the_base(identifier, path):
    assert path_of(identifier) == path


def test_what_is_known_of_an_entity_comes_in_the_order_of_the_articles():
    told = Shelf(sample_graph()).about("kge:kim_jong_un")
    documents = [one.passages[0].document.path for one in told]
    assert documents == sorted(documents)
    assert {one.relation.words for one in told} == {"attended", "holds office", "affiliated with"}
    assert all(
        passage.words in DOCUMENTS[passage.document.path.rpartition("/")[2]].text for passage in told[0].passages
    )


def test_a_statement_tells_its_stance():
    told = {one.subject.words: one for one in Shelf(sample_graph()).told(sample_graph().statements)}
    assert told["ministry"].stance == ("denied",)
    assert told["North Korea"].stance == ("planned",)
    assert (told["North Korea"].time, told["North Korea"].quantity) == ("… – 2025-08-31", "6,000 troops")


def test_the_pieces_of_a_text_are_the_text():
    for document in DOCUMENTS.values():
        pieces = passages_of_text(document)
        assert "".join(words for words, _ in pieces) == document.text
        assert {reason for _, reason in pieces} == {""} | {skipped.reason for skipped in document.skipped}
