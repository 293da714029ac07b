"""Dependency tree -> clauses: one value for every way in which a sentence says that something is the case."""

from kg.clauses.clause import Argument, ArgumentKind, Clause, ClauseKind, Subject, SubjectSource
from kg.clauses.finding import RULES, find_clauses

__all__ = ["RULES", "Argument", "ArgumentKind", "Clause", "ClauseKind", "Subject", "SubjectSource", "find_clauses"]
