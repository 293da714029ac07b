"""Phrases beside a name -> drafts: what it is called besides, and what an apposition says that it is.

"The Northern Rescue Force (NRF)" is also known as NRF, "Lima, the country's largest city" is that city.  The two are
one node wherever coreference finds so: then the far end is the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.clauses.syntax import child, children, next_to
from kg.mentions import TokenMention
from kg.model import Anchor, MentionKind, Tense, Value
from kg.statements.bygone import is_bygone
from kg.statements.confidence import Sign
from kg.statements.drafting import Drafter
from kg.statements.noun_writer import End, Literal, Telling, find_end, tell
from kg.statements.scene import Scene
from kg.statements.targets import is_explained
from kg.statements.wording import PLACES

CALLED = frozenset(
    {
        "also known as", "also called", "also named", "also spelled", "known also as", "known as", "also", "or", "aka",
        "a.k.a.", "a.k.a", "alias", "formerly", "formerly known as", "formerly called", "previously known as",
        "better known as", "officially", "nicknamed", "codenamed", "dubbed", "née", "nee", "né", "born", "short for",
    }
)  # fmt: skip
"""Words between a name and another name of the same."""

LOOSE = frozenset({"or", "also", "officially", "born", ""})
"""Of these, words that tell it only where coreference finds that the two are one."""

UNIQUE = frozenset({"the", "this"})

LONGEST = 4
"""Words between the two."""

MARKS = frozenset({",", "(", ")", "[", "]", "'s", "’s", "-", "–", "—", "."})
QUOTES = frozenset("\"'“”‘’„«»") | {"``", "''"}
OPENING = frozenset({",", "(", "–", "—", "-", ":"})

POINTING = frozenset({"the", "a", "an", "this", "its", "his", "her", "their", "our"})
"""Determiners with which an apposition begins: a bare noun may be the next item of a list."""


def draft_renaming(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add what phrases beside a name say of it to the drafts of `drafter`; after everything else of the document."""
    named = sorted((m for m in mentions if m.mention.kind is MentionKind.NAME), key=lambda m: m.first)
    for one, other in pairwise(named):
        if _is_called(drafter.scene, one, other):
            _tell_name(drafter, one, other)
    for mention in mentions:
        _draft_apposition(drafter, mention)


# ---------------------------------------------------------------- other names


def _is_called(scene: Scene, one: TokenMention, other: TokenMention) -> bool:
    """Whether the words between two names say that the second is another name of the first."""
    between = [t for t in scene.doc[one.last + 1 : other.first] if t.text not in QUOTES]
    words = " ".join(t.lower_ for t in between if t.text not in MARKS and t.is_alpha)
    if len(between) > LONGEST + 2 or not any(t.text in OPENING for t in between):
        return False
    if any(t.is_sent_start for t in between) or scene.doc[other.first].is_sent_start:
        return False
    bracketed = not words and [t.text for t in between if t.text not in ("'s", "’s")] == ["("]
    if not bracketed and words not in CALLED:
        return False
    return _are_one(scene, one, other) if words in LOOSE else _are_alike(scene, one, other)


def _are_one(scene: Scene, one: TokenMention, other: TokenMention) -> bool:
    chain = scene.chain(one.head)
    return chain is not None and chain is scene.chain(other.head)


def _are_alike(scene: Scene, one: TokenMention, other: TokenMention) -> bool:
    """Whether nothing known of the two speaks against it: neither is a country or of another kind than the other."""
    tops = {scene.ontology.top_type(scene.cls(m.head)) for m in (one, other)} - {"Thing"}
    return _are_one(scene, one, other) or len(tops) < 2


def _tell_name(drafter: Drafter, one: TokenMention, other: TokenMention) -> None:
    end, anchor = find_end(drafter.scene, one.head), other.mention.anchor
    if end is None or anchor.text.casefold() in (end.anchor.text.casefold(), end.node.label.casefold()):
        return
    between = range(one.last + 1, other.first)
    word = next((i for i in between if drafter.scene.doc[i].is_alpha), other.first)
    tell(drafter, end, "kgo:alsoKnownAs", Literal(Value(anchor.text), anchor), Telling((word, word), sign=Sign.OFFICE))


# ---------------------------------------------------------------- appositions


def _draft_apposition(drafter: Drafter, mention: TokenMention) -> None:
    scene, token = drafter.scene, drafter.scene.doc[mention.head]
    beside = scene.mention(token.head.i)
    if token.dep_ != "appos" or beside is None or not _is_apposition(scene, token, mention, beside):
        return
    name, description = _ordered(beside, mention)
    if _is_office(drafter, name, description):
        return
    tense = Tense.PAST if is_bygone(scene, name.head) else Tense.PRESENT
    _tell_description(drafter, name.head, description.head, Telling((token.i, token.i), tense, sign=Sign.PLACE))


def _tell_description(drafter: Drafter, name: int, description: int, telling: Telling) -> None:
    """Tell which one a name is ("the capital"), or what it is ("a port")."""
    scene = drafter.scene
    subject, end = find_end(scene, name), find_end(scene, description)
    if subject is None or end is None:
        return
    told = scene.mention(description)
    label = _words(scene, told, name) if told is not None else end.node.label
    if label is None:
        return
    words = Literal(Value(label), end.anchor)
    if _is_definite(scene.doc[description]):
        if _is_told_apart(scene.doc[description]):
            tell(drafter, subject, "kgo:identifiedAs", words, telling)
    elif _is_told_apart(scene.doc[description]) or not _is_relational(scene, scene.doc[description]):
        tell(drafter, subject, "kgr:be", words if subject.node == end.node else end, telling)


