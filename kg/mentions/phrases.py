"""How far a noun phrase reaches, for every token at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mentions.runs import is_of_score
from kg.mentions.tree import TIME_LABELS, Tree
from kg.mentions.words import CALENDAR, HYPHENS, QUANTITY_NOUNS, QUOTES, TIME_NOUNS

LEFT = frozenset(
    {"det", "predet", "amod", "nmod", "nummod", "compound", "poss", "quantmod", "advmod", "npadvmod", "punct", "neg",
     "case", "appos", "acl"}
)  # fmt: skip
"""Dependents that belong to the phrase when they stand before its head."""

RIGHT = frozenset({"prep", "pobj", "nummod", "amod", "advmod", "compound", "nmod", "pcomp"})
"""Dependents that belong to the phrase when they stand after its head; clauses and appositions do not."""


DENIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj"})
"""Where "not" before a phrase denies what the clause says of it; "in not a single case" it is part of the phrase."""

PARTIAL = frozenset({"only", "just", "merely", "simply", "solely", "all", "every", "many", "much", "each"})
"""Words after "not" that tell how many are meant: "not all of the survivors"."""

MODIFIERS = frozenset({"nmod", "compound", "amod"})
"""Of two coordinated before a noun both belong to it: "a full passenger and luggage load"."""

TRAILING = frozenset(["relcl", "acl", "appos"])
"""Dependents after the head that the whole phrase includes beyond `phrase_edges`."""


CLAUSES = frozenset({"relcl", "acl"})

ORDINAL = re.compile(r"^\d[\d,]*(?:st|nd|rd|th)$")
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""Of ordinals in digits."""
SINGLED_OUT = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "latest",
     "next", "only", "sole"}
)  # fmt: skip
"""Modifiers of what a clause then tells apart from all others of its kind."""

FUNCTIONS = frozenset(
    {"role", "job", "position", "career", "status", "work", "stint", "term", "time", "tenure", "service", "use",
     "reputation", "post", "appointment", "election", "nomination", "resignation", "retirement", "capacity", "life",
     "year", "day", "month", "presidency", "debut", "performance", "turn", "standing", "recognition", "identity",
     "function", "departure", "classification", "treatment", "portrayal", "image", "view", "description", "value",
     "potential", "place", "importance", "selection", "qualification", "power", "duty", "responsibility", "start"}
)  # fmt: skip
"""Nouns that go on in "as": "his role as mediator"; behind others it opens a clause ("search as toll passes 100")."""

COMPARING = frozenset({"same", "such"})
"""Words before a noun that "as" completes: "the same size as a ferry"."""

TIMELY = frozenset({"once", "now", "later", "formerly", "currently", "then", "still", "already", "previously", "today"})
"""Adverbs that tell when somebody is what follows."""

LONGEST_CLAUSE = 12
"""Tokens of such a clause that the phrase may hold."""

CLOSING = {")": "(", "]": "[", "”": "“", "»": "«", '"': '"', "''": "``"}
"""Marks that close -> marks that open."""

CURRENCIES = frozenset("$£€¥₹₽")
"""Signs that say of what a number is: "$11bn" is no "11bn"."""

LONGEST_INSERTION = 40
"""Tokens looked through for the mark that opens a bracket or quotation."""


def phrase_edges(tree: Tree) -> list[tuple[int, int]]:
    """First and last token of the noun phrase that each token heads, without trailing clauses; linear in tokens."""
    reach = _Reach(list(range(len(tree))), list(range(len(tree))), list(range(len(tree))))
    for i in _bottom_up(tree):
        _extend_left(tree, reach, i)
        _extend_right(tree, reach, i)
        _extend_group(tree, reach, i)
    worded = _next_worded(tree)
    return [_trimmed(tree, i, min(worded[reach.first[i]], i), reach.last[i]) for i in range(len(tree))]


def whole_ends(tree: Tree, edges: list[tuple[int, int]]) -> list[int]:
    """Last token of each whole noun phrase: of `edges` with its trailing clauses and appositions, and its clitic.

    "South Korea's" with the clitic, "the soldiers who died", "Lee, a lawmaker": as annotators of coreference mark them
    (GUM guidelines).  A clause counts only if nothing but punctuation lies between it and the phrase.
    """
    subtree = list(range(len(tree)))
    ends = [last for _, last in edges]
    for i in _bottom_up(tree):
        subtree[i] = max([i, *(subtree[c] for c in tree.children[i])])
        for child in (c for c in tree.children[i] if c > i and tree.deps[c] in TRAILING):
            between = range(ends[i] + 1, _left_edge(tree, child))
            if all(tree.deps[k] == "punct" and tree.words[k] != "/" for k in between):
                ends[i] = max(ends[i], subtree[child])
    return [_closed(tree, i, (edges[i][0], end)) for i, end in enumerate(ends)]


