"""Verbs of speech set beside what they report ("..., officials said"), and the phrases that do the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from kg.clauses.finding import is_passive, is_predicate
from kg.clauses.subjects import find_subjects
from kg.clauses.syntax import OBJECTS, ancestors, child, children, is_infinitive, is_verbal
from kg.entities.marks import CLOSING, EITHER, OPENING

SEPARATORS = frozenset({",", "—", "–", "-", "(", ":", *OPENING, *CLOSING, EITHER})

REACH = 25
"""Tokens between a verb of speech and its subject, or a quotation and the verb that tells whose it is."""

NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "there", "you"})
"""Subjects that name no speaker, wherever they stand."""

VAGUE = NOBODY | {"it", "this", "that", "which", "what"}
"""Subjects that may name one beside what is said ("..., it said"), and not before it ("It means: ...")."""

AS_SAID = frozenset({"say", "state", "tell", "report", "write", "note", "claim", "allege", "argue", "put"})
"""Verbs whose subject "as ... said" makes the source; what comes "as analysts expected" did come."""

ADDRESSING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs whose object is whom it is told."""

WHEN_OR_WHERE = frozenset({"after", "at", "by", "during", "from", "in", "on", "to", "via"})
"""Prepositions beside a verb that only tells who spoke; who testifies "against" her says something of his own."""

SHORT = 8
"""Tokens of a sentence that only tells who said the one before ("Davis said on Monday.")."""


@dataclass(frozen=True, slots=True)
class Report:
    """Who says something: the tokens of the verb, or other word that tells it, and of the speaker, and the first."""

    verb: int
    speaker: int
    start: int


def find_report(verb: Token) -> Report | None:
    """The report of a finite verb of speech with its subject beside it, set off from what goes before; or None."""
    if not _may_report(verb):
        return None
    subjects = [s for s in children(verb, "nsubj") if abs(s.i - verb.i) <= REACH]
    subject = min(subjects, key=lambda s: abs(s.i - verb.i), default=None)
    if subject is None or subject.tag_ in ("WP", "WDT") or subject.lower_ in NOBODY:
        return None
    if subject.i > verb.i:
        return Report(verb.i, subject.i, verb.i) if _is_set_off(verb.doc, verb.i) else None
    between = verb.doc[subject.i : verb.i]
    start = subject.left_edge.i
    if any(t.text in SEPARATORS - {"-"} for t in between) and child(subject, "appos", "relcl", "acl") is None:
        return None
    if not _is_set_off(verb.doc, start) and not _is_alone(verb, start):
        return None
    return Report(verb.i, (quoted_person(verb) or subject).i, start)


def _may_report(verb: Token) -> bool:
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or child(verb, "mark", "auxpass", "neg") is not None:
        return False
    if any(c.lemma_ != "have" for c in children(verb, "aux")):
        return False
    told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if child(verb, *OBJECTS) is not None and not told and not _is_inserted(verb):
        return False
    if any(c.dep_ == "advcl" and c.left_edge.i == verb.i + 1 and is_infinitive(c) for c in verb.children):
        return False  # "..., rebels vow to fight on"
    return not any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.children)


def _is_inserted(verb: Token) -> bool:
    """Whether who is told stands between commas with the verb: "the figures, she told the meeting, showed a rise"."""
    if verb.lemma_.lower() not in ADDRESSING or verb.dep_ != "parataxis" or verb.head.i < verb.i:
        return False
    noun = child(verb, "dobj")
    return noun is not None and noun.right_edge.i + 1 < len(verb.doc) and verb.doc[noun.right_edge.i + 1].text == ","


def _is_set_off(doc: Doc, start: int) -> bool:
    """Whether a comma, dash or quotation mark stands before, and the sentence does not begin here."""
    return start > 0 and not doc[start].is_sent_start and doc[start - 1].text in SEPARATORS


