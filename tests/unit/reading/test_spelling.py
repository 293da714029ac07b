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