def _left_edge(tree: Tree, i: int) -> int:
    """The first token of what depends on token `i`."""
    while tree.children[i] and tree.children[i][0] < i:
        i = tree.children[i][0]
    return i


def _closed(tree: Tree, head: int, span: tuple[int, int]) -> int:
    """Without punctuation at the end, but with what closes a bracket or quotation, and a possessive clitic."""
    first, last = span
    while last > head and not any(c.isalnum() or c == "%" for c in tree.words[last]):
        last -= 1
    if last + 1 < len(tree) and tree.words[last + 1] in CLOSING and _is_open(tree, first, last):
        last += 1
    return last + 1 if last + 1 < len(tree) and tree.tags[last + 1] == "POS" else last


def _is_open(tree: Tree, first: int, last: int) -> bool:
    """Whether the mark after token `last` closes one that was opened between token `first` and it."""
    opening = CLOSING[tree.words[last + 1]]
    inside = tree.words[max(first, last - LONGEST_INSERTION) : last + 1]
    if opening == tree.words[last + 1]:
        return inside.count(opening) % 2 == 1
    return inside.count(opening) > inside.count(tree.words[last + 1])


@dataclass(frozen=True, slots=True)
class _Reach:
    """What each token's phrase covers so far; `group` is the last token of it and its conjuncts."""

    first: list[int]
    last: list[int]
    group: list[int]


def _extend_left(tree: Tree, reach: _Reach, i: int) -> None:
    for child in reversed([c for c in tree.children[i] if c < i]):
        end = (reach.group if tree.deps[child] in MODIFIERS else reach.last)[child]
        if end + 1 < len(tree) and tree.deps[end + 1] == "case" and tree.heads[end + 1] == child:
            end += 1
        if tree.deps[child] in MODIFIERS and tree.words[min(end + 1, i)] == "," and end + 2 == reach.first[i]:
            end += 1  # "health, transport and education budgets"
        if tree.deps[child] not in LEFT or end + 1 < reach.first[i] or _is_loose(tree, child, reach.first[i]):
            return
        if tree.deps[child] == "neg" and tree.deps[i] in DENIED and tree.words[child + 1].lower() not in PARTIAL:
            return  # "the mine, not the railway": the clause tells it
        reach.first[i] = min(reach.first[child], reach.first[i])


def _extend_right(tree: Tree, reach: _Reach, i: int) -> None:
    for child in (c for c in tree.children[i] if c > i):
        is_clause = tree.deps[child] in CLAUSES or tree.deps[child] == "xcomp"
        first = _left_edge(tree, child) if is_clause else reach.first[child]
        if not _extends(tree, i, child) or first > reach.last[i] + 1:
            return
        if is_clause:
            reach.last[i] = _subtree_end(tree, child)
            return
        is_object = tree.deps[child] == "pobj" and tree.lemmas[tree.heads[i]] not in QUANTITY_NOUNS
        end = reach.group[child] if is_object else reach.last[child]
        if tree.deps[child] == "prep" and end == child:
            return
        reach.last[i] = max(end, reach.last[i])


def _extend_group(tree: Tree, reach: _Reach, i: int) -> None:
    """Let the conjuncts of a token count to its group while nothing but "and" and commas lies between."""
    reach.group[i] = reach.last[i]
    for child in (c for c in tree.children[i] if c > i and tree.deps[c] == "conj"):
        between = range(reach.group[i] + 1, reach.first[child])
        if any(tree.deps[k] not in ("cc", "punct", "preconj") for k in between):
            return
        reach.group[i] = reach.group[child]


def _bottom_up(tree: Tree) -> list[int]:
    """Tokens, each after all that depend on it."""
    order = [i for i, head in enumerate(tree.heads) if head == i]
    for i in order:
        order.extend(tree.children[i])
    return order[::-1]


def _is_loose(tree: Tree, child: int, first: int) -> bool:
    """Punctuation that only separates: neither hyphen nor quote, nor a comma between adjectives."""
    if tree.deps[child] != "punct":
        return False
    word = tree.words[child]
    return word not in HYPHENS and word not in QUOTES and not (word == "," and tree.pos[first] in ("ADJ", "NOUN"))


def _extends(tree: Tree, head: int, child: int) -> bool:
    if tree.deps[child] == "punct":
        return tree.words[child] in HYPHENS
    if tree.deps[child] in CLAUSES:
        return _is_told_apart(tree, head, child)
    if is_torn(tree, head, child):
        return True
    if tree.deps[child] == "xcomp":  # "those willing to go"
        is_modifier = tree.pos[head] == "ADJ" and tree.deps[head] == "amod" and tree.heads[head] < head < child
        return is_modifier and _subtree_end(tree, child) - child <= LONGEST_CLAUSE
    if tree.words[head].lower() == "worth" and tree.deps[child] in ("npadvmod", "dobj"):
        return True
    if tree.deps[child] not in RIGHT or (child > head and is_of_score(tree, child)):
        return False
    if tree.deps[child] != "prep":
        return True
    if tree.lemmas[child] == "as" and tree.lemmas[head] not in FUNCTIONS:
        return any(tree.lemmas[c] in COMPARING for c in tree.children[head])
    # "Kim Jong Un in Pyongyang": where a name stands, a place after it belongs to the clause.
    is_name = tree.pos[head] == "PROPN" and tree.labels[head] in ("PERSON", "GPE", "ORG", "NORP")
    if _is_adverbial(tree, child):
        return _is_domain(tree, head, child)
    return tree.lemmas[child] == "of" or not is_name


