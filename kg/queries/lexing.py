"""Where the parts of a query's text lie: words and brackets, outside of strings, IRIs and comments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""(?P<skipped>\s+|\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}"""
    r"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?P<word>[?$:@\w.%-]+)|(?P<other>.)""",
    re.DOTALL,
)
_OPENING, _CLOSING = "({[", ")}]"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})([0-9a-f]{4})?", re.IGNORECASE)
_STRUCTURE = {chr(code) for code in range(0x20, 0x7F)} | {"\n", "\r"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a bracket or a sign, with its place in the text and how many brackets are open before it."""

    text: str
    start: int
    depth: int


def plain_lines(text: str) -> str:
    r"""The query with one kind of line end, and no escape that hides a sign of the grammar.

    The two parsers end comments at different characters and undo `\u` escapes at different times, so that one could
    take for a comment or a string what the other runs.  Raises QueryError for such an escape.
    """
    for found in _ESCAPE.finditer(text):
        codes = [int(found[1], 16), int(found[1] + (found[2] or ""), 16)]
        if any(code > 0x10FFFF or chr(code) in _STRUCTURE for code in codes):
            raise QueryError(f"'{found[0]}' in the query: write the character itself in place of its escape")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tokens(text: str) -> Iterator[Token]:
    """Yield what is neither space, comment, string nor IRI; a closing bracket has the depth of its opening one."""
    depth = 0
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "skipped":
            continue
        depth -= found[0] in _CLOSING
        yield Token(found[0], found.start(), depth)
        depth += found[0] in _OPENING


def where_group(text: str) -> tuple[int, int] | None:
    """Offsets of the braces of the outermost WHERE group; None for a query without one."""
    outer = [token for token in tokens(text) if token.depth == 0]
    words = [token.text.upper() for token in outer]
    braces = [number for number, word in enumerate(words) if word == "{"]
    if braces and braces[0] and words[braces[0] - 1] == "CONSTRUCT":
        braces = braces[1:]
    if not braces or braces[0] + 1 >= len(outer):
        return None
    return outer[braces[0]].start, outer[braces[0] + 1].start


def filters(text: str) -> list[tuple[int, int]]:
    """Offsets of each FILTER and HAVING, with its condition."""
    spans: list[tuple[int, int]] = []
    starts: dict[int, list[int]] = defaultdict(list)
    for token in tokens(text):
        if token.text.upper() in ("FILTER", "HAVING"):
            starts[token.depth].append(token.start)
        elif token.text in _CLOSING:
            spans += [(start, token.start + 1) for start in starts.pop(token.depth, ())]
    return sorted(spans)
