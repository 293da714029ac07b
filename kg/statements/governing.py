"""The shapes of a clause that decide how the word above it lays a stance on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.clauses.finding import is_passive, is_predicate
from kg.clauses.subjects import is_left_out
from kg.clauses.syntax import OBJECTS, SUBJECTS, ancestors, child, children, next_to, remembered, tokens_of
from kg.entities.reports import find_source
from kg.statements.cues import Cue, Cues

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
NOT_ALL = frozenset({"all", "every", "everybody", "everyone", "everything", "many", "much", "each"})

DEGREES = frozenset({"too", "enough"})

BRINGING = frozenset({
    "announce", "build", "design", "develop", "introduce", "launch", "order", "plan", "present", "produce", "propose",
    "release", "reveal", "roll", "show", "unveil",
})  # fmt: skip
"""Verbs that bring something new before people."""

STEPS = 4
"""Infinitives in a chain that are looked through."""


def form(token: Token) -> str:
    """infinitive, bare (infinitive without "to"), gerund, participle or clause."""
    if token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "aux")):
        return "infinitive"
    if any(c.tag_ == "MD" or c.tag_ in ("VBZ", "VBP", "VBD") for c in children(token, "aux", "auxpass")):
        return "clause"
    if any(c.lower_ == "to" for c in children(token, "aux")):
        return "infinitive"
    if token.tag_ == "VB" and child(token, "mark", "aux", "auxpass") is None and token.dep_ in ("ccomp", "xcomp"):
        return "bare"
    if follows_as_gerund(token):
        return "gerund"
    if token.tag_ == "VBG" and child(token, "mark") is None:
        return "gerund" if token.dep_ in ("xcomp", "ccomp", "pcomp") else "participle"
    if token.tag_ == "VBN" and child(token, "mark", *SUBJECTS) is None:
        perfect = any(c.lower_ == "having" for c in children(token, "aux"))
        return "gerund" if perfect and token.dep_ in ("xcomp", "ccomp", "pcomp") else "participle"
    return "clause"


def is_in_source(token: Token, above: Token) -> bool:
    """Whether a clause says something of the source itself ("according to images broadcast by state media")."""
    for step in ancestors(token):
        if step.i == above.i:
            return False
        if step.lower_ == "according":
            return True
    return False


def is_in_claim(token: Token, above: Token) -> bool:
    """Whether a participle tells how what is claimed was done ("claimed an attack on a church using a truck")."""
    target = child(above, *OBJECTS) if above.lemma_.lower() == "claim" else None
    if target is None or token.tag_ != "VBG" or token.dep_ not in ("advcl", "acl") or token.i < target.i:
        return False
    return child(token, "mark") is None and not is_set_off(token)


def is_not_only(word: Token) -> bool:
    """ "not only ... but also" denies nothing; "not all of them came" is told of a smaller share."""
    if word.i + 1 >= len(word.doc):
        return False
    after, inside = next_to(word), word.i > 0 and next_to(word, -1).pos_ in ("AUX", "VERB")
    return after.lower_ in NOT_ONLY or (word.lower_ == "not" and after.lower_ in NOT_ALL and not inside)


def is_reduced_passive(above: Token, token: Token) -> bool:
    """ "soldiers believed to have died": a verb of thought or speech with its own subject and an infinitive."""
    return above.tag_ in ("VBN", "VBD") and token.dep_ == "xcomp" and child(above, *OBJECTS, "aux") is None


def is_clausal(predicate: Token, adverb: Token) -> bool:
    """Whether the adverb governs its own infinitive ("likely to leave") and is read as a governor instead."""
    return adverb.dep_ in ("acomp", "oprd") and child(adverb, "xcomp") is not None


def governing_cue(token: Token, above: Token, cues: Cues) -> Cue | None:
    """The cue by which `above` governs the complement `token`: "have yet" goes before "have"."""
    word, passive = above.lemma_.lower(), is_passive(above) or is_reduced_passive(above, token)
    takes = form(token)
    owned = child(above, *OBJECTS)
    if takes == "infinitive" and word == "have" and owned is not None and owned.i < token.i:
        return cues.governor(owned.lemma_.lower(), takes, noun=True)  # "has an option to buy" is no "has to buy"
    degree = _degree(token, above) if takes == "infinitive" else ""
    if token.head.i != above.i:
        word = token.head.lemma_.lower()  # "is likely to leave": the adjective governs
    adjective = child(above, "acomp", "attr") if token.head.i == above.i else None
    if adjective is not None and above.lemma_ == "be":
        word = adjective.lemma_.lower()
    yet = any(c.lower_ == "yet" for c in (*children(above), *children(token)))
    phrases = [f"{word} yet"] if yet else []
    phrases += [f"{word} {p.lower_}" for p in children(above, "prt")] + [
        word,
        f"{word}e",
    ]  # the lemmatizer reads "hoped" as "hop"
    phrases += [adjective.lemma_.lower(), adjective.lower_] if adjective is not None else []
    if takes == "infinitive" and token.dep_ == "ccomp" and child(token, "nsubj") is None:
        takes = "clause"
    seen = _seen_doing(token, above) if takes == "clause" else ""
    if seen and cues.governor(word, seen) is not None:
        takes = seen
    phrases += [degree] if degree else []  # "too weak to win", but "too eager to sell"
    strict = is_passive(above)
    for voice in dict.fromkeys(
        (strict, passive)
    ):  # "claimed to have won" has a reading of its own, "believed to" has not
        for phrase in phrases:
            cue = cues.governor(phrase, takes, passive=voice)
            if cue is not None:
                return cue
    return None


def _degree(token: Token, above: Token) -> str:
    """The degree of an adjective that an infinitive completes: "too" of "too weak to win", "enough"; "" without."""
    adjective = token.head if token.head.i != above.i else child(above, "acomp", "oprd")
    if adjective is None or adjective.i > token.i:
        return ""
    beside = [*children(adjective, "advmod"), next_to(adjective)]  # the parser ties many an "enough" to the verb
    return next((c.lower_ for c in beside if c.lower_ in DEGREES), "")


def _seen_doing(token: Token, above: Token) -> str:
    """The form of a clause that may be a small one: "saw profits fall", "saw a man killed"; "" of any other."""
    subject = child(token, "nsubj", "nsubjpass")
    full = child(token, "mark", "aux", "auxpass") is not None
    if token.dep_ != "ccomp" or full or subject is None or subject.left_edge.i <= above.i:
        return ""
    if token.tag_ == "VBN":
        return "participle"
    return "bare" if token.tag_ == "VBP" and above.tag_ in ("VBD", "VBN", "VB", "VBG") else ""


def is_set_off(token: Token) -> bool:
    """Whether a comma, dash or bracket stands before a clause."""
    return token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text in (",", "—", "–", "(", "-")


def is_deniable(noun: Token) -> bool:
    """Whether there is none of what a noun names, or it is only asked for ("no evidence", "any proof")."""
    return any(c.lower_ in ("no", "any", "little", "without") for c in children(noun))


def is_for_adjective(token: Token, above: Token) -> bool:
    """Whether an infinitive completes an adjective: "not qualified to land"."""
    return form(token) == "infinitive" and (token.head.pos_ == "ADJ" or child(above, "acomp") is not None)


def told_of(token: Token, above: Token) -> Token | None:
    """The noun whose content a clause after "be" is: "the claim was that he left", "the rule is that ..."."""
    subject, mark = child(above, "nsubj"), child(token, "mark")
    if above.lemma_ != "be" or token.dep_ != "ccomp" or subject is None or mark is None or mark.lower_ != "that":
        return None
    return subject if subject.pos_ == "NOUN" and token.i > above.i else None


def is_past(token: Token) -> bool:
    """Whether a clause has a simple past as its finite verb."""
    return any(w.tag_ == "VBD" for w in (token, *children(token, "aux", "auxpass")))


def find_sources(doc: Doc) -> dict[int, list[tuple[tuple[int, ...], int]]]:
    """Predicate -> the "according to" phrases that stand beside it: the tokens of the cue, and the noun."""
    found: dict[int, list[tuple[tuple[int, ...], int]]] = {}
    for token in tokens_of(doc):
        source = find_source(token)
        if source is not None:
            for predicate in _beside(token, source[1]):
                found.setdefault(predicate, []).append((source[0], source[1].i))
    return found


def _beside(according: Token, noun: Token) -> Iterator[int]:
    """The predicate above, or where the sentence has a noun at its top the clauses on that noun.

    Set off at the end of its sentence it is said of the whole.
    """
    root = according.sent.root
    if is_set_off(according) and noun.right_edge.i >= according.sent[-1].i - 2 and is_predicate(root):
        yield root.i
        return
    top = according
    for top in ancestors(according):
        if is_predicate(top):
            yield top.i
            return
    yield from (c.i for c in children(top, "acl", "relcl") if is_predicate(c))


def conjunction_of(token: Token) -> Token | None:
    """The word that opens an adverbial clause: its mark, or "when", "where"."""
    mark = child(token, "mark")
    return mark if mark is not None else next((c for c in children(token, "advmod") if c.tag_ == "WRB"), None)


def can_lie_ahead(token: Token) -> bool:
    """Whether a clause of time can lie in the future of the clause above.

    After "will" and "may" a past tense is a past; after "would" and "planned to" it may be a future seen from the past.
    """
    above = token.head
    if not any(w.tag_ == "VBD" for w in (token, *children(token, "aux", "auxpass"))):
        return True
    shifted = any(w.lower_ in ("would", "could", "might", "'d") for w in children(above, "aux"))
    return shifted or (above.dep_ in ("xcomp", "ccomp", "acl") and above.head.tag_ == "VBD")


def is_superlative(noun: Token) -> bool:
    """Whether "the first state to recognise it": whoever is the first, last or only one has done it."""
    return any(
        c.tag_ == "JJS" or c.lower_ in ("first", "last", "only", "second", "third") for c in children(noun, "amod")
    ) or (noun.tag_ == "JJS" or noun.lower_ in ("first", "last", "only", "second", "third"))


def mark_of(token: Token) -> Token | None:
    """The word that opens a clause; the parser ties many an "if" to the auxiliary."""
    mark = child(token, "mark")
    return mark or next((m for w in children(token, "aux", "auxpass") for m in children(w, "mark")), None)


def is_brought_forth(noun: Token) -> bool:
    """Whether a clause tells of what is new by its object: "unveiled the first lorry to run on gas", which may yet."""
    return noun.dep_ in OBJECTS and noun.head.lemma_.lower() in BRINGING


def is_finite(token: Token) -> bool:
    return any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in (token, *children(token, "aux", "auxpass")))


def true_seed(token: Token, seed: Token, above: Callable[[Token], Token | None]) -> Token:
    """What a conjunct is coordinated with: a finite verb with no infinitive but with the verb that governs it.

    "planned to stay and was forced out" says that he was.
    """
    steps = 0
    while is_finite(token) and not is_finite(seed) and form(seed) == "infinitive" and steps < STEPS:
        governor = above(seed)
        if governor is None:
            break
        seed, steps = governor, steps + 1
    return seed


def is_bare_participle(token: Token) -> bool:
    """Whether "if compared with last year": a participle without subject sets no condition for what did happen."""
    return token.tag_ == "VBN" and child(token, *SUBJECTS, "aux", "auxpass") is None


def is_inverted_condition(token: Token) -> bool:
    """Whether "had Britain stayed", "were it to leave": an auxiliary before the subject, and no question."""
    subject = child(token, "nsubj", "nsubjpass")
    if subject is None or token.dep_ not in ("advcl", "ccomp") or (token.i > token.head.i and token.dep_ == "ccomp"):
        return False
    first = child(token, "aux", "auxpass")
    return first is not None and first.i < subject.i and first.lower_ in ("had", "were", "should")


def is_inverted_main(token: Token, above: Token) -> bool:
    """Whether "only if A agrees will B leave": the parser takes the condition for the main clause."""
    subject, first = child(token, "nsubj", "nsubjpass"), child(token, "aux", "auxpass")
    mark = child(above, "mark")
    if token.dep_ != "ccomp" or token.i < above.i or mark is None or mark.lower_ != "if" or above.dep_ != "ROOT":
        return False
    return subject is not None and first is not None and first.i < subject.i


def follows_as_gerund(token: Token) -> bool:
    """Whether "ruled out sending": an -ing form right after the verb and its particle, whatever the parser calls it."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.i == 0 or child(token, "mark", *SUBJECTS) is not None:
        return False
    before = next_to(token, -1)
    return bool(before.i == token.head.i or (before.dep_ == "prt" and before.head.i == token.head.i))


