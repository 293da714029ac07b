"""What coreference asks of a mention, read once from the parse."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.entities.words import name_words
from kg.mentions import TokenMention
from kg.model import MentionKind
from kg.ontology import Ontology

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECT = frozenset({"dobj", "obj", "attr", "oprd"})
INDIRECT = frozenset({"dative", "iobj"})
MODIFIER = frozenset({"amod", "compound", "nmod", "nummod", "poss", "advmod"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
HYPHENS = frozenset({"-", "‑", "–"})
PREFIXES = frozenset({"pro", "anti", "non", "ex", "pre", "post"})
RESTRICTIVE = frozenset({"relcl", "acl", "prep"})
CONJUNCTS = 50
"""Conjuncts climbed at most: a list of thousands stays cheap."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What coreference asks of a mention.

    `words` are the comparable words of the name or head; `head` the lemma of the last of them; `modifiers` the lemmas
    of what else stands in the phrase before it, without articles and without what is in `of`, the possessors and
    demonyms; `role` is subject, object, indirect, oblique or embedded; `determiner` is the lower-case article or
    demonstrative; `is_open` tells of a phrase that a relative clause or of-phrase makes definite by itself.
    """

    kind: MentionKind
    top: str
    words: tuple[str, ...]
    head: str
    modifiers: frozenset[str]
    of: frozenset[str]
    sentence: int
    role: str
    determiner: str
    is_open: bool


def sentence_numbers(doc: Doc) -> array[int]:
    """The number of each token's sentence."""
    numbers = array("l", [0]) * len(doc)
    if len(doc):
        for number, sentence in enumerate(doc.sents):
            for index in range(sentence.start, sentence.end):
                numbers[index] = number
    return numbers


def first_conjunct(token: Token) -> Token:
    """The token that `token` is coordinated with first, or itself."""
    for _ in range(CONJUNCTS):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def role_of(token: Token) -> str:
    """The syntactic role of a phrase's head; a conjunct has that of the first."""
    token = first_conjunct(token)
    if token.dep_ in SUBJECT:
        return "subject"
    if token.dep_ in OBJECT:
        return "object"
    if token.dep_ in INDIRECT:
        return "indirect"
    if token.dep_ == "pobj" and token.head.head.pos_ in {"VERB", "AUX"}:
        return "oblique"
    return "root" if token.dep_ == "ROOT" else "embedded"


def governor_of(token: Token) -> Token | None:
    """The verb whose subject, object or prepositional object `token` is, or None."""
    token = first_conjunct(token)
    if token.dep_ in SUBJECT | OBJECT | INDIRECT:
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ in {"prep", "agent", "dative"}:
        verb = token.head.head
        return verb if verb.pos_ in {"VERB", "AUX"} else None
    return None


def clause_of(token: Token) -> Token | None:
    """The verb whose subject, object or further argument `token` is in, through prepositions and nouns; or None.

    "the union" in "reached an agreement with the union" is in the clause of "reached"; a possessor is in none.
    """
    for _ in range(CONJUNCTS):
        token = first_conjunct(token)
        if token.dep_ in SUBJECT | OBJECT | INDIRECT:
            return token.head
        if token.dep_ != "pobj" or token.head.dep_ not in {"prep", "agent", "dative"}:
            return None
        token = token.head.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def find_traits(
    doc: Doc, mentions: Sequence[TokenMention], slugs: Sequence[str | None], ontology: Ontology
) -> list[Traits]:
    """The traits of each mention; `slugs` tells which gazetteer row each stands for."""
    sentences = sentence_numbers(doc)
    owners = {m.head: _owner(m, slug) for m, slug in zip(mentions, slugs, strict=True)}
    return [_traits(doc, m, sentences, owners, ontology) for m in mentions]


def _is_set_off(token: Token) -> bool:
    """Whether a comma, dash or bracket stands before the phrase of a token, which then adds and does not narrow."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].is_punct


def _owner(mention: TokenMention, slug: str | None) -> str | None:
    """What a mention counts as when it owns or qualifies another: a slug, or the words of a name."""
    if slug:
        return slug
    return " ".join(name_words(mention.mention.anchor.text)) if mention.mention.kind is MentionKind.NAME else None


def _traits(
    doc: Doc, m: TokenMention, sentences: array[int], owners: Mapping[int, str | None], ontology: Ontology
) -> Traits:
    head = doc[m.head]
    words = name_words(m.mention.anchor.text)
    owned = _owners(doc, m, owners)
    return Traits(
        kind=m.mention.kind,
        top=ontology.top_type(m.cls) if m.cls else m.mention.type,
        words=words,
        head=doc[m.last].lemma_.casefold(),
        modifiers=_modifiers(doc, m, {i for token, _ in owned for i in range(token.left_edge.i, token.i + 1)}),
        of=frozenset(name for _, name in owned),
        sentence=sentences[m.head],
        role=role_of(head),
        determiner=_determiner(doc, m),
        is_open=any(t.dep_ in RESTRICTIVE and t.i > m.head and not _is_set_off(t) for t in head.children),
    )


def _owners(doc: Doc, m: TokenMention, owners: Mapping[int, str | None]) -> list[tuple[Token, str]]:
    """Named possessors, demonyms and of-phrases of a mention, with what they count as."""
    inside = [doc[i] for i in range(m.phrase_first, m.last + 1) if i != m.head and i in owners]
    inside = [t for t in inside if first_conjunct(t).dep_ in MODIFIER and not is_hyphenated(t)]
    after = [p for t in doc[m.head].children if t.dep_ == "prep" and t.lower_ == "of" for p in t.children]
    return [(t, name) for t in [*inside, *after] if (name := owners.get(t.i))]


def is_hyphenated(token: Token) -> bool:
    """Whether a name is only part of a word that qualifies: "pro-Beijing", "US-led"."""
    doc, i = token.doc, token.i
    before = i > 1 and doc[i - 1].text in HYPHENS and doc[i - 2].lower_ in PREFIXES
    after = i + 2 < len(doc) and doc[i + 1].text in HYPHENS and doc[i + 2].pos_ in {"VERB", "ADJ"}
    return before or after


def _determiner(doc: Doc, m: TokenMention) -> str:
    children = [t for t in doc[m.head].children if t.i < m.head]
    if any(t.dep_ == "poss" for t in children):
        return "possessive"
    found = [t.lower_ for t in children if t.dep_ == "det"]
    return found[0] if found else doc[m.phrase_first].lower_ if doc[m.phrase_first].lower_ in DEFINITE else ""


def _modifiers(doc: Doc, m: TokenMention, owners: set[int]) -> frozenset[str]:
    kept = (doc[i] for i in range(m.phrase_first, m.last) if i not in owners and i != m.head)
    return frozenset(
        t.lemma_.casefold() for t in kept if t.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV"} and not t.is_punct
    )
