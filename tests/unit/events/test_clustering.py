"""Which tellings are one event: made reports, a difference a row."""

from datetime import date
from random import Random

import pytest

from kg.events import clustering
from kg.model import Node
from kg.views import tables

CEREMONY, DEPLOYMENT, KILLING, LAUNCH = "kgo:Ceremony", "kgo:Deployment", "kgo:Killing", "kgo:Launch"


def ceremony(report, name, phrase="the memorial ceremony", head="ceremony", who=("Kim Jong Un",), cls=CEREMONY, **rest):
    """A report of persons who attended an event that a noun phrase names."""
    published, time, facets = rest.pop("published", date(2025, 7, 1)), rest.pop("time", None), rest
    made = report(name, published=published)
    event = made.noun(phrase, head, cls)
    for person in who:
        made.tell(made.name(person), "attended", event, relation="kgo:attended", **facets)
    if time is not None:
        made.tell(event, "began", time=time)
    return made


def act(report, name, cls, verb="send", published=date(2025, 7, 1), roles=None, **facets):
    """A report of one event that a verb tells, with roles of (name, type)."""
    made = report(name, published=published)
    nodes = {role: made.name(*filler) for role, filler in (roles or {}).items()}
    fillers = list(nodes.values())
    further = dict(list(nodes.items())[2:])
    target = fillers[1] if fillers[1:] else None
    made.tell(fillers[0], verb, target, arguments=further, event=cls, roles=nodes, **facets)
    return made


def of_class(graph, cls):
    return [e for e in graph.events.values() if e.cls == cls]


def documents(event):
    return {m.anchor.document for m in event.mentions}


def test_same_ceremony_in_two_articles_is_one_event_with_two_sources(report, graph_of):
    graph = graph_of(ceremony(report, "a"), ceremony(report, "b", "a ceremony"))
    (event,) = of_class(graph, CEREMONY)
    assert documents(event) == {"a", "b"}
    (reason,) = graph.report["events"]
    assert reason["one"][0] == "a" and reason["other"][0] == "b"
    assert reason["shared"] == ["participant kge:kim_jong_un", "called ceremony", "in the same days"]


BOTH = ("Kim Jong Un", "Olga Lyubimova")


@pytest.mark.parametrize("phrase, head", [
    ("the first anniversary of the ceremony", "anniversary"),
    ("a follow-up ceremony", "ceremony"),
    ("the second ceremony", "ceremony"),
    ("a planned ceremony", "ceremony"),
    ("an additional ceremony", "ceremony"),
    ("the cancelled ceremony", "ceremony"),
    ("three ceremonies", "ceremonies"),
])  # fmt: skip
def test_another_event_of_the_same_people_stays_apart(phrase, head, report, graph_of):
    graph = graph_of(
        ceremony(report, "a", "one memorial ceremony", who=BOTH), ceremony(report, "b", phrase, head, who=BOTH)
    )
    assert len(of_class(graph, CEREMONY)) == 2
    assert graph.report["events"] == []


@pytest.mark.parametrize("one, other", [
    (["2025-06-29"], ["2025-06-28"]),
    (["2025-06-29"], ["2024-06-01", "2024-06-30"]),
    (["2025-06-30"], ["2025-06-01", "2025-06-29"]),
])  # fmt: skip
def test_events_of_times_that_cannot_meet_stay_apart(one, other, report, graph_of, day):
    graph = graph_of(ceremony(report, "a", who=BOTH, time=day(*one)), ceremony(report, "b", who=BOTH, time=day(*other)))
    assert len(of_class(graph, CEREMONY)) == 2


def test_event_of_a_day_is_one_with_that_of_its_month(report, graph_of, day):
    month = day("2025-06-01", "2025-06-30")
    graph = graph_of(
        ceremony(report, "a", who=BOTH, time=day("2025-06-29")), ceremony(report, "b", who=BOTH, time=month)
    )
    (event,) = of_class(graph, CEREMONY)
    assert event.time == day("2025-06-29")


