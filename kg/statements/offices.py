"""Titles, appositions and predicates -> who holds, or held, which office of what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import child, children
from kg.mentions import TokenMention
from kg.model import MentionKind, Node, Tense
from kg.statements.bygone import is_bygone
from kg.statements.confidence import Sign
from kg.statements.drafting import Drafter
from kg.statements.noun_writer import End, Telling, find_end, tell
from kg.statements.scene import Scene
from kg.statements.stance import NEUTRAL, Stance

FORMER = frozenset(
    {"former", "ex", "late", "then", "outgoing", "ousted", "deposed", "onetime", "one-time", "erstwhile", "past"}
)
EX = "ex-"
BONDS = frozenset({"kgo:founded", "kgo:memberOf"})
"""What nouns that look like offices tell without a post: "Microsoft founder Bill Gates"."""

BARE = frozenset({"boss", "chief", "head"})
"""Offices that say nothing without the body that they are of."""

ORGANIZED = ("kgo:Organization",)

LED = ("kgo:Actor", "kgo:Place", "kgo:Product", "kgo:Event")
"""What a post that goes on in "of" is of, where it is no field: not "minister of transport"."""

SERVING = ("of", "for", "in", "at", "with")
"""Prepositions after an office before the body or land that it is of."""

STAFF = "staff"
"""Whom no "chief of staff" leads."""

ITS = frozenset({"its", "their"})
"""Possessors of an office that may be a body: "its chairman"."""

FIELD = 4
"""Tokens from an office to the field that it is of."""

NEAR = 6
"""Tokens before an office among which what it is of is looked for ("Russia's then acting Culture Minister")."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the text: its first and last token, and its words in lower case."""

    first: int
    last: int
    text: str
    noun: int
    """The office itself, where `last` is the field that it is of."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A property of persons, and the classes of the bodies it joins them with."""

    property: str
    bodies: tuple[str, ...]


def draft_office(drafter: Drafter, mention: TokenMention) -> None:
    """Add the office that a named person is told to hold: "Russian Culture Minister Olga Lyubimova"."""
    scene = drafter.scene
    person = find_end(scene, mention.head)
    if (
        person is None
        or mention.mention.kind is not MentionKind.NAME
        or not scene.accepts(mention.head, ("kgo:Person",))
    ):
        return
    found = _title_before(scene, mention) or _title_beside(scene, mention)
    if found is None:
        return
    office, stance = _with_field(scene, found[0]), found[1]
    begin = _begin(scene, mention, office)
    of = _served(scene, mention, office, begin)
    if of is None and (office.text in BARE or _is_any_leader(scene, office) or _is_cut(scene, office)):
        return
    body = find_end(scene, of) if of is not None else None
    node = Node(f"{body.node.id if body else '#'}/{office.text}", office.text, "Thing")
    post = End(node, scene.parse.anchor(office.first, office.last))
    before = scene.doc[min(mention.phrase_first, begin) : office.last + 1]
    past = stance.tense is Tense.PAST or any(t.lower_ in FORMER or t.lower_.startswith(EX) for t in before)
    past = past or is_bygone(scene, mention.head)
    telling = Telling(
        (office.first, office.last), Tense.PAST if past else stance.tense or Tense.PRESENT, stance, sign=Sign.OFFICE
    )
    bond = _bond(scene, office)
    if bond is not None:
        before_name = office.first < mention.first and of is not None and scene.accepts(of, bond.bodies)
        if body is not None and before_name:  # beside the name the noun's own frame tells it
            tell(drafter, person, bond.property, body, telling)
        return
    tell(drafter, person, "kgo:heldOffice" if past else "kgo:holdsOffice", post, telling)
    if body is not None:
        tell(drafter, post, "kgo:postIn", body, Telling(telling.words, sign=Sign.OFFICE))


def _bond(scene: Scene, office: Office) -> Bond | None:
    """What a noun tells of a person and a body without being a post of it, None where it is one."""
    frame = scene.frames.nominal(office.text)
    for _, prop, body in frame.edges if frame is not None else ():
        if prop in BONDS:
            return Bond(prop, frame.require.get(body, ORGANIZED) if frame is not None else ORGANIZED)
    return None


def _title_before(scene: Scene, mention: TokenMention) -> tuple[Office, Stance] | None:
    """The office among the words of the phrase before the name."""
    office = longest_office(scene, mention.phrase_first, mention.first - 1)
    return (office, NEUTRAL) if office is not None else None


def _title_beside(scene: Scene, mention: TokenMention) -> tuple[Office, Stance] | None:
    """The office in an apposition ("Lee, a lawmaker", "the mayor, Lee") or predicate ("Lee is a lawmaker")."""
    token = scene.doc[mention.head]
    beside = [c for c in children(token, "appos") if c.pos_ in ("NOUN", "PROPN")]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        beside.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        beside += children(token.head, "attr")
    for noun in beside:
        office = longest_office(scene, noun.left_edge.i, noun.i)
        if office is not None and office.last == noun.i:
            return office, copula_stance(scene, noun)
    return None


def copula_stance(scene: Scene, noun: Token) -> Stance:
    """How a predicate noun is meant ("X was not the president"); neutral for any other."""
    return scene.reader.stance(noun.head) if noun.dep_ == "attr" and is_predicate(noun.head) else NEUTRAL


