"""Who or what a predicate is said of, where the sentence does not say it next to the predicate too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from spacy.tokens import Token

from kg.clauses.clause import Subject, SubjectSource
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    RELATIVE_PRONOUNS,
    SUBJECTS,
    ancestors,
    child,
    children,
    conjuncts,
    has_child,
    is_infinitive,
    is_nominal,
    is_verbal,
    next_to,
)
from kg.clauses.words import (
    ASSESSING,
    BARE,
    BEGINNING,
    CALLING,
    CHOOSING,
    COMPLAINING,
    EVIDENCE,
    HARD,
    HAVING,
    IMPERSONAL,
    JUDGING,
    LEAVES,
    MADE_FOR,
    MEANS,
    OF_SOMEBODY,
    PARTS,
    RANKED,
    SUBJECT_CONTROL,
    SUPPLYING,
    TOWARDS,
    TROUBLE,
    UNDERTAKINGS,
    USED_FOR,
)

REPLACING = frozenset({("instead", "of"), ("rather", "than")})
"""Words before a noun that stands for what is not meant."""

NUMBER_NOUNS = frozenset(
    {"thousands", "hundreds", "dozens", "tens", "millions", "billions", "scores", "lots", "plenty"}
)

DEPTH = 12
"""How many links are followed; real sentences need four, and a list of 2,000 verbs must not cost its square."""


def find_subjects(predicate: Token, depth: int = DEPTH) -> tuple[Subject, ...]:
    """Return the subjects of `predicate`: its own, or those that its place in the sentence lends it."""
    if depth == 0:
        return ()
    own = children(predicate, *SUBJECTS)
    if own:
        return _own(predicate, own)
    if child(predicate, "expl"):
        return tuple(Subject(t.i, SubjectSource.OWN) for a in children(predicate, "attr", "dobj") for t in spread(a))
    return _LENDERS.get(predicate.dep_, _nobody)(predicate, depth)


PARTIAL = frozenset({"only", "just", "merely", "simply", "solely", "all", "every", "many", "much", "each"})
"""Words after "not" with which it leaves nothing out."""


def spread(token: Token) -> list[Token]:
    """The token and what is coordinated with it, "both X and Y" alike."""
    counted = _counted(token)
    others = [*conjuncts(token), *(conjuncts(counted) if counted is not None else ())]
    return [token, *_meant([c for c in others if not is_verbal(c) or c.tag_ == "VBG"])]


def _meant(others: list[Token]) -> Iterator[Token]:
    """Those of a list that are meant: none "instead of" which another stands, nor what is listed with it, nor any that
    is left out ("the mine but not the railway").
    """
    replaced: set[int] = set()
    for noun in others:
        before = noun.left_edge.i
        words = tuple(t.lower_ for t in noun.doc[max(0, before - 2) : before])
        if words in REPLACING or noun.head.i in replaced or is_left_out(noun):
            replaced.add(noun.i)
        else:
            yield noun


def is_left_out(noun: Token) -> bool:
    """Whether "not" opens the phrase of one of several: "the mine but not the railway"; not "not only", "not all"."""
    first = noun.left_edge
    denied = first.lower_ == "not" and first.dep_ == "neg" and first.head.i == noun.i
    return denied and next_to(first).lower_ not in PARTIAL


def _counted(token: Token) -> Token | None:
    """The noun that a noun of number counts: what stands beside it stands beside all ("tens of men and tanks")."""
    if token.lower_ not in NUMBER_NOUNS:
        return None
    of = next((p for p in children(token, "prep") if p.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the head of the nearest relative clause above it."""
    for above in chain((token,), ancestors(token)):
        if above.dep_ == "relcl":
            return above.head
    return None


def is_relative_pronoun(token: Token) -> bool:
    is_tagged = token.tag_ in ("WP", "WDT", "WP$") or (token.lower_ == "that" and token.head.dep_ == "relcl")
    return is_tagged and token.lower_ in RELATIVE_PRONOUNS and antecedent(token) is not None


