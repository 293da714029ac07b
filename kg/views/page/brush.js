// A range of days chosen on bars: dragged with mouse or finger, or two handles moved by keys.
const dayNumber = (day) => Date.parse(`${day}T00:00:00Z`) / 864e5;
const dayName = (number) => new Date(number * 864e5).toISOString().slice(0, 10);
const padded = (year) => String(year).padStart(4, "0");
const lastOfMonth = (year, month) => dayName(dayNumber(month === 12 ? `${padded(year)}-12-31` : `${padded(year)}-${String(month + 1).padStart(2, "0")}-01`) - (month === 12 ? 0 : 1));

// Stretches of a day, a month, a year, ten years or a hundred: the shortest of which no more than `most` are needed.
function stretches(first, last, most) {
  const [from, to] = [first, last].map((day) => day.split("-").map(Number));
  const days = dayNumber(last) - dayNumber(first) + 1;
  if (days <= most) return Array.from({ length: days }, (_, i) => dayFrom(dayNumber(first) + i));
  const months = (to[0] - from[0]) * 12 + to[1] - from[1] + 1;
  if (months <= most) return Array.from({ length: months }, (_, i) => monthFrom(from[0], from[1] - 1 + i));
  const years = [1, 10, 100, 1000].find((length) => (to[0] - from[0]) / length < most - 1);
  const start = from[0] - (from[0] % years);
  return Array.from({ length: Math.floor((to[0] - start) / years) + 1 }, (_, i) => yearsFrom(start + i * years, years));
}

function dayFrom(number) {
  const day = dayName(number);
  return { name: day, from: day, to: day };
}

