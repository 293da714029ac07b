"""An ontology of the user's upon the project's own: its classes, its properties, frames for what its labels say.

Ours stays the base: cues, names, nouns and frames.  The user's decides what is mapped: a property of ours becomes the
one of his that says the same (or says it of a wider one), turned round where his runs the other way, and an open
relation where he has none; a class of ours becomes the nearest of his above it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.ontology.matching import Aligned, match_classes, match_properties, plain, read_alignments
from kg.ontology.own import OwnOntology, OwnTerm, fold_label, is_datatype, words_of
from kg.ontology.terms import TURNED, Adopted, Frame, Ontology, OntologyClass, Property, Rule
from kg.ontology.vocabulary import compact
from kg.ontology.ways import Way

THING = "kgo:Thing"
SPACE = "https://w3id.org/newskg/own/"
"""Begins the names of terms that have no IRI, such as those of Text2KGBench."""

Told = Mapping[str, Sequence[Way]]
"""A property of the user's -> the ways that tell it."""


def adopt(
    base: Ontology, own: OwnOntology, *, folder: Path, ways: Callable[[str], Iterable[Way]], learned: Told | None = None
) -> Ontology:
    """The base, read from `folder`, with the user's ontology upon it; `learned` adds ways by property.

    `ways` gives those in which the words of a label tell it.
    """
    his = _with_iris(own)
    extra = {_iri(key): found for key, found in (learned or {}).items()}
    same = match_classes(base, his, folder)
    classes, nouns = _classes(base, his, same, read_alignments(folder))
    merged = replace(base, classes=classes, nouns={**base.nouns, **nouns})
    labelled = {key: _ways(term, ways) for key, term in his.properties.items()}
    told = {key: tuple(dict.fromkeys([*found, *extra.get(key, ())])) for key, found in labelled.items()}
    matches = match_properties(merged, his, labelled, folder=folder, ways=ways)
    mapped = {name: (match.own, match.turned) for name, match in matches.items()}
    return replace(
        merged,
        properties={**base.properties, **{key: _property(term) for key, term in his.properties.items()}},
        frames=(*_own_frames(base.frames, told, mapped), *_base_frames(base.frames, told, mapped)),
        rules=tuple(_rules(base, mapped)),
        adopted=Adopted(his.name, _anchors(his, merged), frozenset(his.properties), mapped),
    )


# ---------------------------------------------------------------- names


def _iri(name: str) -> str:
    return name if ":" in name else f"{SPACE}{name}"


def _with_iris(own: OwnOntology) -> OwnOntology:
    """The same, every term under an IRI and every class declared."""
    classes, properties = ({_iri(k): _renamed(t) for k, t in terms.items()} for terms in (own.classes, own.properties))
    used = [cls for term in properties.values() for cls in (*term.domain, *term.range) if not is_datatype(cls)]
    return OwnOntology(own.name, {**{cls: OwnTerm(cls, words_of(cls)) for cls in used}, **classes}, properties)


def _renamed(term: OwnTerm) -> OwnTerm:
    parents, domain, joined = (tuple(map(_iri, names)) for names in (term.parents, term.domain, term.range))
    inverse = _iri(term.inverse) if term.inverse else ""
    return replace(term, id=_iri(term.id), parents=parents, domain=domain, range=joined, inverse=inverse)


def _ways(term: OwnTerm, ways: Callable[[str], Iterable[Way]]) -> list[Way]:
    names = dict.fromkeys(fold_label(name) for name in (term.label, *term.alternatives))
    return [way for name in names for way in ways(name)]


# ---------------------------------------------------------------- classes and properties


def _classes(
    base: Ontology, own: OwnOntology, same: Mapping[str, str], aligned: Aligned
) -> tuple[dict[str, OntologyClass], dict[str, str]]:
    """All classes, ours below those of the user's that are the same, his below the widest of ours; nouns for his."""
    ours = {name: replace(cls, parents=(same[name], *cls.parents)) if name in same else cls
            for name, cls in base.classes.items()}  # fmt: skip
    widest: dict[str, str] = {}
    for name in sorted(same, key=lambda name: len(base.ancestors(name))):
        widest.setdefault(same[name], name)
    elsewhere = {other: name for name, others in aligned.items() if name in ours for other, _ in others}
    his: dict[str, OntologyClass] = {}
    nouns: dict[str, str] = {}
    for key, term in own.classes.items():
        if key not in widest:
            nouns |= {fold_label(name): key for name in (term.label, *term.alternatives)}
        known = [elsewhere.get(plain(parent), compact(parent)) for parent in term.parents]
        above = [widest[key]] if key in widest else [name for name in known if name in ours]
        parents = [*above, *(parent for parent in term.parents if parent in own.classes)]
        his[key] = OntologyClass(key, term.label, parents=tuple(parents or [_by_noun(term, base)]))
    return {**ours, **his}, nouns


