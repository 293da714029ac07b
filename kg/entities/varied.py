"""Sieves over how news varies a name in the next sentence: "the Stockholm-based group", "the Pole", "the Greek envoy".

Each joins only where exactly one that is named near by fits; what may mean two stays by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.entities.bodies import reporter_of
from kg.entities.clusters import Clusters, clash
from kg.entities.kinds import ANY_FIRM, is_of_other_kind, is_taken
from kg.entities.structure import nominal_title
from kg.entities.traits import MODIFIER
from kg.entities.words import name_words
from kg.model import MentionKind
from kg.ontology import Ontology

FIRM, COUNTRY = "kgo:Company", "kgo:Country"
UNSPECIFIC = frozenset({FIRM, "kgo:Organization"})
BUILDERS = frozenset({"developer", "housebuilder", "builder"})
"""Nouns for persons that as often mean a company."""

BASED = frozenset({"based", "headquartered", "owned", "listed"})
"""What follows a place in words for a company: "the Stockholm-based group"."""

PORTRAYING = frozenset({
    "actor", "actress", "author", "billionaire", "boxer", "champion", "comedian", "composer", "cyclist", "entrepreneur",
    "filmmaker", "goalkeeper", "golfer", "hander", "magnate", "midfielder", "musician", "novelist", "painter", "poet",
    "politician", "pontiff", "rapper", "singer", "songwriter", "sprinter", "star", "striker", "swimmer", "tycoon",
    "veteran", "winger",
})  # fmt: skip
"""Nouns with which news names again who was just told of; "the judge" or "the victim" may be somebody else."""

COLLECTIVE = frozenset({"army", "authorities", "officials", "police", "prosecutors", "rebels", "rescuers", "troops"})
"""Nouns that open sentences without an article, and of which each place has its own."""

ENVOYS = frozenset({"ambassador", "diplomat", "envoy"})
TOPICAL = 3
"""How many times as often as any other a company is named of which "the Oslo-based company" is said beside others."""

FIRM_REACH, NAMED_LATER = 2, 2
"""Sentences back, and on, in which the name is looked for."""


@lru_cache(maxsize=8)
def demonyms_of(ontology: Ontology) -> Mapping[str, str]:
    """Word for one person of a country, in lower case -> slug of the country: "pole", "italian", but not "dutch".

    Those whose plural the gazetteer lists too, and those that end in "man" or "woman".
    """
    found: dict[str, str] = {}
    for slug, row in sorted(ontology.names.items()):
        words = {word.casefold() for word in row.demonyms}
        if row.cls == COUNTRY:
            found |= {word: slug for word in sorted(words) if f"{word}s" in words or word.endswith(("man", "woman"))}
    return found


def read_demonyms(clusters: Clusters) -> None:
    """Let "the Pole" and "the Italian" be a person of the country, who has no name in it."""
    doc, known = clusters.parse.doc, demonyms_of(clusters.ontology)
    for i, m in enumerate(clusters.mentions):
        word = "".join(name_words(m.mention.anchor.text))
        token = doc[m.head]
        if m.mention.kind is not MentionKind.NAME or word not in known or token.dep_ in MODIFIER:
            continue
        first = m.phrase_first if doc[m.phrase_first].lower_ == "the" else m.first
        if doc[first].lower_ == "the" and m.last - first == 1 and token.tag_ in {"NN", "NNP", "JJ"}:
            cluster = clusters.of(i)
            cluster.slug, cluster.tops, cluster.cls, cluster.named = None, {"Person"}, "kgo:Person", False
            cluster.of = {known[word]}
            clusters.stand.slugs[i] = clusters.stand.seats[i] = None
            clusters.described.add(i)


def read_common(clusters: Clusters) -> None:
    """Let "Police" at the start of a sentence or behind a dateline be no name, whatever it was taken for."""
    doc, ontology = clusters.parse.doc, clusters.ontology
    for i, m in enumerate(clusters.mentions):
        word = m.mention.anchor.text.casefold()
        if m.mention.kind is not MentionKind.NAME or word not in COLLECTIVE or m.mention.anchor.text.isupper():
            continue
        if m.first and not doc[m.first].is_sent_start and doc[m.first - 1].pos_ != "PUNCT":
            continue
        cluster, cls = clusters.of(i), ontology.nouns.get(word, "kgo:Group")
        cluster.slug, cluster.cls, cluster.tops, cluster.named = None, cls, {ontology.top_type(cls)}, False
        clusters.stand.slugs[i] = clusters.stand.seats[i] = None
        clusters.described.add(i)


def join_varied(clusters: Clusters) -> None:
    """A company or person told in other words right after the only name that fits."""
    for i, traits in enumerate(clusters.traits):
        cluster = clusters.of(i)
        if cluster.named or clusters.mentions[i].number == "plural":
            continue
        if i in clusters.described or (_is_portrait(clusters, i)):
            j = _person_before(clusters, i)
        elif traits.kind is MentionKind.NOMINAL and traits.determiner == "the" and _is_firm(clusters, i):
            j = _firm_before(clusters, i)
        else:
            continue
        if j is not None:
            _join(clusters, i, j)


def _join(clusters: Clusters, i: int, j: int) -> None:
    """Make both one, of the type of the name `j`: "the group" and "the developer" were taken for people."""
    cluster = clusters.of(i)
    before = cluster.tops, cluster.cls
    cluster.tops, cluster.cls = set(clusters.of(j).tops), clusters.of(j).cls
    if not clusters.merge(j, i, f"'{clusters.text(i)}' says again who '{clusters.text(j)}' is"):
        cluster.tops, cluster.cls = before


def _is_portrait(clusters: Clusters, i: int) -> bool:
    traits = clusters.traits[i]
    is_told = traits.kind is MentionKind.NOMINAL and traits.determiner == "the" and traits.role == "subject"
    return is_told and traits.head in PORTRAYING and not traits.is_open and clusters.of(i).tops <= {"Person", "Group"}


def _is_firm(clusters: Clusters, i: int) -> bool:
    """Whether a noun for a company says with where it is based, or how big it is, which company is meant."""
    m, traits, doc = clusters.mentions[i], clusters.traits[i], clusters.parse.doc
    if traits.head in BUILDERS:
        return not traits.modifiers and not traits.of and not traits.is_open
    if not clusters.ontology.is_a(m.cls, FIRM) and traits.head not in ANY_FIRM:
        return False
    before = [doc[k] for k in range(m.phrase_first, m.last)]
    return any(t.lower_ in BASED or t.tag_ == "JJS" or t.lower_.endswith(("-based", "-owned")) for t in before)


def _firm_before(clusters: Clusters, i: int) -> int | None:
    """The company that the nearest sentence before mention `i` names, if no other may be meant, or None."""
    sentence, reporter = (
        clusters.traits[i].sentence,
        reporter_of(clusters, clusters.parse.doc[clusters.mentions[i].head]),
    )
    for number in range(sentence, max(-1, sentence - FIRM_REACH - 1), -1):
        row = [j for j in clusters.by_sentence.get(number, ()) if j < i and _may_be_firm(clusters, i, j)]
        by_root = {clusters.root(j): j for j in reversed(row)}
        if not by_root:
            continue
        told = sorted(by_root, key=lambda root: (-len(clusters.of(root).members), root))
        most, rest = told[0], told[1:]
        size = len(clusters.of(most).members)
        if any(size < TOPICAL * len(clusters.of(root).members) for root in rest):
            return None
        is_own = reporter is not None and clusters.root(reporter) == most
        return None if is_own or is_taken(clusters, i, by_root[most]) else by_root[most]
    return None


def _may_be_firm(clusters: Clusters, i: int, j: int) -> bool:
    other = clusters.of(j)
    if clusters.traits[j].kind is not MentionKind.NAME or other.cls not in UNSPECIFIC:
        return False
    row = clusters.ontology.names.get(other.slug or "")
    lands = {slug for slug in clusters.traits[i].of if _is_country(clusters, slug)}
    is_elsewhere = row is not None and row.within and lands and row.within not in lands
    return not is_elsewhere and not clusters.are_foes(i, j) and not is_of_other_kind(clusters, i, j)


def _is_country(clusters: Clusters, slug: str) -> bool:
    row = clusters.ontology.names.get(slug)
    return row is not None and row.cls == COUNTRY


def _person_before(clusters: Clusters, i: int) -> int | None:
    """The only person named in the sentence before mention `i`, in its paragraph, who may be of its country."""
    sentence = clusters.traits[i].sentence - 1
    row = [j for j in clusters.by_sentence.get(sentence, ()) if clusters.traits[j].kind is MentionKind.NAME]
    row = [j for j in row if clusters.of(j).named and "Person" in clusters.of(j).tops and _may_be(clusters, i, j)]
    if len({clusters.root(j) for j in row}) != 1 or clusters.are_foes(i, row[0]):
        return None
    text, starts = clusters.parse.document.text, clusters.parse.starts
    return None if "\n" in text[starts[row[0]] : starts[clusters.mentions[i].first]] else row[0]


def _may_be(clusters: Clusters, i: int, j: int) -> bool:
    one, other = clusters.of(i), clusters.of(j)
    lands = [{slug for slug in c.of if _is_country(clusters, slug)} for c in (one, other)]
    if all(lands) and not lands[0] & lands[1]:
        return False
    if i not in clusters.described and other.titles and not any(clusters.traits[i].head in t for t in other.titles):
        return False  # a judge is no singer
    return not (one.gender and other.gender and one.gender != other.gender)


def join_named_later(clusters: Clusters) -> None:
    """ "The Greek ambassador", and the only one of that title and country, whom a later sentence names."""
    named = [j for j, t in enumerate(clusters.traits) if t.kind is MentionKind.NAME and clusters.of(j).titles]
    for i, traits in enumerate(clusters.traits):
        if clusters.of(i).named or traits.kind is not MentionKind.NOMINAL or traits.determiner != "the":
            continue
        if not traits.of or clusters.mentions[i].number == "plural" or not nominal_title(clusters, i):
            continue
        fits = [j for j in named if _is_holder(clusters, i, j)]
        near = [j for j in fits if j > i and clusters.traits[j].sentence - traits.sentence <= NAMED_LATER]
        if near and len({clusters.root(j) for j in fits}) == 1:
            clusters.merge(near[0], i, f"'{clusters.text(i)}' is named later, '{clusters.text(near[0])}'", forced=True)


def _is_holder(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the person `j` bears the title that mention `i` is, of no other owner."""
    traits, person = clusters.traits[i], clusters.of(j)
    nouns = ENVOYS if traits.head in ENVOYS else {traits.head}
    is_titled = any(title.split()[-1] in nouns for title in person.titles)
    lands = {slug for slug in traits.of if _is_country(clusters, slug)}
    others = {slug for slug in person.of if _is_country(clusters, slug)}
    return (
        is_titled
        and bool(lands)
        and (not others or bool(lands & others))
        and not clash(person, clusters.of(i), typed=False)
    )
