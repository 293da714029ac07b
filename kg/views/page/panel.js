// Beside the picture: what is known of a node, or the statements of an edge with the passages that tell them.
const panel = byId("panel");

function openNode(id, clicked, how) {
  if (clicked && isPicking() && id !== state.pathFrom) return endPath(id);
  change({ ...(state.view === "graph" ? revealed(id) : {}), node: id, statements: [] }, true, how);
  if (!clicked) moveTo(id);
}

const openStatements = (ids) => change({ node: null, statements: ids }, true);
const openEdge = (edge) => openStatements(edge.statements);

// One thing is closed at a time: what stands above a path, then the path.
function close() {
  const within = panel.contains(document.activeElement);
  const [row] = state.statements;
  if (state.node || state.statements.length) change({ node: null, statements: [] }, true);
  else if (state.pathFrom) leavePath();
  else byId("notice").hidden = true;
  if (within) (document.querySelector(`[data-row="${row}"]`) || byId(state.view === "graph" ? "canvas" : `tab-${state.view}`)).focus({ preventScroll: true });
}

const shown = { key: "", node: null };
function drawPanel() {
  const key = JSON.stringify([state.node, state.statements, state.expanded.has(state.node), state.focus, state.view, state.pathFrom, state.pathTo, state.path, state.node && unseenOf(state.node)]);
  if (key === shown.key) return;
  const again = state.node && state.node === shown.node;
  Object.assign(shown, { key, node: state.node });
  const hidden = panel.hidden;
  const onPath = Boolean(state.pathFrom && state.pathTo);
  panel.hidden = !state.node && !state.statements.length && !onPath;
  if (hidden !== panel.hidden) keepPlaces();
  const parts = state.node ? nodePanel(state.node) : state.statements.length ? statementsPanel(state.statements) : onPath ? pathPanel() : [];
  panel.replaceChildren(...parts.filter(Boolean));
  if (!again) panel.scrollTop = 0;
  tell();
}

// What a screen reader hears when another node is chosen.
function tell() {
  const count = state.node ? neighbours(state.node).size : 0;
  byId("said").textContent = state.node ? `${shorten(known(state.node).label, 200)}, ${known(state.node).kind}, ${count} ${count === 1 ? "neighbour" : "neighbours"}` : "";
}

function topLine(title) {
  return element("div", { class: "top" }, element("h2", null, words(title)), button("✕", close, { class: "close", "aria-label": "Close details", title: "Close (Esc)" }));
}

function backToPath() {
  if (!state.pathTo) return null;
  return element("div", { class: "actions" }, button("← Back to the path", () => change({ node: null, statements: [] }, true)));
}

function statementsPanel(ids) {
  const told = ids.map((id) => statements.get(id)).filter(Boolean);
  if (!told.length) return [];
  const [first] = told;
  const title = [first.subject.label, first.relation.label, first.object?.label].filter(Boolean).join(" – ");
  const count = `${told.length} ${told.length === 1 ? "statement" : "statements"}`;
  return [topLine(title), element("p", { class: "kind" }, count), backToPath(), ...told.slice(0, MOST_CARDS).map((each) => card(each)), ...more(told.slice(MOST_CARDS))];
}

function nodePanel(id) {
  const node = known(id);
  const kind = element("p", { class: "kind" }, sign(node.kind), " ", words(kindOf(node)));
  const groups = statementGroups(id);
  const nothing = groups.length ? null : element("p", { class: "note" }, "No statement names it.");
  return [topLine(node.label), kind, facts(id, node), actions(id), overTime(id), nothing, ...groups, ...mentionList(node)];
}

function kindOf(node) {
  const fine = node.cls && node.cls !== node.type.toLowerCase() ? `, ${node.cls}` : "";
  const local = node.local ? ", known from one article only" : "";
  const unsure = node.event && !node.asserted ? ", reported but not asserted" : "";
  return node.type + fine + local + unsure;
}

function facts(id, node) {
  return factList([
    ["Also called", node.aliases?.join(", ")], ["When", whenOf(node)], ["Where", node.place && nameOf(node.place)],
    ...roleRows(node), ["How many", node.quantity], ["Stands for", node.metonyms?.map((each) => known(each).label).join(", ")], ["Same as", node.same?.join(", ")],
    ["Offices", offices(id)],
  ]);
}

// Who took part in an event, by what part.
function roleRows(node) {
  const filled = new Map();
  for (const role of node.roles || []) if (role.role !== "place") filled.set(role.role, [...(filled.get(role.role) || []), nameOf(role)]);
  return [...filled].map(([role, names]) => [shorten(role, 40), listed(names)]);
}

const listed = (names) => element("span", null, names.flatMap((name, place) => (place ? [", ", name] : [name])));

