// The legend, which is also the filter.
const filters = byId("filters");
const count = (items) => items.reduce((counts, item) => counts.set(item, (counts.get(item) || 0) + 1), new Map());
const typeCounts = count([...drawnNodes.keys()].map((id) => known(id).type));
const statusCounts = count(content.statements.map((each) => each.status));

function stroke(status) {
  const line = svg("line", { x1: 0, y1: 7, x2: 26, y2: 7, "stroke-width": 2.2, stroke: LINES[isDark() ? "dark" : "light"][status] });
  if (DASHES[status]) line.setAttribute("stroke-dasharray", DASHES[status].join(" "));
  const cross = status === "denied" ? [svg("path", { d: "M10 3 L16 11 M16 3 L10 11", "stroke-width": 2, stroke: LINES[isDark() ? "dark" : "light"][status] })] : [];
  return svg("svg", { width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" }, line, ...cross);
}

function checks(title, name, keys, picture, label, counts) {
  const rows = keys.map((key) => element("label", { class: "row" },
    element("input", { type: "checkbox", checked: !state[name].has(key), "data-filter": `${name}:${key}`, change: (event) => toggle(name, key, event.target.checked) }),
    picture(key), element("span", null, label(key)), element("small", null, (counts.get(key) || 0).toLocaleString("en"))));
  return [element("h2", null, title), ...rows];
}

function toggle(name, key, on) {
  const hidden = new Set(state[name]);
  if (on) hidden.delete(key); else hidden.add(key);
  change({ [name]: hidden }, true);
}

function choose(title, name, all, options) {
  const box = element("select", { "aria-label": title, "data-filter": name, change: (event) => change({ [name]: event.target.value }) },
    element("option", { value: "" }, all), options);
  box.value = state[name];
  return [element("h2", null, title), box];
}

const option = ([value, label]) => element("option", { value }, shorten(label, 80));

function sourceOptions() {
  const [publishers, articles] = ["publisher:", "document:"].map((kind) => [...sources].filter(([key]) => key.startsWith(kind)));
  return [publishers.length ? element("optgroup", { label: "Publisher" }, publishers.map(option)) : null, element("optgroup", { label: "Article" }, articles.map(option))].filter(Boolean);
}

function dateField(name, label) {
  return element("input", { type: "date", "aria-label": label, value: state[name], "data-filter": name, change: (event) => change({ [name]: event.target.value }) });
}

function drawFilters() {
  const focused = document.activeElement?.dataset?.filter;
  const types = Object.keys(TYPES).filter((type) => typeCounts.has(type));
  const others = [...typeCounts.keys()].filter((type) => !Object.hasOwn(TYPES, type)).sort();
  const byLabel = [...relations].sort((a, b) => (a[1] < b[1] ? -1 : 1));
  filters.replaceChildren(
    ...checks("Nodes", "types", [...types, ...others], sign, (type) => type, typeCounts),
    ...checks("Statements", "statuses", Object.keys(STATUSES).filter((key) => statusCounts.has(key)), stroke, (key) => STATUSES[key], statusCounts),
    ...choose("Relation", "relation", "All relations", byLabel.map(option)),
    ...choose("Source", "source", "All sources", sourceOptions()),
    element("h2", null, "Date"), element("div", { class: "dates" }, dateField("from", "From"), dateField("to", "To")),
    element("p", { class: "note" }, "When it happened; where no date is told, when it was published."),
    element("h2", null, `Confidence at least ${state.confidence.toFixed(2)}`),
    element("input", { type: "range", min: 0, max: 1, step: 0.05, value: state.confidence, "aria-label": "Confidence at least", "data-filter": "confidence", change: (event) => change({ confidence: Number(event.target.value) }) }),
    button("Clear filters", clearFilters),
  );
  if (focused) [...filters.querySelectorAll("[data-filter]")].find((each) => each.dataset.filter === focused)?.focus();
}

function clearFilters() {
  change({ types: new Set(), statuses: new Set(), relation: "", source: "", from: "", to: "", confidence: 0, focus: null });
}
