// How what the page holds becomes elements: only through text nodes, never through markup.
const STATUSES = {
  asserted: "Asserted", inferred: "Inferred by a rule", claimed: "Claimed or possible", planned: "Planned or urged", denied: "Denied",
};
const byId = (id) => document.getElementById(id);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child != null && child !== ""));
  return made;
}

const words = (text) => element("bdi", null, shorten(text, 600));
// 12345 is 12,345; toLocaleString takes forty milliseconds to get ready.
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
const shorten = (text, most) => (text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…` : text);
const button = (label, click, attributes) => element("button", { type: "button", click, ...attributes }, label);

const badge = (status) => [element("span", { class: `badge ${status}` }, STATUSES[status]), " "];

function link(url, label) {
  let target;
  try { target = new URL(url); } catch { return words(label); }
  if (target.protocol !== "https:" && target.protocol !== "http:") return words(label);
  return element("a", { href: target.href, target: "_blank", rel: "noopener noreferrer" }, words(label));
}

function nameOf(filler) {
  if (filler.id && knowledge.has(filler.id)) return button(words(filler.label), () => openNode(filler.id), { class: "link" });
  if (filler.statement && statements.has(filler.statement)) return button(words(filler.label), () => openStatements([filler.statement]), { class: "link" });
  return words(filler.label);
}

// The days a statement may lie in: when it happened or, where that is not told, when it was published.
function daysOf(statement) {
  const time = statement.time;
  if (time && (time.earliest || time.latest)) return [time.earliest || time.latest, time.latest || time.earliest];
  if (statement.documents.length === 1) return publishedOn(statement.documents[0]);
  const published = statement.documents.map((id) => documents.get(id)?.published).filter(Boolean).sort();
  return published.length ? [published[0], published[published.length - 1]] : null;
}

function publishedOn(id) {
  const day = documents.get(id)?.published;
  return day ? [day, day] : null;
}

const sourcesOf = (statement) => statement.documents;

const publisherOf = (id) => documents.get(id)?.publisher || id;

// Where a statement was read; one that a rule gave stands on its premises.
function speakers(statement) {
  return (statement.holders || []).map((holder) => holder.label).join(", citing ");
}

function whenOf(thing) {
  const time = thing.time;
  if (!time) return "";
  if (/^\d{4}(-\d\d)?$/.test(time.value || "")) return time.value;
  if (!time.earliest || !time.latest) return time.earliest ? `from ${time.earliest}` : time.latest ? `until ${time.latest}` : time.value || "";
  return time.earliest === time.latest ? time.earliest : `${time.earliest} to ${time.latest}`;
}

// A time is broken between days, never within one.
const timeElement = (text) => element("time", null, text.split(" ").flatMap((part, place) => [place ? " " : "", element("span", { class: "whole" }, part)]));

// Shape and colour of each type: the colours of Okabe and Ito, told apart by colour-blind people; shapes tell the rest.
const TYPES = {
  Person: ["dot", "#e69f00"], Group: ["triangleDown", "#e69f00"], Organization: ["square", "#56b4e9"],
  Country: ["hexagon", "#0072b2"], Region: ["triangleDown", "#009e73"], City: ["dot", "#009e73"], Place: ["triangle", "#009e73"],
  Facility: ["square", "#009e73"], Event: ["diamond", "#d55e00"], [REPORTED]: ["diamond", "#d55e00"], Document: ["square", "#cc79a7"], Agreement: ["star", "#cc79a7"],
  Product: ["triangle", "#8c8c8c"], Thing: ["dot", "#8c8c8c"],
};
const looksOf = (type) => (Object.hasOwn(TYPES, type) ? TYPES[type] : TYPES.Thing);

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const OUTLINES = {
  square: "2,2 12,2 12,12 2,12", triangle: "7,1 13,12 1,12", triangleDown: "1,2 13,2 7,13", diamond: "7,0 14,7 7,14 0,7",
  hexagon: "4,1 10,1 14,7 10,13 4,13 0,7", star: "7,0 9,5 14,5 10,8.5 11.5,14 7,10.5 2.5,14 4,8.5 0,5 5,5",
};
function sign(type) {
  const [shape, fill] = looksOf(type);
  const look = type === REPORTED ? { fill: "none", stroke: fill, "stroke-width": 1.5, "stroke-dasharray": "3 1.6" } : { fill };
  const outline = shape === "dot" ? svg("circle", { cx: 7, cy: 7, r: 6, ...look }) : svg("polygon", { points: OUTLINES[shape], ...look });
  return svg("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" }, outline);
}
