"""Where things are: "the plant near Oslo", and what a clause or event noun with a place tells of who is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.clauses import ArgumentKind, Clause
from kg.clauses.subjects import find_subjects, spread
from kg.clauses.syntax import child, children
from kg.mentions import TokenMention
from kg.model import MentionKind, Tense
from kg.statements.drafting import Drafter, Placed
from kg.statements.frames import Match
from kg.statements.noun_stance import noun_stance
from kg.statements.noun_writer import Telling, find_end, tell
from kg.statements.scene import Scene
from kg.statements.slots import lemma
from kg.statements.stance import Stance
from kg.statements.targets import is_selected
from kg.statements.wording import LOCATIVE, PLACES

INSIDE = frozenset({"in", "inside", "within"})
"""Prepositions by which a place lies in another."""

BESIDE = frozenset({"around", "near", "outside"})
"""Prepositions by which something is not at the place itself."""

BODILY = ("kgo:Person", "kgo:Group", "kgo:Organization", "kgo:Product", "kgo:Place")
"""What is somewhere; an event takes place there, and a document or agreement is about it."""

PEOPLE = ("kgo:Person", "kgo:Group")
"""Who is where he acts: a state, a company or a weapon acts from afar."""

FORCES = ("kgo:ArmedForce", "kgo:ArmedGroup", "kgo:MilitaryUnit")
"""Bodies whose name before a noun tells whose it is: "Taliban fighters", "army trucks", not "Boeing 747"."""

SITES = ("kgo:City", "kgo:Facility", "kgo:Region")
"""Places that a noun alone points at: "in the village", not "in the field"."""

PHYSICAL = ("kgo:Attack", "kgo:Killing", "kgo:Destruction", "kgo:CasualtyReport", "kgo:Arrest", "kgo:Abduction",
            "kgo:Rescue", "kgo:Explosion", "kgo:Accident", "kgo:Capture")  # fmt: skip
"""Events that happen where their patient is."""

ATTENDED = ("kgo:Meeting", "kgo:Negotiation", "kgo:Training", "kgo:Protest", "kgo:Conflict", "kgo:Killing",
            "kgo:Arrest", "kgo:Abduction", "kgo:Rescue", "kgo:Capture")  # fmt: skip
"""Events that happen where the people are who act in them; a town may be shelled from afar."""

HELD = frozenset({"position", "stronghold", "target"})
"""Nouns of no class of their own for what an army holds or strikes: "Taliban positions near Herat"."""

KEPT = frozenset({"build", "construct", "establish", "have", "maintain", "open", "operate", "own", "rent", "run"})
"""Verbs whose object, a building, stands where the clause says: "maintained a safehouse in the village"."""

UNDERTAKEN = frozenset({"kgo:hosted", "kgo:coHosted", "kgo:undertook"})
"""Properties of verbs that hold or carry out their object: it happens where they do."""

UNDERGOING = ("patient", "theme")
ACTING = ("agent", "participant", "opponent")
MEANS = ("agent", "instrument")
"""Roles of an event by which another one happens: who is killed by a blast in a town is in the town."""

Spot = tuple[int, int]
"""A place in a sentence: its preposition and its head."""


@dataclass(frozen=True, slots=True)
class Located:
    """The head of what is where a clause is, and whether it is an event that happens there."""

    head: int
    happens: bool = False


def draft_whereabouts(drafter: Drafter, mentions: list[TokenMention]) -> None:
    """Add where things are to the drafts of `drafter`."""
    for mention in mentions:
        _draft_beside(drafter, mention)
    for placed in drafter.placed:
        _draft_in_clause(drafter, placed)
    for head, match, stance in drafter.happenings:
        _draft_around_event(drafter, head, match, stance)


# ---------------------------------------------------------------- a noun with its place


def _draft_beside(drafter: Drafter, mention: TokenMention) -> None:
    """A noun with its place right after it: "troops in Mali", "the plant near Oslo"."""
    scene, head = drafter.scene, mention.head
    named = mention.mention.kind is MentionKind.NAME and scene.accepts(head, ("kgo:Person",))
    if mention.mention.kind is MentionKind.NOMINAL and _is_post(scene, head):
        return  # "the ambassador in Moscow" serves there, wherever he is
    bodily = scene.accepts(head, BODILY) or scene.doc[head].lemma_.lower() in HELD
    if named or mention.mention.kind is MentionKind.PRONOUN or not bodily:
        return  # "the pact between Macron and Scholz in Paris": what stands behind a person's name is another's place
    seat = _is_seat(scene, mention)
    spots = [spot for spot in _spots(scene, head) if not seat or scene.doc[spot[0]].lower_ in BESIDE]
    if spots:
        _tell_all(drafter, [Located(h) for h in meant(scene, head)], spots, noun_stance(scene.reader, head))


def _is_post(scene: Scene, head: int) -> bool:
    """Whether a phrase names the one who holds a post: not "a gang leader in Perm"."""
    indefinite = any(c.lower_ in ("a", "an") for c in children(scene.doc[head], "det"))
    return not indefinite and lemma(scene.doc[head]) in scene.ontology.offices


def _is_seat(scene: Scene, mention: TokenMention) -> bool:
    """Whether a place only tells which body is meant: "the foreign ministry in Lima"; that of an army is news."""
    nominal = mention.mention.kind is MentionKind.NOMINAL and scene.doc[mention.head].tag_ == "NN"
    body = scene.accepts(mention.head, ("kgo:Organization",)) and not scene.accepts(mention.head, FORCES)
    alone = meant(scene, mention.head) == [mention.head]
    return nominal and body and alone and not scene.accepts(mention.head, (*PLACES, *PEOPLE))


def meant(scene: Scene, head: int) -> list[int]:
    """Of what a noun with its place is said: of the name beside it, or the subject, "Goa is a state in India"."""
    token = scene.doc[head]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        return [s.head for s in find_subjects(token.head)] or [head]
    one, other = scene.chain(head), scene.chain(token.head.i)
    return [token.head.i] if token.dep_ == "appos" and one is other and one is not None else [head]


def _spots(scene: Scene, head: int) -> Iterator[Spot]:
    """The places right after a noun, with all that is coordinated: "in Syria and Iraq"."""
    for preposition in children(scene.doc[head], "prep"):
        target = child(preposition, "pobj")
        for place in spread(target) if target is not None else ():
            if _is_place(scene, preposition.lower_, place.i):
                yield preposition.i, place.i


# ---------------------------------------------------------------- a clause or an event with its place


def _draft_around_event(drafter: Drafter, head: int, match: Match, stance: Stance) -> None:
    """What the place of an event noun tells of those in it, and the place of whom it strikes of the event itself."""
    scene = drafter.scene
    _tell_all(drafter, _there(scene, match), list(_spots(scene, head)), stance)
    for patient in patients(scene, match):
        _tell_all(drafter, [Located(head, happens=True)], list(_spots(scene, patient)), stance)


def _draft_in_clause(drafter: Drafter, placed: Placed) -> None:
    scene = drafter.scene
    located = list(_located(scene, placed)) if _is_sure(placed.stance) else []
    if located:
        _tell_all(drafter, located, _places(scene, placed, drafter), placed.stance, clause=placed.clause.verb)


def _located(scene: Scene, placed: Placed) -> Iterator[Located]:
    """What is where a clause is."""
    match, slots = placed.match, placed.slots
    yield from (Located(f.head, True) for f in slots.of("subject") if scene.is_event(f.head))
    if scene.doc[placed.clause.verb].lemma_.lower() in KEPT and placed.clause.verb == placed.clause.worded:
        yield from (Located(f.head) for f in slots.of("object") if scene.accepts(f.head, ("kgo:Facility",)))
    if match is None:
        return
    if any(prop in UNDERTAKEN for _, prop, _ in match.frame.edges):
        yield from (Located(f.head, True) for f in slots.of("object") if scene.is_event(f.head))
    yield from _there(scene, match)


def _there(scene: Scene, match: Match) -> Iterator[Located]:
    """Who and what is where the event of a frame is."""
    yield from (Located(head) for head in patients(scene, match) if scene.accepts(head, BODILY))
    if _is_any(scene, match, ("kgo:Visit",)):
        hosts = (f for f in match.roles.get("destination", ()) if not f.marker)
        yield from (Located(f.head) for f in hosts if scene.accepts(f.head, PEOPLE))
    if _is_any(scene, match, ATTENDED):
        acting = (f for role in ACTING for f in match.roles.get(role, ()))
        yield from (Located(f.head) for f in acting if scene.accepts(f.head, PEOPLE))


def patients(scene: Scene, match: Match) -> Iterator[int]:
    """The heads of what an event is done to bodily."""
    if _is_any(scene, match, PHYSICAL):
        yield from (f.head for role in UNDERGOING for f in match.roles.get(role, ()))


def _is_any(scene: Scene, match: Match, classes: tuple[str, ...]) -> bool:
    return any(scene.ontology.is_a(match.frame.cls, cls) for cls in classes)


def _places(scene: Scene, placed: Placed, drafter: Drafter) -> list[Spot]:
    """The places of a clause; one in front holds for all that is coordinated."""
    found, verb = list(_own_places(scene, placed)), scene.doc[placed.clause.verb]
    clauses = {other.clause.verb: other for other in drafter.placed}
    while verb.dep_ == "conj" and verb.head.i in clauses:
        verb = verb.head
        first = min((s.head for s in clauses[verb.i].clause.subjects), default=0)
        found += [place for place in _own_places(scene, clauses[verb.i]) if place[0] < first]
    return found


def _own_places(scene: Scene, placed: Placed) -> Iterator[Spot]:
    clause: Clause = placed.clause
    for argument in clause.find(ArgumentKind.PREPOSITIONAL):
        preposition = argument.marker[-1]
        if is_selected(scene, clause, argument):
            continue
        for place in spread(scene.doc[argument.head]):
            if _is_place(scene, scene.doc[preposition].lower_, place.i):
                yield preposition, place.i
    if placed.match is not None and _is_any(scene, placed.match, PHYSICAL):
        agents = (f.head for role in MEANS for f in placed.match.roles.get(role, ()) if scene.is_event(f.head))
        yield from (spot for agent in agents for spot in _spots(scene, agent))
    for filled in placed.match.roles.get("location", ()) if placed.match is not None else ():
        if filled.marker and _is_place(scene, scene.doc[filled.marker[-1]].lower_, filled.head):
            yield filled.marker[-1], filled.head


def _is_place(scene: Scene, preposition: str, head: int) -> bool:
    """Whether a phrase is a place, by its name or by its noun, after a preposition that tells where."""
    mention = scene.mention(head)
    if mention is None or mention.mention.kind is MentionKind.PRONOUN or preposition not in LOCATIVE:
        return False
    named = mention.mention.kind is MentionKind.NAME
    return scene.accepts(head, PLACES if named else SITES) and not scene.is_time(head)


# ---------------------------------------------------------------- telling it


def _tell_all(
    drafter: Drafter, located: Iterable[Located], spots: list[Spot], stance: Stance, *, clause: int | None = None
) -> None:
    """Tell of each thing that it is at each place; nothing where it is denied or planned: nobody knows where it is.

    An event is there when its `clause` (a verb) is.
    """
    if not _is_sure(stance):
        return
    scene = drafter.scene
    for thing in dict.fromkeys(located):
        end = find_end(scene, thing.head)
        for preposition, target in dict.fromkeys(spots):
            place, word = find_end(scene, target), str(scene.doc[preposition].lower_)
            relation = _occurrence(word) if thing.happens else _relation(scene, thing.head, word)
            own = thing.happens and scene.doc[preposition].head.i == thing.head  # told as the event's location
            own = own or (thing.happens and word in BESIDE and _is_happening(scene, clause))
            if end is not None and place is not None and thing.head != target and not own:
                owner = clause if thing.happens else None
                told = Telling((preposition, preposition), stance.tense or Tense.PRESENT, stance, owner=owner)
                tell(drafter, end, relation, place, told)


def _is_happening(scene: Scene, clause: int | None) -> bool:
    """Whether a clause says itself where its subject takes place: "the attack happened near Dounkoun"."""
    verb = scene.doc[clause].lemma_.lower() if clause is not None else ""
    return any(edge[1] == "kgo:occurredIn" for frame in scene.frames.of_verb(verb) for edge in frame.edges)


def _is_sure(stance: Stance) -> bool:
    """Whether somebody says it for sure, were it as what he wants: "sent troops to fight rebels in Mali"."""
    return replace(stance, bare=False).actual


def _occurrence(preposition: str) -> str:
    return f"kgr:occur_{preposition}" if preposition in BESIDE else "kgo:occurredIn"


def _relation(scene: Scene, head: int, preposition: str) -> str:
    if preposition in INSIDE and scene.accepts(head, PLACES):
        return "kgo:locatedIn"
    if preposition in BESIDE or scene.accepts(head, PLACES):
        return f"kgr:be_{preposition}"
    return "kgo:presentIn"
