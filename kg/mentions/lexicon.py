"""The gazetteer as a look-up: written form -> rows of that name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from kg.mentions.tree import Tree
from kg.ontology import KnownName, Ontology

LONGEST_NAME = 9
"""Tokens; no row of the gazetteer has more."""


OPENING = re.compile(r"\w+")
ARABIC_ARTICLE = re.compile(r"(?<= )(?:al|el|ul|ad|an|ar|as|ash|at|az|ez)(?=-[A-Z])")
"""Inside a name; newspapers write it with a capital as well: "Sharm El-Sheikh"."""


class Form(IntEnum):
    """How a row is worded, the surest first."""

    LABEL = 0
    ALIAS = 1
    DEMONYM = 2
    METONYM = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the gazetteer and how the text words it."""

    name: KnownName
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Forms as written -> hits, and the same in lower case for text in capitals; `openings` are how forms begin."""

    exact: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    folded: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    openings: frozenset[str] = frozenset()

    def match(self, tree: Tree, first: int) -> tuple[int, tuple[Hit, ...]] | None:
        """The last token and the rows of the longest known name that starts at token `first`, or None."""
        found = None
        is_open = tree.headline[first] or tree.words[first].lower() == "the"
        if not is_open and opening(tree.words[first]) not in self.openings:
            return None
        key = ""
        for last in range(first, min(first + LONGEST_NAME, len(tree))):
            if tree.sentences[last] != tree.sentences[first]:
                break
            key += tree.words[last]
            hits = self.exact.get(normal(key))
            if hits is None and tree.headline[first] and key.isupper() and len(key) > 3:
                hits = self.folded.get(normal(key).casefold())
            if hits:
                found = last, hits
            key += " " if tree.blanks[last] else ""
        return found


def opening(form: str) -> str:
    """The letters and digits with which a form begins."""
    found = OPENING.match(form)
    return found.group() if found else ""


def normal(form: str) -> str:
    """A written form without a leading article, with straight apostrophes and hyphens."""
    plain = form.replace("’", "'").replace("‑", "-").replace("–", "-").strip()
    return plain[4:] if plain[:4] in ("the ", "The ") else plain


_READY: dict[str, Lexicon] = {}


def lexicon_of(ontology: Ontology) -> Lexicon:
    """The look-up of an ontology's gazetteer, kept for the next document."""
    ready = _READY.get(ontology.sha256)
    if ready is None:
        ready = build_lexicon(ontology)
        if ontology.sha256:
            _READY[ontology.sha256] = ready
    return ready


def build_lexicon(ontology: Ontology) -> Lexicon:
    """A new look-up; where several rows share a form, the surer form and the row of the wider place come first."""
    rows: dict[str, list[tuple[int, int, str, Hit]]] = {}
    for name in ontology.names.values():
        rank = _rank(ontology, name.cls)
        for form, written in _forms(name):
            rows.setdefault(normal(written), []).append((int(form), rank, name.id, Hit(name, form)))
    exact = {written: _unique(found) for written, found in rows.items()}
    for written in [form for form in exact if ARABIC_ARTICLE.search(form)]:
        exact.setdefault(ARABIC_ARTICLE.sub(lambda found: found.group().capitalize(), written), exact[written])
    for written in [form for form in exact if form.endswith("'s")]:  # read without its apostrophe
        exact.setdefault(f"{written[:-2]}s", exact[written])
    folded: dict[str, tuple[Hit, ...]] = {}
    for written in sorted(exact):
        folded.setdefault(written.casefold(), exact[written])
    return Lexicon(exact, folded, frozenset(map(opening, exact)))


def _forms(name: KnownName) -> list[tuple[Form, str]]:
    groups = ((Form.LABEL, (name.label,)), (Form.ALIAS, name.aliases), (Form.DEMONYM, name.demonyms))
    written = [(form, text) for form, texts in groups for text in texts]
    return written + [(Form.METONYM, text) for text in name.metonyms]


def _rank(ontology: Ontology, cls: str) -> int:
    order = ("Country", "Organization", "Region", "City")
    top = ontology.top_type(cls)
    return order.index(top) if top in order else len(order)


def _unique(found: list[tuple[int, int, str, Hit]]) -> tuple[Hit, ...]:
    hits: dict[str, Hit] = {}
    for _, _, row, hit in sorted(found, key=lambda item: item[:3]):
        hits.setdefault(row, hit)
    return tuple(hits.values())