def _own(predicate: Token, own: list[Token]) -> tuple[Subject, ...]:
    found: list[Subject] = []
    for subject in own:
        if subject.tag_ == "VBG" and is_verbal(subject):
            found.append(Subject(subject.i, SubjectSource.OWN))  # "building and selling ships takes years": one subject
            continue
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
    if is_infinitive(predicate) and noun.dep_ == "attr" and is_ranked(noun):
        return _lend(find_subjects(noun.head, depth - 1), SubjectSource.CONTROL)
    begun = noun.dep_ in OBJECTS and noun.head.lemma_.lower() in BEGINNING
    if is_infinitive(predicate) and (predicate.dep_ == "acl" or noun.dep_ == "attr" or begun):
        return _from_noun(noun, depth)
    if predicate.tag_ == "VB" and noun.lemma_ in MEANS | LEAVES:
        return ()
    if predicate.tag_ == "VBG" and noun.lemma_ in TROUBLE and noun.head.lemma_ in HAVING:
        return _lend(find_subjects(noun.head, depth - 1), SubjectSource.CONTROL)
    return (Subject(noun.i, SubjectSource.ANTECEDENT),)


def is_ranked(noun: Token) -> bool:
    """Whether a noun is the first, last, only or most of its kind."""
    return any(c.tag_ == "JJS" or c.lower_ in RANKED for c in children(noun, "amod", "det", "nummod"))


def _from_noun(noun: Token, depth: int) -> tuple[Subject, ...]:
    """Who acts in "their plan to attack", "made efforts to drive": the possessor, else whose verb has the noun.

    "Gave them a chance to leave" is of those who got it; of "opposed the deal to lease ships" it is not told.
    """
    possessor = child(noun, "poss")
    if possessor is not None:
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(possessor))
    if noun.lemma_ in EVIDENCE:
        return ()
    verb = _verb_with(noun)
    if verb is None or verb.lemma_ in ASSESSING:
        return (Subject(noun.i, SubjectSource.ANTECEDENT),) if noun.lemma_ in UNDERTAKINGS else ()
    recipient = child(verb, "dative")
    receiver = recipient if recipient is None or is_nominal(recipient) else child(recipient, "pobj")
    if receiver is not None and receiver.i != noun.i:
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(receiver))
    return _lend(find_subjects(verb, depth - 1), SubjectSource.CONTROL)


def _from_topic(noun: Token, depth: int) -> tuple[Subject, ...]:
    """Who acts in "his idea of leaving", "in addition to leaving": the possessor, else the subject of the verb."""
    if child(noun, "poss") is not None or noun.dep_ in SUBJECTS:
        return _from_noun(noun, depth)
    verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
    if verb is None or (noun.dep_ == "attr" and child(verb, "expl") is not None):
        return ()  # "there was talk of leaving": who would leave is not told
    return _lend(find_subjects(verb, depth - 1), SubjectSource.CONTROL)


def _verb_with(noun: Token) -> Token | None:
    """The verb whose object or complement a noun is, or beside which it says what for ("left with orders to")."""
    if noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ in (*OBJECTS, "attr", "dative", "oprd"):
        return noun.head if is_verbal(noun.head) else None
    preposition = noun.head
    if noun.dep_ != "pobj":
        return None
    if noun.lower_ == "order" and preposition.lower_ == "in":
        return next((a for a in ancestors(preposition) if is_verbal(a)), None)
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_ in PARTS and above.i != noun.i:
        return _verb_with(above)
    return above if is_verbal(above) and preposition.lower_ in TOWARDS else None


