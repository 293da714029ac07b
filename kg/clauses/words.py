"""Verbs and nouns that decide who does what an infinitive, gerund or bare verb beside them says."""

from __future__ import annotations

SUBJECT_CONTROL = frozenset({"promise", "use", "need", "threaten", "have", "take", "spend", "vow"})
"""Verbs with an object whose infinitive is still done by their subject ("used money to buy", "promised her to go")."""

CHOOSING = frozenset({
    "appoint", "ask", "authorise", "authorize", "choose", "commission", "contract", "direct", "elect", "employ",
    "engage", "enlist", "hire", "instruct", "invite", "nominate", "order", "pay", "pick", "recruit", "retain", "select",
    "summon", "task", "train", "urge",
})  # fmt: skip
"""Verbs whose infinitive is done by their object however far from it it stands ("hired him in May to lead")."""

HIRING = frozenset({"commission", "contract", "employ", "engage", "enlist", "hire", "recruit", "retain"})
"""Verbs whose object is to do what the infinitive says, but has not done it yet."""

DIRECTING = CHOOSING - HIRING | frozenset({
    "advise", "aid", "allow", "assign", "assist", "beg", "believe", "bring", "bribe", "cause", "caution", "challenge",
    "coax", "command", "compel", "condition", "configure", "consider", "convince", "counsel", "dare", "declare",
    "deploy", "design", "despatch", "dispatch", "drive", "empower", "enable", "encourage", "entice", "entitle", "equip",
    "expect", "feel", "find", "forbid", "force", "free", "get", "hear", "help", "implore", "incite", "induce",
    "inspire", "judge", "keep", "know", "lead", "lobby", "like", "love", "mean", "mobilise", "mobilize", "motivate",
    "move", "name", "obligate", "oblige", "permit", "persuade", "prefer", "prepare", "press", "pressure", "program",
    "prompt", "prove", "provoke", "push", "qualify", "recommend", "remind", "report", "request", "require",
    "restrict", "sanction", "say", "send", "set", "show", "station", "steer", "stimulate", "subject", "suppose",
    "suspect", "teach", "tell", "tempt", "think", "trick", "trust", "understand", "want", "warn", "wish",
})  # fmt: skip
"""Verbs after whose object an infinitive says what that does, or is to do; after others what their subject means to."""

BARE = frozenset({
    "bid", "dare", "do", "feel", "go", "have", "hear", "help", "let", "make", "need", "notice", "observe", "see",
    "watch", "witness",
})  # fmt: skip
"""Verbs that take another without "to"."""

WITNESSED = frozenset({"find", "get", "have", "hear", "leave", "see", "want", "watch"})
"""Verbs whose object, with a participle, is what is done to it ("saw ten men killed", "had the car repaired")."""

USED_FOR = frozenset({"employ", "need", "require", "use"})
"""Verbs whose infinitive tells what somebody does with their object ("the data used to compile a list")."""

MADE_FOR = USED_FOR | frozenset({"design", "intend", "make", "build"})
"""Verbs whose infinitive in the passive is not done by what is made or used."""

CALLING = {
    "on": frozenset({"call", "count", "depend", "lean", "prevail", "rely"}),
    "upon": frozenset({"call", "count", "depend", "prevail", "rely"}),
    "to": frozenset({"appeal", "gesture", "motion", "shout", "signal"}),
    "with": frozenset({"plead"}),
    "for": frozenset({"arrange", "campaign", "lobby", "long", "plead", "pray", "wait"}),
}
"""Verbs whose infinitive is done by whoever stands after their preposition ("called on the state to pay")."""

SUPPLYING = frozenset({"arm", "equip", "fit", "provide", "supply"})
"""Verbs whose infinitive is what that is for which they name with "with" ("supplied the force with tankers to ...")."""

IMPERSONAL = frozenset({"ban", "entail", "include", "involve", "mean", "necessitate", "permit", "prohibit", "require"})
"""Verbs of which a gerund tells what is done, not by whom ("the course includes reacting to alarms")."""

JUDGING = frozenset({
    "accuse", "applaud", "arrest", "ban", "blame", "censure", "charge", "chide", "commend", "condemn", "credit",
    "criticise", "criticize", "denounce", "detain", "discipline", "dismiss", "expel", "fine", "fire", "forgive", "hail",
    "honor", "honour", "indict", "investigate", "jail", "laud", "mock", "pardon", "penalise", "penalize", "praise",
    "prosecute", "punish", "rebuke", "reprimand", "ridicule", "sack", "sanction", "scold", "sentence", "slam", "sue",
    "suspend", "thank",
})  # fmt: skip
"""Verbs whose "for" tells what their object did ("blamed the state for failing")."""

