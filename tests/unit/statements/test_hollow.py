"""Clauses whose content stands elsewhere or is lost: what is told of them, and what is not."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import drafts, missing


@pytest.mark.parametrize("text, wanted", [
    # a light verb and a noun with a clause of its own
    ("Kenya has plans to build a railway.", ["! * Kenya | kgr:have | plans", "Kenya | ? | railway"]),
    ("The ministry has the ability to defend the port.", ["! ministry | kgr:have | ability", "ministry | ? | port"]),
    ("Kenya has a railway.", ["* Kenya | kgr:have | railway"]),
    # another verb tells what the noun is about
    ("The general stressed the need to train pilots.", ["* general | kgr:stress | ..."]),
    ("The cause was the fact that the valve failed.", ["* cause | kgr:be | ...", "! cause | kgr:be | fact"]),
    # a thing of its own stays the object
    ("Oman signed a contract to supply gas.", ["* Oman | kgo:signed | contract"]),
    ("The visit strengthened efforts to end the war.", ["* visit | kgr:strengthen | efforts"]),
    # adjectives that only say how their infinitive is meant
    ("The bank is willing to lend the money.", ["! bank | kgr:be | willing"]),
    ("The bank is unsafe.", ["* bank | kgr:be | unsafe"]),
    # "critical to" tells what a thing is good for; "it is critical to" what ought to be
    ("The bridge is critical to supply the town.", ["* bridge | kgr:be | ?", "! * bridge | kgr:supply | ?"]),
    ("It is critical that the bridge hold.", ["! ? | kgr:be | ?", "! * ? | kgr:hold | ?"]),
    # that somebody spoke
    ("Angela Merkel said in a statement, “We need the vote.”", ["! ? | kgr:say_in | ?"]),
    ("Angela Merkel complained about the noise.", ["* Angela Merkel | kgr:complain_about | noise"]),
    ("The fighting continued.", ["* fighting | kgr:continue | -"]),
    # nobody "supports" nobody; one can leave, and be supported
    ("The Coalition supports and trains.", ["! ? | kgr:support | -", "! ? | kgr:train | -"]),
    ("The ambassador left.", ["* ambassador | kgr:leave | -"]),
    ("The rebels are supported.", ["* rebels | kgr:be_supported | -"]),
    # subjects that name nobody
    ("Some had difficulty.", ["! ? | ? | difficulty"]),
    ("Some of the pilots had doubts.", ["* Some of the pilots | kgr:have | doubts"]),
    ("Most were engineers.", ["! ? | kgr:be | ?"]),
    # what is done names itself with its object
    ("Improving air safety is a priority.", ["* Improving air safety | kgr:be | priority"]),
    ("The shop accounts for 70% of the sales.", ["* shop | kgr:account_for | 70% of the sales"]),
])  # fmt: skip
def test_a_clause_without_content_is_not_told(text: str, wanted: list[str]) -> None:
    assert not missing(text, wanted)


def test_a_gerund_is_labelled_with_its_object() -> None:
    labels = {draft.statement.subject.label for draft in drafts("Improving air safety is a priority.")}
    assert labels == {"Improving air safety"}


@pytest.mark.parametrize("text, wanted", [
    ("Peru released the prisoner, the papers and the keys.", ["* Peru | kgo:released | prisoner | class=kgo:Rescue"]),
    ("Peru released the papers, the keys and the prisoner.", ["! ? | ? | ? | class=kgo:Rescue"]),
    ("Nokia uses its name and logo in Chile.", ["* Nokia | kgo:uses | logo"]),
])  # fmt: skip
def test_the_first_or_most_of_what_is_coordinated_tell_the_sense(text: str, wanted: list[str]) -> None:
    assert not missing(text, wanted)


@pytest.mark.parametrize("text, event, roles", [
    ("The singer's arrest in Minsk surprised Poland.", "arrest", {"kgo:patient": "singer", "kgo:location": "Minsk"}),
    ("The singer's arrest by police surprised Poland.", "arrest", {"kgo:patient": "singer", "kgo:agent": "police"}),
    ("Iran's killing of the singer surprised Poland.", "killing", {"kgo:patient": "singer", "kgo:agent": "Iran"}),
    ("The plane crashed into the North Sea.", "plane", {"kgo:theme": "plane", "kgo:location": "North Sea"}),
])  # fmt: skip
def test_a_possessor_undergoes_what_nothing_else_does(text: str, event: str, roles: dict[str, str]) -> None:
    told = [d.event for d in drafts(text) if d.event is not None and event in d.statement.subject.label]
    assert told
    assert {role: node.label for role, node in told[0].roles} == roles


@pytest.mark.parametrize("text, wanted", [
    ("Airbus builds what engineers call a jumbo.", ["! ? | kgr:call | ?"]),
    ("Engineers call the plane a jumbo.", ["* Engineers | kgr:call | plane"]),
])  # fmt: skip
def test_an_object_that_names_nothing_is_none(text: str, wanted: list[str]) -> None:
    assert not missing(text, wanted)
