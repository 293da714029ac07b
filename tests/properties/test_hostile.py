"""Whatever the text: a build ends, and what it built does not contradict itself."""

# ruff: noqa: E501  (tables)
from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.build import build
from kg.graph import KnowledgeGraph
from kg.model import Document

SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

WORDS = (
    "France", "Emmanuel Macron", "he", "the ministry", "troops", "said", "that", "was", "sent", "to", "not", "and", ",", "of",
    "by", "on Monday", "300", "if", "would", '"', "“", "”", "-", "—", "(", ")", ".", "which", "’s", "'s", ":", "than", "\n",
)  # fmt: skip
SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
NEWS = [word for seed in SEEDS for word in seed.read_text(encoding="utf-8").split(" ")]
"""Words of the seed articles, to be cut off anywhere."""
CHARACTERS = st.characters(exclude_categories=("Cs",))
CLAUSES = ("Paris sent troops", "the ministry said", "it denied this", "who signs is unknown")


def built(text: str) -> KnowledgeGraph:
    graph = build([Document("hostile", text, published=date(2025, 5, 14))])
    assert graph.check() == []
    return graph


@SETTINGS
@given(st.text(CHARACTERS, max_size=300))
@example("\x00\x0b\x1c\u2028 \u200bParis\ufeff sent\u00ad troops.")
@example("e\u0301" * 200)
@example("\u202eParis sent troops.\u202c")
def test_any_characters(text: str) -> None:
    built(text)


@SETTINGS
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from((" ", "  ", "")))
def test_any_order_of_words(words: list[str], between: str) -> None:
    built(between.join(words))


@settings(SETTINGS, max_examples=150)
@given(st.integers(0, len(NEWS)), st.integers(1, 30), st.booleans(), st.randoms(use_true_random=False))
def test_any_piece_of_news(start: int, length: int, shuffled: bool, random: Random) -> None:
    piece = NEWS[start : start + length]
    if shuffled:
        random.shuffle(piece)
    built(" ".join(piece))


@SETTINGS
@given(st.lists(st.sampled_from("😀🇫🇷👩‍🚀🏳️‍🌈❤️"), max_size=40), st.sampled_from(CLAUSES))
def test_emoji(emoji: list[str], clause: str) -> None:
    built(f"{''.join(emoji)} {clause} {' '.join(emoji)}.")


@SETTINGS
@given(st.text("0123456789.,-/:$€% ", max_size=200))
def test_digits(text: str) -> None:
    built(text)


@SETTINGS
@given(st.text("\"'“”‘’«»„‚`", max_size=80), st.sampled_from(("", *CLAUSES)))
def test_quotes(quotes: str, clause: str) -> None:
    built(f"{quotes}{clause}{quotes}")


@SETTINGS
@given(
    st.recursive(st.sampled_from(CLAUSES), lambda inner: st.tuples(inner, st.sampled_from(("()", "[]", "——", "{}"))).map(
        lambda pair: f"Rome {pair[1][0]}{pair[0]}{pair[1][1]} left"
    ), max_leaves=12)
)  # fmt: skip
def test_brackets(text: str) -> None:
    built(f"{text}.")


@SETTINGS
@given(
    st.lists(st.lists(st.sampled_from((*WORDS[:5], "12", "3.4", "", "%")), min_size=1, max_size=6), max_size=8),
    st.sampled_from("\t|;"),
)
def test_tables(rows: list[list[str]], between: str) -> None:
    built("\n".join(between.join(row) for row in rows))


SENTENCE = "Emmanuel Macron said on Monday that France sent 300 troops to Mali."
NAMES = ("Paris", "Rome", "Angela Merkel", "Boeing", "Kenya")

TEXTS: dict[str, str] = {
    "2,000 tokens without a verb": "the old bridge of the new city in a green valley " * 200,
    "300 tokens of one verb": "Paris, " + "voted " * 299,
    "200 names": f"{', '.join(NAMES[i % 5] + str(i) for i in range(200))} and Oslo signed the treaty.",
    "30 names twice": f"{' and '.join(NAMES * 6)} met {' and '.join(NAMES * 6)}.",
    "200 verbs": f"Paris {' and '.join(['voted', 'left', 'returned', 'signed the treaty'] * 50)}.",
    "200 relative clauses": "Paris met the man " + "who met the man " * 200 + ".",
    "200 clauses that say": "Paris " + "said that Rome " * 200 + "left.",
    "300 brackets": "(" * 300 + "Paris sent troops" + ")" * 300,
    "300 brackets with words": "Paris (said (that " * 150 + "Rome left" + "))" * 150 + ".",
    "only quotes": '"' * 500,
    "only dashes": "- — – \n" * 200,
    "only blanks": " \t\n\r\u00a0" * 100,
    "nothing": "",
    "one word": "Paris",
    "one letter": "P",
    "one long word": "Paris" * 4000,
    "all caps": SENTENCE.upper() * 5,
    "no caps": SENTENCE.lower() * 5,
    "no blanks": SENTENCE.replace(" ", "") * 5,
    "markup": f"<script>alert('{SENTENCE}')</script><b>{SENTENCE}</b><!-- {SENTENCE} --> &lt;i&gt; <a href='x'>{SENTENCE}</a>"
    * 3,
    "wiki markup": f"== Paris ==\n* [[Paris|{SENTENCE}]]\n** '''{SENTENCE}'''\n{{{{cite|{SENTENCE}}}}}\n",
    "turtle": f'kge:paris a kgo:City ; rdfs:label "{SENTENCE}"@en .\n' * 5,
    "json": f'{{"text": "{SENTENCE}", "n": [1, 2, {{"a": null}}]}}\n' * 5,
    "bullets": "".join(f"• {SENTENCE}\n- sent troops\n* Boeing\n" for _ in range(5)),
    "a table": "Country\tTroops\tYear\nFrance\t300\t2024\nMali\t\t2025\n" * 10,
    "digits": "1234567890 " * 300,
    "one number": "9" * 5000,
    "a list of dates": "2025-05-14, 1/2/2025, 32 May 2025, 29 February 2023, year 0, 99999 BC, next Monday " * 10,
    "line breaks inside": SENTENCE.replace(" ", "\n"),
    "same sentence": f"{SENTENCE} " * 50,
    "question marks": f"{SENTENCE}??!?!... " * 5,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_of_one_kind(text: str) -> None:
    built(text)