def has_content(token: Token, cues: Cues) -> bool:
    """Whether a relative clause is rather what its noun says: "the rumour that the king had died"."""
    if child(token, "mark") is not None:
        return True
    that = next((c for c in children(token) if c.lower_ == "that" and c.i == token.head.i + 1), None)
    if that is not None and that.dep_ in OBJECTS and cues.governor(token.lemma_.lower(), "clause") is not None:
        return False  # "a charge that the army denies"
    cue = cues.governor(token.head.lemma_.lower(), "clause", noun=True)
    subject = child(token, "nsubj", "nsubjpass")
    return cue is not None and not cue.factive and that is not None and subject is not None and subject.i != that.i


def negating_words(token: Token, group: list[Token]) -> list[Token]:
    """Words whose negation is that of the clause: in its verb group, beside the verb, or on its subject or object."""
    beside = [w for w in group if w.dep_ == "neg"] + children(token, "advmod", "preconj", "cc")
    nouns = children(token, *SUBJECTS, *OBJECTS, "attr", "oprd", "agent")
    whole = [noun for noun in nouns if not is_replaced(noun)]
    words = [*beside, *nouns, *(c for noun in whole for c in children(noun, "det", "neg", "preconj"))]
    words += [c for w in beside if w.lower_ == "longer" for c in children(w)]
    if token.dep_ == "conj":
        words += [c for c in _nors(token.head) if c.i < token.i]
    return words


def is_replaced(noun: Token) -> bool:
    """Whether another stands for it: the mine in "sold not the mine but the railway"; the clause is not denied."""
    other = child(noun, "conj")
    if other is None or not is_left_out(noun):
        return False
    return any(c.lower_ == "but" and c.i < other.i for c in children(noun, "cc"))


@remembered
def _nors(token: Token) -> list[Token]:
    return [c for c in children(token, "cc") if c.lower_ == "nor"]


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase names what there is: a name, "the", "this", a possessor."""
    words = [c.lower_ for c in children(noun, "det")]
    return noun.pos_ == "PROPN" or child(noun, "poss") is not None or any(w in DEFINITE for w in words)
