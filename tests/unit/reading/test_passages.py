"""Which stretches of a text are read, and where each character of them stands."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Skipped
from kg.reading import find_passages, read_text
from kg.reading.layout import CONTROL, INVISIBLE
from kg.reading.passages import MAX_PASSAGE

LETTERS = "Footage aired by Korean Central Television showed a solemn Kim placing a North Korean flag on a coffin"


def texts(text: str) -> list[str]:
    return [passage.text for passage in find_passages(Document("d", text))]


@pytest.mark.parametrize(
    "text, passages",
    [
        ("", []),
        (" \n\n\t", []),
        ("One line.", ["One line."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        ("A  wide\t gap\u00a0here.", ["A wide gap here."]),
        ("Ko\u00adrea\u200b sent\ufeff troops.", ["Korea sent troops."]),
        ("Bad\x07 control\x1b.", ["Bad control."]),
        ("AT&amp;T stays as it is.", ["AT&amp;T stays as it is."]),
        ("The pact 🇰🇵🤝 was signed.", ["The pact 🇰🇵🤝 was signed."]),
        # The end of a short line means something only where the text is not wrapped.
        ("Kim spoke on Sunday.\nPutin spoke on Monday.", ["Kim spoke on Sunday.", "Putin spoke on Monday."]),
        ("North Korean state media on Tuesday released\nimages of the leader.",
         ["North Korean state media on Tuesday released images of the leader."]),
        # An indented line after a full stop opens a paragraph, a short line closes one.
        ("intelligence from the spy agency, who was cited by a lawmaker and\nalso by others.\n Footage aired by Korean"
         " Central Television showed a solemn Kim and\nhis daughter.",
         ["intelligence from the spy agency, who was cited by a lawmaker and also by others.",
          "Footage aired by Korean Central Television showed a solemn Kim and his daughter."]),
        # A word that was broken at its own hyphen; a hyphen that waits for its word.
        ("Some of the frontline units are participating in mid-\nyear drills now.",
         ["Some of the frontline units are participating in mid-year drills now."]),
        ("They discussed what they called the short-\nand long-term plans of both.",
         ["They discussed what they called the short- and long-term plans of both."]),
        # Lists: each item for itself, wrapped items too.
        ("The terms are as follows, said the ministry in a long statement:\n- troops will be sent to the border region,"
         " where they\n  clear mines;\n- builders will follow.",
         ["The terms are as follows, said the ministry in a long statement:",
          "- troops will be sent to the border region, where they clear mines;", "- builders will follow."]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, passages: list[str]) -> None:
    assert texts(text) == passages


@pytest.mark.parametrize(
    "text, title, headings",
    [
        ("Leader Mourns Soldiers\n\nHe wept on Sunday, media said.", None, [True, False]),
        ("Did he weep?\n\nHe wept on Sunday, media said.", "Did He Weep", [True, False]),
        ("He wept on Sunday.\n\nWhat comes next\n\nNobody knows it.", None, [False, True, False]),
        ("a lonely line without a stop", None, [False]),
    ],
)
def test_headings(text: str, title: str | None, headings: list[bool]) -> None:
    document = Document("d", text, title=title)
    assert [passage.heading for passage in find_passages(document)] == headings


def test_skipped_spans_are_left_out_within_a_paragraph() -> None:
    document = Document("d", "Kim (see below) spoke.", skipped=(Skipped(4, 16, "note"),))
    (passage,) = find_passages(document)
    assert passage.text == "Kim spoke."
    assert list(passage.offsets) == [0, 1, 2, 3, 16, 17, 18, 19, 20, 21]


@pytest.mark.parametrize("unit", ["word ", "A sentence ends. ", "x"])
def test_a_text_without_line_ends_is_cut(unit: str) -> None:
    text = (unit * (1_100_000 // len(unit))).strip()
    passages = find_passages(Document("d", text))
    assert max(len(passage.text) for passage in passages) <= MAX_PASSAGE
    assert "".join("".join(p.text.split()) for p in passages) == "".join(text.split())
    assert all(not passage.text.startswith(" ") for passage in passages)


ARTICLE = [
    "North Korean state media on Tuesday released images of leader Kim Jong Un mourning over flag-draped coffins of "
    "North Korean soldiers killed while fighting alongside Russian forces in Ukraine.",
    "The event — attended by Russian Culture Minister Olga Lyubimova — marked the one-year anniversary of a military "
    "pact between Pyongyang and Moscow that includes a mutual defense clause.",
    "Kim was accompanied at the ceremony by his teenage daughter, Ju Ae, whom many analysts believe he is grooming.",
    "Attendees from both countries were seen in tears during the tribute, with captions reading: “Oh, our heroes, "
    "shining stars of my homeland,” and “Those who gave their lives without hesitation shine like stars.”",
]


@pytest.mark.parametrize("width", range(30, 151))
@pytest.mark.parametrize("parting", ["\n\n", "\n\n  ", "\r\n\r\n"])
def test_the_width_of_wrapping_does_not_matter(width: int, parting: str) -> None:
    line_end = "\r\n" if "\r" in parting else "\n"
    wrapped = parting.join(line_end.join(textwrap.wrap(paragraph, width)) for paragraph in ARTICLE)
    assert texts(wrapped) == ARTICLE


ODD = st.sampled_from(" \n\r\t.,-:–“”()aAé1\u00ad\u200b\x00\u2028 ‘")
PAGE = ["Advertisement", "Legal Disclaimer:", "(AFP)", "https://a.example/b", "\n"]
hostile = st.text(st.one_of(ODD, st.characters(codec="utf-8")), max_size=300)
prose = st.lists(st.sampled_from([*ARTICLE, *PAGE]))
whole = st.one_of(hostile, st.builds("\n".join, prose), st.builds(" ".join, prose))


@settings(max_examples=300, deadline=None)
@given(whole)
def test_offsets_and_skipped_spans(text: str) -> None:
    if not text.strip():
        return
    document = read_text(text)
    assert list(document.skipped) == sorted(document.skipped)
    assert all(span.start < span.end and span.reason for span in document.skipped)
    assert all(a.end <= b.start for a, b in zip(document.skipped, document.skipped[1:], strict=False))
    previous = -1
    for passage in find_passages(document):
        assert passage.text and len(passage.text) == len(passage.offsets)
        assert not any(c in INVISIBLE.replace("-", "") or c in CONTROL.replace("-", "") for c in passage.text)
        for character, offset in zip(passage.text, passage.offsets, strict=True):
            assert offset > previous, "offsets rise"
            previous = offset
            assert document.text[offset] == character or (character == " " and document.text[offset].isspace())
            assert not any(span.start <= offset < span.end for span in document.skipped) or character == " "
