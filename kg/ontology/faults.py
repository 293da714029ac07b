"""What is wrong with an ontology folder, gathered so that an editor sees every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from kg.errors import OntologyError


@dataclass(slots=True)
class Faults:
    """Lines of the form `file: what was found; did you mean 'nearest'?`."""

    lines: list[str] = field(default_factory=list)

    def add(self, file: str, found: str) -> None:
        self.lines.append(f"{file}: {found}")

    def unknown(self, file: str, found: str, name: str, known: Iterable[str]) -> None:
        """Note that `name`, found as told, is none of `known`, with the nearest one that is."""
        nearest = nearest_name(name, known)
        self.add(file, f"{found}; did you mean '{nearest}'?" if nearest else found)

    def raise_any(self) -> None:
        """Raise OntologyError with one line a fault, if there are any."""
        if self.lines:
            raise OntologyError("\n".join(dict.fromkeys(self.lines)))


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, whatever its case, or None if none is like it."""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    close = get_close_matches(name.casefold(), sorted(by_fold), n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
