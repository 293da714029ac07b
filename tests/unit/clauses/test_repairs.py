"""Attachments mended and left alone: each repair on a parse made by hand that needs it and on one that does not."""

# ruff: noqa: E501  (a row is a sentence)
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.clauses.lexicon import Lexicon
from kg.clauses.repairs import REPAIRS, repair
from tests.unit.clauses.parsed import parsed

# name of the repair, parse, words of the lexicon by field, word -> head and label afterwards
Row = tuple[str, str, dict[str, str], str]

BOMBS = (
    "It/PRP/nsubj/1 destroyed=destroy/VBD/ROOT/1 a/DT/det/3 hut/NN/dobj/1 ,/,/punct/3 a/DT/det/6 bomb/NN/appos/3 ,/,/punct/3 "
    "and/CC/cc/3 a/DT/det/10 truck/NN/conj/3"
)
TRUCK = "It/PRP/nsubj/1 destroyed=destroy/VBD/ROOT/1 a/DT/det/3 hut/NN/dobj/1 and/CC/cc/1 a/DT/det/6 truck/NN/conj/1"
TOWN = "They/PRP/nsubj/1 left=leave/VBD/ROOT/1 Bergen/NNP/dobj/1 ,/,/punct/2 Norway/NNP/conj/2 yesterday/NN/npadvmod/1"
DRONES = "They/PRP/nsubj/1 used=use/VBD/ROOT/1 drones/NNS/dobj/1 against/IN/prep/2 rebels/NNS/pobj/3"
PICTURE = "Images/NNS/nsubj/4 of/IN/prep/0 Kim/NNP/pobj/1 mourning=mourn/VBG/acl/0 aired=air/VBD/ROOT/4"
PERSON = (
    "Coffins/NNS/nsubj/4 carrying=carry/VBG/prep/0 soldiers/NNS/pobj/1 killed=kill/VBN/acl/0 arrived=arrive/VBD/ROOT/4"
)
NOTEBOOK = (
    "They/PRP/nsubj/1 showed=show/VBD/ROOT/1 a/DT/det/3 notebook/NN/dobj/1 ,/,/punct/1 belonging=belong/VBG/advcl/1"
)
DATE = "An/DT/det/1 event/NN/nsubj/6 held=hold/VBN/acl/1 Sunday/NNP/npadvmod/2 which/WDT/nsubj/5 marked=mark/VBD/relcl/3 ended=end/VBD/ROOT/6"
INSERTED = (
    "Figures/NNS/nsubj/6 ,/,/punct/3 she/PRP/nsubj/3 told=tell/VBD/relcl/0 reporters/NNS/dobj/3 ,/,/punct/3 "
    "showed=show/VBD/ROOT/6 gains/NNS/dobj/6"
)
TORN = (
    "Mines/NNS/nsubj/3 ,/,/punct/3 owners/NNS/nsubj/3 told=tell/VBD/ROOT/3 reporters/NNS/dobj/3 ,/,/punct/3 "
    "closed=close/VBD/ccomp/3"
)
PARTED = (
    "Media/NNS/nsubj/1 said=say/VBD/ROOT/1 talks/NNS/nsubj/3 failed=fail/VBD/ccomp/7 ;/:/punct/7 sides/NNS/nsubj/7 "
    "would/MD/aux/7 confirm=confirm/VB/ccomp/1 it/PRP/dobj/7"
)
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
STATEMENT = "He/PRP/nsubj/1 said=say/VBD/ROOT/1 in/IN/prep/1 notes/NNS/pobj/2 that/IN/mark/6 troops/NNS/nsubj/6 left=leave/VBD/acl/3"
PARENTHESIS = (
    "Banks/NNS/nsubj/2 ,/,/punct/2 said=say/VBD/parataxis/5 Lee/NNP/nsubj/2 have/VBP/aux/5 closed=close/VBN/ROOT/5"
)
COURT = "Speaking=speak/VBG/advcl/3 Hall/NNP/npadvmod/0 ,/,/punct/1 said=say/VBD/ROOT/3 banks/NNS/nsubj/5 closed=close/VBD/ccomp/3"
GOES_ON = (
    "Lee/NNP/nsubj/1 confirmed=confirm/VBD/ROOT/1 he/PRP/nsubj/3 left=leave/VBD/ccomp/1 ,/,/punct/3 but/CC/cc/3 did/VBD/aux/7 "
    "say=say/VB/conj/3"
)
ESTIMATE = "They/PRP/nsubj/1 estimated=estimate/VBD/ROOT/1 demand/NN/nsubj/4 would/MD/aux/4 rise=rise/VB/conj/1"
SPEECH = {"speech": "say confirm estimate"}
TELLING = {"speech": "tell"}
AMONG = "Among/IN/prep/2 them/PRP/pobj/0 were=be/VBD/ROOT/2 officers/NNS/attr/2"
OUTSIDE = "Outside/IN/prep/2 it/PRP/pobj/0 stood=stand/VBD/ROOT/2 hundreds/NNS/dobj/2"
ATTACHED = "Attached=attach/VBN/ROOT/0 to/IN/prep/0 it/PRP/pobj/1 was=be/VBD/auxpass/0 a/DT/det/5 list/NN/attr/3"
LEADER = "Its/PRP$/poss/1 leader/NN/nsubj/2 dead/JJ/ccomp/6 ,/,/punct/6 the/DT/det/5 party/NN/nsubj/6 collapsed=collapse/VBD/ROOT/6"
HUTS = (
    "They/PRP/nsubj/1 burned=burn/VBD/ROOT/1 a/DT/det/3 car/NN/dobj/1 ,/,/punct/3 two/CD/nummod/6 huts=hut/NNS/appos/3 "
    "and/CC/cc/6 a/DT/det/9 barn/NN/conj/6"
)
PARTIES = "They/PRP/nsubj/1 met=meet/VBD/ROOT/1 Labour/NNP/dobj/1 ;_/:/punct/2 Greens/NNPS/appos/2"
BRACKET = (
    "The/DT/det/1 maker/NN/nsubj/9 of/IN/prep/1 boats/NNS/pobj/2 (/:/punct/1 which/WDT/nsubjpass/7 were=be/VBD/auxpass/7 "
    "sold=sell/VBN/relcl/1 )/:/punct/1 failed=fail/VBD/ROOT/9"
)
REDUCED = (
    "They/PRP/nsubj/1 display/VBP/ROOT/1 a/DT/det/3 ship/NN/dobj/1 the/DT/det/5 town/NN/nsubj/6 plans=plan/VBZ/ccomp/1 "
    "to/TO/aux/8 sell/VB/xcomp/6 to/IN/prep/8 Peru/NNP/pobj/9"
)
PRIORITY = (
    "They/PRP/nsubj/1 made=make/VBD/ROOT/1 the/DT/det/3 building/NN/dobj/1 of/IN/prep/3 schools/NNS/pobj/4 a/DT/det/7 "
    "priority/NN/appos/5"
)
LANDED = "It/PRP/nsubj/1 was=be/VBD/ccomp/5 late/JJ/acomp/1 ;/:/punct/5 ships/NNS/nsubj/5 landed=land/VBD/ROOT/5"
VOW = "Troops/NNS/nsubj/1 fled=flee/VBD/ccomp/4 ,/,/punct/4 rebels/NNS/nsubj/4 say=say/VBP/ROOT/4 to/TO/aux/6 fight/VB/advcl/4"
STORM = "It/PRP/nsubj/1 hit/VBD/ROOT/1 a/DT/det/3 town/NN/dobj/1 ,/,/punct/6 France/NNP/nsubj/6 offers/VBZ/ccomp/1"
SHOT = (
    "They/PRP/nsubj/1 said=say/VBD/ROOT/1 men/NNS/nsubj/4 had=have/VBD/aux/4 shot=shoot/VBN/ccomp/1 Lee/NNP/dobj/4 and/CC/cc/1 "
    "burned=burn/VBD/conj/1 it/PRP/dobj/7"
)
ON_SUNDAY = (
    "They/PRP/nsubj/1 said=say/VBD/ROOT/1 on/IN/prep/6 Sunday/NNP/pobj/2 it/PRP/nsubj/6 would/MD/aux/6 close/VB/ccomp/1"
)
DATE_MATCHES = (
    "It/PRP/nsubjpass/2 was=be/VBD/auxpass/2 chosen=choose/VBN/ROOT/2 as/IN/prep/2 its/PRP$/poss/5 date/NN/pobj/3 "
    "matches=match/VBZ/advcl/2 ours/PRP/dobj/6"
)
NEWS = (
    "The/DT/det/1 news/NN/nsubj/2 comes=come/VBZ/ccomp/8 as/IN/prep/2 its/PRP$/poss/5 owner/NN/pobj/3 ,/,/punct/8 Acme/NNP/nsubj/8 "
    "starts=start/VBZ/ROOT/8 talks/NNS/dobj/8"
)
SEARCH = "The/DT/det/1 tool/NN/nsubj/2 integrates=integrate/VBZ/ROOT/2 search/VBP/xcomp/2 in/IN/prep/3 it/PRP/pobj/4"
MONTHS = "They/PRP/nsubj/1 plan/VBP/ROOT/1 to/TO/aux/4 be/VB/auxpass/4 deployed=deploy/VBN/xcomp/1 two/CD/nummod/6 months=month/NNS/dobj/4"
DEFEAT = "They/PRP/nsubj/2 will/MD/aux/2 deliver/VB/ROOT/2 Sparta/NNP/dobj/2 a/DT/det/5 defeat/NN/dobj/2"
PRICES = (
    "They/PRP/nsubj/1 forced=force/VBD/ROOT/1 Acme/NNP/dobj/1 to/TO/aux/4 cut/VB/xcomp/1 prices/NNS/dobj/4 in/IN/prep/5 "
    "its/PRP$/poss/8 store/NN/pobj/6 ,/,/punct/1 a/DT/det/11 shop/NN/dobj/1"
)
STRIKES = (
    "They/PRP/nsubj/1 hit/VBD/ROOT/1 a/DT/det/3 house/NN/dobj/1 and/CC/cc/1 burned=burn/VBD/conj/1 a/DT/det/7 car/NN/dobj/5 "
    ",/,/punct/1 two/CD/nummod/10 carts/NNS/dobj/1"
)
PUSHED = "Work/NN/nsubjpass/2 was=be/VBD/auxpass/2 pushed=push/VBN/ROOT/2 back/RB/advmod/2 again/RB/advmod/2"
CAMPAIGN = (
    "The/DT/det/1 meeting/NN/nsubj/2 focused=focus/VBD/ROOT/2 on/IN/prep/2 the/DT/det/5 campaign/NN/pobj/3 to/TO/aux/7 "
    "end/VB/xcomp/2 hunger/NN/dobj/7"
)
CLAIM = (
    "He/PRP/nsubj/1 made=make/VBD/ROOT/1 the/DT/det/3 claim/NN/dobj/1 that/IN/dobj/6 gods/NNS/nsubj/6 guide/VBP/relcl/3"
)
AGED = "Lee/NNP/nsubj/1 dies=die/VBZ/ROOT/1 aged/JJ/acomp/1 56/CD/npadvmod/1"
HARDER = "It/PRP/nsubj/1 makes=make/VBZ/ROOT/1 the/DT/det/3 job/NN/nsubj/4 harder/JJ/ccomp/1"
CLEAR = "Lee/NNP/nsubj/1 made=make/VBD/ROOT/1 it/PRP/nsubj/3 clear/JJ/ccomp/1 that/IN/mark/6 they/PRP/nsubj/6 left=leave/VBD/ccomp/3"
TITLE = "The/DT/det/1 founder/NN/nsubj/4 of/IN/prep/1 Acme/NNP/pobj/2 resigned=resign/VBD/ROOT/4"
TITLED = "Acme/NNP/compound/1 founder/NN/nsubj/3 Lee/NNP/nsubj/3 resigned=resign/VBD/ROOT/3"
PARENT = "Acme/NNP/nsubj/5 and/CC/cc/0 Bolt/NNP/conj/0 Core/NNP/conj/0 will/MD/aux/5 win/VB/ROOT/5"
PLANES = "They/PRP/nsubj/1 used=use/VBD/ROOT/1 attack/NN/dobj/1 ,/,/punct/2 fighter/NN/conj/2 and/CC/cc/4 unmanned/JJ/amod/7 planes/NNS/conj/4"
BASED = "They/PRP/nsubj/1 chose=choose/VBD/ROOT/1 Bergen/NNP/dobj/1 based=base/VBD/prep/1 Acme/NNP/dobj/3"
HOUSE = "They/PRP/nsubj/1 print/VBP/ROOT/1 it/PRP/dobj/1 in_/IN/prep/1 -_/HYPH/punct/3 house/NN/pobj/3"
MISSED = "Parents/NNS/nsubj/4 prosecuted=prosecute/VBN/acl/0 after/IN/prep/1 son/NN/pobj/2 missed=miss/VBD/ROOT/4 school/NN/dobj/4"
WHO = (
    "She/PRP/nsubj/1 wrote=write/VBD/ROOT/1 to/IN/prep/1 leaders/NNS/pobj/2 at/IN/prep/1 the/DT/det/6 end/NN/pobj/4 ,/,/punct/6 "
    "who/WP/nsubj/9 agreed=agree/VBD/relcl/6"
)
WHICH = (
    "It/PRP/nsubj/1 ends=end/VBZ/ROOT/1 the/DT/det/3 pact/NN/dobj/1 between/IN/prep/3 two/CD/nummod/6 firms/NNS/pobj/4 ,/,/punct/6 "
    "which/WDT/nsubj/9 set/VBD/relcl/6 prices/NNS/dobj/9"
)
TEXTS = "The/DT/det/1 texts/NNS/nsubj/6 of/IN/prep/1 the/DT/det/4 faith/NN/pobj/2 that/WDT/nsubj/7 are=be/VBP/ROOT/6 exist/VBP/relcl/4"
VILLAGE = "It/PRP/nsubj/1 is=be/VBZ/ROOT/1 a/DT/det/3 village/NN/attr/1 in/IN/prep/3 Mali/NNP/pobj/4 ,/,/punct/5 located=locate/VBN/acl/5 near/IN/prep/7"
AID = "It/PRP/nsubj/1 considers=consider/VBZ/ROOT/1 the/DT/det/3 use/NN/nsubj/6 of/IN/prep/3 aid/NN/pobj/4 provided=provide/VBN/ccomp/1"
USED = "Data/NNS/nsubj/5 used=use/VBD/acl/0 to/TO/aux/3 list/VB/xcomp/1 towns/NNS/dobj/3 vary=vary/VBP/ROOT/5"
SHOWN = (
    "Pictures/NNS/nsubj/3 of/IN/prep/0 soldiers/NNS/pobj/1 shown=show/VBD/ROOT/3 wearing=wear/VBG/xcomp/3 hats/NNS/dobj/4 "
    "have/VBP/aux/7 spread/VBN/conj/3"
)
BEGUN = (
    "They/PRP/nsubj/1 say/VBP/ROOT/1 that/IN/mark/5 work/NN/nsubj/5 ,/,/punct/3 begun=begin/VBN/ccomp/1 in/IN/prep/5 May/NNP/pobj/6 "
    ",/,/punct/5 was=be/VBD/auxpass/10 stopped=stop/VBN/ccomp/1"
)