def _by_noun(term: OwnTerm, base: Ontology) -> str:
    """The class of ours that the label's noun has: a "football club" is what a club is."""
    words = fold_label(term.label)
    head = words.split(" ")[-1]
    found = base.nouns.get(words) or base.nouns.get(head) or base.typing.heads.get(words) or base.typing.heads.get(head)
    return found or THING


def _anchors(own: OwnOntology, merged: Ontology) -> dict[str, str]:
    """The classes of the user's, each with the class of ours nearest above it."""
    above = {key: (name for name in merged.ancestors(key) if name.startswith("kgo:")) for key in own.classes}
    return {key: next(names, THING) for key, names in above.items()}


def _property(term: OwnTerm) -> Property:
    return Property(
        term.id, term.label, parents=term.parents, domain=term.domain, range=term.range, inverse=term.inverse or None
    )


# ---------------------------------------------------------------- frames and rules

_Mapped = Mapping[str, tuple[str, bool]]


def _own_frames(base: Sequence[Frame], told: Told, mapped: _Mapped) -> Iterator[Frame]:
    """A frame for each way that tells a property, and one more for each event of ours that the same words tell."""
    for key, found in told.items():
        for way in found:
            yield _frame(key, way)
            for frame in base:
                both = _in_frame(frame, way) if frame.cls else None
                if both is not None and all(mapped.get(p, (key,))[0] == key for _, p, _ in frame.edges):
                    one, other = both
                    yield replace(
                        frame, id=f"{key} {frame.id} {way.word}", verbs=(way.word,) if way.verb else (),
                        nouns=() if way.verb else (way.word,), edges=(_edge(key, way, one, other),),
                    )  # fmt: skip


def _frame(key: str, way: Way) -> Frame:
    verbs, nouns = ((way.word,), ()) if way.verb else ((), (way.word,))
    roles = {"one": (way.subject,), "other": (way.object,)}
    return Frame(
        f"{key} {way.subject} {way.word} {way.object}", "", verbs, nouns, roles, {}, (_edge(key, way, "one", "other"),)
    )


def _edge(key: str, way: Way, one: str, other: str) -> tuple[str, str, str]:
    """The edge between two roles as a clause runs: from its subject."""
    return (other, f"{TURNED}{key}", one) if way.object == "subject" else (one, key, other)


def _in_frame(frame: Frame, way: Way) -> tuple[str, str] | None:
    """The roles of a frame that a way joins."""
    if way.word not in (frame.verbs if way.verb else frame.nouns):
        return None
    one, other = (
        next((role for role, slots in frame.roles.items() if slot in slots), None) for slot in (way.subject, way.object)
    )
    return (one, other) if one is not None and other is not None and one != other else None


def _base_frames(base: Sequence[Frame], told: Told, mapped: _Mapped) -> Iterator[Frame]:
    """Our frames; where the user has no such property, of an event its class and roles, and no words that tell his."""
    taken = [{way.word for found in told.values() for way in found if way.verb is verb} for verb in (True, False)]
    for frame in base:
        edges = tuple(edge for edge in frame.edges if edge[1] in mapped)
        if frame.cls or len(edges) == len(frame.edges):
            yield replace(frame, edges=edges)
            continue
        verbs, nouns = (
            tuple(word for word in words if word not in own)
            for words, own in zip((frame.verbs, frame.nouns), taken, strict=True)
        )
        if verbs or nouns:
            yield replace(frame, verbs=verbs, nouns=nouns)


def _rules(base: Ontology, mapped: _Mapped) -> Iterator[Rule]:
    """Our rules in terms of the user's, where he has all of them."""
    kept = {name for name in base.properties if "kgo:role" in base.ancestors(name)}
    kept |= {"a", "kgo:actedDuring", "kgo:purposePlace"}
    for rule in base.rules:
        if all(prop in kept or prop in mapped for _, prop, _ in rule.premises) and rule.conclusion[1] in mapped:
            premises = tuple(_turned(triple, mapped) for triple in rule.premises)
            yield replace(rule, premises=premises, conclusion=_turned(rule.conclusion, mapped))


def _turned(triple: tuple[str, str, str], mapped: _Mapped) -> tuple[str, str, str]:
    one, prop, other = triple
    own, turned = mapped.get(prop, (prop, False))
    return (other, own, one) if turned else (one, own, other)
