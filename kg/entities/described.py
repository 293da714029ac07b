"""Clusters -> chains: label, names, titles and reasons of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.syntax import next_to
from kg.entities.chains import Chain
from kg.entities.clusters import Cluster, Clusters
from kg.entities.renamed import EARLIER
from kg.entities.structure import title_before
from kg.entities.traits import role_of
from kg.entities.words import is_acronym, name_words
from kg.mentions import TokenMention
from kg.model import Mention, MentionKind
from kg.parsing import Parse

INCHES = re.compile(r"(?:^|\s)\d{1,2}(?:\.\d+)?[\"″]$")
"""A mark after a small number that is no quotation mark: a 13.3" screen."""

SHARES = frozenset({"all", "any", "each", "every", "many", "most", "no", "some"})
"""Words before a noun whose "of" phrase tells of what they are a share: "all the features of the system"."""

LONGEST_LABEL = 100
"""Characters of a label."""

LONGEST_ACRONYM = 4
"""Letters; a town's name of more in capitals is one as a dateline has it."""

LONGEST_OWNER = 40
"""Characters of the label of an owner that is put before what it owns."""

DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
DENIABLE = frozenset({"subject", "object"})
"""Roles in which a negative word makes the whole statement a negative one."""

AFFIRMED = {"nobody": "anybody", "no one": "anyone", "no-one": "anyone", "none": "any", "nothing": "anything"}
"""Negative words -> what they are where the statement is told as negative."""

PAIRS = {"“": "”", "«": "»", "„": "“", "(": ")", "[": "]", '"': '"'}
"""Marks that open -> marks that close."""


def describe(clusters: Clusters) -> list[Chain]:
    """The chain of each cluster, numbered in the order of first mentions."""
    roots = clusters.roots()
    numbers = {root: number for number, root in enumerate(roots)}
    return [_chain(clusters, root, number, numbers) for number, root in enumerate(roots)]


def _chain(clusters: Clusters, root: int, number: int, numbers: dict[int, int]) -> Chain:
    cluster = clusters.of(root)
    members = sorted(cluster.members)
    parts = {numbers[clusters.root(p)] for i in members for p in clusters.parts.get(i, ())} - {number}
    names = _names(clusters, cluster, members)
    told = [found for i in members if (found := _description(clusters, i))]
    return Chain(
        document=clusters.parse.document.id,
        number=number,
        type=_type(clusters, cluster, members),
        cls=cluster.cls or "kgo:Thing",
        label=_label(clusters, cluster, members, names),
        mentions=(*(clusters.mentions[i].mention for i in members), *(mention for mention, _, _ in told)),
        heads=(*(clusters.mentions[i].head for i in members), *(head for _, head, _ in told)),
        names=names,
        known=cluster.slug,
        titles=tuple(sorted(cluster.titles)),
        of=tuple(sorted(cluster.of)),
        gender=cluster.gender,
        number_of=cluster.number,
        metonyms=tuple(sorted({seat for i in members if (seat := clusters.stand.seats[i])})),
        reasons=(*(clusters.reasons[i] for i in members), *(reason for _, _, reason in told)),
        members=tuple(sorted(parts)),
    )


def _description(clusters: Clusters, i: int) -> tuple[Mention, int, str] | None:
    """What stands right before a name and says who it is, as a mention with its head and reason; or None.

    "Leader" of "North Korean leader Kim Jong Un", "airline" of "German airline Lufthansa": the phrase is the name's.
    """
    m = clusters.mentions[i]
    last = m.first - 1
    if m.mention.kind is not MentionKind.NAME or last < m.phrase_first or last in clusters.by_head:
        return None
    size = len(title_before(clusters, m).split()) if clusters.traits[i].top == "Person" else _is_kind(clusters, i, last)
    if not size:
        return None
    whole = m.mention.anchor
    anchor = clusters.parse.anchor(last + 1 - size, last)
    anchor = replace(anchor, phrase_start=whole.phrase_start, phrase_end=whole.phrase_end)
    mention = Mention(anchor, m.mention.type, MentionKind.NOMINAL)
    return mention, last, f"says who '{clusters.text(i)}' is"


