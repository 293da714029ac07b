"""Sieves over names: rows of the gazetteer, equal names, acronyms, parts of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.entities.clusters import LANDS, Clusters
from kg.entities.traits import Traits
from kg.entities.words import (
    DESIGNATORS,
    acronym_letters,
    initials,
    is_part,
    name_words,
    short_name,
    written_as_one,
)
from kg.model import MentionKind

Words = tuple[str, ...]

TRADES = DESIGNATORS | frozenset({
    "computer", "computers", "airlines", "airways", "airline", "motors", "motor", "systems", "technologies",
    "technology", "entertainment", "industries", "electronics", "pharmaceuticals", "energy", "media", "network",
    "networks", "software", "communications", "bank",
})  # fmt: skip
"""Words at the end of a company's name that its short name leaves out."""


EPITHETS = frozenset({
    "ailing", "angry", "battling", "beleaguered", "brave", "brilliant", "classy", "defiant", "disgraced", "dominant",
    "embattled", "emotional", "fallen", "fearless", "furious", "great", "happy", "heroic", "imperious", "injured",
    "inspired", "jailed", "late", "lucky", "magnificent", "mighty", "missing", "old", "ousted", "poor", "proud",
    "relentless", "ruthless", "sensational", "slain", "struggling", "sublime", "superb", "tearful", "tired", "unlucky",
    "weary", "young",
})  # fmt: skip
"""Words that a headline puts before a surname, with a capital where a sentence or title opens."""

GENERIC = 200
"""Longer names looked at for one short name at most."""


def join_known(clusters: Clusters) -> None:
    """Names that stand for the same row of the gazetteer, metonyms by position and demonyms included."""
    first: dict[str, int] = {}
    for i, slug in enumerate(clusters.stand.slugs):
        if slug is None:
            continue
        if slug in first:
            clusters.merge(first[slug], i, _known_reason(clusters, i, slug), forced=True)
        else:
            first[slug] = i


def _known_reason(clusters: Clusters, i: int, slug: str) -> str:
    row = clusters.ontology.names.get(slug)
    label = row.label if row else slug
    text = clusters.text(i)
    if clusters.stand.seats[i] or (clusters.mentions[i].known is None):
        return f"'{text}' stands for {label} by its position"
    return f"known name of {label}"


def _names(clusters: Clusters) -> Iterator[tuple[int, Traits]]:
    """Names that no row of the gazetteer settles, in text order."""
    for i, traits in enumerate(clusters.traits):
        is_common = i in clusters.described and "Person" not in clusters.of(i).tops  # "Police"
        if traits.kind is MentionKind.NAME and traits.words and clusters.stand.slugs[i] is None and not is_common:
            yield i, traits


def join_equal_names(clusters: Clusters) -> None:
    """Names of the same words, legal forms of companies left out.

    Owners that differ keep them apart: the Defense Ministry of one country is not that of another.
    """
    seen: dict[Words, list[int]] = defaultdict(list)
    for i, traits in _names(clusters):
        words = traits.words if traits.top == "Person" else written_as_one(short_name(traits.words))
        if not any(clusters.merge(j, i, f"same name '{_text(clusters, j)}'", forced=True) for j in seen[words]):
            seen[words].append(i)


def join_acronyms(clusters: Clusters) -> None:
    """Capitals that are the initials of a name: told in brackets after it, or of the only such organization."""
    longs: dict[str, list[int]] = defaultdict(list)
    for i, traits in first_names(clusters):
        for letters in sorted(_acronyms(traits.words)):
            longs[letters].append(i)
    tails = {clusters.mentions[i].last: i for i, traits in first_names(clusters) if len(traits.words) > 2}
    for i, _traits in first_names(clusters):
        text = _text(clusters, i)
        letters = acronym_letters(text) or ""
        fits = longs.get(letters, [])
        bracketed = [j for j in fits if _is_bracketed_after(clusters, j, i)]
        before = tails.get(clusters.mentions[i].first - 2)
        if not fits and letters and before is not None and _is_bracketed_after(clusters, before, i):
            words = clusters.traits[before].words
            is_short = letters in _tail_acronyms(words) or _abbreviates(letters, words) or _is_spelt(letters, words)
            bracketed = [before] if is_short else []
        for j in bracketed:
            _retype(clusters, i, j)
        chosen = bracketed or (fits if len(text.replace(".", "")) > 2 else [])
        if len({clusters.root(j) for j in chosen}) == 1:
            clusters.merge(chosen[0], i, f"acronym of '{_text(clusters, chosen[0])}'", forced=True)


def _acronyms(words: Words) -> set[str]:
    """What a name may be in initials, its legal form counted or not, or the acronym that it has in itself.

    "European Aeronautic Defence and Space Company EADS N.V." is EADS.
    """
    told = {k: initials(words[:k]) | initials(short_name(words[:k])) for k in range(2, len(words) + 1)}
    inside = {words[k] for k in range(2, len(words)) if words[k] in told[k]}
    return inside.union(told.get(len(words), ()))


