"""Parse -> extract: the per-document stages in their order; nothing here looks at another document."""

from __future__ import annotations

from kg.clauses import find_clauses
from kg.entities.coreference import find_chains
from kg.mentions import find_mentions
from kg.ontology import Ontology
from kg.parsing import Parse
from kg.statements.draft import Extract
from kg.statements.drafting import Drafter
from kg.statements.nominal import draft_noun_phrases
from kg.statements.scene import Scene


def extract_statements(parse: Parse, ontology: Ontology) -> Extract:
    """Return the chains of mentions and the drafts of statements of one parsed document."""
    mentions = find_mentions(parse, ontology)
    chains = find_chains(parse, mentions, ontology)
    drafter = Drafter(Scene(parse, mentions, chains, ontology))
    drafter.draft(find_clauses(parse.doc))
    draft_noun_phrases(drafter, mentions)
    return Extract(parse.document, tuple(chains), tuple(drafter.drafts))
