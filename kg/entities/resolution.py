"""Chains of all documents -> entities: identity across documents, ids, and why.

Only named chains merge across documents; what is never named belongs to its document.  Names block, evidence decides:
see `groups`.  The chains that tell most of somebody come first, so that those which tell little find somebody to join;
where two candidates are about as good, the chain stays apart and the decision says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.agreed import agree_types
from kg.entities.chains import Chain
from kg.entities.groups import COMMON, ENOUGH, MARGIN, Comparison, Group, Words, comparable, family_of, model_of
from kg.entities.identifiers import build_entities
from kg.entities.judged import Constraints, read_constraints
from kg.entities.judgements import NO_JUDGEMENTS, Judgement, check
from kg.entities.words import written_as_one
from kg.errors import JudgementError
from kg.model import Entity
from kg.ontology import Ontology

CANDIDATES = 50
"""Groups that bear a name, compared with one chain at most; beyond, the name says too little."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Why an entity is what it is: `verdict` is "same", "apart" or "judged", `reason` one line; plain strings.

    `entity` is the id of the entity, `other` that of the one it was kept apart from; `mention` is
    `document:start-end` of the first mention of the chain that was decided on.
    """

    entity: str
    verdict: str
    mention: str
    reason: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of all documents; `ids` gives the entity of each (document, chain number).

    `chains` are the chains as resolved: those handed in, in order of document and number, with chains split where a
    judgement says that two mentions of one chain differ.
    """

    entities: tuple[Entity, ...]
    ids: Mapping[tuple[str, int], str]
    decisions: tuple[Decision, ...]
    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A decision before ids are known: about chains by index."""

    verdict: str
    chain: int
    reason: str
    other: int | None = None


def resolve_entities(
    chains: Iterable[Chain], ontology: Ontology, judgements: Sequence[Judgement] = NO_JUDGEMENTS
) -> Resolution:
    """The entities that the chains of all documents stand for, the same whatever the order of the chains.

    Raises JudgementError for a judgement that contradicts another or names what does not exist.  References mean the
    entities as they are without that judgement, or as earlier rows leave them.
    """
    ordered = agree_types(sorted(chains, key=lambda chain: (chain.document, chain.number)))
    check(judgements)
    plain = _resolve(ordered, ontology, Constraints())
    if not judgements:
        return plain
    return _obey(plain, ontology, judgements)


def _obey(plain: Resolution, ontology: Ontology, judgements: Sequence[Judgement]) -> Resolution:
    """Apply judgements; those that name entities which only other judgements make are read after these."""
    readings, waiting = [plain], list(judgements)
    obeyed: list[Judgement] = []
    while waiting:
        constraints, unknown = read_constraints([*obeyed, *waiting], readings)
        if len(unknown) == len(waiting):
            raise JudgementError(unknown[0][1])
        left = {id(judgement) for judgement, _ in unknown}
        obeyed += [judgement for judgement in waiting if id(judgement) not in left]
        waiting = [judgement for judgement in waiting if id(judgement) in left]
        readings.append(_resolve(constraints.split(plain.chains), ontology, constraints))
    return readings[-1]


def _resolve(chains: tuple[Chain, ...], ontology: Ontology, constraints: Constraints) -> Resolution:
    groups, notes = _Grouping(chains, ontology, constraints).run()
    entities, ids = build_entities(chains, groups, ontology)
    decisions = sorted({_decision(note, chains, ids) for note in notes})
    return Resolution(entities, ids, tuple(decisions), chains)


def _decision(note: Note, chains: Sequence[Chain], ids: Mapping[tuple[str, int], str]) -> Decision:
    chain = chains[note.chain]
    first = chain.mentions[0].anchor
    other = "" if note.other is None else ids[chains[note.other].document, chains[note.other].number]
    place = f"{first.document}:{first.start}-{first.end}"
    return Decision(ids[chain.document, chain.number], note.verdict, place, note.reason, other)


def is_named(chain: Chain) -> bool:
    """Whether a chain may merge across documents."""
    return chain.known is not None or bool(chain.names)


class _Grouping:
    """One run over all chains."""

    def __init__(self, chains: Sequence[Chain], ontology: Ontology, constraints: Constraints) -> None:
        self.chains, self.constraints = chains, constraints
        self.ontology = ontology
        self.neighbours = _neighbours(chains)
        count = Counter(name for names in self.neighbours.values() for name in names)
        for names in self.neighbours.values():
            names.difference_update([name for name in names if not 1 < count[name] <= COMMON])
        self.comparison = Comparison(count, ontology)
        self.foes = constraints.foes(chains)
        self.groups: list[Group] = []
        self.by_key: dict[tuple[str, Words], list[int]] = defaultdict(list)
        self.by_known: dict[str, int] = {}
        self.notes: list[Note] = []

    def run(self) -> tuple[list[Group], list[Note]]:
        for seed in self._seeds():
            self._place(seed)
        return self.groups, self.notes

    def _seeds(self) -> list[Group]:
        """Groups that belong together for certain, those that tell most first."""
        united = self.constraints.united(self.chains)
        seeds = []
        for indices in united:
            seed = Group(family_of(self.chains[indices[0]].type))
            for index in indices:
                chain = self.chains[index]
                seed.add(index, chain, self.neighbours[chain.document])
            self.notes += [Note("judged", index, "judged the same", indices[0]) for index in indices[1:]]
            seeds.append(seed)
        return sorted(seeds, key=_strength)

    def _place(self, seed: Group) -> None:
        """Join a seed to the group that it belongs to, or make it one of its own."""
        named = [index for index in seed.chains if is_named(self.chains[index])]
        noted = len(self.notes)
        target = self._find(seed) if named else None
        if target is None:
            self.groups.append(seed)
            target = len(self.groups) - 1
        else:
            self.groups[target].join(seed)
        # What fits several is no candidate for others: such groups would crowd out those that are, and grow in number.
        told = [note.reason for note in self.notes[noted:] if note.verdict == "apart"]
        is_unclear = any(reason.startswith("uncertain") for reason in told)
        is_short = max(map(len, seed.names), default=0) < 2
        if named and not is_unclear and not (told and is_short):
            self._index(target, seed)

    def _index(self, target: int, seed: Group) -> None:
        if seed.known:
            self.by_known.setdefault(seed.known, target)
        for words in seed.names:
            for key in _keys(seed.family, words):
                if target not in self.by_key[key]:
                    self.by_key[key].append(target)

    def _find(self, seed: Group) -> int | None:
        if seed.known:
            target = self.by_known.get(seed.known)
            if target is not None and not self._are_apart(seed, target):
                self._note(seed, "same", target, f"both known as {seed.known}")
                return target
        return self._best(seed)

    def _best(self, seed: Group) -> int | None:
        keys = {key for words in seed.names for key in _keys(seed.family, words)}
        near = sorted({target for key in keys for target in self.by_key.get(key, ())})
        judged = [target for target in near if self._are_apart(seed, target)]
        for target in judged:
            self._note(seed, "judged", target, "judged different")
        rest = [target for target in near if target not in judged][: CANDIDATES + 1]
        if not rest or len(rest) > CANDIDATES:
            return None
        verdicts = sorted(
            ((self.comparison.verdict(seed, self.groups[t]), t) for t in rest), key=lambda v: (-v[0].score, v[1])
        )
        best, target = verdicts[0]
        if not best.reasons:
            return None
        reason = "; ".join(best.reasons)
        if best.score < ENOUGH:
            self._note(seed, "apart", target, f"too little for one: {reason}")
            return None
        rivals = [t for verdict, t in verdicts[1:] if verdict.score >= ENOUGH and best.score - verdict.score < MARGIN]
        rivals = [t for t in rivals if self._are_two(target, t)]
        if rivals:
            self._note(seed, "apart", target, f"uncertain, {1 + len(rivals)} candidates: {reason}")
            return None
        self._note(seed, "same", target, reason)
        return target

    def _are_two(self, one: int, other: int) -> bool:
        """Whether two groups would not be joined themselves, so that a choice between them matters."""
        return self.comparison.verdict(self.groups[one], self.groups[other]).score < ENOUGH

    def _are_apart(self, seed: Group, target: int) -> bool:
        foes = {foe for index in seed.chains for foe in self.foes.get(index, ())}
        return bool(foes) and not foes.isdisjoint(self.groups[target].chains)

    def _note(self, seed: Group, verdict: str, target: int, reason: str) -> None:
        self.notes.append(Note(verdict, seed.chains[0], reason, self.groups[target].chains[0]))


def _strength(seed: Group) -> tuple[bool, int, int, int]:
    """Sorts first the known, then those of long names, then those of whom most is told."""
    longest = max((len(words) for words in seed.names), default=0)
    return (seed.known is None, -min(longest, 2), -len(seed.titles) - len(seed.of), seed.chains[0])


def _keys(family: str, words: Words) -> set[tuple[str, Words]]:
    """Where a name is looked up: a person by first and last word, a model also without its maker, else the whole."""
    if family == "person":
        return {(family, words[:1]), (family, words[-1:])}
    if family != "other":
        return {(family, words)}
    model = model_of(words)
    return {(family, words), (family, written_as_one(words)), *([(family, model)] if model else [])}


def _neighbours(chains: Sequence[Chain]) -> dict[str, set[str]]:
    """The names in each document, by which those who are told of together are known."""
    found: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        found[chain.document] |= _own_names(chain)
    return found


def _own_names(chain: Chain) -> set[str]:
    if chain.known:
        return {chain.known}
    return {" ".join(words) for name in chain.names if (words := comparable(name, family_of(chain.type)))}
