"""Files -> documents, and documents -> the passages that are read."""

from kg.reading.documents import Reading, read, read_text
from kg.reading.duplicates import find_duplicates
from kg.reading.passages import Passage, find_passages
from kg.reading.sources import Problem

__all__ = ["Passage", "Problem", "Reading", "find_duplicates", "find_passages", "read", "read_text"]
