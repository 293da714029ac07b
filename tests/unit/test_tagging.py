"""The remembered attribute ruler and lemmatizer say what spaCy's own say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.parsing import load_model, model_name
from kg.tagging import RememberingLemmatizer, RememberingRuler, remember_rules

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
WORDS = ["he", "it", "gon", "na", "let", "'s", "There", "is", "ai", "n't", "y'", "all", "has", "that", " ", "\n", "ran"]


@cache
def plain() -> Language:
    return spacy.load(model_name())


def ruled(doc: Doc, nlp: Language) -> Doc:
    """The same words, tags and relations, and what the ruler of `nlp` says of them."""
    words, tags, relations = zip(*[(t.text, t.tag_, t.dep_) for t in doc], strict=True) if len(doc) else ((), (), ())
    return nlp.get_pipe("attribute_ruler")(Doc(nlp.vocab, words=words, tags=tags, deps=relations))


def lemmatized(doc: Doc, nlp: Language) -> list[str]:
    """The lemmas that the lemmatizer of `nlp` gives a copy, beside those that the ruler has set."""
    copy = nlp.get_pipe("lemmatizer")(ruled(doc, plain()))
    return [token.lemma_ for token in copy]


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph)) for t in doc]


def test_ruler_and_lemmatizer_are_replaced() -> None:
    assert isinstance(load_model().get_pipe("attribute_ruler"), RememberingRuler)
    assert isinstance(load_model().get_pipe("lemmatizer"), RememberingLemmatizer)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_an_article_has_the_same_attributes(seed: Path) -> None:
    doc = plain()(seed.read_text(encoding="utf-8"))
    assert said(ruled(doc, load_model())) == said(ruled(doc, plain()))
    assert lemmatized(doc, load_model()) == lemmatized(doc, plain())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_words_tags_and_relations_have_the_same_attributes(data: st.DataObject) -> None:
    nlp = plain()
    words = data.draw(st.lists(st.sampled_from(WORDS) | st.text("aAé'9-", min_size=1, max_size=4), max_size=8))
    tags = [data.draw(st.sampled_from(sorted(nlp.get_pipe("tagger").labels))) for _ in words]
    relations = [data.draw(st.sampled_from(sorted(nlp.get_pipe("parser").labels))) for _ in words]
    doc = Doc(nlp.vocab, words=words, tags=tags, deps=relations)
    assert said(ruled(doc, load_model())) == said(ruled(doc, nlp))
    assert lemmatized(doc, load_model()) == lemmatized(doc, nlp)


@pytest.mark.parametrize(
    "pattern", [{"SHAPE": "Xx"}, {"LOWER": {"FUZZY": "a"}}, {"LOWER": "a", "OP": "?"}, {"POS": "NOUN"}]
)
def test_a_ruler_that_asks_more_is_left_alone(pattern: dict[str, object]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[pattern]], {"LEMMA": "x"})
    assert type(remember_rules(nlp).get_pipe("attribute_ruler")) is AttributeRuler


def test_a_ruler_that_sets_more_is_left_alone() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "a"}]], {"NORM": "x"})
    assert type(remember_rules(nlp).get_pipe("attribute_ruler")) is AttributeRuler


@pytest.mark.parametrize("settings", [{"mode": "lookup"}, {"mode": "rule", "overwrite": True}])
def test_a_lemmatizer_of_another_kind_is_left_alone(settings: dict[str, object]) -> None:
    nlp = spacy.blank("en")
    lemmatizer = nlp.add_pipe("lemmatizer", config=settings)
    assert remember_rules(nlp).get_pipe("lemmatizer") is lemmatizer


def test_a_model_without_a_ruler_is_left_alone() -> None:
    assert remember_rules(spacy.blank("en")).pipe_names == []


def test_later_rules_win_over_earlier_ones_and_several_tokens_count() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "b"}], [{"LOWER": "a"}, {"LOWER": "b"}]], {"LEMMA": "one"})
    ruler.add([[{"LOWER": "a"}, {"LOWER": "b"}]], {"LEMMA": "two"}, index=-1)
    remember_rules(nlp)
    assert [t.lemma_ for t in nlp("a b b")] == ["one", "two", "one"]
