"""Groups of chains -> entities with readable ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from kg.entities.chains import Chain
from kg.entities.described import fullest
from kg.entities.groups import Group, comparable, is_generic
from kg.entities.words import bare_name, slugged
from kg.model import Entity, Mention, MentionKind, digest
from kg.ontology import KnownName, Ontology

PREFIX = "kge:"
FULL = 4
"""Words of a body's name that tell it apart from those of other countries."""
SUFFIX = 6
"""Hexadecimal digits of a content suffix."""


def build_entities(
    chains: Sequence[Chain], groups: Sequence[Group], ontology: Ontology
) -> tuple[tuple[Entity, ...], dict[tuple[str, int], str]]:
    """The entities of groups and of places whose names stand for them, sorted by id; and the entity of each chain."""
    ids = _ids(chains, groups, ontology)
    entities: dict[str, Entity] = {}
    for group, node in zip(groups, ids, strict=True):
        entities[node] = _entity(node, [chains[i] for i in sorted(group.chains)], group, ontology)
    for entity in list(entities.values()):
        for seat in entity.metonyms:
            row = ontology.names[seat.removeprefix(PREFIX)]
            entities.setdefault(seat, _known_entity(seat, row, ontology))
    of_chain = {(chains[i].document, chains[i].number): node
                for group, node in zip(groups, ids, strict=True) for i in group.chains}  # fmt: skip
    return tuple(entities[node] for node in sorted(entities)), of_chain


def _ids(chains: Sequence[Chain], groups: Sequence[Group], ontology: Ontology) -> list[str]:
    """An id for each group: `kge:` and the row of the gazetteer, the label, or document, head and hash."""
    taken = set(ontology.names)
    plain = [_slug(chains, group, ontology) for group in groups]
    count = Counter(plain)
    claimed = Counter(group.known for group in groups if group.known)
    ids = []
    for group, slug in zip(groups, plain, strict=True):
        members = [chains[i] for i in sorted(group.chains)]
        if group.known and claimed[group.known] == 1:
            ids.append(PREFIX + group.known)
        elif slug is None:
            ids.append(PREFIX + _local(members))
        elif count[slug] > 1 or slug in taken:
            ids.append(f"{PREFIX}{slug}-{_hash(members)}")
        else:
            ids.append(PREFIX + slug)
    return ids


def _slug(chains: Sequence[Chain], group: Group, ontology: Ontology) -> str | None:
    """The slug of a named group's label; None for one that is never named."""
    label = _name([chains[i] for i in sorted(group.chains)], group, ontology)
    return slugged(label) if label else None


def _hash(members: Sequence[Chain]) -> str:
    first = members[0].mentions[0].anchor
    return digest([first.document, first.start, first.end], SUFFIX)


def _local(members: Sequence[Chain]) -> str:
    chain = members[0]
    nominal = next((m for m in chain.mentions if m.kind is MentionKind.NOMINAL), chain.mentions[0])
    return f"{chain.document}/{slugged(nominal.anchor.text)}-{_hash(members)}"


def _name(members: Sequence[Chain], group: Group, ontology: Ontology) -> str | None:
    """The label of a named group: the gazetteer's, or the fullest name, the most frequent of equals."""
    if group.known and group.known in ontology.names:
        return ontology.names[group.known].label
    forms = Counter(name for chain in members for name in chain.names)
    for chain in members:
        forms.update(text for m in chain.mentions if (text := _told(m, forms)) in forms)
    names = sorted(forms, key=lambda name: (-forms[name], -len(name), name))
    if not names:
        return None
    label = fullest(names, persons=group.family == "person")
    return _owned(label, group, ontology) if group.family == "other" else label


def _told(mention: Mention, forms: Container[str]) -> str:
    """A mention as it stands, or without its article where only that is a form of the name."""
    text = " ".join(mention.anchor.text.split())
    return text if text in forms else bare_name(text)


def _owned(label: str, group: Group, ontology: Ontology) -> str:
    """A name that many organizations bear, with its country: "South Korea's Defense Ministry"."""
    countries = [slug for slug in sorted(group.of) if slug in ontology.names]
    words = comparable(label, group.family)
    if len(countries) != 1 or words in group.coined or not is_generic(words, ontology) or _is_full(words, ontology):
        return label
    owner = ontology.names[countries[0]].label
    mark = "'" if owner.endswith("s") else "'s"
    return label if label.startswith(owner) else f"{owner}{mark} {label}"


def _is_full(words: tuple[str, ...], ontology: Ontology) -> bool:
    """Whether a name says enough without an owner: "Competition and Markets Authority", but no "Defense Ministry"."""
    return len(words) >= FULL and ontology.nouns.get(words[-1]) == "kgo:Organization"


def _entity(node: str, members: list[Chain], group: Group, ontology: Ontology) -> Entity:
    row = ontology.names.get(group.known or "")
    label = _name(members, group, ontology) or members[0].label
    cls = row.cls if row else _cls(group, ontology)
    forms = {name for chain in members for name in chain.names} | (set(row.aliases) if row else set())
    seats = sorted({PREFIX + seat for chain in members for seat in chain.metonyms if seat in ontology.names} - {node})
    return Entity(
        id=node,
        type=ontology.top_type(cls),
        cls=cls,
        label=label,
        aliases=tuple(sorted(forms - {label})),
        metonyms=tuple(seats),
        same_as=tuple(sorted(row.codes)) if row else (),
        mentions=_mentions(members),
    )


def _known_entity(node: str, row: KnownName, ontology: Ontology) -> Entity:
    """The entity of a row of the gazetteer that no mention names as itself."""
    return Entity(
        node, ontology.top_type(row.cls), row.cls, row.label, tuple(sorted(set(row.aliases) - {row.label})), (),
        tuple(sorted(row.codes)),
    )  # fmt: skip


def _cls(group: Group, ontology: Ontology) -> str:
    """The class most mentions have, narrowed to one below it that others have."""
    best = max(group.classes, key=lambda cls: (group.classes[cls], cls))
    finer = [cls for cls in group.classes if cls != best and ontology.is_a(cls, best)]
    return max(finer, key=lambda cls: (group.classes[cls], cls), default=best)


def _mentions(members: Sequence[Chain]) -> tuple[Mention, ...]:
    return tuple(sorted({mention for chain in members for mention in chain.mentions}))
