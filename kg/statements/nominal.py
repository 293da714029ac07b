"""Noun phrases -> drafts: offices in titles, relational nouns, nouns that name an event with its roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.clauses.clause import Clause, ClauseKind
from kg.clauses.finding import governing_predicate, is_predicate
from kg.clauses.subjects import find_subjects
from kg.clauses.syntax import OBJECTS, ancestors, child, children
from kg.mentions import TokenMention
from kg.model import Anchor, Argument, Certainty, Evidence, Node, Polarity, Relation, SlotMentions, Statement, Tense
from kg.statements.cues import weakest
from kg.statements.draft import DraftEvent
from kg.statements.drafting import Drafter
from kg.statements.frames import Match, has_object
from kg.statements.scene import EVENT, Scene
from kg.statements.slots import Filled, Slots, noun_slots
from kg.statements.stance import NEUTRAL, Stance, flipped
from kg.statements.wording import LOCATIVE, PLACES, named_holders

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
FORMER = frozenset(
    {"former", "ex", "late", "then", "outgoing", "ousted", "deposed", "onetime", "one-time", "erstwhile"}
)
NOUN_CONFIDENCE = 0.9
TITLE_CONFIDENCE = 0.95


def draft_noun_phrases(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add what the noun phrases of a document say to the drafts of `drafter`."""
    for mention in mentions:
        _draft_office(drafter, mention)
        _draft_location(drafter, mention)
        _draft_frame(drafter, mention)


# ---------------------------------------------------------------- how a noun phrase is meant


def noun_stance(scene: Scene, head: int) -> Stance:
    """How sure it is that what an event noun names takes place.

    The nouns and verbs above it decide ("signs of", "threatened", "denied"); a definite phrase is presupposed even
    where its clause is denied ("did not attend the ceremony").
    """
    token = scene.doc[head]
    laid = NEUTRAL
    for above in ancestors(token):
        if is_predicate(above):
            return _under_predicate(scene, token, above, laid)
        if above.pos_ == "NOUN":
            cue = scene.reader.cues.governor(above.lemma_.lower(), "of", noun=True)
            absent = scene.reader.cues.find("absence", above.lemma_.lower())
            laid = laid.under(cue).under(absent)
            if above.lemma_.lower() in ("sign", "hint", "trace", "indication", "prospect", "talk"):
                laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
    return laid


def _under_predicate(scene: Scene, noun: Token, verb: Token, laid: Stance) -> Stance:
    outer = scene.reader.stance(verb)
    cue = scene.reader.cues.governor(verb.lemma_.lower(), "infinitive") or scene.reader.cues.governor(
        verb.lemma_.lower(), "clause"
    )
    is_object = any(t.dep_ in (*OBJECTS, "nsubjpass") and t.head.i == verb.i for t in (noun, *ancestors(noun)))
    laid = replace(
        laid,
        certainty=weakest(laid.certainty, outer.certainty),
        tense=laid.tense or outer.tense,
        holders=outer.holders,
        own_voice=outer.own_voice,
        bare=outer.bare,
    )
    if cue is not None and is_object and not cue.factive:
        laid = laid.under(cue)
    definite = any(c.lower_ in DEFINITE for c in children(noun, "det", "poss"))
    if outer.polarity is Polarity.NEGATIVE and not definite:
        laid = replace(laid, polarity=flipped(laid.polarity))
    return laid


# ---------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class _Link:
    """One relation between two phrases of a noun phrase."""

    subject: Node
    subject_anchor: Anchor
    prop: str
    target: Node
    target_anchor: Anchor
    words: tuple[int, int]
    """First and last token of the words that tell it."""
    tense: Tense = Tense.PRESENT
    stance: Stance = NEUTRAL
    confidence: float = NOUN_CONFIDENCE


def _statement(scene: Scene, link: _Link, owner: int | None = None) -> Statement:
    """The statement of a link; `owner` is the event noun whose time and quantity it carries."""
    found = scene.ontology.properties.get(link.prop)
    label = found.label if found is not None else link.prop.rpartition(":")[2]
    time = scene.time(owner, future=link.stance.tense is Tense.FUTURE) if owner is not None else None
    holders = named_holders(scene, link.stance)
    anchor = scene.parse.anchor(*link.words)
    sentence = scene.doc[link.words[0]].sent
    span = scene.parse.anchor(sentence.start, sentence.end - 1)
    mentions = SlotMentions(
        subject=link.subject_anchor,
        relation=anchor,
        object=link.target_anchor,
        time=time[1] if time else None,
        attribution=tuple(scene.parse.anchor(cue[0], cue[-1]) for _, cue in holders),
    )
    evidence = Evidence(
        document=scene.parse.document.id, start=span.start, end=span.end, quote=span.text,
        phrase=" ".join(anchor.text.split()), lemma=scene.doc[link.words[1]].lemma_.lower(),
        asserted=link.stance.asserted and link.tense is not Tense.FUTURE,
        confidence=link.confidence, mentions=mentions,
    )  # fmt: skip
    return Statement(
        subject=link.subject, relation=Relation(link.prop, label), object=link.target,
        time=time[0] if time else None, polarity=link.stance.polarity, certainty=link.stance.certainty,
        tense=link.tense, mood=link.stance.mood, holders=tuple(node for node, _ in holders), evidence=(evidence,),
    )  # fmt: skip


