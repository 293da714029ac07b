"""A graph as triples (DESIGN section 5): every node named and labelled, no blank node."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph import KnowledgeGraph, expand, is_asserted, nodes
from kg.model import (
    Anchor,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    Node,
    Quantity,
    Relation,
    Statement,
    StatementRef,
    Time,
    Value,
    digest,
)
from kg.views.rdf.names import SLOTS, anchor_name, argument_names, node_name, place, shown
from kg.views.rdf.terms import (
    DATE,
    DCT,
    DECIMAL,
    INTEGER,
    LABEL,
    OA,
    OWL,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    TIME,
    XSD,
    A,
    Literal,
    Triple,
    boolean,
    english,
    number,
    text,
)


def describe(graph: KnowledgeGraph) -> Iterator[Triple]:
    """Yield every triple of the graph, in no promised order; one may come twice."""
    describer = Describer(graph)
    for document in graph.documents.values():
        yield from describer.document(document)
    for entity in graph.entities.values():
        yield from describer.entity(entity)
    for event in graph.events.values():
        yield from describer.event(event)
    for statement in graph.statements.values():
        yield from describer.statement(statement)


def named(triples: Iterable[Triple], namespace: str, labels: Mapping[str, str]) -> Iterator[Triple]:
    """Yield the triples, then an English label for each term of `namespace` or of `labels` that none of them labels.

    `labels` are those of the ontology, by IRI; a term that it does not know is called after its name.
    """
    seen: set[str] = set()
    labelled: set[str] = set()
    for triple in triples:
        yield triple
        subject, predicate, term = triple
        seen.add(predicate)
        if isinstance(term, str) and (term.startswith(namespace) or term in labels):
            seen.add(term)
        if predicate == LABEL and (subject.startswith(namespace) or subject in labels):
            labelled.add(subject)
    seen = {term for term in seen if term.startswith(namespace) or term in labels}
    for term in sorted(seen - labelled):
        yield term, LABEL, english(labels.get(term) or _words(term[len(namespace) :]))


def _words(name: str) -> str:
    """`deployedTroopsTo` -> "deployed troops to"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower() or name


