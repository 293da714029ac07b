"""Who says it: the holder that a verb, noun or preposition of saying names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.clauses.finding import is_passive
from kg.clauses.subjects import find_subjects
from kg.clauses.syntax import OBJECTS, SUBJECTS, ancestors, child, children, is_verbal
from kg.entities.reports import find_source, quoted_person

FROM = frozenset({"from", "by", "of"})
CARRIERS = frozenset(
    {
        "report", "statement", "document", "image", "footage", "video", "photo", "photograph", "data", "figure",
        "letter", "post", "article", "story", "study", "survey", "poll", "intelligence", "information", "analysis",
        "assessment", "estimate", "account", "release", "broadcast", "file", "filing", "record", "interview", "email",
        "message", "tweet", "note", "memo", "book", "testimony", "remark", "comment", "forecast", "count", "finding",
        "tally", "statistic", "research", "chart", "map", "graph", "index", "transcript", "log", "diary", "census",
        "announcement", "claim", "allegation", "warning", "source", "briefing", "bulletin", "dispatch",
    }
)  # fmt: skip
"""What is only written or shown speaks for whoever wrote it, where they are named; an office speaks for itself."""

CALLING = frozenset({
    "brand", "call", "characterise", "characterize", "condemn", "criticise", "criticize", "decry", "denounce",
    "deplore", "describe", "dismiss", "dub", "hail", "label", "mock", "praise", "regard", "see", "slam", "term", "view",
})  # fmt: skip
"""Verbs that bring in another's word for something."""

STEPS = 4
"""Nouns above a participle that are looked through for the letter it stands in."""

CLOSE = 4
"""Tokens after a name in which the parser may take "quoting" for a preposition ("Baker, quoting a letter, said")."""

EMPTY = frozenset({"there", "you", "one", "everybody", "everyone", "nobody"})

CITING = frozenset({"cite", "quote"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder: the head token of the phrase that names it and the tokens of the cue ("said", "according to")."""

    head: int
    cue: tuple[int, ...]


def find_holder(governor: Token) -> tuple[Holder, ...]:
    """Return who holds what `governor` governs, with whom they cite; empty where nobody is named.

    Of a verb it is the subject (of a passive the agent), of a noun its possessor or "from", "by", "of" phrase.
    """
    words = (governor.i,)
    quoted = quoted_person(governor)
    if quoted is not None:
        return (Holder(quoted.i, words),)
    if not is_verbal(governor) and child(governor, *SUBJECTS) is None:
        named = _named_source(governor)
        return (Holder(named.i, words),) if named is not None else ()
    agent = child(governor, "agent")
    if agent is not None:
        return tuple(Holder(t.i, words) for t in children(agent, "pobj")[:1])
    written = _writing(governor)
    if written is not None:
        return _author(written, words)
    subjects = find_subjects(governor)
    if not subjects or is_passive(governor) or not _can_say(governor.doc[subjects[0].head]):
        return ()
    first = _named(governor.doc[subjects[0].head])
    return (Holder(first.i, words), *_cited(governor, first))


def naming_holder(token: Token, is_quoted: Callable[[Token], bool]) -> tuple[Holder, ...]:
    """Whose words a quoted name is: 'Smith called her "a singer who was loved by all"', 'the "theft" of the land'."""
    above = next((a for a in ancestors(token) if not is_quoted(a) and is_verbal(a)), None)
    return find_holder(above) if above is not None and above.lemma_.lower() in CALLING else ()


def _named(subject: Token) -> Token:
    """The subject, or the name beside it where the parser takes an adjective for it: "its director-general, Lee"."""
    name = child(subject, "appos") if subject.pos_ == "ADJ" else None
    return name if name is not None and name.pos_ == "PROPN" else subject


def _writing(governor: Token) -> Token | None:
    """The letter or statement in whose phrase a participle stands ("a letter to the board stating that ...")."""
    if governor.dep_ != "acl" or governor.tag_ != "VBG":
        return None
    nouns = (governor.head, *(a for a in ancestors(governor.head) if a.pos_ in ("NOUN", "PROPN")))
    for noun in nouns[:STEPS]:
        if noun.lemma_.lower() in CARRIERS:
            return noun
    return None


def _author(written: Token, words: tuple[int, ...]) -> tuple[Holder, ...]:
    """Who says it "in a letter": the possessor or the subject of the verb; else the letter itself."""
    named = _named_source(written)
    verb = written.head.head if written.dep_ == "pobj" and written.head.lower_ == "in" else None
    subjects = find_subjects(verb) if verb is not None and is_verbal(verb) and not is_passive(verb) else ()
    if named is None and subjects and _can_say(written.doc[subjects[0].head]):
        return (Holder(subjects[0].head, words),)
    return (Holder((named or written).i, words),)


def source_phrase(noun: Token, cue: tuple[int, ...]) -> tuple[Holder, ...]:
    """The holder that "according to" or "citing" names: "reports from the agency" means the agency.

    A person or body that is further said to cite somebody ("Lee, who cited ...") holds it with them.
    """
    target = (_named_source(noun) if noun.lemma_.lower() in CARRIERS else None) or noun
    clauses = children(target, "relcl", "acl") if target.i == noun.i else []
    cited = [h for clause in clauses if clause.lemma_ in CITING for h in _objects_of(clause)]
    return (Holder(target.i, cue), *cited)


def reporting_holder(verb: Token, speaker: Token) -> tuple[Holder, ...]:
    """The holder of what a verb set beside it reports, with whom they cite; of a source, as `source_phrase` has it."""
    source = find_source(verb)
    if source is not None:
        return source_phrase(speaker, source[0])
    return (Holder(speaker.i, (verb.i,)), *_cited(verb, speaker))


def _cited(governor: Token, noun: Token) -> tuple[Holder, ...]:
    """Whom the holder cites: "citing intelligence from X" beside the verb or name, "who cited X" beside the name."""
    between = [t for t in noun.doc[noun.i + 1 : governor.i][:CLOSE] if t.tag_ == "VBG" and t.dep_ == "prep"]
    clauses = [*children(governor, "advcl"), *children(noun, "relcl", "acl"), *between]
    return tuple(h for clause in clauses if clause.lemma_.lower() in CITING for h in _objects_of(clause))


def _objects_of(clause: Token) -> tuple[Holder, ...]:
    noun = child(clause, *OBJECTS)
    return source_phrase(noun, (clause.i,))[:1] if noun is not None else ()


def is_reason(holder: Holder, doc: Doc, may_speak: Callable[[Token], bool]) -> bool:
    """Whether what is cited is no source but why something is done ("citing safety rules, the agency said")."""
    noun = doc[holder.head]
    if len(holder.cue) != 1 or doc[holder.cue[0]].lemma_.lower() not in CITING or noun.pos_ != "NOUN":
        return False
    return noun.lemma_.lower() not in CARRIERS and not may_speak(noun)


def _named_source(noun: Token) -> Token | None:
    """The name behind a report: its possessor, or whom it is "from" or "by", or who made it known."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return possessor
    for preposition in children(noun, "prep"):
        target = child(preposition, "pobj")
        if preposition.lower_ in FROM and target is not None:
            return target
    for clause in children(noun, "acl"):
        agent = child(clause, "agent")
        target = child(agent, "pobj") if agent is not None else None
        if target is not None:
            return target
    return None


def _can_say(noun: Token) -> bool:
    """An expletive, a clause and "you" as anybody say nothing."""
    return bool(noun.dep_ not in ("expl", "csubj") and noun.lower_ not in EMPTY and not is_verbal(noun))
