// Beside the picture: what is known of a node, or the statements of an edge with the passages that tell them.
const panel = byId("panel");

function openNode(id, keepView) {
  if (state.view === "graph") reveal(id);
  change({ node: id, statements: [] }, true);
  if (!keepView) moveTo(id);
}

const openStatements = (ids) => change({ node: null, statements: ids }, true);
const openEdge = (edge) => openStatements(edge.statements);
const close = () => change({ node: null, statements: [] }, true);

const shown = { key: "" };
function drawPanel() {
  const key = JSON.stringify([state.node, state.statements, state.expanded.has(state.node), state.focus, state.view]);
  if (key === shown.key) return;
  shown.key = key;
  const hidden = panel.hidden;
  panel.hidden = !state.node && !state.statements.length;
  if (hidden !== panel.hidden) keepPlaces();
  panel.replaceChildren(...(state.node ? nodePanel(state.node) : statementsPanel(state.statements)).filter(Boolean));
  panel.scrollTop = 0;
}

function topLine(title) {
  return element("div", { class: "top" }, element("h2", null, words(title)), button("✕", close, { class: "close", "aria-label": "Close details", title: "Close (Esc)" }));
}

function statementsPanel(ids) {
  const told = ids.map((id) => statements.get(id)).filter(Boolean);
  if (!told.length) return [];
  const [first] = told;
  const title = [first.subject.label, first.relation.label, first.object?.label].filter(Boolean).join(" – ");
  const count = `${told.length} ${told.length === 1 ? "statement" : "statements"}`;
  return [topLine(title), element("p", { class: "kind" }, count), ...told.map((each) => card(each))];
}

function nodePanel(id) {
  const node = known(id);
  const kind = element("p", { class: "kind" }, sign(node.type), " ", words(kindOf(node)));
  return [topLine(node.label), kind, facts(node), actions(id), ...statementGroups(id), ...mentionList(node)];
}

function kindOf(node) {
  const fine = node.cls && node.cls !== node.type.toLowerCase() ? `, ${node.cls}` : "";
  const local = node.local ? ", known from one article only" : "";
  const unsure = node.event && !node.asserted ? ", reported but not asserted" : "";
  return node.type + fine + local + unsure;
}

function facts(node) {
  const rows = [
    ["Also called", node.aliases?.join(", ")], ["When", whenOf(node)], ["Where", node.place && nameOf(node.place)],
    ["How many", node.quantity], ["Stands for", node.metonyms?.map((id) => known(id).label).join(", ")], ["Same as", node.same?.join(", ")],
  ];
  return factList(rows);
}

function factList(rows) {
  const filled = rows.filter(([, value]) => value);
  if (!filled.length) return null;
  return element("dl", { class: "known" }, filled.map(([name, value]) => [element("dt", null, name), element("dd", null, typeof value === "string" ? words(value) : value)]).flat());
}

function actions(id) {
  const count = neighbours(id).size - (neighbours(id).has(id) ? 1 : 0);
  const expanded = state.expanded.has(id);
  return element("div", { class: "actions" },
    count ? button(expanded ? "Collapse" : `Expand ${count} ${count === 1 ? "neighbour" : "neighbours"}`, () => toggleExpanded(id), { class: "expand" }) : null,
    button(state.focus === id ? "Show the rest again" : "Only this and its neighbours", () => { change({ focus: state.focus === id ? null : id }); }),
    state.view === "graph" ? null : button("Show in graph", () => { change({ view: "graph" }, true); reveal(id); moveTo(id); }));
}

// Statements in which the node has a part, by what part: relations it is subject of first, then those it is object of.
function statementGroups(id) {
  const groups = new Map();
  const put = (name, statement) => groups.set(name, (groups.get(name) || new Set()).add(statement));
  for (const each of content.statements) {
    if (each.subject.id === id) put(each.relation.label, each);
    else if (each.object?.id === id) put(`${each.relation.label} (this is the object)`, each);
    else if (each.event === id) put("tells of this event", each);
    else if (each.place?.id === id || each.arguments?.some((argument) => argument.id === id)) put("also named in", each);
    if (each.holders?.some((holder) => holder.id === id)) put("says", each);
  }
  return [...groups].map(([name, told]) => group(name, [...told]));
}

