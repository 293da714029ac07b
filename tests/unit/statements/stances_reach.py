"""How far a word reaches: "or", "likely", a denial, a question, "after" and "could", each with what it leaves alone.

A row is as in stances.py; sentences written for what was read wrongly in articles nobody had seen.
"""

from __future__ import annotations

from tests.unit.statements.stances import FUTURE, IS, MIGHT, WAS, Rows
from tests.unit.statements.stances_written import NOT_DONE

EITHER = "+ possible past"
ASKED = "+ hypothetical past"

REACH: Rows = [
    # "or" in what is told of all and of every time
    ("The lamp broke every time the nurses washed or fed the patient.", {"washed": WAS, "fed": WAS}),
    ("Whenever the police stopped or searched a car, residents filmed them.", {"searched": WAS}),
    ("Anyone who buys or sells ivory is fined.", {"buys": IS, "sells": IS}),
    ("All members who left or joined the club were counted.", {"left": WAS, "joined": WAS}),
    ("The minister resigned or was dismissed.", {"resigned": EITHER, "dismissed": EITHER}),
    ("The two men who robbed or burned the shop were caught.", {"robbed": EITHER, "burned": EITHER}),
    # "whether ... or ..."
    ("The court asked whether the bank lied or misled investors.", {"lied": ASKED, "misled": ASKED}),
    ("Police did not say whether the driver fled or hid.", {"fled": ASKED, "hid": ASKED}),
    ("The firm did not say whether he decided to resign or was forced out.", {"resign": ASKED, "forced": ASKED}),
    ("The firm said he decided to resign in May.", {"resign": "+ certain future"}),
    # what an object is made is sure to be made
    ("A warming sea makes such storms more likely.", {"makes": IS}),
    ("The scandal made his resignation likely.", {"made": WAS}),
    ("A ceasefire is likely.", {"is": "+ probable present"}),
    # a question in a quotation is that of its speaker
    ('One reader wrote "How can anyone trust the bank?"', {"wrote": WAS, "trust": "+ possible present"}),
    ('The mayor asked: "Who paid for this?"', {"asked": WAS}),
    ("Did the bank fail?", {"fail": "? possible ?"}),
    # a denial by nobody, and one that another verb has taken over
    ("Nobody wanted the army to enter the town.", {"wanted": NOT_DONE, "enter": "+ possible future"}),
    ("No minister believes that the bank lied.", {"lied": "+ possible past"}),
    ("The chief did not expect regulators to block the deal.", {"block": "- probable future"}),
    ("The firm did not agree to sell the mine.", {"agree": NOT_DONE, "sell": "+ possible future"}),
    ("The minister does not deny that the bank paid him.", {"deny": "- certain present", "paid": EITHER}),
    ("The minister denied that the bank paid him.", {"paid": NOT_DONE}),
    # what goes before, and what could be then
    ("After selling the plant, the firm is building a new one.", {"selling": WAS, "building": IS}),
    ("Since leaving the army, Angela Merkel has been living in Rome.", {"leaving": WAS}),
    ("After selling the plant, the firm will build a new one.", {"selling": "? ? future"}),
    ("While working in Rome, she is writing a book.", {"working": IS}),
    ("He built a ship that could carry 400 cars.", {"carry": EITHER}),
    ("The firm sells a phone that could change the market.", {"change": "+ possible future"}),
    ("Mali became the first state to ban the drug.", {"ban": WAS}),
    ("Toyota announced the first truck to use hydrogen.", {"use": "+ certain present"}),
    ("The strike begins on Monday.", {"begins": FUTURE}),
    ("The book begins in Rome.", {"begins": IS}),
    ("The men ran and hid or fled.", {"ran": WAS, "hid": EITHER, "fled": EITHER}),
    # a headline goes on with its subject
    ("Denmark's Frederiksen resigns after a defeat, seeks partners", {"resigns": IS, "seeks": IS}),
    # what stands in another's place
    ("High rates cause inflation rather than curb it.", {"cause": IS, "curb": "- certain present"}),
    ("The firm sold the mill rather than close it.", {"sold": WAS, "close": "- ? ?"}),
    ("The firm sold the mill and closed the mine.", {"closed": WAS}),
    # what is kept from being done
    ("The court restricted developers from informing consumers.", {"restricted": WAS, "informing": NOT_DONE}),
    ("The drought hindered the farm from selling wheat.", {"selling": NOT_DONE}),
    ("The farm profited from selling wheat.", {"selling": WAS}),
    # no sooner than
    ("The shop did not open until Monday.", {"open": WAS}),
    ("His term is not due to end until 2020.", {"end": FUTURE}),
    ("The shop did not open on Monday.", {"open": NOT_DONE}),
    ("The guards could not open the gate until Monday.", {"open": NOT_DONE}),
    # there is none of it
    ("The bank has no plans to close branches.", {"close": "- possible future"}),
    ("She saw no need to look elsewhere.", {"look": MIGHT}),
    ("The bank has plans to close branches.", {"close": MIGHT}),
    # denied, and what a denial stands on
    ("The army denied reports that two people had been killed.", {"killed": "- certain past"}),
    ("Reports that two people had been killed alarmed the town.", {"killed": "+ possible past"}),
    ("The bank was accused of fraud, a charge that it denies.", {"denies": IS}),
    ("The rumour that the king had died spread.", {"died": "+ possible past"}),
    # what somebody is tried for
    ("The mayor appealed against her conviction for accepting gold.", {"accepting": "+ possible past"}),
    ("The mayor received a fine for accepting gold.", {"accepting": WAS}),
    ("The men were suspected of bribing guards and of helping to fund a strike.", {"fund": "+ possible past"}),
    # how long something took that was done
    ("The champion needed more than an hour to beat her rival.", {"beat": WAS}),
    ("The firm needs a year to build the plant.", {"build": "? ? future"}),
    # wanted, and not there yet
    ("The party called for a law that protects tenants.", {"protects": "+ possible present"}),
    ("The party praised a law that protects tenants.", {"protects": IS}),
    ("The probe is thought to have gathered the first samples taken there.", {"taken": "+ probable past"}),
    ("The result added to the sense that the bank is failing.", {"failing": "+ possible present"}),
    ("The vote cleared the way for the state to join the bloc.", {"join": MIGHT}),
    # a day that is fixed
    ("The law takes effect on Thursday.", {"takes": FUTURE}),
    ("The committee meets on Friday.", {"meets": FUTURE}),
    ("The shop closes on Fridays.", {"closes": IS}),
    ("Fire destroys school on Monday", {"destroys": IS}),
    # who would not say has refused
    ("The ministry would not comment on the report.", {"comment": NOT_DONE}),
    ("He said the ministry would not comment on the report.", {"comment": "- certain future"}),
    ("The firm would not sell the mine.", {"sell": "- certain future"}),
    ("The mayor is in prison after being convicted of theft.", {"convicted": WAS}),
    # what something costs to do is no aim
    ("The course costs 90 euros to join.", {"costs": IS, "join": "+ certain present"}),
    ("He took a train to visit Rome.", {"took": WAS, "visit": "+ certain future"}),
    # an "if" on the auxiliary, and in a quotation
    ('One poster wrote "We lose if one side is gone."', {"wrote": WAS, "gone": "+ hypothetical present"}),
    # a clause of time that the parser takes for a complement
    (
        "Investors will get 12 euros, a premium to the price on the day before the approach was reported.",
        {"get": FUTURE, "reported": WAS},
    ),
    # an absolute participle reports by itself
    (
        "Fiat has announced that work has stopped, its rival saying that more tests are needed.",
        {"announced": WAS, "stopped": "+ certain past"},
    ),
]
