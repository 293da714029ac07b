"""What tells that an unknown name is a person's: a given name, initials, an age, "who", a surname standing alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.mentions.heads import ending_classes, is_given, word_class
from kg.mentions.lexicon import lexicon_of
from kg.mentions.names import NameSpan
from kg.mentions.tree import Tree
from kg.mentions.typing import PERSON
from kg.mentions.words import PARTICLES
from kg.ontology import Ontology

GIVEN_WEIGHT = 4
"""Of a given name or of initials before a surname; more than the model's label has."""
AGE_WEIGHT = 4
"""Of a number between commas: "Cristhian Stuani, 37, scored"."""
WHO_WEIGHT = 3
SURNAME_WEIGHT = 2
"""Of a last word that stands alone elsewhere, as the first word does not."""
LONGEST_PERSON = 5
"""Words of a person's name."""
OLDEST = 115
GROUP = "kgo:Group"
PLURALS = frozenset({"NNS", "NNPS"})
GENERATIONS = frozenset({"junior", "senior", "jr.", "sr.", "jr", "sr"})
INITIAL = re.compile(r"^(?:[A-Z]\.)+$")


def person_signs(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What speaks for a person at one place."""
    votes: Counter[str] = Counter()
    is_younger = tree.words[name.last].lower() in GENERATIONS
    is_full = is_full_name(tree, name, ontology) and (is_younger or not _is_word(tree, name.last, ontology))
    if is_full and _opens_like_person(tree, name, ontology):
        votes[PERSON] += GIVEN_WEIGHT
    weight = 0 if name.hits else AGE_WEIGHT * _has_age(tree, name) + WHO_WEIGHT * _is_who(tree, name)
    is_determined = name.first > 0 and tree.words[name.first - 1].lower() == "the"  # "the Tagbanuas, who"
    votes[GROUP if is_determined or tree.tags[name.last] in PLURALS else PERSON] += weight
    return +votes


def is_full_name(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a name may be a given name with a surname: some unknown words, of which the last is none of a body."""
    words = tree.words[name.first : name.last + 1]
    text = tree.text(name.first, name.last)
    if name.hits or name.region is not None or not 1 < len(words) <= LONGEST_PERSON or text in ontology.typing.places:
        return False
    last = words[-1].lower()
    is_noun = last in ontology.nouns or tree.lemmas[name.last] in ontology.nouns
    if ending_classes(last, ontology) or (is_noun and last not in GENERATIONS):
        return False
    if tree.tags[name.last] in PLURALS or (name.last > name.first and words[-1].isupper() and len(words[-1]) > 1):
        return False
    return all(word[0].isupper() or word in ("-", "‑") or word.lower() in PARTICLES for word in words)


def surnames(tree: Tree, names: Sequence[NameSpan], ontology: Ontology) -> frozenset[str]:
    """Full names, in lower case, of whose words the document has the last one alone and never the first."""
    alone = {tree.words[name.first] for name in names if name.first == name.last and not name.hits}
    full = [name for name in names if is_full_name(tree, name, ontology)]
    short = [name for name in full if tree.words[name.last] in alone and tree.words[name.first] not in alone]
    short = [name for name in short if lexicon_of(ontology).match(tree, name.first) is None]
    kept = [n for n in short if not any(_is_word(tree, i, ontology) for i in range(n.first, n.last + 1))]
    return frozenset(tree.text(name.first, name.last).casefold() for name in kept)


def _is_word(tree: Tree, i: int, ontology: Ontology) -> bool:
    """Whether a word of a name is a town's or a common one: no person's ("Lake Chilwa", "Mac OS X Lion")."""
    word = tree.words[i]
    return tree.common[i] or word in ontology.typing.places or word_class(word, tree.lemmas[i], ontology) is not None


def _opens_like_person(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a name opens with a given name or has initials before its last word: "F. Sherwood Rowland"."""
    if is_given(tree.words[name.first], ontology) or tree.words[name.first] in ontology.title_names:
        return True
    exact = lexicon_of(ontology).exact
    inner = tree.words[name.first : name.last]
    return any(INITIAL.match(word) and word not in exact for word in inner)  # not "U.S. Naval"


def _has_age(tree: Tree, name: NameSpan) -> bool:
    """Whether a name is followed by an age between commas, and by no other number in a list of such."""
    age = name.last + 2
    if age + 1 >= len(tree) or tree.words[name.last + 1] != "," or tree.words[age + 1] not in (",", ".", ";"):
        return False
    is_number = tree.words[age].isdigit() and 1 < len(tree.words[age]) <= len(str(OLDEST))
    return is_number and int(tree.words[age]) <= OLDEST and tree.sentences[age] == tree.sentences[name.last]


def _is_who(tree: Tree, name: NameSpan) -> bool:
    """Whether a clause with "who" or "whose" hangs on a name and begins right behind it."""
    behind = [word.lower() for word in tree.words[name.last + 1 : name.last + 3]]
    is_behind = behind[:1] in (["who"], ["whom"]) or behind in ([",", "who"], [",", "whom"])
    return is_behind and any(
        tree.deps[c] == "relcl" for i in range(name.first, name.last + 1) for c in tree.children[i]
    )
