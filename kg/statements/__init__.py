"""Clauses -> statements: frames, stance, attribution, times, quantities."""
