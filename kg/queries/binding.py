"""Setting a variable of a query from outside: as a term, at a place where it changes no other part."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError
from rdflib.term import Variable

from kg.errors import QueryError
from kg.graph import PREFIXES, expand
from kg.queries.lexing import plain_lines, where_group
from kg.views.rdf import prefixes
from kg.views.rdf.terms import text as clean

_DATE, _NUMBER = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"[+-]?\d+(\.\d+)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def with_bindings(text: str, bind: Mapping[str, str], base: str) -> str:
    """The query with its variables set.

    A compact id or an IRI stands for itself; anything else for that text, with or without English tag, and for the
    number or day it looks like.  Raises QueryError for a variable that the query has not.
    """
    for name in sorted(bind):
        if not re.fullmatch(r"[A-Za-z]\w*", name):
            raise QueryError(f"'{name}' is no name of a variable")
    if not bind:
        return text
    text = plain_lines(text)
    group = where_group(text)
    body = text[group[0] : group[1]] if group else ""
    if group is None or any(not re.search(rf"[?$]{name}\b", body) for name in bind):
        raise QueryError(f"the query has no variable ?{' ?'.join(sorted(bind))} to set")
    opening, closing = _clauses(bind, _algebra(text, base), base)
    inner = text[group[0] + 1 : group[1]]
    if re.match(r"\s*SELECT\b", inner, re.IGNORECASE):
        inner = f" {{{inner}\n}} "
    return f"{text[: group[0]]}{{{opening}{inner}{closing}}}{text[group[1] + 1 :]}"


def _clauses(bind: Mapping[str, str], algebra: CompValue | None, base: str) -> tuple[str, str]:
    """What goes in at the group's beginning and at its end.

    A variable that every row has is joined, which is fast; at the end, since rdflib joins what follows only then row by
    row.  One that only some rows have is compared, or rows without it would take the value.  One of a condition alone
    is given, beforehand, as the one likeliest term.
    """
    always, sometimes = _bound(algebra) if algebra is not None else (set(bind), set())
    opening = closing = ""
    for name in sorted(bind):
        forms = _terms(bind[name], base)
        if name in always:
            closing += f"\nVALUES ?{name} {{ {' '.join(forms)} }}"
        elif name in sometimes:
            closing += f"\nFILTER (?{name} IN ({', '.join(forms)}))"
        else:
            opening += f" VALUES ?{name} {{ {forms[-1]} }}"
    return opening, f"{closing}\n" if closing else ""


def _terms(value: str, base: str) -> list[str]:
    """The terms that a value may stand for, the likeliest last."""
    if value.partition(":")[0] in PREFIXES or re.match(r"https?://[^\s<>\"{}|\\^`]+$", value):
        return [f"<{expand(value, base)}>"]
    quoted = '"' + "".join(_ESCAPES.get(c, c) for c in clean(value).lexical) + '"'
    if _DATE.fullmatch(value):
        return [f"{quoted}@en", quoted, f"{quoted}^^xsd:date"]
    if _NUMBER.fullmatch(value):
        return [f"{quoted}@en", quoted, value]
    return [quoted, f"{quoted}@en"]


def _algebra(text: str, base: str) -> CompValue | None:
    """None where the query cannot be read; what is wrong is told when it is checked."""
    try:
        algebra: CompValue = translateQuery(parseQuery(text), initNs=prefixes(base)).algebra
    except (ParseException, SPARQLError, RecursionError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return algebra


def _bound(node: object) -> tuple[set[str], set[str]]:
    """The variables that every solution of a pattern has, and those that some may have, computed ones among them."""
    if not isinstance(node, CompValue):
        return set(), set()
    match node.name:
        case "BGP":
            return {str(term) for triple in node.triples for term in triple if isinstance(term, Variable)}, set()
        case "values":
            return set(), {str(name) for row in node.res for name in row}
        case "Union":
            (one, more), (two, others) = _bound(node.p1), _bound(node.p2)
            return one & two, one | two | more | others
        case "LeftJoin" | "Minus":
            (one, more), (two, others) = _bound(node.p1), _bound(node.p2)
            return one, more | ((two | others) - one if node.name == "LeftJoin" else set())
        case "Join":
            (one, more), (two, others) = _bound(node.p1), _bound(node.p2)
            return one | two, more | others
        case "Extend":
            one, more = _bound(node.p)
            return one - {str(node.var)}, more | {str(node.var)}
        case "ToMultiSet":
            (one, more), shown = _bound(node.p), _shown(node.p)
            return (one, more) if shown is None else (one & shown, more & shown)
    return _bound(node.p)


def _shown(node: object) -> set[str] | None:
    """The variables that a query within a query hands out; None for what is no query."""
    while isinstance(node, CompValue):
        if node.name == "Project":
            return {str(name) for name in node.PV}
        node = node.p
    return None
