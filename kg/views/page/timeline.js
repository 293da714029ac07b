// What has a date, from the earliest on, under bars on which a range of days is chosen.
const timelineView = byId("view-timeline");
const wideBrush = createBrush(100);
const LONGEST = 400;
const timelineNote = element("span", { role: "status" });
const timelineBar = element("div", { class: "bar" }, timelineNote, button("All dates", () => change({ from: "", to: "" }), { id: "all-dates" }));
const timelineList = element("ul", { class: "when" });
timelineView.append(timelineBar, wideBrush.element, element("p", { class: "note" }, element("span", { class: "key" }), "happened then ", element("span", { class: "key published" }), "tell no time, published then. Drag over the bars, drag the handles, or click a bar."), timelineList);

function datedThings() {
  const told = matching();
  const events = new Set(told.map((each) => each.event).filter((id) => knowledge.has(id)));
  const dated = [...[...events].map((id) => ({ time: known(id).time, label: known(id).label, node: id })), ...told].filter(firstDay);
  return dated.map((each) => ({ first: firstDay(each), last: lastDay(each), each })).sort((a, b) => (a.first + a.last < b.first + b.last ? -1 : a.first + a.last > b.first + b.last ? 1 : 0));
}

const firstDay = (each) => each.time?.earliest || each.time?.latest;
const lastDay = (each) => each.time?.latest || each.time?.earliest;

function drawTimeline() {
  if (state.view !== "timeline") return;
  const things = datedThings();
  const dated = things.filter((thing) => !thing.each.node).length;
  const undated = matching().length - dated;
  timelineNote.textContent = `${grouped(dated)} dated ${dated === 1 ? "statement" : "statements"}; ${grouped(undated)} more tell no date.`;
  byId("all-dates").hidden = !state.from && !state.to;
  wideBrush.update();
  const rest = things.length > LONGEST ? element("li", null, element("p", null, `The first ${LONGEST} of ${grouped(things.length)}; choose a range of dates to see the others.`)) : "";
  timelineList.replaceChildren(...(things.length ? days(things) : [element("li", null, element("p", { class: "empty" }, "No statement with a date matches these filters."))]), rest);
}

function days(things) {
  const together = new Map();
  for (const thing of things.slice(0, LONGEST)) together.set(whenOf(thing.each), [...(together.get(whenOf(thing.each)) || []), thing.each]);
  return [...together].map(([when, told]) => element("li", null, timeElement(when), element("ul", null, told.map(moment))));
}

function moment(each) {
  if (each.node) return element("li", { class: "event" }, sign(known(each.node).kind), " ", nameOf({ id: each.node, label: each.label }));
  const says = speakers(each);
  return element("li", null, badge(each.status), button(words(labelOf(each)), () => openStatements([each.id]), { class: "link", "data-row": each.id }), says ? element("small", null, " – ", words(says)) : "");
}
