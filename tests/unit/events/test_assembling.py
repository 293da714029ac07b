"""What an event node says of itself: from asserted statements alone."""

import pytest

from kg.events.assembling import narrowest
from kg.events.naming import LONGEST, best_label, shortened
from kg.model import Quantity

CEREMONY, DEPLOYMENT = "kgo:Ceremony", "kgo:Deployment"
KOREA, KURSK = ("North Korea", "Country", "north_korea"), ("Kursk", "Region", "kursk_region")


def deployment(report, name, *, role="destination", where=KURSK, **facets):
    made = report(name)
    agent, place = made.name(*KOREA), made.name(*where)
    made.tell(agent, "send", event=DEPLOYMENT, roles={"agent": agent, role: place}, arguments={role: place}, **facets)
    return made


def test_roles_time_and_quantity_of_what_is_told(report, graph_of, day, count):
    graph = graph_of(deployment(report, "a", time=day("2024-10-01"), quantity=count(600, "soldiers")))
    (event,) = graph.events.values()
    assert event.asserted
    assert {(r.role, r.filler.id) for r in event.roles} == {
        ("kgo:agent", "kge:north_korea"), ("kgo:destination", "kge:kursk_region"),
    }  # fmt: skip
    assert (event.time, event.quantity) == (day("2024-10-01"), Quantity(600.0, "=", "soldiers"))
    assert event.label == "deployment by North Korea to Kursk Region"


@pytest.mark.parametrize("stance", ["denied", "planned", "doubted", "urged"])
def test_what_is_not_asserted_gives_no_role_time_place_or_quantity(stance, report, graph_of, day, count, stances):
    facets = {"time": day("2024-10-01"), "quantity": count(600), **stances[stance]}
    (event,) = graph_of(deployment(report, "a", **facets)).events.values()
    assert (event.asserted, event.roles, event.time, event.place, event.quantity) == (False, (), None, None, None)
    assert len(event.statements) == 1


def test_claim_about_an_event_that_is_told_adds_no_role(report, graph_of, day):
    made = report("a")
    ceremony = made.noun("the ceremony", "ceremony", CEREMONY)
    person, other, holder = made.name("Kim Jong Un"), made.name("Vladimir Putin"), made.name("Lee Seong-kweun")
    made.tell(person, "open", ceremony, event=CEREMONY, chain=ceremony, roles={"agent": person})
    made.tell(
        other, "close", ceremony, event=CEREMONY, chain=ceremony, roles={"agent": other}, holder=holder,
        asserted=False, time=day("2025-06-29"),
    )  # fmt: skip
    (event,) = graph_of(made).events.values()
    assert [r.filler.label for r in event.roles] == ["Kim Jong Un"]
    assert event.time is None and len(event.statements) == 2


@pytest.mark.parametrize("where, kept", [(KURSK, True), (("Storm Corps", "Organization"), False)])
def test_role_takes_only_what_its_range_allows(where, kept, report, graph_of, ontology):
    assert ontology.properties["kgo:location"].range == ("kgo:Place",)
    (event,) = graph_of(deployment(report, "a", role="location", where=where)).events.values()
    assert ("kgo:location" in {r.role for r in event.roles}) is kept


@pytest.mark.parametrize("verb, happened", [
    ("attend", True), ("describe", True), ("plan", False), ("demand", False), ("prevent", False), ("expect", False),
])  # fmt: skip
def test_event_that_is_only_wanted_or_prevented_did_not_happen(verb, happened, report, graph_of):
    made = report("a")
    made.tell(made.name("Kim Jong Un"), verb, made.noun("a ceremony", "ceremony", CEREMONY))
    (event,) = graph_of(made).events.values()
    assert event.asserted is happened


def test_event_of_which_something_is_told_gets_its_time(report, graph_of, day):
    made = report("a")
    made.tell(made.noun("the ceremony", "ceremony", CEREMONY), "begin", time=day("2025-06-29"))
    (event,) = graph_of(made).events.values()
    assert event.time == day("2025-06-29")


@pytest.mark.parametrize("spans, best", [
    ([("2025-06-01", "2025-06-30"), ("2025-06-29", "2025-06-29")], 1),
    ([("2025-06-28", "2025-06-28"), ("2025-06-27", "2025-06-27")], 1),
    ([("2025-01-01", "2025-12-31")], 0),
])  # fmt: skip
def test_narrowest_time_is_told_of_an_event(spans, best, day):
    times = [day(*span) for span in spans]
    assert narrowest(times) == narrowest(times[::-1]) == times[best]


def test_no_time_is_no_time():
    assert narrowest([]) is None


@pytest.mark.parametrize("labels, best", [
    (["their treaty"], "treaty"),
    (["ceremony", "the memorial\nceremony"], "the memorial ceremony"),
    (["war", "war", "the long war"], "war"),
    (["summit " * 12, "summit of the two"], "summit of the two"),
])  # fmt: skip
def test_label_of_an_event(labels, best):
    assert best_label(labels) == best_label(labels[::-1]) == best


@pytest.mark.parametrize("label", ["word " * 40, "x" * 200, "a\nb\tc " * 30])
def test_label_is_one_line_of_few_characters(label):
    short = shortened(label)
    assert len(short) <= LONGEST and short.endswith("…") and short == " ".join(short.split())


def test_labels_of_events_in_a_graph_are_short(report, graph_of):
    made = report("a")
    long = "the " + "very " * 60 + "solemn\nceremony"
    made.tell(made.name("Kim Jong Un"), "attended", made.noun(long, "ceremony", CEREMONY), relation="kgo:attended")
    person = made.name("Vladimir Putin")
    thing = made.name("Some Office " * 20, "Organization")
    made.tell(person, "send", thing, event=DEPLOYMENT, roles={"agent": person}, asserted=False)
    graph = graph_of(made)
    assert len(graph.events) == 2
    assert all(len(e.label) <= LONGEST and "\n" not in e.label for e in graph.events.values())
