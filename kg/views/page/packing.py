"""What the page holds -> the same as short as JSON goes: columns instead of keys, numbers instead of repeated texts.

`base.js` unpacks it.  A node, a statement, a document is its place in its column; a filler is a node's place (with its
own words where they differ from the node's label), a statement's place with words, or the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

KINDS = ("subject", "relation", "object", "time")
"""What the words of a statement that stand out in its quote may be."""
PLAIN = ("place", "purpose")
KEPT = ("time", "quantity", "rule")


class Words:
    """Texts that occur often, each kept once; a text is its place."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        """Its place, new or old."""
        if text not in self._places:
            self._places[text] = len(self.texts)
            self.texts.append(text)
        return self._places[text]


class Packer:
    """Places of nodes, statements and documents in one page."""

    def __init__(self, nodes: Sequence[Json], content: Json) -> None:
        self.content = content
        self.drawn = nodes
        self.nodes = {node["id"]: place for place, node in enumerate(nodes)}
        self.labels = {n: known["label"] for n, known in content["nodes"].items()}
        self.statements = {statement["id"]: place for place, statement in enumerate(content["statements"])}
        self.documents = {document["id"]: place for place, document in enumerate(content["documents"])}
        self.words = Words()

    def graph(self, edges: Sequence[Json]) -> Json:
        """The picture and what is said, without the passages."""
        return {
            "nodes": self._nodes(),
            "edges": self._edges(edges),
            "documents": self.content["documents"],
            "statements": [self._statement(statement) for statement in self.content["statements"]],
            "words": self.words.texts,
        }

    def passages(self) -> Json:
        """What is read only when somebody looks: passages, the evidence of each statement, mentions of each node."""
        known = self.content["nodes"]
        return {
            "passages": self.content["passages"],
            "evidence": [[self._evidence(e) for e in s.get("evidence", ())] for s in self.content["statements"]],
            "mentions": {
                self.nodes[n]: [[self.documents.get(m["document"], -1), *m["at"]] for m in known[n]["mentions"]]
                for n in self.nodes
                if known.get(n, {}).get("mentions")
            },
        }  # fmt: skip

    def _nodes(self) -> Json:
        known = [self.content["nodes"].get(node["id"], {}) for node in self.drawn]
        labels = [each.get("label", node["label"]) for each, node in zip(known, self.drawn, strict=True)]
        return {
            "id": list(self.nodes),
            "label": labels,
            "drawn": {i: n["label"] for i, n in enumerate(self.drawn) if n["label"] != labels[i]},
            "type": [self.words.place(each.get("type", "Thing")) for each in known],
            "x": [node.get("x", 0) for node in self.drawn],
            "y": [node.get("y", 0) for node in self.drawn],
            "size": [node.get("size", 8) for node in self.drawn],
            "opening": [i for i, node in enumerate(self.drawn) if node.get("opening", True)],
            "more": {i: more for i, each in enumerate(known) if (more := self._known(each))},
        }

    def _known(self, known: Json) -> Json:
        """What is known of a node beside its label, its type and its mentions."""
        kept = {
            key: value for key, value in known.items() if key not in ("label", "type", "mentions", "roles", "place")
        }
        if "roles" in known:
            kept["roles"] = [[self.words.place(role["role"]), self._filler(role)] for role in known["roles"]]
        if "place" in known:
            kept["place"] = self._filler(known["place"])
        return kept

    def _edges(self, edges: Sequence[Json]) -> Json:
        word = self.words.place
        return {
            "from": [self.nodes[edge["from"]] for edge in edges],
            "to": [self.nodes[edge["to"]] for edge in edges],
            "label": [word(edge.get("label", "")) for edge in edges],
            "relation": [word(edge.get("relation", "")) for edge in edges],
            "status": [word(edge.get("status", "asserted")) for edge in edges],
            "statements": [self._placed(edge.get("statements", ())) for edge in edges],
            "role": [i for i, edge in enumerate(edges) if edge.get("role")],
            "bend": _sparse(edge.get("bend", 0) for edge in edges),
            "loop": _sparse(edge.get("selfReference") for edge in edges),
        }

    def _placed(self, ids: Iterable[str]) -> list[int]:
        return [self.statements[s] for s in ids if s in self.statements]

    def _statement(self, s: Json) -> list[Any]:
        word = self.words.place
        return [
            s["id"], word(s["status"]), self._filler(s["subject"]), word(s["relation"]["id"]),
            word(s["relation"]["label"]), self._filler(s.get("object")), [word(facet) for facet in s["facets"]],
            s["confidence"], self._sources(s), self._more(s),
        ]  # fmt: skip

    def _sources(self, s: Json) -> list[int | str]:
        """Documents in which it was read, in order, each once; the id of one that the graph does not hold."""
        return list(dict.fromkeys(self.documents.get(e["document"], e["document"]) for e in s.get("evidence", ())))

    def _more(self, s: Json) -> Json | int:
        """What few statements have; 0 where it has none of it."""
        more = {key: s[key] for key in KEPT if key in s}
        more |= {key: self._filler(s[key]) for key in PLAIN if key in s}
        if "arguments" in s:
            more["arguments"] = [[self.words.place(a["role"]), self._filler(a)] for a in s["arguments"]]
        if "holders" in s:
            more["holders"] = [self._filler(holder) for holder in s["holders"]]
        if "event" in s:
            more["event"] = self.nodes.get(s["event"], s["event"])
        if "premises" in s:
            more["premises"] = [self.statements.get(premise, premise) for premise in s["premises"]]
        return more or 0

    def _filler(self, filler: Mapping[str, Any] | None) -> Any:  # noqa: ANN401 - a number, a text or a list: JSON
        if filler is None:
            return None
        label = filler["label"]
        if filler.get("id") in self.nodes:
            place = self.nodes[filler["id"]]
            return place if self.labels.get(filler["id"]) == label else [place, label]
        if "id" in filler:
            return {"id": filler["id"], "label": label}
        if "statement" in filler:
            return {"statement": filler["statement"], "label": label}
        return label

    def _evidence(self, e: Json) -> list[Any]:
        marks = [part for kind, start, end in e.get("marks", ()) for part in (KINDS.index(kind), start, end)]
        more = {key: e[key] for key in ("when", "cues", "quote") if key in e}
        document = self.documents.get(e["document"], e["document"])
        row = [document, *(e.get("at") or (-1, 0, 0)), int(e.get("told", False)), marks]
        return [*row, more] if more else row


def _sparse(values: Iterable[Any]) -> dict[int, Any]:
    return {place: value for place, value in enumerate(values) if value}