def _is_told_apart(noun: Token) -> bool:
    """Whether a description tells more than its noun: neither "the venture" nor "her successor" by itself.

    The clause that "the voice that filled the hall" goes on in is no part of its words.
    """
    empty = ("det", "punct", "appos", "cc", "conj", "nsubj", "cop")
    words = (c for c in noun.children if c.dep_ not in (*empty, "relcl") and c.tag_ != "PRP$")
    return any(c.i > noun.i or next_to(c).text != "-" for c in words)  # "the director-general" is one word


def _is_relational(scene: Scene, noun: Token) -> bool:
    """Whether a noun says nothing without whose it is: "a son"."""
    frame = scene.frames.nominal(noun.lower_, noun.lemma_.lower())
    return frame is not None and not frame.cls and bool(frame.edges)


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in UNIQUE for c in children(noun, "det", "poss"))


def _is_apposition(scene: Scene, token: Token, mention: TokenMention, beside: TokenMention) -> bool:
    """Whether a noun after another and a comma says what that is: no item of a list, no place around a place."""
    kinds = {mention.mention.kind, beside.mention.kind}
    if MentionKind.PRONOUN in kinds or scene.is_time(token.i) or token.i < token.head.i:
        return False
    if kinds == {MentionKind.NAME} and _are_one(scene, mention, beside):
        return False  # another name of the same: "the Japan Aerospace Exploration Agency, JAXA"
    if scene.accepts(token.i, PLACES) and mention.mention.kind is MentionKind.NAME:
        return False
    if any(child(t, "conj", "cc") is not None or t.dep_ == "conj" for t in (token, token.head)):
        return False
    above = token.head.head
    if token.head.dep_ == "pobj" and above.lower_ in ("of", "to") and above.head.pos_ == "NOUN":
        return False  # "the latest addition to the line, the Nano": the addition, not the line
    if scene.quantity(token.i) is not None or scene.quantity(token.head.i) is not None:
        return False
    if scene.doc[mention.phrase_first - 1].text not in OPENING or not _is_closed(scene, token):
        return False
    described = token if mention.mention.kind is MentionKind.NOMINAL else token.head
    return _is_pointing(described) and (_are_one(scene, mention, beside) or _agree(scene, mention, beside))


def _is_closed(scene: Scene, token: Token) -> bool:
    """Whether the apposition ends with a mark, or with its sentence."""
    after = token.right_edge.i + 1
    return after >= len(scene.doc) or scene.doc[after].is_punct or scene.doc[after - 1].is_punct


def _is_pointing(noun: Token) -> bool:
    return any(c.lower_ in POINTING or c.dep_ == "poss" for c in children(noun, "det", "poss"))


def _agree(scene: Scene, one: TokenMention, other: TokenMention) -> bool:
    """Whether both are of one kind, as far as it is known, and of one number."""
    classes = [scene.cls(m.head) for m in (one, other)]
    numbers = {m.number for m in (one, other)} - {""}
    tops = {scene.ontology.top_type(cls) for cls in classes}
    return len(tops) == 1 and "Thing" not in tops and len(numbers) < 2


def _ordered(beside: TokenMention, mention: TokenMention) -> tuple[TokenMention, TokenMention]:
    """The name first, then what it is said to be."""
    if mention.mention.kind is MentionKind.NAME and beside.mention.kind is not MentionKind.NAME:
        return mention, beside
    return beside, mention


def _is_office(drafter: Drafter, name: TokenMention, description: TokenMention) -> bool:
    """Whether the description is told as an office that the person holds, or by a relational noun."""
    end, words = find_end(drafter.scene, name.head), description.mention.anchor
    told = _told(drafter, end) if end is not None else ()
    return any(a.start < words.end and words.start < a.end for a in told)


def _told(drafter: Drafter, end: End) -> Iterator[Anchor]:
    """The words that tell what noun phrases say of a node."""
    for draft in drafter.drafts:
        statement, mentions = draft.statement, draft.statement.evidence[0].mentions
        if draft.nominal and statement.subject == end.node and not statement.relation.id.startswith("kgr:be_"):
            yield from (anchor for anchor in (mentions.relation, mentions.object) if anchor is not None)


def _words(scene: Scene, description: TokenMention, name: int) -> str | None:
    """The whole phrase without what is set off behind it, on one line, with the name of the one whose it is.

    None where nobody can tell whose: "the army, whose chief, General Rossi, ...".
    """
    first, doc = description.phrase_first, scene.doc
    words = " ".join(scene.parse.anchor(first, description.phrase_last).text.split())
    if doc[first].tag_ not in ("PRP$", "WP$", "WDT") or first == description.phrase_last:
        return words
    owner = scene.chain(first) if doc[first].tag_ == "PRP$" else None
    if owner is None or owner is scene.chain(name) or not is_explained(scene, first):
        return None
    return f"{owner.label}'s {words.partition(' ')[2]}"
