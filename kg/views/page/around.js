// Few nodes of a large picture would lie far apart in it: what a filter, a focus or an expanded node shows is gathered,
// each node beside one that it is joined to, in the order of the whole picture and as near as its name has room.
const around = { places: new Map() };
const standing = (id) => around.places.get(id) || drawnNodes.get(id);
const MOST_GATHERED = 400;

function gather(nodes, edges) {
  const few = nodes.size <= MOST_GATHERED && (state.focus || isNarrowed() || (!state.all && state.expanded.size > 0));
  around.places = few ? gathered([...nodes], edges) : new Map();
}

function gathered(ids, edges) {
  const near = new Map(ids.map((id) => [id, new Set()]));
  for (const { from, to } of edges) { near.get(from).add(to); near.get(to).add(from); }
  const crowd = { near, places: new Map(), taken: [] };
  if (!state.focus && !isNarrowed()) {
    for (const id of ids) if (drawnNodes.get(id).opening) put(crowd, drawnNodes.get(id));
    for (const id of state.expanded) if (near.has(id)) growFrom(crowd, id, false);
  }
  const rank = (id) => (id === state.focus ? Infinity : drawnNodes.get(id).size);
  for (const id of ids.sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1))) if (!crowd.places.has(id)) growFrom(crowd, id, true);
  return crowd.places;
}

function put(crowd, place) {
  crowd.places.set(place.id, place);
  crowd.taken.push(roomOf(place));
}

// The node, then those joined to it around it, and so on outwards.
function growFrom(crowd, root, on) {
  if (!crowd.places.has(root)) put(crowd, nearest(crowd, drawnNodes.get(root), middleOfAll(crowd), null));
  for (const queue = [[root, null]]; queue.length;) {
    const [id, parent] = queue.shift();
    const children = spread(crowd, id, parent);
    if (on) queue.push(...children.map((child) => [child, id]));
  }
}

const turn = (from, to) => Math.atan2(to.y - from.y, to.x - from.x);
const middleOfAll = ({ places }) => places.values().next().value || null;

function spread(crowd, id, parent) {
  const middle = crowd.places.get(id);
  const others = [...crowd.near.get(id)].filter((each) => !crowd.places.has(each)).map((each) => drawnNodes.get(each));
  others.sort((a, b) => turn(middle, a) - turn(middle, b) || (a.id < b.id ? -1 : 1));
  const away = parent ? turn(crowd.places.get(parent), middle) : others.length ? turn(middle, others[0]) : 0;
  others.forEach((node, rank) => {
    const way = parent ? away + 3.6 * ((rank + 1) / (others.length + 1) - 0.5) : away + (2 * Math.PI * rank) / others.length;
    put(crowd, nearest(crowd, node, middle, way));
  });
  return others.map((node) => node.id);
}

// The first place in that direction at which the node covers nothing; without a direction in its own.
function nearest({ taken }, node, middle, way) {
  if (!middle) return node;
  const direction = way ?? turn(middle, node);
  for (let far = way === null ? 0 : 150; ; far += 12) {
    const place = { ...node, x: Math.round(middle.x + 1.3 * far * Math.cos(direction)), y: Math.round(middle.y + far * Math.sin(direction)) };
    const room = roomOf(place);
    if (!taken.some((each) => crosses(room, each))) return place;
  }
}

// As label_box of html.py, in the layout's units.
function roomOf({ x, y, size, label }) {
  const lines = label.split("\n");
  const half = Math.max(size, 3.8 * Math.max(...lines.map((line) => line.length))) + 7;
  return { left: x - half, right: x + half, top: y - size - 5, bottom: y + size + 17 * lines.length + 9 };
}
