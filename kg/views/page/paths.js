// How two nodes hang together: the shortest way over the edges that pass the filters, read in either direction.
const WEAKNESS = { asserted: 0, inferred: 1, claimed: 2, planned: 3, denied: 4 };
const other = (edge, id) => (edge.from === id ? edge.to : edge.from);

const isPicking = () => Boolean(state.pathFrom && !state.pathTo);
const startPath = (id) => { change({ view: "graph", pathFrom: id, pathTo: null, node: id, statements: [] }, true); };
const endPath = (id) => { if (id !== state.pathFrom) { change({ view: "graph", pathTo: id, node: null, statements: [] }, true); byId("path-panel")?.focus(); } };
const leavePath = () => change({ pathFrom: null, pathTo: null }, true);
const turnPath = () => change({ pathFrom: state.pathTo, pathTo: state.pathFrom }, true);

function pathKey() {
  if (!state.node) return;
  if (isPicking()) endPath(state.node); else startPath(state.node);
}

const passes = (edge) => edgeMatches(edge) && ![edge.from, edge.to].some((id) => state.types.has(known(id).kind) && id !== state.pathFrom && id !== state.pathTo);

// A denial joins two nodes only where nothing else does.
function nodesBetween(first, last) {
  const way = shortestWay(first, last, (edge) => edge.status !== "denied" && passes(edge));
  return way.length ? way : shortestWay(first, last, passes);
}

// Of all shortest ways the one that stands on the surest statements; of equals the first by id.
function shortestWay(first, last, joins) {
  const reached = new Map([[first, { cost: 0, before: null }]]);
  for (let front = [first]; front.length && !reached.has(last);) {
    const next = new Map();
    for (const id of front) {
      for (const edge of (edgesAt.get(id) || []).filter(joins)) {
        const to = other(edge, id);
        const cost = reached.get(id).cost + WEAKNESS[edge.status];
        const best = next.get(to);
        if (!reached.has(to) && (!best || cost < best.cost || (cost === best.cost && id < best.before))) next.set(to, { cost, before: id });
      }
    }
    for (const [id, found] of next) reached.set(id, found);
    front = [...next.keys()];
  }
  if (!reached.has(last)) return [];
  const way = [];
  for (let id = last; id !== null; id = reached.get(id).before) way.unshift(id);
  return way;
}

const edgesBetween = (one, two) => (edgesAt.get(one) || []).filter((edge) => other(edge, one) === two && edge.from !== edge.to && passes(edge));

const pathSteps = () => {
  if (!state.pathFrom || !state.pathTo) return [];
  const way = nodesBetween(state.pathFrom, state.pathTo);
  return way.slice(1).map((to, place) => ({ from: way[place], to, edges: edgesBetween(way[place], to) }));
};
const pathEdges = () => pathSteps().flatMap((step) => step.edges.map((edge) => edge.id));

function drawPicking() {
  const banner = byId("picking");
  banner.hidden = !isPicking() || state.view !== "graph";
  if (banner.hidden) return banner.replaceChildren();
  banner.replaceChildren(element("span", null, "Path from ", words(known(state.pathFrom).label), ": click the other end, or search for it."), button("Cancel", leavePath));
}

// A path that was not there before comes into sight.
const seen = { path: "" };
function showPath() {
  const key = state.path.join(" ");
  const ids = new Set(state.path.flatMap((id) => [drawnEdges.get(id).from, drawnEdges.get(id).to]));
  if (key && key !== seen.path && state.view === "graph") { picture.fit(0, [...ids]); picture.restyle(true); }
  seen.path = key;
}

// ---------------------------------------------------------------- the panel

function pathPanel() {
  const steps = pathSteps();
  const [from, to] = [known(state.pathFrom).label, known(state.pathTo).label];
  const title = element("div", { class: "top", id: "path-panel", tabindex: -1 }, element("h2", null, words(shorten(from, 120)), " to ", words(shorten(to, 120))),
    button("✕", leavePath, { class: "close", "aria-label": "Close path", title: "Close (Esc)" }));
  const told = steps.length ? `Path of ${steps.length} ${steps.length === 1 ? "step" : "steps"}, the shortest over what the filters let pass.` : "No path joins these two over what the filters let pass.";
  const acts = element("div", { class: "actions" }, button("Turn round", turnPath), steps.length ? null : button("Clear filters", clearFilters));
  return [title, element("p", { class: "kind", role: "status" }, told), acts, way(steps), ...steps.flatMap(stepCards)];
}

function way(steps) {
  return element("ol", { class: "way" }, steps.map((step) => element("li", null, nameOf({ id: step.from, label: known(step.from).label }), element("ul", null, step.edges.map((edge) => hop(edge, step))), nameOf({ id: step.to, label: known(step.to).label }))));
}

// The arrow tells which way round a relation reads.
function hop(edge, step) {
  const forward = edge.from === step.from;
  const label = edge.label.replace(/^✕ /, "");
  const said = `${known(edge.from).label} ${label} ${known(edge.to).label}`;
  return element("li", null, element("span", { "aria-hidden": "true" }, forward ? "↓ " : "↑ "), badge(edge.status),
    button(words(edge.role ? `${label} (role)` : label), () => openEdge(edge), { class: "link", "aria-label": `${shorten(said, 200)}, ${STATUSES[edge.status]}` }));
}

function stepCards(step, number) {
  const told = [...new Set(step.edges.flatMap((edge) => edge.statements))].map((id) => statements.get(id)).filter(Boolean);
  const head = element("h3", null, words(`${number + 1}. ${shorten(known(step.from).label, 80)} – ${shorten(known(step.to).label, 80)} · ${told.length}`));
  return [element("section", null, head, told.slice(0, MOST_CARDS).map((each) => card(each)), ...more(told.slice(MOST_CARDS)))];
}
