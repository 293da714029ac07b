"""Names, nominals and pronouns of one document, put together: one mention a head."""

from __future__ import annotations

import re

from kg.mentions.classes import name_classes
from kg.mentions.extents import written_end, written_start
from kg.mentions.heads import ACTOR, nominal_class
from kg.mentions.lexicon import lexicon_of
from kg.mentions.names import NameSpan, find_names
from kg.mentions.nominals import (
    MODIFIER,
    Nominal,
    find_nominals,
    find_pronouns,
    gender_of,
    noun_start,
    number_of,
    pronoun_features,
)
from kg.mentions.phrases import phrase_edges, whole_ends
from kg.mentions.runs import is_credit
from kg.mentions.spans import widen
from kg.mentions.tree import Tree, read_tree
from kg.mentions.values import TokenMention
from kg.mentions.words import ADVERBS, INVARIANT, ONE_OF_KIND
from kg.model import Mention, MentionKind
from kg.ontology import Ontology
from kg.parsing import Parse

SIZE = re.compile(r"^(?:(?:\d[\d.,]*)?(?:[KMGT]B|mm|inch|inches)|\dG)$", re.IGNORECASE)
"""What tells one variant of a product: "30GB", "3G"."""


def find_mentions(parse: Parse, ontology: Ontology) -> list[TokenMention]:
    """Return the mentions of a document in the order of their heads.

    Left out: expressions of time and amounts of money or percent, nouns that merely modify another, "it" that stands
    for nothing, links.  A name's title stays in its phrase; adjectives of countries are mentions of the country.
    """
    tree = read_tree(parse, ontology.nouns)
    builder = _Builder(parse, tree, ontology)
    mentions = {mention.head: mention for mention in builder.names()}
    for mention in [*builder.nominals(mentions), *builder.pronouns()]:
        mentions.setdefault(mention.head, mention)
    return [mentions[head] for head in sorted(mentions)]


class _Builder:
    """Turns spans of tokens into mentions."""

    def __init__(self, parse: Parse, tree: Tree, ontology: Ontology) -> None:
        self.parse = parse
        self.tree = tree
        self.ontology = ontology
        self.edges = phrase_edges(tree)
        self.ends = whole_ends(tree, self.edges)
        self.named: dict[int, str] = {}
        self.spans = widen(tree, find_names(tree, ontology, lexicon_of(ontology)), ontology)
        self.name_end = {i: span.last for span in self.spans for i in range(span.first, span.last + 1)}
        self.inside = frozenset(self.name_end)

    def names(self) -> list[TokenMention]:
        classes = name_classes(self.tree, self.spans, self.ontology)
        return [self._name(n, cls, known) for n, (cls, known) in enumerate(classes)]

    def _name(self, n: int, cls: str, known: str | None) -> TokenMention:
        tree, span = self.tree, self.spans[n]
        head = span.region if span.region is not None else _before_adverb(tree, _head(tree, span.first, span.last))
        first, last = self.edges[head]
        first = min([first, *(self.edges[i][0] for i in range(span.first, span.last + 1))])
        if span.is_demonym:
            if tree.deps[head] not in MODIFIER | {"poss"} and not _precedes_noun(tree, head):
                cls, known = _people(tree, head), None
            else:
                first, last = span.first, span.last
        if span.region is None and tree.deps[head] in ("compound", "nmod", "amod"):
            first, last = span.first, span.last
        if span.title is not None:
            first = min(first, span.title[0])
        number = "singular"
        if self.ontology.top_type(cls) in ("Group", "Product", "Thing") and tree.pos[head] != "NUM":
            number = number_of(tree, head) or "singular"  # but "iPhone 4" and "Boeing 747" are one
        gender = gender_of(tree, range(first, span.first))
        phrase = (min(first, span.first), max(last, span.last))
        is_product = span.title is None and self.ontology.top_type(cls) == "Product"
        if is_product and _is_one_of_kind(tree, phrase[0], span):
            core = (span.first, span.last)
            return self._mention(head, core, phrase, kind=MentionKind.NOMINAL, cls=cls, number=number)
        start = written_start(tree, self.spans, n, phrase[0]) if span.title is None else span.first
        written = (start, written_end(tree, self.spans, n, cls, self.ontology))
        return self._mention(
            head, (span.first, span.last), phrase, kind=MentionKind.NAME, cls=cls, known=known, number=number,
            gender=gender if self.ontology.top_type(cls) == "Person" else "",
            written=written,
        )  # fmt: skip

    def nominals(self, taken: dict[int, TokenMention]) -> list[TokenMention]:
        claimed = [False] * len(self.tree)
        for span in self.spans:
            for i in range(span.first, span.last + 1):
                claimed[i] = True
            if span.title:
                for i in range(*span.title):
                    claimed[i] = True
                claimed[span.title[1]] = True
        for head in taken:
            claimed[head] = True
        found = [nominal for nominal in find_nominals(self.tree, claimed) if not is_credit(self.tree, nominal.noun)]
        self.named = {head: mention.cls for head, mention in taken.items()}
        return [self._nominal(nominal, taken.get(nominal.noun)) for nominal in found]

    def _nominal(self, nominal: Nominal, named: TokenMention | None) -> TokenMention:
        tree = self.tree
        first = named.first if named else noun_start(tree, nominal.noun)
        cls = named.cls if named else nominal_class(tree, first, nominal.noun, self.ontology, self.named)
        number = "plural" if self._is_counted(nominal.head) else number_of(tree, nominal.head)
        if number == "plural" and (self.ontology.top_type(cls) == "Person" or cls == ACTOR):
            cls = "kgo:Group"
        gender = gender_of(tree, range(nominal.noun, nominal.noun + 1))
        return self._mention(
            nominal.head, (first, nominal.noun), self.edges[nominal.head], kind=MentionKind.NOMINAL, cls=cls,
            number=number, gender=gender,
        )  # fmt: skip

    def _is_counted(self, head: int) -> bool:
        """Whether a number that is no name stands before a noun: "12 new aircraft", but not "its 777 airliner"."""
        numbers = [c for c in self.tree.children[head] if c < head and self.tree.deps[c] == "nummod"]
        counting = [c for c in numbers if c not in self.inside and self.tree.lemmas[c] not in ("one", "1")]
        # "the 737 replacement": a bare number of three digits before a singular is mostly a model's.
        is_invariant = self.tree.lemmas[head] in INVARIANT
        return any(is_invariant or not self.tree.words[c].isdigit() or len(self.tree.words[c]) < 3 for c in counting)

    def pronouns(self) -> list[TokenMention]:
        found = []
        for i in find_pronouns(self.tree):
            cls, number, gender = pronoun_features(self.tree.words[i])
            found.append(
                self._mention(i, (i, i), (i, i), kind=MentionKind.PRONOUN, cls=cls, number=number, gender=gender)
            )
        return found

    def _mention(
        self,
        head: int,
        core: tuple[int, int],
        phrase: tuple[int, int],
        *,
        kind: MentionKind,
        cls: str,
        known: str | None = None,
        number: str = "",
        gender: str = "",
        written: tuple[int, int] | None = None,
    ) -> TokenMention:
        first, last = core
        phrase = (min(phrase[0], first, head), max(phrase[1], last, head))
        phrase = (phrase[0], max(phrase[1], self.name_end.get(phrase[1], 0)))  # no phrase ends in the midst of a name
        begin, end = written if written and first <= head <= last else core  # not that of "the Kursk region"
        is_pronoun = kind is MentionKind.PRONOUN  # not "they themselves", "we all"
        whole_end = phrase[1] if is_pronoun else self._whole_end(head, last, phrase[1])
        whole = (min(phrase[0], begin), max(whole_end, end))
        anchor = self.parse.anchor(begin, end, *whole)
        mention = Mention(anchor, self.ontology.top_type(cls), kind)
        return TokenMention(mention, head, first, last, *phrase, cls, known, number, gender)

    def _whole_end(self, head: int, last: int, phrase_last: int) -> int:
        return max(phrase_last, *(self.ends[i] for i in (head, last) if self.edges[i][1] == phrase_last), 0)


