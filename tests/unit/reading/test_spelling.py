"""Slips of the pen: what the parser reads instead, and where each character of it stands."""

from __future__ import annotations

from array import array

import pytest

from kg.reading.passages import Passage
from kg.reading.spelling import mend_spelling

ROWS = [
    ("They spoke of it's long tail.", "They spoke of its long tail."),
    ("The yard is renewing it’s old cranes.", "The yard is renewing its old cranes."),
    ("The port has it's own police.", "The port has its own police."),
    ("They kept Acme ’ s name.", "They kept Acme’s name."),
    ("Now we ' re leaving.", "Now we're leaving."),
    ("He keeps saying it's late.", "He keeps saying it's late."),
    ("Of course it's over.", "Of course it's over."),
    ("They fear that by winning it's been spoiled.", "They fear that by winning it's been spoiled."),
    ("Something it's good at.", "Something it's good at."),
    ("The boys ' songs ended.", "The boys ' songs ended."),
]


@pytest.mark.parametrize("written, read", ROWS)
def test_slips_are_mended(written: str, read: str) -> None:
    (passage,) = mend_spelling([Passage(written, array("l", range(len(written))))])
    assert passage.text == read
    assert "".join(written[i] for i in passage.offsets) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Macy's reported a loss. Shares of Macy's fell.", "Macys reported a loss. Shares of Macys fell."),
        ("Kohl's is closing its stores.", "Kohls is closing its stores."),
        ("It was sold at Sotheby's in London.", "It was sold at Sothebys in London."),
        ("Lloyd's of London lost money.", "Lloyds of London lost money."),
        ("Brink’s has made no comment. A Brink’s van left.", "Brinks has made no comment. A Brinks van left."),
        ("They praised rivals Kohl's and J.C. Penney.", "They praised rivals Kohls and J.C. Penney."),
        ("Shoppers left Bloomingdale's.", "Shoppers left Bloomingdales."),
        ("Moody's cut its rating.", "Moodys cut its rating."),
        ("Peter's brother left. Peter's was the best result.", "Peter's brother left. Peter's was the best result."),
        ("France's was weaker than Germany's.", "France's was weaker than Germany's."),
        ("Macy's said so, and Rowland Macy left.", "Macy's said so, and Rowland Macy left."),
        ("Toyota's reported loss grew.", "Toyota's reported loss grew."),
        ("It's late. That's what he said.", "It's late. That's what he said."),
        ("A friend of Peter's left.", "A friend of Peter's left."),
        ("Trump's said to be angry.", "Trump's said to be angry."),
    ],
)
def test_a_clitic_of_its_own_stays_in_a_name(written: str, read: str) -> None:
    (passage,) = mend_spelling([Passage(written, array("l", range(len(written))))])
    assert passage.text == read


def test_a_name_without_its_clitic_elsewhere_has_none() -> None:
    texts = ["Kohl's has won.", "Helmut Kohl left."]
    passages = mend_spelling([Passage(text, array("l", range(len(text)))) for text in texts])
    assert [passage.text for passage in passages] == texts


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("In the meantime residents dug.", "In the meantime, residents dug."),
        ("They left. At the moment doctors are busy.", "They left. At the moment, doctors are busy."),
        ("At the moment of death he smiled.", "At the moment of death he smiled."),
        ("In the meantime, residents dug.", "In the meantime, residents dug."),
        ("They stayed in the meantime because of rain.", "They stayed in the meantime because of rain."),
    ],
)
def test_an_adverb_that_opens_a_sentence_is_parted_from_the_subject(written: str, read: str) -> None:
    (passage,) = mend_spelling([Passage(written, array("l", range(len(written))))])
    assert passage.text == read
    assert "".join(written[i] for i in passage.offsets).replace("  ", ", ") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("LAGOS, Nigeria - Gunmen fled.", "LAGOS, Nigeria . Gunmen fled."),
        ("NAIROBI, Kenya (AP) — Twelve men died.", "NAIROBI, Kenya (AP) . Twelve men died."),
        ("PARIS, July 3 (Reuters) - Two died.", "PARIS, July 3 (Reuters) . Two died."),
        ("NEW DELHI – Flights were grounded.", "NEW DELHI . Flights were grounded."),
        ("OUAGADOUGOU, Burkina Faso: Soldiers died.", "OUAGADOUGOU, Burkina Faso. Soldiers died."),
        ("Kyiv, Ukraine – Ihor went home.", "Kyiv, Ukraine . Ihor went home."),
        ("London (CNN) — Police left.", "London (CNN) . Police left."),
        ("TRUMP: We will win.", "TRUMP: We will win."),
        ("Apple - It lost money.", "Apple - It lost money."),
        ("Jane Roe, who left – Ann stayed – sued.", "Jane Roe, who left – Ann stayed – sued."),
        ("The town - Lagos - fell.", "The town - Lagos - fell."),
        ("A - B is small.", "A - B is small."),
        ("NATO-led troops left.", "NATO-led troops left."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(written: str, read: str) -> None:
    (passage,) = mend_spelling([Passage(written, array("l", range(len(written))))])
    assert passage.text == read
