// What the two pictures share: colours, what is drawn, what is chosen, clicks and keys.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const darkness = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (state.theme ? state.theme === "dark" : darkness.matches);
const FACE = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const FADED = 0.15;
const DASHES = { asserted: false, inferred: [1.5, 4], claimed: [8, 5], planned: [12, 4, 2, 4], denied: [4, 4] };
const LINES = {
  light: { asserted: "#6b7686", inferred: "#4f86a8", claimed: "#9a6a10", planned: "#7a52c0", denied: "#c0172f" },
  dark: { asserted: "#8794a8", inferred: "#8fc4e6", claimed: "#d9a94f", planned: "#b79af5", denied: "#ff7485" },
};
const INK = {
  light: { ink: "#1b2330", back: "#ffffff", halo: { color: "#f6f7f9", faint: "#b9bfca" } },
  dark: { ink: "#e8ecf2", back: "#12161d", halo: { color: "#12161d", faint: "#4a5362" } },
};

// An event that is only reported is drawn hollow.
function colorsOf(node) {
  const inks = INK[isDark() ? "dark" : "light"];
  if (!node) return inks;
  const { type, event, asserted } = known(node.id);
  const [shape, color] = looksOf(type);
  return { ...inks, shape, color, hollow: Boolean(event && !asserted) };
}

const lineColor = (edge) => LINES[isDark() ? "dark" : "light"][edge.status];

// The words on an edge are read close by; the cross of a denial, and what is chosen, from any distance.
const emphasis = { told: new Set(), path: new Set(), pathNodes: new Set() };
const onPath = (edge) => emphasis.path.has(edge.id);
const isChosen = (edge) => edge.from === state.node || edge.to === state.node || onPath(edge) || edge.statements.some((id) => emphasis.told.has(id));
const isFaded = (id) => emphasis.path.size > 0 && !emphasis.pathNodes.has(id);
const isFadedEdge = (edge) => emphasis.path.size > 0 && !onPath(edge);

// The edges that tell the chosen statements; the roles of an event only where nothing tells them directly.
function chosenEdges(edges) {
  const told = edges.filter((edge) => edge.statements.some((id) => emphasis.told.has(id)));
  const direct = told.filter((edge) => !edge.role);
  return direct.length ? direct : told;
}

// A large page brings sigma, and vis-network for where there is no WebGL: sigma then ends with a TypeError.
function makePicture(container) {
  try {
    if (window.kgSigma) return sigmaPicture(container);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    container.replaceChildren();
  }
  const library = byId("library-vis");
  if (library) document.head.append(element("script", null, library.textContent));
  return visPicture(container);
}

const picture = makePicture(byId("canvas"));

const drawn = { key: "", path: "" };
function draw(keepView) {
  const { nodes, edges } = visible();
  const path = (state.path || []).join(" ");
  emphasis.told = new Set(state.statements);
  emphasis.path = new Set(state.path);
  emphasis.pathNodes = new Set((state.path || []).flatMap((id) => [drawnEdges.get(id)?.from, drawnEdges.get(id)?.to]));
  const key = `${isDark()} ${state.all} ${state.focus} ${isNarrowed()} ${[...state.expanded].join(" ")} ${[...nodes].join(" ")} ${edges.map((edge) => edge.id).join(" ")}`;
  if (key !== drawn.key) {
    const first = drawn.key === "";
    drawn.key = key;
    gather(nodes, edges);
    picture.draw(nodes, edges);
    if (first || !keepView) picture.fit(first && !state.all ? LEGIBLE : 0);
    if (first && !state.all && isNarrow) openOnLargest(nodes);
  }
  picture.restyle(path !== drawn.path);
  drawn.path = path;
  tellCount(nodes.size);
}

function tellCount(number) {
  byId("nothing").hidden = number > 0;
  byId("count").textContent = `Showing ${grouped(number)} of ${grouped(drawnNodes.size)} nodes.`;
  byId("show-all").textContent = state.all || state.focus ? "Show the most connected" : "Show all";
  byId("show-all").hidden = !state.all && !state.focus && number === drawnNodes.size;
}

// Nothing moves on the screen when the panel takes room from the picture, so that a second click meets the same node;
// what is chosen then comes into sight.
const PATIENCE = 400;
function keepPlaces() {
  picture.resize();
  setTimeout(bringIntoSight, PATIENCE);
}

function bringIntoSight() {
  const chosen = state.node || edgeWith(state.statements[0])?.from;
  if (chosen && picture.has(chosen) && !isInSight(chosen)) picture.shift(...wayIntoSight(chosen));
}

