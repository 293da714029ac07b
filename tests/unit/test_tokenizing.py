"""What is one token, though spaCy would cut it, and what it goes on cutting."""

from __future__ import annotations

import pytest

from kg.parsing import load_model, parse
from kg.reading import read_text

ROWS = [
    ("the 3G phone", ["the", "3G", "phone"]),
    ("a 30g egg", ["a", "30", "g", "egg"]),
    ("Angela Merkel(Korean: Yi)", ["Angela", "Merkel", "(", "Korean", ":", "Yi", ")"]),
    ("the official(s)", ["the", "official(s", ")"]),
    ("a co-founder", ["a", "co-founder"]),
    ("a take-off", ["a", "take-off"]),
    ("Saudi-led", ["Saudi", "-", "led"]),
    ("J. Smith", ["J.", "Smith"]),
    ("Lt. Gen. Smith", ["Lt.", "Gen.", "Smith"]),
]


@pytest.mark.parametrize("text, words", ROWS)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert [token.text for token in load_model().make_doc(text)] == words


SENTENCES = [
    ("The quake hit at 2:14 a.m. local time and was felt in Lima.", 1),
    ("It is led by Brig. Gen. Smith, and Col. Jones will speak.", 1),
    ("Sales of Smith Inc. rose sharply in May.", 1),
    ("He posted it on X. Videos showed the fire.", 2),
    ("He posted it on the social platform X. The fire spread.", 2),
    ("A woman named as Mia X., who is 30, left.", 1),
    ("He met X. Y. Chen.", 1),
    ("The shop opened at 9 a.m. People came.", 2),
    ("He gave it to the general. Smith left.", 2),
]


@pytest.mark.parametrize("text, count", SENTENCES)
def test_a_stop_that_ends_no_sentence(text: str, count: int) -> None:
    assert len(list(load_model()(text).sents)) == count


LEMMAS = [
    ("The court fined the bank.", "fine"),
    ("The union staged a walkout.", "stage"),
    ("The pilot planned a trip.", "plan"),
    ("The police tapped a phone.", "tap"),
    ("The blaze gutted a hotel.", "gut"),
    ("The officer added a word.", "add"),
    ("The officer redrawing maps left.", "redraw"),
    ("The firm ringfencing money left.", "ringfence"),
    ("The officer tasering him left.", "taser"),
    ("Firms were repurposing mines.", "repurpose"),
    ("The officer doxing voters left.", "dox"),
    ("The council rebuilding roads won.", "rebuild"),
]


@pytest.mark.parametrize("text, lemma", LEMMAS)
def test_short_verbs_have_their_lemma(text: str, lemma: str) -> None:
    found = next(iter(parse([read_text(text)], nlp=load_model())))
    assert found.doc[2].lemma_ == lemma
