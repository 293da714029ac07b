"""Parse -> mentions: every noun phrase, name and pronoun of a document, with a type."""

from kg.mentions.find import find_mentions
from kg.mentions.values import TokenMention

__all__ = ["TokenMention", "find_mentions"]
