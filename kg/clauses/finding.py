"""Find the clauses of a parse: one pass over its tokens, each predicate giving one clause."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.clauses.arguments import find_arguments
from kg.clauses.clause import Clause, ClauseKind, Subject, SubjectSource
from kg.clauses.ellipsis import denials, lent
from kg.clauses.gaps import is_gap
from kg.clauses.subjects import NUMBER_NOUNS, find_subjects
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    SUBJECTS,
    VERB_GROUP,
    child,
    children,
    has_child,
    is_stand_in,
    is_verbal,
    labelled,
    left_out,
    next_to,
    remembered,
    subtree,
    tokens_of,
)
from kg.clauses.words import CONTENT, GRANTING, INTRANSITIVE, NAMING, OFTEN_ALONE, WITNESSED

RULES = frozenset(
    {
        "prepositions", "verb group", "clausal arguments", "inner clause", "relative", "adverbial", "coordination",
        "open complement", "participial", "adverbs", "ellipsis",
    }
)  # fmt: skip
"""Families of rules that can be left out one by one (benchmarks/ablation)."""

HEADLINE = 15
"""Tokens of a headline."""

UNGAPPED = frozenset(
    {"time", "day", "week", "month", "year", "moment", "date", "way", "reason", "place", "fact", "extent"}
)
"""Nouns whose relative clause lacks no object: "the day they plan to leave", "the way she wants to sing"."""

OCCASIONS = UNGAPPED - {"date", "place"}
"""Those that no verb takes as its object either: "the first time they met"."""

LINKS = 16
"""How far a coordination is followed back: a list of 2,000 verbs must not cost its square."""

PREDICATE_LABELS = frozenset(
    {
        "ROOT",
        "conj",
        "advcl",
        "ccomp",
        "xcomp",
        "relcl",
        "acl",
        "pcomp",
        "parataxis",
        "csubj",
        "csubjpass",
        "dep",
        "appos",
    }
)

_KINDS = {
    "relcl": ClauseKind.RELATIVE,
    "advcl": ClauseKind.ADVERBIAL,
    "pcomp": ClauseKind.ADVERBIAL,
    "ccomp": ClauseKind.COMPLEMENT,
    "csubj": ClauseKind.COMPLEMENT,
    "csubjpass": ClauseKind.COMPLEMENT,
    "xcomp": ClauseKind.OPEN_COMPLEMENT,
    "acl": ClauseKind.PARTICIPIAL,
}

_SWITCHES = {
    ClauseKind.RELATIVE: "relative",
    ClauseKind.ADVERBIAL: "adverbial",
    ClauseKind.COMPLEMENT: "inner clause",
    ClauseKind.OPEN_COMPLEMENT: "open complement",
    ClauseKind.PARTICIPIAL: "participial",
    ClauseKind.INFINITIVAL: "participial",
}


def find_clauses(doc: Doc, rules: AbstractSet[str] = RULES) -> list[Clause]:
    """Return the clauses of `doc` in the order of their predicates; `rules` names the families that take part."""
    found = [_found(token, rules) for token in _candidates(doc) if is_predicate(token)]
    told = [clause for clause in found if clause is not None]
    return [c for c in told if _SWITCHES.get(c.kind, "verb group") in rules or c.kind is ClauseKind.FINITE]


def _candidates(doc: Doc) -> list[Token]:
    """The tokens that can be predicates, by their labels and those of what hangs on them."""
    heads = {t.head.i for t in labelled(doc, ("nsubj", "nsubjpass"))}
    heads.update(t.i for t in labelled(doc, PREDICATE_LABELS))
    tokens = tokens_of(doc)
    return [tokens[i] for i in sorted(heads)]


def _found(token: Token, rules: AbstractSet[str]) -> Clause | None:
    if not is_stand_in(token):
        return _clause(token, rules)
    return _restored(token, rules) if "ellipsis" in rules else None


def is_predicate(token: Token) -> bool:
    """Whether a token says something of somebody: a verb that is no auxiliary, or what has a subject.

    A bare noun beside its subject ("Apple conference") says nothing.
    """
    if token.dep_ in PREDICATE_LABELS and is_verbal(token):
        return not (token.dep_ == "appos" and not has_child(token, *SUBJECTS))
    if not has_child(token, "nsubj", "nsubjpass") or token.is_punct:
        return False
    return token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "relcl" or has_child(token, *OF_VERBS)


OF_VERBS = ("aux", "auxpass", "cop", "agent", "ccomp", "xcomp", *OBJECTS)
"""What only a verb has: a noun with a subject and one of these is a verb tagged as a noun ("Merkel visits Paris")."""


def _clause(token: Token, rules: AbstractSet[str]) -> Clause:
    subjects = find_subjects(token)
    if "coordination" not in rules:
        subjects = tuple(s for s in subjects if s.source is not SubjectSource.INHERITED)
    passive = is_passive(token)
    return Clause(
        verb=token.i,
        kind=_kind(token),
        subjects=_without_duplicates(subjects),
        relation=verb_group(token) if "verb group" in rules else (token.i,),
        arguments=find_arguments(token, rules, relative_subject=_object_gap(token, subjects)),
        passive=passive,
        existential=has_child(token, "expl"),
        parent=governing_predicate(token),
        marker=clause_marker(token),
    )


def _restored(token: Token, rules: AbstractSet[str]) -> Clause | None:
    """The clause of a token that stands for a verb: with the verb's words, and what is lent of the verb's arguments."""
    verb, clause = left_out(token), _clause(token, rules)
    if verb is None:
        return None
    relation = verb_group(verb)
    if not is_gap(token):
        taken = lent(token, find_arguments(verb, rules))
        if taken is None:
            return None
        clause = replace(clause, arguments=(*clause.arguments, *taken))
        relation = _repeating(token, verb)
    return replace(clause, relation=relation, repeats=verb.i)


def _repeating(token: Token, verb: Token) -> tuple[int, ...]:
    """The verb group of "Japan did [sign]", "Tokyo has not [signed]": a bare "did" adds nothing to the verb."""
    own = verb_group(token)
    denying = tuple(t.i for t in denials(token) if t.i not in own)
    bare = len(own) == 1 and not denying and token.lower_ in ("do", "does", "did")
    return (*denying, *(() if bare else own), verb.i, *(c.i for c in children(verb, "prt")))


def _kind(token: Token) -> ClauseKind:
    seed = first_conjunct(token)
    kind = _KINDS.get(seed.dep_, ClauseKind.FINITE)
    if kind is ClauseKind.PARTICIPIAL and seed.tag_ == "VB":
        return ClauseKind.INFINITIVAL
    return kind


def first_conjunct(token: Token) -> Token:
    """The first predicate of the coordination that `token` belongs to, at most LINKS before it."""
    for _ in range(LINKS):
        if token.dep_ != "conj" or token.head.i == token.i or not (is_verbal(token.head) or is_predicate(token.head)):
            break
        token = token.head
    return token


@remembered
def governing_predicate(token: Token) -> int | None:
    """The predicate that the clause of `token` depends on, through a noun or preposition if need be."""
    seed = first_conjunct(token)
    while seed.head.i != seed.i:
        seed = seed.head
        if is_predicate(seed):
            return int(seed.i)
    return None


def clause_marker(token: Token) -> str:
    """The word that ties a clause to the one above: a conjunction, a preposition, "to", or ""."""
    seed = first_conjunct(token)
    mark = child(seed, "mark")
    if mark is not None:
        return str(mark.lower_)
    if seed.dep_ == "pcomp":
        return str(seed.head.lower_)
    when = next((c for c in children(seed, "advmod") if c.tag_ == "WRB" and c.i < seed.i), None)
    if when is not None:
        return str(when.lower_)
    if seed.tag_ == "VB" and any(c.lower_ == "to" for c in children(seed, "aux")):
        return "to"
    return ""


def verb_group(token: Token) -> tuple[int, ...]:
    """The tokens of a verb group in text order; a later conjunct without any borrows the first one's auxiliaries."""
    group = {token.i, *(c.i for c in children(token, *VERB_GROUP))}
    if token.dep_ == "conj" and shares_auxiliaries(token):
        group |= {c.i for c in children(token.head, "aux", "auxpass", "neg") if c.i < token.head.i}
    return tuple(sorted(group))


