"""Triples -> the graph that they describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.errors import GraphError
from kg.graph import KnowledgeGraph, contract
from kg.model import (
    Anchor,
    Argument,
    Certainty,
    Document,
    Entity,
    Event,
    Evidence,
    Filler,
    Mention,
    MentionKind,
    Mood,
    Node,
    Polarity,
    Quantity,
    Relation,
    Role,
    Skipped,
    SlotMentions,
    Statement,
    StatementRef,
    Tense,
    Time,
    Value,
)
from kg.views.rdf.names import SLOTS
from kg.views.rdf.terms import DCT, LABEL, OA, OWL, RDF, SCHEMA, SKOS, XSD, A, Literal, Term, Triple


def rebuild(triples: Iterable[Triple], base: str) -> KnowledgeGraph:
    """Return the graph.  Raises GraphError where the triples are not the project's own, or some are missing."""
    reader = Rebuilder(base)
    for subject, predicate, term in triples:
        reader.index.setdefault(subject, {}).setdefault(predicate, []).append(term)
    graph = KnowledgeGraph(base=base)
    try:
        graph.add(*reader.values())
    except (KeyError, ValueError, IndexError) as error:
        raise GraphError(f"not a graph as `kg build` writes it: {error}") from None
    return graph


@dataclass(frozen=True, slots=True)
class Rebuilder:
    """Reads values from an index subject -> predicate -> terms."""

    base: str
    index: dict[str, dict[str, list[Term]]] = field(default_factory=dict)

    def values(self) -> Iterator[Document | Entity | Event | Statement]:
        kgo = self.term
        for subject, pairs in self.index.items():
            types = pairs.get(A, ())
            if kgo("Article") in types:
                yield self.document(subject)
            elif kgo("Statement") in types:
                yield self.statement(subject)
            else:
                if kgo("entityClass") in pairs:
                    yield self.entity(subject)
                if kgo("eventClass") in pairs or (kgo("Event") in types and kgo("entityClass") not in pairs):
                    yield self.event(subject)

    # ------------------------------------------------------------ looking up

    def term(self, name: str) -> str:
        return f"{self.base}ontology#{name}"

    def compact(self, iri: str) -> str:
        return contract(iri, self.base)

    def local(self, iri: str) -> str:
        """The id behind the prefix; of a kgs:, kgx: or kgd: node."""
        return self.compact(iri).partition(":")[2]

    def all(self, subject: str, predicate: str) -> list[str]:
        """IRIs or lexical forms, sorted."""
        return sorted(t if isinstance(t, str) else t.lexical for t in self.index[subject].get(predicate, ()))

    def one(self, subject: str, predicate: str) -> str | None:
        terms = self.index[subject].get(predicate)
        if not terms:
            return None
        if len(terms) > 1:
            return self.all(subject, predicate)[0]
        return terms[0] if isinstance(terms[0], str) else terms[0].lexical

    def must(self, subject: str, predicate: str) -> str:
        found = self.one(subject, predicate)
        if found is None:
            raise KeyError(f"<{subject}> has no <{predicate}>")
        return found

    def day(self, subject: str, predicate: str) -> date | None:
        found = self.one(subject, predicate)
        return date.fromisoformat(found) if found else None

    # ------------------------------------------------------------ documents, entities

    def document(self, me: str) -> Document:
        kgo = self.term
        spans = self.all(me, kgo("skipped"))
        skipped = (Skipped(*self._offsets(span), self.must(span, kgo("reason"))) for span in spans)
        return Document(
            id=self.must(me, DCT + "identifier"),
            text=self.must(me, kgo("text")),
            published=self.day(me, DCT + "issued"),
            title=self.one(me, DCT + "title"),
            publisher=self.one(me, DCT + "publisher"),
            url=self.one(me, SCHEMA + "url"),
            sha256=self.one(me, kgo("sha256")) or "",
            skipped=tuple(skipped),
        )

    def _offsets(self, me: str) -> tuple[int, int]:
        return int(self.must(me, self.term("start"))), int(self.must(me, self.term("end")))

    def _document_of(self, me: str) -> str:
        return self.local(self.must(me, OA + "hasSource"))

    def entity(self, me: str) -> Entity:
        kgo = self.term
        return Entity(
            id=self.compact(me),
            type=self.must(me, kgo("type")),
            cls=self.compact(self.must(me, kgo("entityClass"))),
            label=self.must(me, LABEL),
            aliases=tuple(self.all(me, SKOS + "altLabel")),
            metonyms=tuple(self.compact(one) for one in self.all(me, kgo("metonym"))),
            same_as=(*self.all(me, OWL + "sameAs"), *self.all(me, SKOS + "notation")),
            mentions=self._mentions(me),
        )

    def _mentions(self, me: str) -> tuple[Mention, ...]:
        return tuple(self._mention(one) for one in self.all(me, self.term("mention")))

    def _mention(self, me: str) -> Mention:
        document, start, end, words = self._passage(me)
        kind = MentionKind(self.must(me, self.term("mentionKind")))
        anchor = Anchor(document, start, end, *self._phrase(me, start, end), words)
        return Mention(anchor, self.must(me, self.term("type")), kind)

    def _phrase(self, me: str, start: int, end: int) -> tuple[int, int]:
        first, last = self.one(me, self.term("phraseStart")), self.one(me, self.term("phraseEnd"))
        return (int(first), int(last)) if first and last else (start, end)

    def _passage(self, me: str) -> tuple[str, int, int, str]:
        found: dict[str, str] = {}
        for selector in self.all(me, OA + "hasSelector"):
            for name in ("start", "end", "exact"):
                value = self.one(selector, OA + name)
                if value is not None:
                    found[name] = value
        return self._document_of(me), int(found["start"]), int(found["end"]), found["exact"]

    # ------------------------------------------------------------ events

    def event(self, me: str) -> Event:
        kgo, asserted = self.term, self.term("Event") in self.all(me, A)
        place = self.one(me, kgo("place"))
        return Event(
            id=self.compact(me),
            cls=self.compact(self._event_class(me)),
            label=self.one(me, kgo("eventLabel")) or self.must(me, LABEL),
            asserted=asserted and kgo("ReportedEvent") not in self.all(me, A),
            roles=tuple(self._role(record) for record in self.all(me, kgo("hasRole"))),
            time=self._time(me),
            place=self._node(place) if place else None,
            quantity=self._quantity(me),
            statements=tuple(self.local(one) for one in self.all(me, kgo("statement"))),
            mentions=self._mentions(me),
        )

    def _event_class(self, me: str) -> str:
        told = self.one(me, self.term("eventClass"))
        finer = [cls for cls in self.all(me, A) if cls != self.term("Event")]
        return told or (finer[0] if finer else self.term("Event"))

    def _role(self, me: str) -> Role:
        role = self.compact(self.must(me, self.term("roleProperty")))
        return Role(role, self._node(self.must(me, self.term("filler"))))

    def _node(self, iri: str) -> Node:
        kind = self.one(iri, self.term("type"))
        return Node(self.compact(iri), self.must(iri, LABEL), kind or "Event")

    def _time(self, owner: str) -> Time | None:
        me, kgo = self.one(owner, self.term("time")), self.term
        if me is None:
            return None
        days = self.day(me, kgo("earliest")), self.day(me, kgo("latest"))
        values = self.one(me, kgo("edtf")), self.one(me, kgo("timex")), self.must(me, kgo("timexType"))
        return Time(*values, *days, self.one(me, kgo("timexMod")) or "")

    def _quantity(self, owner: str) -> Quantity | None:
        me, kgo = self.one(owner, self.term("quantity")), self.term
        if me is None:
            return None
        value = self.one(me, kgo("value"))
        number = float(value) if value is not None else None
        return Quantity(number, self.must(me, kgo("comparator")), self.one(me, kgo("unit")) or "")

    # ------------------------------------------------------------ statements

    def statement(self, me: str) -> Statement:
        kgo, relation = self.term, self.must(me, RDF + "predicate")
        subject = self._filler(me, RDF + "subject", "subjectLabel")
        purpose = self._filler(me, kgo("purpose"), "purposeLabel")
        if subject is None or isinstance(subject, Value):
            raise ValueError(f"<{me}> has no node or statement as subject")
        arguments = sorted(self.all(me, kgo("argument")), key=lambda a: int(self.must(a, kgo("position"))))
        place, event, rule = self.one(me, kgo("place")), self.one(me, kgo("event")), self.one(me, kgo("inferredBy"))
        return Statement(
            subject=subject,
            relation=Relation(self.compact(relation), self.must(relation, LABEL)),
            object=self._filler(me, RDF + "object", "objectLabel"),
            arguments=tuple(self._argument(one) for one in arguments),
            time=self._time(me),
            place=self._node(place) if place else None,
            quantity=self._quantity(me),
            purpose=purpose if isinstance(purpose, StatementRef) else None,
            polarity=Polarity(self._facet(me, "polarity")),
            certainty=Certainty(self._facet(me, "certainty")),
            tense=Tense(self._facet(me, "tense")),
            mood=Mood(self._facet(me, "mood")),
            holders=tuple(self._node(self.must(by, kgo("holder"))) for by in self._chain(me)),
            event=self.compact(event) if event else None,
            inferred_by=self.local(rule).removeprefix("rule-") if rule else None,
            premises=tuple(self.local(one) for one in self.all(me, kgo("premise"))),
            evidence=tuple(self._evidence(e, me, arguments) for e in self.all(me, kgo("evidence"))),
            id=self.local(me),
            proposition=self.must(me, kgo("proposition")),
        )

    def _facet(self, me: str, facet: str) -> str:
        return self.local(self.must(me, self.term(facet)))

    def _chain(self, me: str) -> list[str]:
        """The attribution nodes of a statement, outermost first."""
        chain: list[str] = []
        by = self.one(me, self.term("attribution"))
        while by and by not in chain:
            chain.append(by)
            by = self.one(by, self.term("citing"))
        return chain

    def _argument(self, me: str) -> Argument:
        filler = self._filler(me, self.term("filler"), "fillerLabel")
        if filler is None:
            raise ValueError(f"<{me}> has no filler")
        return Argument(self.must(me, self.term("roleName")), filler)

    def _filler(self, me: str, slot: str, label: str) -> Filler | None:
        terms = self.index[me].get(slot, ())
        if not terms:
            return None
        term = terms[0]
        if isinstance(term, Literal):
            return Value(self.one(me, self.term("lexical")) or term.lexical, term.datatype.replace(XSD, "xsd:", 1))
        if term.startswith(f"{self.base}statement/"):
            return StatementRef(self.local(term), self.one(me, self.term(label)) or self.must(term, LABEL))
        return self._node(term)

    # ------------------------------------------------------------ evidence

    def _evidence(self, me: str, statement: str, arguments: list[str]) -> Evidence:
        document, start, end, quote = self._passage(me)
        kgo = self.term
        return Evidence(
            document=document,
            start=start,
            end=end,
            quote=quote,
            phrase=self.must(me, kgo("phrase")),
            lemma=self.must(me, kgo("lemma")),
            asserted=self.must(me, kgo("asserted")) == "true",
            confidence=float(self.must(me, kgo("confidence"))),
            mentions=self._slots(me, arguments, self._chain(statement)),
        )

    def _slots(self, me: str, arguments: list[str], chain: list[str]) -> SlotMentions:
        kgo, at = self.term, {}
        for slot in self.all(me, kgo("slotMention")):
            target = self.one(slot, kgo("argument")) or self.must(slot, kgo("attribution"))
            at[target] = self._anchor(self.must(slot, kgo("anchor")))
        single = {slot: self.one(me, kgo(f"{slot}Mention")) for slot in SLOTS}
        return SlotMentions(
            arguments=tuple(at.get(argument) for argument in arguments),
            attribution=tuple(at[by] for by in chain if by in at),
            **{slot: self._anchor(iri) for slot, iri in single.items() if iri},
        )

    def _anchor(self, me: str) -> Anchor:
        start, end = self._offsets(me)
        return Anchor(self._document_of(me), start, end, *self._phrase(me, start, end), self.must(me, LABEL))
