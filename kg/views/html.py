"""A graph -> one HTML page that needs nothing else: `write_html`; `to_pyvis` hands out the network behind it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from kg.views.page.content import page_content
from kg.views.page.drawing import DrawnEdge, DrawnNode, find_edges, find_nodes
from kg.views.page.layout import Box, opening_nodes, place_nodes
from kg.views.page.packing import Packer

if TYPE_CHECKING:
    from pyvis.network import Network

    from kg.graph import KnowledgeGraph

SCRIPTS = (
    "data", "base", "state", "edge_words", "around", "picture_vis", "sigma_programs", "picture_sigma", "canvas",
    "panel", "paths", "search", "brush", "filters", "table", "timeline", "agreement", "main",
)  # fmt: skip
"""Files of page/ in the order in which they run, as one function."""
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
"""Of pyvis 0.3.2: vis-network 9.1.2, Apache 2.0 or MIT, its notice at its head.  Its style sheet (225 KB, nearly all of
it pictures of buttons and a colour picker) is for controls that the page does not use."""
FAST_LIBRARY = "vendor/sigma.min.js"
"""Of npm: sigma 3.0.3 and graphology 0.26.0, MIT, bundled as vendor/README.md tells; their licences are beside it."""
VIS_NODES = 2000
"""Pages of more nodes are drawn by sigma, on the graphics card."""
LINE, LINES = 20, 2
"""Characters a line and lines of a label in the picture; the panel shows the whole of it."""
ARCS = 0.24
"""How much rounder each of several edges between the same two nodes is than the last."""
UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "hideEdgesOnDrag": False, "tooltipDelay": 10**9},
    "nodes": {"borderWidth": 1.5, "scaling": {"label": {"drawThreshold": 5}}},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "scaling": {"label": {"drawThreshold": 14}},
        "hoverWidth": 0.6, "selectionWidth": 1.2, "arrowStrikethrough": False,
    },
}  # fmt: skip


def write_html(graph: KnowledgeGraph, path: str | Path, *, title: str | None = None) -> None:
    """Write the page to `path`, UTF-8.  `title` is by default the number of its articles.  Raises OSError."""
    page = to_pyvis(graph, title=title).generate_html()
    Path(path).write_text(page, encoding="utf-8", newline="\n")


def to_pyvis(graph: KnowledgeGraph, *, claims: bool = True, title: str | None = None) -> Network:
    """Return a pyvis network with coordinates, whose `generate_html` gives the page.

    Nodes are entities and events, edges what is stated between them and the events' roles; edges of one relation and
    status between the same two nodes are one.  Without `claims` only what is asserted is in it.
    """
    from pyvis.network import Network  # brings IPython, which takes half a second to import

    nodes = find_nodes(graph)
    edges = find_edges(graph, claims=claims)
    network = Network(directed=True, cdn_resources="in_line", heading=title or _title(graph))
    _add_nodes(network, nodes, edges)
    _add_edges(network, edges)
    network.options = dict(OPTIONS)
    content = page_content(graph, nodes.values(), claims=claims)
    network.templateEnv, network.path = _template(content, fast=len(nodes) > VIS_NODES), "page.html"
    return network


def _title(graph: KnowledgeGraph) -> str:
    count = len(graph.documents)
    return f"Knowledge graph of {count:,} article{'' if count == 1 else 's'}"


def _add_nodes(network: Network, nodes: dict[str, DrawnNode], edges: list[DrawnEdge]) -> None:
    """As `Network.add_node` does, which looks through a list for every node."""
    from pyvis.node import Node

    joined = {(edge.source, edge.target) for edge in edges}
    opening = set(opening_nodes(list(nodes), joined, {n for n, node in nodes.items() if node.local}))
    sizes = _sizes(nodes, joined)
    labels = {n: canvas_label(node.label) or "(no name)" for n, node in nodes.items()}
    places = place_nodes({n: label_box(labels[n], sizes[n]) for n in nodes}, joined, opening)
    for n, node in nodes.items():
        x, y = places[n]
        drawn = Node(n, "dot", labels[n], x=x, y=y, size=sizes[n], group=node.type, opening=n in opening)
        network.nodes.append(drawn.options)
        network.node_ids.append(n)
        network.node_map[n] = drawn.options


def _sizes(nodes: dict[str, DrawnNode], joined: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Radius in pixels: from 6 for a document's own noun phrase to 22 for a node with many neighbours."""
    degree = dict.fromkeys(nodes, 0)
    for source, target in joined:
        degree[source] += 1
        degree[target] += 1
    return {n: 6 if node.local else min(22, 8 + int(2 * degree[n] ** 0.5)) for n, node in nodes.items()}