def test_article_cannot_have_reported_what_happened_later(report, graph_of, day):
    graph = graph_of(
        ceremony(report, "a", who=BOTH, published=date(2025, 7, 1)),
        ceremony(report, "b", who=BOTH, published=date(2025, 7, 9), time=day("2025-07-08")),
    )
    assert len(of_class(graph, CEREMONY)) == 2


@pytest.mark.parametrize("published, events", [
    (date(2025, 7, 2), 1), (date(2025, 7, 4), 1), (date(2025, 7, 5), 2), (date(2026, 7, 1), 2), (None, 2),
])  # fmt: skip
def test_one_shared_participant_is_enough_only_for_one_word_in_the_same_days(published, events, report, graph_of):
    graph = graph_of(ceremony(report, "a"), ceremony(report, "b", published=published))
    assert len(of_class(graph, CEREMONY)) == events, graph.report["events"]


@pytest.mark.parametrize("published, events", [(date(2025, 7, 20), 1), (date(2026, 7, 1), 2), (None, 1)])
def test_two_shared_participants_are_enough_within_a_month(published, events, report, graph_of):
    graph = graph_of(ceremony(report, "a", who=BOTH), ceremony(report, "b", who=BOTH, published=published))
    assert len(of_class(graph, CEREMONY)) == events


def test_event_retold_a_year_later_with_its_day_is_the_same(report, graph_of, day):
    graph = graph_of(
        ceremony(report, "a", who=BOTH, time=day("2025-06-29")),
        ceremony(report, "b", who=BOTH, time=day("2025-06-29"), published=date(2026, 7, 1)),
    )
    assert len(of_class(graph, CEREMONY)) == 1


def test_one_shared_participant_alone_is_not_enough(report, graph_of):
    graph = graph_of(ceremony(report, "a"), ceremony(report, "b", "the gala", "gala"))
    assert len(of_class(graph, CEREMONY)) == 2


def test_shared_country_and_noun_are_not_enough(report, graph_of):
    one, other = report("a"), report("b")
    for made, phrase in ((one, "the ceremony in Syria"), (other, "a ceremony in Syria")):
        made.tell(made.noun(phrase, "ceremony", CEREMONY, "Syria"), "began")
    assert len(of_class(graph_of(one, other), CEREMONY)) == 2


def test_the_event_alone_says_nothing_of_its_kind(report, graph_of):
    graph = graph_of(
        ceremony(report, "a", who=BOTH), ceremony(report, "b", "the event", "event", cls="kgo:Event", who=BOTH)
    )
    assert {e.cls for e in graph.events.values()} == {CEREMONY, "kgo:Event"}


@pytest.mark.parametrize("one", ["told", "denied", "planned", "doubted", "urged"])
@pytest.mark.parametrize("other", ["denied", "planned", "doubted", "urged"])
def test_what_is_denied_planned_or_doubted_is_never_what_is_told(one, other, report, graph_of, stances):
    roles = {"agent": ("North Korea", "Country", "north_korea"), "theme": ("Storm Corps", "Organization")}
    graph = graph_of(
        act(report, "a", DEPLOYMENT, roles=roles, **stances[one]),
        act(report, "b", DEPLOYMENT, roles=roles, **stances[other]),
    )
    open_ones = {"planned", "doubted", "urged"}
    together = one == other or {one, other} <= open_ones
    assert len(graph.report["events"]) == together
    assert all(e.asserted is False and not e.roles for e in graph.events.values() if one != "told")


def test_what_somebody_claims_may_be_what_another_tells(report, graph_of):
    roles = {"agent": ("North Korea", "Country", "north_korea"), "theme": ("Storm Corps", "Organization")}
    told = act(report, "a", DEPLOYMENT, roles=roles)
    claimed = report("b")
    nodes = {"agent": claimed.name("North Korea", "Country", "north_korea")}
    nodes["theme"] = claimed.name("Storm Corps", "Organization")
    claimed.tell(
        nodes["agent"], "send", nodes["theme"], event=DEPLOYMENT, roles=nodes, holder=claimed.name("Lee Seong-kweun"),
        asserted=False,
    )  # fmt: skip
    graph = graph_of(told, claimed)
    (event,) = of_class(graph, DEPLOYMENT)
    assert event.asserted
    assert {graph.statements[s].asserted for s in event.statements} == {True, False}