const edgeWith = (id) => picture.edges().map((each) => drawnEdges.get(each)).find((edge) => edge.statements.includes(id));
function isInSight(id) {
  const { x, y } = picture.nodePoint(id);
  const { left, top, right, bottom } = byId("canvas").getBoundingClientRect();
  return x > left + 40 && y > top + 30 && x < right - 40 && y < bottom - 40;
}

// By how many pixels the picture is moved, and no more, for a node to be seen with its name.
function wayIntoSight(id) {
  const { x, y } = picture.nodePoint(id);
  const { left, top, right, bottom } = byId("canvas").getBoundingClientRect();
  const [aside, above] = [Math.min(110, (right - left) / 3), Math.min(80, (bottom - top) / 3)];
  const over = (at, least, most) => (at < least ? at - least : at > most ? at - most : 0);
  return [over(x, left + aside, right - aside), over(y, top + above, bottom - above)];
}

// On a small screen a part of the picture that can be read is better than a whole that cannot.
const isNarrow = innerWidth < 900;
const LEGIBLE = isNarrow ? 0.72 : 0.5;
const CLOSE = 0.8;
function openOnLargest(nodes) {
  const [largest] = [...nodes].sort((a, b) => drawnNodes.get(b).size - drawnNodes.get(a).size);
  if (largest && picture.scale() <= LEGIBLE) picture.focus(largest, false, false);
}

const fit = () => picture.fit(0);
const zoom = (factor) => picture.zoom(factor);
const moveTo = (id) => { if (picture.has(id)) picture.focus(id, true, true); };

// A finger is not as sharp as a pointer, and a name is as good as its sign.
const coarse = matchMedia("(pointer: coarse)");
const FINGER = 14;
function nodeAround(x, y) {
  const far = picture.nodes().map((id) => [Math.hypot(picture.nodePoint(id).x - x, picture.nodePoint(id).y - y), id]);
  return far.filter(([away]) => away <= FINGER).sort((a, b) => a[0] - b[0])[0]?.[1];
}

function nodeNamed(x, y) {
  return Object.entries(picture.labelBoxes()).find(([, box]) => crosses(box, { left: x, right: x, top: y, bottom: y }))?.[0];
}

// The second click of a double click may meet the panel that the first one opened.
const AGAIN = 450;
let tapped = {};
function clicked(hit, edge, { clientX: x, clientY: y, pointerType }) {
  const node = hit ?? (pointerType === "touch" || coarse.matches ? nodeAround(x, y) : undefined) ?? (edge === undefined ? nodeNamed(x, y) : undefined);
  tapped = { node, x, y, time: performance.now() };
  if (node !== undefined) openNode(node, true);
  else if (edge !== undefined) openEdge(drawnEdges.get(edge));
  else close();
}

document.addEventListener("pointerdown", (event) => {
  const again = tapped.node && performance.now() - tapped.time < AGAIN && Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) < 6;
  if (!again) return;
  event.stopPropagation();
  event.preventDefault();
  toggleExpanded(tapped.node);
  tapped = {};
}, true);

function toggleExpanded(id) {
  const expanded = new Set(state.expanded);
  if (!expanded.delete(id)) expanded.add(id);
  change({ expanded, focus: null }, true);
}

// A node that would stand alone comes with its neighbours: what else is then chosen, with the node itself.
function revealed(id) {
  const drawn = chosenNodes([...drawnEdges.values()].filter(edgeMatches));
  return drawn.has(id) ? {} : { expanded: new Set(state.expanded).add(id), focus: null };
}

// The arrow keys go around the chosen node's neighbours, those in that direction first.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function step(key) {
  const [dx, dy] = WAYS[key];
  const here = state.node ? standing(state.node) : null;
  const places = picture.nodes().filter((id) => id !== state.node).map(standing);
  if (!here) return places.length && openNode(places.sort((a, b) => b.size - a.size)[0].id, false, "arrows");
  const near = neighbours(here.id);
  const cost = (node) => {
    const along = (node.x - here.x) * dx + (node.y - here.y) * dy;
    const aside = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx);
    return along <= 0 ? Infinity : (along + 2 * aside) * (near.has(node.id) ? 1 : 3);
  };
  const best = places.map((node) => [cost(node), node.id]).filter(([far]) => far < Infinity).sort((a, b) => a[0] - b[0])[0];
  if (best) openNode(best[1], false, "arrows");
}

// For tests: what is drawn and where, in pixels of the window.
const forTests = {
  nodePoint: (id) => picture.nodePoint(id),
  edgePoint: (id) => picture.edgePoint(id),
  nodes: () => picture.nodes(),
  edges: () => picture.edges(),
  labelBoxes: () => picture.labelBoxes(),
  wordBoxes: () => picture.wordBoxes(),
  edgeList: () => [...drawnEdges.values()],
  kind: picture.kind,
};
