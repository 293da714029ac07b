"""Drafts of all documents -> statements and events: one id for what happened once, whoever tells it."""
