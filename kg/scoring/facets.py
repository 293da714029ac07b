"""Polarity, certainty, tense, mood, holders, assertion, time and quantity of a statement against gold."""

from __future__ import annotations

from enum import StrEnum

from kg.model import Node, Quantity, Time
from kg.scoring.gold import Gold, GoldQuantity, GoldStatement, GoldTime, Words
from kg.scoring.telling import Telling, is_called


class Fault(StrEnum):
    """The facet that is wrong."""

    POLARITY = "polarity"
    CERTAINTY = "certainty"
    TENSE = "tense"
    MOOD = "mood"
    HOLDERS = "holders"
    ASSERTED = "asserted"
    TIME = "time"
    QUANTITY = "quantity"


def find_faults(telling: Telling, wanted: GoldStatement, gold: Gold) -> tuple[Fault, ...]:
    """The facets in which `telling` says otherwise than `wanted`, in the order of Fault.

    A time or quantity that is left out is no fault; one that the text does not give is.
    """
    s = telling.statement
    right = {
        Fault.POLARITY: s.polarity.value in wanted.polarity,
        Fault.CERTAINTY: s.certainty.value in wanted.certainty,
        Fault.TENSE: s.tense.value in wanted.tense,
        Fault.MOOD: s.mood.value in wanted.mood,
        Fault.HOLDERS: any(_is_chain(s.holders, chain, gold) for chain in wanted.holders),
        Fault.ASSERTED: wanted.asserted is None or telling.evidence.asserted == wanted.asserted,
        Fault.TIME: s.time is None or is_time(s.time, wanted.time),
        Fault.QUANTITY: s.quantity is None or wanted.quantity is None or is_quantity(s.quantity, wanted.quantity),
    }
    return tuple(fault for fault, fine in right.items() if not fine)


def is_time(time: Time, wanted: GoldTime | None) -> bool:
    """Whether a time is the wanted one.  A time that names no day says nothing wrong; an invented one does."""
    if time.value is None and time.earliest is None and time.latest is None:
        return True
    if wanted is None:
        return False
    if wanted.edtf:
        return time.value in wanted.edtf or (time.earliest, time.latest) == (wanted.earliest, wanted.latest)
    return _is_within(time, wanted)


def is_quantity(quantity: Quantity, wanted: GoldQuantity) -> bool:
    """Whether number and comparator are among the wanted; without a number there is nothing to be wrong."""
    if quantity.value is None:
        return True
    return quantity.value in wanted.values and quantity.comparator in wanted.comparators


def _is_within(time: Time, wanted: GoldTime) -> bool:
    if wanted.earliest is None and wanted.latest is None:
        return False
    days = [day for day in (time.earliest, time.latest) if day is not None]
    after = wanted.earliest is None or all(day >= wanted.earliest for day in days)
    before = wanted.latest is None or all(day <= wanted.latest for day in days)
    return bool(days) and after and before


def _is_chain(holders: tuple[Node, ...], wanted: tuple[Words, ...], gold: Gold) -> bool:
    if len(holders) != len(wanted):
        return False
    return all(is_called(holder.label, words, gold) for holder, words in zip(holders, wanted, strict=True))
