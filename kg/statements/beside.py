"""What stands right beside a name, by its place alone: a post with its body, a home town, a number painted on it.

The parser hangs such words on anything near; their order and commas do not change.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.clauses.syntax import children
from kg.mentions import TokenMention
from kg.model import MentionKind, Node, Tense, Value
from kg.statements.confidence import Sign
from kg.statements.drafting import Drafter
from kg.statements.noun_writer import End, Literal, Telling, find_end, tell
from kg.statements.offices import copula_stance, longest_office
from kg.statements.scene import Scene
from kg.statements.whereabouts import meant
from kg.statements.wording import PLACES

LONGEST_POST = 4
"""Tokens of a post between two commas."""

LEADING = "kgo:leaderOf"

LANDS = {"kgo:Person": "kgo:nationality", "kgo:Company": "kgo:basedIn", "kgo:MediaOutlet": "kgo:basedIn"}
"""What a demonym before a noun of each class tells of whom the noun describes."""

CODE = re.compile(r"[A-Z]{1,4}[ -]?\d{1,4}")
"""The number of a ship, train or plane in brackets after its name: "HMS Ocean (L 12)"."""


def draft_beside(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add what stands beside the names of a document to the drafts of `drafter`."""
    for mention in mentions:
        if mention.mention.kind is MentionKind.NAME:
            if drafter.scene.accepts(mention.head, ("kgo:Person",)):
                _draft_post(drafter, mention)
                _draft_home(drafter, mention)
            else:
                _draft_code(drafter, mention)
        elif mention.mention.kind is MentionKind.NOMINAL:
            _draft_land(drafter, mention)


def _draft_land(drafter: Drafter, mention: TokenMention) -> None:
    """ "Zidane, a French footballer", "the German company Siemens": the land of a person or company, by a demonym."""
    scene, noun = drafter.scene, drafter.scene.doc[mention.head]
    if noun.tag_ != "NN" or noun.lemma_.lower() in scene.ontology.offices:
        return
    prop = next((p for cls, p in LANDS.items() if scene.accepts(mention.head, (cls,))), None)
    land = next((a for a in children(noun, "amod") if a.pos_ == "ADJ" and scene.accepts(a.i, ("kgo:Country",))), None)
    stance = copula_stance(scene, noun)
    if prop is None or land is None or not stance.actual:
        return
    for head in _named_by(scene, mention):
        one, other = find_end(scene, head), find_end(scene, land.i)
        if one is not None and other is not None:
            telling = Telling((land.i, noun.i), stance.tense or Tense.PRESENT, stance, sign=Sign.OFFICE)
            tell(drafter, one, prop, other, telling)


def _named_by(scene: Scene, mention: TokenMention) -> list[int]:
    """The heads of the names that a noun describes: beside it, right after it, or in a copula."""
    after = scene.mention(mention.last + 1) if mention.last + 1 < len(scene.doc) else None
    close = [after.head] if after is not None and after.first == mention.last + 1 else []
    heads = [*close, *(h for h in meant(scene, mention.head) if h != mention.head)]
    found = (scene.mention(head) for head in heads)
    return [
        m.head for m in found if m is not None and m.mention.kind is MentionKind.NAME and _is_alike(scene, m, mention)
    ]


def _is_alike(scene: Scene, one: TokenMention, other: TokenMention) -> bool:
    """Whether both are persons or both are bodies."""
    return scene.ontology.top_type(scene.cls(one.head)) == scene.ontology.top_type(scene.cls(other.head))


def _draft_post(drafter: Drafter, person: TokenMention) -> None:
    """ "Joseph Votel, commander, U.S. Central Command, said": the post of a person in the body after it."""
    scene, first = drafter.scene, person.last + 2
    comma = _comma(scene.doc, first, LONGEST_POST) if _is(scene.doc, person.last + 1, ",") else None
    if comma is None:
        return
    office, body = longest_office(scene, first, comma - 1), scene.mention(comma + 1)
    if office is None or office.first != first or body is None or body.first != comma + 1:
        return
    if body.mention.kind is not MentionKind.NAME or not scene.accepts(body.head, ("kgo:Organization",)):
        return
    one, other = find_end(scene, person.head), find_end(scene, body.head)
    if one is None or other is None:
        return
    telling = Telling((office.first, office.last), sign=Sign.OFFICE)
    post = End(
        Node(f"{other.node.id}/{office.text}", office.text, "Thing"), scene.parse.anchor(office.first, office.last)
    )
    tell(drafter, one, "kgo:holdsOffice", post, telling)
    tell(drafter, post, "kgo:postIn", other, telling)
    frame = scene.frames.nominal(office.text)
    if frame is not None and any(prop == LEADING for _, prop, _ in frame.edges):
        tell(drafter, one, LEADING, other, telling)


def _draft_home(drafter: Drafter, person: TokenMention) -> None:
    """ "Ada Lovelace, 36, of London": where a person lives, after the age."""
    scene, at = drafter.scene, person.last + 1
    if not (_is(scene.doc, at, ",") and _is(scene.doc, at + 2, ",") and _is(scene.doc, at + 3, "of")):
        return
    town = scene.mention(at + 4) if at + 4 < len(scene.doc) and scene.doc[at + 1].like_num else None
    if town is not None and town.first == at + 4 and scene.accepts(town.head, PLACES):
        one, other = find_end(scene, person.head), find_end(scene, town.head)
        if one is not None and other is not None:
            tell(drafter, one, "kgo:livesIn", other, Telling((at + 3, at + 3), sign=Sign.OFFICE))


def _draft_code(drafter: Drafter, named: TokenMention) -> None:
    scene, first = drafter.scene, named.last + 2
    close = next((i for i in range(first, min(first + 3, len(scene.doc))) if scene.doc[i].text == ")"), None)
    if close is None or close == first or not _is(scene.doc, named.last + 1, "("):
        return
    anchor, end = scene.parse.anchor(first, close - 1), find_end(scene, named.head)
    if end is not None and CODE.fullmatch(anchor.text):
        words = (first, close - 1)
        tell(drafter, end, "kgo:alsoKnownAs", Literal(Value(anchor.text), anchor), Telling(words, sign=Sign.OFFICE))


def _comma(doc: Doc, first: int, longest: int) -> int | None:
    """The first comma after a word, at most `longest` tokens away."""
    span = range(first + 1, min(first + longest + 1, len(doc) - 1))
    return next((i for i in span if doc[i].text == ","), None)


def _is(doc: Doc, at: int, text: str) -> bool:
    return at < len(doc) and doc[at].text == text
