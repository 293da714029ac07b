"""Lines -> open tuples: long n-ary rows and compact triples, from one reading of the line's clauses."""

from kg.statements.tuples.full import full_rows, render_full
from kg.statements.tuples.lines import parse_lines
from kg.statements.tuples.minimal import minimal_rows, render_minimal
from kg.statements.tuples.rows import Row
from kg.statements.tuples.sentence import RULES, Sentence

__all__ = ["RULES", "Row", "Sentence", "full_rows", "minimal_rows", "parse_lines", "render_full", "render_minimal"]
