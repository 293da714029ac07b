"""Does every file of an ontology speak of things that the others declare?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.model import TOP_TYPES
from kg.ontology.faults import Faults
from kg.ontology.terms import Frame, KnownName, Ontology, Rule

SLOTS = frozenset({"subject", "object", "indirect", "complement", "self", "of"})
_WORD = re.compile(r"[a-z][a-z '-]*")
_VERB = re.compile(r"[a-z][a-z-]*( [a-z-]+)*( \+ [a-z][a-z -]*)?")


def check_references(ontology: Ontology, gazetteer_files: Mapping[str, str], faults: Faults) -> None:
    """Note every name that is used and not declared, and every contradiction between files."""
    _check_top_types(ontology, faults)
    _check_nouns(ontology, faults)
    _check_gazetteer(ontology, gazetteer_files, faults)
    for frame_id in _repeated(frame.id for frame in ontology.frames):
        faults.add("frames.toml", f"frame '{frame_id}' is listed twice")
    for frame in ontology.frames:
        _check_frame(frame, ontology, faults)
    for rule_id in _repeated(rule.id for rule in ontology.rules):
        faults.add("rules.toml", f"rule '{rule_id}' is listed twice")
    for rule in ontology.rules:
        _check_rule(rule, ontology, faults)


def _check_top_types(ontology: Ontology, faults: Faults) -> None:
    for name in TOP_TYPES:
        if f"kgo:{name}" not in ontology.classes:
            faults.add("news.ttl", f"no class 'kgo:{name}', which is a top type")


def _check_nouns(ontology: Ontology, faults: Faults) -> None:
    for noun, cls in ontology.nouns.items():
        _check_class(cls, f"noun '{noun}' is a", "nouns.toml", ontology=ontology, faults=faults)
        _check_lower(noun, "noun", "nouns.toml", faults)
    for head, cls in ontology.typing.heads.items():
        _check_class(cls, f"head '{head}' is a", "heads.tsv", ontology=ontology, faults=faults)
    for (relation, word), told in ontology.typing.beside.items():
        for cls, _ in told:
            _check_class(cls, f"{relation} '{word}' tells", "types.toml", ontology=ontology, faults=faults)
    for office, cls in ontology.offices.items():
        if cls:
            _check_class(cls, f"office '{office}' heads a", "titles.toml", ontology=ontology, faults=faults)
        _check_lower(office, "office", "titles.toml", faults)


def _check_class(cls: str, found: str, file: str, *, ontology: Ontology, faults: Faults) -> None:
    if cls not in ontology.classes:
        faults.unknown(file, f"{found} '{cls}', not in news.ttl", cls, ontology.classes)


def _check_lower(word: str, kind: str, file: str, faults: Faults) -> None:
    if word != word.lower().strip() or not word:
        faults.add(file, f"{kind} '{word}'; expected lower case without outer blanks")


def _check_gazetteer(ontology: Ontology, files: Mapping[str, str], faults: Faults) -> None:
    taken: dict[tuple[str, str], str] = {}
    for name in ontology.names.values():
        file = files.get(name.id, "gazetteer")
        _check_class(name.cls, f"'{name.id}' is a", file, ontology=ontology, faults=faults)
        if name.within and name.within not in ontology.names:
            faults.unknown(file, f"'{name.id}' lies within '{name.within}', no such id", name.within, ontology.names)
        _check_aliases(name, taken, file, ontology=ontology, faults=faults)


def _check_aliases(
    name: KnownName, taken: dict[tuple[str, str], str], file: str, *, ontology: Ontology, faults: Faults
) -> None:
    """Names that two rows of one type share, in whatever case, and that one row has twice.

    What may mean two by its position or its country ("Brussels", "Congolese") is settled where it is read.
    """
    top = ontology.top_type(name.cls)
    for alias in dict.fromkeys((name.label, *name.aliases)):
        other = taken.setdefault((top, alias.casefold()), name.id)
        if other != name.id:
            faults.add(file, f"'{name.id}' and '{other}', both {top}, are called '{alias}'")
    for repeated in _repeated((name.label, *name.aliases, *name.metonyms)):
        faults.add(file, f"'{name.id}' is called '{repeated}' twice")


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]


def _check_frame(frame: Frame, ontology: Ontology, faults: Faults) -> None:
    where = f"frame '{frame.id}'"
    _check_frame_words(frame, where, faults)
    if frame.cls:
        _check_class(frame.cls, f"{where} makes a", "frames.toml", ontology=ontology, faults=faults)
        _check_event_roles(frame, ontology, where, faults)
    for role, classes in frame.require.items():
        if role not in frame.roles:
            faults.unknown("frames.toml", f"{where} requires a class of role '{role}', not its own", role, frame.roles)
        for cls in classes:
            found = f"{where} requires role '{role}' to be a"
            _check_class(cls, found, "frames.toml", ontology=ontology, faults=faults)
    for cls in (cls for classes in frame.refuse.values() for cls in classes):
        _check_class(cls, f"{where} refuses a", "frames.toml", ontology=ontology, faults=faults)
    for edge in frame.edges:
        _check_edge(frame, edge, ontology, faults)
    _check_examples(frame, ontology, where, faults)


def _check_frame_words(frame: Frame, where: str, faults: Faults) -> None:
    if not frame.verbs and not frame.nouns:
        faults.add("frames.toml", f"{where} has neither verbs nor nouns")
    for verb in frame.verbs:
        if not _VERB.fullmatch(verb):
            faults.add("frames.toml", f"{where} has verb '{verb}'; expected 'deploy', 'carry out' or 'hold + talks'")
    slots = (*frame.refuse, *frame.needs, *(slot for found in frame.roles.values() for slot in found))
    for word in (*frame.nouns, *slots):
        if not _WORD.fullmatch(word):
            faults.add("frames.toml", f"{where} has '{word}'; expected a word in lower case")


def _check_event_roles(frame: Frame, ontology: Ontology, where: str, faults: Faults) -> None:
    if frame.cls in ontology.classes and not ontology.is_a(frame.cls, "kgo:Event"):
        faults.add("frames.toml", f"{where} makes a '{frame.cls}', which is no kgo:Event")
    for role in frame.roles:
        if f"kgo:{role}" not in ontology.properties:
            found = f"{where} has role '{role}', and 'kgo:{role}' is not in news.ttl"
            faults.unknown("frames.toml", found, f"kgo:{role}", ontology.properties)


def _check_edge(frame: Frame, edge: tuple[str, str, str], ontology: Ontology, faults: Faults) -> None:
    subject, relation, target = edge
    where = f"frame '{frame.id}'"
    for role in (subject, target):
        if role not in frame.roles:
            faults.unknown("frames.toml", f"{where} has an edge from or to '{role}', no role of it", role, frame.roles)
    prop = ontology.properties.get(relation)
    if prop is None:
        found = f"{where} maps to '{relation}', not in news.ttl"
        faults.unknown("frames.toml", found, relation, ontology.properties)
        return
    for role, allowed in ((subject, prop.domain), (target, prop.range)):
        if not _compatible(frame.require.get(role, ()), allowed, ontology):
            found = f"{where} requires '{role}' to be {_either(frame.require[role])}, but {relation} joins"
            faults.add("frames.toml", f"{found} {_either(allowed)}")


def _compatible(required: tuple[str, ...], allowed: tuple[str, ...], ontology: Ontology) -> bool:
    """Whether each required class can be one of the allowed ones; no class at all allows everything."""
    known = [cls for cls in required if cls in ontology.classes]
    return not allowed or all(
        any(ontology.is_a(one, other) or ontology.is_a(other, one) for other in allowed) for one in known
    )


def _either(classes: tuple[str, ...]) -> str:
    return " or ".join(classes)


def _check_examples(frame: Frame, ontology: Ontology, where: str, faults: Faults) -> None:
    if not frame.examples or not frame.counter_examples:
        faults.add("frames.toml", f"{where} needs an 'example' and a 'not'")
    for _, expected in frame.examples:
        match [part.strip() for part in expected.split("|")]:
            case [str(one), str(term), *other] if one and len(other) <= 1 and all(other):
                known: Iterable[str] = ontology.properties if other else ontology.classes
                if term not in known:
                    faults.unknown("frames.toml", f"{where} expects '{term}', not in news.ttl", term, known)
            case _:
                form = "'subject | property | object' or 'participant | class'"
                faults.add("frames.toml", f"{where} expects '{expected}'; expected {form}")


def _check_rule(rule: Rule, ontology: Ontology, faults: Faults) -> None:
    where = f"rule '{rule.id}'"
    bound = {term for subject, _, target in rule.premises for term in (subject, target) if term.startswith("?")}
    for subject, relation, target in (*rule.premises, rule.conclusion):
        if relation == "a":
            _check_class(target, f"{where} speaks of a", "rules.toml", ontology=ontology, faults=faults)
        elif relation not in ontology.properties:
            found = f"{where} uses '{relation}', not in news.ttl"
            faults.unknown("rules.toml", found, relation, ontology.properties)
        for term in (subject, target):
            if relation != "a" and not term.startswith("?") and term.removeprefix("kgo:") == term:
                faults.add("rules.toml", f"{where} has '{term}'; expected a variable such as '?x'")
    for term in (rule.conclusion[0], rule.conclusion[2]):
        if term.startswith("?") and term not in bound:
            faults.add("rules.toml", f"{where} concludes about '{term}', which no premise binds")
