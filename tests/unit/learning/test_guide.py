"""The worked example of docs/guide.md, "An ontology of yours", does what the page says."""

import re
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.graph import KnowledgeGraph
from kg.learning.adopting import load_ontology, ways_told
from kg.learning.examples import read_examples
from kg.learning.frames import write_frames
from kg.learning.learning import learn
from kg.ontology import load
from kg.ontology.own import read_own
from kg.parsing import load_model
from kg.reading import read_text

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "guide.md").read_text("utf-8")
PART = PAGE[PAGE.index("## An ontology of yours") : PAGE.index("## As a library")]


def _block(start: str) -> str:
    """The indented block whose first line begins so."""
    blocks = re.findall(r"(?:^    .*\n)+", PART, flags=re.MULTILINE)
    (found,) = [b for b in blocks if b.startswith(f"    {start}")][:1]
    return "".join(line.removeprefix("    ") for line in found.splitlines(keepends=True))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example: the ontology, what was learned, and the frame that a person adds."""
    folder = tmp_path_factory.mktemp("guide") / "own"
    folder.mkdir()
    (folder / "awards.ttl").write_text(_block("@prefix ex:"), "utf-8")
    table = folder.parent / "awards.tsv"
    table.write_text(_block("Lena Fox won the Golden Bear"), "utf-8")
    ours = read_own(folder / "awards.ttl")
    learned = learn(read_examples(table), ontology=load(), nlp=load_model(), own=ours)
    added = '[[frame]]\nproperty = "award received"\nverbs = ["scoop"]'
    assert added in PART.replace("\n    ", "\n")
    frames = write_frames(learned)
    first = _block("[[frame]]")
    assert first in frames
    written = f'{added}\nroles = {{ subject = "subject", object = "object" }}\n'
    (folder / "frames.toml").write_text(frames + "\n" + written, "utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(own: Path) -> KnowledgeGraph:
    article = (
        "Salt was directed by Mina Clark. The Crystal Bear went to Erik Nolan. Lena Fox won the Golden Lion. "
        "Omar Reyes was born in Lisbon. Paul Stone scooped the Silver Shell. Paul Stone visited Oslo."
    )
    return kg.build([read_text(article, id="a", published=date(2025, 7, 1))], ontology=load_ontology(own))


@pytest.mark.parametrize(
    "triple",
    [
        "Salt | director | Mina Clark",
        "Erik Nolan | awardReceived | Crystal Bear",
        "Lena Fox | awardReceived | Golden Lion",
        "Omar Reyes | birthPlace | Lisbon",
        "Paul Stone | awardReceived | Silver Shell",
    ],
)
def test_the_example_tells_what_the_page_says(triple: str, graph: KnowledgeGraph) -> None:
    told = {
        f"{s.subject.label} | {s.relation.id.rpartition('#')[2]} | {getattr(s.object, 'label', '')}"
        for s in graph.statements.values()
        if s.asserted
    }
    assert triple in told


def test_what_it_has_no_property_for_stays_open(graph: KnowledgeGraph) -> None:
    assert "kgr:visit" in {s.relation.id for s in graph.statements.values()}


def test_check_tells_what_tells_each_property(own: Path) -> None:
    told = dict(ways_told(load_ontology(own / "awards.ttl")))
    assert "'director' with of and self" in told["director"]
    assert "'born in' of ours" in told["birth place"]
    assert told["award received"] == ""
