"""Example sentences in, triples of other sentences out, by a file that a person can read and change."""

from pathlib import Path

import pytest

from kg.errors import InputError, OntologyError
from kg.learning.dates import form_of, read_day, write_day
from kg.learning.examples import Example, Triple, merged, read_examples
from kg.learning.frames import EVERY, Learned, read_frames, write_frames
from kg.learning.labels import UNLEARNED, with_labels
from kg.learning.learning import learn
from kg.learning.paths import find_path
from kg.learning.tagging import Tagger
from kg.learning.typed import typed_rows
from kg.model import Document
from kg.ontology import Ontology, load
from kg.ontology.own import read_own
from kg.parsing import load_model, parse

NAMES = ["Ada Lovell", "Omar Reyes", "Lena Fox", "Mina Clark", "Paul Stone", "Carla Ruiz", "Victor Hale", "Nora Quinn"]
TITLES = ["Quiet Hills", "Night Trains", "Blue River", "Paper Moons", "Long Roads", "Cold Harbor", "Red Doors", "Salt"]
CITIES = ["Lisbon", "Madrid", "Rome", "Vienna", "Oslo", "Paris", "Dublin", "Prague"]


def _examples() -> list[Example]:
    found = []
    for name, title, city in zip(NAMES, TITLES, CITIES, strict=True):
        directed = Triple(title, "director", name)
        found += [
            Example(f"{title} is a 1994 drama film directed by {name}.", (directed,)),
            Example(f"{name} directed {title}.", (directed,)),
            Example(f"{name} was born in {city}.", (Triple(name, "place of birth", city),)),
            Example(f"{name} moved to {city} with a friend.", ()),
        ]
    return found


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


@pytest.fixture(scope="module")
def learned(ontology: Ontology) -> Learned:
    return learn(_examples(), ontology=ontology, nlp=load_model())


def _told(learned: Learned, ontology: Ontology, *sentences: str) -> list[str]:
    return list(typed_rows([f"s\t{text}" for text in sentences], learned, ontology=ontology))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Green Fields is a 2001 comedy film directed by Erik Nolan.", ["Green Fields\tdirector\tErik Nolan"]),
        ("Erik Nolan was born in Athens.", ["Erik Nolan\tplace of birth\tAthens"]),
        ("Erik Nolan moved to Athens with a friend.", []),
        ("The weather was mild.", []),
    ],
)
def test_what_was_learned_is_told_of_new_sentences(
    sentence: str, expected: list[str], learned: Learned, ontology: Ontology
) -> None:
    assert _told(learned, ontology, sentence) == [f"s\t{row}" for row in expected]


def test_the_same_examples_give_the_same_file(learned: Learned, ontology: Ontology) -> None:
    again = learn(_examples(), ontology=ontology, nlp=load_model())
    assert write_frames(again) == write_frames(learned)


def test_a_file_read_back_is_what_was_written(learned: Learned, tmp_path: Path) -> None:
    file = tmp_path / "frames.toml"
    file.write_text(write_frames(learned), "utf-8")
    back = read_frames(file)
    assert write_frames(back).replace("\n", "") != ""
    assert {key: (row.weight, row.support, row.precision) for key, row in back.rows.items()} == {
        key: (row.weight, row.support, row.precision) for key, row in learned.rows.items()
    }
    assert (back.properties, back.single, back.threshold) == (learned.properties, learned.single, learned.threshold)


def test_a_frame_tells_its_words_support_precision_and_an_example(learned: Learned) -> None:
    text = write_frames(learned)
    row = text.split('[[frame]]\nproperty = "place of birth"')[1].split("[[frame]]")[0]
    assert 'verbs = ["bear"]\nroles = { subject = "object", object = "in" }' in row
    assert "support = 8\nprecision = 1.00" in row
    assert 'example = "' in row and "was born in" in row


