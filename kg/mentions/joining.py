"""Small words and marks that hold one name together: "Movement for the Study of Peace", "People's Party"."""

from __future__ import annotations

from itertools import takewhile

from kg.mentions.heads import word_class
from kg.mentions.lexicon import Form, Lexicon
from kg.mentions.tree import Tree
from kg.mentions.words import CALENDAR, CREDITS, HYPHENS, ORGANIZATION_ENDINGS, POSSESSIVES, QUOTES
from kg.ontology import Ontology

STEPS = 4
"""Prepositions climbed from the last one of a name to its head."""
SHORTEST_ACRONYM = 3
LONGEST_LIST = 6
"""Aims of one body."""
LONGEST_AIMS = 12
"""Words and commas of them before the last comma."""
PEOPLE = frozenset({"Person", "Group"})
LANDS = frozenset({"PERSON", "GPE", "NORP", "LOC"})
"""Labels of what no body is for."""
FARTHEST = 8
"""Words on each side of "and" that a name may have."""
SMALL = frozenset({"of", "for", "the", "and", "&"})
NO_AIM = frozenset({"kgo:ArmedForce", "kgo:MediaOutlet", "kgo:LawEnforcement", "kgo:SportsTeam", "kgo:MilitaryUnit"})
"""Bodies that are not named after what they are for."""
PLURALS = frozenset({"NNS", "NNPS"})
LONGEST_TITLE = 4
"""Words of an office ("chancellor of the exchequer")."""
AWARDS = frozenset({"Prize", "Award", "Medal"})
CAMPUS = frozenset({"kgo:School"})


