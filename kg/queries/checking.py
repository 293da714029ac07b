"""Before a query runs: does it parse, does it reach outside, are its names known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

import pyoxigraph
from pyparsing import ParseException, ParseResults
from rapidfuzz import fuzz, process
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from kg.errors import OntologyError, QueryError, RefusedError
from kg.ontology import load
from kg.queries.lexing import plain_lines, tokens
from kg.views.rdf.names import TERMS

MAX_LENGTH = 100_000
"""Characters; a longer query is no question of a person."""

_REFUSED = {"ServiceGraphPattern": "SERVICE", "DatasetClause": "FROM"}
_UPDATES = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")


def check_query(text: str, prefixes: Mapping[str, str]) -> str:
    """The query as both engines read it alike.

    Raises QueryError, one line, where it is too long, does not parse, or is refused.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the query has {len(text)} characters, expected at most {MAX_LENGTH}")
    text = plain_lines(text)
    tree = list(_walk(_parse(text)))
    for node in tree:
        if node.name in _REFUSED:
            raise RefusedError(f"{_REFUSED[node.name]} is refused: a query reads the graph and nothing else")
    declared = {*prefixes, *(_part(node, "prefix") for node in tree if node.name == "PrefixDecl")}
    for node in tree:
        if node.name == "pname" and (prefix := _part(node, "prefix")) not in declared:
            raise QueryError(f"unknown prefix '{prefix}:'{nearest(prefix, declared)}")
    _check_grammar(text, prefixes)
    return text


@lru_cache(maxsize=8)
def _parse(text: str) -> object:
    try:
        return parseQuery(text)
    except ParseException as error:
        if (first := _first_word(text)) in _UPDATES:
            raise RefusedError(f"{first.upper()} is refused: a query changes nothing") from None
        found = error.line.strip() if error.line else ""
        where = f"line {error.lineno}, column {error.column}: '{found[:60]}'"
        raise QueryError(f"the query cannot be read at {where}") from None
    except RecursionError:
        raise QueryError("the query is nested too deeply") from None


def _first_word(text: str) -> str:
    """The first word after the declarations, in lower case."""
    words = (token.text.lower() for token in tokens(text))
    for word in words:
        if word == "prefix":
            next(words, None)
        elif word != "base":
            return word
    return ""


def _walk(root: object) -> Iterator[CompValue]:
    queue = [root]
    while queue:
        node = queue.pop()
        if isinstance(node, CompValue):
            yield node
            queue.extend(reversed(list(node.values())))
        elif isinstance(node, list | tuple | ParseResults):
            queue.extend(reversed(list(node)))


def _part(node: CompValue, key: str) -> str:
    return str(node[key]) if key in node else ""


def _check_grammar(text: str, prefixes: Mapping[str, str]) -> None:
    """Ask the second parser too, over an empty store: it finds faults of scope that the first leaves to the run."""
    try:
        pyoxigraph.Store().query(text, prefixes=dict(prefixes))
    except (SyntaxError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be read: {_line(error)}") from None


def _line(error: Exception) -> str:
    """One line; without the list of tokens that the parser appends to a fault of meaning."""
    return " ".join(str(error).split()).replace("expected one of The ", "the ").removesuffix(", [_]")


def check_names(text: str, prefixes: Mapping[str, str], is_used: Callable[[str], bool]) -> None:
    """Raise QueryError where a `kgo:` name stands neither in the data nor in the ontology: it is a slip of the pen."""
    used = {*_short_names(text), *_whole_names(text, prefixes["kgo"])}
    strange = sorted(name for name in used if name not in TERMS and not is_used(prefixes["kgo"] + name))
    if not strange:
        return
    known = _known_names()
    for name in strange:
        if known and f"kgo:{name}" not in known:
            raise QueryError(f"nothing is called 'kgo:{name}'{nearest(f'kgo:{name}', known)}")


def _short_names(text: str) -> Iterator[str]:
    for node in _walk(_parse(text)):
        if node.name == "pname" and _part(node, "prefix") == "kgo":
            yield _part(node, "localname")


def _whole_names(text: str, namespace: str) -> Iterator[str]:
    """The project's names that a query writes as whole IRIs."""
    for node in _walk(_parse(text)):
        for value in _leaves(list(node.values())):
            if isinstance(value, URIRef) and value.startswith(namespace) and node.name != "PrefixDecl":
                yield str(value)[len(namespace) :]


def _leaves(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        if isinstance(value, list | tuple | ParseResults):
            yield from _leaves(value)
        else:
            yield value


def _known_names() -> set[str]:
    """Classes and properties of the project's ontology; none where it cannot be read."""
    try:
        ontology = load()
    except OntologyError:
        return set()
    return {*ontology.classes, *ontology.properties, *(f"kgo:{name}" for name in TERMS)}


def is_for_graph(text: str) -> bool:
    """Whether a query asks for triples, not rows or yes and no."""
    return any(node.name in ("ConstructQuery", "DescribeQuery") for node in _walk(_parse(text)))


def names_graph(text: str) -> bool:
    """Whether a query asks for named graphs."""
    return any(node.name == "GraphGraphPattern" for node in _walk(_parse(text)))


def has_order(text: str) -> bool:
    """Whether a query says in which order its rows come."""
    return any(node.name == "OrderClause" for node in _walk(_parse(text)))


def nearest(name: str, known: Iterable[str]) -> str:
    """The words that offer the nearest known name ("; did you mean"), or nothing where none is near."""
    best = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else ""
