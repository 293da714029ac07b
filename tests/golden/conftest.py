"""The two seed articles, the gold, and what a build makes of them."""

from pathlib import Path

import pytest

from kg.model import Document
from kg.scoring import load_gold

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent


@pytest.fixture(scope="session")
def texts():
    """Document id -> text, as decoded."""
    return {file.stem: file.read_bytes().decode("utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))}


@pytest.fixture(scope="session")
def gold(texts):
    return load_gold(GOLDEN, {stem: Document(stem, text) for stem, text in texts.items()})


@pytest.fixture(scope="session")
def graph():
    """The seeds as built, by the public calls of the library."""
    import kg

    return kg.build(kg.read(ROOT / "seeds"))


@pytest.fixture(scope="session")
def turtle(graph, tmp_path_factory):
    """The graph as somebody with nothing but graph.ttl has it."""
    from rdflib import Graph

    import kg

    file = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    kg.to_rdf(graph).serialize(str(file))
    return Graph().parse(file, format="turtle")
