"""Names: which tokens are one name, cut free of titles, demonyms and clitics."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.lexicon import Form, Hit, Lexicon
from kg.mentions.tree import LEFT_OUT_LABELS, NAME_LABELS, TIME_LABELS, Tree
from kg.mentions.words import (
    CALENDAR,
    CREDITS,
    GOVERNMENT_HEADS,
    HYPHENS,
    NOT_NAMES,
    OF_HEADS,
    ORGANIZATION_ENDINGS,
    OTHER_ENDINGS,
    PARTICLES,
    REGION_NOUNS,
)
from kg.ontology import Ontology

LONGEST_OFFICE = 4
"""Words of an office noun ("deputy prime minister")."""
LONGEST_RUN = 25
"""Tokens read together; a text of capitals alone is cut into pieces of this length."""
LONGEST_PERSON = 6
"""Words of a person's name."""
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
    names = [name for first, last in _runs(tree, lexicon) for name in finder.names_of(first, last)]
    return _with_repeats(tree, names)


# ---------------------------------------------------------------- runs of capitalised words


def _runs(tree: Tree, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of tokens that may hold names: capitalised words with what joins them."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tree):
        match = _known_at(tree, lexicon, i)
        if match is None and (tree.words[i].isdigit() or not is_candidate(tree, i)):
            i += 1
            continue
        last = _run_end(tree, lexicon, match[0] if match else i, i + LONGEST_RUN)
        runs.append((i, last))
        i = last + 1
    return runs


def _run_end(tree: Tree, lexicon: Lexicon, last: int, limit: int) -> int:
    """The last token of the run that has reached `last`, or the first from `limit` on."""
    while True:
        if last >= limit:
            return last
        after = _joined(tree, last)
        if after is None:
            return last
        match = _known_at(tree, lexicon, after)
        last = max(after, match[0]) if match else after


def _joined(tree: Tree, last: int) -> int | None:
    """The next token that belongs to the same run, across a hyphen, a surname's particle or "of"."""
    for gap in range(3):
        i = last + 1 + gap
        if i >= len(tree) or tree.sentences[i] != tree.sentences[last]:
            return None
        if is_candidate(tree, i) or _continues_hyphen(tree, last, i):
            return i if _joins(tree, last, i) else None
        if gap == 2 or not _is_link(tree, last, i):
            return None
    return None


def _is_link(tree: Tree, last: int, i: int) -> bool:
    word = tree.words[i]
    if word in HYPHENS:
        return not tree.blanks[i] and not tree.blanks[i - 1] and tree.entities[i] >= 0
    same_entity = tree.entities[i] == tree.entities[last] >= 0 and tree.labels[i] in NAME_LABELS
    if word in ("of", "for", "&", "the", "on", "'", "’") and same_entity:
        return True
    if word == "and" and same_entity:
        return tree.labels[i] not in ("PERSON", "GPE", "LOC", "NORP")
    if word == "of" or (word == "the" and tree.words[i - 1] == "of"):
        return tree.words[last].lower() in OF_HEADS
    return word == "&" or (word.lower() in PARTICLES and tree.pos[i] == "PROPN")


def _continues_hyphen(tree: Tree, last: int, i: int) -> bool:
    """Whether token `i` is the small second half of a hyphenated name ("Seong-kweun")."""
    same_entity = tree.entities[i] == tree.entities[last] >= 0 and tree.labels[i] == "PERSON"
    return i - last == 2 and tree.words[i - 1] in HYPHENS and same_entity and tree.words[i].isalpha()


def _joins(tree: Tree, last: int, i: int) -> bool:
    """Whether two capitalised tokens are of one noun phrase: one entity, or linked in the tree within the run."""
    same_entity = tree.entities[i] == tree.entities[last] >= 0
    if same_entity or i - last > 1:
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
    if not _is_wordlike(word) or word.lower() in CALENDAR or tree.labels[i] in TIME_LABELS:
        return False
    if word.lower().lstrip("0123456789.,$") in NOT_NAMES and (i == 0 or not tree.words[i - 1][:1].isupper()):
        return False
    if not any(c.isupper() for c in word):
        return _is_model_number(tree, i)
    if tree.headline[i]:
        return tree.labels[i] in NAME_LABELS and not _is_common_entity(tree, i)
    if tree.pos[i] == "PROPN" or tree.labels[i] in NAME_LABELS:
        return tree.pos[i] not in ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART")
    return tree.pos[i] in ("NOUN", "ADJ", "X") and not _starts_sentence(tree, i)


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
    if not any(c.isupper() for c in tree.words[i - 1]) or tree.labels[i] in LEFT_OUT_LABELS - {"", "CARDINAL"}:
        return False
    return tree.heads[i] == i - 1 or tree.heads[i - 1] == i or _top(tree, i) == _top(tree, i - 1)


def _is_wordlike(word: str) -> bool:
    return any(c.isalnum() for c in word) and not any(mark in word for mark in ("://", "www.", "@", "#"))


def _starts_sentence(tree: Tree, i: int) -> bool:
    if i == 0 or tree.sentences[i - 1] != tree.sentences[i]:
        return True
    before = i - 1
    return not any(c.isalnum() for c in tree.words[before]) and tree.words[before] not in HYPHENS | {",", "'", "(", "&"}


def is_credit(tree: Tree, i: int) -> bool:
    """Whether token `i` labels whose a picture is, before a colon: "Image: Facebook", "... Mohamed Photo: AP"."""
    return tree.words[i].lower() in CREDITS and tree.words[i][0].isupper() and tree.words[i + 1 : i + 2] == [":"]


# ---------------------------------------------------------------- a run -> its names


class _Finder:
    """Cuts runs into names with the gazetteer, the offices and the model's entities."""

    def __init__(self, tree: Tree, ontology: Ontology, lexicon: Lexicon) -> None:
        self.tree = tree
        self.ontology = ontology
        self.lexicon = lexicon

    def names_of(self, first: int, last: int) -> list[NameSpan]:
        """The names of a run, left to right."""
        first, last = self._trim(first, last)
        if first > last:
            return []
        title = self._title(first, last)
        if title is not None:
            office, name_first = title
            spans = self._known_within(first, office - 1)
            start = max([first, *(span.last + 1 for span in spans)])
            named = [self._span(name_first, last, title=(start, name_first - 1))] if name_first <= last else []
            return [*spans, *named]
        return self._cut(first, last)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        def is_edge(i: int) -> bool:
            return not _is_wordlike(self.tree.words[i]) or self.tree.words[i].lower() in ("the", "of", "and", "for")

        while first <= last and is_edge(first):
            first += 1
        ends_in_credit = last >= first and is_credit(self.tree, last)
        while last >= first and (is_edge(last) or (ends_in_credit and self.tree.words[last].lower() in CREDITS)):
            last -= 1
        return first, last

    def _title(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the office or honorific of a run starts and where the name after it, if the run opens with a title.

        "Russian Culture Minister", "Apple CEO", "Gen.": the name is empty where the run is a title alone.
        """
        if self._is_known(first, last):
            return None
        found = None
        for i in range(first, last + 1):
            office = None if self._is_surname(first, i) else self._office_start(first, i)
            if office is not None and not self._names_organization(i, last):
                found = office, i + 1
        return found

    def _office_start(self, first: int, i: int) -> int | None:
        """Where the longest office noun or honorific that ends at token `i` starts."""
        for start in range(max(first, i - LONGEST_OFFICE + 1), i + 1):
            if self.tree.text(start, i).lower() in self.ontology.offices:
                return start
        return i if self.tree.words[i] in self.ontology.honorifics else None

    def _is_surname(self, first: int, i: int) -> bool:
        """Whether the model sees token `i` inside a person's name ("Martin Luther King")."""
        tree = self.tree
        return i > first and tree.labels[i] == "PERSON" and tree.entities[i] == tree.entities[i - 1]

    def _names_organization(self, office: int, last: int) -> bool:
        """Whether what follows an office noun makes it part of a body's name ("Secretary of State's Office")."""
        return last > office and self.tree.words[last].lower() in ORGANIZATION_ENDINGS | OTHER_ENDINGS

    def _is_known(self, first: int, last: int) -> bool:
        match = self.lexicon.match(self.tree, first)
        return match is not None and match[0] == last

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
        if tree.labels[i] not in ("ORG", "GPE", "LOC", "PRODUCT"):
            return None
        end = i
        while end < last and tree.entities[end + 1] == tree.entities[i]:
            end += 1
        return end if self._office_start(i, end) is None else None

    def _cut(self, first: int, last: int) -> list[NameSpan]:
        """A run without title: one name, or a known name and what it possesses."""
        match = self.lexicon.match(self.tree, first)
        if match is None or match[0] >= last:
            return [self._span(first, last, hits=match[1] if match else ())]
        end, hits = match
        if self._splits(first, end, last, hits):
            rest = end + 2 if self.tree.words[end + 1] in HYPHENS else end + 1
            known = self._span(first, end, hits=hits)
            return [known, *self.names_of(rest, last)] if rest <= last else [known]
        return [self._span(first, last)]

    def _splits(self, first: int, end: int, last: int, hits: tuple[Hit, ...]) -> bool:
        """Whether a known name at the start of a run is a name of its own."""
        tree = self.tree
        if tree.words[end + 1] in HYPHENS:
            return not any(tree.blanks[i] for i in (end, end + 1)) and self.lexicon.match(tree, end + 2) is not None
        is_place = self.ontology.top_type(hits[0].name.cls) in ("Country", "Region", "City")
        if is_place and tree.words[last].lower() in GOVERNMENT_HEADS:
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


# ---------------------------------------------------------------- names found elsewhere in the document


def _with_repeats(tree: Tree, names: list[NameSpan]) -> list[NameSpan]:
    """The names, with further places where an unclaimed stretch is worded like one of them."""
    claimed = [False] * len(tree)
    forms: dict[str, NameSpan] = {}
    starts: set[str] = set()
    for name in names:
        for i in range(name.first, name.last + 1):
            claimed[i] = True
        text = tree.text(name.first, name.last)
        if not tree.headline[name.first] and not name.is_demonym and len(text) > 2:
            for form in (text, text.upper()):
                forms.setdefault(form, name)
                starts.add(form.split(" ")[0])
    longest = max((name.last - name.first for name in names), default=0)
    found = [
        span
        for i in range(len(tree))
        if tree.words[i] in starts and not claimed[i]
        for span in _repeat(tree, i, longest, forms, claimed)
    ]
    return sorted([*names, *found], key=lambda name: name.first)


def _repeat(tree: Tree, first: int, longest: int, forms: dict[str, NameSpan], claimed: list[bool]) -> list[NameSpan]:
    for last in range(min(first + longest, len(tree) - 1), first - 1, -1):
        known = forms.get(tree.text(first, last)) if tree.sentences[last] == tree.sentences[first] else None
        if known and not any(claimed[first : last + 1]):
            for i in range(first, last + 1):
                claimed[i] = True
            return [NameSpan(first, last, known.hits)]
    return []
