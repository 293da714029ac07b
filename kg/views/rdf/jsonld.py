"""Triples -> JSON-LD 1.1: one node a line, names by a context that is also shipped as ontology/context.jsonld."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.views.rdf.blocks import Block, Pairs
from kg.views.rdf.terms import BOOLEAN, INTEGER, STRING, A, Literal, Term

Json: TypeAlias = "str | int | bool | dict[str, str]"

_LINKS = (
    "anchor", "argument", "attribution", "certainty", "citing", "entityClass", "event", "eventClass", "evidence",
    "hasRole", "holder", "inferredBy", "mention", "metonym", "mood", "objectMention", "place", "placeMention",
    "polarity", "premise", "purpose", "quantity", "quantityMention", "relationMention", "roleProperty", "skipped",
    "slotMention", "statement", "subjectMention", "tense", "timeMention",
)  # fmt: skip
_WORDS = (
    "asserted", "comparator", "edtf", "end", "lemma", "lexical", "mentionKind", "phraseEnd", "phraseStart", "position",
    "proposition", "reason", "roleName", "sha256", "start", "text", "timex", "timexMod", "timexType", "unit",
    "value",
)  # fmt: skip
_ENGLISH = ("cue", "eventLabel", "fillerLabel", "objectLabel", "phrase", "purposeLabel", "subjectLabel")
_OTHERS = {
    "when": {"@id": "kgo:time", "@type": "@id"},  # `time` is the prefix of OWL-Time
    "label": {"@id": "rdfs:label", "@language": "en"},
    "altLabel": {"@id": "skos:altLabel", "@language": "en"},
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "sameAs": {"@id": "owl:sameAs", "@type": "@id"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "hasSelector": {"@id": "oa:hasSelector", "@type": "@id"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
}
_SAFE = 2**53
"""A whole number below it is the same one in every reader of JSON (I-JSON, RFC 7493)."""


def context(prefixes: Mapping[str, str]) -> dict[str, str | dict[str, str]]:
    """Prefixes, then short names for the properties of statements, evidence and documents."""
    terms: dict[str, dict[str, str]] = {name: {"@id": f"kgo:{name}", "@type": "@id"} for name in _LINKS}
    terms |= {name: {"@id": f"kgo:{name}"} for name in _WORDS}
    terms |= {name: {"@id": f"kgo:{name}", "@language": "en"} for name in _ENGLISH}
    terms |= {name: {"@id": f"kgo:{name}", "@type": "xsd:date"} for name in ("earliest", "latest")}
    terms |= {"confidence": {"@id": "kgo:confidence", "@type": "xsd:decimal"}, **_OTHERS}
    return {**dict(sorted(prefixes.items())), **{name: terms[name] for name in sorted(terms)}}


def context_text(prefixes: Mapping[str, str]) -> str:
    """The context as a document of its own."""
    return json.dumps({"@context": context(prefixes)}, indent=1) + "\n"


def jsonld_lines(blocks: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the document: the context, then one node a line, in the order of subjects."""
    namer = _Namer.of(prefixes)
    yield f'{{"@context": {json.dumps(context(prefixes))},\n"@graph": [\n'
    separator = ""
    for subject, pairs in blocks:
        yield separator + json.dumps(namer.node(subject, pairs), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


@dataclass(frozen=True, slots=True)
class _Namer:
    """Shortens names as the context lets a reader lengthen them."""

    spaces: Mapping[str, str]
    terms: Mapping[str, tuple[str, str]]
    """IRI of a property -> its short name, and what a bare string there means: "@id", a datatype, a language or ""."""

    @classmethod
    def of(cls, prefixes: Mapping[str, str]) -> _Namer:
        spaces = {namespace: prefix for prefix, namespace in prefixes.items()}
        terms: dict[str, tuple[str, str]] = {}
        for name, told in context(prefixes).items():
            if isinstance(told, dict):
                kind = told.get("@language") or told.get("@type", "")
                terms[_whole(told["@id"], prefixes)] = (name, _whole(kind, prefixes))
        return cls(spaces, terms)

    def node(self, subject: str, pairs: Pairs) -> dict[str, object]:
        """Keys and values sorted, types first; a list only where there is more than one."""
        values: dict[str, list[Json]] = {}
        types: list[str] = []
        for predicate, term in pairs:
            if predicate == A and isinstance(term, str):
                types.append(self.short(term))
                continue
            name, kind = self.terms.get(predicate) or (self.short(predicate), "")
            values.setdefault(name, []).append(self.value(term, kind))
        node: dict[str, object] = {"@id": self.short(subject)}
        if types:
            node["@type"] = _single(sorted(types))
        return node | {name: _single(sorted(values[name], key=repr)) for name in sorted(values)}

    def value(self, term: Term, kind: str) -> Json:
        if isinstance(term, str):
            return self.short(term) if kind == "@id" else {"@id": self.short(term)}
        if (term.language or term.datatype) == (kind or STRING):
            return term.lexical
        if not kind and term.datatype in (INTEGER, BOOLEAN) and _is_plain(term):
            return json.loads(term.lexical)  # type: ignore[no-any-return]
        if term.language:
            return {"@value": term.lexical, "@language": term.language}
        return {"@value": term.lexical} | ({} if term.datatype == STRING else {"@type": self.short(term.datatype)})

    def short(self, iri: str) -> str:
        """`kge:x`; whole where what follows would be taken for the authority of an IRI."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        while cut > 0:
            prefix = self.spaces.get(iri[:cut])
            if prefix:
                return iri if iri.startswith("//", cut) else f"{prefix}:{iri[cut:]}"
            cut = iri.rfind("/", 0, cut - 1) + 1
        return iri


def _whole(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon else name


def _is_plain(term: Literal) -> bool:
    """Whether JSON's own number or truth value is read back with the same form."""
    if term.datatype == BOOLEAN:
        return term.lexical in ("true", "false")
    return bool(re.fullmatch(r"0|-?[1-9][0-9]{0,15}", term.lexical)) and abs(int(term.lexical)) < _SAFE


def _single(values: list[str] | list[Json]) -> object:
    return values[0] if len(values) == 1 else values