def _is_kind(clusters: Clusters, i: int, k: int) -> bool:
    """Whether token `k` is a common noun of the type of the name `i`."""
    token = clusters.parse.doc[k]
    cls = clusters.ontology.nouns.get(token.lemma_.casefold()) if token.pos_ == "NOUN" else None
    return cls is not None and clusters.ontology.top_type(cls) in clusters.of(i).tops


def _type(clusters: Clusters, cluster: Cluster, members: list[int]) -> str:
    return clusters.ontology.top_type(cluster.cls) if cluster.cls else clusters.mentions[members[0]].mention.type


def _names(clusters: Clusters, cluster: Cluster, members: list[int]) -> tuple[str, ...]:
    """The forms of the name without demonyms and metonyms, most frequent first, then the longest."""
    row = clusters.ontology.names.get(cluster.slug or "")
    left_out = {name_words(word) for word in (*row.demonyms, *row.metonyms)} if row else set()
    names = [i for i in members if clusters.traits[i].kind is MentionKind.NAME and i not in clusters.described]
    glosses = {i for i in names if _is_gloss(clusters, i)}
    texts = [" ".join(clusters.text(i).split()) for i in names if i not in glosses or len(glosses) == len(names)]
    count = Counter(text for text in texts if name_words(text) not in left_out)
    return tuple(sorted(count, key=lambda text: (-count[text], -len(text), text)))


