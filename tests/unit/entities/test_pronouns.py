"""Whom a pronoun means, or that it is left open."""

# ruff: noqa: E501  (a row is a text)
from __future__ import annotations

import pytest

OBITUARY = (
    "Mary Dunn, who mapped the valleys, dies at 91\n\nMary Dunn, the cartographer, has died in Cromarty.\n\n"
    "Her death was confirmed by her daughter, the novelist Anna Dunn Ross, who said that she had suffered a stroke."
)
CRISIS = "Helen Berg resigns after the vote\n\nPrime Minister Helen Berg resigned on Monday. Berg won the vote by one seat.\n\n"

# text, pronoun (the last of that form), label of its chain; "" where it is left open
MEANT = [
    # who a text is about, and who is told of in passing
    (OBITUARY, "she", "Mary Dunn"),
    (
        CRISIS
        + "The Liberals lost seats to the party of the former minister Karen Holm.\n\nThe inquiry said she lied.",
        "she",
        "Helen Berg",
    ),
    (CRISIS + "Karen Holm ruled out a deal.\n\nOn Friday she left for Oslo.", "she", "Karen Holm"),
    (CRISIS + "Karen Holm ruled out a deal.\n\n“She has lost,” said Lars Vik, a historian.", "She", ""),
    # for whom one speaks
    ("Tom Wine was arrested. His lawyer, Peter Ssali, told reporters that he had been beaten.", "he", "Tom Wine"),
    ("Tom Wine was arrested. His father, Peter Wine, said he was moving to York.", "he", "Peter Wine"),
    # the dead do not speak, and their death is theirs
    (
        "Tom Wine spoke in Arua. Police said Paul Kato was shot dead by guards. He was charged on Thursday.",
        "He",
        "Tom Wine",
    ),
    (
        "Tom Moyle told police that Mr Angove, who died in 2019, signed them. Most were signed after his death.",
        "his",
        "Angove",
    ),
    # possessives
    ("President Recep Aslan dismissed his predecessor.", "his", ""),
    ("A pact between Greece and its northern neighbour was signed.", "its", "Greece"),
    ("Twelve soldiers died when rebels ambushed their convoy.", "their", "Twelve soldiers"),
    ("The ministry sued Acme. An attack took down its phone lines.", "its", "ministry"),
    ("The police arrived. Their mother was dead.", "Their", ""),
    # it
    ("The quake was strong and it was raining.", "it", ""),
    ("The quake was strong and it was felt in Oslo.", "it", "quake"),
    ("The crew left the hall when it was dark.", "it", ""),
    ("NATO leaders invited it.", "it", ""),
    ("The central bank cut the rate to 5 percent, where it had stood in May.", "it", "rate"),
    ("Norsk reported a profit of 5 million after the outbreak forced it to close farms.", "it", "Norsk"),
    # quotations
    ("Protesters burned tyres.\n\n“They can arrest us,” said Grace Namu.", "They", ""),
    # of several
    ("The firm sold several buildings, among them a store.", "them", "several buildings"),
    # relatives
    ("Turkey, whose economy shrank, left.", "whose", "Turkey"),
    ("Acme, whose shares rose, was not told.", "whose", "Acme"),
    ("The man, whose arrest was told on Monday, left.", "whose", "man"),
]


@pytest.mark.parametrize(("text", "word", "label"), MEANT)
def test_whom_a_word_means(chains_of, text, word, label):
    start = max(text.rfind(f"{mark}{word}{end}") for mark in " “\n" for end in " ,.") + 1
    chain = next(c for c in chains_of(text) if any(m.anchor.start == start for m in c.mentions))
    is_open = all(m.kind.name == "PRONOUN" for m in chain.mentions)
    assert ("" if is_open else chain.label) == label


def test_what_a_possessive_relative_owns_is_called_by_its_owner(chains_of):
    assert "Turkey's economy" in [c.label for c in chains_of("Turkey, whose economy shrank, left.")]
