"""A small ontology that is right, to be changed by a test."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from kg.errors import OntologyError
from kg.model import TOP_TYPES
from kg.ontology import load

TTL = """
@prefix kgo: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kgo:Treaty a owl:Class ; rdfs:label "treaty"@en ; rdfs:subClassOf kgo:Agreement, schema:Contract .
kgo:Attack a owl:Class ; rdfs:label "attack"@en ; rdfs:subClassOf kgo:Event ; skos:notation "ASSAULT" .
kgo:agent a owl:ObjectProperty ; rdfs:label "agent"@en ; rdfs:domain kgo:Event .
kgo:patient a owl:ObjectProperty ; rdfs:label "patient"@en ; rdfs:domain kgo:Event .
kgo:signed a owl:ObjectProperty ; rdfs:label "signed"@en ; rdfs:domain kgo:Person ;
    schema:rangeIncludes kgo:Agreement, kgo:Document .
kgo:attacked a owl:ObjectProperty ; rdfs:label "attacked"@en ; owl:inverseOf kgo:attackedBy .
kgo:attackedBy a owl:ObjectProperty ; rdfs:label "attacked by"@en .
kgo:borders a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "borders"@en ;
    rdfs:domain [ a owl:Class ; owl:unionOf ( kgo:Country kgo:Region ) ] ; rdfs:range kgo:Place .
kgo:heldOffice a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "held office"@en .
"""
HEADER = "id\tlabel\tclass\taliases\tdemonyms\tmetonyms\twithin\tcodes\n"
FRAME = """
[[frame]]
id = "attack"
class = "kgo:Attack"
verbs = ["attack", "carry out", "launch + attack"]
nouns = ["attack", "air strike"]
roles = { agent = "subject", patient = ["object", "on"] }
require = { patient = ["kgo:Country", "kgo:Person"] }
edges = ["agent kgo:attacked patient"]
example = [{ text = "Iraq attacked Kuwait.", gives = ["Iraq | kgo:attacked | Kuwait"] }]
not = ["The moths attacked the cloth."]
"""
RULE = """
[[rule]]
id = "signers"
comment = "Who signs is bound."
if = ["?p kgo:signed ?t", "?t a kgo:Agreement"]
then = "?t kgo:attackedBy ?p"
"""


def write_folder(folder: Path, changes: Mapping[str, str | bytes | None] = MappingProxyType({})) -> Path:
    """A small ontology that is right, with some files changed or, where None, left out."""
    top = "".join(f'kgo:{name} a owl:Class ; rdfs:label "{name.lower()}"@en .\n' for name in TOP_TYPES)
    files: dict[str, str | bytes | None] = {
        "news.ttl": TTL + top,
        "nouns.toml": '[classes]\n"kgo:Person" = ["minister", "foreign minister"]\n"kgo:Treaty" = ["treaty"]\n',
        "titles.toml": 'honorifics = ["Mr.", "Dr."]\n[[office]]\nnoun = "president"\nof = "kgo:Country"\n',
        "cues.toml": '[[negator]]\nwords = ["not"]\nexample = "It is not."\nnot = "It is."\n',
        "frames.toml": FRAME,
        "rules.toml": RULE,
        "gazetteer/places.tsv": "# source\n" + HEADER + "iraq\tIraq\tkgo:Country\tRepublic of Iraq;\tIraqi\tBaghdad\n",
        "queries/who.rq": "SELECT ?who { ?who ?p ?o }",
    }
    for name, content in {**files, **changes}.items():
        path = folder / name
        if content is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(OntologyError) as caught:
        load(folder)
    return str(caught.value).splitlines()
