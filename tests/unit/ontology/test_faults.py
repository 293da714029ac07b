"""How a wrong ontology is refused: every fault at once, each with the file and the nearest right name."""

from pathlib import Path

import pytest

from kg.ontology.faults import nearest_name
from tests.unit.ontology.small import FRAME, HEADER, RULE, faults_of, write_folder


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("news.ttl", None, "news.ttl: not found in folder"),
        ("frames.toml", None, "frames.toml: not found in folder"),
        ("queries/who.rq", None, "queries: not found in folder"),
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
            HEADER + "a\tCongo\tkgo:Country\nb\tZaire\tkgo:Country\tCONGO\n",
            "gazetteer/places.tsv: 'b' and 'a', both Country, are called 'CONGO'",
        ),
        (
            "gazetteer/places.tsv",
            HEADER + "a\tCongo\tkgo:Country\tZaire;Congo\n",
            "gazetteer/places.tsv: 'a' is called 'Congo' twice",
        ),
        (
            "types.toml",
            '[[phrases]]\nkind = "partitiv"\nwords = ["host"]\nexample = "A host of features."\nnot = "The host."\n',
            "types.toml: phrases: 'partitiv'",
        ),
        (
            "types.toml",
            '[[phrases]]\nkind = "partitive"\nwords = ["host"]\n',
            "types.toml: phrases 'partitive': expected kind, words, example and not",
        ),
        (
            "types.toml",
            '[[evidence]]\nclass = "kgo:City"\nweight = 2\nrelation = "noun"\nwords = ["mayor"]\n',
            "types.toml: evidence {'class': 'kgo:City'",
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
    assert any(fault.startswith(line) for fault in faults_of(write_folder(tmp_path, {file: content})))


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
            "frame 'attack' expects 'Iraq attacked Kuwait'; "
            "expected 'subject | property | object' or 'participant | class'",
        ),
        (
            "Iraq | kgo:attacked | Kuwait",
            "Iraq | kgo:atacked | Kuwait",
            "frame 'attack' expects 'kgo:atacked', not in news.ttl; did you mean 'kgo:attacked'?",
        ),
        ('gives = ["Iraq | kgo:attacked | Kuwait"]', "gives = []", "frame 'attack' needs an 'example' and a 'not'"),
        ('not = ["The moths attacked the cloth."]', "", "frame 'attack' needs an 'example' and a 'not'"),
        (
            "require = { patient",
            'refuse = { to = ["kgo:Contry"] }\nrequire = { patient',
            "frame 'attack' refuses a 'kgo:Contry', not in news.ttl; did you mean 'kgo:Country'?",
        ),
        (
            "require = { patient",
            'needs = ["For"]\nrequire = { patient',
            "frame 'attack' has 'For'; expected a word in lower case",
        ),
        ('id = "attack"', "", "a frame without id: class, verbs, nouns, roles, require, edges, example, not"),
    ],
)
def test_a_wrong_frame_is_named_with_what_is_wrong(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in FRAME
    faults = faults_of(write_folder(tmp_path, {"frames.toml": FRAME.replace(old, new)}))
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
    assert f"rules.toml: {line}" in faults_of(write_folder(tmp_path, {"rules.toml": RULE.replace(old, new)}))


@pytest.mark.parametrize(("file", "row"), [("frames.toml", FRAME), ("rules.toml", RULE)])
def test_a_row_that_stands_twice_is_refused(tmp_path: Path, file: str, row: str) -> None:
    assert any(fault.endswith("is listed twice") for fault in faults_of(write_folder(tmp_path, {file: row + row})))


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        {
            "nouns.toml": '[classes]\n"kgo:Persn" = ["man"]',
            "frames.toml": FRAME.replace("kgo:attacked", "kgo:atacked"),
            "rules.toml": RULE.replace("kgo:signed", "kgo:sined"),
        },
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
