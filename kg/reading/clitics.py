"""Names that end in a clitic of their own, as shops and firms do: "Macy's", "Sotheby's", "Lloyd's of London"."""

from __future__ import annotations

import re
from collections.abc import Iterable

OWNED = re.compile(r"\b([A-Z][\w-]*[a-z])['’]s(?![\w'’-])")

AUXILIARY = (
    r"has|had|have|will|would|could|should|may|might|can|did|does|says|said(?! to\b)|(?:is|was|are|were) \w+(?:ing|ed)"
)
DETERMINER = "a|an|the|its|his|her|their|it|that|no|nearly|about|some|more|net|profits?|sales"
SAID = re.compile(
    rf" (?:(?:also|has|now|then|later) )?(?:(?:{AUXILIARY})\b|(?:\w+ed|cut|sold|made|saw|won|lost|rose|fell) "
    rf"(?:{DETERMINER})\b|(?:rose|fell)\b)"
)
"""What a subject has behind it and a possessor has not, but for one without its noun ("Brazil's is larger")."""

ENDS = re.compile(r"(?:[.,;:)]|$|[\"”](?:\W|$))(?!\S*['’]s\b)")
"""Behind a name that owns nothing."""
LEFT = re.compile(r" (?:in|on|for|after|before|since|during|by|to|from)\b")
"""The same behind a name that a preposition leads in: "at Sotheby's in London"."""
NAMED = re.compile(r" (?:of [A-Z]|(?:and|or) [A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*(?![\w.&-]|['’]| [A-Z]))")
"""What goes on in another name, no owner's: "Lloyd's of London", "Kohl's and J.C. Penney"."""
LEADS = frozenset({"at", "from", "by", "with", "near", "for", "in", "into", "against"})
MINE = frozenset(
    {"than", "like", "unlike", "as", "of", "and", "or", "is", "was", "are", "were", "be", "not", "to", "but"}
)
"""Words before an owner whose noun is understood: "a friend of Peter's", "larger than Brazil's"."""

COMMON = frozenset(
    {"It", "He", "She", "That", "This", "There", "Here", "What", "Who", "Where", "When", "How", "Why", "Let", "One",
     "Everyone", "Everybody", "Someone", "Somebody", "Nobody", "Anyone", "Nothing", "Something", "Everything", "So",
     "Today", "Yesterday", "Tomorrow", "Tonight", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
     "Sunday", "Men", "Women", "Children", "People", "Year", "Now", "Mother", "Father", "Valentine", "King", "Queen"}
)  # fmt: skip
"""Capitalised words with a clitic that are no names."""


def lexical_clitics(texts: Iterable[str]) -> frozenset[str]:
    """The words that these texts, all of one document, have with a clitic of their own: "Macy" of "Macy's".

    Such a word never stands without it, and somewhere it owns nothing: a verb or the end of a clause follows.
    """
    all_texts = list(texts)
    told = {m[1] for text in all_texts for m in OWNED.finditer(text) if m[1] not in COMMON and _owns_nothing(text, m)}
    return frozenset(word for word in sorted(told) if not any(_stands_alone(word, text) for text in all_texts))


def _owns_nothing(text: str, found: re.Match[str]) -> bool:
    """Whether what follows a word with a clitic is nothing that it could own."""
    if SAID.match(text, found.end()) or NAMED.match(text, found.end()):
        return True
    before = text[max(0, found.start() - 20) : found.start()].split()
    word = before[-1].lower() if before else ""
    if LEFT.match(text, found.end()):
        return word in LEADS
    if not before and text[found.end() : found.end() + 1] == ",":
        return True
    return bool(ENDS.match(text, found.end())) and word.isalpha() and word not in MINE


def _stands_alone(word: str, text: str) -> bool:
    """Whether a text has a word without the clitic."""
    return re.search(rf"\b{re.escape(word)}\b(?!['’]s)", text) is not None