WRITTEN = """
[[property]]
label = "employer"

[[frame]]
property = "employer"
verbs = ["work", "toil"]
roles = { subject = "subject", object = "for" }

[[frame]]
property = "employer"
nouns = ["employee"]
roles = { subject = "self", object = "of" }
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Bell works for Norsk Hydro.", ["Ada Bell\temployer\tNorsk Hydro"]),
        ("Ada Bell, an employee of Norsk Hydro, spoke.", ["Ada Bell\temployer\tNorsk Hydro"]),
        ("Ada Bell left Norsk Hydro.", []),
    ],
)
def test_a_frame_that_a_person_writes_works_without_numbers(
    sentence: str, expected: list[str], ontology: Ontology, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(WRITTEN, "utf-8")
    assert _told(read_frames(file), ontology, sentence) == [f"s\t{row}" for row in expected]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("label =", "label = ="), "mine.toml: "),
        (('property = "employer"\nverbs', 'property = "employr"\nverbs'), "did you mean 'employer'?"),
        (("verbs =", "verb ="), "frame 1 has a key 'verb'; did you mean 'verbs'?"),
        (('roles = { subject = "subject", object = "for" }', ""), "frame 1 has neither 'path' nor verbs or nouns"),
    ],
)
def test_a_wrong_row_is_refused_with_the_nearest_right_name(
    change: tuple[str, str], message: str, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    assert change[0] in WRITTEN
    file.write_text(WRITTEN.replace(*change, 1), "utf-8")
    with pytest.raises(OntologyError) as caught:
        read_frames(file)
    assert message in str(caught.value)


# ---------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A met B.\tA\tmet\tB\nA met B.\tB\tmet\tA\n", [("A", "B"), ("B", "A")]),
        ('{"sentence": "A met B.", "triples": [{"subject": "A", "property": "met", "object": "B"}]}', [("A", "B")]),
    ],
)
def test_examples_are_lines_of_a_table_or_of_json(text: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "e").write_text(text, "utf-8")
    (one,) = read_examples(tmp_path / "e")
    assert [(t.subject, t.object) for t in one.triples] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A met B.\tA\tmet\n", "e: line 1: found 3 cells"),
        ('{"sentence": "A met B."}', "e: line 1: no key 'triples'"),
        ('{"sentence": "A met B.", "triples": [}', "e: line 1: found '"),
        ("A met B.\n", "e: no triple"),
    ],
)
def test_a_bad_file_of_examples_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "e").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_examples(tmp_path / "e")
    assert message in str(caught.value)


def test_what_was_not_looked_for_in_one_line_may_be_in_another() -> None:
    one, other = Example("A.", (), frozenset({"p"})), Example("A.", (), frozenset({"q"}))
    assert merged([one, other])[0].asked == {"p", "q"}


@pytest.mark.parametrize(
    ("text", "form"),
    [("01 January 1986", "day month year"), ("January 1, 1986", "month day, year"), ("1986-01-01", "year-month-day")],
)
def test_days_are_written_as_the_examples_write_them(text: str, form: str) -> None:
    day = read_day(text)
    assert form_of([text, text, "1986"]) == form and day is not None
    assert write_day(day, form) == text


# ---------------------------------------------------------------- paths


@pytest.mark.parametrize(
    ("sentence", "subject", "target", "path"),
    [
        ("Ada founded the firm.", "Ada", "firm", "subject < found > object"),
        ("The firm was founded by Ada.", "firm", "Ada", "object < found > subject"),
        ("It is a film directed by Ada.", "film", "Ada", "object < direct > subject"),
        ("It is a film directed by Ada.", "It", "Ada", "object < direct > subject"),
        ("Ada, who founded the firm, left.", "Ada", "firm", "subject < found > object"),
        ("Ada and Bo founded the firm.", "Bo", "firm", "subject < found > object"),
        ("Ada is the founder of Hydro.", "Ada", "Hydro", "founder > of"),
        ("Ada, the founder of Hydro, left.", "Ada", "Hydro", "founder > of"),
    ],
)
def test_a_path_is_the_same_however_a_sentence_is_turned(sentence: str, subject: str, target: str, path: str) -> None:
    (parsed,) = parse([Document("s", sentence)], nlp=load_model())
    token = {t.text: t for t in parsed.doc}
    assert str(find_path(token[subject], token[target], {})) == path


# ---------------------------------------------------------------- an ontology of the user's

OWN = """
@prefix ex: <http://example.org/own#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:foundedBy a owl:ObjectProperty .
ex:capital a owl:ObjectProperty ; rdfs:label "capital" .
ex:memberOf a owl:ObjectProperty ; rdfs:label "is member of" .
ex:d a owl:ObjectProperty ; rdfs:label "made by director" ; skos:altLabel "Director" .
ex:b a owl:ObjectProperty ; rdfs:label "birth place" ; skos:altLabel "place of birth" .
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norsk Hydro was founded by Ada Bell.", ["Norsk Hydro\tfounded by\tAda Bell"]),
        ("Paris is the capital of France.", ["France\tcapital\tParis"]),
        ("Ada Bell is a member of the Green Club.", ["Ada Bell\tis member of\tGreen Club"]),
        ("Ada Bell visited Paris.", []),
    ],
)
def test_a_label_speaks_for_a_property_without_examples(
    sentence: str, expected: list[str], ontology: Ontology, tmp_path: Path
) -> None:
    (tmp_path / "own.ttl").write_text(OWN, "utf-8")
    known = with_labels(UNLEARNED, read_own(tmp_path), load_model())
    assert _told(known, ontology, sentence) == [f"s\t{row}" for row in expected]


def test_learned_properties_are_found_by_alternative_labels(
    learned: Learned, ontology: Ontology, tmp_path: Path
) -> None:
    (tmp_path / "own.ttl").write_text(OWN, "utf-8")
    known = with_labels(learned, read_own(tmp_path), load_model())
    told = _told(known, ontology, "Erik Nolan was born in Athens.")
    assert told == ["s\tErik Nolan\tbirth place\tAthens"]
    assert {name for name, _ in known.rows} <= {p.label for p in known.properties} | {EVERY}


def test_a_property_that_the_ontology_lacks_is_refused(ontology: Ontology, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(OWN, "utf-8")
    wrong = [Example("Ada founded Hydro.", (Triple("Hydro", "foundet by", "Ada"),))]
    with pytest.raises(OntologyError, match=r"'foundet by' is no property of .*; did you mean 'founded by'"):
        learn(wrong, ontology=ontology, nlp=load_model(), own=read_own(tmp_path))


def test_a_line_without_identifier_is_refused(learned: Learned, ontology: Ontology) -> None:
    with pytest.raises(InputError, match="line 2: found 'no tab'"):
        list(typed_rows(["a\tb", "no tab"], learned, ontology=ontology))


def test_a_text_without_phrases_tells_nothing(learned: Learned, ontology: Ontology) -> None:
    parses = parse([Document("a", "."), Document("b", "")], nlp=load_model())
    assert list(Tagger(learned, ontology).tag(parses)) == [[], []]