def _is_gloss(clusters: Clusters, i: int) -> bool:
    """Whether a name in brackets only spells out the letters that end the name before: "A350 XWB (Extra Wide Body)".

    Or is what the one was called before: "Jane Smith (née Brown)".
    """
    if clusters.reasons[i].startswith(EARLIER):
        return True
    doc, first = clusters.parse.doc, clusters.mentions[i].first
    if first < 2 or doc[first - 1].text != "(" or first - 2 not in clusters.by_last:
        return False
    before = clusters.by_last[first - 2]
    words = clusters.traits[before].words
    is_other = clusters.root(before) == clusters.root(i) and len(words) > 1
    return is_other and _spells(doc[first - 2].text.casefold(), clusters.traits[i].words)


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether each letter opens its word, or follows the first one: "XWB", "Extra Wide Body"."""
    return len(letters) == len(words) > 1 and all(c in word[:2] for c, word in zip(letters, words, strict=True))


def _label(clusters: Clusters, cluster: Cluster, members: list[int], names: tuple[str, ...]) -> str:
    """The gazetteer's label; the fullest name, the more frequent of equals; or the first phrase's own words."""
    row = clusters.ontology.names.get(cluster.slug or "")
    if row:
        return row.label
    if names:
        name = fullest(names, persons="Person" in cluster.tops)
        is_shouted = cluster.tops == {"City"} and name.isupper() and len(name) > LONGEST_ACRONYM
        return name.title() if is_shouted else name  # a dateline: "OUAGADOUGOU, March 3"
    kinds = [i for i in members if clusters.traits[i].kind is MentionKind.NOMINAL] or members
    if len(kinds) > 1 and kinds[0] in clusters.in_headline and not _is_shorter(clusters, kinds[1], kinds[0]):
        kinds = kinds[1:]  # what the text tells in full says it better than the headline
    told = clusters.mentions[kinds[0]]
    if kinds[0] in clusters.described:
        told = replace(told, phrase_first=told.first)  # "(May 8) - Police"
    return _owner_told(clusters, kinds[0]) + phrase_label(clusters.parse, told)


def _is_shorter(clusters: Clusters, i: int, j: int) -> bool:
    """Whether phrase `i` has some of the words of phrase `j` and no others: "aircraft" of "European aircraft"."""
    one, other = (set(phrase_label(clusters.parse, clusters.mentions[k]).casefold().split()) for k in (i, j))
    return one < other


def _owner_told(clusters: Clusters, i: int) -> str:
    """Whose a phrase is that opens on a possessive pronoun, "Eric Dooh's " of "his father"; "" where nobody is told."""
    m = clusters.mentions[i]
    first = clusters.parse.doc[m.phrase_first]
    j = clusters.by_head.get(first.i) if first.tag_ in {"PRP$", "WP$"} and first.i < m.head else None
    if j is None:
        return ""
    owner, members = clusters.of(j), sorted(clusters.of(j).members)
    kind = next((clusters.mentions[k] for k in members if clusters.traits[k].kind is MentionKind.NOMINAL), None)
    if not owner.named and (kind is None or kind.phrase_last > kind.last):
        return ""
    label = _label(clusters, owner, members, _names(clusters, owner, members))
    if len(label) > LONGEST_OWNER or (not owner.named and "'s " in label):
        return ""
    if label.endswith(("'s", "’s")):
        return f"{label} "  # "Macy's stores"
    return f"{label}' " if label.endswith("s") and "Person" not in owner.tops else f"{label}'s "


def phrase_label(parse: Parse, m: TokenMention) -> str:
    """The words of a noun phrase as they can stand alone: "soldiers" for "his soldiers".

    Without leading articles and possessive pronouns, and without the "no" of a subject or object, which the polarity of
    the statement tells: "not: police find evidence", never "not: police find no evidence".  A quotation mark or bracket
    without its other half is closed if that is the next token, and left out otherwise.  Longer ones than LONGEST_LABEL
    end with the head, or with "…".
    """
    first, last = m.phrase_first, m.phrase_last
    denied = role_of(parse.doc[m.head]) in DENIABLE
    if denied and parse.doc[first].lower_ == "none" and last - first > 1 and parse.doc[first + 1].lower_ == "of":
        first += 2
    while first < last and (first < m.last or m.last < first) and _leads(parse.doc[first], denied=denied):
        first += 1
    text = _words(parse, first, last)
    if denied:
        text = AFFIRMED.get(text.casefold(), re.sub(r"^neither\b", "either", text, flags=re.IGNORECASE))
    shared = parse.doc[first].lower_ in SHARES and m.last + 1 < len(parse.doc) and parse.doc[m.last + 1].lower_ == "of"
    if len(text) > LONGEST_LABEL and last > m.last >= first and not shared:
        text = _words(parse, first, m.last)
    if len(text) > LONGEST_LABEL:
        text = text[:LONGEST_LABEL].rsplit(" ", 1)[0] + "…"
    return text


def _leads(token: Token, *, denied: bool) -> bool:
    if token.lower_ in DETERMINERS or token.tag_ in {"PRP$", "WP$"}:
        return True
    # "no fewer than 100 people" denies nothing, and "the No. 1 seller" is a number.
    after = next_to(token)
    return denied and token.lower_ == "no" and after.tag_ not in {"JJR", "RBR"} and after.text != "."


def _words(parse: Parse, first: int, last: int) -> str:
    """The text from token `first` to `last` in one line, marks without their other half closed or left out."""
    end = last + 1 if last + 1 < len(parse.doc) and parse.doc[last + 1].text in PAIRS.values() else last
    for stop in (last, end):
        text = " ".join(parse.document.text[parse.starts[first] : parse.ends[stop]].split())
        if text and not unpaired(text):
            return text
    text = " ".join(parse.document.text[parse.starts[first] : parse.ends[last]].split())
    marks = unpaired(text)
    return " ".join("".join(c for i, c in enumerate(text) if i not in marks).split()) or text


def unpaired(text: str) -> frozenset[int]:
    """Where marks stand that have no other half; of straight quotes the last of an odd number."""
    waiting: list[int] = []
    alone: set[int] = set()
    for i, c in enumerate(text):
        if waiting and c == PAIRS.get(text[waiting[-1]]):
            waiting.pop()
        elif c in PAIRS:
            waiting.append(i)
        elif c in PAIRS.values():
            alone.add(i)
    return frozenset(i for i in (*alone, *waiting) if not INCHES.search(text[: i + 1]))


def fullest(names: Sequence[str], *, persons: bool) -> str:
    """The name to call by, of `names` by frequency: of persons the longest, else the first that is no acronym."""
    if persons:
        return max(
            names, key=lambda name: (min(sum(len(w.strip(".")) > 1 for w in name.split()), 4), -names.index(name))
        )
    spelled = next((long for long in names if is_acronym(names[0], name_words(long))), None)
    return spelled or names[0]
