"""How clauses are meant that stand beside a verb of saying, a permission, a penalty or what has to come first.

Rows as in `tests.unit.statements.stances`; written with the rules for them.
"""

from __future__ import annotations

from tests.unit.statements.stances import IS, MIGHT, OPEN, PAST, WAS, Rows

NOT_DONE = "- certain past"
MAYBE = "+ possible ?"

BESIDE: Rows = [
    # before a semicolon
    (
        "The bridge was closed; unless it is mended soon, engineers say, the town may drown.",
        {"closed": WAS, "drown": MIGHT},
    ),
    (
        "The vote was held; with no majority, parties fear, the talks could last for months.",
        {"held": WAS, "last": MIGHT},
    ),
    ("Rain fell; without dikes, farmers warn, the town may drown.", {"fell": WAS, "drown": MIGHT}),
    ("In total 142 cases were confirmed; at least 22 deaths were probably due to the virus.", {"confirmed": WAS}),
    ("The plant closed in May; its workers may have been paid.", {"closed": WAS, "paid": "+ possible past"}),
    ("Two men were arrested; a third possibly escaped.", {"arrested": WAS, "escaped": "+ possible past"}),
    ("Talks have yet to start; without them, diplomats warn, the country may split.", {"split": MIGHT}),
    ("Should the mayor be re-elected, he will build a tunnel.", {"re-elected": "+ hypothetical future"}),
    # another clause that says something else
    ("Army retakes palace, rebels vow to fight on", {"retakes": IS, "vow": IS, "fight": "+ certain future"}),
    ("Quake kills 40 in northern Chile, president promises help", {"kills": IS, "promises": IS}),
    ("Court convicts former minister, lawyers pledge to appeal", {"convicts": IS, "appeal": "+ certain future"}),
    ("Court jails editor, press groups say the ruling is unfair.", {"jails": IS, "is": "+ certain present"}),
    ("Storm destroys hundreds of homes, government vows to rebuild", {"destroys": IS, "vows": IS}),
    ("The team won the cup, officials said.", {"won": PAST}),
    # what is said after what is denied
    (
        "The group denied that it had lost the palace and claimed its men had shot guards and destroyed several cars.",
        {"lost": NOT_DONE, "shot": PAST, "destroyed": PAST},
    ),
    (
        "The ministry denied that it had lost the town and said its troops had shot down a drone and captured a depot.",
        {"lost": NOT_DONE, "captured": PAST},
    ),
    (
        "The firm denied that it had misled buyers and stressed it had repaired the pumps and paid the fines.",
        {"misled": NOT_DONE, "paid": PAST},
    ),
    (
        "The bank denied that it had broken the law and insisted it had informed regulators and returned the money.",
        {"broken": NOT_DONE, "returned": PAST},
    ),
    # a permission that was not given, and one that stopped somebody
    ("The official was not authorised to discuss the plan.", {"discuss": MAYBE}),
    ("They spoke unnamed because they were not authorized to brief reporters.", {"brief": MAYBE}),
    ("The nurse was not licensed to sell the drug.", {"sell": MAYBE}),
    ("The guards were not entitled to search the car.", {"search": MAYBE}),
    ("The pilots were not trained to fly at night.", {"fly": MAYBE}),
    ("The pilots were not qualified to land in fog.", {"land": MAYBE}),
    ("The crew was not able to reach the island.", {"reach": NOT_DONE}),
    ("Reporters were not allowed to enter the hall.", {"enter": NOT_DONE}),
    # what a penalty or a prize is given for, and what money is
    ("The defender was shown a card for protesting.", {"protesting": WAS}),
    ("The nurse won a medal for saving two children.", {"saving": WAS}),
    ("The council won praise for reopening the library.", {"reopening": WAS}),
    ("The court did not hold the firm liable, except for failing to install an alarm.", {"failing": WAS}),
    ("The senator faces a ban for taking bribes.", {"taking": OPEN}),
    ("The council received money for building a school.", {"building": OPEN}),
    (
        "The coach said on Sunday his captain would miss the final, while the doctor disagreed.",
        {"disagreed": "+ certain past"},
    ),
    # what has to come first, and what did
    ("The challenger would not concede until every ballot had been counted.", {"counted": OPEN}),
    ("The union will not return until the contract has been signed.", {"signed": OPEN}),
    ("The bank refused to lend until the audit had been completed.", {"completed": OPEN}),
    ("The court would not rule before both sides had been heard.", {"heard": OPEN}),
    ("The team did not leave until the match had ended.", {"leave": "- certain past", "ended": WAS}),
]