const OFFICE = "kgo:holdsOffice";
function offices(id) {
  const held = statementsAt(id).filter((each) => each.relation.id === OFFICE && each.subject.id === id && each.object);
  const names = held.map((each) => [nameOf(each.object), whenOf(each) ? ` (${whenOf(each)})` : "", each.status === "asserted" ? "" : ` – ${STATUSES[each.status].toLowerCase()}`]);
  return names.length ? element("ul", { class: "plain" }, names.map((each) => element("li", null, each))) : null;
}

// In what the node had a part and when, the earliest first; an event once, not with each statement that tells of it.
function partsOverTime(id) {
  const told = statementsAt(id).filter((each) => firstDay(each) && each.event !== id);
  const events = new Set([...(edgesAt.get(id) || []).filter((edge) => edge.role && edge.to === id).map((edge) => edge.from)].filter((each) => firstDay(known(each))));
  const rest = told.filter((each) => !events.has(each.event));
  const parts = [...[...events].map((each) => ({ ...known(each), time: known(each).time, node: each, label: known(each).label, role: rolesIn(each, id) })), ...rest];
  return parts.map((each) => [firstDay(each) + lastDay(each), each]).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).map(([, each]) => each);
}

const rolesIn = (event, id) => [...new Set((edgesAt.get(event) || []).filter((edge) => edge.role && edge.from === event && edge.to === id).map((edge) => edge.label.replace(/^✕ /, "")))].join(", ");

function overTime(id) {
  const parts = partsOverTime(id);
  if (!parts.length) return null;
  const line = (each) => element("li", null, timeElement(whenOf(each)), each.node
    ? element("span", null, element("small", null, words(each.role), " in "), nameOf({ id: each.node, label: each.label }))
    : element("span", null, nameOf({ statement: each.id, label: labelOf(each) }), each.status === "asserted" ? "" : element("small", null, ` – ${STATUSES[each.status].toLowerCase()}`)));
  const list = element("ol", { class: "lived" }, parts.slice(0, 6).map(line));
  const rest = parts.slice(6, 200);
  if (rest.length) list.append(element("li", null, button(`${parts.length - 6} more`, (event) => event.target.closest("li").replaceWith(...rest.map(line)))));
  return element("section", null, element("h3", null, "Roles over time"), list);
}

function factList(rows) {
  const filled = rows.filter(([, value]) => value);
  if (!filled.length) return null;
  return element("dl", { class: "known" }, filled.map(([name, value]) => [element("dt", null, name), element("dd", null, typeof value === "string" ? words(value) : value)]).flat());
}

function actions(id) {
  const count = neighbours(id).size - (neighbours(id).has(id) ? 1 : 0);
  const unseen = unseenOf(id);
  const expanded = state.expanded.has(id);
  const picking = isPicking() && id !== state.pathFrom;
  return element("div", { class: "actions" },
    state.pathTo ? button("← Back to the path", () => change({ node: null }, true)) : null,
    picking ? button(`Path from ${shorten(known(state.pathFrom).label, 40)} to here`, () => endPath(id), { title: "Path (p)" }) : null,
    expanded || unseen ? button(expanded ? "Collapse" : `Expand ${unseen} ${unseen === 1 ? "neighbour" : "neighbours"}`, () => toggleExpanded(id), { class: "expand" }) : null,
    count ? button(state.focus === id ? "Show the rest again" : "Only this and its neighbours", () => { change({ focus: state.focus === id ? null : id }); }) : null,
    picking || !count ? null : button("Path to …", () => startPath(id), { title: "Path to another node (p)" }),
    state.view === "graph" ? null : button("Show in graph", () => { change({ view: "graph", ...revealed(id) }, true); moveTo(id); }));
}

// Statements in which the node has a part, by what part: relations it is subject of first, then those it is object of.
function statementGroups(id) {
  const groups = new Map();
  const put = (rank, name, statement) => {
    const key = `${rank}${name}`;
    if (!groups.has(key)) groups.set(key, { rank, name, told: new Set() });
    groups.get(key).told.add(statement);
  };
  for (const each of statementsAt(id)) {
    if (each.subject.id === id) put(0, each.relation.label, each);
    else if (each.object?.id === id) put(1, `${each.relation.label} (this is the object)`, each);
    else if (each.event === id) put(2, "tells of this event", each);
    else if (each.place?.id === id || each.arguments?.some((argument) => argument.id === id)) put(3, "also named in", each);
    if (each.holders?.some((holder) => holder.id === id)) put(4, "says", each);
  }
  const ordered = [...groups.values()].sort((a, b) => a.rank - b.rank || b.told.size - a.told.size || (a.name < b.name ? -1 : 1));
  return ordered.map(({ name, told }) => group(name, [...told]));
}