def longest_office(scene: Scene, first: int, last: int) -> Office | None:
    """The longest office that ends at `last`, punctuation apart, with nouns that specify it ("Culture Minister")."""
    doc = scene.doc
    while last >= first and doc[last].is_punct:
        last -= 1
    words = (_title(scene, start, last) for start in range(first, last + 1))
    known = next((n for n, text in enumerate(words, start=first) if text in scene.ontology.offices), None)
    if known is None:
        return None
    start = known
    while start > first and _specifies(scene, start - 1):
        start -= 1
    return Office(start, last, _title(scene, start, last), last)


def _title(scene: Scene, first: int, last: int) -> str:
    """The words of an office in lower case, without the "ex-" of one who held it."""
    return str(scene.doc[first : last + 1].text).lower().removeprefix(EX)


def _specifies(scene: Scene, token: int) -> bool:
    """Whether a noun before an office belongs to it: it names a field, no body, place or person."""
    word = scene.doc[token]
    if word.pos_ not in ("PROPN", "NOUN") or _is_name_of_body(scene, token):
        return False
    cls = scene.ontology.nouns.get(word.lower_) or scene.ontology.nouns.get(word.lemma_.lower()) or ""
    if word.pos_ == "NOUN" and scene.ontology.is_a(cls, "kgo:Group"):
        return True  # a "gang leader" leads no party, a "crew chief" no army
    return not any(scene.ontology.is_a(cls, body) for body in ("kgo:Actor", "kgo:Place")) if cls else True


def _is_name_of_body(scene: Scene, token: int) -> bool:
    mention = scene.mention(token)
    if mention is None or mention.mention.kind is not MentionKind.NAME:
        return False
    inside = mention.head == token or mention.first <= token <= mention.last
    return inside and any(scene.ontology.is_a(mention.cls, body) for body in ("kgo:Place", "kgo:Organization"))


def _begin(scene: Scene, mention: TokenMention, office: Office) -> int:
    """The first token of the phrase that the office stands in."""
    begin = int(scene.doc[office.noun].left_edge.i)
    if office.first >= mention.first:
        return begin
    return min(mention.phrase_first, begin, scene.doc[mention.head].left_edge.i)


def _is_any_leader(scene: Scene, office: Office) -> bool:
    """Whether one only is "a spiritual leader", of nothing that is told."""
    articles = (c.lower_ for c in children(scene.doc[office.noun], "det"))
    return office.text == "leader" and any(article in ("a", "an") for article in articles)


def _is_cut(scene: Scene, office: Office) -> bool:
    """Whether the office goes on in an "of" phrase that names no body: "the leader of the opposition forces"."""
    of = next((p for p in children(scene.doc[office.noun], "prep") if p.lower_ == "of"), None)
    target = child(of, "pobj") if of is not None else None
    return target is not None and scene.accepts(target.i, LED)


def _served(scene: Scene, mention: TokenMention, office: Office, begin: int) -> int | None:
    """The head of what the office is of: a demonym or possessor before it, an "of" phrase after it.

    What stands between "his" and the office is a field of it: "his Africa chief" is no chief of Africa.
    """
    noun = scene.doc[office.noun]
    own = next((c for c in children(noun, "poss") if c.tag_ == "PRP$"), None)
    if own is not None:
        ours = own.lower_ in ITS and own.i == office.first - 1 and scene.accepts(own.i, ORGANIZED)
        return int(own.i) if ours and find_end(scene, own.i) is not None else None
    for i in range(office.first - 1, max(begin, office.first - NEAR) - 1, -1):
        found = scene.mention(i)
        if found is not None and found.head != mention.head and _is_name_of_body(scene, i):
            return found.head
    after = (p for word in dict.fromkeys((noun, scene.doc[office.last])) for p in children(word, "prep"))
    for preposition in (p for p in after if p.i > office.last and p.lower_ in SERVING):
        target = child(preposition, "pobj")
        named = next((c for c in children(target, "appos") if _is_body(scene, c.i)), target) if target else None
        if named is not None and _is_body(scene, named.i) and (preposition.lower_ != "at" or _is_certain(named)):
            return int(named.i)
        if preposition.lower_ in ("of", "for"):
            return None
    return None


def _is_body(scene: Scene, head: int) -> bool:
    return scene.accepts(head, ("kgo:Place", *ORGANIZED))


def _is_certain(noun: Token) -> bool:
    """Whether it is told which: not of "an analyst at home"."""
    return noun.pos_ == "PROPN" or bool(children(noun, "det", "poss"))


def _with_field(scene: Scene, office: Office) -> Office:
    """The office with the field that it is of, before the body: "head of planning" of "head of planning at Acme"."""
    of = scene.doc[office.last + 1] if office.last + 1 < len(scene.doc) else None
    field = child(of, "pobj") if of is not None and of.lower_ == "of" and of.head.i == office.last else None
    if (
        field is None
        or field.pos_ != "NOUN"
        or field.i > office.last + FIELD
        or (field.lower_ != STAFF and scene.accepts(field.i, LED))
    ):
        return office
    noun = scene.doc[office.last]
    at = (p for word in (noun, field) for p in children(word, "prep") if p.i == field.i + 1 and p.lower_ == "at")
    words = f"{office.text} {scene.doc[office.last + 1 : field.i + 1].text.lower()}"
    return replace(office, last=field.i, text=words) if next(at, None) is not None else office