NORTH, SOUTH = ("North Korea", "Country", "north_korea"), ("South Korea", "Country", "south_korea")
CORPS, FLEET = ("Storm Corps", "Organization"), ("Pacific Fleet", "Organization")


@pytest.mark.parametrize("change, events", [
    ({}, 1),
    ({"agent": SOUTH}, 2),
    ({"theme": FLEET}, 2),
    ({"destination": ("Moscow", "City", "moscow")}, 2),
    ({"destination": ("Russia", "Country", "russia")}, 1),
    ({"destination": ("Kursk", "Region", "kursk_region")}, 1),
])  # fmt: skip
def test_other_agents_themes_and_places_keep_events_apart(change, events, report, graph_of):
    roles = {"agent": NORTH, "theme": CORPS, "destination": ("Kursk", "Region", "kursk_region")}
    graph = graph_of(act(report, "a", DEPLOYMENT, roles=roles), act(report, "b", DEPLOYMENT, roles={**roles, **change}))
    assert len(of_class(graph, DEPLOYMENT)) == events


@pytest.mark.parametrize("one, other, events", [
    ((600, "="), (600, "="), 1), ((600, "="), (610, "="), 2), ((600, "="), (610, "~"), 1),
    ((1000, ">"), (4700, "="), 1), ((1000, ">"), (600, "="), 2), ((1000, "<"), (600, "="), 1),
])  # fmt: skip
def test_numbers_that_contradict_keep_events_apart(one, other, events, report, graph_of, count):
    quantities = [count(value, "soldiers", comparator) for value, comparator in (one, other)]
    graph = graph_of(*(
        act(report, name, KILLING, "kill", roles={"agent": CORPS, "patient": FLEET}, quantity=quantity)
        for name, quantity in zip("ab", quantities, strict=True)
    ))  # fmt: skip
    assert len(of_class(graph, KILLING)) == events


def test_numbers_of_strikes_keep_reports_of_two_days_apart(report, graph_of):
    one, other = (
        ceremony(report, name, f"{count} strikes", "strikes", who=BOTH, cls="kgo:Attack")
        for name, count in (("a", "34"), ("b", "31"))
    )
    assert len(of_class(graph_of(one, other), "kgo:Attack")) == 2


def test_two_noun_phrases_that_an_article_tells_apart_are_not_joined_by_another_article(report, graph_of):
    both = report("a")
    for phrase in ("the ceremony", "a ceremony"):
        both.tell(both.name("Kim Jong Un"), "attended", both.noun(phrase, "ceremony", CEREMONY))
    graph = graph_of(both, ceremony(report, "b"))
    assert len(of_class(graph, CEREMONY)) == 2


def test_treaty_between_the_same_countries_is_one_under_two_names(report, graph_of):
    one, other = report("a"), report("b", published=date(2025, 7, 2))
    for made, phrase, head in (
        (one, "a partnership treaty between North Korea and Russia", "treaty"),
        (other, "the military pact of North Korea and Russia", "pact"),
    ):
        made.tell(made.name("Kim Jong Un"), "praised", made.noun(phrase, head, "kgo:Treaty", "North Korea", "Russia"))
    treaties = [e for e in graph_of(one, other).entities.values() if e.cls == "kgo:Treaty"]
    assert [t.aliases for t in treaties] == [("pact", "treaty")]


def signing(report, name, *, role, cls="kgo:AgreementSigning", noun=("a treaty", "treaty", "kgo:Treaty"), verb="sign"):
    """A report that tells twice, in a sentence each, of what has the same treaty in a role."""
    made = report(name)
    thing = made.noun(*noun)
    for who in ("Storm Corps", "Pacific Fleet"):
        made.tell(made.name(who, "Organization"), verb, thing, event=cls, roles={role: thing})
    return made


def test_treaty_is_signed_once(report, graph_of):
    graph = graph_of(signing(report, "a", role="theme"))
    assert len(of_class(graph, "kgo:AgreementSigning")) == 1