@dataclass(frozen=True, slots=True)
class Describer:
    """Triples of one value at a time."""

    graph: KnowledgeGraph

    def iri(self, identifier: str) -> str:
        return expand(identifier, self.graph.base)

    def term(self, name: str) -> str:
        return f"{self.graph.base}ontology#{name}"

    # ------------------------------------------------------------ documents

    def document(self, document: Document) -> Iterator[Triple]:
        me, kgo = self.iri(f"kgd:{document.id}"), self.term
        yield me, A, kgo("Article")
        yield me, A, SCHEMA + "NewsArticle"
        yield me, LABEL, text(document.title or document.id)
        yield me, DCT + "identifier", text(document.id)
        yield me, kgo("text"), text(document.text)
        if document.published:
            yield me, DCT + "issued", Literal(document.published.isoformat(), DATE)
        for prop, value in (("title", document.title), ("publisher", document.publisher)):
            if value is not None:
                yield me, DCT + prop, text(value)
        if document.url is not None:
            yield me, SCHEMA + "url", text(document.url)
        if document.sha256:
            yield me, kgo("sha256"), text(document.sha256)
        for skipped in document.skipped:
            span = f"{me}#skipped-{skipped.start}-{skipped.end}-{digest(skipped.reason, 4)}"
            yield me, kgo("skipped"), span
            yield span, A, kgo("SkippedSpan")
            yield span, LABEL, english(f"skipped: {skipped.reason}")
            yield span, kgo("reason"), text(skipped.reason)
            yield from self._offsets(span, skipped.start, skipped.end)

    def _offsets(self, node: str, start: int, end: int) -> Iterator[Triple]:
        yield node, self.term("start"), Literal(str(start), INTEGER)
        yield node, self.term("end"), Literal(str(end), INTEGER)

    # ------------------------------------------------------------ entities

    def entity(self, entity: Entity) -> Iterator[Triple]:
        me, kgo = self.iri(entity.id), self.term
        yield me, A, self.iri(entity.cls)
        yield me, A, kgo(entity.type)
        yield me, kgo("entityClass"), self.iri(entity.cls)
        yield me, kgo("type"), text(entity.type)
        yield me, LABEL, english(entity.label)
        for alias in entity.aliases:
            yield me, SKOS + "altLabel", english(alias)
        for metonym in entity.metonyms:
            yield me, kgo("metonym"), self.iri(metonym)
        for code in entity.same_as:
            if code.startswith(("https://", "http://")) and expand(code) == code:
                yield me, OWL + "sameAs", code
            else:
                yield me, SKOS + "notation", text(code)
        if entity.metonyms or entity.same_as:
            yield me, PROV + "wasDerivedFrom", kgo("gazetteer")
        for mention in entity.mentions:
            yield from self._mention(me, mention)

    def _mention(self, owner: str, mention: Mention) -> Iterator[Triple]:
        anchor, kgo = mention.anchor, self.term
        me = self.iri(node_name("mention", *place(anchor), mention.type, mention.kind))
        yield owner, kgo("mention"), me
        yield me, A, kgo("Mention")
        yield me, kgo("type"), text(mention.type)
        yield me, kgo("mentionKind"), text(mention.kind.value)
        yield from self._passage(me, anchor.document, anchor.start, anchor.end, anchor.text)
        yield from self._phrase(me, anchor)

    def _phrase(self, node: str, anchor: Anchor) -> Iterator[Triple]:
        if (anchor.phrase_start, anchor.phrase_end) != (anchor.start, anchor.end):
            yield node, self.term("phraseStart"), Literal(str(anchor.phrase_start), INTEGER)
            yield node, self.term("phraseEnd"), Literal(str(anchor.phrase_end), INTEGER)

    def _passage(self, node: str, document: str, start: int, end: int, words: str) -> Iterator[Triple]:
        """A Web Annotation resource: the source and two ways to find the words in it."""
        position, quote = f"{node}-at", f"{node}-text"
        short = words if len(words) <= 60 else words[:59] + "…"
        yield node, A, OA + "SpecificResource"
        yield node, LABEL, text(short)
        yield node, OA + "hasSource", self.iri(f"kgd:{document}")
        yield node, OA + "hasSelector", position
        yield node, OA + "hasSelector", quote
        yield position, A, OA + "TextPositionSelector"
        yield position, LABEL, text(f"{start}–{end}")
        yield position, OA + "start", Literal(str(start), INTEGER)
        yield position, OA + "end", Literal(str(end), INTEGER)
        yield quote, A, OA + "TextQuoteSelector"
        yield quote, LABEL, text(short)
        yield quote, OA + "exact", text(words)

    # ------------------------------------------------------------ events

    def event(self, event: Event) -> Iterator[Triple]:
        """Class and roles as plain triples only where something asserts the event."""
        me, kgo, shared = self.iri(event.id), self.term, event.id in self.graph.entities
        yield me, A, kgo("Event" if event.asserted else "ReportedEvent")
        if event.asserted:
            yield me, A, self.iri(event.cls)
        if not event.asserted or shared:
            yield me, kgo("eventClass"), self.iri(event.cls)
        yield me, (kgo("eventLabel") if shared else LABEL), english(event.label)
        for role in event.roles:
            record = f"{me}-role-{digest([role.role, role.filler.id], 8)}"
            yield me, kgo("hasRole"), record
            yield record, A, kgo("Role")
            yield record, LABEL, english(f"{_words(role.role.partition(':')[2])}: {role.filler.label}")
            yield record, kgo("roleProperty"), self.iri(role.role)
            yield record, kgo("filler"), self.iri(role.filler.id)
            if event.asserted:
                yield me, self.iri(role.role), self.iri(role.filler.id)
            yield from self._stray(role.filler)
        yield from self._when_and_how_many(me, event.time, event.quantity)
        if event.place:
            yield me, kgo("place"), self.iri(event.place.id)
            yield from self._stray(event.place)
        for statement in event.statements:
            yield me, kgo("statement"), self.iri(f"kgs:{statement}")
        for mention in event.mentions:
            yield from self._mention(me, mention)

    def _stray(self, node: Node) -> Iterator[Triple]:
        """A label for a node that the graph holds neither as entity nor as event."""
        if node.id not in self.graph.entities and node.id not in self.graph.events:
            yield self.iri(node.id), LABEL, english(node.label)
            yield self.iri(node.id), self.term("type"), text(node.type)

    def _when_and_how_many(self, me: str, time: Time | None, quantity: Quantity | None) -> Iterator[Triple]:
        if time:
            yield me, self.term("time"), f"{me}-time"
            yield from self._time(f"{me}-time", time)
        if quantity:
            yield me, self.term("quantity"), f"{me}-quantity"
            yield from self._quantity(f"{me}-quantity", quantity)

    def _time(self, me: str, time: Time) -> Iterator[Triple]:
        kgo = self.term
        yield me, A, kgo("TimeSpan")
        yield me, A, TIME + "TemporalEntity"
        yield me, LABEL, text(time.told or time.timex_type)
        yield me, kgo("timexType"), text(time.timex_type)
        for prop, value in (("edtf", time.value), ("timex", time.timex), ("timexMod", time.mod or None)):
            if value is not None:
                yield me, kgo(prop), text(value)
        for prop, aligned, day in (
            ("earliest", "hasBeginning", time.earliest),
            ("latest", "hasEnd", time.latest),
        ):
            if day:
                instant = f"{me}-{prop}"
                yield me, kgo(prop), Literal(day.isoformat(), DATE)
                yield me, TIME + aligned, instant
                yield instant, A, TIME + "Instant"
                yield instant, LABEL, text(day.isoformat())
                yield instant, TIME + "inXSDDate", Literal(day.isoformat(), DATE)

    def _quantity(self, me: str, quantity: Quantity) -> Iterator[Triple]:
        kgo, sign = self.term, "" if quantity.comparator == "=" else quantity.comparator
        amount = number(quantity.value) if quantity.value is not None else None
        yield me, A, kgo("Quantity")
        yield me, LABEL, text(f"{sign}{amount.lexical if amount else '?'} {quantity.unit}".strip())
        yield me, kgo("comparator"), text(quantity.comparator)
        if amount:
            yield me, kgo("value"), amount
        if quantity.unit:
            yield me, kgo("unit"), text(quantity.unit)

    # ------------------------------------------------------------ statements

    def statement(self, statement: Statement) -> Iterator[Triple]:
        s, me, kgo = statement, self.iri(f"kgs:{statement.id}"), self.term
        yield me, A, kgo("Statement")
        yield me, A, RDF + "Statement"
        yield me, LABEL, english(s.label)
        yield from self._relation(s.relation)
        yield me, RDF + "predicate", self.iri(s.relation.id)
        yield from self._filled(me, RDF + "subject", s.subject, "subjectLabel")
        if s.object:
            yield from self._filled(me, RDF + "object", s.object, "objectLabel")
        yield me, kgo("asserted"), boolean(is_asserted(s))
        yield me, kgo("proposition"), text(s.proposition)
        for facet in ("polarity", "certainty", "tense", "mood"):
            yield me, kgo(facet), kgo(getattr(s, facet).value)
        yield from self._qualifiers(me, s)
        yield from self._attribution(f"{me}-by", s.holders, s)
        yield from self._provenance(me, s)
        if is_asserted(s):
            yield from self._plain(s)
        for node in nodes(s):
            yield from self._stray(node)

    def _plain(self, s: Statement) -> Iterator[Triple]:
        if isinstance(s.subject, Node) and isinstance(s.object, Node | Value):
            yield self.iri(s.subject.id), self.iri(s.relation.id), self.term_of(s.object)

    def _relation(self, relation: Relation) -> Iterator[Triple]:
        yield self.iri(relation.id), A, RDF + "Property"
        yield self.iri(relation.id), LABEL, english(relation.label)

    def term_of(self, filler: Filler) -> str | Literal:
        match filler:
            case Node(id=identifier):
                return self.iri(identifier)
            case StatementRef(statement=identifier):
                return self.iri(f"kgs:{identifier}")
            case Value(value=value, datatype=datatype):
                return text(value)._replace(datatype=datatype.replace("xsd:", XSD, 1))

    def _filled(self, me: str, slot: str, filler: Filler, label: str) -> Iterator[Triple]:
        """The filler, with what the term alone would lose: another wording, a lexical form that readers normalise."""
        yield me, slot, self.term_of(filler)
        if isinstance(filler, StatementRef):
            target = self.graph.statements.get(filler.statement)
            if target is None or target.label != filler.label:
                yield me, self.term(label), english(filler.label)
        if isinstance(filler, Value) and filler.datatype != "xsd:string":
            yield me, self.term("lexical"), text(filler.value)

    def _qualifiers(self, me: str, s: Statement) -> Iterator[Triple]:
        kgo = self.term
        for position, (node, argument) in enumerate(zip(argument_names(s), s.arguments, strict=True)):
            iri = self.iri(f"kgs:{node}")
            yield me, kgo("argument"), iri
            yield iri, A, kgo("Argument")
            yield iri, LABEL, english(f"{argument.role}: {shown(argument.filler)}")
            yield iri, kgo("roleName"), text(argument.role)
            yield iri, kgo("position"), Literal(str(position), INTEGER)
            yield from self._filled(iri, kgo("filler"), argument.filler, "fillerLabel")
        yield from self._when_and_how_many(me, s.time, s.quantity)
        if s.place:
            yield me, kgo("place"), self.iri(s.place.id)
        if s.purpose:
            yield from self._filled(me, kgo("purpose"), s.purpose, "purposeLabel")

    def _attribution(self, me: str, holders: tuple[Node, ...], s: Statement) -> Iterator[Triple]:
        cues = s.evidence[0].mentions.attribution if s.evidence else ()
        owner, prop = self.iri(f"kgs:{s.id}"), self.term("attribution")
        for depth, holder in enumerate(holders):
            yield owner, prop, me
            yield me, A, self.term("Attribution")
            yield me, LABEL, english(f"according to {holder.label}")
            yield me, self.term("holder"), self.iri(holder.id)
            if depth < len(cues):
                yield me, self.term("cue"), english(cues[depth].text)
            owner, prop, me = me, self.term("citing"), f"{me}-by"

    def _provenance(self, me: str, s: Statement) -> Iterator[Triple]:
        kgo = self.term
        if s.event is not None:
            yield me, kgo("event"), self.iri(s.event)
        if s.inferred_by is not None:
            yield me, kgo("inferredBy"), self.iri(f"kgo:rule-{s.inferred_by}")
            yield self.iri(f"kgo:rule-{s.inferred_by}"), A, kgo("InferenceRule")
            yield self.iri(f"kgo:rule-{s.inferred_by}"), LABEL, english(f"rule {s.inferred_by}")
        for premise in s.premises:
            yield me, kgo("premise"), self.iri(f"kgs:{premise}")
        if s.evidence:
            yield me, kgo("phrase"), english(s.evidence[0].phrase)
            yield me, kgo("confidence"), Literal(repr(float(s.confidence)), DECIMAL)
        else:
            yield me, PROV + "wasDerivedFrom", kgo("gazetteer")
        for evidence in s.evidence:
            yield me, PROV + "wasDerivedFrom", self.iri(f"kgd:{evidence.document}")
            yield from self._evidence(me, s, evidence)

    # ------------------------------------------------------------ evidence

    def _evidence(self, owner: str, s: Statement, evidence: Evidence) -> Iterator[Triple]:
        me, kgo, m = self.iri(node_name("evidence", s.id, evidence.id)), self.term, evidence.mentions
        yield owner, kgo("evidence"), me
        yield me, A, kgo("Evidence")
        yield from self._passage(me, evidence.document, evidence.start, evidence.end, evidence.quote)
        yield me, kgo("phrase"), english(evidence.phrase)
        yield me, kgo("lemma"), text(evidence.lemma)
        yield me, kgo("asserted"), boolean(evidence.asserted)
        yield me, kgo("confidence"), Literal(repr(float(evidence.confidence)), DECIMAL)
        for slot in SLOTS:
            anchor: Anchor | None = getattr(m, slot)
            if anchor:
                yield me, kgo(f"{slot}Mention"), self.iri(anchor_name(anchor))
                yield from self._anchor(anchor)
        for name, anchor in zip(argument_names(s), m.arguments, strict=False):
            if anchor:
                role = self.iri(f"kgs:{name}")
                yield from self._slot(me, f"{me}{role.rpartition(s.id)[2]}", kgo("argument"), role, anchor)
        for depth, anchor in enumerate(m.attribution, start=1):
            by = self.iri(f"kgs:{s.id}") + "-by" * depth
            yield from self._slot(me, me + "-by" * depth, kgo("attribution"), by, anchor)

    def _slot(self, owner: str, me: str, prop: str, target: str, anchor: Anchor) -> Iterator[Triple]:
        """Where one passage words an argument or a cue."""
        yield owner, self.term("slotMention"), me
        yield me, A, self.term("SlotMention")
        yield me, LABEL, text(anchor.text)
        yield me, prop, target
        yield me, self.term("anchor"), self.iri(anchor_name(anchor))
        yield from self._anchor(anchor)

    def _anchor(self, anchor: Anchor) -> Iterator[Triple]:
        me = self.iri(anchor_name(anchor))
        yield me, A, self.term("Anchor")
        yield me, LABEL, text(anchor.text)
        yield me, OA + "hasSource", self.iri(f"kgd:{anchor.document}")
        yield from self._offsets(me, anchor.start, anchor.end)
        yield from self._phrase(me, anchor)
