"""Compact ids (`kge:north_korea`) <-> full IRIs, each way without loss."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

BASE = "https://w3id.org/newskg/"

PREFIXES = {
    "kgo": "ontology#",
    "kge": "id/",
    "kgr": "relation/",
    "kgs": "statement/",
    "kgx": "evidence/",
    "kgd": "document/",
}
"""Prefix -> what follows the base (DESIGN section 5)."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/")
_ABSOLUTE = frozenset("%#?[]")  # has a meaning in an IRI that is already whole, none in a local name


def namespaces(base: str = BASE) -> dict[str, str]:
    """Prefix -> namespace below `base`."""
    return {prefix: base + tail for prefix, tail in PREFIXES.items()}


@lru_cache(maxsize=65536)
def expand(identifier: str, base: str = BASE) -> str:
    """Return the full IRI of a compact id; what no IRI may hold is percent-encoded, a full IRI stays what it is."""
    prefix, colon, local = identifier.partition(":")
    if colon and prefix in PREFIXES:
        return base + PREFIXES[prefix] + _escape(local, _PLAIN)
    return _escape(identifier, _PLAIN | _ABSOLUTE)


@lru_cache(maxsize=65536)
def contract(iri: str, base: str = BASE) -> str:
    """Return the compact id of a full IRI, or the IRI itself where it lies in no namespace of the project."""
    if iri.startswith(base):
        rest = iri[len(base) :]
        for prefix, tail in PREFIXES.items():
            if rest.startswith(tail):
                return f"{prefix}:{unquote(rest[len(tail) :], errors='surrogatepass')}"
    return iri


def _escape(text: str, allowed: frozenset[str]) -> str:
    if allowed.issuperset(text):
        return text
    return "".join(c if c in allowed or _is_iri_letter(c) else _percent(c) for c in text)


def _is_iri_letter(character: str) -> bool:
    """Whether RFC 3987 lets a character beyond ASCII stand in an IRI (`ucschar`), bidirectional marks left out."""
    code = ord(character)
    return code >= 0xA0 and character.isprintable() and not 0xFFF0 <= code <= 0xFFFF


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
