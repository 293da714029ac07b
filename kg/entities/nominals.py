"""Sieves over descriptions: "the leader", "the ministry", "the event", "the two countries"."""

from __future__ import annotations

from collections import defaultdict

from kg.entities.bodies import Bodies, reporter_of
from kg.entities.clusters import Clusters, clash
from kg.entities.kinds import is_district, is_of_other_kind, is_only_firm, is_played_on, is_taken
from kg.entities.structure import nominal_title
from kg.entities.traits import Traits, is_hyphenated
from kg.entities.words import DESIGNATORS
from kg.model import MentionKind

REFERRING = frozenset({"the", "this", "that", "these", "those"})
OTHERNESS = frozenset({
    "other", "another", "same", "new", "first", "second", "third", "next", "last", "latest", "previous",
    "additional", "further", "more", "only", "own", "different", "similar", "such", "rest",
})  # fmt: skip
"""Modifiers with which a description means something not yet told."""

NEWS = frozenset({"new", "latest"})
"""Modifiers with which a product that was just told may be meant again: "the new plane"."""

UNSPECIFIC, COMPANY, REGION = "kgo:Organization", "kgo:Company", "kgo:Region"

FEW = frozenset({"kgo:IntelligenceAgency"})
"""Classes of bodies of which a text means one when it speaks of a country's."""

KINDS = frozenset({"spy", "intelligence", "national", "military"})
"""Modifiers that every body of these classes may have."""

BROAD = frozenset({
    "kgo:Thing", "kgo:Person", "kgo:Place", "kgo:Group", "kgo:Product", "kgo:Document", "kgo:Event", UNSPECIFIC,
})  # fmt: skip
"""Classes too wide to recognise a name by: a union, a board and a watchdog are organizations."""

OWNED = frozenset({"business", "industry", "store", "market", "land", "ground", "area"})
"""Nouns for companies and regions that as often mean what one has, or where it works."""

WHOLE_PRODUCTS = frozenset({
    "browser", "camera", "computer", "console", "device", "drug", "gadget", "game", "handset", "laptop", "machine",
    "medicine", "model", "notebook", "phone", "player", "product", "program", "smartphone", "system", "tablet",
    "treatment", "vaccine", "watch",
})  # fmt: skip
"""Nouns for a product as a whole; "the antenna" after "iPhone" is a part of it."""

WHOLES = frozenset({"military", "army", "navy", "police", "government", "opposition", "force", "coalition"})
"""Nouns for the whole of what a country has several bodies of: none is meant by its class alone."""

PARTS = frozenset({
    "affiliate", "competitor", "customer", "division", "rival", "shareholder", "subsidiary", "supplier", "unit",
})  # fmt: skip
"""Nouns for a body by its bond to another: "the subsidiary" is none that is merely named before."""

SITES = frozenset({"facility", "building", "site", "venue", "complex", "location"})
"""Nouns for any facility; "the hangar" after "the airport" is a part of it."""

NAME_REACH, PRODUCT_REACH = 12, 3
"""Sentences back in which a name, or the only product, is looked for."""

TOPICAL = 3
"""How many times more often one of two companies is named before "the company" means it, though neither is subject."""

CANDIDATES = 400
"""Mentions looked at for one description at most."""


def is_description(clusters: Clusters, i: int) -> bool:
    """Whether mention `i` is a definite noun phrase that may point back."""
    traits = clusters.traits[i]
    if traits.kind is not MentionKind.NOMINAL or traits.determiner not in REFERRING:
        return False
    return not traits.modifiers & OTHERNESS


def join_descriptions(clusters: Clusters) -> None:
    """A definite description of what is named before: by title, class or a word of its name."""
    titled = _TitleIndex(clusters)
    for i, traits in enumerate(clusters.traits):
        is_told = is_description(clusters, i) or (_is_new_product(traits) and clusters.mentions[i].number != "plural")
        if is_told and not clusters.of(i).named and not traits.is_open and not is_played_on(clusters, i):
            j = titled.find(i) if nominal_title(clusters, i) else _named_of_class(clusters, i)
            j = _only_product(clusters, i) if j is None else j
            if j is not None:
                is_own = _ends_name(clusters, traits, j)  # what the name calls itself overrules its guessed type
                clusters.merge(j, i, f"'the {traits.head}' describes '{_text(clusters, j)}'", forced=is_own)


