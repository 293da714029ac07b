"""What a query that finds nothing is answered with; what is refused, and by which error."""

from __future__ import annotations

import pytest

from kg.errors import LimitError, QueryError, RefusedError
from kg.graph import BASE
from kg.queries import answer, query
from kg.queries.engines import Source
from tests.samples import sample_graph

both = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("SELECT * { ?x rdfs:lable ?y }", "nothing matches '?x rdfs:lable ?y'; did you mean 'rdfs:label'?"),
        ("SELECT * { ?x kgr:sees ?y }", "nothing matches '?x kgr:sees ?y'; did you mean 'kgr:see'?"),
        ("SELECT * { ?x a schema:NewsArtikel }", "did you mean 'schema:NewsArticle'?"),
        ("SELECT * { kge:ukrain ?p ?y }", "did you mean 'kge:ukraine'?"),
        ("ASK { ?x kgo:borders kge:ukrain }", "did you mean 'kge:ukraine'?"),
        ("DESCRIBE kge:ukrain", "nothing is said of 'kge:ukrain'; did you mean 'kge:ukraine'?"),
        ("SELECT * { ?x kgr:see ?y }", "nothing matches '?x kgr:see ?y': it is told, but nowhere asserted"),
        ("SELECT * { ?x a kgo:Country ; rdfs:label 'Sergei Shoigo' }", 'did you mean \'"Sergei Shoigu"'),
        ("CONSTRUCT WHERE { ?x kgo:borders ?y ; kgo:attended ?z }", "each pattern matches something, but '?x kgo:"),
        ("SELECT * { ?x a kgo:Country FILTER (?x = 1) }", "'FILTER (?x = 1)' leaves nothing"),
        ("SELECT * { ?x a kgo:Country . FILTER regex(str(?x), 'y{2}') }", "'FILTER regex(str(?x), 'y{2}')' leaves"),
        ("SELECT * { ?x a kgo:Country FILTER NOT EXISTS { ?x ?p ?y } }", "'FILTER NOT EXISTS { ?x ?p ?y }' leaves"),
        ("SELECT ?t { ?x a ?t } GROUP BY ?t HAVING (COUNT(?x) > 999)", "'HAVING (COUNT(?x) > 999)' leaves nothing"),
        ("SELECT * { { ?x kgr:sees ?y } UNION { ?x rdfs:lable ?y } }", "did you mean 'kgr:see'?"),
        ("SELECT * { GRAPH ?g { ?x ?p ?y } }", "leave GRAPH out"),
        ("SELECT * { ?x a kgo:Country OPTIONAL { ?x kgr:sees ?y } FILTER bound(?y) }", "'FILTER bound(?y)' leaves"),
        ("SELECT * { VALUES ?n { 'Ukrane'@en } ?x rdfs:label ?n }", "did you mean '\"Ukraine\"@en'?"),
    ],
)
def test_an_empty_answer_says_what_matched_nothing(text, hint):
    found = query(sample_graph(), text, explain=True)
    assert not found
    assert hint in found.hints[0]
    assert all("\n" not in line for line in found.hints)
    if "GRAPH" not in text:  # which rdflib asks of one graph alone
        assert query(sample_graph(), text, explain=True, engine="rdflib").hints == found.hints


@pytest.mark.parametrize(
    "text", ["SELECT * { ?x a kgo:Country OPTIONAL { ?x kgr:no ?y } }", "ASK { ?x kgo:borders ?y }"]
)
def test_an_answer_that_holds_something_has_no_hint(text):
    assert query(sample_graph(), text, explain=True).hints == ()


def test_hints_come_with_a_time_limit_too():
    found = query(sample_graph(), "ASK { ?x rdfs:lable ?y }", explain=True, time_limit=60)
    assert found.hints == ("nothing matches '?x rdfs:lable ?y'; did you mean 'rdfs:label'?",)


@both
@pytest.mark.parametrize("name", ["kgo:Contry", f"<{BASE}ontology#Contry>"])
def test_a_class_that_nobody_knows_is_answered_with_the_nearest(engine, name):
    with pytest.raises(QueryError, match="nothing is called 'kgo:Contry'; did you mean 'kgo:Country'"):
        query(sample_graph(), f"SELECT ?x {{ ?x a {name} }}", engine=engine)


@both
@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { #\rSERVICE <http://localhost:1/> { ?s ?p ?o }\n}",
        'ASK { FILTER ("\\u0022||") SERVICE <http://localhost:1/> { ?s ?p ?o } FILTER ("||\\u0022") }',
        'ASK { FILTER ("\\u00000022||") SERVICE <http://localhost:1/> { ?s ?p ?o } FILTER ("||\\u00000022") }',
    ],
)
def test_what_the_two_parsers_read_differently_is_refused(engine, text):
    with pytest.raises(QueryError, match=r"SERVICE is refused|write the character itself"):
        query(sample_graph(), text, engine=engine)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("DROP ALL", RefusedError),
        ("PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }", RefusedError),
        ("SELECT * { SERVICE ?x { ?s ?p ?o } }", RefusedError),
        ("SELECT", QueryError),
    ],
)
def test_what_is_refused_is_an_error_of_its_own(text, error):
    with pytest.raises(QueryError) as caught:
        query(sample_graph(), text)
    assert type(caught.value) is error


@both
@pytest.mark.parametrize("text", ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_an_answer_has_as_many_rows_as_are_granted(engine, text):
    source = Source(sample_graph(), BASE)
    with pytest.raises(LimitError, match="more than 20 rows"):
        answer(source, text, engine=engine, most=20)
    assert len(answer(source, f"{text} LIMIT 20", engine=engine, most=20)) == 20
