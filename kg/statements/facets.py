"""The facets of a clause, and how one clause hands them on to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Certainty, Mood, Polarity, Tense
from kg.statements.cues import Cue, weakest
from kg.statements.holders import Holder

DEEPEST = 8
"""Holders that cite one another: a sentence that nests 500 must not cost their square."""


@dataclass(frozen=True, slots=True)
class Stance:
    """The facets of a clause; `holders` outermost first, `own_voice` false where any holder's cue is not factive.

    `bare` is true for a mere purpose or condition: it is never asserted, whatever its facets.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense | None = None
    mood: Mood = Mood.DECLARATIVE
    holders: tuple[Holder, ...] = ()
    own_voice: bool = True
    bare: bool = False
    cues: tuple[str, ...] = ()

    @property
    def asserted(self) -> bool:
        """The definition of the design, section 3."""
        return self.own_voice and self.actual

    @property
    def actual(self) -> bool:
        """Whether whoever tells it tells it as the case: not denied, doubted, to come, demanded or a mere purpose."""
        return (
            self.polarity is Polarity.POSITIVE
            and self.certainty is Certainty.CERTAIN
            and self.tense is not Tense.FUTURE
            and self.mood is Mood.DECLARATIVE
            and not self.bare
        )

    @property
    def future(self) -> Tense | None:
        """The future, where it lies there: what a clause hands on to those below it."""
        return self.tense if self.tense is Tense.FUTURE else None

    def under(self, cue: Cue | None) -> Stance:
        """The stance with the effects of `cue` added."""
        if cue is None:
            return self
        changed = self.denied() if cue.polarity is Polarity.NEGATIVE else self
        return replace(
            changed,
            certainty=weakest(changed.certainty, cue.certainty),
            tense=cue.tense or self.tense,
            mood=cue.mood or self.mood,
            bare=self.bare or cue.purpose or cue.condition,
            cues=(*self.cues, cue.row),
        )

    def denied(self) -> Stance:
        """The opposite; what is denied twice ("did not refuse to") is no longer sure."""
        sure = self.polarity is Polarity.POSITIVE
        certainty = self.certainty if sure else weakest(self.certainty, Certainty.PROBABLE)
        return replace(self, polarity=flipped(self.polarity), certainty=certainty)

    def told_by(self, holders: tuple[Holder, ...], *, factive: bool) -> Stance:
        """The stance as told by further holders, the innermost last; of more than DEEPEST the innermost."""
        if not holders:
            return self
        return replace(self, holders=(*self.holders, *holders)[-DEEPEST:], own_voice=self.own_voice and factive)


NEUTRAL = Stance()


def flipped(polarity: Polarity) -> Polarity:
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def carried(outer: Stance) -> Stance:
    """What a clause beside another shares with it: the speaker, doubt and the future, not denial or duty."""
    return Stance(
        certainty=outer.certainty,
        tense=outer.future,
        holders=outer.holders,
        own_voice=outer.own_voice,
        bare=outer.bare,
    )


def released(laid: Stance) -> Stance:
    """ "need not pay", "does not have to pay": no duty, and nobody says that it is not done."""
    certainty = weakest(laid.certainty, Certainty.POSSIBLE)
    return replace(laid, polarity=Polarity.POSITIVE, certainty=certainty, mood=Mood.DECLARATIVE)


def merged(outer: Stance, cue: Cue) -> Stance:
    """The stance of a verb that is one with the verb above it; "had to leave" is past, "has to leave" is not."""
    if cue.mood is Mood.DEONTIC and outer.polarity is Polarity.NEGATIVE:
        return released(replace(outer, tense=outer.future).under(cue))
    done = cue.mood is Mood.DEONTIC and outer.tense is Tense.PAST
    laid = replace(outer, tense=outer.future).under(cue)
    if cue.implies and outer.polarity is Polarity.NEGATIVE:
        laid = concluded(laid, outer, cue.implies)
    return replace(laid, tense=Tense.PAST) if done else laid


def concluded(laid: Stance, outer: Stance, implies: str) -> Stance:
    """What follows where the governing word is denied, by the sign after "|" ("was not able to": it did not)."""
    sign = implies[-1]
    if sign == "o":
        return replace(laid, polarity=Polarity.POSITIVE, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
    return replace(laid, polarity=Polarity.NEGATIVE if sign == "-" else Polarity.POSITIVE, certainty=outer.certainty)


def carried_over(outer: Stance, cue: Cue | None, *, finite: bool) -> Stance:
    """What a clause shares with the one that a conjunction ties it to; after "because" only the speaker."""
    if cue is not None and cue.presupposed and (finite or "gerund" in cue.takes):
        future = outer.future if cue.timed and not outer.bare else None
        return Stance(holders=outer.holders, own_voice=outer.own_voice, tense=future, cues=(cue.row,))
    return carried(outer).under(cue)


def denied_report(laid: Stance, cue: Cue) -> Stance:
    """ "did not say that ..." leaves it open; "does not believe that ..." denies it (negation is raised)."""
    if cue.speech and cue.certainty is None:
        return replace(laid, polarity=Polarity.POSITIVE, certainty=Certainty.POSSIBLE)
    return laid.denied()