def _is_alone(verb: Token, start: int) -> bool:
    """Whether a sentence tells nothing but who said the one before: "Davis said on Monday."."""
    if not start or verb.dep_ != "ROOT" or not verb.doc[start].is_sent_start or len(verb.sent) > SHORT:
        return False
    loose = ("nsubj", "punct", "npadvmod", "advmod", "aux")
    beside = [c for c in verb.children if c.dep_ not in loose and not (c.dep_ == "prep" and c.lower_ in WHEN_OR_WHERE)]
    return not beside and verb.sent[-1].text == "." and child(verb, "neg") is None


def is_short_report(doc: Doc, report: Report) -> bool:
    """Whether a report is a sentence of its own."""
    return bool(doc[report.start].is_sent_start) and doc[report.verb].dep_ == "ROOT"


def speaker_of(verb: Token) -> Report | None:
    """Who says what a verb of speech tells, wherever it stands: its subject, or whom it quotes; or None.

    "Reuters quoted the minister as saying" has the minister's words.
    """
    quoted = quoted_person(verb)
    if quoted is not None:
        return Report(verb.i, quoted.i, quoted.left_edge.i)
    if not is_predicate(verb) or is_passive(verb) or child(verb, "neg", "expl") is not None:
        return None
    subjects = find_subjects(_writing(verb) or verb)
    speaker = verb.doc[subjects[0].head] if subjects else None
    if speaker is None or speaker.lower_ in VAGUE or is_verbal(speaker):
        return None
    return Report(verb.i, speaker.i, min(speaker.i, verb.i))


def _writing(verb: Token) -> Token | None:
    """The verb whose subject writes "in a letter to the board stating ...", from "stating"; None of any other."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return None
    for above in islice(ancestors(verb), 2 * SHORT):
        if above.dep_ == "pobj" and above.head.lower_ == "in" and is_verbal(above.head.head):
            return above.head.head
    return None


def quoted_person(verb: Token) -> Token | None:
    """Whose words they are in "Reuters quoted the minister as saying that ...", from "quoted" or from "saying"."""
    quoting = verb.lemma_.lower() == "quote"
    as_ = next((p for p in children(verb, "prep") if p.lower_ == "as"), None) if quoting else verb.head
    if as_ is None or as_.lower_ != "as" or (not quoting and verb.dep_ != "pcomp"):
        return None
    if as_.head.lemma_.lower() != "quote" or is_passive(as_.head):
        return None
    return child(as_.head, *OBJECTS)


def find_source(token: Token) -> tuple[tuple[int, ...], Token] | None:
    """The cue and the noun of "according to X", "in the words of X" or "as X said"; or None.

    Asked of "according", of "words" and of the verb.
    """
    if token.dep_ == "advcl" and token.lemma_.lower() in AS_SAID:
        return _said_as(token)
    if token.lower_ == "according":
        preposition = child(token, "prep")
        cue: tuple[int, ...] = (token.i, preposition.i) if preposition is not None else ()
    elif token.lower_ == "words" and token.dep_ == "pobj" and token.head.lower_ == "in":
        preposition = next((p for p in children(token, "prep") if p.lower_ == "of"), None)
        cue = (token.i,)
    else:
        return None
    noun = child(preposition, "pobj") if preposition is not None else None
    return (cue, noun) if noun is not None else None


def _said_as(verb: Token) -> tuple[tuple[int, ...], Token] | None:
    """The source in "as officials said": the verb has nothing else that it tells."""
    conjunction = child(verb, "mark", "advmod")
    speaker = child(verb, "nsubj")
    if conjunction is None or conjunction.lower_ != "as" or speaker is None or speaker.lower_ in VAGUE:
        return None
    told = [*children(verb, "ccomp", "xcomp"), *(children(verb, *OBJECTS) if verb.lemma_ != "tell" else [])]
    return None if told or child(verb, "neg") is not None else ((verb.i,), speaker)


def last_speech(words: list[Token], is_speech: Callable[[str], bool]) -> Report | None:
    """The last of these tokens that tells who speaks."""
    for word in reversed(words):
        source = find_source(word)
        if source is not None:
            return Report(word.i, source[1].i, word.i)
        if is_speech(word.lemma_.lower()):
            found = speaker_of(word)
            if found is not None:
                return found
    return None
