"""HTML that a notebook shows of a value: no script, no style sheet, nothing fetched; every text is escaped.

Colours are the notebook's own, so that it reads on dark and light.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape

MOST = 600
"""Characters of one text that are shown."""
LISTED = 5
"""Quotes that are shown; the rest are counted."""
SOFT = "opacity:.7;font-size:90%"
CARD = "border:1px solid rgba(128,128,128,.4);border-radius:6px;padding:8px 12px;max-width:48em;overflow-wrap:anywhere"
BREAKING = str.maketrans(dict.fromkeys([*map(chr, range(9)), *map(chr, range(14, 32)), "\x0b", "\x0c"], "\ufffd"))
"""Control characters, which HTML forbids."""


def words(text: str, most: int = MOST) -> str:
    """The text, escaped and cut, kept from turning the writing direction of what follows."""
    return f"<bdi>{escaped(text, most)}</bdi>"


def escaped(text: str, most: int) -> str:
    """Without what UTF-8 or HTML cannot hold."""
    shown = text if len(text) <= most else f"{text[:most]}…"
    return escape(shown.translate(BREAKING).encode("utf-8", "replace").decode())


def card(
    title: str, kind: str, rows: Iterable[tuple[str, str]], quotes: Sequence[tuple[str, str]] = (), picture: str = ""
) -> str:
    """A box with a title, named facts (empty ones left out) and passages, each with where it stands."""
    facts = "".join(
        f"<tr><th {_NAME}>{escape(name)}</th><td {_CELL}>{words(text)}</td></tr>" for name, text in rows if text
    )
    told = "".join(_passage(quote, place) for quote, place in quotes[:LISTED])
    more = f'<div style="{SOFT}">{len(quotes) - LISTED:,} more</div>' if len(quotes) > LISTED else ""
    head = f'<div><b>{words(title)}</b> <span style="{SOFT}">{words(kind)}</span></div>'
    table = f'<table style="margin:4px 0;font-size:inherit">{facts}</table>'
    return f'<div style="{CARD}">{head}{picture}{table}{told}{more}</div>'


_CELL = 'style="text-align:left;vertical-align:top;padding:1px 12px 1px 0;font-size:inherit"'


_NAME = f'{_CELL[:-1]};white-space:nowrap"'


def _passage(quote: str, place: str) -> str:
    style = "margin:4px 0;padding-left:8px;border-left:2px solid rgba(128,128,128,.5)"
    return f'<blockquote style="{style}">{words(quote)} <span style="{SOFT}">{words(place)}</span></blockquote>'


# ---------------------------------------------------------------- a small picture

WIDE, HIGH, ROUND = 720, 380, 150


def network_picture(labels: Mapping[str, str], edges: Iterable[tuple[str, str, bool]]) -> str:
    """Nodes on a circle in the order given, joined by lines: solid where True, dashed where not.  Inline SVG."""
    places = {node: _place(number, len(labels)) for number, node in enumerate(labels)}
    lines = [
        _line(places[a], places[b], solid=solid) for a, b, solid in edges if a in places and b in places and a != b
    ]
    dots = [_dot(places[node], label) for node, label in labels.items()]
    size = f'viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" style="max-width:100%;height:auto"'
    name = f'role="img" aria-label="Network of {len(labels)} nodes and {len(lines)} edges"'
    return f"<svg {size} {name}>{''.join(lines)}{''.join(dots)}</svg>"


def _place(number: int, count: int) -> tuple[int, int]:
    turn = 2 * math.pi * number / max(1, count) - math.pi / 2
    return round(WIDE / 2 + ROUND * 1.15 * math.cos(turn)), round(HIGH / 2 + ROUND * math.sin(turn))


def _line(start: tuple[int, int], end: tuple[int, int], *, solid: bool) -> str:
    dashes = "" if solid else ' stroke-dasharray="6 4"'
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="currentColor" stroke-opacity=".4"{dashes}/>'


def _dot(place: tuple[int, int], label: str) -> str:
    """A dot with its label outside the circle."""
    x, y = place
    aside = abs(x - WIDE / 2) > ROUND / 4
    anchor = "middle" if not aside else "start" if x > WIDE / 2 else "end"
    dx = 0 if not aside else 9 if x > WIDE / 2 else -9
    dy = 4 if aside else 20 if y > HIGH / 2 else -10
    at = f'x="{x + dx}" y="{y + dy}" text-anchor="{anchor}" font-size="12" fill="currentColor"'
    return f'<circle cx="{x}" cy="{y}" r="5" fill="#0072b2"/><text {at}>{escaped(label, 24)}</text>'
