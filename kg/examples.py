"""The ontology's own examples: every row of frames, cues and boilerplate read against the text it brings along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from kg.clauses import ArgumentKind, Clause, SubjectSource, find_clauses
from kg.clauses.fragments import restore_verbs
from kg.clauses.repairs import repair
from kg.mentions import find_mentions
from kg.mentions.hints import tells
from kg.model import Document, Node, Statement
from kg.ontology import Frame, Ontology
from kg.parsing import Parse, load_model, parse
from kg.reading.boilerplate import load_cues
from kg.statements.cues import Row, row_name
from kg.statements.draft import Draft
from kg.statements.extraction import extract_statements, find_lexicon
from kg.statements.knowledge import Knowledge, prepare
from kg.statements.noun_stance import noun_stance
from kg.statements.slots import lemma, verb_name
from kg.statements.stance import StanceReader


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A row whose example is not read as it says, or whose counter-example is."""

    file: str
    row: str
    sentence: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}: {self.row}: “{self.sentence}”: expected {self.expected}, found {self.found}"


def check_examples(ontology: Ontology, *, nlp: Language | None = None) -> list[Failure]:
    """Return the rows of frames, cues, types and boilerplate.toml that do not read their own examples, sorted."""
    model = nlp or load_model()
    read = (*_check_frames(ontology, model), *_check_cues(ontology, model), *_check_types(ontology, model))
    return sorted([*read, *_check_boilerplate()])


def _check_types(ontology: Ontology, nlp: Language) -> Iterator[Failure]:
    rows = ontology.typing.hints
    for expected in (True, False):
        sentences = [row.example if expected else row.counter_example for row in rows]
        for row, parsed in zip(rows, _parses(sentences, nlp), strict=True):
            if tells(parsed, row, ontology) is not expected:
                told = "to be read" if expected else "to be left alone"
                name = f"{row.kind} {row.cls or row.words[0]}"
                yield Failure("types.toml", name, parsed.document.text, told, "the opposite")


def _check_boilerplate() -> Iterator[Failure]:
    for cue in load_cues():
        row = f"{cue.kind} {cue.reason}"
        for text in cue.examples:
            if not cue.matches(text):
                yield Failure("boilerplate.toml", row, text, "to be skipped", "read")
        for text in cue.counter_examples:
            if cue.matches(text):
                yield Failure("boilerplate.toml", row, text, "to be read", "skipped")


def _parses(sentences: Sequence[str], nlp: Language) -> Iterator[Parse]:
    return parse((Document(f"example-{n}", text) for n, text in enumerate(sentences)), nlp=nlp)


# ---------------------------------------------------------------- frames


def _check_frames(ontology: Ontology, nlp: Language) -> Iterator[Failure]:
    wanted = [(frame, text, gives) for frame in ontology.frames for text, gives in frame.examples]
    for (frame, _, gives), parsed in zip(wanted, _parses([text for _, text, _ in wanted], nlp), strict=True):
        drafts = extract_statements(parsed, ontology).drafts
        told = [t for d in drafts for t in (_told(d.statement), *_taking_part(d))]
        if not any(_gives(found, gives) for found in told):
            found = "; ".join(" | ".join(t) for t in told) or "nothing"
            yield Failure("frames.toml", frame.id, parsed.document.text, gives, found)
    unwanted = [(frame, text) for frame in ontology.frames for text in frame.counter_examples]
    for (frame, _), parsed in zip(unwanted, _parses([text for _, text in unwanted], nlp), strict=True):
        yield from _misread(frame, parsed, ontology)


def _misread(frame: Frame, parsed: Parse, ontology: Ontology) -> Iterator[Failure]:
    for draft in extract_statements(parsed, ontology).drafts:
        if draft.frame == frame.id:
            found = " | ".join(_told(draft.statement))
            yield Failure("frames.toml", frame.id, parsed.document.text, "to be left alone", found)


def _told(statement: Statement) -> tuple[str, str, str]:
    target = statement.object
    label = target.label if isinstance(target, Node) else "" if target is None else str(getattr(target, "value", "…"))
    subject = statement.subject
    return (subject.label, statement.relation.id, label)