CHEESE = "Cheese/NN/nsubjpass/2 is=be/VBZ/auxpass/2 made=make/VBN/ROOT/2 by/IN/agent/2 monks/NNS/pobj/3 and/CC/cc/2 sold=sell/VBD/conj/2 abroad/RB/advmod/6"
UNIT = (
    "They/PRP/nsubj/1 say/VBP/ROOT/1 that/IN/mark/5 a/DT/det/4 unit/NN/nsubj/5 formed=form/VBD/csubjpass/9 to/TO/aux/7 "
    "help/VB/advcl/5 was=be/VBD/auxpass/9 closed=close/VBN/ccomp/1"
)
CREW = (
    "Crews/NNS/nsubjpass/2 were=be/VBD/auxpass/2 stopped=stop/VBN/ROOT/2 and/CC/cc/2 told=tell/VBD/conj/2 that/IN/mark/7 "
    "it/PRP/nsubj/7 sank=sink/VBD/ccomp/4"
)
BUSES = "Acme/NNP/nsubj/1 supplied=supply/VBD/ROOT/1 buses/NNS/dobj/1 converted=convert/VBD/advcl/1 for/IN/prep/3 rain/NN/pobj/4"
PREVIEW = (
    "It/PRP/nsubj/1 includes=include/VBZ/ROOT/1 views/NNS/dobj/1 of/IN/prep/2 wings/NNS/pobj/3 ,/,/punct/2 to/TO/aux/8 be/VB/auxpass/8 "
    "opened=open/VBN/relcl/2"
)
VOTE = (
    "It/PRP/nsubj/1 fell=fall/VBD/ROOT/1 during/IN/prep/1 the/DT/det/4 1998/CD/pobj/2 contested=contest/VBD/advcl/1 leadership/NN/compound/7 "
    "vote/NN/dobj/5"
)
MEDAL = (
    "It/PRP/nsubj/1 gave=give/VBD/ROOT/1 pupils/NNS/dobj/1 who/WP/nsubj/4 passed=pass/VBD/relcl/2 exams/NNS/dobj/4 a/DT/det/7 "
    "medal/NN/dobj/4"
)
FARMERS = "He/PRP/nsubj/1 announced=announce/VBD/ROOT/1 the/DT/det/3 plan/NN/dobj/1 at/IN/prep/3 a/DT/det/6 conference/NN/pobj/4"
LATE = (
    "It/PRP/nsubjpass/2 was=be/VBD/auxpass/2 noted=note/VBN/ROOT/2 when/WRB/advmod/5 ships/NNS/nsubj/5 sailed=sail/VBD/advcl/2 --/:/punct/2 "
    "years/NNS/npadvmod/8 behind/IN/prep/2 schedule/NN/pobj/8"
)
LETTER = (
    "He/PRP/nsubj/1 wrote=write/VBD/ROOT/1 letters/NNS/dobj/1 to/IN/prep/2 teachers/NNS/pobj/3 stating=state/VBG/acl/2"
)
ACQUITTED = "They/PRP/nsubj/1 acquitted=acquit/VBD/ROOT/1 the/DT/det/3 banker/NN/dobj/1 of/IN/prep/3 fraud/NN/pobj/4"
TALKS = "They/PRP/nsubj/1 held=hold/VBD/ROOT/1 talks/NNS/dobj/1 with/IN/prep/2 Greece/NNP/pobj/3 in/IN/prep/4 Geneva/NNP/pobj/5"
FINE = "They/PRP/nsubj/1 fined=fine/VBD/ROOT/1 the/DT/det/6 bank/NN/nmod/6 40/CD/compound/5 million/CD/nummod/6 euros=euro/NNS/dobj/1"

