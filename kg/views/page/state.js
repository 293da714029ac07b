// What is chosen: kept in the link, so that a view can be sent.
const state = {
  view: "graph", node: null, statements: [], all: false, focus: null, expanded: new Set(), types: new Set(),
  statuses: new Set(), relation: "", publisher: "", article: "", from: "", to: "", confidence: 0, theme: "",
  pathFrom: null, pathTo: null, path: [], verdict: "", rows: "", sort: "",
};
const VIEWS = ["graph", "table", "timeline", "sources"];
const listeners = [];
const onChange = (listener) => listeners.push(listener);

function change(values, keepView, how) {
  Object.assign(state, values);
  state.path = pathEdges();
  writeLink(how);
  for (const listener of listeners) listener(keepView);
}

const TEXTS = {
  v: "view", n: "node", f: "focus", a: "pathFrom", b: "pathTo", r: "relation", p: "publisher", d: "article", from: "from", to: "to",
  g: "verdict", q: "rows", sort: "sort", theme: "theme",
};
const LISTS = { x: "expanded", t: "types", k: "statuses" };

// Another view, node, statement or path is a step that the Back button takes back; a filter changes the step one is at.
// Steps of one kind, such as arrow keys from node to node, are one.
const STEPS_OF = ["v", "n", "s", "f", "a", "b"];
function keepLink(link, how) {
  const before = new URLSearchParams(location.hash.slice(1));
  const away = STEPS_OF.some((key) => before.getAll(key).join(" ") !== link.getAll(key).join(" "));
  const step = away && how !== "read" && !(how && history.state === how);
  history[step ? "pushState" : "replaceState"](step ? how || null : history.state, "", `#${link}`);
}

function writeLink(how) {
  const link = new URLSearchParams();
  for (const [key, name] of Object.entries(TEXTS)) if (state[name] && state[name] !== "graph") link.set(key, state[name]);
  for (const [key, name] of Object.entries(LISTS)) for (const item of key === "x" ? state[name] : [...state[name]].sort()) link.append(key, item);
  for (const id of state.statements) link.append("s", id);
  if (state.all) link.set("all", "1");
  if (state.confidence) link.set("c", String(state.confidence));
  if (link.toString() !== location.hash.slice(1)) keepLink(link, how);
}

