"""Runs of capitalised words that may hold names: which tokens, and how far each run reaches."""

from __future__ import annotations

import re

from kg.mentions.joining import ends_person, is_held, parts_persons
from kg.mentions.lexicon import Form, Hit, Lexicon
from kg.mentions.tree import LEFT_OUT_LABELS, NAME_LABELS, TIME_LABELS, Tree
from kg.mentions.words import CALENDAR, CREDITS, FOREIGN, HYPHENS, NOT_NAMES, OF_HEADS, PARTICLES
from kg.ontology import Ontology

LONGEST_RUN = 25
"""Tokens read together; a text of capitals alone is cut into pieces of this length."""
LONGEST_PERSON = 6
"""Words of a person's name."""
LONGEST_SCORE = 2
"""Digits on one side of a score; of more, "737-800", a model is called."""
LONGEST_SMALL = 5
"""Letters of a small word between hyphens: "upon"."""
CURRENCIES = frozenset("$£€¥₹₽")
THOUSANDS = frozenset({"K", "M", "B", "T"})
"""Letters behind an amount."""
COINED = re.compile(r"^(?:[a-z]{1,2}[A-Z][A-Za-z]+|[A-Z][a-z]+[A-Z][A-Za-z]*[a-z]|[A-Z]{1,2}\d{2,4}s?|\d{3}s)$")
"""A capital inside a word, a letter and digits, the plural of a model's number; "kWh" and "1990s" are none."""

MODEL = re.compile(r"^\d{1,3}[A-Z]{1,3}$")
"""Digits and capitals behind a coined name: "iPhone 3GS"."""
VERSION = re.compile(r"^\d+(?:\.\d+){2,3}$")
"""Of a program: "1.1.1", which is no amount."""


def find_runs(tree: Tree, lexicon: Lexicon, ontology: Ontology) -> list[tuple[int, int]]:
    """Stretches of tokens that may hold names: capitalised words with what joins them."""
    runs: list[tuple[int, int]] = []
    models = _model_numbers(tree)
    i = 0
    while i < len(tree):
        match = _known_at(tree, lexicon, i)
        if match is None and (tree.words[i].isdigit() or not is_candidate(tree, i)):
            i += 1
            continue
        last = _run_end(tree, match[0] if match else i, i + LONGEST_RUN, lexicon, ontology)
        runs.append((_run_start(tree, i, models), last))
        i = last + 1
    return runs


def _model_numbers(tree: Tree) -> frozenset[str]:
    """Numbers that follow a name somewhere in the document ("Boeing 787"), and so may name what they stand before."""
    return frozenset(word for i, word in enumerate(tree.words) if word.isdigit() and _is_model_number(tree, i))


def _run_start(tree: Tree, i: int, models: frozenset[str]) -> int:
    """The first token of a run that is seen at token `i`: a number may open it ("777-200LR", "787 Dreamliner")."""
    if i > 1 and tree.words[i - 1] in HYPHENS and tree.words[i - 2].isdigit() and tree.words[i][0].isdigit():
        return i if tree.blanks[i - 1] or tree.blanks[i - 2] else i - 2
    is_model = i > 0 and tree.words[i - 1] in models and tree.heads[i - 1] == i and tree.tags[i] in ("NN", "NNP")
    return i - 1 if is_model else i


def _run_end(tree: Tree, last: int, limit: int, lexicon: Lexicon, ontology: Ontology) -> int:
    """The last token of the run that has reached `last`, or the first from `limit` on."""
    while True:
        if last >= limit:
            return last
        after = _joined(tree, last, lexicon, ontology)
        if after is None:
            return last
        match = _known_at(tree, lexicon, after)
        last = max(after, match[0]) if match else after


def _joined(tree: Tree, last: int, lexicon: Lexicon, ontology: Ontology) -> int | None:
    """The next token that belongs to the same run, across a hyphen, a surname's particle or "of"."""
    if _is_chain(tree, last):
        return last + 4
    for gap in range(3):
        i = last + 1 + gap
        if i >= len(tree) or tree.sentences[i] != tree.sentences[last]:
            return None
        if is_candidate(tree, i) or _continues_hyphen(tree, last, i):
            return i if _joins(tree, last, i) else None
        if gap == 2 or not (_is_link(tree, last, i, lexicon, ontology) or is_held(tree, last, i, lexicon, ontology)):
            return None
    return None


def _is_chain(tree: Tree, last: int) -> bool:
    """Whether hyphens join a small word and a capitalised one to a name: "Stratford-upon-Avon", "Aix-en-Provence"."""
    words = tree.words[last + 1 : last + 5]
    if len(words) < 4 or words[0] not in HYPHENS or words[2] not in HYPHENS or any(tree.blanks[last : last + 4]):
        return False
    return words[1].isalpha() and words[1].islower() and len(words[1]) <= LONGEST_SMALL and words[3][0].isupper()


