"""Drafts as statements: ids, references, what is told twice, the ontology's domains, offices, holders."""

from datetime import date

import pytest

from kg.build import build
from kg.events.settling import united
from kg.model import Document, Node, StatementRef

CEREMONY = "kgo:Ceremony"
KOREA = ("North Korea", "Country", "north_korea")


def one(graph, relation):
    (statement,) = [s for s in graph.statements.values() if s.relation.id == relation]
    return statement


def holder_of_office(report, name, person="Kim Jong Un", *, of=None, office="leader"):
    made = report(name)
    country = made.name(*of).id if of else "#"
    made.tell(made.name(person), "is", Node(f"{country}/{office}", office), relation="kgo:holdsOffice")
    return made


def test_statement_told_twice_is_one_with_two_passages(report, graph_of):
    graph = graph_of(*(holder_of_office(report, name, of=KOREA) for name in "ba"))
    told = one(graph, "kgo:holdsOffice")
    assert [e.document for e in told.evidence] == ["a", "b"]
    assert told == told.identified()


def test_what_differs_in_polarity_alone_has_one_proposition_and_two_ids(report, graph_of, stances):
    made = report("a")
    one_, other = made.name("Kim Jong Un"), made.name("Vladimir Putin")
    made.tell(one_, "meet", other)
    made.tell(one_, "meet", other, **stances["denied"])
    told = graph_of(made).statements.values()
    assert len(told) == 2 and len({s.proposition for s in told}) == 1


def test_reference_to_a_statement_names_its_final_id_and_label(report, graph_of):
    made = report("a")
    person, other = made.name("Kim Jong Un"), made.name("Vladimir Putin")
    inner = made.tell(person, "meet", other)
    made.tell(other, "say", StatementRef(f"!{inner}", "old label"))
    made.tell(other, "travel", purpose=inner)
    graph = graph_of(made)
    met = one(graph, "kgr:meet")
    assert one(graph, "kgr:say").object == one(graph, "kgr:travel").purpose == StatementRef(met.id, met.label)


def test_reference_to_what_was_dropped_is_dropped(report, graph_of):
    made = report("a")
    person = made.name("Kim Jong Un")
    dropped = made.tell(person, "meet", person)
    made.tell(person, "say", purpose=dropped)
    assert one(graph_of(made), "kgr:say").purpose is None


def test_nobody_says_what_is_not_told(report, graph_of):
    made = report("a")
    person = made.name("Kim Jong Un")
    dropped = made.tell(person, "meet", person)
    made.tell(person, "say", StatementRef(f"!{dropped}", ""))
    assert "kgr:say" not in {s.relation.id for s in graph_of(made).statements.values()}


@pytest.mark.parametrize("text, told", [
    ("She was caught in traffic. She called a photographer.", False),
    ("Anna Berg was caught in traffic. She called a photographer.", True),
    ("The bank welcomed some. It closed its doors.", True),
    ("We train the guards.", False),
    ("\"We train the guards,\" said Anna Berg.", True),
])  # fmt: skip
def test_of_whom_nobody_could_tell_nothing_is_told(text, told):
    graph = build([Document("row", text, published=date(2025, 5, 14))])
    assert bool(graph.statements) is told


def test_holders_keep_their_order(report, graph_of, stances):
    made = report("a")
    by = made.name("Lee Seong-kweun")
    made.tell(made.name("Kim Jong Un"), "travel", holder=by, asserted=False)
    told = one(graph_of(made), "kgr:travel")
    assert [h.label for h in told.holders] == ["Lee Seong-kweun"] and not told.asserted


@pytest.mark.parametrize("nominal, start, subject, relation", [
    (True, "flipped: ", "kge:kim_jong_un", "kgo:bornIn"),
    (False, "refused: ", "kge:kursk_region", "kgr:be"),
])  # fmt: skip
def test_what_the_ontology_turns_or_refuses_has_a_receipt(
    nominal, start, subject, relation, report, graph_of, ontology
):
    prop = ontology.properties["kgo:bornIn"]
    assert prop.domain == ("kgo:Person",) and prop.range == ("kgo:Place",)
    made = report("a")
    place, person = made.name("Kursk", "Region", "kursk_region"), made.name("Kim Jong Un")
    made.tell(place, "be", person, relation="kgo:bornIn", nominal=nominal)
    graph = graph_of(made)
    (told,) = graph.statements.values()
    (receipt,) = graph.report["refused"]
    assert (told.subject.id, told.relation.id) == (subject, relation)
    assert receipt.startswith(start) and "“be”" in receipt and "kgo:bornIn" in receipt


def test_office_is_one_post_in_every_article(report, graph_of):
    graph = graph_of(*(holder_of_office(report, name, of=KOREA) for name in "ab"))
    posts = [e for e in graph.entities.values() if e.cls == "kgo:Post"]
    assert [(p.id, p.label) for p in posts] == [("kge:leader_of_north_korea", "Leader of North Korea")]
    assert [m.anchor.document for m in posts[0].mentions] == ["a", "b"]


def test_office_of_unsaid_country_is_that_which_its_holder_has_elsewhere(report, graph_of):
    graph = graph_of(holder_of_office(report, "a"), holder_of_office(report, "b", of=KOREA))
    assert one(graph, "kgo:holdsOffice").object.id == "kge:leader_of_north_korea"


def test_office_of_unsaid_country_stays_open_where_its_holder_has_two(report, graph_of):
    graph = graph_of(
        holder_of_office(report, "a"), holder_of_office(report, "b", of=KOREA),
        holder_of_office(report, "c", of=("South Korea", "Country", "south_korea")),
    )  # fmt: skip
    assert "kge:office/leader" in {s.object.id for s in graph.statements.values()}


def test_uniting_is_the_same_in_any_order(report, graph_of):
    told = [one(graph_of(holder_of_office(report, name, of=KOREA)), "kgo:holdsOffice") for name in "abc"]
    assert united(*told) == united(*reversed(told)) == united(united(told[2], told[0]), told[1])
    assert united(told[0], told[0]) == told[0]
