"""The way through the dependency tree from one phrase to another, in the terms of frames.toml.

Steps are the slots of frames: subject and object (of the active voice), a preposition, of (also a possessor's);
words are lemmas.  Coordination, apposition and copulas are stepped over, so that "a film directed by Ada", "films that
Ada and Bo directed" and "the work is a film, which was directed by Ada" all say `object < direct > subject`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

LONGEST = 5
"""Steps of a way at most, on both sides together."""

_SLOTS = {
    "nsubj": "subject", "nsubjpass": "object", "csubj": "subject", "dobj": "object", "obj": "object", "attr": "is",
    "appos": "is", "poss": "of", "agent": "by", "dative": "indirect", "oprd": "complement", "xcomp": "to",
    "advcl": "while", "ccomp": "that", "npadvmod": "beside", "nmod": "compound",
}  # fmt: skip
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_COPULA = "be"

Step = tuple[str, Token]
"""A slot and the word above whose slot it is."""


@dataclass(frozen=True, slots=True)
class Path:
    """(slot, lemma of the word that has it): from the subject up, nearest first, and from the top to the object."""

    up: tuple[tuple[str, str], ...]
    down: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """ "subject < found > object" for what "Ada founded the firm" says of her and it."""
        parts = [part for step in self.up for part in (step[0], "<", step[1])]
        if self.down and not self.up:
            parts.append(self.down[0][1])
        for n, (slot, word) in enumerate(self.down):
            parts += [">", slot] if n == 0 else [word, ">", slot]
        return " ".join(parts)

    @property
    def top(self) -> str:
        """The lemma of the word on which both depend."""
        return self.up[-1][1] if self.up else self.down[0][1] if self.down else ""

    def outline(self) -> str:
        """The way without its words."""
        return f"{' '.join(slot for slot, _ in self.up)} ^ {' '.join(slot for slot, _ in self.down)}"


def climb(token: Token) -> list[Step]:
    """The steps from a token to the root of its sentence."""
    steps: list[Step] = []
    while token.head.i != token.i:
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.head.i == token.i:
            break
        slot, above = _step(token)
        steps.append((slot, above))
        token = above
    return steps


def _step(token: Token) -> Step:
    head, dep = token.head, token.dep_
    if dep in ("pobj", "pcomp"):
        return ("subject" if head.dep_ == "agent" else head.lower_), head.head
    if dep == "acl":
        return ("acl object" if token.tag_ == "VBN" else "acl subject"), head
    if dep == "relcl":
        return f"acl {_relative_slot(token)}", head
    return _SLOTS.get(dep, dep), head


def _relative_slot(verb: Token) -> str:
    for part in verb.children:
        for token in (part, *part.children):
            if token.tag_ in _RELATIVE:
                return _step(token)[0]
    return "object" if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) else "subject"


def find_path(subject: Token, target: Token, steps: dict[int, list[Step]]) -> Path | None:
    """The way between two tokens of one sentence, or None where there is none or it is too long.

    `steps` keeps what was climbed of this text.
    """
    up, down = (_climbed(token, steps) for token in (subject, target))
    above = {word.i: n for n, (_, word) in reversed(list(enumerate(up, start=1)))} | {_first(subject).i: 0}
    ways = [_first(target), *(word for _, word in down)]
    meet = next((n for n, word in enumerate(ways) if word.i in above), None)
    if meet is None:
        return None
    rising, sinking = _normal(up[: above[ways[meet].i]], list(reversed(down[:meet])))
    if len(rising) + len(sinking) > LONGEST:
        return None
    return Path(*(tuple((slot, word.lemma_.lower()) for slot, word in side) for side in (rising, sinking)))


def _first(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _climbed(token: Token, steps: dict[int, list[Step]]) -> list[Step]:
    if token.i not in steps:
        steps[token.i] = climb(token)
    return steps[token.i]


def _normal(up: list[Step], down: list[Step]) -> tuple[list[Step], list[Step]]:
    """The way without apposition and copula; participles and relative clauses say of their noun what a clause would."""
    if len(up) == 1 and up[0][0] == "subject" and up[0][1].lemma_ == _COPULA and len(down) > 1 and down[0][0] == "is":
        up, down = [], down[1:]
    if (
        len(down) == 1
        and down[0][0] == "subject"
        and down[0][1].lemma_ == _COPULA
        and len(up) > 1
        and up[-1][0] == "is"
    ):
        up, down = up[:-1], []
    if len(up) + len(down) > 1:
        up = [step for step in up if not (step[0] == "is" and step[1].lemma_ != _COPULA)]
        down = [step for step in down if not (step[0] == "is" and step[1].lemma_ != _COPULA)]
    if not up and len(down) > 1 and down[0][0].startswith("acl "):
        up, down = [(down[0][0].removeprefix("acl "), down[1][1])], down[1:]
    elif not down and len(up) > 1 and up[-1][0].startswith("acl "):
        up, down = up[:-1], [(up[-1][0].removeprefix("acl "), up[-2][1])]
    return up, down
