"""Time expressions -> EDTF and TIMEX3, read against the day of publication.

words -> grammar (what each expression may look like) -> readings (what it means) -> periods (which days these are);
expressions puts them together, checks and prepositions look at the sentence around them.
"""

from kg.statements.times.mentions import TimeMention, find_times, resolve

__all__ = ["TimeMention", "find_times", "resolve"]
