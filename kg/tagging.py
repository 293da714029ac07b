"""spaCy's attribute ruler and lemmatizer with their answers remembered: the same in a fraction of the time.

The ruler tries each of its about 180 patterns at every token, an eighth of the pipeline's time.  Nearly all of them
look at one token, at no more of it than word, tag and relation, and few words are named by any.  So what they say of a
token is asked once for all that look the same; the few patterns of several tokens are matched as before.  The rules of
lemmas look at word, part of speech and morphology alone.  What is remembered is set for a whole text at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

NAME, REPLACED = "kg_attribute_ruler", "attribute_ruler"
LEMMAS, REPLACED_LEMMAS = "kg_lemmatizer", "lemmatizer"

SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
"""What a pattern may ask of a token for its answer to be remembered; a ruler that asks more is left as it is."""

COMPARED = {"IN", "NOT_IN", "REGEX"}
"""How a pattern may compare a word."""

_SPACE = -1
_UNNAMED = 0

SET = (POS, MORPH, LEMMA, TAG, DEP)
"""What a rule may set; a ruler that sets more is left as it is."""

_Key = tuple[int, int, int]
"""The word, tag and relation of a token, or its word, part of speech and morphology."""


class RememberingRuler(AttributeRuler):
    """An attribute ruler that asks its patterns once for all tokens that look the same to them."""

    def prepare(self) -> None:
        """Take stock of the patterns, when all are added."""
        wanted = list(_wanted_words(self))
        self._words = {word for word, is_regex in wanted if not is_regex}
        self._regexes = [re.compile(word) for word, is_regex in wanted if is_regex]
        self._longer, self._openings = Matcher(self.vocab), Matcher(self.vocab)
        for number, patterns in enumerate(_patterns(self)):
            longer = [pattern for pattern in patterns if len(pattern) > 1]
            if longer:
                self._longer.add(str(number), longer)
                self._openings.add(str(number), [pattern[:1] for pattern in longer])
        self._places: dict[_Key, int] = {}
        self._answers: dict[_Key, int] = {}
        self._joint: dict[tuple[int, ...], int] = {}
        self._rules: list[tuple[int, ...]] = []
        self._opens: list[bool] = []
        self._sets = np.zeros((0, len(SET)), dtype=bool)
        self._values = np.zeros((0, len(SET)), dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the patterns say of each token, later ones over earlier ones."""
        if not len(doc):
            return doc
        known = self._places
        keys = map(tuple, doc.to_array([LOWER, TAG, DEP]).tolist())
        answers = [known[key] if key in known else self._ask(key, doc[i]) for i, key in enumerate(keys)]
        if any(self._opens[answer] for answer in set(answers)):
            for place, rules in self._from_longer(doc).items():
                answers[place] = self._together(answers[place], rules)
        chosen = np.array(answers)
        table: Any = np.where(self._sets[chosen], self._values[chosen], doc.to_array(list(SET)))
        return doc.from_array(list(SET), table)

    def _ask(self, key: _Key, token: Token) -> int:
        """The place of the answer for tokens that look like this one."""
        text = token.lower_
        named = text in self._words or any(regex.search(text) for regex in self._regexes)
        seen = (key[0] if named else _SPACE if text.isspace() else _UNNAMED, *key[1:])
        if seen not in self._answers:
            alone = Doc(self.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_])
            rules = tuple(number for number, *_ in self.match(alone))
            self._answers[seen] = self._add(rules, opens=bool(self._openings(alone, allow_missing=True)))
        self._places[key] = self._answers[seen]
        return self._answers[seen]

    def _together(self, answer: int, rules: list[int]) -> int:
        """The place of an answer with these rules too."""
        both = (*self._rules[answer], *rules)
        if both not in self._joint:
            self._joint[both] = self._add(both, opens=False)
        return self._joint[both]

    def _add(self, rules: tuple[int, ...], *, opens: bool) -> int:
        """Keep what these rules set together, and whether a pattern of several tokens may begin there."""
        merged: dict[Any, Any] = {}
        for number in sorted(rules):
            merged.update(self.attrs[number])
        alone = Doc(self.vocab, words=["x"])
        set_token_attrs(alone[0], merged)
        self._rules.append(rules)
        self._opens.append(opens)
        self._sets = np.vstack([self._sets, [[name in merged for name in SET]]])
        self._values = np.vstack([self._values, alone.to_array(list(SET))])
        return len(self._rules) - 1

    def _from_longer(self, doc: Doc) -> dict[int, list[int]]:
        """The rules with a pattern of several tokens, by the token that they speak of."""
        found: dict[int, list[int]] = {}
        for name, start, end in self._longer(doc, allow_missing=True):
            number = int(self.vocab.strings[name])
            index = self.indices[number]
            found.setdefault(index + (start if index >= 0 else end), []).append(number)
        return found