def test_many_are_killed_in_one_war(report, graph_of):
    war = ("the war", "war", "kgo:Conflict")
    reports = [signing(report, name, role="location", cls=KILLING, noun=war, verb="die") for name in "ab"]
    graph = graph_of(*reports)
    assert len(of_class(graph, KILLING)) == 2
    assert [reason["one"][1] for reason in graph.report["events"]] == ["chain"], "the war alone is one"


def test_country_meets_the_person_who_acts_for_it(report, graph_of):
    one = act(report, "a", "kgo:AgreementSigning", "sign", roles={"agent": ("Kim Jong Un",), "counterparty": CORPS})
    one.tell(one.name("Kim Jong Un"), "is", _office(one), relation="kgo:holdsOffice")
    other = act(report, "b", "kgo:AgreementSigning", "sign", roles={"agent": NORTH, "counterparty": CORPS})
    assert len(of_class(graph_of(one, other), "kgo:AgreementSigning")) == 1


def _office(made):
    country = made.name("North Korea", "Country", "north_korea")
    return Node(f"{country.id}/leader", "leader")


def story(report):
    """Five articles of three events."""
    return [
        ceremony(report, "a", who=BOTH),
        ceremony(report, "b", "the ceremony in tears"),
        ceremony(report, "c", "the second ceremony", who=BOTH),
        act(report, "d", DEPLOYMENT, roles={"agent": NORTH, "theme": CORPS}),
        act(report, "e", DEPLOYMENT, roles={"agent": NORTH, "theme": CORPS}, verb="deploy"),
    ]


@pytest.mark.parametrize("seed", range(8))
def test_order_of_articles_leaves_no_trace(seed, report, graph_of, tmp_path):
    reports = story(report)
    tables.write(graph_of(*reports), tmp_path / "first")
    Random(seed).shuffle(reports)
    tables.write(graph_of(*reports), tmp_path / "second")
    for file in sorted((tmp_path / "first").iterdir()):
        assert file.read_bytes() == (tmp_path / "second" / file.name).read_bytes()


def test_new_article_leaves_the_ids_of_events_as_they_were(report, graph_of):
    before = {e.id for e in graph_of(*story(report)).events.values()}
    # Its name sorts first, and it tells both of a known event and of a new one.
    late = ceremony(report, "0", who=BOTH, published=date(2025, 7, 2))
    late.tell(late.name("Kim Jong Un"), "met", late.name("Vladimir Putin"), event="kgo:Meeting")
    after = graph_of(*story(report), late).events
    assert before < set(after) and len(after) == len(before) + 1


def test_finer_class_told_later_gives_the_class_and_not_the_id(report, graph_of):
    one, other = (
        ceremony(report, name, phrase, phrase.split()[-1], who=BOTH, cls=cls)
        for name, phrase, cls in (("a", "the attack", "kgo:Attack"), ("b", "the invasion", "kgo:Invasion"))
    )
    (alone,) = graph_of(one).events
    (event,) = graph_of(one, other).events.values()
    assert (event.id, event.cls) == (alone, "kgo:Invasion")


@pytest.mark.parametrize("same", [True, False], ids=["one event", "a new event each day"])
def test_name_in_every_article_costs_no_square(same, report, graph_of, day, monkeypatch):
    """Comparisons grow with the articles, counted and not timed."""
    counts = []
    for number in (100, 200, 400):
        compared = _count_comparisons(monkeypatch)
        reports = [
            ceremony(report, f"{n:04}", who=BOTH, time=day(str(date.fromordinal(date(2020, 1, 1).toordinal() + n))))
            if not same else ceremony(report, f"{n:04}", who=BOTH)
            for n in range(number)
        ]  # fmt: skip
        graph = graph_of(*reports, rules=False)
        assert len(of_class(graph, CEREMONY)) == (1 if same else number)
        counts.append(len(compared))
    assert counts[2] < 2.5 * counts[1] < 7 * counts[0]


def _count_comparisons(monkeypatch):
    compared = []
    monkeypatch.setattr(clustering, "is_possible", _counting(clustering.is_possible, compared))
    return compared


def _counting(function, calls):
    original = getattr(function, "__wrapped__", function)

    def counted(*arguments):
        calls.append(1)
        return original(*arguments)

    counted.__wrapped__ = original
    return counted
