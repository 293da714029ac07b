// The views, the keys and the link, joined.
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

const show = (view) => { change({ view }, true); if (view === "graph") { picture.refresh(); fit(); } };

// Opens what the link says; a node that it names does not stand alone.
function follow(keepView) {
  const missing = missingFrom(new URLSearchParams(location.hash.slice(1)));
  const wanted = readLink();
  Object.assign(state, wanted);
  change(wanted.node && wanted.view === "graph" ? { ...wanted, ...revealed(wanted.node), focus: wanted.focus } : wanted, keepView, "read");
  tellMissing(missing);
}

function tellMissing(missing) {
  const notice = byId("notice");
  notice.hidden = !missing.length;
  if (!missing.length) return notice.replaceChildren();
  const names = missing.slice(0, 3).flatMap((name, place) => [place ? ", " : "", words(shorten(name || "nothing", 60))]);
  notice.replaceChildren(element("span", null, "The link names what this graph does not have: ", names, missing.length > 3 ? ` and ${missing.length - 3} more` : "", ". The rest is shown."),
    button("✕", () => tellMissing([]), { "aria-label": "Close notice" }));
}

const printing = { theme: null };
const showAll = () => change({ all: !(state.all || state.focus), focus: null });
const switchTheme = () => change({ theme: isDark() ? "light" : "dark" }, true);
function toggleFilters() {
  const open = filters.classList.toggle("open");
  byId("toggle-filters").setAttribute("aria-expanded", String(open));
  (open ? byId("close-filters") : byId("toggle-filters")).focus();
}

const KEYS = [
  ["/", "search", () => searchBox.focus()], ["1", "graph", () => show("graph")], ["2", "table", () => show("table")],
  ["3", "timeline", () => show("timeline")], ["4", "where sources agree", () => show("sources")], ["a", "show all nodes, or the most connected", showAll], ["f", "fit the picture", fit],
  ["e", "expand or collapse the chosen node", () => state.node && toggleExpanded(state.node)], ["o", "only the chosen node and its neighbours", () => state.node && change({ focus: state.focus === state.node ? null : state.node })],
  ["p", "path from the chosen node, then to another", pathKey], ["+", "closer", () => zoom(1.25)],
  ["-", "farther", () => zoom(0.8)], ["d", "dark or light", switchTheme], ["?", "these keys", () => byId("help").showModal()],
];
const MEANINGS = [
  ["asserted", "the article tells it as a fact"], ["inferred", "a rule concludes it from facts"], ["claimed", "somebody says it, or it is only possible"],
  ["planned", "it is to happen, or somebody asks for it"], ["denied", "somebody says that it is not so"],
];
byId("help").append(element("h2", null, "Lines and signs"), element("dl", { class: "known" }, MEANINGS.flatMap(([key, means]) => [element("dt", null, stroke(key)), element("dd", null, `${STATUSES[key]}: ${means}`)]),
  element("dt", null, sign(REPORTED)), element("dd", null, "Hollow: an event that is claimed, planned or denied, not asserted"), element("dt", null, sign("Thing")), element("dd", null, "The larger a sign, the more neighbours; the thicker a line, the more statements")),
  element("h2", null, "Keys"), element("dl", { class: "known" }, [...KEYS, ["Esc", "close"], ["← ↑ → ↓", "in the graph: to the next node"], ["Enter", "in the graph: read the chosen node"]]
  .map(([key, does]) => [element("dt", null, element("kbd", null, key)), element("dd", null, does)]).flat()), button("Close", () => byId("help").close()));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !byId("help").open) { if (filters.classList.contains("open")) toggleFilters(); else close(); return; }
  if (event.target.closest("input, select, dialog")) return;
  const key = KEYS.find(([name]) => name === event.key);
  if (key) { event.preventDefault(); key[2](); }
});
byId("canvas").addEventListener("keydown", (event) => {
  if (event.key in WAYS) { event.preventDefault(); step(event.key); }
  if (event.key === "Enter" && !panel.hidden) panel.focus();
});
document.querySelector(".tabs").addEventListener("keydown", (event) => {
  const turn = { ArrowRight: 1, ArrowLeft: VIEWS.length - 1 }[event.key];
  if (!turn) return;
  const next = VIEWS[(VIEWS.indexOf(state.view) + turn) % VIEWS.length];
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

for (const listener of [drawTheme, drawViews, drawPicking, drawPanel, draw, showPath]) onChange(listener);
// Paper is white.
addEventListener("beforeprint", () => { printing.theme ??= state.theme; if (isDark()) change({ theme: "light" }, true); if (state.view === "graph") picture.paper?.(); });
addEventListener("afterprint", () => { document.querySelector(".paper")?.remove(); if (printing.theme !== null) change({ theme: printing.theme }, true); printing.theme = null; });
darkness.addEventListener("change", () => change({}, true));
addEventListener("hashchange", () => { const { view } = state; follow(true); if (state.view === "graph" && view !== "graph") { picture.refresh(); if (state.node) moveTo(state.node); else fit(); } });
follow();
// The picture itself is no stop of its own: keys are heard by the canvas around it.
for (const each of byId("canvas").querySelectorAll("[tabindex]")) each.tabIndex = -1;
// Whoever follows a link to a node wants to read what is around it.
if (state.node && picture.scale() < CLOSE) moveTo(state.node);
else bringIntoSight();

// Who opens the page on the picture sees it first: the rest is made once that frame is painted.
function drawRest() {
  performance.mark("picture");
  for (const listener of [drawFilters, drawTable, drawTimeline, drawSources]) { onChange(listener); listener(); }
}
if (state.view === "graph") requestAnimationFrame(() => requestAnimationFrame(drawRest));
else drawRest();

// For tests: where things are drawn, in pixels of the window.
window.kgPage = { state, colours: { lines: LINES, ink: INK }, ...forTests };
