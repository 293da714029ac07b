"""What an ontology folder is read into."""

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kg.ontology import OntologyClass, load
from kg.ontology.terms import above
from tests.unit.ontology.small import write_folder


def test_a_small_folder_is_read_whole(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    assert found.classes["kgo:Treaty"] == OntologyClass("kgo:Treaty", "treaty", "", ("kgo:Agreement",))
    assert found.classes["kgo:Attack"].notation == ("ASSAULT",)
    assert found.properties["kgo:signed"].range == ("kgo:Agreement", "kgo:Document")
    assert found.properties["kgo:borders"].domain == ("kgo:Country", "kgo:Region")
    assert found.properties["kgo:borders"].symmetric
    assert found.properties["kgo:heldOffice"].functional
    assert found.properties["kgo:attackedBy"].inverse == "kgo:attacked"
    assert found.nouns == {"minister": "kgo:Person", "foreign minister": "kgo:Person", "treaty": "kgo:Treaty"}
    assert found.offices == {"president": "kgo:Country"}
    assert found.honorifics == {"Mr.", "Dr."}
    assert found.names["iraq"].aliases == ("Republic of Iraq",)
    assert found.names["iraq"].metonyms == ("Baghdad",)
    assert found.names["iraq"].within is None
    assert found.cues["negator"][0]["words"] == ["not"]
    assert found.queries == {"who": "SELECT ?who { ?who ?p ?o }"}


def test_a_frame_and_a_rule_are_read(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    frame, rule = found.frames[0], found.rules[0]
    assert frame.roles == {"agent": ("subject",), "patient": ("object", "on")}
    assert frame.edges == (("agent", "kgo:attacked", "patient"),)
    assert frame.examples == (("Iraq attacked Kuwait.", "Iraq | kgo:attacked | Kuwait"),)
    assert rule.premises == (("?p", "kgo:signed", "?t"), ("?t", "a", "kgo:Agreement"))
    assert rule.conclusion == ("?t", "kgo:attackedBy", "?p")


def test_a_folder_is_read_once(tmp_path: Path) -> None:
    assert load(write_folder(tmp_path)) is load(tmp_path / "." / "")


def test_the_digest_is_of_the_content_and_not_of_the_place(tmp_path: Path) -> None:
    first = load(write_folder(tmp_path / "a"))
    moved = load(Path(shutil.copytree(tmp_path / "a", tmp_path / "b")))
    changed = load(write_folder(tmp_path / "c", {"queries/who.rq": "ASK { ?s ?p ?o }"}))
    assert first.sha256 == moved.sha256 != changed.sha256


def test_an_ontology_can_be_sent_to_a_worker(tmp_path: Path) -> None:
    found = pickle.loads(pickle.dumps(load(write_folder(tmp_path))))
    assert found.is_a("kgo:Treaty", "kgo:Agreement")


def test_an_ontology_changed_by_hand_knows_its_new_classes(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    pact = OntologyClass("kgo:Pact", "pact", parents=("kgo:Treaty",))
    assert replace(found, classes={**found.classes, "kgo:Pact": pact}).top_type("kgo:Pact") == "Agreement"


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}, ("a", "b", "c", "d")),
        ({"a": ("b",), "b": ("a",)}, ("a", "b")),
        ({}, ("a",)),
    ],
)
def test_everything_above_is_listed_once_nearest_first(
    parents: dict[str, tuple[str, ...]], expected: tuple[str, ...]
) -> None:
    assert above("a", parents) == expected
