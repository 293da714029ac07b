"""Who or what a predicate is said of, where the sentence does not say it next to the predicate too."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.clauses.clause import Subject, SubjectSource
from kg.clauses.syntax import OBJECTS, RELATIVE_PRONOUNS, SUBJECTS, ancestors, child, children, conjuncts, is_verbal

SUBJECT_CONTROL = frozenset({"promise", "use", "need", "threaten", "have", "take", "spend", "vow"})
"""Verbs with an object whose infinitive is still done by their subject ("used money to buy", "promised her to go")."""

NUMBER_NOUNS = frozenset(
    {"thousands", "hundreds", "dozens", "tens", "millions", "billions", "scores", "lots", "plenty"}
)

MADE_FOR = frozenset({"use", "need", "require", "design", "intend", "make", "build", "employ"})

JUDGING = frozenset(
    {
        "accuse",
        "arrest",
        "blame",
        "charge",
        "chide",
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "fine",
        "honor",
        "honour",
        "jail",
        "laud",
        "praise",
        "prosecute",
        "punish",
        "rebuke",
        "reprimand",
        "sue",
        "thank",
    }
)
"""Verbs whose "for" tells what their object did ("blamed the state for failing")."""

MEANS = frozenset({"aid", "budget", "cash", "equipment", "finance", "funding", "money", "software", "tool", "time"})
"""Nouns of what an infinitive is done with, never by ("funding to search")."""

OF_SOMEBODY = frozenset(
    {"likely", "unlikely", "able", "unable", "set", "due", "ready", "willing", "unwilling", "bound", "poised", "sure"}
)
"""Adjectives whose infinitive has a subject though that is "it"."""

DEPTH = 12
"""How many links are followed; real sentences need four, and a list of 2,000 verbs must not cost its square."""


def find_subjects(predicate: Token, depth: int = DEPTH) -> tuple[Subject, ...]:
    """Return the subjects of `predicate`: its own, or those that its place in the sentence lends it."""
    if depth == 0:
        return ()
    own = [s for s in predicate.children if s.dep_ in SUBJECTS]
    if own:
        return _own(predicate, own)
    if child(predicate, "expl"):
        return tuple(Subject(t.i, SubjectSource.OWN) for a in children(predicate, "attr", "dobj") for t in spread(a))
    return _LENDERS.get(predicate.dep_, _nobody)(predicate, depth)


def spread(token: Token) -> list[Token]:
    """The token and what is coordinated with it, "both X and Y" alike."""
    counted = _counted(token)
    others = [*conjuncts(token), *(conjuncts(counted) if counted is not None else ())]
    return [token, *(c for c in others if not is_verbal(c) or c.tag_ == "VBG")]


def _counted(token: Token) -> Token | None:
    """The noun that a noun of number counts: what stands beside it stands beside all ("tens of men and tanks")."""
    if token.lower_ not in NUMBER_NOUNS:
        return None
    of = next((p for p in children(token, "prep") if p.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the head of the nearest relative clause above it."""
    for above in (token, *ancestors(token)):
        if above.dep_ == "relcl":
            return above.head
    return None


def is_relative_pronoun(token: Token) -> bool:
    return token.tag_ in ("WP", "WDT", "WP$") and token.lower_ in RELATIVE_PRONOUNS and antecedent(token) is not None


def _own(predicate: Token, own: list[Token]) -> tuple[Subject, ...]:
    found: list[Subject] = []
    for subject in own:
        target = antecedent(subject) if is_relative_pronoun(subject) else None
        if target is not None and not is_verbal(target):
            found.append(Subject(target.i, SubjectSource.ANTECEDENT))
        elif target is None:
            found += [Subject(t.i, SubjectSource.OWN) for t in spread(subject)]
    return tuple(found)


def _lend(subjects: tuple[Subject, ...], source: SubjectSource) -> tuple[Subject, ...]:
    return tuple(Subject(s.head, source) for s in subjects)


