"""Sentences and the types of the names and noun phrases that they hold."""

from __future__ import annotations

import pytest

from kg.mentions import TokenMention, find_mentions
from kg.mentions.heads import word_class
from kg.model import Document
from kg.ontology import Ontology, load
from kg.parsing import load_model, parse


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def mentions_of(text: str, ontology: Ontology) -> list[TokenMention]:
    nlp = load_model()
    return find_mentions(next(iter(parse([Document("test", text)], nlp=nlp))), ontology)


def plain(text: str) -> str:
    return text.removeprefix("The ").removeprefix("the ")


def type_of(text: str, wanted: str, ontology: Ontology) -> str:
    found = {plain(m.mention.anchor.text): m.mention.type for m in mentions_of(text, ontology)}
    assert wanted in found, found
    return found[wanted]


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("The phone offers a host of features.", "features", "Thing"),
        ("She bought a range of vehicles.", "vehicles", "Product"),
        ("The host of the games thanked everybody.", "host", "Person"),
        ("It is the successor to the old helicopter.", "successor", "Product"),
        ("It is the successor to the iPad line.", "successor", "Product"),
        ("The kernel is the base of the system.", "base", "Thing"),
        ("Troops attacked the base of the rebels.", "base", "Facility"),
        ("The antenna is a metal strip.", "metal strip", "Thing"),
        ("Lufthansa's unit lost money.", "unit", "Organization"),
        ("Nestlé is the biggest seller of coffee.", "seller", "Organization"),
        ("The biggest seller of coffee lost money.", "seller", "Thing"),
        ("They met the saxophonist.", "saxophonist", "Person"),
        ("A lorry hit the wall.", "lorry", "Product"),
        ("They asked a physiotherapist.", "physiotherapist", "Person"),
        ("He repaired the chainsaw.", "chainsaw", "Product"),
        ("The gang robbed the bakery.", "bakery", "Facility"),
        ("A lineup of laptops was shown.", "lineup", "Product"),
        ("A team of lawyers sued.", "team", "Group"),
        ("We awaited the return of the remains.", "return", "Thing"),
        ("The iPad family grew.", "iPad family", "Product"),
        ("They sponsored lanterns from foreign countries.", "countries", "Country"),
        ("The firm abused its dominant position.", "position", "Thing"),
        ("Troops attacked the positions of the rebels.", "positions", "Place"),
        ("They rejected the new diet.", "diet", "Thing"),
        ("It was told in a news release.", "news release", "Document"),
        ("Two vaccine candidates failed.", "vaccine candidates", "Product"),
    ],
)
def test_a_noun_phrase_has_the_type_of_its_head(sentence: str, head: str, expected: str, ontology: Ontology) -> None:
    assert type_of(sentence, head, ontology) == expected


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("Fighters captured the Tharthar Barrage in April.", "Tharthar Barrage", "Facility"),
        ("The Book of Revelation has chapters.", "Book of Revelation", "Document"),
        ("They worship in the Church of Scotland.", "Church of Scotland", "Organization"),
        ("He commands Operation Copper Dune.", "Operation Copper Dune", "Event"),
        ("Passengers waited in Terminal 3 of the airport.", "Terminal 3", "Facility"),
        ("Fans met at Book Expo Canada 2016 in Toronto.", "Book Expo Canada 2016", "Event"),
        ("The Coalition trains soldiers. They thanked the Coalition.", "Coalition", "Organization"),
        ("They will form a Government soon.", "Government", "Organization"),
        ("Zorvexa is an independent television network. Zorvexa is old.", "Zorvexa", "Organization"),
        ("The blast destroyed a ZBIED and a tank.", "ZBIED", "Product"),
        ("They sell the MacroBook online. The MacroBook costs little.", "MacroBook", "Product"),
        ("The 158th Fighter Wing sent 300 Airmen.", "Airmen", "Group"),
        ("Two strikes hit the fighters near Ar Raqqah.", "Ar Raqqah", "City"),
        ("The president of Brazil, Lula da Silva, spoke.", "Lula da Silva", "Person"),
        ("Abu Zorvex gave weapons to militants. Abu Zorvex was killed.", "Abu Zorvex", "Person"),
    ],
)
def test_a_name_has_the_type_that_the_text_tells(sentence: str, name: str, expected: str, ontology: Ontology) -> None:
    assert type_of(sentence, name, ontology) == expected


