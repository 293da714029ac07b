"""Files of every kind -> documents, and one problem for each that cannot be read."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.reading import find_duplicates, find_passages, read, read_text
from kg.reading.documents import MOST_LINE_PROBLEMS
from kg.reading.drafts import MAX_BYTES, clean_name

SEEDS = Path(__file__).parents[3] / "seeds"
TEXT = "Kim Jong Un said on Tuesday that the troops of the North were in the Kursk region with the Russian army.\n"
FRENCH = (
    "Le président russe a déclaré mardi que les troupes nord-coréennes se trouvaient dans la région de Koursk avec "
    "l'armée russe, selon un communiqué publié par le ministère de la Défense à Moscou et repris par les agences.\n"
)
PAGE = """<!doctype html><html><head><title>Kim mourns | The Paper</title>
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://paper.example/kim"/>{meta}</head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Kim mourns</h1>
<p>North Korean leader Kim Jong Un has been seen mourning his soldiers who had died in the war on 3 May 2019.</p>
<p>The ceremony took place in Pyongyang and was attended by the Russian minister of culture and by others.</p>
</article><footer>Copyright 2018 The Paper. All rights reserved. Menu Contact</footer></body></html>"""


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 50 700 Td {shown} ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj{item}endobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return body + trailer.encode()


def read_bytes(tmp_path: Path, content: bytes, name: str = "a.txt") -> Document:
    (tmp_path / name).write_bytes(content)
    reading = read(tmp_path / name)
    assert reading.problems == ()
    (document,) = reading
    return document


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    "content, text",
    [
        ("Kim’s café\r\nin Seoul\r".encode(), "Kim’s café\r\nin Seoul\r"),
        ("Kim’s café".encode("utf-8-sig"), "Kim’s café"),
        ("Kim’s café".encode("utf-16"), "Kim’s café"),
        ("Kim’s café".encode("cp1252"), "Kim’s café"),
        # A file in UTF-8 with one letter of an old code page, and one cut off within a letter.
        ("Kim’s ".encode() + b"caf\xe9 in Seoul", "Kim’s café in Seoul"),
        ("He said “no”".encode()[:-1], "He said “no�"),
        # UTF-8 that was once read as Windows-1252; quotes that are right stay curled.
        ("Russiaâ€™s ally said “yes”\nKim’s".encode(), "Russia’s ally said “yes”\nKim’s"),
        ("AT&amp;T ﬁnds ½ full-width Ａ stays".encode(), "AT&amp;T ﬁnds ½ full-width Ａ stays"),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, text: str) -> None:
    assert read_bytes(tmp_path, content).text == text


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\r\n", "empty file"),
        ("a.txt", b"\xef\xbb\xbf", "empty file"),
        ("a.txt", b"text\x00text", "binary file"),
        ("a.txt", bytes(range(1, 256)) * 20, "binary file"),
        ("a.txt", b"PK\x03\x04 text", "binary file"),
        ("a.txt", FRENCH.encode(), "skipped: language 'fr', expected English"),
        ("a.txt", ("朝鲜领导人金正恩星期二在平壤悼念在库尔斯克阵亡的士兵。" * 3).encode(), "skipped: language 'zh'"),
        ("a.html", b"<html><body></body></html>", "no article found"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF cannot be read"),
        ("a.pdf", pdf(), "no text in this PDF"),
        ("a.jsonl", b'{"id": 1}\n', "no document in this file"),
    ],
)
def test_a_bad_file_is_one_problem_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(TEXT)
    reading = read(tmp_path / name)
    assert len(reading) == 0
    assert reading.problems[-1].named and message in reading.problems[-1].message
    assert str(reading.problems[-1]).startswith(f"{tmp_path / name}: ")
    assert "\n" not in str(reading.problems[-1])
    inside = read(tmp_path)
    assert [document.id for document in inside] == ["good"]
    assert not any(problem.named for problem in inside.problems) and inside.problems


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (problem,) = read(tmp_path / "a.txt").problems
    assert problem.message == "too large: 20.0 MB, at most 20 MB"


@pytest.mark.parametrize(
    "path, message", [("no.txt", "no such file or folder"), ("*.nix", "no file matches"), ("a\x00b", "no such file")]
)
def test_a_path_that_leads_nowhere(path: str, message: str) -> None:
    (problem,) = read(path).problems
    assert problem.named and message in problem.message


# ---------------------------------------------------------------- folders, names, manifests


def test_folders_patterns_and_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b c.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "picture.jpeg").write_bytes(b"\xff\xd8\xff")
    reading = read(tmp_path, tmp_path / "a.txt", f"{tmp_path}/**/*.txt")
    assert [document.id for document in reading] == ["a", "b_c"]
    assert [problem.message[:30] for problem in reading.problems] == ["skipped: unknown kind '.jpeg',"]
    assert len({document.sha256 for document in reading}) == 1


def test_an_empty_folder_and_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    assert [p.message[:30] for p in read(tmp_path / "empty").problems] == ["no article in this folder: exp"]
    assert [p.message for p in read(tmp_path).problems] == ["not a regular file"]


def test_two_files_of_one_name(tmp_path: Path) -> None:
    for folder, text in {"one": TEXT, "two": TEXT + TEXT.replace("Kim", "He"), "three": TEXT}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ("A.txt" if folder == "two" else "a.txt")).write_text(text)
    reading = read(tmp_path)
    same, again, other = sorted((d for d in reading), key=lambda d: (d.id.casefold()[2:] != "", d.text, d.id))
    assert (same.id, again.id) == (f"a-{same.sha256[:8]}", f"a-{same.sha256[:8]}-2")
    assert other.id == f"A-{other.sha256[:8]}"
    assert reading == read(*(tmp_path / folder for folder in ("two", "three", "one")))


@pytest.mark.parametrize(
    "name, clean",
    [
        ("a b/c", "a_b_c"),
        ("../x", "x"),
        ("…", "document"),
        ("новости", "новости"),
        ("a<b>\n\u202e", "a_b"),
        ("x" * 300, "x" * 80),
        ("\udcff", "document"),
    ],
)
def test_names_are_safe(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_the_manifest_of_the_seeds() -> None:
    first, second = read(SEEDS)
    assert (first.published, first.publisher) == (date(2025, 7, 2), "MENAFN")
    assert second.url is not None and second.url.endswith("-a89626")
    assert (second.published, second.title) == (
        date(2025, 7, 1),
        "Kim Jong Un Honors North Korean Soldiers Killed Fighting for Russia",
    )
    assert read(SEEDS / "manifest.toml") == read(SEEDS) == read(str(SEEDS / "*.txt"))


@pytest.mark.parametrize(
    "manifest, problem",
    [
        ('[[document]]\nfile = "a.txt"\npublished = 2025-07-01', None),
        ('[[document]]\nfile = "b.txt"', "document 1: file 'b.txt' does not exist"),
        ('[[document]]\nfile = "../../etc/passwd"', "document 1: file '../../etc/passwd' lies outside the folder"),
        ('[[document]]\ntitle = "x"', "document 1: expected 'file'"),
        ('[[document]]\nfile = "a.txt"\npublished = "soon"', "document 1: published: expected a date"),
        ('[[document]]\nfile = "a.txt"\nurl = "javascript:1"', "document 1: url: expected an http address"),
        ('[[document]]\nfile = "a.txt"\ndate = 2025-07-01', "document 1: unknown key 'date'"),
        ('[[document]]\nfile = "a.txt"\n[[document]]\nfile = "a.txt"', "document 2: file 'a.txt' is named twice"),
        ("[[document]", "cannot be read as TOML"),
        ("document = 1", "expected tables [[document]]"),
    ],
)
def test_manifests(tmp_path: Path, manifest: str, problem: str | None) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "manifest.toml").write_text(manifest)
    reading = read(tmp_path)
    assert [document.id for document in reading] == ["a"]
    if problem is None:
        assert (reading.problems, reading.documents[0].published) == ((), date(2025, 7, 1))
    else:
        assert [p.message.startswith(problem) for p in reading.problems] == [True]
        assert reading.problems[0].path.endswith("manifest.toml")


# ---------------------------------------------------------------- HTML, PDF, JSON lines, standard input


@pytest.mark.parametrize(
    "meta, published",
    [
        ('<meta property="article:published_time" content="2025-07-01T10:00:00Z">', date(2025, 7, 1)),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-07-01"}</script>',
         date(2025, 7, 1)),
        # The body speaks of 2019 and the footer of 2018: neither is the day of publication.
        ("", None),
    ],
)  # fmt: skip
def test_html(tmp_path: Path, meta: str, published: date | None) -> None:
    document = read_bytes(tmp_path, PAGE.format(meta=meta).encode(), "page.html")
    assert (document.title, document.publisher, document.url) == (
        "Kim mourns",
        "The Paper",
        "https://paper.example/kim",
    )
    assert document.published == published
    assert [passage.text[:12] for passage in find_passages(document)] == ["Kim mourns", "North Korean", "The ceremony"]


def test_a_page_under_another_name_is_known_by_its_beginning(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, PAGE.format(meta="").encode(), "page.txt").title == "Kim mourns"
    assert "Kim" in read_bytes(tmp_path, pdf("Kim spoke in Pyongyang."), "page").text


def test_pdf(tmp_path: Path) -> None:
    lines = ("North Korean state media on Tuesday released images of the", "leader mourning over coffins of soldiers.")
    document = read_bytes(tmp_path, pdf(*lines), "a.pdf")
    assert [passage.text for passage in find_passages(document)] == [" ".join(lines)]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": "x/1", "text": TEXT, "published": "2025-07-01", "title": " A\ttitle ", "url": "https://a.example/b"},
        {"text": TEXT, "date": "1 July 2025", "publisher": "The Paper", "url": "data:,x"},
        {"text": "July 2, 2025\n\n" + TEXT + "\ud800"},
    ]
    lines = [*(json.dumps(row) for row in rows), "", "{", '{"text": 5}', "[" * 9_999]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    reading = read(tmp_path / "a.jsonl")
    second, third, first = reading
    assert (first.id, first.title, first.url) == ("x_1", "A title", "https://a.example/b")
    assert (second.id, second.publisher, second.url) == ("a-2", "The Paper", None)
    assert [d.published for d in (first, second, third)] == [date(2025, 7, 1), date(2025, 7, 1), date(2025, 7, 2)]
    assert third.text.endswith("\ufffd")
    assert [(p.message, p.named) for p in reading.problems] == [
        ("line 5: not JSON", False),
        ('line 6: expected an object with "text"', False),
        ("line 7: not JSON", False),
    ]


def test_many_wrong_lines_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n" * 40 + json.dumps({"text": TEXT, "published": "soon"}))
    problems = read(tmp_path / "a.jsonl").problems
    assert len(problems) == MOST_LINE_PROBLEMS + 2
    assert "36 more lines cannot be read" in {problem.message for problem in problems}


@pytest.mark.parametrize(
    "content, ids",
    [
        (TEXT.encode(), ["stdin"]),
        (json.dumps({"text": TEXT, "id": "one"}).encode() + b'\n{"text": "Kim."}', ["one", "stdin-2"]),
        (PAGE.format(meta="").encode(), ["stdin"]),
        (b"", []),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    reading = read("-")
    assert [document.id for document in reading] == ids
    assert [str(problem) for problem in reading.problems] == ([] if ids else ["-: empty input"])


# ---------------------------------------------------------------- dates, text at hand, copies


@pytest.mark.parametrize(
    "line, given, published",
    [
        ("July 1, 2025\n\n", None, date(2025, 7, 1)),
        ("July 1, 2025\n\n", date(2024, 1, 2), date(2024, 1, 2)),
        ("", date(2024, 1, 2), date(2024, 1, 2)),
        ("", None, None),
    ],
)
def test_what_gives_the_day(tmp_path: Path, line: str, given: date | None, published: date | None) -> None:
    (tmp_path / "a.txt").write_text(line + TEXT)
    (document,) = read(tmp_path / "a.txt", published=given)
    assert document.published == published == read_text(line + TEXT, published=given).published


def test_text_at_hand() -> None:
    document = read_text(TEXT, id="a b", title="T")
    assert (document.id, document.text, document.title, len(document.sha256)) == ("a_b", TEXT, "T", 64)
    with pytest.raises(InputError, match="x: empty text"):
        read_text(" \n", id="x")


def test_copies() -> None:
    first, second = read(SEEDS)
    lines = first.text.split("\n")
    text = "\n".join(["Another headline", *lines[1:8], "One more line."])
    copy = read_text(text, id="copy", published=date(2025, 7, 3))
    assert find_duplicates([copy, second, first]) == {"copy": first.id}
    assert find_duplicates([first, second]) == {}
    assert find_duplicates([read_text("Yes.", id="a"), read_text("No.", id="b")]) == {}
