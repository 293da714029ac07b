"""A negative word of a subject or object is told by the polarity, so the label of the node does without it."""

import pytest


@pytest.mark.parametrize(("text", "label"), [
    ("Police found no evidence of fraud.", "evidence of fraud"),
    ("No soldiers were killed in the strike.", "soldiers"),
    ("None of the passengers survived.", "passengers"),
    ("Nobody saw the thief.", "anybody"),
    ("Neither side signed the deal.", "either side"),
    ("He left with no money.", "no money"),
    ("No fewer than 100 people died.", "No fewer than 100 people"),
    ("No agreement was reached.", "agreement"),
])  # fmt: skip
def test_label_without_negation(chains_of, text, label):
    assert label in [chain.label for chain in chains_of(text)]
