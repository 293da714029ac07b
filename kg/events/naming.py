"""What the words of a noun phrase tell of the event it names: its kind, what is special about it, how many it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.entities.chains import Chain
from kg.model import Mention, MentionKind
from kg.statements.numbers import TENS, UNITS, listed, read_figures

SHORTEST = 4
"""Letters of a word that says something special."""

LONGEST = 80
"""Characters of a label."""

HANDY = 60
"""Characters of a label that is read at a glance."""

YEARS = range(1900, 2100)
"""Four figures without a comma are a year, not a number of things."""

Names = Callable[[int, int], Iterable[tuple[int, int]]]
"""Where names stand between two characters."""

FUNCTION_WORDS = frozenset(
    listed(
        "about above after against along among around been before behind being below beneath beside between beyond "
        "both during each every from have having here inside into just many more most much near off onto other others "
        "outside over past same several since some such than that their them then there these they this those through "
        "throughout toward towards under until upon were what when where which while whom whose will with within "
        "without would your ongoing recent latest current upcoming so-called major"
    )
)
"""Words that stand in phrases of any event."""

OBSERVANCES = frozenset(listed("anniversary anniversaries centenary bicentenary jubilee birthday commemoration"))
"""Nouns of what recalls an event, and is another."""

SEQUELS = frozenset(
    listed(
        "second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th next another "
        "previous preceding earlier subsequent following follow-up followup additional further repeat renewed planned "
        "proposed future failed attempted aborted cancelled canceled postponed would-be alleged rival"
    )
)
"""Words before a noun by which it is another event than the one without them, or one that did not happen."""

PLAIN = frozenset(
    listed(
        "annual biggest bloody brief brutal colorful dead deadliest deadly fatal festive final first formal grand "
        "great heavy high-level historic historical huge important informal joint large largest last lavish long "
        "long-awaited massive moving official one-day one-year open personal private public rare regular short similar "
        "simple small solemn special successful surprise traditional two-day unprecedented usual violent whole yearly"
    )
)
"""Words before a noun that tell how an event was, and not of which kind."""

GENERIC = frozenset(listed("event occasion incident happening affair"))
"""Nouns that say nothing of the kind of an event."""

POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the noun phrases that name one event.

    `heads` are their nouns, `special` words that not every event of the kind has, `kinds` those of them before the noun
    ("graduation ceremony"), `numbers` how many there were ("34 strikes"), `markers` words that make it another event
    than the one without them.
    """

    heads: frozenset[str] = frozenset()
    special: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    markers: frozenset[str] = frozenset()


def wording(chain: Chain, text: str, names: Names) -> Wording:
    """The wording of a chain's noun phrases; names in them are left to whoever compares participants."""
    nominal = [m for m in chain.mentions if m.kind is MentionKind.NOMINAL]
    heads = frozenset(_singular(words[-1]) for m in nominal if (words := _words(m.anchor.text)))
    before = {w for m in nominal for w in _outside(text, m.anchor.phrase_start, m.anchor.end, names)}
    around = {w for m in nominal for w in _outside(text, m.anchor.phrase_start, m.anchor.phrase_end, names)}
    markers = (before & SEQUELS) | {"anniversary" for head in heads if head in OBSERVANCES}
    numbers = frozenset(number for m in nominal for number in _numbers(text, m, names))
    special = {w for w in around if len(w) >= SHORTEST and not w.isdigit()} - FUNCTION_WORDS - SEQUELS
    special = {w for w in special if _singular(w) not in heads}
    return Wording(
        heads - GENERIC, frozenset(special), frozenset(special & before - PLAIN), numbers, frozenset(markers)
    )


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)]


def _outside(text: str, start: int, end: int, names: Names) -> Iterator[str]:
    """The words between two characters that belong to no name."""
    at = start
    for name_start, name_end in names(start, end):
        yield from _words(text[at : max(at, name_start)])
        at = max(at, name_end)
    yield from _words(text[at:end])


def _numbers(text: str, mention: Mention, names: Names) -> Iterator[float]:
    anchor = mention.anchor
    for word in _outside(text, anchor.phrase_start, anchor.start, names):
        number = read_figures(word) if word.isdigit() else UNITS.get(word, TENS.get(word))
        if number is not None and not (word.isdigit() and len(word) == 4 and int(word) in YEARS):
            yield float(number)


def _singular(word: str) -> str:
    """A noun without the s of its plural: crude, for comparing with itself alone."""
    if word.endswith("ies") and len(word) > SHORTEST:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def best_label(labels: Iterable[str]) -> str:
    """Of the labels of one event the most frequent, of these the one that says most in HANDY characters."""
    told = [shortened(_standing_alone(label)) for label in labels]
    return max(sorted(set(told)), key=lambda label: (told.count(label), _worth(label)))


def _worth(label: str) -> int:
    """Letters, as long as they are read at a glance; beyond, the shorter the better."""
    return len(label) if len(label) <= HANDY else -len(label)


def _standing_alone(label: str) -> str:
    """A label without its possessor: "their treaty" says nothing outside its sentence."""
    words = label.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in POSSESSIVES else words)


def shortened(label: str) -> str:
    """A label on one line, cut between two words after LONGEST characters at most."""
    flat = " ".join(label.split())
    if len(flat) <= LONGEST:
        return flat
    return (
        flat[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–-") + "…" if " " in flat[:LONGEST] else flat[: LONGEST - 1] + "…"
    )