def _is_new_product(traits: Traits) -> bool:
    """Whether a noun phrase takes up a product that was just told as new: "the new phone"."""
    is_new = bool(traits.modifiers) and traits.modifiers <= NEWS
    return is_new and traits.kind is MentionKind.NOMINAL and traits.top == "Product" and traits.determiner in REFERRING


def join_own_bodies(clusters: Clusters) -> None:
    """ "The company" in somebody's words, and the company in which that one is told to hold office."""
    bodies = Bodies(clusters)
    for i, traits in enumerate(clusters.traits):
        if traits.top != "Organization" or traits.modifiers or traits.of or traits.is_open:
            continue
        if is_description(clusters, i) and not clusters.of(i).named:
            speaker = reporter_of(clusters, clusters.parse.doc[clusters.mentions[i].head])
            body = bodies.of(speaker) if speaker is not None else None
            if body is not None and _is_meant(clusters, i, body):
                clusters.merge(body, i, f"'the {traits.head}' of '{_text(clusters, body)}' in the words of its own")


class _TitleIndex:
    """Title -> persons of whom it is told, looked up by the nearest before."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for i, traits in enumerate(clusters.traits):
            if traits.kind is MentionKind.NAME and "Person" in clusters.of(i).tops:
                for word in sorted({title.split()[-1] for title in clusters.of(i).titles}):
                    self.by_word[word].append(i)

    def find(self, i: int) -> int | None:
        """The only person before `i` within reach whose title ends with the same noun and fits, or None."""
        clusters, traits = self.clusters, self.clusters.traits[i]
        near = [j for j in reversed(self.by_word[traits.head]) if j < i][:CANDIDATES]
        near = [j for j in near if traits.sentence - clusters.traits[j].sentence <= NAME_REACH and self._fits(i, j)]
        return near[0] if len({clusters.root(j) for j in near}) == 1 else None

    def _fits(self, i: int, j: int) -> bool:
        traits, person = self.clusters.traits[i], self.clusters.of(j)
        told = {word for title in person.titles for word in title.split()}
        owners_agree = not traits.of or not person.of or bool(traits.of & person.of)
        return traits.modifiers <= told and owners_agree and not clash(person, self.clusters.of(i))


def _named_of_class(clusters: Clusters, i: int) -> int | None:
    """The nearest name before `i` that ends in its noun, or else that is of its class or has the noun in it.
    "The store" is the iTunes Music Store rather than Apple; "the company" is no more one "... Company" than another.
    """
    traits = clusters.traits[i]
    names = [j for j in before(clusters, i, NAME_REACH) if clusters.traits[j].kind is MentionKind.NAME]
    names = [j for j in names if not is_hyphenated(clusters.parse.doc[clusters.mentions[j].head])]  # "Oslo-based"
    names.sort(key=lambda j: clusters.parse.doc[clusters.mentions[j].head].pos_ == "ADJ")  # "the French" tells less
    told = [] if traits.head in DESIGNATORS else [j for j in names if _ends_name(clusters, traits, j)]
    found = next((j for j in [*told, *names] if _is_meant(clusters, i, j)), None)
    if found is None or _is_one_of_two(clusters, i, found):
        return None
    is_open = found not in told and (_is_contested(clusters, i, found) or is_taken(clusters, i, found))
    return None if is_open else found


def _is_contested(clusters: Clusters, i: int, j: int) -> bool:
    """Whether "the company" of mention `i` may as well be another that is named in the sentence of the name `j`.

    Not where `j` is the subject there, or the text tells far more of it than of the other.
    """
    traits = clusters.traits[j]
    if clusters.traits[i].top != "Organization" or traits.role == "subject":
        return False
    row = [k for k in clusters.by_sentence[traits.sentence] if k < i and clusters.traits[k].kind is MentionKind.NAME]
    others = {clusters.root(k) for k in row if clusters.root(k) != clusters.root(j) and _is_meant(clusters, i, k)}
    told = sum(k < i for k in clusters.of(j).members)
    return any(told < TOPICAL * sum(k < i for k in clusters.of(root).members) for root in others)


def _is_one_of_two(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the name `j` is told together with another that "the country" of mention `i` might mean as well."""
    token = clusters.parse.doc[clusters.mentions[j].head]
    if clusters.mentions[i].number == "plural" or clusters.traits[j].sentence != clusters.traits[i].sentence:
        return False
    beside = [clusters.by_head[t.i] for t in token.conjuncts if t.i in clusters.by_head]
    return any(clusters.root(k) != clusters.root(j) and _is_meant(clusters, i, k) for k in beside)


