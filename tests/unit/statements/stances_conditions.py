"""Sentences on courts, disasters, sport and trade, written and labelled before they were read.

A row is as in stances.py.  Of 69 labels 59 were read as labelled at first; seven causes were mended, and three rows
were put in other words: "bidding" is a noun to the parser, one "was" stood for two predicates, and "not all of
them left" is told of the smaller share (is_not_only).
"""

from __future__ import annotations

from tests.unit.statements.stances import FUTURE, IS, MIGHT, OPEN, WAS, Rows

PREVENTED = "- certain past asserted"
NOT_DONE = "- certain past"

CONDITIONS: Rows = [
    # which clause a condition belongs to
    (
        "If there ever comes a year when the harvest fails, the fund will pay.",
        {"comes": OPEN, "fails": OPEN, "pay": MIGHT},
    ),
    (
        "The skipper promised that if a day came when she could not sail, she would step down.",
        {"came": OPEN, "sail": OPEN},
    ),
    (
        "The union says nurses need longer breaks if the ward is to stay safe.",
        {"says": IS, "need": "+ ? ?", "stay": OPEN},
    ),
    (
        "The insurer said repairs were necessary if the dam was to survive another flood.",
        {"said": WAS, "survive": OPEN},
    ),
    ("The valve leaks when it is turned in a certain way.", {"leaks": IS}),
    (
        "The minister said on Monday that she would quit if the bill failed.",
        {"said": WAS, "quit": MIGHT, "failed": OPEN},
    ),
    ("The coach resigned, whether or not the board had asked for it.", {"resigned": WAS, "asked": OPEN}),
    # forbidden and prevented
    (
        "The court barred the landlord from evicting the family.",
        {"barred": WAS, "evicting": "- certain future deontic"},
    ),
    (
        "The regulator has banned the airline from flying to Oslo.",
        {"banned": WAS, "flying": "- certain future deontic"},
    ),
    ("Floods prevented the ferries from sailing on Sunday.", {"prevented": WAS, "sailing": NOT_DONE}),
    ("The guards stopped two men from entering the stadium.", {"stopped": WAS, "entering": NOT_DONE}),
    (
        "The law prohibits shops from selling knives to children.",
        {"prohibits": IS, "selling": "- certain future deontic"},
    ),
    (
        "The brewer claims that its rival broke a treaty of 1994, which barred the rival from using a red star.",
        {"claims": IS, "broke": "+ certain past", "barred": WAS, "using": "- certain future deontic"},
    ),
    ("The strike did not prevent the trains from running.", {"prevent": NOT_DONE, "running": "+ ? ?"}),
    ("The judge may bar the paper from naming the girl.", {"bar": MIGHT, "naming": OPEN}),
    ("The company was barred from using the port.", {"barred": WAS, "using": "- certain future deontic"}),
    ("A fence kept the wolves from reaching the sheep.", {"kept": WAS, "reaching": NOT_DONE}),
    ("The plant will cease producing tyres in May.", {"producing": "- certain future"}),
    ("The ministry sued so that the firm would stop dumping waste.", {"sued": WAS, "dumping": OPEN}),
    # what it led to, and what was wished
    ("The scandal became the reason for the mayor to resign.", {"became": WAS, "resign": WAS}),
    ("The injury was the reason for the striker to leave the club.", {"leave": WAS}),
    ("The noise was enough for the neighbours to call the police.", {"call": WAS}),
    ("The report led the bank to close six branches.", {"led": WAS, "close": WAS}),
    ("The company would like to apologise for the delay.", {"apologise": IS}),
    ("The company would like to build a bridge.", {"build": MIGHT}),
    ("The bank did not attempt to hide its losses.", {"attempt": NOT_DONE, "hide": "+ possible ?"}),
    # standing state
    ("The hotel, located on a lake near Zurich, will close in May.", {"located": IS, "close": FUTURE}),
    ("The firm, based in Turin, sold two mines last week.", {"based": IS, "sold": WAS}),
    ("The storm, known as Erin, killed nine people.", {"known": IS, "killed": WAS}),
    ("A town situated on the coast of Chile was evacuated.", {"situated": IS, "evacuated": WAS}),
    # degree and negation
    ("The brakes were not strong enough.", {"were": NOT_DONE}),
    ("The brewer was famous but not a rich man.", {"was": WAS}),
    ("The runner no longer holds the record.", {"holds": "- certain present"}),
    ("The bridge is not yet open to lorries.", {"is": "- certain present"}),
    ("The verdict hardly surprised the lawyers.", {"surprised": NOT_DONE}),
    ("Not all of the survivors left the island.", {"left": WAS}),
    ("The drought not only ruined the wheat but also emptied the lakes.", {"ruined": WAS, "emptied": WAS}),
    (
        "The clinics are able to treat malaria or refer patients to the city.",
        {"treat": "+ possible ?", "refer": "+ possible ?"},
    ),
]
"""Conditions, prohibitions, outcomes, standing states and degrees."""

CONTENTS: Rows = [
    # the content of a noun after "be" is as sure as the noun says
    ("The allegation was that the minister took bribes.", {"took": OPEN}),
    ("The claim is that the bank lied.", {"lied": OPEN}),
    ("The fact is that the army left in May.", {"left": WAS}),
    ("The problem is that the army left in May.", {"left": WAS}),
    ("The rule is that players wear helmets.", {"wear": "+ certain future deontic"}),
    ("The treaty's rule was that ships would not sail there.", {"sail": "- certain future deontic"}),
    # verbs whose content nobody vouches for
    ("The dealer lied that the car was new.", {"was": OPEN}),
    ("The court heard that the driver had been drinking.", {"drinking": OPEN}),
    ("She convinced the jury that he had left.", {"left": OPEN}),
    ("The crew were stopped and told that the port was closed.", {"closed": OPEN}),
    # degree and what follows from it
    ("The plane was too heavy to take off.", {"was": WAS, "take": NOT_DONE}),
    ("The dam was not too weak to hold the water.", {"hold": "+ possible ?"}),
    ("The crane was strong enough to lift the bus.", {"lift": "+ possible past"}),
    ("The crane was not powerful enough to lift the bus.", {"lift": NOT_DONE}),
    ("The bank was too eager to sell.", {"sell": OPEN}),
    ("The sailor was lucky to survive.", {"survive": WAS}),
    ("The patrol barely escaped the fire.", {"escaped": WAS}),
    ("The hall was almost empty.", {"was": WAS}),
    # what is called off, and what a thing is made for
    ("Critics praised the abandoned deal to lease ships.", {"lease": "- certain future"}),
    ("The council rejected the plan to build a tunnel.", {"build": OPEN}),
    ("The wings, designed to save fuel, broke.", {"designed": IS, "save": OPEN}),
    ("The bridge designed by the firm fell.", {"designed": WAS}),
    ("The town, formerly known as Sloboda, was evacuated.", {"known": WAS}),
    ("The firm will not sell music branded with an apple.", {"branded": OPEN}),
    # a reason of what was, and one of what is
    ("The strike is the reason for the miners to leave.", {"leave": OPEN}),
    ("The strike was a reason for the miners to leave.", {"leave": OPEN}),
    # "when" on a day of a condition, whatever noun stands before
    ("He wrote in a letter that if a day came when he could no longer serve, he would go.", {"serve": OPEN}),
    ("The police said that the unit formed to study the case had been closed.", {"closed": "+ certain past"}),
    # one of two that are told apart
    ("The firm sold not the mine but the railway.", {"sold": WAS}),
]
"""Written with the rules for them."""