def _named(scene: Scene, head: int) -> Node | None:
    node = scene.node(head)
    return node if isinstance(node, Node) else None


# ---------------------------------------------------------------- offices


@dataclass(frozen=True, slots=True)
class _Office:
    first: int
    last: int
    text: str


def _draft_office(drafter: Drafter, mention: TokenMention) -> None:
    """ "Russian Culture Minister Olga Lyubimova": who holds which office of what."""
    scene = drafter.scene
    node = _named(scene, mention.head)
    if node is None or not scene.accepts(mention.head, ("kgo:Person",)):
        return
    office, holder = _title_before(scene, mention), mention.head
    if office is None:
        office, holder = _title_beside(scene, mention)
    if office is None:
        return
    of = _served(scene, mention, office)
    post_of = _named(scene, of) if of is not None else None
    post = Node(f"{post_of.id if post_of else '#'}/{office.text}", office_label(office.text, post_of), "Thing")
    former = any(t.lower_ in FORMER for t in scene.doc[mention.phrase_first : office.last + 1])
    stance = _copula_stance(scene, holder) if holder != mention.head else NEUTRAL
    link = _Link(
        node, mention.mention.anchor, "kgo:holdsOffice", post, scene.parse.anchor(office.first, office.last),
        (office.first, office.last), Tense.PAST if former else stance.tense or Tense.PRESENT, stance, TITLE_CONFIDENCE,
    )  # fmt: skip
    drafter.add(_statement(scene, link))
    if post_of is not None and of is not None:
        place = _Link(
            post,
            link.target_anchor,
            "kgo:postIn",
            post_of,
            scene.anchor(of),
            link.words,
            Tense.PRESENT,
            NEUTRAL,
            TITLE_CONFIDENCE,
        )
        drafter.add(_statement(scene, place))


def office_label(text: str, of: Node | None) -> str:
    """ "Culture Minister of Russia"; the office alone where nobody says of what."""
    title = " ".join(word[:1].upper() + word[1:] for word in text.split())
    return f"{title} of {of.label}" if of is not None else title


def _title_before(scene: Scene, mention: TokenMention) -> _Office | None:
    """The office among the words of the phrase before the name."""
    if mention.first <= mention.phrase_first or mention.mention.kind != "name":
        return None
    return _longest_office(scene, mention.phrase_first, mention.first - 1)


def _title_beside(scene: Scene, mention: TokenMention) -> tuple[_Office | None, int]:
    """The office in an apposition ("Lee, a lawmaker") or predicate ("Lee is a lawmaker"), and its head noun."""
    if mention.mention.kind != "name":
        return None, mention.head
    token = scene.doc[mention.head]
    beside = [c for c in children(token, "appos") if c.pos_ == "NOUN" or c.pos_ == "PROPN"]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        beside += children(token.head, "attr")
    for noun in beside:
        office = _longest_office(scene, noun.left_edge.i, noun.i)
        if office is not None and office.last == noun.i:
            return office, noun.i
    return None, mention.head


def _longest_office(scene: Scene, first: int, last: int) -> _Office | None:
    """The longest office that ends at or before `last`, with noun modifiers that specify it ("Culture Minister")."""
    doc, offices = scene.doc, scene.ontology.offices
    for end in range(last, first - 1, -1):
        known = next(
            (s for s in range(first, end + 1) if " ".join(t.lower_ for t in doc[s : end + 1]) in offices), None
        )
        if known is None:
            if not doc[end].is_punct:
                return None
            continue
        start = known
        while start > first and doc[start - 1].pos_ in ("PROPN", "NOUN") and not _is_place_or_name(scene, start - 1):
            start -= 1
        return _Office(start, end, doc[start : end + 1].text.lower())
    return None


