"""Noun phrases -> drafts: offices, where places lie, relational nouns, nouns that name an event with its roles."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.clauses.finding import is_predicate
from kg.clauses.subjects import find_subjects
from kg.clauses.syntax import ancestors, child, children
from kg.mentions import TokenMention
from kg.mentions.words import TIME_NOUNS
from kg.model import MentionKind, Tense
from kg.statements.bygone import is_bygone
from kg.statements.compounds import draft_compound
from kg.statements.confidence import Sign
from kg.statements.draft import DraftEvent
from kg.statements.drafting import Drafter
from kg.statements.frames import Match, has_slot
from kg.statements.happenings import LASTS, draft_happening, is_lasting
from kg.statements.hollow import is_glued
from kg.statements.noun_stance import is_definite, is_news, noun_stance
from kg.statements.noun_writer import End, Telling, find_end, tell
from kg.statements.offices import FORMER, copula_stance, draft_office
from kg.statements.repeated import is_in_name
from kg.statements.scene import EVENT, Scene
from kg.statements.slots import Filled, Slots, noun_slots
from kg.statements.stance import Stance
from kg.statements.targets import pairs
from kg.statements.times import resolve
from kg.statements.wording import LOCATIVE, PLACES

DATED = ("kgo:Event", "kgo:Agreement", "kgo:Document")
"""What has a date of its own."""

AGREEMENT = "kgo:Agreement"
ACTOR = "kgo:Actor"

ANY = frozenset({"any", "each", "every", "no", "what", "which"})
"""Determiners of a noun that names nobody: "any member of the club" is a member by definition."""

PERIODS = TIME_NOUNS | {"period", "season", "term", "time"}
"""What is only a stretch of time: nobody is told that an annual season recurs."""

VERSIONS = frozenset({"edition", "issue", "model", "release", "revision", "season", "series", "version", "vintage"})
"""What a year only names: "the 2011 version" may be older."""

INVOLVED = frozenset({"engage", "involve", "participate"})
"""Verbs of those who do what the noun after "in" names."""

ONE_HEAD = frozenset({"kgo:leaderOf"})
"""Properties of the one at the head of a body: "European leaders" lead nothing together."""

APART = frozenset({"around", "near", "outside"})
"""Prepositions of a place where an event is not itself."""

Role = tuple[str, End, tuple[int, int]]
"""A role's property, its filler, and the tokens that tell it."""