def _tail_acronyms(words: Words) -> set[str]:
    """What the end of a name may be in initials: "SDK" of "iPhone Software Development Kit"."""
    return {letters for k in range(1, len(words) - 1) for letters in initials(words[k:])}


def _abbreviates(letters: str, words: Words) -> bool:
    """Whether letters are all initials of a name in order, and some of what stands in its words ("WWDC")."""
    pattern = "".join(f"{word[0]}[{word[1:]}]?" if word[1:] else word for word in words if word.isalpha())
    return len(words) > 2 and re.fullmatch(pattern, letters) is not None


def _is_spelt(letters: str, words: Words) -> bool:
    """Whether letters open the first and the last word of a name, and stand in it in order ("JAXA")."""
    rest = iter("".join(words))
    return letters[0] == words[0][0] and words[-1][0] in letters[1:] and all(c in rest for c in letters)


def join_known_shorts(clusters: Clusters) -> None:
    """Short forms of bodies that the gazetteer knows in full, and known acronyms of names told in full.

    "Lockheed" after "Lockheed Martin", "the Air Force" after "the U.S. Air Force", "European Aeronautic ... (EADS)".
    """
    longs: dict[str, list[int]] = defaultdict(list)
    shorts: list[tuple[int, Words]] = []
    for i, traits in first_names(clusters):
        for letters in sorted(_acronyms(traits.words)):
            longs[letters].append(i)
        if clusters.of(i).tops <= {"Organization"} or (clusters.of(i).tops <= LANDS and len(traits.words) == 1):
            shorts.append((i, traits.words))
    known = _known_bodies(clusters)
    for j, _ in known:
        fits = longs.get(acronym_letters(clusters.text(j)) or "", [])
        if len({clusters.root(i) for i in fits}) == 1:
            clusters.merge(fits[0], j, f"acronym of '{_text(clusters, fits[0])}'", forced=True)
    for i, words in shorts:
        fits = [j for j, full in known if j < i and _is_short_of(clusters, words, full)]
        if len({clusters.root(j) for j in fits}) == 1:
            clusters.merge(fits[0], i, f"short for '{_text(clusters, fits[0])}'", forced=True)


def _known_bodies(clusters: Clusters) -> list[tuple[int, tuple[Words, ...]]]:
    """The first mention of each organization that the gazetteer knows, with its names of several words."""
    firsts: dict[str, int] = {}
    for i, slug in enumerate(clusters.stand.slugs):
        if slug and clusters.of(i).tops == {"Organization"} and not clusters.stand.seats[i]:
            firsts.setdefault(slug, i)
    rows = ((i, clusters.ontology.names[slug]) for slug, i in firsts.items() if slug in clusters.ontology.names)
    return [(i, tuple(w for name in (row.label, *row.aliases) if len(w := name_words(name)) > 1)) for i, row in rows]


def _is_short_of(clusters: Clusters, words: Words, full: tuple[Words, ...]) -> bool:
    """Whether a name is the first of two words of a body, or its end from a noun phrase on ("Air Force")."""
    if len(words) == 1:
        nouns = clusters.ontology.nouns
        return any(name[:1] == words and len(name) == 2 and name[1] not in nouns for name in full)
    return words[-1] in clusters.ontology.nouns and any(name[-len(words) :] == words for name in full)


def first_names(clusters: Clusters) -> list[tuple[int, Traits]]:
    """The first mention of each differently worded name."""
    found: dict[tuple[int, Words], tuple[int, Traits]] = {}
    for i, traits in _names(clusters):
        found.setdefault((clusters.root(i), traits.words), (i, traits))
    return list(found.values())


