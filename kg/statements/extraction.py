"""Parse -> extract: the per-document stages in their order; nothing here looks at another document."""

from __future__ import annotations

from kg.clauses import find_clauses
from kg.clauses.fragments import restore_verbs
from kg.clauses.lexicon import Lexicon
from kg.clauses.repairs import repair
from kg.clauses.syntax import release
from kg.entities.coreference import find_chains
from kg.entities.quotes import read_quotations
from kg.mentions import TokenMention, find_mentions
from kg.ontology import Ontology
from kg.parsing import Parse
from kg.statements.belonging import draft_belonging
from kg.statements.beside import draft_beside
from kg.statements.counts import draft_counts
from kg.statements.draft import Extract
from kg.statements.drafting import Drafter
from kg.statements.fuller import without_repeats
from kg.statements.knowledge import Knowledge, prepare
from kg.statements.nominal import draft_noun_phrases
from kg.statements.phrases import cut_phrases, heads_of
from kg.statements.renaming import draft_renaming
from kg.statements.scene import Scene
from kg.statements.whereabouts import draft_whereabouts


def extract_statements(parse: Parse, ontology: Ontology) -> Extract:
    """Return the chains of mentions and the drafts of statements of one parsed document."""
    knowledge = prepare(ontology)
    restore_verbs(parse.doc)
    mentions = find_mentions(parse, ontology)
    heads = heads_of(parse)
    repair(parse.doc, find_lexicon(mentions, knowledge))
    mentions = cut_phrases(parse, mentions, heads)
    quotations = read_quotations(parse, ontology)
    chains = find_chains(parse, mentions, ontology, quotations)
    drafter = Drafter(Scene(parse, mentions, chains, knowledge, quotations))
    drafter.draft(find_clauses(parse.doc))
    draft_noun_phrases(drafter, mentions)
    draft_whereabouts(drafter, mentions)
    draft_counts(drafter)
    release(parse.doc)
    draft_belonging(drafter, mentions)
    draft_beside(drafter, mentions)
    draft_renaming(drafter, mentions)
    return Extract(parse.document, tuple(chains), without_repeats(drafter.drafts))


def find_lexicon(mentions: list[TokenMention], knowledge: Knowledge) -> Lexicon:
    """What the repairs of the parse ask of this document's words."""

    def heads(*classes: str) -> frozenset[int]:
        return frozenset(m.head for m in mentions if any(knowledge.ontology.is_a(m.cls, cls) for cls in classes))

    return Lexicon(
        animate=heads("kgo:Person", "kgo:Group", "kgo:Organization", "kgo:Country"),
        people=heads("kgo:Person"),
        pictures=heads("kgo:Image"),
        events=heads("kgo:Event"),
        speech=knowledge.speech,
        stative=knowledge.stative,
        believed=knowledge.believed,
    )
