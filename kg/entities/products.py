"""Sieves over names of products, and over names with the noun that says of what kind they are ("A380 jet")."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.clusters import VAGUE, Clusters
from kg.entities.naming import Words, first_names
from kg.mentions.find import SIZE
from kg.mentions.words import ONE_OF_KIND
from kg.model import MentionKind

MODELLED = ("kgo:Vehicle", "kgo:Weapon")
"""Classes whose nouns after a product's name only say what it is: "an A380 jet", but "an iPhone case" is no iPhone."""

SELF = frozenset({
    "airline", "airport", "company", "group", "island", "movement", "network", "newspaper", "magazine", "organisation",
    "organization", "party", "river",
})  # fmt: skip
"""Nouns that after a name of their type say what it is: "Heathrow airport", "the Hamas movement"."""

DEVICES = frozenset({
    "browser", "console", "device", "handset", "phone", "player", "service", "smartphone", "suite", "system", "tablet",
    "watch",
})  # fmt: skip
"""Nouns that behind a product's name say what it is, where somebody's or a told one is meant: "its iPhone device"."""

VERSIONED = frozenset({"software", "firmware"})
"""Nouns that say so behind a version's number: "iPhone 3.0 software", but "iPod software" is no iPod."""

NEWNESS = frozenset({"new", "a", "an"})
"""Words that open a phrase about something else than what had the name before: "new MacBook Air laptops"."""

SHORTEST = 3
"""Letters of a short name that stands for a longer one."""


def join_product_names(clusters: Clusters) -> None:
    """A product's name with and without its maker's, in the plural, and the part that the text calls it by.

    "Airbus A380" and "A380", "Dreamliners" and "Dreamliner"; "Dreamliner" and "787" are the only "787 Dreamliner".
    """
    firsts: dict[Words, int] = {}
    for i, traits in first_names(clusters):
        if not clusters.of(i).tops & {"Person", "Country", "City", "Region", "Event"}:
            firsts.setdefault(traits.words, i)
    makers = {t.words for t in clusters.traits if t.kind is MentionKind.NAME and t.top == "Organization"}
    for words, i in firsts.items():
        if len(words) > 1 and words[:1] in makers and words[1:] in firsts:
            _join(clusters, firsts[words[1:]], i, "with its maker's name")
        one = _singular(words)
        if one in firsts and "Product" in clusters.of(i).tops | clusters.of(firsts[one]).tops:
            _join(clusters, firsts[one], i, "in the plural")
    _join_parts(clusters, firsts)


def _join(clusters: Clusters, i: int, j: int, how: str) -> None:
    clusters.merge(i, j, f"'{clusters.text(i)}' {how}", forced=True)


def _singular(words: Words) -> Words:
    return (*words[:-1], words[-1][:-1]) if words[-1][-1:] == "s" else ()


def _join_parts(clusters: Clusters, firsts: dict[Words, int]) -> None:
    """A word that ends, or a number that opens, the only longer product's name of the text."""
    wholes: dict[str, list[int]] = {}
    for words, i in firsts.items():
        if len(words) > 1 and clusters.of(i).tops <= {"Product"}:
            for part in _callable(words):
                wholes.setdefault(part, []).append(i)
    for words, i in firsts.items():
        fits = wholes.get(words[0], []) if len(words) == 1 else []
        is_product = any("Product" in clusters.of(j).tops for j in (i, *fits)) and clusters.of(i).tops <= {"Product"}
        if is_product and len({clusters.root(j) for j in fits}) == 1:
            clusters.merge(fits[0], i, f"short for '{clusters.text(fits[0])}'", forced=True)


def _callable(words: Words) -> set[str]:
    """What a product of this name is called in short: its last word, or the model's number before that word."""
    last = words[-1]
    if not last.isalpha() or len(last) < SHORTEST:
        return set()
    return {last} | ({words[-2]} if any(c.isdigit() for c in words[-2]) else set())


def join_kinds(clusters: Clusters) -> None:
    """A noun and the name right before it that it says the kind of: "the A380 jet", "Heathrow airport"."""
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL or clusters.of(i).named:
            continue
        j = _name_before(clusters, i)
        if j is not None and _is_kind(clusters, i, j) and not singled_out(clusters, i):
            noun = clusters.parse.doc[clusters.mentions[i].last].text
            is_merged = clusters.merge(j, i, f"'{noun}' says what '{clusters.text(j)}' is", forced=True)
            if is_merged and clusters.mentions[i].number == "plural":
                clusters.of(i).number = ""  # "Airbus A320 jets" may be "the planes" as well as "the plane"


def singled_out(clusters: Clusters, i: int) -> frozenset[str]:
    """The words with which a phrase picks one or some out of many of a product's name ("the final Boeing 717")."""
    m, doc = clusters.mentions[i], clusters.parse.doc
    if clusters.traits[i].kind is not MentionKind.NOMINAL or clusters.traits[i].top != "Product":
        return frozenset()
    before = [doc[k].lower_ for k in range(m.phrase_first, m.last)]
    found = {word for word in before if word in ONE_OF_KIND}
    found |= {
        (amount if amount.isdigit() else "") + word for amount, word in pairwise(["", *before]) if SIZE.match(word)
    }
    is_model = any(c.isdigit() for c in doc[m.phrase_first : m.last + 1].text)
    return frozenset(found | {"new"} if "new" in before and before[0] in NEWNESS and not is_model else found)


