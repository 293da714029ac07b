"""A graph as a script of Cypher for Neo4j, Memgraph and the like: it may be run twice and adds nothing the second time.

    cypher-shell < graph.cypher

Nodes have the label `Thing` and that of their type; an edge is called after its relation, and its `id` is that of its
statement.  Words of articles are data: whatever they hold stays inside its quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from kg.graph import KnowledgeGraph
from kg.views.network import to_networkx
from kg.views.rdf.blocks import replacing

_ESCAPES = {"'": "\\'", '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile("""['"\\\\\x00-\x1f\x7f-\x9f\u2028\u2029]|(?<=\\\\)[uU]""")
_REPLACEMENT = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")
_UNNAMED = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONSTRAINT = "CREATE CONSTRAINT newskg_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;\n"


def write_cypher(graph: KnowledgeGraph, path: str | Path, *, claims: bool = False) -> None:
    """Write the script; with `claims` also what is denied, planned or only claimed, marked by `asserted: false`."""
    with replacing(path) as stream:
        stream.writelines(cypher_lines(to_networkx(graph, claims=claims)))


def cypher_lines(net: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield a statement a line: the constraint, nodes by id, edges by their ends and key."""
    yield _CONSTRAINT
    for node in sorted(net):
        data = dict(net.nodes[node])
        label = f"Thing:{named(str(data['type']))}" if data.get("type") not in ("", "Thing", None) else "Thing"
        yield f"MERGE (n:Thing {{id: {quoted(node)}}}) SET n:{label} SET n += {_map(data)};\n"
    for source, target, key in sorted(net.edges(keys=True)):
        data = dict(net.edges[source, target, key])
        ends = f"MATCH (a:Thing {{id: {quoted(source)}}}), (b:Thing {{id: {quoted(target)}}})"
        kind = named(str(data["label"]).upper().replace(" ", "_") or "RELATED")
        yield f"{ends} MERGE (a)-[r:{kind} {{id: {quoted(key)}}}]->(b) SET r += {_map(data)};\n"


def _map(data: dict[str, object]) -> str:
    pairs = (f"{named(key)}: {_value(value)}" for key, value in sorted(data.items()) if value != "")
    return "{" + ", ".join(pairs) + "}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else quoted(str(value))


def quoted(text: str) -> str:
    r"""A string literal; half a surrogate pair becomes U+FFFD.

    Some readers take `\u0027` for a quote before they look for the end of the string, even where the backslash is
    itself escaped.  So a `u` after a backslash is written as an escape of its own: `\\\u0075`.
    """
    return f"'{_ESCAPED.sub(_escape, _HALF.sub(_REPLACEMENT, text))}'"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def named(name: str) -> str:
    """A name between backticks: of a label, type or property."""
    return f"`{_UNNAMED.sub('_', name).replace('`', '``')}`"
