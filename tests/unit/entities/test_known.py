"""A user's table of known entities: what is read, what is refused, and what it does to a graph."""

import pytest

from kg.build import build
from kg.entities.known import read_known, with_known
from kg.errors import InputError
from kg.model import Document
from kg.ontology import load

TURTLE = """
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/7> a schema:Person ; rdfs:label "Anna Larsen" ; skos:altLabel "Anna B. Larsen" .
"""


def written(tmp_path, text, name="known.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path, text, name="known.csv"):
    return read_known(written(tmp_path, text, name), load())


def test_a_table_gives_names_class_and_identifiers(tmp_path):
    text = "name,type,aliases,wikidata,same_as\nAnna Larsen,Person,Anna B. Larsen; A. Larsen,Q7,https://example.org/7\n"
    (row,) = read(tmp_path, text)
    assert (row.id, row.label, row.cls) == ("anna_larsen", "Anna Larsen", "kgo:Person")
    assert row.aliases == ("Anna B. Larsen", "A. Larsen")
    assert row.codes == ("http://www.wikidata.org/entity/Q7", "https://example.org/7")


def test_turtle_says_the_same(tmp_path):
    (row,) = read(tmp_path, TURTLE, "known.ttl")
    assert (row.label, row.cls, row.aliases) == ("Anna Larsen", "kgo:Person", ("Anna B. Larsen",))
    assert row.codes == ("https://example.org/7",)


def test_a_row_of_the_gazetteer_takes_the_identifiers(tmp_path):
    (row,) = read(tmp_path, "name\ttype\twikidata\nNorth Korea\tCountry\tQ423\n", "known.tsv")
    assert row.id == "north_korea"
    merged = with_known(load(), [row]).names["north_korea"]
    assert {"iso:KP", "http://www.wikidata.org/entity/Q423"} <= set(merged.codes)
    assert merged.demonyms


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no rows"),
        ("nome,type\n", "row 1: columns nome, type"),
        ("name,type\nAnna Larsen,Persn\n", "row 2: type 'Persn'.*did you mean 'Person'"),
        ("name,type\n,Person\n", "row 2: no name"),
        ("name,type\nAnna Larsen,Person,x\n", "row 2: 3 cells, expected 2"),
        ("name,type,wikidata\nAnna Larsen,Person,seven\n", "row 2: identifier 'seven'"),
        ("name,type,id\nSeoul Motors,Company,russia\n", "row 2: id 'russia' is the gazetteer's Russia"),
        ("name,type,id\nAnna Larsen,Person,a b\n", "row 2: id 'a b'"),
        ("name,type\nAnna Larsen,Person\nAnna Larsen,Person\n", "row 3: 'Anna Larsen' has the id of known.csv row 2"),
        ("name,type,id\nAnna Larsen,Person,a\nAnna Larsen,Person,b\n", "row 3: 'Anna Larsen' is also a name of"),
        ("name,type,aliases\nSeoul Motors,Company,Boeing\n", "row 2: 'Boeing' is also a name of the gazetteer's"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(tmp_path, text, told):
    with pytest.raises(InputError, match=told):
        read(tmp_path, text)


def test_bad_turtle_is_refused_with_its_line(tmp_path):
    with pytest.raises(InputError, match=r"known.ttl line 1"):
        read(tmp_path, "@prefix a <b> .", "known.ttl")


def test_the_graph_links_what_is_known(tmp_path):
    known = read(tmp_path, TURTLE, "known.ttl")
    texts = (
        "Norwegian minister Anna Larsen resigned on Monday.",
        "Anna B. Larsen left Oslo on Tuesday, officials said.",
    )
    graph = build([Document(f"d{n}", text) for n, text in enumerate(texts)], known=known)
    (entity,) = [e for e in graph.entities.values() if "Larsen" in e.label]
    assert entity.id == "kge:anna_larsen"
    assert entity.same_as == ("https://example.org/7",)
    assert {m.anchor.document for m in entity.mentions} == {"d0", "d1"}
