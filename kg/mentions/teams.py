"""Teams that are called by their town: who plays whom in a text of sports."""

from __future__ import annotations

import re
from collections import Counter

from kg.mentions.names import NameSpan
from kg.mentions.runs import is_of_score
from kg.mentions.tree import Tree
from kg.ontology import Ontology

TEAM = "kgo:SportsTeam"
SCORE = re.compile(r"^\d{1,2}[-–]\d{1,2}$")
OPPONENT = frozenset({"with", "against", "to", "over", "by", "from", "for"})
"""Prepositions before a team: "lost to", "drew with", "signed from"."""
WHO_WEIGHT = 3
"""Of "who" behind a town's name: "Barcelona, who host Valencia"."""
SIGNS = 4
"""Weight of the nouns of sports, and of a verb of contest, that make a text one where no score does."""


def is_of_sports(tree: Tree, ontology: Ontology) -> bool:
    """Whether a text tells a score beside a verb of contest, or has several nouns that mostly teams have."""
    beside = ontology.typing.beside
    signs = sum(w for lemma in set(tree.lemmas) for cls, w in beside.get(("noun", lemma), ()) if cls == TEAM)
    verbs = [i for i, pos in enumerate(tree.pos) if pos == "VERB" and ("contest", tree.lemmas[i]) in beside]
    if signs + bool(verbs) >= SIGNS:
        return True
    scored = {tree.sentences[i] for i, word in enumerate(tree.words) if SCORE.match(word) or is_of_score(tree, i)}
    return any(tree.sentences[i] in scored for i in verbs)


def contests(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What a verb of contest says of its subject, its object and the opponent behind a preposition; and "who"."""
    head = next((i for i in range(name.last, name.first - 1, -1) if not name.first <= tree.heads[i] <= name.last), None)
    is_person = name.first < name.last and all(tree.labels[i] == "PERSON" for i in range(name.first, name.last + 1))
    if head is None or is_person:
        return Counter()
    if name.hits and [word.lower() for word in tree.words[name.last + 1 : name.last + 3]] == [",", "who"]:
        return Counter({TEAM: WHO_WEIGHT})
    while tree.deps[head] == "conj" and tree.heads[head] < head:
        head = tree.heads[head]
    above, dep, relation = tree.heads[head], tree.deps[head], "contest"
    if dep == "pobj" and tree.lemmas[above] in OPPONENT:
        above = tree.heads[above]
    elif dep in ("dobj", "nsubjpass"):
        relation = "opponent"
    elif dep != "nsubj":
        return Counter()
    told = ontology.typing.beside.get((relation, tree.lemmas[above]), ()) if tree.pos[above] == "VERB" else ()
    return Counter(dict(told))


def is_where(tree: Tree, name: NameSpan) -> bool:
    """Whether a town's name tells where something is: "in Girona", "near Girona"."""
    heads = (i for i in range(name.last, name.first - 1, -1) if not name.first <= tree.heads[i] <= name.last)
    head = next(heads, name.last)
    return tree.deps[head] == "pobj" and tree.lemmas[tree.heads[head]] in ("in", "near", "outside", "around", "across")