@lru_cache(maxsize=4096)
def canvas_label(label: str) -> str:
    """The label as the picture shows it: without marks that turn or hide text, in at most two short lines."""
    seen = UNSEEN.sub("", label[:400])
    if not seen.isprintable():
        seen = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in seen)
    words = seen.split()
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + len(word) < LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word if len(word) <= LINE + 8 else word[: LINE + 7] + "…")
    cut = lines[:LINES]
    return "\n".join(cut) + ("…" if len(lines) > LINES and not cut[-1].endswith("…") else "")


def label_box(label: str, size: int) -> Box:
    """Room for a dot with its label below it: 7.6 pixels a character and 17 a line (14 px type), and a margin."""
    lines = label.split("\n")
    return Box(max(size, 3.8 * max(map(len, lines))) + 7, size + 5, size + 17 * len(lines) + 9)


def _add_edges(network: Network, edges: list[DrawnEdge]) -> None:
    from pyvis.edge import Edge

    between: dict[tuple[str, str], list[DrawnEdge]] = defaultdict(list)
    for edge in edges:
        between[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    for number, edge in enumerate(edges):
        pair = between[min(edge.source, edge.target), max(edge.source, edge.target)]
        drawn = Edge(
            edge.source, edge.target, True, id=f"e{number}", label=_edge_label(edge), status=edge.status.value,
            relation=edge.relation, role=edge.role, statements=list(edge.statements),
            **_curve(edge, pair),
        )  # fmt: skip
        network.edges.append(drawn.options)


def _edge_label(edge: DrawnEdge) -> str:
    words = canvas_label(edge.label).replace("\n", " ")
    return f"✕ {words}" if edge.status == "denied" else words


def _lane(edge: DrawnEdge, pair: list[DrawnEdge]) -> float:
    """0 in the middle of the edges between two nodes, and one more with each edge."""
    return pair.index(edge) - (len(pair) - 1) / 2


def _curve(edge: DrawnEdge, pair: list[DrawnEdge]) -> dict[str, Any]:
    """Its bend: edges between the same two nodes fan out, loops stand at different angles."""
    place = pair.index(edge)
    if edge.source == edge.target:
        return {"selfReference": {"size": 18 + 8 * (place // 8), "angle": round(place % 8 * 0.785, 3)}}
    bend = round(_lane(edge, pair) * ARCS / max(1, len(pair) / 6), 3)
    if bend == 0:
        return {"smooth": False}
    # "clockwise" is seen from the edge's own start: an edge the other way round turns the other way.
    own = bend if edge.source < edge.target else -bend
    way = "curvedCW" if own > 0 else "curvedCCW"
    return {"bend": own, "smooth": {"enabled": True, "type": way, "roundness": abs(own)}}


def _template(content: dict[str, Any], *, fast: bool) -> Environment:
    page, pyvis = files("kg.views.page"), files("pyvis")
    script = "".join(_code((page / f"{name}.js").read_text(encoding="utf-8")) for name in SCRIPTS)
    parts = {
        "vis": (pyvis / LIBRARY).read_text(encoding="utf-8").partition("//# sourceMappingURL")[0],
        "sigma": (page / FAST_LIBRARY).read_text(encoding="utf-8") if fast else "",
        "script": f'(() => {{\n"use strict";\n{script}}})();',
        "style": (page / "page.css").read_text(encoding="utf-8"),
    }
    environment = Environment(
        loader=DictLoader({"page.html": (page / "page.html").read_text("utf-8")}), autoescape=True
    )
    environment.filters["json"] = script_json
    environment.globals.update(
        {name: Markup(text) for name, text in parts.items()},
        content=content,
        fast=fast,
        pack=Packer,
        hashes={name: _source_hash(text) for name, text in parts.items()},
    )
    return environment


def _code(script: str) -> str:
    """A script without its lines of comment: they are for those who read it in page/."""
    return "".join(f"{line}\n" for line in script.splitlines() if not line.lstrip().startswith("//"))


def _source_hash(text: str) -> str:
    """As a content security policy names an inline script or style sheet."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def script_json(value: object) -> Markup:
    """JSON that can stand in a script element: nothing in it ends the element, opens a comment or breaks a line.

    A string is taken to be JSON already (pyvis hands its options to a template so).
    """
    text = value if isinstance(value, str) else _json(value)
    return Markup(re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
