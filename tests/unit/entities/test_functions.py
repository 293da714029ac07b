"""What a country has one of: a description is the body that the gazetteer gives for it, and nothing vaguer is."""

from __future__ import annotations

import pytest

from kg.entities.functions import functions_of


@pytest.mark.parametrize(("text", "phrase", "slug"), [
    ("The US central bank raised rates on Tuesday.", "bank", "federal_reserve"),
    ("Japan's central bank kept rates.", "bank", "bank_of_japan"),
    ("Rates were kept by the central bank of Canada.", "bank", "bank_of_canada"),
    ("South Korea's spy agency reported casualties.", "agency", "national_intelligence_service"),
    ("Seoul's intelligence service reported casualties.", "service", "national_intelligence_service"),
    ("Israel's parliament passed a law.", "parliament", "knesset"),
    ("Russia's lower house approved the bill.", "house", "state_duma"),
    ("A US intelligence agency reported losses.", "agency", None),
    ("A central bank raised rates.", "bank", None),
    ("Japan's largest bank kept rates.", "bank", None),
    ("Spy agencies of South Korea met.", "agencies", None),
    ("Japan's former central bank kept rates.", "bank", None),
])  # fmt: skip
def test_stands_for_body(chains_of, text, phrase, slug):
    chains = chains_of(text)
    found = [chain.known for chain in chains for m in chain.mentions if m.anchor.text.split()[-1] == phrase]
    assert found == [slug]


def test_named_and_described_are_one(chains_of):
    chains = chains_of("The Federal Reserve met. The US central bank raised rates.")
    (chain,) = [chain for chain in chains if chain.known == "federal_reserve"]
    assert len(chain.mentions) == 2


def test_every_function_belongs_to_one_body(ontology):
    claimed = [(noun, row.within) for row in ontology.names.values() for noun in row.functions]
    assert len(claimed) == len(set(claimed)) == len(functions_of(ontology))
    assert all(within for _, within in claimed)
