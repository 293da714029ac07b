"""News articles in, a knowledge graph that can be trusted out.

    import kg

    graph = kg.build(kg.read("seeds/"))
    for s in graph.about("Kim Jong Un"):
        print(s, *s.evidence)

Every public name is listed once, in `_HOMES`, and loaded when it is first used: `import kg` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.agreement import Comparison as Comparison
    from kg.agreement import Matter as Matter
    from kg.agreement import compare_sources as compare_sources
    from kg.agreement import corroborated as corroborated
    from kg.agreement import matters as matters
    from kg.analytics import communities as communities
    from kg.analytics import paths as paths
    from kg.analytics import rank as rank
    from kg.analytics import simple_network as simple_network
    from kg.build import build as build
    from kg.entities.judgements import Judgement as Judgement
    from kg.entities.judgements import read_judgements as read_judgements
    from kg.entities.known import read_known as read_known
    from kg.errors import GraphError as GraphError
    from kg.errors import InputError as InputError
    from kg.errors import JudgementError as JudgementError
    from kg.errors import KgError as KgError
    from kg.errors import LimitError as LimitError
    from kg.errors import ManifestError as ManifestError
    from kg.errors import ModelError as ModelError
    from kg.errors import OntologyError as OntologyError
    from kg.errors import QueryError as QueryError
    from kg.errors import RefusedError as RefusedError
    from kg.graph import Difference as Difference
    from kg.graph import KnowledgeGraph as KnowledgeGraph
    from kg.learning.adopting import load_ontology as load_ontology
    from kg.model import Anchor as Anchor
    from kg.model import Argument as Argument
    from kg.model import Certainty as Certainty
    from kg.model import Document as Document
    from kg.model import Entity as Entity
    from kg.model import Event as Event
    from kg.model import Evidence as Evidence
    from kg.model import Mention as Mention
    from kg.model import MentionKind as MentionKind
    from kg.model import Mood as Mood
    from kg.model import Node as Node
    from kg.model import Polarity as Polarity
    from kg.model import Quantity as Quantity
    from kg.model import Relation as Relation
    from kg.model import Role as Role
    from kg.model import Skipped as Skipped
    from kg.model import SlotMentions as SlotMentions
    from kg.model import Span as Span
    from kg.model import Statement as Statement
    from kg.model import StatementRef as StatementRef
    from kg.model import Tense as Tense
    from kg.model import Time as Time
    from kg.model import Value as Value
    from kg.ontology import Ontology as Ontology
    from kg.queries import Answer as Answer
    from kg.queries import named_queries as named_queries
    from kg.queries import query as query
    from kg.reading import Problem as Problem
    from kg.reading import Reading as Reading
    from kg.reading import read as read
    from kg.reading import read_text as read_text
    from kg.views.explanation import explain as explain
    from kg.views.exports import export as export
    from kg.views.folder import write as write
    from kg.views.html import write_html as write_html
    from kg.views.network import to_networkx as to_networkx
    from kg.views.network import write_gexf as write_gexf
    from kg.views.network import write_graphml as write_graphml
    from kg.views.rdf import from_rdf as from_rdf
    from kg.views.rdf import to_rdf as to_rdf
    from kg.views.rdf import write_turtle as write_turtle
    from kg.views.tables import load as load
    from kg.views.tables import write_csv as write_csv

_HOMES = {
    "kg.agreement": ("Comparison", "Matter", "compare_sources", "corroborated", "matters"),
    "kg.analytics": ("communities", "paths", "rank", "simple_network"),
    "kg.build": ("build",),
    "kg.entities.judgements": ("Judgement", "read_judgements"),
    "kg.entities.known": ("read_known",),
    "kg.errors": (
        "GraphError", "InputError", "JudgementError", "KgError", "LimitError", "ManifestError", "ModelError",
        "OntologyError", "QueryError", "RefusedError",
    ),
    "kg.graph": ("Difference", "KnowledgeGraph"),
    "kg.learning.adopting": ("load_ontology",),
    "kg.model": (
        "Anchor", "Argument", "Certainty", "Document", "Entity", "Event", "Evidence", "Mention", "MentionKind", "Mood",
        "Node", "Polarity", "Quantity", "Relation", "Role", "Skipped", "SlotMentions", "Span", "Statement",
        "StatementRef", "Tense", "Time", "Value",
    ),
    "kg.ontology": ("Ontology",),
    "kg.queries": ("Answer", "named_queries", "query"),
    "kg.reading": ("Problem", "Reading", "read", "read_text"),
    "kg.views.explanation": ("explain",),
    "kg.views.exports": ("export",),
    "kg.views.folder": ("write",),
    "kg.views.html": ("write_html",),
    "kg.views.network": ("to_networkx", "write_gexf", "write_graphml"),
    "kg.views.rdf": ("from_rdf", "to_rdf", "write_turtle"),
    "kg.views.tables": ("load", "write_csv"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Python sets `kg.build` to the module kg/build.py when that is imported; here it stays the function."""

    def __setattr__(self, name: str, value: object) -> None:
        public = isinstance(value, ModuleType) and name in _HOME
        super().__setattr__(name, getattr(value, name) if public else value)


sys.modules[__name__].__class__ = _Package