def is_held(tree: Tree, last: int, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether token `i`, no capitalised word, lies within the name that has reached `last`."""
    word = tree.words[i].lower()
    if word == "the":
        return tree.words[i - 1] in ("of", "for", ":") and is_held(tree, last, i - 1, lexicon, ontology)
    if word in ("of", "for"):
        return _is_aim(tree, i, lexicon, ontology) or (word == "of" and _is_national(tree, i, lexicon, ontology))
    if word == "in":
        return i == last + 1 and (_is_field(tree, i, lexicon) or _is_branch(tree, i, lexicon))
    if word == "at":
        return i == last + 1 and _is_campus(tree, i, lexicon, ontology)
    if word == "and":
        return _is_second_aim(tree, i, lexicon, ontology) or _is_second_land(tree, i, lexicon, ontology)
    if word in POSSESSIVES and i == last + 1:
        return _is_of_people(tree, last, i, ontology) or _is_of_office(tree, i, lexicon, ontology)
    if word == ":":
        return i == last + 1 and _is_subtitle(tree, i)
    is_comma = word == "," and i == last + 1
    return is_comma and (_is_campus(tree, i, lexicon, ontology) or _is_listed_aim(tree, i, lexicon, ontology))


def parts_persons(tree: Tree, last: int, i: int, ontology: Ontology) -> bool:
    """Whether "and" before a person's full name follows no given name: "Arequipa and Viktor Orban" are two."""
    given, words = ontology.typing.given, tree.words
    is_full = i + 2 < len(tree) and words[i + 1] in given and words[i + 2][0].isupper()
    return is_full and words[last] not in given


def ends_person(tree: Tree, last: int, ontology: Ontology) -> bool:
    """Whether a given name and a word that is none of a body end at token `last`: "Lydia Grant for Food Standards"."""
    return last > 0 and tree.words[last - 1] in ontology.typing.given and not _body(tree, last, ontology)


def _is_aim(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a preposition hangs on a capitalised word for a body and leads to what the body is for."""
    if _body_above(tree, i, ontology) is None:
        return False
    aim = i + 2 if tree.words[i + 1 : i + 2] == ["the"] else i + 1
    if aim >= len(tree) or not tree.words[aim][0].isupper() or tree.words[aim].lower() in CALENDAR:
        return False
    return lexicon.match(tree, aim) is None and tree.labels[aim] not in ("PERSON", "GPE", "NORP")


def _body_above(tree: Tree, i: int, ontology: Ontology) -> int | None:
    """The capitalised word for a body that a preposition hangs on, over capitalised words and small ones alone."""
    for _ in range(STEPS):
        head = tree.heads[i]
        if head >= i or not all(tree.words[k][0].isupper() or tree.words[k] in SMALL for k in range(head, i)):
            return None
        cls = _body(tree, head, ontology)
        if cls:
            return None if cls in NO_AIM else head
        while head > 0 and tree.deps[head] in ("conj", "compound"):
            head = tree.heads[head]
        i = tree.heads[head]
        if tree.deps[head] != "pobj" or tree.words[i] not in ("of", "for"):
            return None
    return None


def _body(tree: Tree, i: int, ontology: Ontology) -> str:
    """The class of a body that a capitalised common noun tells, or ""."""
    cls = ORGANIZATION_ENDINGS.get(tree.words[i].lower()) or ontology.nouns.get(tree.words[i].lower(), "")
    return cls if tree.words[i][0].isupper() and cls and ontology.is_a(cls, "kgo:Organization") else ""


def _is_field(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether "in" stands between a named award and its field: "Nobel Prize in Chemistry"."""
    is_award = tree.words[i - 1] in AWARDS and i > 1 and tree.words[i - 2][0].isupper() and tree.heads[i] == i - 1
    is_field = i + 1 < len(tree) and tree.words[i + 1][0].isupper() and tree.words[i + 1].lower() not in CALENDAR
    return is_award and is_field and lexicon.match(tree, i + 1) is None and tree.labels[i + 1] not in ("GPE", "LOC")


def _is_national(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a country follows a name of several words that ends in a common noun: "Geological Survey of Finland"."""
    if i < 2 or tree.heads[i] != i - 1 or not (tree.words[i - 2][0].isupper() and tree.words[i - 1][0].isupper()):
        return False
    cls = word_class(tree.words[i - 1], tree.lemmas[i - 1], ontology)
    if cls is None or ontology.top_type(cls) not in ("Organization", "Document"):
        return False
    match = lexicon.match(tree, i + 1)
    return match is not None and ontology.top_type(match[1][0].name.cls) == "Country"


def _is_second_aim(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether "and" joins two things that a body is for, or stands in a name whose acronym the text has."""
    if i + 1 >= len(tree) or not tree.words[i + 1][0].isupper():
        return False
    if _has_acronym(tree, i):
        return True
    aim = tree.heads[i]
    while tree.deps[aim] == "conj" and tree.heads[aim] < aim:
        aim = tree.heads[aim]
    prep = tree.heads[aim]
    if aim >= i or tree.deps[aim] != "pobj" or prep < 1 or not _is_aim(tree, prep, lexicon, ontology):
        return False
    if tree.deps[tree.heads[i]] == "conj":  # the last of a list
        return _is_field_word(tree, i + 1, i, lexicon, ontology)
    is_word = tree.common[i + 1] or word_class(tree.words[i + 1], tree.lemmas[i + 1], ontology) is not None
    return is_word and lexicon.match(tree, i + 1) is None


def _is_subtitle(tree: Tree, i: int) -> bool:
    """Whether a colon stands inside a title in capitals that quote marks enclose, or that the text has twice."""
    if i + 1 >= len(tree) or not tree.words[i + 1][0].isupper() or tree.blanks[i - 1] or tree.headline[i]:
        return False
    if tree.words[i - 1].lower() in CREDITS:
        return False
    first, last = i - 1, i + 1
    while first and (_is_inside(tree, first - 1) or tree.words[first - 1] in HYPHENS):
        first -= 1
    while last + 1 < len(tree) and (_is_inside(tree, last + 1) or tree.words[last + 1] in HYPHENS):
        last += 1
    opens = first > 0 and tree.words[first - 1] in QUOTES
    if opens and any(word in QUOTES for word in tree.words[last + 1 : last + 3]):
        return True
    before, after = tree.words[i - 1], tree.words[i + 1]
    return sum(tree.words[k - 1 : k + 2] == [before, ":", after] for k in range(1, len(tree) - 1)) > 1


def _is_listed_aim(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a comma stands in a list of what a body is for: "Ministry of Health, Labour and Welfare"."""
    first = comma = i
    while i - first < LONGEST_AIMS and first and (_is_aim_word(tree, first - 1) or tree.words[first - 1] == ","):
        first -= 1
        comma = first if tree.words[first] == "," else comma
    if first == comma or tree.words[first - 1] not in ("of", "for") or not _is_aim(tree, first - 1, lexicon, ontology):
        return False
    return _ends_list(tree, comma, lexicon, ontology)


def _ends_list(tree: Tree, comma: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether common nouns with capitals, or what the model takes for one name, go on to "and" behind a comma.

    "Department of Energy, Microsoft and Intel" are three.
    """
    k, parts = comma, 0
    while k + 1 < len(tree) and tree.words[k] in (",", "and") and parts < LONGEST_LIST:
        is_last = tree.words[k] == "and" or tree.words[k + 1] == "and"
        k += 2 if tree.words[k] == "," and tree.words[k + 1] == "and" else 1
        if k >= len(tree) or not _is_field_word(tree, k, comma, lexicon, ontology):
            return False
        while k + 1 < len(tree) and _is_aim_word(tree, k + 1):
            k += 1
        k, parts = k + 1, parts + 1
        if is_last:
            return parts > 1
    return False


def _is_field_word(tree: Tree, k: int, comma: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a word tells what a body is for: within the entity of the list, or a common noun for no person."""
    if not _is_aim_word(tree, k) or tree.labels[k] in LANDS or tree.words[k].lower() in ontology.offices:
        return False
    known = lexicon.match(tree, k)
    if known and ontology.top_type(known[1][0].name.cls) in ("Country", "Region", "City", "Person"):
        return False
    if tree.entities[k] == tree.entities[comma] >= 0:
        return True
    cls = word_class(tree.words[k], tree.lemmas[k], ontology)
    return known is None and (tree.common[k] or cls is not None) and ontology.top_type(cls or "kgo:Thing") not in PEOPLE


def _is_aim_word(tree: Tree, i: int) -> bool:
    return tree.words[i][0].isupper() and tree.words[i].lower() not in CALENDAR


def _is_second_land(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether "and" joins two lands of which one body is: "Food Standards of Australia and New Zealand"."""
    land, after = tree.heads[i], lexicon.match(tree, i + 1) if i + 1 < len(tree) else None
    of = tree.heads[land]
    if after is None or land >= i or tree.words[of] != "of" or not tree.words[of - 1][0].isupper():
        return False
    if tree.labels[of] != "ORG" and not _is_national(tree, of, lexicon, ontology):
        return False
    is_land = ontology.top_type(after[1][0].name.cls) == "Country" and after[1][0].form in (Form.LABEL, Form.ALIAS)
    ends_here = after[0] + 1 >= len(tree) or tree.tags[after[0] + 1] != "POS"
    return is_land and ends_here and tree.deps[after[0]] == "conj" and tree.heads[after[0]] == land


def _is_branch(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether "in" leads to where a known body works, and an acronym in brackets has it all: "Al-Qaeda in Iraq (AQI)".

    Without brackets also where the text has the acronym elsewhere.
    """
    if i + 1 >= len(tree) or not (tree.words[i + 1][0].isupper() or tree.words[i + 1] == "the"):
        return False
    first = i
    while first and (tree.words[first - 1] in HYPHENS or _is_inside(tree, first - 1) or tree.words[first - 1] == "al"):
        first -= 1
    last = i + 1
    while last + 1 < len(tree) and tree.words[last + 1][0].isupper() and tree.sentences[last + 1] == tree.sentences[i]:
        last += 1
    inside = [*tree.words[first:i], *tree.words[i + 1 : last + 1]]
    letters = "".join(word[0].upper() for word in inside if word[0].isalpha() and word not in SMALL)
    is_told = len(letters) >= SHORTEST_ACRONYM and letters in tree.words
    return is_told and any(lexicon.match(tree, k) is not None for k in range(first, i))


def _has_acronym(tree: Tree, i: int) -> bool:
    """Whether the capitals of the words on both sides of token `i` are a word of the text: "FSANZ"."""
    left = _initials(tree, i, range(i - 1, max(i - FARTHEST, 0) - 1, -1))[::-1]
    right = _initials(tree, i, range(i + 1, min(i + FARTHEST + 1, len(tree))))
    wanted = {(left[-n:] + right[:m]) for n in range(2, len(left) + 1) for m in range(1, len(right) + 1)}
    return any(w.isupper() and len(w) >= SHORTEST_ACRONYM and w in wanted for w in tree.words)


def _initials(tree: Tree, i: int, around: range) -> str:
    """The capitals of the words around token `i`, as long as they go on without a break."""
    inside = takewhile(lambda k: _is_inside(tree, k) and tree.sentences[k] == tree.sentences[i], around)
    return "".join(tree.words[k][0] for k in inside if tree.words[k][0].isupper())


def _is_inside(tree: Tree, i: int) -> bool:
    return tree.words[i][0].isupper() or tree.words[i] in SMALL


def _is_of_people(tree: Tree, last: int, i: int, ontology: Ontology) -> bool:
    """Whether a clitic stands between a capitalised noun for people and a body of theirs: "Women's Institute"."""
    if i + 1 >= len(tree) or not tree.words[i + 1][0].isupper() or not tree.words[last][0].isupper():
        return False
    cls = word_class(tree.words[last], tree.lemmas[last], ontology) or ""
    is_people = ontology.top_type(cls) in ("Person", "Group") and tree.tags[last] in ("NNS", "NNPS", "NNP")
    if not is_people or tree.lemmas[last] == tree.words[last].lower() != "people":
        return False
    k = i + 1
    while k + 1 < len(tree) and tree.words[k + 1][0].isupper() and tree.sentences[k + 1] == tree.sentences[k]:
        k += 1
    return bool(_body(tree, k, ontology))


def _is_of_office(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a clitic stands between an office and common nouns, all with capitals: "Attorney General's Office"."""
    starts = range(max(i - LONGEST_TITLE, 0), i)
    is_office = any(tree.words[k][0].isupper() and tree.text(k, i - 1).lower() in ontology.offices for k in starts)
    if not is_office or tree.headline[i] or i + 1 >= len(tree) or not tree.words[i + 1][0].isupper():
        return False
    k = i + 1
    while k < len(tree) and tree.words[k][0].isupper() and tree.sentences[k] == tree.sentences[i]:
        is_noun = tree.common[k] or tree.tags[k] in PLURALS or word_class(tree.words[k], tree.lemmas[k], ontology)
        if not is_noun or tree.labels[k] in ("PERSON", *LANDS) or lexicon.match(tree, k) is not None:
            return False
        k += 1
    return True


def _is_campus(tree: Tree, i: int, lexicon: Lexicon, ontology: Ontology) -> bool:
    """Whether a comma or "at" stands before the town of a university of a state: "University of Wisconsin, Madison"."""
    if i < 3 or i + 1 >= len(tree) or not tree.words[i + 1][0].isupper():
        return False
    of = next((k for k in range(i - 2, max(i - 4, 0), -1) if tree.words[k] == "of"), None)
    if of is None or _body(tree, of - 1, ontology) not in CAMPUS:
        return False
    state, town = lexicon.match(tree, of + 1), lexicon.match(tree, i + 1)
    is_land = town is not None and ontology.top_type(town[1][0].name.cls) in ("Country", "Region")
    is_state = state is not None and ontology.top_type(state[1][0].name.cls) == "Region"
    end = (town[0] if town else i + 1) + 1
    is_list = end < len(tree) and tree.words[end] in ("and", "or")
    return is_state and not is_land and not is_list
