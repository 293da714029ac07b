"""Titles: where the office or honorific of a run of capitalised words ends and the name after it starts."""

from __future__ import annotations

from kg.mentions.heads import ending_classes, is_given, word_class
from kg.mentions.lexicon import Lexicon
from kg.mentions.tree import Tree
from kg.mentions.words import HYPHENS, ORGANIZATION_ENDINGS, OTHER_ENDINGS, POSSESSIVES
from kg.ontology import Ontology

LONGEST_OFFICE = 4
"""Words of an office noun ("deputy prime minister")."""
POSTPOSED = frozenset({"Emeritus", "Emerita", "Designate"})
"""Words that qualify an office: "Professor Emeritus Miller", "Emeritus Professor Miller"."""
LINKS = frozenset({"of", "for", "on", "and"})
"""Small words with which a body's name goes on behind the word for what it is."""
PREFIXES = frozenset({"ex", "co", "vice", "acting", "then", "former", "deputy"})
"""Words that a hyphen joins to an office."""


def find_title(tree: Tree, first: int, last: int, ontology: Ontology, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the office or honorific of a run starts and where the name after it, if the run opens with a title.

    "Russian Culture Minister", "Apple CEO", "Gen.": the name is empty where the run is a title alone.
    """
    match = lexicon.match(tree, first)
    if match is not None and match[0] == last:
        return None
    found = None
    for i in range(first, last + 1):
        office = None if _is_surname(tree, first, i) else office_start(tree, first, i, ontology)
        if office is None or _is_behind_of(tree, first, office) or _names_body(tree, office, i, last, ontology):
            continue
        if _is_given_name(tree, first, i, last, ontology):
            continue
        found = office, i + 2 if i < last and tree.words[i + 1] in POSTPOSED else i + 1
    return found


def office_start(tree: Tree, first: int, i: int, ontology: Ontology) -> int | None:
    """Where the longest office noun or honorific that ends at token `i` starts; none is half of a hyphenated word."""
    for start in range(max(first, i - LONGEST_OFFICE + 1), i + 1):
        if tree.text(start, i).lower() in ontology.offices:
            return None if _is_second_half(tree, first, start) else start
    return i if tree.words[i] in ontology.honorifics and not _is_second_half(tree, first, i) else None


def _is_second_half(tree: Tree, first: int, i: int) -> bool:
    """Whether a hyphen joins token `i` to a word that makes no office of it: "Sharm El-Sheikh"."""
    is_joined = i - 1 > first and tree.words[i - 1] in HYPHENS and not tree.blanks[i - 1] and not tree.blanks[i - 2]
    return is_joined and tree.words[i - 2].lower() not in PREFIXES


def _is_surname(tree: Tree, first: int, i: int) -> bool:
    """Whether the model sees token `i` inside a person's name ("Martin Luther King")."""
    return i > first and tree.labels[i] == "PERSON" and tree.entities[i] == tree.entities[i - 1]


def _is_behind_of(tree: Tree, first: int, office: int) -> bool:
    """Whether an office ends the name of a body: "Office of the High Commissioner"."""
    before = office - 1 if tree.words[office - 1] != "the" else office - 2
    return before >= first and tree.words[before] in ("of", "for")


def _names_body(tree: Tree, office: int, i: int, last: int, ontology: Ontology) -> bool:
    """Whether what follows an office that ends at token `i` makes it part of a body's name.

    "Secretary of State's Office", "General Confederation of Labor", "Senator Foods"; "Judge Church" is a judge.
    """
    if last <= i:
        return False
    ends = [k for k in range(i + 1, last) if tree.words[k + 1] in LINKS]
    if tree.words[last].lower() in ORGANIZATION_ENDINGS | OTHER_ENDINGS or tree.words[i + 1] in POSSESSIVES:
        return True
    return any(_is_body_word(tree, k, ontology) for k in [*ends, last]) or _is_of_body(tree, office, last, ontology)


def _is_body_word(tree: Tree, k: int, ontology: Ontology) -> bool:
    """Whether a capitalised word, in no person's name, is one with which the name of a body or of an event ends."""
    word = tree.words[k].lower()
    if tree.labels[k] == "PERSON" or not tree.words[k][0].isupper() or is_given(tree.words[k], ontology):
        return False
    told = ending_classes(word, ontology)
    cls = told[0][0] if told else word_class(word, tree.lemmas[k], ontology)
    return cls is not None and ontology.top_type(cls) == "Organization"


def _is_of_body(tree: Tree, office: int, last: int, ontology: Ontology) -> bool:
    """Whether the model has a title and the common words behind it as one body: "Cardinal Health", "Duke Energy"."""
    inside = range(office, last + 1)
    is_one = all(tree.labels[k] == "ORG" and tree.entities[k] == tree.entities[office] for k in inside)
    rest = tree.words[office + 1 : last + 1]
    if not is_one or any(is_given(word, ontology) for word in rest):
        return False
    return any(_is_common(tree, k, ontology) for k in inside[1:])


def _is_common(tree: Tree, k: int, ontology: Ontology) -> bool:
    return tree.common[k] or word_class(tree.words[k], tree.lemmas[k], ontology) is not None


def _is_given_name(tree: Tree, first: int, i: int, last: int, ontology: Ontology) -> bool:
    """Whether a title that is a given name too opens a run and has but a surname behind it: "Dean Kamen"."""
    if i != first or last != i + 1 or tree.words[i] not in ontology.title_names:
        return False
    before = tree.words[i - 1].lower() if i and tree.sentences[i - 1] == tree.sentences[i] else ""
    is_determined = before in POSSESSIVES or before == "the" or (bool(before) and tree.heads[i - 1] in (i, last))
    return not is_determined and not is_given(tree.words[last], ontology)
