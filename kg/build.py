"""The order of the stages, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from importlib.metadata import version
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from spacy.language import Language

from kg.entities.chains import Chain
from kg.entities.explain import links_of
from kg.entities.judgements import NO_JUDGEMENTS, Judgement
from kg.entities.known import with_known
from kg.entities.resolution import Resolution, resolve_entities
from kg.errors import GraphError, InputError, KgError
from kg.events.assembling import assemble_agreements, assemble_events, final_names, resolve_events
from kg.events.clustering import Reason
from kg.events.inference import Inference
from kg.events.own_terms import describe_mapping, in_own_classes
from kg.events.settling import EventName, Settled, Settler, slots_of
from kg.events.units import Key, Known
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, MentionKind, Statement
from kg.ontology import KnownName, Ontology
from kg.ontology import load as load_ontology
from kg.parsing import load_model, parse
from kg.statements.draft import Extract
from kg.statements.extraction import extract_statements
from kg.views.rdf import to_triples
from kg.views.rdf.shapes import find_violations

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents in all, and the id of the last."""


def build(
    documents: Iterable[Document],
    *,
    ontology: Ontology | None = None,
    model: str | None = None,
    judgements: Sequence[Judgement] = NO_JUDGEMENTS,
    known: Sequence[KnownName] = (),
    progress: Progress | None = None,
    workers: int = 1,
) -> KnowledgeGraph:
    """Return the graph of what documents say.

    The same documents give the same graph whatever their order and the number of `workers`, the processes that read
    them.  `known` are entities of the user's (`kg.read_known`).  Raises InputError where there is no document, and
    GraphError where a quote would not equal its document's text.
    """
    ordered = sorted(documents, key=lambda d: d.id)
    if not ordered:
        raise InputError("nothing to build from: expected at least one document")
    ontology = with_known(ontology or load_ontology(), known)
    nlp = load_model(model)
    if min(workers, len(ordered)) > 1:
        found = extract_apart(ordered, ontology=ontology, model=model, workers=min(workers, len(ordered)))
    else:
        found = extract(ordered, ontology=ontology, nlp=nlp)
    extracts = list(_reported(found, len(ordered), progress))
    return assemble(
        extracts, ontology=ontology, judgements=judgements, model=f"{nlp.meta['name']} {nlp.meta['version']}"
    )


def extract(documents: Iterable[Document], *, ontology: Ontology, nlp: Language) -> Iterator[Extract]:
    """Yield what each document says by itself, in order."""
    for parsed in parse(documents, nlp=nlp):
        yield extract_statements(parsed, ontology)


def extract_apart(
    documents: Sequence[Document], *, ontology: Ontology, model: str | None, workers: int
) -> Iterator[Extract]:
    """The same in processes of their own, each of which loads the model once.  Raises KgError where one dies."""
    begin = (_begin_worker, (ontology, model))
    with ProcessPoolExecutor(workers, get_context("spawn"), *begin) as pool:
        try:
            yield from pool.map(_extract_one, documents)
        except BrokenProcessPool:
            raise KgError(f"one of {workers} workers ended before its documents: expected memory for each") from None


_worker: dict[str, tuple[Ontology, Language]] = {}
"""In a worker, what every document needs: too large to be sent with each."""


def _begin_worker(ontology: Ontology, model: str | None) -> None:
    signal(SIGINT, SIG_IGN)  # Ctrl-C reaches every process of a terminal; the first one tells it once
    _worker["of"] = (ontology, load_model(model))


def _extract_one(document: Document) -> Extract:
    ontology, nlp = _worker["of"]
    return next(extract([document], ontology=ontology, nlp=nlp))


def _reported(extracts: Iterable[Extract], total: int, progress: Progress | None) -> Iterator[Extract]:
    for number, extracted in enumerate(extracts, start=1):
        yield extracted
        if progress is not None:
            progress(number, total, extracted.document.id)


