// What the page holds, unpacked: packing.py says how it was packed.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const packed = read("kg-graph");
const nodeIds = packed.nodes.id;
const TEXT = packed.words;

// Evidence and mentions are the larger part of the page, and most of it is never looked at.
const later = { read: null };
const evidenceRows = () => (later.read ??= read("kg-passages"));
const passageText = (number) => evidenceRows().passages[number] ?? "";
// As much of a long paragraph as one cares to read before and after a quote, cut at whole words.
const AROUND = 700;
const beforeQuote = (text, start) => (start <= AROUND ? text.slice(0, start) : `… ${text.slice(start - AROUND, start).replace(/^\S*\s/, "")}`);
const afterQuote = (text, end) => (text.length - end <= AROUND ? text.slice(end) : `${text.slice(end, end + AROUND).replace(/\s\S*$/, "")} …`);
const documentOf = (place) => (typeof place === "number" ? packed.documents[place]?.id : place);

// What the legend tells apart: an event that is only claimed, planned or denied is not one that took place.
const REPORTED = "Event not asserted";

class Known {
  constructor(place) {
    this.place_ = place;
    this.label = packed.nodes.label[place];
    this.type = TEXT[packed.nodes.type[place]];
    const { roles, place: where, ...more } = packed.nodes.more[place] || {};
    Object.assign(this, more);
    if (roles) this.roles = roles.map(([role, slot]) => ({ role: TEXT[role], ...filler(slot) }));
    if (where !== undefined) this.place = filler(where);
    this.kind = this.event && !this.asserted ? REPORTED : this.type;
  }
  get mentions() {
    return (evidenceRows().mentions[this.place_] || []).map(([document, ...at]) => ({ document: documentOf(document), at }));
  }
}

function filler(slot) {
  if (typeof slot === "number") return { id: nodeIds[slot], label: packed.nodes.label[slot] };
  if (typeof slot === "string") return { label: slot };
  if (Array.isArray(slot)) return { id: nodeIds[slot[0]], label: slot[1] };
  return slot ?? undefined;
}

const KINDS = ["subject", "relation", "object", "time"];
function unpackEvidence([document, passage, start, end, told, marks, more]) {
  const triples = Array.from({ length: marks.length / 3 }, (_, i) => [KINDS[marks[3 * i]], marks[3 * i + 1], marks[3 * i + 2]]);
  return { document: documentOf(document), at: passage < 0 ? undefined : [passage, start, end], told: Boolean(told), marks: triples, ...more };
}

class Told {
  constructor([id, status, subject, relation, label, object, facets, confidence, sources, more], place) {
    this.place_ = place;
    this.id = id;
    this.status = TEXT[status];
    this.subject = filler(subject);
    this.relation = { id: TEXT[relation], label: TEXT[label] };
    this.object = filler(object);
    this.facets = facets.map((facet) => TEXT[facet]);
    this.confidence = confidence;
    this.documents = sources.map(documentOf);
    if (more) this.add(more);
  }
  add({ arguments: slots, holders, place, purpose, event, premises, ...plain }) {
    Object.assign(this, plain);
    if (slots) this.arguments = slots.map(([role, slot]) => ({ role: TEXT[role], ...filler(slot) }));
    if (holders) this.holders = holders.map(filler);
    if (place !== undefined) this.place = filler(place);
    if (purpose !== undefined) this.purpose = filler(purpose);
    if (event !== undefined) this.event = typeof event === "number" ? nodeIds[event] : event;
    if (premises) this.premises = premises.map((each) => (typeof each === "number" ? packed.statements[each][0] : each));
  }
  get evidence() {
    const rows = evidenceRows().evidence[this.place_];
    return rows?.length ? rows.map(unpackEvidence) : undefined;
  }
}

const content = {
  documents: packed.documents,
  statements: packed.statements.map((row, place) => new Told(row, place)),
  get passages() { return evidenceRows().passages; },
};
const documents = new Map(content.documents.map((each) => [each.id, each]));
const statements = new Map(content.statements.map((each) => [each.id, each]));
const knowledge = new Map(nodeIds.map((id, place) => [id, new Known(place)]));
const known = (id) => knowledge.get(id) || { label: id, type: "Thing", kind: "Thing" };

const drawnNodes = new Map(nodeIds.map((id, place) => {
  const { label, drawn, x, y, size } = packed.nodes;
  return [id, { id, label: drawn[place] ?? label[place], x: x[place], y: y[place], size: size[place], opening: false }];
}));
for (const place of packed.nodes.opening) drawnNodes.get(nodeIds[place]).opening = true;

const drawnEdges = new Map(packed.edges.from.map((from, place) => {
  const { to, label, relation, status, statements: told, bend, loop } = packed.edges;
  return [`e${place}`, {
    id: `e${place}`, from: nodeIds[from], to: nodeIds[to[place]], label: TEXT[label[place]], relation: TEXT[relation[place]], status: TEXT[status[place]], role: false,
    statements: told[place].map((each) => packed.statements[each][0]), bend: bend[place] || 0, loop: loop[place],
  }];
}));
for (const place of packed.edges.role) drawnEdges.get(`e${place}`).role = true;

const edgesAt = new Map(nodeIds.map((id) => [id, []]));
for (const edge of drawnEdges.values()) {
  edgesAt.get(edge.from)?.push(edge);
  if (edge.to !== edge.from) edgesAt.get(edge.to)?.push(edge);
}

// The statements in which a node has any part, in the page's order.
const parts = { of: null };
function statementsAt(id) {
  parts.of ??= collectParts();
  return parts.of.get(id) || [];
}

function collectParts() {
  const found = new Map(nodeIds.map((id) => [id, []]));
  for (const each of content.statements) for (const id of partsOf(each)) found.get(id)?.push(each);
  return found;
}

function partsOf({ subject, object, place, purpose, arguments: slots, holders, event }) {
  const fillers = [subject, object, place, purpose, ...(slots || []), ...(holders || [])];
  return new Set([...fillers.map((each) => each?.id), event].filter(Boolean));
}