CAPTION = "The/DT/det/1 yard/NN/nsubj/5 in/IN/prep/1 Oslo/NNP/pobj/2 Norway/NNP/nsubj/5 ordered=order/VBD/ROOT/5"
RENAMED = "The/DT/det/1 firm/NN/nsubj/6 ,/,/punct/1 a/DT/det/4 maker/NN/nsubj/6 ,/,/punct/6 closed=close/VBD/ROOT/6"
JET = "They/PRP/nsubj/1 delivered=deliver/VBD/ROOT/1 the/DT/det/3 jet/NN/dobj/1 built=build/VBN/acl/3 to/IN/prep/4 Acme/NNP/pobj/5"
BEATEN = "She/PRP/nsubjpass/2 was=be/VBD/auxpass/2 beaten=beat/VBN/ROOT/2 by/IN/agent/2 ten/CD/nummod/5 votes=vote/NNS/pobj/3"
WORKS = "They/PRP/nsubj/1 played=play/VBD/ROOT/1 works/NNS/dobj/1 by/IN/agent/1 Mozart/NNP/pobj/3"
AIRLINES = "To/IN/prep/8 six/CD/nummod/2 airlines/NNS/pobj/0 -/:/punct/2 Bolt/NNP/appos/2 and/CC/cc/4 Core/NNP/conj/4 was=be/VBD/auxpass/8 sold=sell/VBN/ROOT/8"
COURTS = "They/PRP/nsubj/1 expect/VBP/ROOT/1 cases/NNS/dobj/1 to/TO/aux/4 reach/VB/relcl/2 courts/NNS/dobj/4"
GRASS = "War/NN/nsubj/1 left=leave/VBD/ROOT/1 families/NNS/dobj/1 eating=eat/VBG/acl/2 grass/NN/dobj/3"
HEADED = (
    "The/DT/det/1 group/NN/nsubj/8 and/CC/cc/1 army/NN/conj/1 ,/,/punct/1 headed=head/VBN/acl/1 by/IN/agent/5 "
    "Lee/NNP/pobj/6 left=leave/VBD/ROOT/8"
)
HOPED = (
    "Talks/NNS/nsubj/7 that/IN/dobj/6 they/PRP/nsubj/4 had=have/VBD/aux/4 hoped=hope/VBN/acl/0 to/TO/aux/6 "
    "restart/VB/xcomp/4 ended=end/VBD/ROOT/7"
)
RULING = (
    "Bolt/NNP/nsubj/1 said=say/VBD/ROOT/1 it/PRP/nsubj/4 would/MD/aux/4 appeal/VB/ccomp/1 ,/,/punct/4 "
    "calling=call/VBG/advcl/4 it/PRP/dobj/6"
)
CALLED = "They/PRP/nsubj/1 called=call/VBD/ROOT/1 the/DT/det/3 venture/NN/dobj/1 undervalued=undervalue/VBN/acl/3"
SPYING = (
    "They/PRP/nsubj/1 charged=charge/VBD/ROOT/1 aides/NNS/dobj/1 to/IN/prep/2 senator/NN/pobj/3 with/IN/prep/4 "
    "spying/NN/pobj/5"
)
PANAMA = "Oslo/NNP/nsubj/1 defeated=defeat/VBD/ROOT/1 debutants/NNS/dobj/1 Bergen/NNP/npadvmod/1"
QUAKE = (
    "The/DT/det/1 quake/NN/ROOT/1 ,/,/punct/1 which/WDT/nsubj/4 woke=wake/VBD/relcl/1 Lima/NNP/dobj/4 ,/,/punct/1 hit=hit/VBD/acl/1 "
    "hard/RB/advmod/7 ././punct/1"
)
FELT = (
    "The/DT/det/1 quake/NN/nsubjpass/9 ,/,/punct/1 which/WDT/nsubj/4 woke=wake/VBD/relcl/1 ,/,/punct/1 hit=hit/VBN/acl/1 and/CC/cc/1 "
    "was=be/VBD/auxpass/9 felt=feel/VBN/ROOT/9"
)
CHEMIST = "Chemist/NN/ROOT/0 who/WP/nsubj/2 helped=help/VBD/relcl/0 explain/VB/xcomp/2 storms/NNS/nsubj/5 dies=die/VBZ/ccomp/3"
WINNING = "It/PRP/nsubj/1 ended=end/VBD/ROOT/1 with/IN/prep/1 Norway/NNP/pobj/2 winning=win/VBG/advcl/1"
WALKED = (
    'Lee/NNP/nsubj/1 said=say/VBD/ROOT/1 after/IN/prep/6 Rome/NNP/pobj/2 ,/,/punct/3 Hall/NNP/appos/3 "/,/punct/6 walked=walk/VBD/ccomp/1'
).replace("/6", "/7")
DRUGS = (
    "Drugs/NNS/nsubj/7 ,/,/punct/0 one/CD/nsubj/3 developed=develop/VBN/relcl/0 by/IN/agent/3 Acme/NNP/pobj/4 ,/,/punct/0 "
    "sold=sell/VBD/ROOT/7"
)
DASH = "He/PRP/nsubj/1 knows=know/VBZ/ROOT/1 people/NNS/nsubj/5 -/:/punct/5 we/PRP/nsubj/5 met=meet/VBD/ccomp/1 them/PRP/dobj/5"
PAGES = "It/PRP/nsubj/1 has=have/VBZ/ROOT/1 pages/NNS/dobj/1 and/CC/cc/1 geared=gear/VBN/conj/1 to/IN/prep/4 pupils/NNS/pobj/5"
LEASED = (
    "It/PRP/nsubj/1 has=have/VBZ/ROOT/1 two/CD/nummod/3 ships/NNS/dobj/1 (/,/punct/3 old/JJ/amod/3 )/,/punct/3 and/CC/cc/3 "
    "six/CD/nummod/9 ferries/NNS/npadvmod/1"
)
OWNED = "Alpha/NNP/nsubj/5 and/CC/cc/0 Beta/NNP/conj/0 parent/NN/compound/4 Gamma/NNP/conj/0 won=win/VBD/ROOT/5"
REJECTS = (
    "Hall/NNP/nsubj/1 took=take/VBD/ROOT/1 it/PRP/dobj/1 from/IN/prep/1 Acme/NNP/pobj/3 ,/,/punct/4 which/WDT/dobj/8 he/PRP/nsubj/8 "
    "denies=deny/VBZ/relcl/4"
)
CRASH = (
    "The/DT/det/1 crash/NN/nsubj/9 of/IN/prep/1 a/DT/det/4 plane/NN/pobj/2 that/WDT/nsubj/6 killed=kill/VBD/relcl/4 all/DT/dobj/6 "
    "was/VBD/auxpass/9 filmed=film/VBN/ROOT/9"
)
LACK = (
    "Hall/NNP/nsubj/1 had=have/VBD/ROOT/1 no/DT/det/3 cover/NN/dobj/1 ,/,/punct/3 which/WDT/nsubj/6 led=lead/VBD/relcl/3 to/IN/prep/6 "
    "ruin/NN/pobj/7"
)
RESIDENT = (
    "A/DT/det/1 resident/NN/nsubj/7 of/IN/prep/1 Foua/NNP/pobj/2 ,/,/punct/3 who/WP/nsubj/6 fled=flee/VBD/relcl/3 "
    "spoke=speak/VBD/ROOT/7"
)
COACH = (
    "The/DT/det/1 coach/NN/nsubj/7 of/IN/prep/1 Girona/NNP/pobj/2 who/WP/nsubj/6 have/VBP/aux/6 won=win/VBN/relcl/3 "
    "spoke=speak/VBD/ROOT/7"
)
DOSES = (
    "doses=dose/NNS/nsubj/7 made=make/VBN/acl/0 by/IN/agent/1 Merck/NNP/pobj/2 which/WDT/nsubj/5 were=be/VBD/relcl/3 "
    "there/RB/advmod/5 arrived=arrive/VBD/ROOT/7"
)
RETURN = (
    "The/DT/det/1 return/NN/nsubj/7 to/IN/prep/1 Chad/NNP/pobj/2 ,/,/punct/3 which/WDT/nsubj/6 began=begin/VBD/relcl/3 "
    "failed=fail/VBD/ROOT/7"
)
CAMP = (
    "It/PRP/nsubj/1 hit=hit/VBD/ROOT/1 a/DT/det/3 camp/NN/dobj/1 in/IN/prep/3 Bergen/NNP/pobj/4 ,/,/punct/5 which/WDT/nsubjpass/9 "
    "was/VBD/auxpass/9 shelled=shell/VBN/relcl/5"
)
AIM = (
    "The/DT/det/1 pursuit/NN/nsubj/9 of/IN/prep/1 our/PRP$/poss/4 aim/NN/pobj/2 which/WDT/nsubj/6 is=be/VBZ/relcl/1 peace/NN/attr/6 "
    "still/RB/advmod/9 lasts=last/VBZ/ROOT/9"
)
DECADE = (
    "Hall/NNP/nsubj/1 left=leave/VBD/ROOT/1 after/IN/prep/1 a/DT/det/4 decade/NN/pobj/2 in/IN/prep/8 which/WDT/pobj/5 she/PRP/nsubj/8 "
    "fined=fine/VBD/advcl/1 them/PRP/dobj/8"
)
KEY = "They/PRP/nsubj/1 see/VBP/ROOT/1 it/PRP/dobj/1 as/IN/prep/1 key/JJ/amod/3"
CEREMONY = (
    "She/PRP/nsubj/1 spoke=speak/VBD/ROOT/1 at/IN/prep/1 a/DT/det/4 ceremony/NN/pobj/2 attended=attend/VBN/ccomp/1 by/IN/agent/5 "
    "donors/NNS/pobj/6"
)
HOPES = (
    "Acme/NNP/nsubj/1 hopes=hop/VBZ/ROOT/1 sales/NNS/nsubj/4 will/MD/aux/4 grow/VB/ccomp/1 ,/,/punct/4 citing=cite/VBG/advcl/4 "
    "demand/NN/dobj/6"
)
INSULT = (
    "It/PRP/nsubj/1 refused=refuse/VBD/ROOT/1 it/PRP/dobj/1 ,/,/punct/2 which/WDT/dobj/6 they/PRP/nsubj/6 called=call/VBD/relcl/2 "
    "an/DT/det/8 insult/NN/dobj/6"
)

ENTITIES = {"Sunday": "DATE", "Bergen": "GPE", "Norway": "GPE", "Nordea": "ORG"}