def _is_place_or_name(scene: Scene, token: int) -> bool:
    mention = scene.mention(token)
    return (
        mention is not None
        and mention.mention.kind == "name"
        and (mention.head == token or mention.first <= token <= mention.last)
        and (scene.ontology.is_a(mention.cls, "kgo:Place") or scene.ontology.is_a(mention.cls, "kgo:Organization"))
    )


def _served(scene: Scene, mention: TokenMention, office: _Office) -> int | None:
    """The head of what the office is of: a demonym or possessor before it, an "of" phrase after it."""
    before = range(office.first - 1, max(mention.phrase_first, office.first - 6) - 1, -1)
    if office.first > mention.last:
        noun = scene.doc[office.last]
        before = range(office.first - 1, noun.left_edge.i - 1, -1)
    for i in before:
        found = scene.mention(i)
        if found is not None and _is_place_or_name(scene, i) and found.head != mention.head:
            return found.head
    of = next((p for p in children(scene.doc[office.last], "prep") if p.lower_ in ("of", "for", "in")), None)
    target = child(of, "pobj") if of is not None else None
    if target is not None and scene.accepts(target.i, ("kgo:Place", "kgo:Organization")):
        return int(target.i)
    return None


def _copula_stance(scene: Scene, noun: int) -> Stance:
    token = scene.doc[noun]
    return scene.reader.stance(token.head) if token.dep_ == "attr" and is_predicate(token.head) else NEUTRAL


# ---------------------------------------------------------------- where a place lies


def _draft_location(drafter: Drafter, mention: TokenMention) -> None:
    """ "Russia's Kursk region", "Pyongyang, North Korea": a named place with the country it lies in."""
    scene = drafter.scene
    if mention.mention.kind != "name" or not scene.accepts(mention.head, ("kgo:Region", "kgo:City", "kgo:Facility")):
        return
    token = scene.doc[mention.head]
    for owner in children(token, "poss", "appos"):
        found = scene.mention(owner.i)
        if found is not None and found.mention.kind == "name" and scene.accepts(owner.i, ("kgo:Country", "kgo:Region")):
            place, country = _named(scene, mention.head), _named(scene, owner.i)
            if place is not None and country is not None and place != country:
                words = (min(owner.i, token.i), max(owner.i, token.i))
                link = _Link(place, mention.mention.anchor, "kgo:locatedIn", country, scene.anchor(owner.i), words)
                drafter.add(_statement(scene, link))


# ---------------------------------------------------------------- relational and event nouns


def _draft_frame(drafter: Drafter, mention: TokenMention) -> None:
    scene = drafter.scene
    token = scene.doc[mention.head]
    if mention.mention.kind == "pronoun" or token.pos_ not in ("NOUN", "PROPN"):
        return
    frame = scene.frames.nominal(token.lower_, token.lemma_.lower())
    slots = noun_slots(scene.doc, mention.head, has_object=frame is not None and has_object(frame))
    slots = _with_demonym(scene, mention, _with_self(scene, mention.head, slots))
    match = scene.frames.match_noun(slots, scene.accepts)
    if match is not None and match.frame.cls:
        _draft_event(drafter, mention, match)
    elif match is not None:
        _draft_relation(drafter, mention, match)
    elif scene.ontology.is_a(mention.cls, EVENT):
        _draft_event(drafter, mention, None)


def _with_self(scene: Scene, head: int, slots: Slots) -> Slots:
    """Add what the noun denotes: the noun's own chain, or the subject it is said of ("Paris is the capital of France")."""
    token = scene.doc[head]
    own = [Filled(head)]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        own = [Filled(s.head) for s in find_subjects(token.head)] or own
    elif token.dep_ == "appos":
        own = [Filled(token.head.i)]
    return Slots(slots.trigger, slots.keys, {**slots.fillers, "self": tuple(own)})


def _with_demonym(scene: Scene, mention: TokenMention, slots: Slots) -> Slots:
    """Add a demonym before the noun as its subject or possessor: "the Russian invasion", "a French company"."""
    for part in children(scene.doc[mention.head], "amod", "compound"):
        found = scene.mention(part.i)
        if found is not None and found.head == part.i and scene.accepts(part.i, ("kgo:Country", "kgo:Region")):
            extra = {slot: (Filled(part.i),) for slot in ("subject", "of") if slot not in slots.fillers}
            return Slots(slots.trigger, slots.keys, {**slots.fillers, **extra})
    return slots


