"""Write docs/ontology.md, docs/sparql.md and ontology/shapes.ttl from ontology/ and seeds/.

Run `python docs/write_reference.py` after changing them.

A test compares both pages with what this writes, so they cannot fall behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import kg
from kg.model import TOP_TYPES
from kg.ontology import Frame, Ontology, OntologyClass, Property, default_folder, load
from kg.queries import Answer, named_queries
from kg.views.rdf.shapes import to_shacl

ROOT = Path(__file__).resolve().parents[1]
MOST_ROWS = 8
MOST_LABELS = 4
"""Relations named on one arrow."""
WIDEST_CELL = 72
WRITTEN_BY = "<!-- written by docs/write_reference.py: change ontology/, not this page -->"


# ---------------------------------------------------------------- ontology.md


def ontology_page(ontology: Ontology) -> str:
    """The classes as a tree, the events with their words and roles, and the properties, as Markdown."""
    about = [c for c in ontology.classes.values() if not ontology.is_a(c.id, "kgo:Thing")]
    lines = [
        "# Ontology",
        "",
        WRITTEN_BY,
        "",
        f"{len(ontology.classes)} classes, {len(ontology.properties)} properties, {len(ontology.frames)} frames and "
        f"{len(ontology.nouns)} nouns. The files under `ontology/` are what an editor changes; `kg check` runs their "
        "examples. Terms are `kgo:`, <https://w3id.org/newskg/ontology#>.",
        "",
        "## Drawing",
        "",
        "Who and what there is, and the relations between: an arrow joins the top classes that a relation joins.",
        "",
        "```mermaid",
        *_drawing(ontology),
        "```",
        "",
        "## Classes of what news tells of",
        "",
        *_tree(ontology, "kgo:Thing", 0),
        "",
        "## Events: words and roles",
        "",
        "| event | code | verbs and nouns | roles |",
        "|---|---|---|---|",
        *_event_rows(ontology),
        "",
        "## Relations",
        "",
        "A relation holds in the direction of its label; what does not fit from and to is turned round or refused.",
        "",
        "| relation | from | to | words | example |",
        "|---|---|---|---|---|",
        *_relation_rows(ontology),
        "",
        "## What the graph says about itself",
        "",
        "| class | what it is |",
        "|---|---|",
        *(f"| `{c.id}` | {c.comment} |" for c in about),
        "",
        "| property | of | value | what it tells |",
        "|---|---|---|---|",
        *_own_rows(ontology),
    ]
    return "\n".join(lines) + "\n"


def _drawing(ontology: Ontology) -> Iterator[str]:
    """A mermaid diagram: the top classes, what they are below, and per pair the relations between them."""
    tops = [c for c in ontology.classes if ontology.is_a(c, "kgo:Thing") and _is_drawn(c)]
    yield "flowchart LR"
    for cls in tops:
        yield f'    {_short(cls)}["{ontology.classes[cls].label}"]'
    for cls in tops:
        for parent in ontology.classes[cls].parents:
            if parent in tops:
                yield f"    {_short(cls)} -.->|is a| {_short(parent)}"
    joined: dict[tuple[str, str], list[str]] = {}
    for prop in ontology.properties.values():
        if _joins_things(prop, ontology) and prop.range:
            ends = ((_top(d, tops, ontology), _top(r, tops, ontology)) for d in prop.domain for r in prop.range)
            for pair in dict.fromkeys(ends):
                joined.setdefault(pair, []).append(prop.label)
    for (one, other), labels in sorted(joined.items()):
        more = f", and {len(labels) - MOST_LABELS} more" if len(labels) > MOST_LABELS else ""
        yield f'    {_short(one)} -->|"{", ".join(labels[:MOST_LABELS])}{more}"| {_short(other)}'


def _is_drawn(cls: str) -> bool:
    return cls in ("kgo:Thing", "kgo:Actor") or cls.removeprefix("kgo:") in TOP_TYPES


def _top(cls: str, drawn: list[str], ontology: Ontology) -> str:
    return next((name for name in ontology.ancestors(cls) if name in drawn), "kgo:Thing")


def _short(cls: str) -> str:
    return cls.removeprefix("kgo:")


def _tree(ontology: Ontology, root: str, depth: int) -> Iterator[str]:
    """A list, each class once a parent, in the order of the file."""
    cls = ontology.classes[root]
    yield f"{'  ' * depth}- `{cls.id}` — {cls.comment}"
    for child in ontology.classes.values():
        if root in child.parents:
            yield from _tree(ontology, child.id, depth + 1)


def _event_rows(ontology: Ontology) -> Iterator[str]:
    for cls in ontology.classes.values():
        frames = [frame for frame in ontology.frames if frame.cls == cls.id]
        if frames:
            roles = dict.fromkeys(role for frame in frames for role in frame.roles)
            yield _row(f"`{cls.id}`", _code(cls), _words(frames), ", ".join(roles))


def _code(cls: OntologyClass) -> str:
    return ", ".join(cls.notation)


def _words(frames: list[Frame]) -> str:
    return ", ".join(dict.fromkeys(word for frame in frames for word in (*frame.verbs, *frame.nouns)))


def _relation_rows(ontology: Ontology) -> Iterator[str]:
    """The relations that join things; roles of events and what the graph says about itself stand elsewhere."""
    for prop in ontology.properties.values():
        if _joins_things(prop, ontology):
            frames = [f for f in ontology.frames if any(relation == prop.id for _, relation, _ in f.edges)]
            yield _row(
                f"`{prop.id}`", _either(prop.domain), _either(prop.range), _words(frames), _example(prop, frames)
            )


def _joins_things(prop: Property, ontology: Ontology) -> bool:
    is_role = "kgo:role" in (prop.id, *ontology.ancestors(prop.id))
    return bool(prop.domain) and not is_role and all(ontology.is_a(c, "kgo:Thing") for c in prop.domain + prop.range)


def _example(prop: Property, frames: list[Frame]) -> str:
    given = [text for f in frames for text, gives in f.examples if gives.split("|")[1].strip() == prop.id]
    return given[0] if given else prop.comment


def _own_rows(ontology: Ontology) -> Iterator[str]:
    for prop in ontology.properties.values():
        if not _joins_things(prop, ontology):
            yield _row(f"`{prop.id}`", _either(prop.domain), _either(prop.range), prop.comment)


def _either(classes: tuple[str, ...]) -> str:
    short = (cls.rpartition("#")[2].removeprefix("kgo:") for cls in classes)
    return " or ".join(short) or "anything"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '∣') for cell in cells)} |"


# ---------------------------------------------------------------- sparql.md


def sparql_page(graph: kg.KnowledgeGraph, queries: Mapping[str, str]) -> str:
    """Every named query with its question, its text and its answer over a graph, as Markdown."""
    lines = [
        "# SPARQL cookbook",
        "",
        WRITTEN_BY,
        "",
        "Each query has a name: `kg query outputs denied` or `kg.query(graph, 'denied')`; `--bind name=Kursk` sets a "
        "variable. Prefixes need no declaration. Answers are those of the two seed articles, "
        f"the first {MOST_ROWS} rows, long cells cut.",
    ]
    for name, text in sorted(queries.items()):
        lines += ["", *_recipe(name, text, graph)]
    return "\n".join(lines) + "\n"


def _recipe(name: str, text: str, graph: kg.KnowledgeGraph) -> Iterator[str]:
    rows = text.strip().splitlines()
    question = [row.lstrip("# ") for row in rows if row.startswith("#")]
    answer = kg.query(graph, name)
    yield from (f"## {name}", "", " ".join(question), "", "```sparql")
    yield from (row for row in rows if not row.startswith("#"))
    yield from ("```", "", *_table(answer), "")
    yield "1 row." if len(answer) == 1 else f"{len(answer)} rows."


def _table(answer: Answer) -> Iterator[str]:
    yield _row(*answer.columns)
    yield f"|{'---|' * len(answer.columns)}"
    for row in answer.rows[:MOST_ROWS]:
        yield _row(*(_cell(value) for value in row))


def _cell(value: object) -> str:
    """On one line, cut, and without anything that Markdown would read as markup."""
    words = " ".join(str(value).split()) if value is not None else ""
    cut = words if len(words) <= WIDEST_CELL else words[: WIDEST_CELL - 1] + "…"
    return "".join(f"\\{c}" if c in "\\`*_[]<>" else c for c in cut)


def pages() -> dict[str, str]:
    """File name -> what it should say."""
    return {
        "ontology.md": ontology_page(load()),
        "sparql.md": sparql_page(kg.build(kg.read(ROOT / "seeds")), named_queries()),
    }


if __name__ == "__main__":
    (default_folder() / "shapes.ttl").write_text(to_shacl(load()), encoding="utf-8")
    for file, content in pages().items():
        (ROOT / "docs" / file).write_text(content, encoding="utf-8")
