"""What issue 2 says the graph must show, asked of its Turtle in SPARQL by label and property name."""

import re
import tomllib
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Namespace

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parents[1]
KGO = Namespace("https://w3id.org/newskg/ontology#")
CARD = tomllib.loads((GOLDEN / "card.toml").read_text(encoding="utf-8"))
PREFIXES = """
PREFIX kgo: <https://w3id.org/newskg/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
TRIPLES = """
SELECT ?s ?o ?statement ?rule ?premise ?quote {
  ?s kgo:%s ?o .
  ?statement rdf:subject ?s ; rdf:predicate kgo:%s ; rdf:object ?o ; kgo:asserted true ; kgo:evidence ?evidence .
  ?evidence oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?statement kgo:inferredBy ?rule ; kgo:premise ?premise }
}
"""
STATEMENTS = """
SELECT ?statement ?s ?p ?o ?asserted ?polarity ?certainty ?tense ?quote ?phrase {
  ?statement rdf:subject ?s ; rdf:predicate ?p ; kgo:asserted ?asserted ; kgo:polarity ?polarity ;
    kgo:certainty ?certainty ; kgo:tense ?tense ; kgo:evidence ?evidence .
  ?evidence oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?statement rdf:object ?o }
}
"""
HOLDERS = "SELECT ?holder { <%s> kgo:attribution/kgo:citing* ?by . ?by kgo:holder ?holder }"
QUANTITIES = """
SELECT ?value ?comparator { <%s> kgo:quantity ?quantity . ?quantity kgo:value ?value ; kgo:comparator ?comparator }
"""
CLAIMED_EDGES = """
SELECT DISTINCT ?s ?p ?o {
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kgo:asserted false .
  ?s ?p ?o .
  FILTER NOT EXISTS { ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kgo:asserted true }
}
"""
DATED_SIGNINGS = """
SELECT ?edtf { ?event a kgo:AgreementSigning ; kgo:time ?time . ?time kgo:edtf ?edtf }
"""
UNTOLD_EVENTS = """
SELECT DISTINCT ?event ?class {
  ?event a ?class . ?claim kgo:event ?event .
  FILTER (?class != kgo:ReportedEvent)
  FILTER NOT EXISTS { ?fact kgo:event ?event ; kgo:asserted true }
}
"""


def flat(text):
    return " ".join(str(text).split())


def is_named(graph, node, pattern):
    """Whether a label or other name of a node is what the pattern says, whole."""
    names = [*graph.objects(node, RDFS.label), *graph.objects(node, SKOS.altLabel)]
    return any(re.fullmatch(pattern, str(name), re.IGNORECASE) for name in names)


@pytest.mark.parametrize("row", CARD["triple"], ids=lambda row: f"{row['subject']} {row['property']} {row['object']}")
def test_plain_triple_with_its_evidence(row, turtle):
    found = [
        answer
        for answer in turtle.query(PREFIXES + TRIPLES % (row["property"], row["property"]))
        if is_named(turtle, answer.s, row["subject"]) and is_named(turtle, answer.o, row["object"])
    ]
    assert found, "no such triple"
    assert any(flat(row["quote"]) in flat(answer.quote) for answer in found), [flat(a.quote) for a in found]
    if row.get("by_rule"):
        assert any(answer.rule and (answer.premise, RDF.type, KGO.Statement) in turtle for answer in found)


@pytest.mark.parametrize("row", CARD["statement"], ids=lambda row: row["quote"][:50])
def test_statement_with_its_facets_is_no_fact(row, turtle):
    told = [
        answer
        for answer in turtle.query(PREFIXES + STATEMENTS)
        if flat(row["quote"]) in flat(answer.quote)
        and is_named(turtle, answer.s, row["subject"])
        and re.search(row["relation"], " ".join(map(str, turtle.objects(answer.p, RDFS.label))))
    ]
    assert told, "no such statement"
    right = [answer for answer in told if has_facets(answer, row) and has_holders(turtle, answer, row["holders"])]
    assert right, [(*map(str, (a.polarity, a.certainty, a.tense)), holders(turtle, a)) for a in told]
    assert {answer.asserted.toPython() for answer in right} == {False}
    if "value" in row:
        assert any((row["value"], row["comparator"]) in quantities(turtle, answer) for answer in right)


def has_facets(answer, row):
    return all(
        re.fullmatch(row[facet], str(getattr(answer, facet)).removeprefix(str(KGO)))
        for facet in ("polarity", "certainty", "tense")
    )


def holders(turtle, answer):
    return [node.holder for node in turtle.query(PREFIXES + HOLDERS % answer.statement)]


def has_holders(turtle, answer, wanted):
    """Every holder of the chain is one of the wanted, and the first wanted is there; a wanted ".*" may be missing."""
    found = holders(turtle, answer)
    every = all(any(is_named(turtle, node, pattern) for pattern in wanted) for node in found)
    demanded = [pattern for pattern in wanted if pattern != ".*"]
    return every and all(any(is_named(turtle, node, pattern) for node in found) for pattern in demanded)


def quantities(turtle, answer):
    rows = turtle.query(PREFIXES + QUANTITIES % answer.statement)
    return [(float(row.value), str(row.comparator)) for row in rows]


def test_who_attended_was_at_one_ceremony(turtle):
    attended = {
        name: {a.o for a in turtle.query(PREFIXES + TRIPLES % ("attended", "attended")) if is_named(turtle, a.s, name)}
        for name in ("Kim Jong Un", "Olga Lyubimova", "Ju Ae")
    }
    assert set.intersection(*attended.values()), attended


def test_signing_is_dated_to_june_2024(turtle):
    assert "2024-06" in {str(row.edtf) for row in turtle.query(PREFIXES + DATED_SIGNINGS)}


def test_no_plain_triple_rests_on_a_claim(turtle):
    claims = [s for s in turtle.subjects(RDF.type, KGO.Statement) if not is_asserted(turtle, s)]
    assert claims, "no claim"
    assert [tuple(map(str, row)) for row in turtle.query(PREFIXES + CLAIMED_EDGES)] == []


def test_every_relation_between_nodes_is_told_as_a_fact(turtle):
    """Whatever property some statement uses joins two nodes only where a statement asserts it.

    A role ("theme") is also what an event node says of itself: the test of roles below asks for those.
    """
    told = {
        (turtle.value(s, RDF.subject), turtle.value(s, RDF.predicate), turtle.value(s, RDF.object))
        for s in turtle.subjects(RDF.type, KGO.Statement)
        if is_asserted(turtle, s)
    }
    from_gazetteer = {p for p in turtle.predicates() if p in (KGO.metonym, RDF.type, RDFS.label)}
    used = {p for _, p, _ in told} - from_gazetteer
    assert used - roles()
    shown = {(s, p, o) for p in used for s, o in turtle.subject_objects(p)} - set(role_edges(turtle))
    assert sorted(tuple(map(str, edge)) for edge in shown - told) == []


def roles():
    """Properties that the ontology puts below kgo:role; kgo:role itself leads to a node about the role."""
    ontology = Graph().parse(ROOT / "ontology" / "news.ttl", format="turtle")
    return set(ontology.transitive_subjects(RDFS.subPropertyOf, KGO.role)) - {KGO.role}


def role_edges(turtle):
    """What event nodes say of who takes part in them."""
    edges = [(event, role, who) for role in sorted(roles()) for event, who in turtle.subject_objects(role)]
    return [edge for edge in edges if (edge[0], RDF.type, KGO.Statement) not in turtle]


def test_no_role_of_an_event_rests_on_a_claim(turtle):
    played = role_edges(turtle)
    assert played, "no event has a role"
    assert [tuple(map(str, edge)) for edge in played if edge[2] not in asserted_of(turtle, edge[0])] == []


def is_asserted(turtle, statement):
    asserted = turtle.value(statement, KGO.asserted)
    return asserted is not None and asserted.toPython()


def asserted_of(turtle, event):
    """The nodes in any slot of the asserted statements that tell of an event."""
    about = {s for p in (KGO.event, RDF.subject, RDF.object) for s in turtle.subjects(p, event)}
    facts = [s for s in about if is_asserted(turtle, s)]
    arguments = [argument for s in facts for argument in turtle.objects(s, KGO.argument)]
    slots = {turtle.value(s, p) for s in facts for p in (RDF.subject, RDF.object, KGO.place)}
    return slots | {turtle.value(argument, KGO.filler) for argument in arguments}


def test_event_of_claims_alone_has_no_class_of_its_own(turtle):
    assert [tuple(map(str, row)) for row in turtle.query(PREFIXES + UNTOLD_EVENTS)] == []


@pytest.mark.parametrize(
    "quote", ["will send 6,000 personnel", "could send additional troops", "deploy additional soldiers"]
)
def test_planned_deployment_is_only_reported(quote, turtle):
    events = {
        event
        for answer in turtle.query(PREFIXES + STATEMENTS)
        if quote in flat(answer.quote) and not answer.asserted.toPython()
        for event in turtle.objects(answer.statement, KGO.event)
    }
    assert events, "no statement of it belongs to an event"
    classes = {cls for event in events for cls in turtle.objects(event, RDF.type)}
    assert KGO.ReportedEvent in classes
    assert not [role for event in events for role in turtle.predicates(event) if role in roles()]
