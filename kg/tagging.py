"""spaCy's attribute ruler with its answers remembered: the same attributes in a fraction of the time.

The ruler tries each of its about 180 patterns at every token, an eighth of the pipeline's time.  Nearly all of them
look at one token, at no more of it than word, tag and relation, and few words are named by any.  So what they say of a
token is asked once for all that look the same; the few patterns of several tokens are matched as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from spacy.attrs import DEP, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

NAME, REPLACED = "kg_attribute_ruler", "attribute_ruler"

SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
"""What a pattern may ask of a token for its answer to be remembered; a ruler that asks more is left as it is."""

COMPARED = {"IN", "NOT_IN", "REGEX"}
"""How a pattern may compare a word."""

_SPACE = -1
_UNNAMED = 0

_Key = tuple[int, int, int]
"""The word (where a pattern names it), tag and relation of a token."""


class RememberingRuler(AttributeRuler):
    """An attribute ruler that asks its patterns once for all tokens that look the same to them."""

    def prepare(self) -> None:
        """Take stock of the patterns, when all are added."""
        wanted = list(_wanted_words(self))
        self._words = {word for word, is_regex in wanted if not is_regex}
        self._regexes = [re.compile(word) for word, is_regex in wanted if is_regex]
        self._longer = Matcher(self.vocab)
        for number, patterns in enumerate(_patterns(self)):
            longer = [pattern for pattern in patterns if len(pattern) > 1]
            if longer:
                self._longer.add(str(number), longer)
        self._named: dict[int, int] = {}
        self._answers: dict[_Key, tuple[list[int], dict[Any, Any]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set what the patterns say of each token, later ones over earlier ones."""
        beyond = self._from_longer(doc)
        for token, (word, tag, relation) in zip(doc, doc.to_array([LOWER, TAG, DEP]).tolist(), strict=True):
            key = (self._name(word), tag, relation)
            answer = self._answers.get(key) or self._ask(key, token)
            rules, attributes = answer
            if token.i in beyond:
                attributes = self._merged([*rules, *beyond[token.i]])
            if attributes:
                set_token_attrs(token, attributes)
        return doc

    def _name(self, word: int) -> int:
        """The word itself where a pattern names it, else one number for all others."""
        found = self._named.get(word)
        if found is None:
            text = self.vocab.strings[word]
            named = text in self._words or any(regex.search(text) for regex in self._regexes)
            found = self._named[word] = word if named else _SPACE if text.isspace() else _UNNAMED
        return found

    def _ask(self, key: _Key, token: Token) -> tuple[list[int], dict[Any, Any]]:
        alone = Doc(self.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_])
        rules = [number for number, *_ in self.match(alone)]
        self._answers[key] = rules, self._merged(rules)
        return self._answers[key]

    def _merged(self, rules: list[int]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for number in sorted(rules):
            found.update(self.attrs[number])
        return found

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


@Language.factory(NAME)
def _create(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


def remember_rules(nlp: Language) -> Language:
    """Put a RememberingRuler in the place of the attribute ruler of `nlp`, if its patterns allow it; returns `nlp`."""
    ruler = nlp.get_pipe(REPLACED) if REPLACED in nlp.pipe_names else None
    if type(ruler) is AttributeRuler and all(_is_remembered(token) for token in _pattern_tokens(ruler)):
        remembering = cast(RememberingRuler, nlp.replace_pipe(REPLACED, NAME))
        remembering.add_patterns(ruler.patterns)
        remembering.prepare()
    return nlp
