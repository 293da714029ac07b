"""Names: which tokens are one name, cut free of titles, demonyms and clitics."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.mentions.heads import is_given, word_class
from kg.mentions.lexicon import Form, Hit, Lexicon
from kg.mentions.runs import find_runs, is_credit, is_wordlike, starts_sentence
from kg.mentions.titles import POSTPOSED, find_title, office_start
from kg.mentions.tree import Tree
from kg.mentions.words import (
    CREDITS,
    FOREIGN,
    GOVERNMENT_HEADS,
    HYPHENS,
    ORGANIZATION_ENDINGS,
    OTHER_ENDINGS,
    REGION_NOUNS,
)
from kg.ontology import Ontology

MODEL_DIGITS = 3
"""Digits of a number that is a product's name by itself; those of four are mostly years."""
LONGEST_ROLE_NAME = 4
"""Words of a person's name behind a noun that tells what he is."""
SHORTEST_FOLLOWER = 5
"""Letters that the noun for a follower has more than."""
ORDINALS = frozenset({"First", "Second", "Third", "Final"})
GENERATION = re.compile(r"^\dG$")
"""What tells one generation of a product: "the 3G iPhone"."""
COMPASS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` to `last` are a name.

    `hits` are rows of the gazetteer; `title` the tokens of an office or honorific before it; `region` the token of a
    common noun that says what the name is ("region" in "Kursk border region").
    """

    first: int
    last: int
    hits: tuple[Hit, ...] = ()
    title: tuple[int, int] | None = None
    region: int | None = None

    @property
    def is_demonym(self) -> bool:
        """Whether the gazetteer knows it as the adjective or the people of a country only."""
        return bool(self.hits) and self.hits[0].form is Form.DEMONYM


def find_names(tree: Tree, ontology: Ontology, lexicon: Lexicon) -> list[NameSpan]:
    """Return the names of a document from left to right; none overlap."""
    finder = _Finder(tree, ontology, lexicon)
    names = [name for first, last in find_runs(tree, lexicon, ontology) for name in finder.names_of(first, last)]
    return _with_repeats(tree, names)


# ---------------------------------------------------------------- a run -> its names


class _Finder:
    """Cuts runs into names with the gazetteer, the offices and the model's entities."""

    def __init__(self, tree: Tree, ontology: Ontology, lexicon: Lexicon) -> None:
        self.tree = tree
        self.ontology = ontology
        self.lexicon = lexicon
        self.small = frozenset(word for word, pos in zip(tree.words, tree.pos, strict=True) if pos == "NOUN")
        inside = (i for i, word in enumerate(tree.words) if word[0].isupper() and not starts_sentence(tree, i))
        self.capitals = frozenset(tree.words[i] for i in inside if not tree.headline[i] and _stands_alone(tree, i))

    def names_of(self, first: int, last: int) -> list[NameSpan]:
        """The names of a run, left to right."""
        first, last = self._trim(first, last)
        if first > last:
            return []
        title = find_title(self.tree, first, last, self.ontology, self.lexicon)
        if title == (first, first + 1) and (land := self._land(first + 1, last)):
            if land == "Country":
                return [NameSpan(first, last)]  # "Captain America"
            return [NameSpan(first + 1, last, (), (first, first))]  # "Senator Austin"
        if title is not None:
            office, name_first = title
            spans = self._known_within(first, office - 1)
            start = max([first, *(span.last + 1 for span in spans)])
            is_named = name_first <= last and self.tree.words[name_first] not in ("for", "of", "on", "and")
            named = [self._span(name_first, last, title=(start, name_first - 1))] if is_named else []
            return [*spans, *named]
        if self._opens_with_offices(first, last):
            return [self._span(first + 1, last, title=(first, first))]
        if self._opens_with_role(first, last) or self._opens_with_follower(first, last):
            return [self._span(first + 1, last, title=(first, first))]
        return self._cut(first, last)

    def _land(self, first: int, last: int) -> str:
        """The type of the place whose name is all of a stretch, or ""."""
        match = self.lexicon.match(self.tree, first) if first <= last else None
        if match is None or match[0] != last or match[1][0].form is Form.DEMONYM:
            return ""
        top = self.ontology.top_type(match[1][0].name.cls)
        return top if top in ("Country", "Region", "City") else ""

    def _opens_with_offices(self, first: int, last: int) -> bool:
        """Whether a run is the plural of an office and the first of those who hold it: "MPs Francis Zaake"."""
        tree, word = self.tree, self.tree.words[first]
        single = word.rstrip(".").removesuffix("s")
        if first >= last or single == word or last - first > LONGEST_ROLE_NAME or tree.headline[first]:
            return False
        is_office = {single.lower(), f"{single}."} & (self.ontology.offices.keys() | self.ontology.honorifics)
        is_person = tree.labels[first + 1] == "PERSON" or is_given(tree.words[first + 1], self.ontology)
        return bool(is_office) and is_person and tree.words[last].lower() not in ORGANIZATION_ENDINGS

    def _opens_with_role(self, first: int, last: int) -> bool:
        """Whether a run at a sentence's start is a noun for a person and a full name ("Striker Andrea Belotti")."""
        tree, typing = self.tree, self.ontology.typing
        if not 2 <= last - first <= LONGEST_ROLE_NAME or not starts_sentence(tree, first) or tree.headline[first]:
            return False
        cls = word_class(tree.words[first], tree.lemmas[first], self.ontology)
        is_role = cls is not None and self.ontology.top_type(cls) == "Person"
        is_role = is_role or any(typing.is_one(kind, tree.words[first].lower()) for kind in ("either", "relational"))
        is_inside = tree.labels[first] == "PERSON" and tree.entities[first] == tree.entities[first + 1]
        is_inside = is_inside and tree.words[first].lower() not in self.ontology.nouns  # "Freeman Harrison Owens"
        is_known = tree.words[first] in typing.given or self.lexicon.match(tree, first) is not None
        if not is_role or is_inside or is_known:
            return False
        words = tree.words[first + 1 : last + 1]
        bodies = ORGANIZATION_ENDINGS.keys() | OTHER_ENDINGS.keys() | self.ontology.nouns.keys()
        return all(word[0].isupper() and word.lower() not in bodies for word in words)

    def _opens_with_follower(self, first: int, last: int) -> bool:
        """Whether a run is an unknown noun for whom somebody follows and a full name: "Peronist Alberto Fernández"."""
        word = self.tree.words[first]
        is_noun = len(word) > SHORTEST_FOLLOWER and word.endswith(("ist", "crat")) and not is_given(word, self.ontology)
        if not is_noun or not 2 <= last - first <= LONGEST_ROLE_NAME:
            return False
        return is_given(self.tree.words[first + 1], self.ontology) or self.tree.labels[first + 1] == "PERSON"

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        if self._opens_with_ordinal(first, last) or (first < last and GENERATION.match(self.tree.words[first])):
            first += 1

        def is_edge(i: int) -> bool:
            return not is_wordlike(self.tree.words[i]) or self.tree.words[i].lower() in ("the", "of", "and", "for")

        while first <= last and is_edge(first):
            first += 1
        ends_in_credit = last >= first and is_credit(self.tree, last)
        while last >= first and (is_edge(last) or (ends_in_credit and self.tree.words[last].lower() in CREDITS)):
            last -= 1
        return first, last

    def _opens_with_ordinal(self, first: int, last: int) -> bool:
        """Whether a run at a sentence's start is an ordinal and a known name ("First Airbus A380 delivered")."""
        is_ordinal = first < last and self.tree.words[first] in ORDINALS and starts_sentence(self.tree, first)
        return is_ordinal and self.lexicon.match(self.tree, first + 1) is not None

    def _known_within(self, first: int, last: int) -> list[NameSpan]:
        """Known names, and the model's places and organizations, inside a title or other stretch."""
        spans = []
        i = first
        while i <= last:
            match = self.lexicon.match(self.tree, i)
            if match and match[0] <= last:
                spans.append(self._span(i, match[0], hits=match[1]))
                i = match[0] + 1
                continue
            end = self._entity_end(i, last)
            if end is not None:
                spans.append(self._span(i, end))
                i = end + 1
                continue
            i += 1
        return spans

    def _entity_end(self, i: int, last: int) -> int | None:
        """The last token of an organization or place that the model sees from `i` on, with no office in it."""
        tree = self.tree
        if tree.labels[i] not in ("ORG", "GPE", "LOC", "PRODUCT") or tree.words[i] in POSTPOSED:
            return None
        end = i
        while end < last and tree.entities[end + 1] == tree.entities[i]:
            end += 1
        return end if office_start(tree, i, end, self.ontology) is None else None

    def _cut(self, first: int, last: int) -> list[NameSpan]:
        """A run without title: one name, or a known name and what it possesses."""
        match = self.lexicon.match(self.tree, first)
        if (match is None or self._is_paper(first, match[1])) and self._is_common(first, last):
            return []
        if match is None or match[0] >= last:
            return [self._span(first, last, hits=match[1] if match else ())]
        end, hits = match
        if self._splits(first, end, last, hits):
            rest = end + 2 if self.tree.words[end + 1] in HYPHENS else end + 1
            known = self._span(first, end, hits=hits)
            return [known, *self.names_of(rest, last)] if rest <= last else [known]
        return [self._span(first, last)]

    def _is_paper(self, first: int, hits: tuple[Hit, ...]) -> bool:
        """Whether a known name is a newspaper's and the model does not see it: "Dawn" of "Dawn raids"."""
        return hits[0].name.cls == "kgo:MediaOutlet" and not self.tree.labels[first]

    def _is_common(self, first: int, last: int) -> bool:
        """Whether a run is a common noun that only opens a sentence: "Turnout fell", "Results were mixed".

        That of a body is a name where the model says so, and any that the text has with a capital elsewhere.
        """
        tree, word = self.tree, self.tree.words[first].lower()
        if first != last or tree.headline[first] or not starts_sentence(tree, first) or tree.words[first].isupper():
            return False
        cls = word_class(word, tree.lemmas[first], self.ontology)
        is_body = cls is not None and self.ontology.top_type(cls) in ("Organization", "Document", "Person")
        is_noun = word in self.small if tree.labels[first] else (cls is not None or word in self.small)
        return is_noun and not (is_body and tree.labels[first]) and tree.words[first] not in self.capitals

    def _splits(self, first: int, end: int, last: int, hits: tuple[Hit, ...]) -> bool:
        """Whether a known name at the start of a run is a name of its own."""
        tree = self.tree
        if tree.words[end + 1] in {"in", *FOREIGN}:  # a run has it only where it is of the name
            return False
        if tree.words[end + 1] in HYPHENS:
            return not any(tree.blanks[i] for i in (end, end + 1)) and self.lexicon.match(tree, end + 2) is not None
        is_land = self.ontology.top_type(hits[0].name.cls) in ("Country", "Region")
        if is_land and tree.words[last].lower() in GOVERNMENT_HEADS:
            return True
        if tree.words[last].lower() in ORGANIZATION_ENDINGS | OTHER_ENDINGS and hits[0].form is not Form.DEMONYM:
            return False
        if self._is_part(end, last, hits):
            return False
        together = tree.entities[first] == tree.entities[last] >= 0
        if together:
            return False
        return tree.entities[first] != tree.entities[end + 1] or hits[0].form is Form.DEMONYM

    def _is_part(self, end: int, last: int, hits: tuple[Hit, ...]) -> bool:
        """Whether a company's name opens that of a product or a part of it ("Airbus A380", "Boeing Defense")."""
        if not self.ontology.is_a(hits[0].name.cls, "kgo:Company"):
            return False
        rest = range(end + 1, last + 1)
        has_number = any(c.isdigit() for i in rest for c in self.tree.words[i])
        return has_number or all(self.tree.labels[i] == "" for i in rest)

    def _span(
        self, first: int, last: int, *, hits: tuple[Hit, ...] = (), title: tuple[int, int] | None = None
    ) -> NameSpan:
        if not hits:
            match = self.lexicon.match(self.tree, first)
            hits = match[1] if match and match[0] == last else self._cut_off(first, last)
        return NameSpan(first, last, hits, title, self._region(first, last))

    def _cut_off(self, first: int, last: int) -> tuple[Hit, ...]:
        """The rows of a name whose second word follows a conjunction: "North" of "North and South Korea"."""
        words = self.tree.words
        if first != last or words[first] not in COMPASS or len(words) <= first + 3:
            return ()
        if words[first + 1] not in ("and", "or") or words[first + 2] not in COMPASS:
            return ()
        return self.lexicon.exact.get(f"{words[first]} {words[first + 3]}", ())

    def _region(self, first: int, last: int) -> int | None:
        """The common noun after a name that says it is a region: "Kursk region", "Kursk border region"."""
        tree = self.tree
        head = tree.heads[last]
        if not 1 <= head - last <= 2 or tree.lemmas[head] not in REGION_NOUNS or tree.deps[last] != "compound":
            return None
        return head if tree.pos[head] in ("NOUN", "PROPN") else None


def _stands_alone(tree: Tree, i: int) -> bool:
    """Whether the words beside token `i` have no capital, so that it is no part of a longer name."""
    return not any(word[0].isupper() for word in (*tree.words[i - 1 : i], *tree.words[i + 1 : i + 2]))


# ---------------------------------------------------------------- names found elsewhere in the document


def _with_repeats(tree: Tree, names: list[NameSpan]) -> list[NameSpan]:
    """The names, with further places where an unclaimed stretch is worded like one of them."""
    claimed = [False] * len(tree)
    forms: dict[str, NameSpan] = {}
    starts: set[str] = set()
    small = {word for word in tree.words if word.islower()}
    for name in names:
        for i in range(name.first, name.last + 1):
            claimed[i] = True
        text = tree.text(name.first, name.last)
        if not tree.headline[name.first] and not name.is_demonym and len(text) > 2:
            for form in (text, text.upper(), *_surname(tree, name, small)):
                forms.setdefault(form, name)
                starts.add(form.split(" ")[0])
    longest = max((name.last - name.first for name in names), default=0)
    folded = {form.casefold(): name for form, name in reversed(forms.items())}
    for form in [form for form in folded if form.count(" ") > 2]:  # "Apple Worldwide Developers Conference"
        folded.setdefault(form.partition(" ")[2], replace(folded[form], hits=()))
    names = [_completed(tree, name, longest, folded if tree.headline[name.first] else forms, claimed) for name in names]
    found = [
        span
        for i in range(len(tree))
        if tree.words[i] in starts and not claimed[i]
        for span in _repeat(tree, i, longest, forms, claimed)
    ]
    numbers = {word for form in forms if " " in form for word in form.split()[1:] if word.isdigit()}
    tokens = range(1, len(tree) if numbers else 1)
    models = [NameSpan(i, i) for i in tokens if not claimed[i] and _is_model(tree, i, numbers)]
    return sorted([*names, *found, *models], key=lambda name: name.first)


def _completed(tree: Tree, name: NameSpan, longest: int, forms: dict[str, NameSpan], claimed: list[bool]) -> NameSpan:
    """A name with what follows, where the text has both as one elsewhere: "Apple Computer" in a headline.

    Keys of `forms` are in small letters for a headline's name.
    """
    if name.title is not None or name.region is not None:
        return name
    for last in range(min(name.first + longest, len(tree) - 1), name.last, -1):
        text = tree.text(name.first, last)
        known = forms.get(text.casefold() if tree.headline[name.first] else text)
        if known and tree.sentences[last] == tree.sentences[name.first] and not any(claimed[name.last + 1 : last + 1]):
            for i in range(name.last + 1, last + 1):
                claimed[i] = True
            return NameSpan(name.first, last, known.hits)
    return name


def _is_model(tree: Tree, i: int, numbers: set[str]) -> bool:
    """Whether a bare number is what a product is called by: "Boeing's 787", "the final 717" beside "Boeing 717"."""
    word, before = tree.words[i], i - 1
    if len(word) != MODEL_DIGITS or word not in numbers:
        return False
    is_counting = tree.deps[i] == "nummod" and tree.tags[tree.heads[i]] in ("NNS", "NNPS")
    is_determined = tree.words[before].lower() in ("'s", "’s", "the", "a", "its", "their") or tree.pos[before] == "ADJ"
    return is_determined and not is_counting


def _surname(tree: Tree, name: NameSpan, small: set[str]) -> tuple[str, ...]:
    """The last word of a person's full name where the document never uses it as a common word ("Jobs", "Rice")."""
    surname = tree.words[name.last]
    is_full = name.first < name.last and all(tree.labels[i] == "PERSON" for i in range(name.first, name.last + 1))
    return (surname,) if is_full and surname[0].isupper() and surname.lower() not in small else ()


def _repeat(tree: Tree, first: int, longest: int, forms: dict[str, NameSpan], claimed: list[bool]) -> list[NameSpan]:
    for last in range(min(first + longest, len(tree) - 1), first - 1, -1):
        known = forms.get(tree.text(first, last)) if tree.sentences[last] == tree.sentences[first] else None
        if known and not any(claimed[first : last + 1]):
            for i in range(first, last + 1):
                claimed[i] = True
            return [NameSpan(first, last, known.hits)]
    return []
