"""Who does what a clause without a subject of its own says, and what hangs on which word."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

WHO: list[Row] = [
    ("The mayor wrote on Facebook, calling them heroes.", ["* mayor | kgr:call | ?", "! Facebook | ? | ?"]),
    ("The aide spoke on air, calling the strikers heroes.", ["* aide | kgr:call | strikers", "! air | ? | ?"]),
    ("Critics say the law hurts farmers, calling it unfair.", ["! farmers | kgr:call | ?"]),
    ("Before leaving Paris to visit his mother, Smith sold the house.", ["! Paris | ? | ?"]),
    ("The bank hired two firms to review its books.", ["two firms | kgr:review | bank's books"]),
    ("The fleet began a patrol to guard the coast.", ["! patrol | ? | coast", "fleet | ? | coast"]),
    ("The town needs a bridge to carry cars.", ["! town | ? | cars"]),
    ("They were denied visas to enter Norway.", ["! visas | ? | ?"]),
    ("There was talk of leaving the union.", ["! talk | ? | ?"]),
    ("The team became the first club to win the cup.", ["! team | kgr:become | team won cup"]),
    ("The mayor unveiled a statue, designed by local artists.", ["! ? | ? | mayor", "* local artists | ? | statue"]),
    ("The minister arrived in a car, accompanied by his wife.", ["* minister's wife | ? | minister"]),
    ("The parcel was returned by mail.", ["! mail | ? | ?"]),
    ("The town was captured by rebels.", ["* rebels | kgo:captured | town"]),
    ("She said during the hearing that the bank was insolvent.", ["! hearing | ? | ?"]),
]

WHAT_FOR: list[Row] = [
    ("The firm cut jobs in order to save money.", ["firm | kgr:save | money", "! ? | ? | ? | in=order"]),
    ("Hundreds crowded onto the square to see the whale.", ["Hundreds | kgr:see | whale"]),
    ("She used to live in Rome.", ["* She | kgo:livesIn | Rome", "! ? | kgr:use | ?"]),
    ("She went on to win the race.", ["* She | kgo:won | race"]),
    ("The union urges workers to block the road.", ["workers | kgo:blocked | road", "! union | kgo:blocked | ?"]),
]

WORDS: list[Row] = [
    ("She chose the hashtag #NeverAgain and posted to Twitter.", ["* She | ? | Twitter", "! hashtag | ? | ?"]),
    ("The rules make the process faster.", ["* rules | kgr:make | process", "! process | ? | ?"]),
    ("They discussed policies regarding imports.", ["! policies | ? | ?"]),
    ("The office is in Lexington, not Ontario.", ["! ? | ? | Ontario"]),
    ("He lives in Cork, Ireland.", ["* Cork | kgo:locatedIn | Ireland"]),
]

SAID: list[Row] = [
    ("The pilot was accused of stealing fuel.", ["* pilot | kgr:be_accused_of | ?"]),
    ("She was used to driving trucks.", ["! ? | kgr:be_used_to | ?"]),
    ("Sales doubled if compared to last year.", ["! ? | kgr:be_compared_to | ?"]),
    ("It arrives in May, three days later than originally planned.", ["! ? | kgr:be_planned | ?"]),
    ("When asked, the minister resigned.", ["! ? | kgr:be_asked | ?"]),
    ("The ban came after the bank received threats.", ["! ban | kgr:come | ?", "* bank | ? | threats"]),
    ("The storm came.", ["* storm | kgr:come | -"]),
    ("He began by thanking the voters.", ["! ? | kgr:begin | ?"]),
    ("The festival began on Friday.", ["* festival | kgr:begin | -"]),
    ("It was a war nobody could win.", ["! ? | kgr:win | ?"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*WHO, *WHAT_FOR, *WORDS, *SAID])
def test_is_said_of_whom_it_is_meant(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))


def test_a_name_keeps_its_stop_beside_a_moved_phrase() -> None:
    text = "They found demand by 2030 exceeded supply. Prices in the U.S. and elsewhere depend on fuel."
    assert any("U.S." in str(d.statement.subject) for d in drafts(text) if d.statement.relation.id == "kgr:depend_on")