def _draft_relation(drafter: Drafter, mention: TokenMention, match: Match) -> None:
    scene = drafter.scene
    token = scene.doc[mention.head]
    stance = _copula_stance(scene, mention.head)
    former = any(t.lower_ in FORMER for t in scene.doc[mention.phrase_first : mention.head + 1])
    for one, prop, other in match.edges():
        for a in match.roles[one]:
            for b in match.roles[other]:
                subject, target = _named(scene, a.head), _named(scene, b.head)
                if subject is not None and target is not None and subject != target:
                    tense = Tense.PAST if former else stance.tense or Tense.PRESENT
                    link = _Link(
                        subject,
                        scene.anchor(a.head),
                        prop,
                        target,
                        scene.anchor(b.head),
                        (token.i, token.i),
                        tense,
                        stance,
                    )
                    drafter.add(_statement(scene, link), match.frame.id)


def _draft_event(drafter: Drafter, mention: TokenMention, match: Match | None) -> None:
    """A noun that names an event: one statement a role, of the event itself ("the ceremony in Pyongyang on Sunday")."""
    scene = drafter.scene
    chain = scene.chain(mention.head)
    node = _named(scene, mention.head)
    if chain is None or node is None or chain.known is not None:
        return
    stance = noun_stance(scene, mention.head)
    tense = stance.tense or Tense.PAST
    cls = match.frame.cls if match is not None else mention.cls
    links = [*_roles(scene, mention, match), *_location(scene, mention, match)]
    event = DraftEvent(cls, tuple((prop, target) for prop, target, _, _ in links), mention.mention.anchor, chain.number)
    for prop, target, anchor, words in links:
        link = _Link(node, mention.mention.anchor, prop, target, anchor, words, tense, stance)
        drafter.add(_statement(scene, link, mention.head), match.frame.id if match else "", event)
    if match is not None:
        _draft_event_edges(drafter, mention, match, stance, event)
    found = scene.time(mention.head, future=False)
    if not links and found is not None and found[0].value is not None:
        drafter.add(_occurrence(scene, mention, node, stance), "", event)


def _roles(
    scene: Scene, mention: TokenMention, match: Match | None
) -> Iterator[tuple[str, Node, Anchor, tuple[int, int]]]:
    for role, fillers in match.roles.items() if match else ():
        for filled in fillers:
            target = _named(scene, filled.head)
            if target is not None and target.id != f"#{_number(scene, mention)}" and role != "self":
                prop = role if ":" in role else f"kgo:{role}"
                yield prop, target, scene.anchor(filled.head), (mention.head, mention.head)


def _number(scene: Scene, mention: TokenMention) -> int:
    chain = scene.chain(mention.head)
    return chain.number if chain is not None else -1


def _location(
    scene: Scene, mention: TokenMention, match: Match | None
) -> Iterator[tuple[str, Node, Anchor, tuple[int, int]]]:
    used = {f.head for fillers in (match.roles.values() if match else ()) for f in fillers}
    for preposition in children(scene.doc[mention.head], "prep"):
        target = child(preposition, "pobj")
        if target is None or target.i in used or preposition.lower_ not in LOCATIVE or scene.is_time(target.i):
            continue
        node = _named(scene, target.i)
        if node is not None and scene.accepts(target.i, PLACES):
            yield "kgo:location", node, scene.anchor(target.i), (preposition.i, preposition.i)


def _draft_event_edges(
    drafter: Drafter, mention: TokenMention, match: Match, stance: Stance, event: DraftEvent
) -> None:
    scene = drafter.scene
    for one, prop, other in match.edges():
        for a in match.roles[one]:
            for b in match.roles[other]:
                subject, target = _named(scene, a.head), _named(scene, b.head)
                if subject is None or target is None or subject == target or "self" in (one, other):
                    continue
                words = (mention.head, mention.head)
                link = _Link(
                    subject,
                    scene.anchor(a.head),
                    prop,
                    target,
                    scene.anchor(b.head),
                    words,
                    stance.tense or Tense.PAST,
                    stance,
                )
                drafter.add(_statement(scene, link, mention.head), match.frame.id, event)


def _occurrence(scene: Scene, mention: TokenMention, node: Node, stance: Stance) -> Statement:
    """ "the ceremony on Sunday" with nothing else: that it took place then."""
    link = _Link(
        node,
        mention.mention.anchor,
        "kgr:take_place",
        node,
        mention.mention.anchor,
        (mention.head, mention.head),
        stance.tense or Tense.PAST,
        stance,
    )
    statement = _statement(scene, link, mention.head)
    evidence = replace(statement.evidence[0], mentions=replace(statement.evidence[0].mentions, object=None))
    return replace(statement, relation=Relation("kgr:take_place", "take place"), object=None, evidence=(evidence,))


__all__ = ["Argument", "Clause", "ClauseKind", "draft_noun_phrases", "governing_predicate", "noun_stance"]
