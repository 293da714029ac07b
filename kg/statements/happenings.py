"""Whether and when what a noun names takes place, where nothing more is told of it: "the cancelled flight"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses.syntax import OBJECTS
from kg.mentions import TokenMention
from kg.model import Anchor, Polarity, Tense, Time
from kg.statements.draft import DraftEvent
from kg.statements.drafting import Drafter
from kg.statements.hollow import LIGHT
from kg.statements.noun_stance import is_news
from kg.statements.noun_writer import End, Telling, tell
from kg.statements.scene import Scene
from kg.statements.slots import lemma
from kg.statements.stance import Stance

LASTS = "kgr:last"

LASTING = ("kgo:Event", "kgo:Agreement")
"""What a number of hours or years before it tells the length of."""

COURSES = frozenset({
    "absence", "career", "drought", "existence", "friendship", "hiatus", "history", "imprisonment", "life", "marriage",
    "presidency", "reign", "relationship", "rule", "run", "service", "silence", "stay", "streak", "tenure",
})  # fmt: skip
"""Nouns of no class for what goes on for years: "the firm's 41-year history"."""

LEVELS = frozenset({"average", "bond", "high", "loan", "low", "maximum", "minimum", "note", "peak", "rate", "record"})
"""Nouns of no class that lasts, whatever else they may name: "a 15-year high"."""

DEADLINES = frozenset({"after", "in", "within"})
"""Prepositions of a length by the end of which something is done: "the return of all within two years"."""

UTTERED = frozenset({
    "announcement", "appeal", "bid", "call", "charge", "claim", "comment", "complaint", "decision", "demand", "offer",
    "order", "pledge", "promise", "proposal", "reform", "remark", "request", "ruling", "statement", "threat", "warning",
})  # fmt: skip
"""Nouns of what is said or laid down: nobody says of a call that it takes place."""

STAGED = LIGHT | {"conduct", "deny", "hold", "issue", "offer", "organise", "organize", "stage"}
"""Verbs whose clause tells all there is of the happening that they have for an object: "did not hold a rally"."""

WISHED = frozenset({"kgo:offered", "kgo:ordered", "kgo:promised", "kgo:requested"})
"""Properties of a happening that need not come about."""


def draft_happening(drafter: Drafter, event: End, head: int, stance: Stance, told: DraftEvent) -> None:
    """Add that an event takes place at a time or lasts so long, or that it does not, or not yet, take place."""
    scene = drafter.scene
    time = scene.time(head, future=False, past=(stance.tense or Tense.PAST) is Tense.PAST)
    lasts = time is not None and time[0].timex_type == "DURATION"
    if time is not None and lasts and _is_deadline(scene, time[1]):
        return
    dated = time is not None and (lasts or time[0].value is not None or time[0].timex_type == "TIME")
    news = is_news(scene.reader, head, stance) and not _is_wished(drafter, head)
    if dated or (news and not _is_told_otherwise(scene.doc[head], stance)):
        tense = Tense.PAST if stance.actual and _is_over(scene, time) else stance.tense or Tense.PAST
        telling = Telling((head, head), tense, stance, owner=head, event=told)
        tell(drafter, event, LASTS if lasts else "kgr:take_place", None, telling)


def is_lasting(scene: Scene, mention: TokenMention) -> bool:
    """Whether a phrase names what goes on for a time: "the nine-day trial", not "a two-year bond"."""
    noun = scene.doc[mention.head]
    return lemma(noun) in COURSES or (scene.accepts(mention.head, LASTING) and lemma(noun) not in LEVELS)


def _is_over(scene: Scene, time: tuple[Time, Anchor] | None) -> bool:
    """Whether a happening is dated before the article, whatever its clause tells of now."""
    published, last = scene.parse.document.published, time[0].latest if time is not None else None
    return published is not None and last is not None and last < published


def _is_deadline(scene: Scene, length: Anchor) -> bool:
    """Whether a length of time is by when something is done: "within two years"."""
    words = scene.parse.document.text[length.phrase_start : length.phrase_end].lower().split()
    return bool(words) and words[0] in DEADLINES


def _is_told_otherwise(noun: Token, stance: Stance) -> bool:
    """Whether a noun is no happening, or its clause tells itself that it is not done: "did not hold a rally"."""
    if lemma(noun) in UTTERED:
        return True
    return stance.polarity is Polarity.NEGATIVE and noun.dep_ in OBJECTS and lemma(noun.head) in STAGED


def _is_wished(drafter: Drafter, head: int) -> bool:
    """Whether a clause tells that somebody asks for, promises or orders what a noun names: that is all there is."""
    matches = (placed.match for placed in drafter.placed if placed.match is not None)
    wishes = (m for m in matches if any(prop in WISHED for _, prop, _ in m.frame.edges))
    return any(filled.head == head for match in wishes for found in match.roles.values() for filled in found)
