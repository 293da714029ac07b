"""What words say a relation: "subject < play > for", as paths and labels give it, in the terms of frames."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """A verb or noun with the slots of subject and object; one of them is "self" where the noun denotes it."""

    word: str
    subject: str
    object: str
    verb: bool

    @property
    def reversed(self) -> Way:
        """The way from the object to the subject."""
        return Way(self.word, self.object, self.subject, self.verb)


def read_way(path: str) -> Way | None:
    """The way that a path of one word tells, or None for a longer one."""
    up, rising, down = path.partition(" < ")
    word, sinking, slot = (down if rising else up).partition(" > ")
    if "<" in f"{word} {slot}" or ">" in slot or not (rising or sinking):
        return None
    return Way(word, up if rising else "self", slot if sinking else "self", bool(rising and sinking))
