"""What is one token, though spaCy would cut it, and what it goes on cutting."""

from __future__ import annotations

import pytest

from kg.parsing import load_model

ROWS = [
    ("the 3G phone", ["the", "3G", "phone"]),
    ("a 30g egg", ["a", "30", "g", "egg"]),
    ("Angela Merkel(Korean: Yi)", ["Angela", "Merkel", "(", "Korean", ":", "Yi", ")"]),
    ("the official(s)", ["the", "official(s", ")"]),
    ("a co-founder", ["a", "co-founder"]),
    ("a take-off", ["a", "take-off"]),
    ("Saudi-led", ["Saudi", "-", "led"]),
]


@pytest.mark.parametrize("text, words", ROWS)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert [token.text for token in load_model().make_doc(text)] == words
