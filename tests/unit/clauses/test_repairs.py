"""Attachments mended and left alone: each repair on a parse made by hand that needs it and on one that does not."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.clauses.repairs import REPAIRS, Lexicon, repair
from tests.unit.clauses.parsed import parsed

# name of the repair, parse, words of the lexicon by field, word -> head and label afterwards
Row = tuple[str, str, dict[str, str], str]

PICTURE = "Images/NNS/nsubj/4 of/IN/prep/0 Kim/NNP/pobj/1 mourning=mourn/VBG/acl/0 aired=air/VBD/ROOT/4"
PERSON = (
    "Coffins/NNS/nsubj/4 carrying=carry/VBG/prep/0 soldiers/NNS/pobj/1 killed=kill/VBN/acl/0 arrived=arrive/VBD/ROOT/4"
)
NOTEBOOK = (
    "They/PRP/nsubj/1 showed=show/VBD/ROOT/1 a/DT/det/3 notebook/NN/dobj/1 ,/,/punct/1 belonging=belong/VBG/advcl/1"
)
DATE = "An/DT/det/1 event/NN/nsubj/6 held=hold/VBN/acl/1 Sunday/NNP/npadvmod/2 which/WDT/nsubj/5 marked=mark/VBD/relcl/3 ended=end/VBD/ROOT/6"
TRAILING = "Kim/NNP/nsubjpass/2 was=be/VBD/auxpass/2 seen=see/VBN/ROOT/2 in/IN/prep/2 photos/NNS/pobj/3 ,/,/punct/4 accompanied=accompany/VBN/acl/4"
TIME = "Kim/NNP/nsubj/1 wiped=wipe/VBD/ROOT/1 tears/NNS/dobj/1 during/IN/prep/2 speeches/NNS/pobj/3"
PLANS = "It/PRP/nsubj/1 showed=show/VBD/ROOT/1 him/PRP/nsubj/3 approving=approve/VBG/ccomp/1 plans/NNS/dobj/3 and/CC/cc/1 issuing=issue/VBG/conj/1"
CONFIRMED = (
    "Seoul/NNP/nsubj/1 confirmed=confirm/VBD/ROOT/1 it/PRP/nsubj/4 had=have/VBD/aux/4 deployed=deploy/VBN/ccomp/1 troops/NNS/dobj/4 "
    "and/CC/cc/4 acknowledged=acknowledge/VBD/conj/4"
)
CITING = "Lee/NNP/nsubj/1 said=say/VBD/ROOT/1 troops/NNS/nsubj/4 could/MD/aux/4 go/VB/ccomp/1 ,/,/punct/4 citing=cite/VBG/advcl/4 sources/NNS/dobj/6"
FOOTAGE = (
    "The/DT/det/1 footage/NN/ROOT/1 ,/,/punct/1 aired=air/VBN/acl/1 by/IN/agent/3 media/NNS/pobj/4 ,/,/punct/1 "
    "depicted=depict/VBD/acl/1 Kim/NNP/dobj/7"
)
DENIAL = "The/DT/det/1 denial/NN/ROOT/1 that/WDT/dobj/4 banks/NNS/nsubj/4 raised=raise/VBD/relcl/1 rates/NNS/dobj/4"
BELIEF = (
    "They/PRP/nsubj/1 mourned=mourn/VBD/ROOT/1 soldiers/NNS/nsubj/3 believed=believe/VBD/ccomp/1 to/TO/aux/6 have/VB/aux/6 "
    "died=die/VBN/xcomp/3"
)
MUSEUM = "The/DT/det/1 museum/NN/nsubj/2 is=be/VBZ/auxpass/3 closed=close/VBN/ROOT/3"
POSSESSOR = "Russia_/NNP/nsubj/4 's/POS/case/0 then/RB/advmod/4 Shoigu/NNP/nsubj/4 spoke=speak/VBD/ROOT/4"
PRESIDENT = "The/DT/det/1 president/NN/nsubj/6 of/IN/prep/1 Brazil/NNP/pobj/2 ,/,/punct/3 Lula/NNP/appos/3 spoke=speak/VBD/ROOT/6"
BRIBES = "Police/NNS/nsubj/1 accused=accuse/VBD/ROOT/1 the/DT/det/3 mayor/NN/dobj/1 of/IN/prep/3 taking=take/VBG/pcomp/4 bribes/NNS/dobj/5"
PARTIES = "They/PRP/nsubj/1 met=meet/VBD/ROOT/1 Labour/NNP/dobj/1 ;_/:/punct/2 Greens/NNPS/appos/2"

ROWS: list[Row] = [
    ("_participle_of_picture", PICTURE, {"pictures": "Images", "animate": "Kim"}, "mourning <- Kim acl"),
    ("_participle_of_picture", PICTURE.replace("Images", "Friends"), {"animate": "Friends Kim"}, "mourning <- Friends acl"),
    ("_participle_of_person", PERSON, {"animate": "soldiers"}, "killed <- soldiers acl"),
    ("_participle_of_person", PERSON, {"animate": "soldiers", "events": "Coffins"}, "killed <- Coffins acl"),
    ("_stative_participle", NOTEBOOK, {"stative": "belong"}, "belonging <- notebook acl"),
    ("_stative_participle", NOTEBOOK, {}, "belonging <- showed advcl"),
    ("_clause_on_date", DATE, {}, "marked <- event relcl"),
    ("_clause_on_date", DATE.replace("Sunday", "Oslo"), {}, "marked <- Oslo relcl"),
    ("_trailing_participle", TRAILING, {"animate": "Kim"}, "accompanied <- seen advcl"),
    ("_trailing_participle", TRAILING, {"animate": "Kim photos"}, "accompanied <- photos acl"),
    ("_time_phrase_on_noun", TIME, {}, "during <- wiped prep"),
    ("_time_phrase_on_noun", TIME.replace("tears", "rallies"), {"events": "rallies"}, "during <- rallies prep"),
    ("_unlike_conjunct", PLANS, {}, "issuing <- approving conj"),
    ("_unlike_conjunct", PLANS.replace("issuing=issue/VBG", "issued=issue/VBD"), {}, "issued <- showed conj"),
    ("_unlike_conjunct", CONFIRMED, {}, "acknowledged <- confirmed conj"),
    ("_unlike_conjunct", CONFIRMED.replace("acknowledged=acknowledge/VBD", "trained=train/VBN"), {}, "trained <- deployed conj"),
    ("_speech_participle", CITING, {"speech": "say cite"}, "citing <- said advcl"),
    ("_speech_participle", CITING.replace("citing=cite", "carrying=carry"), {"speech": "say cite"}, "carrying <- go advcl"),
    ("_finite_main_verb", FOOTAGE, {}, "footage <- depicted nsubj"),
    ("_finite_main_verb", FOOTAGE.replace("depicted=depict/VBD", "depicting=depict/VBG"), {}, "footage <- footage ROOT"),
    ("_clause_on_noun", DENIAL, {}, "that <- raised mark"),
    ("_clause_on_noun", DENIAL.rsplit(" ", 1)[0], {}, "that <- raised dobj"),
    ("_reduced_belief", BELIEF, {"believed": "believe"}, "soldiers <- mourned dobj"),
    ("_reduced_belief", BELIEF, {}, "soldiers <- believed nsubj"),
    ("_subject_of_auxiliary", MUSEUM, {}, "museum <- closed nsubjpass"),
    ("_subject_of_auxiliary", MUSEUM.replace("/auxpass/3", "/ROOT/2").replace("/ROOT/3", "/acomp/2"), {}, "museum <- is nsubj"),
    ("_possessor_as_subject", POSSESSOR, {}, "Russia <- Shoigu poss"),
    ("_possessor_as_subject", POSSESSOR.replace("'s/POS", ",/,"), {}, "Russia <- spoke nsubj"),
    ("_apposition_of_person", PRESIDENT, {"people": "president Lula"}, "Lula <- president appos"),
    ("_apposition_of_person", PRESIDENT, {"people": "president"}, "Lula <- Brazil appos"),
    ("_apposition_of_person", PRESIDENT.replace("Brazil", "Friends"), {"people": "president Friends Lula"}, "Lula <- Friends appos"),
    ("_gerund_of_person", BRIBES, {"animate": "mayor"}, "of <- accused prep"),
    ("_gerund_of_person", BRIBES.replace("mayor", "idea"), {}, "of <- idea prep"),
    ("_item_of_list", PARTIES, {}, "Greens <- Labour conj"),
    ("_item_of_list", PARTIES.replace(";_/:", ",/,"), {}, "Greens <- Labour appos"),
    ("_item_of_list", PARTIES.replace("Greens/NNPS/appos/2", "the/DT/det/5 Greens/NNPS/appos/1"), {}, "Greens <- met appos"),
]  # fmt: skip


def lexicon(doc: Doc, words: dict[str, str]) -> Lexicon:
    """A lexicon from words: head tokens of phrases, or lemmas of verbs."""
    lemmas = ("speech", "stative", "believed")
    return Lexicon(
        **{
            field: frozenset(text.split() if field in lemmas else (t.i for t in doc if t.text in text.split()))
            for field, text in words.items()
        }
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("name, text, words, wanted", ROWS)
def test_an_attachment_is_mended_or_left_alone(name: str, text: str, words: dict[str, str], wanted: str) -> None:
    doc = parsed(text, entities={"Sunday": "DATE"})
    repair(doc, lexicon(doc, words))
    word = wanted.split()[0]
    (found,) = [f"{t.text} <- {t.head.text} {t.dep_}" for t in doc if t.text == word]
    assert found == wanted


def test_every_repair_has_rows() -> None:
    assert {name for name, *_ in ROWS} == {mend.__name__ for mend in REPAIRS}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name, text, words, wanted", ROWS)
def test_mending_keeps_a_tree_and_stays(name: str, text: str, words: dict[str, str], wanted: str) -> None:
    doc = parsed(text, entities={"Sunday": "DATE"})
    repair(doc, lexicon(doc, words))
    once = [(t.head.i, t.dep_) for t in doc]
    assert [t.i for t in doc if t.head.i == t.i] == [s.root.i for s in doc.sents]
    repair(doc, lexicon(doc, words))
    assert [(t.head.i, t.dep_) for t in doc] == once