def _is_bracketed_after(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the name `j` follows the name `i` in brackets, or in a word between commas."""
    last, first, doc = clusters.mentions[i].last, clusters.mentions[j].first, clusters.parse.doc
    if first != last + 2 or doc[last + 1].text not in ("(", ","):
        return False
    end = clusters.mentions[j].last + 1
    return doc[last + 1].text == "(" or (end < len(doc) and doc[end].text in (",", ".", ";") and end == first + 1)


def _retype(clusters: Clusters, i: int, j: int) -> None:
    """Let letters that were taken for a person's name be of the type of the name `j` that they shorten."""
    short, full = clusters.of(i), clusters.of(j)
    if short.tops == {"Person"} != full.tops and full.tops and not short.gender:
        short.tops, short.cls = set(full.tops), full.cls


def join_name_parts(clusters: Clusters) -> None:
    """A person's first or last names alone, joined to the one full name of the text that they begin or end.

    With several such names that one is taken whose titles or owners it shares, or that alone was told before.
    """
    ends = _full_names(clusters)
    for i, traits in first_names(clusters):
        cluster = clusters.of(i)
        if _is_headed(clusters, i, ends):
            cluster.names.clear()
            ends[traits.words[-1:]].remove(i)
            full = ends[traits.words[-1:]][0]
            clusters.described.add(i)
            clusters.merge(full, i, f"'{_text(clusters, full)}' in the headline's words", forced=True)
            continue
        if cluster.tops - {"Person"}:
            continue
        fits = [j for j in ends.get(traits.words[:1], []) + ends.get(traits.words[-1:], [])
                if is_part(traits.words, clusters.traits[j].words)]  # fmt: skip
        if len(traits.words) == 1:  # mostly a surname: "Warhol" is "Andy Warhol", not a "Warhol Polaroids"
            fits = [j for j in fits if clusters.traits[j].words[-1:] == traits.words] or fits
        chosen = _the_one(clusters, i, fits)
        if chosen is not None:
            clusters.merge(chosen, i, f"name part of '{_text(clusters, chosen)}'", forced=True)


def _is_headed(clusters: Clusters, i: int, ends: dict[Words, list[int]]) -> bool:
    """Whether two words of the headline are an epithet and the surname of one bearer below: "Lucky Sinner"."""
    traits = clusters.traits[i]
    if traits.sentence != clusters.heading or len(traits.words) != 2 or traits.words[0] not in EPITHETS:
        return False
    bearers = ends.get(traits.words[-1:], [])
    is_alone = len(clusters.of(i).members) == 1 and i in bearers
    return is_alone and len({clusters.root(j) for j in bearers if j != i}) == 1


def _full_names(clusters: Clusters) -> dict[Words, list[int]]:
    """First and last word of each person's full name -> its first mentions."""
    ends: dict[Words, list[int]] = defaultdict(list)
    for i, traits in first_names(clusters):
        if "Person" in clusters.of(i).tops and len(traits.words) > 1:
            ends[traits.words[:1]].append(i)
            ends[traits.words[-1:]].append(i)
    return ends


def _the_one(clusters: Clusters, i: int, fits: list[int]) -> int | None:
    by_root = {clusters.root(j): j for j in sorted(set(fits), reverse=True)}
    if len(by_root) <= 1:
        return next(iter(by_root.values()), None)
    mine = clusters.of(i)
    alike = [
        j for j in by_root.values() if set(mine.titles) & set(clusters.of(j).titles) or mine.of & clusters.of(j).of
    ]
    before = [j for j in by_root.values() if j < i]
    return next((few[0] for few in (alike, before) if len(few) == 1), None)


def join_short_organizations(clusters: Clusters) -> None:
    """An organization's name without the words that only tell its trade or form: "Apple" for "Apple Computer".

    Also the first word of the only such name of two words told before: "Lockheed" after "Lockheed Martin".
    """
    firsts: dict[Words, int] = {}
    for i, traits in first_names(clusters):
        if clusters.of(i).tops <= {"Organization"}:
            firsts.setdefault(traits.words, i)
    _join_first_words(clusters, firsts)
    for words, i in firsts.items():
        short = next(
            (words[:n] for n in range(1, len(words)) if words[:n] in firsts and set(words[n:]) <= TRADES), None
        )
        if short is not None:
            clusters.merge(firsts[short], i, f"'{_text(clusters, firsts[short])}' in full", forced=True)


def _join_first_words(clusters: Clusters, firsts: dict[Words, int]) -> None:
    longer: dict[str, list[int]] = defaultdict(list)
    for words, i in firsts.items():
        if len(words) == 1:
            fits = [j for j in longer[words[0]] if j < i]
            if len({clusters.root(j) for j in fits}) == 1:
                clusters.merge(fits[0], i, f"short for '{_text(clusters, fits[0])}'", forced=True)
        elif len(words) == 2 and words[1] not in clusters.ontology.nouns and not words[1].isdigit():
            longer[words[0]].append(i)


def join_generic_names(clusters: Clusters) -> None:
    """A common noun in capitals ("the Court"), or a name that ends in one, and the only longer name that has it all.

    "The Supreme Court" is "the Italian Supreme Court of Cassation" if the text names no other such court before.
    """
    longer: list[tuple[int, Words]] = []
    for i, words, is_settled in _bodies(clusters):
        if not is_settled and words[-1] in clusters.ontology.nouns:
            fits = [j for j, full in longer[-GENERIC:] if _is_within(words, full)]
            if len({clusters.root(j) for j in fits}) == 1:
                clusters.merge(fits[0], i, f"short for '{_text(clusters, fits[0])}'")
        longer.append((i, words))


def _bodies(clusters: Clusters) -> Iterator[tuple[int, Words, bool]]:
    """The organizations' differently worded names, and whether a row of the gazetteer settles them, in text order."""
    seen: set[tuple[int, Words]] = set()
    for i, traits in enumerate(clusters.traits):
        key = (clusters.root(i), traits.words)
        if traits.kind is MentionKind.NAME and traits.words and key not in seen and _is_body(clusters, i):
            seen.add(key)
            yield i, traits.words, clusters.stand.slugs[i] is not None


def _is_body(clusters: Clusters, i: int) -> bool:
    return clusters.of(i).tops == {"Organization"} and not clusters.stand.seats[i]


def _is_within(part: Words, full: Words) -> bool:
    """Whether `part` stands in one piece in `full`, a longer name."""
    size = len(part)
    return size < len(full) and any(full[k : k + size] == part for k in range(len(full) - size + 1))


def _text(clusters: Clusters, i: int) -> str:
    return clusters.text(i)
