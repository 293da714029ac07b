"""What a scene knows of each token of a sentence: node, class, date, number."""

from __future__ import annotations

from functools import cache

import pytest

from kg.clauses.repairs import repair
from kg.entities.coreference import find_chains
from kg.mentions import find_mentions
from kg.model import Document, Node
from kg.ontology import load
from kg.parsing import load_model, parse
from kg.statements.extraction import find_lexicon
from kg.statements.knowledge import prepare
from kg.statements.scene import Scene
from tests.unit.statements.drafted import PUBLISHED


@cache
def scene(text: str) -> Scene:
    knowledge = prepare(load())
    parsed = next(parse([Document("row", text, published=PUBLISHED)], nlp=load_model()))
    mentions = find_mentions(parsed, knowledge.ontology)
    repair(parsed.doc, find_lexicon(mentions, knowledge))
    return Scene(parsed, mentions, find_chains(parsed, mentions, knowledge.ontology), knowledge)


def at(text: str, word: str) -> int:
    return next(t.i for t in scene(text).doc if t.text == word)


SIGNED = "Egypt, which hosted the summit in March, signed the treaty on Monday."
SENTENCED = "Aung San Suu Kyi was sentenced to four years in prison on Monday."
SENT = "France sent 300 soldiers to Mali. It withdrew them in 2022."


@pytest.mark.parametrize("text, owner, wanted", [
    (SIGNED, "hosted", "2025-03"),
    (SIGNED, "signed", "2025-05-12"),
    (SIGNED, "treaty", None),
    (SENT, "sent", None),
    (SENT, "withdrew", "2022"),
])  # fmt: skip
def test_a_time_belongs_to_its_clause(text: str, owner: str, wanted: str | None) -> None:
    found = scene(text).time(at(text, owner), future=False)
    assert (found[0].value if found else None) == wanted


@pytest.mark.parametrize("text, word, wanted", [
    (SIGNED, "Monday", True), (SIGNED, "March", True), (SIGNED, "treaty", False), (SENTENCED, "Monday", True),
    (SENTENCED, "years", False), (SENT, "2022", True), (SENT, "300", False),
])  # fmt: skip
def test_a_date_is_no_length(text: str, word: str, wanted: bool) -> None:
    assert scene(text).is_date(at(text, word)) is wanted


@pytest.mark.parametrize("word, label, cls", [
    ("France", "France", "kgo:Country"), ("It", "France", "kgo:Country"), ("Mali", "Mali", "kgo:Country"),
    ("soldiers", "300 soldiers", "kgo:MilitaryUnit"),
])  # fmt: skip
def test_a_token_stands_for_a_node(word: str, label: str, cls: str) -> None:
    found = scene(SENT)
    node = found.node(at(SENT, word))
    assert isinstance(node, Node) and node.label == label
    assert found.accepts(at(SENT, word), (cls,)) and not found.accepts(at(SENT, word), ("kgo:Document",))


@pytest.mark.parametrize("word, wanted", [("soldiers", 300), ("Mali", None)])
def test_a_noun_is_counted(word: str, wanted: float | None) -> None:
    found = scene(SENT).quantity(at(SENT, word))
    assert (found[0].value if found else None) == wanted


@pytest.mark.parametrize(
    "text, word, wanted", [("Rome — the city — burned.", "—", False), ("Rome burned.", "Rome", True)]
)
def test_a_dash_is_no_word(text: str, word: str, wanted: bool) -> None:
    assert scene(text).is_worded(at(text, word)) is wanted
