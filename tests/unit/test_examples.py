"""The ontology's own examples, and that a wrong one is told."""

# ruff: noqa: E501  (tables)
from __future__ import annotations

from dataclasses import replace

import pytest

from kg.examples import Failure, check_examples
from kg.ontology import Frame, Ontology, load
from kg.parsing import load_model

FRAME = next(frame for frame in load().frames if frame.id == "attack")


def small(*frames: Frame, **cues: dict[str, object]) -> Ontology:
    """The project's ontology with these frames and rows of cues alone, and no row of types."""
    told = {section: (row,) for section, row in cues.items()}
    return replace(load(), frames=frames, cues=told, typing=load().typing.with_hints([]))


def test_the_own_examples_are_read() -> None:
    assert check_examples(load(), nlp=load_model()) == []


@pytest.mark.parametrize("examples, counter_examples, expected, found", [
    ((("Israel bombed Damascus.", "Israel | kgo:attacked | Beirut"),), (), "Israel | kgo:attacked | Beirut", "Damascus"),
    ((("Israel bombed Damascus.", "Damascus | kgo:attacked | Israel"),), (), "Damascus | kgo:attacked | Israel", "Damascus"),
    ((("Peace came.", "Israel | kgo:attacked | Damascus"),), (), "Israel | kgo:attacked | Damascus", "come"),
    ((), ("Israel bombed Damascus.",), "to be left alone", "Israel | kgo:attacked | Damascus"),
])  # fmt: skip
def test_a_wrong_example_of_a_frame_is_told(
    examples: tuple[tuple[str, str], ...], counter_examples: tuple[str, ...], expected: str, found: str
) -> None:
    planted = replace(FRAME, examples=examples, counter_examples=counter_examples)
    (failure,) = check_examples(small(planted), nlp=load_model())
    assert (failure.file, failure.row, failure.expected) == ("frames.toml", "attack", expected)
    assert found in failure.found


@pytest.mark.parametrize("section", ["negator", "governor", "conjunction", "adverb"])
@pytest.mark.parametrize("planted, expected", [("example", "to be read"), ("not", "to be left alone")])
def test_a_wrong_example_of_a_cue_is_told(section: str, planted: str, expected: str) -> None:
    row = dict(load().cues[section][0])
    other = {"example": "not", "not": "example"}[planted]
    wrong = small(**{section: row | {planted: row[other]}})
    (failure,) = check_examples(wrong, nlp=load_model())
    assert (failure.file, failure.expected) == ("cues.toml", expected)


@pytest.mark.parametrize(
    "kind", ["partitive", "collective", "subject", "object", "noun", "preposition", "first", "last"]
)
@pytest.mark.parametrize("planted, expected", [("example", "to be read"), ("counter_example", "to be left alone")])
def test_a_wrong_example_of_a_type_is_told(kind: str, planted: str, expected: str) -> None:
    hint = next(hint for hint in load().typing.hints if hint.kind == kind)
    told = {"example": hint.counter_example, "counter_example": hint.example}[planted]
    alone = replace(small(), typing=load().typing.with_hints([replace(hint, **{planted: told})]))
    (failure,) = check_examples(alone, nlp=load_model())
    assert (failure.file, failure.sentence, failure.expected) == ("types.toml", told, expected)


def test_a_failure_is_one_line() -> None:
    told = str(Failure("cues.toml", "negator not", "He left.", "to be read", "the opposite"))
    assert told == "cues.toml: negator not: “He left.”: expected to be read, found the opposite"