def _from_governor(predicate: Token, depth: int) -> tuple[Subject, ...]:
    governor = predicate.head
    if _stands_alone(predicate) or _is_comment(predicate) or governor.lower_ in HARD:
        return ()
    if governor.lemma_ == "summon" and predicate.lemma_ in COMPLAINING:
        return _lend(find_subjects(governor, depth - 1), SubjectSource.CONTROL)
    patient = next((c for c in children(governor) if c.dep_ in OBJECTS and c.i < predicate.i), None)
    used = governor.dep_ == "acl" and governor.tag_ == "VBN" and governor.lemma_ in USED_FOR
    made = governor.lemma_ in MADE_FOR and has_child(governor, "auxpass")
    told = predicate.tag_ == "VBG" and governor.lemma_ in IMPERSONAL
    if predicate.dep_ == "xcomp" and (used or made or told):
        return ()  # "a screen that is used to reach the features": who does it is not told
    controlled = predicate.dep_ == "xcomp" and governor.lemma_ not in SUBJECT_CONTROL
    if patient is not None and (controlled or (is_infinitive(predicate) and governor.lemma_ in CHOOSING)):
        if patient.lemma_ in MEANS:
            return ()
        target = antecedent(patient) if is_relative_pronoun(patient) else None
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(target or patient))
    called = _called_on(predicate)
    if called is not None:
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(called))
    actor = _agent_before(predicate)
    if actor is not None and governor.lemma_ not in CHOOSING:
        return tuple(Subject(t.i, SubjectSource.CONTROL) for t in spread(actor))
    return _lend(find_subjects(governor, depth - 1), SubjectSource.CONTROL)


def _called_on(infinitive: Token) -> Token | None:
    """Who is to act in "called on the state to pay", "gave the mayor a week to explain"."""
    verb = infinitive.head
    if not is_infinitive(infinitive) or infinitive.i < verb.i:
        return None
    receiver = child(verb, "dative")
    if receiver is not None and verb.lemma_ in ("give", "grant") and receiver.i < infinitive.i:
        return receiver if is_nominal(receiver) else child(receiver, "pobj")
    before = [(p, child(p, "pobj")) for p in children(verb, "prep") if p.i < infinitive.i]
    for preposition, noun in before:
        handed = preposition.lower_ == "with" and verb.lemma_ in SUPPLYING
        if noun is not None and (handed or verb.lemma_ in CALLING.get(preposition.lower_, ())):
            return noun
    return None


def _agent_before(infinitive: Token) -> Token | None:
    """Who acts in "the ship was named by its owners to honour the town"."""
    agent = child(infinitive.head, "agent") if is_infinitive(infinitive) else None
    if agent is None or agent.i > infinitive.i or infinitive.doc[infinitive.left_edge.i - 1].pos_ == "ADJ":
        return None
    return child(agent, "pobj")


def _stands_alone(predicate: Token) -> bool:
    """Whether a clause that could have a subject of its own has none: an order, or a word taken for a verb.

    "He added: please keep quiet", "the conference keynote at the centre": it is not said of the subject above.
    """
    auxiliaries = children(predicate, "aux", "auxpass")
    if predicate.tag_ == "VB" and not auxiliaries:
        return predicate.head.lemma_ not in BARE
    verbs = (predicate, *auxiliaries)
    return predicate.dep_ != "advcl" and any(t.tag_ in FINITE_TAGS - {"VBD"} for t in verbs)


def _is_comment(predicate: Token) -> bool:
    """Whether a participle after "as" comments on what is said: "a strike as defined by law", "will pay as agreed"."""
    mark = child(predicate, "mark")
    bare = predicate.dep_ == "advcl" and predicate.tag_ in ("VBN", "VBD") and not has_child(predicate, "aux", "auxpass")
    return bare and mark is not None and mark.lower_ == "as" and mark.i + 1 == predicate.i


def _from_preposition(predicate: Token, depth: int) -> tuple[Subject, ...]:
    above = predicate.head.head
    if any(c.tag_ == "WRB" for c in children(predicate, "advmod")):
        return ()  # "a website about how to build": who does it is not told
    if above.pos_ == "ADJ":
        return _from_adjective(above, depth)
    if above.dep_ == "prep":
        return ()  # "cleared him, except for accepting a gift": either of the two may be who accepted it
    if not is_verbal(above):
        return _from_topic(above, depth)
    patient = next((c for c in children(above) if c.dep_ in OBJECTS and c.i < predicate.i), None)
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
    return ()


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