def _is_domain(tree: Tree, head: int, preposition: int) -> bool:
    """Whether a time tells among what something is the first or greatest: "the best result in 20 years"."""
    time = next((c for c in tree.children[preposition] if tree.deps[c] == "pobj"), None)
    if time is None or tree.lemmas[preposition] not in ("in", "for") or tree.lemmas[time] not in TIME_NOUNS:
        return False
    is_span = tree.tags[time] == "NNS" or any(tree.words[c] in ("a", "one") for c in tree.children[time])
    return is_span and any(_singles_out(tree, c) for c in tree.children[head] if c < head)


def is_torn(tree: Tree, head: int, after: int) -> bool:
    """Whether the tree has the second noun of a compound as the object of the first: "gives opening keynote"."""
    if after != head + 1 or after >= len(tree) or tree.heads[after] != head or tree.deps[after] != "dobj":
        return False
    return tree.tags[head] == "NN" and tree.tags[after] in ("NN", "NNS") and bool(tree.blanks[head])


def _is_told_apart(tree: Tree, head: int, clause: int) -> bool:
    """Whether a clause tells which first, only or greatest one is meant.

    "The first jet to be made of carbon", "the 99th plane built by the plant", "the tallest tower built in Dubai".
    """
    if not any(_singles_out(tree, c) for c in tree.children[head] if c < head):
        return False
    to = any(tree.deps[c] == "aux" and tree.lemmas[c] == "to" for c in tree.children[clause])
    is_participle = clause == head + 1 and tree.tags[clause] == "VBN" and bool(tree.children[clause])
    return (to or is_participle) and _subtree_end(tree, clause) - clause <= LONGEST_CLAUSE


def _singles_out(tree: Tree, i: int) -> bool:
    """Whether a modifier counts a noun or compares it with all of its kind: "first", "99th", "tallest", "most read"."""
    is_greatest = tree.tags[i] == "JJS" or any(tree.tags[c] == "RBS" for c in tree.children[i])
    if is_greatest and tree.deps[i] == "amod" and tree.lemmas[i] != "least":
        return True
    is_ordinal = ORDINAL.match(tree.words[i]) or (i and tree.words[i] in SUFFIXES and tree.words[i - 1][-1:].isdigit())
    return bool(is_ordinal) or (tree.deps[i] == "amod" and tree.lemmas[i] in SINGLED_OUT)


def _subtree_end(tree: Tree, i: int) -> int:
    """The last token of what depends on token `i`."""
    while tree.children[i] and tree.children[i][-1] > i:
        i = tree.children[i][-1]
    return i


def _is_adverbial(tree: Tree, preposition: int) -> bool:
    """Whether a preposition opens an expression of time, or introduces parts ("including Kim")."""
    objects = [c for c in tree.children[preposition] if tree.deps[c] in ("pobj", "pcomp")]
    if tree.lemmas[preposition] in ("include", "accord", "follow") or not objects:
        return True
    if any(tree.deps[c] == "pcomp" for c in objects):
        return True
    head = objects[0]
    is_unit = tree.lemmas[head] in TIME_NOUNS or tree.words[head].lower() in CALENDAR
    return (is_unit or tree.labels[head] in TIME_LABELS) and tree.lemmas[preposition] != "of"


def _next_worded(tree: Tree) -> list[int]:
    """Of each token the first with a letter or digit from there on; the number of tokens where there is none."""
    found, following = [0] * len(tree), len(tree)
    for i in range(len(tree) - 1, -1, -1):
        following = i if any(c.isalnum() or c in CURRENCIES for c in tree.words[i]) else following
        found[i] = following
    return found


def _trimmed(tree: Tree, head: int, first: int, last: int) -> tuple[int, int]:
    """Without quote marks, commas and clitics at its end, and without what leads in ("around 600")."""
    if first < head and tree.words[first].lower() in TIMELY and tree.words[first + 1].lower() in ("a", "an", "the"):
        first += 1  # "Lee, once a member of the party"
    while last > head and (
        tree.deps[last] == "case"
        or tree.pos[last] == "ADP"
        or not any(c.isalnum() or c == "%" for c in tree.words[last])
    ):
        last -= 1
    return first, last
