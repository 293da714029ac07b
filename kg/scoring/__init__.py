"""Statements against gold: how much of what a reader lists is found, and how much of what is found is right."""

from kg.scoring.facets import Fault
from kg.scoring.gold import Gold, GoldStatement, GoldTime, Judgement, load_gold
from kg.scoring.marking import Score, describe, judgement_rows, score
from kg.scoring.telling import Telling, find_tellings

__all__ = [
    "Fault",
    "Gold",
    "GoldStatement",
    "GoldTime",
    "Judgement",
    "Score",
    "Telling",
    "describe",
    "find_tellings",
    "judgement_rows",
    "load_gold",
    "score",
]
