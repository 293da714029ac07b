"""How sure it is that what an event noun names takes place."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses.finding import is_predicate
from kg.clauses.syntax import OBJECTS, SUBJECTS, ancestors, children, is_infinitive
from kg.model import Certainty, Mood, Polarity, Tense
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import Stance, flipped
from kg.statements.governing import is_in_source, is_past
from kg.statements.holders import find_holder, is_reason, naming_holder
from kg.statements.own_words import described, happening
from kg.statements.stance import StanceReader

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
HINTS = frozenset({"sign", "hint", "trace", "indication", "prospect", "talk", "evidence"})
"""Nouns whose "of" phrase may or may not be the case ("signs of a recession")."""

ABOUT = frozenset({"about", "after", "against", "amid", "during", "following", "over", "since", "with"})
"""Prepositions of what a plan or an appeal answers or goes with: "the appeal against the verdict"."""

LASTING = frozenset({"continue", "drag", "escalate", "go", "intensify", "last", "persist", "rage", "resume", "spread"})
"""Verbs that say of a definite event, even in the future, that it is there already: "the war will go on"."""

PARTICLES = frozenset({"off", "back", "out", "up"})

GROUNDS = frozenset({"due", "because", "despite", "following", "amid", "since", "owing", "thanks"})
"""Prepositions of what is there already."""

AMENDING = frozenset({
    "apologise", "apologize", "atone", "blame", "compensate", "convict", "criticise", "criticize", "fine", "jail",
    "praise", "prosecute", "punish", "reimburse", "sentence", "sue", "thank",
})  # fmt: skip
"""Verbs that tell with "for" or "over" what has been done before."""

ANSWERING = frozenset({"answer", "react", "reply", "respond"})
"""Verbs that tell with "to" what has been said or done before."""

PROTESTING = frozenset({"appeal", "complain", "demonstrate", "march", "protest", "rally", "retaliate", "riot"})
PROTESTED = frozenset({"about", "against", "at", "over"})
"""Verbs and prepositions of who answers what is known already: "protest against the expulsion"."""

OCCURRING = frozenset(
    {"happen", "occur", "take", "begin", "start", "come", "follow", "ensue", "result", "proceed", "go"}
)
"""Verbs that say of an event that it takes place."""

OBJECT = (*OBJECTS, "nsubjpass")

MARKS = frozenset("\"'“”‘’«»") | {"``", "''"}
LONGEST_QUOTED = 6
"""Tokens between quotation marks that may be another's word for something: the "liberation" of a town."""


def noun_stance(reader: StanceReader, head: int) -> Stance:
    """Return how the happening that a noun names is meant.

    Its own adjectives and the nouns and verbs above it decide ("proposed", "signs of", "threatened", "cancelled"); a
    definite phrase is presupposed even where its clause is denied ("did not attend the ceremony").
    """
    token = reader.doc[head]
    laid, below, given = described(reader.cues, token), token, False
    if reader.quotations.is_quoted(token):
        laid = laid.told_by(naming_holder(token, reader.quotations.is_quoted), factive=False)
    if _is_aim(reader.cues, token):
        laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), tense=Tense.FUTURE)
    for above in ancestors(token):
        if is_predicate(above):
            return _given(reader.stance(above), laid) if given else _under_predicate(reader, token, above, laid)
        given = given or above.lower_ in GROUNDS or _is_amended(below, above)
        if above.pos_ == "NOUN" and below.dep_ != "conj":
            laid = _under_noun(reader.cues, above, below, laid)
        below = above
    return laid


def _is_amended(noun: Token, preposition: Token) -> bool:
    """Whether a phrase tells what somebody is to answer for: "pay for two leaks that polluted a village" were there."""
    if preposition.lower_ == "to" and preposition.head.lemma_.lower() in ANSWERING:
        return True  # "did not respond to a request" had one
    if preposition.lower_ in PROTESTED and preposition.head.lemma_.lower() in PROTESTING:
        return is_definite(noun)
    if preposition.lower_ not in ("for", "over") or preposition.dep_ != "prep":
        return False
    told = any(is_past(c) for c in children(noun, "relcl"))
    return told or preposition.head.lemma_.lower() in AMENDING