ASSESSING = frozenset({
    "approve", "back", "block", "cancel", "challenge", "condemn", "criticise", "criticize", "debate", "delay",
    "denounce", "discuss", "halt", "oppose", "probe", "protest", "question", "reject", "review", "scrap", "support",
    "suspend", "uphold", "veto", "welcome",
})  # fmt: skip
"""Verbs of judging another's plan: what is planned is not done by their subject ("opposed the deal to lease ships")."""

EVIDENCE = frozenset({"clue", "document", "evidence", "footage", "indication", "ground", "proof", "reason", "sign"})
"""Nouns of what shows or gives grounds for what an infinitive says: nobody is told to do it ("no proof to back it")."""

COMPLAINING = frozenset({
    "complain", "condemn", "convey", "demand", "deliver", "denounce", "express", "lodge", "object", "protest",
    "register", "reiterate", "voice",
})  # fmt: skip
"""What one summons another to do oneself: "summoned the envoy to protest"."""

HARD = frozenset({
    "cheap", "dangerous", "difficult", "easy", "expensive", "hard", "impossible", "simple", "straightforward", "tough",
    "tricky",
})  # fmt: skip
"""Adjectives whose infinitive is done to their subject, by nobody who is told: "the offer is hard to refuse"."""

MEANS = frozenset({"aid", "budget", "cash", "equipment", "finance", "funding", "money", "software", "tool", "time"})
"""Nouns of what an infinitive is done with, never by ("funding to search")."""

LEAVES = frozenset(
    {"day", "hour", "license", "licence", "minute", "month", "permission", "permit", "room", "visa", "week"}
)
"""Nouns of leave or time for what an infinitive says: they do nothing themselves ("a day to test it")."""

BEGINNING = frozenset({
    "begin", "commence", "conduct", "hold", "host", "launch", "lead", "mount", "organise", "organize", "stage", "start",
    "undertake",
})  # fmt: skip
"""Verbs whose object is done by their subject, and so is what an infinitive says it is for."""

RANKED = frozenset({"first", "last", "latest", "next", "only", "second", "sole", "third"})
"""Words that with an infinitive single one out: "the first country to default"."""

TOWARDS = frozenset(
    {"after", "amid", "as", "before", "by", "despite", "for", "in", "through", "to", "under", "with", "without"}
)
"""Prepositions after which a noun's infinitive is still done by the verb's subject ("left with orders to fight")."""

PARTS = frozenset({"beginning", "part", "phase", "round", "series", "stage", "start", "step"})
"""Nouns of a part: what is done of the whole is done of it ("began the last phase of the effort to drain the lake")."""

UNDERTAKINGS = frozenset({"campaign", "operation"})
"""Nouns of what acts by itself where nobody is told to lead it ("the campaign to defeat malaria")."""

HAVING = frozenset({"encounter", "experience", "face", "find", "have", "report"})

TROUBLE = frozenset({"difficulty", "fun", "issue", "problem", "success", "trouble"})
"""Nouns whose gerund tells what those who have it do ("had difficulty finding", "faced problems connecting")."""

OF_SOMEBODY = frozenset(
    {"likely", "unlikely", "able", "unable", "set", "due", "ready", "willing", "unwilling", "bound", "poised", "sure"}
)
"""Adjectives whose infinitive has a subject though that is "it"."""

CONTENT = frozenset({
    "allegation", "announcement", "assertion", "assumption", "assurance", "belief", "claim", "conclusion", "concern",
    "confirmation", "denial", "doubt", "evidence", "fact", "fear", "hint", "hope", "idea", "impression", "news",
    "notion", "possibility", "proof", "report", "rumor", "rumour", "sign", "statement", "suggestion", "suspicion",
    "view", "warning",
})  # fmt: skip
"""Nouns whose "that" clause tells what they say ("the claim that prices fell")."""

CLAIMS = frozenset({
    "accusation", "amendment", "appeal", "application", "argument", "bid", "call", "charge", "decision", "deal",
    "demand", "finding", "idea", "invitation", "motion", "offer", "plan", "plea", "proposal", "request", "resolution",
    "result", "ruling", "theory", "verdict",
})  # fmt: skip
"""Nouns for what is said or laid before somebody, who may reject it."""

