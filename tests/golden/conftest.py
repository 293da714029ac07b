"""The two seed articles and the gold; `graph` and `built` are the session's own."""

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
def turtle(built):
    """The graph as somebody with nothing but graph.ttl has it."""
    from rdflib import Graph

    return Graph().parse(built / "graph.ttl", format="turtle")
