"""Sieves over phrases that restate what stands right beside them, where the tree or the type tells less.

"Apple Corps, the Beatles' record company" needs no rule of its own; here are nouns of no known type ("the 7e7, a new
design") and pairs that the tree hangs on one verb ("The former chief operating officer, Tim Cook will succeed him").
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.clusters import Clusters
from kg.entities.structure import nominal_title
from kg.model import MentionKind

KINDS_OF_PLACE = frozenset({
    "borough", "city", "commune", "county", "district", "governorate", "hamlet", "island", "municipality",
    "neighborhood", "neighbourhood", "oblast", "port", "prefecture", "province", "region", "resort", "settlement",
    "state", "suburb", "territory", "town", "township", "village",
})  # fmt: skip
"""Nouns that before "of" and a name say what the place is: "the town of Arua"."""
TOLD = frozenset({"a", "an", "the", "possessive"})
"""Determiners of a noun phrase that says what a name beside it is."""
BESIDE = frozenset({",", "-", "–", "—", "--"})
"""Marks before what restates a phrase."""
NEAR = 6
"""Mentions looked at before a comma."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
JOINING = frozenset({"and", "or", "but", "nor", "&", ","})


def join_kinds_of_place(clusters: Clusters) -> None:
    """A noun for a place and its name behind "of": "the northwestern town of Arua", whatever Arua was taken for."""
    doc = clusters.parse.doc
    for i, m in enumerate(clusters.mentions):
        j = clusters.by_head.get(m.first - 2) if m.first > 1 and doc[m.first - 1].lower_ == "of" else None
        if j is None or clusters.traits[i].kind is not MentionKind.NAME or not _is_kind_of_place(clusters, j):
            continue
        name, noun = clusters.of(i), clusters.of(j)
        if name.slug is None and not name.gender and not name.titles:
            name.tops, name.cls = set(noun.tops), noun.cls
            name.names.clear()
        if name.tops & noun.tops:
            reason = f"'{clusters.traits[j].head}' says what '{clusters.text(i)}' is"
            clusters.merge(i, j, reason, forced=True)  # the tree puts the name inside the noun phrase


def _is_kind_of_place(clusters: Clusters, j: int) -> bool:
    traits, m = clusters.traits[j], clusters.mentions[j]
    is_whole = traits.determiner == "the" and m.first <= m.head and m.number == "singular"
    is_kind = traits.kind is MentionKind.NOMINAL and traits.head in KINDS_OF_PLACE
    return is_whole and is_kind and clusters.parse.doc[m.phrase_first].lower_ == "the"


def join_beside(clusters: Clusters) -> None:
    """A name and the noun phrase behind or before its comma or dash, told of one thing in the singular."""
    for i in range(1, len(clusters.mentions)):
        for j in _before_comma(clusters, i):
            noun, name = (i, j) if clusters.traits[i].kind is MentionKind.NOMINAL else (j, i)
            if clusters.root(i) == clusters.root(j) or not _may_be_one(clusters, noun, name):
                continue
            if _is_untyped(clusters, i, j) or _is_typed(clusters, noun, i, j):
                clusters.merge(j, i, f"stands beside '{clusters.text(j)}'", forced=True)
                break


def join_joint_offices(clusters: Clusters) -> None:
    """Two offices told together before a name: "Apple CEO and co-founder Steve Jobs", but not "the CEO and ..."."""
    doc = clusters.parse.doc
    for i, m in enumerate(clusters.mentions):
        first = m.phrase_first
        if clusters.traits[i].kind is not MentionKind.NAME or "Person" not in clusters.of(i).tops or first < 2:
            continue
        j = clusters.by_head.get(first - 2) if doc[first - 1].lower_ == "and" and m.first > first else None
        if j is None or clusters.traits[j].determiner or not nominal_title(clusters, j):
            continue
        if not any(t.tag_ == "VBP" or t.lower_ == "were" for t in (doc[clusters.mentions[j].head].head,)):
            clusters.merge(j, i, f"holds both offices, '{clusters.text(j)}' too", forced=True)


def _before_comma(clusters: Clusters, i: int) -> list[int]:
    """The mentions whose phrases end before the comma or dash before mention `i`, the widest first."""
    doc, first = clusters.parse.doc, clusters.mentions[i].phrase_first
    if first < 2 or doc[first - 1].text not in BESIDE:
        return []
    near = range(i - 1, max(-1, i - 1 - NEAR), -1)
    return [j for j in reversed(near) if first - 2 in (clusters.mentions[j].last, clusters.mentions[j].phrase_last)]


def _may_be_one(clusters: Clusters, noun: int, name: int) -> bool:
    """Whether one is a determined noun in the singular, the other mostly a name, and neither is one of a list."""
    if clusters.traits[name].kind is MentionKind.PRONOUN or clusters.traits[noun].kind is not MentionKind.NOMINAL:
        return False
    if clusters.traits[name].kind is MentionKind.NOMINAL and not _are_alike(clusters, noun, name):
        return False
    if clusters.of(noun).named or clusters.mentions[noun].number != "singular":
        return False
    if clusters.traits[noun].determiner not in TOLD and not nominal_title(clusters, noun):
        return False
    heads = [clusters.parse.doc[clusters.mentions[k].head] for k in (noun, name)]
    return not any(_is_listed(head) for head in heads) and not _goes_on(clusters, max(noun, name))


def _are_alike(clusters: Clusters, noun: int, other: int) -> bool:
    """Whether of two noun phrases both are determined, and nothing is known of the type of one."""
    is_told = clusters.traits[other].determiner in TOLD - {"a", "an"} and clusters.mentions[other].number == "singular"
    return is_told and not (clusters.of(noun).tops and clusters.of(other).tops)


def _is_listed(head: Token) -> bool:
    return head.dep_ == "conj" or any(t.dep_ in {"conj", "cc"} for t in head.children)


def _goes_on(clusters: Clusters, i: int) -> bool:
    """Whether more of a list follows: "A, the b and the c", "A, the b, the c and ..."."""
    after = clusters.parse.doc[clusters.mentions[i].phrase_last + 1 : clusters.mentions[i].phrase_last + 3]
    return bool(after) and (after[0].lower_ in JOINING - {","} or (len(after) > 1 and after[1].lower_ in JOINING))


def _is_untyped(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the tree calls the second an apposition to the first, and nothing is known of the type of one."""
    is_open = not clusters.of(i).tops or not clusters.of(j).tops
    return is_open and clusters.parse.doc[clusters.mentions[i].head].dep_ == "appos"


def _is_typed(clusters: Clusters, noun: int, i: int, j: int) -> bool:
    """Whether both are of one type, and no second argument of a verb starts behind the comma.

    "After talks with Boeing, the airline said ..." tells of two.
    """
    first, second = (clusters.parse.doc[clusters.mentions[k].head] for k in (j, i))
    if not clusters.of(i).tops & clusters.of(j).tops:
        return False
    if second.dep_ in SUBJECTS:
        return noun == j and first.dep_ in SUBJECTS and first.head == second.head
    return second.dep_ == "appos" or (second.dep_ == first.dep_ == "dobj" and first.head == second.head)
