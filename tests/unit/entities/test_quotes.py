"""What stands in quotation marks, and who is told to say it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities.marks import find_quotes
from kg.entities.quotes import Quotations, read_quotations
from kg.model import Document
from kg.ontology import load
from kg.parsing import Parse, load_model, parse


@cache
def parsed(text: str) -> Parse:
    return next(iter(parse([Document("row", text)], nlp=load_model())))


def quoted(text: str) -> list[str]:
    """The words of each quotation, marks left out."""
    found = parsed(text)
    openings = frozenset(i for i in range(1, len(found.doc)) if found.passage[i] != found.passage[i - 1])
    quotes = find_quotes(found.doc, openings)
    return [" ".join(t.text for t in found.doc[q.first : q.last + 1] if t.text[0].isalnum()) for q in quotes]


@pytest.mark.parametrize("text, wanted", [
    ('He said "we won the vote" and left.', ["we won the vote"]),
    ("He said “we won the vote” and left.", ["we won the vote"]),
    ("He said «we won the vote» and left.", ["we won the vote"]),
    ("He said, 'We won the vote.' They left.", ["We won the vote"]),
    ("‘We won,’ he said. ‘They lost.’", ["We won", "They lost"]),
    ("The dogs' owners and the cats' owners met.", []),
    ("It was the summer of '69, he said, and rock 'n' roll.", []),
    ('The 15" screen and the 17" screen are new.', []),
    ('The "old" bridge and the "Better Idea" robot fell.', []),
    ('He read "The Winter of the Crown" in May.', []),
    ('"We won," he said.', ["We won"]),
    ('He said, "We won.', ["We won"]),
    ('He said, "We won.\n\n"They lost."', ["We won", "They lost"]),
    ('He said, "We won.\n\nThey lost the vote." He left.', ["We won", "They lost the vote"]),
    ('He said, "We won.\n\nThey lost the vote. "So what?" he asked.', ["We won", "So what"]),
    ("“We met Col. John “J.D.” Smith there,” he said.", ["We met Col. John J.D. Smith there"]),
    ("“We won, “he said. “They lost.”", ["We won", "They lost"]),
    ("“We won. “They lost,” he said.", ["We won", "They lost"]),
    ('He said," We won the vote".', ["We won the vote"]),
    ('"The group, named ""Army of the Sun"", fell."', []),
    ('Nothing here" is opened.', []),
])  # fmt: skip
def test_marks(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_mark_that_nothing_closes_for_long_opens_nothing() -> None:
    assert quoted('He said "' + "word " * 500) == []


@pytest.mark.parametrize("text, word, speaker", [
    ('"We won," Angela Merkel said.', "won", "Merkel"),
    ('"We won," said Angela Merkel. "They lost."', "lost", "Merkel"),
    ('Angela Merkel said: "We won."', "won", "Merkel"),
    ('Angela Merkel, who said "we won the vote", left.', "won", "Merkel"),
    ('"We won," Reuters quoted Angela Merkel as saying.', "won", "Merkel"),
    ('"We won." Emmanuel Macron said, "They lost."', "lost", "Macron"),
    ('"We won," Angela Merkel said.\n\n"They lost," Emmanuel Macron said.', "won", "Merkel"),
    ('"We won the vote."', "won", ""),
    ('Nobody said "we won the vote".', "won", ""),
    ("We won the vote, Angela Merkel said.", "won", ""),
    ('"We won the vote.\n\n"Nobody helped us.\n\n"They lost," Angela Merkel said.', "won", "Merkel"),
    ('"We won the vote." - Angela Merkel', "won", "Merkel"),
    ('"We won the vote." In May the sun shone.', "won", ""),
    ("Angela Merkel: We won.", "won", "Merkel"),
    ("Prices: We won.", "won", ""),
])  # fmt: skip
def test_speakers(text: str, word: str, speaker: str) -> None:
    found = parsed(text)
    quotations = read_quotations(found, load())
    report = quotations.speaker(next(t for t in found.doc if t.text == word))
    assert (found.doc[report.speaker].text if report is not None else "") == speaker


@pytest.mark.parametrize("text, one, other, same", [
    ('Angela Merkel left in a letter to the board stating, "I sent the plan."', "I", "Angela Merkel", True),
    ('Angela Merkel left in a letter to the board stating, "I sent the plan."', "I", "board", False),
    ('"We need no ships," Detik.com quoted Angela Merkel as saying.', "We", "Detik.com", False),
    ('Emmanuel Macron, a painter, saw Angela Merkel. He said, "Macron was great."', "He", "Emmanuel Macron", False),
    ('Angela Merkel released a statement:\n\n"I am sad.\n\n"I lost a friend."', "I", "Angela Merkel", True),
    ('"We won the case," said Apple. "Our lawyers worked."', "Our", "Apple", True),
])  # fmt: skip
def test_first_persons_and_who_speaks(chains_of, text: str, one: str, other: str, same: bool) -> None:
    texts = [{m.anchor.text for m in chain.mentions} for chain in chains_of(text)]
    assert any(one in t and other in t for t in texts) is same


def test_reading_an_empty_document() -> None:
    assert Quotations(load_model()(""), lambda lemma: True).quotes == []


PIECES = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "``",
    " ",
    "\n\n",
    ".",
    ",",
    ":",
    "-",
    "the mayor said",
    "We won it",
    "Angela Merkel",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_marks_are_read_as_spans_in_order(pieces: list[str]) -> None:
    found = parsed("".join(pieces))
    quotes = read_quotations(found, load()).quotes
    assert all(one.last < other.first for one, other in pairwise(quotes))
    assert all(found.passage[q.first] == found.passage[q.last] for q in quotes)