def _is_aim(cues: Cues, noun: Token) -> bool:
    """Whether a happening is only called an aim: "made the building of a school a priority", "the vote is a goal"."""
    called = [*children(noun, "appos")]
    if noun.dep_ in (*OBJECT, "nsubj"):
        called += [noun.head] if noun.head.pos_ == "NOUN" else children(noun.head, "attr", "oprd")
    cues_found = (cues.governor(word.lemma_.lower(), "infinitive", noun=True) for word in called if word.i > noun.i)
    return any(cue is not None and cue.tense is Tense.FUTURE for cue in cues_found)


def is_news(reader: StanceReader, head: int, stance: Stance) -> bool:
    """Whether it is told of a happening for sure that it does not, or not yet, take place ("the cancelled flight").

    What may be is none, unless the phrase tells it apart ("the risk of a fire in the hold"), nor what is only called so
    in quotation marks or what its own clause tells more of ("the flights are set to resume").
    """
    noun = reader.doc[head]
    told = noun.dep_ in SUBJECTS and any(is_infinitive(c) for c in children(noun.head, "xcomp"))
    sure = not stance.actual and (stance.certainty is Certainty.CERTAIN or bool(children(noun, "prep", "poss")))
    told = told or _is_put_off(reader.cues, noun) or _is_only_wanted(reader, noun, stance)
    return bool(stance.cues) and sure and not told and not _is_so_called(noun)


def _is_only_wanted(reader: StanceReader, noun: Token, stance: Stance) -> bool:
    """Whether all that is said of a happening is that its clause is not yet the case: "pledged to double output".

    Its own words ("the planned vote") and its own verb ("announced a vote") tell that it is to come.
    """
    verb = next((t for t in ancestors(noun) if is_predicate(t)), None)
    direct = verb is not None and (noun.head.i == verb.i or (noun.dep_ == "pobj" and noun.head.head.i == verb.i))
    if verb is None or not direct or described(reader.cues, noun).cues:
        return False
    undone = stance.polarity is Polarity.NEGATIVE
    return stance.mood is Mood.DEONTIC or (not undone and _governor(reader.cues, noun, verb) is None)


def _is_put_off(cues: Cues, noun: Token) -> bool:
    """Whether the verb that has the noun tells already that it is put off: "delayed the flight"."""
    if noun.dep_ not in (*OBJECT, "nsubj") or not is_predicate(noun.head):
        return False
    words = [
        noun.head.lemma_.lower(),
        *(c.lower_ for c in children(noun.head, "prt", "advmod") if c.lower_ in PARTICLES),
    ]
    cue, delay = happening(cues, " ".join(words), "verb"), happening(cues, "delay", "verb")
    return cue is not None and delay is not None and cue.row == delay.row


def _is_so_called(noun: Token) -> bool:
    """Whether a noun stands in quotation marks with at most a few words beside it."""
    doc, reach = noun.doc, LONGEST_QUOTED
    before = next((i for i in range(noun.i - 1, max(-1, noun.i - reach), -1) if doc[i].text in MARKS), None)
    after = next((i for i in range(noun.i + 1, min(len(doc), noun.i + reach)) if doc[i].text in MARKS), None)
    return before is not None and after is not None and after - before <= reach


def _given(outer: Stance, laid: Stance) -> Stance:
    """What a clause gives as its ground is the case whatever the clause itself is: "may close due to the strike"."""
    return replace(laid, tense=laid.tense or Tense.PAST, holders=outer.holders, own_voice=outer.own_voice)


def is_definite(noun: Token) -> bool:
    """Whether a phrase points at what is known already: it is presupposed."""
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in children(noun, "det", "poss"))


def _under_noun(cues: Cues, noun: Token, below: Token, laid: Stance) -> Stance:
    word, preposition = noun.lemma_.lower(), below.lower_ if below.dep_ == "prep" else ""
    laid = laid.under(cues.governor(word, preposition or "of", noun=True))
    if preposition == "of":
        laid = laid.under(cues.find("absence", word))
    if preposition and preposition not in ABOUT:
        laid = laid.under(happening(cues, word, "noun"))
    return replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE)) if word in HINTS else laid


