// The views, the keys and the link, joined.
const VIEWS = ["graph", "table", "timeline"];

function drawViews() {
  for (const view of VIEWS) {
    byId(`view-${view}`).hidden = state.view !== view;
    byId(`tab-${view}`).setAttribute("aria-selected", String(state.view === view));
    byId(`tab-${view}`).tabIndex = state.view === view ? 0 : -1;
  }
}

function drawTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

const show = (view) => { change({ view }, true); if (view === "graph") { network.redraw(); fit(); } };
const showAll = () => change({ all: !(state.all || state.focus), focus: null });
const switchTheme = () => change({ theme: isDark() ? "light" : "dark" }, true);
const toggleFilters = () => byId("toggle-filters").setAttribute("aria-expanded", String(filters.classList.toggle("open")));
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });

const KEYS = [
  ["/", "search", () => searchBox.focus()], ["1", "graph", () => show("graph")], ["2", "table", () => show("table")],
  ["3", "timeline", () => show("timeline")], ["a", "show all nodes, or the most connected", showAll], ["f", "fit the picture", fit],
  ["e", "expand or collapse the chosen node", () => state.node && toggleExpanded(state.node)], ["+", "closer", () => zoom(1.25)],
  ["-", "farther", () => zoom(0.8)], ["d", "dark or light", switchTheme], ["?", "these keys", () => byId("help").showModal()],
];
byId("help").append(element("h2", null, "Keys"), element("dl", { class: "known" }, [...KEYS, ["Esc", "close"], ["← ↑ → ↓", "in the graph: to the next node"], ["Enter", "in the graph: read the chosen node"]]
  .map(([key, does]) => [element("dt", null, element("kbd", null, key)), element("dd", null, does)]).flat()), button("Close", () => byId("help").close()));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !byId("help").open) { filters.classList.remove("open"); return close(); }
  if (event.target.closest("input, select, dialog")) return;
  const key = KEYS.find(([name]) => name === event.key);
  if (key) { event.preventDefault(); key[2](); }
});
byId("canvas").addEventListener("keydown", (event) => {
  if (event.key in WAYS) { event.preventDefault(); step(event.key); }
  if (event.key === "Enter" && !panel.hidden) panel.focus();
});
document.querySelector(".tabs").addEventListener("keydown", (event) => {
  const turn = { ArrowRight: 1, ArrowLeft: 2 }[event.key];
  if (!turn) return;
  const next = VIEWS[(VIEWS.indexOf(state.view) + turn) % 3];
  show(next);
  byId(`tab-${next}`).focus();
});

for (const view of VIEWS) byId(`tab-${view}`).addEventListener("click", () => show(view));
byId("show-all").addEventListener("click", showAll);
byId("toggle-theme").addEventListener("click", switchTheme);
byId("toggle-help").addEventListener("click", () => byId("help").showModal());
byId("toggle-filters").addEventListener("click", toggleFilters);
byId("zoom-in").addEventListener("click", () => zoom(1.25));
byId("zoom-out").addEventListener("click", () => zoom(0.8));
byId("zoom-fit").addEventListener("click", fit);

for (const listener of [drawTheme, drawViews, drawPanel, draw, drawFilters, drawTable, drawTimeline]) onChange(listener);
darkness.addEventListener("change", () => change({}, true));
addEventListener("hashchange", () => change(readLink(), true));
change(readLink());
if (state.node && network.getScale() < LEGIBLE) moveTo(state.node);
else bringIntoSight();

// For tests: where things are drawn, in pixels of the window.
window.kgPage = {
  state, network,
  nodePoint: (id) => inWindow(network.getPosition(id)),
  edgePoint: (id) => inWindow(network.body.edges[id].edgeType.getPoint(0.5)),
  edges: () => edgeSet.getIds(),
  nodes: () => nodeSet.getIds(),
};
function inWindow(place) {
  const { left, top } = byId("canvas").getBoundingClientRect();
  const { x, y } = network.canvasToDOM(place);
  return { x: x + left, y: y + top };
}