def _taking_part(draft: Draft) -> list[tuple[str, str, str]]:
    """ "participant | class", as frames without a direct property give it."""
    if draft.event is None:
        return []
    return [(node.label, draft.event.cls, "") for _, node in draft.event.roles]


def _gives(found: tuple[str, str, str], gives: str) -> bool:
    """Whether it is what the row says: "subject | property | object" or "participant | class"; labels may say more."""
    parts = [*(part.strip() for part in gives.split("|")), ""][:3]
    return parts[1] == found[1] and _within(parts[0], found[0]) and (not parts[2] or _within(parts[2], found[2]))


def _within(wanted: str, label: str) -> bool:
    return set(_words(wanted)) <= set(_words(label)) or set(_words(label)) <= set(_words(wanted))


def _words(text: str) -> list[str]:
    return [
        w for w in "".join(c if c.isalnum() else " " for c in text.lower()).split() if w not in ("the", "a", "an", "s")
    ]


# ---------------------------------------------------------------- cues


def _check_cues(ontology: Ontology, nlp: Language) -> Iterator[Failure]:
    knowledge = prepare(ontology)
    rows = [(section, row) for section in sorted(ontology.cues) for row in ontology.cues[section]]
    for key, expected in (("example", True), ("not", False)):
        sentences = [str(row[key]) for _, row in rows]
        for (section, row), parsed in zip(rows, _parses(sentences, nlp), strict=True):
            if _is_read(section, row, parsed, knowledge) is not expected:
                told = "to be read" if expected else "to be left alone"
                yield Failure("cues.toml", row_name(section, row), parsed.document.text, told, "the opposite")


def _is_read(section: str, row: Row, parsed: Parse, knowledge: Knowledge) -> bool:
    restore_verbs(parsed.doc)
    mentions = find_mentions(parsed, knowledge.ontology)
    repair(parsed.doc, find_lexicon(mentions, knowledge))
    words = {str(word) for word in _listed(row)}
    return _READERS.get(section, _by_stance)(parsed, words, row_name(section, row), knowledge)


def _listed(row: Mapping[str, object]) -> Sequence[str]:
    words = row["words"]
    return words if isinstance(words, list) else [str(words)]


def _by_stance(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    reader = StanceReader(parsed.doc, knowledge.cues)
    return any(name in reader.stance(parsed.doc[c.verb]).cues for c in find_clauses(parsed.doc))


def _by_idiom(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    return any(verb_name(parsed.doc, c, knowledge.cues.is_idiom) in words for c in find_clauses(parsed.doc))


def _by_phrase(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    arguments = (a for c in find_clauses(parsed.doc) for a in c.find(ArgumentKind.PREPOSITIONAL))
    return any(" ".join(t.lower_ for t in parsed.doc[a.marker[0] : a.head + 1]) in words for a in arguments)


def _by_noun(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    def says_what_it_is(clause: Clause) -> bool:
        antecedent = any(s.source is SubjectSource.ANTECEDENT for s in clause.subjects)
        return antecedent and lemma(parsed.doc[clause.verb]) in words

    return any(says_what_it_is(clause) for clause in find_clauses(parsed.doc))


def _by_absence(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    return any(t.lemma_.lower() in words and any(c.lower_ == "of" for c in t.children) for t in parsed.doc)


def _by_verb(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    return any(lemma(parsed.doc[c.verb]) in words for c in find_clauses(parsed.doc))


def _by_aim(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    return any(t.pos_ == "NOUN" and lemma(t) in words for t in parsed.doc)


def _by_happening(parsed: Parse, words: set[str], name: str, knowledge: Knowledge) -> bool:
    reader = StanceReader(parsed.doc, knowledge.cues)
    return any(name in noun_stance(reader, t.i).cues for t in parsed.doc if t.pos_ == "NOUN")


_READERS: Mapping[str, Callable[[Parse, set[str], str, Knowledge], bool]] = {
    "idiom": _by_idiom,
    "phrase": _by_phrase,
    "stative": _by_noun,
    "absence": _by_absence,
    "naming": _by_verb,
    "measuring": _by_verb,
    "aim": _by_aim,
    "happening": _by_happening,
}

__all__ = ["Failure", "check_examples"]
