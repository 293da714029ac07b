"""Lines -> open tuples: long n-ary rows and compact triples, from one reading of the line's clauses."""

from kg.statements.tuples.full import full_rows
from kg.statements.tuples.lines import parse_lines
from kg.statements.tuples.minimal import minimal_rows
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import RULES

__all__ = ["RULES", "Row", "full_rows", "minimal_rows", "parse_lines"]