def _is_coined_pair(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen stands between two words of which one is in capitals or coined: "OSIRIS-REx".

    Neither is a known name, as in "the EU-Mercosur pact".
    """
    sides = [k for k in (i - 1, i + 1) if 0 <= k < len(tree) and tree.words[k][0].isupper()]
    is_odd = any(len(tree.words[k]) > 2 and any(c.isupper() for c in tree.words[k][1:]) for k in sides)
    return len(sides) == 2 and is_odd and not any(lexicon.match(tree, k) for k in sides)


def _is_link(tree: Tree, last: int, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    word = tree.words[i]
    if word in HYPHENS:
        is_tight = not tree.blanks[i] and not tree.blanks[i - 1]
        return is_tight and (tree.entities[i] >= 0 or _is_coined_pair(tree, i, lexicon))
    same_entity = tree.entities[i] == tree.entities[last] >= 0 and tree.labels[i] in NAME_LABELS
    if word in ("of", "for", "&", "the", "on", "'", "’") and same_entity:
        return not (word == "for" and ends_person(tree, last, ontology))
    if word == "in" and same_entity and tree.labels[i] == "ORG":
        return True
    if word == "and" and same_entity:
        is_repeat = i + 1 < len(tree) and tree.words[i + 1] == tree.words[last]  # "the Galaxy and Galaxy Tab" are two
        is_repeat = is_repeat or parts_persons(tree, last, i, ontology)
        return not is_repeat and tree.labels[i] not in ("PERSON", "GPE", "LOC", "NORP")
    if word == "of" or (word == "the" and tree.words[i - 1] == "of"):
        return tree.words[last].lower() in OF_HEADS
    return word == "&" or word in FOREIGN or (word.lower() in PARTICLES and tree.pos[i] == "PROPN")


def _continues_hyphen(tree: Tree, last: int, i: int) -> bool:
    """Whether token `i` is the small second half of a hyphenated name ("Seong-kweun")."""
    same_entity = tree.entities[i] == tree.entities[last] >= 0 and tree.labels[i] == "PERSON"
    return i - last == 2 and tree.words[i - 1] in HYPHENS and same_entity and tree.words[i].isalpha()


def _joins(tree: Tree, last: int, i: int) -> bool:
    """Whether two capitalised tokens are of one noun phrase: one entity, or linked in the tree within the run."""
    same_entity = tree.entities[i] == tree.entities[last] >= 0
    if same_entity or i - last > 1 or _is_of_coined(tree, i) or _is_version(tree, i):
        return True
    loose = tree.pos[last] == tree.pos[i] == "PROPN" and {tree.deps[last], tree.deps[i]} & {"dep", "appos"}
    return bool(loose) or _top(tree, last) == _top(tree, i)


def _top(tree: Tree, i: int) -> int:
    """The token that `i` modifies as part of a name, a few steps up."""
    for _ in range(8):
        if tree.deps[i] not in ("compound", "amod", "nmod", "punct", "nummod") or tree.heads[i] == i:
            break
        i = tree.heads[i]
    return i


def _known_at(tree: Tree, lexicon: Lexicon, i: int) -> tuple[int, tuple[Hit, ...]] | None:
    """The known name that starts at token `i`; one of a single word must also be tagged as a name or adjective."""
    if not tree.words[i][0].isupper() and tree.words[i][:2] != "al":
        return None
    match = lexicon.match(tree, i)
    if match is None or match[0] > i or tree.pos[i] == "PROPN" or tree.labels[i] in NAME_LABELS or tree.headline[i]:
        return match
    if tree.words[i].isupper() and len(tree.words[i]) > 1:  # "WHO" and "US" are tagged as pronouns
        return match
    is_people = match[1][0].form is Form.DEMONYM
    return match if is_people and tree.pos[i] in ("ADJ", "NOUN") else None


def is_candidate(tree: Tree, i: int) -> bool:
    """Whether token `i` is written and tagged as part of a name."""
    word = tree.words[i]
    if word.isalpha() and word.islower():  # most words
        return False
    if _is_version(tree, i):
        return True
    if not is_wordlike(word) or word.lower() in CALENDAR or tree.labels[i] in TIME_LABELS:
        return False
    if _is_amount(tree, i) or _is_letter(tree, i):
        return False
    bare = word.replace(".", "") if word.count(".") > 1 else word
    if bare.lower().lstrip("0123456789.,$") in NOT_NAMES and (i == 0 or not tree.words[i - 1][:1].isupper()):
        return False
    if word in tree.shops or is_coined(word) or (i and MODEL.match(word) and is_coined(tree.words[i - 1])):
        return True
    if not any(c.isupper() for c in word):
        return _is_model_number(tree, i)
    if tree.headline[i]:
        return tree.labels[i] in NAME_LABELS and not _is_common_entity(tree, i)
    if tree.pos[i] == "PROPN" or tree.labels[i] in NAME_LABELS:
        return tree.pos[i] not in ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART")
    return tree.pos[i] in ("NOUN", "ADJ", "X") and not starts_sentence(tree, i)


def _is_amount(tree: Tree, i: int) -> bool:
    """Whether token `i` is money or its unit: "USD$23", the "212" and "K" of "$212K"."""
    if any(sign in tree.words[i] for sign in CURRENCIES):
        return True
    number = i - 1 if tree.words[i] in THOUSANDS else i
    return number > 0 and tree.words[number - 1] in CURRENCIES and tree.words[number][0].isdigit()


def _is_letter(tree: Tree, i: int) -> bool:
    """Whether token `i` is the letter of "T-shirt" or "X-ray", or a party or state in brackets: "(R-AZ)"."""
    before, after = tree.words[i - 1 : i], tree.words[i + 1 : i + 3]
    if len(tree.words[i]) == 1 and len(after) == 2 and after[0] in HYPHENS and not tree.blanks[i]:
        return after[1].islower() or before == ["("]
    return before == ["-"] and i > 2 and tree.words[i - 3] == "(" and len(tree.words[i - 2]) == 1


def is_coined(word: str) -> bool:
    """Whether a word is written as only names of things are ("iOS", "YouTube", "A320s", "777s"), however tagged."""
    return bool(COINED.match(word))


def _is_common_entity(tree: Tree, i: int) -> bool:
    """Whether a headline's entity has common words, as no person's name has ("Mourns Soldiers")."""
    if tree.labels[i] != "PERSON":
        return tree.common[i]
    first = last = i
    while first and tree.entities[first - 1] == tree.entities[i] and i - first < LONGEST_PERSON:
        first -= 1
    while last + 1 < len(tree) and tree.entities[last + 1] == tree.entities[i] and last - i < LONGEST_PERSON:
        last += 1
    return any(tree.common[first : last + 1])


def _is_model_number(tree: Tree, i: int) -> bool:
    """Digits that belong to a name before them ("iPhone 4", "Boeing 747"), not a count of what follows."""
    if i == 0 or not tree.words[i][0].isdigit() or len(tree.words[i].rstrip("s")) > 4:
        return False
    if is_of_score(tree, i):
        return False
    if not any(c.isupper() for c in tree.words[i - 1]) or tree.labels[i] in LEFT_OUT_LABELS - {"", "CARDINAL"}:
        return False
    is_joined = tree.heads[i] == i - 1 or tree.heads[i - 1] == i or _top(tree, i) == _top(tree, i - 1)
    return is_joined or _is_of_coined(tree, i)


def is_of_score(tree: Tree, i: int) -> bool:
    """Whether token `i` is the first half of a score: "Sweden 1 – 0 South Korea", "beat Chelsea 3-1"."""
    goals = tree.words[i : i + 3 : 2]
    is_apart = i + 2 < len(tree) and tree.words[i + 1] in HYPHENS | {"—", ":"}
    return is_apart and all(goal.isdigit() and len(goal) <= LONGEST_SCORE for goal in goals)


def _is_of_coined(tree: Tree, i: int) -> bool:
    """Digits right behind a coined name in a phrase of the singular: "iOS 4 operating system" counts no systems."""
    is_one = tree.tags[tree.heads[i]] in ("NN", "NNP") and tree.words[i].isdigit()
    return i > 0 and is_one and is_coined(tree.words[i - 1]) and bool(tree.blanks[i - 1])


def _is_version(tree: Tree, i: int) -> bool:
    """Whether token `i` is a version behind a name, whatever the model makes of it: "Software 1.1.1"."""
    return i > 0 and bool(VERSION.match(tree.words[i])) and tree.words[i - 1][:1].isupper()


def is_wordlike(word: str) -> bool:
    return any(c.isalnum() for c in word) and not any(mark in word for mark in ("://", "www.", "@", "#"))


def starts_sentence(tree: Tree, i: int) -> bool:
    if i == 0 or tree.sentences[i - 1] != tree.sentences[i]:
        return True
    before = i - 1
    return not any(c.isalnum() for c in tree.words[before]) and tree.words[before] not in HYPHENS | {",", "'", "(", "&"}


def is_credit(tree: Tree, i: int) -> bool:
    """Whether token `i` labels whose a picture is, before a colon: "Image: Facebook", "... Mohamed Photo: AP"."""
    return tree.words[i].lower() in CREDITS and tree.words[i][0].isupper() and tree.words[i + 1 : i + 2] == [":"]