def draft_noun_phrases(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add what the noun phrases of a document say to the drafts of `drafter`."""
    for mention in mentions:
        draft_office(drafter, mention)
        _draft_location(drafter, mention)
        draft_compound(drafter, mention)
        _draft_frame(drafter, mention)
        _draft_dated(drafter, mention)


def _draft_location(drafter: Drafter, mention: TokenMention) -> None:
    """A named place with the country it lies in: "Russia's Kursk region", "Pyongyang, North Korea"."""
    scene = drafter.scene
    if not _is_name(mention) or not scene.accepts(mention.head, ("kgo:Region", "kgo:City", "kgo:Facility")):
        return
    token, place = scene.doc[mention.head], find_end(scene, mention.head)
    denied = child(token, "neg")
    for owner in children(token, "poss", "appos"):
        if denied is not None and owner.i > denied.i:
            break  # "in Springfield, not Illinois"
        found, country = scene.mention(owner.i), find_end(scene, owner.i)
        if found is None or not _is_name(found) or not scene.accepts(owner.i, ("kgo:Country", "kgo:Region")):
            continue
        if place is not None and country is not None:
            words = (min(owner.i, token.i), max(owner.i, token.i))
            tell(drafter, place, "kgo:locatedIn", country, Telling(words, sign=Sign.PLACE))


def _is_name(mention: TokenMention) -> bool:
    return mention.mention.kind is MentionKind.NAME


def _draft_frame(drafter: Drafter, mention: TokenMention) -> None:
    scene = drafter.scene
    token = scene.doc[mention.head]
    if mention.mention.kind is MentionKind.PRONOUN or token.pos_ not in ("NOUN", "PROPN"):
        return
    frame = scene.frames.nominal(token.lower_, token.lemma_.lower())
    takes_object, takes_subject = (frame is not None and has_slot(frame, slot) for slot in ("object", "subject"))
    slots = noun_slots(scene.doc, mention.head, has_object=takes_object, has_subject=takes_subject)
    slots = _with_doer(drafter, mention.head, _without_speakers(scene, slots.without(scene.is_date)))
    match = scene.frames.match_noun(
        _with_demonym(scene, mention, _with_self(scene, mention.head, slots)), scene.accepts
    )
    if match is not None and not match.frame.cls:
        _draft_relation(drafter, mention, match)
    elif match is not None or scene.ontology.is_a(mention.cls, EVENT):
        _draft_event(drafter, mention, match)
    if match is None or not match.frame.cls:
        _draft_prospect(drafter, mention)


def _with_doer(drafter: Drafter, head: int, slots: Slots) -> Slots:
    """Add who does what a noun names, where its clause tells: "joined the fight against", "acted in support of"."""
    if "subject" in slots.fillers:
        return slots
    doers = drafter.doers.get(head) or _acting_in(drafter.scene, head)
    return Slots(slots.trigger, slots.keys, {**slots.fillers, "subject": doers}) if doers else slots


def _acting_in(scene: Scene, head: int) -> tuple[Filled, ...]:
    """The subjects of a clause that is done "in support of" somebody, or who are "involved in the use of" something."""
    token = scene.doc[head]
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "in":
        return ()
    if preposition.head.lemma_.lower() not in INVOLVED and children(token, "det", "poss", "amod"):
        return ()
    verb = next((t for t in ancestors(token) if is_predicate(t)), None)
    subjects = find_subjects(verb) if verb is not None else ()
    return tuple(Filled(s.head) for s in subjects if scene.accepts(s.head, ("kgo:Actor",)))


def _without_speakers(scene: Scene, slots: Slots) -> Slots:
    """Drop "our", "my" and "your" where nothing in the article tells whose they are."""
    kept = {
        slot: tuple(f for f in found if not _is_unknown_speaker(scene, f.head)) for slot, found in slots.fillers.items()
    }
    return Slots(slots.trigger, slots.keys, {slot: found for slot, found in kept.items() if found})


def _is_unknown_speaker(scene: Scene, head: int) -> bool:
    chain, token = scene.chain(head), scene.doc[head]
    if token.tag_ not in ("PRP", "PRP$") or not {"1", "2"} & set(token.morph.get("Person", [])):
        return False
    return chain is None or all(m.kind is MentionKind.PRONOUN for m in chain.mentions)


def _with_self(scene: Scene, head: int, slots: Slots) -> Slots:
    """Add what the noun denotes: its own chain, or the subject it is said of ("Paris is the capital of France"), or the
    name that is said of it.
    """
    token = scene.doc[head]
    own = [Filled(head)]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        own = [Filled(s.head) for s in find_subjects(token.head)] or own
    elif (named := _called(scene, token)) is not None:
        own = [Filled(named.i)]
    elif token.dep_ == "appos":
        own = [Filled(token.head.i)]
    return Slots(slots.trigger, slots.keys, {**slots.fillers, "self": tuple(own)})


def _called(scene: Scene, noun: Token) -> Token | None:
    """The name that a copula gives the noun: "the founder of Siemens is Ada Bell"."""
    is_subject = noun.dep_ == "nsubj" and noun.head.lemma_ == "be"
    name = child(noun.head, "attr") if is_subject else None
    found = scene.mention(name.i) if name is not None else None
    return name if found is not None and _is_name(found) and not _is_name_at(scene, noun) else None


def _is_name_at(scene: Scene, noun: Token) -> bool:
    found = scene.mention(noun.i)
    return found is not None and _is_name(found)


def _with_demonym(scene: Scene, mention: TokenMention, slots: Slots) -> Slots:
    """Add a demonym before the noun as its subject or possessor: "the Russian invasion", "a French company"."""
    if child(scene.doc[mention.head], "poss") is not None:
        return slots  # "our Kurdish partners" are Kurds, and partners of ours
    for part in children(scene.doc[mention.head], "amod", "compound"):
        found = scene.mention(part.i)
        if found is not None and found.head == part.i and scene.accepts(part.i, ("kgo:Country", "kgo:Region")):
            extra = {slot: (Filled(part.i),) for slot in ("subject", "of") if slot not in slots.fillers}
            return Slots(slots.trigger, slots.keys, {**slots.fillers, **extra})
    return slots


def _edges(scene: Scene, match: Match) -> Iterator[tuple[End, str, End]]:
    """The direct edges of a matched noun, as ends."""
    for one, prop, other in match.edges():
        for a, b in pairs(match.roles[one], match.roles[other]):
            subject, target = find_end(scene, a.head), find_end(scene, b.head)
            if subject is not None and target is not None:
                yield subject, prop, target


def _draft_relation(drafter: Drafter, mention: TokenMention, match: Match) -> None:
    """A noun that names a relation: "his daughter, Ju Ae", "Paris, the capital of France"."""
    scene = drafter.scene
    token = scene.doc[mention.head]
    if any(t.lower_ in ANY for t in children(token, "det")) or is_glued(scene, mention.head):
        return
    if _is_undone(scene, mention):
        return
    stance = scene.reader.stance(token.head) if _called(scene, token) is not None else copula_stance(scene, token)
    words = scene.doc[mention.phrase_first : mention.head + 1]
    former = any(t.lower_ in FORMER for t in words) or is_bygone(scene, mention.head)
    tense = Tense.PAST if former else stance.tense or Tense.PRESENT
    telling = Telling((token.i, token.i), tense, stance, frame=match.frame.id)
    own = find_end(scene, token.i)
    for subject, prop, target in _edges(scene, match):
        repeats = own in (subject, target) and own is not None and is_in_name(own.node, token.lower_, prop)
        if not repeats and not (prop in ONE_HEAD and _is_shared_head(scene, token)):
            tell(drafter, subject, prop, target, telling)


def _is_shared_head(scene: Scene, noun: Token) -> bool:
    """Whether a noun names several heads of a body, or that of one of its fields: "the EU's foreign policy chief"."""
    fields = (c for c in children(noun, "compound") if c.pos_ == "NOUN")
    classes = (scene.ontology.nouns.get(c.lemma_.lower()) or "" for c in fields)
    if noun.doc[noun.i + 1 : noun.i + 3].text.lower() == "of staff":
        return True
    return noun.tag_ in ("NNS", "NNPS") or any(not (cls and scene.ontology.is_a(cls, ACTOR)) for cls in classes)


def _is_undone(scene: Scene, mention: TokenMention) -> bool:
    """Whether a phrase names an agreement that is only proposed or has failed: nobody is a party to it."""
    if not scene.ontology.is_a(mention.cls, AGREEMENT):
        return False
    stance = noun_stance(scene.reader, mention.head)
    return bool(stance.cues) and not stance.actual


# ---------------------------------------------------------------- nouns that name an event


def _draft_event(drafter: Drafter, mention: TokenMention, match: Match | None) -> None:
    """A noun that names an event: one statement a role, of the event itself ("the ceremony in Pyongyang on Sunday").

    Where it has no role but a date, that it took place then; where words of its own say that it does not, or not yet,
    take place ("the cancelled flight", "an upcoming vote"), that.
    """
    scene, head = drafter.scene, mention.head
    chain, event = scene.chain(head), find_end(scene, head)
    if chain is None or event is None or chain.known is not None:
        return
    stance = noun_stance(scene.reader, head)
    if match is not None:
        drafter.happenings.append((head, match, stance))
    found = (*_roles(scene, match, head), *_location(scene, mention, match))
    roles = [role for role in found if role[1].node != event.node]
    cls = match.frame.cls if match is not None else mention.cls
    told = DraftEvent(cls, tuple((prop, end.node) for prop, end, _ in roles), mention.mention.anchor, chain.number)
    frame = match.frame.id if match is not None else ""
    acting = {find_end(scene, f.head) for f in drafter.doers.get(head, ())}
    for prop, end, words in roles:
        if prop == "kgo:agent" and end in acting:
            continue  # the clause that names it tells who undertakes it
        tell(drafter, event, prop, end, _telling(stance, words, head, frame, told))
    for subject, prop, target in _edges(scene, match) if match is not None else ():
        tell(drafter, subject, prop, target, _telling(stance, (head, head), head, frame, told))
    if not roles:
        draft_happening(drafter, event, head, stance, told)


def _draft_dated(drafter: Drafter, mention: TokenMention) -> None:
    """What a time before a noun tells: "the 1991 agreement", "a 27-year contract", "the annual conference"."""
    scene, head = drafter.scene, mention.head
    found, end = scene.description(head), find_end(scene, head)
    inside = found is not None and mention.first <= found.first <= mention.last and not scene.doc[head].is_lower
    if found is None or end is None or inside:
        return
    stance = noun_stance(scene.reader, head)
    if is_definite(scene.doc[head]):
        stance = Stance(holders=stance.holders, own_voice=stance.own_voice)
    relation = {"DURATION": LASTS, "SET": "kgr:recur"}.get(found.time.timex_type, "kgr:date")
    if relation == LASTS and not is_lasting(scene, mention):
        return  # "the one-week rate", "a 15-year high": which one, not how long
    if relation == "kgr:date" and scene.doc[head].lemma_.lower() in VERSIONS:
        return
    if relation == "kgr:recur" and (not scene.is_event(head) or scene.doc[head].lemma_.lower() in PERIODS):
        return  # "daily penalties", "the annual report": what they are, no happening
    if relation == "kgr:date" and not any(scene.ontology.is_a(mention.cls, cls) for cls in DATED):
        return  # "the 2011 version", "the 2009 champion": which one, not when
    time = (resolve(found, scene.parse.document.published, future=False), found.anchor)
    telling = Telling((found.first, found.last), stance.tense or Tense.PRESENT, stance, time=time)
    tell(drafter, end, relation, None, telling)


def _draft_prospect(drafter: Drafter, mention: TokenMention) -> None:
    """An agreement that has not come about, or is no more: "the cancelled deal", "a proposed treaty"."""
    scene, head = drafter.scene, mention.head
    chain, end = scene.chain(head), find_end(scene, head)
    named = chain is not None and chain.known is not None
    if end is None or named or not scene.ontology.is_a(mention.cls, AGREEMENT):
        return
    stance = noun_stance(scene.reader, head)
    if is_news(scene.reader, head, stance):
        tell(drafter, end, "kgr:take_effect", None, _telling(stance, (head, head), None, "", None))


def _telling(
    stance: Stance, words: tuple[int, int], owner: int | None, frame: str, event: DraftEvent | None
) -> Telling:
    return Telling(words, stance.tense or Tense.PAST, stance, owner=owner, frame=frame, event=event)


def _roles(scene: Scene, match: Match | None, head: int) -> Iterator[Role]:
    for role, fillers in match.roles.items() if match is not None else ():
        for filled in fillers:
            end = find_end(scene, filled.head)
            if end is not None and role != "self":
                yield role if ":" in role else f"kgo:{role}", end, _words(head, filled)


def _words(noun: int, filled: Filled) -> tuple[int, int]:
    """The words that tell a role: the noun, with the preposition right after it."""
    follows = filled.marker[:1] == (noun + 1,)
    return (noun, noun + 1) if follows else (noun, noun)


def _location(scene: Scene, mention: TokenMention, match: Match | None) -> Iterator[Role]:
    """Where it takes place, as far as the frame has not taken the place for another role."""
    used = {f.head for fillers in (match.roles.values() if match is not None else ()) for f in fillers}
    for preposition in children(scene.doc[mention.head], "prep"):
        target = child(preposition, "pobj")
        if target is None or target.i in used or scene.is_time(target.i):
            continue
        if preposition.lower_ not in LOCATIVE or preposition.lower_ in APART:
            continue
        end = find_end(scene, target.i)
        if end is not None and scene.accepts(target.i, PLACES):
            yield "kgo:location", end, _words(mention.head, Filled(target.i, (preposition.i,)))