INTRANSITIVE = frozenset(
    {
        "appear", "arrive", "assist", "belong", "collaborate", "compete", "die", "emerge", "exist", "go", "live",
        "participate", "reside", "serve", "sleep", "travel", "vanish", "work",
    }
)  # fmt: skip
"""Verbs that a passive before them does not reach: as conjuncts of a participle they are active, whatever their tag."""

OFTEN_ALONE = INTRANSITIVE | frozenset({
    "act", "advance", "agree", "apologise", "apologize", "bow", "call", "campaign", "change", "clash", "climb", "close",
    "collapse", "come", "continue", "cool", "crack", "crash", "cry", "decline", "decrease", "depart", "dip",
    "disappear", "dive", "double", "drink", "drive", "drop", "ease", "eat", "end", "enter", "erupt", "escape",
    "expand", "explode", "fail", "fall", "fight", "finish", "fly", "gather", "grow", "happen", "help", "improve",
    "increase", "jump", "kneel", "land", "last", "laugh", "leave", "lie", "listen", "lobby", "look", "march",
    "meet", "mobilise", "mobilize", "move", "narrow", "open", "pass", "pause", "perform", "plead", "plunge",
    "practise", "pray", "proceed", "protest", "qualify", "rally", "react", "read", "recover", "reopen", "reply",
    "resign", "respond", "rest", "resume", "retaliate", "retire", "retreat", "return", "reverse", "ride", "rise",
    "run", "score", "shrink", "sing", "sink", "sit", "slip", "slow", "slump", "smile", "soar", "speak", "speed",
    "split", "spread", "stall", "stand", "start", "stay", "step", "stop", "strengthen", "struggle", "study",
    "stumble", "succeed", "suffer", "surge", "surrender", "survive", "swim", "swing", "talk", "think", "tighten",
    "train", "triple", "try", "tumble", "turn", "unite", "vote", "wait", "wake", "walk", "watch", "weaken", "widen",
    "win", "withdraw", "write",
})  # fmt: skip
"""Verbs that as often have no object: as first of two they do not share that of the second ("stopped and sold it"), and
in a headline their past is no passive ("Shares dropped").
"""

UNITS = frozenset({
    "century", "day", "decade", "foot", "hour", "inch", "kilometer", "kilometre", "km", "meter", "metre", "mile",
    "minute", "month", "second", "week", "year", "yard", "kilogram", "kg", "tonne", "ton",
})  # fmt: skip
"""Nouns of measure: how long or far, not what, beside a participle ("deployed two months", "located 8 km north")."""

DOINGS = frozenset({
    "advertising", "banking", "broadcasting", "cleansing", "dating", "drilling", "dumping", "engineering", "farming",
    "financing", "fishing", "forecasting", "funding", "hacking", "housing", "hunting", "laundering", "lending",
    "licensing", "logging", "manufacturing", "marketing", "mining", "modeling", "modelling", "packaging", "planning",
    "poaching", "poisoning", "policing", "polling", "pricing", "printing", "processing", "profiling", "programming",
    "recycling", "refining", "rigging", "screening", "sequencing", "sharing", "shopping", "smuggling", "spending",
    "teaching", "testing", "tracing", "trading", "trafficking", "training", "voting", "warning", "whaling",
})  # fmt: skip
"""Nouns in "ing" of a practice or signal, which another noun before them says of what: "drug trafficking"."""

GIVING = frozenset({
    "accord", "afford", "allow", "assign", "award", "bring", "cause", "cost", "deal", "deliver", "deny", "earn", "give",
    "grant", "guarantee", "hand", "lend", "offer", "owe", "pay", "promise", "save", "sell", "send", "serve", "show",
    "teach", "tell", "win",
})  # fmt: skip
"""Verbs with two objects, of which the first is who gets the second."""

GRANTING = frozenset({"award", "deny", "give", "grant", "offer", "pay", "promise", "rank", "seed"})
"""Verbs whose participle has an object beside whom it is said of: "a player seeded tenth", "a boy given a prize"."""

CHANGING = frozenset({"deem", "find", "get", "keep", "leave", "make", "render"})
"""Verbs that say what their object becomes or is held to be ("makes the job harder")."""

NAMING = frozenset({
    "brand", "call", "consider", "crown", "declare", "dub", "fine", "label", "name", "proclaim", "rename", "term",
})  # fmt: skip
"""Verbs whose second noun is no object but what the first is called ("called the dam and the lake a danger")."""
