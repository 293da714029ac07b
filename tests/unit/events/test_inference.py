"""What follows from what: each rule of the ontology, whose evidence a conclusion has, where it ends."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kg.build import assemble
from kg.events import inference
from kg.model import Node
from kg.ontology import Rule, load

CONSTANTS = {
    "kgo:Person": ("Kim Jong Un", "Person"), "kgo:Ceremony": ("Victory Parade", "Event"),
    "kgo:Meeting": ("Yalta Conference", "Event"), "kgo:Conflict": ("Korean War", "Event"),
    "kgo:Agreement": ("Helsinki Accords", "Agreement"), "kgo:Country": ("North Korea", "Country", "north_korea"),
    "kgo:Region": ("Kursk", "Region", "kursk_region"), "kgo:City": ("Sudzha", "City"),
    "kgo:Organization": ("Storm Corps", "Organization"), "kgo:Deployment": ("Storm Deployment", "Event"),
    "kgo:Attack": ("Storm Strike", "Event"), "kgo:ArmedGroup": ("Storm Brigade", "Organization"),
    "kgo:ArmedForce": ("Northern Navy", "Organization"), "kgo:Actor": ("Storm Army", "Organization"),
    "kgo:Product": ("Storm Tank", "Product"),
}  # fmt: skip
"""A thing of each class that rules ask for."""


PEOPLE = ("Kim Jong Un", "Vladimir Putin", "Olga Lyubimova", "Sergei Shoigu")


def premises_told(report, rule, ontology, *, name="a", **facets):
    """A report that tells every premise of a rule of things made for it, and the things by variable."""
    made = report(name)
    classes = {one: cls for one, prop, cls in rule.premises if prop == "a"}
    event = next((one for one, prop, _ in rule.premises if prop == "kgo:purposePlace"), None)
    variables = dict.fromkeys(term for one, _, other in rule.premises for term in (one, other) if term[0] == "?")
    things = {}
    for number, variable in enumerate(v for v in variables if v != event):
        cls = classes.get(variable) or _cls_of(variable, rule, ontology)
        things[variable] = _thing(made, cls, number, is_post=variable == "?post", country=things.get("?country"))
    for one, prop, other in rule.premises:
        if prop == "a" or event in (one, other):
            continue
        if prop == "kgo:actedDuring":
            made.tell(things[one], "smile", arguments={"during": things[other]}, **facets)
        else:
            made.tell(things[one], prop.rpartition(":")[2].lower(), things[other], relation=prop, **facets)
    if event is not None:
        purpose = made.tell(things["?country"], "fight", things["?place"], asserted=False)
        made.tell(
            things["?country"], "send", event=classes[event], roles={"agent": things["?country"]}, purpose=purpose,
            aims=((things["?place"], purpose),), **facets,
        )  # fmt: skip
    return made


def _cls_of(variable, rule, ontology):
    for one, prop, other in rule.premises:
        found = ontology.properties.get(prop)
        for slot, classes in ((one, found.domain if found else ()), (other, found.range if found else ())):
            if slot == variable and classes:
                taken = {cls for _, prop, cls in rule.premises if prop == "a"}
                fitting = (c for c in CONSTANTS if any(ontology.is_a(c, allowed) for allowed in classes))
                return next((c for c in fitting if c not in taken), classes[0])
    return "kgo:Person"


def _thing(made, cls, number, *, is_post, country):
    if is_post:
        return Node(f"{made.name('North Korea', 'Country', 'north_korea').id}/leader", "leader")
    name, type_, *known = CONSTANTS[cls]
    if known:
        return made.name(name, type_, known[0])
    suffix = ("", " North", " South", " East", " West")[number]
    node = made.name(PEOPLE[number] if cls == "kgo:Person" else name + suffix, type_)
    made.chains[-1] = replace(made.chains[-1], cls=cls)
    return node


RULES = {rule.id: rule for rule in load().rules}


def inferred(graph, rule=None):
    found = [s for s in graph.statements.values() if s.inferred_by]
    return [s for s in found if rule is None or s.inferred_by == rule]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_concludes_from_its_premises_and_names_them(rule, report, ontology):
    only = replace(ontology, rules=(rule,))
    graph = assemble([premises_told(report, rule, ontology).extract()], ontology=only)
    found = inferred(graph, rule.id)
    assert found, [str(s) for s in graph.statements.values()]
    for conclusion in found:
        assert conclusion.relation.id == rule.conclusion[1] and conclusion.asserted
        assert conclusion.premises and set(conclusion.premises) <= graph.statements.keys()
        assert conclusion.confidence < min(graph.statements[p].confidence for p in conclusion.premises)
    assert graph.check() == []


@pytest.mark.parametrize("rule", [r for r in RULES.values() if "kgo:postIn" not in str(r.premises)], ids=lambda r: r.id)
@pytest.mark.parametrize("stance", ["denied", "planned", "doubted", "urged"])
def test_rule_concludes_nothing_from_what_is_not_asserted(rule, stance, report, ontology, stances):
    only = replace(ontology, rules=(rule,))
    told = premises_told(report, rule, ontology, **stances[stance])
    assert inferred(assemble([told.extract()], ontology=only)) == []


def test_rules_can_be_left_out(report, graph_of, ontology):
    told = premises_told(report, RULES["took-part-from-fighting"], ontology)
    assert inferred(graph_of(told)) and inferred(graph_of(told, rules=False)) == []


def test_what_a_text_says_itself_is_not_inferred(report, graph_of, ontology):
    told = premises_told(report, RULES["took-part-from-fighting"], ontology)
    (fought,) = told.drafts
    told.tell(fought.statement.subject, "join", fought.statement.object, relation="kgo:participatedIn")
    assert inferred(graph_of(told)) == []


def located(report, name, *pairs):
    """A report of what lies in what."""
    kinds = {"Sudzha": "Facility", "Kursk": "Region", "Russia": "Country"}
    made = report(name)
    nodes = {}
    for one, other in pairs:
        for place in (one, other):
            if place not in nodes:
                nodes[place] = made.name(place, kinds[place], "russia" if place == "Russia" else None)
        made.tell(nodes[one], "lie", nodes[other], relation="kgo:locatedIn")
    return made


STEPS = (("Sudzha", "Kursk"), ("Kursk", "Russia"))


def test_conclusion_has_its_passages_from_articles_that_tell_all_premises(report, graph_of):
    graph = graph_of(located(report, "a", STEPS[0]), located(report, "b", *STEPS), located(report, "c", STEPS[1]))
    (conclusion,) = inferred(graph)
    assert {e.document for e in conclusion.evidence} == {"b"}


def test_premises_of_two_articles_conclude_with_the_passage_of_the_first_premise(report, graph_of):
    graph = graph_of(located(report, "a", STEPS[0]), located(report, "b", STEPS[1]))
    (conclusion,) = inferred(graph)
    assert {e.document for e in conclusion.evidence} == {"a"} and len(conclusion.premises) == 2


def test_event_as_subject_of_a_conclusion_bears_its_label(report, ontology):
    only = replace(ontology, rules=(RULES["occurred-in-country"],))
    made = located(report, "a", STEPS[1])
    region = made.drafts[0].statement.subject
    made.tell(made.name("Storm Corps", "Organization"), "train", event="kgo:Training", roles={"location": region})
    graph = assemble([made.extract()], ontology=only)
    (event,) = graph.events.values()
    (conclusion,) = inferred(graph)
    assert conclusion.subject == Node(event.id, event.label, "Event") and event.label.startswith("training")


CHAIN = Rule("chain", "", (("?a", "kgr:know", "?b"), ("?b", "kgr:know", "?c")), ("?a", "kgr:know", "?c"))


def test_rule_that_feeds_itself_ends(report, ontology, monkeypatch):
    monkeypatch.setattr(inference, "LIMIT", 50)
    made = report("a")
    people = [made.name(f"Alexander {letter}ov") for letter in "ABCDEFGHIJKLMNOPQRST"]
    for one, other in pairwise(people):
        made.tell(one, "know", other)
    graph = assemble([made.extract()], ontology=replace(ontology, rules=(CHAIN,)))
    assert 18 < len(inferred(graph)) <= 50 and graph.check() == []