function monthFrom(start, month) {
  const year = start + Math.floor(month / 12);
  const name = `${padded(year)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return { name, from: `${name}-01`, to: lastOfMonth(year, (month % 12) + 1) };
}

const yearsFrom = (year, length) => ({ name: length > 1 ? `${padded(year)}s` : padded(year), from: `${padded(Math.max(1, year))}-01-01`, to: `${padded(Math.min(9999, year + length - 1))}-12-31` });

// Under all filters but the dates: how many statements happened in a stretch and, of those that tell no time, how many
// were published in it.
function histogram(most) {
  const days = countedDays();
  if (!days.size) return { parts: [], bars: [] };
  const ordered = [...days.keys()].sort();
  const parts = stretches(ordered[0], ordered[ordered.length - 1], most);
  const bars = parts.map(() => [0, 0]);
  for (const [day, [happened, published]] of days) {
    const bar = bars[placeOf(parts, day)];
    bar[0] += happened;
    bar[1] += published;
  }
  return { parts, bars };
}

// First day of each statement -> how many happened then and how many tell no time and were published then.
function countedDays() {
  const [from, to] = [state.from, state.to];
  Object.assign(state, { from: "", to: "" });
  const days = new Map();
  for (const each of content.statements) {
    const day = matches(each) && daysOf(each)?.[0];
    if (!day) continue;
    if (!days.has(day)) days.set(day, [0, 0]);
    days.get(day)[each.time?.earliest || each.time?.latest ? 0 : 1] += 1;
  }
  Object.assign(state, { from, to });
  return days;
}

function placeOf(parts, day) {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (parts[middle].from <= day) low = middle; else high = middle - 1;
  }
  return low;
}

// Where a day lies, in bars from the left; `end` for the last day of a range.
function along(parts, day, end) {
  const place = placeOf(parts, day);
  const { from, to } = parts[place];
  const share = (dayNumber(day) - dayNumber(from) + (end ? 1 : 0)) / (dayNumber(to) - dayNumber(from) + 1);
  return Math.min(parts.length, Math.max(0, place + share));
}

function createBrush(most) {
  const bars = svg("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
  const chosen = element("div", { class: "chosen" });
  const handles = ["from", "to"].map((name) => element("div", { class: `handle ${name}`, role: "slider", tabindex: 0, "aria-label": name === "from" ? "From" : "To", "data-filter": `brush-${name}-${most}`, keydown: (event) => moveHandle(event, name) }));
  const track = element("div", { class: "track", pointerdown: begin, pointermove: drag, pointerup: finish, pointercancel: stop, dblclick: () => change({ from: "", to: "" }) }, bars, chosen, handles);
  const scale = element("p", { class: "scale" });
  const told = element("p", { class: "told" });
  const box = element("div", { class: "brush", role: "group", "aria-label": "Range of dates" }, track, scale, told);
  const brush = { element: box, parts: [], low: 0, high: 0, drag: null, update };

  function update() {
    const { parts, bars: heights } = histogram(most);
    brush.parts = parts;
    box.hidden = !parts.length;
    if (!parts.length) return;
    brush.low = state.from ? along(parts, state.from, false) : 0;
    brush.high = Math.max(brush.low, state.to ? along(parts, state.to, true) : parts.length);
    drawBars(heights);
    scale.replaceChildren(element("span", null, parts[0].name), element("span", null, parts.length > 1 ? parts[parts.length - 1].name : ""));
    place(brush.low, brush.high);
  }

  function drawBars(heights) {
    const top = Math.max(...heights.map(([happened, published]) => happened + published));
    // By the root: one busy day would leave nothing to see of the others.
    const height = (number) => 100 * Math.sqrt(number / top);
    bars.setAttribute("viewBox", `0 0 ${heights.length} 100`);
    bars.replaceChildren(...heights.flatMap(([happened, published], i) => {
      const [high, part] = [height(happened + published), height(happened)];
      const title = svg("title", {}, `${brush.parts[i].name}: ${happened + published}`);
      return happened + published ? [svg("g", {}, title, svg("rect", { class: "published", x: i + 0.08, width: 0.84, y: 100 - high, height: high }), svg("rect", { x: i + 0.08, width: 0.84, y: 100 - part, height: part }))] : [];
    }));
  }

  function place(low, high) {
    const [left, right] = [low, high].map((at) => 100 * at / brush.parts.length);
    chosen.style.left = `${left}%`;
    chosen.style.width = `${right - left}%`;
    chosen.hidden = low <= 0 && high >= brush.parts.length;
    [left, right].forEach((at, i) => { handles[i].style.left = `${at}%`; });
    const texts = [low <= 0 ? "the beginning" : dayAt(low, false), high >= brush.parts.length ? "the end" : dayAt(high, true)];
    handles.forEach((handle, i) => {
      const values = { "aria-valuemin": 0, "aria-valuemax": brush.parts.length, "aria-valuenow": Math.round([low, high][i]), "aria-valuetext": texts[i] };
      for (const [name, value] of Object.entries(values)) handle.setAttribute(name, String(value));
    });
    told.textContent = chosen.hidden ? "All dates" : `From ${texts[0]} to ${texts[1]}`;
  }

  function dayAt(at, end) {
    if (!brush.drag && (end ? state.to : state.from) && at === (end ? brush.high : brush.low)) return end ? state.to : state.from;
    return end ? brush.parts[Math.min(brush.parts.length, Math.max(1, Math.round(at))) - 1].to : brush.parts[Math.min(brush.parts.length - 1, Math.max(0, Math.round(at)))].from;
  }

  function barAt(event) {
    const { left, width } = track.getBoundingClientRect();
    return Math.min(brush.parts.length, Math.max(0, brush.parts.length * (event.clientX - left) / width));
  }

  const isAll = () => brush.low <= 0 && brush.high >= brush.parts.length;
  function begin(event) {
    if (event.button || !brush.parts.length) return;
    track.setPointerCapture(event.pointerId);
    const at = barAt(event);
    const handle = handles.indexOf(event.target);
    const kind = handle === 0 ? "from" : handle === 1 ? "to" : !isAll() && at > brush.low && at < brush.high ? "move" : "new";
    brush.drag = { kind, at, x: event.clientX, low: brush.low, high: brush.high, moved: false };
    if (handle >= 0) handles[handle].focus({ preventScroll: true });
    event.preventDefault();
  }

  function drag(event) {
    const { drag: held } = brush;
    if (!held) return;
    if (Math.abs(event.clientX - held.x) > 3) held.moved = true;
    if (!held.moved) return;
    [held.now, held.until] = dragged(held, barAt(event));
    place(held.now, held.until);
  }

  function dragged({ kind, at, low, high }, now) {
    const count = brush.parts.length;
    if (kind === "from") return [Math.min(Math.round(now), Math.ceil(high) - 1), high];
    if (kind === "to") return [low, Math.max(Math.round(now), Math.floor(low) + 1)];
    if (kind === "new") return [Math.floor(Math.min(at, now)), Math.min(count, Math.max(Math.ceil(Math.max(at, now)), Math.floor(Math.min(at, now)) + 1))];
    const far = Math.max(-Math.round(low), Math.min(Math.round(now - at), count - Math.round(high)));
    return [Math.round(low) + far, Math.round(high) + far];
  }

  function finish() {
    const held = brush.drag;
    stop();
    if (!held) return;
    if (held.moved) return commit(held);
    if (held.kind === "from" || held.kind === "to") return;
    const bar = Math.min(brush.parts.length - 1, Math.floor(held.at));
    const { from, to } = brush.parts[bar];
    change(state.from === from && state.to === to ? { from: "", to: "" } : { from, to });
  }

  // A handle that was not moved keeps its day, which may lie within a bar.
  function commit({ kind, now, until }) {
    if (now === undefined) return;
    const { parts } = brush;
    const from = now <= 0 ? "" : parts[Math.round(now)]?.from, to = until >= parts.length ? "" : parts[Math.round(until) - 1]?.to;
    if (kind === "from") change({ from });
    else if (kind === "to") change({ to });
    else change({ from, to });
  }

  function stop() {
    brush.drag = null;
    if (brush.parts.length) place(brush.low, brush.high);
  }

  function moveHandle(event, name) {
    const count = brush.parts.length, page = Math.ceil(count / 10);
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -count, End: count }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const [low, high] = [brush.low, brush.high];
    if (name === "from") commit({ kind: "from", now: Math.max(0, Math.min(by < 0 ? Math.ceil(low + by) : Math.floor(low + by), Math.ceil(high) - 1)), until: high });
    else commit({ kind: "to", now: low, until: Math.min(count, Math.max(by < 0 ? Math.ceil(high + by) : Math.floor(high + by), Math.floor(low) + 1)) });
  }

  return brush;
}