// What a link names and this graph has not: it was made of another graph, or of an older state of this one.
function missingFrom(link) {
  const has = { n: drawnNodes, f: drawnNodes, a: drawnNodes, b: drawnNodes, x: drawnNodes, s: statements, r: relations, p: publishers, d: documents };
  return [...new Set(Object.entries(has).flatMap(([key, held]) => link.getAll(key).filter((id) => !held.has(id))))];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const SORT = /^[0-6]-?$/;
function readLink() {
  const link = new URLSearchParams(location.hash.slice(1));
  const text = (key) => link.get(key) || "";
  const node = (key) => (drawnNodes.has(text(key)) ? text(key) : null);
  const among = (key, allowed) => (allowed.includes(text(key)) ? text(key) : "");
  const like = (key, pattern) => (pattern.test(text(key)) ? text(key) : "");
  return {
    view: among("v", VIEWS) || "graph", node: node("n"), focus: node("f"), pathFrom: node("a"), pathTo: node("a") && node("b"),
    statements: link.getAll("s").filter((id) => statements.has(id)), all: text("all") === "1",
    relation: relations.has(text("r")) ? text("r") : "", publisher: publishers.has(text("p")) ? text("p") : "", article: documents.has(text("d")) ? text("d") : "",
    from: like("from", DAY), to: like("to", DAY), confidence: Math.min(1, Math.max(0, Number(text("c")) || 0)),
    theme: among("theme", ["dark", "light"]), verdict: among("g", Object.keys(VERDICTS)), rows: text("q").slice(0, 200), sort: like("sort", SORT),
    expanded: new Set(link.getAll("x").filter((id) => drawnNodes.has(id))),
    types: new Set(link.getAll("t")), statuses: new Set(link.getAll("k").filter((key) => Object.hasOwn(STATUSES, key))),
  };
}

const relations = new Map();
for (const edge of drawnEdges.values()) if (!relations.has(edge.relation)) relations.set(edge.relation, edge.label.replace(/^✕ /, ""));
for (const each of content.statements) relations.set(each.relation.id, each.relation.label);
const publishers = new Map(content.documents.filter((each) => each.publisher).map((each) => [each.publisher, each.publisher]));

const isNarrowed = () => Boolean(state.relation || state.publisher || state.article || state.from || state.to || state.confidence);

function fromSource(statement) {
  if (state.article && !statement.documents.includes(state.article)) return false;
  return !state.publisher || statement.documents.some((id) => documents.get(id)?.publisher === state.publisher);
}

function inDays(statement) {
  if (!state.from && !state.to) return true;
  const days = daysOf(statement);
  return Boolean(days) && (!state.from || days[1] >= state.from) && (!state.to || days[0] <= state.to);
}

const fits = (statement) => fromSource(statement) && inDays(statement) && (statement.confidence ?? 0) >= state.confidence;

const isHidden = (slot) => Boolean(slot?.id) && state.types.has(known(slot.id).kind);
function matches(statement) {
  return !state.statuses.has(statement.status) && (!state.relation || statement.relation.id === state.relation)
    && !(state.types.size && (isHidden(statement.subject) || isHidden(statement.object))) && fits(statement);
}

function edgeMatches(edge) {
  if (state.statuses.has(edge.status)) return false;
  if (!isNarrowed()) return true;
  const told = edge.statements.map((id) => statements.get(id)).filter(Boolean);
  return told.some((each) => (!state.relation || edge.relation === state.relation || each.relation.id === state.relation) && fits(each));
}

const matching = () => content.statements.filter(matches);
const MANY = 300;
const neighbours = (id) => new Set((edgesAt.get(id) || []).flatMap((edge) => [edge.from, edge.to]));

// The nodes to draw: the opening part and what was expanded or, under a filter, whatever an edge that passes it joins.
function chosenNodes(edges) {
  if (state.focus) return new Set([state.focus, ...joinedTo(state.focus, edges)]);
  if (isNarrowed()) {
    const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const ranked = [...joined].sort((a, b) => drawnNodes.get(b).size - drawnNodes.get(a).size);
    const kept = new Set(state.all ? joined : ranked.slice(0, MANY));
    for (const id of state.expanded) if (joined.has(id)) for (const near of joinedTo(id, edges)) kept.add(near);
    return kept;
  }
  if (state.all) return new Set(drawnNodes.keys());
  const chosen = new Set([...drawnNodes.values()].filter((node) => node.opening).map((node) => node.id));
  for (const id of state.expanded) for (const near of neighbours(id).add(id)) chosen.add(near);
  return chosen;
}

const joinedTo = (id, edges) => edges.filter((edge) => edge.from === id || edge.to === id).flatMap((edge) => [edge.from, edge.to]);

// Neighbours that expanding would add.
function unseenOf(id) {
  const { nodes } = visible();
  const passing = isNarrowed() ? new Set(joinedTo(id, [...drawnEdges.values()].filter(edgeMatches))) : neighbours(id);
  return [...passing].filter((near) => near !== id && !nodes.has(near) && !state.types.has(known(near).kind)).length;
}

function visible() {
  const edges = [...drawnEdges.values()].filter(edgeMatches);
  const nodes = chosenNodes(edges);
  const kept = new Set([state.node, state.pathFrom, state.pathTo, ...state.path.flatMap((id) => [drawnEdges.get(id).from, drawnEdges.get(id).to])].filter(Boolean));
  for (const id of kept) nodes.add(id);
  for (const id of nodes) if (state.types.has(known(id).kind) && !kept.has(id)) nodes.delete(id);
  return { nodes, edges: edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)) };
}