def _wanted_words(ruler: AttributeRuler) -> Iterator[tuple[str, bool]]:
    """What the patterns compare words with, and whether it is a regular expression."""
    for token in _pattern_tokens(ruler):
        wanted = token.get("LOWER", {})
        if isinstance(wanted, str):
            yield wanted, False
            continue
        for how, value in wanted.items():
            yield from [(value, True)] if how == "REGEX" else ((word, False) for word in value)


def _pattern_tokens(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    return (token for patterns in _patterns(ruler) for pattern in patterns for token in pattern)


def _is_remembered(token: dict[str, Any]) -> bool:
    wanted = token.get("LOWER", "")
    return SEEN.issuperset(token) and (isinstance(wanted, str) or COMPARED.issuperset(wanted))


def _patterns(ruler: AttributeRuler) -> list[list[list[dict[str, Any]]]]:
    """The patterns of each rule, a list of tokens each."""
    return [cast("list[list[dict[str, Any]]]", rule["patterns"]) for rule in ruler.patterns]


class RememberingLemmatizer:
    """A lemmatizer by rules that is asked once for all tokens of one word, part of speech and morphology."""

    def __init__(self) -> None:
        self.asked: Lemmatizer | None = None
        self._lemmas: dict[_Key, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each token that has none."""
        found = []
        for place, (word, part, morph, lemma) in enumerate(doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()):
            key = (word, part, morph)
            found.append(lemma or self._lemmas.get(key) or self._ask(key, doc[place]))
        table: Any = np.array(found, dtype=np.uint64)
        return doc.from_array([LEMMA], table) if found else doc

    @property
    def lookups(self) -> Lookups | None:
        """The tables of the lemmatizer: its verbs, its exceptions."""
        return getattr(self.asked, "lookups", None)

    def _ask(self, key: _Key, token: Token) -> int:
        assert self.asked is not None
        self._lemmas[key] = token.vocab.strings.add(self.asked.lemmatize(token)[0])
        return self._lemmas[key]


@Language.factory(NAME)
def _create(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


@Language.factory(LEMMAS)
def _create_lemmatizer(nlp: Language, name: str) -> RememberingLemmatizer:
    return RememberingLemmatizer()


def remember_rules(nlp: Language) -> Language:
    """Put what remembers in the place of the attribute ruler and lemmatizer of `nlp`, where they allow it."""
    ruler: object = nlp.get_pipe(REPLACED) if REPLACED in nlp.pipe_names else None
    if isinstance(ruler, AttributeRuler) and not isinstance(ruler, RememberingRuler) and _is_plain(ruler):
        remembering = cast(RememberingRuler, nlp.replace_pipe(REPLACED, NAME))
        remembering.add_patterns(ruler.patterns)
        remembering.prepare()
    lemmatizer: object = nlp.get_pipe(REPLACED_LEMMAS) if REPLACED_LEMMAS in nlp.pipe_names else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule" and not lemmatizer.overwrite:
        cast(RememberingLemmatizer, nlp.replace_pipe(REPLACED_LEMMAS, LEMMAS)).asked = lemmatizer
    return nlp


def _is_plain(ruler: AttributeRuler) -> bool:
    """Whether all that a ruler asks and sets can be remembered."""
    settable = {name for attributes in ruler.attrs for name in attributes}
    return settable.issubset(SET) and all(_is_remembered(token) for token in _pattern_tokens(ruler))
