"""What the page is told of sources that agree or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.views.page.content import page_content
from tests.samples import sample_graph


def matters(*, claims):
    return page_content(sample_graph(), [], claims=claims)["matters"]


def test_a_matter_names_its_statements_and_how_they_differ():
    (differing,) = [matter for matter in matters(claims=True) if matter["verdict"] == "differ"]
    assert differing["differences"] == ["certainty"]
    assert {*differing["statements"]} <= sample_graph().statements.keys()
    assert (differing["sources"], len(differing["statements"])) == (2, 2)


@pytest.mark.parametrize("claims", [True, False])
def test_every_statement_of_a_matter_is_on_the_page(claims):
    content = page_content(sample_graph(), [], claims=claims)
    shown = {statement["id"] for statement in content["statements"]}
    assert {each for matter in content["matters"] for each in matter["statements"]} <= shown


def test_one_voice_is_no_matter():
    graph = sample_graph()
    for key, statement in list(graph.statements.items()):
        graph.statements[key] = replace(statement, holders=(), evidence=statement.evidence[:1])
    graph.remove("2-ministry")
    assert page_content(graph, [])["matters"] == []
