// What is chosen: kept in the link, so that a view can be sent.
const state = {
  view: "graph", node: null, statements: [], all: false, focus: null, expanded: new Set(), types: new Set(),
  statuses: new Set(), relation: "", source: "", from: "", to: "", confidence: 0, theme: "",
};
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function change(values, keepView) {
  Object.assign(state, values);
  writeLink();
  for (const listener of listeners) listener(keepView);
}

const TEXTS = { v: "view", n: "node", f: "focus", r: "relation", d: "source", from: "from", to: "to", theme: "theme" };
const LISTS = { x: "expanded", t: "types", k: "statuses" };

function writeLink() {
  const link = new URLSearchParams();
  for (const [key, name] of Object.entries(TEXTS)) if (state[name] && state[name] !== "graph") link.set(key, state[name]);
  for (const [key, name] of Object.entries(LISTS)) for (const item of [...state[name]].sort()) link.append(key, item);
  for (const id of state.statements) link.append("s", id);
  if (state.all) link.set("all", "1");
  if (state.confidence) link.set("c", String(state.confidence));
  const hash = link.toString();
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
}

const DAY = /^\d{4,}-\d\d-\d\d$/;
function readLink() {
  const link = new URLSearchParams(location.hash.slice(1));
  const text = (key) => link.get(key) || "";
  const node = text("n");
  return {
    view: ["table", "timeline"].includes(text("v")) ? text("v") : "graph",
    node: drawnNodes.has(node) ? node : null,
    focus: drawnNodes.has(text("f")) ? text("f") : null,
    statements: link.getAll("s").filter((id) => statements.has(id)),
    all: text("all") === "1",
    relation: relations.has(text("r")) ? text("r") : "",
    source: sources.has(text("d")) ? text("d") : "",
    from: DAY.test(text("from")) ? text("from") : "", to: DAY.test(text("to")) ? text("to") : "",
    confidence: Math.min(1, Math.max(0, Number(text("c")) || 0)),
    theme: ["dark", "light"].includes(text("theme")) ? text("theme") : "",
    expanded: new Set(link.getAll("x").filter((id) => drawnNodes.has(id))),
    types: new Set(link.getAll("t")), statuses: new Set(link.getAll("k").filter((key) => Object.hasOwn(STATUSES, key))),
  };
}

const relations = new Map();
for (const edge of drawnEdges.values()) if (!relations.has(edge.relation)) relations.set(edge.relation, edge.label.replace(/^✕ /, ""));
for (const each of content.statements) relations.set(each.relation.id, each.relation.label);
// A source is a document, or all of one publisher.
const sources = new Map();
for (const each of content.documents) if (each.publisher) sources.set(`publisher:${each.publisher}`, each.publisher);
for (const each of content.documents) sources.set(`document:${each.id}`, each.title || each.id);

const isNarrowed = () => Boolean(state.relation || state.source || state.from || state.to || state.confidence);

function fromSource(statement) {
  if (!state.source) return true;
  const [kind, name] = [state.source.slice(0, state.source.indexOf(":")), state.source.slice(state.source.indexOf(":") + 1)];
  return sourcesOf(statement).some((id) => (kind === "document" ? id === name : documents.get(id)?.publisher === name));
}

function inDays(statement) {
  if (!state.from && !state.to) return true;
  const days = daysOf(statement);
  return Boolean(days) && (!state.from || days[1] >= state.from) && (!state.to || days[0] <= state.to);
}

const fits = (statement) => fromSource(statement) && inDays(statement) && (statement.confidence ?? 0) >= state.confidence;

function matches(statement) {
  const types = [statement.subject, statement.object].filter((slot) => slot?.id).map((slot) => known(slot.id).type);
  return !state.statuses.has(statement.status) && (!state.relation || statement.relation.id === state.relation)
    && !types.some((type) => state.types.has(type)) && fits(statement);
}

function edgeMatches(edge) {
  if (state.statuses.has(edge.status)) return false;
  if (!isNarrowed()) return true;
  const told = edge.statements.map((id) => statements.get(id)).filter(Boolean);
  return told.some((each) => (!state.relation || edge.relation === state.relation || each.relation.id === state.relation) && fits(each));
}

const matching = () => content.statements.filter(matches);
const neighbours = (id) => new Set((edgesAt.get(id) || []).flatMap((edge) => [edge.from, edge.to]));

const MANY = 300;
// The nodes to draw: the opening part and what was expanded or, under a filter, whatever an edge that passes it joins.
function chosenNodes(edges) {
  if (state.focus) return neighbours(state.focus).add(state.focus);
  if (isNarrowed()) {
    const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const ranked = [...joined].sort((a, b) => drawnNodes.get(b).size - drawnNodes.get(a).size);
    return new Set(state.all ? joined : ranked.slice(0, MANY));
  }
  if (state.all) return new Set(drawnNodes.keys());
  const chosen = new Set([...drawnNodes.values()].filter((node) => node.opening).map((node) => node.id));
  for (const id of state.expanded) for (const near of neighbours(id).add(id)) chosen.add(near);
  return chosen;
}

function visible() {
  const edges = [...drawnEdges.values()].filter(edgeMatches);
  const nodes = chosenNodes(edges);
  if (state.node) nodes.add(state.node);
  for (const id of nodes) if (state.types.has(known(id).type) && id !== state.node) nodes.delete(id);
  return { nodes, edges: edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)) };
}
