// The picture of up to some two thousand nodes: vis-network with fixed places.
function visPicture(container) {
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  let network = null;
  let marked = [];
  let hiding = false;
  const words = new Map();
  const at = (point) => {
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = network.canvasToDOM(point);
    return { x: x + left, y: y + top };
  };

  // The names on a path can be read however far away it is: as large as they would be close by.
  const READ_AT = 0.85;
  const EDGE = 40;
  // Words on edges: from which scale on all are read, and their least and largest size in pixels of the screen.
  const [READ_ALL, LEAST, MOST_PIXELS] = [1.2, 11, 15];
  const enlarged = (size) => Math.max(size, network ? (size * READ_AT) / network.getScale() : size);

  function nodeLooks(node) {
    const named = emphasis.pathNodes.has(node.id);
    const fontSize = node.size < 7 ? 12 : 14;
    const { ink, back, halo, color, hollow, shape } = colorsOf(node);
    const border = hollow ? color : back;
    const inside = hollow ? back : color;
    const strong = { background: inside, border: ink };
    const { x, y } = standing(node.id);
    return {
      id: node.id, label: node.label, x, y, size: node.size, shape, opacity: isFaded(node.id) ? FADED : 1,
      borderWidth: hollow ? 2 : 1, borderWidthSelected: 4, color: { background: inside, border, highlight: strong, hover: strong },
      scaling: { label: { maxVisible: named ? 16 : 30, drawThreshold: 5 } },
      font: { size: named ? enlarged(14) : fontSize, color: isFaded(node.id) ? halo.faint : ink, strokeWidth: 3, strokeColor: halo.color, face: FACE },
      ...(hollow ? { shapeProperties: { borderDashes: [3, 3] } } : {}),
    };
  }

  function edgeLooks(edge) {
    const color = lineColor(edge);
    const faded = isFadedEdge(edge);
    const width = edge.role ? 1 : Math.min(4, 1.2 + 0.4 * (edge.statements.length - 1));
    const smooth = edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false;
    return {
      id: edge.id, from: edge.from, to: edge.to, smooth, selfReference: edge.loop,
      dashes: DASHES[edge.status], width: onPath(edge) ? width + 2 : width,
      color: { color, highlight: color, hover: color, opacity: faded ? FADED : edge.role ? 0.75 : 1 },
    };
  }

  // Close by, all words are read; from afar those of what is chosen, at a size that can be read.
  function writeWords(context) {
    words.clear();
    const scale = network.getScale();
    const view = viewBox();
    // Between two changes of the sets an edge may have lost its nodes.
    const told = edgeSet.getIds().map((id) => drawnEdges.get(id)).filter((edge) => network.body.edges[edge.id]?.connected && !isFadedEdge(edge));
    for (const edge of told) if (edge.status === "denied" && !isChosen(edge)) writeOne(context, "✕", 13, middleOfEdge(edge.id), lineColor(edge));
    const read = told.filter((edge) => isChosen(edge) || (scale >= READ_ALL && edge.label && isWithin(pointBox(middleOfEdge(edge.id)), view)));
    if (!read.length) return;
    const taken = nodeSet.getIds().filter((id) => network.body.nodes[id]).map(nameBox).filter((box) => crosses(box, view));
    for (const edge of read.sort((a, b) => rankOf(a) - rankOf(b))) writeEdge(context, edge, { scale, view, taken });
  }

  function writeEdge(context, edge, { scale, view, taken }) {
    const size = Math.max(LEAST, Math.min(MOST_PIXELS, 12 * scale)) / scale;
    context.font = `${isChosen(edge) ? "bold " : ""}${size}px ${FACE}`;
    const text = edge.label;
    const box = placeWords(taken, view, [context.measureText(text).width + 6 / scale, size * 1.25], (t) => pointOf(edge, t), mustRead(edge));
    if (!box) return;
    words.set(edge.id, box);
    writeOne(context, text, null, [(box.left + box.right) / 2, (box.top + box.bottom) / 2], lineColor(edge));
  }

  function writeOne(context, text, size, [x, y], color) {
    if (size) context.font = `${size}px ${FACE}`;
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3 / Math.min(1, network.getScale()), strokeStyle: colorsOf().halo.color, fillStyle: color });
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }

  // A loop's words stand at its far end.
  function pointOf({ id, loop, from }, t) {
    if (!loop) { const { x, y } = network.body.edges[id].edgeType.getPoint(t); return [x, y]; }
    const { x, y, size } = standing(from);
    const far = size + 2 * loop.size + 60 * Math.abs(t - 0.5);
    return [x + far * Math.cos(loop.angle), y - far * Math.sin(loop.angle)];
  }
  const middleOfEdge = (id) => pointOf(drawnEdges.get(id), 0.5);
  const pointBox = ([x, y]) => ({ left: x, right: x, top: y, bottom: y });
  // The library draws a name some pixels lower than it tells.
  function nameBox(id) {
    const { left, top, right, bottom } = network.getBoundingBox(id);
    return { left, top, right, bottom: bottom + 8 };
  }
  function viewBox() {
    const first = network.DOMtoCanvas({ x: 0, y: 0 });
    const last = network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight });
    return { left: first.x, top: first.y, right: last.x, bottom: last.y };
  }

  // The first picture is handed to the library whole: adding to an empty one takes it twice as long.
  function draw(nodes, edges) {
    marked = edges.filter(isChosen);
    replaceAll(nodeSet, [...nodes].map((id) => nodeLooks(drawnNodes.get(id))));
    replaceAll(edgeSet, edges.map(edgeLooks));
    if (!network) start();
    const crowded = edges.length > 2000;
    if (crowded !== hiding) network.setOptions({ interaction: { hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded } });
    hiding = crowded;
  }

  function replaceAll(set, items) {
    const wanted = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(items);
  }

  function start() {
    network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, read("kg-options"));
    network.on("afterDrawing", writeWords);
    network.on("click", ({ nodes, edges, event }) => clicked(nodes[0], edges[0], event.srcEvent));
  }

  function restyle(fading) {
    const edges = edgeSet.getIds().map((id) => drawnEdges.get(id));
    const now = edges.filter(isChosen);
    if (!fading && !state.node && !now.length && !marked.length) { unselect(); return; }
    const changed = fading ? edges : [...new Set([...marked.filter((edge) => edgeSet.get(edge.id)), ...now])];
    marked = now;
    if (changed.length) edgeSet.update(changed.map(edgeLooks));
    if (fading) nodeSet.update(nodeSet.getIds().map((id) => nodeLooks(drawnNodes.get(id))));
    unselect();
    if (state.node && nodeSet.get(state.node)) network.selectNodes([state.node]);
    const told = chosenEdges(edges);
    if (told.length) network.selectEdges(told.map((edge) => edge.id));
  }

  // The library draws the whole picture again even where nothing was selected.
  function unselect() {
    if (network.getSelectedNodes().length || network.getSelectedEdges().length) network.unselectAll();
  }

  // Nothing moves on the screen when the panel takes room from the picture.
  function resize() {
    if (!network) return;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const [scale, position] = [network.getScale(), network.getViewPosition()];
    network.setSize("100%", "100%");
    network.moveTo({ scale, position });
    const moved = network.DOMtoCanvas({ x: 0, y: 0 });
    network.moveTo({ scale, position: { x: position.x + corner.x - moved.x, y: position.y + corner.y - moved.y } });
  }

  // By what is drawn and not, as the library does, by what was drawn last: names that never were take no room.
  function fit(least, ids) {
    const { clientWidth: width, clientHeight: height } = container;
    const rooms = (ids || nodeSet.getIds()).map((id) => roomOf(standing(id)));
    if (!rooms.length || !width) return;
    const [left, top] = ["left", "top"].map((side) => Math.min(...rooms.map((room) => room[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...rooms.map((room) => room[side])));
    const scale = Math.min((width - EDGE) / (right - left), (height - EDGE) / (bottom - top), 1.6);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, least || 0.001) });
  }

  return {
    kind: "vis", draw, restyle, resize,
    refresh: () => network.redraw(),
    nodes: () => nodeSet.getIds(),
    edges: () => edgeSet.getIds(),
    has: (id) => Boolean(nodeSet.get(id)),
    nodePoint: (id) => (nodeSet.get(id) ? at(network.getPosition(id)) : null),
    edgePoint: (id) => (edgeSet.get(id) ? at(network.body.edges[id].edgeType.getPoint(0.5)) : null),
    labelBoxes: () => Object.fromEntries(nodeSet.getIds().map((id) => {
      const { left, top, right, bottom } = nameBox(id);
      const [first, last] = [at({ x: left, y: top }), at({ x: right, y: bottom })];
      return [id, { left: first.x, top: first.y, right: last.x, bottom: last.y }];
    })),
    wordBoxes: () => Object.fromEntries([...words].map(([id, { left, top, right, bottom }]) => {
      const [first, last] = [at({ x: left, y: top }), at({ x: right, y: bottom })];
      return [id, { left: first.x, top: first.y, right: last.x, bottom: last.y }];
    })),
    fit,
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    scale: () => network.getScale(),
    shift: (right, down) => {
      const [{ x, y }, scale] = [network.getViewPosition(), network.getScale()];
      network.moveTo({ position: { x: x + right / scale, y: y + down / scale } });
    },
    focus: (id, closer, animated) => {
      const scale = closer ? Math.max(network.getScale(), 0.9) : network.getScale();
      network.focus(id, { scale, animation: animated && !calm.matches ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
    },
  };
}
