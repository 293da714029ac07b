// What has a date, from the earliest on, with a bar for each stretch of time.
const timelineView = byId("view-timeline");

function datedThings() {
  const told = matching();
  const events = new Set(told.map((each) => each.event).filter((id) => knowledge.has(id)));
  const dated = [...[...events].map((id) => ({ ...known(id), node: id })), ...told].filter(firstDay);
  return dated.map((each) => ({ first: firstDay(each), last: lastDay(each), each })).sort((a, b) => (a.first + a.last < b.first + b.last ? -1 : a.first + a.last > b.first + b.last ? 1 : 0));
}

const firstDay = (each) => each.time?.earliest || each.time?.latest;
const lastDay = (each) => each.time?.latest || each.time?.earliest;
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year, month) => (month === 2 ? 28 + isLeap(year) : [4, 6, 9, 11].includes(month) ? 30 : 31);

// A stretch is a month, a year where there are more than 36 months, or ten years where there are more than 60 years.
function stretches(first, last) {
  const [from, to] = [first, last].map((day) => day.split("-").map(Number));
  const months = (to[0] - from[0]) * 12 + to[1] - from[1] + 1;
  if (months <= 36) return Array.from({ length: months }, (_, i) => monthFrom(from[0], from[1] - 1 + i));
  const years = months > 720 ? 10 : 1;
  const start = from[0] - (from[0] % years);
  return Array.from({ length: Math.floor((to[0] - start) / years) + 1 }, (_, i) => yearsFrom(start + i * years, years));
}

const padded = (year) => String(year).padStart(4, "0");
function monthFrom(start, month) {
  const year = start + Math.floor(month / 12);
  const name = `${padded(year)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return { name, from: `${name}-01`, to: `${name}-${lengthOf(year, (month % 12) + 1)}` };
}
const yearsFrom = (year, length) => ({ name: length > 1 ? `${padded(year)}s` : padded(year), from: `${padded(year)}-01-01`, to: `${padded(year + length - 1)}-12-31` });

function bars(things) {
  const parts = stretches(things[0].first, things[things.length - 1].first).slice(0, 400);
  const heights = parts.map((part) => things.filter((thing) => thing.first >= part.from && thing.first <= part.to).length);
  const most = Math.max(...heights, 1);
  const drawn = parts.map((part, place) => bar(part, heights[place], most));
  const ends = element("p", { class: "scale" }, element("span", null, parts[0].name), element("span", null, parts.length > 1 ? parts[parts.length - 1].name : ""));
  return [element("div", { class: "years" }, drawn), ends];
}

function bar(part, number, most) {
  const height = number ? Math.max(4, (100 * number) / most) : 0;
  const picture = svg("svg", { viewBox: "0 0 10 100", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { x: 1, y: 100 - height, width: 8, height }));
  const label = `${part.name}: ${number} ${number === 1 ? "entry" : "entries"}`;
  const pressed = state.from === part.from && state.to === part.to;
  const click = () => change(pressed ? { from: "", to: "" } : { from: part.from, to: part.to });
  return element("button", { type: "button", title: label, "aria-label": label, "aria-pressed": String(pressed), click }, picture);
}

function drawTimeline() {
  if (state.view !== "timeline") return;
  const things = datedThings();
  const dated = things.filter((thing) => !thing.each.node).length;
  const undated = matching().length - dated;
  const note = element("div", { class: "bar" }, element("span", { role: "status" }, `${dated.toLocaleString("en")} dated statements; ${undated.toLocaleString("en")} more tell no date.`),
    state.from || state.to ? button("All dates", () => change({ from: "", to: "" })) : null);
  if (!things.length) return timelineView.replaceChildren(note, element("p", null, "No statement with a date matches these filters."));
  timelineView.replaceChildren(note, ...bars(things), element("ul", { class: "when" }, days(things)));
}

function days(things) {
  const together = new Map();
  for (const thing of things.slice(0, 1000)) together.set(whenOf(thing.each), [...(together.get(whenOf(thing.each)) || []), thing.each]);
  return [...together].map(([when, told]) => element("li", null, element("time", null, when), element("ul", null, told.map(moment))));
}

function moment(each) {
  if (each.node) return element("li", null, sign("Event"), " ", nameOf({ id: each.node, label: each.label }));
  const says = speakers(each);
  return element("li", null, element("span", { class: `badge ${each.status}` }, STATUSES[each.status]), nameOf({ statement: each.id, label: labelOf(each) }), says ? element("small", null, " – ", words(says)) : "");
}
