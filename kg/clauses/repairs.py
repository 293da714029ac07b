"""Mend the attachments that the small parser often gets wrong, before clauses are read.

Each repair is one function over one token and holds wherever its shape occurs; what it moves is a head, never a word.
The document's `Doc` is working paper: heads are changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.clauses.appositions import APPOSITIONS
from kg.clauses.attachments import ATTACHMENTS, MAIN_PARTICIPLE
from kg.clauses.complements import COMPLEMENTS
from kg.clauses.ellipsis import restore_ellipses
from kg.clauses.gerunds import GERUNDS
from kg.clauses.infinitives import INFINITIVES
from kg.clauses.inversion import INVERSIONS
from kg.clauses.items import ITEMS
from kg.clauses.junctures import JUNCTURES
from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.lists import LISTS
from kg.clauses.main_verbs import MAIN_VERBS
from kg.clauses.misreadings import MISREADINGS
from kg.clauses.openings import OPENINGS
from kg.clauses.participles import PARTICIPLES
from kg.clauses.placements import PLACEMENTS
from kg.clauses.relatives import RELATIVES
from kg.clauses.reported import REPORTED
from kg.clauses.rereading import REREADINGS
from kg.clauses.syntax import ancestors, attach, sentence_bounds


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Change the heads of `doc` where a repair applies."""
    for token in doc:
        for mend in REPAIRS.get(token.dep_, ()):
            head = mend(token, lexicon)
            if head is not None and _is_safe(token, head):
                attach(token, *head)
                break
    restore_ellipses(doc)


def _is_safe(token: Token, head: Head) -> bool:
    """A new head lies in the same sentence and outside the token's own subtree: no cycle, no broken sentence."""
    target = head[0]
    if target.i == token.i or sentence_bounds(target) != sentence_bounds(token):
        return False
    return all(a.i != token.i for a in ancestors(target))


_TABLES: tuple[Mapping[str, tuple[Repair, ...]], ...] = (
    MAIN_PARTICIPLE,
    REPORTED,
    MAIN_VERBS,
    OPENINGS,
    GERUNDS,
    APPOSITIONS,
    LISTS,
    INVERSIONS,
    PARTICIPLES,
    PLACEMENTS,
    MISREADINGS,
    INFINITIVES,
    REREADINGS,
    RELATIVES,
    ATTACHMENTS,
    JUNCTURES,
    ITEMS,
    COMPLEMENTS,
)

REPAIRS: Mapping[str, tuple[Repair, ...]] = {
    label: tuple(repair for table in _TABLES for repair in table.get(label, ()))
    for label in sorted({label for table in _TABLES for label in table})
}
"""By the label of the token that they may move; the first that finds a head moves it."""
