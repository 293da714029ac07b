// The legend, which is also the filter.
const filters = byId("filters");
const count = (items) => items.reduce((counts, item) => counts.set(item, (counts.get(item) || 0) + 1), new Map());
const typeCounts = count([...drawnNodes.keys()].map((id) => known(id).kind));
const statusCounts = count(content.statements.map((each) => each.status));

function stroke(status) {
  const line = svg("line", { x1: 0, y1: 7, x2: 26, y2: 7, "stroke-width": 2.2, stroke: LINES[isDark() ? "dark" : "light"][status] });
  if (DASHES[status]) line.setAttribute("stroke-dasharray", DASHES[status].join(" "));
  const cross = status === "denied" ? [svg("path", { d: "M10 3 L16 11 M16 3 L10 11", "stroke-width": 2, stroke: LINES[isDark() ? "dark" : "light"][status] })] : [];
  return svg("svg", { width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" }, line, ...cross);
}

function checks(title, name, keys, picture, label, counts) {
  const rows = keys.map((key) => element("div", { class: "row" },
    element("label", null,
      element("input", { type: "checkbox", checked: !state[name].has(key), "data-filter": `${name}:${key}`, change: (event) => toggle(name, key, event.target.checked) }),
      picture(key), element("span", null, words(label(key)))),
    onlyButton(name, key, keys, label(key)), element("small", null, grouped(counts.get(key) || 0))));
  return element("section", { role: "group", "aria-label": title }, element("h2", null, title), rows);
}

// One of a kind alone, and again all.
function onlyButton(name, key, keys, label) {
  const others = keys.filter((each) => each !== key);
  const alone = !state[name].has(key) && others.every((each) => state[name].has(each));
  return button(alone ? "all" : "only", () => change({ [name]: new Set(alone ? [] : others) }, true), { class: "link only", "data-filter": `only:${name}:${key}`, "aria-label": alone ? `All, not ${label} only` : `Only ${label}` });
}

function toggle(name, key, on) {
  const hidden = new Set(state[name]);
  if (on) hidden.delete(key); else hidden.add(key);
  change({ [name]: hidden }, true);
}

// A list to choose from or, where it is long, a field that suggests.
const LONG = 300;
function choose(title, name, all, options) {
  const head = element("h2", null, title);
  if (options.length > LONG) return [head, ...typed(title, name, all, options)];
  const box = element("select", { "aria-label": title, "data-filter": name, change: (event) => change({ [name]: event.target.value }) },
    element("option", { value: "" }, all), options.map(([value, label]) => element("option", { value }, shorten(label, 80))));
  box.value = state[name];
  return [head, box];
}

function typed(title, name, all, options) {
  const list = element("datalist", { id: `list-${name}` });
  const label = options.find(([value]) => value === state[name])?.[1] || "";
  const offer = (text) => list.replaceChildren(...options.filter(([, each]) => plain(each).includes(plain(text))).slice(0, 50).map(([, each]) => element("option", { value: shorten(each, 120) })));
  const take = (text) => change({ [name]: options.find(([, each]) => shorten(each, 120) === text)?.[0] || "" });
  return [element("input", { type: "search", list: list.id, value: shorten(label, 120), placeholder: all, "aria-label": title, "data-filter": name, input: (event) => offer(event.target.value), change: (event) => take(event.target.value) }), list];
}

function byLabel(options) {
  const keys = new Map(options.map(([value, label]) => [value, label.toLowerCase()]));
  return options.sort(([a], [b]) => (keys.get(a) < keys.get(b) ? -1 : 1));
}

const allArticles = byLabel(content.documents.map((each) => [each.id, each.title || each.id]));
const articleOptions = () => (state.publisher ? allArticles.filter(([id]) => documents.get(id).publisher === state.publisher || id === state.article) : allArticles);

function dateField(name, label) {
  return element("input", { type: "date", "aria-label": label, value: state[name], "data-filter": name, change: (event) => change({ [name]: event.target.value }) });
}

const narrowBrush = createBrush(40);
const allRelations = byLabel([...relations]);
const allPublishers = byLabel([...publishers]);

function drawFilters() {
  const focused = document.activeElement?.dataset?.filter;
  const types = Object.keys(TYPES).filter((type) => typeCounts.has(type));
  const others = [...typeCounts.keys()].filter((type) => !Object.hasOwn(TYPES, type)).sort();
  narrowBrush.update();
  filters.replaceChildren(
    button("✕", toggleFilters, { id: "close-filters", "aria-label": "Close filters" }),
    checks("Nodes", "types", [...types, ...others], sign, (type) => type, typeCounts),
    checks("Statements", "statuses", Object.keys(STATUSES).filter((key) => statusCounts.has(key)), stroke, (key) => STATUSES[key], statusCounts),
    ...choose("Relation", "relation", "All relations", allRelations),
    ...(allPublishers.length > 1 ? choose("Publisher", "publisher", "All publishers", allPublishers) : []),
    ...choose("Article", "article", "All articles", articleOptions()),
    element("h2", null, "Date"), narrowBrush.element, element("div", { class: "dates" }, dateField("from", "From"), dateField("to", "To")),
    element("p", { class: "note" }, "When it happened; where no date is told, when it was published."),
    element("h2", { id: "least" }, atLeast(state.confidence)),
    element("input", { type: "range", min: 0, max: 1, step: 0.05, value: state.confidence, "aria-label": "Confidence at least", "data-filter": "confidence", input: (event) => { byId("least").textContent = atLeast(Number(event.target.value)); }, change: (event) => change({ confidence: Number(event.target.value) }) }),
    button("Clear filters", clearFilters),
  );
  byId("toggle-filters").classList.toggle("active", isFiltered());
  printNote();
  if (focused) [...document.querySelectorAll("[data-filter]")].find((each) => each.dataset.filter === focused)?.focus({ preventScroll: true });
}

const atLeast = (number) => `Confidence at least ${number.toFixed(2)}`;
const isFiltered = () => isNarrowed() || state.types.size > 0 || state.statuses.size > 0;

const shownKeys = (name, counts, keys) => keys.filter((key) => counts.has(key) && !state[name].has(key));

// What a printed page says of its filters, and what its marks mean, for paper has none.
function printNote() {
  const told = [
    state.types.size ? `without ${[...state.types].join(", ")}` : "", state.statuses.size ? `without ${[...state.statuses].map((key) => STATUSES[key].toLowerCase()).join(", ")}` : "",
    state.relation && `relation ${shorten(relations.get(state.relation), 80)}`, state.publisher && `publisher ${shorten(state.publisher, 80)}`, state.article && `article ${shorten(documents.get(state.article).title || state.article, 120)}`,
    state.from && `from ${state.from}`, state.to && `to ${state.to}`, state.confidence ? `confidence at least ${state.confidence.toFixed(2)}` : "", state.rows && `rows with “${shorten(state.rows, 80)}”`,
  ].filter(Boolean);
  byId("printed").replaceChildren(told.length ? words(`Filtered: ${told.join("; ")}`) : "");
  const marks = [...shownKeys("types", typeCounts, Object.keys(TYPES)).map((type) => [sign(type), type]), ...shownKeys("statuses", statusCounts, Object.keys(STATUSES)).map((key) => [stroke(key), STATUSES[key]])];
  byId("marks").replaceChildren(...marks.map(([mark, name]) => element("span", null, mark, " ", words(name))));
}

function clearFilters() {
  change({ types: new Set(), statuses: new Set(), relation: "", publisher: "", article: "", from: "", to: "", confidence: 0, focus: null, rows: "", verdict: "" });
}
