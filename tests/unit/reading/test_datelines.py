"""The head of an article -> the day it was published."""

from datetime import date

import pytest

from kg.reading.datelines import agency_prefix, find_published, is_date_line, read_date

DAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    "head, day",
    [
        ("MOSCOW, July 1, 2025 (Reuters) - Russia said", DAY),
        ("SEOUL, July 1, 2025 /PRNewswire/ -- A company said", DAY),
        ("July 1, 2025", DAY),
        ("1 July 2025", DAY),
        ("2025-07-01", DAY),
        ("2025-07-01T09:30:00Z", DAY),
        ("Tuesday, 1st July 2025", DAY),
        ("Jul. 1, 2025", DAY),
        ("Published: July 1, 2025, 10:03 a.m. GMT", DAY),
        ("By Josh Smith | July 1, 2025 5:11 PM", DAY),
        ("Updated July 2, 2025\nPublished July 1, 2025", DAY),
        ("Northrop defeats Boeing\n\nMarch 01, 2008\n\nNorthrop said", date(2008, 3, 1)),
        ("February 22, 2019 / 8:17 PM / Updated 2 hours ago", date(2019, 2, 22)),
        # A day without its year, a day the article speaks of, a day that is none, a day too far down.
        ("MOSCOW, July 1 (Reuters) - Russia said", None),
        ("Tuesday", None),
        ("The pact of July 1, 2025 was signed.", None),
        ("Events of July 1, 2025", None),
        ("February 30, 2025", None),
        ("01/07/2025", None),
        ("a\nb\nc\nd\ne\nJuly 1, 2025", None),
        ("© 2025", None),
        ("", None),
    ],
)
def test_published(head: str, day: date | None) -> None:
    assert find_published([line for line in head.split("\n") if line]) == day


@pytest.mark.parametrize(
    "text, length",
    [
        ("(MENAFN) North Korean leader", 9),
        ("MOSCOW, July 1, 2025 (Reuters) - Russia", 33),
        ("BERLIN — The minister", 9),
        ("WASHINGTON (CNN) -- He", 20),
        ("NATO–Russia relations", 0),
        ("(by force) they left", 0),
        ("Kim — who wept — left", 0),
        ("", 0),
    ],
)
def test_agency_prefix(text: str, length: int) -> None:
    assert agency_prefix(text) == length


@pytest.mark.parametrize(
    "text, is_line",
    [("Updated 3 hours ago", True), ("July 1", True), ("Tuesday", False), ("May", False), ("|" * 150 + "x", False)],
)
def test_date_line(text: str, is_line: bool) -> None:
    assert is_date_line(text) is is_line


@pytest.mark.parametrize("text, day", [("of 3 May 2019 and 4 May 2019", date(2019, 5, 3)), ("in May 2019", None)])
def test_read_date(text: str, day: date | None) -> None:
    assert read_date(text) == day
