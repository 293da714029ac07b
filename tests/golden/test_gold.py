"""The gold itself: it stands in the texts, keeps to the closed sets, and is large enough to mean something."""

import re
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import edtf
import pytest
from rdflib import OWL, RDF, Graph

from kg.model import (
    TOP_TYPES,
    Argument,
    Certainty,
    Evidence,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    Statement,
    StatementRef,
    Tense,
    Time,
)
from kg.scoring import score
from kg.scoring.wording import bare

GOLDEN = Path(__file__).parent
ONTOLOGY = GOLDEN.parents[1] / "ontology" / "news.ttl"
KGO = "https://w3id.org/newskg/ontology#"
MENAFN, MOSCOW_TIMES = "000_ff7e85f2499ca78e", "002_26c68a7be05b6568"
FACETS = {"polarity": Polarity, "certainty": Certainty, "tense": Tense, "mood": Mood}


def toml(name):
    return tomllib.loads((GOLDEN / name).read_text(encoding="utf-8"))


def flat(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def defined():
    graph = Graph().parse(ONTOLOGY, format="turtle")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {str(term).replace(KGO, "kgo:") for kind in kinds for term in graph.subjects(RDF.type, kind)}


def test_size(gold):
    demanded = [wanted for wanted in gold.statements if not wanted.optional]
    assert len(gold.statements) >= 110
    assert len(demanded) >= 90
    assert {wanted.document for wanted in demanded if wanted.core} == {MENAFN, MOSCOW_TIMES}


def test_core_is_demanded(gold):
    assert [wanted.label for wanted in gold.statements if wanted.core and wanted.optional] == []


def test_quotes_stand_in_the_texts(gold, texts):
    for wanted in gold.statements:
        assert flat(texts[wanted.document][wanted.start : wanted.end]) == flat(wanted.quote)


def test_quotes_stand_in_what_is_read(gold, texts):
    """Before the body's second copy, and neither in the related link nor in the address at the end."""
    second = texts[MENAFN].rindex("The footage, aired by media")
    related = texts[MOSCOW_TIMES].index("Related article:")
    address = texts[MOSCOW_TIMES].index("Original url:")
    for wanted in gold.statements:
        end = second if wanted.document == MENAFN else address
        assert wanted.end <= end
        assert not (wanted.document == MOSCOW_TIMES and wanted.start <= related < wanted.end)


def test_every_sentence_is_annotated(gold, texts):
    for document, end in ((MENAFN, "The footage, aired by media, "), (MOSCOW_TIMES, "Original url:")):
        text = texts[document][: texts[document].rindex(end)]
        for sentence in re.finditer(r"\S[^.\n](?:[^.]|\.(?! *[A-Z\n“]))*\.(?=\s)", text):
            overlapping = [g for g in gold.statements if g.document == document and g.start < sentence.end()]
            assert any(sentence.start() < g.end for g in overlapping), sentence.group()


@pytest.mark.parametrize("facet", sorted(FACETS))
def test_facets_are_of_the_closed_sets(facet, gold):
    allowed = {member.value for member in FACETS[facet]}
    for wanted in gold.statements:
        told = getattr(wanted, facet)
        assert told and set(told) <= allowed, wanted.label


def test_asserted_never_contradicts_the_facets(gold):
    for wanted in gold.statements:
        if wanted.asserted:
            assert wanted.polarity == ("positive",), wanted.label
            assert "certain" in wanted.certainty and "future" not in wanted.tense, wanted.label


def test_assertion_under_a_holder_is_factive(gold):
    """Only what North Korea itself "confirmed" is taken as the case although somebody says it."""
    factive = [wanted for wanted in gold.statements if wanted.asserted and wanted.holders[0]]
    assert {"confirm" in wanted.quote for wanted in factive} == {True}


@pytest.mark.parametrize("name", sorted(toml("statements.toml")["times"]))
def test_times_are_valid_edtf_within_their_bounds(name):
    time = toml("statements.toml")["times"][name]
    for value in filter(None, time.get("edtf", "").split(" | ")):
        edtf.parse_edtf(value)
    if "earliest" in time and "latest" in time:
        assert time["earliest"] <= time["latest"]


def test_time_words_stand_in_a_text(texts):
    whole = flat(" ".join(texts.values()))
    assert [time["text"] for time in toml("statements.toml")["times"].values() if time["text"] not in whole] == []


def test_quantity_words_stand_in_their_quotes(gold):
    for wanted in gold.statements:
        if wanted.quantity and not wanted.inferred:
            assert wanted.quantity.text in flat(wanted.quote), wanted.label


def test_properties_and_classes_are_of_the_ontology(gold, defined):
    named = {wording for wanted in gold.statements for wording in wanted.relation if wording.startswith("kgo:")}
    named |= {cls for event in toml("events.toml")["event"] for cls in event["class"].split(" | ")}
    assert sorted(named - defined) == []


def test_no_statement_twice(gold):
    told = Counter((g.document, g.start, g.subject, g.relation, g.object, g.polarity) for g in gold.statements)
    assert [key for key, times in told.items() if times > 1] == []


@pytest.mark.parametrize("entity", toml("entities.toml")["entity"], ids=lambda row: row["label"])
def test_entity_is_named_in_a_text(entity, texts):
    whole = flat(" ".join(texts.values()))
    assert entity["type"] in TOP_TYPES
    assert [name for name in entity["names"] + entity.get("metonyms", []) if name not in whole] == []


def test_a_name_stands_for_one_entity(gold):
    rows = toml("entities.toml")["entity"]
    names = Counter(bare(name) for row in rows for name in {row["label"].lower(), *map(str.lower, row["names"])})
    assert [name for name, times in names.items() if times > 1] == []
    assert len(gold.entities) == len(rows)


@pytest.mark.parametrize("event", toml("events.toml")["event"], ids=lambda row: row["label"])
def test_event_is_told_in_each_of_its_documents(event, texts, gold):
    for document in event["documents"]:
        assert any(mention in flat(texts[document]) for mention in event["mentions"]), document
    whole = flat(" ".join(texts.values()))
    assert [mention for mention in event["mentions"] if mention not in whole] == []
    assert all(gold.entity(name) for name in event.get("participants", []))


# ------------------------------------------------------------------ the gold against itself


def filler(wording):
    return StatementRef("0", wording) if wording.startswith("that ") else Node(f"kge:{wording}", wording)


def told(wanted):
    """A gold statement as a tool that makes no mistake would tell it, with the first wording of each slot."""
    time, quantity = wanted.time, wanted.quantity
    relation = wanted.relation[0]
    text = wanted.quote
    evidence = Evidence(wanted.document, wanted.start, wanted.end, text, text, "", bool(wanted.asserted), 1.0)
    return Statement(
        filler(wanted.subject[0]),
        Relation(relation if ":" in relation else f"kgr:{relation}", relation),
        filler(wanted.object[0]) if wanted.object else None,
        arguments=tuple(Argument(role, filler(wordings[0])) for role, wordings in wanted.arguments),
        time=Time(time.edtf[0] if time.edtf else None, None, "DATE", time.earliest, time.latest) if time else None,
        quantity=Quantity(quantity.values[0], quantity.comparators[0], quantity.unit) if quantity else None,
        polarity=Polarity(wanted.polarity[0]),
        certainty=Certainty(wanted.certainty[0]),
        tense=Tense(wanted.tense[0]),
        mood=Mood(wanted.mood[0]),
        holders=tuple(Node(f"kge:{holder[0]}", holder[0]) for holder in wanted.holders[0]),
        evidence=(evidence,),
    )


def test_gold_told_as_it_stands_has_no_fault(gold):
    result = score([told(wanted) for wanted in gold.statements], gold)
    assert [(str(mark.telling.statement), mark.faults) for mark in result.wrong] == []
    assert (result.recall, result.strict_recall, result.precision) == (1.0, 1.0, 1.0)


WRONG = {"polarity": Polarity.NEGATIVE, "holders": (Node("kge:vladimir_putin", "Vladimir Putin"),)}


@pytest.mark.parametrize("facet", sorted(WRONG))
def test_every_wrong_facet_is_seen(facet, gold):
    """Each core statement, told with the wrong facet, is an error: no neighbour in the gold excuses it."""
    core = [wanted for wanted in gold.statements if wanted.core and wanted.polarity == ("positive",)]
    result = score([replace(told(wanted), **{facet: WRONG[facet]}) for wanted in core], gold)
    assert [str(mark.telling.statement) for mark in result.marks if mark.is_right] == []


def test_judgements_stand_in_the_texts(gold, texts):
    for document, quote, *_ in gold.judgements:
        assert quote in flat(texts[document])