def shares_auxiliaries(token: Token) -> bool:
    """Whether "has fallen and risen", "could attack and kill": no subject or auxiliary of its own, the same form."""
    if has_child(token, "aux", "auxpass", *SUBJECTS) or not is_verbal(token.head):
        return False
    if token.lemma_ in INTRANSITIVE and has_child(token.head, "auxpass"):
        return False  # "was involved in the plot and assisted in the escape"
    return token.tag_ == token.head.tag_ and token.tag_ not in FINITE_TAGS


def is_passive(token: Token, links: int = LINKS) -> bool:
    """Whether the grammatical subject is the patient; reduced clauses ("soldiers killed in the war") included."""
    repeated = left_out(token)
    if repeated is not None:
        return is_passive(repeated)
    if has_child(token, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if _is_done_to_object(token) or _is_told_in_headline(token):
        return True
    if token.tag_ != "VBN" and not (token.tag_ in ("VBD", "JJ") and has_child(token, "agent")):
        return _gapped_passive(token)
    if _is_headline_passive(token):
        return True
    if has_child(token, "aux", "nsubj") or (has_child(token, *OBJECTS) and not _is_given(token)):
        return _gapped_passive(token)
    if token.dep_ == "conj":
        if child(token, "agent") is not None and is_passive(token.head, links - 1 if links else 0):
            return True  # "made up of volunteers, and supported by experts"
        if child(token, "agent") is not None and token.head.tag_ == "VBG" and token.head.dep_ in ("acl", "advcl"):
            return True  # "wearing a helmet and handcuffed by the police"
        return links > 0 and shares_auxiliaries(token) and is_passive(token.head, links - 1)
    return token.dep_ in ("acl", "advcl", "relcl", "xcomp", "appos", "ccomp", "dep", "ROOT", "pcomp")


def _is_headline_passive(token: Token) -> bool:
    """Whether "Parents prosecuted", "Apple swamped by complaints": a participle as the verb of a headline.

    Without an agent only where no full stop ends it: in running text an active verb is sometimes tagged so.
    """
    if not has_child(token, "agent") and (token.tag_ != "VBN" or token.sent[-1].tag_ == "."):
        return False
    return token.dep_ == "ROOT" and has_child(token, "nsubj") and not has_child(token, "aux", *OBJECTS, "ccomp")


def _is_told_in_headline(token: Token) -> bool:
    """Whether "Man jailed for murder", "First ferry delivered": where no full stop ends it, a past form without object.

    Headlines leave out articles and tell what somebody did in the present.
    """
    subject = child(token, "nsubj")
    if token.dep_ != "ROOT" or token.tag_ != "VBD" or subject is None or has_child(subject, "det", "poss"):
        return False
    if token.sent[-1].tag_ == "." or len(token.sent) > HEADLINE:
        return False
    if token.lemma_.lower() in OFTEN_ALONE or not token.text.endswith("ed"):
        return False
    following = [c for c in children(token) if c.i > token.i]
    return not has_child(token, "aux", "advmod") and all(c.dep_ in ("prep", "npadvmod", "punct") for c in following)


def _is_done_to_object(token: Token) -> bool:
    """Whether "saw ten men killed", "had the car repaired": a participle that says what was done to an object."""
    if token.dep_ != "ccomp" or token.tag_ not in ("VBN", "VBD") or token.head.lemma_ not in WITNESSED:
        return False
    subject = child(token, "nsubj")
    return subject is not None and subject.i > token.head.i and child(token, "aux", "mark", "prt", *OBJECTS) is None


def _gapped_passive(token: Token) -> bool:
    """Whether "600 were killed and thousands wounded": a conjunct whose auxiliary was left out."""
    subject = child(token, "nsubj")
    participle = token.tag_ in ("JJ", "VBD", "VBN") and token.text.endswith(("ed", "en"))
    if subject is None or not participle or token.dep_ != "conj" or token.lemma_ in OFTEN_ALONE:
        return False
    if token.tag_ != "JJ" and not _is_counted(subject) and next_to(subject.left_edge, -2).text == ",":
        return False  # "were killed, and supporters clashed with each other"
    return not has_child(token, "aux", *OBJECTS) and has_child(token.head, "auxpass")


def _is_given(token: Token) -> bool:
    """Whether "a player seeded 10th", "a boy named Lee": a participle of whom is given or called what follows."""
    return token.dep_ == "acl" and token.lemma_.lower() in GRANTING | NAMING and token.i > token.head.i


def _is_counted(noun: Token) -> bool:
    """Whether a noun is a number or has one: "eight", "dozens", "ten people"."""
    return noun.tag_ in ("CD", "JJ") or noun.lower_ in NUMBER_NOUNS or has_child(noun, "nummod")


def _object_gap(token: Token, subjects: tuple[Subject, ...]) -> int | None:
    """The antecedent that a relative clause lacks as object: "the treaty [that] they signed"."""
    if token.dep_ == "ccomp":
        return _deep_gap(token)
    if token.dep_ == "xcomp":
        return _gap_below(token)
    if token.dep_ != "relcl" or is_verbal(token.head) or is_passive(token) or token.head.lemma_.lower() in OCCASIONS:
        return None
    if has_child(token, *OBJECTS, "attr", "acomp", "ccomp", "xcomp") or not child(token, *SUBJECTS):
        return None
    if any(s.head == token.head.i for s in subjects) or _has_relative_word(token):
        return None
    return int(token.head.i)


def _has_relative_word(token: Token) -> bool:
    """Whether a relative word before the verb takes up the antecedent already: "where", "whose", "36 of which"."""
    if any(t.tag_ in ("WRB", "WP$") for t in _up_to(token)):
        return True
    return any(t.tag_ in ("WDT", "WP") for s in children(token, *SUBJECTS) for t in subtree(s) if t.i != s.i)


def _up_to(token: Token) -> list[Token]:
    """The token and what stands below and before it."""
    return [token, *(t for c in children(token) if c.i < token.i for t in subtree(c))]


def _deep_gap(token: Token) -> int | None:
    """The same one clause further down: "the girl whom analysts believe he is grooming"."""
    outer = token.head
    if (
        outer.dep_ != "relcl"
        or is_verbal(outer.head)
        or child(token, *OBJECTS, "attr", "acomp", "ccomp", "xcomp", "mark")
    ):
        return None
    pronoun = next(
        (c for c in children(outer) if c.tag_ in ("WP", "WDT") and c.dep_ in ("dep", "dobj", "pobj", "nmod")), None
    )
    return int(outer.head.i) if pronoun is not None and not is_passive(token) else None


def _gap_below(token: Token) -> int | None:
    """The same of an infinitive below the relative clause: "the ship they intend to send to Oslo"."""
    outer = token.head
    for _ in range(LINKS):
        if outer.dep_ != "xcomp":
            break
        outer = outer.head
    if outer.dep_ != "relcl" or is_verbal(outer.head) or outer.head.lemma_.lower() in UNGAPPED | CONTENT:
        return None
    own = child(outer, *SUBJECTS)
    if own is None or own.tag_ in ("WP", "WDT") or own.i == outer.head.i or _has_relative_word(outer):
        return None
    if token.tag_ != "VB" or is_passive(token) or has_child(token, *OBJECTS, "attr", "acomp", "ccomp", "xcomp"):
        return None
    objects = (o for step in dict.fromkeys((token.head, outer)) for o in children(step, *OBJECTS))
    taken = any(o.tag_ not in ("WP", "WDT") and o.lower_ != "that" for o in objects)
    return None if taken or token.lemma_.lower() in INTRANSITIVE else int(outer.head.i)


def _without_duplicates(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    return tuple({s.head: s for s in subjects}.values())
