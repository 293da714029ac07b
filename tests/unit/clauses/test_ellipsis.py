"""Auxiliaries, conjunctions and commas that stand for a verb, on parses made by hand."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest

from kg.clauses import RULES, find_clauses
from kg.clauses.fragments import restore_verbs
from kg.clauses.lexicon import Lexicon
from kg.clauses.repairs import repair
from kg.clauses.syntax import left_out
from tests.unit.clauses.parsed import parsed, told

SIGNED = "Italy/NNP/nsubj/1 signed=sign/VBD/ROOT/1 the/DT/det/3 treaty/NN/dobj/1 ,/,/punct/1 "
VOTED = "Rome/NNP/nsubj/1 voted=vote/VBD/ROOT/1 for/IN/prep/1 it/PRP/pobj/2 ,/,/punct/1 but/CC/cc/1 "
CLOSED = "Ford/NNP/nsubj/1 closed=close/VBD/ROOT/1 a/DT/det/3 plant/NN/dobj/1 "

ROWS: list[tuple[str, str]] = [
    (
        SIGNED + "as/IN/mark/6 did=do/VBD/advcl/1 Japan/NNP/nsubj/6",
        "adverbial | Japan (own) | signed | object: treaty | below signed | by as",
    ),
    (
        SIGNED.replace("the/DT", "a/DT") + "as/IN/mark/6 did=do/VBD/advcl/1 Japan/NNP/nsubj/6",
        "",
    ),
    (
        SIGNED + "but/CC/cc/1 Peru/NNP/nsubj/7 did=do/VBD/conj/1 not/RB/neg/7",
        "finite | Peru (own) | did not signed | object: treaty",
    ),
    (
        VOTED + "Oslo/NNP/nsubj/7 has=have/VBZ/conj/1 not/RB/neg/7",
        "finite | Oslo (own) | has not voted | prepositional: for it",
    ),
    (
        "Washington/NNP/nsubj/3 did=do/VBD/aux/3 not/RB/neg/3 sign/VB/ROOT/3 it/PRP/dobj/3 ,/,/punct/3 nor/CC/cc/3 did=do/VBD/conj/3 Moscow/NNP/dobj/7",
        "finite | Moscow (own) | nor did sign | object: it",
    ),
    (
        "The/DT/det/1 bridge/NN/nsubjpass/3 was=be/VBD/auxpass/3 destroyed=destroy/VBN/ROOT/3 ,/,/punct/3 as/IN/mark/6 were=be/VBD/advcl/3 houses/NNS/nsubj/6",
        "adverbial | houses (own) | were destroyed | passive | below destroyed | by as",
    ),
    (
        CLOSED + "and/CC/cc/3 Fiat/NNP/conj/3 a/DT/det/7 factory/NN/dobj/1",
        "finite | Fiat (own) | closed | object: factory",
    ),
    (
        CLOSED + "and/CC/cc/3 Fiat/NNP/conj/3 the/DT/det/7 factory/NN/dobj/1",
        "",
    ),
    (
        CLOSED + ",/,/punct/1 Fiat/NNP/appos/3 a/DT/det/7 factory/NN/appos/5 in/IN/prep/7 Rome/NNP/pobj/8 ././punct/1",
        "finite | Fiat (own) | closed | object: factory",
    ),
]


@pytest.mark.parametrize("text, wanted", ROWS)
def test_a_clause_is_told_with_the_verb_that_is_meant(text: str, wanted: str) -> None:
    doc = parsed(text)
    restore_verbs(doc)
    repair(doc, Lexicon())
    found = [told(doc, clause) for clause in find_clauses(doc) if clause.repeats is not None]
    assert found == ([wanted] if wanted else [])


@pytest.mark.parametrize("text", [text for text, wanted in ROWS if wanted])
def test_what_stands_for_a_verb_can_be_left_out(text: str) -> None:
    doc = parsed(text)
    restore_verbs(doc)
    repair(doc, Lexicon())
    without = find_clauses(doc, RULES - {"ellipsis"})
    assert [c for c in find_clauses(doc) if c.repeats is None] == without
    assert any(left_out(token) is not None for token in doc)


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_restoring_keeps_a_tree_and_stays(text: str) -> None:
    doc = parsed(text)
    restore_verbs(doc)
    repair(doc, Lexicon())
    once = [(t.head.i, t.dep_, t.lemma_) for t in doc]
    assert [t.i for t in doc if t.head.i == t.i] == [s.root.i for s in doc.sents]
    restore_verbs(doc)
    repair(doc, Lexicon())
    assert [(t.head.i, t.dep_, t.lemma_) for t in doc] == once