const FEW = 4, MOST_CARDS = 40;
function group(name, told) {
  const ordered = told.sort((a, b) => WEAKNESS[a.status] - WEAKNESS[b.status]);
  return element("section", null, element("h3", null, words(`${name} · ${told.length}`)), ordered.slice(0, FEW).map((each) => card(each)), more(ordered.slice(FEW)));
}

// The rest of a list behind a button, so many at a time.
function more(rest) {
  if (!rest.length) return [];
  return [button(`${rest.length} more`, (event) => event.target.replaceWith(...rest.slice(0, MOST_CARDS).map((each) => card(each)), ...more(rest.slice(MOST_CARDS))))];
}

function card(each) {
  const says = element("p", { class: "says" }, each.facets[0] === "negative" ? "not: " : "", nameOf(each.subject), " ", words(each.relation.label), " ", each.object ? nameOf(each.object) : "");
  const box = element("article", { class: `card ${each.status}`, "data-statement": each.id }, says);
  box.append(element("p", { class: "kind" }, badge(each.status), chips(each)));
  const facts = factList(details(each));
  if (facts) box.append(facts);
  box.append(...(each.evidence || []).flatMap((evidence) => passage(evidence)));
  if (each.premises) box.append(element("p", { class: "source" }, "By rule ", words(each.rule || ""), ", from: "), ...each.premises.filter((id) => statements.has(id)).map((id) => element("p", { class: "source" }, nameOf({ statement: id, label: labelOf(statements.get(id)) }))));
  return box;
}

const labelOf = (each) => [each.facets[0] === "negative" ? "not:" : "", each.subject.label, each.relation.label, each.object?.label].filter(Boolean).join(" ");
// A denial has its badge.
const PLAIN = new Set(["positive", "negative", "certain", "past", "present", "declarative"]);
const chips = (each) => each.facets.filter((facet) => !PLAIN.has(facet)).flatMap((facet) => [element("span", { class: "chip" }, facet), " "]);

function details(each) {
  const [evidence] = each.evidence || [{}];
  const [said, day] = [evidence.when, whenOf(each)];
  const told = said && day && said !== day ? `${said} (${day})` : said || day;
  return [
    ["Who says so", holderChain(each)], ["How sure", `${each.facets[1]}, confidence ${(each.confidence ?? 0).toFixed(2)}`], ["When", told], ["Where", each.place && nameOf(each.place)], ["How many", each.quantity],
    ["What for", each.purpose && nameOf(each.purpose)],
    ...(each.arguments || []).map((argument) => [argument.role, nameOf(argument)]),
    ["Event", each.event && knowledge.has(each.event) && nameOf({ id: each.event, label: known(each.event).label })],
    ["Other sources", matterLink(each)],
  ];
}

function holderChain(each) {
  if (!each.holders) return each.evidence ? "the article itself" : "";
  const cues = each.evidence?.[0]?.cues || [];
  return element("span", null, each.holders.map((holder, place) => [place ? ", citing " : "", nameOf(holder), cues[place] ? element("small", null, " (", words(`“${cues[place]}”`), ")") : ""]).flat());
}

// A longer one scrolls, and then by keys too.
const LONG_PASSAGE = 1800;
function passage(evidence) {
  const source = documents.get(evidence.document) || { id: evidence.document };
  const quote = element("blockquote", { dir: "auto" }, evidence.at ? highlighted(evidence) : element("mark", null, evidence.quote || ""));
  if (quote.textContent.length > LONG_PASSAGE) for (const [name, value] of [["class", "long"], ["tabindex", 0], ["role", "group"], ["aria-label", "Passage"]]) quote.setAttribute(name, value);
  const title = source.title || source.id;
  const line = element("p", { class: "source" }, [source.publisher, source.published].filter(Boolean).map((part) => [words(part), ", "]).flat(), source.url ? link(source.url, title) : words(title));
  return [quote, line];
}

function highlighted(evidence) {
  const [number, start, end] = evidence.at;
  const text = passageText(number);
  return [beforeQuote(text, start), element("mark", null, quoted(evidence)), afterQuote(text, end)];
}

// The quote, with the words of its subject, relation and object marked.
function quoted({ at: [number, start, end], marks }) {
  const text = passageText(number);
  const parts = [];
  let from = start;
  for (const [kind, first, last] of [...(marks || [])].sort((a, b) => a[1] - b[1])) {
    if (first < from) continue;
    parts.push(text.slice(from, first), element("span", { class: kind }, text.slice(first, last)));
    from = last;
  }
  return [...parts, text.slice(from, end)];
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
  const text = passageText(number);
  const before = text.slice(Math.max(0, start - NEAR), start).replace(/^\S*\s/, "");
  const after = text.slice(end, end + NEAR).replace(/\s\S*$/, "");
  return [element("blockquote", { dir: "auto" }, before, element("mark", null, shorten(text.slice(start, end), 600)), after), element("p", { class: "source" }, words(documents.get(id)?.title || id))];
}