def _nobody(predicate: Token, depth: int) -> tuple[Subject, ...]:
    return ()


def _from_antecedent(predicate: Token, depth: int) -> tuple[Subject, ...]:
    noun = predicate.head
    if is_verbal(noun):
        return ()
    if predicate.dep_ == "acl" and child(predicate, "aux") and predicate.tag_ == "VB":
        return _from_noun(noun, depth)
    if predicate.tag_ == "VB" and noun.lemma_ in MEANS:
        return ()
    return (Subject(noun.i, SubjectSource.ANTECEDENT),)


def _from_noun(noun: Token, depth: int) -> tuple[Subject, ...]:
    """Who acts in "their plan to attack", "efforts to drive": the possessor, else the subject of the verb."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(possessor))
    for above in ancestors(noun):
        if is_verbal(above):
            return _lend(find_subjects(above, depth - 1), SubjectSource.CONTROL)
    return ()


def _from_governor(predicate: Token, depth: int) -> tuple[Subject, ...]:
    governor = predicate.head
    patient = next((c for c in governor.children if c.dep_ in OBJECTS and c.i < predicate.i), None)
    if predicate.dep_ == "xcomp" and governor.lemma_ in MADE_FOR and child(governor, "auxpass") is not None:
        return ()  # "a screen that is used to reach the features": who does it is not told
    if predicate.dep_ == "xcomp" and patient is not None and governor.lemma_ not in SUBJECT_CONTROL:
        if patient.lemma_ in MEANS:
            return ()
        target = antecedent(patient) if is_relative_pronoun(patient) else None
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(target or patient))
    return _lend(find_subjects(governor, depth - 1), SubjectSource.CONTROL)


def _from_preposition(predicate: Token, depth: int) -> tuple[Subject, ...]:
    above = predicate.head.head
    if any(c.tag_ == "WRB" for c in children(predicate, "advmod")):
        return ()  # "a website about how to build": who does it is not told
    if above.pos_ == "ADJ":
        return _from_adjective(above, depth)
    if not is_verbal(above):
        return _from_noun(above, depth)
    patient = next((c for c in above.children if c.dep_ in OBJECTS and c.i < predicate.i), None)
    preposition = predicate.head.lower_
    if patient is not None and (preposition in ("of", "from") or (preposition == "for" and above.lemma_ in JUDGING)):
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(patient))
    return _lend(find_subjects(above, depth - 1), SubjectSource.CONTROL)


def _from_adjective(adjective: Token, depth: int) -> tuple[Subject, ...]:
    """ "A phone capable of displaying", "the bank is capable of paying": the noun it is said of."""
    if adjective.dep_ == "amod":
        return (Subject(adjective.head.i, SubjectSource.ANTECEDENT),)
    if adjective.dep_ in ("acomp", "oprd"):
        return _from_copula(adjective, depth)
    return _from_noun(adjective, depth)


def _from_copula(adjective: Token, depth: int) -> tuple[Subject, ...]:
    """ "The bank is likely to leave": who is likely to; of "it is easy to leave" nobody."""
    found = find_subjects(adjective.head, depth - 1)
    empty = any(adjective.doc[s.head].lower_ == "it" for s in found) and adjective.lower_ not in OF_SOMEBODY
    return () if empty else _lend(found, SubjectSource.CONTROL)


def _from_first_conjunct(predicate: Token, depth: int) -> tuple[Subject, ...]:
    return _lend(find_subjects(predicate.head, depth - 1), SubjectSource.INHERITED)


_LENDERS: dict[str, Callable[[Token, int], tuple[Subject, ...]]] = {
    "relcl": _from_antecedent,
    "acl": _from_antecedent,
    "appos": _from_antecedent,
    "xcomp": _from_governor,
    "ccomp": _from_governor,
    "advcl": _from_governor,
    "pcomp": _from_preposition,
    "conj": _from_first_conjunct,
    "acomp": _from_copula,
    "oprd": _from_copula,
}