def _is_meant(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the description `i` fits the name `j` and nothing contradicts."""
    traits = clusters.traits[i]
    if clusters.mentions[i].number == "plural" and clusters.mentions[j].number == "singular" and traits.top != "Group":
        return False  # "the manufacturers" are not Airbus
    if clash(clusters.of(j), clusters.of(i), typed=not _ends_name(clusters, traits, j)):
        return False
    return _is_described(clusters, traits, i, j) and not clusters.are_foes(i, j)


def _owners(clusters: Clusters, j: int) -> set[str]:
    """Whose a name is told to be, or what it lies in by the gazetteer."""
    row = clusters.ontology.names.get(clusters.of(j).slug or "")
    return clusters.of(j).of | ({row.within} if row and row.within else set())


def join_owned_bodies(clusters: Clusters) -> None:
    """A country's body of a kind that it has few of ("Seoul's spy agency"), and the only such body that is named."""
    named: dict[int, int] = {}
    for j, traits in enumerate(clusters.traits):
        if traits.kind is MentionKind.NAME and clusters.of(j).cls in FEW:
            named.setdefault(clusters.root(j), j)
    for i, traits in enumerate(clusters.traits):
        if traits.kind is not MentionKind.NOMINAL or clusters.of(i).named or clusters.mentions[i].number == "plural":
            continue
        if clusters.mentions[i].cls not in FEW or not traits.of or traits.modifiers - KINDS:
            continue
        fits = [j for j in named.values() if clusters.of(j).cls == clusters.mentions[i].cls]
        fits = [j for j in fits if traits.of & _owners(clusters, j)]
        if len(fits) == 1:
            clusters.merge(fits[0], i, f"'{_text(clusters, i)}' of the country of '{_text(clusters, fits[0])}'")


def _ends_name(clusters: Clusters, traits: Traits, j: int) -> bool:
    """Whether the noun ends the name `j`: "the program" and "the Legacy Program"."""
    words = clusters.traits[j].words
    return len(words) > 1 and words[-1] == traits.head and clusters.traits[j].top != "Person"


def _only_product(clusters: Clusters, i: int) -> int | None:
    """The product that is named shortly before a noun for products ("the aircraft"), or None.

    Of several the one whose name has the noun in it ("the phone": "iPhone"), or the only one of the nearest sentence
    that names any.
    """
    traits = clusters.traits[i]
    if traits.top != "Product" or traits.modifiers - NEWS or traits.of:
        return None
    is_part = clusters.mentions[i].cls == "kgo:Product" and traits.head not in WHOLE_PRODUCTS
    near = [j for j in before(clusters, i, PRODUCT_REACH) if has_name(clusters, j)]
    near = [j for j in near if "Product" in clusters.of(j).tops and not clash(clusters.of(j), clusters.of(i))]
    near = [j for j in near if not _is_of_other(clusters, j)]
    told = [j for j in near if _compounds(clusters, j, traits.head)]
    plain = [j for j in near if not _qualifies(clusters, j)]
    cls = clusters.mentions[i].cls
    alike = [j for j in plain if cls not in BROAD and clusters.ontology.is_a(clusters.of(j).cls, cls)]
    last = [j for j in plain if clusters.traits[j].sentence == clusters.traits[plain[0]].sentence]
    for fits in (told,) if is_part else (told, alike, plain, last):
        if len({clusters.root(j) for j in fits}) == 1:
            return None if fits is not told and is_taken(clusters, i, fits[0]) else fits[0]
    return None


def has_name(clusters: Clusters, j: int) -> bool:
    """Whether a mention is a name, or what a product's name says with words that single it out ("final Boeing 717")."""
    kind, text = clusters.traits[j].kind, clusters.text(j)
    is_written = text != text.lower() or any(c.isdigit() for c in text)
    return kind is MentionKind.NAME or (kind is MentionKind.NOMINAL and is_written)


def _is_of_other(clusters: Clusters, j: int) -> bool:
    """Whether a name only qualifies the noun for something else ("Trent 900 engines")."""
    token = clusters.parse.doc[clusters.mentions[j].head]
    above = clusters.by_head.get(token.head.i) if token.dep_ in {"compound", "nmod", "nummod"} else None
    return above is not None and clusters.root(above) != clusters.root(j) and token.head.tag_ == "NNS"


def _qualifies(clusters: Clusters, j: int) -> bool:
    """Whether a name stands before a noun for something else: "the Joint Strike Fighter program"."""
    token = clusters.parse.doc[clusters.mentions[j].head]
    if token.dep_ not in {"compound", "nmod", "poss"}:
        return False
    above = clusters.by_head.get(token.head.i)
    return above is None or clusters.root(above) != clusters.root(j)


def _compounds(clusters: Clusters, j: int, noun: str) -> bool:
    """Whether a word of the name `j` ends in the noun: "iPhone" in "phone", "Dreamliner" in "liner"."""
    return len(noun) > 3 and any(word.endswith(noun) for word in clusters.traits[j].words)


def _is_described(clusters: Clusters, traits: Traits, i: int, j: int) -> bool:
    names = [k for k in clusters.of(j).members[:5] if has_name(clusters, k)]
    words = {word for k in names for word in clusters.traits[k].words}
    if traits.modifiers - words or "Person" in clusters.of(j).tops:
        return False
    if traits.of and not traits.of & _owners(clusters, j):
        return False
    if traits.head in words and (not clusters.of(j).slug or "Organization" in clusters.of(j).tops):
        return True
    return _is_of_class(clusters, i, j)


def _is_of_class(clusters: Clusters, i: int, j: int) -> bool:
    """Whether the noun of `i` says of which class the name `j` is, and says enough: "the company", not "the union"."""
    cls, named = clusters.mentions[i].cls, clusters.of(j).cls
    if not cls or cls in BROAD or clusters.traits[i].head in OWNED | WHOLES | PARTS:
        return False
    if cls == "kgo:Facility" and clusters.traits[i].head not in SITES:
        return False
    if (cls == REGION and not is_district(clusters, i, j)) or is_of_other_kind(clusters, i, j):
        return False
    if clusters.ontology.is_a(named, cls):
        return True
    # A name of which only "organization" is known is mostly a company.
    if named != UNSPECIFIC or not clusters.ontology.is_a(cls, COMPANY):
        return False
    return clusters.traits[i].sentence - clusters.traits[j].sentence <= PRODUCT_REACH or is_only_firm(clusters, i, j)


def before(clusters: Clusters, i: int, reach: int) -> list[int]:
    """Mentions before `i`, the subject of each sentence first, the nearest sentence first."""
    found: list[int] = []
    sentence = clusters.traits[i].sentence
    for number in range(sentence, max(-1, sentence - reach - 1), -1):
        row = [j for j in clusters.by_sentence.get(number, ()) if j < i]
        found += sorted(row, key=lambda j: (clusters.traits[j].role != "subject", -j if number == sentence else j))
        if len(found) > CANDIDATES:
            break
    return found[:CANDIDATES]


def _text(clusters: Clusters, i: int) -> str:
    return clusters.text(i)