def _under_predicate(reader: StanceReader, noun: Token, verb: Token, laid: Stance) -> Stance:
    outer = reader.stance(verb)
    lasting = _is_there(reader.cues, noun, verb)
    if lasting is not None:
        told = Tense.PAST if outer.actual and outer.tense is Tense.PAST else Tense.PRESENT
        laid = replace(laid.under(lasting), tense=laid.tense or told)
        return replace(laid, holders=outer.holders, own_voice=outer.own_voice)
    if is_in_source(noun, verb):
        outer = replace(outer, holders=(), own_voice=True)
    presupposed = outer.tense is not Tense.FUTURE and _is_topic(noun, verb)
    lasts = _lasts(noun, verb)
    laid = replace(
        laid,
        certainty=laid.certainty if presupposed or lasts else weakest(laid.certainty, outer.certainty),
        tense=laid.tense or (Tense.PRESENT if lasts and outer.tense is Tense.FUTURE else outer.tense),
        holders=(*outer.holders, *laid.holders),
        own_voice=outer.own_voice and laid.own_voice,
        bare=outer.bare and not lasts,
    )
    cue = _governor(reader.cues, noun, verb)
    laid = laid.under(cue).under(_made(reader.cues, noun, verb))
    if cue is not None and cue.holder:
        sources = (h for h in find_holder(verb) if not is_reason(h, reader.doc, reader.quotations.may_speak))
        laid = laid.told_by(tuple(sources), factive=False)
    if outer.polarity is Polarity.NEGATIVE and not is_definite(noun):
        laid = replace(laid, polarity=flipped(laid.polarity))
    return laid


def _made(cues: Cues, noun: Token, verb: Token) -> Cue | None:
    """What is said of an object by its complement: "made the strike likely", "called a truce possible"."""
    if noun.dep_ not in OBJECT or noun.head.i != verb.i:
        return None
    found = (happening(cues, word.lower_, "adjective") for word in children(verb, "oprd", "acomp"))
    return next((cue for cue in found if cue is not None), None)


def _is_there(cues: Cues, noun: Token, verb: Token) -> Cue | None:
    """The cue of a verb that tells by its object what goes on already: "talks to end Mali's war", or None."""
    cue = happening(cues, verb.lemma_.lower(), "verb") if noun.dep_ in OBJECT and noun.head.i == verb.i else None
    return cue if cue is not None and cue.implies == "+" and is_definite(noun) else None


def _lasts(noun: Token, verb: Token) -> bool:
    """Whether its verb says of a definite event that it goes on."""
    if noun.dep_ != "nsubj" or noun.head.i != verb.i or not is_definite(noun) or verb.lemma_ not in LASTING:
        return False
    return verb.lemma_ not in ("go", "drag") or any(c.lower_ == "on" for c in children(verb, "prt", "advmod", "prep"))


def _is_topic(noun: Token, verb: Token) -> bool:
    """Whether a clause doubts only what it says of an event: "the vote was probably fair", not "probably began"."""
    return noun.dep_ == "nsubj" and noun.head.i == verb.i and is_definite(noun) and verb.lemma_ not in OCCURRING


def _governor(cues: Cues, noun: Token, verb: Token) -> Cue | None:
    """What the verb does to its object: "cancelled the flight", "called for a vote", "expects a recession"."""
    particles = [c.lower_ for c in children(verb, "prt", "advmod") if c.lower_ in PARTICLES]
    word = " ".join([verb.lemma_.lower(), *particles])
    if noun.dep_ in OBJECT and noun.head.i == verb.i:
        phrases = [f"{word} {p.lower_} {t.lemma_.lower()}" for p in children(verb, "prep") for t in children(p, "pobj")]
        cue = next((c for c in (happening(cues, w, "verb") for w in (*phrases, word)) if c is not None), None)
        if cue is not None and not (cue.presupposed and is_definite(noun)):
            return cue
    if noun.dep_ == "pobj" and noun.head.head.i == verb.i:
        objects = [f"{word} {o.lemma_.lower()} {noun.head.lower_}" for o in children(verb, *OBJECTS)]
        words = (*objects, f"{word} {noun.head.lower_}")
        cue = next((c for c in (happening(cues, w, "verb") for w in words) if c is not None), None)
        return None if cue is not None and cue.presupposed and is_definite(noun) else cue
    return None
