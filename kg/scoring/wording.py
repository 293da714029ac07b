"""Words compared as a reader does: case, articles, possessives, endings and amounts do not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "his", "her", "its", "their", "our", "my", "such"})
AMOUNTS = frozenset((
    "one", "some", "many", "several", "all", "most", "both", "few", "more", "over", "about", "around",
    "nearly", "almost", "at", "least", "up", "dozens", "hundreds", "thousands", "tens", "millions", "number",
    "scores", "further", "additional", "other", "another",
))  # fmt: skip
PREPOSITIONS = frozenset((
    "of", "in", "on", "at", "to", "from", "for", "with", "by", "between", "among", "during", "alongside",
    "over", "under", "against", "into", "within", "about", "after", "before", "since", "until", "toward",
    "towards", "through", "across", "as", "that", "which", "who",
))  # fmt: skip
LIGHT = PREPOSITIONS | {"be", "is", "was", "are", "were", "been", "being", "have", "has", "had"}
BE, HAVE = {"is", "was", "are", "were", "been", "being"}, {"has", "had", "having"}
ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", ""))


def words(text: str) -> list[str]:
    """The words of `text` in lower case, without possessive endings; a hyphen parts words."""
    return WORD.findall(POSSESSIVE.sub("", text.lower()))


def stem(word: str) -> str:
    """`word` without the endings of number and tense, cut the same way for all forms of a regular word."""
    for ending, instead in ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=4096)
def bare(text: str) -> frozenset[str]:
    """The stems of `text` without articles and prepositions: what two names of one thing share."""
    return frozenset(stem(w) for w in words(text) if w not in ARTICLES and w not in PREPOSITIONS)


def relation_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that carry the meaning of a relation, and all its words with forms of be and have made one."""
    every = ["be" if w in BE else "have" if w in HAVE else w for w in words(text.replace("_", " "))]
    return frozenset(stem(w) for w in every if w not in LIGHT), frozenset(every)


def is_same_relation(wanted: str, found: str) -> bool:
    """Whether the two share a word that carries meaning, or, where `wanted` has none ("be"), all its words."""
    heavy, light = relation_words(wanted)
    found_heavy, found_light = relation_words(found)
    return bool(heavy & found_heavy) if heavy else bool(light) and light <= found_light


def is_same_phrase(wanted: str, found: str) -> bool:
    """Whether two noun phrases have one head, and the modifiers of one are among those of the other.

    What follows the head is compared only where both have it: "images" is "images of soldiers", but "images of
    coffins" is not.
    """
    head, rest = _parts(wanted)
    found_head, found_rest = _parts(found)
    if not head or not found_head or head[-1] != found_head[-1]:
        return False
    mine, theirs = frozenset(head), frozenset(found_head)
    if not (mine <= theirs or theirs <= mine):
        return False
    return not rest or not found_rest or bool(rest & found_rest)


def _parts(phrase: str) -> tuple[list[str], frozenset[str]]:
    """Stems up to and with the head, and stems after it.  "thousands of troops" has the head "troops"."""
    every = words(phrase)
    cut = next((n for n, word in enumerate(every) if n and word in PREPOSITIONS), len(every))
    before, after = _kept(every[:cut]), _kept(every[cut:])
    if not before and after:
        return _parts(" ".join(every[cut + 1 :]))
    return [stem(word) for word in before or every], frozenset(stem(word) for word in after)


def _kept(tokens: Sequence[str]) -> list[str]:
    skipped = ARTICLES | AMOUNTS | PREPOSITIONS
    return [w for w in tokens if w not in skipped and not w.isdigit()]