IN_ORDER = "They/PRP/nsubj/1 cut/VBD/ROOT/1 jobs/NNS/dobj/1 in/IN/prep/1 order/NN/pobj/3 to/TO/aux/6 save/VB/acl/4 money/NN/dobj/6"
CROWDED = (
    "They/PRP/nsubj/1 crowded=crowd/VBD/ROOT/1 onto/IN/prep/1 it/PRP/pobj/2 to/TO/aux/5 witness/VB/xcomp/1 him/PRP/dobj/5 "
    "flip/VB/conj/1 it/PRP/dobj/7"
)
LEFT = "They/PRP/nsubj/1 left=leave/VBD/ROOT/1 Bergen/NNP/dobj/1 to/TO/aux/4 visit/VB/xcomp/1 him/PRP/dobj/4"
WENT_ON = "They/PRP/nsubj/1 went=go/VBD/ROOT/1 on/RP/prt/1 to/TO/aux/4 win/VB/advcl/1"
BECAME = (
    "They/PRP/nsubj/1 became=become/VBD/ROOT/1 the/DT/det/4 first/JJ/amod/4 team/NN/attr/1 to/TO/aux/6 win/VB/xcomp/1"
)
ENCOURAGES = "It/PRP/nsubj/1 encourages=encourage/VBZ/ROOT/1 schools/NNS/dobj/1 to/TO/aux/4 publish/VB/advcl/1"
HASHTAG = (
    "They/PRP/nsubj/1 chose=choose/VBD/ROOT/1 the/DT/det/3 tag/NN/dobj/1 #_/NN/dep/5 NoMore/VBN/ccomp/1 and/CC/cc/5 "
    "posted=post/VBN/conj/5 it/PRP/dobj/7"
)
LAYOUT = "It/PRP/nsubj/1 carries=carry/VBZ/ROOT/1 people/NNS/dobj/1 in/IN/prep/1 class/NN/pobj/3 layout/NN/advcl/1"
BETTER = "It/PRP/nsubj/1 made=make/VBD/ROOT/1 life/NN/nsubj/3 better/RB/ccomp/1"
USED_TO = "They/PRP/nsubj/1 used=use/VBD/ROOT/1 to/TO/aux/3 say/VB/xcomp/1 it/PRP/dobj/3"
NOBODY = (
    "They/PRP/nsubj/1 called=call/VBD/ROOT/1 it/PRP/dobj/1 a/DT/nsubj/6 present/NN/amod/5 nobody/NN/nsubj/6 "
    "wanted=want/VBD/ccomp/1"
)
EXCEEDED = (
    "They/PRP/nsubj/1 found=find/VBD/ROOT/1 demand/NN/dobj/1 for/IN/prep/1 coal/NN/pobj/3 exceeded=exceed/VBD/conj/1 "
    "supply/NN/dobj/5"
)
PODCASTING = (
    "an/DT/det/1 integration/NN/ROOT/1 of/IN/prep/1 podcasting=podcast/VBG/pcomp/2 with/IN/prep/3 radio/NN/pobj/4"
)
UNIVERSITY = (
    "They/PRP/nsubj/1 met=meet/VBD/ROOT/1 Equinor/NNP/dobj/1 ,/,/punct/2 based=base/VBN/acl/2 in/IN/prep/4 Bergen/NNP/pobj/5 "
    ",/,/punct/6 and/CC/cc/6 Nordea/NNP/conj/6"
)
ILLNESS = "They/PRP/nsubj/1 died=die/VBD/ROOT/1 in/IN/prep/1 Bergen/NNP/pobj/2 of/IN/prep/3 injuries/NNS/pobj/4"
MAIL = "It/PRP/nsubjpass/2 was=be/VBD/auxpass/2 returned=return/VBN/ROOT/2 by/IN/agent/2 mail/NN/pobj/3"
BOTH = (
    "They/PRP/nsubj/1 drew=draw/VBD/ROOT/1 both/DT/det/3 praise/NN/dobj/1 for/IN/prep/1 leaving=leave/VBG/pcomp/4 "
    "Norway/NNP/dobj/5 and/CC/cc/6 criticism/NN/conj/6"
)
REGARDING = "rules/NNS/nsubj/3 regarding=regard/VBG/acl/0 imports/NNS/pobj/1 changed=change/VBD/ROOT/3"

