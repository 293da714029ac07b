"""Mentions -> entities: coreference within a document, identity across documents, what a person judged."""
