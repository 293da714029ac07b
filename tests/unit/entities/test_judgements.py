import pytest

from kg.entities.judgements import Judgement, mention_place, read_judgements, write_judgements
from kg.errors import JudgementError


def written(tmp_path, text, name="judgements.tsv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_comments_and_blank_lines_are_read(tmp_path):
    path = written(tmp_path, "# who is who\n\nsame\tkge:kim\tKim Jong Un\ndifferent\ta:1-2\tb:3-4\n")
    assert read_judgements(path) == (
        Judgement("same", "kge:kim", "Kim Jong Un", 3),
        Judgement("different", "a:1-2", "b:3-4", 4),
    )


def test_commas_separate_in_csv(tmp_path):
    path = written(tmp_path, 'same,kge:a,"Washington, D.C."\n', "judgements.csv")
    assert read_judgements(path) == (Judgement("same", "kge:a", "Washington, D.C.", 1),)


@pytest.mark.parametrize("name", ["judgements.tsv", "judgements.csv"])
def test_what_is_written_is_read_back(tmp_path, name):
    rows = (Judgement("same", "kge:a", "Washington, D.C."), Judgement("different", "kge:b", "d:1-2"))
    write_judgements(tmp_path / name, rows, comment="two lines\nof comment")
    read = read_judgements(tmp_path / name)
    assert [(j.verdict, j.one, j.other) for j in read] == [(j.verdict, j.one, j.other) for j in rows]
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("text", "row", "told"),
    [
        ("same\ta\n", 1, "expected same or different, A, B"),
        ("# x\nequal\ta\tb\n", 2, "found 'equal'"),
        ("same\ta\tb\tc\n", 1, "expected same or different, A, B"),
        ("same\ta\tb\n\ndifferent\tb\ta\n", 3, "but judgements row 1 says same"),
        ("different\ta\ta\n", 1, "cannot differ from itself"),
    ],
)
def test_a_wrong_row_is_told_with_its_number(tmp_path, text, row, told):
    with pytest.raises(JudgementError, match=f"row {row}: .*{told}"):
        read_judgements(written(tmp_path, text))


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path):
    with pytest.raises(JudgementError, match=r"gone\.tsv: cannot be read"):
        read_judgements(tmp_path / "gone.tsv")
    (tmp_path / "bad.tsv").write_bytes(b"same\t\xff\xfe\tx\n")
    with pytest.raises(JudgementError, match=r"bad\.tsv: cannot be read"):
        read_judgements(tmp_path / "bad.tsv")


@pytest.mark.parametrize(
    ("reference", "place"),
    [("002_a:12-24", ("002_a", 12, 24)), ("kge:kim", None), ("a:b:1-2", ("a:b", 1, 2)), ("x:1-", None)],
)
def test_references_to_mentions_are_told_from_names(reference, place):
    assert mention_place(reference) == place
