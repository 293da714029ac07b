"""What counts as the same statement, and what counts as an error, each by one case."""

from dataclasses import replace
from datetime import date

import pytest

from kg.errors import InputError, JudgementError
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Evidence,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Time,
    Value,
)
from kg.scoring import Fault, describe, judgement_rows, load_gold, score
from kg.scoring.facets import is_quantity, is_time
from kg.scoring.gold import GoldQuantity, GoldTime, load_judgements
from kg.scoring.wording import is_same_phrase, is_same_relation

TEXT = (
    "North Korea sent thousands of troops to Kursk.\nSeoul said it sees no signs of\n deployments. Analysts doubt it."
)
ENTITIES = """
[[entity]]
label = "North Korea"
type = "Country"
names = ["the North"]
metonyms = ["Pyongyang"]
[[entity]]
label = "Pyongyang"
type = "City"
[[entity]]
label = "South Korea"
type = "Country"
metonyms = ["Seoul"]
[[entity]]
label = "Kursk region"
type = "Region"
names = ["Kursk"]
"""
STATEMENTS = """
[times]
june = { text = "June", edtf = "2025-06", earliest = 2025-06-01, latest = 2025-06-30 }
[[passage]]
document = "d"
quote = "North Korea sent thousands of troops to Kursk."
says = [
  { subject = "North Korea", relation = "send | kgo:deployedTroopsTo", object = "troops", \
args = { to = "Kursk region" }, time = "june", core = true, \
quantity = { text = "thousands", value = "1000 | 2000", comparator = ">=", unit = "troops" } },
  { subject = "troops", relation = "be in", object = "Kursk region", optional = true },
]
[[passage]]
document = "d"
quote = "Seoul said it sees no signs of deployments."
says = [
  { subject = "South Korea", relation = "see", object = "signs", polarity = "negative", \
tense = "present", holders = ["South Korea"] },
]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "statements.toml").write_text(STATEMENTS, encoding="utf-8")
    (tmp_path / "entities.toml").write_text(ENTITIES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def gold(folder):
    return load_gold(folder, {"d": Document("d", TEXT)})


def node(label, type="Thing"):
    return Node(f"kge:{label.lower().replace(' ', '_')}", label, type)


def evidence(quote, *, document="d", asserted=True, lemma="send", **mentions):
    start = TEXT.index(quote)
    slots = SlotMentions(**mentions)
    return Evidence(document, start, start + len(quote), quote, quote, lemma, asserted, 0.9, slots)


SENT = Statement(
    node("North Korea", "Country"),
    Relation("kgr:send", "send"),
    node("thousands of troops"),
    arguments=(Argument("to", node("Kursk region", "Region")),),
    evidence=(evidence("North Korea sent thousands of troops to Kursk."),),
)
SEES = Statement(
    node("South Korea", "Country"),
    Relation("kgr:see", "see"),
    node("signs of deployments"),
    polarity=Polarity.NEGATIVE,
    tense=Tense.PRESENT,
    holders=(node("South Korea", "Country"),),
    evidence=(evidence("it sees no signs of\n deployments", asserted=False, lemma="see"),),
)


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    "wanted, found, same",
    [
        ("soldiers", "North Korean soldiers", True),
        ("North Korean soldiers", "the soldier", True),
        ("troops", "thousands of troops", True),
        ("troops", "6,000 troops", True),
        ("key allies", "one of Russia’s key allies", True),
        ("images", "images of soldiers", True),
        ("images of coffins", "images of soldiers", False),
        ("Russian forces", "Ukrainian forces", False),
        ("South Korea", "South Korea's Defense Ministry", False),
        ("remains", "soldiers", False),
        ("Kim Jong Un", "Kim Jong-un", True),
    ],
)
def test_phrase(wanted, found, same):
    assert is_same_phrase(wanted, found) is same


@pytest.mark.parametrize(
    "wanted, found, same",
    [
        ("send", "send to", True),
        ("deploy", "deployed troops to", True),
        ("co-host", "co-host", True),
        ("fight alongside", "fight_for", True),
        ("take place in", "place on", True),
        ("be", "is", True),
        ("of", "of", True),
        ("be", "send", False),
        ("send", "sign", False),
        ("have", "be", False),
    ],
)
def test_relation(wanted, found, same):
    assert is_same_relation(wanted, found) is same


# ------------------------------------------------------------------ slots


@pytest.mark.parametrize(
    "told, recall",
    [
        (SENT, 0.5),
        (replace(SENT, relation=Relation("kgo:deployedTroopsTo", "deployed troops to"), object=node("Kursk")), 0.5),
        (replace(SENT, subject=node("Pyongyang", "City")), 0.0),
        (replace(SENT, subject=node("the North", "Country")), 0.5),
        (replace(SENT, subject=node("South Korea", "Country")), 0.0),
        (replace(SENT, subject=node("he", "Person")), 0.0),
        (replace(SENT, object=node("Kursk region"), arguments=()), 0.5),
        (replace(SENT, object=None), 0.0),
        (replace(SENT, object=None, arguments=(Argument("theme", node("troops")),)), 0.5),
        (replace(SENT, object=Value("troops")), 0.5),
        (replace(SENT, object=Value("flowers"), arguments=()), 0.0),
        (replace(SENT, object=StatementRef("00", "troops"), arguments=()), 0.0),
        (replace(SENT, object=node("flowers"), arguments=()), 0.0),
        (replace(SENT, evidence=(evidence("Analysts doubt it."),)), 0.0),
        (replace(SENT, evidence=(replace(SENT.evidence[0], document="other"),)), 0.0),
    ],
)
def test_slots(told, recall, gold):
    assert score([told], gold).recall == recall


@pytest.mark.parametrize("relation, recall", [("send by", 0.5), ("send", 0.0)])
def test_passive_with_its_agent_counts_the_other_way_round(relation, recall, gold):
    passive = Relation("kgr:x", relation)
    told = replace(SENT, subject=SENT.object, object=SENT.subject, relation=passive, arguments=())
    assert score([told], gold).recall == recall


def test_head_of_a_long_label_is_read_from_its_mention(gold):
    start = TEXT.index("troops")
    anchor = Anchor("d", start, start + 6, start, start + 6, "troops")
    told = replace(SENT, object=node("troops"), evidence=(evidence("sent thousands of troops", object=anchor),))
    wrong = replace(told, object=node("troops trucks"))
    assert (score([told], gold).recall, score([wrong], gold).precision) == (0.5, 0.0)


def test_gold_is_found_once_and_one_telling_finds_one(gold):
    edge = replace(SENT, relation=Relation("kgo:deployedTroopsTo", "deployed troops to"), object=node("Kursk region"))
    result = score([SENT, edge], gold)
    assert (result.recall, result.precision, len(result.found)) == (0.5, 1.0, 1)


def test_optional_counts_when_told_and_is_not_missed(gold):
    optional = replace(SENT, subject=node("troops"), relation=Relation("kgr:be_in", "be in"), object=node("Kursk"))
    assert score([optional], gold).precision == 1.0
    assert {wanted.subject for wanted in score([], gold).missed} == {("North Korea",), ("South Korea",)}


# ------------------------------------------------------------------ facets


@pytest.mark.parametrize(
    "change, fault",
    [
        ({"polarity": Polarity.NEGATIVE}, Fault.POLARITY),
        ({"certainty": Certainty.PROBABLE}, Fault.CERTAINTY),
        ({"tense": Tense.FUTURE}, Fault.TENSE),
        ({"mood": Mood.DEONTIC}, Fault.MOOD),
        ({"holders": (node("Seoul"),)}, Fault.HOLDERS),
        ({"evidence": (replace(SENT.evidence[0], asserted=False),)}, Fault.ASSERTED),
        ({"time": Time("2025-07", "2025-07", "DATE", date(2025, 7, 1), date(2025, 7, 31))}, Fault.TIME),
        ({"quantity": Quantity(6000, "=", "troops")}, Fault.QUANTITY),
    ],
)
def test_wrong_facet_is_no_precision_but_recall(change, fault, gold):
    result = score([replace(SENT, **change), SEES], gold)
    assert [mark.faults for mark in result.wrong] == [(fault,)]
    assert (result.recall, result.strict_recall, result.precision) == (1.0, 0.5, 0.5)
    assert len(result.errors(fault)) == 1
    assert fault.value in describe(result)


@pytest.mark.parametrize("holder, errors", [("Seoul", 0), ("South Korea", 0), ("North Korea", 1)])
def test_holder_is_compared_as_an_entity(holder, errors, gold):
    assert len(score([replace(SEES, holders=(node(holder),))], gold).holder_errors) == errors


def test_missing_denial_is_a_polarity_error(gold):
    assert len(score([replace(SEES, polarity=Polarity.POSITIVE)], gold).polarity_errors) == 1


JUNE = GoldTime("June", ("2025-06",), date(2025, 6, 1), date(2025, 6, 30))
VAGUE = GoldTime("months ago", (), date(2024, 7, 1), date(2025, 5, 31))


@pytest.mark.parametrize(
    "time, wanted, right",
    [
        (Time("2025-06", None, "DATE"), JUNE, True),
        (Time("2025-06-01/2025-06-30", None, "DATE", date(2025, 6, 1), date(2025, 6, 30)), JUNE, True),
        (Time("2025", None, "DATE", date(2025, 1, 1), date(2025, 12, 31)), JUNE, False),
        (Time("2025-03", None, "DATE", date(2025, 3, 1), date(2025, 3, 31)), VAGUE, True),
        (Time("2025-07", None, "DATE", date(2025, 7, 1), date(2025, 7, 31)), VAGUE, False),
        (Time(None, "P3M", "DURATION"), VAGUE, True),
        (Time(None, "PAST_REF", "DATE"), None, True),
        (Time("2025-07-02", None, "DATE"), None, False),
        (Time("2022-02-24", None, "DATE", date(2022, 2, 24), date(2022, 2, 24)), GoldTime("since then"), False),
    ],
)
def test_time(time, wanted, right):
    assert is_time(time, wanted) is right


@pytest.mark.parametrize(
    "quantity, right",
    [(Quantity(600, "~"), True), (Quantity(600, "="), False), (Quantity(601, "~"), False), (Quantity(None), True)],
)
def test_quantity(quantity, right):
    assert is_quantity(quantity, GoldQuantity("around 600", (600.0,), ("~",))) is right


# ------------------------------------------------------------------ judgements


DOUBT = evidence("Analysts doubt it.", lemma="like")
UNLISTED = replace(SENT, relation=Relation("kgr:like", "like"), evidence=(DOUBT,))


@pytest.mark.parametrize("verdict, precision", [("right", 1.0), ("wrong", 0.0)])
def test_judgement_decides_what_gold_does_not_list(verdict, precision, folder):
    documents = {"d": Document("d", TEXT)}
    before = score([UNLISTED], load_gold(folder, documents))
    assert (before.precision, len(before.unjudged)) == (0.0, 1)
    (row,) = judgement_rows(before)
    assert row.rstrip() in describe(before)
    line = row[: -len("\t\t")] + f"\t{verdict}\tbecause\n"
    (folder / "judgements.tsv").write_text("document\tand\tso\ton\n" + line, encoding="utf-8")
    after = score([UNLISTED], load_gold(folder, documents))
    assert (after.precision, after.unjudged) == (precision, ())


def test_judged_wrong_finds_nothing(folder):
    documents = {"d": Document("d", TEXT)}
    key = "\t".join(score([SENT], load_gold(folder, documents)).marks[0].telling.key)
    (folder / "judgements.tsv").write_text(f"columns\n{key}\twrong\tbecause\n", encoding="utf-8")
    result = score([SENT], load_gold(folder, documents))
    assert (result.recall, result.precision) == (0.0, 0.0)


@pytest.mark.parametrize(
    "lines, message",
    [
        ("d\tq\ts\tr\to\tpositive\tcertain\t\tmaybe\twhy", "judgements.tsv:2: verdict 'maybe'"),
        ("d\tq\ts\tr\to\tpositive\tcertain\t\tright\t ", "judgements.tsv:2: verdict 'right', reason ' '"),
        ("d\tq", "judgements.tsv:2: 2 columns, expected 10"),
        (
            "d\tq\ts\tr\to\tpositive\tcertain\t\tright\ta\nd\tq\ts\tr\to\tpositive\tcertain\t\twrong\tb",
            "judgements.tsv:3: contradicts",
        ),
    ],
)
def test_bad_judgement_names_its_line(lines, message, tmp_path):
    file = tmp_path / "judgements.tsv"
    file.write_text("columns\n" + lines + "\n", encoding="utf-8")
    with pytest.raises(JudgementError, match=message):
        load_judgements(file)


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("sees no signs", "sees many signs", "is not in d"),
        ('document = "d"', 'document = "e"', "no document 'e'"),
        ('time = "june"', 'time = "july"', "no time 'july'"),
        ("core = true", "code = true", r"unknown \['code'\]"),
        ('quote = "Seoul', 'qoute = "Seoul', "missing or unknown"),
        ("[times]", "[times", "cannot be read"),
    ],
)
def test_bad_gold_is_one_line(old, new, message, folder):
    (folder / "statements.toml").write_text(STATEMENTS.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=message) as raised:
        load_gold(folder, {"d": Document("d", TEXT)})
    assert "\n" not in str(raised.value)


def test_quote_is_found_across_a_line_end(gold):
    wanted = gold.statements[-1]
    assert TEXT[wanted.start : wanted.end] == "Seoul said it sees no signs of\n deployments."


def test_inferred_stands_where_its_premises_do(gold):
    elsewhere = evidence("Analysts doubt it.")
    inferred = replace(SENT, inferred_by="kgo:rule-x", evidence=(SENT.evidence[0], elsewhere))
    assert score([inferred], gold).precision == 1.0
    assert score([replace(inferred, inferred_by=None)], gold).precision == 0.5


def test_order_of_statements_does_not_matter(gold):
    assert describe(score([SENT, SEES, UNLISTED], gold)) == describe(score([UNLISTED, SEES, SENT], gold))
