"""The rows of ontology/cues.toml, made ready for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Certainty, Mood, Polarity, Tense
from kg.ontology import Ontology

Row = Mapping[str, object]

LEVELS = tuple(Certainty)
"""From certain to hypothetical; the later wins where two cues meet."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What one word does to the clause it governs or stands in; None leaves a facet as it is."""

    word: str
    section: str
    row: str = ""
    """The row it comes from: its section and first word and what it takes."""
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    tense: Tense | None = None
    mood: Mood | None = None
    takes: frozenset[str] = frozenset()
    pos: str = ""
    holder: bool = False
    factive: bool = False
    merge: bool = False
    speech: bool = False
    passive: bool = False
    purpose: bool = False
    condition: bool = False
    presupposed: bool = False
    timed: bool = False
    implies: str = ""
    """What follows for the complement when the word is told, and after "|" when it is denied: "+", "-" or "o"."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by section and word; a governor may have several, told apart by what it takes."""

    sections: Mapping[str, Mapping[str, tuple[Cue, ...]]] = field(default_factory=dict)

    def find(self, section: str, word: str) -> Cue | None:
        """The first cue for `word`, or None."""
        found = self.sections.get(section, {}).get(word, ())
        return found[0] if found else None

    def governor(self, word: str, takes: str, *, noun: bool = False, passive: bool = False) -> Cue | None:
        """The cue of a governing word for a complement of this kind, or None."""
        for cue in self.sections.get("governor", {}).get(word, ()):
            if takes in cue.takes and (cue.pos == "noun") is noun and (passive or not cue.passive):
                return cue
        return None

    def is_idiom(self, verb: str, noun: str) -> bool:
        """Whether a verb and a bare noun are one verb together ("take place")."""
        return f"{verb} {noun}" in self.sections.get("idiom", {})

    def is_phrase(self, words: str, *, state: bool = False) -> bool:
        """Whether a preposition and its noun only connect or qualify, or tell how things stand (`state`)."""
        cue = self.find("phrase", words)
        return cue is not None and (cue.pos == "state") is state

    def is_speech(self, word: str) -> bool:
        """Whether `word` is a verb that may stand beside what it reports ("..., officials said")."""
        return any(cue.speech for cue in self.sections.get("governor", {}).get(word, ()))


def read_cues(ontology: Ontology) -> Cues:
    """Return the cues of an ontology."""
    return Cues({section: _by_word(section, rows) for section, rows in ontology.cues.items()})


def _by_word(section: str, rows: Iterable[Row]) -> dict[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for row in rows:
        for word in _words(row["words"]):
            table[word] = (*table.get(word, ()), _cue(section, word, row))
    return table


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, Iterable) and not isinstance(value, str) else [str(value)]


def _cue(section: str, word: str, row: Row) -> Cue:
    flags = {
        name: bool(row.get(name, False))
        for name in ("holder", "factive", "merge", "speech", "passive", "purpose", "condition", "presupposed", "timed")
    }
    return Cue(
        word=word,
        section=section,
        row=row_name(section, row),
        polarity=Polarity(str(row["polarity"])) if "polarity" in row else None,
        certainty=Certainty(str(row["certainty"])) if "certainty" in row else None,
        tense=Tense(str(row["tense"])) if "tense" in row else None,
        mood=Mood(str(row["mood"])) if "mood" in row else None,
        takes=frozenset(_words(row.get("takes", ["clause"]))),
        pos=str(row.get("pos", "")),
        implies=str(row.get("implies", "")),
        **flags,
    )


def row_name(section: str, row: Row) -> str:
    """What a row is called in messages: "governor deny (clause, gerund)"."""
    kind = _words(row["pos"]) if section == "happening" else []
    takes = ", ".join(_words(row["takes"]) if "takes" in row else kind)
    return f"{section} {_words(row['words'])[0]}" + (f" ({takes})" if takes else "")


def weakest(one: Certainty, other: Certainty | None) -> Certainty:
    """The less sure of two levels."""
    return one if other is None else max(one, other, key=LEVELS.index)