def join_singled_out(clusters: Clusters) -> None:
    """Phrases that pick the same out of a product's name: "final 717" and "the final 717 jet", "the iPhone 3G" too."""
    firsts: dict[tuple[str, frozenset[str]], int] = {}
    named = {(t.words[-2], frozenset(t.words[-1:])): i for i, t in reversed(first_names(clusters)) if len(t.words) > 1}
    for i in range(len(clusters.mentions)):
        words = singled_out(clusters, i)
        name = _core_name(clusters, i) if words else ""
        if not name:
            continue
        j = firsts.setdefault((name, words), named.get((name, words), i))
        if j != i:
            clusters.merge(j, i, f"'{clusters.text(i)}' of the same kind, '{' '.join(sorted(words))}'")


def _core_name(clusters: Clusters, i: int) -> str:
    """The last word of the product's name in a phrase, by itself or before a noun that says what it is; or ""."""
    if clusters.text(i) != clusters.text(i).lower() or any(c.isdigit() for c in clusters.text(i)):
        return clusters.traits[i].words[-1]
    j = _name_before(clusters, i)
    is_kind = j is not None and (not clusters.of(j).tops or _is_kind(clusters, i, j))
    return clusters.traits[j].words[-1] if j is not None and is_kind else ""


def join_small_names(clusters: Clusters) -> None:
    """A name with a common noun, and the only longer name that begins and ends so.

    "The iTunes store" is "iTunes Music Store", "the Kursk plant" is "Kursk Nuclear Power Plant".
    """
    longer: dict[tuple[str, str], list[int]] = {}
    for j, traits in first_names(clusters):
        if len(traits.words) > 1 and "Person" not in clusters.of(j).tops:
            longer.setdefault((traits.words[0], traits.words[-1]), []).append(j)
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL or clusters.of(i).named or clusters.mentions[i].number == "plural":
            continue
        name = _name_before(clusters, i)
        words = clusters.traits[name].words if name is not None else ()
        fits = [j for j in longer.get((words[0], traits.head), []) if _has_all(clusters, j, i, words)] if words else []
        if len({clusters.root(j) for j in fits}) == 1:
            reason = f"'{clusters.text(i)}' is '{clusters.text(fits[0])}' in small letters"
            clusters.merge(fits[0], i, reason, forced=True)


def _has_all(clusters: Clusters, j: int, i: int, words: Words) -> bool:
    """Whether the name `j` begins with `words` and has what else qualifies the noun of mention `i`."""
    full, m = clusters.traits[j].words, clusters.mentions[i]
    noun = clusters.parse.doc[m.last]
    beside = {t.lower_ for t in noun.children if t.i < m.last and t.dep_ in {"compound", "amod", "nmod"}}
    return len(full) > len(words) and full[: len(words)] == words and beside <= set(full)


def _name_before(clusters: Clusters, i: int) -> int | None:
    """The name that qualifies the noun of mention `i` from right before it."""
    noun = clusters.mentions[i].last
    for token in reversed([t for t in clusters.parse.doc[noun].children if t.i < noun]):
        j = clusters.by_head.get(token.i)
        if j is not None and clusters.traits[j].kind is MentionKind.NAME:
            return j if token.dep_ in {"compound", "nmod", "nummod"} else None
    return _name_further_before(clusters, i)


def _name_further_before(clusters: Clusters, i: int) -> int | None:
    """The name before the nouns right before that of mention `i`: "the A380 superjumbo airliner"."""
    m, doc = clusters.mentions[i], clusters.parse.doc
    for k in range(m.last - 1, m.phrase_first - 1, -1):
        j = clusters.by_head.get(k)
        if j is not None and clusters.traits[j].kind is MentionKind.NAME:
            return j if clusters.mentions[j].last == k and doc[k].dep_ in {"compound", "nmod", "nummod"} else None
        if doc[k].pos_ not in {"NOUN", "ADJ"}:
            return None
    return None


def _is_kind(clusters: Clusters, i: int, j: int) -> bool:
    tops, cls = clusters.of(j).tops, clusters.mentions[i].cls
    if any(clusters.ontology.is_a(cls, kind) for kind in MODELLED):
        return tops == {"Product"}
    if tops <= {"Product"} and _is_device(clusters, i, j):
        return True
    if clusters.traits[i].head not in SELF or clusters.mentions[i].number == "plural":
        return False
    return clusters.mentions[j].last == clusters.mentions[i].last - 1 and clusters.traits[i].top in tops - VAGUE


def _is_device(clusters: Clusters, i: int, j: int) -> bool:
    """Whether a noun only says of what kind a product is: "its iPod music players", not "an Android phone"."""
    traits, m = clusters.traits[i], clusters.mentions[i]
    if traits.head in VERSIONED and not any(c.isdigit() for c in clusters.text(j)):
        return False
    is_kind = traits.head in DEVICES | VERSIONED and clusters.ontology.is_a(m.cls, "kgo:Product")
    return is_kind and traits.determiner in {"the", "possessive"} and clusters.mentions[j].last < m.last
