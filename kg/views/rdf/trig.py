"""Quads -> TriG: the named graphs one after the other, each as sorted as the Turtle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.views.rdf.blocks import Pairs
from kg.views.rdf.quads import GRAPHS, Quads
from kg.views.rdf.turtle import Shortener, block, prefix_lines


def trig_lines(quads: Iterable[Quads], prefixes: Mapping[str, str], about: Mapping[str, str] = GRAPHS) -> Iterator[str]:
    """Yield prefixes, then each graph in braces; `about` tells in a comment what the graph of that last name holds."""
    yield from prefix_lines(prefixes)
    shorten, current = Shortener(prefixes), ""
    for graph, subject, pairs in quads:
        if graph != current:
            yield from _opened(graph, shorten, about, after=bool(current))
            current = graph
        yield "\n" + _indented(subject, pairs, shorten)
    if current:
        yield "}\n"


def _opened(graph: str, shorten: Shortener, about: Mapping[str, str], *, after: bool) -> Iterator[str]:
    if after:
        yield "}\n"
    told = about.get(graph.rpartition("/")[2])
    yield f"\n# {told}\n" if told else "\n"
    yield f"{shorten(graph)} {{\n"


def _indented(subject: str, pairs: Pairs, shorten: Shortener) -> str:
    """A literal holds no line break, it is escaped."""
    return "".join(f"    {line}\n" for line in block(subject, pairs, shorten).rstrip("\n").split("\n"))
