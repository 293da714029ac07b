"""Mentions of one document -> chains: a list of sieves, the most precise first.

Each sieve only merges clusters that nothing contradicts, and notes why.  A wrong merge is worse than a missed one.
The idea is that of Lee et al. (2013), "Deterministic coreference resolution based on entity-centric, precision-ranked
rules".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kg.entities.chains import Chain
from kg.entities.clusters import Clusters
from kg.entities.collectives import join_collectives, join_one_of_two
from kg.entities.described import describe
from kg.entities.functions import join_functions
from kg.entities.headline import join_headline
from kg.entities.naming import (
    join_acronyms,
    join_equal_names,
    join_generic_names,
    join_known,
    join_known_shorts,
    join_name_parts,
    join_short_organizations,
)
from kg.entities.nominals import join_descriptions, join_own_bodies, join_owned_bodies
from kg.entities.occasions import join_events, join_same_kind
from kg.entities.possessed import join_possessed
from kg.entities.products import (
    join_kinds,
    join_product_names,
    join_singled_out,
    join_small_names,
)
from kg.entities.pronouns import join_pronouns
from kg.entities.quotes import Quotations
from kg.entities.relatives import join_relatives
from kg.entities.renamed import join_former_names
from kg.entities.repeated import join_equal_descriptions
from kg.entities.restated import join_beside, join_joint_offices, join_kinds_of_place
from kg.entities.speakers import join_first_person, separate_quoted
from kg.entities.structure import (
    join_appositions,
    join_copulas,
    join_offices,
    read_titles,
    separate_arguments,
    separate_nested,
)
from kg.entities.varied import join_named_later, join_varied, read_common, read_demonyms
from kg.mentions import TokenMention
from kg.ontology import Ontology
from kg.parsing import Parse

SIEVES: tuple[Callable[[Clusters], None], ...] = (
    separate_arguments,
    separate_nested,
    separate_quoted,
    read_titles,
    read_demonyms,
    read_common,
    join_known,
    join_equal_names,
    join_former_names,
    join_acronyms,
    join_name_parts,
    join_short_organizations,
    join_known_shorts,
    join_generic_names,
    join_product_names,
    join_kinds_of_place,
    join_kinds,
    join_singled_out,
    join_small_names,
    join_appositions,
    join_beside,
    join_joint_offices,
    join_offices,
    join_copulas,
    join_relatives,
    join_headline,
    join_own_bodies,
    join_equal_descriptions,
    join_descriptions,
    join_varied,
    join_named_later,
    join_owned_bodies,
    join_functions,
    join_events,
    join_same_kind,
    join_collectives,
    join_one_of_two,
    join_pronouns,
    join_first_person,
    join_possessed,
)


class Resolver(Protocol):
    """Whatever puts the mentions of a document into chains; `find_chains` is the built-in one."""

    def __call__(self, parse: Parse, mentions: Sequence[TokenMention], ontology: Ontology) -> list[Chain]:
        """Chains in which every mention stands exactly once, numbered in the order of their first mentions."""
        ...


def find_chains(
    parse: Parse, mentions: Sequence[TokenMention], ontology: Ontology, quotations: Quotations | None = None
) -> list[Chain]:
    """The chains of a document, in the order of their first mentions; every mention stands in exactly one.

    `quotations` are those of the parse, where they are read already.
    """
    ordered = sorted(mentions, key=lambda m: (m.head, m.first, m.last))
    clusters = Clusters(parse, ordered, ontology, quotations)
    for sieve in SIEVES:
        sieve(clusters)
    return describe(clusters)
