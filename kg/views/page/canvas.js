// The picture: vis-network with fixed places.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const darkness = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (state.theme ? state.theme === "dark" : darkness.matches);
const FACE = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const DASHES = { asserted: false, inferred: [1.5, 4], claimed: [8, 5], planned: [12, 4, 2, 4], denied: [4, 4] };
const LINES = {
  light: { asserted: "#6b7686", inferred: "#4f86a8", claimed: "#9a6a10", planned: "#7a52c0", denied: "#c0172f" },
  dark: { asserted: "#8794a8", inferred: "#8fc4e6", claimed: "#d9a94f", planned: "#b79af5", denied: "#ff7485" },
};

function nodeLooks(node) {
  const [shape, color] = looksOf(known(node.id).type);
  const dark = isDark();
  const ink = dark ? "#e8ecf2" : "#1b2330";
  const edge = dark ? "#12161d" : "#ffffff";
  return {
    id: node.id, label: node.label, x: node.x, y: node.y, size: node.size, shape, borderWidth: 1, borderWidthSelected: 4,
    color: { background: color, border: edge, highlight: { background: color, border: ink }, hover: { background: color, border: ink } },
    font: { size: node.size < 7 ? 12 : 14, color: ink, strokeWidth: 3, strokeColor: dark ? "#12161d" : "#f6f7f9", face: FACE },
    ...(known(node.id).event && !known(node.id).asserted ? { shapeProperties: { borderDashes: [3, 3] }, color: { background: edge, border: color, highlight: { background: edge, border: ink }, hover: { background: edge, border: ink } }, borderWidth: 2 } : {}),
  };
}

// The words on an edge are read close by; the cross of a denial, and what is chosen, from any distance.
const isChosen = (edge) => edge.from === state.node || edge.to === state.node || edge.statements.some((id) => state.statements.includes(id));
const isRead = (edge) => edge.status === "denied" || isChosen(edge);

function edgeLooks(edge) {
  const color = LINES[isDark() ? "dark" : "light"][edge.status];
  return {
    id: edge.id, from: edge.from, to: edge.to, label: edge.status === "denied" && !isChosen(edge) ? "✕" : edge.label, smooth: edge.smooth ?? false, selfReference: edge.selfReference,
    dashes: DASHES[edge.status], width: edge.role ? 1 : Math.min(4, 1.2 + 0.4 * (edge.statements.length - 1)),
    color: { color, highlight: color, hover: color, opacity: edge.role ? 0.75 : 1 },
    scaling: { label: { drawThreshold: isRead(edge) ? 1 : 13 } },
    font: { size: isRead(edge) ? 13 : 11, color, strokeWidth: 3, strokeColor: isDark() ? "#12161d" : "#f6f7f9", face: FACE, align: "horizontal", vadjust: 15 * (edge.lane || 0) },
  };
}

const network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, read("kg-options"));

function replaceAll(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

let drawn = "";
function draw(keepView) {
  const { nodes, edges } = visible();
  const key = JSON.stringify([[...nodes].sort(), edges.map((edge) => edge.id), isDark()]);
  if (key !== drawn) {
    const first = drawn === "";
    drawn = key;
    replaceAll(nodeSet, [...nodes].map((id) => nodeLooks(drawnNodes.get(id))));
    replaceAll(edgeSet, edges.map(edgeLooks));
    network.setOptions({ interaction: { hideEdgesOnDrag: edges.length > 2000, hideEdgesOnZoom: edges.length > 2000 } });
    if (first || !keepView) fit(first && !state.all ? LEGIBLE : 0.001);
  }
  byId("nothing").hidden = nodes.size > 0;
  byId("count").textContent = `Showing ${nodes.size.toLocaleString("en")} of ${drawnNodes.size.toLocaleString("en")} nodes.`;
  byId("show-all").textContent = state.all || state.focus ? "Show the most connected" : "Show all";
  byId("show-all").hidden = !state.all && !state.focus && nodes.size === drawnNodes.size;
  highlight(edges);
}

let chosen = [];

function highlight(edges) {
  const now = edges.filter(isRead);
  const changed = new Set([...chosen.filter((edge) => edgeSet.get(edge.id)), ...now]);
  chosen = now;
  edgeSet.update([...changed].map(edgeLooks));
  network.unselectAll();
  if (state.node && nodeSet.get(state.node)) network.selectNodes([state.node]);
  const wanted = new Set(state.statements);
  const told = edges.filter((edge) => edge.statements.some((id) => wanted.has(id)));
  const direct = told.filter((edge) => !edge.role);
  if (told.length) network.selectEdges((direct.length ? direct : told).map((edge) => edge.id));
}

// Nothing moves on the screen when the panel takes room from the picture, so that a second click meets the same node;
// what is chosen then comes into sight.
const PATIENCE = 400;
function keepPlaces() {
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const [scale, position] = [network.getScale(), network.getViewPosition()];
  network.setSize("100%", "100%");
  network.moveTo({ scale, position });
  const moved = network.DOMtoCanvas({ x: 0, y: 0 });
  network.moveTo({ scale, position: { x: position.x + corner.x - moved.x, y: position.y + corner.y - moved.y } });
  setTimeout(bringIntoSight, PATIENCE);
}

function bringIntoSight() {
  const chosen = state.node || edgeWith(state.statements[0])?.from;
  if (chosen && nodeSet.get(chosen) && !isInSight(chosen)) network.moveTo({ position: network.getPosition(chosen) });
}

const edgeWith = (id) => edgeSet.getIds().map((each) => drawnEdges.get(each)).find((edge) => edge.statements.includes(id));
function isInSight(id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const { clientWidth, clientHeight } = byId("canvas");
  return x > 40 && y > 30 && x < clientWidth - 40 && y < clientHeight - 40;
}

const LEGIBLE = 0.55;
const fit = (least) => network.fit({ animation: false, maxZoomLevel: 1.6, minZoomLevel: typeof least === "number" ? least : 0.001 });

function moveTo(id) {
  if (!nodeSet.get(id)) return;
  network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: calm.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
}

network.on("click", ({ nodes, edges, event }) => {
  const { clientX: x, clientY: y } = event.srcEvent;
  tapped = { node: nodes[0], x, y, time: performance.now() };
  if (nodes.length) openNode(nodes[0], true);
  else if (edges.length) openEdge(drawnEdges.get(edges[0]));
  else close();
});

// The second click of a double click may meet the panel that the first one opened.
const AGAIN = 450;
let tapped = {};
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

function reveal(id) {
  if (!visible().nodes.has(id)) change({ expanded: new Set(state.expanded).add(id), focus: null }, true);
}

// The arrow keys go around the chosen node's neighbours, those in that direction first.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function step(key) {
  const [dx, dy] = WAYS[key];
  const here = state.node ? drawnNodes.get(state.node) : null;
  const places = nodeSet.getIds().filter((id) => id !== state.node).map((id) => drawnNodes.get(id));
  if (!here) return places.length && openNode(places.sort((a, b) => b.size - a.size)[0].id);
  const near = neighbours(here.id);
  const cost = (node) => {
    const along = (node.x - here.x) * dx + (node.y - here.y) * dy;
    const aside = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx);
    return along <= 0 ? Infinity : (along + 2 * aside) * (near.has(node.id) ? 1 : 3);
  };
  const best = places.map((node) => [cost(node), node.id]).filter(([far]) => far < Infinity).sort((a, b) => a[0] - b[0])[0];
  if (best) { openNode(best[1]); moveTo(best[1]); }
}
