"""What the parser is given for a heading and for the opening of a sentence."""

# ruff: noqa: E501  (a row is a heading and a body)
from __future__ import annotations

from array import array

import pytest

from kg.reading.passages import Passage
from kg.reading.truecase import sentence_case

# heading, body, heading and body as they are parsed
ROWS = [
    ("Kim Mourns Soldiers Killed", "Kim was mourning soldiers.", "Kim mourns soldiers Killed", "Kim was mourning soldiers."),
    ("Makers Like Windows 7 Better", "Many like Windows 7 with windows.", "Makers like Windows 7 Better", "Many like Windows 7 with windows."),
    ("Makers Like Windows 7 Better", "Many like seven windows.", "Makers like windows 7 Better", "Many like seven windows."),
    ("", "Near Ar Raqqah, 12 strikes hit. Near Palmyra, one hit.", "", "near Ar Raqqah, 12 strikes hit. near Palmyra, one hit."),
    ("", "• Outside Mosul, a strike hit.", "", "• outside Mosul, a strike hit."),
    ("", "Near East talks, he said, failed.", "", "Near East talks, he said, failed."),
    ("", "Near misses, he said, are rare.", "", "Near misses, he said, are rare."),
    ("", "He met Near Palmyra, a unit.", "", "He met Near Palmyra, a unit."),
    ("", "Near Palmyra a strike hit.", "", "Near Palmyra a strike hit."),
]  # fmt: skip


@pytest.mark.parametrize("heading, body, small, parsed", ROWS)
def test_words_get_the_case_of_a_sentence(heading: str, body: str, small: str, parsed: str) -> None:
    passages = [Passage(heading, array("l"), heading=True), Passage(body, array("l"))]
    assert sentence_case(passages) == [small, parsed]