def test_one_document_gives_a_name_one_type(ontology: Ontology) -> None:
    text = "Zorvex, a pharmaceutical company, grew. Critics say that Zorvex lied. People live near Zorvex."
    types = {m.mention.type for m in mentions_of(text, ontology) if "Zorvex" in m.mention.anchor.text}
    assert types == {"Organization"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("She commands the 507th Maintenance Group at home.", "507th Maintenance Group"),
        ("The Worldwide Gardeners Conference 2010 opened.", "Worldwide Gardeners Conference 2010"),
        ("The trial will begin in the Royal Courts of Justice in London.", "Royal Courts of Justice"),
        ("The Dutch previously led CTF 50 last December.", "CTF 50"),
        ("He praised the new iPhone 3G loudly.", "iPhone 3G"),
    ],
)
def test_a_name_keeps_its_numbers_and_its_end(sentence: str, name: str, ontology: Ontology) -> None:
    assert name in [plain(m.mention.anchor.text) for m in mentions_of(sentence, ontology)]


@pytest.mark.parametrize(
    ("sentence", "number"), [("NATO 50 years ago was small.", "50"), ("In 2016 Canada won.", "2016")]
)
def test_a_number_that_counts_or_dates_is_no_part_of_a_name(sentence: str, number: str, ontology: Ontology) -> None:
    assert all(number not in m.mention.anchor.text for m in mentions_of(sentence, ontology))


@pytest.mark.parametrize(
    ("noun", "cls"),
    [("ban", None), ("lineman", "kgo:Person"), ("soldiers", "kgo:MilitaryUnit"), ("chapel", "kgo:Facility")],
)
def test_the_editors_nouns_come_before_the_wide_list(noun: str, cls: str | None, ontology: Ontology) -> None:
    found = word_class(noun, noun, ontology)
    assert found == cls or (cls is None and noun not in ontology.typing.heads)


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Greece threatened its northern neighbour.", "neighbour", "Country"),
        ("Her neighbour threatened them.", "neighbour", "Person"),
        ("He shook his head.", "head", "Thing"),
        ("The head of the firm left.", "head", "Person"),
        ("The police used deadly force.", "force", "Thing"),
        ("There is room for more cuts.", "room", "Thing"),
        ("He left the room.", "room", "Facility"),
        ("The party was in office.", "office", "Thing"),
        ("A man was killed in one settlement.", "settlement", "City"),
        ("They reached a settlement.", "settlement", "Agreement"),
        ("The shop takes a commission of 30 per cent.", "commission", "Thing"),
        ("The commission met.", "commission", "Organization"),
        ("Rates fell by 2.25 percentage points.", "points", None),
        ("He had seven gold bars.", "gold bars", "Product"),
    ],
)
def test_a_noun_is_typed_by_its_sense_here(sentence: str, head: str, expected: str | None, ontology: Ontology) -> None:
    found = {plain(m.mention.anchor.text): m.mention.type for m in mentions_of(sentence, ontology)}
    assert found.get(head) == expected


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The lists of those willing to go have been checked.", "The lists of those willing to go"),
        ("We got the best election result in 20 years.", "the best election result in 20 years"),
        ("He won his first title in 2010.", "his first title"),
        ("The slow search as toll in the quake reached 268.", "The slow search"),
        ("They saw Phyo Min, once a senior member of the party.", "a senior member of the party"),
        ("Only the mayor left.", "Only the mayor"),
    ],
)
def test_a_phrase_ends_where_its_meaning_does(sentence: str, phrase: str, ontology: Ontology) -> None:
    found = [m.mention.anchor for m in mentions_of(sentence, ontology)]
    assert phrase in [sentence[anchor.phrase_start : anchor.phrase_end] for anchor in found]