def _precedes_noun(tree: Tree, i: int) -> bool:
    """Whether an adjective stands right before a noun that it must modify, whatever the tree says."""
    return tree.tags[i] == "JJ" and i + 1 < len(tree) and tree.pos[i + 1] == "NOUN"


def _is_one_of_kind(tree: Tree, first: int, name: NameSpan) -> bool:
    """Whether a product's name is told of one or some of its kind: "the final Boeing 717", "the 30GB iPod".

    A "new" one without article is another than those before it ("Apple introduces new iPod"), but for a name with a
    number, which is a model that is new itself ("the new iPhone 4").
    """
    before = [tree.words[i].lower() for i in range(first, name.first)]
    if any(word in ONE_OF_KIND or SIZE.match(word) for word in before):
        return True
    is_model = any(c.isdigit() for i in range(first, name.last + 1) for c in tree.words[i])
    return "new" in before and not is_model and before[0] in ("new", "a", "an")


def _people(tree: Tree, head: int) -> str:
    """The class of a demonym that is a noun: "an American" is a person, "Russians" and "the French" are a group.

    Those in -an form their plural with an s, so "the Italian" is one person.
    """
    articles = {tree.words[c].lower() for c in tree.children[head] if tree.deps[c] == "det"}
    is_one = tree.tags[head] in ("NN", "NNP") and bool(articles & {"a", "an"})
    is_one = is_one or (tree.words[head].endswith("an") and bool(articles & {"a", "an", "the", "this", "that"}))
    return "kgo:Person" if is_one else "kgo:Group"


def _before_adverb(tree: Tree, head: int) -> int:
    """The head of a name, or the adverb right behind it that the model takes for the noun: "to Sydney non-stop"."""
    after = tree.heads[head]
    is_taken = after == head + 1 and tree.deps[head] == "compound" and tree.words[after].lower() in ADVERBS
    return after if is_taken and tree.pos[after] == "NOUN" else head


def _head(tree: Tree, first: int, last: int) -> int:
    """The token of a span that the rest depends on; of several the last, one with a clear role before others."""
    heads = [i for i in range(first, last + 1) if not first <= tree.heads[i] <= last or tree.heads[i] == i]
    words = [i for i in heads if tree.pos[i] != "PUNCT"]
    clear = [i for i in words if tree.deps[i] not in ("dep", "ROOT", "compound", "punct")]
    nouns = [i for i in clear if tree.pos[i] != "VERB"]
    return (nouns or clear or words or [last])[-1]
