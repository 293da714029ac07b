"""The folder that a build writes: tables, Turtle and page together; kg.views.tables reads it back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kg.graph import KnowledgeGraph
from kg.ontology import Ontology
from kg.views import tables
from kg.views.html import write_html
from kg.views.rdf import write_turtle

__all__ = ["FILES", "write"]

FILES = ("graph.ttl", "graph.html", *tables.FILES)


def write(graph: KnowledgeGraph, folder: str | Path, ontology: Ontology | None = None) -> None:
    """Write FILES into `folder`, made where it is missing; its other files stay.

    Every file is finished before the first old one is replaced, so that a build that is killed leaves the old ones.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    # Inside the folder: that may be a file system of its own, and a file moves at once only within one.
    with TemporaryDirectory(prefix=".unfinished-", dir=target) as place:
        tables.write(graph, place)
        write_turtle(graph, Path(place, "graph.ttl"), ontology)
        write_html(graph, Path(place, "graph.html"))
        for name in FILES:
            Path(place, name).replace(target / name)