def assemble(
    extracts: Sequence[Extract], *, ontology: Ontology, judgements: Sequence[Judgement] = NO_JUDGEMENTS, model: str = ""
) -> KnowledgeGraph:
    """Return the graph of what documents say together: identity, events, inference."""
    resolution = resolve_entities([c for e in extracts for c in e.chains], ontology, judgements)
    extracts = _as_resolved(extracts, resolution)
    known = Known(resolution.ids, resolution.entities, extracts, ontology)
    names, reasons = resolve_events(extracts, known, ontology)
    settled = Settler(resolution.ids, known.entities, names, ontology).settle(extracts)
    names = final_names(names, settled)
    by_id = {name.id: name for name in names.values()}
    inferred = Inference(settled, by_id, _classes(known, settled, names), ontology).run()
    events = assemble_events(names, settled, extracts)
    graph = KnowledgeGraph()
    told = settled.statements.values()
    graph.add(*(e.document for e in extracts), *in_own_classes(events, told, ontology), *told)
    graph.add(*in_own_classes(_entities(known, settled, names, extracts, graph), told, ontology))
    graph.report = _report(graph, settled, resolution, reasons, inferred, ontology, model)
    if ontology.adopted is not None:
        graph.report["ontology"] = describe_mapping(ontology)
    graph.report["shapes"] = [v.told for v in find_violations(to_triples(graph, ontology), ontology, graph)]
    faults = graph.check()
    if faults:
        raise GraphError(f"{len(faults)} faults in what was built, first: {faults[0]}")
    return graph


def _as_resolved(extracts: Sequence[Extract], resolution: Resolution) -> list[Extract]:
    """The extracts with their chains as resolved, where a judgement split some."""
    by_document: dict[str, list[Chain]] = {}
    for chain in resolution.chains:
        by_document.setdefault(chain.document, []).append(chain)
    return [replace(e, chains=tuple(by_document.get(e.document.id, ()))) for e in extracts]


def _classes(known: Known, settled: Settled, names: dict[Key, EventName]) -> dict[str, str]:
    entities = {e.id: e.cls for e in (*known.entities.values(), *settled.made.values())}
    return entities | {name.id: name.cls for name in names.values()}


def _entities(
    known: Known, settled: Settled, names: dict[Key, EventName], extracts: Sequence[Extract], graph: KnowledgeGraph
) -> list[Entity]:
    """The entities to keep: named, filling a slot, mentioned twice or more, or standing for one of these."""
    used = {node.id for s in graph.statements.values() for node in slots_of(s)}
    used |= {r.filler.id for e in graph.events.values() for r in e.roles}
    found = [*settled.made.values(), *(a for a in assemble_agreements(names, extracts) if a.id in used)]
    kept_events = {*graph.events, *(a.id for a in found)}
    told = [(d, n) for (d, kind, n), name in names.items() if kind == "chain" and name.id in kept_events]
    of_event = {known.ids[key] for key in told if key in known.ids}
    for entity in known.entities.values():
        kept = entity.id in used or len(entity.mentions) > 1 or any(m.kind is MentionKind.NAME for m in entity.mentions)
        if kept and not (entity.id in of_event and entity.id not in used):
            found.append(entity)
    metonyms = {m for e in found for m in e.metonyms} - {e.id for e in found}
    return [*found, *(known.entities[m] for m in sorted(metonyms) if m in known.entities)]


def _report(
    graph: KnowledgeGraph, settled: Settled, resolution: Resolution, reasons: Sequence[Reason],
    inferred: Sequence[Statement], ontology: Ontology, model: str,
) -> dict[str, object]:  # fmt: skip
    skipped = [
        {"document": d.id, "start": s.start, "end": s.end, "reason": s.reason}
        for d in sorted(graph.documents.values(), key=lambda d: d.id) for s in d.skipped
    ]  # fmt: skip
    return {
        "counts": {
            "documents": len(graph.documents), "entities": len(graph.entities), "statements": len(graph.statements),
            "asserted": sum(s.asserted for s in graph.statements.values()), "inferred": len(inferred),
            "events": len(graph.events),
        },
        "skipped": skipped,
        "refused": sorted(set(settled.refused)),
        "identity": [
            {"entity": d.entity, "verdict": d.verdict, "mention": d.mention, "reason": d.reason, "other": d.other}
            for d in sorted([*resolution.decisions, *links_of(resolution)])
        ],
        "events": [{"one": list(r.one), "other": list(r.other), "shared": list(r.shared)} for r in reasons],
        "versions": {
            "newskg": _version("newskg"), "spacy": _version("spacy"), "model": model, "ontology": ontology.sha256[:16],
        },
    }  # fmt: skip


def _version(package: str) -> str:
    try:
        return version(package)
    except ModuleNotFoundError:
        return ""
