"""Work grows with the text and no faster, and where nothing is said nothing is told.

Work is counted in calls, not in seconds: the same on any machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from kg.model import Document
from kg.ontology import load
from kg.parsing import Parse, load_model, parse
from kg.statements.extraction import extract_statements
from kg.statements.tuples import Sentence, parse_lines, render_full, render_minimal

SHORT, LONG = 250, 1000
"""Tokens: four times as many may cost eight times the calls, where the square would cost sixteen times."""

LENGTH = 2000
"""Tokens of the longest sentence that is read."""

SHAPES = {
    "names in a list": "Berlin, Paris, Rome, Madrid, ",
    "coordinated verbs": "he came and saw and won and left and ",
    "relative clauses": "the man who saw the dog that bit the cat which ate ",
    "complements": "she said that he thought that they knew that ",
    "of phrases": "the head of the board of the bank of the city of ",
    "ellipsis": "Rome signed it , as did Paris , and so did Oslo , but Bonn did not , ",
    "left out verbs": "Rome built a bridge , Paris a road , and Oslo a dam , ",
    "quotations": '" We left , " he said , and she said : " They came . " ',
    "nested quotes": 'He said: "She told us: "They said: " ',
    "figures": "12 3.4 1,000 56 % ",
    "dates": "on 3 May 2024 and in June of last year , ",
    "table": "| 12 | Ankara | 3.5 | - | ",
    "emoji": "😀 🚀 ",
    "markup": '<div class="a"><p>text</p></div> ',
}

EMPTY = {
    "marks of quotation": '" ',
    "emoji": "😀 🚀 ",
    "figures": "12 3.4 1,000 56 ",
    "table": "| 12 | 3.5 | - | ",
    "markup": "<br/> <hr/> ",
    "no verb": "the old red house , ",
    "dashes": "- ",
}
"""What says nothing, however long it is."""


def line(piece: str, size: int) -> Parse:
    """A line of about `size` tokens, read as one sentence."""
    nlp = load_model()
    text = (piece * (size // len(nlp.make_doc(piece)))).strip()
    return next(parse_lines([text], nlp=nlp))


def read_whole(parsed: Parse) -> None:
    extract_statements(parsed, load())
    sentence = Sentence(parsed)
    render_full(sentence)
    render_minimal(sentence)


def calls(work: Callable[[], None]) -> int:
    """How many functions `work` calls, those of C included."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("piece", SHAPES.values(), ids=SHAPES)
def test_a_longer_sentence_costs_in_proportion(piece: str) -> None:
    short, long = line(piece, SHORT), line(piece, LONG)
    each = [calls(lambda p=parsed: read_whole(p)) / len(parsed.doc) for parsed in (short, long)]
    assert each[1] <= 2 * each[0]


@pytest.mark.parametrize("piece", EMPTY.values(), ids=EMPTY)
def test_where_nothing_is_said_nothing_is_told(piece: str) -> None:
    parsed = line(piece, LENGTH)
    assert extract_statements(parsed, load()).drafts == ()


@pytest.mark.parametrize("piece", [*SHAPES.values(), *EMPTY.values()], ids=[*SHAPES, *(f"empty {n}" for n in EMPTY)])
def test_any_shape_is_read_as_a_document(piece: str) -> None:
    [parsed] = parse([Document("long", piece * (LENGTH // len(piece.split())))], nlp=load_model())
    extract_statements(parsed, load())
