"""What would say another thing than its clause, only repeat a label, or count what nobody counted, is not told."""

from __future__ import annotations

import pytest

from tests.unit.statements.drafted import Row, drafts, missing

DENIALS: list[Row] = [
    ("Her client had not lived lavishly.", ["! client | kgr:live | ?"]),
    ("The army has not fully withdrawn.", ["! army | kgr:withdraw | ?"]),
    ("He had seen no evidence to support it.", ["! He | kgr:see | evidence"]),
    ("There was no indication that the fire was deliberate.", ["! indication | kgr:be | ?", "! indication | ? | -"]),
    ("The minister said there was no question of reversing the increases.", ["! question | ? | -"]),
    ("The ministry gave no indication of when the king would respond.", ["! ministry | ? | indication"]),
    ("We never saw a group of men empty the shop, said Tom Burke.", ["! ? | kgr:see | group of men"]),
    # what is denied as it is told
    ("The mayor does not have a car.", ["mayor | kgr:have | car | not"]),
    ("The king has not yet signed the law.", ["king | kgo:signed | law | not"]),
    ("The bank reportedly did not pay the fee.", ["bank | ? | fee | not"]),
    ("The firm has never actually paid the fee.", ["firm | ? | fee | not"]),
    ("The engine was not powerful enough.", ["engine | kgr:be | powerful enough | not"]),
    ("He had lived lavishly.", ["* He | kgr:live | -"]),
    ("He had seen evidence to support it.", ["* He | kgr:see | evidence"]),
    ("The king did not respond quickly.", ["king | kgr:respond | quickly | not"]),
]

COMPLEMENTS: list[Row] = [
    ("The company said it would contact every person affected.", ["! company | kgr:contact | every person"]),
    ("Anybody who comes is fed.", ["! Anybody | kgr:come | -"]),
    ("Their demands amounted to emptying the town.", ["! demands | kgr:amount | -"]),
    ("The offer would be hard to refuse.", ["! offer | kgr:be | hard"]),
    ("The plan is one of the few issues capable of uniting the party.", ["! ? | ? | one of the few issues capable"]),
    ("The deal paved the way for a merger.", ["! deal | ? | way"]),
    ("Even Sinner could not say he deserved to.", ["! ? | kgr:deserve | ?"]),
    ("Several members voted against.", ["! ? | kgr:vote | -"]),
    ("The Swiss account differed slightly.", ["! account | kgr:differ | -"]),
    ("He told reporters on Friday.", ["! He | kgr:tell | reporters"]),
    ("She told the inquest on Friday.", ["! She | kgr:tell | inquest"]),
    ("She won only her second title since giving birth.", ["! ? | ? | second title"]),
    # complete
    ("The company contacted every employee.", ["* company | kgr:contact | every employee"]),
    ("The offer was hard.", ["* offer | kgr:be | hard"]),
    ("The bridge is critical to supply the town.", ["* bridge | kgr:be | critical"]),
    ("The fee amounted to 5 million euros.", ["* fee | kgr:amount_to | 5 million euros"]),
    ("The crew cleared the road.", ["* crew | ? | road"]),
    ("Stores sold land in the face of falling sales.", ["! Stores | ? | land | in=face of falling sales"]),
    ("She told a lie.", ["* She | kgr:tell | lie"]),
    ("She won her second title.", ["* She | ? | second title"]),
    ("The iPod introduced an album capable of anything.", ["* iPod | kgr:introduce | ?"]),
]  # fmt: skip

REPEATED: list[Row] = [
    ("The site in the city was sold.", ["! ? | kgo:locatedIn | ?"]),
    ("Camps around the capital were flooded.", ["! ? | kgr:be_around | ?"]),
    ("The couple's home was sold.", ["! ? | kgo:belongsTo | couple"]),
    ("Members of the legal team resigned.", ["! ? | kgo:memberOf | ?"]),
    ("The leader of the rebels resigned.", ["! ? | kgo:leaderOf | ?"]),
    # told of what has a name, of what is called otherwise, or of many who may be asked for
    ("The site in Leeds was sold.", ["* site | kgo:locatedIn | Leeds"]),
    ("Camps around Dhaka were flooded.", ["* Camps | kgr:be_around | Dhaka"]),
    ("The war in Mali raised prices.", ["* war | kgo:location | Mali"]),
    ("Anna Berg, the leader of the Liberals, resigned.", ["* Anna Berg | kgo:leaderOf | Liberals"]),
    ("Anna Berg is a member of the council.", ["* Anna Berg | kgo:memberOf | council"]),
    ("Troops in Mali mourned the general.", ["* Troops | kgo:presentIn | Mali"]),
    ("Iran's missiles hit a bridge.", ["* missiles | kgo:belongsTo | Iran"]),
    ("In Peru, police conducted a raid.", ["* raid | kgo:occurredIn | Peru"]),
]

COUNTS: list[Row] = [
    ("Seven other soldiers were found.", ["! ? | kgo:count | ?"]),
    ("Eleven members of the planning committee backed the scheme.", ["! ? | kgo:count | ?"]),
    ("The club's two other members left.", ["! ? | kgo:count | ?"]),
    ("The bank cut its rate by 2.25 percentage points.", ["! ? | kgo:count | ?"]),
    # all that there are
    ("Police detained 31 people.", ["* people | kgo:count | 31", "* Police | ? | people | quantity=31 people"]),
    ("He is survived by his five grandchildren.", ["* ? | kgo:count | 5"]),
    ("The army's two tanks broke down.", ["* army's tanks | kgo:count | 2"]),
    ("Anna Berg sold her two boats.", ["* ? | kgo:count | 2"]),
    ("The two captured soldiers were released.", ["* captured soldiers | kgo:count | 2"]),
]

HAPPENINGS: list[Row] = [
    ("The minister has made no comment.", ["! ? | kgr:take_place | ?", "minister | kgr:make | comment | not"]),
    ("The king denied fraud.", ["! fraud | kgr:take_place | ?"]),
    ("The union did not hold a rally.", ["! rally | kgr:take_place | ?"]),
    ("The bank resisted calls for cheaper credit.", ["! calls | kgr:take_place | ?"]),
    ("Shares hit a 10-year low of 4 euros.", ["! ? | kgr:last | ?"]),
    ("A one-week repo rate of 8 percent is used.", ["! ? | kgr:last | ?"]),
    ("The return of all refugees within two years is planned.", ["! return | kgr:last | ?"]),
    ("Talks could last weeks.", ["! Talks | kgr:last | ?"]),
    # what lasts, is put off or to come
    ("The nine-day trial ended in May.", ["* trial | kgr:last | -"]),
    ("The jet's 41-year history ended.", ["* history | kgr:last | -"]),
    ("The cancelled meeting cost the bank money.", ["meeting | kgr:take_place | - | not"]),
    ("The upcoming election worries the bank.", ["election | kgr:take_place | -"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*DENIALS, *COMPLEMENTS, *REPEATED, *COUNTS, *HAPPENINGS])
def test_is_told_whole_or_not(text: str, wanted: list[str]) -> None:
    assert missing(text, wanted) == [], "\n".join(str(d.statement) for d in drafts(text))
