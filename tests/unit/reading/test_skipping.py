"""What is not read as the article, and what is although it looks odd."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.reading import read
from kg.reading.boilerplate import load_cues
from kg.reading.skipping import find_skipped

SEEDS = Path(__file__).parents[3] / "seeds"
FIRST = "North Korea sent thousands of troops to assist Russia in the war, officials in Seoul and Kyiv said."
SECOND = "In April, the spy agency reported that the North had likely suffered over 4,700 casualties in Kursk."
THIRD = "Kim was seen in several photos that were published by the state media, with his foreign minister."


def spans(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.reason) for span in find_skipped(text)]


@pytest.mark.parametrize(
    "text, skipped",
    [
        (f"{FIRST}\n{SECOND}", []),
        # Agency, dateline, byline, date line.
        (f"(MENAFN) {FIRST}", [("(MENAFN) ", "agency")]),
        (f"SEOUL, July 1, 2025 (Reuters) - {FIRST}", [("SEOUL, July 1, 2025 (Reuters) - ", "agency")]),
        (f"Seoul (AP) — {FIRST}", [("Seoul (AP) — ", "agency")]),
        (f"New Delhi, July 1 (ANI): {FIRST}", [("New Delhi, July 1 (ANI): ", "agency")]),
        (f"LONDON — {FIRST}", [("LONDON — ", "agency")]),
        (f"NATO – the alliance of thirty-two countries – said on Sunday that it has seen no troops. {FIRST}", []),
        (f"Kim mourns\nBy Josh Smith\nJuly 1, 2025\n{FIRST}",
         [("By Josh Smith", "byline"), ("July 1, 2025", "date line")]),
        (f"{FIRST}\n{SECOND}\n(Reporting by Josh Smith; Editing by Andrew Osborn)",
         [("(Reporting by Josh Smith; Editing by Andrew Osborn)", "byline")]),
        (f"Trump says will leave some troops\n\n1 Min Read\n\nWASHINGTON (Reuters) - {FIRST}\n\n"
         "Reporting by Jeff Mason, writing by Roberta Rampton; editing by Jonathan Oatis\n\n"
         "Our Standards:The Thomson Reuters Trust Principles.",
         [("1 Min Read", "boilerplate"), ("WASHINGTON (Reuters) - ", "agency"),
          ("Reporting by Jeff Mason, writing by Roberta Rampton; editing by Jonathan Oatis", "byline"),
          ("Our Standards:The Thomson Reuters Trust Principles.", "disclaimer")]),
        # Links, addresses, the page around.
        (f"{FIRST}\nRead more: Who fights in Kursk\n{SECOND}", [("Read more: Who fights in Kursk", "related link")]),
        (f"{FIRST}\nRelated Articles\nWho Fights in Kursk\nTroops to stay\n{SECOND}",
         [("Related Articles", "related link"), ("Who Fights in Kursk", "headline list"),
          ("Troops to stay", "related link")]),
        (f"{FIRST}\nRelated Articles\nTroops Stay in Kursk\nHe did not say when. \n{SECOND}",
         [("Related Articles", "related link"), ("Troops Stay in Kursk", "headline list")]),
        (f"{FIRST}\nAdvertisement\n{SECOND}", [("Advertisement", "boilerplate")]),
        (f"{FIRST}\n\n© 2025 The Moscow Times", [("© 2025 The Moscow Times", "boilerplate")]),
        (f"{FIRST}\n\nhttps://a.example/b", [("https://a.example/b", "url")]),
        ("He posted it (https://a.example/b) on Sunday.", [("(https://a.example/b)", "url")]),
        ("The site www.flag.govt.nz is down.", []),
        # An address broken in two at the width of the page.
        ("Source:\nhttps://www.themoscowtimes.com/2025/07/01/kim-jong-un-honors-north-korean-soldiers\n-killed-a89626",
         [("Source:\nhttps://www.themoscowtimes.com/2025/07/01/kim-jong-un-honors-north-korean-soldiers\n"
           "-killed-a89626", "url")]),
        # Repeated text: paragraphs, sentences otherwise parted, a headline above and below the picture.
        (f"{FIRST}\n{SECOND}\n{FIRST}", [(FIRST, "repeated text")]),
        (f"{FIRST}\n{SECOND}\n{THIRD}\n{FIRST} {SECOND}", [(f"{FIRST} {SECOND}", "repeated text")]),
        (f"{FIRST} {SECOND} Yes. {FIRST} {THIRD}", [(FIRST, "repeated text")]),
        (f"Kim mourns his soldiers\nKim mourns his soldiers\n{FIRST}", [("Kim mourns his soldiers", "repeated text")]),
        ("“No,” he said. He left. “No,” he said. Nobody knew why.", []),
        # Lists of headlines, and lists that the article opens itself.
        (f"{FIRST}\n\n- Brazil Edtech Market Size 2025\n- Vietnam Vegan Food Report\n- Xaut Now Live On Polygon",
         [("- Brazil Edtech Market Size 2025\n- Vietnam Vegan Food Report\n- Xaut Now Live On Polygon",
           "headline list")]),
        (f"{FIRST}\nThese were the winners of the award on that night in Pyongyang, said the agency:\n"
         "- Best Foreign Film\n- Best Young Actor\n- Best Old Song", []),
        (f"{FIRST}\n- troops will clear the mines\n- builders will follow them\n- tourists will come last", []),
        # Law: the first paragraph under the heading, then what does not read like an article.
        (f"{FIRST}\n\n"
         "Legal Disclaimer:\nThe publisher of this text provides it as it is and promises nothing at all.\n\n"
         f"Most popular\n\n{SECOND}",
         [("Legal Disclaimer:\nThe publisher of this text provides it as it is and promises nothing at all.",
           "disclaimer"), ("Most popular", "related link")]),
        (f"{FIRST}\nThe views expressed in this article are those of the author alone.",
         [("The views expressed in this article are those of the author alone.", "disclaimer")]),
        # Readers' comments go to the end; a link "Comments" above the article does not.
        (f"{FIRST}\n{SECOND}\nComments\n{THIRD}", [(f"Comments\n{THIRD}", "comments")]),
        (f"Comments\n{FIRST}\n{SECOND}", [("Comments", "comments")]),
        # Captions are prose, their credit is not.
        (f"{FIRST}\nA soldier stands guard. REUTERS/Stringer", [(" REUTERS/Stringer", "byline")]),
        (f"{FIRST}\nKim Jong Un at a ceremony in Pyongyang. Photo taken by state media.", []),
        # Marks of footnotes, whole or cut; numbers and words in brackets that belong to their sentence.
        ("At least 10 Marines died.[3][4][5] A physician counted 97 civilians.[2]",
         [("[3][4][5]", "footnote mark"), ("[2]", "footnote mark")]),
        ("It is a list of foreign terrorists.[2 In May he left.", [("[2", "footnote mark")]),
        ("The dam was built in 1956[note 1] by the firm.[citation needed]",
         [("[note 1]", "footnote mark"), ("[citation needed]", "footnote mark")]),
        ("Earlier work found an effect [24].", [(" [24]", "footnote mark")]),
        ("“[Ten] years ago,” he said, “we had [3] ships and [them].”", []),
        ("It returns a[i] and b[2014] and [...] more.", []),
    ],
)  # fmt: skip
def test_skipped(text: str, skipped: list[tuple[str, str]]) -> None:
    assert spans(text) == skipped


@pytest.mark.parametrize("cue", load_cues(), ids=lambda cue: cue.pattern.pattern[:30])
def test_each_cue_matches_its_examples_and_leaves_its_counter_examples(cue) -> None:
    assert cue.examples and cue.counter_examples
    assert [text for text in cue.examples if not cue.matches(text)] == []
    assert [text for text in cue.counter_examples if cue.matches(text)] == []


@pytest.mark.parametrize(
    "content, fault",
    [
        ("[[line]]\nreason = 'x'", "line 'x': expected reason, pattern"),
        ("[[line]]\nreason = 'x'\npattern = '('", "not a regular expression"),
        ("[[lines]]\n", "unknown section 'lines'"),
        ("[[line", "cannot be read"),
    ],
)
def test_a_wrong_cue_file(tmp_path: Path, content: str, fault: str) -> None:
    (tmp_path / "boilerplate.toml").write_text(content)
    with pytest.raises(OntologyError, match=fault.replace("(", r"\(")):
        load_cues(tmp_path / "boilerplate.toml")


def test_the_seeds_are_read_once_and_without_their_page() -> None:
    first, second = read(SEEDS)
    assert [span.reason for span in first.skipped] == [
        "agency", "repeated text", "disclaimer", "related link", "headline list", "comments",
    ]  # fmt: skip
    body = first.text.index("The footage, aired"), first.text.rindex("The footage, aired")
    assert first.skipped[1].start == body[1] > body[0]
    assert first.skipped[2].start == first.text.index("Legal Disclaimer")
    assert first.skipped[-1].end == len(first.text)
    assert [second.text[span.start : span.end].split()[0] for span in second.skipped] == ["Related", "Original"]
    assert second.skipped[1].end == len(second.text.rstrip())