const FEW = 4;
function group(name, told) {
  const more = told.slice(FEW);
  const box = element("section", null, element("h3", null, words(`${name} · ${told.length}`)), told.slice(0, FEW).map((each) => card(each)));
  if (more.length) box.append(button(`${more.length} more`, (event) => { event.target.replaceWith(...more.map((each) => card(each))); }));
  return box;
}

function card(each) {
  const says = element("p", { class: "says" }, each.facets[0] === "negative" ? "not: " : "", nameOf(each.subject), ` ${each.relation.label} `, each.object ? nameOf(each.object) : "");
  const box = element("article", { class: `card ${each.status}`, "data-statement": each.id }, says);
  box.append(element("p", { class: "kind" }, element("span", { class: `badge ${each.status}` }, STATUSES[each.status]), chips(each)));
  const facts = factList(details(each));
  if (facts) box.append(facts);
  box.append(...(each.evidence || []).flatMap((evidence) => passage(evidence)));
  if (each.premises) box.append(element("p", { class: "source" }, `By rule ${each.rule || ""}, from: `), ...each.premises.filter((id) => statements.has(id)).map((id) => element("p", { class: "source" }, nameOf({ statement: id, label: labelOf(statements.get(id)) }))));
  return box;
}

const labelOf = (each) => [each.facets[0] === "negative" ? "not:" : "", each.subject.label, each.relation.label, each.object?.label].filter(Boolean).join(" ");
const PLAIN = new Set(["positive", "certain", "past", "present", "declarative"]);
const chips = (each) => each.facets.filter((facet) => !PLAIN.has(facet)).map((facet) => element("span", { class: "chip" }, facet));

function details(each) {
  const [evidence] = each.evidence || [{}];
  const told = evidence?.when && whenOf(each) ? `${evidence.when} (${whenOf(each)})` : evidence?.when || whenOf(each);
  return [
    ["Who says so", holderChain(each)], ["When", told], ["Where", each.place && nameOf(each.place)], ["How many", each.quantity],
    ["What for", each.purpose && nameOf(each.purpose)],
    ...(each.arguments || []).map((argument) => [argument.role, nameOf(argument)]),
    ["Event", each.event && knowledge.has(each.event) && nameOf({ id: each.event, label: known(each.event).label })],
  ];
}

function holderChain(each) {
  if (!each.holders) return each.evidence ? "the article itself" : "";
  const cues = each.evidence?.[0]?.cues || [];
  return element("span", null, each.holders.map((holder, place) => [place ? ", citing " : "", nameOf(holder), cues[place] ? element("small", null, " (", words(`“${cues[place]}”`), ")") : ""]).flat());
}

function passage(evidence) {
  const source = documents.get(evidence.document) || { id: evidence.document };
  const quote = element("blockquote", { dir: "auto" });
  if (evidence.at) quote.append(...highlighted(evidence));
  else quote.append(element("mark", null, evidence.quote || ""));
  const title = source.title || source.id;
  const line = element("p", { class: "source" }, [source.publisher, source.published].filter(Boolean).map((part) => [words(part), ", "]).flat(), source.url ? link(source.url, title) : words(title));
  return [quote, line];
}

function highlighted({ at: [number, start, end], marks }) {
  const text = content.passages[number];
  const mark = element("mark");
  let from = start;
  for (const [kind, first, last] of [...(marks || [])].sort((a, b) => a[1] - b[1])) {
    if (first < from) continue;
    mark.append(text.slice(from, first), element("span", { class: kind }, text.slice(first, last)));
    from = last;
  }
  mark.append(text.slice(from, end));
  return [text.slice(0, start), mark, text.slice(end)];
}

function mentionList(node) {
  const mentions = node.mentions || [];
  if (!mentions.length) return [];
  const list = element("details", null, element("summary", null, `${mentions.length} ${mentions.length === 1 ? "mention" : "mentions"}`));
  list.addEventListener("toggle", () => { if (list.childElementCount === 1) list.append(...mentions.slice(0, 100).flatMap(mention)); });
  return [element("h3", null, "In the articles"), list];
}

const NEAR = 90;
function mention({ document: id, at: [number, start, end] }) {
  const text = content.passages[number];
  const before = text.slice(Math.max(0, start - NEAR), start).replace(/^\S*\s/, "");
  const after = text.slice(end, end + NEAR).replace(/\s\S*$/, "");
  return [element("blockquote", { dir: "auto" }, before, element("mark", null, shorten(text.slice(start, end), 600)), after), element("p", { class: "source" }, words(documents.get(id)?.title || id))];
}
