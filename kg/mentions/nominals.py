"""Noun phrases without a name, and pronouns: which tokens head one, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.phrases import is_torn
from kg.mentions.tree import TIME_LABELS, VALUE_LABELS, Tree
from kg.mentions.words import (
    CALENDAR,
    DEMONSTRATIVE,
    FEMALE,
    FIRST_PLURAL,
    HYPHENS,
    IDIOMS,
    MALE,
    MEASURES,
    NEUTER,
    PERSONAL,
    PERSONS,
    QUANTITY_NOUNS,
    RELATIVE,
    TIME_NOUNS,
)

MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "advmod", "det", "punct", "case"})
"""Dependencies of words that only modify a noun."""

SUBJECT = frozenset({"nsubj", "nsubjpass"})
ARGUMENT = SUBJECT | {"dobj", "pobj", "dative", "attr", "conj", "poss", "agent", "oprd", "appos"}
RAISING = frozenset({"be", "seem", "appear", "remain", "become", "turn", "happen", "emerge", "follow", "take"})
REPORTING = frozenset({"expect", "believe", "say", "report", "think", "know", "hope", "understand", "claim", "fear",
                       "allege", "announce", "decide", "agree", "reveal", "estimate", "suggest", "assume"})  # fmt: skip
CLAUSE = frozenset({"ccomp", "csubj", "csubjpass", "advcl", "xcomp", "relcl"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """Token `head` heads a noun phrase; `noun` tells what it is ("troops" of "thousands of troops")."""

    head: int
    noun: int


def find_nominals(tree: Tree, claimed: list[bool]) -> list[Nominal]:
    """Heads of noun phrases outside names, left to right; a counted noun goes with the word that counts it."""
    nominals: list[Nominal] = []
    counted: set[int] = set()
    for i in range(len(tree)):
        if claimed[i] or i in counted or not _heads_phrase(tree, i):
            continue
        noun = _counted(tree, i)
        if noun == i and _is_bare_number(tree, i):
            continue
        counted.add(noun)
        nominals.append(Nominal(i, noun))
    return nominals


def _heads_phrase(tree: Tree, i: int) -> bool:
    if not any(c.isalnum() for c in tree.words[i]) or "://" in tree.words[i] or "www." in tree.words[i]:
        return False
    dep = _own_dep(tree, i)
    if dep in MODIFIER or _is_time_or_measure(tree, i) or _is_idiom(tree, i):
        return False
    if tree.pos[i] in ("NOUN", "PROPN"):
        return True
    if tree.pos[i] == "NUM" or (tree.pos[i] in ("DET", "ADJ", "PRON") and tree.lemmas[i] in QUANTITY_NOUNS):
        return dep in ARGUMENT and (_counted(tree, i) != i or dep in SUBJECT)
    if tree.pos[i] == "PRON":
        return tree.tags[i] in ("NN", "NNS") and dep in ARGUMENT
    has_article = any(tree.deps[c] == "det" for c in tree.children[i])
    return tree.pos[i] == "ADJ" and has_article and dep in ARGUMENT


def _own_dep(tree: Tree, i: int) -> str:
    """The dependency of a token, or of the first of its conjuncts."""
    seen = 0
    while tree.deps[i] == "conj" and tree.heads[i] != i and seen < 50:
        if tree.pos[tree.heads[i]] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            return "conj"
        i = tree.heads[i]
        seen += 1
    return tree.deps[i]


def _is_time_or_measure(tree: Tree, i: int) -> bool:
    lemma, lower = tree.lemmas[i], tree.words[i].lower()
    if lower in CALENDAR or lemma in TIME_NOUNS or lemma in MEASURES:
        return True
    return tree.labels[i] in TIME_LABELS and tree.pos[i] in ("NUM", "PROPN")


def _is_idiom(tree: Tree, i: int) -> bool:
    lemma = tree.lemmas[i]
    if lemma == "place" and tree.lemmas[tree.heads[i]] == "take" and tree.deps[i] == "dobj":
        return True
    if lemma == "order" and i and tree.words[i - 1].lower() == "in" and tree.words[i + 1 : i + 2] in (["to"], ["that"]):
        return True
    return not tree.children[i] and i > 0 and (tree.words[i - 1].lower(), tree.words[i].lower()) in IDIOMS


def _is_bare_number(tree: Tree, i: int) -> bool:
    """A number that counts nothing named: a value, not a phrase, unless it acts ("two were killed")."""
    if tree.pos[i] != "NUM" and tree.lemmas[i] not in QUANTITY_NOUNS:
        return False
    return _own_dep(tree, i) not in SUBJECT or tree.labels[i] in VALUE_LABELS - {"CARDINAL"}


def _counted(tree: Tree, i: int) -> int:
    """The noun that a number or quantity word counts through "of", or the token itself.

    The second noun of a compound that the tree has as the object of the first.
    """
    if is_torn(tree, i, i + 1):
        return i + 1
    if tree.lemmas[i] not in QUANTITY_NOUNS and tree.words[i].lower() not in QUANTITY_NOUNS and tree.pos[i] != "NUM":
        return i
    for preposition in tree.children[i]:
        if tree.lemmas[preposition] == "of" and preposition > i:
            return next((c for c in tree.children[preposition] if tree.deps[c] == "pobj"), i)
    return i


def noun_start(tree: Tree, noun: int) -> int:
    """The first of the noun compounds that stand directly before a noun ("spy agency")."""
    first = noun
    while first and tree.deps[first - 1] == "compound" and tree.pos[first - 1] in ("NOUN", "PROPN"):
        if not noun >= tree.heads[first - 1] >= first:
            break
        first -= 1
    while first < noun and first and tree.words[first - 1] in HYPHENS:  # "mid-year drills": not "year drills"
        first += 1
    return first


def number_of(tree: Tree, head: int) -> str:
    """Singular or plural; words that count are plural ("a number of soldiers") but for "one"."""
    if tree.lemmas[head] in QUANTITY_NOUNS and tree.lemmas[head] != "one":
        return "plural"
    if tree.pos[head] == "ADJ" and head > 1 and tree.tags[head - 2 : head] == ["NN", "HYPH"]:
        return "singular"  # "the director-general"
    if tree.tags[head] in ("NNS", "NNPS") or tree.pos[head] == "NUM" or tree.pos[head] == "ADJ":
        return "singular" if tree.lemmas[head] == "one" else "plural"
    return "singular" if tree.tags[head] in ("NN", "NNP") else ""


def gender_of(tree: Tree, tokens: range) -> str:
    """Gender that one of the words tells: an honorific, a pronoun, a noun such as "daughter"."""
    words = {tree.words[i].lower() for i in tokens} | {tree.lemmas[i] for i in tokens}
    if words & FEMALE:
        return "f"
    if words & MALE:
        return "m"
    return "n" if words & NEUTER else ""


# ---------------------------------------------------------------- pronouns


def find_pronouns(tree: Tree) -> list[int]:
    """Tokens that are personal, possessive, relative or demonstrative pronouns standing for somebody or something."""
    return [i for i in range(len(tree)) if _is_pronoun(tree, i)]


def _is_pronoun(tree: Tree, i: int) -> bool:
    lower, tag = tree.words[i].lower(), tree.tags[i]
    if lower in PERSONAL and tag in ("PRP", "PRP$"):
        return lower != "it" or not is_expletive(tree, i)
    if lower in RELATIVE and tag in ("WP", "WP$", "WDT"):
        return tree.deps[i] not in ("det", "mark", "advmod") and _is_relative(tree, i)
    # A conjoined "that" is mostly a complementizer that the tagger missed.
    is_argument = tree.deps[i] in ARGUMENT and (lower == "those" or tree.deps[i] != "conj")
    return lower in DEMONSTRATIVE and tag == "DT" and is_argument


def _is_relative(tree: Tree, i: int) -> bool:
    """Whether a clause that the pronoun is in modifies a noun; questions are left out."""
    for _ in range(12):
        if tree.deps[i] == "relcl":
            return True
        if tree.heads[i] == i or tree.deps[i] in ("ccomp", "csubj", "ROOT"):
            return False
        i = tree.heads[i]
    return False


def is_expletive(tree: Tree, i: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it seems that", "it was reported that"."""
    verb = tree.heads[i]
    if tree.deps[i] == "expl":
        return True
    if tree.deps[i] not in SUBJECT:
        return False
    below = tree.children[verb]
    deps = {tree.deps[c] for c in below}
    if tree.lemmas[verb] in REPORTING and tree.deps[i] == "nsubjpass":
        return bool(deps & {"ccomp", "csubj", "csubjpass"})
    if tree.lemmas[verb] not in RAISING:
        return False
    late = [c for c in below if c > verb and tree.deps[c] in CLAUSE - {"advcl"}]
    if tree.lemmas[verb] == "be":
        complements = [c for c in below if tree.deps[c] in ("acomp", "attr")]
        late += [g for c in complements for g in tree.children[c] if g > c and tree.deps[g] in CLAUSE - {"relcl"}]
        weather = any(tree.labels[c] in TIME_LABELS for c in complements)
        return bool(complements and late) or weather
    return "ccomp" in {tree.deps[c] for c in late}


def pronoun_features(word: str) -> tuple[str, str, str]:
    """Class, number and gender of a pronoun."""
    lower = word.lower()
    gender = "f" if lower in FEMALE else "m" if lower in MALE else "n" if lower in NEUTER else ""
    if lower in PERSONAL:
        cls = "kgo:Group" if lower in FIRST_PLURAL else "kgo:Person" if lower in PERSONS else "kgo:Thing"
        return cls, PERSONAL[lower], gender
    if lower in ("who", "whom", "whose"):
        return ("kgo:Person" if lower != "whose" else "kgo:Thing"), "", ""
    return "kgo:Thing", DEMONSTRATIVE.get(lower, "") if lower != "that" else "", ""