TAKES = (
    "The/DT/det/1 cut/NN/ROOT/1 that/WDT/dobj/4 Acme/NNP/nsubj/4 takes=take/VBZ/relcl/1 on/RP/prt/4 sales/NNS/dobj/4"
)
SEEDED = (
    "The/DT/det/1 player/NN/nsubj/3 ,/,/punct/1 seeded=seed/VBD/ROOT/3 tenth/NN/dobj/3 ,/,/punct/3 beat/VBD/conj/3 "
    "Lee/NNP/dobj/6 ././punct/3"
)
ENLARGEMENT = (
    "It/PRP/nsubj/1 lets=let/VBZ/ROOT/1 Peru/NNP/nsubj/3 join/VB/ccomp/1 Nordea/NNP/dobj/3 ,/,/punct/4 an/DT/det/7 "
    "enlargement/NN/appos/4 that/WDT/dobj/10 Norway/NNP/nsubj/10 opposes=oppose/VBZ/relcl/7"
)
ACCIDENT = "It/PRP/nsubj/1 hit/VBD/ROOT/1 a/DT/det/3 wall/NN/dobj/1 ,/,/punct/3 the/DT/det/7 second/JJ/amod/7 accident/NN/appos/3"
MAYOR = (
    "Lee/NNP/nsubj/10 ,/,/punct/0 a/DT/det/3 mayor/NN/appos/0 of/IN/prep/3 Bergen/NNP/pobj/4 ,/,/punct/0 the/DT/det/8 "
    "city/NN/appos/0 ,/,/punct/0 left=leave/VBD/ROOT/10"
)
TURN = (
    "They/PRP/nsubj/1 protested=protest/VBD/ROOT/1 against/IN/prep/1 the/DT/det/4 visit/NN/pobj/2 ,/,/punct/1 the/DT/det/8 "
    "latest/JJ/amod/8 turn/NN/dobj/1"
)
STAR = (
    "Police/NNS/nsubj/1 stopped=stop/VBD/ROOT/1 the/DT/det/3 star/NN/dobj/1 turned=turn/VBD/conj/1 mayor/NN/compound/6 "
    "Lee/NNP/oprd/4"
)
CHEF = (
    "The/DT/det/1 chef/NN/nsubj/2 turned=turn/VBD/ROOT/2 author/NN/compound/4 Lee/NNP/nsubj/5 opened=open/VBD/ccomp/2 "
    "a/DT/det/7 school/NN/dobj/5 ././punct/2"
)
STUFFING = (
    "He/PRP/nsubj/1 accused=accuse/VBD/ROOT/1 them/PRP/dobj/1 of/IN/prep/1 stuffing=stuff/VBG/pcomp/3 boxes=box/NNS/dobj/4 "
    ",/,/punct/1 redrawing=redraw/VBG/advcl/1 maps=map/NNS/dobj/7 and/CC/cc/8 scaring=scare/VBG/amod/11 voters/NNS/conj/8"
)
COUNTING = "It/PRP/nsubj/1 has=have/VBZ/ROOT/1 90/CD/nummod/3 seats/NNS/dobj/1 ,/,/punct/1 counting=count/VBG/advcl/1 one/CD/dobj/5"
CLOSING = (
    "They/PRP/nsubj/1 rejected=reject/VBD/ROOT/1 it/PRP/dobj/1 ,/,/punct/6 an/DT/det/5 aide/NN/nsubj/6 said=say/VBD/parataxis/1 "
    ",/,/punct/6 closing=close/VBG/advcl/6 roads=road/NNS/dobj/8"
)
LET_GO = (
    "They/PRP/nsubj/1 let/VBD/ROOT/1 six/CD/nsubj/3 go/VB/ccomp/1 ,/,/punct/3 leaving=leave/VBG/advcl/3 one/CD/dobj/5"
)
FLOODED = (
    "Farms=farm/NNS/nsubjpass/2 were=be/VBD/auxpass/2 flooded=flood/VBN/ROOT/2 ,/,/punct/2 including=include/VBG/prep/2 "
    "two/CD/pobj/4"
)
PARTY = (
    "It/PRP/nsubj/1 came=come/VBD/ROOT/1 after/IN/prep/1 the/DT/det/4 party/NN/pobj/2 ,/,/punct/4 which/WDT/nsubj/7 "
    "props=prop/VBZ/relcl/4 her/PRP/dobj/7 ,/,/punct/4 threatened=threaten/VBN/acl/4 to/TO/aux/12 leave/VB/xcomp/10"
)
SPREAD = (
    "Police/NNS/nsubj/1 fired=fire/VBD/ROOT/1 as/IN/prep/1 protests=protest/NNS/pobj/2 over/IN/prep/3 it/PRP/pobj/4 "
    "spread/VBD/conj/1"
)
NURSE = (
    "A/DT/det/1 nurse/NN/ROOT/1 who/WP/nsubj/4 had=have/VBD/aux/4 looked=look/VBN/relcl/1 after/IN/mark/7 him/PRP/nsubj/7 "
    "fell=fall/VBD/advcl/4 ill/RB/advmod/7 ././punct/1"
)
WHOSE = (
    "Lee/NNP/nsubj/4 ,/,/punct/0 whose/WP$/poss/3 term/NN/nsubj/4 was=be/VBD/ROOT/4 over/RB/advmod/4 ,/,/punct/4 "
    "has=have/VBZ/aux/8 left=leave/VBN/conj/4 ././punct/4"
)
VOTED = (
    "Ten/CD/nsubj/1 voted=vote/VBD/ccomp/5 for/IN/prep/1 it/PRP/pobj/2 ,/,/punct/5 voted=vote/VBD/ROOT/5 two/CD/nsubj/5 "
    "against/IN/prep/5"
)
AGAINST = "Two/CD/nsubj/1 voted=vote/VBD/ROOT/1 against/IN/prep/1"
TAXIS = (
    "They/PRP/nsubj/1 cancelled=cancel/VBD/ROOT/1 flights=flight/NNS/dobj/1 and/CC/cc/2 trains=train/NNS/conj/2 and/CC/cc/4 "
    "most/JJ/conj/4 of/IN/prep/6 it/PRP/pobj/7 stayed=stay/VBD/conj/1 away/RB/advmod/9"
)
SENT_BACK = (
    "The/DT/det/1 list/NN/nsubjpass/6 of/IN/prep/1 people/NNS/pobj/2 to/TO/aux/6 be/VB/auxpass/6 sent=send/VBN/csubj/7 "
    "is=be/VBZ/ROOT/7 long/JJ/acomp/7"
)
CAMPUS = (
    "Lee/NNP/nsubj/1 spoke=speak/VBD/ROOT/1 where/WRB/advmod/5 staff/NN/nsubj/5 had=have/VBD/aux/5 applauded=applaud/VBN/advcl/1 "
    "and/CC/cc/1 embraced=embrace/VBD/conj/1"
)
SCHEME = "Ten/CD/nsubj/1 backed=back/VBD/ROOT/1 the/DT/det/3 scheme/NN/dobj/1 by/IN/prep/1 Nordea/NNP/pobj/4 for/IN/prep/1 land/NN/pobj/6"
FRAUD = "He/PRP/nsubj/1 denied=deny/VBD/ROOT/1 fraud/NN/dobj/1 by/IN/prep/1 abuse/NN/pobj/3"
OUTBREAK = (
    "The/DT/det/1 outbreak/NN/nsubjpass/8 ,/,/punct/8 in/IN/prep/8 the/DT/det/5 east/NN/pobj/3 ,/,/punct/8 was=be/VBD/auxpass/8 "
    "curbed=curb/VBN/ROOT/8"
)
SHOES = (
    "He/PRP/nsubj/1 saw=see/VBD/ROOT/1 trials=trial/NNS/dobj/1 in/IN/prep/2 shoes=shoe/NNS/pobj/3 ,/,/punct/2 jewelry/NN/conj/2 "
    "and/CC/cc/6 furniture/NN/conj/6"
)
HARM = "Part/NN/nsubj/6 of/IN/prep/0 harm/NN/pobj/1 done=do/VBN/acl/0 to/IN/prep/3 them/PRP/pobj/4 is=be/VBZ/ROOT/6 known/JJ/acomp/6"
SIGNS = "They/PRP/nsubj/1 saw=see/VBD/ROOT/1 fever/NN/dobj/1 and/CC/cc/2 signs=sign/NNS/conj/2 that/WDT/nsubj/6 matter/VBP/relcl/2"


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
    ("_possessor_as_subject", POSSESSOR.replace("'s/POS", ",/,"), {}, "Russia <- spoke meta"),
    ("_apposition_of_person", PRESIDENT, {"people": "president Lula"}, "Lula <- president appos"),
    ("_apposition_of_person", PRESIDENT, {"people": "president"}, "Lula <- Brazil appos"),
    ("_apposition_of_person", PRESIDENT.replace("Brazil", "Friends"), {"people": "president Friends Lula"}, "Lula <- Friends appos"),
    ("_gerund_of_person", BRIBES, {"animate": "mayor"}, "of <- accused prep"),
    ("_gerund_of_person", BRIBES.replace("mayor", "idea"), {}, "of <- idea prep"),
    ("content_of_report", STATEMENT, SPEECH, "left <- said ccomp"),
    ("content_of_report", STATEMENT, {}, "left <- notes acl"),
    ("_subject_around_report", PARENTHESIS, SPEECH, "Banks <- closed nsubj"),
    ("_subject_around_report", PARENTHESIS.replace(",/,", "-/:"), SPEECH, "Banks <- said nsubj"),
    ("_speaker_before_verb", COURT, SPEECH | {"people": "Hall"}, "Hall <- said nsubj"),
    ("_speaker_before_verb", COURT, SPEECH, "Hall <- Speaking npadvmod"),
    ("_inserted_report", INSERTED, TELLING, "told <- showed parataxis"),
    ("_inserted_report", INSERTED.replace(",/,", "-/:"), TELLING, "told <- Figures relcl"),
    ("_torn_subject", TORN, TELLING, "Mines <- closed nsubj"),
    ("_torn_subject", TORN.replace(",/,", "-/:"), TELLING, "Mines <- told meta"),
    ("_content_before_semicolon", PARTED, SPEECH, "failed <- said ccomp"),
    ("_content_before_semicolon", PARTED.replace(";/:", ",/,"), SPEECH, "failed <- confirm ccomp"),
    ("_report_after_report", GOES_ON, SPEECH, "say <- confirmed conj"),
    ("_report_after_report", GOES_ON.replace(",/,", "-/:"), SPEECH, "say <- left conj"),
    ("_uncoordinated_report", ESTIMATE, SPEECH, "rise <- estimated ccomp"),
    ("_uncoordinated_report", ESTIMATE.replace("would", "did"), SPEECH, "rise <- estimated conj"),
    ("_clause_beside", LANDED, SPEECH, "was <- landed parataxis"),
    ("_clause_beside", LANDED.replace("landed=land", "said=say"), SPEECH, "was <- said ccomp"),
    ("_clause_before_own", VOW, SPEECH, "fled <- say parataxis"),
    ("_clause_before_own", VOW.replace("VB/advcl", "VB/prep"), SPEECH, "fled <- say ccomp"),
    ("_clause_after_own", STORM, SPEECH, "offers <- hit parataxis"),
    ("_clause_after_own", STORM.replace(",/,/punct/6", "that/IN/mark/6"), SPEECH, "offers <- hit ccomp"),
    ("_shared_report", SHOT, {**SPEECH, "animate": "men"}, "burned <- shot conj"),
    ("_shared_report", SHOT, SPEECH, "burned <- said conj"),
    ("_time_of_saying", ON_SUNDAY, SPEECH, "on <- said prep"),
    ("_time_of_saying", ON_SUNDAY.replace("on/IN", "by/IN"), SPEECH, "by <- close prep"),
    ("_subject_after_as", DATE_MATCHES, {}, "date <- matches nsubj"),
    ("_subject_after_as", DATE_MATCHES.replace("matches=match/VBZ", "matching=match/VBG"), {}, "date <- as pobj"),
    ("_clause_after_as", NEWS, {}, "starts <- comes advcl"),
    ("_clause_after_as", NEWS.replace("as/IN", "to/IN"), {}, "starts <- starts ROOT"),
    ("_noun_as_verb", SEARCH, {}, "search <- integrates dobj"),
    ("_noun_as_verb", SEARCH.replace("integrates=integrate", "helps=help"), {}, "search <- helps xcomp"),
    ("_measure_as_object", MONTHS, {}, "months <- deployed npadvmod"),
    ("_measure_as_object", MONTHS.replace("months=month", "men=man"), {}, "men <- deployed dobj"),
    ("_recipient", DEFEAT, {}, "Sparta <- deliver dative"),
    ("_recipient", DEFEAT.replace("deliver/VB", "replace/VB"), {}, "Sparta <- replace dobj"),
    ("_late_object", PRICES, {}, "shop <- store appos"),
    ("_late_object", PRICES.replace(",/,/punct/1", "and/CC/cc/8"), {}, "shop <- forced dobj"),
    ("_late_object", STRIKES, {}, "carts <- car conj"),
    ("_particle", PUSHED, {}, "back <- pushed prt"),
    ("_particle", PUSHED, {}, "again <- pushed advmod"),
    ("_infinitive_of_noun", CAMPAIGN, {}, "end <- campaign acl"),
    ("_infinitive_of_noun", CAMPAIGN.replace("campaign", "village"), {}, "end <- focused xcomp"),
    ("_content_of_noun", CLAIM, {}, "that <- guide mark"),
    ("_content_of_noun", CLAIM.replace("claim", "map"), {}, "that <- guide dobj"),
    ("_aged", AGED, {}, "aged <- dies advmod"),
    ("_aged", AGED.replace("aged/JJ", "happy/JJ"), {}, "happy <- dies acomp"),
    ("_small_clause", HARDER, {}, "job <- makes dobj"),
    ("_small_clause", HARDER.replace("makes=make", "says=say"), {}, "job <- harder nsubj"),
    ("_small_clause", CLEAR, {}, "left <- made ccomp"),
    ("_title_of_person", TITLED, {"people": "founder Lee"}, "founder <- Lee nmod"),
    ("_title_of_person", TITLED, {"people": "Lee"}, "founder <- resigned meta"),
    ("_title_of_person", TITLE, {"people": "founder"}, "founder <- resigned nsubj"),
    ("_part_of_conjunct", PARENT, {}, "Bolt <- Core compound"),
    ("_part_of_conjunct", PARENT.replace("Bolt/NNP/conj/0", "its/PRP$/poss/3"), {}, "Core <- Acme conj"),
    ("_modifiers_of_last", PLANES, {"people": "fighter"}, "planes <- used dobj"),
    ("_modifiers_of_last", PLANES, {}, "planes <- fighter conj"),
    ("_based_body", BASED, {}, "Acme <- chose dobj"),
    ("_based_body", BASED.replace("Bergen", "Bolt"), {}, "Acme <- based dobj"),
    ("_hyphenated_adverb", HOUSE, {}, "in <- print advmod"),
    ("_hyphenated_adverb", HOUSE.replace("in_/", "in/").replace("-_/HYPH/punct/3", "the/DT/det/5"), {}, "in <- print prep"),
    ("_headline_participle", MISSED, {}, "son <- missed nsubj"),
    ("_headline_participle", MISSED + " ././punct/4", {}, "son <- after pobj"),
    ("_relative_of_person", WHO, {"animate": "leaders"}, "agreed <- leaders relcl"),
    ("_relative_of_person", WHO.replace("who/WP", "which/WDT"), {"animate": "leaders"}, "agreed <- end relcl"),
    ("_relative_of_thing", WHICH, {}, "set <- pact relcl"),
    ("_relative_of_thing", WHICH.replace("between", "of"), {}, "set <- firms relcl"),
    ("_relative_of_thing", TEXTS, {}, "exist <- texts relcl"),
    ("_placed_participle", VILLAGE, {}, "located <- village acl"),
    ("_placed_participle", VILLAGE.replace("located=locate", "ruled=rule"), {}, "ruled <- Mali acl"),
    ("_participle_of_object", AID, SPEECH, "provided <- aid acl"),
    ("_participle_of_object", AID.replace("considers=consider", "says=say"), SPEECH, "provided <- says ccomp"),
    ("_participle_as_past", USED, {}, "used <- Data acl"),
    ("_verb_after_participle", SHOWN, {"pictures": "Pictures", "animate": "soldiers"}, "shown <- soldiers acl"),
    ("_verb_after_participle", SHOWN.replace("hats/NNS/dobj/4", "and/CC/cc/3"), {}, "spread <- shown conj"),
    ("_aside_between", BEGUN, {}, "work <- stopped nsubjpass"),
    ("_aside_between", BEGUN.replace(",/,/punct/3", "-/:/punct/3"), {}, "work <- begun nsubj"),
    ("_participle_as_subject", UNIT, {}, "formed <- unit acl"),
    ("_participle_as_subject", UNIT, {}, "unit <- closed nsubjpass"),
    ("_participle_as_subject", UNIT.replace("unit/NN", "it/PRP"), {}, "formed <- closed csubjpass"),
    ("_addressed_conjunct", CREW, {}, "told <- stopped conj"),
    ("_passive_conjunct", CHEESE, {}, "sold <- made conj"),
    ("_passive_conjunct", CHEESE.replace("sold=sell", "came=come"), {}, "came <- made conj"),
    ("_subjectless_past", BUSES, {}, "converted <- buses acl"),
    ("_subjectless_past", BUSES.replace("converted=convert", "followed=follow"), {}, "followed <- supplied advcl"),
    ("_subjectless_past", BUSES.replace("for/IN/prep", "as/IN/mark"), {}, "converted <- supplied advcl"),
    ("_infinitive_of_last", PREVIEW, {}, "opened <- wings relcl"),
    ("_infinitive_of_last", PREVIEW, {"events": "views"}, "opened <- views relcl"),
    ("_year_of_name", VOTE, {}, "contested <- vote amod"),
    ("_year_of_name", VOTE.replace("the/DT/det/4", "its/PRP$/dep/4"), {}, "contested <- fell advcl"),
    ("_second_object", MEDAL, {"animate": "pupils"}, "medal <- gave dobj"),
    ("_second_object", MEDAL.replace("gave=give", "saw=see"), {"animate": "pupils"}, "medal <- passed dobj"),
    ("_second_object", MEDAL, {}, "medal <- passed dobj"),
    ("_said_at_gathering", FARMERS, {"speech": "announce"}, "at <- announced prep"),
    ("_said_at_gathering", FARMERS.replace("conference", "school"), {"speech": "announce"}, "at <- plan prep"),
    ("_said_at_gathering", FARMERS.replace("announced=announce", "saw=see"), {"speech": "announce"}, "at <- plan prep"),
    ("_aside_of_clause", LATE, {}, "behind <- sailed prep"),
    ("_aside_of_clause", LATE.replace("--/:/punct", "two/CD/nummod"), {}, "behind <- noted prep"),
    ("_participle_of_person", LETTER, {"animate": "teachers"}, "stating <- teachers acl"),
    ("_participle_of_person", LETTER, {"animate": "teachers", "speech": "state"}, "stating <- letters acl"),
    ("_subject_of_copula", AMONG, SPEECH, "officers <- were nsubj"),
    ("_subject_of_copula", AMONG, {}, "officers <- were attr"),
    ("_subject_of_copula", AMONG.replace("Among/IN/prep/2", "They/PRP/nsubj/2"), SPEECH, "officers <- were attr"),
    ("_subject_of_posture", OUTSIDE, {}, "hundreds <- stood nsubj"),
    ("_subject_of_posture", OUTSIDE.replace("=stand", "=build"), {}, "hundreds <- stood dobj"),
    ("_subject_of_participle", ATTACHED, {}, "list <- Attached nsubjpass"),
    ("_subject_of_participle", ATTACHED.replace("was=be", "had=have"), {}, "list <- had attr"),
    ("_absolute", LEADER, SPEECH, "dead <- collapsed advcl"),
    ("_absolute", LEADER.replace("=collapse", "=say"), SPEECH, "dead <- collapsed ccomp"),
    ("_item_between", BOMBS, {}, "bomb <- hut conj"),
    ("_item_between", BOMBS.replace("a/DT/det/6", "the/DT/det/6"), {}, "bomb <- hut appos"),
    ("_item_between", BOMBS, {"people": "bomb"}, "bomb <- hut appos"),
    ("_last_item", TRUCK, {}, "truck <- hut conj"),
    ("_last_item", TRUCK.replace("a/DT/det/6", "the/DT/det/6"), {}, "truck <- destroyed conj"),
    ("_country_of_town", TOWN, {}, "Norway <- Bergen appos"),
    ("_country_of_town", TOWN.replace(",/,/punct/2", "and/CC/cc/2"), {}, "Norway <- Bergen conj"),
    ("_against", DRONES, {}, "against <- used prep"),
    ("_against", DRONES.replace("used=use", "built=build"), {}, "against <- drones prep"),
    ("_against", DRONES, {"events": "drones"}, "against <- drones prep"),
    ("_counted_item", HUTS, {}, "huts <- car conj"),
    ("_counted_item", HUTS, {"people": "car huts"}, "huts <- car appos"),
    ("_counted_item", HUTS.replace("two/CD/nummod", "the/DT/det"), {}, "huts <- car appos"),
    ("_relative_in_brackets", BRACKET, {}, "sold <- boats relcl"),
    ("_relative_in_brackets", BRACKET.replace("(/:/punct", ",/,/punct"), {}, "sold <- maker relcl"),
    ("_relative_in_brackets", BRACKET, {"people": "boats"}, "sold <- maker relcl"),
    ("_reduced_relative", REDUCED, SPEECH, "plans <- ship relcl"),
    ("_reduced_relative", REDUCED, {"speech": "display"}, "plans <- display ccomp"),
    ("_reduced_relative", REDUCED, {"animate": "ship"}, "plans <- display ccomp"),
    ("_reduced_relative", REDUCED.replace("Peru/NNP/pobj/9", "Peru/NNP/pobj/9 it/PRP/dobj/8"), SPEECH, "plans <- display ccomp"),
    ("_noun_after_object", PRIORITY, {}, "priority <- made oprd"),
    ("_noun_after_object", PRIORITY.replace("a/DT/det/7", "the/DT/det/7"), {}, "priority <- schools appos"),
    ("_noun_after_object", PRIORITY.replace("made=make", "saw=see"), {}, "priority <- schools appos"),
    ("_beside_patient", ACQUITTED, {"animate": "banker"}, "of <- acquitted prep"),
    ("_beside_patient", ACQUITTED, {}, "of <- banker prep"),
    ("_beside_patient", ACQUITTED.replace("fraud", "children"), {"animate": "banker children"}, "of <- banker prep"),
    ("_beside_patient", ACQUITTED.replace("=acquit", "=meet"), {"animate": "banker"}, "of <- banker prep"),
    ("_beside_partner", TALKS, {"events": "talks", "animate": "Greece"}, "in <- held prep"),
    ("_beside_partner", TALKS, {"animate": "Greece"}, "in <- Greece prep"),
    ("_beside_partner", TALKS.replace("with/IN", "on/IN"), {"events": "talks", "animate": "Greece"}, "in <- Greece prep"),
    ("_fined", FINE, {}, "bank <- fined dative"),
    ("_fined", FINE.replace("=fine", "=print"), {}, "bank <- euros nmod"),
    ("_fined", FINE.replace("40/CD/compound", "few/JJ/amod"), {}, "bank <- euros nmod"),
    ("_item_of_list", PARTIES, {}, "Greens <- Labour conj"),
    ("_item_of_list", PARTIES.replace(";_/:", ",/,"), {}, "Greens <- Labour appos"),
    ("_item_of_list", PARTIES.replace("Greens/NNPS/appos/2", "the/DT/det/5 Greens/NNPS/appos/1"), {}, "Greens <- met appos"),
    ("_fragment", CAPTION, {}, "yard <- ordered meta"),
    ("_fragment", CAPTION, {"people": "yard"}, "yard <- ordered nsubj"),
    ("_fragment", RENAMED, {}, "maker <- firm appos"),
    ("_recipient_of_verb", JET, {"animate": "Acme"}, "to <- delivered prep"),
    ("_recipient_of_verb", JET, {}, "to <- built prep"),
    ("_margin", BEATEN, {}, "by <- beaten prep"),
    ("_margin", BEATEN.replace("votes=vote", "rivals=rival"), {}, "by <- beaten agent"),
    ("_margin", WORKS, {"people": "Mozart"}, "by <- works prep"),
    ("_listed", AIRLINES, {}, "Bolt <- airlines listed"),
    ("_listed", AIRLINES.replace("six/CD/nummod/2", "the/DT/det/2").replace("-/:/punct/2", ",/,/punct/2"), {}, "Bolt <- airlines appos"),
    ("_main_after_relative", QUAKE, {}, "quake <- hit nsubj"),
    ("_main_after_relative", QUAKE.replace("hit=hit", "gone=go").replace("hard/RB/advmod/7", "by/IN/agent/7"), {}, "gone <- quake acl"),
    ("_main_after_relative", FELT, {}, "hit <- felt conj"),
    ("_main_after_relative", FELT.replace("and/CC/cc/1", "and/CC/cc/9"), {}, "hit <- quake acl"),
    ("_headline_after_relative", CHEMIST, {}, "Chemist <- dies nsubj"),
    ("_headline_after_relative", CHEMIST.replace("explain", "say"), {}, "dies <- say ccomp"),
    ("_absolute_with", WINNING, {}, "winning <- with pcomp"),
    ("_absolute_with", WINNING.replace("ended=end", "met=meet"), {}, "winning <- met advcl"),
    ("_subject_before_quote", WALKED, {}, "Hall <- walked nsubj"),
    ("_subject_before_quote", WALKED.replace('"/', "he/"), {}, "Hall <- Rome appos"),
    ("_done_to_subject", DRUGS, {}, "one <- developed nsubjpass"),
    ("_done_to_subject", DRUGS.replace("by/IN/agent", "with/IN/prep"), {}, "one <- developed nsubj"),
    ("_before_dash", DASH, {}, "people <- met meta"),
    ("_before_dash", DASH.replace("-/:", "say/VBP"), {}, "people <- met nsubj"),
    ("_participle_of_item", PAGES, {}, "geared <- pages acl"),
    ("_participle_of_item", PAGES.replace("has=have/VBZ", "had=have/VBD"), {}, "geared <- had conj"),
    ("_item_after_aside", LEASED, {}, "ferries <- ships conj"),
    ("_item_after_aside", LEASED.replace("and/CC/cc/3", "and/CC/cc/1"), {}, "ferries <- has npadvmod"),
    ("_name_before_noun", OWNED, {}, "Beta <- Gamma nmod"),
    ("_name_before_noun", OWNED.replace("parent/NN", "and/CC"), {}, "Beta <- Alpha conj"),
    ("_relative_of_claim", REJECTS, {}, "denies <- Acme parataxis"),
    ("_relative_of_claim", REJECTS.replace("denies=deny", "owns=own"), {}, "owns <- Acme relcl"),
    ("_relative_of_mishap", CRASH, {}, "killed <- crash relcl"),
    ("_relative_of_mishap", CRASH.replace("crash", "picture"), {}, "killed <- plane relcl"),
    ("_relative_of_mishap", CRASH.replace("killed=kill/VBD", "carries=carry/VBZ"), {}, "carries <- plane relcl"),
    ("_relative_of_mishap", CRASH.replace("plane", "militia"), {"animate": "militia"}, "killed <- militia relcl"),
    ("_relative_of_lack", LACK, {}, "led <- cover parataxis"),
    ("_relative_of_lack", LACK.replace("no/DT", "a/DT"), {}, "led <- cover relcl"),
    ("_relative_of_lack", LACK.replace("led=lead", "ended=end"), {}, "ended <- cover relcl"),
    ("_relative_of_either", CAMP, {}, "shelled <- Bergen dep"),
    ("_relative_of_either", CAMP.replace("camp", "teacher"), {"people": "teacher"}, "shelled <- Bergen relcl"),
    ("_relative_of_either", CAMP.replace("in/IN/prep/3", "in/IN/prep/1"), {}, "shelled <- Bergen relcl"),
    ("relative_of_people", RESIDENT, {"people": "resident"}, "fled <- resident relcl"),
    ("relative_of_people", RESIDENT.replace("resident", "centre"), {}, "fled <- Foua relcl"),
    ("relative_of_people", COACH, {"people": "coach"}, "won <- Girona relcl"),
    ("relative_of_people", COACH.replace("have/VBP", "has/VBZ"), {"people": "coach"}, "won <- coach relcl"),
    ("relative_of_many", DOSES, {}, "were <- doses relcl"),
    ("relative_of_many", DOSES.replace("were=be/VBD", "was=be/VBD"), {}, "was <- Merck relcl"),
    ("relative_of_happening", RETURN, {"events": "return"}, "began <- return relcl"),
    ("relative_of_happening", RETURN.replace("began=begin", "burned=burn"), {"events": "return"}, "burned <- Chad relcl"),
    ("_relative_of_last", AIM, {}, "is <- aim relcl"),
    ("_relative_of_last", AIM.replace("pursuit", "part"), {}, "is <- part relcl"),
    ("_relative_in_which", DECADE, {}, "fined <- decade relcl"),
    ("_relative_in_which", DECADE.replace("which/WDT", "time/NN"), {}, "fined <- left advcl"),
    ("_seen_as", KEY, {}, "key <- see oprd"),
    ("_seen_as", KEY.replace("see/", "use/"), {}, "key <- as amod"),
    ("_participle_after_noun", CEREMONY, {}, "attended <- ceremony acl"),
    ("_participle_after_noun", CEREMONY.replace("by/IN/agent", "by/IN/prep"), {}, "attended <- spoke ccomp"),
    ("_what_is_hoped", HOPES, {"speech": "cite say"}, "citing <- hopes advcl"),
    ("_what_is_hoped", HOPES.replace("hopes=hop", "hops=hop"), {"speech": "cite say"}, "citing <- grow advcl"),
    ("_what_it_is_called", INSULT, {}, "insult <- called oprd"),
    ("_what_it_is_called", INSULT.replace("called=call", "offered=offer"), {}, "insult <- offered dobj"),
    ("_infinitive_of_raised", COURTS, {}, "reach <- expect xcomp"),
    ("_infinitive_of_raised", COURTS.replace("expect", "cite"), {}, "reach <- cases relcl"),
    ("_brought_to", GRASS, {}, "families <- eating nsubj"),
    ("_brought_to", GRASS.replace("left=leave", "had=have"), {}, "families <- had dobj"),
    ("_of_last_noun", HEADED, {}, "headed <- army acl"),
    ("_of_last_noun", HEADED.replace("headed=head", "praised=praise"), {}, "praised <- group acl"),
    ("_relative_below", HOPED, {}, "hoped <- Talks relcl"),
    ("_relative_below", HOPED.replace("that/IN", "them/PRP"), {}, "hoped <- Talks acl"),
    ("_judged_by_speaker", RULING, SPEECH, "calling <- said advcl"),
    ("_judged_by_speaker", RULING.replace("calling=call", "paying=pay"), SPEECH, "paying <- appeal advcl"),
    ("_called", CALLED, {}, "undervalued <- called oprd"),
    ("_called", CALLED.replace("called=call", "sold=sell"), {}, "undervalued <- venture acl"),
    ("_charged_with", SPYING, {"animate": "senator"}, "with <- charged prep"),
    ("_charged_with", SPYING.replace("charged=charge", "met=meet"), {"animate": "senator"}, "with <- senator prep"),
    ("_name_of_object", PANAMA, {}, "Bergen <- defeated dobj"),
    ("_name_of_object", PANAMA.replace("debutants/NNS/dobj/1", "the/DT/det/3 debutants/NNS/dobj/1"), {}, "Bergen <- defeated npadvmod"),
    ("_in_order", IN_ORDER, {}, "save <- cut advcl"),
    ("_in_order", IN_ORDER.replace("order/NN", "time/NN"), {}, "save <- time acl"),
    ("_what_for", CROWDED, {}, "witness <- crowded advcl"),
    ("_what_for", CROWDED.replace("onto/IN", "with/IN"), {}, "witness <- crowded xcomp"),
    ("_seen_to_do", CROWDED, {}, "flip <- witness ccomp"),
    ("_seen_to_do", CROWDED.replace("witness/VB", "greet/VB"), {}, "flip <- crowded conj"),
    ("_what_for_after_object", LEFT, {}, "visit <- left advcl"),
    ("_what_for_after_object", LEFT.replace("left=leave", "told=tell"), {}, "visit <- told xcomp"),
    ("_goes_on", WENT_ON, {}, "win <- went xcomp"),
    ("_goes_on", WENT_ON.replace("on/RP", "out/RP"), {}, "win <- went advcl"),
    ("_of_ranked", BECAME, {}, "win <- team relcl"),
    ("_of_ranked", BECAME.replace("first/JJ", "good/JJ"), {}, "win <- became xcomp"),
    ("_brought_to_do", ENCOURAGES, {}, "publish <- encourages xcomp"),
    ("_brought_to_do", ENCOURAGES.replace("encourages=encourage", "builds=build"), {}, "publish <- builds advcl"),
    ("_brought_to_do", ENCOURAGES.replace("encourages=encourage", "asks=ask"), {"animate": "schools"}, "publish <- asks xcomp"),
    ("_brought_to_do", ENCOURAGES.replace("encourages=encourage", "asks=ask"), {}, "publish <- asks advcl"),
    ("_hashtag", HASHTAG, {}, "NoMore <- tag appos"),
    ("_hashtag", HASHTAG, {}, "posted <- chose conj"),
    ("_hashtag", HASHTAG.replace("#_", "#"), {}, "NoMore <- chose ccomp"),
    ("_last_of_compound", LAYOUT.replace("layout/NN", "layout/JJ"), {}, "layout <- carries advcl"),
    ("_made_better", BETTER, {}, "better <- made oprd"),
    ("_made_better", BETTER.replace("made=make", "said=say"), {}, "better <- said ccomp"),
    ("_used_to", USED_TO, {}, "used <- say aux"),
    ("_used_to", USED_TO.replace("used=use/VBD", "uses=use/VBZ"), {}, "uses <- uses ROOT"),
    ("_contact_clause", NOBODY, {}, "wanted <- present relcl"),
    ("_contact_clause", NOBODY, {}, "present <- called oprd"),
    ("_contact_clause", NOBODY.replace("nobody/NN", "buyers/NNS"), {}, "wanted <- called ccomp"),
    ("_clause_after_object", EXCEEDED, {}, "demand <- exceeded nsubj"),
    ("_clause_after_object", EXCEEDED.replace("found=find", "met=meet"), {}, "demand <- met dobj"),
    ("_practice", PODCASTING, {}, "podcasting <- of pobj"),
    ("_practice", PODCASTING.replace("with/IN", "in/IN"), {}, "podcasting <- of pcomp"),
    ("_beside_place", UNIVERSITY, {}, "Nordea <- Equinor conj"),
    ("_beside_place", UNIVERSITY.replace("Nordea", "Norway"), {}, "Norway <- Bergen conj"),
    ("_of_what_one_died", ILLNESS, {}, "of <- died prep"),
    ("_of_what_one_died", ILLNESS.replace("died=die", "sang=sing"), {}, "of <- Bergen prep"),
    ("_by_means", MAIL, {}, "by <- returned prep"),
    ("_by_means", MAIL.replace("mail/NN", "rebels/NNS"), {}, "by <- returned agent"),
    ("_both", BOTH, {}, "criticism <- praise conj"),
    ("_both", BOTH.replace("both/DT", "some/DT"), {}, "criticism <- Norway conj"),
    ("_about", REGARDING, {}, "regarding <- rules acl"),
    ("_taken_on", TAKES, {}, "on <- takes prep"),
    ("_taken_on", TAKES, {}, "sales <- on pobj"),
    ("_taken_on", TAKES.replace("that/WDT", "where/WRB"), {}, "on <- takes prt"),
    ("_main_after_participle", SEEDED, {}, "beat <- beat ROOT"),
    ("_main_after_participle", SEEDED, {}, "seeded <- player acl"),
    ("_main_after_participle", SEEDED.replace("seeded=seed", "rose=rise"), {}, "beat <- rose conj"),
    ("_of_clause", ENLARGEMENT, {}, "enlargement <- join meta"),
    ("_of_clause", ENLARGEMENT.replace("enlargement", "ally"), {}, "ally <- Nordea appos"),
    ("_of_clause", ACCIDENT, {"events": "accident"}, "accident <- hit meta"),
    ("_of_clause", ACCIDENT, {"events": "wall accident"}, "accident <- wall appos"),
    ("_of_clause", ACCIDENT.replace("second", "old"), {"events": "accident"}, "accident <- wall appos"),
    ("_of_place", MAYOR, {"people": "Lee"}, "city <- Bergen appos"),
    ("_of_place", MAYOR.replace("city", "friend"), {"people": "Lee"}, "friend <- Lee appos"),
    ("_object_after_comma", TURN, {}, "turn <- protested meta"),
    ("_object_after_comma", TURN.replace(",/,", "-/:"), {}, "turn <- protested dobj"),
    ("_turned", STAR, {"people": "star"}, "turned <- star amod"),
    ("_turned", STAR, {"people": "star"}, "Lee <- star appos"),
    ("_turned", STAR, {}, "turned <- stopped conj"),
    ("_turned", STAR.replace("mayor/NN/compound/6", "the/DT/det/6"), {"people": "star"}, "turned <- stopped conj"),
    ("_turned_before_main", CHEF, {"people": "chef"}, "chef <- Lee nmod"),
    ("_turned_before_main", CHEF.replace("turned=turn", "joked=joke"), {"people": "chef"}, "chef <- joked nsubj"),
    ("_next_of_gerunds", STUFFING, {}, "redrawing <- stuffing conj"),
    ("_next_of_gerunds", STUFFING, {"speech": "redraw"}, "redrawing <- accused advcl"),
    ("_next_of_gerunds", STUFFING.replace("scaring=scare/VBG", "scared/JJ"), {}, "redrawing <- accused advcl"),
    ("_last_of_gerunds", STUFFING, {}, "scaring <- redrawing conj"),
    ("_last_of_gerunds", STUFFING, {}, "voters <- scaring dobj"),
    ("_last_of_gerunds", STUFFING.replace("scaring=scare/VBG", "scared/JJ"), {}, "voters <- maps conj"),
    ("_naming_parts", COUNTING, {}, "counting <- seats prep"),
    ("_naming_parts", COUNTING.replace("counting=count", "leaving=leave"), {}, "leaving <- has advcl"),
    ("_around_report", CLOSING, SPEECH, "closing <- rejected advcl"),
    ("_around_report", CLOSING.replace("closing=close", "speaking=speak"), SPEECH, "speaking <- said advcl"),
    ("_around_report", CLOSING.replace(",/,/punct/6 an", "-/:/punct/6 an"), SPEECH, "closing <- said advcl"),
    ("_after_bare", LET_GO, {}, "leaving <- let advcl"),
    ("_after_bare", LET_GO.replace("let/VBD", "saw=see/VBD"), {}, "leaving <- go advcl"),
    ("_parts_of_subject", FLOODED, {}, "including <- Farms prep"),
    ("_parts_of_subject", FLOODED.replace("including=include/VBG", "near/IN"), {}, "near <- flooded prep"),
    ("_clause_after_aside", PARTY, {}, "party <- threatened nsubj"),
    ("_clause_after_aside", PARTY, {}, "threatened <- came advcl"),
    ("_clause_after_aside", PARTY.replace("to/TO/aux/12 leave/VB/xcomp/10", "in/IN/prep/10 May/NNP/pobj/11"), {}, "party <- after pobj"),
    ("_clause_opened", SPREAD, {}, "protests <- spread nsubj"),
    ("_clause_opened", SPREAD, {}, "spread <- fired advcl"),
    ("_clause_opened", SPREAD.replace("as/IN", "at/IN"), {}, "protests <- at pobj"),
    ("_clause_opened", SPREAD.replace("spread/VBD", "spread/NN"), {}, "protests <- as pobj"),
    ("_no_subject", NURSE, {}, "him <- after pobj"),
    ("_no_subject", NURSE, {}, "nurse <- fell nsubj"),
    ("_no_subject", NURSE.replace("him/PRP", "he/PRP"), {}, "he <- fell nsubj"),
    ("_main_after_whose", WHOSE, {}, "Lee <- left nsubj"),
    ("_main_after_whose", WHOSE, {}, "was <- Lee relcl"),
    ("_main_after_whose", WHOSE.replace("whose/WP$", "his/PRP$"), {}, "was <- was ROOT"),
    ("_listed_clause", VOTED, SPEECH, "Ten <- voted nsubj"),
    ("_listed_clause", VOTED.replace("voted=vote/VBD/ccomp", "fell=fall/VBD/ccomp"), SPEECH, "fell <- voted ccomp"),
    ("_for_or_against", AGAINST, {}, "against <- voted prt"),
    ("_for_or_against", f"{AGAINST} it/PRP/pobj/2", {}, "against <- voted prep"),
    ("_nearest_subject", TAXIS, {}, "most <- stayed nsubj"),
    ("_nearest_subject", TAXIS.replace("it/PRP/pobj/7", "and/CC/cc/6"), {}, "most <- trains conj"),
    ("_infinitive_before_main", SENT_BACK, {}, "list <- is nsubj"),
    ("_infinitive_before_main", SENT_BACK, {}, "sent <- people acl"),
    ("_infinitive_before_main", SENT_BACK.replace("to/TO", "do/VBP"), {}, "sent <- is csubj"),
    ("_beside_verb", CAMPUS, {}, "embraced <- applauded conj"),
    ("_beside_verb", CAMPUS.replace("/advcl/1", "/ccomp/1"), {}, "embraced <- spoke conj"),
    ("_of_scheme", SCHEME, {}, "by <- scheme prep"),
    ("_of_scheme", SCHEME, {}, "for <- scheme prep"),
    ("_of_scheme", SCHEME.replace("Nordea/NNP", "vote/NN"), {}, "for <- backed prep"),
    ("_fraud_by", FRAUD, {"speech": "deny", "events": "fraud"}, "by <- fraud prep"),
    ("_fraud_by", FRAUD, {"events": "fraud"}, "by <- denied prep"),
    ("_aside_of_subject", OUTBREAK, SPEECH, "in <- outbreak prep"),
    ("_aside_of_subject", OUTBREAK, SPEECH | {"animate": "outbreak"}, "in <- curbed prep"),
    ("_aside_of_subject", OUTBREAK.replace("east", "Sunday"), SPEECH, "in <- curbed prep"),
    ("_kinds", SHOES, {}, "jewelry <- shoes conj"),
    ("_kinds", SHOES.replace("trials=trial/NNS", "work/NN"), {}, "jewelry <- work conj"),
    ("_kinds", SHOES, {"events": "trials jewelry"}, "jewelry <- trials conj"),
    ("_of_whole", HARM, {}, "done <- harm acl"),
    ("_of_whole", HARM.replace("Part", "Reports"), {}, "done <- Reports acl"),
    ("_of_last_conjunct", SIGNS, {}, "matter <- signs relcl"),
    ("_of_last_conjunct", SIGNS.replace("fever/NN", "chills=chill/NNS"), {}, "matter <- chills relcl"),
    ("_what_one_becomes", NURSE, {}, "ill <- fell acomp"),
    ("_what_one_becomes", NURSE.replace("ill/RB", "soon/RB"), {}, "soon <- fell advmod"),
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
    doc = parsed(text, entities=ENTITIES)
    repair(doc, lexicon(doc, words))
    word = wanted.split()[0]
    (found,) = [f"{t.text} <- {t.head.text} {t.dep_}" for t in doc if t.text == word]
    assert found == wanted


def test_every_repair_has_rows() -> None:
    assert {name for name, *_ in ROWS} == {mend.__name__ for mends in REPAIRS.values() for mend in mends}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name, text, words, wanted", ROWS)
def test_mending_keeps_a_tree_and_stays(name: str, text: str, words: dict[str, str], wanted: str) -> None:
    doc = parsed(text, entities=ENTITIES)
    repair(doc, lexicon(doc, words))
    once = [(t.head.i, t.dep_) for t in doc]
    assert [t.i for t in doc if t.head.i == t.i] == [s.root.i for s in doc.sents]
    repair(doc, lexicon(doc, words))
    assert [(t.head.i, t.dep_) for t in doc] == once


@pytest.mark.parametrize("text, word, pos", [
    (REGARDING, "regarding", "ADP"),
    (REGARDING.replace("regarding=regard", "hitting=hit"), "hitting", "VERB"),
    (HASHTAG, "NoMore", "PROPN"),
    (PODCASTING, "podcasting", "NOUN"),
])  # fmt: skip
def test_a_word_is_read_as_what_it_is(text: str, word: str, pos: str) -> None:
    doc = parsed(text)
    repair(doc, Lexicon())
    assert [t.pos_ for t in doc if t.text == word] == [pos]


def test_a_noun_tagged_as_a_verb_ends_its_phrase() -> None:
    doc = parsed(LAYOUT)
    doc[5].pos_ = "VERB"
    repair(doc, Lexicon())
    assert (doc[5].head.text, doc[5].dep_, doc[4].head.text, doc[4].dep_) == ("in", "pobj", "layout", "compound")


def test_a_habit_is_told_in_the_past() -> None:
    doc = parsed(USED_TO)
    repair(doc, Lexicon())
    assert (doc[3].tag_, doc[3].dep_) == ("VBD", "ROOT")


def test_a_reduced_clause_is_no_past() -> None:
    doc = parsed(USED)
    repair(doc, Lexicon())
    assert doc[1].tag_ == "VBN"


def test_a_verb_of_its_own_stays_past() -> None:
    doc = parsed("The/DT/det/1 book/NN/ROOT/1 sold=sell/VBD/acl/1 well/RB/advmod/2")
    repair(doc, Lexicon())
    assert doc[2].tag_ == "VBD"


@pytest.mark.parametrize("text, words, tag", [
    (CHEESE, {}, "VBN"),
    (CHEESE, {"animate": "Cheese"}, "VBD"),  # of somebody "was hired by the club and played" is as likely active
    (CHEESE.replace("sold=sell", "came=come"), {}, "VBD"),
])  # fmt: skip
def test_the_second_of_two_passives_is_one(text: str, words: dict[str, str], tag: str) -> None:
    doc = parsed(text)
    repair(doc, lexicon(doc, words))
    assert doc[6].tag_ == tag
